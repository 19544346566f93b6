//! Sample pages of licences, exchanges and helpdesks.

use kernel::Span;
use texts::{Texts, Zone};

use super::{
    super::{
        frame::Place,
        licences::{self, Chart, LicencesPage, UseRow},
        parts::{Chip, When, icon},
        table::{Cell, ListRow, MenuItem, Pager},
        telephony,
        typed::Typed,
    },
    Sample,
    frame::frame,
    sample,
    users::moment,
};

/// All of them.
pub(super) fn all(texts: Texts) -> Vec<Sample> {
    let typed =
        Typed::of([("name", "Oslo"), ("first_extension", "200"), ("last_extension", "299")]);
    let exchanges = || frame(texts, Place::Exchanges);
    let helpdesks = || frame(texts, Place::Helpdesks);
    let desk = ListRow {
        id: "1".into(),
        cells: vec![Cell::Text("Kundestøtte".into()), Cell::Number("24".into())],
        menu: vec![MenuItem::page("/helpdesks/1/edit", icon("pencil"), "helpdesk-edit")],
    };
    let typing = |edited| telephony::exchange(exchanges(), &typed, edited);
    let removal = telephony::removal(exchanges(), "/exchanges", "1", "Oslo");
    let desks = telephony::helpdesks(helpdesks(), vec![desk], true);
    vec![
        sample("exchanges", &telephony::exchanges(exchanges(), rows(texts), true), texts),
        sample("exchanges-none", &telephony::exchanges(exchanges(), Vec::new(), false), texts),
        sample("exchange-new", &typing(None), texts),
        sample("exchange-edit", &typing(Some(("1", 3))), texts),
        sample("exchange-removal", &removal, texts),
        sample("extensions", &telephony::extensions(exchanges(), runs()), texts),
        sample("helpdesks", &desks, texts),
        sample("licences", &licences(texts), texts),
        sample("licences-unused", &unused(texts), texts),
        sample("helpdesk-new", &telephony::helpdesk(helpdesks(), &typed, None), texts),
    ]
}

fn rows(texts: Texts) -> Vec<ListRow> {
    let now = moment().plus(Span::hours(2));
    let pending = Cell::When(When::relative(texts.lang(), &Zone::utc(), moment(), now));
    let applied = Chip::new("chip-good", icon("circle-check"), "exchange-applied");
    let row = |id: &str, name: &str, state| ListRow {
        id: id.into(),
        cells: vec![
            Cell::Link(format!("/exchanges/{id}/extensions"), name.into()),
            Cell::Number("200 – 299".into()),
            Cell::Number("38".into()),
            Cell::Number("62".into()),
            state,
        ],
        menu: vec![MenuItem::page("/exchanges/1/edit", icon("pencil"), "exchange-edit")],
    };
    vec![row("1", "Oslo", pending), row("2", "Praha", Cell::Chip(applied))]
}

fn runs() -> Vec<ListRow> {
    let row = |range: &str, chip| ListRow {
        id: range.into(),
        cells: vec![Cell::Text(range.into()), Cell::Chip(chip)],
        menu: Vec::new(),
    };
    let taken = Chip::new("chip-info", icon("user-circle"), "extensions-taken");
    let free = Chip::new("chip-good", icon("circle-check"), "extensions-free");
    vec![row("200 – 237", taken), row("238 – 299", free)]
}

fn licences(texts: Texts) -> LicencesPage {
    let row = |name: &str, used: i64, ordered: i64, key, days: i64| UseRow {
        name: name.into(),
        ordered,
        used,
        free: ordered - used,
        forecast: texts.with(key, &[("n", texts::Arg::from(days))]).into_owned(),
        pressing: ordered == used || days == 9,
    };
    let series = [
        ("Helpdesk PROFI".to_owned(), (0..90).map(|day| 120 + day / 2 + day % 7).collect()),
        ("Omnichannel Mini PROFI".to_owned(), (0..90).map(|day| 40 + day / 9).collect()),
        ("Video PROFI".to_owned(), vec![3; 90]),
    ];
    let days: Vec<String> = (1..=90).map(|day| format!("day {day}")).collect();
    let label = texts.with("licences-chart-label", &[("n", texts::Arg::from(90_i64))]).into_owned();
    LicencesPage {
        frame: frame(texts, Place::Licences),
        notice: None,
        seats: (221, 240),
        rows: vec![
            row("Helpdesk PROFI", 168, 175, "licences-full-in", 9),
            row("Omnichannel Mini PROFI", 50, 60, "licences-steady", 0),
            row("Video PROFI", 3, 3, "licences-full", 0),
        ],
        chart: Some(Chart::new(label, &series, &days)),
        months: vec![("2026-10".into(), "2026-10".into()), ("2026-11".into(), "2026-11".into())],
    }
}

fn unused(texts: Texts) -> super::super::table::ListPage {
    let name = "Žofie Černá";
    let face = super::super::parts::Face::of(name, "zofie", None);
    let row = ListRow {
        id: "1".into(),
        cells: vec![
            Cell::Who(
                Some("/users/1/access".into()),
                face,
                name.into(),
                "zofie@nordlys.example".into(),
            ),
            Cell::Text("Helpdesk PROFI".into()),
            Cell::Chip(Chip::state("active", "logged_out")),
            Cell::Empty,
        ],
        menu: Vec::new(),
    };
    licences::unused(frame(texts, Place::Licences), vec![row], 30, Pager::default())
}
