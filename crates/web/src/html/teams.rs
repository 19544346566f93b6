//! Teams, their members, and the places they work at.

use texts::Arg;

use super::{
    field::{Choice, Field},
    form_page::{FormPage, Section},
    frame::Frame,
    parts::icon,
    sheet::Sheet,
    table::{ListPage, ListRow, MenuItem, Nothing, Pager, Tab},
    typed::Typed,
};

/// The tabs of teams and locations.
fn tabs(here: &'static str, may_manage: bool) -> Vec<Tab> {
    let all = [
        ("/teams", "teams-title"),
        ("/users?team=none", "teams-unallocated"),
        ("/locations", "location-title"),
    ];
    let shown = all.into_iter().filter(|(_, key)| may_manage || *key == "teams-title");
    shown.map(|(href, key)| Tab::new(href.to_owned(), key, key == here)).collect()
}

/// The list of teams.
pub fn list(frame: Frame, rows: Vec<ListRow>, may_manage: bool) -> ListPage {
    let create = MenuItem::page("/teams/new", icon("plus"), "teams-create");
    ListPage {
        frame,
        heading: None,
        title: "teams-title",
        lead: "teams-lead",
        tabs: tabs("teams-title", may_manage),
        actions: may_manage.then_some(create).into_iter().collect(),
        notice: None,
        once: None,
        filters: Vec::new(),
        address: "/teams",
        columns: vec!["teams-name", "teams-location", "teams-leaders", "teams-members"],
        rows,
        nothing: Nothing { icon: icon("affiliate"), title: "teams-none", hint: "teams-none-hint" },
        pager: Pager::default(),
    }
}

/// What can be done to a team.
pub fn menu(id: &str) -> Vec<MenuItem> {
    let at = |step: &str| format!("/teams/{id}/{step}");
    vec![
        MenuItem::task(at("members"), icon("user-plus"), "teams-add"),
        MenuItem::page(at("edit"), icon("pencil"), "teams-edit"),
        MenuItem::task(at("removal"), icon("trash"), "teams-delete").dangerous(),
    ]
}

/// What the form of a team offers.
#[derive(Debug, Clone, Default)]
pub struct Offers {
    /// Locations.
    pub locations: Vec<(String, String)>,
    /// Who leads it, of those on the form.
    pub leaders: Vec<(String, String)>,
}

/// Creating a team, or changing it where `edited` names its id and version.
pub fn form(
    frame: Frame,
    typed: &Typed,
    offers: &Offers,
    edited: Option<(&str, &str)>,
) -> FormPage {
    let nowhere = Choice::new("", frame.texts.get("teams-nowhere"), "?");
    let places = offers.locations.iter().map(|(id, name)| Choice::new(id, name, "?"));
    let places = std::iter::once(nowhere).chain(places).collect();
    let what = vec![
        typed.fill(Field::text("name", "teams-name")).up_to(100).focused(),
        typed.fill(Field::select("location_id", "teams-location", places)).optional(),
        typed
            .fill(Field::new("checkbox", "takes_incidents", "teams-takes_incidents"))
            .hint("teams-takes_incidents-hint")
            .wide(),
    ];
    let leaders = Field::people("leader", "teams-leaders", offers.leaders.clone());
    let leaders = vec![typed.fill_people(leaders).hint("picker-hint")];
    let (title, action, submit) = match edited {
        Some((id, _)) => ("teams-edit", format!("/teams/{id}/edit"), "form-save"),
        None => ("teams-create", "/teams/new".to_owned(), "teams-create"),
    };
    let hidden = edited.map(|(_, version)| ("version", version.to_owned()));
    FormPage {
        title: frame.texts.get(title).into_owned(),
        frame,
        lead: "",
        tabs: Vec::new(),
        notice: None,
        differs: Vec::new(),
        photo: None,
        action,
        hidden: hidden.into_iter().collect(),
        sections: vec![
            Section::new("teams-what", None, what),
            Section::new("teams-leaders", Some("teams-leaders-hint"), leaders),
        ],
        submit,
        cancel: Some("/teams".to_owned()),
    }
}

/// Who is in a team.
pub fn members(
    frame: Frame,
    id: &str,
    name: String,
    rows: Vec<ListRow>,
    pager: Pager,
    (may_manage, history): (bool, bool),
) -> ListPage {
    let at = |end: &str| format!("/teams/{id}{end}");
    let tabs = vec![
        Tab::new(at(""), "teams-now", !history),
        Tab::new(at("?history=true"), "teams-history", history),
    ];
    let actions = vec![
        MenuItem::page(at("/edit"), icon("pencil"), "teams-edit"),
        MenuItem::task(at("/members"), icon("user-plus"), "teams-add"),
    ];
    ListPage {
        frame,
        heading: Some(name),
        title: "teams-members",
        lead: "",
        tabs,
        actions: if may_manage { actions } else { Vec::new() },
        notice: None,
        once: None,
        filters: Vec::new(),
        address: "/teams",
        columns: vec!["users-column-name", "teams-from", "teams-until"],
        rows,
        nothing: Nothing { icon: icon("users"), title: "teams-nobody", hint: "teams-nobody-hint" },
        pager,
    }
}

