//! What every page handler starts from and ends with.

use askama::Template;
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::response::{IntoResponse, Redirect, Response};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use bytes::Bytes;
use domain::Actor;
use domain::access::{Action, Principal, Reach};
use http::request::Parts;
use http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use kernel::{Code, Error, Timestamp};
use texts::{Arg, Lang, Texts, Zone};

use crate::extract::{Caller, Visitor};
use crate::html::frame::{Door, Frame, Place, Theme, Toast, Viewer};
use crate::html::parts::Face;
use crate::html::typed::Typed;
use crate::problem::Problem;
use crate::state::AppState;

/// Name of the cookie that carries a text key from one page to the next.
const SAID: &str = "crewdesk_said";
/// Name of the cookie with the language chosen before sign-in.
pub(super) const LANGUAGE: &str = "crewdesk_language";

/// A signed-in person who looks at a page. Strangers are sent to the door.
#[derive(Debug, Clone)]
pub struct Page {
    /// The server.
    pub app: AppState,
    /// The reader's texts.
    pub texts: Texts,
    /// The zone of the organisation.
    pub zone: Zone,
    caller: Caller,
    path: String,
    said: Option<String>,
    htmx: bool,
}

/// Where a page handler may end instead of with its page.
#[derive(Debug)]
pub enum Elsewhere {
    /// Another page.
    To(String),
    /// A refusal that no form answers for.
    Refused(Problem),
}

impl IntoResponse for Elsewhere {
    fn into_response(self) -> Response {
        match self {
            Self::To(path) => Redirect::to(&path).into_response(),
            Self::Refused(problem) => problem.into_response(),
        }
    }
}

impl From<Error> for Elsewhere {
    fn from(error: Error) -> Self {
        match error {
            Error::Unauthenticated(_) => Self::To("/sign-in?reason=ended".into()),
            Error::Forbidden(Code::PasswordChangeRequired) => Self::To("/password/own".into()),
            Error::Forbidden(Code::TeamNotActivated) => Self::To("/".into()),
            other => Self::Refused(other.into()),
        }
    }
}

impl From<Problem> for Elsewhere {
    fn from(problem: Problem) -> Self {
        match &*problem.0 {
            Error::Unauthenticated(_) => Self::To("/sign-in?reason=ended".into()),
            Error::Forbidden(Code::PasswordChangeRequired) => Self::To("/password/own".into()),
            Error::Forbidden(Code::TeamNotActivated) => Self::To("/".into()),
            _ => Self::Refused(problem),
        }
    }
}

/// What page handlers answer.
pub type Answer = Result<Response, Elsewhere>;

impl FromRequestParts<AppState> for Page {
    type Rejection = Elsewhere;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> Result<Self, Elsewhere> {
        let path = parts.uri.path_and_query().map_or("/", |path| path.as_str()).to_owned();
        let caller = match Caller::from_request_parts(parts, app).await {
            Ok(caller) => caller,
            Err(problem) if matches!(&*problem.0, Error::Unauthenticated(_)) => {
                return Err(Elsewhere::To(to_the_door(&parts.method, &path)));
            }
            Err(problem) => return Err(Elsewhere::Refused(problem)),
        };
        let principal = caller.principal()?;
        let lang = Lang::from_code(&principal.language).unwrap_or_default();
        let zone = Zone::named(&principal.organisation.time_zone).unwrap_or_else(|_| Zone::utc());
        Ok(Self {
            app: app.clone(),
            texts: Texts(lang),
            zone,
            said: cookie(&parts.headers, SAID),
            htmx: parts.headers.contains_key("hx-request"),
            caller,
            path,
        })
    }
}

/// The door, with the way back for those who were looking at something.
fn to_the_door(method: &Method, path: &str) -> String {
    if *method != Method::GET || path == "/" {
        return "/sign-in".to_owned();
    }
    let next = serde_urlencoded::to_string([("next", path)]).unwrap_or_default();
    format!("/sign-in?{next}")
}

/// The value of a cookie.
pub(super) fn cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    let pairs = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs =
        pairs.flat_map(|text| text.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(known, _)| *known == name).map(|(_, value)| value.to_owned())
}

