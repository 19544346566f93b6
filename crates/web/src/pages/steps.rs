//! The steps of a person's life in the organisation, each a short task in the dialog.

use axum::response::Response;
use domain::accounts::credential;
use domain::users::list::{self, Filter, Request};
use domain::users::{self, Lifecycle, RemovalPreview, User};
use domain::{Cx, access::Action};
use kernel::ids::UserId;
use kernel::{PageSize, Result, Secret};

use super::context::{Answer, Elsewhere, Page, Sent};
use crate::extract::Id;
use crate::html::frame::{Frame, Place};
use crate::html::parts::Notice;
use crate::html::sheet::Sheet;
use crate::html::typed::Typed;
use crate::html::users::steps::{self, Whom};

async fn whom(page: &Page, id: UserId) -> Result<Whom, Elsewhere> {
    let found = page.app.crewdesk().read(page.actor(), async |cx| users::get(cx, id).await).await?;
    let User { id, display_name, version, .. } = found.user;
    Ok(Whom { id: id.to_string(), name: display_name, version })
}

fn shown(page: &Page, sheet: &Sheet) -> Answer {
    if page.is_part() { page.show(&sheet.as_part()) } else { page.show(sheet) }
}

/// Runs the verb; a refusal comes back in the same sheet.
async fn step(
    sent: Sent,
    id: UserId,
    said: &'static str,
    verb: impl AsyncFnOnce(&mut Cx<'_>, &Typed) -> Result<()>,
    sheet: impl AsyncFnOnce(&Page, Frame, &Whom, &Typed) -> Result<Sheet, Elsewhere>,
) -> Answer {
    let Sent { page, mut typed } = sent;
    let whom = whom(&page, id).await?;
    let done = page.app.crewdesk().write(page.actor(), async |cx| verb(cx, &typed).await).await;
    match done {
        Ok(()) => Ok(page.done_about(&after(id, said), said, &whom.name)),
        Err(error) => {
            let notice = typed.refused(error, page.texts)?;
            let sheet = sheet(&page, page.frame(Place::Users)?, &whom, &typed).await?;
            come_back(&page, Sheet { notice, ..sheet })
        }
    }
}

fn after(id: UserId, said: &str) -> String {
    if said == "toast-user-removed" { "/users".to_owned() } else { format!("/users/{id}") }
}

/// The sheet with what is wrong. The script swaps a refused form as well.
fn come_back(page: &Page, sheet: Sheet) -> Answer {
    if page.is_part() { page.wrong(&sheet.as_part()) } else { page.wrong(&sheet) }
}

/// `GET /users/{id}/suspension`.
///
/// # Errors
/// Faults of the server; a user out of sight.
pub async fn show_suspend(page: Page, Id(id): Id<UserId>) -> Answer {
    let whom = whom(&page, id).await?;
    shown(&page, &steps::suspend(page.frame(Place::Users)?, &whom, &Typed::default()))
}

/// `POST /users/{id}/suspension`.
///
/// # Errors
/// Faults of the server.
pub async fn suspend(Id(id): Id<UserId>, sent: Sent) -> Answer {
    let verb = async |cx: &mut Cx<'_>, typed: &Typed| {
        users::suspend(cx, id, typed.filled("reason")).await.map(drop)
    };
    step(sent, id, "toast-user-suspended", verb, async |_, frame, whom, typed| {
        Ok(steps::suspend(frame, whom, typed))
    })
    .await
}

/// `GET /users/{id}/activation`.
///
/// # Errors
/// Faults of the server; a user out of sight.
pub async fn show_activate(page: Page, Id(id): Id<UserId>) -> Answer {
    let whom = whom(&page, id).await?;
    shown(&page, &steps::activate(page.frame(Place::Users)?, &whom))
}

