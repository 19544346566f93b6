//! `/api/operator/v1/organisations`: what organisations have ordered, for the installation's operator and
//! their programs (SPEC ORG-3). It has a token of its own and answers 404 where none is set.

use std::collections::BTreeMap;

use axum::extract::State;
use domain::organisations::{self, Order, OrderPatch, Service, Tier};
use domain::users::Licence;
use domain::{Crewdesk, licences};
use kernel::ids::OrganisationId;
use kernel::{Patch, Result, Timestamp};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::reply::{ListBody, Reply};
use crate::extract::{Body, Id, IfMatch, MergePatch, Operator, Query};
use crate::problem::{Problem, ProblemBody};
use crate::state::AppState;

/// A licence ordered by number.
#[derive(Debug, Serialize, ToSchema)]
pub struct OrderedBody {
    /// Which.
    #[schema(value_type = String, example = "callcentre")]
    pub licence: Licence,
    /// Ordered.
    pub quantity: i64,
    /// Held.
    pub used: i64,
}

/// What an organisation has ordered.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Order)]
pub struct OrderBody {
    /// The organisation.
    #[schema(value_type = String, format = "uuid")]
    pub id: OrganisationId,
    /// Counts changes.
    pub version: i64,
    /// Its name.
    pub name: String,
    /// Short name to sign in with.
    pub handle: String,
    /// Services ordered: `pbx`, `helpdesk`, `video`; none where everything may be tried.
    #[schema(value_type = Vec<String>)]
    pub services: Vec<Service>,
    /// `start`, `profi` or `enterprise`.
    pub tier: String,
    /// Licences ordered by kind; none where any may be taken up to `seats`.
    pub licences: Vec<OrderedBody>,
    /// Licences in all.
    pub seats: i64,
    /// Licences held.
    pub seats_used: i64,
    /// Most operators at a time.
    pub operators: i64,
    /// When the trial ends; null once paid.
    #[schema(value_type = Option<String>, format = "date-time")]
    pub trial_ends_at: Option<Timestamp>,
    /// When it was founded.
    #[schema(value_type = String, format = "date-time")]
    pub created_at: Timestamp,
}

impl From<Order> for OrderBody {
    fn from(order: Order) -> Self {
        let Order { organisation, licences } = order;
        let ordered = |row: licences::Usage| {
            let licences::Usage { licence, quantity, used } = row;
            OrderedBody { licence, quantity, used }
        };
        Self {
            services: organisation.ordered(),
            id: organisation.id,
            version: organisation.version,
            name: organisation.name,
            handle: organisation.handle,
            tier: organisation.tier,
            licences: licences.into_iter().map(ordered).collect(),
            seats: organisation.seats,
            seats_used: organisation.seats_used,
            operators: organisation.operators,
            trial_ends_at: organisation.trial_ends_at,
            created_at: organisation.created_at,
        }
    }
}

/// A change of what was ordered: absent fields keep their value (RFC 7396).
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = OrderPatch)]
#[serde(deny_unknown_fields)]
pub struct OrderPatchBody {
    /// Services: `pbx`, `helpdesk`, `video`.
    #[serde(default)]
    #[schema(value_type = Option<Vec<String>>)]
    pub services: Option<Vec<Service>>,
    /// `start`, `profi` or `enterprise`.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub tier: Option<Tier>,
    /// Quantities by kind; null takes a kind out of the order.
    #[serde(default)]
    #[schema(value_type = BTreeMap<String, Option<i64>>)]
    pub licences: BTreeMap<Licence, Option<i64>>,
    /// Licences in all; the sum of the kinds where only these are changed.
    #[serde(default)]
    pub seats: Option<i64>,
    /// Most operators at a time.
    #[serde(default)]
    pub operators: Option<i64>,
    /// When the trial ends; null for a paid organisation.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = "date-time")]
    pub trial_ends_at: Patch<Timestamp>,
}

fn shown(order: Order) -> Result<Reply, Problem> {
    let version = order.organisation.version;
    Ok(Reply::ok(&OrderBody::from(order))?.version(version))
}

/// List organisations in the order of their founding.
#[utoipa::path(get, path = "/organisations", tag = "Orders", operation_id = "listOrders",
    params(("limit" = Option<i64>, Query, description = "1 to 200, 50 if none"), ("cursor" = Option<String>, Query)),
    responses((status = 200, body = ListBody<OrderBody>), (status = 401, body = ProblemBody)))]
pub async fn list(
    State(app): State<AppState>,
    operator: Operator,
    mut query: Query,
) -> Result<Reply, Problem> {
    let (size, cursor) = query.page()?;
    query.finish()?;
    let after = cursor.map(|cursor| cursor.unpack::<OrganisationId>()).transpose()?;
    let read = app.crewdesk().read_in(Crewdesk::INSTALLATION, &operator.actor, async |cx| {
        organisations::orders(cx, size, after).await
    });
    Ok(Reply::ok(&ListBody::from(read.await?.map(OrderBody::from)))?)
}

/// Read what an organisation has ordered.
#[utoipa::path(get, path = "/organisations/{id}", tag = "Orders", operation_id = "getOrder", params(("id" = String, Path)),
    responses((status = 200, body = OrderBody), (status = 401, body = ProblemBody), (status = 404, body = ProblemBody)))]
pub async fn get(
    State(app): State<AppState>,
    operator: Operator,
    Id(id): Id<OrganisationId>,
) -> Result<Reply, Problem> {
    let read =
        app.crewdesk().read_in(id, &operator.actor, async |cx| organisations::ordered(cx).await);
    shown(read.await?)
}

/// Change what an organisation has ordered.
#[utoipa::path(patch, path = "/organisations/{id}", tag = "Orders", operation_id = "changeOrder", request_body = OrderPatchBody,
    params(("id" = String, Path), ("If-Match" = Option<String>, Header)),
    responses((status = 200, body = OrderBody), (status = 401, body = ProblemBody), (status = 404, body = ProblemBody),
        (status = 409, body = ProblemBody), (status = 412, body = ProblemBody), (status = 422, body = ProblemBody)))]
pub async fn change(
    State(app): State<AppState>,
    operator: Operator,
    Id(id): Id<OrganisationId>,
    IfMatch(version): IfMatch,
    Body { value, .. }: MergePatch<OrderPatchBody>,
) -> Result<Reply, Problem> {
    let OrderPatchBody { services, tier, licences, seats, operators, trial_ends_at } = value;
    let patch = OrderPatch { services, tier, licences, seats, operators, trial_ends_at };
    let verb = app
        .crewdesk()
        .write_in(id, &operator.actor, async |cx| organisations::order(cx, version, patch).await);
    shown(verb.await?)
}
