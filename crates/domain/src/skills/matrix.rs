//! People and their own levels as a table, a page at a time (SPEC GRP-3).

use std::collections::BTreeMap;

use kernel::ids::{GroupId, SkillId, TeamId, UserId};
use kernel::{Cursor, Page, PageSize, Result};

use super::level::Level;
use super::levels::of_users;
use crate::access::{self, Action};
use crate::cx::Cx;
use crate::users::list::{self, Filter, Request, Search};
use crate::users::{self, Lifecycle, User};

/// Whom the table shows: people who have not left.
#[derive(Debug, Clone, Default)]
pub struct Who {
    /// What was typed into the search.
    pub search: Search,
    /// Only these groups; all where none is named.
    pub groups: Vec<GroupId>,
    /// Only who is in one of these teams today.
    pub teams: Vec<TeamId>,
}

/// One person's levels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Who.
    pub user: User,
    /// Whether the actor may change them.
    pub may_change: bool,
    /// Their own levels in the skills asked for.
    pub levels: BTreeMap<SkillId, Level>,
}

/// A page of people by name with their levels in these skills; in all where none is named.
///
/// # Errors
/// [`kernel::Error::Forbidden`] for those who give nobody levels; [`kernel::Error::Invalid`] for a cursor of
/// another list.
pub async fn matrix(
    cx: &mut Cx<'_>,
    who: Who,
    skills: &[SkillId],
    size: PageSize,
    cursor: Option<Cursor>,
) -> Result<Page<Row>> {
    cx.require(Action::UsersAssignSkills)?;
    let Who { search, groups, teams } = who;
    let lifecycle = vec![Lifecycle::Invited, Lifecycle::Active, Lifecycle::Suspended];
    let filter = Filter { search, lifecycle, groups, teams, ..Filter::default() };
    let sort = Some(list::Sort::parse("name")?);
    let page = list::page(cx, &Request { filter, sort, size, cursor, count: false }).await?;
    let Page { items, next_cursor, total } = page;
    Ok(Page { items: rows(cx, items, skills).await?, next_cursor, total })
}

/// The same for these people, in this order; who is out of the actor's sight is left out.
///
/// # Errors
/// As [`matrix`].
pub async fn matrix_of(cx: &mut Cx<'_>, ids: &[UserId], skills: &[SkillId]) -> Result<Vec<Row>> {
    cx.require(Action::UsersAssignSkills)?;
    let mut users = users::several(cx, ids).await?;
    users.sort_by_key(|user| ids.iter().position(|id| *id == user.id));
    rows(cx, users, skills).await
}

async fn rows(cx: &mut Cx<'_>, users: Vec<User>, skills: &[SkillId]) -> Result<Vec<Row>> {
    let relations = users::relations(cx, &users).await?;
    let ids: Vec<UserId> = users.iter().map(|user| user.id).collect();
    let mut levels: BTreeMap<UserId, BTreeMap<SkillId, Level>> = BTreeMap::new();
    for ((user, skill), level) in of_users(cx, &ids, skills).await? {
        levels.entry(user).or_default().insert(skill, level);
    }
    let me = cx.principal()?;
    let row = |user: User| {
        let relation = relations.get(&user.id);
        let may = |one| access::decide(me, Action::UsersAssignSkills, one).is_ok();
        Row {
            may_change: relation.is_some_and(|one| may(*one)),
            levels: levels.remove(&user.id).unwrap_or_default(),
            user,
        }
    };
    Ok(users.into_iter().map(row).collect())
}
