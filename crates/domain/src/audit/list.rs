//! Reading the log, newest first.

use db::{Query, params};
use kernel::{Cursor, Page, PageSize, Result, Timestamp};
use uuid::Uuid;

use super::table::AuditRow;
use crate::access::Action;
use crate::actor::Surface;
use crate::cx::Cx;
use crate::resource_filters;

/// What of the log is wanted; nothing set means all.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// What happened to one of these.
    pub subject_ids: Option<Vec<Uuid>>,
    /// What one of these users did.
    pub actor_ids: Option<Vec<Uuid>>,
    /// What came by this way.
    pub surface: Option<Surface>,
    /// What came from this address.
    pub address: Option<String>,
    /// This action, or all of a noun: `user.` with the dot.
    pub action: Option<String>,
    /// Not before.
    pub from: Option<Timestamp>,
    /// Before.
    pub until: Option<Timestamp>,
}

/// A page of the log, newest first.
///
/// # Errors
/// [`kernel::Error::Forbidden`] without the right to see it; an invalid cursor.
pub async fn page(
    cx: &mut Cx<'_>,
    filter: &Filter,
    size: PageSize,
    cursor: Option<&Cursor>,
) -> Result<Page<AuditRow>> {
    cx.require_organisation(Action::AuditView)?;
    rows(cx, filter, size, cursor).await
}

/// The same without asking for the right to the whole log; the caller has authorised a narrower one.
pub(crate) async fn rows(
    cx: &mut Cx<'_>,
    filter: &Filter,
    size: PageSize,
    cursor: Option<&Cursor>,
) -> Result<Page<AuditRow>> {
    let mut query = Query::new(AUDIT);
    query.push(" WHERE organisation_id = ").bind(cx.organisation_id);
    narrow(&mut query, filter);
    if let Some(cursor) = cursor {
        query.push(" AND seq < ").bind(cursor.unpack::<i64>()?);
    }
    push_seen(&mut query, cx);
    query.push(" ORDER BY seq DESC LIMIT ").bind(size.fetch());
    let rows = cx.tx.list::<AuditRow>(&query).await?;
    Ok(Page::from_rows(rows, size, |row| Cursor::pack(&row.seq)))
}

fn narrow(query: &mut Query, filter: &Filter) {
    let Filter { subject_ids, actor_ids, surface, address, action, from, until } = filter;
    for (column, ids) in [(" AND subject_id IN ", subject_ids), (" AND actor_id IN ", actor_ids)] {
        if let Some(ids) = ids {
            query.push(column).bind_list(ids.iter().copied());
        }
    }
    if let Some(surface) = surface {
        query.push(" AND surface = ").bind(surface.as_str());
    }
    if let Some(address) = address {
        query.push(" AND address = ").bind(address.as_str());
    }
    if let Some(action) = action {
        if action.ends_with('.') {
            query.push(" AND action >= ").bind(action.as_str());
            query.push(" AND action < ").bind(format!("{}/", action.trim_end_matches('.')));
        } else {
            query.push(" AND action = ").bind(action.as_str());
        }
    }
    if let Some(from) = from {
        query.push(" AND at >= ").bind(*from);
    }
    if let Some(until) = until {
        query.push(" AND at < ").bind(*until);
    }
}

/// Leaves out what happened to people, groups and teams whom a resource filter hides (SPEC GRP-2).
fn push_seen(query: &mut Query, cx: &Cx<'_>) {
    if cx.resource_filter().is_none() {
        return;
    }
    query.push(" AND (subject_kind NOT IN ('user', 'group', 'team') OR subject_id IN (");
    query.push("SELECT u.id FROM users u WHERE u.organisation_id = ").bind(cx.organisation_id);
    resource_filters::push_people(query, cx);
    query.push(" UNION ALL SELECT g.id FROM user_groups g WHERE g.organisation_id = ");
    query.bind(cx.organisation_id);
    resource_filters::push_groups(query, cx, "g.id");
    query.push(" UNION ALL SELECT t.id FROM teams t WHERE t.organisation_id = ");
    query.bind(cx.organisation_id);
    resource_filters::push_teams(query, cx, "t.id");
    query.push("))");
}

/// Rows after a sequence number, for those who resume watching; at most `limit`.
///
/// # Errors
/// Faults of the database.
pub async fn after(cx: &mut Cx<'_>, seq: i64, limit: i64) -> Result<Vec<AuditRow>> {
    let organisation = cx.organisation_id;
    Ok(cx.tx.all(super::table::AFTER, &params![organisation, seq, limit]).await?)
}

const AUDIT: &str = const_format::concatcp!("SELECT ", AuditRow::COLUMNS, " FROM audit");
