//! What a step for several users would come to, before it is taken (SPEC USR-8, USR-16).

use std::collections::BTreeSet;

use db::Query;
use kernel::Result;
use kernel::ids::UserId;

use super::bulk::{BulkStep, each_once, guard_number};
use super::find::{relations, several};
use super::preview_moves::count;
use super::table::User;
use super::vocabulary::Lifecycle;
use crate::access;
use crate::cx::Cx;
use crate::{organisations, presence, sessions};

/// What a step of several would come to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StepsPreview {
    /// For whom it would be done, in the order in which they were named.
    pub going: Vec<UserId>,
    /// How many of those were invited and have not come yet.
    pub invited: i64,
    /// How many are in a state out of which it does not lead.
    pub elsewhere: i64,
    /// How many the actor may not do it to, or does not see.
    pub refused: i64,
    /// Sessions and API tokens of those who go.
    pub sessions: i64,
    /// People who stay and report to one who goes.
    pub reports: i64,
    /// How many of those who go are logged on to a queue.
    pub logged_on: i64,
}

/// Tells what a step would come to for these users. Who is refused for a reason that shows only on the way, such
/// as no licence that is free, is counted among those for whom it would be done.
///
/// # Errors
/// [`kernel::Error::Invalid`] for more users than one call takes; [`kernel::Error::Forbidden`].
pub async fn preview_steps(
    cx: &mut Cx<'_>,
    ids: &[UserId],
    step: &BulkStep,
) -> Result<StepsPreview> {
    cx.require(step.action())?;
    guard_number(ids)?;
    let ids = each_once(ids);
    let users = several(cx, &ids).await?;
    let unseen = ids.len().saturating_sub(users.len());
    let (open, elsewhere): (Vec<_>, Vec<_>) =
        users.into_iter().partition(|user| step.from().contains(&user.lifecycle));
    let relations = relations(cx, &open).await?;
    let owner = organisations::owner(cx).await?;
    let me = cx.principal()?;
    let may = |user: &User| {
        let relation = relations.get(&user.id);
        user.id != me.user_id
            && Some(user.id) != owner
            && relation.is_some_and(|one| access::decide(me, step.action(), *one).is_ok())
    };
    let (going, refused): (Vec<_>, Vec<_>) = open.into_iter().partition(may);
    let invited = going.iter().filter(|user| user.lifecycle == Lifecycle::Invited).count();
    let known: BTreeSet<UserId> = going.iter().map(|user| user.id).collect();
    let going: Vec<UserId> = ids.iter().copied().filter(|id| known.contains(id)).collect();
    Ok(StepsPreview {
        invited: count(invited),
        elsewhere: count(elsewhere.len()),
        refused: count(refused.len() + unseen),
        sessions: sessions::count_of(cx, &going).await?,
        reports: count_reports(cx, &going).await?,
        logged_on: presence::count_logged_on(cx, &going).await?,
        going,
    })
}

async fn count_reports(cx: &mut Cx<'_>, going: &[UserId]) -> Result<i64> {
    let mut query = Query::new("SELECT COUNT(*) FROM users WHERE organisation_id = ");
    query.bind(cx.organisation_id).push(" AND reports_to IN ").bind_list(going.iter().copied());
    query.push(" AND id NOT IN ").bind_list(going.iter().copied());
    Ok(cx.tx.list::<(i64,)>(&query).await?.first().map_or(0, |(count,)| *count))
}
