//! The list of users (SPEC USR-1, USR-17): search, filters in the address, sorting, chosen columns, live
//! rows.

use std::collections::HashMap;

use domain::access::{Action, RoleKey};
use domain::users::list::{self, Request};
use domain::users::{self, Lifecycle, Presence, User, preferences};
use domain::{organisations, roles};
use kernel::ids::{RoleId, UserId};
use kernel::{Cursor, Result};
use texts::Texts;

use super::context::{Answer, Elsewhere, Page, Sent, own_path};
use crate::extract::Query;
use crate::html::field::Choice;
use crate::html::frame::{Found, FoundPerson, Place};
use crate::html::parts::{Chip, Face, When, icon};
use crate::html::table::{Cell, MenuItem, Pager};
use crate::html::users::{
    Column, Counters, Filter, FilterChip, FilterGroup, UserRow, UserRows, UsersList,
};

/// Where the choice of columns is kept.
const COLUMNS: &str = "users.columns";
/// Stable name, title, sort key and whether it is shown at first.
const KNOWN: &[(&str, &str, Option<&str>, bool)] = &[
    ("name", "users-column-name", Some("name"), true),
    ("state", "users-column-state", None, true),
    ("role", "users-column-role", None, true),
    ("reports_to", "users-column-supervisor", None, true),
    ("numeric_id", "users-column-numeric_id", None, true),
    ("last_sign_in_at", "users-column-last_sign_in", Some("last_sign_in_at"), true),
    ("email", "users-column-email", Some("email"), false),
    ("mobile", "users-column-mobile", None, false),
    ("username", "users-column-username", Some("username"), false),
];

/// What rows need beside the users themselves, read once a page.
struct Around {
    roles: HashMap<RoleId, String>,
    names: HashMap<UserId, String>,
    shown: Vec<String>,
}

/// The role's name in the reader's language; a custom one's as it is.
pub(super) fn role_name(texts: Texts, key: &str, name: &str) -> String {
    match RoleKey::parse(key) {
        Some(role) => texts.get(&format!("role-{role}")).into_owned(),
        None => name.to_owned(),
    }
}

async fn around(page: &Page, people: &[User]) -> Result<Around> {
    let mut above: Vec<UserId> = people.iter().filter_map(|user| user.reports_to).collect();
    above.sort_unstable();
    above.dedup();
    let sees_roles = page.may(Action::RolesView);
    let gathered = page.app.crewdesk().read(page.actor(), async |cx| {
        let roles = if sees_roles { roles::list(cx).await? } else { Vec::new() };
        let names = users::names(cx, &above).await?;
        Ok((roles, names, preferences::get(cx, COLUMNS).await?))
    });
    let (roles, names, kept) = gathered.await?;
    let kept: Option<Vec<String>> = kept.and_then(|text| serde_json::from_str(&text).ok());
    let at_first =
        || KNOWN.iter().filter(|known| known.3).map(|known| known.0.to_owned()).collect();
    Ok(Around {
        roles: roles
            .iter()
            .map(|role| (role.id, role_name(page.texts, &role.key, &role.name)))
            .collect(),
        names: names.into_iter().collect(),
        shown: kept.unwrap_or_else(at_first),
    })
}

/// `GET /users`.
///
/// # Errors
/// Faults of the server.
pub async fn list(page: Page, query: Query) -> Answer {
    if page.me()?.organisation.team_name.is_none() {
        return Err(Elsewhere::To("/".into()));
    }
    let raw = query.clone();
    let mut request = crate::api::users::request(query)?;
    // By name also when searching: people read the list, programs take it as it comes.
    request.sort = request.sort.or(list::Sort::parse("name").ok());
    let found =
        page.app.crewdesk().read(page.actor(), async |cx| list::page(cx, &request).await).await?;
    let around = around(&page, &found.items).await?;
    let rows = found.items.iter().map(|user| row(&page, user, &around)).collect();
    let filter = filter(&page, &request, &around);
    let view = UsersList {
        counters: counters(&page).await?,
        columns: columns(&request, &filter, &around),
        rows_url: "/users/rows".into(),
        may_create: page.may(Action::UsersCreate),
        may_invite: page.may(Action::InvitationsManage),
        pager: pager(&raw, &request, found.next_cursor.as_ref()),
        frame: page.frame(Place::Users)?,
        filter,
        rows,
    };
    if page.is_part() { page.show(&view.as_list()) } else { page.show(&view) }
}

