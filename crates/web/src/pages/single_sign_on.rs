//! `/sign-in/sso`: coming in by an identity provider, before sign-in (SPEC ACC-7, ACC-9).

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use domain::Actor;
use domain::identity_providers::{self, Arrival, Back, Begun, Offer, Wish};
use http::{HeaderMap, StatusCode, header};
use kernel::ids::IdentityProviderId;
use kernel::{Code, Error, Secret, Token};
use texts::{Arg, Texts};

use super::{accept::hushed, cookies, doors::Knock, form::Form, links::own_path, page::redirect};
use crate::extract::{Id, Query, Visitor};
use crate::html::{
    doors::{ChooseProvider, DoorForm, Leaving, ProviderChoice, forms::Way},
    parts::{Face, Notice},
    typed::Typed,
};
use crate::problem::Problem;
use crate::state::AppState;

/// How long a browser remembers that it was sent to a provider, in seconds: a little longer than the flow.
const REMEMBERED: i64 = 1200;

/// `GET /sign-in/sso`: who one is, so that the provider is found.
pub(super) async fn ask(knock: Knock, mut query: Query) -> Response {
    let next = query.one("next").unwrap_or_default();
    let form = DoorForm::single_sign_on(knock.door(), &Typed::default(), own_path(&next));
    knock.show(StatusCode::OK, &form)
}

/// `POST /sign-in/sso`: the providers for what was typed. They are named with their organisation before anybody
/// is sent anywhere, since a domain can be named by every organisation.
pub(super) async fn find(knock: Knock, Form(mut typed): Form) -> Result<Response, Problem> {
    let identity = typed.value("identity").trim().to_owned();
    let next = own_path(typed.value("next")).to_owned();
    let offers = identity_providers::offered_to(knock.app.crewdesk(), &identity).await?;
    if offers.is_empty() {
        typed.refuse("identity", knock.reader.texts.get("sso-unknown"));
        let form = DoorForm::single_sign_on(knock.door(), &typed, &next);
        return Ok(knock.show(StatusCode::UNPROCESSABLE_ENTITY, &form));
    }
    Ok(choice(&knock, offers, None, &next, &identity))
}

/// The page with a button for each provider.
pub(super) fn choice(
    knock: &Knock,
    offers: Vec<Offer>,
    ticket: Option<&Token>,
    next: &str,
    hint: &str,
) -> Response {
    let (title, lead) = match ticket {
        Some(_) => ("sso-only-title", "sso-only-lead"),
        None => ("sso-choose-title", "sso-choose-lead"),
    };
    let view = ChooseProvider {
        door: knock.door(),
        title,
        lead,
        action: "/sign-in/sso/start",
        back: ("/sign-in", "door-to-sign-in"),
        ticket: ticket.map(|ticket| ticket.expose().to_owned()).unwrap_or_default(),
        next: next.to_owned(),
        hint: hint.to_owned(),
        providers: buttons(knock.reader.texts, "sso-continue", offers),
    };
    hushed(knock.show(StatusCode::OK, &view))
}

/// A button for each provider; `key` says what it does.
pub(super) fn buttons(texts: Texts, key: &'static str, offers: Vec<Offer>) -> Vec<ProviderChoice> {
    let button = |offer: Offer| ProviderChoice {
        face: Face::of(&offer.organisation, &offer.id.to_string(), None),
        id: offer.id.to_string(),
        words: texts.with(key, &[("name", Arg::from(offer.name))]).into_owned(),
        second: offer.organisation,
    };
    offers.into_iter().map(button).collect()
}

/// `POST /sign-in/sso/start`: to the provider.
pub(super) async fn start(knock: Knock, Form(typed): Form) -> Result<Response, Problem> {
    let provider: IdentityProviderId =
        typed.value("provider").parse().map_err(|_| Error::NotFound)?;
    let hint = typed.filled("hint").filter(|hint| hint.contains('@') && hint.len() <= 200);
    let wish = Wish {
        provider,
        redirect: knock.app.config().redirect_url(),
        next: own_path(typed.value("next")).to_owned(),
        hint,
        ticket: typed.filled("ticket").as_deref().and_then(Token::from_request),
    };
    let begun = identity_providers::begin(
        knock.app.crewdesk(),
        knock.app.identity()?,
        &knock.visitor.origin,
        wish,
    );
    match begun.await {
        Ok(begun) => Ok(leave(&knock, &begun)),
        Err(error) => Ok(refused(&knock, error)?),
    }
}

