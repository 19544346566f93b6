//! Sample pages of one person: page, form, steps, invitations.

use kernel::{Code, Span};
use texts::{Arg, Texts, Zone};

use super::{
    super::{
        audit, doors,
        field::{Choice, Field},
        form_page::{Differs, FormPage, PhotoForm},
        frame::Place,
        invitations, me,
        parts::{Chip, Face, Notice, When, icon},
        sheet::Sheet,
        table::{Cell, ListRow, MenuItem, Pager, Tab},
        timeline::{AuditList, Entry},
        typed::Typed,
        users::{
            Body, Facts, Person, TabTable,
            form::{self, Lists, Locks},
            steps::{self, Whom},
        },
    },
    Sample,
    frame::frame,
    sample,
    users::moment,
};

/// All of them.
pub(super) fn all(texts: Texts) -> Vec<Sample> {
    let people = || frame(texts, Place::Users);
    let whom = Whom { id: "3".into(), name: "Žofie Černá".into(), version: 4 };
    let blank = Typed::default();
    let supervisors = [("1".to_owned(), "Ingrid Østby".to_owned())];
    let step = |name, sheet: &Sheet| sample(name, sheet, texts);
    let losses = steps::Losses { reports: 3, sessions: 2, logged_on: true };
    vec![
        sample("person", &person(texts), texts),
        sample("person-security", &security(texts), texts),
        sample("person-history", &history(texts), texts),
        sample("user-new", &new_user(texts), texts),
        sample("user-edit", &edited(texts), texts),
        step("step-suspend", &steps::suspend(people(), &whom, &blank)),
        step("step-activate", &steps::activate(people(), &whom)),
        step("step-deactivate", &steps::deactivate(people(), &whom, &blank)),
        step("step-ownership", &steps::ownership(people(), &whom)),
        step("step-reactivate", &steps::reactivate(people(), &whom)),
        step("step-remove", &steps::remove(people(), &whom, losses)),
        step("step-supervisor", &steps::supervisor(people(), &whom, &supervisors, &blank)),
        step("step-first-password", &steps::first_password(people(), &whom, &blank)),
        step("step-reset", &steps::reset(people(), &whom)),
        sample("invitations", &invited(texts), texts),
        sample("invite", &invite(texts), texts),
        sample("audit", &log(texts), texts),
    ]
}

fn person(texts: Texts) -> Person {
    let zone = Zone::utc();
    let lang = texts.lang();
    Person {
        role: "Supervisor".to_owned(),
        frame: frame(texts, Place::Users),
        id: "3".into(),
        back: "/users".into(),
        face: Face::of("Žofie Černá", "zofie", None).sized("face-large"),
        name: "Žofie Černá".into(),
        second: "zofie@nordlys.example".into(),
        chips: vec![
            Chip::state("active", "logged_in"),
            Chip::new("chip-info", icon("shield-lock"), "role-supervisor"),
        ],
        notice: None,
        actions: vec![
            MenuItem::page("/users/3/edit", icon("pencil"), "user-edit"),
            MenuItem::task("/users/3/suspension", icon("ban"), "user-suspend"),
        ],
        more: vec![
            MenuItem::task("/users/3/supervisor", icon("hierarchy-2"), "user-supervisor"),
            MenuItem::task("/users/3/removal", icon("trash"), "user-remove").dangerous(),
        ],
        tabs: tabs("person-tab-profile"),
        body: Body::Facts(
            vec![
                Facts {
                    title: "person-contact",
                    facts: vec![
                        (
                            "user-email",
                            Cell::Link(
                                "mailto:zofie@nordlys.example".into(),
                                "zofie@nordlys.example".into(),
                            ),
                        ),
                        ("user-mobile", Cell::Empty),
                        ("user-language", Cell::Text("Čeština".into())),
                    ],
                },
                Facts {
                    title: "person-work",
                    facts: vec![
                        ("user-numeric_id", Cell::Number("1001".into())),
                        ("user-keywords", Cell::Text("printers, VPN".into())),
                        ("person-created", Cell::When(When::day(lang, &zone, moment()))),
                    ],
                },
            ],
            Vec::new(),
        ),
    }
}

fn tabs(here: &str) -> Vec<Tab> {
    ["person-tab-profile", "person-tab-access", "person-tab-security", "person-tab-history"]
        .map(|key| Tab::new("/users/3", key, key == here))
        .into()
}

