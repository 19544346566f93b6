//! The steps of a person's life: `GET` shows the task, `POST` does it.

use axum::extract::Path;
use axum::response::Response;
use domain::access::{self, Action};
use domain::accounts::{self, codes, credential};
use domain::users::{self, RemovalPreview, User};
use domain::{Cx, factors, organisations, sessions};
use http::{StatusCode, Uri};
use kernel::ids::{SessionId, UserId};
use kernel::{Code, Error, Result};
use texts::Arg;

use super::user_form::{first_password, known_above, once};
use super::{flash::Flash, form::Form, page::Page, pick};
use crate::html::{
    frame::Place,
    parts::Notice,
    sheet::Sheet,
    typed::Typed,
    users::steps::{self, Losses, Whom},
};
use crate::problem::Problem;

/// What a step is called in addresses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    Suspend,
    Activate,
    Deactivate,
    Reactivate,
    Remove,
    Supervisor,
    FirstPassword,
    Reset,
    Factors,
    Ownership,
}

impl Step {
    /// The step of an address: its last part.
    fn of(uri: &Uri) -> Result<Self> {
        Ok(match uri.path().rsplit('/').next().unwrap_or_default() {
            "suspension" => Self::Suspend,
            "activation" => Self::Activate,
            "deactivation" => Self::Deactivate,
            "reactivation" => Self::Reactivate,
            "removal" => Self::Remove,
            "supervisor" => Self::Supervisor,
            "first-password" => Self::FirstPassword,
            "reset" => Self::Reset,
            "factors" => Self::Factors,
            "ownership" => Self::Ownership,
            _ => return Err(Error::NotFound),
        })
    }

    /// The right that it takes.
    const fn action(self) -> Action {
        match self {
            Self::Suspend | Self::Activate => Action::UsersSuspend,
            Self::Deactivate | Self::Reactivate => Action::UsersDeactivate,
            Self::Remove => Action::UsersRemove,
            Self::Supervisor => Action::UsersAssignSupervisor,
            Self::FirstPassword | Self::Reset => Action::UsersResetAccess,
            Self::Factors => Action::UsersResetFactors,
            Self::Ownership => Action::OwnershipTransfer,
        }
    }

    const fn toast(self) -> &'static str {
        match self {
            Self::Suspend => "toast-user-suspended",
            Self::Activate | Self::Reactivate => "toast-user-activated",
            Self::Deactivate => "toast-user-deactivated",
            Self::Remove => "toast-user-removed",
            Self::Supervisor => "toast-user-supervisor",
            Self::FirstPassword => "toast-user-saved",
            Self::Reset => "toast-user-reset",
            Self::Factors => "toast-factors-reset",
            Self::Ownership => "toast-user-owner",
        }
    }
}

/// What a step must know of the person before it can be shown.
struct Before {
    user: User,
    losses: Losses,
    known: Vec<(String, String)>,
    factors: Vec<String>,
}

async fn before(cx: &mut Cx<'_>, id: UserId, step: Step, typed: &Typed) -> Result<Before> {
    let found = users::get(cx, id).await?;
    access::decide(cx.principal()?, step.action(), found.relation)?;
    let user = found.user;
    let mut before =
        Before { user, losses: Losses::default(), known: Vec::new(), factors: Vec::new() };
    match step {
        Step::Remove => {
            let RemovalPreview { reports, sessions, logged_on, .. } =
                users::removal_preview(cx, id).await?;
            before.losses = Losses { reports, sessions, logged_on };
        }
        Step::Factors => {
            let standing = factors::of_user(cx, id).await?;
            before.factors = standing.factors.into_iter().map(|one| one.name).collect();
        }
        Step::Ownership if !cx.principal()?.is_owner() => {
            return Err(Error::Forbidden(Code::OwnerProtected));
        }
        Step::Supervisor => {
            before.known = known_above(cx, Some(&before.user), typed).await?;
        }
        _ => {}
    }
    Ok(before)
}

