//! Licences that nobody uses: who holds a seat and has not signed in for long (SPEC LIC-6).

use db::Query;
use kernel::{Result, Span};

use super::filter::scope;
use super::table::{SELECT, User};
use crate::access::Action;
use crate::cx::Cx;

/// How many are shown.
const MOST: usize = 200;

/// Holders of a seat who have not signed in for as many days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unused {
    /// Who, the longest away first; at most 200.
    pub users: Vec<User>,
    /// Whether there are more.
    pub more: bool,
}

/// Users whom the actor may see who hold a seat and have not signed in for `days`. Who was created within
/// that time is not among them.
///
/// # Errors
/// [`kernel::Error::Forbidden`] for those who may not see licences.
pub async fn unused(cx: &mut Cx<'_>, days: i64) -> Result<Unused> {
    cx.require(Action::LicencesView)?;
    let reach = cx.require(Action::UsersView)?;
    let since = cx.now.minus(Span::days(days.clamp(0, 3650)));
    let mut query = Query::new(SELECT);
    query.push(" FROM users u WHERE u.organisation_id = ").bind(cx.organisation_id);
    query.push(" AND u.licence IS NOT NULL AND u.lifecycle IN ('invited', 'active')");
    query.push(" AND u.last_sign_in_at < ").bind(since);
    query.push(" AND u.created_at < ").bind(since);
    scope(&mut query, cx, reach);
    query.push(" ORDER BY u.last_sign_in_at, u.id LIMIT 201");
    let mut users = cx.tx.list::<User>(&query).await?;
    let more = users.len() > MOST;
    users.truncate(MOST);
    Ok(Unused { users, more })
}