fn sessions(texts: Texts) -> Vec<ListRow> {
    let zone = Zone::utc();
    let ago = |hours| {
        Cell::When(When::relative(
            texts.lang(),
            &zone,
            moment().minus(Span::hours(hours)),
            moment(),
        ))
    };
    let agent = "Mozilla/5.0 (Windows NT 10.0) Chrome/130.0 Safari/537.36";
    let row = |id: &str, state: Cell, menu| ListRow {
        id: id.into(),
        cells: vec![
            Cell::Text(texts::client(texts, agent)),
            Cell::Text("192.0.2.17".into()),
            ago(9),
            ago(1),
            state,
        ],
        menu,
    };
    let this = Chip::new("chip-info", icon("map-pin"), "session-this");
    let living = Chip::new("chip-good", icon("circle-check"), "session-living");
    let end = MenuItem::task("/me/sessions/2/end", icon("logout"), "session-end");
    vec![row("1", Cell::Chip(this), Vec::new()), row("2", Cell::Chip(living), vec![end])]
}

fn security(texts: Texts) -> Person {
    let table = TabTable {
        title: "person-sessions",
        nothing: "person-sessions-none",
        columns: me::SESSION_COLUMNS.to_vec(),
        rows: sessions(texts),
        ..TabTable::default()
    };
    let none = TabTable {
        title: "person-sign-ins",
        nothing: "person-sign-ins-none",
        columns: Vec::new(),
        rows: Vec::new(),
        ..TabTable::default()
    };
    Person {
        tabs: tabs("person-tab-security"),
        notice: Some(Notice::warn(
            texts.with("person-reason", &[("reason", Arg::from("Left the building"))]),
        )),
        body: Body::Facts(Vec::new(), vec![table, none]),
        ..person(texts)
    }
}