fn sheet(page: &Page, step: Step, before: &Before, typed: &Typed) -> Sheet {
    let user = &before.user;
    let whom =
        Whom { id: user.id.to_string(), name: user.display_name.clone(), version: user.version };
    let frame = page.frame(Place::Users);
    match step {
        Step::Suspend => steps::suspend(frame, &whom, typed),
        Step::Activate => steps::activate(frame, &whom),
        Step::Deactivate => steps::deactivate(frame, &whom, typed),
        Step::Reactivate => steps::reactivate(frame, &whom),
        Step::Remove => steps::remove(frame, &whom, before.losses),
        Step::Supervisor => steps::supervisor(frame, &whom, &before.known, typed),
        Step::FirstPassword => steps::first_password(frame, &whom, typed),
        Step::Reset => steps::reset(frame, &whom),
        Step::Factors => steps::factors(frame, &whom, &before.factors),
        Step::Ownership => steps::ownership(frame, &whom),
    }
}

/// Shows a short task: in the dialog, or on a page of its own.
pub(super) fn show(page: &Page, status: StatusCode, sheet: &Sheet) -> Response {
    if page.reader.htmx {
        return page.part(status, &sheet.as_part());
    }
    page.show_with(status, sheet)
}

/// `GET /users/{id}/{step}`.
pub(crate) async fn ask(page: Page, Path(id): Path<String>, uri: Uri) -> Result<Response, Problem> {
    let (id, step) = (read_id(&id)?, Step::of(&uri)?);
    let none = Typed::default();
    let before =
        page.app.crewdesk().read(&page.actor, async |cx| before(cx, id, step, &none).await).await?;
    let current = before.user.reports_to.map(|id| id.to_string()).unwrap_or_default();
    let typed = Typed::of([("reports_to", current.as_str())]);
    Ok(show(&page, StatusCode::OK, &sheet(&page, step, &before, &typed)))
}

fn read_id(text: &str) -> Result<UserId, Problem> {
    text.parse().map_err(|_| Error::NotFound.into())
}

/// `POST /users/{id}/{step}`.
pub(crate) async fn act(
    page: Page,
    Path(id): Path<String>,
    uri: Uri,
    Form(mut typed): Form,
) -> Result<Response, Problem> {
    let (id, step) = (read_id(&id)?, Step::of(&uri)?);
    match perform(&page, id, step, &mut typed).await {
        Ok(Done { user, shown: Some(password) }) => {
            Ok(show(&page, StatusCode::OK, &once(&page, &user, password)))
        }
        Ok(Done { user, shown: None }) => {
            let flash = Flash::about(step.toast(), &user.display_name);
            Ok(page.go_saying(&after(&page, id, step), &flash))
        }
        Err(Error::Forbidden(Code::FreshSignInRequired)) => {
            Ok(page.prove_again(&format!("/users/{id}/security")))
        }
        Err(error) => {
            let status = crate::problem::status(&error);
            let notice: Option<Notice> = typed.refused(error, page.texts())?;
            let before = page
                .app
                .crewdesk()
                .read(&page.actor, async |cx| before(cx, id, step, &typed).await)
                .await?;
            let mistyped = typed.error("confirmation");
            let sheet = Sheet { notice, mistyped, ..sheet(&page, step, &before, &typed) };
            Ok(show(&page, status, &sheet))
        }
    }
}

/// Where a step ends: in the list it was begun in, else at the person, who after a removal is gone.
fn after(page: &Page, id: UserId, step: Step) -> String {
    let person = format!("/users/{id}");
    let back = page.back_or(&person);
    if step == Step::Remove && back.starts_with(&person) { "/users".to_owned() } else { back }
}

/// What a step did: to whom, and a password to be shown once.
struct Done {
    user: User,
    shown: Option<String>,
}

