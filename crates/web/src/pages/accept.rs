//! The pages behind the links in mails: accepting an invitation, finishing a registration. Looking never
//! uses a link up.

use axum::extract::Path;
use axum::response::Response;
use domain::invitations::{self, Standing};
use http::{HeaderValue, StatusCode, header};
use kernel::{Code, Error, Secret, Token};

use super::doors::Knock;
use super::form::Form;
use crate::html::{
    doors::{
        AskPasskey, DeadLink, DoorForm, FirstCodes,
        forms::{Invitation, Way},
    },
    parts::Notice,
    typed::Typed,
};
use crate::problem::Problem;

/// Addresses with a secret in them are told to nobody (SECURITY.md S10).
pub(super) fn hushed(mut response: Response) -> Response {
    response.headers_mut().insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    response
}

pub(super) fn void(knock: &Knock) -> Response {
    hushed(knock.show(StatusCode::NOT_FOUND, &DeadLink::void(knock.door())))
}

/// `GET /invitations/{token}`.
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
    let look = match invitations::look(knock.app.crewdesk(), &knock.visitor.origin, &token).await {
        Ok(look) => look,
        Err(Error::NotFound) => return Ok(void(knock)),
        Err(error) => return Err(error.into()),
    };
    let door = knock.door();
    Ok(hushed(match look.standing {
        Standing::Settled => knock.show(StatusCode::GONE, &DeadLink::used(door)),
        Standing::Expired => knock.show(
            StatusCode::GONE,
            &DeadLink::expired(door, format!("/invitations/{secret}/again")),
        ),
        Standing::Open if look.has_credential => {
            let form = DoorForm::sign_in(door, Way::Email, typed, "/");
            knock.show(
                status,
                &form.saying(Some(Notice::info(knock.reader.texts.get("accept-by-sign-in")))),
            )
        }
        Standing::Open => {
            let invitation = Invitation {
                organisation: &look.organisation,
                name: &look.user.display_name,
                email: look.user.email.as_deref().unwrap_or(&look.user.username),
            };
            let form =
                DoorForm::accept(door, &format!("/invitations/{secret}"), &invitation, typed);
            let form =
                form.or_new_passkey(knock.has_passkeys(), format!("/invitations/{secret}/passkey"));
            knock.show(status, &form.saying(notice))
        }
    }))
}

/// `POST /invitations/{token}/passkey`: asks the browser for a passkey, with which one accepts instead of a password.
pub(super) async fn ask_passkey(
    knock: Knock,
    Path(secret): Path<String>,
    Form(typed): Form,
) -> Result<Response, Problem> {
    let Some(token) = Token::from_request(&secret) else { return Ok(void(&knock)) };
    let asked = invitations::ask_passkey(knock.app.crewdesk(), &knock.visitor.origin, &token).await;
    match asked {
        Ok(made) => {
            let view = AskPasskey {
                lead: "passkey-add-lead",
                ceremony: "create",
                submit: "passkey-make",
                back: format!("/invitations/{secret}"),
                request: made.request.expose().to_owned(),
                options: made.options.to_string(),
                ..AskPasskey::new(
                    knock.door(),
                    "passkey-add",
                    format!("/invitations/{secret}/passkey/answer"),
                )
            };
            Ok(hushed(knock.show(StatusCode::OK, &view)))
        }
        Err(error) => refused(&knock, &secret, error, typed).await,
    }
}

/// `POST /invitations/{token}/passkey/answer`: the browser has made it, which uses the link up.
pub(super) async fn accept_by_passkey(
    knock: Knock,
    Path(secret): Path<String>,
    Form(typed): Form,
) -> Result<Response, Problem> {
    let Some(token) = Token::from_request(&secret) else { return Ok(void(&knock)) };
    let (crewdesk, origin) = (knock.app.crewdesk(), &knock.visitor.origin);
    let done = match Token::from_request(typed.value("request")) {
        Some(request) => {
            let name = knock.reader.texts.get("factor-passkey");
            let made = (&request, name.as_ref(), typed.value("credential"));
            invitations::accept_by_passkey(crewdesk, origin, &token, made).await
        }
        None => Err(Error::field("credential", Code::PasskeyRefused)),
    };
    match done {
        Ok((signed_in, codes)) => {
            let codes = codes.0.iter().map(|code| code.expose().to_owned()).collect();
            let mut response =
                knock.show(StatusCode::OK, &FirstCodes { door: knock.door(), codes });
            knock.let_in(&mut response, &signed_in);
            Ok(hushed(response))
        }
        Err(error) => refused(&knock, &secret, error, Typed::default()).await,
    }
}

/// The page once more with the reason.
async fn refused(
    knock: &Knock,
    secret: &str,
    error: Error,
    typed: Typed,
) -> Result<Response, Problem> {
    if matches!(error, Error::NotFound) {
        return Ok(void(knock));
    }
    let status = crate::problem::status(&error);
    let refused = matches!(&error, Error::Invalid(faults)
        if faults.iter().any(|fault| fault.pointer == "credential"));
    if refused {
        // There is no field to put it beside.
        let notice = Notice::bad(knock.reader.texts.error(Code::PasskeyRefused));
        return show(knock, secret, &typed, status, Some(notice)).await;
    }
    let (typed, notice) = knock.refused(error, typed)?;
    show(knock, secret, &typed, status, notice).await
}

/// `POST /invitations/{token}`: completing it, which uses it up.
pub(super) async fn accept(
    knock: Knock,
    Path(secret): Path<String>,
    Form(typed): Form,
) -> Result<Response, Problem> {
    let Some(token) = Token::from_request(&secret) else { return Ok(void(&knock)) };
    let password = Secret::new(typed.value("password"));
    let done =
        invitations::accept(knock.app.crewdesk(), &knock.visitor.origin, &token, &password).await;
    match done {
        Ok(signed_in) => Ok(hushed(knock.enter(&signed_in, "/"))),
        Err(error) => refused(&knock, &secret, error, typed).await,
    }
}

/// `POST /invitations/{token}/again`: a new link to the same address.
pub(super) async fn again(
    knock: Knock,
    Path(secret): Path<String>,
    Form(_): Form,
) -> Result<Response, Problem> {
    if let Some(token) = Token::from_request(&secret) {
        invitations::ask_again(knock.app.crewdesk(), &knock.visitor.origin, &token).await?;
    }
    Ok(hushed(knock.show(StatusCode::OK, &DeadLink::sent(knock.door()))))
}
