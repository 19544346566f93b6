//! How well somebody answers with a skill, and sets of skills with levels as they come from outside.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use kernel::ids::SkillId;
use kernel::{Code, FromValue, Result, Value, ValueRef};
use serde::Serialize;

use super::find_all;
use crate::cx::Cx;
use crate::users::Checks;

/// Most skills that a person or a profile has.
const MOST: usize = 500;

/// A level: a whole number from 1, a beginner, to 9, an expert.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Level(i64);

impl Level {
    /// The lowest.
    pub const LOWEST: Self = Self(1);
    /// The highest.
    pub const HIGHEST: Self = Self(9);

    /// The level of this number.
    ///
    /// # Errors
    /// [`Code::LevelOutOfRange`].
    pub fn new(number: i64) -> Result<Self, Code> {
        let fits = (Self::LOWEST.0..=Self::HIGHEST.0).contains(&number);
        if fits { Ok(Self(number)) } else { Err(Code::LevelOutOfRange) }
    }
    /// Its number.
    pub const fn get(self) -> i64 {
        self.0
    }
}

impl Default for Level {
    fn default() -> Self {
        Self::LOWEST
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl From<Level> for Value {
    fn from(level: Level) -> Self {
        Self::Int(level.0)
    }
}

impl FromValue for Level {
    fn from_value(value: ValueRef<'_>) -> Result<Self, String> {
        let number = i64::from_value(value)?;
        Self::new(number).map_err(|_| format!("no level: {number}"))
    }
}

/// A skill and a level as somebody asked for them: both may be wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asked {
    /// The skill.
    pub skill_id: SkillId,
    /// The level.
    pub level: i64,
}

/// A skill with its name and a level.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Levelled {
    /// The skill.
    pub skill_id: SkillId,
    /// Its name.
    pub name: String,
    /// The level.
    pub level: Level,
}

/// The levels asked for; what is wrong with each is noted under `pointer`.
pub(crate) async fn read(
    cx: &mut Cx<'_>,
    checks: &mut Checks,
    pointer: &str,
    asked: &[Asked],
) -> Result<BTreeMap<SkillId, Level>> {
    let mut levels = BTreeMap::new();
    if asked.len() > MOST {
        checks.refuse(pointer, Code::TooMany);
        return Ok(levels);
    }
    let ids: Vec<SkillId> = asked.iter().map(|one| one.skill_id).collect();
    let known: BTreeSet<SkillId> = find_all(cx, &ids).await?.into_keys().collect();
    for (at, Asked { skill_id, level }) in asked.iter().enumerate() {
        let level = checks.take(&format!("{pointer}/{at}/level"), Level::new(*level));
        if !known.contains(skill_id) {
            checks.refuse(&format!("{pointer}/{at}/skill_id"), Code::SkillUnknown);
        } else if levels.insert(*skill_id, level).is_some() {
            checks.refuse(&format!("{pointer}/{at}/skill_id"), Code::SkillTwice);
        }
    }
    Ok(levels)
}

#[cfg(test)]
mod tests {
    use super::Level;

    #[test]
    fn a_level_is_a_whole_number_from_1_to_9() {
        let fits = |number| Level::new(number).is_ok();
        assert_eq!(
            (-1..=11).filter(|number| fits(*number)).collect::<Vec<_>>(),
            [1, 2, 3, 4, 5, 6, 7, 8, 9]
        );
    }
}
