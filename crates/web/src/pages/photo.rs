//! Photos: shown, uploaded, taken away (SPEC USR-4).

use axum::extract::{Multipart, Path};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use domain::users::photo::{self, Size};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use kernel::ids::UserId;
use kernel::{Code, Error, Result};

use super::flash::Flash;
use super::page::Page;
use super::tokens;
use crate::extract::{Id, Query};
use crate::problem::Problem;

/// `GET /users/{id}/photo`: its address changes with the photo, so a browser keeps it for ever.
pub(crate) async fn show(
    page: Page,
    Id(id): Id<UserId>,
    mut query: Query,
) -> Result<Response, Problem> {
    let size =
        if query.one("size").as_deref() == Some("small") { Size::Small } else { Size::Large };
    let file =
        page.app.crewdesk().read(&page.actor, async |cx| photo::get(cx, id, size).await).await?;
    let mut response = Bytes::from(file).into_response();
    let head = response.headers_mut();
    head.insert(header::CONTENT_TYPE, HeaderValue::from_static("image/jpeg"));
    head.insert(
        header::CACHE_CONTROL,
        HeaderValue::from_static("private, max-age=31536000, immutable"),
    );
    Ok(response)
}

/// What an upload brought: its form token is checked before anything is done with the file.
async fn upload(page: &Page, headers: &HeaderMap, mut form: Multipart) -> Result<Bytes> {
    let broken = |_| Error::conflict(Code::Malformed);
    let (mut proven, mut file) = (false, None);
    while let Some(field) = form.next_field().await.map_err(broken)? {
        match field.name().unwrap_or_default() {
            "csrf" => {
                let token = field.text().await.map_err(broken)?;
                proven = tokens::matches(&page.app, headers, &token);
            }
            "photo" => {
                file = Some(
                    field.bytes().await.map_err(|_| Error::field("photo", Code::PhotoTooLarge))?,
                );
            }
            _ => {}
        }
    }
    if !proven {
        return Err(Error::Forbidden(Code::CrossSite));
    }
    Ok(file.unwrap_or_default())
}

/// Where the form stands to which one returns.
fn form_of(page: &Page, id: UserId) -> String {
    if page.me.user_id == id { "/me".to_owned() } else { format!("/users/{id}/edit") }
}

/// `POST /users/{id}/photo`.
pub(crate) async fn put(
    page: Page,
    Id(id): Id<UserId>,
    headers: HeaderMap,
    form: Multipart,
) -> Result<Response, Problem> {
    match store(&page, id, &headers, form).await {
        Ok(()) => Ok(page.go_saying(&form_of(&page, id), &Flash::new("toast-photo-saved"))),
        Err(Error::Invalid(faults)) => {
            let code = faults.first().map_or(Code::PhotoUnreadable, |fault| fault.code);
            let said = page.texts().error(code).into_owned();
            refused(&page, id, said).await
        }
        Err(error) => Err(error.into()),
    }
}

async fn store(page: &Page, id: UserId, headers: &HeaderMap, form: Multipart) -> Result<()> {
    let file = upload(page, headers, form).await?;
    // Decoding takes long, so it stands outside the transaction and off the runtime thread.
    let photo = tokio::task::spawn_blocking(move || photo::read(&file))
        .await
        .map_err(Error::internal)??;
    page.app.crewdesk().write(&page.actor, async |cx| photo::put(cx, id, photo).await).await?;
    Ok(())
}

/// The form again, with what is wrong beside the file.
async fn refused(page: &Page, id: UserId, said: String) -> Result<Response, Problem> {
    let mut view = if page.me.user_id == id {
        super::me::profile_view(page).await?
    } else {
        super::user_form::edit_view(page, id).await?
    };
    if let Some(photo) = &mut view.photo {
        photo.error = Some(said);
    }
    Ok(page.show_with(StatusCode::UNPROCESSABLE_ENTITY, &view))
}

/// `POST /users/{id}/photo/removal`: a button of the same form, which sends it as multipart.
pub(crate) async fn drop(
    page: Page,
    Path(id): Path<String>,
    headers: HeaderMap,
    form: Multipart,
) -> Result<Response, Problem> {
    let id: UserId = id.parse().map_err(|_| Error::NotFound)?;
    upload(&page, &headers, form).await?;
    page.app.crewdesk().write(&page.actor, async |cx| photo::drop(cx, id).await).await?;
    Ok(page.go_saying(&form_of(&page, id), &Flash::new("toast-photo-removed")))
}