impl Page {
    /// Who acts.
    pub const fn actor(&self) -> &Actor {
        self.caller.actor()
    }
    /// The signed-in user.
    ///
    /// # Errors
    /// Never for a page that came out of a request.
    pub fn me(&self) -> Result<&Principal, Elsewhere> {
        Ok(self.caller.principal()?)
    }
    /// Now, by the product's clock.
    pub fn now(&self) -> Timestamp {
        self.app.crewdesk().clock().now()
    }
    /// How far the reader may do something.
    pub fn reach(&self, action: Action) -> Reach {
        self.caller.principal().map(|me| me.grants.reach(action)).unwrap_or_default()
    }
    /// Whether the reader may do something at all.
    pub fn may(&self, action: Action) -> bool {
        !self.reach(action).is_none()
    }
    /// Whether the page was asked for by the script, for a part of the page.
    pub const fn is_part(&self) -> bool {
        self.htmx
    }
    /// Own path and query.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// What surrounds the page.
    ///
    /// # Errors
    /// Never for a page that came out of a request.
    pub fn frame(&self, here: Place) -> Result<Frame, Elsewhere> {
        let me = self.me()?;
        let photo = (me.photo_version > 0).then(|| {
            format!("/api/v1/users/{}/photo?size=small&v={}", me.user_id, me.photo_version)
        });
        let said = self.said.as_deref().filter(|key| key.starts_with("toast-"));
        let toasts = said.map(|said| self.toast(said));
        let ended = me.organisation.trial_ended;
        Ok(Frame {
            texts: self.texts,
            theme: Theme::named(&me.theme),
            organisation: me.organisation.name.clone(),
            viewer: Viewer {
                name: me.display_name.clone(),
                sign_in: me.organisation.name.clone(),
                face: Face::of(&me.display_name, &me.user_id.to_string(), photo),
            },
            here,
            places: self.places(),
            csrf: self.caller.csrf(),
            toasts: toasts.into_iter().collect(),
            banner: ended.then(|| self.texts.error(Code::TrialEnded).into_owned()),
            path: self.path.clone(),
        })
    }

    /// A key, and after a tilde the name or number that its text holds.
    fn toast(&self, said: &str) -> Toast {
        let (key, value) = said.split_once('~').unwrap_or((said, ""));
        let value =
            URL_SAFE_NO_PAD.decode(value).ok().and_then(|bytes| String::from_utf8(bytes).ok());
        let value = value.unwrap_or_default();
        let number = value.parse::<i64>().unwrap_or(1);
        let values = [("name", Arg::from(&value)), ("n", Arg::from(number))];
        Toast { text: self.texts.with(key, &values).into_owned(), bad: false }
    }

    /// Where the reader may go.
    fn places(&self) -> Vec<Place> {
        let wide = |action| !matches!(self.reach(action).names().as_slice(), [] | ["own"]);
        let all = [
            (true, Place::Home),
            (wide(Action::UsersView), Place::Users),
            (wide(Action::InvitationsView), Place::Invitations),
            (self.may(Action::OrganisationEdit), Place::Organisation),
            (self.may(Action::TokensOwn), Place::Tokens),
            (self.may(Action::AuditView), Place::Audit),
            (true, Place::Me),
        ];
        all.into_iter().filter(|(may, _)| *may).map(|(_, place)| place).collect()
    }

    /// The page, or with `part` what changes of it.
    ///
    /// # Errors
    /// A fault of the template.
    pub fn show(&self, view: &impl Template) -> Answer {
        self.with_status(StatusCode::OK, view)
    }

    /// The page of a form that came back.
    ///
    /// # Errors
    /// A fault of the template.
    pub fn wrong(&self, view: &impl Template) -> Answer {
        self.with_status(StatusCode::UNPROCESSABLE_ENTITY, view)
    }

    fn with_status(&self, status: StatusCode, view: &impl Template) -> Answer {
        let mut response = page(view, self.texts)?;
        *response.status_mut() = status;
        if self.said.is_some() {
            let gone = HeaderValue::from_static("crewdesk_said=; Path=/; Max-Age=0");
            response.headers_mut().append(header::SET_COOKIE, gone);
        }
        Ok(response)
    }

    /// Goes on to another page after something was done; `said` is the key of what to say there.
    pub fn done(&self, path: &str, said: &'static str) -> Response {
        self.done_about(path, said, "")
    }

    /// The same with the name or number that the text holds.
    pub fn done_about(&self, path: &str, said: &'static str, value: &str) -> Response {
        let mut response = if self.htmx {
            let place = HeaderValue::from_str(path).unwrap_or(HeaderValue::from_static("/"));
            ([(http::HeaderName::from_static("hx-redirect"), place)], "").into_response()
        } else {
            Redirect::to(path).into_response()
        };
        let value = URL_SAFE_NO_PAD.encode(value);
        let text = format!("{SAID}={said}~{value}; Path=/; Max-Age=20; HttpOnly; SameSite=Lax");
        if let Ok(value) = HeaderValue::from_str(&text) {
            response.headers_mut().append(header::SET_COOKIE, value);
        }
        response
    }
}

