//! `/helpdesks`: where users with a helpdesk licence work (SPEC LIC-4).

use std::collections::BTreeMap;

use axum::response::Response;
use domain::access::{self, Action, Reach};
use domain::helpdesks::{self, Helpdesk};
use kernel::ids::HelpdeskId;
use kernel::{Patch, Result};

use super::telephony::{ask_deletion, deleted, saved};
use super::{form::Form, page::Page};
use crate::extract::Id;
use crate::html::{
    frame::Place,
    parts::icon,
    table::{Cell, ListRow, MenuItem},
    telephony as views,
    typed::Typed,
};
use crate::problem::Problem;

/// Address of the list.
const LIST: &str = "/helpdesks";

fn may_change(page: &Page) -> bool {
    page.me.grants.reach(Action::HelpdesksManage).holds(Reach::ORGANISATION)
}

/// `GET /helpdesks`.
pub(crate) async fn list(page: Page) -> Result<Response, Problem> {
    let read = page.app.crewdesk().read(&page.actor, async |cx| {
        Ok((helpdesks::list(cx).await?, helpdesks::users_of_each(cx).await?))
    });
    let (all, users) = read.await?;
    let users: BTreeMap<HelpdeskId, i64> = users.into_iter().collect();
    let count = |one: &Helpdesk| users.get(&one.id).copied().unwrap_or_default();
    let rows = all.iter().map(|one| row(&page, one, count(one))).collect();
    Ok(page.show(&views::helpdesks(page.frame(Place::Helpdesks), rows, may_change(&page))))
}

fn row(page: &Page, helpdesk: &Helpdesk, users: i64) -> ListRow {
    let address = format!("/helpdesks/{}", helpdesk.id);
    let mut menu = Vec::new();
    if may_change(page) {
        menu.push(MenuItem::page(format!("{address}/edit"), icon("pencil"), "helpdesk-edit"));
        let removal =
            MenuItem::task(format!("{address}/removal"), icon("trash"), "telephony-delete");
        menu.push(removal.dangerous());
    }
    ListRow {
        id: helpdesk.id.to_string(),
        cells: vec![Cell::Text(helpdesk.name.clone()), Cell::Number(users.to_string())],
        menu,
    }
}

/// `GET /helpdesks/new`.
pub(crate) async fn blank(page: Page) -> Result<Response, Problem> {
    access::require(&page.me, Action::HelpdesksManage)?;
    Ok(page.show(&views::helpdesk(page.frame(Place::Helpdesks), &Typed::default(), None)))
}

/// `POST /helpdesks/new`.
pub(crate) async fn create(page: Page, Form(mut typed): Form) -> Result<Response, Problem> {
    let name = typed.value("name").to_owned();
    let crewdesk = page.app.crewdesk();
    let made = crewdesk.write(&page.actor, async |cx| helpdesks::create(cx, &name).await).await;
    saved(&page, LIST, made.map(|made| made.name), &mut typed, |typed| {
        views::helpdesk(page.frame(Place::Helpdesks), typed, None)
    })
}

async fn find(page: &Page, id: HelpdeskId) -> Result<Helpdesk, Problem> {
    let read = page.app.crewdesk().read(&page.actor, async |cx| helpdesks::get(cx, id).await);
    let found = read.await?;
    access::require(&page.me, Action::HelpdesksManage)?;
    Ok(found)
}

/// `GET /helpdesks/{id}/edit`.
pub(crate) async fn edit(page: Page, Id(id): Id<HelpdeskId>) -> Result<Response, Problem> {
    let found = find(&page, id).await?;
    let (typed, id) = (Typed::of([("name", found.name.as_str())]), id.to_string());
    let edited = Some((id.as_str(), found.version));
    Ok(page.show(&views::helpdesk(page.frame(Place::Helpdesks), &typed, edited)))
}

/// `POST /helpdesks/{id}/edit`.
pub(crate) async fn change(
    page: Page,
    Id(id): Id<HelpdeskId>,
    Form(mut typed): Form,
) -> Result<Response, Problem> {
    let name = Patch::Value(typed.value("name").to_owned());
    let version: i64 = typed.value("version").parse().unwrap_or(-1);
    let verb = page
        .app
        .crewdesk()
        .write(&page.actor, async |cx| helpdesks::update(cx, id, Some(version), name).await);
    let changed = verb.await.map(|now| now.name);
    saved(&page, LIST, changed, &mut typed, |typed| {
        let id = id.to_string();
        views::helpdesk(page.frame(Place::Helpdesks), typed, Some((id.as_str(), version)))
    })
}

/// `GET /helpdesks/{id}/removal`.
pub(crate) async fn ask_removal(page: Page, Id(id): Id<HelpdeskId>) -> Result<Response, Problem> {
    let found = find(&page, id).await?;
    Ok(ask_deletion(&page, Place::Helpdesks, LIST, (&id.to_string(), &found.name)))
}

/// `POST /helpdesks/{id}/removal`.
pub(crate) async fn remove(
    page: Page,
    Id(id): Id<HelpdeskId>,
    Form(_): Form,
) -> Result<Response, Problem> {
    let name = find(&page, id).await?.name;
    let crewdesk = page.app.crewdesk();
    let verb = crewdesk.write(&page.actor, async |cx| helpdesks::delete(cx, id).await).await;
    deleted(&page, Place::Helpdesks, LIST, (&id.to_string(), &name), verb)
}
