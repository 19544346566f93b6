//! Before sign-in: sign in, choose, sign up, forgotten password, language.

use axum::extract::{FromRequestParts, State};
use axum::response::{IntoResponse, Response};
use domain::accounts::{Identity, Membership, codes};
use domain::factors::Demand;
use domain::sessions::{self, Outcome, SignIn, SignedIn};
use http::request::Parts;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use kernel::{Code, Error, Secret, Token};
use texts::Lang;

use super::{
    accept::hushed,
    cookies,
    form::Form,
    links::{own_path, with_query},
    page::{self, redirect},
    reader::Reader,
    second_step, single_sign_on, tokens,
};
use crate::extract::{Caller, Query, Visitor};
use crate::html::{
    doors::{
        ChooseOrganisation, DoorForm, OrganisationChoice,
        forms::{self, FRESH, Way},
    },
    frame::{Door, Theme},
    parts::{Face, Notice},
    typed::Typed,
};
use crate::problem::Problem;
use crate::state::AppState;

/// Someone at a page before sign-in.
#[derive(Debug, Clone)]
pub(crate) struct Knock {
    pub(super) app: AppState,
    pub(super) reader: Reader,
    pub(super) visitor: Visitor,
    csrf: String,
    /// A secret for the form token that this browser has yet to get.
    fresh: Option<String>,
}

impl FromRequestParts<AppState> for Knock {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> Result<Self, Response> {
        let visitor =
            Visitor::from_request_parts(parts, app).await.map_err(IntoResponse::into_response)?;
        let (csrf, fresh) = match tokens::expected(app, &parts.headers) {
            Some(token) => (token, None),
            None => {
                let secret = tokens::secret(app);
                (tokens::of_secret(&secret), Some(secret))
            }
        };
        Ok(Self {
            app: app.clone(),
            reader: Reader::of(&parts.headers, &parts.uri),
            visitor,
            csrf,
            fresh,
        })
    }
}

impl Knock {
    pub(super) fn door(&self) -> Door {
        self.reader.door(self.csrf.clone())
    }

    pub(super) fn show(&self, status: StatusCode, view: &impl askama::Template) -> Response {
        let mut response = page::html(view, self.reader.texts);
        if response.status() == StatusCode::OK {
            *response.status_mut() = status;
        }
        if let Some(secret) = &self.fresh {
            cookies::set(response.headers_mut(), &self.app, cookies::FORM, secret, 86_400);
        }
        response
    }

    /// The same form again, with what was wrong beside its field or above all.
    pub(super) fn refused(
        &self,
        error: Error,
        mut typed: Typed,
    ) -> Result<(Typed, Option<Notice>), Problem> {
        let texts = self.reader.texts;
        let notice = match error {
            Error::Unauthenticated(code) => Some(Notice::bad(texts.error(code))),
            Error::TooMany { .. } => Some(Notice::warn(texts.error(Code::TooManyRequests))),
            other => typed.refused(other, texts)?,
        };
        Ok((typed, notice))
    }

    /// Whether this installation can have passkeys.
    pub(super) fn has_passkeys(&self) -> bool {
        self.app.crewdesk().passkeys().are_possible()
    }

    /// What a sign-in led to: the next question, or in.
    pub(super) fn came_to(&self, outcome: Outcome, next: &str) -> Response {
        match outcome {
            Outcome::SignedIn(signed_in) => self.enter(&signed_in, next),
            Outcome::SecondFactor { ticket, methods, trust_days } => {
                second_step::ask(self, &ticket, &methods, trust_days, next)
            }
            Outcome::Choose { ticket, organisations } => {
                self.ask_where(&ticket, organisations, next)
            }
            Outcome::Provider { ticket, offers } => {
                single_sign_on::choice(self, offers, Some(&ticket), next, "")
            }
        }
    }

    fn ask_where(&self, ticket: &Token, organisations: Vec<Membership>, next: &str) -> Response {
        let choice = |one: Membership| OrganisationChoice {
            face: Face::of(&one.organisation, &one.organisation_id.to_string(), None),
            id: one.organisation_id.to_string(),
            second: self.reader.texts.get(lifecycle_key(one.lifecycle.as_str())).into_owned(),
            name: one.organisation,
        };
        let view = ChooseOrganisation {
            door: self.door(),
            ticket: ticket.expose().to_owned(),
            next: next.to_owned(),
            organisations: organisations.into_iter().map(choice).collect(),
        };
        self.show(StatusCode::OK, &view)
    }

