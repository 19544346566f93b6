//! Moving users to another group (SPEC USR-12): `/api/v1/users/{id}/group` and many at once.

use axum::extract::State;
use domain::profiles::Profile;
use domain::users::{self, BulkStep, MovePreview, Outcome};
use kernel::ids::{GroupId, ProfileId, ResourceFilterId, UserId};
use kernel::{Code, Result};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::reply::{Reply, once_in_parts};
use super::settings::EffectiveBody;
use super::users::shown;
use super::users_view::UserBody;
use crate::extract::{Body, Caller, Id, IdempotencyKey, IfMatch, Query};
use crate::problem::{Problem, ProblemBody};
use crate::refused::step_many;
use crate::state::AppState;

/// Where to.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"group_id": "019c3f2e-7a51-7c30-9b1e-0242ac120002"}))]
pub struct GroupMoveBody {
    /// The group.
    #[schema(value_type = String, format = "uuid")]
    pub group_id: GroupId,
    /// Log the user off a queue first; has no effect on who is logged on to none.
    #[serde(default)]
    pub force: bool,
}

/// Move a user to another group. What they have of their own stays.
#[utoipa::path(put, path = "/users/{id}/group", tag = "Users", operation_id = "moveUser", request_body = GroupMoveBody,
    params(("id" = String, Path), ("If-Match" = Option<String>, Header)),
    responses((status = 200, body = UserBody), (status = 404, body = ProblemBody), (status = 409, body = ProblemBody), (status = 422, body = ProblemBody)))]
pub async fn move_one(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<UserId>,
    IfMatch(version): IfMatch,
    Body { value, .. }: Body<GroupMoveBody>,
) -> Result<Reply, Problem> {
    let verb = app.crewdesk().write(caller.actor(), async |cx| {
        let user = users::move_group(cx, id, version, value.group_id, value.force).await?;
        UserBody::of(cx, user).await
    });
    shown(&verb.await?)
}

/// One setting that a move would change.
#[derive(Debug, Serialize, ToSchema)]
pub struct ChangedSettingBody {
    /// As it holds now.
    pub before: EffectiveBody,
    /// As it would hold.
    pub after: EffectiveBody,
}

/// Another resource filter.
#[derive(Debug, Serialize, ToSchema)]
pub struct ChangedSightBody {
    /// The one that counts now; null where everything is seen.
    #[schema(value_type = Option<String>, format = "uuid")]
    pub before_id: Option<ResourceFilterId>,
    /// The one that would count.
    #[schema(value_type = Option<String>, format = "uuid")]
    pub after_id: Option<ResourceFilterId>,
}

/// A profile by name.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = NamedProfile)]
pub struct NamedProfileBody {
    /// Its id.
    #[schema(value_type = String, format = "uuid")]
    pub id: ProfileId,
    /// Its name.
    pub name: String,
}

/// What a move would change.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = MovePreview)]
pub struct MovePreviewBody {
    /// Whether the user is logged on to a queue and must be logged off first.
    pub logged_on_to_queue: bool,
    /// Every setting whose value changes.
    pub settings: Vec<ChangedSettingBody>,
    /// Profiles of the group left that are ticked for the user now.
    pub profiles_lost: Vec<NamedProfileBody>,
    /// Profiles of the group to come, which can then be ticked.
    pub profiles_offered: Vec<NamedProfileBody>,
    /// The resource filter by which the user sees, where it would be another; null where it stays.
    pub resource_filter: Option<ChangedSightBody>,
}

impl From<MovePreview> for MovePreviewBody {
    fn from(preview: MovePreview) -> Self {
        let MovePreview { user: _, from: _, to: _, logged_on, settings, profiles, sight } = preview;
        let named = |all: Vec<Profile>| {
            all.into_iter().map(|Profile { id, name, .. }| NamedProfileBody { id, name }).collect()
        };
        let changed = settings.into_iter().map(|(before, after)| ChangedSettingBody {
            before: before.into(),
            after: after.into(),
        });
        Self {
            logged_on_to_queue: logged_on,
            settings: changed.collect(),
            profiles_lost: named(profiles.lost),
            profiles_offered: named(profiles.offered),
            resource_filter: sight.map(|(now, then)| ChangedSightBody {
                before_id: now.map(|filter| filter.id),
                after_id: then.map(|filter| filter.id),
            }),
        }
    }
}

/// See what a move would change.
#[utoipa::path(get, path = "/users/{id}/group", tag = "Users", operation_id = "previewMove",
    params(("id" = String, Path), ("group_id" = String, Query)),
    responses((status = 200, body = MovePreviewBody), (status = 404, body = ProblemBody), (status = 422, body = ProblemBody)))]
pub async fn preview(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<UserId>,
    mut query: Query,
) -> Result<Reply, Problem> {
    let group = query.words("group_id", |text| text.parse().ok())?.pop();
    query.finish()?;
    let verb = app.crewdesk().read(caller.actor(), async |cx| {
        users::get(cx, id).await?;
        let group = group.ok_or(kernel::Error::field("group_id", kernel::Code::Required))?;
        users::preview_move(cx, id, group).await
    });
    Ok(Reply::ok(&MovePreviewBody::from(verb.await?))?)
}

/// Who moves, and where to.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"group_id": "019c3f2e-7a51-7c30-9b1e-0242ac120002", "user_ids": ["019c3f2e-7a51-7c30-9b1e-0242ac120002"]}))]
pub struct GroupMovesBody {
    /// Up to 1,000 users.
    #[schema(value_type = Vec<String>)]
    pub user_ids: Vec<UserId>,
    /// The group.
    #[schema(value_type = String, format = "uuid")]
    pub group_id: GroupId,
    /// Log them off a queue first.
    #[serde(default)]
    pub force: bool,
}

/// What became of one of them.
#[derive(Debug, Serialize, ToSchema)]
pub struct MovedBody {
    /// Who.
    #[schema(value_type = String, format = "uuid")]
    pub user_id: UserId,
    /// Whether they are in the group now.
    pub moved: bool,
    /// Why not.
    pub code: Option<&'static str>,
}

/// What became of each.
#[derive(Debug, Serialize, ToSchema)]
pub struct MovedListBody {
    /// In the order in which they were named, each once.
    pub items: Vec<MovedBody>,
}

/// Move up to 1,000 users to a group, each for itself.
#[utoipa::path(post, path = "/users/group-moves", tag = "Users", operation_id = "moveUsers", request_body = GroupMovesBody,
    params(("Idempotency-Key" = Option<String>, Header)),
    responses((status = 200, body = MovedListBody), (status = 403, body = ProblemBody), (status = 422, body = ProblemBody)))]
pub async fn move_many(
    State(app): State<AppState>,
    caller: Caller,
    key: IdempotencyKey,
    Body { value, fingerprint }: Body<GroupMovesBody>,
) -> Result<Reply, Problem> {
    let GroupMovesBody { user_ids, group_id, force } = value;
    let step = BulkStep::Move { group: group_id, force };
    once_in_parts(&app, caller.actor(), key, fingerprint, async {
        let moved = step_many(&app, caller.actor(), &user_ids, &step).await?;
        let items = moved.into_iter().map(|Outcome { user_id, refused }| MovedBody {
            user_id,
            moved: refused.is_none(),
            code: refused.map(Code::as_str),
        });
        Reply::ok(&MovedListBody { items: items.collect() })
    })
    .await
}
