//! Accounts elsewhere with which one comes in here (SPEC ACC-7).

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

/// What can be done to one.
pub fn menu(id: &str) -> Vec<MenuItem> {
    let href = format!("/me/single-sign-on/{id}/removal");
    vec![MenuItem::task(href, icon("trash"), "me-sso-disconnect").dangerous()]
}

/// Taking one back.
pub fn disconnect(frame: Frame, id: &str, label: &str) -> Sheet {
    let texts = frame.texts;
    let title = texts.with("me-sso-disconnect-title", &[("name", Arg::from(label))]).into_owned();
    let lead = texts.get("me-sso-disconnect-lead").into_owned();
    let action = format!("/me/single-sign-on/{id}/removal");
    let sheet = Sheet::new(frame, title, action, "me-sso-disconnect");
    Sheet { lead, danger: true, cancel: "/me/single-sign-on".to_owned(), ..sheet }
}
