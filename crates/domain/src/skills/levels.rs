//! A person's own levels: those they answer with whichever profile they log on with.

use std::collections::BTreeMap;

use db::{Query, params};
use kernel::ids::{SkillId, UserId};
use kernel::{Error, Result};
use serde_json::{Map, Value, json};
use sha2::{Digest as _, Sha256};

use super::level::{Asked, Level, Levelled, read};
use super::table::{DROP, FORGET_USER, OF_USER, PUT};
use super::{find_all, note};
use crate::access::Action;
use crate::audit::Event;
use crate::cx::Cx;
use crate::users::{self, Checks, User};

/// The levels of a person, by name of the skill.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held(pub Vec<Levelled>);

impl Held {
    /// Tells one state of the levels from another. It is made of them, so that giving somebody levels does
    /// not disturb whoever edits the rest of their record.
    pub fn version(&self) -> i64 {
        let mut digest = Sha256::new();
        for one in &self.0 {
            digest.update(one.skill_id.as_uuid());
            digest.update(one.level.get().to_be_bytes());
        }
        let bytes = digest.finalize();
        let number = bytes.iter().take(6).fold(0_i64, |sum, byte| (sum << 8) | i64::from(*byte));
        number + 1
    }
}

/// The levels of a person whom the actor sees.
///
/// # Errors
/// As for every verb on a person.
pub async fn of_user(cx: &mut Cx<'_>, id: UserId) -> Result<Held> {
    users::get(cx, id).await?;
    held(cx, id).await
}

async fn held(cx: &mut Cx<'_>, id: UserId) -> Result<Held> {
    let rows =
        cx.tx.few::<(SkillId, String, Level)>(OF_USER, &params![cx.organisation_id, id]).await?;
    let all = rows.into_iter().map(|(skill_id, name, level)| Levelled { skill_id, name, level });
    Ok(Held(all.collect()))
}

/// The levels in some skills of people whom the caller has found, in one query; in all skills where none is
/// named.
///
/// # Errors
/// Faults of the database.
pub async fn of_users(
    cx: &mut Cx<'_>,
    users: &[UserId],
    skills: &[SkillId],
) -> Result<BTreeMap<(UserId, SkillId), Level>> {
    if users.is_empty() {
        return Ok(BTreeMap::new());
    }
    let mut query =
        Query::new("SELECT user_id, skill_id, level FROM user_skills WHERE organisation_id = ");
    query.bind(cx.organisation_id).push(" AND user_id IN ").bind_list(users.iter().copied());
    if !skills.is_empty() {
        query.push(" AND skill_id IN ").bind_list(skills.iter().copied());
    }
    let rows = cx.tx.list::<(UserId, SkillId, Level)>(&query).await?;
    Ok(rows.into_iter().map(|(user, skill, level)| ((user, skill), level)).collect())
}

/// Gives a person these levels and no others.
///
/// # Errors
/// [`Error::Stale`]; [`Error::Invalid`] with every wrong level; as for every verb on a person.
pub async fn set(
    cx: &mut Cx<'_>,
    id: UserId,
    version: Option<i64>,
    asked: &[Asked],
) -> Result<Held> {
    let user = users::find(cx, id, Action::UsersAssignSkills).await?.user;
    let before = held(cx, id).await?;
    if version.is_some_and(|version| version != before.version()) {
        return Err(Error::Stale);
    }
    let mut checks = Checks::default();
    let levels = read(cx, &mut checks, "skills", asked).await?;
    checks.finish()?;
    let kept = before.0.iter().map(|one| (one.skill_id, None));
    let mut change: Change = kept.collect();
    change.extend(levels.into_iter().map(|(skill, level)| (skill, Some(level))));
    apply(cx, &user, &change).await?;
    held(cx, id).await
}

/// Which skills become which level, or none.
pub(super) type Change = BTreeMap<SkillId, Option<Level>>;

/// Changes a person's levels in some skills; answers in how many.
pub(super) async fn apply(cx: &mut Cx<'_>, user: &User, change: &Change) -> Result<usize> {
    let skills: Vec<SkillId> = change.keys().copied().collect();
    let before = of_users(cx, &[user.id], &skills).await?;
    let mut changed = Vec::new();
    for (skill, level) in change {
        let was = before.get(&(user.id, *skill)).copied();
        if was == *level {
            continue;
        }
        let (organisation, id) = (cx.organisation_id, user.id);
        match level {
            Some(level) => cx.tx.execute(PUT, &params![organisation, id, *skill, *level]).await?,
            None => cx.tx.execute(DROP, &params![organisation, id, *skill]).await?,
        };
        changed.push((*skill, was, *level));
    }
    if !changed.is_empty() {
        note(cx, user.id).await?;
        record(cx, user, &changed).await?;
    }
    Ok(changed.len())
}

/// One row in the log for all that changed for a person, by names of skills.
async fn record(
    cx: &mut Cx<'_>,
    user: &User,
    changed: &[(SkillId, Option<Level>, Option<Level>)],
) -> Result<()> {
    let ids: Vec<SkillId> = changed.iter().map(|(skill, ..)| *skill).collect();
    let names = find_all(cx, &ids).await?;
    let told = |levels: &mut dyn Iterator<Item = (SkillId, Option<Level>)>| {
        let named = levels.filter_map(|(skill, level)| {
            Some((names.get(&skill)?.clone(), Value::from(level?.get())))
        });
        json!({"skills": named.collect::<Map<_, _>>()})
    };
    let before = told(&mut changed.iter().map(|(skill, was, _)| (*skill, *was)));
    let after = told(&mut changed.iter().map(|(skill, _, level)| (*skill, *level)));
    let event = Event::new("user.skills_changed", users::subject(user));
    cx.record(event.change(&before, &after)).await
}

/// Takes every level from somebody who is removed.
pub(crate) async fn forget_user(cx: &mut Cx<'_>, user: UserId) -> Result<()> {
    cx.tx.execute(FORGET_USER, &params![cx.organisation_id, user]).await?;
    Ok(())
}
