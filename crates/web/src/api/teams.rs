//! `/api/v1/teams`: teams, their leaders and their members (SPEC GRP-4).

use axum::extract::{Path, State};
use domain::Cx;
use domain::teams::{self, Led, Member, NewTeam, Team, TeamPatch};
use jiff::civil::Date;
use kernel::ids::{LocationId, MembershipId, TeamId, UserId};
use kernel::{Code, Error, Patch, Result, Timestamp};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::reply::{ListBody, Reply, once};
use super::users_view::UserBody;
use crate::extract::{Body, Caller, Id, IdempotencyKey, IfMatch, MergePatch, Query};
use crate::problem::{Problem, ProblemBody};
use crate::state::AppState;

/// A team.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Team)]
pub struct TeamBody {
    /// Its id.
    #[schema(value_type = String, format = "uuid")]
    pub id: TeamId,
    /// Counts changes.
    pub version: i64,
    /// Its name.
    pub name: String,
    /// Where it works.
    #[schema(value_type = Option<String>, format = "uuid")]
    pub location_id: Option<LocationId>,
    /// Whether it receives incidents.
    pub takes_incidents: bool,
    /// Who leads it.
    #[schema(value_type = Vec<String>)]
    pub leader_ids: Vec<UserId>,
    /// How many are in it today.
    pub members: i64,
    /// When it was created.
    #[schema(value_type = String, format = "date-time")]
    pub created_at: Timestamp,
    /// When it was last changed.
    #[schema(value_type = String, format = "date-time")]
    pub updated_at: Timestamp,
}

impl From<Led> for TeamBody {
    fn from(led: Led) -> Self {
        let Led { team, leaders, members } = led;
        let Team { id, name, location_id, takes_incidents, version, created_at, updated_at } = team;
        Self {
            id,
            version,
            name,
            location_id,
            takes_incidents,
            leader_ids: leaders,
            members,
            created_at,
            updated_at,
        }
    }
}

/// A team to be created.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = NewTeam)]
#[serde(deny_unknown_fields)]
pub struct NewTeamBody {
    /// Unique in the organisation.
    #[schema(example = "Evening desk")]
    pub name: String,
    /// Where it works.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = "uuid")]
    pub location_id: Option<LocationId>,
    /// Whether it receives incidents.
    #[serde(default)]
    pub takes_incidents: bool,
    /// Who leads it.
    #[serde(default)]
    #[schema(value_type = Vec<String>)]
    pub leader_ids: Vec<UserId>,
}

/// A change of a team: absent fields keep their value (RFC 7396).
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = TeamPatch, example = json!({"name": "Late shift", "leader_ids": ["019c3f2e-7a51-7c30-9b1e-0242ac120002"]}))]
#[serde(deny_unknown_fields)]
pub struct TeamPatchBody {
    /// Its name.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub name: Patch<String>,
    /// Where it works; null for nowhere in particular.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub location_id: Patch<LocationId>,
    /// Whether it receives incidents.
    #[serde(default)]
    #[schema(value_type = Option<bool>)]
    pub takes_incidents: Patch<bool>,
    /// Who leads it, instead of those who did.
    #[serde(default)]
    #[schema(value_type = Option<Vec<String>>)]
    pub leader_ids: Patch<Vec<UserId>>,
}

fn shown(led: Led) -> Result<Reply, Problem> {
    let version = led.team.version;
    Ok(Reply::ok(&TeamBody::from(led))?.version(version))
}

/// List teams by name: all, or those that the caller leads.
#[utoipa::path(get, path = "/teams", tag = "Teams", operation_id = "listTeams",
    responses((status = 200, body = ListBody<TeamBody>), (status = 403, body = ProblemBody)))]
pub async fn list(State(app): State<AppState>, caller: Caller) -> Result<Reply, Problem> {
    let all = app.crewdesk().read(caller.actor(), async |cx| teams::list(cx).await).await?;
    let bodies: Vec<TeamBody> = all.into_iter().map(TeamBody::from).collect();
    Ok(Reply::ok(&ListBody::from(bodies))?)
}

