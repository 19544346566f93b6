//! Profiles: named sets of skills with levels, with which an agent logs on to a queue (SPEC section 1,
//! GRP-3; ADR 0014). A group's profiles are ticked for its users; a person's own are theirs alone.
//!
//! | To … | see |
//! |---|---|
//! | read one or a page | [`get`], [`list`] |
//! | create, change, delete | [`create`], [`update`], [`delete`] |
//! | see and set what somebody logs on with | [`of_user`], [`tick`] |
//! | tell what a move takes and offers | `compare` |
//!
//! Invariants: a profile is of one group or of one person and names at least one skill; what is ticked for
//! somebody is of their own group; a person's own profiles are always theirs to log on with.

mod list;
mod narrow;
mod save;
mod table;
mod tick;
mod uses;

use std::collections::BTreeMap;

use db::{Query, params};
use kernel::ids::{GroupId, ProfileId, UserId};
use kernel::{Error, Result};

pub use list::{Filter, list};
pub(crate) use narrow::{push_has, push_holders, push_holders_in, push_logs_on};
pub(crate) use save::forget_group;
pub use save::{NewProfile, ProfilePatch, create, delete, update};
use table::{COUNT_TICKED, FIND, Named};
pub use table::{Profile, STATEMENTS};
pub use tick::{Choice, Compared, of_user, tick};
pub(crate) use tick::{compare, compare_many, forget_user, leave_group};
pub(crate) use uses::{names_of, naming, of_one_skill, withdraw_skill};

use crate::access::Action;
use crate::cx::Cx;
use crate::skills::Levelled;
use crate::{groups, users};

kernel::vocabulary! {
    /// Whose a profile is.
    Kind {
        /// Defined on a group and ticked for its users.
        Group = "group",
        /// A person's own.
        Personal = "personal",
    }
}

/// Whose a profile is, by id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owner {
    /// A group's.
    Group(GroupId),
    /// A person's.
    User(UserId),
}

impl Profile {
    /// Whose it is.
    pub const fn kind(&self) -> Kind {
        if self.user_id.is_some() { Kind::Personal } else { Kind::Group }
    }
}

/// A profile with its skills and how many log on with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Full {
    /// The profile.
    pub profile: Profile,
    /// Its skills by name, with levels.
    pub skills: Vec<Levelled>,
    /// For how many people it is ticked; 1 for a person's own.
    pub people: i64,
}

/// One profile.
///
/// # Errors
/// [`Error::NotFound`] for a foreign, missing or unseen one.
pub async fn get(cx: &mut Cx<'_>, id: ProfileId) -> Result<Full> {
    let profile = find(cx, id).await?.ok_or(Error::NotFound)?;
    full(cx, profile).await
}

/// A profile that the actor sees: a group's where they see skills and the group, a person's own where they
/// see the person.
pub(crate) async fn find(cx: &mut Cx<'_>, id: ProfileId) -> Result<Option<Profile>> {
    cx.require(Action::UsersView)?;
    let values = params![cx.organisation_id, id];
    let Some(profile) = cx.tx.optional::<Profile>(FIND, &values).await? else { return Ok(None) };
    let seen = match (profile.group_id, profile.user_id) {
        (Some(group), _) => {
            cx.require(Action::SkillsView).is_ok() && groups::find(cx, group).await?.is_some()
        }
        (None, Some(user)) => users::visible(cx, user).await?,
        (None, None) => false,
    };
    Ok(seen.then_some(profile))
}

async fn full(cx: &mut Cx<'_>, profile: Profile) -> Result<Full> {
    let values = params![cx.organisation_id, profile.id];
    let (people,) = cx.tx.one::<(i64,)>(COUNT_TICKED, &values).await?;
    let skills = skills_of(cx, &[profile.id]).await?.remove(&profile.id).unwrap_or_default();
    Ok(Full { profile, skills, people })
}

/// The skills of these profiles by name, in one query.
async fn skills_of(
    cx: &mut Cx<'_>,
    ids: &[ProfileId],
) -> Result<BTreeMap<ProfileId, Vec<Levelled>>> {
    let mut all: BTreeMap<ProfileId, Vec<Levelled>> = BTreeMap::new();
    if ids.is_empty() {
        return Ok(all);
    }
    let mut query = Query::new(
        "SELECT h.profile_id, s.id, s.name, h.level FROM profile_skills h JOIN skills s \
        ON s.id = h.skill_id WHERE h.organisation_id = ",
    );
    query.bind(cx.organisation_id).push(" AND h.profile_id IN ").bind_list(ids.iter().copied());
    query.push(" ORDER BY s.name_key, s.id");
    for (profile, skill_id, name, level) in cx.tx.list::<Named>(&query).await? {
        all.entry(profile).or_default().push(Levelled { skill_id, name, level });
    }
    Ok(all)
}
