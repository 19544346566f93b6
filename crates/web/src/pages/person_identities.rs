//! `/users/{id}/identities`: accounts elsewhere with which somebody comes in, on their tab Security (SPEC ACC-7).

use axum::extract::Path;
use axum::response::Response;
use domain::identity_providers::{self, LinkedIdentity};
use domain::{Cx, users};
use http::StatusCode;
use kernel::ids::{LinkedIdentityId, UserId};
use kernel::{Code, Error, Result, Timestamp};

use super::steps::show;
use super::{flash::Flash, form::Form, page::Page};
use crate::html::{
    frame::Place,
    linked as views,
    parts::When,
    sheet::Sheet,
    table::{Cell, ListRow},
    users::TabTable,
};
use crate::problem::Problem;

type At = Path<(String, String)>;

/// What is connected to somebody, for those who may take it back; nothing for others.
pub(super) async fn read(cx: &mut Cx<'_>, id: UserId) -> Result<Vec<LinkedIdentity>> {
    match identity_providers::links(cx, id).await {
        Err(error) if error.is_forbidden() => Ok(Vec::new()),
        links => links,
    }
}

/// The table on the tab.
pub(super) fn table(
    page: &Page,
    user: UserId,
    links: &[LinkedIdentity],
    now: Timestamp,
) -> TabTable {
    let when = |at| Cell::When(When::relative(page.lang(), &page.zone, at, now));
    let own = page.me.user_id == user;
    let row = |link: &LinkedIdentity| ListRow {
        cells: vec![
            Cell::Text(link.label.clone()),
            Cell::Text(link.issuer.clone()),
            Cell::Text(link.subject.clone()),
            when(link.created_at),
            when(link.last_used_at),
        ],
        menu: views::menu(match own {
            true => views::own(&link.id.to_string()),
            false => views::of(user, &link.id.to_string()),
        }),
        id: link.id.to_string(),
    };
    TabTable {
        title: "person-identities",
        nothing: "person-identities-none",
        columns: views::COLUMNS.to_vec(),
        rows: links.iter().map(row).collect(),
        ..TabTable::default()
    }
}

/// The person's name, and which of their identities is meant.
async fn one(page: &Page, at: At) -> Result<(UserId, String, LinkedIdentity), Problem> {
    let Path((user, link)) = at;
    let user: UserId = user.parse().map_err(|_| Error::NotFound)?;
    let link: LinkedIdentityId = link.parse().map_err(|_| Error::NotFound)?;
    let read = page.app.crewdesk().read(&page.actor, async |cx| {
        let links = identity_providers::links(cx, user).await?;
        let found = links.into_iter().find(|one| one.id == link).ok_or(Error::NotFound)?;
        Ok((user, users::get(cx, user).await?.user.display_name, found))
    });
    Ok(read.await?)
}

fn sheet(page: &Page, (user, person, link): &(UserId, String, LinkedIdentity)) -> Sheet {
    let id = link.id.to_string();
    views::disconnect_from(page.frame(Place::Users), *user, &id, person, &link.label)
}

/// `GET /users/{id}/identities/{identity}/removal`.
pub(crate) async fn ask_disconnect(page: Page, at: At) -> Result<Response, Problem> {
    let found = one(&page, at).await?;
    Ok(show(&page, StatusCode::OK, &sheet(&page, &found)))
}

/// `POST /users/{id}/identities/{identity}/removal`.
pub(crate) async fn disconnect(
    page: Page,
    at: At,
    Form(mut typed): Form,
) -> Result<Response, Problem> {
    let found = one(&page, at).await?;
    let (user, link) = (found.0, found.2.id);
    let verb = page
        .app
        .crewdesk()
        .write(&page.actor, async |cx| identity_providers::unlink(cx, user, link).await);
    let error = match verb.await {
        Ok(()) => {
            let flash = Flash::new("toast-sso-disconnected");
            return Ok(page.go_saying(&format!("/users/{user}/security"), &flash));
        }
        Err(Error::Forbidden(Code::FreshSignInRequired)) => {
            let next = views::of(user, &link.to_string());
            return Ok(page.go(&format!("/sign-in?reason=fresh&next={next}")));
        }
        Err(error) => error,
    };
    let (status, notice) = typed.refused_here(error, page.texts())?;
    Ok(show(&page, status, &Sheet { notice, ..sheet(&page, &found) }))
}