/// Create a team.
#[utoipa::path(post, path = "/teams", tag = "Teams", operation_id = "createTeam", request_body = NewTeamBody,
    params(("Idempotency-Key" = Option<String>, Header)),
    responses((status = 201, body = TeamBody), (status = 403, body = ProblemBody), (status = 409, body = ProblemBody), (status = 422, body = ProblemBody)))]
pub async fn create(
    State(app): State<AppState>,
    caller: Caller,
    key: IdempotencyKey,
    Body { value, fingerprint }: Body<NewTeamBody>,
) -> Result<Reply, Problem> {
    let NewTeamBody { name, location_id, takes_incidents, leader_ids } = value;
    let new = NewTeam { name, location_id, takes_incidents, leaders: leader_ids };
    once(&app, caller.actor(), key, fingerprint, async |cx| {
        let led = teams::create(cx, new).await?;
        let (place, version) = (format!("/api/v1/teams/{}", led.team.id), led.team.version);
        Ok(Reply::created(&TeamBody::from(led), place)?.version(version))
    })
    .await
}

/// Read a team.
#[utoipa::path(get, path = "/teams/{id}", tag = "Teams", operation_id = "getTeam", params(("id" = String, Path)),
    responses((status = 200, body = TeamBody), (status = 404, body = ProblemBody)))]
pub async fn get(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<TeamId>,
) -> Result<Reply, Problem> {
    shown(app.crewdesk().read(caller.actor(), async |cx| teams::get(cx, id).await).await?)
}

/// Change a team.
#[utoipa::path(patch, path = "/teams/{id}", tag = "Teams", operation_id = "updateTeam", request_body = TeamPatchBody,
    params(("id" = String, Path), ("If-Match" = Option<String>, Header)),
    responses((status = 200, body = TeamBody), (status = 404, body = ProblemBody), (status = 409, body = ProblemBody), (status = 412, body = ProblemBody), (status = 422, body = ProblemBody)))]
pub async fn update(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<TeamId>,
    IfMatch(version): IfMatch,
    Body { value, .. }: MergePatch<TeamPatchBody>,
) -> Result<Reply, Problem> {
    let TeamPatchBody { name, location_id, takes_incidents, leader_ids } = value;
    let patch = TeamPatch { name, location_id, takes_incidents, leaders: leader_ids };
    let verb = app
        .crewdesk()
        .write(caller.actor(), async |cx| teams::update(cx, id, version, patch).await);
    shown(verb.await?)
}

/// Delete a team that nobody is in.
#[utoipa::path(delete, path = "/teams/{id}", tag = "Teams", operation_id = "deleteTeam", params(("id" = String, Path)),
    responses((status = 204), (status = 404, body = ProblemBody), (status = 409, body = ProblemBody)))]
pub async fn delete(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<TeamId>,
) -> Result<Reply, Problem> {
    app.crewdesk().write(caller.actor(), async |cx| teams::delete(cx, id).await).await?;
    Ok(Reply::empty())
}

/// Somebody's time in a team.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = TeamMember)]
pub struct MemberBody {
    /// Its id.
    #[schema(value_type = String, format = "uuid")]
    pub id: MembershipId,
    /// Who.
    #[schema(value_type = String, format = "uuid")]
    pub user_id: UserId,
    /// The first day, in the organisation's time zone.
    #[schema(example = "2026-11-24")]
    pub starts_on: String,
    /// The day after the last; null where no end is known.
    pub ends_on: Option<String>,
}

impl From<Member> for MemberBody {
    fn from(member: Member) -> Self {
        let Member { id, user_id, starts_on, ends_on } = member;
        Self { id, user_id, starts_on, ends_on }
    }
}

/// List who is in a team, or with `history=true` whoever was.
#[utoipa::path(get, path = "/teams/{id}/members", tag = "Teams", operation_id = "listTeamMembers",
    params(("id" = String, Path), ("history" = Option<bool>, Query), ("limit" = Option<i64>, Query), ("cursor" = Option<String>, Query)),
    responses((status = 200, body = ListBody<MemberBody>), (status = 404, body = ProblemBody)))]
