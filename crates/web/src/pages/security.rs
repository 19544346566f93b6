//! `/me/security`: one's own second factors and recovery codes (SPEC ACC-5; SECURITY.md S8).

use std::borrow::Cow;

use axum::response::Response;
use domain::accounts::{self, PasswordStanding};
use domain::factors::{self, Enrolment, FactorRow, Kind, RecoveryCodes, Standing};
use http::StatusCode;
use kernel::ids::FactorId;
use kernel::{Code, Error, Timestamp};

use super::steps::show;
use super::{flash::Flash, form::Form, links::own_path, page::Page};
use crate::extract::{Id, Query};
use crate::html::{
    frame::Place,
    me,
    parts::{Notice, When},
    security::{self as views, AddApp, Codes, FactorLine, PasswordLine, Security},
    sheet::Sheet,
    typed::Typed,
};
use crate::problem::Problem;
use texts::Arg;

/// Where all of this is.
pub(super) const HERE: &str = "/me/security";

async fn view(page: &Page, typed: &Typed) -> Result<Security, Problem> {
    // Until a second factor is added, there is nothing else to see; a provider is to see nothing of it.
    let sees_password = !page.me.must_enrol && !page.me.by_provider;
    let read = page.app.crewdesk().read(&page.actor, async |cx| {
        let password = match sees_password {
            true => Some(accounts::password_standing(cx).await?),
            false => None,
        };
        Ok((factors::standing(cx).await?, password, cx.now))
    });
    let (standing, password, now) = read.await?;
    let ways = [(Kind::SmsCode, standing.allowed.sms), (Kind::MailCode, standing.allowed.mail)];
    let ways = ways.into_iter().filter(|(kind, counts)| *counts && !standing.has(*kind));
    let ways = ways.map(|(kind, _)| views::CodeWay::of(kind)).collect();
    let Standing { factors, codes_left, is_required, due_at, allowed, .. } = standing;
    let counts = factors.iter().any(|one| allowed.takes(one.kind));
    let lines = factors.iter().map(|row| line(page, row, now)).collect();
    let view = Security::new(page.frame(Place::Me), lines, codes_left, typed);
    let notice = due_at.filter(|_| !page.me.must_enrol).map(|at| {
        let day = When::day(page.lang(), &page.zone, at).text;
        Notice::warn(page.texts().with("security-due", &[("day", Arg::from(day))]))
    });
    let passkeys = page.app.crewdesk().passkeys().are_possible();
    let password = password.map(|password| password_line(page, password, passkeys));
    Ok(Security { required: is_required, notice, passkeys, ways, counts, password, ..view })
}

fn password_line(page: &Page, standing: PasswordStanding, passkeys: bool) -> PasswordLine {
    let lead = match standing.against {
        Some(Code::NoPassword) => page.texts().get("security-password-none-lead"),
        Some(Code::WayBackMissing) => page.texts().error(Code::WayBackMissing),
        _ if passkeys => page.texts().get("security-password-lead"),
        _ => Cow::Borrowed(""),
    };
    PasswordLine {
        has: standing.has_password,
        may_drop: standing.against.is_none(),
        lead: lead.into_owned(),
    }
}

fn line(page: &Page, row: &FactorRow, now: Timestamp) -> FactorLine {
    let when = |at| When::relative(page.lang(), &page.zone, at, now);
    let (icon, kind) = views::kind(row.kind);
    FactorLine {
        icon,
        kind,
        weak: row.kind.is_weak(),
        name: row.name.clone(),
        added: when(row.created_at),
        used: row.last_used_at.map(when),
        removal: format!("{HERE}/{}/removal", row.id),
    }
}

/// What a refusal leads to: the door, where a fresh sign-in is wanted, else the page with the reason.
pub(super) async fn refused(
    page: &Page,
    error: Error,
    mut typed: Typed,
) -> Result<Response, Problem> {
    if matches!(error, Error::Forbidden(Code::FreshSignInRequired)) {
        return Ok(page.prove_again(HERE));
    }
    let status = crate::problem::status(&error);
    let notice = match error {
        Error::TooMany { .. } => Some(Notice::warn(page.texts().error(Code::TooManyRequests))),
        other => typed.refused(other, page.texts())?,
    };
    let view = view(page, &typed).await?;
    Ok(page.show_with(status, &Security { notice: notice.or(view.notice), ..view }))
}

/// `GET /me/security`.
pub(crate) async fn overview(page: Page, mut query: Query) -> Result<Response, Problem> {
    let view = view(&page, &Typed::default()).await?;
    // Whoever was led here on the way in may go on while there is time.
    let later = query.one("next").filter(|_| view.notice.is_some());
    let later = later.map(|next| own_path(&next).to_owned());
    Ok(page.show(&Security { later, ..view }))
}

