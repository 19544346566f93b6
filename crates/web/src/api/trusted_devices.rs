//! `/api/v1/me/trusted-devices`: where one is not asked for the second factor (SPEC ACC-5).

use axum::extract::State;
use domain::factors::{self, TrustedDeviceRow};
use kernel::Timestamp;
use kernel::ids::TrustedDeviceId;
use serde::Serialize;
use utoipa::ToSchema;

use super::reply::{ListBody, Reply};
use crate::extract::{Caller, Id};
use crate::problem::{Problem, ProblemBody};
use crate::state::AppState;

/// A device on which one is not asked for the second factor.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = TrustedDevice)]
pub struct TrustedDeviceBody {
    /// Its id.
    #[schema(value_type = String, format = "uuid")]
    pub id: TrustedDeviceId,
    /// With which client.
    pub client: String,
    /// From which address it was trusted.
    pub address: String,
    /// Since when.
    #[schema(value_type = String, format = "date-time")]
    pub created_at: Timestamp,
    /// When it was last used to sign in.
    #[schema(value_type = Option<String>, format = "date-time")]
    pub last_used_at: Option<Timestamp>,
    /// Until when.
    #[schema(value_type = String, format = "date-time")]
    pub expires_at: Timestamp,
}

impl From<TrustedDeviceRow> for TrustedDeviceBody {
    fn from(row: TrustedDeviceRow) -> Self {
        let TrustedDeviceRow { id, client, address, created_at, last_used_at, expires_at } = row;
        Self { id, client, address, created_at, last_used_at, expires_at }
    }
}

/// List the devices on which one is not asked for the second factor.
#[utoipa::path(get, path = "/me/trusted-devices", tag = "Me", operation_id = "listTrustedDevices",
    responses((status = 200, body = ListBody<TrustedDeviceBody>), (status = 401, body = ProblemBody)))]
pub async fn list(State(app): State<AppState>, caller: Caller) -> Result<Reply, Problem> {
    let read = app.crewdesk().read(caller.actor(), async |cx| factors::trusted_devices(cx).await);
    let bodies: Vec<_> = read.await?.into_iter().map(TrustedDeviceBody::from).collect();
    Ok(Reply::ok(&ListBody::from(bodies))?)
}

/// Trust a device no more.
#[utoipa::path(delete, path = "/me/trusted-devices/{id}", tag = "Me", operation_id = "distrustDevice", params(("id" = String, Path)),
    responses((status = 204), (status = 404, body = ProblemBody)))]
pub async fn distrust(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<TrustedDeviceId>,
) -> Result<Reply, Problem> {
    app.crewdesk().write(caller.actor(), async |cx| factors::distrust(cx, id).await).await?;
    Ok(Reply::empty())
}