async fn counters(page: &Page) -> Result<Counters, Elsewhere> {
    let sees_licences = page.may(Action::LicencesView);
    let gathered = page.app.crewdesk().read(page.actor(), async |cx| {
        let users = list::count(cx, &list::Filter::default()).await?;
        let organisation = if sees_licences { Some(organisations::get(cx).await?) } else { None };
        Ok((users, organisation))
    });
    let (users, organisation) = gathered.await?;
    let users = i64::try_from(users).unwrap_or(i64::MAX);
    Ok(match organisation {
        Some(organisation) => Counters {
            users,
            operators: 0,
            operators_allowed: Some(organisation.operators),
            licences: organisation.seats_used,
            licences_bought: organisation.seats,
        },
        None => Counters { users, ..Counters::default() },
    })
}

/// The address of the list with these parameters.
fn address(pairs: &[(String, String)]) -> String {
    let kept: Vec<_> = pairs.iter().filter(|(_, value)| !value.is_empty()).collect();
    if kept.is_empty() {
        return "/users".to_owned();
    }
    format!("/users?{}", serde_urlencoded::to_string(kept).unwrap_or_default())
}

fn pairs(request: &Request) -> Vec<(String, String)> {
    let filter = &request.filter;
    let mut pairs = vec![("search".to_owned(), filter.search.text())];
    pairs.extend(filter.lifecycle.iter().map(|word| ("lifecycle".to_owned(), word.to_string())));
    pairs.extend(filter.presence.iter().map(|word| ("presence".to_owned(), word.to_string())));
    pairs.extend(filter.roles.iter().map(|id| ("role_id".to_owned(), id.to_string())));
    pairs.extend(filter.reports_to.iter().map(|id| ("reports_to".to_owned(), id.to_string())));
    pairs
}

fn sorted(request: &Request) -> String {
    let sort =
        request.sort.map(|sort| format!("{}{}", if sort.descending { "-" } else { "" }, sort.key));
    sort.filter(|sort| sort != "name").unwrap_or_default()
}

fn pager(raw: &Query, request: &Request, next: Option<&Cursor>) -> Pager {
    let mut pairs = pairs(request);
    pairs.push(("sort".to_owned(), sorted(request)));
    let first = raw.clone().one("cursor").map(|_| address(&pairs));
    let next = next.map(|cursor| {
        let mut pairs = pairs.clone();
        pairs.push(("cursor".to_owned(), cursor.as_str().to_owned()));
        address(&pairs)
    });
    Pager { first, previous: None, next, total: None }
}

fn filter(page: &Page, request: &Request, around: &Around) -> Filter {
    let wanted = &request.filter;
    let word = |prefix: &str, key: &str| page.texts.get(&format!("{prefix}-{key}")).into_owned();
    let choice = |value: String, label: String, chosen| Choice { value, label, chosen };
    let lifecycles = Lifecycle::ALL.iter().map(|one| {
        choice(one.to_string(), word("lifecycle", one.as_str()), wanted.lifecycle.contains(one))
    });
    let presences = Presence::ALL.iter().map(|one| {
        choice(one.to_string(), word("presence", one.as_str()), wanted.presence.contains(one))
    });
    let roles = around
        .roles
        .iter()
        .map(|(id, name)| choice(id.to_string(), name.clone(), wanted.roles.contains(id)));
    let mut roles: Vec<Choice> = roles.collect();
    roles.sort_by(|a, b| a.label.cmp(&b.label));
    let group = |name, title, choices| FilterGroup { name, title, choices, single: false };
    let groups = vec![
        group("lifecycle", "users-filter-lifecycle", lifecycles.collect()),
        group("presence", "users-filter-presence", presences.collect()),
        group("role_id", "users-column-role", roles),
    ];
    let mut filter =
        Filter { search: wanted.search.text(), sort: sorted(request), groups, chips: Vec::new() };
    filter.chips = chips(page, request, &filter.groups);
    filter
}

