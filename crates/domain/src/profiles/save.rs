//! Creating, changing and deleting a profile.

use std::collections::BTreeMap;

use db::params;
use kernel::ids::{GroupId, ProfileId, SkillId, UserId};
use kernel::{Code, Error, Patch, Result};
use serde_json::{Map, Value, json};

use super::table::{
    ADD_SKILL, DELETE, DROP_GROUPS, DROP_GROUPS_SKILLS, DROP_SKILLS, DROP_TICKS, INSERT, Profile,
    TICK, TICKED_BY, UPDATE,
};
use super::{Full, Owner, find, full};
use crate::access::Action;
use crate::audit::{Event, Subject};
use crate::cx::Cx;
use crate::groups;
use crate::skills::{self, Asked, Level};
use crate::users::{self, Checks, fields};

/// What a new profile is to be.
#[derive(Debug, Clone, Default)]
pub struct NewProfile {
    /// The group it is defined on.
    pub group_id: Option<GroupId>,
    /// Or the person whose own it is.
    pub user_id: Option<UserId>,
    /// Its name, unique among those of the same group or person.
    pub name: String,
    /// Its skills.
    pub skills: Vec<Asked>,
}

/// A change: absent fields keep their value.
#[derive(Debug, Clone, Default)]
pub struct ProfilePatch {
    /// Its name.
    pub name: Patch<String>,
    /// Its skills, instead of those before.
    pub skills: Patch<Vec<Asked>>,
}

fn subject(profile: &Profile) -> Subject {
    Subject::new("profile", profile.id.as_uuid(), &profile.name)
}

fn told(one: &Full) -> Value {
    let skills: Map<String, Value> =
        one.skills.iter().map(|skill| (skill.name.clone(), skill.level.get().into())).collect();
    let Profile { id: _, group_id, user_id, name, version: _, created_at: _, updated_at: _ } =
        &one.profile;
    json!({"name": name, "group_id": group_id, "user_id": user_id, "skills": skills})
}

/// Creates a profile, on a group or for a person, who may log on with it at once.
///
/// # Errors
/// [`Error::Invalid`] with every wrong field; [`Error::Conflict`] where the name is in use;
/// [`Error::Forbidden`].
pub async fn create(cx: &mut Cx<'_>, new: NewProfile) -> Result<Full> {
    let owner = owner(cx, &new).await?;
    let (name, levels) = checked(cx, &new.name, &new.skills).await?;
    let (group_id, user_id) = match owner {
        Owner::Group(id) => (Some(id), None),
        Owner::User(id) => (None, Some(id)),
    };
    let id: ProfileId = cx.id();
    let (version, created_at, updated_at) = (1, cx.now, cx.now);
    let profile = Profile { id, group_id, user_id, name, version, created_at, updated_at };
    let folded = kernel::fold(&profile.name);
    let organisation = cx.organisation_id;
    let values = params![id, organisation, group_id, user_id, profile.name.clone(), folded, cx.now];
    cx.tx.execute(INSERT, &values).await?;
    if let Some(user) = user_id {
        cx.tx.execute(TICK, &params![organisation, user, id]).await?;
        skills::note(cx, user).await?;
    }
    put_skills(cx, id, &levels).await?;
    let made = full(cx, profile).await?;
    cx.record(Event::new("profile.created", subject(&made.profile)).with(told(&made))).await?;
    Ok(made)
}

/// Whose a new profile is to be, where the actor may make one.
async fn owner(cx: &mut Cx<'_>, new: &NewProfile) -> Result<Owner> {
    match (new.group_id, new.user_id) {
        (Some(id), None) => {
            cx.require_organisation(Action::ProfilesManage)?;
            let known = groups::find(cx, id).await?.is_some();
            known.then_some(Owner::Group(id)).ok_or(Error::field("group_id", Code::GroupUnknown))
        }
        (None, Some(id)) => match users::find(cx, id, Action::UsersAssignSkills).await {
            Ok(_) => Ok(Owner::User(id)),
            Err(Error::NotFound) => {
                cx.require(Action::UsersAssignSkills)?;
                Err(Error::field("user_id", Code::UserUnknown))
            }
            Err(other) => Err(other),
        },
        _ => {
            cx.require(Action::UsersAssignSkills)?;
            Err(Error::field("group_id", Code::ProfileOwner))
        }
    }
}

/// Name and levels as they will be stored; every wrong field is named at once.
async fn checked(
    cx: &mut Cx<'_>,
    name: &str,
    skills: &[Asked],
) -> Result<(String, BTreeMap<SkillId, Level>)> {
    let mut checks = Checks::default();
    let name = checks.take("name", fields::name(name));
    let levels = skills::read(cx, &mut checks, "skills", skills).await?;
    if skills.is_empty() {
        checks.refuse("skills", Code::ProfileEmpty);
    }
    checks.finish()?;
    Ok((name, levels))
}