async fn perform(page: &Page, id: UserId, step: Step, typed: &mut Typed) -> Result<Done> {
    let crewdesk = page.app.crewdesk();
    if step == Step::Supervisor {
        pick::settle_one(page, typed, "reports_to").await?;
    }
    if step == Step::FirstPassword {
        return give_password(page, id, typed).await;
    }
    if step == Step::Reset {
        return reset(page, id).await;
    }
    let reason = typed.filled("reason");
    let verb = crewdesk.write(&page.actor, async |cx| match step {
        Step::Suspend => users::suspend(cx, id, reason).await,
        Step::Activate => users::activate(cx, id).await,
        Step::Deactivate => users::deactivate(cx, id, reason).await,
        Step::Reactivate => users::reactivate(cx, id).await,
        Step::Factors => factors::reset(cx, id).await,
        Step::Ownership => {
            organisations::transfer_ownership(cx, id).await?;
            users::get(cx, id).await.map(|found| found.user)
        }
        Step::Remove => {
            let user = users::get(cx, id).await?.user;
            let force = typed.value("force") == "true";
            users::remove(cx, id, Some(typed.value("confirmation")), force).await?;
            Ok(user)
        }
        Step::Supervisor => {
            let above = match typed.filled("reports_to") {
                Some(text) => Some(
                    text.parse()
                        .map_err(|_| Error::field("reports_to", Code::SupervisorUnknown))?,
                ),
                None => None,
            };
            let version = typed.value("version").parse().ok();
            users::assign_supervisor(cx, id, version, above).await
        }
        Step::FirstPassword | Step::Reset => Err(Error::internal("not a verb of one transaction")),
    });
    Ok(Done { user: verb.await?, shown: None })
}

async fn give_password(page: &Page, id: UserId, typed: &Typed) -> Result<Done> {
    let crewdesk = page.app.crewdesk();
    let demands = crewdesk.read(&page.actor, async |cx| {
        let user = users::get(cx, id).await?.user;
        accounts::demands_on_first(cx, &user).await
    });
    let given = first_password(page, typed.filled("password"), true, &demands.await?).await?;
    let Some((password, shown)) = given else {
        return Err(Error::internal("no password was made"));
    };
    let verb =
        crewdesk.write(&page.actor, async |cx| credential::give_first(cx, id, &password).await);
    Ok(Done { user: verb.await?, shown })
}

/// Lets them choose a new password: code and link go to their address alone.
async fn reset(page: &Page, id: UserId) -> Result<Done> {
    let verb = page.app.crewdesk().write(&page.actor, async |cx| codes::start_for(cx, id).await);
    Ok(Done { user: verb.await?, shown: None })
}

/// `GET /users/{id}/sessions/{session}/end`.
pub(crate) async fn ask_end(
    page: Page,
    Path((id, session)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let (id, session) = (read_id(&id)?, session.parse::<SessionId>().map_err(|_| Error::NotFound)?);
    let rows =
        page.app.crewdesk().read(&page.actor, async |cx| sessions::list_of(cx, id).await).await?;
    let row = rows.into_iter().find(|row| row.session.id == session).ok_or(Error::NotFound)?;
    let client = texts::client(page.texts(), &row.session.client);
    Ok(show(
        &page,
        StatusCode::OK,
        &end_sheet(&page, &client, format!("/users/{id}/sessions/{session}/end")),
    ))
}

/// The task of ending a session.
pub(super) fn end_sheet(page: &Page, client: &str, action: String) -> Sheet {
    let title =
        page.texts().with("session-end-title", &[("client", Arg::from(client))]).into_owned();
    let lead = page.texts().get("session-end-lead").into_owned();
    Sheet {
        lead,
        danger: true,
        ..Sheet::new(page.frame(Place::Users), title, action, "session-end")
    }
}

/// `POST /users/{id}/sessions/{session}/end`.
pub(crate) async fn end(
    page: Page,
    Path((id, session)): Path<(String, String)>,
    Form(_): Form,
) -> Result<Response, Problem> {
    let (id, session) = (read_id(&id)?, session.parse::<SessionId>().map_err(|_| Error::NotFound)?);
    page.app
        .crewdesk()
        .write(&page.actor, async |cx| sessions::revoke(cx, id, session).await)
        .await?;
    Ok(page.go_saying(&format!("/users/{id}/security"), &Flash::new("toast-session-ended")))
}
