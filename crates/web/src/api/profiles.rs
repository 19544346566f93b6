//! `/api/v1/profiles`: with what agents log on to a queue (SPEC GRP-3).

use axum::extract::State;
use domain::profiles::{self, Filter, Full, Kind, NewProfile, Profile, ProfilePatch};
use domain::skills::Asked;
use kernel::ids::{GroupId, ProfileId, UserId};
use kernel::{Code, Error, Patch, Result, Timestamp};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::reply::{ListBody, Reply, once};
use super::skill_levels::{AskedBody, LevelledBody};
use crate::extract::{Body, Caller, Id, IdempotencyKey, IfMatch, MergePatch, Query};
use crate::problem::{Problem, ProblemBody};
use crate::state::AppState;

/// A profile.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Profile)]
pub struct ProfileBody {
    /// Its id.
    #[schema(value_type = String, format = "uuid")]
    pub id: ProfileId,
    /// Counts changes.
    pub version: i64,
    /// `group` or `personal`.
    pub kind: &'static str,
    /// The group it is defined on; null where it is a user's own.
    #[schema(value_type = Option<String>, format = "uuid")]
    pub group_id: Option<GroupId>,
    /// Whose own it is.
    #[schema(value_type = Option<String>, format = "uuid")]
    pub user_id: Option<UserId>,
    /// Its name.
    pub name: String,
    /// Its skills by name.
    pub skills: Vec<LevelledBody>,
    /// For how many people it is ticked; 1 for a user's own.
    pub people: i64,
    /// When it was created.
    #[schema(value_type = String, format = "date-time")]
    pub created_at: Timestamp,
    /// When it was last changed.
    #[schema(value_type = String, format = "date-time")]
    pub updated_at: Timestamp,
}

impl From<Full> for ProfileBody {
    fn from(full: Full) -> Self {
        let Full { profile, skills, people } = full;
        let kind = profile.kind().as_str();
        let Profile { id, group_id, user_id, name, version, created_at, updated_at } = profile;
        let skills = skills.into_iter().map(LevelledBody::from).collect();
        Self { id, version, kind, group_id, user_id, name, skills, people, created_at, updated_at }
    }
}

/// A profile to be created, on a group or for a user: one of the two.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = NewProfile)]
#[serde(deny_unknown_fields)]
pub struct NewProfileBody {
    /// The group it is defined on.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = "uuid")]
    pub group_id: Option<GroupId>,
    /// The user whose own it is.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = "uuid")]
    pub user_id: Option<UserId>,
    /// Unique among those of the same group or user.
    #[schema(example = "Evening calls")]
    pub name: String,
    /// Its skills: at least one, each once.
    pub skills: Vec<AskedBody>,
}

/// A change of a profile: absent fields keep their value (RFC 7396).
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = ProfilePatch, example = json!({"name": "Calls in Norwegian"}))]
#[serde(deny_unknown_fields)]
pub struct ProfilePatchBody {
    /// Its name.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub name: Patch<String>,
    /// Its skills, instead of those before.
    #[serde(default)]
    #[schema(value_type = Option<Vec<AskedBody>>)]
    pub skills: Patch<Vec<AskedBody>>,
}

fn asked(skills: Vec<AskedBody>) -> Vec<Asked> {
    skills.into_iter().map(Asked::from).collect()
}

fn shown(full: Full) -> Result<Reply, Problem> {
    let version = full.profile.version;
    Ok(Reply::ok(&ProfileBody::from(full))?.version(version))
}

/// List profiles by name: those of groups, and the own ones of the users whom the caller sees.
#[utoipa::path(get, path = "/profiles", tag = "Profiles", operation_id = "listProfiles",
    params(("group_id" = Option<String>, Query), ("user_id" = Option<String>, Query), ("kind" = Option<String>, Query, description = "`group` or `personal`"),
        ("limit" = Option<i64>, Query), ("cursor" = Option<String>, Query)),
    responses((status = 200, body = ListBody<ProfileBody>), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody)))]