/// `POST /me/security/app`: begins to add an authenticator app.
pub(crate) async fn begin(page: Page, Form(typed): Form) -> Result<Response, Problem> {
    let name = match typed.filled("name") {
        Some(name) => name,
        None => page.texts().get("security-app-usual").into_owned(),
    };
    let verb = page.app.crewdesk().write(&page.actor, async |cx| factors::begin(cx, &name).await);
    match verb.await {
        Ok(begun) => Ok(page.go(&format!("{HERE}/app/{}", begun.id))),
        Err(error) => refused(&page, error, typed).await,
    }
}

fn app(page: &Page, begun: &Enrolment, typed: &Typed) -> AddApp {
    let (letters, address) = (begun.secret.expose(), begun.address.expose());
    let action = format!("{HERE}/app/{}", begun.id);
    AddApp::new(page.frame(Place::Me), action, letters, address, typed)
}

/// `GET /me/security/app/{id}`: the picture and the question for the first code.
pub(crate) async fn scan(page: Page, Id(id): Id<FactorId>) -> Result<Response, Problem> {
    let read = page.app.crewdesk().read(&page.actor, async |cx| factors::again(cx, id).await);
    match read.await {
        Ok(begun) => Ok(page.show(&app(&page, &begun, &Typed::default()))),
        Err(Error::Forbidden(Code::FreshSignInRequired)) => Ok(page.prove_again(HERE)),
        Err(error) => Err(error.into()),
    }
}

/// `POST /me/security/app/{id}`: the first code.
pub(crate) async fn confirm(
    page: Page,
    Id(id): Id<FactorId>,
    Form(mut typed): Form,
) -> Result<Response, Problem> {
    let crewdesk = page.app.crewdesk();
    let code = typed.value("code").to_owned();
    match crewdesk.write(&page.actor, async |cx| factors::confirm(cx, id, &code).await).await {
        Ok(Some(made)) => {
            let said = Notice::good(page.texts().get("toast-factor-added"));
            Ok(page.show(&codes(&page, &made, Some(said))))
        }
        Ok(None) => Ok(page.go_saying(HERE, &Flash::new("toast-factor-added"))),
        Err(error @ Error::Invalid(_)) => {
            let begun = crewdesk.read(&page.actor, async |cx| factors::again(cx, id).await).await?;
            let status = crate::problem::status(&error);
            typed.refused(error, page.texts())?;
            Ok(page.show_with(status, &app(&page, &begun, &typed)))
        }
        Err(error) => refused(&page, error, typed).await,
    }
}

pub(super) fn codes(page: &Page, made: &RecoveryCodes, notice: Option<Notice>) -> Codes {
    Codes {
        frame: page.frame(Place::Me),
        tabs: me::tabs(HERE),
        notice,
        codes: made.0.iter().map(|code| code.expose().to_owned()).collect(),
    }
}

/// `GET /me/security/codes`.
pub(crate) async fn ask_codes(page: Page) -> Response {
    show(&page, StatusCode::OK, &views::new_codes(page.frame(Place::Me)))
}

/// `POST /me/security/codes`: ten new ones.
pub(crate) async fn new_codes(page: Page, Form(typed): Form) -> Result<Response, Problem> {
    let verb = page.app.crewdesk().write(&page.actor, async |cx| factors::new_codes(cx).await);
    match verb.await {
        Ok(made) => Ok(page.show(&codes(&page, &made, None))),
        Err(error) => refused(&page, error, typed).await,
    }
}

async fn removal(page: &Page, id: FactorId) -> Result<Sheet, Problem> {
    let read = page.app.crewdesk().read(&page.actor, async |cx| factors::standing(cx).await);
    let standing = read.await?;
    let row = standing.factors.iter().find(|row| row.id == id).ok_or(Error::NotFound)?;
    let (last, action) = (standing.factors.len() == 1, format!("{HERE}/{id}/removal"));
    Ok(views::removal(page.frame(Place::Me), &row.name, action, last))
}

/// `GET /me/security/{id}/removal`.
pub(crate) async fn ask_removal(page: Page, Id(id): Id<FactorId>) -> Result<Response, Problem> {
    Ok(show(&page, StatusCode::OK, &removal(&page, id).await?))
}

/// `POST /me/security/{id}/removal`.
pub(crate) async fn remove(
    page: Page,
    Id(id): Id<FactorId>,
    Form(mut typed): Form,
) -> Result<Response, Problem> {
    let verb = page.app.crewdesk().write(&page.actor, async |cx| factors::remove(cx, id).await);
    match verb.await {
        Ok(()) => Ok(page.go_saying(HERE, &Flash::new("toast-factor-removed"))),
        Err(Error::Forbidden(Code::FreshSignInRequired)) => Ok(page.prove_again(HERE)),
        Err(error) => {
            let status = crate::problem::status(&error);
            let notice = typed.refused(error, page.texts())?;
            Ok(show(&page, status, &Sheet { notice, ..removal(&page, id).await? }))
        }
    }
}
