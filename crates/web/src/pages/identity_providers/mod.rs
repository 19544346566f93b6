//! `/settings/sign-in/providers`: who may say who the organisation's people are (SPEC ACC-7).
//!
//! - `typed`: the form and what it says
//! - `test`: trying a provider out

mod test;
mod typed;

use axum::response::Response;
use domain::access::{self, Action};
use domain::identity_providers::{self, Provider};
use domain::users::Licence;
use domain::{Cx, licences};
use http::StatusCode;
use kernel::ids::IdentityProviderId;
use kernel::{Error, Result};
use texts::Texts;

use super::licence_words::licence_name;
use super::people::{self, Roles};
use super::steps::show;
use super::{flash::Flash, form::Form, page::Page};
use crate::extract::Id;
use crate::html::{
    form_page::FormPage,
    frame::Place,
    parts::Notice,
    sheet::Sheet,
    single_sign_on::{self as views, Edited, HERE, Offers},
    table::{Cell, ListRow},
    typed::Typed,
};
use crate::problem::Problem;
pub(crate) use test::{ask_test, test};
use typed::{closed_up, patch, read, values};

/// `GET /settings/sign-in/providers`.
pub(crate) async fn list(page: Page) -> Result<Response, Problem> {
    let read = page
        .app
        .crewdesk()
        .read(&page.actor, async |cx| identity_providers::list(cx).await)
        .await?;
    let rows = read.iter().map(|one| row(page.texts(), one)).collect();
    Ok(page.show(&views::list(page.frame(Place::SignIn), rows)))
}

fn row(texts: Texts, one: &Provider) -> ListRow {
    let id = one.id.to_string();
    let state = texts.get(if one.is_on { "sso-on" } else { "sso-off" });
    ListRow {
        cells: vec![
            Cell::Link(format!("{HERE}/{id}"), one.name.clone()),
            Cell::Text(one.issuer.clone()),
            Cell::Text(one.domains.join(", ")),
            Cell::Text(state.into_owned()),
        ],
        menu: views::menu(&id),
        id,
    }
}

async fn offers(cx: &mut Cx<'_>, page: &Page) -> Result<Offers> {
    let (texts, tier) = (page.texts(), &page.me.organisation.tier);
    let name = |one: Licence| (one.as_str().to_owned(), licence_name(texts, one, tier));
    // What needs an extension is never given by a provider.
    let ordered = licences::offers(cx).await?;
    let ordered = ordered.iter().filter(|offer| !offer.needs.extension);
    Ok(Offers {
        roles: Roles::read(cx).await?.assignable(&page.me, texts),
        groups: people::groups(cx).await?,
        licences: ordered.map(|offer| name(offer.licence)).collect(),
        redirect_url: page.app.config().redirect_url(),
        door_url: page.app.config().door_url(),
    })
}

/// `GET /settings/sign-in/providers/new`.
pub(crate) async fn blank(page: Page) -> Result<Response, Problem> {
    access::require(&page.me, Action::IdentityProvidersManage)?;
    let offers = page.app.crewdesk().read(&page.actor, async |cx| {
        identity_providers::list(cx).await?;
        offers(cx, &page).await
    });
    let typed = Typed::of([("is_on", "true"), ("creates_users", "true")]);
    let frame = page.frame(Place::SignIn);
    Ok(page.show(&views::form(frame, &typed, &offers.await?, None, 0)))
}

/// `POST /settings/sign-in/providers/new`.
pub(crate) async fn create(page: Page, Form(typed): Form) -> Result<Response, Problem> {
    let (mut typed, rules) = closed_up(&typed);
    let error = match make(&page, &typed).await {
        Ok(made) => {
            let flash = Flash::about("toast-saved-named", &made.name);
            return Ok(page.go_saying(HERE, &flash));
        }
        Err(error) => error,
    };
    let (status, notice) = refused(&mut typed, error, page.texts())?;
    let offers = page.app.crewdesk().read(&page.actor, async |cx| offers(cx, &page).await).await?;
    let view = views::form(page.frame(Place::SignIn), &typed, &offers, None, rules);
    Ok(page.show_with(status, &FormPage { notice, ..view }))
}

async fn make(page: &Page, typed: &Typed) -> Result<Provider> {
    let new = read(typed)?;
    let verb = page
        .app
        .crewdesk()
        .write(&page.actor, async |cx| identity_providers::create(cx, new).await);
    verb.await
}

