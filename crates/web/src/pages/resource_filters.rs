//! `/settings/filters`: what narrows somebody's sight (SPEC GRP-2).

use axum::response::Response;
use domain::access::{self, Action};
use domain::resource_filters::{self, FilterPatch, Holders, Listed, NewFilter, Selection};
use domain::{Cx, users};
use http::StatusCode;
use kernel::ids::ResourceFilterId;
use kernel::{Code, Error, Patch, Result};
use texts::{Arg, Texts};

use super::people;
use super::steps::show;
use super::{flash::Flash, form::Form, page::Page};
use crate::extract::Id;
use crate::html::{
    form_page::FormPage,
    frame::Place,
    resource_filters::{self as views, Offers},
    sheet::Sheet,
    table::{Cell, ListRow},
    typed::Typed,
};
use crate::problem::Problem;

/// Names of holders in one sentence.
const NAMED: usize = 20;

/// `GET /settings/filters`.
pub(crate) async fn list(page: Page) -> Result<Response, Problem> {
    let read =
        page.app.crewdesk().read(&page.actor, async |cx| resource_filters::list(cx).await).await?;
    let rows = read.iter().map(row).collect();
    Ok(page.show(&views::list(page.frame(Place::Filters), rows)))
}

fn row(listed: &Listed) -> ListRow {
    let id = listed.filter.id.to_string();
    let count = |number: i64| Cell::Number(number.to_string());
    ListRow {
        cells: vec![
            Cell::Link(format!("/settings/filters/{id}"), listed.filter.name.clone()),
            count(listed.groups),
            count(listed.teams),
            count(listed.held_by_groups),
            count(listed.held_by_users),
        ],
        menu: views::menu(&id),
        id,
    }
}

async fn offers(cx: &mut Cx<'_>) -> Result<Offers> {
    Ok(Offers { groups: people::groups(cx).await?, teams: people::teams(cx).await?, held: None })
}

/// `GET /settings/filters/new`.
pub(crate) async fn blank(page: Page) -> Result<Response, Problem> {
    access::require(&page.me, Action::ResourceFiltersManage)?;
    let offers = page.app.crewdesk().read(&page.actor, async |cx| offers(cx).await).await?;
    let frame = page.frame(Place::Filters);
    Ok(page.show(&views::form(frame, &Typed::default(), &offers, None)))
}

/// What was ticked; an id that no box offered is refused like a wrong value.
fn ticked<T: std::str::FromStr>(typed: &Typed, name: &'static str, code: Code) -> Result<Vec<T>> {
    let read = |text: &str| text.parse().map_err(|_| Error::field(name, code));
    typed.all(name).map(read).collect()
}

/// `POST /settings/filters/new`.
pub(crate) async fn create(page: Page, Form(mut typed): Form) -> Result<Response, Problem> {
    let error = match make(&page, &typed).await {
        Ok(made) => {
            let flash = Flash::about("toast-saved-named", &made.filter.name);
            return Ok(page.go_saying("/settings/filters", &flash));
        }
        Err(error) => error,
    };
    let (status, notice) = typed.refused_here(error, page.texts())?;
    let offers = page.app.crewdesk().read(&page.actor, async |cx| offers(cx).await).await?;
    let view = views::form(page.frame(Place::Filters), &typed, &offers, None);
    Ok(page.show_with(status, &FormPage { notice, ..view }))
}

async fn make(page: &Page, typed: &Typed) -> Result<Selection> {
    let new = NewFilter {
        name: typed.value("name").to_owned(),
        groups: ticked(typed, "group", Code::GroupUnknown)?,
        teams: ticked(typed, "team", Code::TeamUnknown)?,
    };
    page.app.crewdesk().write(&page.actor, async |cx| resource_filters::create(cx, new).await).await
}

async fn editing(page: &Page, id: ResourceFilterId) -> Result<(Selection, Offers), Problem> {
    access::require(&page.me, Action::ResourceFiltersManage)?;
    let texts = page.texts();
    let read = page.app.crewdesk().read(&page.actor, async |cx| {
        let one = resource_filters::get(cx, id).await?;
        let mut offers = offers(cx).await?;
        let holders = resource_filters::holders(cx, id).await?;
        offers.held = held(cx, texts, &holders, &offers.groups).await?;
        Ok((one, offers))
    });
    Ok(read.await?)
}

