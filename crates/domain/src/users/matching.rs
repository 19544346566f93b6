//! All whom a filter of the list finds, for whom something is done at once (SPEC USR-8, USR-16).

use db::Query;
use kernel::Result;
use kernel::ids::{GroupId, UserId};

use super::bulk::{BulkStep, MOST};
use super::filter::{Filter, matching, scope};
use super::plan::Plan;
use crate::access::Action;
use crate::cx::Cx;
use crate::organisations;

/// Who is concerned out of all that a filter finds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Concerned {
    /// As many of them as one call takes, by name.
    pub ids: Vec<UserId>,
    /// How many there are.
    pub in_all: i64,
}

/// Finds those who match, are within the actor's reach and are not in the group yet. So the rest follows when
/// the same is asked again after a move.
///
/// # Errors
/// [`kernel::Error::Forbidden`] for those who move nobody.
pub async fn movable(cx: &mut Cx<'_>, filter: &Filter, to: GroupId) -> Result<Concerned> {
    concerned(cx, filter, Action::UsersMoveGroup, |query| {
        query.push(" AND u.group_id <> ").bind(to);
    })
    .await
}

/// Finds those who match, are within the actor's reach and in a state out of which the step leads; never the actor,
/// nor the owner. So the rest follows when the same is asked again after the step, unless 1,000 are refused for
/// reasons of their own, such as a higher rank.
///
/// # Errors
/// [`kernel::Error::Forbidden`] for those who may do it to nobody.
pub async fn steppable(cx: &mut Cx<'_>, filter: &Filter, step: &BulkStep) -> Result<Concerned> {
    let (me, owner) = (cx.principal()?.user_id, organisations::owner(cx).await?);
    concerned(cx, filter, step.action(), |query| {
        query.push(" AND u.id NOT IN ").bind_list([Some(me), owner].into_iter().flatten());
        query.push(" AND u.lifecycle IN ").bind_list(step.from().iter().copied());
    })
    .await
}

async fn concerned(
    cx: &mut Cx<'_>,
    filter: &Filter,
    action: Action,
    narrow: impl Fn(&mut Query),
) -> Result<Concerned> {
    let (seen, reached) = (cx.require(Action::UsersView)?, cx.require(action)?);
    let plan = filter.plan(cx).await?;
    let (mut some, all) = {
        let asking = |what: &str| {
            let mut query = Query::new(what);
            query.push(&plan.from(cx)).bind(cx.organisation_id);
            matching(&mut query, cx, &filter.search, plan != Plan::Free);
            filter.narrow(&mut query, cx, seen, plan);
            scope(&mut query, cx, reached);
            narrow(&mut query);
            query
        };
        (asking("SELECT u.id"), asking("SELECT COUNT(*)"))
    };
    let most = i64::try_from(MOST).unwrap_or(i64::MAX);
    some.push(" ORDER BY u.name_key, u.id LIMIT ").bind(most);
    let found = cx.tx.list::<(UserId,)>(&some).await?;
    let in_all = cx.tx.list::<(i64,)>(&all).await?.first().map_or(0, |(count,)| *count);
    Ok(Concerned { ids: found.into_iter().map(|(id,)| id).collect(), in_all })
}
