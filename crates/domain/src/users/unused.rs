//! Licences that nobody uses: who holds a seat and has not signed in for long (SPEC LIC-6).

use db::Query;
use kernel::ids::UserId;
use kernel::{Cursor, Page, PageSize, Result, Span};

use super::filter::scope;
use super::table::{SELECT, User};
use crate::access::Action;
use crate::cx::Cx;

/// A page of the users whom the actor may see who hold a seat and have not signed in for `days`, the longest
/// away first. Who was created within that time is not among them.
///
/// # Errors
/// [`kernel::Error::Forbidden`] for those who may not see licences; an invalid cursor.
pub async fn page(
    cx: &mut Cx<'_>,
    days: i64,
    size: PageSize,
    cursor: Option<&Cursor>,
) -> Result<Page<User>> {
    cx.require(Action::LicencesView)?;
    let reach = cx.require(Action::UsersView)?;
    let since = cx.now.minus(Span::days(days.clamp(0, 3650)));
    let mut query = Query::new(SELECT);
    query.push(" FROM users u WHERE u.organisation_id = ").bind(cx.organisation_id);
    query.push(" AND u.licence IS NOT NULL AND u.lifecycle IN ('invited', 'active')");
    query.push(" AND u.last_sign_in_at < ").bind(since);
    query.push(" AND u.created_at < ").bind(since);
    if let Some(cursor) = cursor {
        let (last, id) = cursor.unpack::<(i64, UserId)>()?;
        query.push(" AND (u.last_sign_in_at, u.id) > (").bind(last).push(", ").bind(id).push(")");
    }
    scope(&mut query, cx, reach);
    query.push(" ORDER BY u.last_sign_in_at, u.id LIMIT ").bind(size.fetch());
    let rows = cx.tx.list::<User>(&query).await?;
    let place = |user: &User| Cursor::pack(&(user.last_sign_in_at.micros(), user.id));
    Ok(Page::from_rows(rows, size, place))
}
