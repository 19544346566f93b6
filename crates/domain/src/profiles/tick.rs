//! What somebody logs on with: the profiles of their group that are ticked for them, and their own.

use std::collections::{BTreeMap, BTreeSet};

use db::{Query, params};
use kernel::ids::{GroupId, ProfileId, UserId};
use kernel::{Code, Result};
use serde_json::json;

use super::table::{
    DROP_OWN, DROP_OWN_SKILLS, DROP_TICKS_OF, OF_GROUP, OF_OWNER, Profile, TICK, TICKED, UNTICK,
    UNTICK_GROUPS,
};
use super::{find, skills_of};
use crate::access::Action;
use crate::audit::Event;
use crate::cx::Cx;
use crate::skills::{self, Levelled};
use crate::users::{self, Checks, User};

/// A profile that somebody has or could have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// The profile: of their group, or their own.
    pub profile: Profile,
    /// Its skills by name, with levels.
    pub skills: Vec<Levelled>,
    /// Whether they log on with it; always for their own.
    pub ticked: bool,
}

/// The profiles of somebody's group, ticked or not, then their own; each by name.
///
/// # Errors
/// As for every verb on a person.
pub async fn of_user(cx: &mut Cx<'_>, id: UserId) -> Result<Vec<Choice>> {
    let user = users::get(cx, id).await?.user;
    choices(cx, &user).await
}

async fn choices(cx: &mut Cx<'_>, user: &User) -> Result<Vec<Choice>> {
    let organisation = cx.organisation_id;
    let of_group = params![organisation, user.group_id];
    let mut profiles = cx.tx.few::<Profile>(OF_GROUP, &of_group).await?;
    profiles.extend(cx.tx.few::<Profile>(OF_OWNER, &params![organisation, user.id]).await?);
    let ticked = ticked(cx, user.id).await?;
    let ids: Vec<ProfileId> = profiles.iter().map(|profile| profile.id).collect();
    let mut skills = skills_of(cx, &ids).await?;
    let all = profiles.into_iter().map(|profile| Choice {
        skills: skills.remove(&profile.id).unwrap_or_default(),
        ticked: ticked.contains(&profile.id),
        profile,
    });
    Ok(all.collect())
}

async fn ticked(cx: &mut Cx<'_>, user: UserId) -> Result<BTreeSet<ProfileId>> {
    let rows = cx.tx.few::<(ProfileId,)>(TICKED, &params![cx.organisation_id, user]).await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Ticks these profiles of somebody's group for them, and no others. Their own stay as they are.
///
/// # Errors
/// [`kernel::Error::Invalid`] naming each that there is not or that is of another group; as for every verb on a
/// person.
pub async fn tick(cx: &mut Cx<'_>, id: UserId, wanted: &[ProfileId]) -> Result<Vec<Choice>> {
    let user = users::find(cx, id, Action::UsersAssignSkills).await?.user;
    let before = choices(cx, &user).await?;
    let of_group = before.iter().filter(|one| one.profile.group_id.is_some());
    let of_group: BTreeMap<ProfileId, (bool, &str)> =
        of_group.map(|one| (one.profile.id, (one.ticked, one.profile.name.as_str()))).collect();
    let mut checks = Checks::default();
    for (at, profile) in wanted.iter().enumerate().filter(|(_, id)| !of_group.contains_key(id)) {
        let there = find(cx, *profile).await?.is_some();
        let code = if there { Code::ProfileOfOtherGroup } else { Code::ProfileUnknown };
        checks.refuse(&format!("profile_ids/{at}"), code);
    }
    checks.finish()?;
    let (mut was, mut becomes) = (Vec::new(), Vec::new());
    for (profile, (ticked, name)) in of_group {
        let wanted = wanted.contains(&profile);
        if ticked {
            was.push(name);
        }
        if wanted {
            becomes.push(name);
        }
        if ticked != wanted {
            let statement = if wanted { TICK } else { UNTICK };
            cx.tx.execute(statement, &params![cx.organisation_id, id, profile]).await?;
        }
    }
    if was != becomes {
        skills::note(cx, id).await?;
        let event = Event::new("user.profiles_changed", users::subject(&user));
        let (was, becomes) = (json!({"profiles": was}), json!({"profiles": becomes}));
        cx.record(event.change(&was, &becomes)).await?;
    }
    choices(cx, &user).await
}

/// What moving somebody to another group takes from them and offers them (SPEC USR-12).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Compared {
    /// Profiles of the group they leave that are ticked for them now.
    pub lost: Vec<Profile>,
    /// Profiles of the group they come to, which can then be ticked.
    pub offered: Vec<Profile>,
}

/// Compares for a move.
///
/// # Errors
/// Faults of the database.
pub(crate) async fn compare(cx: &mut Cx<'_>, user: &User, to: GroupId) -> Result<Compared> {
    if user.group_id == to {
        return Ok(Compared::default());
    }
    let organisation = cx.organisation_id;
    let ticked = ticked(cx, user.id).await?;
    let mut lost = cx.tx.few::<Profile>(OF_GROUP, &params![organisation, user.group_id]).await?;
    lost.retain(|profile| ticked.contains(&profile.id));
    let offered = cx.tx.few::<Profile>(OF_GROUP, &params![organisation, to]).await?;
    Ok(Compared { lost, offered })
}

/// The same for several, by names: what is ticked for any of them and would vanish, and what is offered.
pub(crate) async fn compare_many(
    cx: &mut Cx<'_>,
    users: &[UserId],
    to: GroupId,
) -> Result<(Vec<String>, Vec<String>)> {
    let organisation = cx.organisation_id;
    let mut query = Query::new(
        "SELECT DISTINCT p.name, p.name_key FROM user_profiles t JOIN profiles p ON p.id = t.profile_id \
        WHERE p.group_id IS NOT NULL AND t.organisation_id = ",
    );
    query.bind(organisation).push(" AND p.group_id <> ").bind(to);
    query.push(" AND t.user_id IN ").bind_list(users.iter().copied());
    query.push(" ORDER BY p.name_key LIMIT 100");
    let lost = cx.tx.list::<(String, String)>(&query).await?;
    let offered = cx.tx.few::<Profile>(OF_GROUP, &params![organisation, to]).await?;
    let lost = lost.into_iter().map(|(name, _)| name).collect();
    Ok((lost, offered.into_iter().map(|profile| profile.name).collect()))
}

/// Takes the group's profiles from somebody who leaves the group; their own stay.
pub(crate) async fn leave_group(cx: &mut Cx<'_>, user: UserId) -> Result<()> {
    cx.tx.execute(UNTICK_GROUPS, &params![cx.organisation_id, user]).await?;
    skills::note(cx, user).await
}

/// Takes every profile from somebody who is removed, and deletes their own.
pub(crate) async fn forget_user(cx: &mut Cx<'_>, user: UserId) -> Result<()> {
    for statement in [DROP_TICKS_OF, DROP_OWN_SKILLS, DROP_OWN] {
        cx.tx.execute(statement, &params![cx.organisation_id, user]).await?;
    }
    Ok(())
}
