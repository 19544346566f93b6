//! All whom a filter of the list finds, to be moved at once (SPEC USR-16).

use db::Query;
use kernel::Result;
use kernel::ids::{GroupId, UserId};

use super::filter::{Filter, matching, scope};
use super::move_group::MOST_MOVED;
use super::plan::Plan;
use crate::access::Action;
use crate::cx::Cx;

/// Who can be moved to a group out of all that a filter finds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Movable {
    /// As many of them as one call moves, by name.
    pub ids: Vec<UserId>,
    /// How many there are.
    pub in_all: i64,
}

/// Finds those who match, are within the actor's reach and are not in the group yet. So the rest follows when
/// the same is asked again after a move.
///
/// # Errors
/// [`kernel::Error::Forbidden`] for those who move nobody.
pub async fn movable(cx: &mut Cx<'_>, filter: &Filter, to: GroupId) -> Result<Movable> {
    let plan = filter.plan(cx).await?;
    let mut query = asking(cx, "SELECT u.id", filter, plan, to)?;
    let most = i64::try_from(MOST_MOVED).unwrap_or(i64::MAX);
    query.push(" ORDER BY u.name_key, u.id LIMIT ").bind(most);
    let found = cx.tx.list::<(UserId,)>(&query).await?;
    let counted = asking(cx, "SELECT COUNT(*)", filter, plan, to)?;
    let in_all = cx.tx.list::<(i64,)>(&counted).await?.first().map_or(0, |(count,)| *count);
    Ok(Movable { ids: found.into_iter().map(|(id,)| id).collect(), in_all })
}

fn asking(cx: &Cx<'_>, what: &str, filter: &Filter, plan: Plan, to: GroupId) -> Result<Query> {
    let (seen, moved) = (cx.require(Action::UsersView)?, cx.require(Action::UsersMoveGroup)?);
    let mut query = Query::new(what);
    query.push(&plan.from(cx)).bind(cx.organisation_id);
    matching(&mut query, cx, &filter.search, plan != Plan::Free);
    filter.narrow(&mut query, cx, seen, plan);
    scope(&mut query, cx, moved);
    query.push(" AND u.group_id <> ").bind(to);
    Ok(query)
}
