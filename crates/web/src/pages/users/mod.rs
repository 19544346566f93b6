//! `/users`: the list, its part, its rows, its columns.

mod asked;
mod filter;
mod rows;

use std::collections::BTreeMap;

use axum::response::Response;
use domain::access::{Action, Relation};
use domain::profiles::{self, Kind};
use domain::users::list;
use domain::users::{Licence, User, preferences};
use domain::{Cx, organisations, skills};
use http::StatusCode;
use kernel::ids::UserId;
use kernel::{Code, Cursor, Error, PageSize, Result, Timestamp};

use asked::{Asked, pager};
use filter::filter;
use rows::{OFFERED, Rows, columns};

use super::bulk;
use super::form::Form;
use super::home::team_page;
use super::links::own_path;
use super::page::Page;
use super::people::{self, Roles};
use crate::extract::Query;
use crate::html::frame::Place;
use crate::html::users::{Counters, UserRows, UsersList};
use crate::problem::Problem;

/// Under this key the chosen columns are kept.
const COLUMNS: &str = "users.columns";
/// Most rows that one live request may ask for.
const ROWS: usize = 200;

/// `GET /users`.
pub(crate) async fn list(page: Page, query: Query) -> Result<Response, Problem> {
    if page.me.organisation.team_name.is_none() {
        return Ok(team_page(&page));
    }
    let mut asked = Asked::read(query);
    let data = page.app.crewdesk().read(&page.actor, async |cx| read(cx, &mut asked).await).await?;
    let view = view(&page, asked, data);
    if page.wants_list() {
        return Ok(page.part(StatusCode::OK, &view.as_list()));
    }
    Ok(page.show(&view))
}

/// Everything the page needs, from one transaction.
struct Data {
    users: Vec<User>,
    next: Option<Cursor>,
    roles: Roles,
    names: BTreeMap<UserId, String>,
    relations: BTreeMap<UserId, Relation>,
    teams: Vec<(String, String)>,
    groups: Vec<(String, String)>,
    skills: Vec<(String, String)>,
    profiles: Vec<(String, String)>,
    licences: Vec<Licence>,
    tier: String,
    shown: Vec<String>,
    counters: Option<Counters>,
    now: Timestamp,
}

async fn read(cx: &mut Cx<'_>, asked: &mut Asked) -> Result<Data> {
    let roles = Roles::read(cx).await?;
    find_supervisor(cx, asked).await?;
    let request = asked.request(&roles)?;
    // Nobody reports to somebody whom no one knows.
    let found = match asked.named.as_str() {
        "" => list::page(cx, &request).await?,
        _ => kernel::Page { items: Vec::new(), next_cursor: None, total: None },
    };
    let above = request.filter.reports_to.into_iter();
    let ids = found.items.iter().filter_map(|user| user.reports_to).chain(above);
    let names = people::names(cx, ids).await?;
    let (skills, profiles) = work(cx).await?;
    Ok(Data {
        skills,
        profiles,
        relations: domain::users::relations(cx, &found.items).await?,
        teams: people::teams(cx).await?,
        users: found.items,
        next: found.next_cursor,
        names,
        groups: people::groups(cx).await?,
        licences: licences(cx).await?,
        tier: cx.principal()?.organisation.tier.clone(),
        shown: shown(cx).await?,
        counters: counters(cx).await?,
        roles,
        now: cx.now,
    })
}

/// Ids and names of what people answer with, where the organisation has skills and the actor sees them.
async fn work(cx: &mut Cx<'_>) -> Result<(Vec<(String, String)>, Vec<(String, String)>)> {
    if !cx.principal()?.organisation.by_skill || cx.require(Action::SkillsView).is_err() {
        return Ok((Vec::new(), Vec::new()));
    }
    let skills = skills::named(cx).await?;
    let of_groups = profiles::Filter { kind: Some(Kind::Group), ..profiles::Filter::default() };
    let size = PageSize::new(Some(200))?;
    let profiles = profiles::list(cx, &of_groups, size, None).await?.items.into_iter();
    Ok((
        skills.into_iter().map(|(id, name)| (id.to_string(), name)).collect(),
        profiles.map(|one| (one.profile.id.to_string(), one.profile.name)).collect(),
    ))
}

/// Takes the username or address typed for a supervisor for whom it names; a name of nobody stays as typed.
async fn find_supervisor(cx: &mut Cx<'_>, asked: &mut Asked) -> Result<()> {
    let word = asked.named.trim();
    if word.is_empty() {
        asked.named.clear();
    } else if let Some(id) = people::by_name(cx, word).await? {
        asked.reports_to = id.to_string();
        asked.named.clear();
    }
    Ok(())
}

