//! Sample pages of users.

use kernel::{Span, Timestamp};
use texts::{Texts, Zone};

use super::{
    super::{
        field::{Choice, Field},
        frame::Place,
        parts::{Chip, Face, When, icon},
        table::{Cell, MenuItem, Pager},
        users::{Column, Counters, Filter, FilterChip, FilterGroup, UserRow, UsersList},
    },
    Sample,
    frame::{frame, frame_with_toast},
    sample,
};

/// All of them.
pub(super) fn all(texts: Texts) -> Vec<Sample> {
    let toast = texts.get("user-suspend");
    let empty = UsersList {
        rows: Vec::new(),
        filter: Filter { search: "xyz".into(), ..filter(texts) },
        ..list(texts)
    };
    let mut with_toast = list(texts);
    with_toast.frame = frame_with_toast(texts, Place::Users, &toast);
    vec![
        sample("users", &list(texts), texts),
        sample("users-empty", &empty, texts),
        sample("users-toast", &with_toast, texts),
    ]
}

const PEOPLE: [(&str, &str, &str, &str); 14] = [
    ("Ingrid Østby", "ingrid@nordlys.example", "active", "logged_in"),
    ("Žofie Černá", "zofie@nordlys.example", "active", "logged_in"),
    ("Ahmed El-Sayed", "ahmed@nordlys.example", "active", "logged_in"),
    ("王小明", "xiaoming@nordlys.example", "active", "logged_out"),
    ("Amélie Dubois-Lefèvre", "amelie@nordlys.example", "invited", "logged_out"),
    ("Олена Шевченко", "olena@nordlys.example", "suspended", "logged_out"),
    (
        "Maximilian Freiherr von und zu Hohenberg-Lichtenstein",
        "max@nordlys.example",
        "active",
        "logged_in",
    ),
    ("ليلى حداد", "leila@nordlys.example", "active", "logged_in"),
    ("Jürgen Groß", "juergen@nordlys.example", "deactivated", "logged_out"),
    ("Nguyễn Thị Minh", "minh@nordlys.example", "active", "logged_out"),
    ("Sigrún Jónsdóttir", "sigrun@nordlys.example", "active", "logged_in"),
    ("Πέτρος Παππάς", "petros@nordlys.example", "active", "logged_in"),
    ("Chipo Moyo", "chipo@nordlys.example", "invited", "logged_out"),
    ("Łukasz Wójcik", "lukasz@nordlys.example", "active", "logged_out"),
];

/// A moment that stays the same from run to run.
pub(super) fn moment() -> Timestamp {
    Timestamp::parse("2026-11-23T09:41:00Z").unwrap_or(Timestamp::from_micros(0))
}

fn rows(texts: Texts) -> Vec<UserRow> {
    let zone = Zone::utc();
    PEOPLE
        .iter()
        .enumerate()
        .map(|(i, (name, email, lifecycle, presence))| {
            let hours = i64::try_from(i).unwrap_or(0) * 7 + 1;
            let last =
                When::relative(texts.lang(), &zone, moment().minus(Span::hours(hours)), moment());
            UserRow {
                mark: Some(super::super::parts::Chip::without_work()),
                id: format!("0000000{i}"),
                face: Face::of(name, email, None),
                name: (*name).into(),
                second: (*email).into(),
                cells: vec![
                    ("users-column-state", Cell::Chip(Chip::state(lifecycle, presence))),
                    (
                        "users-column-role",
                        Cell::Text(if i == 0 { "Administrator" } else { "Technician" }.into()),
                    ),
                    (
                        "users-column-supervisor",
                        if i == 0 {
                            Cell::Empty
                        } else {
                            Cell::Link("/users/0".into(), "Ingrid Østby".into())
                        },
                    ),
                    ("users-column-numeric_id", Cell::Number(format!("{}", 1000 + i))),
                    (
                        "users-column-last_sign_in",
                        if *lifecycle == "invited" { Cell::Empty } else { Cell::When(last) },
                    ),
                ],
                menu: menu(),
                pick: i % 2 == 0,
            }
        })
        .collect()
}

fn menu() -> Vec<MenuItem> {
    let item = |key, icon, dialog, danger| MenuItem {
        href: "/users/0".into(),
        icon,
        key,
        dialog,
        danger,
        aside: false,
    };
    vec![
        item("user-edit", icon("pencil"), false, false),
        item("user-supervisor", icon("hierarchy-2"), true, false),
        item("user-reset-password", icon("key"), true, false),
        item("user-suspend", icon("ban"), true, false),
        item("user-remove", icon("trash"), true, true),
    ]
}

fn columns() -> Vec<Column> {
    let column = |name, title, shown| Column {
        name,
        title,
        sort: format!("/users?sort={name}"),
        sorted: if name == "name" { "ascending" } else { "" },
        shown,
        number: name == "numeric_id",
    };
    vec![
        column("name", "users-column-name", true),
        column("state", "users-column-state", true),
        column("role", "users-column-role", true),
        column("reports_to", "users-column-supervisor", true),
        column("numeric_id", "users-column-numeric_id", true),
        column("last_sign_in_at", "users-column-last_sign_in", true),
        column("email", "users-column-email", false),
        column("mobile", "users-column-mobile", false),
        column("username", "users-column-username", false),
    ]
}

fn filter(texts: Texts) -> Filter {
    let lifecycle = ["invited", "active", "suspended", "deactivated"]
        .map(|key| Choice::new(key, texts.get(&format!("lifecycle-{key}")), "active"));
    let presence = ["logged_out", "logged_in"]
        .map(|key| Choice::new(key, texts.get(&format!("presence-{key}")), ""));
    Filter {
        search: String::new(),
        sort: "name".into(),
        groups: vec![
            FilterGroup {
                name: "lifecycle",
                title: "users-filter-lifecycle",
                choices: lifecycle.into(),
                single: false,
            },
            FilterGroup {
                name: "presence",
                title: "users-filter-presence",
                choices: presence.into(),
                single: false,
            },
            FilterGroup {
                name: "group",
                title: "users-filter-group",
                choices: vec![Choice::new("0", "Night shift", "")],
                single: true,
            },
        ],
        supervisor: Field::person(
            "reports_to",
            "users-filter-supervisor",
            texts.get("list-any").into_owned(),
            [("1".to_owned(), "Ingrid Østby".to_owned())],
        ),
        chips: vec![FilterChip {
            label: format!(
                "{}: {}",
                texts.get("users-filter-lifecycle"),
                texts.get("lifecycle-active")
            ),
            without: "/users".into(),
        }],
    }
}

fn list(texts: Texts) -> UsersList {
    UsersList {
        frame: frame(texts, Place::Users),
        counters: Some(Counters {
            users: 412,
            operators: 38,
            operators_allowed: Some(50),
            licences: 371,
            licences_bought: 400,
        }),
        filter: filter(texts),
        columns: columns(),
        rows: rows(texts),
        address: "/users?sort=name".into(),
        pager: Pager {
            first: None,
            previous: None,
            next: Some("/users?cursor=x".into()),
            total: Some(412),
        },
        rows_url: "/users/rows".into(),
        may_create: true,
        may_invite: true,
        may_move: true,
        bulk: vec![MenuItem::task("/users/bulk/suspension", "ban", "user-suspend")],
    }
}