fn entries(texts: Texts) -> Vec<Entry> {
    let zone = Zone::utc();
    let entry = |action: &str, hours, before: &str, after: &str| Entry {
        icon: audit::picture(action),
        what: audit::action(texts, action),
        subject: Some(("Žofie Černá".into(), Some("/users/3".into()))),
        by: audit::by(texts, "user", "Ingrid Østby", "api"),
        when: When::relative(texts.lang(), &zone, moment().minus(Span::hours(hours)), moment()),
        changes: audit::changes(texts, before, after, &std::collections::BTreeMap::new()),
        origin: String::new(),
    };
    vec![
        entry(
            "user.suspended",
            2,
            r#"{"lifecycle":"active"}"#,
            r#"{"lifecycle":"suspended","reason":"Holiday"}"#,
        ),
        entry("user.updated", 30, r#"{"first_name":"Zofie"}"#, r#"{"first_name":"Žofie"}"#),
        entry("user.created", 700, "{}", "{}"),
    ]
}

fn history(texts: Texts) -> Person {
    let body = Body::History(
        entries(texts),
        Pager { next: Some("/users/3/history?cursor=x".into()), ..Pager::default() },
    );
    Person { tabs: tabs("person-tab-history"), body, ..person(texts) }
}

fn log(texts: Texts) -> AuditList {
    let from = Field::new("date", "from", "audit-filter-from").optional();
    let nouns = vec![
        Choice::new("", texts.get("list-any"), ""),
        Choice::new("user.", texts.get("audit-noun-user"), ""),
    ];
    AuditList {
        frame: frame(texts, Place::Audit),
        tabs: super::super::timeline::tabs("audit-changes"),
        filters: vec![Field::select("action", "audit-filter-action", nouns), from],
        files: vec![("/audit/export?format=csv".into(), "CSV")],
        entries: entries(texts),
        pager: Pager::default(),
    }
}

fn lists(texts: Texts) -> Lists {
    let pairs = |prefix: &str, keys: &[&str]| {
        keys.iter()
            .map(|key| ((*key).to_owned(), texts.get(&format!("{prefix}{key}")).into_owned()))
            .collect()
    };
    Lists {
        teams: vec![("t1".into(), "Nordlys".into()), ("t2".into(), "Soleil".into())],
        languages: me::languages(),
        roles: pairs("role-", &["technician", "supervisor", "administrator"]),
        groups: vec![("1".into(), "Everyone".into())],
        supervisors: vec![("1".into(), "Ingrid Østby".into())],
        exchanges: vec![("1".into(), "Oslo".into())],
        helpdesks: vec![("1".into(), "Kundestøtte".into())],
        needs: vec![("callcentre".into(), "exchange_id extension".into())],
        licences: pairs("licence-", &["callcentre", "helpdesk"]),
        types: pairs("type-", &["person", "wallboard"]),
    }
}

fn user_form(texts: Texts, typed: &Typed, locks: &Locks, creating: bool) -> FormPage {
    FormPage {
        title: texts.get("user-new-title").into_owned(),
        frame: frame(texts, Place::Users),
        lead: "",
        tabs: Vec::new(),
        notice: None,
        differs: Vec::new(),
        photo: None,
        action: "/users".into(),
        hidden: Vec::new(),
        sections: form::sections(typed, &lists(texts), locks, creating),
        submit: "form-save",
        cancel: Some("/users".into()),
    }
}

fn new_user(texts: Texts) -> FormPage {
    let mut typed =
        Typed::of([("first_name", "Jana"), ("username", "jana nováková"), ("mobile", "123")]);
    typed.refuse("username", texts.error(Code::UsernameInvalid));
    typed.refuse("mobile", texts.error(Code::MobileInvalid));
    user_form(texts, &typed, &Locks::default(), true)
}

fn edited(texts: Texts) -> FormPage {
    let typed = Typed::of([
        ("first_name", "Žofie"),
        ("last_name", "Černá"),
        ("email", "zofie@nordlys.example"),
    ]);
    let locks = Locks {
        email: Some("lock-email"),
        group: Some("lock-group"),
        user_type: Some("lock-type"),
        ..Locks::default()
    };
    let face = Face::of("Žofie Černá", "zofie", None).sized("face-large");
    FormPage {
        title: texts.with("user-edit-title", &[("name", Arg::from("Žofie Černá"))]).into_owned(),
        notice: Some(Notice::warn(texts.error(Code::Stale))),
        differs: vec![Differs {
            label: "user-first_name",
            mine: "Žofie".into(),
            theirs: "Sofie".into(),
        }],
        photo: Some(PhotoForm { face, action: "/users/3/photo".into(), error: None }),
        ..user_form(texts, &typed, &locks, false)
    }
}

fn invited(texts: Texts) -> super::super::table::ListPage {
    let zone = Zone::utc();
    let when = |days| {
        Cell::When(When::relative(texts.lang(), &zone, moment().plus(Span::days(days)), moment()))
    };
    let row = |id: &str, name: &str, email: &str, state: &str| ListRow {
        id: id.into(),
        cells: vec![
            Cell::Who(
                Some(format!("/users/{id}")),
                Face::of(name, email, None),
                name.into(),
                email.into(),
            ),
            Cell::Chip(invitations::state(state)),
            Cell::Text(texts.get("role-technician").into_owned()),
            Cell::Text("Ingrid Østby".into()),
            when(-2),
            when(5),
        ],
        menu: if state == "accepted" { Vec::new() } else { invitations::menu(id) },
    };
    let rows = vec![
        row("1", "Amélie Dubois", "amelie@nordlys.example", "pending"),
        row("2", "Chipo Moyo", "chipo@nordlys.example", "expired"),
        row("3", "Jürgen Groß", "juergen@nordlys.example", "accepted"),
    ];
    let state = invitations::states(texts, "");
    invitations::list(frame(texts, Place::Invitations), (rows, Pager::default()), state, 4, true)
}

fn invite(texts: Texts) -> super::super::invite::InviteForm {
    let mut typed = Typed::of([("first_name.0", "Jana"), ("email.0", "jana@")]);
    typed.refuse("email.0", texts.error(Code::EmailInvalid));
    let roles = lists(texts).roles;
    let teams = vec![("t1".into(), "Nordlys".into())];
    let offers = invitations::Offers { roles, teams };
    invitations::form(frame(texts, Place::Invitations), &typed, 2, &offers)
}

/// One's own pages.
pub(super) fn own(texts: Texts) -> Vec<Sample> {
    let own = || frame(texts, Place::Me);
    let typed = Typed::of([
        ("first_name", "Ingrid"),
        ("last_name", "Østby"),
        ("language", "nb"),
        ("theme", "system"),
    ]);
    let face = Face::of("Ingrid Østby", "ingrid", None).sized("face-large");
    let photo = PhotoForm {
        face,
        action: "/me/photo".into(),
        error: Some(texts.error(Code::PhotoFormat).into_owned()),
    };
    let mut wrong = Typed::default();
    wrong.refuse("current", texts.error(Code::CredentialsWrong));
    let reason = doors::forms::reason(&super::frame::door(texts), "signed_out");
    let password = FormPage { notice: reason, ..me::password(own(), &wrong, true) };
    vec![
        sample("me", &me::profile(own(), &typed, photo, 3), texts),
        sample("me-password", &password, texts),
        sample("me-password-none", &me::no_password(own(), &Typed::default()), texts),
        sample("me-sessions", &me::sessions(own(), sessions(texts)), texts),
        sample("me-preferences", &me::preferences(own(), &typed), texts),
    ]
}
