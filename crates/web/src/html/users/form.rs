//! The form of a user (SPEC USR-3): the same for creating and for editing.

use super::super::{
    field::{Choice, Field},
    form_page::Section,
    typed::Typed,
};

/// What the menus of the form offer: value and words.
#[derive(Debug, Clone, Default)]
pub struct Lists {
    /// Languages of pages.
    pub languages: Vec<(String, String)>,
    /// Roles that the actor may give.
    pub roles: Vec<(String, String)>,
    /// User groups.
    pub groups: Vec<(String, String)>,
    /// Whom the form names as supervisor: nobody, then people.
    pub supervisors: Vec<(String, String)>,
    /// Telephone exchanges.
    pub exchanges: Vec<(String, String)>,
    /// Helpdesks.
    pub helpdesks: Vec<(String, String)>,
    /// Licences.
    pub licences: Vec<(String, String)>,
    /// Fields that a licence needs, by the licence's value.
    pub needs: Vec<(String, String)>,
    /// Kinds of user.
    pub types: Vec<(String, String)>,
    /// Teams.
    pub teams: Vec<(String, String)>,
}

/// Why fields can't be changed, as text keys.
#[derive(Debug, Clone, Copy, Default)]
pub struct Locks {
    /// The person's record as a whole, for those who may only look.
    pub record: Option<&'static str>,
    /// The address, once the person has a password of their own.
    pub email: Option<&'static str>,
    /// The role.
    pub role: Option<&'static str>,
    /// The group, which has a move of its own.
    pub group: Option<&'static str>,
    /// The supervisor.
    pub supervisor: Option<&'static str>,
    /// The licence.
    pub licence: Option<&'static str>,
    /// What a user may be beside a licence.
    pub flags: Option<&'static str>,
    /// The teams.
    pub teams: Option<&'static str>,
    /// The kind of user, which stays what it was created as.
    pub user_type: Option<&'static str>,
}

/// The sections of the form.
pub fn sections(typed: &Typed, lists: &Lists, locks: &Locks, creating: bool) -> Vec<Section> {
    let mut all = vec![
        Section::new("user-form-person", None, person(typed, lists, locks)),
        Section::new("user-form-reach", Some("user-form-reach-hint"), reach(typed, locks)),
        Section::new("user-form-place", Some("user-form-place-hint"), place(typed, lists, locks)),
        Section::new("user-form-teams", Some("user-form-teams-hint"), teams(typed, lists, locks)),
        Section::new("user-form-licence", None, licence(typed, lists, locks)),
        Section::new(
            "user-form-workplace",
            Some("user-form-workplace-hint"),
            workplace(typed, lists, locks),
        ),
        Section::new("user-form-flags", Some("user-form-flags-hint"), flags(typed, locks)),
        Section::new("user-form-further", None, further(typed, locks)),
    ];
    all.retain(|section| !section.fields.is_empty());
    if creating {
        all.push(Section::new("user-form-start", Some("user-form-start-hint"), start(typed)));
    }
    all
}

fn menu(
    typed: &Typed,
    name: &'static str,
    label: &'static str,
    list: &[(String, String)],
    empty: bool,
) -> Field {
    let none = empty.then(|| Choice::new("", "–", "?"));
    let rest = list.iter().map(|(value, words)| Choice::new(value, words, "?"));
    typed.fill(Field::select(name, label, none.into_iter().chain(rest).collect()))
}

fn person(typed: &Typed, lists: &Lists, locks: &Locks) -> Vec<Field> {
    let text = |name, label| typed.fill(Field::text(name, label)).because(locks.record);
    vec![
        text("first_name", "user-first_name").optional().focused(),
        text("last_name", "user-last_name").optional(),
        text("username", "user-username").hint("user-username-hint").up_to(64),
        text("display_name", "user-display_name").optional().hint("user-display_name-hint"),
        menu(typed, "language", "user-language", &lists.languages, false).because(locks.record),
        menu(typed, "user_type", "user-user_type", &lists.types, false).because(locks.user_type),
    ]
}

fn reach(typed: &Typed, locks: &Locks) -> Vec<Field> {
    vec![
        typed
            .fill(Field::new("email", "email", "user-email"))
            .optional()
            .because(locks.email.or(locks.record)),
        typed
            .fill(Field::new("tel", "mobile", "user-mobile"))
            .optional()
            .hint("user-mobile-hint")
            .because(locks.record),
    ]
}

fn place(typed: &Typed, lists: &Lists, locks: &Locks) -> Vec<Field> {
    vec![
        menu(typed, "role_id", "user-role_id", &lists.roles, false).because(locks.role),
        menu(typed, "group_id", "user-group_id", &lists.groups, false).because(locks.group),
        above(typed, lists).hint("picker-hint-one").because(locks.supervisor),
    ]
}

