//! `/me`: one's own profile, password, sessions, language and appearance.

use axum::response::Response;
use domain::factors;
use domain::sessions;
use domain::users::{self, UserPatch};
use http::StatusCode;
use kernel::ids::SessionId;
use kernel::{Error, Patch};

use super::person_security::session_row;
use super::steps::{end_sheet, show};
use super::{
    flash::Flash,
    form::Form,
    page::{Page, face},
    trusted_devices,
};
use crate::extract::Id;
use crate::html::{
    form_page::{FormPage, PhotoForm},
    frame::Place,
    me as views,
    parts::{Face, icon},
    sheet::Sheet,
    table::MenuItem,
    typed::Typed,
};
use crate::problem::Problem;

/// The profile as it is now.
pub(super) async fn profile_view(page: &Page) -> Result<FormPage, Problem> {
    let user = page.app.crewdesk().read(&page.actor, async |cx| users::myself(cx).await).await?;
    let id = user.id.to_string();
    let or_empty = |text: &Option<String>| text.clone().unwrap_or_default();
    let typed = Typed::new(vec![
        ("first_name".into(), user.first_name.clone()),
        ("last_name".into(), user.last_name.clone()),
        ("username".into(), user.username.clone()),
        ("email".into(), or_empty(&user.email)),
        ("mobile".into(), or_empty(&user.mobile)),
        ("language".into(), user.language.clone()),
    ]);
    let large =
        (user.photo_version > 0).then(|| format!("/users/{id}/photo?v={}", user.photo_version));
    let face = Face { photo: large, ..face(&id, &user.display_name, 0).sized("face-large") };
    let photo = PhotoForm { face, action: format!("/users/{id}/photo"), error: None };
    Ok(views::profile(page.frame(Place::Me), &typed, photo, user.version))
}

/// `GET /me`.
pub(crate) async fn profile(page: Page) -> Result<Response, Problem> {
    Ok(page.show(&profile_view(&page).await?))
}

/// `POST /me`: what everyone may change of their own record.
pub(crate) async fn change(page: Page, Form(mut typed): Form) -> Result<Response, Problem> {
    let language = typed.value("language").to_owned();
    let patch = UserPatch { language: Patch::Value(language), ..UserPatch::default() };
    let version = typed.value("version").parse().ok();
    let me = page.me.user_id;
    let saved = page
        .app
        .crewdesk()
        .write(&page.actor, async |cx| users::update(cx, me, version, patch).await)
        .await;
    match saved {
        Ok(_) => Ok(page.go_saying("/me", &Flash::new("toast-saved"))),
        Err(error) => {
            let status = crate::problem::status(&error);
            let notice = typed.refused(error, page.texts())?;
            Ok(page.show_with(status, &FormPage { notice, ..profile_view(&page).await? }))
        }
    }
}

/// The verb's field names, on the form's.
pub(super) fn on_form(error: Error) -> Error {
    let Error::Invalid(mut faults) = error else { return error };
    for fault in &mut faults {
        fault.pointer = match fault.pointer.as_str() {
            "password" => "current".to_owned(),
            "new_password" => "password".to_owned(),
            other => other.to_owned(),
        };
    }
    Error::Invalid(faults)
}

/// `GET /me/sessions`.
pub(crate) async fn list_sessions(page: Page) -> Result<Response, Problem> {
    let (rows, devices, now) = page
        .app
        .crewdesk()
        .read(&page.actor, async |cx| {
            Ok((sessions::list_own(cx).await?, factors::trusted_devices(cx).await?, cx.now))
        })
        .await?;
    let end = |id: SessionId| {
        MenuItem::task(format!("/me/sessions/{id}/end"), icon("logout"), "session-end")
    };
    let rows = rows
        .iter()
        .map(|view| {
            let menu = if view.is_current { Vec::new() } else { vec![end(view.session.id)] };
            session_row(&page, view, menu, now)
        })
        .chain(devices.iter().map(|device| trusted_devices::row(&page, device, now)))
        .collect();
    Ok(page.show(&views::sessions(page.frame(Place::Me), rows)))
}

/// `GET /me/sessions/{id}/end`.
pub(crate) async fn ask_end(page: Page, Id(id): Id<SessionId>) -> Result<Response, Problem> {
    let rows =
        page.app.crewdesk().read(&page.actor, async |cx| sessions::list_own(cx).await).await?;
    let row = rows.into_iter().find(|row| row.session.id == id).ok_or(Error::NotFound)?;
    let client = texts::client(page.texts(), &row.session.client);
    let sheet = end_sheet(&page, &client, format!("/me/sessions/{id}/end"));
    Ok(show(&page, StatusCode::OK, &Sheet { cancel: "/me/sessions".to_owned(), ..sheet }))
}

/// `POST /me/sessions/{id}/end`.
pub(crate) async fn end(
    page: Page,
    Id(id): Id<SessionId>,
    Form(_): Form,
) -> Result<Response, Problem> {
    page.app.crewdesk().write(&page.actor, async |cx| sessions::revoke_own(cx, id).await).await?;
    Ok(page.go_saying("/me/sessions", &Flash::new("toast-session-ended")))
}

/// `GET /me/sessions/others`.
pub(crate) async fn ask_end_others(page: Page) -> Response {
    let title = page.texts().get("session-end-others-title").into_owned();
    let lead = page.texts().get("session-end-lead").into_owned();
    let sheet =
        Sheet::new(page.frame(Place::Me), title, "/me/sessions/others", "session-end-others");
    show(
        &page,
        StatusCode::OK,
        &Sheet { lead, danger: true, cancel: "/me/sessions".to_owned(), ..sheet },
    )
}

/// `POST /me/sessions/others`.
pub(crate) async fn end_others(page: Page, Form(_): Form) -> Result<Response, Problem> {
    page.app.crewdesk().write(&page.actor, async |cx| sessions::revoke_others(cx).await).await?;
    Ok(page.go_saying("/me/sessions", &Flash::new("toast-session-ended")))
}