fn task(frame: Frame, title: String, action: String, submit: &'static str) -> Sheet {
    let cancel = frame.path.clone();
    Sheet { cancel, ..Sheet::new(frame, title, action, submit) }
}

/// Deleting a team.
pub fn delete(frame: Frame, id: &str, name: &str, members: i64) -> Sheet {
    let title = frame.texts.with("teams-delete-title", &[("name", Arg::from(name))]).into_owned();
    let lead = frame.texts.with("teams-delete-lead", &[("n", Arg::from(members))]).into_owned();
    let lost = vec![frame.texts.get("teams-loses-history").into_owned()];
    let sheet = task(frame, title, format!("/teams/{id}/removal"), "teams-delete");
    Sheet { lead, lost, danger: true, cancel: "/teams".to_owned(), ..sheet }
}

/// Putting somebody into a team.
pub fn add(
    frame: Frame,
    id: &str,
    name: &str,
    chosen: &[(String, String)],
    typed: &Typed,
) -> Sheet {
    let title = frame.texts.with("teams-add-title", &[("name", Arg::from(name))]).into_owned();
    let people = Field::people("member", "teams-members", chosen.iter().cloned());
    let fields = vec![
        typed.fill_people(people).hint("picker-hint").focused(),
        typed
            .fill(Field::new("date", "starts_on", "teams-from"))
            .hint("teams-from-hint")
            .optional(),
        typed.fill(Field::new("date", "ends_on", "teams-until")).optional(),
    ];
    let sheet = task(frame, title, format!("/teams/{id}/members"), "teams-add");
    Sheet { fields, cancel: format!("/teams/{id}"), ..sheet }
}

/// Taking somebody out of a team.
pub fn end(frame: Frame, id: &str, user: (&str, &str), team: &str) -> Sheet {
    let values = [("name", Arg::from(user.1)), ("team", Arg::from(team))];
    let title = frame.texts.with("teams-end-title", &values).into_owned();
    let kept = vec![frame.texts.get("teams-keeps-history").into_owned()];
    let action = format!("/teams/{id}/members/{}/end", user.0);
    let sheet = task(frame, title, action, "teams-end");
    Sheet { kept, danger: true, cancel: format!("/teams/{id}"), ..sheet }
}

/// The list of locations.
pub fn locations(frame: Frame, rows: Vec<ListRow>) -> ListPage {
    ListPage {
        frame,
        heading: None,
        title: "location-title",
        lead: "location-lead",
        tabs: tabs("location-title", true),
        actions: vec![MenuItem::task("/locations/new", icon("plus"), "location-create")],
        notice: None,
        once: None,
        filters: Vec::new(),
        address: "/locations",
        columns: vec!["location-name"],
        rows,
        nothing: Nothing {
            icon: icon("map-pin"),
            title: "location-none",
            hint: "location-none-hint",
        },
        pager: Pager::default(),
    }
}

/// What can be done to a location.
pub fn location_menu(id: &str) -> Vec<MenuItem> {
    vec![
        MenuItem::task(format!("/locations/{id}/name"), icon("pencil"), "location-rename"),
        MenuItem::task(format!("/locations/{id}/removal"), icon("trash"), "location-delete")
            .dangerous(),
    ]
}

/// Creating a location, or giving it another name where `edited` names its id and version.
pub fn location(frame: Frame, typed: &Typed, edited: Option<(&str, &str)>) -> Sheet {
    let (title, action, submit) = match edited {
        Some((id, _)) => ("location-rename", format!("/locations/{id}/name"), "form-save"),
        None => ("location-create", "/locations/new".to_owned(), "location-create"),
    };
    let title = frame.texts.get(title).into_owned();
    let fields = vec![typed.fill(Field::text("name", "location-name")).up_to(100).focused()];
    let hidden = edited.map(|(_, version)| ("version", version.to_owned())).into_iter().collect();
    Sheet { fields, hidden, cancel: "/locations".to_owned(), ..task(frame, title, action, submit) }
}

/// Deleting a location.
pub fn delete_location(frame: Frame, id: &str, name: &str) -> Sheet {
    let values = [("name", Arg::from(name))];
    let title = frame.texts.with("location-delete-title", &values).into_owned();
    let sheet = task(frame, title, format!("/locations/{id}/removal"), "location-delete");
    Sheet { danger: true, cancel: "/locations".to_owned(), ..sheet }
}