/// The licences offered; none for those who may not see them.
async fn licences(cx: &mut Cx<'_>) -> Result<Vec<Licence>> {
    match domain::licences::offers(cx).await {
        Ok(offers) => Ok(offers.into_iter().map(|offer| offer.licence).collect()),
        Err(error) if error.is_forbidden() => Ok(Vec::new()),
        Err(error) => Err(error),
    }
}

/// Names of the columns on show.
async fn shown(cx: &mut Cx<'_>) -> Result<Vec<String>> {
    let kept = preferences::get(cx, COLUMNS).await?;
    let kept = kept.and_then(|text| serde_json::from_str::<Vec<String>>(&text).ok());
    let at_first =
        || OFFERED.iter().filter(|column| column.3).map(|column| column.0.to_owned()).collect();
    Ok(kept.unwrap_or_else(at_first))
}

/// The header's counters, for those who see the organisation (SPEC USR-17).
async fn counters(cx: &mut Cx<'_>) -> Result<Option<Counters>> {
    let organisation = match organisations::get(cx).await {
        Ok(organisation) => organisation,
        Err(error) if error.is_forbidden() => return Ok(None),
        Err(error) => return Err(error),
    };
    let users = list::count(cx, &list::Filter::default()).await?;
    Ok(Some(Counters {
        users: i64::try_from(users).unwrap_or(i64::MAX),
        operators: organisation.operators_used,
        operators_allowed: Some(organisation.operators),
        licences: organisation.seats_used,
        licences_bought: organisation.seats,
    }))
}

fn view(page: &Page, asked: Asked, data: Data) -> UsersList {
    let texts = page.texts();
    let columns = columns(&asked, &data.shown);
    let rows = Rows {
        me: &page.me,
        texts,
        zone: &page.zone,
        now: data.now,
        roles: &data.roles,
        names: &data.names,
        relations: &data.relations,
    };
    let rows = data.users.iter().map(|user| rows.row(user, &data.shown)).collect();
    let may = |action| domain::access::require(&page.me, action).is_ok();
    UsersList {
        frame: page.frame(Place::Users),
        counters: data.counters,
        filter: filter(texts, &asked, &data),
        columns,
        rows,
        pager: pager(&asked, data.next.as_ref()),
        address: asked.first().address(),
        rows_url: "/users/rows".to_owned(),
        may_create: may(domain::access::Action::UsersCreate),
        may_invite: may(domain::access::Action::InvitationsManage),
        may_move: may(domain::access::Action::UsersMoveGroup),
        bulk: bulk::offers(&page.me),
    }
}

/// The filter of a list by its address, for those who do something with all it finds.
pub(super) async fn filter_at(cx: &mut Cx<'_>, address: &str) -> Result<list::Filter> {
    let query = address.split_once('?').map_or("", |(_, query)| query);
    let mut asked = Asked::read(Query::of(query)?);
    find_supervisor(cx, &mut asked).await?;
    if !asked.named.is_empty() {
        return Err(Error::field("list", Code::UserUnknown));
    }
    let roles = Roles::read(cx).await?;
    Ok(asked.request(&roles)?.filter)
}

/// `GET /users/rows?id=…`: single rows, for live changes. Who is not to be seen any more has no row.
pub(crate) async fn live_rows(page: Page, mut query: Query) -> Result<Response, Problem> {
    let ids: Vec<UserId> =
        query.all("id").iter().take(ROWS).filter_map(|id| id.parse().ok()).collect();
    let (found, shown, (roles, relations), names, now) = page
        .app
        .crewdesk()
        .read(&page.actor, async |cx| {
            let found = domain::users::several(cx, &ids).await?;
            let names = people::names(cx, found.iter().filter_map(|user| user.reports_to)).await?;
            let relations = domain::users::relations(cx, &found).await?;
            let roles = Roles::read(cx).await?;
            Ok((found, shown(cx).await?, (roles, relations), names, cx.now))
        })
        .await?;
    let gone = ids.iter().filter(|id| found.iter().all(|user| user.id != **id));
    let gone = gone.map(ToString::to_string).collect();
    let rows = Rows {
        me: &page.me,
        texts: page.texts(),
        zone: &page.zone,
        now,
        roles: &roles,
        names: &names,
        relations: &relations,
    };
    let view = UserRows { rows: found.iter().map(|user| rows.row(user, &shown)).collect(), gone };
    Ok(page.part(StatusCode::OK, &view))
}

/// `POST /users/columns`: remembered for this person.
pub(crate) async fn columns_chosen(page: Page, Form(typed): Form) -> Result<Response, Problem> {
    let known = |name: &&str| OFFERED.iter().any(|column| column.0 == *name);
    let chosen: Vec<&str> = typed.all("column").filter(known).collect();
    let value = serde_json::to_string(&chosen).map_err(Error::internal)?;
    page.app
        .crewdesk()
        .write(&page.actor, async |cx| preferences::put(cx, COLUMNS, &value).await)
        .await?;
    Ok(page.go(own_path(typed.value("next"))))
}
