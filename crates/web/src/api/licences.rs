//! `/api/v1/licences` and `/api/v1/counters`: what is bought, what is used, who is there.

use axum::extract::State;
use domain::licences::{self, Offer};
use domain::organisations::{self, Organisation};
use domain::users;
use kernel::Result;
use serde::Serialize;
use utoipa::ToSchema;

use super::reply::Reply;
use crate::extract::Caller;
use crate::problem::{Problem, ProblemBody};
use crate::state::AppState;

/// A licence that is offered, with its use.
#[derive(Debug, Serialize, ToSchema)]
pub struct OfferBody {
    /// Which.
    #[schema(value_type = String, example = "helpdesk")]
    pub licence: domain::users::Licence,
    /// Its English name with the tier.
    #[schema(example = "Helpdesk PROFI")]
    pub name: String,
    /// Ordered; all seats where kinds were not ordered one by one.
    pub quantity: i64,
    /// Held.
    pub used: i64,
    /// Free.
    pub free: i64,
    /// Fields of a user that it needs: `exchange_id`, `extension`, `helpdesk_id`.
    pub needs: Vec<&'static str>,
    /// What it may become.
    #[schema(value_type = Vec<String>)]
    pub upgrades: Vec<domain::users::Licence>,
}

/// Licences of the organisation.
#[derive(Debug, Serialize, ToSchema)]
pub struct LicencesBody {
    /// Those that are offered: they follow the services ordered.
    pub items: Vec<OfferBody>,
    /// Licences in all.
    pub seats: i64,
    /// Licences held.
    pub seats_used: i64,
    /// `start`, `profi` or `enterprise`.
    pub tier: String,
    /// Services ordered: `pbx`, `helpdesk`, `video`; none where everything may be tried.
    #[schema(value_type = Vec<String>)]
    pub services: Vec<organisations::Service>,
}

fn shown(offer: &Offer, organisation: &Organisation, all: &[Offer]) -> OfferBody {
    let needs = [
        ("exchange_id", offer.needs.extension),
        ("extension", offer.needs.extension),
        ("helpdesk_id", offer.needs.helpdesk),
    ];
    let upgrades = offer.licence.upgrades().iter().copied();
    let upgrades = upgrades.filter(|target| all.iter().any(|offer| offer.licence == *target));
    OfferBody {
        licence: offer.licence,
        name: offer.name(organisation),
        quantity: offer.quantity,
        used: offer.used,
        free: offer.free,
        needs: needs.iter().filter(|(_, needed)| *needed).map(|(name, _)| *name).collect(),
        upgrades: upgrades.collect(),
    }
}

/// List the licences that are offered, with their use.
#[utoipa::path(get, path = "/licences", tag = "Licences", operation_id = "listLicences",
    responses((status = 200, body = LicencesBody), (status = 403, body = ProblemBody)))]
pub async fn list(State(app): State<AppState>, caller: Caller) -> Result<Reply, Problem> {
    let read = app.crewdesk().read(caller.actor(), async |cx| {
        Ok((licences::offers(cx).await?, organisations::get(cx).await?))
    });
    let (offers, organisation) = read.await?;
    let items = offers.iter().map(|offer| shown(offer, &organisation, &offers));
    Ok(Reply::ok(&LicencesBody {
        items: items.collect(),
        seats: organisation.seats,
        seats_used: organisation.seats_used,
        services: organisation.ordered(),
        tier: organisation.tier,
    })?)
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
