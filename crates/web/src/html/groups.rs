//! User groups: the list, the short tasks, and what a group passes on.

use texts::Arg;

use super::{
    field::Field,
    form_page::{FormPage, Section},
    frame::Frame,
    parts::icon,
    sheet::Sheet,
    table::{ListPage, ListRow, MenuItem, Nothing, Pager, Tab},
    typed::Typed,
};

/// The list of groups.
pub fn list(frame: Frame, rows: Vec<ListRow>, may_manage: bool) -> ListPage {
    let create = MenuItem::task("/groups/new", icon("plus"), "group-create");
    ListPage {
        frame,
        heading: None,
        title: "group-title",
        lead: "group-lead",
        tabs: Vec::new(),
        actions: may_manage.then_some(create).into_iter().collect(),
        notice: None,
        once: None,
        filters: Vec::new(),
        address: "/groups",
        columns: vec!["group-name", "group-users", "group-default", "group-updated"],
        rows,
        nothing: Nothing {
            icon: icon("users-group"),
            title: "group-none",
            hint: "group-none-hint",
        },
        pager: Pager::default(),
    }
}

/// What can be done to a group.
pub fn menu(id: &str, is_default: bool) -> Vec<MenuItem> {
    let at = |step: &str| format!("/groups/{id}/{step}");
    let mut items = vec![
        MenuItem::page(format!("/groups/{id}"), icon("adjustments"), "group-settings"),
        members(id),
        MenuItem::task(at("name"), icon("pencil"), "group-rename"),
    ];
    if !is_default {
        items.push(MenuItem::task(at("default"), icon("star"), "group-make_default"));
        items.push(MenuItem::task(at("removal"), icon("trash"), "group-delete").dangerous());
    }
    items
}

fn members(id: &str) -> MenuItem {
    MenuItem::page(format!("/users?group={id}"), icon("users"), "group-members")
}

fn task(frame: Frame, title: String, action: String, submit: &'static str) -> Sheet {
    Sheet { cancel: "/groups".to_owned(), ..Sheet::new(frame, title, action, submit) }
}

/// Creating a group.
pub fn create(frame: Frame, typed: &Typed) -> Sheet {
    let title = frame.texts.get("group-create").into_owned();
    let fields = vec![typed.fill(Field::text("name", "group-name")).up_to(100).focused()];
    Sheet { fields, ..task(frame, title, "/groups/new".to_owned(), "group-create") }
}

/// Giving a group another name.
pub fn rename(frame: Frame, id: &str, name: &str, version: &str, typed: &Typed) -> Sheet {
    let title = frame.texts.with("group-rename-title", &[("name", Arg::from(name))]).into_owned();
    let fields = vec![typed.fill(Field::text("name", "group-name")).up_to(100).focused()];
    let hidden = vec![("version", version.to_owned())];
    Sheet { fields, hidden, ..task(frame, title, format!("/groups/{id}/name"), "form-save") }
}

/// Making a group the default one.
pub fn make_default(frame: Frame, id: &str, name: &str) -> Sheet {
    let title = frame.texts.with("group-default-title", &[("name", Arg::from(name))]).into_owned();
    let lead = frame.texts.get("group-default-lead").into_owned();
    Sheet { lead, ..task(frame, title, format!("/groups/{id}/default"), "group-make_default") }
}

/// Deleting a group.
pub fn delete(frame: Frame, id: &str, name: &str, users: i64) -> Sheet {
    let title = frame.texts.with("group-delete-title", &[("name", Arg::from(name))]).into_owned();
    let lead = frame.texts.with("group-delete-lead", &[("n", Arg::from(users))]).into_owned();
    let lost = vec![frame.texts.get("group-loses-settings").into_owned()];
    let first = (users > 0).then(|| members(id));
    let sheet = task(frame, title, format!("/groups/{id}/removal"), "group-delete");
    Sheet { lead, lost, first, danger: true, ..sheet }
}

