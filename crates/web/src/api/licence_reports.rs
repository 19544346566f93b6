//! `/api/v1/licences/…`: use over time, unused licences, invoices (SPEC LIC-6).

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use domain::licences::{self, DayOfUse, History, Month};
use domain::users::unused;
use http::header;
use kernel::{Code, Error, Result, Timestamp};
use serde::Serialize;
use utoipa::ToSchema;

use super::reply::{ListBody, Reply};
use super::users_view::UserBody;
use crate::extract::{Caller, Query};
use crate::problem::{Problem, ProblemBody};
use crate::state::AppState;

/// Most days that can be asked for.
const MOST_DAYS: i64 = 366;

/// The use of a licence on one day.
#[derive(Debug, Serialize, ToSchema)]
pub struct DayBody {
    /// When the day begins, UTC.
    #[schema(value_type = String, format = "date-time")]
    pub begins: Timestamp,
    /// Held at its end, or now.
    pub used: i64,
    /// Most held at a time.
    pub highest: i64,
}

/// The use of a licence over time.
#[derive(Debug, Serialize, ToSchema)]
pub struct HistoryBody {
    /// Which.
    #[schema(value_type = String, example = "helpdesk")]
    pub licence: domain::users::Licence,
    /// Ordered; all seats where kinds were not ordered one by one.
    pub quantity: i64,
    /// Held now.
    pub used: i64,
    /// Free now.
    pub free: i64,
    /// In how many days none is free any more, if use grows as in the last 30 days; null where it does not.
    pub full_in_days: Option<i64>,
    /// Every day, the oldest first, today the last.
    pub days: Vec<DayBody>,
}

/// The use of all licences over time.
#[derive(Debug, Serialize, ToSchema)]
pub struct HistoriesBody {
    /// One for each offered licence.
    pub items: Vec<HistoryBody>,
}

impl From<History> for HistoryBody {
    fn from(history: History) -> Self {
        let History { offer, days, full_in_days } = history;
        let day =
            |day: DayOfUse| DayBody { begins: day.begins, used: day.used, highest: day.highest };
        Self {
            licence: offer.licence,
            quantity: offer.quantity,
            used: offer.used,
            free: offer.free,
            full_in_days,
            days: days.into_iter().map(day).collect(),
        }
    }
}

/// A number of days within bounds, 30 where none is named.
fn days(query: &mut Query) -> Result<i64> {
    let days = query.one("days").map_or(Ok(30), |text| text.parse::<i64>());
    days.ok()
        .filter(|days| (1..=MOST_DAYS).contains(days))
        .ok_or(Error::field("days", Code::FilterUnknown))
}

/// Read how licences were used day by day, with a forecast.
#[utoipa::path(get, path = "/licences/usage", tag = "Licences", operation_id = "getLicenceUsage",
    params(("days" = Option<i64>, Query, description = "1 to 366, 30 if none")),
    responses((status = 200, body = HistoriesBody), (status = 400, body = ProblemBody), (status = 403, body = ProblemBody)))]
pub async fn usage(
    State(app): State<AppState>,
    caller: Caller,
    mut query: Query,
) -> Result<Reply, Problem> {
    let days = days(&mut query)?;
    query.finish()?;
    let read = app.crewdesk().read(caller.actor(), async |cx| licences::history(cx, days).await);
    let items = read.await?.into_iter().map(HistoryBody::from).collect();
    Ok(Reply::ok(&HistoriesBody { items })?)
}

/// List who holds a seat and has not signed in for so many days, the longest away first.
#[utoipa::path(get, path = "/licences/unused", tag = "Licences", operation_id = "listUnusedLicences",
    params(("days" = Option<i64>, Query, description = "1 to 366, 30 if none"),
        ("limit" = Option<i64>, Query), ("cursor" = Option<String>, Query)),
    responses((status = 200, body = ListBody<UserBody>), (status = 400, body = ProblemBody), (status = 403, body = ProblemBody)))]
pub async fn unused(
    State(app): State<AppState>,
    caller: Caller,
    mut query: Query,
) -> Result<Reply, Problem> {
    let days = days(&mut query)?;
    let (size, cursor) = query.page()?;
    query.finish()?;
    let read = app.crewdesk().read(caller.actor(), async |cx| {
        let page = unused::page(cx, days, size, cursor.as_ref()).await?;
        UserBody::of_page(cx, page).await
    });
    Ok(Reply::ok(&ListBody::from(read.await?))?)
}

/// Read what was held in a month, as CSV. Users who are not to be invoiced are left out.
#[utoipa::path(get, path = "/licences/invoice", tag = "Licences", operation_id = "getInvoice",
    params(("month" = Option<String>, Query, description = "Such as 2026-11; the month before this one if none")),
    responses((status = 200, content_type = "text/csv"), (status = 403, body = ProblemBody), (status = 422, body = ProblemBody)))]
pub async fn invoice(
    State(app): State<AppState>,
    caller: Caller,
    mut query: Query,
) -> Result<Response, Problem> {
    let month = query.one("month");
    query.finish()?;
    let month = month.map(|text| Month::parse(&text)).transpose()?;
    file(&app, caller.actor(), month).await
}

/// The invoice as a file.
pub(crate) async fn file(
    app: &AppState,
    actor: &domain::Actor,
    month: Option<Month>,
) -> Result<Response, Problem> {
    let month = month.unwrap_or_else(|| Month::of(app.crewdesk().clock().now()).before());
    let read = app.crewdesk().read(actor, async |cx| licences::invoice(cx, month).await);
    let text = licences::csv(month, &read.await?)?;
    let name = format!("attachment; filename=\"invoice-{}.csv\"", month.text());
    let head = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, name),
    ];
    Ok((head, text).into_response())
}