pub async fn members(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<TeamId>,
    mut query: Query,
) -> Result<Reply, Problem> {
    let history = query.one("history").is_some_and(|text| text == "true");
    let (size, cursor) = query.page()?;
    query.finish()?;
    let read = app.crewdesk().read(caller.actor(), async |cx| {
        teams::members(cx, id, history, size, cursor.as_ref()).await
    });
    Ok(Reply::ok(&ListBody::from(read.await?.map(MemberBody::from)))?)
}

/// Who goes into a team, and from when until when.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AllocationBody {
    /// Up to 1,000 users.
    #[schema(value_type = Vec<String>)]
    pub user_ids: Vec<UserId>,
    /// The first day; today where none is named.
    #[serde(default)]
    #[schema(example = "2026-11-24")]
    pub starts_on: Option<String>,
    /// The day after the last; open where none is named.
    #[serde(default)]
    pub ends_on: Option<String>,
}

/// A day as it was written.
pub(super) fn day(pointer: &'static str, text: Option<&str>) -> Result<Option<Date>> {
    let read = |text: &str| text.parse().map_err(|_| Error::field(pointer, Code::DateInvalid));
    text.map(read).transpose()
}

/// Put people into a team.
#[utoipa::path(post, path = "/teams/{id}/members", tag = "Teams", operation_id = "allocateToTeam", request_body = AllocationBody,
    params(("id" = String, Path), ("Idempotency-Key" = Option<String>, Header)),
    responses((status = 200, body = TeamBody), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody), (status = 409, body = ProblemBody), (status = 422, body = ProblemBody)))]
pub async fn allocate(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<TeamId>,
    key: IdempotencyKey,
    Body { value, fingerprint }: Body<AllocationBody>,
) -> Result<Reply, Problem> {
    let days =
        (day("starts_on", value.starts_on.as_deref())?, day("ends_on", value.ends_on.as_deref())?);
    once(&app, caller.actor(), key, fingerprint, async |cx| {
        teams::allocate(cx, id, &value.user_ids, days).await?;
        one(cx, id).await
    })
    .await
}

async fn one(cx: &mut Cx<'_>, id: TeamId) -> Result<Reply> {
    Reply::ok(&TeamBody::from(teams::get(cx, id).await?))
}

/// Take somebody out of a team, from today or from the day `from` on.
#[utoipa::path(delete, path = "/teams/{id}/members/{user_id}", tag = "Teams", operation_id = "withdrawFromTeam",
    params(("id" = String, Path), ("user_id" = String, Path), ("from" = Option<String>, Query)),
    responses((status = 204), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody)))]
pub async fn withdraw(
    State(app): State<AppState>,
    caller: Caller,
    Path((id, user)): Path<(String, String)>,
    mut query: Query,
) -> Result<Reply, Problem> {
    let id: TeamId = id.parse().map_err(|_| Error::NotFound)?;
    let user: UserId = user.parse().map_err(|_| Error::NotFound)?;
    let from = day("from", query.one("from").as_deref())?;
    query.finish()?;
    app.crewdesk()
        .write(caller.actor(), async |cx| teams::withdraw(cx, id, user, from).await)
        .await?;
    Ok(Reply::empty())
}

/// List active people who are in no team.
#[utoipa::path(get, path = "/teams/unallocated", tag = "Teams", operation_id = "listUnallocated",
    params(("limit" = Option<i64>, Query), ("cursor" = Option<String>, Query)),
    responses((status = 200, body = ListBody<UserBody>), (status = 403, body = ProblemBody)))]
pub async fn unallocated(
    State(app): State<AppState>,
    caller: Caller,
    mut query: Query,
) -> Result<Reply, Problem> {
    let (size, cursor) = query.page()?;
    query.finish()?;
    let read = app.crewdesk().read(caller.actor(), async |cx| {
        let page = teams::unallocated(cx, size, cursor).await?;
        UserBody::of_page(cx, page).await
    });
    Ok(Reply::ok(&ListBody::from(read.await?))?)
}
