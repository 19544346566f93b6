//! `/password/own`: a password of one's own in place of the first one that was given (SECURITY.md
//! decision 2). Until then nothing else can be done.

use axum::response::Response;
use domain::accounts::credential;
use kernel::Secret;

use super::me::on_form;
use super::{flash::Flash, form::Form, page::Page};
use crate::html::{doors::DoorForm, frame::Door, typed::Typed};
use crate::problem::Problem;

fn door(page: &Page) -> Door {
    page.reader.door(page.csrf().to_owned())
}

/// `GET /password/own`.
pub(crate) async fn ask(page: Page) -> Response {
    if !page.me.must_change_password {
        return page.go("/me/password");
    }
    page.show(&DoorForm::own_password(door(&page), &Typed::default()))
}

/// `POST /password/own`.
pub(crate) async fn choose(page: Page, Form(mut typed): Form) -> Result<Response, Problem> {
    let (old, new) = (Secret::new(typed.value("current")), Secret::new(typed.value("password")));
    match credential::change_own(page.app.crewdesk(), &page.actor, Some(&old), &new).await {
        Ok(()) => Ok(page.go_saying("/", &Flash::new("toast-password"))),
        Err(error) => {
            let error = on_form(error);
            let status = crate::problem::status(&error);
            let notice = typed.refused(error, page.texts())?;
            Ok(page.show_with(status, &DoorForm::own_password(door(&page), &typed).saying(notice)))
        }
    }
}
