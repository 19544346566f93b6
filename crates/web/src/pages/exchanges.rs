//! `/exchanges`: telephone exchanges and their extensions (SPEC PBX-1, PBX-2).

use axum::response::Response;
use domain::access::{self, Action, Reach};
use domain::exchanges::{self, ExchangePatch, Extensions, NewExchange, Used};
use kernel::ids::ExchangeId;
use kernel::{Patch, Result, Timestamp};
use texts::Arg;

use super::telephony::{ask_deletion, deleted, saved};
use super::{form::Form, page::Page};
use crate::extract::Id;
use crate::html::{
    frame::Place,
    parts::{Chip, Notice, When, icon},
    table::{Cell, ListRow, MenuItem},
    telephony as views,
    typed::Typed,
};
use crate::problem::Problem;

/// Most runs of extensions on a page; programs read all of them.
const RUNS: usize = 500;

/// Address of the list.
const LIST: &str = "/exchanges";

fn may_change(page: &Page) -> bool {
    page.me.grants.reach(Action::ExchangesManage).holds(Reach::ORGANISATION)
}

/// `GET /exchanges`.
pub(crate) async fn list(page: Page) -> Result<Response, Problem> {
    let (all, now) = page
        .app
        .crewdesk()
        .read(&page.actor, async |cx| Ok((exchanges::list(cx).await?, cx.now)))
        .await?;
    let rows = all.iter().map(|used| row(&page, used, now)).collect();
    Ok(page.show(&views::exchanges(page.frame(Place::Exchanges), rows, may_change(&page))))
}

fn row(page: &Page, used: &Used, now: Timestamp) -> ListRow {
    let Used { exchange, used: taken } = used;
    let pending = match exchange.changes_pending_since {
        Some(at) => Cell::When(When::relative(page.lang(), &page.zone, at, now)),
        None => Cell::Chip(Chip::new("chip-good", icon("circle-check"), "exchange-applied")),
    };
    let address = format!("/exchanges/{}", exchange.id);
    let extensions = format!("{address}/extensions");
    let mut menu = vec![MenuItem::page(&extensions, icon("list-numbers"), "extensions-title")];
    if may_change(page) {
        menu.push(MenuItem::page(format!("{address}/edit"), icon("pencil"), "exchange-edit"));
        let removal =
            MenuItem::task(format!("{address}/removal"), icon("trash"), "telephony-delete");
        menu.push(removal.dangerous());
    }
    let range = format!("{} – {}", exchange.first_extension, exchange.last_extension);
    ListRow {
        id: exchange.id.to_string(),
        cells: vec![
            Cell::Link(extensions, exchange.name.clone()),
            Cell::Number(range),
            Cell::Number(taken.to_string()),
            Cell::Number(used.free().to_string()),
            pending,
        ],
        menu,
    }
}

/// `GET /exchanges/{id}/extensions`.
pub(crate) async fn extensions(page: Page, Id(id): Id<ExchangeId>) -> Result<Response, Problem> {
    let read =
        page.app.crewdesk().read(&page.actor, async |cx| exchanges::extensions(cx, id).await);
    let found = read.await?;
    let mut view = views::extensions(page.frame(Place::Exchanges), runs(&found));
    let name = Arg::from(&found.exchange.name);
    let next = match &found.next_free {
        Some(next) => Notice::info(
            page.texts().with("extensions-next", &[("exchange", name), ("next", Arg::from(next))]),
        ),
        None => Notice::warn(page.texts().with("extensions-full", &[("exchange", name)])),
    };
    view.notice = Some(next);
    Ok(page.show(&view))
}

