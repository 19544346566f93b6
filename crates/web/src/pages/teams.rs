//! `/teams`: teams and who is in them (SPEC GRP-4).

use std::collections::BTreeMap;

use axum::response::Response;
use domain::access::{self, Action, Reach};
use domain::teams::{self, Led, Member, NewTeam, TeamPatch, locations};
use domain::users::{self, User};
use domain::{Cx, teams::locations::Location};
use http::StatusCode;
use kernel::ids::{TeamId, UserId};
use kernel::{Code, Cursor, Error, PageSize, Patch, Result};

use super::links::with_query;
use super::people;
use super::pick;
use super::steps::show as show_sheet;
use super::{
    flash::Flash,
    form::Form,
    page::{Page, face},
};
use crate::extract::{Id, Query};
use crate::html::{
    form_page::FormPage,
    frame::Place,
    parts::icon,
    sheet::Sheet,
    table::{Cell, ListRow, MenuItem, Pager},
    teams::{self as views, Offers},
    typed::Typed,
};
use crate::problem::Problem;

pub(super) fn may_manage(page: &Page) -> bool {
    page.me.grants.reach(Action::TeamsManage).holds(Reach::ORGANISATION)
}

/// `GET /teams`.
pub(crate) async fn list(page: Page) -> Result<Response, Problem> {
    let (all, places, names) = page
        .app
        .crewdesk()
        .read(&page.actor, async |cx| {
            let all = teams::list(cx).await?;
            let leaders = all.iter().flat_map(|led| led.leaders.iter().copied());
            let names = people::names(cx, leaders.collect::<Vec<_>>().into_iter()).await?;
            Ok((all, locations::list(cx).await?, names))
        })
        .await?;
    let manages = may_manage(&page);
    let rows = all.iter().map(|led| row(led, &places, &names, manages)).collect();
    Ok(page.show(&views::list(page.frame(Place::Teams), rows, manages)))
}

fn row(led: &Led, places: &[Location], names: &BTreeMap<UserId, String>, manages: bool) -> ListRow {
    let id = led.team.id.to_string();
    let text = |text: String| if text.is_empty() { Cell::Empty } else { Cell::Text(text) };
    let place = places.iter().find(|place| Some(place.id) == led.team.location_id);
    let leaders: Vec<&str> =
        led.leaders.iter().filter_map(|id| names.get(id)).map(String::as_str).collect();
    ListRow {
        cells: vec![
            Cell::Link(format!("/teams/{id}"), led.team.name.clone()),
            text(place.map(|place| place.name.clone()).unwrap_or_default()),
            text(leaders.join(", ")),
            Cell::Number(led.members.to_string()),
        ],
        menu: if manages { views::menu(&id) } else { Vec::new() },
        id,
    }
}

async fn offers(cx: &mut Cx<'_>, typed: &Typed) -> Result<Offers> {
    let places = locations::list(cx).await?;
    Ok(Offers {
        locations: places.into_iter().map(|place| (place.id.to_string(), place.name)).collect(),
        leaders: pick::chosen(cx, typed, "leader").await?,
    })
}

/// `GET /teams/new`.
pub(crate) async fn blank(page: Page) -> Result<Response, Problem> {
    access::require(&page.me, Action::TeamsManage)?;
    let typed = Typed::default();
    let offers = page.app.crewdesk().read(&page.actor, async |cx| offers(cx, &typed).await).await?;
    Ok(page.show(&views::form(page.frame(Place::Teams), &typed, &offers, None)))
}

/// Ids of those chosen; what is none is refused like a wrong value.
fn leaders(typed: &Typed) -> Result<Vec<UserId>> {
    let read = |text: &str| text.parse().map_err(|_| Error::field("leader", Code::UserUnknown));
    typed.all("leader").map(read).collect()
}

fn place(typed: &Typed) -> Result<Patch<kernel::ids::LocationId>> {
    match typed.filled("location_id") {
        None => Ok(Patch::Null),
        Some(text) => text
            .parse()
            .map(Patch::Value)
            .map_err(|_| Error::field("location_id", Code::LocationUnknown)),
    }
}

