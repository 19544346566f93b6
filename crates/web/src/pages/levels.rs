//! Levels as a form holds them: `level.ID` for what is wanted, `was.ID` for what stood there.

use std::collections::BTreeMap;

use domain::skills::{self, Asked, Levelled};
use domain::{Cx, users};
use kernel::ids::SkillId;
use kernel::{Code, Error, FieldError, Result};
use texts::{Arg, Texts};

use crate::html::typed::Typed;

/// Ids and names of all skills, for fields.
pub(super) async fn all(cx: &mut Cx<'_>) -> Result<Vec<(String, String)>> {
    let named = skills::named(cx).await?;
    Ok(named.into_iter().map(|(id, name)| (id.to_string(), name)).collect())
}

/// What is typed, or a number that is no level.
pub(super) fn number(text: &str) -> Option<i64> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.parse().unwrap_or(0))
}

/// The skills with a level typed, and the name of each one's field.
pub(super) fn asked(typed: &Typed) -> (Vec<Asked>, Vec<String>) {
    let filled = typed.pairs().iter().filter_map(|(name, text)| {
        let skill_id: SkillId = name.strip_prefix("level.")?.parse().ok()?;
        Some((Asked { skill_id, level: number(text)? }, name.clone()))
    });
    filled.unzip()
}

/// Fields of a form with these levels.
pub(super) fn values(levels: &[Levelled]) -> impl Iterator<Item = (String, String)> {
    levels.iter().map(|one| (format!("level.{}", one.skill_id), one.level.to_string()))
}

/// The same refusal with the names of the form's fields: `under/3/level` is about the third of them.
pub(super) fn placed(error: Error, under: &str, fields: &[String]) -> Error {
    let Error::Invalid(faults) = error else { return error };
    let place = |fault: FieldError| {
        let rest = fault.pointer.strip_prefix(under).and_then(|rest| rest.strip_prefix('/'));
        let number = rest.and_then(|rest| rest.split('/').next()?.parse::<usize>().ok());
        match number.and_then(|number| fields.get(number)) {
            Some(field) => FieldError { pointer: field.clone(), ..fault },
            None => fault,
        }
    };
    Error::Invalid(faults.into_iter().map(place).collect())
}

/// Says beside each field whose level somebody else has changed what stands there now; answers the other
/// refusals.
pub(super) fn tell_changed(
    typed: &mut Typed,
    error: Error,
    texts: Texts,
    now: &BTreeMap<String, String>,
) -> Error {
    let Error::Invalid(faults) = error else { return error };
    let (changed, rest): (Vec<_>, Vec<_>) =
        faults.into_iter().partition(|fault| fault.code == Code::LevelChanged);
    for fault in changed {
        let level = now.get(&fault.pointer).cloned().unwrap_or_default();
        let key = if level.is_empty() { "levels-now-none" } else { "levels-now" };
        let said = texts.with(key, &[("level", Arg::from(level))]).into_owned();
        typed.refuse(&fault.pointer, said);
    }
    Error::Invalid(rest)
}

/// A profile's or person's skills in one line.
pub(super) fn line(levels: &[Levelled]) -> String {
    let parts = levels.iter().map(|one| format!("{} {}", one.name, one.level));
    parts.collect::<Vec<_>>().join(", ")
}

/// The names of these users by id, as text.
pub(super) async fn names(
    cx: &mut Cx<'_>,
    ids: &[kernel::ids::UserId],
) -> Result<BTreeMap<String, String>> {
    let all = users::names(cx, ids).await?;
    Ok(all.into_iter().map(|(id, name)| (id.to_string(), name)).collect())
}
