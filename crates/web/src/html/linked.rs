//! Accounts elsewhere with which one comes in here (SPEC ACC-7).

use kernel::ids::UserId;
use texts::Arg;

use super::{
    frame::Frame,
    me::tabs,
    parts::icon,
    sheet::Sheet,
    table::{ListPage, ListRow, MenuItem, Nothing, Pager},
};

/// The list.
pub fn list(frame: Frame, rows: Vec<ListRow>) -> ListPage {
    let connect = MenuItem::page("/me/single-sign-on/connect", icon("plus"), "me-sso-connect-task");
    ListPage {
        frame,
        heading: None,
        title: "me-title",
        lead: "me-sso-lead",
        tabs: tabs("/me/single-sign-on"),
        actions: vec![connect],
        notice: None,
        once: None,
        filters: Vec::new(),
        address: "/me/single-sign-on",
        columns: vec!["me-sso-label", "me-sso-issuer", "me-sso-used"],
        rows,
        nothing: Nothing { icon: icon("key"), title: "me-sso-none", hint: "me-sso-none-hint" },
        pager: Pager::default(),
    }
}

/// Columns where somebody else's are listed.
pub const COLUMNS: [&str; 5] = [
    "me-sso-label",
    "me-sso-issuer",
    "person-identity-subject",
    "person-identity-since",
    "me-sso-used",
];

/// Where one of one's own is taken back.
pub fn own(id: &str) -> String {
    format!("/me/single-sign-on/{id}/removal")
}

/// Where one of somebody's is taken back.
pub fn of(user: UserId, id: &str) -> String {
    format!("/users/{user}/identities/{id}/removal")
}

/// What can be done to one: it is taken back there.
pub fn menu(removal: String) -> Vec<MenuItem> {
    vec![MenuItem::task(removal, icon("trash"), "me-sso-disconnect").dangerous()]
}

/// Taking one back.
pub fn disconnect(frame: Frame, id: &str, label: &str) -> Sheet {
    let texts = frame.texts;
    let title = texts.with("me-sso-disconnect-title", &[("name", Arg::from(label))]).into_owned();
    let lead = texts.get("me-sso-disconnect-lead").into_owned();
    let sheet = Sheet::new(frame, title, own(id), "me-sso-disconnect");
    Sheet { lead, danger: true, cancel: "/me/single-sign-on".to_owned(), ..sheet }
}

/// Taking one of somebody else's back.
pub fn disconnect_from(frame: Frame, user: UserId, id: &str, person: &str, label: &str) -> Sheet {
    let texts = frame.texts;
    let values = [("name", Arg::from(label)), ("person", Arg::from(person))];
    let title = texts.with("person-identity-disconnect-title", &values).into_owned();
    let lead = texts.with("person-identity-disconnect-lead", &values).into_owned();
    let sheet = Sheet::new(frame, title, of(user, id), "me-sso-disconnect");
    Sheet { lead, danger: true, cancel: format!("/users/{user}/security"), ..sheet }
}
