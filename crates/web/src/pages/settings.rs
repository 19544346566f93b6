//! Settings of the organisation, and API tokens.

use domain::access::Action;
use domain::organisations::{self, Organisation, OrganisationPatch};
use domain::sessions::tokens::{self, NewToken, TokenRow};
use kernel::ids::SessionId;
use kernel::{PageSize, Patch, Span};

use super::context::{Answer, Elsewhere, Page, Sent};
use crate::extract::Id;
use crate::html::form_page::FormPage;
use crate::html::frame::Place;
use crate::html::parts::{When, icon};
use crate::html::settings as view;
use crate::html::table::{Cell, ListRow, MenuItem};
use crate::html::typed::Typed;

fn organisation_form(
    page: &Page,
    organisation: &Organisation,
    typed: &Typed,
) -> Result<FormPage, Elsewhere> {
    let locked =
        (!page.may(Action::OrganisationEdit)).then_some("organisation-only-administrators");
    let zones = texts::Zone::all();
    Ok(view::organisation(
        page.frame(Place::Organisation)?,
        typed,
        &zones,
        organisation.version,
        locked,
    ))
}

async fn current(page: &Page) -> Result<Organisation, Elsewhere> {
    Ok(page.app.crewdesk().read(page.actor(), async |cx| organisations::get(cx).await).await?)
}

/// `GET /settings/organisation`.
///
/// # Errors
/// Faults of the server; for those who may not see it.
pub async fn show_organisation(page: Page) -> Answer {
    let organisation = current(&page).await?;
    let typed = Typed::of([
        ("name", &organisation.name),
        ("team_name", organisation.team_name.as_deref().unwrap_or_default()),
        ("handle", &organisation.handle),
        ("language", &organisation.language),
        ("time_zone", &organisation.time_zone),
    ]);
    page.show(&organisation_form(&page, &organisation, &typed)?)
}

/// `POST /settings/organisation`.
///
/// # Errors
/// Faults of the server.
pub async fn organisation(Sent { page, mut typed }: Sent) -> Answer {
    let field = |name: &str| {
        if typed.has(name) { Patch::Value(typed.value(name).to_owned()) } else { Patch::Absent }
    };
    let patch = OrganisationPatch {
        name: field("name"),
        team_name: field("team_name"),
        language: field("language"),
        time_zone: field("time_zone"),
    };
    let version = typed.value("version").parse().ok();
    let saved = page
        .app
        .crewdesk()
        .write(page.actor(), async |cx| organisations::update(cx, version, patch).await);
    match saved.await {
        Ok(_) => Ok(page.done("/settings/organisation", "toast-saved")),
        Err(error) => {
            let notice = match error {
                kernel::Error::Stale => {
                    Some(crate::html::parts::Notice::warn(page.texts.error(kernel::Code::Stale)))
                }
                other => typed.refused(other, page.texts)?,
            };
            let organisation = current(&page).await?;
            let form = organisation_form(&page, &organisation, &typed)?;
            page.wrong(&FormPage { notice, ..form })
        }
    }
}

/// `GET /settings/tokens`.
///
/// # Errors
/// Faults of the server.
pub async fn tokens(page: Page) -> Answer {
    token_list(&page, None).await
}

async fn token_list(page: &Page, once: Option<String>) -> Answer {
    let found = page
        .app
        .crewdesk()
        .read(page.actor(), async |cx| tokens::list_own(cx, PageSize::new(Some(200))?, None).await);
    let name = page.me()?.display_name.clone();
    let rows = found.await?.items.iter().map(|row| token_row(page, row, &name)).collect();
    let view = view::tokens(page.frame(Place::Tokens)?, rows, once);
    if page.is_part() { page.show(&view.as_list()) } else { page.show(&view) }
}

fn token_row(page: &Page, row: &TokenRow, owner: &str) -> ListRow {
    let ago = |at| Cell::When(When::relative(page.texts.lang(), &page.zone, at, page.now()));
    let scopes = row
        .actions()
        .map(|actions| actions.iter().map(|action| action.as_str()).collect::<Vec<_>>().join(", "));
    let end =
        MenuItem::task(format!("/settings/tokens/{}/end", row.id), icon("trash"), "token-end")
            .dangerous();
    ListRow {
        id: format!("token-{}", row.id),
        cells: vec![
            Cell::Text(row.name.clone()),
            Cell::Text(owner.to_owned()),
            scopes.map_or(Cell::Empty, Cell::Text),
            row.used_at().map_or(Cell::Empty, ago),
            ago(row.expires_at),
        ],
        menu: vec![end],
    }
}

/// The permissions the reader holds, which are the scopes a token may have.
fn scopes(page: &Page) -> Vec<(&'static str, String)> {
    let held = Action::ALL.iter().filter(|action| page.may(**action));
    held.map(|action| (action.as_str(), action.as_str().to_owned())).collect()
}

/// `GET /settings/tokens/new`.
///
/// # Errors
/// Faults of the server.
pub async fn show_new_token(page: Page) -> Answer {
    page.show(&view::new_token(
        page.frame(Place::Tokens)?,
        &Typed::of([("days", "90")]),
        &scopes(&page),
    ))
}

/// `POST /settings/tokens`: the secret is on the page that follows and nowhere else.
///
/// # Errors
/// Faults of the server.
pub async fn create_token(Sent { page, mut typed }: Sent) -> Answer {
    let days = typed.value("days").parse().unwrap_or(90);
    let wanted: Vec<String> = typed.all("scope").map(str::to_owned).collect();
    let new = NewToken {
        name: typed.value("name").to_owned(),
        scopes: (!wanted.is_empty()).then_some(wanted),
        expires_at: page.now().plus(Span::days(days)),
    };
    let made =
        page.app.crewdesk().write(page.actor(), async |cx| tokens::create(cx, new).await).await;
    match made {
        Ok((_, secret)) => token_list(&page, Some(secret.expose().to_owned())).await,
        Err(error) => {
            let notice = typed.refused(error, page.texts)?;
            let form = view::new_token(page.frame(Place::Tokens)?, &typed, &scopes(&page));
            page.wrong(&FormPage { notice, ..form })
        }
    }
}

/// `GET /settings/tokens/{id}/end`.
///
/// # Errors
/// Faults of the server.
pub async fn show_end_token(page: Page, Id(id): Id<SessionId>) -> Answer {
    let found = page
        .app
        .crewdesk()
        .read(page.actor(), async |cx| tokens::list_own(cx, PageSize::new(Some(200))?, None).await);
    let found = found.await?;
    let row = found.items.iter().find(|row| row.id == id).ok_or(kernel::Error::NotFound)?;
    let sheet = view::end_token(page.frame(Place::Tokens)?, &id.to_string(), &row.name);
    if page.is_part() { page.show(&sheet.as_part()) } else { page.show(&sheet) }
}

/// `POST /settings/tokens/{id}/end`.
///
/// # Errors
/// Faults of the server.
pub async fn end_token(Id(id): Id<SessionId>, Sent { page, .. }: Sent) -> Answer {
    page.app.crewdesk().write(page.actor(), async |cx| tokens::revoke(cx, id).await).await?;
    Ok(page.done("/settings/tokens", "toast-token-ended"))
}
