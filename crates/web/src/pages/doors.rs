//! Signing in and out, codes, invitations.

use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use domain::accounts::{Identity, codes};
use domain::invitations::{self, Standing};
use domain::sessions::{self, Outcome, SignIn, SignedIn};
use http::{HeaderValue, header};
use kernel::{Code, Error, Secret, Token};

use super::context::{Answer, Elsewhere, LANGUAGE, Outside, Sent, SentByVisitor, own_path};
use crate::extract::Query;
use crate::html::doors::forms::{Invitation, Way, reason};
use crate::html::doors::{ChooseOrganisation, DeadLink, DoorForm, OrganisationChoice};
use crate::html::parts::{Face, Notice};
use crate::html::typed::Typed;
use crate::state::AppState;

/// `GET /sign-in`.
///
/// # Errors
/// Faults of the server.
pub async fn show_sign_in(outside: Outside, mut query: Query) -> Answer {
    let way =
        if query.one("by").as_deref() == Some("username") { Way::Username } else { Way::Email };
    let next = query.one("next").unwrap_or_default();
    let door = outside.door();
    let notice = reason(&door, &query.one("reason").unwrap_or_default());
    outside.show(&DoorForm::sign_in(door, way, &Typed::default(), own_path(&next)).saying(notice))
}

/// `POST /sign-in`.
///
/// # Errors
/// Faults of the server.
pub async fn sign_in(SentByVisitor { outside, typed }: SentByVisitor) -> Answer {
    let by_username = typed.has("username");
    let identity = if by_username {
        Identity::Username {
            organisation: typed.value("organisation").trim().to_owned(),
            username: typed.value("username").trim().to_owned(),
        }
    } else {
        Identity::from_text(typed.value("email"))
    };
    let password = Secret::new(typed.value("password"));
    let attempt = SignIn { identity, password, organisation_id: None };
    let next = own_path(typed.value("next")).to_owned();
    match sessions::sign_in(outside.app.crewdesk(), &outside.visitor.origin, attempt).await {
        Ok(Outcome::SignedIn(signed_in)) => Ok(entered(&outside.app, &signed_in, &next)),
        Ok(Outcome::Choose { ticket, organisations }) => {
            let organisations = organisations
                .into_iter()
                .map(|m| OrganisationChoice {
                    id: m.organisation_id.to_string(),
                    face: Face::of(&m.organisation, &m.organisation_id.to_string(), None),
                    name: m.organisation,
                    second: String::new(),
                })
                .collect();
            let ticket = ticket.expose().to_owned();
            outside.show(&ChooseOrganisation { door: outside.door(), ticket, next, organisations })
        }
        Err(error) => {
            let notice = refusal(&outside, error)?;
            let way = if by_username { Way::Username } else { Way::Email };
            let form = DoorForm::sign_in(outside.door(), way, &without_secrets(&typed), &next);
            outside.wrong(&form.saying(Some(notice)))
        }
    }
}

/// What was typed, but for secrets.
fn without_secrets(typed: &Typed) -> Typed {
    let kept =
        typed.pairs().iter().filter(|(name, _)| !matches!(name.as_str(), "password" | "code"));
    Typed::new(kept.cloned().collect())
}

/// The message for a refusal that the door can explain.
fn refusal(outside: &Outside, error: Error) -> Result<Notice, Elsewhere> {
    match error {
        Error::Unauthenticated(code) | Error::Forbidden(code) | Error::Conflict { code, .. } => {
            Ok(Notice::bad(outside.texts.error(code)))
        }
        Error::TooMany { .. } => Ok(Notice::warn(outside.texts.error(Code::TooManyRequests))),
        other => Err(other.into()),
    }
}

/// Sets the session's cookie and goes in.
fn entered(app: &AppState, signed_in: &SignedIn, next: &str) -> Response {
    let place = if signed_in.must_change_password { "/password/own" } else { next };
    let mut response = Redirect::to(place).into_response();
    set_cookie(app, &mut response, signed_in.token.expose(), "");
    response
}