/// The tabs of a group.
pub fn tabs(id: &str, here: &'static str) -> Vec<Tab> {
    let all = [
        ("", "group-settings"),
        ("/administrators", "group-administrators"),
        ("/profiles", "profiles-title"),
        ("/filter", "group-filter"),
    ];
    all.map(|(end, key)| Tab::new(format!("/groups/{id}{end}"), key, key == here)).into()
}

/// Who administers a group: `people` may, those ticked do.
pub fn administrators(
    frame: Frame,
    id: &str,
    name: String,
    chosen: &[(String, String)],
    typed: &Typed,
) -> FormPage {
    let people = Field::people("user", "group-administrators", chosen.iter().cloned());
    let fields = vec![typed.fill_people(people).hint("picker-hint")];
    let section = Section::new("group-administrators", Some("group-administrators-hint"), fields);
    let address = (format!("/groups/{id}/administrators"), Some("/groups".to_owned()));
    let tabs = tabs(id, "group-administrators");
    FormPage { lead: "", ..settings(frame, name, tabs, address, 0, vec![section]) }
}

/// A page on which settings of some owner are given: the organisation, a group, a user.
pub fn settings(
    frame: Frame,
    title: String,
    tabs: Vec<Tab>,
    (action, cancel): (String, Option<String>),
    version: i64,
    sections: Vec<Section>,
) -> FormPage {
    FormPage {
        frame,
        title,
        lead: "settings-lead",
        tabs,
        notice: None,
        differs: Vec::new(),
        photo: None,
        action,
        hidden: vec![("version", version.to_string())],
        sections,
        submit: "form-save",
        cancel,
    }
}

/// Moving someone to another group: choosing one, then seeing what changes (SPEC USR-12).
pub fn move_user(
    frame: Frame,
    id: &str,
    name: &str,
    groups: Vec<super::field::Choice>,
    typed: &Typed,
) -> Sheet {
    let title = frame.texts.with("move-title", &[("name", Arg::from(name))]).into_owned();
    let lead = frame.texts.get("move-lead").into_owned();
    let fields = vec![typed.fill(Field::select("group_id", "user-group_id", groups)).focused()];
    let sheet = Sheet::new(frame, title, format!("/users/{id}/group"), "move-look");
    Sheet { lead, fields, cancel: format!("/users/{id}"), ..sheet }
}

/// What a move changes, to be confirmed.
#[derive(Debug, Clone)]
pub struct MoveLook<'a> {
    /// The user's id and name.
    pub user: (&'a str, &'a str),
    /// Id and name of the group.
    pub to: (&'a str, &'a str),
    /// Version of the user that the look was made from.
    pub version: i64,
    /// What is lost, in words.
    pub lost: Vec<String>,
    /// What is gained or becomes another, in words.
    pub changed: Vec<String>,
    /// Whether they must be logged off a queue first.
    pub logged_on: bool,
}

/// The second step of a move.
pub fn confirm_move(frame: Frame, look: &MoveLook<'_>) -> Sheet {
    let texts = frame.texts;
    let values = [("name", Arg::from(look.user.1)), ("group", Arg::from(look.to.1))];
    let title = texts.with("move-confirm-title", &values).into_owned();
    let mut kept = Vec::new();
    if look.changed.is_empty() && look.lost.is_empty() {
        kept.push(texts.get("move-changes-nothing").into_owned());
    }
    kept.push(texts.get("move-keeps-own").into_owned());
    let mut hidden = vec![
        ("group_id", look.to.0.to_owned()),
        ("version", look.version.to_string()),
        ("confirmed", "true".to_owned()),
    ];
    let mut lost = look.lost.clone();
    if look.logged_on {
        lost.push(texts.get("move-logs-off").into_owned());
        hidden.push(("force", "true".to_owned()));
    }
    let sheet = Sheet::new(frame, title, format!("/users/{}/group", look.user.0), "move-do");
    Sheet {
        lost,
        changed: look.changed.clone(),
        kept,
        hidden,
        cancel: format!("/users/{}", look.user.0),
        ..sheet
    }
}
