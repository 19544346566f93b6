//! `/locations`: the places that teams work at (SPEC GRP-4).

use axum::response::Response;
use domain::access::{self, Action};
use domain::teams::locations::{self, Location};
use http::StatusCode;
use kernel::ids::LocationId;
use kernel::{Error, Result};

use super::steps::show;
use super::{flash::Flash, form::Form, page::Page};
use crate::extract::Id;
use crate::html::{
    frame::Place,
    sheet::Sheet,
    table::{Cell, ListRow},
    teams as views,
    typed::Typed,
};
use crate::problem::Problem;

async fn all(page: &Page) -> Result<Vec<Location>, Problem> {
    access::require(&page.me, Action::TeamsManage)?;
    Ok(page.app.crewdesk().read(&page.actor, async |cx| locations::list(cx).await).await?)
}

/// `GET /locations`.
pub(crate) async fn list(page: Page) -> Result<Response, Problem> {
    let rows = all(&page).await?.into_iter().map(|place| {
        let id = place.id.to_string();
        ListRow { cells: vec![Cell::Text(place.name)], menu: views::location_menu(&id), id }
    });
    Ok(page.show(&views::locations(page.frame(Place::Teams), rows.collect())))
}

/// `GET /locations/new`.
pub(crate) async fn blank(page: Page) -> Result<Response, Problem> {
    access::require(&page.me, Action::TeamsManage)?;
    let sheet = views::location(page.frame(Place::Teams), &Typed::default(), None);
    Ok(show(&page, StatusCode::OK, &sheet))
}

/// `POST /locations/new`.
pub(crate) async fn create(page: Page, Form(mut typed): Form) -> Result<Response, Problem> {
    let name = typed.value("name").to_owned();
    let verb =
        page.app.crewdesk().write(&page.actor, async |cx| locations::create(cx, &name).await);
    let error = match verb.await {
        Ok(_) => return Ok(page.go_saying("/locations", &Flash::new("toast-saved"))),
        Err(error) => error,
    };
    let (status, notice) = typed.refused_here(error, page.texts())?;
    let sheet = views::location(page.frame(Place::Teams), &typed, None);
    Ok(show(&page, status, &Sheet { notice, ..sheet }))
}

async fn one(page: &Page, id: LocationId) -> Result<Location, Problem> {
    let found = all(page).await?.into_iter().find(|place| place.id == id);
    Ok(found.ok_or(Error::NotFound)?)
}

/// `GET /locations/{id}/name`.
pub(crate) async fn ask_name(page: Page, Id(id): Id<LocationId>) -> Result<Response, Problem> {
    let place = one(&page, id).await?;
    let (id, version) = (id.to_string(), place.version.to_string());
    let typed = Typed::of([("name", place.name.as_str())]);
    let sheet = views::location(page.frame(Place::Teams), &typed, Some((&id, &version)));
    Ok(show(&page, StatusCode::OK, &sheet))
}

/// `POST /locations/{id}/name`.
pub(crate) async fn rename(
    page: Page,
    Id(id): Id<LocationId>,
    Form(mut typed): Form,
) -> Result<Response, Problem> {
    let (name, version) = (typed.value("name").to_owned(), typed.value("version").to_owned());
    let shown = Some(version.parse().unwrap_or(-1));
    let verb = page
        .app
        .crewdesk()
        .write(&page.actor, async |cx| locations::rename(cx, id, shown, &name).await);
    let error = match verb.await {
        Ok(_) => return Ok(page.go_saying("/locations", &Flash::new("toast-saved"))),
        Err(error) => error,
    };
    let (status, notice) = typed.refused_here(error, page.texts())?;
    let id = id.to_string();
    let sheet = views::location(page.frame(Place::Teams), &typed, Some((&id, &version)));
    Ok(show(&page, status, &Sheet { notice, ..sheet }))
}

/// `GET /locations/{id}/removal`.
pub(crate) async fn ask_delete(page: Page, Id(id): Id<LocationId>) -> Result<Response, Problem> {
    let place = one(&page, id).await?;
    let frame = page.frame(Place::Teams);
    let sheet = views::delete_location(frame, &id.to_string(), &place.name);
    Ok(show(&page, StatusCode::OK, &sheet))
}

/// `POST /locations/{id}/removal`.
pub(crate) async fn delete(
    page: Page,
    Id(id): Id<LocationId>,
    Form(mut typed): Form,
) -> Result<Response, Problem> {
    let verb = page.app.crewdesk().write(&page.actor, async |cx| locations::delete(cx, id).await);
    let error = match verb.await {
        Ok(()) => return Ok(page.go_saying("/locations", &Flash::new("toast-saved"))),
        Err(error) => error,
    };
    let (status, notice) = typed.refused_here(error, page.texts())?;
    let place = one(&page, id).await?;
    let frame = page.frame(Place::Teams);
    let sheet = views::delete_location(frame, &id.to_string(), &place.name);
    Ok(show(&page, status, &Sheet { notice, ..sheet }))
}
