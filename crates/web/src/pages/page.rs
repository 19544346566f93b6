//! A request for a page, and its answers: a whole page, a part of one, or a way to another.

use axum::extract::FromRequestParts;
use axum::response::{Html, IntoResponse, Response};
use domain::Actor;
use domain::access::Principal;
use http::request::Parts;
use http::{HeaderName, HeaderValue, StatusCode, header};
use kernel::{Code, Error};
use texts::{Lang, Texts, Zone};

use super::flash::Flash;
use super::reader::Reader;
use super::{cookies, links, places, tokens};
use crate::extract::Caller;
use crate::html::frame::{Frame, Place, Theme, Viewer};
use crate::html::parts::Face;
use crate::html::table::ListPage;
use crate::problem::Problem;
use crate::state::AppState;

/// A page that a signed-in person asked for. Everybody else is led to the door.
#[derive(Debug, Clone)]
pub(crate) struct Page {
    /// The server's state.
    pub app: AppState,
    /// Who asks.
    pub actor: Actor,
    /// The same with rights and organisation.
    pub me: Principal,
    /// Language, and what of the page is wanted.
    pub reader: Reader,
    /// The organisation's time zone.
    pub zone: Zone,
    csrf: String,
    flash: Option<String>,
}

impl FromRequestParts<AppState> for Page {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> Result<Self, Response> {
        let mut reader = Reader::of(&parts.headers, &parts.uri);
        let caller = match Caller::from_request_parts(parts, app).await {
            Ok(caller) => caller,
            Err(problem) if is_stranger(&problem) => return Err(to_door(app, &reader)),
            Err(problem) => return Err(problem.into_response()),
        };
        let me = caller.principal().map_err(IntoResponse::into_response)?.clone();
        if me.must_change_password && !parts.uri.path().starts_with("/password/own") {
            return Err(redirect(&reader, "/password/own"));
        }
        let path = parts.uri.path();
        let ready = ["/me/security", "/me/renewal", "/password/own"];
        let ready = ready.iter().any(|start| path.starts_with(start));
        if me.must_enrol && !ready {
            return Err(redirect(&reader, "/me/security"));
        }
        reader.texts = Texts(Lang::from_code(&me.language).unwrap_or_default());
        reader.theme = Theme::named(&me.theme);
        Ok(Self {
            app: app.clone(),
            actor: caller.actor().clone(),
            zone: Zone::named(&me.organisation.time_zone).unwrap_or_default(),
            csrf: tokens::expected(app, &parts.headers).unwrap_or_default(),
            flash: cookies::get(&parts.headers, cookies::FLASH).map(str::to_owned),
            me,
            reader,
        })
    }
}

fn is_stranger(problem: &Problem) -> bool {
    matches!(&*problem.0, Error::Unauthenticated(_))
}

/// To the sign-in page, and back here afterwards.
fn to_door(app: &AppState, reader: &Reader) -> Response {
    let here = match &reader.from {
        Some(from) => links::path_under(&app.config().public_url, from).unwrap_or("/"),
        None => reader.path.as_str(),
    };
    let next = if here == "/" { "" } else { here };
    redirect(reader, &links::with_query("/sign-in", &[("next", next)]))
}

/// To another page of ours: 303, or for htmx the header that makes it leave the present page.
pub(crate) fn redirect(reader: &Reader, to: &str) -> Response {
    let place = HeaderValue::from_str(to).unwrap_or(HeaderValue::from_static("/"));
    if reader.htmx {
        return (StatusCode::NO_CONTENT, [(HeaderName::from_static("hx-redirect"), place)])
            .into_response();
    }
    (StatusCode::SEE_OTHER, [(header::LOCATION, place)]).into_response()
}

/// Renders a view as a whole answer.
pub(crate) fn html(view: &impl askama::Template, texts: Texts) -> Response {
    match crate::html::render(view, texts) {
        Ok(text) => Html(text).into_response(),
        Err(fault) => Problem::from(Error::internal(fault)).into_response(),
    }
}

