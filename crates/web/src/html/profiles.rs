//! Profiles: lists, the form, and what somebody logs on with.

use texts::Arg;

use super::{
    field::{Choice, Field},
    form_page::{FormPage, Section},
    frame::Frame,
    parts::icon,
    sheet::Sheet,
    skills,
    table::{ListPage, ListRow, MenuItem, Nothing, Pager},
    typed::Typed,
};

/// The list of all profiles.
pub fn list(
    frame: Frame,
    (rows, pager): (Vec<ListRow>, Pager),
    filters: Vec<Field>,
    may_create: bool,
) -> ListPage {
    let create = MenuItem::page("/profiles/new", icon("plus"), "profiles-create");
    ListPage {
        frame,
        heading: None,
        title: "profiles-title",
        lead: "profiles-lead",
        tabs: skills::tabs("profiles-title"),
        actions: may_create.then_some(create).into_iter().collect(),
        notice: None,
        once: None,
        filters,
        address: "/profiles",
        columns: vec!["profiles-name", "profiles-owner", "profiles-skills", "profiles-people"],
        rows,
        nothing: Nothing {
            icon: icon("id-badge-2"),
            title: "profiles-none",
            hint: "profiles-none-hint",
        },
        pager,
    }
}

/// The profiles of a group.
pub fn of_group(
    frame: Frame,
    (id, name): (&str, String),
    rows: Vec<ListRow>,
    pager: Pager,
) -> ListPage {
    let create =
        MenuItem::page(format!("/profiles/new?group={id}"), icon("plus"), "profiles-create");
    let page = list(frame, (rows, pager), Vec::new(), false);
    ListPage {
        heading: Some(name),
        lead: "profiles-group-lead",
        tabs: super::groups::tabs(id, "profiles-title"),
        actions: vec![create],
        columns: vec!["profiles-name", "profiles-skills", "profiles-people"],
        ..page
    }
}

/// What can be done to a profile by those who may.
pub fn menu(id: &str) -> Vec<MenuItem> {
    vec![
        MenuItem::page(format!("/profiles/{id}"), icon("pencil"), "profiles-edit"),
        MenuItem::task(format!("/profiles/{id}/removal"), icon("trash"), "profiles-delete")
            .dangerous(),
    ]
}

/// Whose a profile in the form is.
#[derive(Debug, Clone)]
pub enum Owner {
    /// A group's or a person's, already chosen: name of the field, id, words.
    Fixed(&'static str, String, String),
    /// A group's, to be chosen: ids and names.
    Group(Vec<(String, String)>),
}

/// Creating a profile, or changing it where `edited` names its id and version.
pub fn form(
    frame: Frame,
    typed: &Typed,
    owner: Owner,
    skills: &[(String, String)],
    (edited, cancel): (Option<(&str, &str)>, String),
) -> FormPage {
    let mut what = vec![typed.fill(Field::text("name", "profiles-name")).up_to(100).focused()];
    let mut hidden = Vec::new();
    let words = match owner {
        Owner::Fixed(field, id, words) => {
            hidden.push((field, id));
            Some(words)
        }
        Owner::Group(groups) => {
            let choices = groups.iter().map(|(id, name)| Choice::new(id, name, "?")).collect();
            what.push(typed.fill(Field::select("group_id", "profiles-of_group", choices)));
            None
        }
    };
    let (title, action, submit) = match edited {
        Some((id, version)) => {
            hidden.push(("version", version.to_owned()));
            ("profiles-edit", format!("/profiles/{id}"), "form-save")
        }
        None => ("profiles-create", "/profiles/new".to_owned(), "profiles-create"),
    };
    let title = frame.texts.get(title);
    let title = words.map_or_else(|| title.to_string(), |words| format!("{title} · {words}"));
    let levels = skills::levels("profiles-skills", "profiles-skills-hint", skills, typed);
    FormPage {
        title,
        frame,
        lead: "",
        tabs: Vec::new(),
        notice: None,
        differs: Vec::new(),
        photo: None,
        action,
        hidden,
        sections: vec![Section::new("profiles-what", None, what), levels],
        submit,
        cancel: Some(cancel),
    }
}

/// Deleting a profile that so many people log on with.
pub fn delete(frame: Frame, id: &str, name: &str, people: i64, back: String) -> Sheet {
    let texts = frame.texts;
    let title = texts.with("profiles-delete-title", &[("name", Arg::from(name))]).into_owned();
    let (mut lost, mut hidden) = (Vec::new(), Vec::new());
    if people > 0 {
        lost.push(texts.with("profiles-loses-people", &[("n", Arg::from(people))]).into_owned());
        hidden.push(("untick", "true".to_owned()));
    }
    let lead = texts.get("profiles-delete-lead").into_owned();
    let sheet = Sheet::new(frame, title, format!("/profiles/{id}/removal"), "profiles-delete");
    Sheet { lead, lost, hidden, danger: true, cancel: back, ..sheet }
}

/// One box of the form about a person's work: a profile of their group.
#[derive(Debug, Clone)]
pub struct Tick {
    /// Its id.
    pub id: String,
    /// Its name and skills.
    pub words: String,
}

/// What a person answers with: ticked profiles of their group and levels of their own.
pub fn work(
    frame: Frame,
    (id, name): (&str, &str),
    ticks: &[Tick],
    skills: &[(String, String)],
    typed: &Typed,
) -> FormPage {
    let chosen = |id: &str| typed.all("profile").any(|one| one == id);
    let boxes = ticks.iter();
    let boxes: Vec<Field> = boxes
        .map(|one| Field::tick("profile", &one.id, one.words.clone(), chosen(&one.id)))
        .collect();
    let mut sections = Vec::new();
    if !boxes.is_empty() {
        sections.push(Section::new("work-ticks", Some("work-ticks-hint"), boxes));
    }
    sections.push(super::skills::levels("work-levels", "work-levels-hint", skills, typed));
    let had = typed.all("had").map(|id| ("had", id.to_owned())).collect();
    FormPage {
        title: frame.texts.with("work-edit-title", &[("name", Arg::from(name))]).into_owned(),
        frame,
        lead: "",
        tabs: Vec::new(),
        notice: None,
        differs: Vec::new(),
        photo: None,
        action: format!("/users/{id}/work/edit"),
        hidden: had,
        sections,
        submit: "form-save",
        cancel: Some(format!("/users/{id}/work")),
    }
}
