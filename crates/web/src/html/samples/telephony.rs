//! Sample pages of exchanges and helpdesks.

use kernel::Span;
use texts::{Texts, Zone};

use super::{
    super::{
        frame::Place,
        parts::{Chip, When, icon},
        table::{Cell, ListRow, MenuItem},
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
