//! Pages: what people see in the browser.
//!
//! Each noun has a file with its view structs (what a template may know, already decided and worded)
//! and, beside them, the handlers that call the domain's verbs and fill them. A view derives
//! [`askama::Template`]; one with a `part` or `list` block answers both the whole page and, for a
//! request of htmx, only that part.
//!
//! - [`filters`]: texts in the reader's language inside templates
//! - [`frame`]: what surrounds a page: navigation, own menu, toasts
//! - [`parts`]: faces, chips, times, notices
//! - [`field`]: one field of a form with its hint, its error and why it can't be changed

pub mod audit;
pub mod doors;
pub mod faults;
pub mod field;
mod filters;
pub mod form_page;
pub mod frame;
pub mod home;
pub mod invitations;
pub mod invite;
pub mod mailbox;
pub mod me;
pub mod parts;
pub mod samples;
pub mod settings;
pub mod sheet;
pub mod table;
pub mod timeline;
pub mod typed;
pub mod users;

use askama::Template;
use texts::Texts;

/// Renders a view in the reader's language.
///
/// # Errors
/// Only when a template asks for a value that is not there, which the tests of all pages rule out.
pub fn render(view: &impl Template, texts: Texts) -> askama::Result<String> {
    view.render_with_values(&filters::Reader(texts))
}

/// Fills the answer with the page that says why something was refused.
pub(crate) fn write_fault(
    response: &mut axum::response::Response,
    error: &kernel::Error,
    request_id: &str,
    texts: Texts,
) {
    use http::{HeaderValue, StatusCode, header};
    let (title, picture) = match response.status() {
        StatusCode::NOT_FOUND => ("fault-not_found", parts::icon("user-search")),
        StatusCode::FORBIDDEN => ("fault-forbidden", parts::icon("lock")),
        StatusCode::TOO_MANY_REQUESTS => ("fault-too_many", parts::icon("clock-exclamation")),
        StatusCode::SERVICE_UNAVAILABLE => ("fault-unavailable", parts::icon("alert-triangle")),
        status if status.is_server_error() => ("fault-internal", parts::icon("alert-triangle")),
        StatusCode::CONFLICT | StatusCode::PRECONDITION_FAILED => {
            ("fault-conflict", parts::icon("alert-circle"))
        }
        _ => ("fault-invalid", parts::icon("alert-circle")),
    };
    let theme = frame::Theme::Auto;
    let door = frame::Door { texts, theme, csrf: String::new(), path: "/".to_owned() };
    let text = texts.error(error.code()).into_owned();
    let view =
        faults::Fault { door, icon: picture, title, text, request_id: request_id.to_owned() };
    let Ok(page) = render(&view, texts) else { return };
    *response.body_mut() = axum::body::Body::from(page);
    let head = response.headers_mut();
    head.remove(header::CONTENT_LENGTH);
    head.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
}
