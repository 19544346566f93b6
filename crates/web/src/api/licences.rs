//! `/api/v1/licences` and `/api/v1/counters`: what is bought, what is used, who is there.

use axum::extract::State;
use domain::users;
use domain::{licences, organisations};
use kernel::Result;
use serde::Serialize;
use utoipa::ToSchema;

use super::reply::Reply;
use crate::extract::Caller;
use crate::problem::{Problem, ProblemBody};
use crate::state::AppState;

/// How many of one licence are ordered and held.
#[derive(Debug, Serialize, ToSchema)]
pub struct UsageBody {
    /// Which.
    #[schema(value_type = String, example = "helpdesk")]
    pub licence: domain::users::Licence,
    /// Ordered.
    pub quantity: i64,
    /// Held.
    pub used: i64,
}

/// Licences of the organisation.
#[derive(Debug, Serialize, ToSchema)]
pub struct LicencesBody {
    /// By kind; empty where any may be taken up to `seats`.
    pub items: Vec<UsageBody>,
    /// Licences in all.
    pub seats: i64,
    /// Licences held.
    pub seats_used: i64,
    /// `start`, `profi` or `enterprise`.
    pub tier: String,
}

/// List licences with their use.
#[utoipa::path(get, path = "/licences", tag = "Licences", operation_id = "listLicences",
    responses((status = 200, body = LicencesBody), (status = 403, body = ProblemBody)))]
pub async fn list(State(app): State<AppState>, caller: Caller) -> Result<Reply, Problem> {
    let body = app.crewdesk().read(caller.actor(), async |cx| {
        let usage = licences::usage(cx).await?;
        let organisation = organisations::get(cx).await?;
        let items = usage.into_iter().map(|licences::Usage { licence, quantity, used }| {
            UsageBody { licence, quantity, used }
        });
        Ok(LicencesBody {
            items: items.collect(),
            seats: organisation.seats,
            seats_used: organisation.seats_used,
            tier: organisation.tier,
        })
    });
    Ok(Reply::ok(&body.await?)?)
}

/// The dashboard's counters (SPEC INS-7).
#[derive(Debug, Serialize, ToSchema)]
pub struct CountersBody {
    /// Active users who have signed in.
    pub active: i64,
    /// Invited ones.
    pub invited: i64,
    /// Active Administrators.
    pub administrators: i64,
    /// Active others.
    pub standard: i64,
    /// Everybody who is not removed.
    pub users: i64,
}

/// Read the dashboard's counters.
#[utoipa::path(get, path = "/counters", tag = "Licences", operation_id = "getCounters",
    responses((status = 200, body = CountersBody), (status = 403, body = ProblemBody)))]
pub async fn counters(State(app): State<AppState>, caller: Caller) -> Result<Reply, Problem> {
    let counters =
        app.crewdesk().read(caller.actor(), async |cx| users::counters(cx).await).await?;
    let users::Counters { active, invited, administrators, standard, users } = counters;
    Ok(Reply::ok(&CountersBody { active, invited, administrators, standard, users })?)
}