fn above(typed: &Typed, lists: &Lists) -> Field {
    let (nobody, known) = lists
        .supervisors
        .split_first()
        .map_or(("", &[][..]), |(first, rest)| (first.1.as_str(), rest));
    let known = known.iter().cloned();
    typed.fill_people(Field::person("reports_to", "user-reports_to", nobody.to_owned(), known))
}

fn teams(typed: &Typed, lists: &Lists, locks: &Locks) -> Vec<Field> {
    let chosen = |id: &str| typed.all("team_ids").any(|one| one == id);
    if locks.teams.is_some() {
        let theirs = lists.teams.iter().filter(|(id, _)| chosen(id)).map(|(_, name)| name.as_str());
        let names = theirs.collect::<Vec<_>>().join(", ");
        let field = Field::text("teams", "user-form-teams").value(&names).because(locks.teams);
        return if names.is_empty() { Vec::new() } else { vec![field] };
    }
    let tick =
        |(id, name): &(String, String)| Field::tick("team_ids", id, name.clone(), chosen(id));
    lists.teams.iter().map(tick).collect()
}

fn licence(typed: &Typed, lists: &Lists, locks: &Locks) -> Vec<Field> {
    let mut licence = menu(typed, "licence", "user-licence", &lists.licences, true);
    for choice in &mut licence.choices {
        if let Some((_, needs)) = lists.needs.iter().find(|(value, _)| *value == choice.value) {
            choice.needs.clone_from(needs);
        }
    }
    vec![
        licence.optional().hint("user-licence-hint").because(locks.licence),
        typed
            .fill(Field::text("numeric_id", "user-numeric_id"))
            .optional()
            .hint("user-numeric_id-hint")
            .more("/users/numeric-ids", "numeric-ids-title")
            .up_to(6)
            .because(locks.record),
    ]
}

/// What licences ask for. With script only what the chosen one needs is on show, and what is filled in.
fn workplace(typed: &Typed, lists: &Lists, locks: &Locks) -> Vec<Field> {
    vec![
        menu(typed, "exchange_id", "user-exchange_id", &lists.exchanges, true)
            .optional()
            .hint("user-exchange_id-hint")
            .folding()
            .because(locks.record),
        typed
            .fill(Field::text("extension", "user-extension"))
            .optional()
            .hint("user-extension-hint")
            .more("/exchanges", "exchanges-title")
            .folding()
            .up_to(10)
            .because(locks.record),
        menu(typed, "helpdesk_id", "user-helpdesk_id", &lists.helpdesks, true)
            .optional()
            .hint("user-helpdesk_id-hint")
            .folding()
            .because(locks.record),
    ]
}

fn flags(typed: &Typed, locks: &Locks) -> Vec<Field> {
    let flag = |name, label| {
        typed.fill(Field::new("checkbox", name, label).optional()).wide().because(locks.flags)
    };
    vec![
        flag("api_communicator", "user-api_communicator"),
        flag("statutory_representative", "user-statutory_representative"),
        flag("do_not_invoice", "user-do_not_invoice"),
    ]
}

fn further(typed: &Typed, locks: &Locks) -> Vec<Field> {
    vec![
        typed
            .fill(Field::text("keywords", "user-keywords"))
            .optional()
            .hint("user-keywords-hint")
            .up_to(500)
            .because(locks.record),
        typed.fill(Field::text("external_id", "user-external_id")).optional().because(locks.record),
        typed
            .fill(Field::new("textarea", "note", "user-note"))
            .optional()
            .wide()
            .up_to(4000)
            .because(locks.record),
    ]
}

fn start(typed: &Typed) -> Vec<Field> {
    vec![
        typed
            .fill(Field::new("password", "password", "user-password"))
            .fills("new-password")
            .optional()
            .hint("user-password-hint"),
        typed.fill(Field::new("checkbox", "generate", "user-generate").optional()),
    ]
}

/// The label of a field of the form, where two versions of it may differ.
pub fn label(name: &str) -> Option<&'static str> {
    Some(match name {
        "first_name" => "user-first_name",
        "last_name" => "user-last_name",
        "username" => "user-username",
        "display_name" => "user-display_name",
        "language" => "user-language",
        "email" => "user-email",
        "mobile" => "user-mobile",
        "role_id" => "user-role_id",
        "reports_to" => "user-reports_to",
        "licence" => "user-licence",
        "exchange_id" => "user-exchange_id",
        "extension" => "user-extension",
        "helpdesk_id" => "user-helpdesk_id",
        "numeric_id" => "user-numeric_id",
        "keywords" => "user-keywords",
        "api_communicator" => "user-api_communicator",
        "statutory_representative" => "user-statutory_representative",
        "do_not_invoice" => "user-do_not_invoice",
        "external_id" => "user-external_id",
        "note" => "user-note",
        _ => return None,
    })
}
