//! `/me/password`: changing one's password, doing without one, and choosing one again (SPEC ACC-4, ACC-9).

use axum::response::Response;
use domain::accounts::{self, PasswordStanding, credential};
use domain::sessions;
use http::StatusCode;
use kernel::{Code, Error, Secret};

use super::me::on_form;
use super::security;
use super::steps::show;
use super::{flash::Flash, form::Form, page::Page};
use crate::html::{
    form_page::FormPage, frame::Place, me as views, security::drop_password, sheet::Sheet,
    typed::Typed,
};
use crate::problem::Problem;

const HERE: &str = "/me/password";

/// How one stands, and whether one has signed in a moment ago.
async fn standing(page: &Page) -> Result<(PasswordStanding, bool), Problem> {
    let read = page.app.crewdesk().read(&page.actor, async |cx| {
        Ok((accounts::password_standing(cx).await?, sessions::require_fresh(cx).is_ok()))
    });
    Ok(read.await?)
}

fn form(page: &Page, standing: PasswordStanding, typed: &Typed) -> FormPage {
    let frame = page.frame(Place::Me);
    match standing.has_password {
        true => views::password(frame, typed, standing.against.is_none()),
        false => views::no_password(frame, typed),
    }
}

/// `GET /me/password`. Whoever has none is asked for the proof first, so that nothing typed is lost.
pub(crate) async fn ask(page: Page) -> Result<Response, Problem> {
    let (standing, is_fresh) = standing(&page).await?;
    if !standing.has_password && !is_fresh {
        return Ok(page.prove_again(HERE));
    }
    Ok(page.show(&form(&page, standing, &Typed::default())))
}

/// `POST /me/password`. All other sessions end.
pub(crate) async fn change(page: Page, Form(mut typed): Form) -> Result<Response, Problem> {
    let old = typed.has("current").then(|| Secret::new(typed.value("current")));
    let new = Secret::new(typed.value("password"));
    match credential::change_own(page.app.crewdesk(), &page.actor, old.as_ref(), &new).await {
        Ok(()) => {
            let said = if old.is_some() { "toast-password" } else { "toast-password-chosen" };
            Ok(page.go_saying(HERE, &Flash::new(said)))
        }
        Err(Error::Forbidden(Code::FreshSignInRequired)) => Ok(page.prove_again(HERE)),
        Err(error) => {
            let error = on_form(error);
            let status = crate::problem::status(&error);
            let notice = typed.refused(error, page.texts())?;
            let (standing, _) = standing(&page).await?;
            Ok(page.show_with(status, &FormPage { notice, ..form(&page, standing, &typed) }))
        }
    }
}

/// `GET /me/password/removal`.
pub(crate) async fn ask_removal(page: Page) -> Response {
    show(&page, StatusCode::OK, &drop_password(page.frame(Place::Me)))
}

/// `POST /me/password/removal`: does without one from now on.
pub(crate) async fn remove(page: Page, Form(mut typed): Form) -> Result<Response, Problem> {
    let verb = page.app.crewdesk().write(&page.actor, async |cx| accounts::go_without(cx).await);
    match verb.await {
        Ok(()) => Ok(page.go_saying(security::HERE, &Flash::new("toast-password-dropped"))),
        Err(Error::Forbidden(Code::FreshSignInRequired)) => Ok(page.prove_again(security::HERE)),
        Err(error) => {
            let status = crate::problem::status(&error);
            let notice = typed.refused(error, page.texts())?;
            Ok(show(&page, status, &Sheet { notice, ..drop_password(page.frame(Place::Me)) }))
        }
    }
}
