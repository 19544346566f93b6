//! `/api/v1/audit`: who changed what (SPEC API-5).

use axum::extract::State;
use domain::Surface;
use domain::audit::{AuditRow, list};
use kernel::{Code, Error, Result, Timestamp};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::reply::{ListBody, Reply};
use crate::extract::{Caller, Query};
use crate::problem::{Problem, ProblemBody};
use crate::state::AppState;

/// One row of the audit log.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AuditRow)]
pub struct AuditBody {
    /// Place in the organisation's sequence; also the id of the live event.
    pub seq: i64,
    /// When.
    #[schema(value_type = String, format = "date-time")]
    pub at: Timestamp,
    /// `user`, `system` or `anonymous`.
    pub actor_kind: String,
    /// The acting user.
    pub actor_id: Option<Uuid>,
    /// The actor's name at that time.
    pub actor_name: String,
    /// What happened.
    #[schema(example = "user.suspended")]
    pub action: String,
    /// The noun it happened to.
    pub subject_kind: String,
    /// Its id.
    pub subject_id: Option<Uuid>,
    /// Its name at that time.
    pub subject_name: String,
    /// Changed values before.
    pub before: serde_json::Value,
    /// Changed values after.
    pub after: serde_json::Value,
    /// By which way.
    pub surface: String,
    /// From which address.
    pub address: String,
    /// In which request.
    pub request_id: String,
}

impl From<AuditRow> for AuditBody {
    fn from(row: AuditRow) -> Self {
        let AuditRow {
            seq,
            id: _,
            at,
            actor_kind,
            actor_id,
            actor_name,
            on_behalf_of: _,
            action,
            subject_kind,
            subject_id,
            subject_name,
            before,
            after,
            surface,
            address,
            request_id,
            hash: _,
        } = row;
        let json = |text: &str| serde_json::from_str(text).unwrap_or_default();
        Self {
            seq,
            at,
            actor_kind,
            actor_id,
            actor_name,
            action,
            subject_kind,
            subject_id,
            subject_name,
            before: json(&before),
            after: json(&after),
            surface,
            address,
            request_id,
        }
    }
}

/// List the audit log, newest first.
#[utoipa::path(get, path = "/audit", tag = "Audit", operation_id = "listAudit",
    params(("subject_id" = Option<Vec<String>>, Query), ("actor_id" = Option<Vec<String>>, Query),
        ("surface" = Option<String>, Query, description = "page, api, command_line or job"),
        ("address" = Option<String>, Query),
        ("action" = Option<String>, Query, description = "A name, or a noun with a dot for all of it: user."),
        ("from" = Option<String>, Query), ("until" = Option<String>, Query),
        ("limit" = Option<i64>, Query), ("cursor" = Option<String>, Query)),
    responses((status = 200, body = ListBody<AuditBody>), (status = 403, body = ProblemBody)))]
pub async fn list(
    State(app): State<AppState>,
    caller: Caller,
    mut query: Query,
) -> Result<Reply, Problem> {
    let filter = filter(&mut query)?;
    let (size, cursor) = query.page()?;
    query.finish()?;
    let page = app
        .crewdesk()
        .read(caller.actor(), async |cx| list::page(cx, &filter, size, cursor.as_ref()).await);
    Ok(Reply::ok(&ListBody::from(page.await?.map(AuditBody::from)))?)
}

/// Reads the filter of the log from an address.
///
/// # Errors
/// A parameter that has no such value.
pub fn filter(query: &mut Query) -> Result<list::Filter, Problem> {
    let (from, until) = (moment(query, "from")?, moment(query, "until")?);
    let mut ids = |name: &str| -> Result<Option<Vec<Uuid>>, Problem> {
        let ids = query.words(name, |text| text.parse().ok())?;
        Ok((!ids.is_empty()).then_some(ids))
    };
    Ok(list::Filter {
        subject_ids: ids("subject_id")?,
        actor_ids: ids("actor_id")?,
        surface: query.words("surface", Surface::parse)?.pop(),
        address: query.one("address"),
        action: query.one("action"),
        from,
        until,
    })
}

/// A moment in an address, as RFC 3339.
///
/// # Errors
/// [`Code::FilterUnknown`] for anything else.
pub(super) fn moment(query: &mut Query, name: &str) -> Result<Option<Timestamp>, Problem> {
    let unknown = || Problem::from(Error::field(name, Code::FilterUnknown));
    query.one(name).map(|text| Timestamp::parse(&text).ok_or_else(unknown)).transpose()
}
