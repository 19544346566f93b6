//! Roles: the list, the editor of permissions and scopes, and why somebody can do something.

use domain::access::{Action, Reach};
use texts::{Arg, Texts};

use super::{
    field::{Choice, Field},
    form_page::{FormPage, Section},
    frame::Frame,
    parts::{Notice, icon},
    sheet::Sheet,
    table::{ListPage, ListRow, MenuItem, Nothing, Pager},
    typed::Typed,
};

/// A permission in words.
pub fn permission(texts: Texts, action: Action) -> String {
    texts.get(&format!("permission-{}", action.as_str().replace('.', "-"))).into_owned()
}

const fn scope(reach: Reach) -> &'static str {
    if reach.holds(Reach::ORGANISATION) {
        "scope-organisation"
    } else if reach.holds(Reach::GROUPS) {
        "scope-groups"
    } else if reach.holds(Reach::TEAMS) {
        "scope-teams"
    } else if reach.holds(Reach::REPORTS) {
        "scope-reports"
    } else {
        "scope-own"
    }
}

/// Scopes in words.
pub fn scopes(texts: Texts, reach: Reach) -> String {
    let held = Reach::NAMES.iter().filter(|(one, _)| reach.holds(*one));
    held.map(|(one, _)| texts.get(scope(*one))).collect::<Vec<_>>().join(", ")
}

/// The list of roles.
pub fn list(frame: Frame, rows: Vec<ListRow>) -> ListPage {
    ListPage {
        frame,
        heading: None,
        title: "roles-title",
        lead: "roles-lead",
        tabs: Vec::new(),
        actions: vec![MenuItem::task("/roles/new", icon("plus"), "roles-create")],
        notice: None,
        once: None,
        filters: Vec::new(),
        address: "/roles",
        columns: vec!["roles-name", "roles-users", "roles-kind", "roles-permissions"],
        rows,
        nothing: Nothing { icon: icon("shield-lock"), title: "roles-title", hint: "roles-lead" },
        pager: Pager::default(),
    }
}

/// What can be done with a role.
pub fn menu(id: &str, built_in: bool) -> Vec<MenuItem> {
    let look = if built_in { "roles-look" } else { "roles-edit" };
    let mut items = vec![
        MenuItem::page(format!("/roles/{id}"), icon("list-details"), look),
        MenuItem::task(format!("/roles/new?copy={id}"), icon("copy"), "roles-copy"),
        MenuItem::task(format!("/roles/{id}/second-factor"), icon("shield-check"), "roles-second"),
    ];
    if !built_in {
        let removal = MenuItem::task(format!("/roles/{id}/removal"), icon("trash"), "roles-delete");
        items.push(removal.dangerous());
    }
    items
}

/// Copying a role.
pub fn create(frame: Frame, roles: Vec<Choice>, typed: &Typed) -> Sheet {
    let title = frame.texts.get("roles-create").into_owned();
    let lead = frame.texts.get("roles-create-lead").into_owned();
    let fields = vec![
        typed.fill(Field::text("name", "roles-name")).up_to(100).focused(),
        typed.fill(Field::select("copy_of", "roles-copy_of", roles)),
    ];
    let sheet = Sheet::new(frame, title, "/roles/new", "roles-create");
    Sheet { lead, fields, cancel: "/roles".to_owned(), ..sheet }
}

/// One permission of the editor: what it is, and the scopes it goes by with those that are ticked.
fn row(texts: Texts, action: Action, typed: &Typed, locked: bool) -> Field {
    let choices = action.scopes().iter().map(|one| {
        let value = format!("{}:{}", action.as_str(), one.said());
        let chosen = typed.all("grant").any(|grant| grant == value);
        Choice { chosen, ..Choice::new(value, texts.get(scope(*one)), "?") }
    });
    let why = locked.then_some("roles-built_in-fixed");
    let field = Field::new("scopes", "grant", "").because(why);
    Field { said: Some(permission(texts, action)), choices: choices.collect(), ..field }
}

/// The rooms of the editor with their titles. What stands in none of them would be lost on saving, save what
/// everyone holds.
const ROOMS: &[(&str, &str)] = &[
    ("users", "roles-room-users"),
    ("profile", "roles-room-own"),
    ("invitations", "roles-room-invitations"),
    ("teams", "roles-room-teams"),
    ("roles", "roles-room-roles"),
    ("groups", "roles-room-groups"),
    ("settings", "roles-room-settings"),
    ("resource_filters", "filters-title"),
    ("skills", "skills-title"),
    ("profiles", "profiles-title"),
    ("identity_providers", "sso-title"),
    ("exchanges", "roles-room-telephony"),
    ("helpdesks", "roles-room-helpdesks"),
    ("licences", "roles-room-licences"),
    ("dashboard", "roles-room-dashboard"),
    ("organisation", "roles-room-organisation"),
    ("audit", "roles-room-audit"),
    ("tokens", "roles-room-tokens"),
];