/// A chip for each value that is on, with the list without it.
fn chips(page: &Page, request: &Request, groups: &[FilterGroup]) -> Vec<FilterChip> {
    let all = pairs(request);
    let without = |name: &str, value: &str| {
        let mut rest = all.clone();
        rest.retain(|(key, known)| !(key == name && known == value));
        rest.push(("sort".to_owned(), sorted(request)));
        address(&rest)
    };
    let mut chips = Vec::new();
    for group in groups {
        for choice in group.choices.iter().filter(|choice| choice.chosen) {
            let label = format!("{}: {}", page.texts.get(group.title), choice.label);
            chips.push(FilterChip { label, without: without(group.name, &choice.value) });
        }
    }
    if let Some(id) = request.filter.reports_to {
        let label = page.texts.get("users-filter-supervisor").into_owned();
        chips.push(FilterChip { label, without: without("reports_to", &id.to_string()) });
    }
    chips
}

fn columns(request: &Request, filter: &Filter, around: &Around) -> Vec<Column> {
    let sort = request.sort;
    let column =
        |&(name, title, key, _): &(&'static str, &'static str, Option<&'static str>, bool)| {
            let mine = sort.filter(|sort| Some(sort.key.as_str()) == key);
            let sorted = match mine {
                None => "",
                Some(sort) if sort.descending => "descending",
                Some(_) => "ascending",
            };
            let address = key.map(|key| {
                let mut all = pairs(request);
                let turn = if sorted == "ascending" { "-" } else { "" };
                all.push(("sort".to_owned(), format!("{turn}{key}")));
                address(&all)
            });
            let shown = name == "name" || around.shown.iter().any(|known| known == name);
            Column { name, title, sort: address, sorted, shown, number: name == "numeric_id" }
        };
    let _ = filter;
    KNOWN.iter().map(column).collect()
}

fn row(page: &Page, user: &User, around: &Around) -> UserRow {
    let shown = KNOWN
        .iter()
        .filter(|known| known.0 != "name" && around.shown.iter().any(|name| name == known.0));
    UserRow {
        id: user.id.to_string(),
        face: face(user),
        name: user.display_name.clone(),
        second: user.email.clone().unwrap_or_else(|| user.username.clone()),
        cells: shown.map(|known| (known.1, cell(page, user, around, known.0))).collect(),
        menu: menu(page, user),
    }
}

fn cell(page: &Page, user: &User, around: &Around, column: &str) -> Cell {
    let text = |text: &Option<String>| text.clone().map_or(Cell::Empty, Cell::Text);
    match column {
        "state" => Cell::Chip(Chip::state(user.lifecycle.as_str(), user.presence.as_str())),
        "role" => around.roles.get(&user.role_id).cloned().map_or(Cell::Empty, Cell::Text),
        "reports_to" => {
            match user.reports_to.and_then(|id| around.names.get(&id).map(|name| (id, name))) {
                Some((id, name)) => Cell::Link(format!("/users/{id}"), name.clone()),
                None => Cell::Empty,
            }
        }
        "numeric_id" => user.numeric_id.clone().map_or(Cell::Empty, Cell::Number),
        "last_sign_in_at" => match user.signed_in_at() {
            Some(at) => Cell::When(When::relative(page.texts.lang(), &page.zone, at, page.now())),
            None => Cell::Empty,
        },
        "email" => text(&user.email),
        "mobile" => text(&user.mobile),
        _ => Cell::Text(user.username.clone()),
    }
}

/// The user's photo or initials.
pub(super) fn face(user: &User) -> Face {
    let photo = (user.photo_version > 0)
        .then(|| format!("/api/v1/users/{}/photo?size=small&v={}", user.id, user.photo_version));
    Face::of(&user.display_name, &user.id.to_string(), photo)
}

