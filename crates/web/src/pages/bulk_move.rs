//! `/users/move`: those selected in the list to another group, seen before it is done (SPEC USR-12, USR-16).

use axum::response::Response;
use domain::access::{self, Action};
use domain::groups;
use domain::users::{self, Moved};
use http::StatusCode;
use kernel::ids::{GroupId, UserId};
use kernel::{Code, Error, Result};
use texts::Arg;

use super::steps::show;
use super::{flash::Flash, form::Form, page::Page};
use crate::html::{
    field::Choice,
    frame::Place,
    sheet::Sheet,
    typed::Typed,
    users::bulk::{self as views, Look},
};
use crate::problem::Problem;

/// `POST /users/move`: asks where to, shows what that comes to, does it once that was seen.
pub(crate) async fn act(page: Page, Form(mut typed): Form) -> Result<Response, Problem> {
    access::require(&page.me, Action::UsersMoveGroup)?;
    let error = match step(&page, &typed).await {
        Ok(response) => return Ok(response),
        Err(error) => error,
    };
    let (status, notice) = typed.refused_here(error, page.texts())?;
    let sheet = choosing(&page, &typed).await?;
    Ok(show(&page, status, &Sheet { notice, ..sheet }))
}

async fn step(page: &Page, typed: &Typed) -> Result<Response> {
    let ids = selected(typed)?;
    if !typed.has("group_id") {
        return Ok(show(page, StatusCode::OK, &choosing(page, typed).await?));
    }
    let group = typed.value("group_id").parse();
    let group = group.map_err(|_| Error::field("group_id", Code::GroupUnknown))?;
    let force = typed.value("force") == "true";
    if typed.value("confirmed") == "true" {
        return done(page, &ids, group, force).await;
    }
    looked(page, &ids, group, force).await
}

/// Who was ticked; nobody is told as a value that is missing.
fn selected(typed: &Typed) -> Result<Vec<UserId>> {
    let ids: Vec<UserId> = typed.all("id").filter_map(|id| id.parse().ok()).collect();
    if ids.is_empty() { Err(Error::field("id", Code::Required)) } else { Ok(ids) }
}

fn ids(typed: &Typed) -> Vec<String> {
    typed.all("id").map(str::to_owned).collect()
}

async fn choosing(page: &Page, typed: &Typed) -> Result<Sheet> {
    let all = page.app.crewdesk().read(&page.actor, async |cx| groups::list(cx).await).await?;
    let choices = all.into_iter().map(|group| Choice::new(group.id.to_string(), group.name, "?"));
    Ok(views::choose(page.frame(Place::Users), &ids(typed), choices.collect(), typed))
}

async fn looked(page: &Page, ids: &[UserId], group: GroupId, force: bool) -> Result<Response> {
    let read = page
        .app
        .crewdesk()
        .read(&page.actor, async |cx| users::preview_moves(cx, ids, group).await);
    let preview = read.await?;
    let look = Look {
        ids: ids.iter().map(ToString::to_string).collect(),
        group: (group.to_string(), preview.to.name),
        force,
        moving: preview.moving,
        staying: preview.staying,
        refused: preview.refused,
        lost: preview.profiles_lost,
        offered: preview.profiles_offered,
        filter: preview.resource_filter,
    };
    Ok(show(page, StatusCode::OK, &views::confirm(page.frame(Place::Users), &look)))
}

async fn done(page: &Page, ids: &[UserId], group: GroupId, force: bool) -> Result<Response> {
    let verb = page.app.crewdesk().write(&page.actor, async |cx| {
        let group_name = groups::get(cx, group).await?.name;
        Ok((users::move_many(cx, ids, group, force).await?, group_name))
    });
    let (moved, name) = verb.await?;
    let went = moved.iter().filter(|one| one.result.is_ok()).count();
    if went == moved.len() {
        let flash = Flash::about("toast-users-moved", &name);
        return Ok(page.go_saying(&page.back_or("/users"), &flash));
    }
    result(page, &moved, &name).await
}

/// Who stayed and why, by name.
async fn result(page: &Page, moved: &[Moved], group: &str) -> Result<Response> {
    let stayed: Vec<_> = moved
        .iter()
        .filter_map(|one| Some((one.user_id, one.result.as_ref().err()?.code())))
        .collect();
    let shown: Vec<UserId> = stayed.iter().map(|(id, _)| *id).collect();
    // Who is out of sight has no name here.
    let known = page.app.crewdesk().read(&page.actor, async |cx| users::several(cx, &shown).await);
    let known = known.await?;
    let texts = page.texts();
    let lines = stayed.iter().map(|(id, code)| {
        let user = known.iter().find(|user| user.id == *id);
        let name = user.map_or_else(|| id.to_string(), |user| user.display_name.clone());
        let values = [("name", Arg::from(name)), ("why", Arg::from(texts.error(*code)))];
        texts.with("bulk-stayed", &values).into_owned()
    });
    let went = i64::try_from(moved.len() - stayed.len()).unwrap_or(i64::MAX);
    let sheet = views::result(page.frame(Place::Users), group, went, lines.collect());
    Ok(show(page, StatusCode::OK, &sheet))
}
