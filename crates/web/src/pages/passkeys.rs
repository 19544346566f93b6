//! Passkeys: signing in with one, and adding one (SPEC ACC-5, ACC-9). What the browser is asked stands in the page;
//! an island of script asks it and sends the form.

use axum::response::Response;
use domain::factors;
use domain::sessions;
use http::StatusCode;
use kernel::{Code, Error, Token};

use super::doors::Knock;
use super::flash::Flash;
use super::form::Form;
use super::links::own_path;
use super::page::{Page, redirect};
use super::second_step;
use super::security::{HERE, codes, refused};
use crate::html::doors::{AskPasskey, DoorForm, forms::Way};
use crate::html::frame::Place;
use crate::html::parts::Notice;
use crate::html::security::AddPasskey;
use crate::html::typed::Typed;
use crate::problem::Problem;

/// `POST /sign-in/passkey`.
pub(super) async fn ask(knock: Knock, Form(typed): Form) -> Result<Response, Problem> {
    let made = factors::passkey_challenge(knock.app.crewdesk()).await?;
    let view = AskPasskey {
        back: "/sign-in".to_owned(),
        request: made.request.expose().to_owned(),
        options: made.options.to_string(),
        ticket: typed.value("ticket").to_owned(),
        next: own_path(typed.value("next")).to_owned(),
        ..AskPasskey::new(knock.door(), "passkey-sign-in", "/sign-in/passkey/answer")
    };
    Ok(knock.show(StatusCode::OK, &view))
}

/// `POST /sign-in/passkey/answer`.
pub(super) async fn enter(knock: Knock, Form(typed): Form) -> Result<Response, Problem> {
    let next = own_path(typed.value("next")).to_owned();
    let Some(request) = Token::from_request(typed.value("request")) else {
        return Ok(redirect(&knock.reader, "/sign-in?reason=ended"));
    };
    if typed.filled("ticket").is_some() {
        return second_step::by_passkey(&knock, &request, &typed).await;
    }
    let (crewdesk, credential) = (knock.app.crewdesk(), typed.value("credential"));
    let origin = &knock.visitor.origin;
    match sessions::sign_in_by_passkey(crewdesk, origin, &request, credential, None).await {
        Ok(outcome) => Ok(knock.came_to(outcome, &next)),
        Err(Error::Unauthenticated(Code::CredentialsWrong)) => {
            let form = DoorForm::sign_in(knock.door(), Way::Email, &Typed::default(), &next);
            let said = Notice::bad(knock.reader.texts.error(Code::PasskeyRefused));
            let form = form.or_passkey(knock.has_passkeys(), &next).saying(Some(said));
            Ok(knock.show(StatusCode::UNAUTHORIZED, &form))
        }
        Err(error) => {
            let status = crate::problem::status(&error);
            let (typed, notice) = knock.refused(error, Typed::default())?;
            let form = DoorForm::sign_in(knock.door(), Way::Email, &typed, &next);
            Ok(knock.show(status, &form.saying(notice)))
        }
    }
}

/// `POST /me/security/passkey`: asks the browser for a new one.
pub(crate) async fn begin(page: Page, Form(typed): Form) -> Result<Response, Problem> {
    let name = match typed.filled("name") {
        Some(name) => name,
        None => page.texts().get("factor-passkey").into_owned(),
    };
    match factors::begin_passkey(page.app.crewdesk(), &page.actor).await {
        Ok(made) => {
            let (request, options) = (made.request.expose().to_owned(), made.options.to_string());
            Ok(page.show(&AddPasskey { frame: page.frame(Place::Me), request, options, name }))
        }
        Err(error) => refused(&page, error, typed).await,
    }
}

/// `POST /me/security/passkey/answer`: the browser has made it.
pub(crate) async fn finish(page: Page, Form(typed): Form) -> Result<Response, Problem> {
    let crewdesk = page.app.crewdesk();
    let (name, credential) = (typed.value("name").to_owned(), typed.value("credential").to_owned());
    let done = match Token::from_request(typed.value("request")) {
        Some(request) => {
            factors::finish_passkey(crewdesk, &page.actor, &request, &name, &credential).await
        }
        None => Err(Error::field("", Code::PasskeyRefused)),
    };
    match done {
        Ok(Some(made)) => {
            let said = Notice::good(page.texts().get("toast-passkey-added"));
            Ok(page.show(&codes(&page, &made, Some(said))))
        }
        Ok(None) => Ok(page.go_saying(HERE, &Flash::new("toast-passkey-added"))),
        // What was wrong with it stands above the page: there is no field to put it beside.
        Err(error) => refused(&page, error, Typed::default()).await,
    }
}