/// The editor: permissions by room, each with its scopes. Built-in roles can only be looked at.
pub fn editor(
    frame: Frame,
    (id, name, version): (&str, &str, i64),
    locked: bool,
    typed: &Typed,
) -> FormPage {
    let texts = frame.texts;
    let mut sections = Vec::new();
    if !locked {
        let what = vec![typed.fill(Field::text("name", "roles-name")).up_to(100).wide()];
        sections.push(Section::new("roles-what", None, what));
    }
    for (room, title) in ROOMS {
        let here = Action::ALL.iter().filter(|action| action.room() == *room);
        let fields: Vec<Field> = here.map(|action| row(texts, *action, typed, locked)).collect();
        if !fields.is_empty() {
            sections.push(Section::new(title, None, fields));
        }
    }
    FormPage {
        title: name.to_owned(),
        lead: if locked { "roles-built_in-lead" } else { "roles-edit-lead" },
        tabs: Vec::new(),
        notice: None,
        differs: Vec::new(),
        photo: None,
        action: format!("/roles/{id}"),
        hidden: vec![("version", version.to_string())],
        sections,
        submit: if locked { "roles-back" } else { "roles-look-first" },
        cancel: Some("/roles".to_owned()),
        frame,
    }
}

/// Who gains and loses what, to be confirmed (SPEC ROL-5).
pub fn review(
    frame: Frame,
    (id, name): (&str, &str),
    users: i64,
    (gained, lost): (Vec<String>, Vec<String>),
    hidden: Vec<(&'static str, String)>,
) -> Sheet {
    let title = frame.texts.with("roles-review", &[("name", Arg::from(name))]).into_owned();
    let lead = frame.texts.with("roles-review-users", &[("n", Arg::from(users))]).into_owned();
    let mut kept = Vec::new();
    if gained.is_empty() && lost.is_empty() {
        kept.push(frame.texts.get("roles-review-nothing").into_owned());
    }
    let sheet = Sheet::new(frame, title, format!("/roles/{id}"), "form-save");
    Sheet { lead, lost, changed: gained, kept, hidden, cancel: format!("/roles/{id}"), ..sheet }
}

/// Deleting a role, with another for those who have it.
pub fn delete(
    frame: Frame,
    (id, name): (&str, &str),
    users: i64,
    others: Vec<Choice>,
    typed: &Typed,
) -> Sheet {
    let title = frame.texts.with("roles-delete-title", &[("name", Arg::from(name))]).into_owned();
    let lead = frame.texts.with("roles-delete-lead", &[("n", Arg::from(users))]).into_owned();
    let other = typed.fill(Field::select("replacement", "roles-replacement", others));
    let fields = if users > 0 { vec![other.focused()] } else { Vec::new() };
    let sheet = Sheet::new(frame, title, format!("/roles/{id}/removal"), "roles-delete");
    Sheet { lead, fields, danger: true, cancel: "/roles".to_owned(), ..sheet }
}

/// Asking those who have a role for a second factor (SPEC ACC-5).
pub fn second_factor(
    frame: Frame,
    (id, name, version): (&str, &str, i64),
    required: bool,
) -> Sheet {
    let title = frame.texts.with("roles-second-title", &[("name", Arg::from(name))]).into_owned();
    let lead = frame.texts.get("roles-second-lead").into_owned();
    let value = if required { "true" } else { "" };
    let field = Field::new("checkbox", "required", "roles-second-required").value(value);
    let hidden = vec![("version", version.to_string())];
    let sheet = Sheet::new(frame, title, format!("/roles/{id}/second-factor"), "form-save");
    Sheet { lead, fields: vec![field], hidden, cancel: "/roles".to_owned(), ..sheet }
}

/// The grants beside a role.
pub fn grants(frame: Frame, id: &str, name: &str, version: i64, typed: &Typed) -> Sheet {
    let title = frame.texts.with("access-grants-title", &[("name", Arg::from(name))]).into_owned();
    let fields = vec![
        typed.fill(Field::new("checkbox", "device_management", "access-device_management")),
        typed
            .fill(Field::new("checkbox", "support_management", "access-support_management"))
            .hint("access-support_management-hint"),
    ];
    let hidden = vec![("version", version.to_string())];
    let sheet = Sheet::new(frame, title, format!("/users/{id}/grants"), "form-save");
    Sheet { fields, hidden, cancel: format!("/users/{id}/access"), ..sheet }
}

/// Asking why somebody can do something; `lines` answer the last question.
pub fn why(frame: Frame, id: &str, name: &str, typed: &Typed, lines: Vec<String>) -> FormPage {
    let texts = frame.texts;
    let all = Action::ALL.iter();
    let choices =
        all.map(|action| Choice::new(action.as_str(), permission(texts, *action), "?")).collect();
    let fields = vec![
        typed.fill(Field::select("permission", "access-permission", choices)).wide(),
        typed.fill(Field::text("target", "why-target")).hint("why-target-hint").optional().wide(),
    ];
    FormPage {
        title: texts.with("why-title", &[("name", Arg::from(name))]).into_owned(),
        lead: "why-lead",
        tabs: Vec::new(),
        notice: (!lines.is_empty()).then(|| Notice::info(lines.join(" "))),
        differs: Vec::new(),
        photo: None,
        action: format!("/users/{id}/why"),
        hidden: Vec::new(),
        sections: vec![Section::new("why-question", None, fields)],
        submit: "why-ask",
        cancel: Some(format!("/users/{id}/access")),
        frame,
    }
}

#[cfg(test)]
mod tests {
    use domain::access::Action;

    use super::ROOMS;

    #[test]
    fn rol_2_the_editor_shows_every_permission() {
        // What nobody can be without is not a choice.
        let own = [Action::SelfService, Action::FactorsOwn];
        for action in Action::ALL.iter().filter(|action| !own.contains(action)) {
            let shown = ROOMS.iter().any(|(room, _)| *room == action.room());
            assert!(shown, "{} would be lost on saving", action.as_str());
        }
    }
}