async fn make(page: &Page, typed: &mut Typed) -> Result<Led> {
    pick::settle(page, typed, "leader").await?;
    let new = NewTeam {
        name: typed.value("name").to_owned(),
        location_id: place(typed)?.apply(None),
        takes_incidents: typed.value("takes_incidents") == "true",
        leaders: leaders(typed)?,
    };
    page.app.crewdesk().write(&page.actor, async |cx| teams::create(cx, new).await).await
}

/// `POST /teams/new`.
pub(crate) async fn create(page: Page, Form(mut typed): Form) -> Result<Response, Problem> {
    let error = match make(&page, &mut typed).await {
        Ok(led) => {
            let flash = Flash::about("toast-saved-named", &led.team.name);
            return Ok(page.go_saying(&format!("/teams/{}", led.team.id), &flash));
        }
        Err(error) => error,
    };
    let (status, notice) = typed.refused_here(error, page.texts())?;
    let offers = page.app.crewdesk().read(&page.actor, async |cx| offers(cx, &typed).await).await?;
    let view = views::form(page.frame(Place::Teams), &typed, &offers, None);
    Ok(page.show_with(status, &FormPage { notice, ..view }))
}

/// The values of the form as the team is now.
fn values(led: &Led) -> Typed {
    let place = led.team.location_id.map(|id| id.to_string()).unwrap_or_default();
    let mut values = vec![
        ("name".to_owned(), led.team.name.clone()),
        ("location_id".to_owned(), place),
        ("takes_incidents".to_owned(), led.team.takes_incidents.to_string()),
    ];
    values.extend(led.leaders.iter().map(|id| ("leader".to_owned(), id.to_string())));
    Typed::new(values)
}

/// `GET /teams/{id}/edit`.
pub(crate) async fn edit(page: Page, Id(id): Id<TeamId>) -> Result<Response, Problem> {
    access::require(&page.me, Action::TeamsManage)?;
    let read = page.app.crewdesk().read(&page.actor, async |cx| {
        let led = teams::get(cx, id).await?;
        let typed = values(&led);
        Ok((offers(cx, &typed).await?, typed, led))
    });
    let (offers, typed, led) = read.await?;
    let (id, version) = (id.to_string(), led.team.version.to_string());
    let edited = Some((id.as_str(), version.as_str()));
    Ok(page.show(&views::form(page.frame(Place::Teams), &typed, &offers, edited)))
}

async fn save(page: &Page, id: TeamId, typed: &mut Typed) -> Result<Led> {
    pick::settle(page, typed, "leader").await?;
    let version = Some(typed.value("version").parse().unwrap_or(-1));
    let patch = TeamPatch {
        name: Patch::Value(typed.value("name").to_owned()),
        location_id: place(typed)?,
        takes_incidents: Patch::Value(typed.value("takes_incidents") == "true"),
        leaders: Patch::Value(leaders(typed)?),
    };
    let verb = page
        .app
        .crewdesk()
        .write(&page.actor, async |cx| teams::update(cx, id, version, patch).await);
    verb.await
}

/// `POST /teams/{id}/edit`.
pub(crate) async fn change(
    page: Page,
    Id(id): Id<TeamId>,
    Form(mut typed): Form,
) -> Result<Response, Problem> {
    let error = match save(&page, id, &mut typed).await {
        Ok(_) => return Ok(page.go_saying(&format!("/teams/{id}"), &Flash::new("toast-saved"))),
        Err(error) => error,
    };
    let (status, notice) = typed.refused_here(error, page.texts())?;
    access::require(&page.me, Action::TeamsManage)?;
    let offers = page.app.crewdesk().read(&page.actor, async |cx| offers(cx, &typed).await).await?;
    let (id, version) = (id.to_string(), typed.value("version").to_owned());
    let edited = Some((id.as_str(), version.as_str()));
    let view = views::form(page.frame(Place::Teams), &typed, &offers, edited);
    Ok(page.show_with(status, &FormPage { notice, ..view }))
}