/// What the reader may do with a user in this state.
pub(super) fn menu(page: &Page, user: &User) -> Vec<MenuItem> {
    let at = |step: &str| format!("/users/{}/{step}", user.id);
    let is_self = page.actor().user_id() == Some(user.id);
    let mut items = Vec::new();
    if page.may(Action::UsersEdit) {
        items.push(MenuItem::page(at("edit"), icon("pencil"), "user-edit"));
    }
    if page.may(Action::UsersAssignSupervisor) {
        items.push(MenuItem::task(at("supervisor"), icon("hierarchy-2"), "user-supervisor"));
    }
    if page.may(Action::UsersSuspend) && !is_self {
        match user.lifecycle {
            Lifecycle::Active => {
                items.push(MenuItem::task(at("suspension"), icon("ban"), "user-suspend"))
            }
            Lifecycle::Suspended => {
                items.push(MenuItem::task(at("activation"), icon("circle-check"), "user-activate"));
            }
            _ => {}
        }
    }
    if page.may(Action::UsersDeactivate) && !is_self {
        if user.lifecycle == Lifecycle::Deactivated {
            items.push(MenuItem::task(at("reactivation"), icon("circle-check"), "user-reactivate"));
        } else {
            items.push(MenuItem::task(at("deactivation"), icon("user-off"), "user-deactivate"));
        }
    }
    if page.may(Action::UsersRemove) && !is_self {
        items.push(MenuItem::task(at("removal"), icon("trash"), "user-remove").dangerous());
    }
    items
}

/// `GET /users/rows?id=…`: single rows, for live changes.
///
/// # Errors
/// Faults of the server.
pub async fn rows(page: Page, mut query: Query) -> Answer {
    let ids: Vec<UserId> = query.words("id", |text| text.parse().ok())?;
    let mut people = Vec::new();
    for id in ids.into_iter().take(50) {
        match page.app.crewdesk().read(page.actor(), async |cx| users::get(cx, id).await).await {
            Ok(found) => people.push(found.user),
            Err(kernel::Error::NotFound) => {}
            Err(error) => return Err(error.into()),
        }
    }
    let around = around(&page, &people).await?;
    page.show(&UserRows { rows: people.iter().map(|user| row(&page, user, &around)).collect() })
}

/// Keeps which columns the reader wants.
///
/// # Errors
/// Faults of the server.
async fn keep_columns(page: &Page, chosen: Vec<&str>) -> Result<(), Elsewhere> {
    let known: Vec<&str> =
        chosen.into_iter().filter(|name| KNOWN.iter().any(|known| known.0 == *name)).collect();
    let text = serde_json::to_string(&known).map_err(kernel::Error::internal)?;
    page.app
        .crewdesk()
        .write(page.actor(), async |cx| preferences::put(cx, COLUMNS, &text).await)
        .await?;
    Ok(())
}

/// `POST /users/columns`.
///
/// # Errors
/// Faults of the server.
pub async fn choose_columns(Sent { page, typed }: Sent) -> Answer {
    keep_columns(&page, typed.all("column").collect()).await?;
    Ok(page.done(own_path(typed.value("next")), "toast-saved"))
}

/// `GET /search`: what the search in the top bar finds while one types.
///
/// # Errors
/// Faults of the server.
pub async fn search(page: Page, mut query: Query) -> Answer {
    let text = query.one("search").unwrap_or_default();
    let filter = list::Filter { search: list::Search::parse(&text)?, ..list::Filter::default() };
    let size = kernel::PageSize::new(Some(8))?;
    let request =
        Request { filter, size, sort: list::Sort::parse("name").ok(), ..Request::default() };
    let mut people = Vec::new();
    if !text.trim().is_empty() {
        let found = page
            .app
            .crewdesk()
            .read(page.actor(), async |cx| list::page(cx, &request).await)
            .await?;
        people = found.items;
    }
    let people = people.iter().map(|user| FoundPerson {
        href: format!("/users/{}", user.id),
        face: face(user).sized("face-small"),
        name: user.display_name.clone(),
        second: user.email.clone().unwrap_or_else(|| user.username.clone()),
        state: Chip::state(user.lifecycle.as_str(), user.presence.as_str()),
    });
    page.show(&Found { query: text, people: people.collect() })
}
