//! `/api/v1/users`: list, create, read, change, remove.

use axum::extract::State;
use domain::accounts::credential::{self, NewPassword};
use domain::skills::Level;
use domain::users::list::{self, Filter, Request, Search, Sort};
use domain::users::{self, Licence, Lifecycle, NewUser, Presence, User};
use domain::{Actor, Cx, accounts, teams};
use kernel::ids::UserId;
use kernel::{Code, Error, Patch, Result};

use super::reply::{ListBody, Reply, once};
use super::users_change::{NewUserBody, UserPatchBody};
use super::users_view::UserBody;
use crate::extract::{Body, Caller, Id, IdempotencyKey, IfMatch, MergePatch, Query};
use crate::problem::{Problem, ProblemBody};
use crate::state::AppState;

/// List users.
///
/// Only those whom the caller may see. With `search` and no `sort`, users come in the order in which they
/// were created; otherwise by name.
#[utoipa::path(get, path = "/users", tag = "Users", operation_id = "listUsers",
    params(
        ("search" = Option<String>, Query, description = "Words mean OR, a quoted phrase is an exact substring"),
        ("lifecycle" = Option<Vec<String>>, Query, description = "invited, active, suspended, deactivated"),
        ("presence" = Option<Vec<String>>, Query, description = "logged_out, logged_in"),
        ("role_id" = Option<Vec<String>>, Query), ("group_id" = Option<Vec<String>>, Query),
        ("team_id" = Option<Vec<String>>, Query, description = "Who is in one of these teams today"),
        ("licence" = Option<Vec<String>>, Query, description = "Such as omnichannel_mini"),
        ("reports_to" = Option<String>, Query),
        ("skill_id" = Option<Vec<String>>, Query, description = "Who answers with one of these skills, by a level of their own or a profile"),
        ("min_level" = Option<i64>, Query, description = "At least at this level, 1 to 9"),
        ("profile_id" = Option<Vec<String>>, Query, description = "Who logs on with one of these profiles"),
        ("without_work" = Option<bool>, Query, description = "Who is active but can't receive work"),
        ("sort" = Option<String>, Query, description = "name, username, email, created_at, last_sign_in_at, lifecycle, role, reports_to, numeric_id, mobile, licence; with - in front descending"),
        ("limit" = Option<i64>, Query, description = "1 to 200, 50 if none"),
        ("cursor" = Option<String>, Query), ("count" = Option<bool>, Query),
    ),
    responses((status = 200, body = ListBody<UserBody>), (status = 400, body = ProblemBody), (status = 401, body = ProblemBody)))]
pub async fn list(
    State(app): State<AppState>,
    caller: Caller,
    query: Query,
) -> Result<Reply, Problem> {
    let request = request(query)?;
    let read = app.crewdesk().read(caller.actor(), async |cx| {
        let page = list::page(cx, &request).await?;
        UserBody::of_page(cx, page).await
    });
    let page = read.await?;
    Ok(Reply::ok(&ListBody::from(page))?)
}

/// A level as a word of the address.
fn level(text: &str) -> Option<Level> {
    Level::new(text.parse().ok()?).ok()
}

/// Reads what is asked of the list.
///
/// # Errors
/// A parameter that is unknown or has no such value.
pub fn request(mut query: Query) -> Result<Request, Problem> {
    let filter = Filter {
        search: Search::parse(&query.one("search").unwrap_or_default())?,
        lifecycle: query.words("lifecycle", Lifecycle::parse)?,
        presence: query.words("presence", Presence::parse)?,
        roles: query.words("role_id", |text| text.parse().ok())?,
        groups: query.words("group_id", |text| text.parse().ok())?,
        teams: query.words("team_id", |text| text.parse().ok())?,
        licences: query.words("licence", Licence::parse)?,
        in_no_team: false,
        reports_to: query.words("reports_to", |text| text.parse().ok())?.pop(),
        skills: query.words("skill_id", |text| text.parse().ok())?,
        min_level: query.words("min_level", level)?.pop().unwrap_or_default(),
        profiles: query.words("profile_id", |text| text.parse().ok())?,
        without_work: query.words("without_work", |text| text.parse().ok())?.contains(&true),
    };
    let sort = query.one("sort").map(|text| Sort::parse(&text)).transpose()?;
    let count = query.one("count").is_some_and(|text| text == "true");
    let (size, cursor) = query.page()?;
    query.finish()?;
    Ok(Request { filter, sort, size, cursor, count })
}

/// Create a user.
#[utoipa::path(post, path = "/users", tag = "Users", operation_id = "createUser", request_body = NewUserBody,
    params(("Idempotency-Key" = Option<String>, Header)),
    responses((status = 201, body = UserBody), (status = 403, body = ProblemBody),
        (status = 409, body = ProblemBody), (status = 422, body = ProblemBody)))]
