//! Resource filters: the list, the form with what each names, and who has which (SPEC GRP-2).

use texts::Arg;

use super::{
    field::{Choice, Field},
    form_page::{FormPage, Section},
    frame::Frame,
    parts::{Notice, icon},
    sheet::Sheet,
    table::{ListPage, ListRow, MenuItem, Nothing, Pager},
    typed::Typed,
};

/// The list of filters.
pub fn list(frame: Frame, rows: Vec<ListRow>) -> ListPage {
    let create = MenuItem::page("/settings/filters/new", icon("plus"), "filters-create");
    ListPage {
        frame,
        heading: None,
        title: "filters-title",
        lead: "filters-lead",
        tabs: Vec::new(),
        actions: vec![create],
        notice: None,
        once: None,
        filters: Vec::new(),
        address: "/settings/filters",
        columns: vec![
            "filters-name",
            "filters-groups",
            "filters-teams",
            "filters-held_by_groups",
            "filters-held_by_users",
        ],
        rows,
        nothing: Nothing { icon: icon("filter"), title: "filters-none", hint: "filters-none-hint" },
        pager: Pager::default(),
    }
}

/// What can be done to a filter.
pub fn menu(id: &str) -> Vec<MenuItem> {
    vec![
        MenuItem::page(format!("/settings/filters/{id}"), icon("pencil"), "filters-edit"),
        MenuItem::task(format!("/settings/filters/{id}/removal"), icon("trash"), "filters-delete")
            .dangerous(),
    ]
}

/// What the form offers, and who has the filter already.
#[derive(Debug, Clone, Default)]
pub struct Offers {
    /// Groups.
    pub groups: Vec<(String, String)>,
    /// Teams.
    pub teams: Vec<(String, String)>,
    /// Names of those who have it, as a sentence.
    pub held: Option<String>,
}

/// Creating a filter, or changing it where `edited` names its id and version.
pub fn form(
    frame: Frame,
    typed: &Typed,
    offers: &Offers,
    edited: Option<(&str, &str)>,
) -> FormPage {
    let ticks = |name: &'static str, all: &[(String, String)]| -> Vec<Field> {
        let chosen = |id: &str| typed.all(name).any(|one| one == id);
        all.iter().map(|(id, words)| Field::tick(name, id, words.clone(), chosen(id))).collect()
    };
    let name = vec![typed.fill(Field::text("name", "filters-name")).up_to(100).focused()];
    let (title, action, submit) = match edited {
        Some((id, _)) => ("filters-edit", format!("/settings/filters/{id}"), "form-save"),
        None => ("filters-create", "/settings/filters/new".to_owned(), "filters-create"),
    };
    let hidden = edited.map(|(_, version)| ("version", version.to_owned()));
    let mut sections = vec![Section::new("filters-what", None, name)];
    for (title, hint, fields) in [
        ("filters-groups", "filters-groups-hint", ticks("group", &offers.groups)),
        ("filters-teams", "filters-teams-hint", ticks("team", &offers.teams)),
    ] {
        if !fields.is_empty() {
            sections.push(Section::new(title, Some(hint), fields));
        }
    }
    FormPage {
        title: frame.texts.get(title).into_owned(),
        frame,
        lead: "",
        tabs: Vec::new(),
        notice: offers.held.clone().map(Notice::info),
        differs: Vec::new(),
        photo: None,
        action,
        hidden: hidden.into_iter().collect(),
        sections,
        submit,
        cancel: Some("/settings/filters".to_owned()),
    }
}

/// Deleting a filter; with those who have it, where it is held.
pub fn delete(frame: Frame, id: &str, name: &str, held: Option<String>) -> Sheet {
    let title = frame.texts.with("filters-delete-title", &[("name", Arg::from(name))]).into_owned();
    let lead = held.unwrap_or_else(|| frame.texts.get("filters-held-none").into_owned());
    let sheet =
        Sheet::new(frame, title, format!("/settings/filters/{id}/removal"), "filters-delete");
    Sheet { lead, danger: true, cancel: "/settings/filters".to_owned(), ..sheet }
}

/// The choice of a filter for somebody: none first, which for a user means that of the group.
pub fn choice(frame: &Frame, all: &[(String, String)], none: &'static str, typed: &Typed) -> Field {
    let none = Choice::new("", frame.texts.get(none), "?");
    let rest = all.iter().map(|(id, name)| Choice::new(id, name, "?"));
    let choices = std::iter::once(none).chain(rest).collect();
    typed.fill(Field::select("resource_filter_id", "filters-filter", choices)).optional()
}

/// Giving a user a filter of their own.
pub fn of_user(
    frame: Frame,
    id: &str,
    name: &str,
    all: &[(String, String)],
    typed: &Typed,
) -> Sheet {
    let title = frame.texts.with("filters-user-title", &[("name", Arg::from(name))]).into_owned();
    let lead = frame.texts.get("filters-user-lead").into_owned();
    let fields = vec![choice(&frame, all, "filters-as-group", typed).focused()];
    let sheet = Sheet::new(frame, title, format!("/users/{id}/filter"), "form-save");
    Sheet { lead, fields, cancel: format!("/users/{id}/access"), ..sheet }
}

/// The filter that a group passes on.
pub fn of_group(
    frame: Frame,
    id: &str,
    name: String,
    all: &[(String, String)],
    typed: &Typed,
) -> FormPage {
    let fields = vec![choice(&frame, all, "filters-everything", typed).focused()];
    let section = Section::new("filters-filter", Some("filters-group-hint"), fields);
    let address = (format!("/groups/{id}/filter"), Some("/groups".to_owned()));
    let tabs = super::groups::tabs(id, "group-filter");
    let page = super::groups::settings(frame, name, tabs, address, 0, vec![section]);
    FormPage { lead: "", ..page }
}
