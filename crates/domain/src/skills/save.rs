//! Creating, changing and deleting a skill.

use db::params;
use kernel::ids::SkillId;
use kernel::{Code, Error, Patch, Result};
use serde_json::json;

use super::table::{DELETE, INSERT, Skill, UPDATE, WITHDRAW};
use super::{Holders, find, holders, note_all};
use crate::access::Action;
use crate::audit::{Event, Subject};
use crate::cx::Cx;
use crate::users::{self, Checks, fields};
use crate::{organisations, profiles};

/// What a new skill is to be.
#[derive(Debug, Clone, Default)]
pub struct NewSkill {
    /// Its name, unique in the organisation.
    pub name: String,
    /// What it means.
    pub note: String,
}

/// A change: absent fields keep their value.
#[derive(Debug, Clone, Default)]
pub struct SkillPatch {
    /// Its name.
    pub name: Patch<String>,
    /// What it means.
    pub note: Patch<String>,
}

/// Whether the actor manages skills, which concern everybody.
pub(super) fn require(cx: &Cx<'_>) -> Result<()> {
    cx.require_organisation(Action::SkillsManage)?;
    cx.require_whole_sight()
}

fn subject(skill: &Skill) -> Subject {
    Subject::new("skill", skill.id.as_uuid(), &skill.name)
}

/// Creates a skill.
///
/// # Errors
/// [`Error::Invalid`] with every wrong field; [`Error::Conflict`] where the name is in use;
/// [`Error::Forbidden`].
pub async fn create(cx: &mut Cx<'_>, new: NewSkill) -> Result<Skill> {
    require(cx)?;
    let (name, note) = checked(&new.name, &new.note)?;
    let id: SkillId = cx.id();
    let skill = Skill { id, name, note, version: 1, created_at: cx.now, updated_at: cx.now };
    let folded = kernel::fold(&skill.name);
    let values =
        params![id, cx.organisation_id, skill.name.clone(), folded, skill.note.clone(), cx.now];
    cx.tx.execute(INSERT, &values).await?;
    organisations::count_skills(cx, 1).await?;
    let facts = serde_json::to_value(&skill).map_err(Error::internal)?;
    cx.record(Event::new("skill.created", subject(&skill)).with(facts)).await?;
    Ok(skill)
}

fn checked(name: &str, note: &str) -> Result<(String, String)> {
    let mut checks = Checks::default();
    let name = checks.take("name", fields::name(name));
    let note = checks.take("note", fields::note(note));
    checks.finish()?;
    Ok((name, note))
}

/// Changes a skill.
///
/// # Errors
/// [`Error::Stale`]; [`Error::NotFound`]; as [`create`].
pub async fn update(
    cx: &mut Cx<'_>,
    id: SkillId,
    version: Option<i64>,
    patch: SkillPatch,
) -> Result<Skill> {
    require(cx)?;
    let before = find(cx, id).await?.ok_or(Error::NotFound)?;
    if version.is_some_and(|version| version != before.version) {
        return Err(Error::Stale);
    }
    let name = patch.name.apply(Some(before.name.clone())).unwrap_or_default();
    let note = patch.note.apply(Some(before.note.clone())).unwrap_or_default();
    let (name, note) = checked(&name, &note)?;
    if name == before.name && note == before.note {
        return Ok(before);
    }
    let folded = kernel::fold(&name);
    let values =
        params![cx.organisation_id, id, name.clone(), folded, note.clone(), cx.now, before.version];
    if cx.tx.execute(UPDATE, &values).await? == 0 {
        return Err(Error::Stale);
    }
    let after =
        Skill { name, note, version: before.version + 1, updated_at: cx.now, ..before.clone() };
    let event = Event::new("skill.updated", subject(&after));
    cx.record(event.change(&before, &after)).await?;
    Ok(after)
}

/// Deletes a skill that nobody has. With `withdraw` it is taken from everybody and out of every profile
/// first; a profile that has no other skill still stands against it.
///
/// # Errors
/// [`Error::Conflict`] with `skill_in_use` and by whom; [`Error::NotFound`]; [`Error::Forbidden`].
pub async fn delete(cx: &mut Cx<'_>, id: SkillId, withdraw: bool) -> Result<()> {
    require(cx)?;
    let skill = find(cx, id).await?.ok_or(Error::NotFound)?;
    let held = holders(cx, id).await?;
    let refusal = if withdraw { only_skill_of(cx, id).await? } else { by_whom(cx, &held).await? };
    if let Some(detail) = refusal {
        return Err(Error::Conflict { code: Code::SkillInUse, detail: Some(detail) });
    }
    profiles::withdraw_skill(cx, id).await?;
    for statement in [WITHDRAW, DELETE] {
        cx.tx.execute(statement, &params![cx.organisation_id, id]).await?;
    }
    organisations::count_skills(cx, -1).await?;
    if held.people > 0 {
        note_all(cx).await?;
    }
    let lost = json!({"people": held.people, "profiles": held.profiles_in_all});
    cx.record(Event::new("skill.deleted", subject(&skill)).with(lost)).await
}

/// Profiles that would be left without any skill.
async fn only_skill_of(cx: &mut Cx<'_>, id: SkillId) -> Result<Option<String>> {
    let names = profiles::of_one_skill(cx, id).await?;
    let told = || format!("It is the only skill of the profiles {}.", names.join(", "));
    Ok((!names.is_empty()).then(told))
}

/// The first few who have it, and how many more.
async fn by_whom(cx: &mut Cx<'_>, held: &Holders) -> Result<Option<String>> {
    const NAMED: usize = 5;
    if held.people == 0 && held.profiles_in_all == 0 {
        return Ok(None);
    }
    let some: Vec<_> = held.users.iter().copied().take(NAMED).collect();
    let people = users::names(cx, &some).await?.into_iter().map(|(_, name)| name).collect();
    let parts = [
        ("Held by", first(people, held.people)),
        ("In the profiles", first(held.profiles.clone(), held.profiles_in_all)),
    ];
    let told = parts.iter().filter(|(_, names)| !names.is_empty());
    let told: Vec<String> = told.map(|(head, names)| format!("{head} {names}.")).collect();
    Ok(Some(told.join(" ")))
}

/// The first few names, and how many more there are.
pub(crate) fn first(mut names: Vec<String>, in_all: i64) -> String {
    const NAMED: usize = 5;
    names.truncate(NAMED);
    let more = in_all - i64::try_from(names.len()).unwrap_or(i64::MAX);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    format!("{}{more}", names.join(", "))
}