/// `POST /users/{id}/activation`.
///
/// # Errors
/// Faults of the server.
pub async fn activate(Id(id): Id<UserId>, sent: Sent) -> Answer {
    let verb = async |cx: &mut Cx<'_>, _: &Typed| users::activate(cx, id).await.map(drop);
    step(sent, id, "toast-user-activated", verb, async |_, frame, whom, _| {
        Ok(steps::activate(frame, whom))
    })
    .await
}

/// `GET /users/{id}/deactivation`.
///
/// # Errors
/// Faults of the server; a user out of sight.
pub async fn show_deactivate(page: Page, Id(id): Id<UserId>) -> Answer {
    let whom = whom(&page, id).await?;
    shown(&page, &steps::deactivate(page.frame(Place::Users)?, &whom, &Typed::default()))
}

/// `POST /users/{id}/deactivation`.
///
/// # Errors
/// Faults of the server.
pub async fn deactivate(Id(id): Id<UserId>, sent: Sent) -> Answer {
    let verb = async |cx: &mut Cx<'_>, typed: &Typed| {
        users::deactivate(cx, id, typed.filled("reason")).await.map(drop)
    };
    step(sent, id, "toast-user-deactivated", verb, async |_, frame, whom, typed| {
        Ok(steps::deactivate(frame, whom, typed))
    })
    .await
}

/// `GET /users/{id}/reactivation`.
///
/// # Errors
/// Faults of the server; a user out of sight.
pub async fn show_reactivate(page: Page, Id(id): Id<UserId>) -> Answer {
    let whom = whom(&page, id).await?;
    shown(&page, &steps::reactivate(page.frame(Place::Users)?, &whom))
}

/// `POST /users/{id}/reactivation`.
///
/// # Errors
/// Faults of the server.
pub async fn reactivate(Id(id): Id<UserId>, sent: Sent) -> Answer {
    let verb = async |cx: &mut Cx<'_>, _: &Typed| users::reactivate(cx, id).await.map(drop);
    step(sent, id, "toast-user-activated", verb, async |_, frame, whom, _| {
        Ok(steps::reactivate(frame, whom))
    })
    .await
}

async fn removal(page: &Page, frame: Frame, whom: &Whom, id: UserId) -> Result<Sheet, Elsewhere> {
    let preview =
        page.app.crewdesk().read(page.actor(), async |cx| users::removal_preview(cx, id).await);
    let RemovalPreview { reports, sessions, .. } = preview.await?;
    Ok(steps::remove(frame, whom, reports, sessions))
}

/// `GET /users/{id}/removal`.
///
/// # Errors
/// Faults of the server; a user out of sight.
pub async fn show_remove(page: Page, Id(id): Id<UserId>) -> Answer {
    let whom = whom(&page, id).await?;
    shown(&page, &removal(&page, page.frame(Place::Users)?, &whom, id).await?)
}

/// `POST /users/{id}/removal`: the name typed must be the person's.
///
/// # Errors
/// Faults of the server.
pub async fn remove(Id(id): Id<UserId>, sent: Sent) -> Answer {
    let verb = async |cx: &mut Cx<'_>, typed: &Typed| {
        users::remove(cx, id, Some(typed.value("confirmation"))).await
    };
    step(sent, id, "toast-user-removed", verb, async |page, frame, whom, _| {
        removal(page, frame, whom, id).await
    })
    .await
}

/// Who may be reported to: the first two hundred active people by name whom the reader sees.
pub(super) async fn supervisors(
    page: &Page,
    except: Option<UserId>,
) -> Result<Vec<(String, String)>, Elsewhere> {
    let filter = Filter { lifecycle: vec![Lifecycle::Active], ..Filter::default() };
    let request = Request { filter, size: PageSize::new(Some(200))?, ..Request::default() };
    let found =
        page.app.crewdesk().read(page.actor(), async |cx| list::page(cx, &request).await).await?;
    let others = found.items.into_iter().filter(|user| Some(user.id) != except);
    Ok(others.map(|user| (user.id.to_string(), user.display_name)).collect())
}

