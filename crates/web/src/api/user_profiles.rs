//! `/api/v1/users/{id}/profiles`: with what somebody logs on (SPEC GRP-3).

use axum::extract::State;
use domain::profiles::{self, Choice};
use kernel::Result;
use kernel::ids::{ProfileId, UserId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::reply::Reply;
use super::skill_levels::LevelledBody;
use crate::extract::{Body, Caller, Id};
use crate::problem::{Problem, ProblemBody};
use crate::state::AppState;

/// A profile that somebody has or could have.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ProfileChoice)]
pub struct ChoiceBody {
    /// Its id.
    #[schema(value_type = String, format = "uuid")]
    pub id: ProfileId,
    /// `group` for one of the user's group, `personal` for one of their own.
    pub kind: &'static str,
    /// Its name.
    pub name: String,
    /// Whether the user logs on with it; always for one of their own.
    pub ticked: bool,
    /// Its skills by name.
    pub skills: Vec<LevelledBody>,
}

impl From<Choice> for ChoiceBody {
    fn from(choice: Choice) -> Self {
        let Choice { profile, skills, ticked } = choice;
        let skills = skills.into_iter().map(LevelledBody::from).collect();
        Self { id: profile.id, kind: profile.kind().as_str(), name: profile.name, ticked, skills }
    }
}

/// The profiles of a user.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = UserProfiles)]
pub struct ChoicesBody {
    /// Those of the user's group, then their own; each by name.
    pub profiles: Vec<ChoiceBody>,
}

fn shown(choices: Vec<Choice>) -> Result<Reply, Problem> {
    let profiles = choices.into_iter().map(ChoiceBody::from).collect();
    Ok(Reply::ok(&ChoicesBody { profiles })?)
}

/// See the profiles of a user's group, ticked or not, and their own.
#[utoipa::path(get, path = "/users/{id}/profiles", tag = "Profiles", operation_id = "getUserProfiles", params(("id" = String, Path)),
    responses((status = 200, body = ChoicesBody), (status = 404, body = ProblemBody)))]
pub async fn get(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<UserId>,
) -> Result<Reply, Problem> {
    shown(app.crewdesk().read(caller.actor(), async |cx| profiles::of_user(cx, id).await).await?)
}

/// The profiles of the group to be ticked, instead of those before.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = ProfileTicks, example = json!({"profile_ids": ["019c3f2e-7a51-7c30-9b1e-0242ac120002"]}))]
#[serde(deny_unknown_fields)]
pub struct TicksBody {
    /// Profiles of the user's group.
    #[schema(value_type = Vec<String>)]
    pub profile_ids: Vec<ProfileId>,
}

/// Tick profiles of a user's group for them, these and no others. Their own stay as they are.
#[utoipa::path(put, path = "/users/{id}/profiles", tag = "Profiles", operation_id = "setUserProfiles", request_body = TicksBody,
    params(("id" = String, Path)),
    responses((status = 200, body = ChoicesBody), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody), (status = 422, body = ProblemBody)))]
pub async fn put(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<UserId>,
    Body { value, .. }: Body<TicksBody>,
) -> Result<Reply, Problem> {
    let verb = app
        .crewdesk()
        .write(caller.actor(), async |cx| profiles::tick(cx, id, &value.profile_ids).await);
    shown(verb.await?)
}