fn set_cookie(app: &AppState, response: &mut Response, value: &str, more: &str) {
    let secure = if app.config().is_trustworthy() { "; Secure" } else { "" };
    let name = app.config().cookie();
    let text = format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax{secure}{more}");
    if let Ok(value) = HeaderValue::from_str(&text) {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
}

/// `POST /sign-in/organisation`.
///
/// # Errors
/// Faults of the server.
pub async fn choose(SentByVisitor { outside, typed }: SentByVisitor) -> Answer {
    let back = || Elsewhere::To("/sign-in".into());
    let ticket = Token::from_request(typed.value("ticket")).ok_or_else(back)?;
    let organisation = typed.value("organisation_id").parse().map_err(|_| back())?;
    let crewdesk = outside.app.crewdesk();
    let signed_in =
        sessions::choose(crewdesk, &outside.visitor.origin, &ticket, organisation).await;
    let signed_in = signed_in.map_err(|_| back())?;
    Ok(entered(&outside.app, &signed_in, own_path(typed.value("next"))))
}

/// `POST /sign-out`.
///
/// # Errors
/// Faults of the server.
pub async fn sign_out(Sent { page, .. }: Sent) -> Answer {
    page.app.crewdesk().write(page.actor(), async |cx| sessions::sign_out(cx).await).await?;
    let mut response = Redirect::to("/sign-in?reason=signed_out").into_response();
    set_cookie(&page.app, &mut response, "", "; Max-Age=0");
    Ok(response)
}

/// `POST /language`: before sign-in, kept in a cookie.
///
/// # Errors
/// Faults of the server.
pub async fn language(SentByVisitor { typed, .. }: SentByVisitor) -> Answer {
    let chosen = texts::Lang::from_code(typed.value("language")).unwrap_or_default();
    let mut response = Redirect::to(own_path(typed.value("next"))).into_response();
    let text =
        format!("{LANGUAGE}={}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax", chosen.code());
    if let Ok(value) = HeaderValue::from_str(&text) {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
    Ok(response)
}

/// `GET /password/forgotten`.
///
/// # Errors
/// Faults of the server.
pub async fn show_forgotten(outside: Outside) -> Answer {
    outside.show(&DoorForm::forgotten(outside.door(), &Typed::default()))
}

/// `POST /password/forgotten`: the same page follows whether there is such an account or not.
///
/// # Errors
/// Faults of the server.
pub async fn forgotten(SentByVisitor { outside, typed }: SentByVisitor) -> Answer {
    let email = typed.value("email").trim().to_owned();
    let request = codes::request(outside.app.crewdesk(), &outside.visitor.origin, &email).await?;
    code_form(&outside, request.expose(), &email, &Typed::default(), None)
}

fn code_form(
    outside: &Outside,
    request: &str,
    email: &str,
    typed: &Typed,
    notice: Option<Notice>,
) -> Answer {
    let wrong = !typed.pairs().is_empty();
    let mut form = DoorForm::code(outside.door(), email, typed).saying(notice);
    form.hidden.push(("request", request.to_owned()));
    if wrong { outside.wrong(&form) } else { outside.show(&form) }
}

/// `GET /password/code`: without a request there is nothing to enter a code for.
///
/// # Errors
/// Always goes elsewhere.
pub async fn show_code(_: Outside) -> Answer {
    Err(Elsewhere::To("/password/forgotten".into()))
}

/// `POST /password/code`.
///
/// # Errors
/// Faults of the server.
pub async fn code(SentByVisitor { outside, mut typed }: SentByVisitor) -> Answer {
    let (request, email) = (typed.value("request").to_owned(), typed.value("email").to_owned());
    let origin = &outside.visitor.origin;
    let password = Secret::new(typed.value("password"));
    let completed = match Token::from_request(&request) {
        Some(token) => {
            codes::complete(outside.app.crewdesk(), origin, &token, typed.value("code"), &password)
                .await
        }
        None => Err(Error::field("code", Code::CodeWrong)),
    };
    match completed {
        Ok(()) => Err(Elsewhere::To("/sign-in?reason=password".into())),
        Err(error) => {
            let notice = typed.refused(error, outside.texts)?;
            code_form(&outside, &request, &email, &typed, notice)
        }
    }
}

/// `GET /invitations/{token}`: looking uses nothing up.
///
/// # Errors
/// Faults of the server.
pub async fn show_invitation(outside: Outside, Path(token): Path<String>) -> Answer {
    invitation(&outside, &token, &Typed::default(), None).await
}

async fn invitation(
    outside: &Outside,
    text: &str,
    typed: &Typed,
    notice: Option<Notice>,
) -> Answer {
    let Some(token) = Token::from_request(text) else {
        return outside.show(&DeadLink::void(outside.door()));
    };
    let look = invitations::look(outside.app.crewdesk(), &outside.visitor.origin, &token).await;
    let look = match look {
        Ok(look) => look,
        Err(Error::NotFound) => return outside.show(&DeadLink::void(outside.door())),
        Err(error) => return Err(error.into()),
    };
    match look.standing {
        Standing::Expired => {
            outside.show(&DeadLink::expired(outside.door(), format!("/invitations/{text}/again")))
        }
        Standing::Settled => outside.show(&DeadLink::used(outside.door())),
        Standing::Open => {
            let who = Invitation {
                organisation: &look.organisation,
                inviter: &look.organisation,
                email: look.user.email.as_deref().unwrap_or_default(),
                known: look.has_credential,
            };
            let action = format!("/invitations/{text}");
            let form = DoorForm::accept(outside.door(), &action, &who, typed).saying(notice);
            if typed.pairs().is_empty() { outside.show(&form) } else { outside.wrong(&form) }
        }
    }
}

/// `POST /invitations/{token}`: accepts it with a new password, or with the one the person has.
///
/// # Errors
/// Faults of the server.
pub async fn accept(
    Path(text): Path<String>,
    SentByVisitor { outside, mut typed }: SentByVisitor,
) -> Answer {
    let Some(token) = Token::from_request(&text) else {
        return outside.show(&DeadLink::void(outside.door()));
    };
    let password = Secret::new(typed.value("password"));
    let (crewdesk, origin) = (outside.app.crewdesk(), &outside.visitor.origin);
    match invitations::accept(crewdesk, origin, &token, &password).await {
        Ok(signed_in) => Ok(entered(&outside.app, &signed_in, "/")),
        Err(Error::Conflict { code: Code::CredentialExists, .. }) => {
            Err(Elsewhere::To("/sign-in".into()))
        }
        Err(error) => {
            let notice = typed.refused(error, outside.texts)?;
            invitation(&outside, &text, &typed, notice).await
        }
    }
}

/// `POST /invitations/{token}/again`.
///
/// # Errors
/// Faults of the server.
pub async fn ask_again(
    Path(text): Path<String>,
    SentByVisitor { outside, .. }: SentByVisitor,
) -> Answer {
    if let Some(token) = Token::from_request(&text) {
        invitations::ask_again(outside.app.crewdesk(), &outside.visitor.origin, &token).await?;
    }
    outside.show(&DeadLink::sent(outside.door()))
}
