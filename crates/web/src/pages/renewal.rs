//! `/me/renewal`: showing once more that it is oneself, and going on with what asked for it (SPEC ACC-5, ACC-9;
//! SECURITY.md S8).

use axum::response::Response;
use domain::factors::{self, Demand, Second};
use domain::sessions::{self, Renewal, Shown, SignedIn};
use http::StatusCode;
use kernel::{Code, Error, Secret, Token};

use super::cookies;
use super::form::Form;
use super::links::{own_path, with_query};
use super::page::Page;
use crate::extract::Query;
use crate::html::doors::{AskPasskey, renew::Renew};
use crate::html::parts::Notice;
use crate::html::typed::Typed;
use crate::problem::Problem;

/// Where one signs in anew instead.
fn anew(next: &str) -> String {
    with_query("/sign-in", &[("reason", "fresh"), ("next", next)])
}

async fn view(page: &Page, next: &str, typed: &Typed) -> Result<Renew, Problem> {
    let Renewal { has_password, methods } =
        sessions::renewal(page.app.crewdesk(), &page.actor).await?;
    let door = page.reader.door(page.csrf().to_owned());
    let view = Renew::new(door, has_password, &methods, next, typed);
    Ok(Renew { anew: anew(next), ..view })
}

/// `GET /me/renewal`.
pub(crate) async fn ask(page: Page, mut query: Query) -> Result<Response, Problem> {
    let next = query.one("next").unwrap_or_default();
    Ok(page.show(&view(&page, own_path(&next), &Typed::default()).await?))
}

/// `POST /me/renewal`: the password, or the wish for a code.
pub(crate) async fn renew(page: Page, Form(typed): Form) -> Result<Response, Problem> {
    if let Some(method) = Second::parse(typed.value("instead")) {
        return send(&page, method, &typed).await;
    }
    let password = Secret::new(typed.value("password"));
    let code = typed.filled("code").map(Secret::new);
    let shown = Shown::Password { password: &password, code: code.as_ref() };
    let done = sessions::renew(page.app.crewdesk(), &page.actor, shown).await;
    came_to(&page, done, typed).await
}

async fn send(page: &Page, method: Second, typed: &Typed) -> Result<Response, Problem> {
    let texts = page.texts();
    let (status, notice) =
        match sessions::send_renewal_code(page.app.crewdesk(), &page.actor, method).await {
            Ok(()) => (StatusCode::OK, Notice::info(texts.get("second-sent-lead"))),
            Err(Error::TooMany { .. }) => {
                (StatusCode::TOO_MANY_REQUESTS, Notice::warn(texts.get("second-no-more-codes")))
            }
            Err(error @ Error::Conflict { .. }) => {
                (StatusCode::CONFLICT, Notice::bad(texts.error(error.code())))
            }
            Err(other) => return Err(other.into()),
        };
    let view = view(page, own_path(typed.value("next")), &Typed::default()).await?;
    Ok(page.show_with(status, &Renew { notice: Some(notice), ..view }))
}

/// `POST /me/renewal/passkey`: asks the browser for one.
pub(crate) async fn ask_passkey(page: Page, Form(typed): Form) -> Result<Response, Problem> {
    let made = factors::passkey_challenge(page.app.crewdesk()).await?;
    let next = own_path(typed.value("next"));
    let door = page.reader.door(page.csrf().to_owned());
    let view = AskPasskey {
        back: with_query("/me/renewal", &[("next", next)]),
        request: made.request.expose().to_owned(),
        options: made.options.to_string(),
        next: next.to_owned(),
        ..AskPasskey::new(door, "renewal-passkey", "/me/renewal/passkey/answer")
    };
    Ok(page.show(&view))
}

/// `POST /me/renewal/passkey/answer`.
pub(crate) async fn by_passkey(page: Page, Form(typed): Form) -> Result<Response, Problem> {
    let done = match Token::from_request(typed.value("request")) {
        Some(request) => {
            let shown = Shown::Passkey { request: &request, credential: typed.value("credential") };
            sessions::renew(page.app.crewdesk(), &page.actor, shown).await
        }
        None => Err(Error::field("credential", Code::PasskeyRefused)),
    };
    came_to(&page, done, typed).await
}

/// Goes on with the new secret, or asks once more and says why.
async fn came_to(
    page: &Page,
    done: Result<SignedIn, Error>,
    mut typed: Typed,
) -> Result<Response, Problem> {
    let next = own_path(typed.value("next")).to_owned();
    let error = match done {
        Ok(signed_in) => return Ok(go_on(page, &signed_in, &next)),
        Err(Error::Unauthenticated(_)) => return Ok(page.go("/sign-in?reason=ended")),
        Err(error) => error,
    };
    let status = crate::problem::status(&error);
    let of_passkey = matches!(&error, Error::Invalid(faults)
        if faults.iter().any(|fault| fault.pointer == "credential"));
    let notice = match error {
        // There is no field to put it beside.
        _ if of_passkey => Some(Notice::bad(page.texts().error(Code::PasskeyRefused))),
        Error::TooMany { .. } => Some(Notice::warn(page.texts().error(Code::TooManyRequests))),
        other => typed.refused(other, page.texts())?,
    };
    let view = view(page, &next, &typed).await?;
    Ok(page.show_with(status, &Renew { notice, ..view }))
}

fn go_on(page: &Page, signed_in: &SignedIn, next: &str) -> Response {
    let next = match signed_in.second_factor {
        _ if signed_in.must_change_password => "/password/own",
        Demand::Now => "/me/security",
        Demand::Until(_) | Demand::Nothing => next,
    };
    let mut response = page.go(next);
    let (token, until) = (signed_in.token.expose(), signed_in.expires_at);
    cookies::set_session(response.headers_mut(), &page.app, token, until);
    response
}
