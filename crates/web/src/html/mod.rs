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
pub mod contact;
pub mod doors;
pub mod faults;
pub mod field;
mod filters;
pub mod form_page;
pub mod frame;
pub mod groups;
pub mod home;
pub mod invitations;
pub mod invite;
pub mod licences;
pub mod linked;
pub mod mail_templates;
pub mod mailbox;
pub mod matrix;
pub mod me;
pub mod parts;
pub mod profiles;
pub mod qr;
pub mod reference;
pub mod resource_filters;
pub mod roles;
pub mod samples;
pub mod security;
pub mod setting_fields;
pub mod settings;
pub mod sheet;
pub mod sign_in_policy;
pub mod single_sign_on;
pub mod skills;
pub mod table;
pub mod teams;
pub mod telephony;
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