async fn put_skills(
    cx: &mut Cx<'_>,
    id: ProfileId,
    levels: &BTreeMap<SkillId, Level>,
) -> Result<()> {
    let organisation = cx.organisation_id;
    cx.tx.execute(DROP_SKILLS, &params![organisation, id]).await?;
    for (skill, level) in levels {
        cx.tx.execute(ADD_SKILL, &params![organisation, id, *skill, *level]).await?;
    }
    Ok(())
}

/// The profile, for somebody who may change it.
async fn to_change(cx: &mut Cx<'_>, id: ProfileId) -> Result<Full> {
    let profile = find(cx, id).await?.ok_or(Error::NotFound)?;
    match profile.user_id {
        Some(user) => drop(users::find(cx, user, Action::UsersAssignSkills).await?),
        None => cx.require_organisation(Action::ProfilesManage)?,
    }
    full(cx, profile).await
}

/// Changes a profile, for all who log on with it.
///
/// # Errors
/// [`Error::Stale`]; [`Error::NotFound`]; as [`create`].
pub async fn update(
    cx: &mut Cx<'_>,
    id: ProfileId,
    version: Option<i64>,
    patch: ProfilePatch,
) -> Result<Full> {
    let before = to_change(cx, id).await?;
    if version.is_some_and(|version| version != before.profile.version) {
        return Err(Error::Stale);
    }
    let name = patch.name.apply(Some(before.profile.name.clone())).unwrap_or_default();
    let kept = before.skills.iter();
    let kept = kept.map(|one| Asked { skill_id: one.skill_id, level: one.level.get() }).collect();
    let skills = patch.skills.apply(Some(kept)).unwrap_or_default();
    let (name, levels) = checked(cx, &name, &skills).await?;
    let folded = kernel::fold(&name);
    let values =
        params![cx.organisation_id, id, name.clone(), folded, cx.now, before.profile.version];
    if cx.tx.execute(UPDATE, &values).await? == 0 {
        return Err(Error::Stale);
    }
    put_skills(cx, id, &levels).await?;
    let version = before.profile.version + 1;
    let profile = Profile { name, version, updated_at: cx.now, ..before.profile.clone() };
    let after = full(cx, profile).await?;
    let event = Event::new("profile.updated", subject(&after.profile));
    cx.record(event.change(&told(&before), &told(&after))).await?;
    Ok(after)
}

/// Deletes a profile: a person's own at once, a group's where it is ticked for nobody or, with `untick`,
/// after it was taken from everybody.
///
/// # Errors
/// [`Error::Conflict`] with `profile_in_use` and by whom; [`Error::NotFound`]; [`Error::Forbidden`].
pub async fn delete(cx: &mut Cx<'_>, id: ProfileId, untick: bool) -> Result<()> {
    let one = to_change(cx, id).await?;
    if one.profile.group_id.is_some() && one.people > 0 && !untick {
        let detail = Some(ticked_by(cx, &one).await?);
        return Err(Error::Conflict { code: Code::ProfileInUse, detail });
    }
    for statement in [DROP_TICKS, DROP_SKILLS, DELETE] {
        cx.tx.execute(statement, &params![cx.organisation_id, id]).await?;
    }
    match one.profile.user_id {
        Some(user) => skills::note(cx, user).await?,
        None if one.people > 0 => skills::note_all(cx).await?,
        None => {}
    }
    let lost = json!({"people": one.people});
    cx.record(Event::new("profile.deleted", subject(&one.profile)).with(lost)).await
}

/// The first few who log on with it, and how many more.
async fn ticked_by(cx: &mut Cx<'_>, one: &Full) -> Result<String> {
    const NAMED: usize = 5;
    let values = params![cx.organisation_id, one.profile.id];
    let some = cx.tx.all::<(UserId,)>(TICKED_BY, &values).await?;
    let some: Vec<UserId> = some.into_iter().map(|(id,)| id).take(NAMED).collect();
    let names = users::names(cx, &some).await?.into_iter().map(|(_, name)| name).collect();
    Ok(format!("Ticked for {}.", skills::first(names, one.people)))
}

/// Deletes the profiles of a group that is deleted, which nobody is in.
pub(crate) async fn forget_group(cx: &mut Cx<'_>, id: GroupId) -> Result<()> {
    for statement in [DROP_GROUPS_SKILLS, DROP_GROUPS] {
        cx.tx.execute(statement, &params![cx.organisation_id, id]).await?;
    }
    Ok(())
}