/// What is wrong with one domain is said beside all of them.
fn refused(
    typed: &mut Typed,
    error: Error,
    texts: Texts,
) -> Result<(StatusCode, Option<Notice>), Error> {
    let error = match error {
        Error::Invalid(mut faults) => {
            for fault in faults.iter_mut().filter(|fault| fault.pointer.starts_with("domains/")) {
                "domains".clone_into(&mut fault.pointer);
            }
            Error::Invalid(faults)
        }
        other => other,
    };
    typed.refused_here(error, texts)
}

async fn editing(page: &Page, id: IdentityProviderId) -> Result<(Provider, Offers), Problem> {
    let read = page.app.crewdesk().read(&page.actor, async |cx| {
        let one = identity_providers::get(cx, id).await?;
        Ok((one, offers(cx, page).await?))
    });
    Ok(read.await?)
}

fn edited(page: &Page, one: &Provider, version: &str) -> Edited {
    Edited {
        id: one.id.to_string(),
        version: version.to_owned(),
        has_secret: one.has_secret,
        sign_out_url: page.app.config().sign_out_url(one.id),
    }
}

/// `GET /settings/sign-in/providers/{id}`.
pub(crate) async fn edit(page: Page, Id(id): Id<IdentityProviderId>) -> Result<Response, Problem> {
    let (one, offers) = editing(&page, id).await?;
    let (typed, rules) = values(&one);
    let edited = edited(&page, &one, &one.version.to_string());
    let frame = page.frame(Place::SignIn);
    Ok(page.show(&views::form(frame, &typed, &offers, Some(&edited), rules)))
}

async fn save(page: &Page, id: IdentityProviderId, typed: &Typed) -> Result<Provider> {
    let version = Some(typed.value("version").parse().unwrap_or(-1));
    let patch = patch(read(typed)?);
    let verb = page
        .app
        .crewdesk()
        .write(&page.actor, async |cx| identity_providers::update(cx, id, version, patch).await);
    verb.await
}

/// `POST /settings/sign-in/providers/{id}`.
pub(crate) async fn change(
    page: Page,
    Id(id): Id<IdentityProviderId>,
    Form(typed): Form,
) -> Result<Response, Problem> {
    let (mut typed, rules) = closed_up(&typed);
    let error = match save(&page, id, &typed).await {
        Ok(_) => return Ok(page.go_saying(HERE, &Flash::new("toast-saved"))),
        Err(error) => error,
    };
    let (status, notice) = refused(&mut typed, error, page.texts())?;
    let (one, offers) = editing(&page, id).await?;
    let edited = edited(&page, &one, typed.value("version"));
    let view = views::form(page.frame(Place::SignIn), &typed, &offers, Some(&edited), rules);
    Ok(page.show_with(status, &FormPage { notice, ..view }))
}

async fn named(page: &Page, id: IdentityProviderId) -> Result<String, Problem> {
    let read =
        page.app.crewdesk().read(&page.actor, async |cx| identity_providers::get(cx, id).await);
    Ok(read.await?.name)
}

/// `GET /settings/sign-in/providers/{id}/removal`.
pub(crate) async fn ask_delete(
    page: Page,
    Id(id): Id<IdentityProviderId>,
) -> Result<Response, Problem> {
    let name = named(&page, id).await?;
    let frame = page.frame(Place::SignIn);
    Ok(show(&page, StatusCode::OK, &views::delete(frame, &id.to_string(), &name)))
}

/// `POST /settings/sign-in/providers/{id}/removal`.
pub(crate) async fn delete(
    page: Page,
    Id(id): Id<IdentityProviderId>,
    Form(mut typed): Form,
) -> Result<Response, Problem> {
    let name = named(&page, id).await?;
    let verb =
        page.app.crewdesk().write(&page.actor, async |cx| identity_providers::delete(cx, id).await);
    let error = match verb.await {
        Ok(()) => return Ok(page.go_saying(HERE, &Flash::new("toast-sso-deleted"))),
        Err(error) => error,
    };
    let (status, notice) = typed.refused_here(error, page.texts())?;
    let sheet = views::delete(page.frame(Place::SignIn), &id.to_string(), &name);
    Ok(show(&page, status, &Sheet { notice, ..sheet }))
}
