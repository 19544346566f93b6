//! `/licences`: what was ordered, how it is used, who does not use theirs, invoices (SPEC LIC-6).

use axum::response::Response;
use domain::access::{Action, Reach};
use domain::licences::{self, History, Month};
use domain::organisations;
use domain::users::User;
use domain::users::unused;
use kernel::{Cursor, PageSize, Timestamp};
use texts::{Arg, Texts, format};

use super::licence_words::licence_name;
use super::links::with_query;
use super::page::{Page, face};
use crate::api::licence_reports;
use crate::extract::Query;
use crate::html::{
    frame::Place,
    licences::{self as views, Chart, LicencesPage, UseRow},
    parts::{Chip, When},
    table::{Cell, ListRow, Pager},
};
use crate::problem::Problem;

/// Days of the chart.
const DAYS: i64 = 90;
/// A seat that is gone within so many days is pressing.
const SOON: i64 = 14;
/// Months to choose from.
const MONTHS: usize = 12;

/// `GET /licences`.
pub(crate) async fn show(page: Page) -> Result<Response, Problem> {
    let read = page.app.crewdesk().read(&page.actor, async |cx| {
        Ok((licences::history(cx, DAYS).await?, organisations::get(cx).await?, cx.now))
    });
    let (all, organisation, now) = read.await?;
    let view = LicencesPage {
        frame: page.frame(Place::Licences),
        notice: None,
        seats: (organisation.seats_used, organisation.seats),
        rows: all.iter().map(|one| row(&page, one)).collect(),
        chart: chart(&page, &all),
        months: months(&page, now),
    };
    Ok(page.show(&view))
}

fn name(page: &Page, history: &History) -> String {
    licence_name(page.texts(), history.offer.licence, &page.me.organisation.tier)
}

fn row(page: &Page, history: &History) -> UseRow {
    let offer = &history.offer;
    let full = offer.free == 0;
    UseRow {
        name: name(page, history),
        ordered: offer.quantity,
        used: offer.used,
        free: offer.free,
        forecast: forecast(page.texts(), full, history.full_in_days),
        pressing: full || history.full_in_days.is_some_and(|days| days <= SOON),
    }
}

fn forecast(texts: Texts, full: bool, days: Option<i64>) -> String {
    match days {
        _ if full => texts.get("licences-full").into_owned(),
        Some(days) => texts.with("licences-full-in", &[("n", Arg::from(days))]).into_owned(),
        None => texts.get("licences-steady").into_owned(),
    }
}

/// Only licences that somebody held in that time.
fn chart(page: &Page, all: &[History]) -> Option<Chart> {
    let used = |one: &&History| one.days.iter().any(|day| day.highest > 0);
    let series: Vec<(String, Vec<i64>)> = all
        .iter()
        .filter(used)
        .map(|one| (name(page, one), one.days.iter().map(|day| day.highest).collect()))
        .collect();
    let utc = texts::Zone::utc();
    let days = all.first()?.days.iter().map(|day| format::date(page.lang(), day.begins, &utc));
    let days: Vec<String> = days.collect();
    if series.is_empty() {
        return None;
    }
    let label = page.texts().with("licences-chart-label", &[("n", Arg::from(DAYS))]);
    Some(Chart::new(label.into_owned(), &series, &days))
}

/// The last months, the one before this first; none for those who see no invoice.
fn months(page: &Page, now: Timestamp) -> Vec<(String, String)> {
    if !page.me.grants.reach(Action::UsersView).holds(Reach::ORGANISATION) {
        return Vec::new();
    }
    let (mut months, mut month) = (Vec::with_capacity(MONTHS), Month::of(now));
    while months.len() < MONTHS {
        months.push(month);
        month = month.before();
    }
    months.swap(0, 1);
    months.into_iter().map(|month| (month.text(), month.text())).collect()
}

/// `GET /licences/invoice`: a file.
pub(crate) async fn invoice(page: Page, mut query: Query) -> Result<Response, Problem> {
    let month = query.one("month").map(|text| Month::parse(&text)).transpose()?;
    licence_reports::file(&page.app, &page.actor, month).await
}

/// `GET /licences/unused`.
pub(crate) async fn list_unused(page: Page, mut query: Query) -> Result<Response, Problem> {
    let days = query.one("days").and_then(|text| text.parse::<i64>().ok()).unwrap_or(30);
    let days = [30, 60, 90].into_iter().find(|one| *one == days).unwrap_or(30);
    let place = query.one("cursor").map(|cursor| Cursor::from_request(&cursor));
    let read = page.app.crewdesk().read(&page.actor, async |cx| {
        Ok((unused::page(cx, days, PageSize::default(), place.as_ref()).await?, cx.now))
    });
    let (found, now) = read.await?;
    let rows = found.items.iter().map(|user| unused_row(&page, user, now)).collect();
    let at = |cursor: &str| {
        with_query("/licences/unused", &[("days", &days.to_string()), ("cursor", cursor)])
    };
    let pager = Pager {
        first: place.is_some().then(|| at("")),
        next: found.next_cursor.as_ref().map(|cursor| at(cursor.as_str())),
        ..Pager::default()
    };
    let view = views::unused(page.frame(Place::Licences), rows, days, pager);
    Ok(page.show_list(&view))
}

fn unused_row(page: &Page, user: &User, now: Timestamp) -> ListRow {
    let id = user.id.to_string();
    let second = user.email.clone().unwrap_or_else(|| user.username.clone());
    let face = face(&id, &user.display_name, user.photo_version);
    let tier = &page.me.organisation.tier;
    let licence = user.licence.map(|licence| licence_name(page.texts(), licence, tier));
    let last = |at| Cell::When(When::relative(page.lang(), &page.zone, at, now));
    ListRow {
        cells: vec![
            Cell::Who(Some(format!("/users/{id}/access")), face, user.display_name.clone(), second),
            licence.map_or(Cell::Empty, Cell::Text),
            Cell::Chip(Chip::state(user.lifecycle.as_str(), user.presence.as_str())),
            user.signed_in_at().map_or(Cell::Empty, last),
        ],
        id,
        menu: Vec::new(),
    }
}
