//! Devices on which one is not asked for the second factor: they stand among one's sessions (SPEC ACC-5).

use axum::response::Response;
use domain::factors::{self, TrustedDeviceRow};
use http::StatusCode;
use kernel::ids::TrustedDeviceId;
use kernel::{Error, Timestamp};

use super::{flash::Flash, form::Form, page::Page, steps::show};
use crate::extract::Id;
use crate::html::{
    frame::Place,
    parts::{Chip, When, icon},
    sheet::Sheet,
    table::{Cell, ListRow, MenuItem},
};
use crate::problem::Problem;

/// One device as a row among the sessions.
pub(super) fn row(page: &Page, device: &TrustedDeviceRow, now: Timestamp) -> ListRow {
    let when = |at| Cell::When(When::relative(page.lang(), &page.zone, at, now));
    let path = format!("/me/devices/{}/end", device.id);
    ListRow {
        id: device.id.to_string(),
        cells: vec![
            Cell::Text(texts::client(page.texts(), &device.client)),
            Cell::Text(device.address.clone()),
            when(device.created_at),
            device.last_used_at.map_or(Cell::Empty, when),
            Cell::Chip(Chip::new("chip-info", icon("shield-check"), "session-trusted")),
        ],
        menu: vec![MenuItem::task(path, icon("shield-off"), "device-distrust")],
    }
}

/// `GET /me/devices/{id}/end`.
pub(crate) async fn ask_end(page: Page, Id(id): Id<TrustedDeviceId>) -> Result<Response, Problem> {
    let read = page.app.crewdesk().read(&page.actor, async |cx| factors::trusted_devices(cx).await);
    read.await?.into_iter().find(|row| row.id == id).ok_or(Error::NotFound)?;
    let title = page.texts().get("device-distrust-title").into_owned();
    let lead = page.texts().get("device-distrust-lead").into_owned();
    let action = format!("/me/devices/{id}/end");
    let sheet = Sheet::new(page.frame(Place::Me), title, action, "device-distrust");
    let sheet = Sheet { lead, danger: true, cancel: "/me/sessions".to_owned(), ..sheet };
    Ok(show(&page, StatusCode::OK, &sheet))
}

/// `POST /me/devices/{id}/end`.
pub(crate) async fn end(
    page: Page,
    Id(id): Id<TrustedDeviceId>,
    Form(_): Form,
) -> Result<Response, Problem> {
    page.app.crewdesk().write(&page.actor, async |cx| factors::distrust(cx, id).await).await?;
    Ok(page.go_saying("/me/sessions", &Flash::new("toast-device-distrusted")))
}