async fn one(page: &Page, id: TeamId) -> Result<Led, Problem> {
    access::require(&page.me, Action::TeamsManage)?;
    Ok(page.app.crewdesk().read(&page.actor, async |cx| teams::get(cx, id).await).await?)
}

/// `GET /teams/{id}/removal`.
pub(crate) async fn ask_delete(page: Page, Id(id): Id<TeamId>) -> Result<Response, Problem> {
    let led = one(&page, id).await?;
    let frame = page.frame(Place::Teams);
    let sheet = views::delete(frame, &id.to_string(), &led.team.name, led.members);
    Ok(show_sheet(&page, StatusCode::OK, &sheet))
}

/// `POST /teams/{id}/removal`.
pub(crate) async fn delete(
    page: Page,
    Id(id): Id<TeamId>,
    Form(mut typed): Form,
) -> Result<Response, Problem> {
    let verb = page.app.crewdesk().write(&page.actor, async |cx| teams::delete(cx, id).await);
    let error = match verb.await {
        Ok(()) => return Ok(page.go_saying("/teams", &Flash::new("toast-team-deleted"))),
        Err(error) => error,
    };
    let (status, notice) = typed.refused_here(error, page.texts())?;
    let led = one(&page, id).await?;
    let frame = page.frame(Place::Teams);
    let sheet = views::delete(frame, &id.to_string(), &led.team.name, led.members);
    Ok(show_sheet(&page, status, &Sheet { notice, ..sheet }))
}

/// `GET /teams/{id}`: who is in it, or with `history=true` whoever was.
pub(crate) async fn show(
    page: Page,
    Id(id): Id<TeamId>,
    mut query: Query,
) -> Result<Response, Problem> {
    let history = query.one("history").is_some_and(|text| text == "true");
    let from = query.one("cursor").map(|text| Cursor::from_request(&text));
    let (led, rows, known, names) = page
        .app
        .crewdesk()
        .read(&page.actor, async |cx| {
            let led = teams::get(cx, id).await?;
            let rows = teams::members(cx, id, history, PageSize::default(), from.as_ref()).await?;
            let ids: Vec<UserId> = rows.items.iter().map(|one| one.user_id).collect();
            let known = users::several(cx, &ids).await?;
            Ok((led, rows, known, people::names(cx, ids.into_iter()).await?))
        })
        .await?;
    let manages = may_manage(&page);
    let here = format!("/teams/{id}");
    let keep = if history { "true" } else { "" };
    let link = |cursor: &str| with_query(&here, &[("history", keep), ("cursor", cursor)]);
    let pager = Pager {
        first: from.is_some().then(|| link("")),
        next: rows.next_cursor.as_ref().map(|cursor| link(cursor.as_str())),
        ..Pager::default()
    };
    let rows = rows.items.iter().map(|one| member(id, one, &known, &names, manages)).collect();
    let frame = page.frame(Place::Teams);
    let name = led.team.name;
    Ok(page.show(&views::members(frame, &id.to_string(), name, rows, pager, (manages, history))))
}

fn member(
    team: TeamId,
    one: &Member,
    known: &[User],
    names: &BTreeMap<UserId, String>,
    manages: bool,
) -> ListRow {
    let id = one.user_id.to_string();
    let user = known.iter().find(|user| user.id == one.user_id);
    let name = names.get(&one.user_id).cloned().unwrap_or_default();
    let second = user.map(|user| user.email.clone().unwrap_or_else(|| user.username.clone()));
    let photo = user.map_or(0, |user| user.photo_version);
    let end =
        MenuItem::task(format!("/teams/{team}/members/{id}/end"), icon("user-minus"), "teams-end");
    let ends = manages && one.ends_on.is_none();
    ListRow {
        id: one.id.to_string(),
        cells: vec![
            Cell::Who(
                user.map(|_| format!("/users/{id}")),
                face(&id, &name, photo),
                name,
                second.unwrap_or_default(),
            ),
            Cell::Text(one.starts_on.clone()),
            one.ends_on.clone().map_or(Cell::Empty, Cell::Text),
        ],
        menu: if ends { vec![end.dangerous()] } else { Vec::new() },
    }
}
