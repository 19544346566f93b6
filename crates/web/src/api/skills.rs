//! `/api/v1/skills`: what people answer with (SPEC section 1).

use axum::extract::State;
use domain::skills::{self, Listed, NewSkill, Skill, SkillPatch};
use kernel::ids::SkillId;
use kernel::{Patch, Result, Timestamp};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::reply::{ListBody, Reply, once};
use crate::extract::{Body, Caller, Id, IdempotencyKey, IfMatch, MergePatch, Query};
use crate::problem::{Problem, ProblemBody};
use crate::state::AppState;

/// A skill.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Skill)]
pub struct SkillBody {
    /// Its id.
    #[schema(value_type = String, format = "uuid")]
    pub id: SkillId,
    /// Counts changes.
    pub version: i64,
    /// Its name.
    pub name: String,
    /// What it means, for those who give levels.
    pub note: String,
    /// When it was created.
    #[schema(value_type = String, format = "date-time")]
    pub created_at: Timestamp,
    /// When it was last changed.
    #[schema(value_type = String, format = "date-time")]
    pub updated_at: Timestamp,
}

impl From<Skill> for SkillBody {
    fn from(skill: Skill) -> Self {
        let Skill { id, name, note, version, created_at, updated_at } = skill;
        Self { id, version, name, note, created_at, updated_at }
    }
}

/// A skill in the list.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SkillSummary)]
pub struct ListedBody {
    /// The skill.
    #[serde(flatten)]
    pub skill: SkillBody,
    /// How many people have a level of their own in it.
    pub people: i64,
    /// How many profiles name it.
    pub profiles: i64,
}

impl From<Listed> for ListedBody {
    fn from(listed: Listed) -> Self {
        let Listed { skill, people, profiles } = listed;
        Self { skill: skill.into(), people, profiles }
    }
}

/// A skill to be created.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = NewSkill)]
#[serde(deny_unknown_fields)]
pub struct NewSkillBody {
    /// Unique in the organisation.
    #[schema(example = "French")]
    pub name: String,
    /// What it means, for those who give levels.
    #[serde(default)]
    pub note: String,
}

/// A change of a skill: absent fields keep their value (RFC 7396).
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = SkillPatch, example = json!({"note": "1 small talk, 9 mother tongue"}))]
#[serde(deny_unknown_fields)]
pub struct SkillPatchBody {
    /// Its name.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub name: Patch<String>,
    /// What it means.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub note: Patch<String>,
}

fn shown(skill: Skill) -> Result<Reply, Problem> {
    let version = skill.version;
    Ok(Reply::ok(&SkillBody::from(skill))?.version(version))
}

/// List skills by name, with how many people and profiles have each.
#[utoipa::path(get, path = "/skills", tag = "Skills", operation_id = "listSkills",
    params(("limit" = Option<i64>, Query), ("cursor" = Option<String>, Query)),
    responses((status = 200, body = ListBody<ListedBody>), (status = 403, body = ProblemBody)))]
pub async fn list(
    State(app): State<AppState>,
    caller: Caller,
    mut query: Query,
) -> Result<Reply, Problem> {
    let (size, cursor) = query.page()?;
    query.finish()?;
    let read = app
        .crewdesk()
        .read(caller.actor(), async |cx| skills::list(cx, size, cursor.as_ref()).await);
    Ok(Reply::ok(&ListBody::from(read.await?.map(ListedBody::from)))?)
}

/// Create a skill.
#[utoipa::path(post, path = "/skills", tag = "Skills", operation_id = "createSkill", request_body = NewSkillBody,
    params(("Idempotency-Key" = Option<String>, Header)),
    responses((status = 201, body = SkillBody), (status = 403, body = ProblemBody), (status = 409, body = ProblemBody), (status = 422, body = ProblemBody)))]
pub async fn create(
    State(app): State<AppState>,
    caller: Caller,
    key: IdempotencyKey,
    Body { value, fingerprint }: Body<NewSkillBody>,
) -> Result<Reply, Problem> {
    let NewSkillBody { name, note } = value;
    once(&app, caller.actor(), key, fingerprint, async |cx| {
        let skill = skills::create(cx, NewSkill { name, note }).await?;
        let (place, version) = (format!("/api/v1/skills/{}", skill.id), skill.version);
        Ok(Reply::created(&SkillBody::from(skill), place)?.version(version))
    })
    .await
}

/// Read a skill.
#[utoipa::path(get, path = "/skills/{id}", tag = "Skills", operation_id = "getSkill", params(("id" = String, Path)),
    responses((status = 200, body = SkillBody), (status = 404, body = ProblemBody)))]
pub async fn get(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<SkillId>,
) -> Result<Reply, Problem> {
    shown(app.crewdesk().read(caller.actor(), async |cx| skills::get(cx, id).await).await?)
}

/// Change a skill.
#[utoipa::path(patch, path = "/skills/{id}", tag = "Skills", operation_id = "updateSkill", request_body = SkillPatchBody,
    params(("id" = String, Path), ("If-Match" = Option<String>, Header)),
    responses((status = 200, body = SkillBody), (status = 404, body = ProblemBody), (status = 409, body = ProblemBody), (status = 412, body = ProblemBody), (status = 422, body = ProblemBody)))]
pub async fn update(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<SkillId>,
    IfMatch(version): IfMatch,
    Body { value, .. }: MergePatch<SkillPatchBody>,
) -> Result<Reply, Problem> {
    let SkillPatchBody { name, note } = value;
    let patch = SkillPatch { name, note };
    let verb = app
        .crewdesk()
        .write(caller.actor(), async |cx| skills::update(cx, id, version, patch).await);
    shown(verb.await?)
}

/// Delete a skill that nobody has, or with `withdraw=true` take it from everybody first.
#[utoipa::path(delete, path = "/skills/{id}", tag = "Skills", operation_id = "deleteSkill",
    params(("id" = String, Path), ("withdraw" = Option<bool>, Query)),
    responses((status = 204), (status = 404, body = ProblemBody), (status = 409, body = ProblemBody)))]
pub async fn delete(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<SkillId>,
    mut query: Query,
) -> Result<Reply, Problem> {
    let withdraw = query.words("withdraw", |word| word.parse().ok())?.contains(&true);
    query.finish()?;
    app.crewdesk().write(caller.actor(), async |cx| skills::delete(cx, id, withdraw).await).await?;
    Ok(Reply::empty())
}
