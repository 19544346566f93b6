//! Adding codes by mail or text message as a second factor (SPEC ACC-5).

use axum::response::Response;
use domain::factors::{self, Kind};
use http::StatusCode;
use kernel::{Code, Error, Token};

use super::flash::Flash;
use super::form::Form;
use super::page::Page;
use super::security::{HERE, codes, refused};
use crate::html::frame::Place;
use crate::html::parts::Notice;
use crate::html::security::first_code;
use crate::html::typed::Typed;
use crate::problem::Problem;

fn kind(typed: &Typed) -> Result<Kind, Error> {
    Kind::parse(typed.value("kind")).filter(|kind| kind.is_weak()).ok_or(Error::NotFound)
}

/// `POST /me/security/code`: sends the first code.
pub(crate) async fn begin(page: Page, Form(typed): Form) -> Result<Response, Problem> {
    let kind = kind(&typed)?;
    let crewdesk = page.app.crewdesk();
    match crewdesk.write(&page.actor, async |cx| factors::begin_codes(cx, kind).await).await {
        Ok(request) => {
            let frame = page.frame(Place::Me);
            Ok(page.show(&first_code(frame, kind, request.expose(), &Typed::default())))
        }
        Err(error) => refused(&page, error, typed).await,
    }
}

/// `POST /me/security/code/answer`: the first code.
pub(crate) async fn finish(page: Page, Form(mut typed): Form) -> Result<Response, Problem> {
    let kind = kind(&typed)?;
    let request = typed.value("request").to_owned();
    let code = typed.value("code").trim().to_owned();
    let done = match Token::from_request(&request) {
        Some(token) => {
            factors::confirm_codes(page.app.crewdesk(), &page.actor, &token, &code).await
        }
        None => Err(Error::field("code", Code::CodeWrong)),
    };
    match done {
        Ok(Some(made)) => {
            let said = Notice::good(page.texts().get("toast-codes-added"));
            Ok(page.show(&codes(&page, &made, Some(said))))
        }
        Ok(None) => Ok(page.go_saying(HERE, &Flash::new("toast-codes-added"))),
        Err(error @ Error::Invalid(_)) => {
            typed.refused(error, page.texts())?;
            let view = first_code(page.frame(Place::Me), kind, &request, &typed);
            Ok(page.show_with(StatusCode::UNPROCESSABLE_ENTITY, &view))
        }
        Err(error) => refused(&page, error, typed).await,
    }
}
