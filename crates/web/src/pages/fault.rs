//! The page that says why something was refused, and the way out.

use axum::body::Body;
use axum::response::Response;
use domain::access::{Action, Reach};
use http::{HeaderValue, StatusCode, header};
use kernel::Error;
use texts::{Arg, Texts};

use super::reader::Reader;
use crate::html::faults::Fault;
use crate::html::parts::icon;
use crate::html::{render, roles};

/// Fills an answer with that page; for htmx only with its part, which stands in the dialog or list that
/// asked.
pub(crate) fn write_fault(
    response: &mut Response,
    error: &Error,
    request_id: &str,
    reader: &Reader,
) {
    let (title, icon) = picture(response.status());
    let fault = Fault {
        door: reader.door(String::new()),
        icon,
        title,
        text: said(error, reader.texts),
        request_id: request_id.to_owned(),
    };
    let page = match reader.htmx {
        true => render(&fault.as_part(), reader.texts),
        false => render(&fault, reader.texts),
    };
    let Ok(page) = page else { return };
    *response.body_mut() = Body::from(page);
    let head = response.headers_mut();
    head.remove(header::CONTENT_LENGTH);
    head.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
}

/// Why, and what was missing where a permission was (SPEC ROL-5).
fn said(error: &Error, texts: Texts) -> String {
    let why = texts.error(error.code()).into_owned();
    let Error::Denied(denial) = error else { return why };
    let Some(action) = Action::parse(denial.permission) else { return why };
    let held =
        denial.held.split(' ').filter_map(Reach::parse).fold(Reach::NONE, |all, one| all.and(one));
    let values = [
        ("permission", Arg::from(roles::permission(texts, action))),
        ("scopes", Arg::from(roles::scopes(texts, held))),
    ];
    let key = if held.is_none() { "fault-denied" } else { "fault-denied-so-far" };
    format!("{why} {}", texts.with(key, &values))
}

fn picture(status: StatusCode) -> (&'static str, &'static str) {
    match status {
        StatusCode::NOT_FOUND => ("fault-not_found", icon("map-search")),
        StatusCode::FORBIDDEN | StatusCode::UNAUTHORIZED => ("fault-forbidden", icon("lock")),
        StatusCode::TOO_MANY_REQUESTS => ("fault-too_many", icon("clock-exclamation")),
        StatusCode::SERVICE_UNAVAILABLE => ("fault-unavailable", icon("plug-connected-x")),
        StatusCode::CONFLICT | StatusCode::PRECONDITION_FAILED => {
            ("fault-conflict", icon("git-merge"))
        }
        status if status.is_server_error() => ("fault-internal", icon("alert-triangle")),
        _ => ("fault-invalid", icon("alert-circle")),
    }
}
