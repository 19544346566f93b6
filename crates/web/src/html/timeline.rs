//! What happened, newest first: the history of a person and the audit log.

use askama::Template;

use super::{
    field::Field,
    filters,
    frame::Frame,
    parts::{When, icon},
    table::{ListPage, ListRow, Nothing, Pager, Tab},
};

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
    /// Changes, sign-ins.
    pub tabs: Vec<Tab>,
    /// What narrows it.
    pub filters: Vec<Field>,
    /// Addresses of the same as files, each with the name of its format.
    pub files: Vec<(String, &'static str)>,
    /// What happened.
    pub entries: Vec<Entry>,
    /// Where it goes on.
    pub pager: Pager,
}

/// The tabs of the audit pages.
pub fn tabs(here: &'static str) -> Vec<Tab> {
    let all = [("/audit", "audit-changes"), ("/audit/sign-ins", "audit-sign-ins")];
    all.map(|(href, key)| Tab::new(href, key, key == here)).into()
}

/// Sign-ins of the whole organisation (SPEC API-5).
pub fn sign_ins(frame: Frame, filters: Vec<Field>, rows: Vec<ListRow>, pager: Pager) -> ListPage {
    ListPage {
        frame,
        heading: None,
        title: "audit-sign-ins",
        lead: "audit-sign-ins-lead",
        tabs: tabs("audit-sign-ins"),
        actions: Vec::new(),
        notice: None,
        once: None,
        filters,
        address: "/audit/sign-ins",
        columns: vec![
            "audit-sign-in-who",
            "person-sign-in-when",
            "person-sign-in-result",
            "audit-sign-in-method",
            "session-client",
            "session-address",
        ],
        rows,
        nothing: Nothing {
            icon: icon("list-search"),
            title: "person-sign-ins-none",
            hint: "audit-none-hint",
        },
        pager,
    }
}