/// Who has a filter, in a sentence; none where nobody does.
async fn held(
    cx: &mut Cx<'_>,
    texts: Texts,
    holders: &Holders,
    groups: &[(String, String)],
) -> Result<Option<String>> {
    if holders.is_none() {
        return Ok(None);
    }
    let holds = |id: &String| holders.groups.iter().any(|one| one.to_string() == *id);
    let mut names: Vec<String> =
        groups.iter().filter(|(id, _)| holds(id)).map(|(_, name)| name.clone()).collect();
    let some: Vec<_> = holders.users.iter().copied().take(NAMED).collect();
    names.extend(users::names(cx, &some).await?.into_iter().map(|(_, name)| name));
    names.truncate(NAMED);
    let groups = i64::try_from(holders.groups.len()).unwrap_or(i64::MAX);
    let shown = i64::try_from(names.len()).unwrap_or(i64::MAX);
    let more = groups.saturating_add(holders.users_in_all).saturating_sub(shown);
    let values = [("names", Arg::from(names.join(", "))), ("n", Arg::from(more))];
    Ok(Some(texts.with("filters-held", &values).into_owned()))
}

/// `GET /settings/filters/{id}`.
pub(crate) async fn edit(page: Page, Id(id): Id<ResourceFilterId>) -> Result<Response, Problem> {
    let (one, offers) = editing(&page, id).await?;
    let mut values = vec![("name".to_owned(), one.filter.name.clone())];
    values.extend(one.groups.iter().map(|id| ("group".to_owned(), id.to_string())));
    values.extend(one.teams.iter().map(|id| ("team".to_owned(), id.to_string())));
    let (id, version) = (id.to_string(), one.filter.version.to_string());
    let edited = Some((id.as_str(), version.as_str()));
    Ok(page.show(&views::form(page.frame(Place::Filters), &Typed::new(values), &offers, edited)))
}

async fn save(page: &Page, id: ResourceFilterId, typed: &Typed) -> Result<Selection> {
    let version = Some(typed.value("version").parse().unwrap_or(-1));
    let patch = FilterPatch {
        name: Patch::Value(typed.value("name").to_owned()),
        groups: Patch::Value(ticked(typed, "group", Code::GroupUnknown)?),
        teams: Patch::Value(ticked(typed, "team", Code::TeamUnknown)?),
    };
    let verb = page
        .app
        .crewdesk()
        .write(&page.actor, async |cx| resource_filters::update(cx, id, version, patch).await);
    verb.await
}

/// `POST /settings/filters/{id}`.
pub(crate) async fn change(
    page: Page,
    Id(id): Id<ResourceFilterId>,
    Form(mut typed): Form,
) -> Result<Response, Problem> {
    let error = match save(&page, id, &typed).await {
        Ok(_) => return Ok(page.go_saying("/settings/filters", &Flash::new("toast-saved"))),
        Err(error) => error,
    };
    let (status, notice) = typed.refused_here(error, page.texts())?;
    let (_, offers) = editing(&page, id).await?;
    let (id, version) = (id.to_string(), typed.value("version").to_owned());
    let edited = Some((id.as_str(), version.as_str()));
    let view = views::form(page.frame(Place::Filters), &typed, &offers, edited);
    Ok(page.show_with(status, &FormPage { notice, ..view }))
}

async fn deleting(page: &Page, id: ResourceFilterId) -> Result<Sheet, Problem> {
    let (one, offers) = editing(page, id).await?;
    let frame = page.frame(Place::Filters);
    Ok(views::delete(frame, &id.to_string(), &one.filter.name, offers.held))
}

/// `GET /settings/filters/{id}/removal`.
pub(crate) async fn ask_delete(
    page: Page,
    Id(id): Id<ResourceFilterId>,
) -> Result<Response, Problem> {
    Ok(show(&page, StatusCode::OK, &deleting(&page, id).await?))
}

/// `POST /settings/filters/{id}/removal`.
pub(crate) async fn delete(
    page: Page,
    Id(id): Id<ResourceFilterId>,
    Form(mut typed): Form,
) -> Result<Response, Problem> {
    let verb =
        page.app.crewdesk().write(&page.actor, async |cx| resource_filters::delete(cx, id).await);
    let error = match verb.await {
        Ok(()) => {
            return Ok(page.go_saying("/settings/filters", &Flash::new("toast-filter-deleted")));
        }
        Err(error) => error,
    };
    let (status, notice) = typed.refused_here(error, page.texts())?;
    Ok(show(&page, status, &Sheet { notice, ..deleting(&page, id).await? }))
}
