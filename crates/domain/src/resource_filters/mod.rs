//! Resource filters: named selections of groups and teams that narrow what somebody sees (SPEC GRP-2; ADR
//! 0009).
//!
//! | To … | see |
//! |---|---|
//! | read one, or all | [`get`], [`list`] |
//! | create, change, delete | [`create`], [`update`], [`delete`] |
//! | give one to a group or a user, take it | [`assign`] |
//! | tell which one somebody has and from where | [`held_by`] |
//! | narrow a list | `push_people`, `push_groups`, `push_teams` |
//!
//! Invariants: a filter never widens what the role allows; whoever has one changes none and gives nobody a
//! wider sight than theirs; the owner has none, so that somebody sees everything; a filter that is held stays.

mod guard;
mod hold;
mod narrow;
mod save;
mod table;

use std::collections::BTreeMap;

use db::params;
use kernel::ids::{GroupId, ResourceFilterId, TeamId, UserId};
use kernel::{Error, Result};

pub(crate) use guard::guard_sight;
pub use hold::{Held, Holder, Holds, assign, held_by};
pub(crate) use hold::{compare, count_changed, forget_holder, of_group};
pub use narrow::shows;
pub(crate) use narrow::{push_groups, push_people, push_teams, sees_user};
pub use save::{FilterPatch, NewFilter, create, delete, update};
pub(crate) use save::{forget_group, forget_team};
use table::{
    ALL, COUNT_USERS, FIND, GROUPS, Groups, HELD_BY_GROUPS, HELD_BY_USERS, TALLIES, TEAMS, Tally,
    Teams, Users,
};
pub use table::{HolderKind, ResourceFilter, STATEMENTS};

use crate::access::Action;
use crate::cx::Cx;

/// A filter with what it names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Selection {
    /// The filter.
    pub filter: ResourceFilter,
    /// The groups that are seen.
    pub groups: Vec<GroupId>,
    /// The teams that are seen.
    pub teams: Vec<TeamId>,
}

/// A filter in the list, in counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// The filter.
    pub filter: ResourceFilter,
    /// How many groups it names.
    pub groups: i64,
    /// How many teams it names.
    pub teams: i64,
    /// How many groups have it.
    pub held_by_groups: i64,
    /// How many users have it for themselves.
    pub held_by_users: i64,
}

/// Who has a filter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Holders {
    /// Groups, whose users have it through them.
    pub groups: Vec<GroupId>,
    /// Users who have it for themselves; at most 100.
    pub users: Vec<UserId>,
    /// How many users have it for themselves.
    pub users_in_all: i64,
}

impl Holders {
    /// Whether nobody has it.
    pub fn is_none(&self) -> bool {
        self.groups.is_empty() && self.users_in_all == 0
    }
}

/// All filters by name.
///
/// # Errors
/// [`Error::Forbidden`] for those who do not manage them.
pub async fn list(cx: &mut Cx<'_>) -> Result<Vec<Listed>> {
    require(cx)?;
    let organisation = cx.organisation_id;
    let filters = cx.tx.all::<ResourceFilter>(ALL, &params![organisation]).await?;
    let tallies = cx.tx.all::<Tally>(TALLIES, &params![organisation]).await?;
    let tallies: BTreeMap<ResourceFilterId, Tally> =
        tallies.into_iter().map(|tally| (tally.filter_id, tally)).collect();
    let listed = filters.into_iter().filter_map(|filter| {
        let tally = tallies.get(&filter.id)?;
        let Tally { filter_id: _, groups, teams, held_by_groups, held_by_users } = *tally;
        Some(Listed { filter, groups, teams, held_by_groups, held_by_users })
    });
    Ok(listed.collect())
}

/// One filter with what it names.
///
/// # Errors
/// [`Error::NotFound`] for a foreign or missing one; [`Error::Forbidden`].
pub async fn get(cx: &mut Cx<'_>, id: ResourceFilterId) -> Result<Selection> {
    require(cx)?;
    let filter = find(cx, id).await?.ok_or(Error::NotFound)?;
    selection(cx, filter).await
}

/// Who has a filter.
///
/// # Errors
/// As [`get`].
pub async fn holders(cx: &mut Cx<'_>, id: ResourceFilterId) -> Result<Holders> {
    require(cx)?;
    find(cx, id).await?.ok_or(Error::NotFound)?;
    let values = params![cx.organisation_id, id];
    let groups = cx.tx.all::<Groups>(HELD_BY_GROUPS, &values).await?;
    let users = cx.tx.all::<Users>(HELD_BY_USERS, &values).await?;
    let (users_in_all,) = cx.tx.one::<(i64,)>(COUNT_USERS, &values).await?;
    Ok(Holders {
        groups: groups.into_iter().map(|(id,)| id).collect(),
        users: users.into_iter().map(|(id,)| id).collect(),
        users_in_all,
    })
}

/// Whether the actor manages filters: with the right, and without a filter on themself.
fn require(cx: &Cx<'_>) -> Result<()> {
    cx.require_organisation(Action::ResourceFiltersManage)?;
    cx.require_whole_sight()
}

async fn find(cx: &mut Cx<'_>, id: ResourceFilterId) -> Result<Option<ResourceFilter>> {
    let organisation = cx.organisation_id;
    Ok(cx.tx.optional::<ResourceFilter>(FIND, &params![organisation, id]).await?)
}

async fn selection(cx: &mut Cx<'_>, filter: ResourceFilter) -> Result<Selection> {
    let values = params![cx.organisation_id, filter.id];
    let groups = cx.tx.all::<Groups>(GROUPS, &values).await?;
    let teams = cx.tx.all::<Teams>(TEAMS, &values).await?;
    Ok(Selection {
        filter,
        groups: groups.into_iter().map(|(id,)| id).collect(),
        teams: teams.into_iter().map(|(id,)| id).collect(),
    })
}
