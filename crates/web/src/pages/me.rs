//! Oneself: profile, password, sessions.

use domain::accounts::credential;
use domain::sessions;
use domain::users::{self, User, UserPatch};
use kernel::ids::SessionId;
use kernel::{Patch, Secret};

use super::context::{Answer, Elsewhere, Page, Sent};
use super::person::session_row;
use super::users::face;
use crate::extract::Id;
use crate::html::form_page::{FormPage, PhotoForm};
use crate::html::frame::Place;
use crate::html::me as view;
use crate::html::table::MenuItem;
use crate::html::typed::Typed;

async fn myself(page: &Page) -> Result<User, Elsewhere> {
    Ok(page.app.crewdesk().read(page.actor(), async |cx| users::myself(cx).await).await?)
}

fn profile_form(page: &Page, user: &User, typed: &Typed) -> Result<FormPage, Elsewhere> {
    let photo =
        PhotoForm { face: face(user).sized("face-large"), action: String::new(), error: None };
    let form = view::profile(page.frame(Place::Me)?, typed, photo, user.version);
    Ok(FormPage { photo: None, ..form })
}

/// `GET /me`.
///
/// # Errors
/// Faults of the server.
pub async fn show_profile(page: Page) -> Answer {
    let user = myself(&page).await?;
    let typed = Typed::of([
        ("first_name", &user.first_name),
        ("last_name", &user.last_name),
        ("username", &user.username),
        ("email", user.email.as_deref().unwrap_or_default()),
        ("mobile", user.mobile.as_deref().unwrap_or_default()),
        ("language", &user.language),
    ]);
    page.show(&profile_form(&page, &user, &typed)?)
}

/// `POST /me`.
///
/// # Errors
/// Faults of the server.
pub async fn profile(Sent { page, mut typed }: Sent) -> Answer {
    let id = page.me()?.user_id;
    let language = typed.filled("language").map_or(Patch::Absent, Patch::Value);
    let patch = UserPatch { language, ..UserPatch::default() };
    let saved = page
        .app
        .crewdesk()
        .write(page.actor(), async |cx| users::update(cx, id, None, patch).await)
        .await;
    match saved {
        Ok(_) => Ok(page.done("/me", "toast-saved")),
        Err(error) => {
            let notice = typed.refused(error, page.texts)?;
            let user = myself(&page).await?;
            let form = profile_form(&page, &user, &typed)?;
            page.wrong(&FormPage { notice, ..form })
        }
    }
}

/// `GET /me/password`.
///
/// # Errors
/// Faults of the server.
pub async fn show_password(page: Page) -> Answer {
    page.show(&view::password(page.frame(Place::Me)?, &Typed::default()))
}

/// `POST /me/password`.
///
/// # Errors
/// Faults of the server.
pub async fn password(Sent { page, typed }: Sent) -> Answer {
    let (old, new) = (Secret::new(typed.value("current")), Secret::new(typed.value("password")));
    let changed = credential::change_own(page.app.crewdesk(), page.actor(), &old, &new).await;
    let error = match changed {
        Ok(()) => return Ok(page.done("/", "toast-password")),
        Err(error) => error,
    };
    // The form names them otherwise than the interface does, and secrets do not come back.
    let error = match error {
        kernel::Error::Invalid(mut fields) => {
            for field in &mut fields {
                let name = if field.pointer == "password" { "current" } else { "password" };
                name.clone_into(&mut field.pointer);
            }
            kernel::Error::Invalid(fields)
        }
        other => other,
    };
    let mut typed = Typed::of([("current", ""), ("password", "")]);
    let notice = typed.refused(error, page.texts)?;
    let form = view::password(page.frame(Place::Me)?, &typed);
    page.wrong(&FormPage { notice, ..form })
}

/// `GET /me/sessions`.
///
/// # Errors
/// Faults of the server.
pub async fn sessions(page: Page) -> Answer {
    let rows =
        page.app.crewdesk().read(page.actor(), async |cx| sessions::list_own(cx).await).await?;
    let rows = rows.iter().map(|one| session_row(&page, one, Vec::<MenuItem>::new())).collect();
    let view = view::sessions(page.frame(Place::Me)?, rows);
    if page.is_part() { page.show(&view.as_list()) } else { page.show(&view) }
}

/// `POST /me/sessions/{id}/end`.
///
/// # Errors
/// Faults of the server.
pub async fn end_session(Id(id): Id<SessionId>, Sent { page, .. }: Sent) -> Answer {
    page.app.crewdesk().write(page.actor(), async |cx| sessions::revoke_own(cx, id).await).await?;
    Ok(page.done("/me/sessions", "toast-session-ended"))
}
