//! What happened, newest first: the history of a person and the audit log.

use askama::Template;

use super::{field::Field, filters, frame::Frame, parts::When, table::Pager};

/// One changed value.
#[derive(Debug, Clone)]
pub struct Change {
    /// What it is called, in the reader's language.
    pub label: String,
    /// Before, or empty.
    pub before: String,
    /// After, or empty.
    pub after: String,
}

/// One thing that happened.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Icon of the sprite.
    pub icon: &'static str,
    /// What happened, in the reader's language.
    pub what: String,
    /// To whom or what: name, and address where there is a page.
    pub subject: Option<(String, Option<String>)>,
    /// Who did it, and by which way, in the reader's language.
    pub by: String,
    /// When.
    pub when: When,
    /// What it changed.
    pub changes: Vec<Change>,
    /// Where from: address and request id.
    pub origin: String,
}

/// The audit log (SPEC API-5).
#[derive(Debug, Clone, Template)]
#[template(path = "audit/list.html", blocks = ["list"])]
pub struct AuditList {
    /// What surrounds it.
    pub frame: Frame,
    /// What narrows it.
    pub filters: Vec<Field>,
    /// What happened.
    pub entries: Vec<Entry>,
    /// Where it goes on.
    pub pager: Pager,
}