/// Runs of taken and free extensions in order.
fn runs(found: &Extensions) -> Vec<ListRow> {
    let taken = found.runs().into_iter().map(|(first, last, _)| (first, last, true));
    let free = found.gaps.iter().map(|(first, last)| (first.clone(), last.clone(), false));
    let mut all: Vec<_> = taken.chain(free).collect();
    all.sort();
    all.truncate(RUNS);
    let row = |(first, last, taken): (String, String, bool)| {
        let range = if first == last { first.clone() } else { format!("{first} – {last}") };
        let state = match taken {
            true => Chip::new("chip-info", icon("user-circle"), "extensions-taken"),
            false => Chip::new("chip-good", icon("circle-check"), "extensions-free"),
        };
        ListRow { id: first, cells: vec![Cell::Text(range), Cell::Chip(state)], menu: Vec::new() }
    };
    all.into_iter().map(row).collect()
}

/// `GET /exchanges/new`.
pub(crate) async fn blank(page: Page) -> Result<Response, Problem> {
    access::require(&page.me, Action::ExchangesManage)?;
    Ok(page.show(&views::exchange(page.frame(Place::Exchanges), &Typed::default(), None)))
}

/// `POST /exchanges/new`.
pub(crate) async fn create(page: Page, Form(mut typed): Form) -> Result<Response, Problem> {
    let new = NewExchange {
        name: typed.value("name").to_owned(),
        first_extension: typed.value("first_extension").to_owned(),
        last_extension: typed.value("last_extension").to_owned(),
    };
    let crewdesk = page.app.crewdesk();
    let made = crewdesk.write(&page.actor, async |cx| exchanges::create(cx, &new).await).await;
    saved(&page, LIST, made.map(|made| made.name), &mut typed, |typed| {
        views::exchange(page.frame(Place::Exchanges), typed, None)
    })
}

async fn find(page: &Page, id: ExchangeId) -> Result<exchanges::Exchange, Problem> {
    let read = page.app.crewdesk().read(&page.actor, async |cx| exchanges::get(cx, id).await);
    let found = read.await?;
    access::require(&page.me, Action::ExchangesManage)?;
    Ok(found)
}

/// `GET /exchanges/{id}/edit`.
pub(crate) async fn edit(page: Page, Id(id): Id<ExchangeId>) -> Result<Response, Problem> {
    let found = find(&page, id).await?;
    let typed = Typed::of([
        ("name", found.name.as_str()),
        ("first_extension", &found.first_extension),
        ("last_extension", &found.last_extension),
    ]);
    let id = id.to_string();
    let edited = Some((id.as_str(), found.version));
    Ok(page.show(&views::exchange(page.frame(Place::Exchanges), &typed, edited)))
}

/// `POST /exchanges/{id}/edit`.
pub(crate) async fn change(
    page: Page,
    Id(id): Id<ExchangeId>,
    Form(mut typed): Form,
) -> Result<Response, Problem> {
    let field = |name: &str| Patch::Value(typed.value(name).to_owned());
    let patch = ExchangePatch {
        name: field("name"),
        first_extension: field("first_extension"),
        last_extension: field("last_extension"),
    };
    let version: i64 = typed.value("version").parse().unwrap_or(-1);
    let verb = page
        .app
        .crewdesk()
        .write(&page.actor, async |cx| exchanges::update(cx, id, Some(version), patch).await);
    let changed = verb.await.map(|now| now.name);
    saved(&page, LIST, changed, &mut typed, |typed| {
        let id = id.to_string();
        views::exchange(page.frame(Place::Exchanges), typed, Some((id.as_str(), version)))
    })
}

/// `GET /exchanges/{id}/removal`.
pub(crate) async fn ask_removal(page: Page, Id(id): Id<ExchangeId>) -> Result<Response, Problem> {
    let found = find(&page, id).await?;
    Ok(ask_deletion(&page, Place::Exchanges, LIST, (&id.to_string(), &found.name)))
}

/// `POST /exchanges/{id}/removal`.
pub(crate) async fn remove(
    page: Page,
    Id(id): Id<ExchangeId>,
    Form(_): Form,
) -> Result<Response, Problem> {
    let name = find(&page, id).await?.name;
    let crewdesk = page.app.crewdesk();
    let verb = crewdesk.write(&page.actor, async |cx| exchanges::delete(cx, id).await).await;
    deleted(&page, Place::Exchanges, LIST, (&id.to_string(), &name), verb)
}