    /// Signed in: sets the cookie and goes on.
    pub(super) fn enter(&self, signed_in: &SignedIn, next: &str) -> Response {
        let next = match signed_in.second_factor {
            _ if signed_in.must_change_password => "/password/own".to_owned(),
            Demand::Now => "/me/security".to_owned(),
            Demand::Until(_) => with_query("/me/security", &[("next", own_path(next))]),
            Demand::Nothing => own_path(next).to_owned(),
        };
        let mut response = redirect(&self.reader, &next);
        self.let_in(&mut response, signed_in);
        response
    }

    /// Sets the cookie.
    pub(super) fn let_in(&self, response: &mut Response, signed_in: &SignedIn) {
        let head = response.headers_mut();
        cookies::set_session(head, &self.app, signed_in.token.expose(), signed_in.expires_at);
        if let Some(device) = &signed_in.device {
            cookies::set_device(head, &self.app, device);
        }
    }
}

pub(super) fn secret(typed: &Typed, name: &str) -> Secret {
    Secret::new(typed.value(name))
}

/// `GET /sign-in`.
pub(super) async fn sign_in(
    State(app): State<AppState>,
    knock: Knock,
    mut query: Query,
    parts: HeaderMap,
) -> Response {
    let next = query.one("next").unwrap_or_default();
    let reason = query.one("reason").unwrap_or_default();
    // Who is signed in has nothing to do here, unless they were led here to sign in again.
    let signed_in = reason.is_empty() && cookies::get(&parts, app.config().cookie()).is_some();
    if signed_in && is_alive(&app, &parts).await {
        return redirect(&knock.reader, own_path(&next));
    }
    let way = if query.one("by").is_some() { Way::Username } else { Way::Email };
    let notice = forms::reason(&knock.door(), &reason);
    let form = DoorForm::sign_in(knock.door(), way, &Typed::default(), own_path(&next));
    let form = form.or_passkey(knock.has_passkeys(), own_path(&next)).freshly(reason == "fresh");
    knock.show(StatusCode::OK, &form.saying(notice))
}

async fn is_alive(app: &AppState, headers: &HeaderMap) -> bool {
    let token = cookies::get(headers, app.config().cookie()).and_then(Token::from_request);
    match token {
        Some(token) => app.crewdesk().authenticate(&token).await.is_ok(),
        None => false,
    }
}

/// `POST /sign-in`.
pub(super) async fn enter(
    knock: Knock,
    head: HeaderMap,
    Form(typed): Form,
) -> Result<Response, Problem> {
    let way = if typed.has("username") { Way::Username } else { Way::Email };
    let identity = match way {
        Way::Email => Identity::Email(typed.value("email").trim().to_owned()),
        Way::Username => Identity::Username {
            organisation: typed.value("organisation").trim().to_owned(),
            username: typed.value("username").trim().to_owned(),
        },
    };
    let attempt = SignIn {
        identity,
        password: secret(&typed, "password"),
        organisation_id: None,
        code: None,
        device: device(&knock, &head, &typed),
    };
    let next = own_path(typed.value("next")).to_owned();
    match sessions::sign_in(knock.app.crewdesk(), &knock.visitor.origin, attempt).await {
        Ok(outcome) => Ok(knock.came_to(outcome, &next)),
        Err(error) => {
            let status = crate::problem::status(&error);
            let (typed, notice) = knock.refused(error, typed)?;
            let form = DoorForm::sign_in(knock.door(), way, &typed, &next);
            let fresh = typed.has(FRESH);
            let form = form.or_passkey(knock.has_passkeys(), &next).freshly(fresh);
            Ok(knock.show(status, &form.saying(notice)))
        }
    }
}

/// What a trusted device keeps. Where a fresh proof is wanted, it is none (SECURITY.md S8).
fn device(knock: &Knock, head: &HeaderMap, typed: &Typed) -> Option<Token> {
    let name = knock.app.config().device_cookie();
    cookies::get(head, name).filter(|_| !typed.has(FRESH)).and_then(Token::from_request)
}

fn lifecycle_key(lifecycle: &str) -> &'static str {
    if lifecycle == "invited" { "lifecycle-invited" } else { "lifecycle-active" }
}

