//! Skills: the list and its short tasks; fields for levels.

use texts::Arg;

use super::{
    field::{Choice, Field},
    form_page::Section,
    frame::Frame,
    parts::icon,
    sheet::Sheet,
    table::{ListPage, ListRow, MenuItem, Nothing, Pager, Tab},
    typed::Typed,
};

/// The tabs of the pages about skills.
pub fn tabs(here: &'static str) -> Vec<Tab> {
    let all = [
        ("/skills", "skills-title"),
        ("/skills/levels", "levels-title"),
        ("/profiles", "profiles-title"),
    ];
    all.map(|(href, key)| Tab::new(href, key, key == here)).into()
}

/// The list of skills.
pub fn list(frame: Frame, rows: Vec<ListRow>, pager: Pager, may_manage: bool) -> ListPage {
    let create = MenuItem::task("/skills/new", icon("plus"), "skills-create");
    ListPage {
        frame,
        heading: None,
        title: "skills-title",
        lead: "skills-lead",
        tabs: tabs("skills-title"),
        actions: may_manage.then_some(create).into_iter().collect(),
        notice: None,
        once: None,
        filters: Vec::new(),
        address: "/skills",
        columns: vec!["skills-name", "skills-note", "skills-people", "skills-profiles"],
        rows,
        nothing: Nothing {
            icon: icon("certificate"),
            title: "skills-none",
            hint: "skills-none-hint",
        },
        pager,
    }
}

/// What can be done to a skill by those who manage them.
pub fn menu(id: &str) -> Vec<MenuItem> {
    vec![
        MenuItem::task(format!("/skills/{id}"), icon("pencil"), "skills-edit"),
        MenuItem::task(format!("/skills/{id}/removal"), icon("trash"), "skills-delete").dangerous(),
    ]
}

/// Creating a skill, or changing it where `edited` names its id and version.
pub fn form(frame: Frame, typed: &Typed, edited: Option<(&str, &str)>) -> Sheet {
    let (title, action, submit) = match edited {
        Some((id, _)) => ("skills-edit", format!("/skills/{id}"), "form-save"),
        None => ("skills-create", "/skills/new".to_owned(), "skills-create"),
    };
    let note = Field::new("textarea", "note", "skills-note").up_to(4000).hint("skills-note-hint");
    let fields = vec![
        typed.fill(Field::text("name", "skills-name")).up_to(100).focused(),
        typed.fill(note).optional(),
    ];
    let hidden = edited.map(|(_, version)| ("version", version.to_owned())).into_iter().collect();
    let sheet = Sheet::new(frame.clone(), frame.texts.get(title).into_owned(), action, submit);
    Sheet { fields, hidden, cancel: "/skills".to_owned(), ..sheet }
}

/// Deleting a skill that so many people and profiles have.
pub fn delete(frame: Frame, id: &str, name: &str, (people, profiles): (i64, i64)) -> Sheet {
    let texts = frame.texts;
    let title = texts.with("skills-delete-title", &[("name", Arg::from(name))]).into_owned();
    let counts = [("skills-loses-people", people), ("skills-loses-profiles", profiles)];
    let lost: Vec<String> = counts
        .iter()
        .filter(|(_, n)| *n > 0)
        .map(|(key, n)| texts.with(key, &[("n", Arg::from(*n))]).into_owned())
        .collect();
    let lead = if lost.is_empty() { "skills-delete-unused" } else { "skills-delete-used" };
    let hidden = if lost.is_empty() { Vec::new() } else { vec![("withdraw", "true".to_owned())] };
    let lead = texts.get(lead).into_owned();
    let sheet = Sheet::new(frame, title, format!("/skills/{id}/removal"), "skills-delete");
    Sheet { lead, lost, hidden, danger: true, cancel: "/skills".to_owned(), ..sheet }
}

/// One field for each skill: `typed` holds `level.ID` and, where a change by somebody else matters, `was.ID`.
pub fn levels(
    title: &'static str,
    hint: &'static str,
    skills: &[(String, String)],
    typed: &Typed,
) -> Section {
    let field = |(id, name): &(String, String)| {
        let field = Field::new("level", format!("level.{id}"), "").up_to(1);
        let field = typed.fill(field).optional();
        let was = typed.value(&format!("was.{id}")).to_owned();
        let choice =
            Choice { value: format!("was.{id}"), label: name.clone(), chosen: false, needs: was };
        Field { choices: vec![choice], ..field }
    };
    Section::new(title, Some(hint), skills.iter().map(field).collect())
}
