//! Levels of many people in many skills as one change: the matrix (SPEC GRP-3).

use std::collections::{BTreeMap, BTreeSet};

use kernel::ids::{SkillId, UserId};
use kernel::{Code, Error, Patch, Result};

use super::find_all;
use super::level::Level;
use super::levels::{Change, apply, of_users};
use crate::access::Action;
use crate::cx::Cx;
use crate::users::{self, Checks, User};

/// Most cells changed in one call.
const MOST: usize = 5000;

/// One cell of the matrix as it is to become.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// Whose level.
    pub user_id: UserId,
    /// In what.
    pub skill_id: SkillId,
    /// The level; none takes it.
    pub level: Option<i64>,
    /// What it was when somebody began to edit; absent where that does not matter.
    pub was: Patch<i64>,
}

/// Changes cells: all of them or, where anything stands against one, none. Answers how many had another
/// level before.
///
/// # Errors
/// [`Error::Invalid`] with every wrong cell, `level_changed` among them where somebody else was quicker;
/// [`Error::Forbidden`] where one of the people is seen but not the actor's to give levels to.
pub async fn set_cells(cx: &mut Cx<'_>, cells: &[Cell]) -> Result<usize> {
    cx.require(Action::UsersAssignSkills)?;
    if cells.len() > MOST {
        return Err(Error::field("cells", Code::TooMany));
    }
    let mut checks = Checks::default();
    let people = people(cx, &mut checks, cells).await?;
    let changes = changes(cx, &mut checks, cells, &people).await?;
    checks.finish()?;
    let mut changed = 0;
    for (id, change) in &changes {
        if let Some(user) = people.get(id) {
            changed += apply(cx, user, change).await?;
        }
    }
    Ok(changed)
}

/// The people of the cells, each the actor's to give levels to.
async fn people(
    cx: &mut Cx<'_>,
    checks: &mut Checks,
    cells: &[Cell],
) -> Result<BTreeMap<UserId, User>> {
    let mut people = BTreeMap::new();
    let wanted: BTreeSet<UserId> = cells.iter().map(|cell| cell.user_id).collect();
    for id in wanted {
        match users::find(cx, id, Action::UsersAssignSkills).await {
            Ok(found) => {
                people.insert(id, found.user);
            }
            Err(Error::NotFound) => {}
            Err(other) => return Err(other),
        }
    }
    for (at, cell) in cells.iter().enumerate() {
        if !people.contains_key(&cell.user_id) {
            checks.refuse(&format!("cells/{at}/user_id"), Code::UserUnknown);
        }
    }
    Ok(people)
}

/// What becomes of each person's levels.
async fn changes(
    cx: &mut Cx<'_>,
    checks: &mut Checks,
    cells: &[Cell],
    people: &BTreeMap<UserId, User>,
) -> Result<BTreeMap<UserId, Change>> {
    let skills: BTreeSet<SkillId> = cells.iter().map(|cell| cell.skill_id).collect();
    let skills: Vec<SkillId> = skills.into_iter().collect();
    let known = find_all(cx, &skills).await?;
    let ids: Vec<UserId> = people.keys().copied().collect();
    let now = of_users(cx, &ids, &skills).await?;
    let mut changes: BTreeMap<UserId, Change> = BTreeMap::new();
    for (at, cell) in cells.iter().enumerate() {
        let level = cell.level.map(Level::new).transpose();
        let level = checks.take(&format!("cells/{at}/level"), level);
        let standing = now.get(&(cell.user_id, cell.skill_id)).map(|level| level.get());
        if !known.contains_key(&cell.skill_id) {
            checks.refuse(&format!("cells/{at}/skill_id"), Code::SkillUnknown);
        } else if is_stale(&cell.was, standing) && standing != cell.level {
            let now = standing.map_or("none".to_owned(), |level| level.to_string());
            let pointer = format!("cells/{at}/was");
            checks.refuse_with(&pointer, Code::LevelChanged, format!("It is now {now}."));
        }
        let of = changes.entry(cell.user_id).or_default();
        if of.insert(cell.skill_id, level).is_some() {
            checks.refuse(&format!("cells/{at}/skill_id"), Code::SkillTwice);
        }
    }
    Ok(changes)
}

/// Whether somebody else has changed the level since editing began.
fn is_stale(was: &Patch<i64>, standing: Option<i64>) -> bool {
    match was {
        Patch::Absent => false,
        Patch::Null => standing.is_some(),
        Patch::Value(level) => standing != Some(*level),
    }
}
