//! Inherited settings of the organisation, a group and a user (SPEC GRP-1).

use axum::extract::State;
use domain::settings::{self, Effective, Kind, Owner, SettingValue, Wanted};
use kernel::Result;
use kernel::ids::{GroupId, UserId};
use serde::Serialize;
use utoipa::ToSchema;

use super::reply::{ListBody, Reply};
use crate::extract::{Body, Caller, Id, IfMatch, MergePatch};
use crate::problem::{Problem, ProblemBody};
use crate::state::AppState;

/// One setting as it holds here.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = EffectiveSetting)]
pub struct EffectiveBody {
    /// Its name.
    #[schema(example = "wrap_up_seconds")]
    pub key: &'static str,
    /// `flag`, `number` or `word`.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// What a number counts.
    #[schema(example = "seconds")]
    pub unit: Option<&'static str>,
    /// The least number.
    pub least: Option<i64>,
    /// The greatest number.
    pub most: Option<i64>,
    /// The words it may hold.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<&'static str>,
    /// What holds.
    #[schema(value_type = Value)]
    pub value: SettingValue,
    /// Where that comes from: `product`, `installation`, `organisation`, `group` or `user`.
    #[schema(example = "group")]
    pub origin: &'static str,
    /// What was given right here; null inherits.
    #[schema(value_type = Option<Value>)]
    pub own: Option<SettingValue>,
    /// What would hold without it.
    #[schema(value_type = Value)]
    pub inherited: SettingValue,
    /// Where that comes from.
    pub inherited_from: &'static str,
}

impl From<Effective> for EffectiveBody {
    fn from(one: Effective) -> Self {
        let Effective { key, level: _, value, origin, own, inherited, inherited_from } = one;
        let (kind, range, words) = match key.setting().kind {
            Kind::Flag => ("flag", None, &[][..]),
            Kind::Number { least, most, unit } => ("number", Some((least, most, unit)), &[][..]),
            Kind::Word(words) => ("word", None, words),
        };
        Self {
            key: key.as_str(),
            kind,
            unit: range.map(|(.., unit)| unit.as_str()),
            least: range.map(|(least, ..)| least),
            most: range.map(|(_, most, _)| most),
            words: words.to_vec(),
            value,
            origin: origin.as_str(),
            own,
            inherited,
            inherited_from: inherited_from.as_str(),
        }
    }
}

/// A change of settings by name (RFC 7396): a value to give, or null to inherit again.
#[derive(Debug, Serialize, serde::Deserialize, ToSchema)]
#[schema(as = SettingsPatch, value_type = std::collections::BTreeMap<String, Value>, example = json!({"wrap_up_seconds": 45, "session_idle_minutes": null}))]
#[serde(transparent)]
pub struct SettingsPatchBody(Wanted);

async fn read(app: &AppState, caller: &Caller, owner: Owner) -> Result<Reply, Problem> {
    let verb = app.crewdesk().read(caller.actor(), async |cx| settings::effective(cx, owner).await);
    shown(verb.await?)
}

fn shown(all: Vec<Effective>) -> Result<Reply, Problem> {
    let bodies: Vec<EffectiveBody> = all.into_iter().map(EffectiveBody::from).collect();
    Ok(Reply::ok(&ListBody::from(bodies))?)
}

async fn patch(
    app: &AppState,
    caller: &Caller,
    owner: Owner,
    version: Option<i64>,
    wanted: Wanted,
) -> Result<Reply, Problem> {
    let verb = app
        .crewdesk()
        .write(caller.actor(), async |cx| settings::change(cx, owner, version, wanted).await);
    let (all, version) = verb.await?;
    Ok(shown(all)?.version(version))
}

/// Read the organisation's settings, each with its origin.
#[utoipa::path(get, path = "/organisation/settings", tag = "Settings", operation_id = "getOrganisationSettings",
    responses((status = 200, body = ListBody<EffectiveBody>), (status = 403, body = ProblemBody)))]
pub async fn of_organisation(
    State(app): State<AppState>,
    caller: Caller,
) -> Result<Reply, Problem> {
    read(&app, &caller, Owner::Organisation).await
}

/// Change the organisation's settings.
#[utoipa::path(patch, path = "/organisation/settings", tag = "Settings", operation_id = "updateOrganisationSettings", request_body = SettingsPatchBody,
    params(("If-Match" = Option<String>, Header, description = "The version of the organisation")),
    responses((status = 200, body = ListBody<EffectiveBody>), (status = 403, body = ProblemBody), (status = 412, body = ProblemBody), (status = 422, body = ProblemBody)))]
pub async fn change_organisation(
    State(app): State<AppState>,
    caller: Caller,
    IfMatch(version): IfMatch,
    Body { value, .. }: MergePatch<SettingsPatchBody>,
) -> Result<Reply, Problem> {
    patch(&app, &caller, Owner::Organisation, version, value.0).await
}

/// Read a group's settings, each with its origin.
#[utoipa::path(get, path = "/groups/{id}/settings", tag = "Settings", operation_id = "getGroupSettings", params(("id" = String, Path)),
    responses((status = 200, body = ListBody<EffectiveBody>), (status = 404, body = ProblemBody)))]
pub async fn of_group(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<GroupId>,
) -> Result<Reply, Problem> {
    read(&app, &caller, Owner::Group(id)).await
}

/// Change what a group passes on to its users.
#[utoipa::path(patch, path = "/groups/{id}/settings", tag = "Settings", operation_id = "updateGroupSettings", request_body = SettingsPatchBody,
    params(("id" = String, Path), ("If-Match" = Option<String>, Header, description = "The version of the group")),
    responses((status = 200, body = ListBody<EffectiveBody>), (status = 404, body = ProblemBody), (status = 412, body = ProblemBody), (status = 422, body = ProblemBody)))]
pub async fn change_group(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<GroupId>,
    IfMatch(version): IfMatch,
    Body { value, .. }: MergePatch<SettingsPatchBody>,
) -> Result<Reply, Problem> {
    patch(&app, &caller, Owner::Group(id), version, value.0).await
}

/// Read what holds for a user, each setting with its origin.
#[utoipa::path(get, path = "/users/{id}/settings", tag = "Settings", operation_id = "getUserSettings", params(("id" = String, Path)),
    responses((status = 200, body = ListBody<EffectiveBody>), (status = 404, body = ProblemBody)))]
pub async fn of_user(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<UserId>,
) -> Result<Reply, Problem> {
    read(&app, &caller, Owner::User(id)).await
}

/// Change the values that a user has of their own.
#[utoipa::path(patch, path = "/users/{id}/settings", tag = "Settings", operation_id = "updateUserSettings", request_body = SettingsPatchBody,
    params(("id" = String, Path), ("If-Match" = Option<String>, Header, description = "The version of the user")),
    responses((status = 200, body = ListBody<EffectiveBody>), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody), (status = 412, body = ProblemBody), (status = 422, body = ProblemBody)))]
pub async fn change_user(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<UserId>,
    IfMatch(version): IfMatch,
    Body { value, .. }: MergePatch<SettingsPatchBody>,
) -> Result<Reply, Problem> {
    patch(&app, &caller, Owner::User(id), version, value.0).await
}