pub async fn list(
    State(app): State<AppState>,
    caller: Caller,
    mut query: Query,
) -> Result<Reply, Problem> {
    let filter = Filter {
        group: only(query.words("group_id", |word| word.parse().ok())?, "group_id")?,
        user: only(query.words("user_id", |word| word.parse().ok())?, "user_id")?,
        kind: only(query.words("kind", Kind::parse)?, "kind")?,
    };
    let (size, cursor) = query.page()?;
    query.finish()?;
    let read = app
        .crewdesk()
        .read(caller.actor(), async |cx| profiles::list(cx, &filter, size, cursor.as_ref()).await);
    Ok(Reply::ok(&ListBody::from(read.await?.map(ProfileBody::from)))?)
}

/// The one value of a filter that takes no several.
fn only<T>(mut values: Vec<T>, name: &str) -> Result<Option<T>, Problem> {
    match values.len() {
        0 | 1 => Ok(values.pop()),
        _ => Err(Error::field(name, Code::FilterUnknown).into()),
    }
}

/// Create a profile.
#[utoipa::path(post, path = "/profiles", tag = "Profiles", operation_id = "createProfile", request_body = NewProfileBody,
    params(("Idempotency-Key" = Option<String>, Header)),
    responses((status = 201, body = ProfileBody), (status = 403, body = ProblemBody), (status = 409, body = ProblemBody), (status = 422, body = ProblemBody)))]
pub async fn create(
    State(app): State<AppState>,
    caller: Caller,
    key: IdempotencyKey,
    Body { value, fingerprint }: Body<NewProfileBody>,
) -> Result<Reply, Problem> {
    let NewProfileBody { group_id, user_id, name, skills } = value;
    let new = NewProfile { group_id, user_id, name, skills: asked(skills) };
    once(&app, caller.actor(), key, fingerprint, async |cx| {
        let made = profiles::create(cx, new).await?;
        let (id, version) = (made.profile.id, made.profile.version);
        let place = format!("/api/v1/profiles/{id}");
        Ok(Reply::created(&ProfileBody::from(made), place)?.version(version))
    })
    .await
}

/// Read a profile.
#[utoipa::path(get, path = "/profiles/{id}", tag = "Profiles", operation_id = "getProfile", params(("id" = String, Path)),
    responses((status = 200, body = ProfileBody), (status = 404, body = ProblemBody)))]
pub async fn get(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<ProfileId>,
) -> Result<Reply, Problem> {
    shown(app.crewdesk().read(caller.actor(), async |cx| profiles::get(cx, id).await).await?)
}

/// Change a profile, for all who log on with it.
#[utoipa::path(patch, path = "/profiles/{id}", tag = "Profiles", operation_id = "updateProfile", request_body = ProfilePatchBody,
    params(("id" = String, Path), ("If-Match" = Option<String>, Header)),
    responses((status = 200, body = ProfileBody), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody), (status = 409, body = ProblemBody), (status = 412, body = ProblemBody), (status = 422, body = ProblemBody)))]
pub async fn update(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<ProfileId>,
    IfMatch(version): IfMatch,
    Body { value, .. }: MergePatch<ProfilePatchBody>,
) -> Result<Reply, Problem> {
    let ProfilePatchBody { name, skills } = value;
    let patch = ProfilePatch { name, skills: skills.map(asked) };
    let verb = app
        .crewdesk()
        .write(caller.actor(), async |cx| profiles::update(cx, id, version, patch).await);
    shown(verb.await?)
}

/// Delete a profile: a user's own, or a group's that is ticked for nobody; with `untick=true` it is taken
/// from everybody first.
#[utoipa::path(delete, path = "/profiles/{id}", tag = "Profiles", operation_id = "deleteProfile",
    params(("id" = String, Path), ("untick" = Option<bool>, Query)),
    responses((status = 204), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody), (status = 409, body = ProblemBody)))]
pub async fn delete(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<ProfileId>,
    mut query: Query,
) -> Result<Reply, Problem> {
    let untick = query.words("untick", |word| word.parse().ok())?.contains(&true);
    query.finish()?;
    app.crewdesk().write(caller.actor(), async |cx| profiles::delete(cx, id, untick).await).await?;
    Ok(Reply::empty())
}