/// `GET /users/{id}/supervisor`.
///
/// # Errors
/// Faults of the server; a user out of sight.
pub async fn show_supervisor(page: Page, Id(id): Id<UserId>) -> Answer {
    let found = page.app.crewdesk().read(page.actor(), async |cx| users::get(cx, id).await).await?;
    let now = found.user.reports_to.map(|id| id.to_string()).unwrap_or_default();
    let choices = supervisors(&page, Some(id)).await?;
    let whom = whom(&page, id).await?;
    shown(
        &page,
        &steps::supervisor(
            page.frame(Place::Users)?,
            &whom,
            &choices,
            &Typed::of([("reports_to", &now)]),
        ),
    )
}

/// `POST /users/{id}/supervisor`.
///
/// # Errors
/// Faults of the server.
pub async fn supervisor(Id(id): Id<UserId>, sent: Sent) -> Answer {
    let verb = async |cx: &mut Cx<'_>, typed: &Typed| {
        let above = typed.filled("reports_to").and_then(|text| text.parse().ok());
        let version = typed.value("version").parse().ok();
        users::assign_supervisor(cx, id, version, above).await.map(drop)
    };
    let sheet = async |page: &Page, frame: Frame, whom: &Whom, typed: &Typed| {
        let choices = supervisors(page, Some(id)).await?;
        Ok(steps::supervisor(frame, whom, &choices, typed))
    };
    step(sent, id, "toast-user-supervisor", verb, sheet).await
}

/// `GET /users/{id}/first-password`.
///
/// # Errors
/// Faults of the server; a user out of sight.
pub async fn show_first_password(page: Page, Id(id): Id<UserId>) -> Answer {
    let whom = whom(&page, id).await?;
    shown(&page, &steps::first_password(page.frame(Place::Users)?, &whom, &Typed::default()))
}

/// `POST /users/{id}/first-password`: typed, or made up and shown once.
///
/// # Errors
/// Faults of the server.
pub async fn first_password(Id(id): Id<UserId>, Sent { page, mut typed }: Sent) -> Answer {
    if !page.may(Action::UsersResetAccess) {
        return Err(kernel::Error::Forbidden(kernel::Code::Forbidden).into());
    }
    match give(&page, id, &typed).await {
        Ok(None) => Ok(page.done(&format!("/users/{id}"), "toast-saved")),
        Ok(Some(made_up)) => once(&page, id, &made_up).await,
        Err(error) => {
            let notice = typed.refused(error, page.texts)?;
            let whom = whom(&page, id).await?;
            let sheet = steps::first_password(page.frame(Place::Users)?, &whom, &typed);
            come_back(&page, Sheet { notice, ..sheet })
        }
    }
}

async fn give(page: &Page, id: UserId, typed: &Typed) -> Result<Option<Secret>> {
    let crewdesk = page.app.crewdesk();
    let user = crewdesk.read(page.actor(), async |cx| users::get(cx, id).await).await?.user;
    let made_up = typed.filled("password").is_none().then(|| credential::generate(crewdesk));
    let wanted = made_up.clone().unwrap_or_else(|| Secret::new(typed.value("password")));
    let password = credential::prepare(crewdesk, &wanted, &credential::context(&user, "")).await?;
    crewdesk
        .write(page.actor(), async |cx| credential::give_first(cx, id, &password).await)
        .await?;
    Ok(made_up)
}

/// Shows a made-up password this once.
async fn once(page: &Page, id: UserId, password: &Secret) -> Answer {
    let whom = whom(page, id).await?;
    let sheet = steps::first_password(page.frame(Place::Users)?, &whom, &Typed::default());
    let said = page.texts.get("user-once");
    let notice = Some(Notice::good(format!("{said} {}", password.expose())));
    let response: Response = shown(page, &Sheet { notice, fields: Vec::new(), ..sheet })?;
    Ok(response)
}