/// `POST /sign-in/organisation`.
pub(super) async fn choose(knock: Knock, Form(typed): Form) -> Result<Response, Problem> {
    let ticket = Token::from_request(typed.value("ticket"));
    let organisation = typed.value("organisation_id").parse().ok();
    let (Some(ticket), Some(organisation)) = (ticket, organisation) else {
        return Err(Error::NotFound.into());
    };
    let opened =
        sessions::choose(knock.app.crewdesk(), &knock.visitor.origin, &ticket, organisation);
    match opened.await {
        Ok(outcome) => Ok(knock.came_to(outcome, typed.value("next"))),
        Err(Error::Unauthenticated(_)) => Ok(redirect(&knock.reader, "/sign-in?reason=ended")),
        Err(error) => Err(error.into()),
    }
}

/// `POST /sign-out`.
pub(super) async fn sign_out(
    State(app): State<AppState>,
    knock: Knock,
    caller: Result<Caller, Problem>,
    Form(_): Form,
) -> Result<Response, Problem> {
    let elsewhere = match caller {
        Ok(caller) => super::single_sign_on::sign_out(&app, caller.actor()).await?,
        Err(_) => None,
    };
    let mut response = match elsewhere {
        Some(url) => super::single_sign_on::out(&knock, url),
        None => redirect(&knock.reader, "/sign-in?reason=signed_out"),
    };
    cookies::clear(response.headers_mut(), &app, app.config().cookie());
    // Pages are in no cache, so only what script may have kept is left to clear (ASVS 14.3.1).
    let storage = HeaderValue::from_static("\"storage\"");
    response.headers_mut().insert(HeaderName::from_static("clear-site-data"), storage);
    Ok(response)
}

/// `GET /password/forgotten`.
pub(super) async fn forgotten(knock: Knock) -> Response {
    knock.show(StatusCode::OK, &DoorForm::forgotten(knock.door(), &Typed::default()))
}

/// `POST /password/forgotten`: the answer is the same whether or not there is such an account.
pub(super) async fn ask_code(knock: Knock, Form(typed): Form) -> Result<Response, Problem> {
    knock.visitor.may_cause_mail(&knock.app)?;
    let identity = typed.value("email");
    let request = codes::request(knock.app.crewdesk(), &knock.visitor.origin, identity).await?;
    let form = DoorForm::code(knock.door(), identity, request.expose(), &Typed::default());
    Ok(knock.show(StatusCode::OK, &form))
}

/// `GET /password/code?request=…`: the link in a mail that an administrator asked for. Without it there is
/// nothing to enter a code for.
pub(super) async fn enter_code(knock: Knock, mut query: Query) -> Response {
    match query.one("request").as_deref().and_then(Token::from_request) {
        Some(request) => {
            let form = DoorForm::code(knock.door(), "", request.expose(), &Typed::default());
            hushed(knock.show(StatusCode::OK, &form))
        }
        None => redirect(&knock.reader, "/password/forgotten"),
    }
}

/// `POST /password/code`.
pub(super) async fn use_code(knock: Knock, Form(typed): Form) -> Result<Response, Problem> {
    let wrong = || Error::field("code", Code::CodeWrong);
    let crewdesk = knock.app.crewdesk();
    let password = secret(&typed, "password");
    let done = match Token::from_request(typed.value("request")) {
        Some(request) => {
            codes::complete(
                crewdesk,
                &knock.visitor.origin,
                &request,
                typed.value("code").trim(),
                &password,
            )
            .await
        }
        None => Err(wrong()),
    };
    match done {
        Ok(()) => Ok(redirect(&knock.reader, "/sign-in?reason=password")),
        Err(error) => {
            let status = crate::problem::status(&error);
            let (email, request) =
                (typed.value("email").to_owned(), typed.value("request").to_owned());
            let (typed, notice) = knock.refused(error, typed)?;
            let form = DoorForm::code(knock.door(), &email, &request, &typed);
            Ok(knock.show(status, &form.saying(notice)))
        }
    }
}

/// `POST /language`: for this device.
pub(super) async fn language(knock: Knock, Form(typed): Form) -> Response {
    let lang = Lang::from_code(typed.value("language")).unwrap_or_default();
    let mut response = redirect(&knock.reader, own_path(typed.value("next")));
    set_look(response.headers_mut(), &knock.app, lang, knock.reader.theme);
    response
}

/// Remembers language and theme on this device, for the pages before sign-in.
pub(super) fn set_look(head: &mut HeaderMap, app: &AppState, lang: Lang, theme: Theme) {
    let look = format!("{}.{}", lang.code(), theme.name());
    cookies::set(head, app, cookies::LOOK, &look, 31_536_000);
}
