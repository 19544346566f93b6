//! A visitor registers a trial organisation (SPEC ORG-1), and the page behind the link in the mail.

use axum::extract::Path;
use axum::response::Response;
use domain::invitations::Standing;
use domain::organisations::{self, Confirmed, SignUp};
use http::StatusCode;
use kernel::{Error, Secret, Token};

use super::accept::{hushed, void};
use super::doors::{Knock, secret};
use super::form::Form;
use super::page::redirect;
use crate::html::{
    doors::{DeadLink, DoorForm},
    parts::Notice,
    typed::Typed,
};
use crate::problem::Problem;

/// `GET /sign-up`.
pub(super) async fn sign_up(knock: Knock) -> Response {
    knock.show(StatusCode::OK, &DoorForm::sign_up(knock.door(), &Typed::default()))
}

/// `POST /sign-up`.
pub(super) async fn register(knock: Knock, Form(typed): Form) -> Result<Response, Problem> {
    knock.visitor.may_cause_mail(&knock.app)?;
    let new = SignUp {
        organisation: typed.value("organisation").to_owned(),
        first_name: typed.value("first_name").to_owned(),
        last_name: typed.value("last_name").to_owned(),
        email: typed.value("email").to_owned(),
        password: secret(&typed, "password"),
        language: knock.reader.texts.lang().code().to_owned(),
        time_zone: None,
    };
    match organisations::sign_up(knock.app.crewdesk(), &knock.visitor.origin, new).await {
        Ok(()) => Ok(knock.show(StatusCode::OK, &DeadLink::registered(knock.door()))),
        Err(error) => {
            let status = crate::problem::status(&error);
            let (typed, notice) = knock.refused(error, typed)?;
            Ok(knock.show(status, &DoorForm::sign_up(knock.door(), &typed).saying(notice)))
        }
    }
}

/// `GET /sign-up/{token}`.
pub(super) async fn look(knock: Knock, Path(secret): Path<String>) -> Result<Response, Problem> {
    show(&knock, &secret, &Typed::default(), StatusCode::OK, None).await
}

async fn show(
    knock: &Knock,
    secret: &str,
    typed: &Typed,
    status: StatusCode,
    notice: Option<Notice>,
) -> Result<Response, Problem> {
    let Some(token) = Token::from_request(secret) else { return Ok(void(knock)) };
    let look = match organisations::look_at_sign_up(knock.app.crewdesk(), &token).await {
        Ok(look) => look,
        Err(Error::NotFound) => return Ok(void(knock)),
        Err(error) => return Err(error.into()),
    };
    let door = knock.door();
    Ok(hushed(match look.standing {
        Standing::Settled => knock.show(StatusCode::GONE, &DeadLink::sign_up_used(door)),
        Standing::Expired => knock.show(StatusCode::GONE, &DeadLink::sign_up_expired(door)),
        Standing::Open => {
            let action = format!("/sign-up/{secret}");
            let form = DoorForm::confirm(door, &action, &look.organisation, &look.email, typed);
            knock.show(status, &form.saying(notice))
        }
    }))
}

/// `POST /sign-up/{token}`: founds the organisation.
pub(super) async fn confirm(
    knock: Knock,
    Path(link): Path<String>,
    Form(typed): Form,
) -> Result<Response, Problem> {
    let Some(token) = Token::from_request(&link) else { return Ok(void(&knock)) };
    let password = Secret::new(typed.value("password"));
    let crewdesk = knock.app.crewdesk();
    match organisations::confirm_sign_up(crewdesk, &knock.visitor.origin, &token, &password).await {
        Ok(Confirmed::SignedIn(signed_in)) => Ok(hushed(knock.enter(&signed_in, "/users"))),
        Ok(Confirmed::SignInFirst) => {
            Ok(hushed(redirect(&knock.reader, "/sign-in?reason=founded")))
        }
        Err(Error::NotFound) => Ok(void(&knock)),
        Err(error) => {
            let status = crate::problem::status(&error);
            let (typed, notice) = knock.refused(error, typed)?;
            show(&knock, &link, &typed, status, notice).await
        }
    }
}
