//! Levels: `/api/v1/users/{id}/skills` for one person, `/api/v1/skills/levels` for many (SPEC GRP-3).

use axum::extract::State;
use domain::skills::{self, Asked, Cell, Held, Level, Levelled, Row, Who};
use domain::users::list::Search;
use kernel::ids::{SkillId, UserId};
use kernel::{Patch, Result};
use serde::{Deserialize, Serialize};
use serde_json::Number;
use utoipa::ToSchema;

use super::reply::{ListBody, Reply};
use crate::extract::{Body, Caller, Id, IfMatch, MergePatch, Query};
use crate::problem::{Problem, ProblemBody};
use crate::state::AppState;

/// A skill with a level.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SkillLevel)]
pub struct LevelledBody {
    /// The skill.
    #[schema(value_type = String, format = "uuid")]
    pub skill_id: SkillId,
    /// Its name.
    pub name: String,
    /// From 1, a beginner, to 9, an expert.
    #[schema(value_type = i64, minimum = 1, maximum = 9)]
    pub level: Level,
}

impl From<Levelled> for LevelledBody {
    fn from(one: Levelled) -> Self {
        let Levelled { skill_id, name, level } = one;
        Self { skill_id, name, level }
    }
}

/// A skill and the level to have in it.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = NewSkillLevel)]
#[serde(deny_unknown_fields)]
pub struct AskedBody {
    /// The skill.
    #[schema(value_type = String, format = "uuid")]
    pub skill_id: SkillId,
    /// A whole number from 1 to 9.
    #[schema(value_type = i64, minimum = 1, maximum = 9)]
    pub level: Number,
}

impl From<AskedBody> for Asked {
    fn from(body: AskedBody) -> Self {
        let AskedBody { skill_id, level } = body;
        Self { skill_id, level: whole(&level) }
    }
}

/// The number, or one that is no level where it is not whole.
fn whole(number: &Number) -> i64 {
    number.as_i64().unwrap_or_default()
}

/// A person's own levels.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = UserSkills)]
pub struct HeldBody {
    /// Each skill they have a level in, by name.
    pub skills: Vec<LevelledBody>,
}

fn shown(held: Held) -> Result<Reply, Problem> {
    let version = held.version();
    let skills = held.0.into_iter().map(LevelledBody::from).collect();
    Ok(Reply::ok(&HeldBody { skills })?.version(version))
}

/// See the levels that a user has of their own, whichever profile they log on with.
#[utoipa::path(get, path = "/users/{id}/skills", tag = "Skills", operation_id = "getUserSkills", params(("id" = String, Path)),
    responses((status = 200, body = HeldBody), (status = 404, body = ProblemBody)))]
pub async fn of_user(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<UserId>,
) -> Result<Reply, Problem> {
    shown(app.crewdesk().read(caller.actor(), async |cx| skills::of_user(cx, id).await).await?)
}

/// The levels to have, instead of those before.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = NewUserSkills)]
#[serde(deny_unknown_fields)]
pub struct SetBody {
    /// Each skill once.
    pub skills: Vec<AskedBody>,
}

/// Give a user these levels and no others.
#[utoipa::path(put, path = "/users/{id}/skills", tag = "Skills", operation_id = "setUserSkills", request_body = SetBody,
    params(("id" = String, Path), ("If-Match" = Option<String>, Header)),
    responses((status = 200, body = HeldBody), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody), (status = 412, body = ProblemBody), (status = 422, body = ProblemBody)))]
pub async fn set(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<UserId>,
    IfMatch(version): IfMatch,
    Body { value, .. }: Body<SetBody>,
) -> Result<Reply, Problem> {
    let asked: Vec<Asked> = value.skills.into_iter().map(Asked::from).collect();
    let verb =
        app.crewdesk().write(caller.actor(), async |cx| skills::set(cx, id, version, &asked).await);
    shown(verb.await?)
}

/// A person's own level in one skill.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SkillLevelOfUser)]
pub struct LevelBody {
    /// The skill.
    #[schema(value_type = String, format = "uuid")]
    pub skill_id: SkillId,
    /// From 1, a beginner, to 9, an expert.
    #[schema(value_type = i64, minimum = 1, maximum = 9)]
    pub level: Level,
}

