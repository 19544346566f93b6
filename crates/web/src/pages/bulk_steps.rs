//! `/users/bulk/{step}`: a step for those selected in the list, or for all it finds, seen before it is taken
//! (SPEC USR-7, USR-8, USR-9, USR-16).

use axum::response::Response;
use domain::access::{self, Action};
use domain::users::{self, BulkStep, Concerned};
use http::{StatusCode, Uri};
use kernel::{Error, Result};

use super::bulk::{found, ids, number, selected, stayed, ticked};
use super::steps::show;
use super::users::filter_at;
use super::{flash::Flash, form::Form, page::Page};
use crate::html::frame::Place;
use crate::html::parts::Notice;
use crate::html::sheet::Sheet;
use crate::html::typed::Typed;
use crate::html::users::bulk_steps::{self as views, Look, Task};
use crate::problem::Problem;
use crate::refused::step_many;

/// `POST /users/bulk/{step}`: asks for whom, shows what that comes to, does it once that was seen.
pub(crate) async fn act(page: Page, uri: Uri, Form(mut typed): Form) -> Result<Response, Problem> {
    let task = task(&uri)?;
    access::require(&page.me, filled(task, &typed).action())?;
    let error = match take(&page, task, &typed).await {
        Ok(response) => return Ok(response),
        Err(error) => error,
    };
    let status = crate::problem::status(&error);
    let notice = if ids(&typed).is_empty() {
        Some(Notice::bad(page.texts().get("bulk-nobody")))
    } else {
        typed.refused(error, page.texts())?
    };
    let mistyped = typed.error("confirmation");
    let sheet = look(&page, task, &typed).await?;
    Ok(show(&page, status, &Sheet { notice, mistyped, ..sheet }))
}

/// The task of an address: its last part.
fn task(uri: &Uri) -> Result<Task> {
    let name = uri.path().rsplit('/').next().unwrap_or_default();
    Task::ALL.into_iter().find(|task| task.name() == name).ok_or(Error::NotFound)
}

/// The step as it was filled in.
fn filled(task: Task, typed: &Typed) -> BulkStep {
    let reason = typed.filled("reason");
    match task {
        Task::Suspend => BulkStep::Suspend { reason },
        Task::Activate => BulkStep::Activate,
        Task::Deactivate => BulkStep::Deactivate { reason },
        Task::Reactivate => BulkStep::Reactivate,
        Task::Remove => {
            let force = typed.value("force") == "true";
            // What is no number is not the number that is asked for.
            let confirmation = Some(typed.value("confirmation").trim().parse().unwrap_or(-1));
            BulkStep::Remove { force, confirmation }
        }
    }
}

async fn take(page: &Page, task: Task, typed: &Typed) -> Result<Response> {
    let ids = selected(typed)?;
    if typed.value("confirmed") == task.name() {
        return done(page, task, typed).await;
    }
    if !typed.has("who") {
        let found = found(page, typed).await?;
        if found.matching.is_some_and(|count| count > number(ids.len())) {
            let frame = page.frame(Place::Users);
            let sheet = views::whom(frame, task, (&texts_of(&ids), &found), typed);
            return Ok(show(page, StatusCode::OK, &sheet));
        }
    }
    Ok(show(page, StatusCode::OK, &look(page, task, typed).await?))
}

fn texts_of(ids: &[kernel::ids::UserId]) -> Vec<String> {
    ids.iter().map(ToString::to_string).collect()
}

/// Whom it concerns: those who were ticked, or all in the list to whom it can be done.
async fn whom(page: &Page, step: &BulkStep, typed: &Typed) -> Result<Concerned> {
    let list = typed.value("list");
    if typed.value("who") != "all" || list.is_empty() {
        return Ok(ticked(ids(typed)));
    }
    let read = page.app.crewdesk().read(&page.actor, async |cx| {
        let filter = filter_at(cx, list).await?;
        users::steppable(cx, &filter, step).await
    });
    read.await
}

async fn look(page: &Page, task: Task, typed: &Typed) -> Result<Sheet> {
    let step = filled(task, typed);
    let whom = whom(page, &step, typed).await?;
    let read = page
        .app
        .crewdesk()
        .read(&page.actor, async |cx| users::preview_steps(cx, &whom.ids, &step).await);
    let preview = read.await?;
    let look = Look {
        going: texts_of(&preview.going),
        invited: preview.invited,
        elsewhere: preview.elsewhere,
        refused: preview.refused,
        more: whom.in_all.saturating_sub(number(whom.ids.len())),
        sessions: preview.sessions,
        reports: preview.reports,
        logged_on: preview.logged_on,
        may_deactivate: access::require(&page.me, Action::UsersDeactivate).is_ok(),
    };
    Ok(views::confirm(page.frame(Place::Users), task, &look, typed))
}

async fn done(page: &Page, task: Task, typed: &Typed) -> Result<Response> {
    let ids = selected(typed)?;
    let step = filled(task, typed);
    let outcomes = step_many(&page.app, &page.actor, &ids, &step).await?;
    let went = outcomes.iter().filter(|one| one.is_done()).count();
    if went == outcomes.len() {
        let flash = Flash::counting(task.toast(), went);
        return Ok(page.go_saying(&page.back_or("/users"), &flash));
    }
    let stayed = stayed(page, &outcomes).await?;
    let sheet = views::result(page.frame(Place::Users), task, number(went), stayed);
    Ok(show(page, StatusCode::OK, &sheet))
}