/// A page that leads to the provider by itself. A redirect would be stopped by our own policy, which lets
/// forms go to this site only.
pub(super) fn leave(knock: &Knock, begun: &Begun) -> Response {
    let url = begun.url.clone();
    let view = Leaving {
        door: knock.door(),
        title: "sso-leaving-title",
        lead: "sso-leaving-lead",
        go: "sso-leaving-go",
        url,
    };
    let mut response = hushed(knock.show(StatusCode::OK, &view));
    let browser = begun.browser.expose();
    cookies::set(response.headers_mut(), &knock.app, cookies::FLOW, browser, REMEMBERED);
    response
}

/// Ends the session, and where a provider opened it answers where one signs out there. One that does not answer soon
/// is not waited for.
pub(super) async fn sign_out(app: &AppState, actor: &Actor) -> Result<Option<String>, Error> {
    let back = app.config().door_url();
    let identity = app.identity().ok();
    let leaving = identity_providers::sign_out(app.crewdesk(), identity, actor, &back);
    leaving.await
}

/// A page that leads on to the provider, to be signed out there as well.
pub(super) fn out(knock: &Knock, url: String) -> Response {
    let view = Leaving {
        door: knock.door(),
        title: "sso-out-title",
        lead: "sso-out-lead",
        go: "sso-out-go",
        url,
    };
    hushed(knock.show(StatusCode::OK, &view))
}

/// `GET /sign-in/sso/callback`: back from the provider.
pub(super) async fn come_back(
    knock: Knock,
    headers: HeaderMap,
    mut query: Query,
) -> Result<Response, Problem> {
    let state = query.one("state").as_deref().and_then(Token::from_request);
    let browser = cookies::get(&headers, cookies::FLOW).and_then(Token::from_request);
    let (Some(state), Some(browser)) = (state, browser) else {
        return refused(&knock, Error::Unauthenticated(Code::SignInExpired));
    };
    // What the provider says of its refusal is for it to show; ours is always the same.
    let code = query.one("code").filter(|_| query.one("error").is_none());
    let back = Back {
        state,
        browser,
        code: code.map(Secret::new),
        issuer: query.one("iss"),
        redirect: knock.app.config().redirect_url(),
    };
    let came = identity_providers::finish(
        knock.app.crewdesk(),
        knock.app.identity()?,
        &knock.visitor.origin,
        back,
    );
    let mut response = match came.await {
        Ok(Arrival::SignedIn { signed_in, next }) => knock.enter(&signed_in, &next),
        Ok(Arrival::Linked { next }) => redirect(&knock.reader, own_path(&next)),
        Err(error) => refused(&knock, error)?,
    };
    cookies::clear(response.headers_mut(), &knock.app, cookies::FLOW);
    Ok(hushed(response))
}

/// Before the door again, with the reason and by what it is found in the log.
fn refused(knock: &Knock, error: Error) -> Result<Response, Problem> {
    let status = crate::problem::status(&error);
    let texts = knock.reader.texts;
    let said = match &error {
        Error::Unauthenticated(code) | Error::Forbidden(code) | Error::Conflict { code, .. } => {
            texts.error(*code).into_owned()
        }
        _ => return Err(error.into()),
    };
    let request = knock.visitor.origin.request_id.clone();
    let found = texts.with("sso-request", &[("id", Arg::from(request))]);
    let form = DoorForm::sign_in(knock.door(), Way::Email, &Typed::default(), "/");
    Ok(knock.show(status, &form.saying(Some(Notice::bad(format!("{said} {found}"))))))
}

/// `POST /sign-in/sso/back-channel/{id}`: a provider says that somebody signed out there. It is a program and
/// brings no cookie.
pub(super) async fn hear(
    State(app): State<AppState>,
    visitor: Visitor,
    Id(id): Id<IdentityProviderId>,
    headers: HeaderMap,
    body: String,
) -> Result<Response, Problem> {
    if headers.contains_key(header::COOKIE) {
        return Err(Error::Forbidden(Code::CrossSite).into());
    }
    let fields: Vec<(String, String)> = serde_urlencoded::from_str(&body).unwrap_or_default();
    let notice = fields.into_iter().find(|(name, _)| name == "logout_token");
    let notice = Secret::new(notice.map(|(_, value)| value).unwrap_or_default());
    let heard = identity_providers::heard_sign_out(
        app.crewdesk(),
        app.identity()?,
        &visitor.origin,
        id,
        &notice,
    );
    let no_store = [(header::CACHE_CONTROL, "no-store")];
    match heard.await {
        Ok(_) => Ok((StatusCode::OK, no_store).into_response()),
        Err(Error::Conflict { .. }) => Ok((StatusCode::BAD_REQUEST, no_store).into_response()),
        Err(error) => Err(error.into()),
    }
}