/// An HTML answer.
pub(super) fn page(view: &impl Template, texts: Texts) -> Answer {
    let text = crate::html::render(view, texts).map_err(Error::internal)?;
    Ok(([(header::CONTENT_TYPE, "text/html; charset=utf-8")], text).into_response())
}

/// A form that a signed-in person sent: the token in it must be this session's (SECURITY.md S10).
#[derive(Debug)]
pub struct Sent {
    /// The page it came to.
    pub page: Page,
    /// What was typed.
    pub typed: Typed,
}

impl FromRequest<AppState> for Sent {
    type Rejection = Elsewhere;

    async fn from_request(request: Request, app: &AppState) -> Result<Self, Elsewhere> {
        let (mut parts, body) = request.into_parts();
        let page = Page::from_request_parts(&mut parts, app).await?;
        let given = parts
            .headers
            .get("x-csrf-token")
            .and_then(|value| value.to_str().ok())
            .map(str::to_owned);
        let typed = read(Request::from_parts(parts, body), app).await?;
        let given = given.unwrap_or_else(|| typed.value("csrf").to_owned());
        if given != page.caller.csrf() {
            return Err(Error::Forbidden(Code::CrossSite).into());
        }
        Ok(Self { page, typed })
    }
}

/// A form that somebody sent before signing in.
#[derive(Debug)]
pub struct SentByVisitor {
    /// The door it came to.
    pub outside: Outside,
    /// What was typed.
    pub typed: Typed,
}

impl FromRequest<AppState> for SentByVisitor {
    type Rejection = Elsewhere;

    async fn from_request(request: Request, app: &AppState) -> Result<Self, Elsewhere> {
        let (mut parts, body) = request.into_parts();
        let outside = Outside::from_request_parts(&mut parts, app).await?;
        let typed = read(Request::from_parts(parts, body), app).await?;
        Ok(Self { outside, typed })
    }
}

async fn read(request: Request, app: &AppState) -> Result<Typed, Elsewhere> {
    let too_large = |_| Elsewhere::from(Error::conflict(Code::BodyTooLarge));
    let bytes = Bytes::from_request(request, app).await.map_err(too_large)?;
    let pairs: Vec<(String, String)> =
        serde_urlencoded::from_bytes(&bytes).map_err(|_| Error::conflict(Code::Malformed))?;
    Ok(Typed::new(pairs))
}

/// Somebody before the door.
#[derive(Debug)]
pub struct Outside {
    /// The server.
    pub app: AppState,
    /// Where the request came from.
    pub visitor: Visitor,
    /// The reader's texts.
    pub texts: Texts,
    path: String,
}

impl FromRequestParts<AppState> for Outside {
    type Rejection = Elsewhere;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> Result<Self, Elsewhere> {
        let visitor = Visitor::from_request_parts(parts, app).await?;
        let accepted =
            parts.headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        let chosen = cookie(&parts.headers, LANGUAGE).and_then(|code| Lang::from_code(&code));
        let lang = chosen.unwrap_or_else(|| Lang::negotiate(accepted.unwrap_or_default()));
        let path = parts.uri.path_and_query().map_or("/", |path| path.as_str()).to_owned();
        Ok(Self { app: app.clone(), visitor, texts: Texts(lang), path })
    }
}

impl Outside {
    /// What surrounds a page before sign-in.
    pub fn door(&self) -> Door {
        Door { texts: self.texts, theme: Theme::Auto, csrf: String::new(), path: self.path.clone() }
    }

    /// The page.
    ///
    /// # Errors
    /// A fault of the template.
    pub fn show(&self, view: &impl Template) -> Answer {
        let mut response = page(view, self.texts)?;
        // The address may hold a secret.
        response
            .headers_mut()
            .insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
        Ok(response)
    }

    /// The page of a form that came back.
    ///
    /// # Errors
    /// A fault of the template.
    pub fn wrong(&self, view: &impl Template) -> Answer {
        let mut response = self.show(view)?;
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
        Ok(response)
    }
}

/// Only own paths may be gone to (SECURITY.md S10).
pub(super) fn own_path(text: &str) -> &str {
    let own =
        text.starts_with('/') && !text.starts_with("//") && !text.contains(['\\', '\n', '\r']);
    if own { text } else { "/" }
}