/// A person with their own levels.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SkillLevelRow)]
pub struct RowBody {
    /// Who.
    #[schema(value_type = String, format = "uuid")]
    pub user_id: UserId,
    /// Their name.
    pub display_name: String,
    /// Whether the caller may change their levels.
    pub may_change: bool,
    /// Each level they have of their own, in the skills asked for.
    pub skills: Vec<LevelBody>,
}

impl From<Row> for RowBody {
    fn from(row: Row) -> Self {
        let Row { user, may_change, levels } = row;
        let skills = levels.into_iter().map(|(skill_id, level)| LevelBody { skill_id, level });
        Self {
            user_id: user.id,
            display_name: user.display_name,
            may_change,
            skills: skills.collect(),
        }
    }
}

/// List people by name with their own levels: all who have not left, or those of some groups, teams or words.
#[utoipa::path(get, path = "/skills/levels", tag = "Skills", operation_id = "listSkillLevels",
    params(
        ("search" = Option<String>, Query, description = "Words mean OR, a quoted phrase is an exact substring"),
        ("group_id" = Option<Vec<String>>, Query),
        ("team_id" = Option<Vec<String>>, Query, description = "Who is in one of these teams today"),
        ("skill_id" = Option<Vec<String>>, Query, description = "Levels in these skills, all if none"),
        ("limit" = Option<i64>, Query, description = "1 to 200, 50 if none"),
        ("cursor" = Option<String>, Query),
    ),
    responses((status = 200, body = ListBody<RowBody>), (status = 400, body = ProblemBody), (status = 403, body = ProblemBody)))]
pub async fn list(
    State(app): State<AppState>,
    caller: Caller,
    mut query: Query,
) -> Result<Reply, Problem> {
    let who = Who {
        search: Search::parse(&query.one("search").unwrap_or_default())?,
        groups: query.words("group_id", |text| text.parse().ok())?,
        teams: query.words("team_id", |text| text.parse().ok())?,
    };
    let wanted: Vec<SkillId> = query.words("skill_id", |text| text.parse().ok())?;
    let (size, cursor) = query.page()?;
    query.finish()?;
    let read = app
        .crewdesk()
        .read(caller.actor(), async |cx| skills::matrix(cx, who, &wanted, size, cursor).await);
    Ok(Reply::ok(&ListBody::from(read.await?.map(RowBody::from)))?)
}

/// One level of one person to become another.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = SkillLevelCell)]
#[serde(deny_unknown_fields)]
pub struct CellBody {
    /// Whose.
    #[schema(value_type = String, format = "uuid")]
    pub user_id: UserId,
    /// In what.
    #[schema(value_type = String, format = "uuid")]
    pub skill_id: SkillId,
    /// A whole number from 1 to 9; null takes the level.
    #[schema(value_type = Option<i64>, minimum = 1, maximum = 9)]
    pub level: Option<Number>,
    /// What it was when editing began, null for none: then a change by somebody else in between is
    /// refused. Absent where that does not matter.
    #[serde(default)]
    #[schema(value_type = Option<i64>)]
    pub was: Patch<i64>,
}

impl From<CellBody> for Cell {
    fn from(body: CellBody) -> Self {
        let CellBody { user_id, skill_id, level, was } = body;
        Self { user_id, skill_id, level: level.as_ref().map(whole), was }
    }
}

/// Many levels to become others.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = SkillLevelChanges)]
#[serde(deny_unknown_fields)]
pub struct CellsBody {
    /// Up to 5,000, each person and skill once.
    pub cells: Vec<CellBody>,
}

/// What was changed.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SkillLevelsChanged)]
pub struct ChangedBody {
    /// How many had another level before.
    pub changed: usize,
}

/// Change levels of many people: all of them or, where anything stands against one, none.
#[utoipa::path(patch, path = "/skills/levels", tag = "Skills", operation_id = "changeSkillLevels", request_body = CellsBody,
    responses((status = 200, body = ChangedBody), (status = 403, body = ProblemBody), (status = 422, body = ProblemBody)))]
pub async fn change(
    State(app): State<AppState>,
    caller: Caller,
    Body { value, .. }: MergePatch<CellsBody>,
) -> Result<Reply, Problem> {
    let cells: Vec<Cell> = value.cells.into_iter().map(Cell::from).collect();
    let verb = app.crewdesk().write(caller.actor(), async |cx| skills::set_cells(cx, &cells).await);
    Ok(Reply::ok(&ChangedBody { changed: verb.await? })?)
}
