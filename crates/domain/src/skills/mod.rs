//! Skills, and how well each person answers with them by their own levels (SPEC section 1; ADR 0014).
//!
//! | To … | see |
//! |---|---|
//! | read one, a page, or all names | [`get`], [`list`], [`named`] |
//! | create, change, delete | [`create`], [`update`], [`delete`] |
//! | see and set the levels of a person | [`of_user`], [`set`] |
//! | see and set those of many at once | [`matrix`], [`set_cells`] |
//! | tell who has a skill | [`holders`] |
//!
//! Invariants: a level is a whole number from 1 to 9; a skill that somebody has or a profile names stays;
//! levels are of the person's own organisation.

mod cells;
mod level;
mod levels;
mod matrix;
mod narrow;
mod note;
mod save;
mod table;

use std::collections::BTreeMap;

use db::{Query, params};
use kernel::ids::{SkillId, UserId};
use kernel::{Cursor, Error, Page, PageSize, Result};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub use cells::{Cell, set_cells};
pub(crate) use level::read;
pub use level::{Asked, Level, Levelled};
pub(crate) use levels::forget_user;
pub use levels::{Held, of_user, of_users, set};
pub use matrix::{Row, Who, matrix, matrix_of};
pub(crate) use narrow::{of as push_level, push_has, push_holders};
pub(crate) use note::{note, note_all};
pub(crate) use save::first;
pub use save::{NewSkill, SkillPatch, create, delete, update};
use table::{COUNT_HELD, FIND, HELD_BY, NAMED, SELECT};
pub use table::{STATEMENTS, Skill};

use crate::access::Action;
use crate::cx::Cx;
use crate::profiles;

/// A skill in the list, in counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// The skill.
    pub skill: Skill,
    /// How many people have a level of their own in it.
    pub people: i64,
    /// How many profiles name it.
    pub profiles: i64,
}

/// Who has a skill.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holders {
    /// The best of them; at most 100.
    pub users: Vec<UserId>,
    /// How many people have a level of their own in it.
    pub people: i64,
    /// Names of the profiles that name it; at most 100.
    pub profiles: Vec<String>,
    /// How many profiles name it.
    pub profiles_in_all: i64,
}

#[derive(Debug, Serialize, Deserialize)]
struct Place(String, Uuid);

/// A page of skills by name, with how many have each.
///
/// # Errors
/// [`Error::Forbidden`] for those who give nobody levels; [`Error::Invalid`] for a cursor of another list.
pub async fn list(
    cx: &mut Cx<'_>,
    size: PageSize,
    cursor: Option<&Cursor>,
) -> Result<Page<Listed>> {
    cx.require(Action::SkillsView)?;
    let mut query = Query::new(SELECT);
    query.bind(cx.organisation_id);
    if let Some(cursor) = cursor {
        let Place(key, id) = cursor.unpack()?;
        query.push(" AND (s.name_key, s.id) > (").bind(key).push(", ").bind(id).push(")");
    }
    query.push(" ORDER BY s.name_key, s.id LIMIT ").bind(size.fetch());
    let rows = cx.tx.list::<Skill>(&query).await?;
    let place = |skill: &Skill| Cursor::pack(&Place(kernel::fold(&skill.name), skill.id.as_uuid()));
    let page = Page::from_rows(rows, size, place);
    let ids: Vec<SkillId> = page.items.iter().map(|skill| skill.id).collect();
    let people = count_people(cx, &ids).await?;
    let profiles = profiles::naming(cx, &ids).await?;
    let of = |counts: &BTreeMap<SkillId, i64>, skill: &Skill| {
        counts.get(&skill.id).copied().unwrap_or_default()
    };
    Ok(page.map(|skill| Listed {
        people: of(&people, &skill),
        profiles: of(&profiles, &skill),
        skill,
    }))
}

async fn count_people(cx: &mut Cx<'_>, ids: &[SkillId]) -> Result<BTreeMap<SkillId, i64>> {
    let mut query =
        Query::new("SELECT skill_id, COUNT(*) FROM user_skills WHERE organisation_id = ");
    query.bind(cx.organisation_id).push(" AND skill_id IN ").bind_list(ids.iter().copied());
    query.push(" GROUP BY skill_id");
    Ok(cx.tx.list::<(SkillId, i64)>(&query).await?.into_iter().collect())
}

/// Ids and names of all, by name, for menus.
///
/// # Errors
/// [`Error::Forbidden`] for those who give nobody levels.
pub async fn named(cx: &mut Cx<'_>) -> Result<Vec<(SkillId, String)>> {
    cx.require(Action::SkillsView)?;
    let organisation = cx.organisation_id;
    Ok(cx.tx.all::<(SkillId, String)>(NAMED, &params![organisation]).await?)
}

/// One skill.
///
/// # Errors
/// [`Error::NotFound`] for a foreign or missing one; [`Error::Forbidden`].
pub async fn get(cx: &mut Cx<'_>, id: SkillId) -> Result<Skill> {
    cx.require(Action::SkillsView)?;
    find(cx, id).await?.ok_or(Error::NotFound)
}

/// Who has a skill, for those who manage them.
///
/// # Errors
/// [`Error::NotFound`] for a foreign or missing one; [`Error::Forbidden`].
pub async fn holders(cx: &mut Cx<'_>, id: SkillId) -> Result<Holders> {
    save::require(cx)?;
    find(cx, id).await?.ok_or(Error::NotFound)?;
    let values = params![cx.organisation_id, id];
    let users = cx.tx.all::<(UserId,)>(HELD_BY, &values).await?;
    let (people,) = cx.tx.one::<(i64,)>(COUNT_HELD, &values).await?;
    let (profiles, profiles_in_all) = profiles::names_of(cx, id).await?;
    let users = users.into_iter().map(|(id,)| id).collect();
    Ok(Holders { users, people, profiles, profiles_in_all })
}

pub(crate) async fn find(cx: &mut Cx<'_>, id: SkillId) -> Result<Option<Skill>> {
    let organisation = cx.organisation_id;
    Ok(cx.tx.optional::<Skill>(FIND, &params![organisation, id]).await?)
}

/// Names of those of these skills that there are.
pub(crate) async fn find_all(
    cx: &mut Cx<'_>,
    ids: &[SkillId],
) -> Result<BTreeMap<SkillId, String>> {
    if ids.is_empty() {
        return Ok(BTreeMap::new());
    }
    let mut query = Query::new("SELECT id, name FROM skills WHERE organisation_id = ");
    query.bind(cx.organisation_id).push(" AND id IN ").bind_list(ids.iter().copied());
    Ok(cx.tx.list::<(SkillId, String)>(&query).await?.into_iter().collect())
}