pub async fn create(
    State(app): State<AppState>,
    caller: Caller,
    key: IdempotencyKey,
    Body { value, fingerprint }: Body<NewUserBody>,
) -> Result<Reply, Problem> {
    let given = first_password(&app, caller.actor(), &value).await?;
    let new = NewUser::from(value);
    // Neither an answer with a password is kept, nor the fast hash of a request with one.
    let key = if given.is_some() { IdempotencyKey(None) } else { key };
    once(&app, caller.actor(), key, fingerprint, async |cx| {
        let mut user = users::create(cx, new).await?;
        if let Some((password, _)) = &given {
            user = credential::give_first(cx, user.id, password).await?;
        }
        let (place, version) = (format!("/api/v1/users/{}", user.id), user.version);
        let first_password = given.and_then(|(_, shown)| shown);
        let body = UserBody { first_password, ..UserBody::of(cx, user).await? };
        Ok(Reply::created(&body, place)?.version(version))
    })
    .await
}

/// The first password that was typed or is to be made up, ready to be stored, and the text to show.
async fn first_password(
    app: &AppState,
    actor: &Actor,
    body: &NewUserBody,
) -> Result<Option<(NewPassword, Option<String>)>, Problem> {
    let crewdesk = app.crewdesk();
    let (password, shown) = match (&body.password, body.generate_password) {
        (None, false) => return Ok(None),
        (Some(typed), _) => (typed.clone(), None),
        (None, true) => {
            let made = credential::generate(crewdesk);
            (made.clone(), Some(made.expose().to_owned()))
        }
    };
    let email = body.email.clone().unwrap_or_default();
    let names = vec![body.username.clone(), body.first_name.clone(), body.last_name.clone(), email];
    let demands =
        crewdesk.read(actor, async |cx| accounts::demands_on_new(cx, names).await).await?;
    Ok(Some((credential::prepare_for(crewdesk, &password, &demands).await?, shown)))
}

/// Read a user.
#[utoipa::path(get, path = "/users/{id}", tag = "Users", operation_id = "getUser", params(("id" = String, Path)),
    responses((status = 200, body = UserBody), (status = 404, body = ProblemBody)))]
pub async fn get(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<UserId>,
) -> Result<Reply, Problem> {
    let read = app.crewdesk().read(caller.actor(), async |cx| {
        let found = users::get(cx, id).await?;
        UserBody::of(cx, found.user).await
    });
    shown(&read.await?)
}

/// Change a user.
#[utoipa::path(patch, path = "/users/{id}", tag = "Users", operation_id = "updateUser", request_body = UserPatchBody,
    params(("id" = String, Path), ("If-Match" = Option<String>, Header)),
    responses((status = 200, body = UserBody), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody),
        (status = 409, body = ProblemBody), (status = 412, body = ProblemBody), (status = 422, body = ProblemBody)))]
pub async fn update(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<UserId>,
    IfMatch(version): IfMatch,
    Body { value, .. }: MergePatch<UserPatchBody>,
) -> Result<Reply, Problem> {
    let user = app
        .crewdesk()
        .write(caller.actor(), async |cx| {
            let user = change(cx, id, version, value).await?;
            UserBody::of(cx, user).await
        })
        .await?;
    shown(&user)
}

/// Applies a patch: the record, then role and supervisor by their own verbs, in one transaction.
async fn change(
    cx: &mut Cx<'_>,
    id: UserId,
    version: Option<i64>,
    patch: UserPatchBody,
) -> Result<User> {
    let record = patch.record();
    match patch.group_id {
        Patch::Absent => {}
        Patch::Null => return Err(Error::field("group_id", Code::Required)),
        Patch::Value(group) if users::get(cx, id).await?.user.group_id == group => {}
        Patch::Value(_) => return Err(Error::conflict(Code::UseMoveGroup)),
    }
    let mut user = users::update(cx, id, version, record).await?;
    match patch.role_id {
        Patch::Absent => {}
        Patch::Null => return Err(Error::field("role_id", Code::Required)),
        Patch::Value(role) => user = users::assign_role(cx, id, None, role).await?,
    }
    match patch.reports_to {
        Patch::Absent => {}
        Patch::Null => user = users::assign_supervisor(cx, id, None, None).await?,
        Patch::Value(above) => user = users::assign_supervisor(cx, id, None, Some(above)).await?,
    }
    match patch.team_ids {
        Patch::Absent => {}
        Patch::Null => teams::put_into(cx, &user, &[]).await?,
        Patch::Value(wanted) => teams::put_into(cx, &user, &wanted).await?,
    }
    users::get(cx, id).await.map(|found| found.user)
}

/// Remove a user for good.
#[utoipa::path(delete, path = "/users/{id}", tag = "Users", operation_id = "removeUser",
    params(("id" = String, Path), ("force" = Option<bool>, Query, description = "Log the user off a queue first.")),
    responses((status = 204), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody),
        (status = 409, body = ProblemBody)))]
pub async fn remove(
    State(app): State<AppState>,
    caller: Caller,
    Id(id): Id<UserId>,
    mut query: Query,
) -> Result<Reply, Problem> {
    let force = query.words("force", |word| word.parse().ok())?.contains(&true);
    query.finish()?;
    let verb = async |cx: &mut Cx<'_>| users::remove(cx, id, None, force).await;
    app.crewdesk().write(caller.actor(), verb).await?;
    Ok(Reply::empty())
}

/// 200 with the user and its version.
pub(super) fn shown(user: &UserBody) -> Result<Reply, Problem> {
    Ok(Reply::ok(user)?.version(user.version))
}
