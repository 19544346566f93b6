//! `/api/v1/organisation`: its settings and its owner.

use axum::extract::State;
use domain::organisations::{self, Organisation, OrganisationPatch};
use kernel::ids::{OrganisationId, UserId};
use kernel::{Patch, Result, Timestamp};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::reply::Reply;
use crate::extract::{Body, Caller, IfMatch, MergePatch};
use crate::problem::{Problem, ProblemBody};
use crate::state::AppState;

/// The organisation.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Organisation)]
pub struct OrganisationBody {
    /// Its id.
    #[schema(value_type = String, format = "uuid")]
    pub id: OrganisationId,
    /// Counts changes.
    pub version: i64,
    /// Its name.
    pub name: String,
    /// Short name to sign in with, together with a username.
    pub handle: String,
    /// Name of the team; null until the team is activated.
    pub team_name: Option<String>,
    /// Language of new users.
    pub language: String,
    /// IANA name of the zone in which times are shown.
    pub time_zone: String,
    /// Days for which the audit log is kept; 0 for ever.
    pub audit_days: i64,
    /// Days for which the log of sign-ins is kept; 0 for ever.
    pub sign_in_days: i64,
    /// Its owner.
    #[schema(value_type = Option<String>, format = "uuid")]
    pub owner_user_id: Option<UserId>,
    /// When the trial ends; null once paid.
    #[schema(value_type = Option<String>, format = "date-time")]
    pub trial_ends_at: Option<Timestamp>,
    /// `start`, `profi` or `enterprise`.
    pub tier: String,
    /// Ordered services.
    pub services: Vec<String>,
    /// Licences in all.
    pub seats: i64,
    /// Licences held.
    pub seats_used: i64,
    /// Most operators at a time.
    pub operators: i64,
    /// Operators there are.
    pub operators_used: i64,
    /// When it was created.
    #[schema(value_type = String, format = "date-time")]
    pub created_at: Timestamp,
    /// When it was last changed.
    #[schema(value_type = String, format = "date-time")]
    pub updated_at: Timestamp,
}

impl From<Organisation> for OrganisationBody {
    fn from(organisation: Organisation) -> Self {
        let Organisation {
            id,
            name,
            handle,
            team_name,
            language,
            time_zone,
            audit_days,
            sign_in_days,
            owner_user_id,
            trial_ends_at,
            tier,
            services,
            seats,
            seats_used,
            operators,
            operators_used,
            version,
            created_at,
            updated_at,
        } = organisation;
        let services =
            services.split(',').filter(|service| !service.is_empty()).map(str::to_owned).collect();
        Self {
            id,
            version,
            name,
            handle,
            team_name,
            language,
            time_zone,
            audit_days,
            sign_in_days,
            owner_user_id,
            trial_ends_at,
            tier,
            services,
            seats,
            seats_used,
            operators,
            operators_used,
            created_at,
            updated_at,
        }
    }
}

/// A change of settings.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[schema(as = OrganisationPatch, example = json!({"time_zone": "Europe/Prague", "language": "cs"}))]
#[serde(deny_unknown_fields)]
pub struct OrganisationPatchBody {
    /// Its name.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub name: Patch<String>,
    /// Name of the team.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub team_name: Patch<String>,
    /// Language key.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub language: Patch<String>,
    /// IANA name of a time zone.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub time_zone: Patch<String>,
    /// Days for which the audit log is kept, 30 to 3660; 0 or null for ever.
    #[serde(default)]
    #[schema(value_type = Option<i64>)]
    pub audit_days: Patch<i64>,
    /// Days for which the log of sign-ins is kept, 30 to 3660; 0 or null for ever.
    #[serde(default)]
    #[schema(value_type = Option<i64>)]
    pub sign_in_days: Patch<i64>,
}

fn shown(organisation: Organisation) -> Result<Reply, Problem> {
    let version = organisation.version;
    Ok(Reply::ok(&OrganisationBody::from(organisation))?.version(version))
}

/// Read the organisation.
#[utoipa::path(get, path = "/organisation", tag = "Organisation", operation_id = "getOrganisation",
    responses((status = 200, body = OrganisationBody), (status = 403, body = ProblemBody)))]
pub async fn get(State(app): State<AppState>, caller: Caller) -> Result<Reply, Problem> {
    shown(app.crewdesk().read(caller.actor(), async |cx| organisations::get(cx).await).await?)
}

/// Change the organisation's settings.
#[utoipa::path(patch, path = "/organisation", tag = "Organisation", operation_id = "updateOrganisation",
    request_body = OrganisationPatchBody, params(("If-Match" = Option<String>, Header)),
    responses((status = 200, body = OrganisationBody), (status = 403, body = ProblemBody), (status = 412, body = ProblemBody), (status = 422, body = ProblemBody)))]
pub async fn update(
    State(app): State<AppState>,
    caller: Caller,
    IfMatch(version): IfMatch,
    body: MergePatch<OrganisationPatchBody>,
) -> Result<Reply, Problem> {
    let OrganisationPatchBody { name, team_name, language, time_zone, audit_days, sign_in_days } =
        body.value;
    let patch =
        OrganisationPatch { name, team_name, language, time_zone, audit_days, sign_in_days };
    shown(
        app.crewdesk()
            .write(caller.actor(), async |cx| organisations::update(cx, version, patch).await)
            .await?,
    )
}

/// Who.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"user_id": "019c3f2e-7a51-7c30-9b1e-0242ac120002"}))]
pub struct OwnerBody {
    /// An active Administrator.
    #[schema(value_type = String, format = "uuid")]
    pub user_id: UserId,
}

/// Hand ownership to another Administrator.
#[utoipa::path(put, path = "/organisation/owner", tag = "Organisation", operation_id = "transferOwnership", request_body = OwnerBody,
    responses((status = 200, body = OrganisationBody), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody), (status = 409, body = ProblemBody)))]
pub async fn transfer(
    State(app): State<AppState>,
    caller: Caller,
    body: Body<OwnerBody>,
) -> Result<Reply, Problem> {
    shown(
        app.crewdesk()
            .write(caller.actor(), async |cx| {
                organisations::transfer_ownership(cx, body.value.user_id).await
            })
            .await?,
    )
}