impl Page {
    /// The reader's texts.
    pub(crate) const fn texts(&self) -> Texts {
        self.reader.texts
    }

    /// The form token of this session.
    pub(crate) fn csrf(&self) -> &str {
        &self.csrf
    }

    /// The reader's language.
    pub(crate) const fn lang(&self) -> Lang {
        self.reader.texts.lang()
    }

    /// What surrounds the page.
    pub(crate) fn frame(&self, here: Place) -> Frame {
        let me = &self.me;
        let toast = self.flash.as_deref().and_then(|cookie| Flash::read(cookie, self.texts()));
        let stands_against = if me.must_enrol {
            Some(Code::SecondFactorMissing)
        } else {
            me.organisation.trial_ended.then_some(Code::TrialEnded)
        };
        let banner = stands_against.map(|code| self.texts().error(code).into_owned());
        Frame {
            texts: self.texts(),
            theme: self.reader.theme,
            organisation: me.organisation.name.clone(),
            viewer: Viewer {
                name: me.display_name.clone(),
                sign_in: me.organisation.team_name.clone().unwrap_or_default(),
                face: face(&me.user_id.to_string(), &me.display_name, me.photo_version)
                    .sized("face-small"),
            },
            here,
            places: places(me),
            csrf: self.csrf.clone(),
            toasts: toast.into_iter().collect(),
            banner,
            path: self.reader.path.clone(),
        }
    }

    /// A whole page. What waited in the cookie has been said by it.
    pub(crate) fn show(&self, view: &impl askama::Template) -> Response {
        self.show_with(StatusCode::OK, view)
    }

    /// A whole page with a status of its own.
    pub(crate) fn show_with(&self, status: StatusCode, view: &impl askama::Template) -> Response {
        let mut response = html(view, self.texts());
        if response.status() == StatusCode::OK {
            *response.status_mut() = status;
        }
        if self.flash.is_some() {
            cookies::clear(response.headers_mut(), &self.app, cookies::FLASH);
        }
        response
    }

    /// Whether only the list of a page is asked for, since its filter has changed.
    pub(crate) fn wants_list(&self) -> bool {
        self.reader.htmx && self.reader.target == "list"
    }

    /// A list, whole or only what changes with its filter.
    pub(crate) fn show_list(&self, view: &ListPage) -> Response {
        match self.wants_list() {
            true => self.part(StatusCode::OK, &view.as_list()),
            false => self.show(view),
        }
    }

    /// A part for htmx, which leaves the cookie to the next whole page.
    pub(crate) fn part(&self, status: StatusCode, part: &impl askama::Template) -> Response {
        let mut response = html(part, self.texts());
        if response.status() == StatusCode::OK {
            *response.status_mut() = status;
        }
        response
    }

    /// To another page.
    pub(crate) fn go(&self, to: &str) -> Response {
        redirect(&self.reader, to)
    }

    /// To another page, which will say this.
    pub(crate) fn go_saying(&self, to: &str, flash: &Flash) -> Response {
        let mut response = self.go(to);
        cookies::set(response.headers_mut(), &self.app, cookies::FLASH, &flash.to_cookie(), 60);
        response
    }

    /// To where one shows once more that it is oneself, and back to `here` (SECURITY.md S8).
    pub(crate) fn prove_again(&self, here: &str) -> Response {
        self.go(&links::with_query("/me/renewal", &[("next", here)]))
    }

    /// The page on which htmx asked, so that a task begun in a list ends there; `otherwise` without it.
    pub(crate) fn back_or(&self, otherwise: &str) -> String {
        let from = self.reader.from.as_deref();
        let path = from.and_then(|from| links::path_under(&self.app.config().public_url, from));
        path.unwrap_or(otherwise).to_owned()
    }
}

/// A user's photo or initials.
pub(crate) fn face(id: &str, name: &str, photo_version: i64) -> Face {
    let photo =
        (photo_version > 0).then(|| format!("/users/{id}/photo?size=small&v={photo_version}"));
    Face::of(name, id, photo)
}
