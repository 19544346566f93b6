//! The list of invitations.

use db::Query;
use kernel::{Cursor, Page, PageSize, Result, Span, Timestamp};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::table::{Invitation, SELECT, State};
use crate::access::{Action, Reach};
use crate::cx::Cx;
use crate::users;

/// Which invitations are wanted; empty means all.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Only this state.
    pub state: Option<State>,
    /// Only pending ones whose time is over, or only those that can still be accepted.
    pub expired: Option<bool>,
}

#[derive(Serialize, Deserialize)]
struct Place(i64, Uuid);

/// A page of the invitations of people within the actor's reach, newest first.
///
/// # Errors
/// [`kernel::Error::Forbidden`] for those who do not invite; an invalid cursor.
pub async fn list(
    cx: &mut Cx<'_>,
    filter: &Filter,
    size: PageSize,
    cursor: Option<&Cursor>,
) -> Result<Page<Invitation>> {
    let reach = cx.require(Action::InvitationsView)?;
    let mut query = Query::new(SELECT);
    query.push(" WHERE i.organisation_id = ").bind(cx.organisation_id);
    users::in_reach(&mut query, cx, reach, "i.user_id");
    if let Some(state) = filter.state {
        query.push(" AND i.state = ").bind(state);
    }
    if let Some(expired) = filter.expired {
        let comparison = if expired { "<=" } else { ">" };
        query.push(" AND i.state = 'pending' AND i.expires_at ").push(comparison).bind(cx.now);
    }
    if let Some(cursor) = cursor {
        let Place(at, id) = cursor.unpack()?;
        query.push(" AND (i.created_at, i.id) < (").bind(at).push(", ").bind(id).push(")");
    }
    query.push(" ORDER BY i.created_at DESC, i.id DESC LIMIT ").bind(size.fetch());
    let rows = cx.tx.list::<Invitation>(&query).await?;
    Ok(Page::from_rows(rows, size, |row| {
        Cursor::pack(&Place(row.created_at.micros(), row.id.as_uuid()))
    }))
}

/// Pending invitations that end within two days or have ended, for the dashboard; at most `limit`.
///
/// # Errors
/// [`kernel::Error::Forbidden`] for those who see no dashboard of all people.
pub async fn ending_soon(cx: &mut Cx<'_>, limit: i64) -> Result<Vec<Invitation>> {
    cx.require_organisation(Action::DashboardView)?;
    let until: Timestamp = cx.now.plus(Span::days(2));
    let mut query = Query::new(SELECT);
    query.push(" WHERE i.organisation_id = ").bind(cx.organisation_id);
    query.push(" AND i.state = 'pending' AND i.expires_at <= ").bind(until);
    users::in_reach(&mut query, cx, Reach::ORGANISATION, "i.user_id");
    query.push(" ORDER BY i.expires_at LIMIT ").bind(limit);
    Ok(cx.tx.list::<Invitation>(&query).await?)
}
