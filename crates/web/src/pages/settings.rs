//! `/settings/organisation` and `/settings/tokens`.

use axum::response::Response;
use domain::access::{self, Action, Reach};
use domain::organisations::{self, Organisation, OrganisationPatch};
use domain::sessions::tokens::{self, NewToken, TokenRow};
use http::StatusCode;
use kernel::ids::SessionId;
use kernel::{Code, Error, PageSize, Patch, Result, Span, Timestamp};
use texts::Zone;

use super::people;
use super::steps::show;
use super::{flash::Flash, form::Form, page::Page};
use crate::extract::Id;
use crate::html::{
    form_page::{Differs, FormPage},
    frame::Place,
    parts::{Notice, When, icon},
    settings as views,
    table::{Cell, ListRow, MenuItem},
    typed::Typed,
};
use crate::problem::Problem;

fn values(organisation: &Organisation) -> [(&'static str, String); 7] {
    [
        ("name", organisation.name.clone()),
        ("team_name", organisation.team_name.clone().unwrap_or_default()),
        ("handle", organisation.handle.clone()),
        ("language", organisation.language.clone()),
        ("time_zone", organisation.time_zone.clone()),
        ("audit_days", organisation.audit_days.to_string()),
        ("sign_in_days", organisation.sign_in_days.to_string()),
    ]
}

fn form(page: &Page, typed: &Typed, now: &Organisation) -> FormPage {
    let may = page.me.grants.reach(Action::OrganisationEdit).holds(Reach::ORGANISATION);
    let locked = (!may).then_some("organisation-only-administrators");
    let mut zones = Zone::all();
    if !zones.contains(&now.time_zone) {
        zones.insert(0, now.time_zone.clone());
    }
    views::organisation(page.frame(Place::Organisation), typed, &zones, now.version, locked)
}

/// `GET /settings/organisation`.
pub(crate) async fn organisation(page: Page) -> Result<Response, Problem> {
    let now =
        page.app.crewdesk().read(&page.actor, async |cx| organisations::get(cx).await).await?;
    let typed = values(&now).map(|(name, value)| (name.to_owned(), value));
    Ok(page.show(&form(&page, &Typed::new(typed.into()), &now)))
}

/// `POST /settings/organisation`.
pub(crate) async fn change(page: Page, Form(mut typed): Form) -> Result<Response, Problem> {
    let field = |name: &str| Patch::Value(typed.value(name).trim().to_owned());
    let days = |name: &str| match typed.has(name) {
        true => Patch::Value(typed.value(name).parse().unwrap_or(-1)),
        false => Patch::Absent,
    };
    let patch = OrganisationPatch {
        name: field("name"),
        team_name: field("team_name"),
        language: field("language"),
        time_zone: field("time_zone"),
        audit_days: days("audit_days"),
        sign_in_days: days("sign_in_days"),
    };
    let version = Some(typed.value("version").parse().unwrap_or(-1));
    let crewdesk = page.app.crewdesk();
    let saved = crewdesk
        .write(&page.actor, async |cx| organisations::update(cx, version, patch).await)
        .await;
    let error = match saved {
        Ok(_) => return Ok(page.go_saying("/settings/organisation", &Flash::new("toast-saved"))),
        Err(error) => error,
    };
    let now = crewdesk.read(&page.actor, async |cx| organisations::get(cx).await).await?;
    if matches!(error, Error::Stale) {
        let view = FormPage {
            notice: Some(Notice::warn(page.texts().error(Code::Stale))),
            differs: differs(&now, &typed),
            ..form(&page, &typed, &now)
        };
        return Ok(page.show_with(StatusCode::PRECONDITION_FAILED, &view));
    }
    let status = crate::problem::status(&error);
    let notice = typed.refused(error, page.texts())?;
    Ok(page.show_with(status, &FormPage { notice, ..form(&page, &typed, &now) }))
}

fn differs(now: &Organisation, typed: &Typed) -> Vec<Differs> {
    let label = |name: &str| match name {
        "name" => "organisation-name",
        "team_name" => "organisation-team",
        "language" => "organisation-language",
        "audit_days" => "organisation-audit_days",
        "sign_in_days" => "organisation-sign_in_days",
        _ => "organisation-time_zone",
    };
    values(now)
        .into_iter()
        .filter(|(name, value)| typed.has(name) && typed.value(name).trim() != value)
        .map(|(name, value)| Differs {
            label: label(name),
            mine: typed.value(name).to_owned(),
            theirs: value,
        })
        .collect()
}

/// `GET /settings/tokens`.
pub(crate) async fn list_tokens(page: Page) -> Result<Response, Problem> {
    tokens_page(&page, None).await
}

/// The list; `once` is the secret of a new one.
async fn tokens_page(page: &Page, once: Option<String>) -> Result<Response, Problem> {
    let all = page.me.grants.reach(Action::TokensManage).holds(Reach::ORGANISATION);
    let (rows, names, now) = page
        .app
        .crewdesk()
        .read(&page.actor, async |cx| {
            let size = PageSize::new(Some(200))?;
            let rows = match all {
                true => tokens::list_all(cx, size, None).await?,
                false => tokens::list_own(cx, size, None).await?,
            };
            let names = people::names(cx, rows.items.iter().map(|row| row.user_id)).await?;
            Ok((rows.items, names, cx.now))
        })
        .await?;
    let rows = rows
        .iter()
        .map(|row| token_row(page, row, names.get(&row.user_id).cloned().unwrap_or_default(), now))
        .collect();
    Ok(page.show(&views::tokens(page.frame(Place::Tokens), rows, once)))
}

fn token_row(page: &Page, row: &TokenRow, owner: String, now: Timestamp) -> ListRow {
    let scopes = match row.actions() {
        None => page.texts().get("token-all").into_owned(),
        Some(actions) => {
            let words =
                actions.iter().map(|action| crate::html::roles::permission(page.texts(), *action));
            words.collect::<Vec<_>>().join(", ")
        }
    };
    let used = |at| Cell::When(When::relative(page.lang(), &page.zone, at, now));
    let end = format!("/settings/tokens/{}/end", row.id);
    ListRow {
        id: row.id.to_string(),
        cells: vec![
            Cell::Text(row.name.clone()),
            Cell::Text(owner),
            Cell::Text(scopes),
            row.used_at().map_or(Cell::Empty, used),
            Cell::When(When::day(page.lang(), &page.zone, row.expires_at)),
        ],
        menu: vec![MenuItem::task(end, icon("ban"), "token-end").dangerous()],
    }
}

/// Permissions that a token of this person may have.
fn scopes(page: &Page) -> Vec<(&'static str, String)> {
    let held = Action::ALL
        .iter()
        .filter(|action| !page.me.grants.reach(**action).is_none() && !action.is_own());
    held.map(|action| (action.as_str(), crate::html::roles::permission(page.texts(), *action)))
        .collect()
}

/// `GET /settings/tokens/new`.
pub(crate) async fn blank_token(page: Page) -> Result<Response, Problem> {
    access::require(&page.me, Action::TokensOwn)?;
    let typed = Typed::of([("days", "90")]);
    Ok(page.show(&views::new_token(page.frame(Place::Tokens), &typed, &scopes(&page))))
}

/// `POST /settings/tokens`: answers with the list and the secret, which is nowhere else.
pub(crate) async fn make_token(page: Page, Form(mut typed): Form) -> Result<Response, Problem> {
    let days = typed.value("days").parse::<i64>().unwrap_or(0).clamp(0, 731);
    let chosen: Vec<String> = typed.all("scope").map(str::to_owned).collect();
    let new = NewToken {
        name: typed.value("name").to_owned(),
        scopes: (!chosen.is_empty()).then_some(chosen),
        expires_at: page.app.crewdesk().clock().now().plus(Span::days(days)),
    };
    let made =
        page.app.crewdesk().write(&page.actor, async |cx| tokens::create(cx, new).await).await;
    match made {
        Ok((_, secret)) => tokens_page(&page, Some(secret.expose().to_owned())).await,
        Err(error) => {
            let status = crate::problem::status(&error);
            let notice = typed.refused(error, page.texts())?;
            let view = views::new_token(page.frame(Place::Tokens), &typed, &scopes(&page));
            Ok(page.show_with(status, &FormPage { notice, ..view }))
        }
    }
}

/// `GET /settings/tokens/{id}/end`.
pub(crate) async fn ask_end_token(page: Page, Id(id): Id<SessionId>) -> Result<Response, Problem> {
    let name = token_name(&page, id).await?;
    Ok(show(
        &page,
        StatusCode::OK,
        &views::end_token(page.frame(Place::Tokens), &id.to_string(), &name),
    ))
}

async fn token_name(page: &Page, id: SessionId) -> Result<String> {
    let all = page.me.grants.reach(Action::TokensManage).holds(Reach::ORGANISATION);
    let rows = page.app.crewdesk().read(&page.actor, async |cx| {
        let size = PageSize::new(Some(200))?;
        if all {
            tokens::list_all(cx, size, None).await
        } else {
            tokens::list_own(cx, size, None).await
        }
    });
    let found = rows.await?.items.into_iter().find(|row| row.id == id);
    found.map(|row| row.name).ok_or(Error::NotFound)
}

/// `POST /settings/tokens/{id}/end`.
pub(crate) async fn end_token(
    page: Page,
    Id(id): Id<SessionId>,
    Form(_): Form,
) -> Result<Response, Problem> {
    page.app.crewdesk().write(&page.actor, async |cx| tokens::revoke(cx, id).await).await?;
    Ok(page.go_saying("/settings/tokens", &Flash::new("toast-token-ended")))
}
