//! `/me/single-sign-on`: accounts elsewhere with which one comes in here (SPEC ACC-7).

use axum::response::Response;
use domain::identity_providers::{self, LinkedIdentity, Wish};
use http::StatusCode;
use kernel::ids::{IdentityProviderId, LinkedIdentityId};
use kernel::{Code, Error};

use super::doors::Knock;
use super::single_sign_on::{buttons, leave};
use super::steps::show;
use super::{flash::Flash, form::Form, page::Page};
use crate::extract::Id;
use crate::html::{
    doors::ChooseProvider,
    frame::Place,
    linked as views,
    parts::When,
    sheet::Sheet,
    table::{Cell, ListRow},
};
use crate::problem::Problem;

const HERE: &str = "/me/single-sign-on";

async fn read(page: &Page) -> Result<Vec<LinkedIdentity>, Problem> {
    let me = page.me.user_id;
    let links =
        page.app.crewdesk().read(&page.actor, async |cx| identity_providers::links(cx, me).await);
    Ok(links.await?)
}

/// `GET /me/single-sign-on`.
pub(crate) async fn list(page: Page) -> Result<Response, Problem> {
    let now = page.app.crewdesk().clock().now();
    let row = |link: &LinkedIdentity| ListRow {
        cells: vec![
            Cell::Text(link.label.clone()),
            Cell::Text(link.issuer.clone()),
            Cell::When(When::relative(page.lang(), &page.zone, link.last_used_at, now)),
        ],
        menu: views::menu(views::own(&link.id.to_string())),
        id: link.id.to_string(),
    };
    let rows = read(&page).await?.iter().map(row).collect();
    Ok(page.show(&views::list(page.frame(Place::Me), rows)))
}

/// `GET /me/single-sign-on/connect`.
pub(crate) async fn ask_connect(page: Page, knock: Knock) -> Result<Response, Problem> {
    let offers = page
        .app
        .crewdesk()
        .read(&page.actor, async |cx| identity_providers::offered_here(cx).await)
        .await?;
    let view = ChooseProvider {
        door: knock.door(),
        title: "me-sso-connect-task",
        lead: "me-sso-connect-lead",
        action: "/me/single-sign-on/connect",
        back: (HERE, "form-cancel"),
        ticket: String::new(),
        next: String::new(),
        hint: String::new(),
        providers: buttons(page.texts(), "me-sso-connect", offers),
    };
    Ok(knock.show(StatusCode::OK, &view))
}

/// `POST /me/single-sign-on/connect`: to the provider.
pub(crate) async fn connect(
    page: Page,
    knock: Knock,
    Form(typed): Form,
) -> Result<Response, Problem> {
    let provider: IdentityProviderId =
        typed.value("provider").parse().map_err(|_| Error::NotFound)?;
    let wish = Wish {
        provider,
        redirect: page.app.config().redirect_url(),
        next: HERE.to_owned(),
        hint: None,
        ticket: None,
    };
    let begun = identity_providers::begin_link(
        page.app.crewdesk(),
        page.app.identity()?,
        &page.actor,
        wish,
    );
    match begun.await {
        Ok(begun) => Ok(leave(&knock, &begun)),
        Err(Error::Forbidden(Code::FreshSignInRequired)) => {
            Ok(page.prove_again("/me/single-sign-on/connect"))
        }
        Err(error) => Err(error.into()),
    }
}

async fn one(page: &Page, id: LinkedIdentityId) -> Result<LinkedIdentity, Problem> {
    let found = read(page).await?.into_iter().find(|link| link.id == id);
    Ok(found.ok_or(Error::NotFound)?)
}

/// `GET /me/single-sign-on/{id}/removal`.
pub(crate) async fn ask_disconnect(
    page: Page,
    Id(id): Id<LinkedIdentityId>,
) -> Result<Response, Problem> {
    let link = one(&page, id).await?;
    let sheet = views::disconnect(page.frame(Place::Me), &id.to_string(), &link.label);
    Ok(show(&page, StatusCode::OK, &sheet))
}

/// `POST /me/single-sign-on/{id}/removal`.
pub(crate) async fn disconnect(
    page: Page,
    Id(id): Id<LinkedIdentityId>,
    Form(mut typed): Form,
) -> Result<Response, Problem> {
    let link = one(&page, id).await?;
    let me = page.me.user_id;
    let verb = page
        .app
        .crewdesk()
        .write(&page.actor, async |cx| identity_providers::unlink(cx, me, id).await);
    let error = match verb.await {
        Ok(()) => return Ok(page.go_saying(HERE, &Flash::new("toast-sso-disconnected"))),
        Err(error) => error,
    };
    let (status, notice) = typed.refused_here(error, page.texts())?;
    let sheet = views::disconnect(page.frame(Place::Me), &id.to_string(), &link.label);
    Ok(show(&page, status, &Sheet { notice, ..sheet }))
}
