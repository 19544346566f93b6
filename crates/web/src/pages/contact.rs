//! `/me/email` and `/me/mobile`: one's own address and number, which count once a code sent there has come back
//! (SPEC USR-10; SECURITY.md S8).

use axum::response::Response;
use domain::accounts::Purpose;
use domain::accounts::contact::{self, Contact, Standing};
use http::StatusCode;
use kernel::{Code, Error, Token};

use super::{flash::Flash, form::Form, links::with_query, page::Page};
use crate::extract::Query;
use crate::html::contact::{self as views, Kind};
use crate::html::{form_page::FormPage, frame::Place, typed::Typed};
use crate::problem::Problem;

async fn standing(page: &Page) -> Result<Standing, Problem> {
    let verb = page.app.crewdesk().read(&page.actor, async |cx| contact::standing(cx).await);
    Ok(verb.await?)
}

async fn form(page: &Page, kind: Kind, typed: &Typed) -> Result<FormPage, Problem> {
    Ok(views::form(page.frame(Place::Me), kind, &standing(page).await?, typed))
}

async fn ask(page: &Page, kind: Kind, to: Option<String>) -> Result<Response, Problem> {
    // What was typed before signing in again comes back.
    let typed = Typed::of([(kind.field(), to.as_deref().unwrap_or_default())]);
    Ok(page.show(&form(page, kind, &typed).await?))
}

async fn send(page: &Page, kind: Kind, mut typed: Typed) -> Result<Response, Problem> {
    let to = typed.value(kind.field()).trim().to_owned();
    let wanted = match kind {
        Kind::Email => Contact::Email(to.clone()),
        Kind::Mobile => Contact::Mobile(to.clone()),
    };
    let verb = page.app.crewdesk().write(&page.actor, async |cx| contact::ask(cx, wanted).await);
    match verb.await {
        Ok(request) => {
            let view = views::code(page.frame(Place::Me), kind, &to, request.expose(), &typed);
            Ok(page.show(&view))
        }
        Err(Error::Forbidden(Code::FreshSignInRequired)) => {
            let back = with_query(kind.address(), &[("to", &to)]);
            Ok(page.prove_again(&back))
        }
        Err(Error::TooMany { .. }) => {
            typed.refuse(kind.field(), page.texts().error(Code::TooManyRequests));
            let view = form(page, kind, &typed).await?;
            Ok(page.show_with(StatusCode::TOO_MANY_REQUESTS, &view))
        }
        Err(error) => {
            let status = crate::problem::status(&error);
            let notice = typed.refused(error, page.texts())?;
            let view = FormPage { notice, ..form(page, kind, &typed).await? };
            Ok(page.show_with(status, &view))
        }
    }
}

async fn confirm(page: &Page, kind: Kind, mut typed: Typed) -> Result<Response, Problem> {
    let purpose = match kind {
        Kind::Email => Purpose::Email,
        Kind::Mobile => Purpose::Mobile,
    };
    let wrong = Error::field("code", Code::CodeWrong);
    let done = match Token::from_request(typed.value("request")) {
        Some(request) => {
            let code = typed.value("code").trim();
            contact::confirm(page.app.crewdesk(), &page.actor, purpose, &request, code).await
        }
        None => Err(wrong),
    };
    match done {
        Ok(_) => Ok(page.go_saying(kind.address(), &Flash::new("toast-saved"))),
        Err(error) => {
            let status = crate::problem::status(&error);
            let (to, request) = (typed.value("to").to_owned(), typed.value("request").to_owned());
            let notice = typed.refused(error, page.texts())?;
            let view = views::code(page.frame(Place::Me), kind, &to, &request, &typed);
            Ok(page.show_with(status, &FormPage { notice, ..view }))
        }
    }
}

/// `GET /me/email`.
pub(crate) async fn email(page: Page, mut query: Query) -> Result<Response, Problem> {
    ask(&page, Kind::Email, query.one("to")).await
}

/// `POST /me/email`: sends a code to the new address.
pub(crate) async fn send_to_email(page: Page, Form(typed): Form) -> Result<Response, Problem> {
    send(&page, Kind::Email, typed).await
}

/// `POST /me/email/code`: the new address counts.
pub(crate) async fn confirm_email(page: Page, Form(typed): Form) -> Result<Response, Problem> {
    confirm(&page, Kind::Email, typed).await
}

/// `GET /me/mobile`.
pub(crate) async fn mobile(page: Page, mut query: Query) -> Result<Response, Problem> {
    ask(&page, Kind::Mobile, query.one("to")).await
}

/// `POST /me/mobile`: sends a code to the new number.
pub(crate) async fn send_to_mobile(page: Page, Form(typed): Form) -> Result<Response, Problem> {
    send(&page, Kind::Mobile, typed).await
}

/// `POST /me/mobile/code`: the new number counts.
pub(crate) async fn confirm_mobile(page: Page, Form(typed): Form) -> Result<Response, Problem> {
    confirm(&page, Kind::Mobile, typed).await
}
