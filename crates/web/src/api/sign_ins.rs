//! `/api/v1/sign-ins`: who signed in or tried to, in the whole organisation (SPEC API-5).

use axum::extract::State;
use domain::sessions::sign_ins::{self, Filter, OrganisationSignInRow, Verdict};
use domain::users::User;
use kernel::ids::UserId;
use kernel::{Result, Timestamp};
use serde::Serialize;
use utoipa::ToSchema;

use super::audit::moment;
use super::reply::{ListBody, Reply};
use crate::extract::{Caller, Query};
use crate::problem::{Problem, ProblemBody};
use crate::state::AppState;

/// One try to sign in, with whose it was.
#[derive(Debug, Serialize, ToSchema)]
pub struct OrganisationSignInBody {
    /// Who; null for one who is gone.
    #[schema(value_type = Option<String>, format = "uuid")]
    pub user_id: Option<UserId>,
    /// Their name.
    pub display_name: Option<String>,
    /// When.
    #[schema(value_type = String, format = "date-time")]
    pub at: Timestamp,
    /// From which address.
    pub address: String,
    /// With which client.
    pub client: String,
    /// How.
    #[schema(example = "password")]
    pub method: String,
    /// What came of it.
    #[schema(example = "success")]
    pub result: String,
    /// What was shown as the second factor.
    #[schema(example = "totp")]
    pub second_factor: Option<String>,
}

impl From<(OrganisationSignInRow, Option<User>)> for OrganisationSignInBody {
    fn from((row, user): (OrganisationSignInRow, Option<User>)) -> Self {
        let OrganisationSignInRow {
            id: _,
            account_id: _,
            at,
            address,
            client,
            method,
            result,
            second_factor,
        } = row;
        let second_factor = second_factor.map(|second| second.to_string());
        let (user_id, display_name) = user.map(|user| (user.id, user.display_name)).unzip();
        let (method, result) = (method.to_string(), result.to_string());
        Self { user_id, display_name, at, address, client, method, result, second_factor }
    }
}

/// List who signed in or tried to, newest first.
#[utoipa::path(get, path = "/sign-ins", tag = "Audit", operation_id = "listSignIns",
    params(("result" = Option<String>, Query, description = "success, wrong_password, wrong_second_factor, wrong_passkey, locked or not_allowed"),
        ("address" = Option<String>, Query), ("from" = Option<String>, Query), ("until" = Option<String>, Query),
        ("limit" = Option<i64>, Query), ("cursor" = Option<String>, Query)),
    responses((status = 200, body = ListBody<OrganisationSignInBody>), (status = 403, body = ProblemBody)))]
pub async fn list(
    State(app): State<AppState>,
    caller: Caller,
    mut query: Query,
) -> Result<Reply, Problem> {
    let filter = Filter {
        result: query.words("result", Verdict::parse)?.pop(),
        address: query.one("address"),
        from: moment(&mut query, "from")?,
        until: moment(&mut query, "until")?,
    };
    let (size, cursor) = query.page()?;
    query.finish()?;
    let read = app
        .crewdesk()
        .read(caller.actor(), async |cx| sign_ins::all(cx, &filter, size, cursor.as_ref()).await);
    Ok(Reply::ok(&ListBody::from(read.await?.map(OrganisationSignInBody::from)))?)
}
