//! Who is logged on to a queue (SPEC OPS-2). Until queues hand out work nobody logs on by themself; the
//! rules that ask about it stand already: nobody is moved (USR-12) or removed (USR-8) meanwhile, and who may not
//! sign in is on no queue.

mod table;

use db::{Query, params};
use kernel::ids::UserId;
use kernel::{Code, Error, Result};

pub use table::STATEMENTS;
use table::{LOG_OFF, LOG_ON, LOGGED_ON};

use crate::access::Action;
use crate::audit::Event;
use crate::cx::Cx;
use crate::users;

/// Whether a user is logged on to a queue.
///
/// # Errors
/// Faults of the database.
pub async fn is_logged_on(cx: &mut Cx<'_>, user: UserId) -> Result<bool> {
    let values = params![cx.organisation_id, user];
    Ok(cx.tx.optional::<(UserId,)>(LOGGED_ON, &values).await?.is_some())
}

/// How many of these users are logged on to a queue.
pub(crate) async fn count_logged_on(cx: &mut Cx<'_>, users: &[UserId]) -> Result<i64> {
    let mut query = Query::new("SELECT COUNT(*) FROM queue_log_ons WHERE organisation_id = ");
    query.bind(cx.organisation_id).push(" AND user_id IN ").bind_list(users.iter().copied());
    Ok(cx.tx.list::<(i64,)>(&query).await?.first().map_or(0, |(count,)| *count))
}

/// Logs oneself on.
///
/// # Errors
/// [`Error::Unauthenticated`] for a stranger.
pub async fn log_on(cx: &mut Cx<'_>) -> Result<()> {
    cx.require(Action::SelfService)?;
    let me = users::myself(cx).await?;
    cx.tx.execute(LOG_ON, &params![cx.organisation_id, me.id, cx.now]).await?;
    cx.record(Event::new("queue.logged_on", users::subject(&me))).await
}

/// Logs a user off; answers whether they were on.
async fn log_off(cx: &mut Cx<'_>, user: &users::User) -> Result<bool> {
    let was_on = cx.tx.execute(LOG_OFF, &params![cx.organisation_id, user.id]).await? > 0;
    if was_on {
        cx.record(Event::new("queue.logged_off", users::subject(user))).await?;
    }
    Ok(was_on)
}

/// What must not happen while somebody is logged on: refuses, or logs them off where that is forced
/// (SPEC USR-8, USR-12).
pub(crate) async fn leave_queue(cx: &mut Cx<'_>, user: &users::User, force: bool) -> Result<()> {
    if force {
        return log_off(cx, user).await.map(|_| ());
    }
    if is_logged_on(cx, user.id).await? {
        return Err(Error::conflict(Code::LoggedOnToQueue));
    }
    Ok(())
}
