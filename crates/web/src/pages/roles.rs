//! `/roles`: what each role allows; custom ones are copied, looked at before they are saved, and replaced
//! when they go (SPEC ROL-2, ROL-5).

use axum::response::Response;
use domain::access::{self, Action, Reach};
use domain::roles::{self, Preview, Role, RolePatch, WantedGrants};
use http::StatusCode;
use kernel::ids::RoleId;
use kernel::{Code, Error, Patch, Result};
use texts::Texts;

use super::people::{Roles, named};
use super::steps::show as show_sheet;
use super::{flash::Flash, form::Form, page::Page};
use crate::extract::{Id, Query};
use crate::html::{
    field::Choice,
    form_page::FormPage,
    frame::Place,
    parts::{Chip, icon},
    roles as views,
    sheet::Sheet,
    table::{Cell, ListRow},
    typed::Typed,
};
use crate::problem::Problem;

/// `GET /roles`.
pub(crate) async fn list(page: Page) -> Result<Response, Problem> {
    access::require(&page.me, Action::RolesManage)?;
    let read = page
        .app
        .crewdesk()
        .read(&page.actor, async |cx| Ok((roles::list(cx).await?, roles::in_use(cx).await?)));
    let (all, used) = read.await?;
    let users = |role: &Role| used.get(&role.id).copied().unwrap_or_default();
    let rows = all.iter().map(|role| row(page.texts(), role, users(role))).collect();
    Ok(page.show(&views::list(page.frame(Place::Roles), rows)))
}

fn row(texts: Texts, role: &Role, users: i64) -> ListRow {
    let id = role.id.to_string();
    let kind = match role.built_in {
        true => Chip::new("chip-calm", icon("lock"), "roles-built_in"),
        false => Chip::new("chip-info", icon("pencil"), "roles-custom"),
    };
    ListRow {
        cells: vec![
            Cell::Link(format!("/roles/{id}"), named(texts, role)),
            Cell::Number(users.to_string()),
            Cell::Chip(kind),
            Cell::Number(role.grants().held().count().to_string()),
        ],
        menu: views::menu(&id, role.built_in),
        id,
    }
}

async fn choices(page: &Page, except: Option<RoleId>) -> Result<Vec<Choice>, Problem> {
    let read = page.app.crewdesk().read(&page.actor, async |cx| Roles::read(cx).await);
    let all = read.await?.assignable(&page.me, page.texts()).into_iter();
    let others = all.filter(|(id, _)| except.is_none_or(|except| *id != except.to_string()));
    Ok(others.map(|(id, name)| Choice::new(id, name, "?")).collect())
}

/// `GET /roles/new`.
pub(crate) async fn blank(page: Page, mut query: Query) -> Result<Response, Problem> {
    access::require(&page.me, Action::RolesManage)?;
    let copy = query.one("copy").unwrap_or_default();
    let typed = Typed::of([("copy_of", copy.as_str())]);
    let choices = choices(&page, None).await?;
    let sheet = views::create(page.frame(Place::Roles), choices, &typed);
    Ok(show_sheet(&page, StatusCode::OK, &sheet))
}

/// `POST /roles/new`.
pub(crate) async fn create(page: Page, Form(mut typed): Form) -> Result<Response, Problem> {
    let name = typed.value("name").to_owned();
    let copy_of = typed.value("copy_of").parse();
    let verb = page.app.crewdesk().write(&page.actor, async |cx| {
        let copy_of = copy_of.map_err(|_| Error::field("copy_of", Code::RoleUnknown))?;
        roles::create(cx, &name, copy_of, None).await
    });
    let error = match verb.await {
        Ok(role) => {
            let flash = Flash::about("toast-saved-named", &role.name);
            return Ok(page.go_saying(&format!("/roles/{}", role.id), &flash));
        }
        Err(error) => error,
    };
    let (status, notice) = typed.refused_here(error, page.texts())?;
    let choices = choices(&page, None).await?;
    let sheet = views::create(page.frame(Place::Roles), choices, &typed);
    Ok(show_sheet(&page, status, &Sheet { notice, ..sheet }))
}

async fn one(page: &Page, id: RoleId) -> Result<Role, Problem> {
    access::require(&page.me, Action::RolesManage)?;
    Ok(page.app.crewdesk().read(&page.actor, async |cx| roles::get(cx, id).await).await?)
}

/// What a role allows, as the editor holds it.
fn ticked(role: &Role) -> Typed {
    let mut values = vec![("name".to_owned(), role.name.clone())];
    for (action, reach) in role.grants().held() {
        for name in reach.names() {
            values.push(("grant".to_owned(), format!("{}:{name}", action.as_str())));
        }
    }
    Typed::new(values)
}

fn editor(page: &Page, role: &Role, typed: &Typed) -> FormPage {
    let name = named(page.texts(), role);
    let of = (role.id.to_string(), role.version);
    views::editor(page.frame(Place::Roles), (&of.0, &name, of.1), role.built_in, typed)
}

/// `GET /roles/{id}`.
pub(crate) async fn show(page: Page, Id(id): Id<RoleId>) -> Result<Response, Problem> {
    let role = one(&page, id).await?;
    Ok(page.show(&editor(&page, &role, &ticked(&role))))
}

/// What is ticked in the editor.
fn wanted(typed: &Typed) -> WantedGrants {
    let mut wanted = WantedGrants::new();
    for grant in typed.all("grant") {
        let (permission, scope) = grant.split_once(':').unwrap_or((grant, ""));
        wanted.entry(permission.to_owned()).or_default().push(scope.to_owned());
    }
    wanted
}

/// `POST /roles/{id}`: shows who would gain and lose what, or saves once that was seen.
pub(crate) async fn change(
    page: Page,
    Id(id): Id<RoleId>,
    Form(mut typed): Form,
) -> Result<Response, Problem> {
    let role = one(&page, id).await?;
    if role.built_in {
        return Ok(page.go("/roles"));
    }
    let confirmed = typed.value("confirmed") == "true";
    let answer =
        if confirmed { save(&page, id, &typed).await } else { look(&page, id, &typed).await };
    let error = match answer {
        Ok(response) => return Ok(response),
        Err(error) => error,
    };
    let (status, notice) = typed.refused_here(error, page.texts())?;
    Ok(page.show_with(status, &FormPage { notice, ..editor(&page, &role, &typed) }))
}

async fn save(page: &Page, id: RoleId, typed: &Typed) -> Result<Response> {
    let version = Some(typed.value("version").parse().unwrap_or(-1));
    let patch = RolePatch {
        name: Patch::Value(typed.value("name").to_owned()),
        grants: Patch::Value(wanted(typed)),
    };
    let verb = page
        .app
        .crewdesk()
        .write(&page.actor, async |cx| roles::update(cx, id, version, patch).await);
    let role = verb.await?;
    Ok(page.go_saying("/roles", &Flash::about("toast-saved-named", &role.name)))
}

async fn look(page: &Page, id: RoleId, typed: &Typed) -> Result<Response> {
    if typed.value("name").trim().is_empty() {
        return Err(Error::field("name", Code::Required));
    }
    let grants = wanted(typed);
    let read =
        page.app.crewdesk().read(&page.actor, async |cx| roles::preview(cx, id, &grants).await);
    let Preview { role, users, gained, lost } = read.await?;
    let texts = page.texts();
    let said = |key: &'static str, all: &[(Action, Vec<&'static str>)]| -> Vec<String> {
        all.iter().map(|(action, scopes)| line(texts, key, *action, scopes)).collect()
    };
    let changes = (said("roles-gains", &gained), said("roles-loses", &lost));
    let mut hidden = vec![
        ("confirmed", "true".to_owned()),
        ("version", typed.value("version").to_owned()),
        ("name", typed.value("name").to_owned()),
    ];
    hidden.extend(typed.all("grant").map(|grant| ("grant", grant.to_owned())));
    let frame = page.frame(Place::Roles);
    let sheet = views::review(frame, (&id.to_string(), &role.name), users, changes, hidden);
    Ok(show_sheet(page, StatusCode::OK, &sheet))
}

fn line(texts: Texts, key: &'static str, action: Action, scopes: &[&'static str]) -> String {
    let reach = scopes
        .iter()
        .filter_map(|name| Reach::parse(name))
        .fold(Reach::NONE, |all, one| all.and(one));
    let values = [
        ("permission", texts::Arg::from(views::permission(texts, action))),
        ("scopes", texts::Arg::from(views::scopes(texts, reach))),
    ];
    texts.with(key, &values).into_owned()
}

fn second_factor_sheet(page: &Page, role: &Role) -> Sheet {
    let of = (role.id.to_string(), named(page.texts(), role), role.version);
    views::second_factor(page.frame(Place::Roles), (&of.0, &of.1, of.2), role.second_factor)
}

/// `GET /roles/{id}/second-factor`.
pub(crate) async fn ask_second_factor(page: Page, Id(id): Id<RoleId>) -> Result<Response, Problem> {
    let role = one(&page, id).await?;
    Ok(show_sheet(&page, StatusCode::OK, &second_factor_sheet(&page, &role)))
}

/// `POST /roles/{id}/second-factor`.
pub(crate) async fn set_second_factor(
    page: Page,
    Id(id): Id<RoleId>,
    Form(mut typed): Form,
) -> Result<Response, Problem> {
    let (version, asks) = (typed.value("version").parse().ok(), typed.value("required") == "true");
    let verb = page
        .app
        .crewdesk()
        .write(&page.actor, async |cx| roles::ask_for_second_factor(cx, id, version, asks).await);
    let error = match verb.await {
        Ok(role) => {
            let name = named(page.texts(), &role);
            return Ok(page.go_saying("/roles", &Flash::about("toast-saved-named", &name)));
        }
        Err(error) => error,
    };
    let (status, notice) = typed.refused_here(error, page.texts())?;
    let role = one(&page, id).await?;
    Ok(show_sheet(&page, status, &Sheet { notice, ..second_factor_sheet(&page, &role) }))
}

async fn leaving(page: &Page, id: RoleId) -> Result<(Role, i64), Problem> {
    let role = one(page, id).await?;
    let read = page.app.crewdesk().read(&page.actor, async |cx| roles::in_use(cx).await);
    Ok((role, read.await?.get(&id).copied().unwrap_or_default()))
}

/// `GET /roles/{id}/removal`.
pub(crate) async fn ask_delete(page: Page, Id(id): Id<RoleId>) -> Result<Response, Problem> {
    let (role, users) = leaving(&page, id).await?;
    let others = choices(&page, Some(id)).await?;
    let of = (id.to_string(), named(page.texts(), &role));
    let frame = page.frame(Place::Roles);
    let sheet = views::delete(frame, (&of.0, &of.1), users, others, &Typed::default());
    Ok(show_sheet(&page, StatusCode::OK, &sheet))
}

/// `POST /roles/{id}/removal`.
pub(crate) async fn delete(
    page: Page,
    Id(id): Id<RoleId>,
    Form(mut typed): Form,
) -> Result<Response, Problem> {
    let replacement = typed.filled("replacement").and_then(|text| text.parse().ok());
    let verb =
        page.app.crewdesk().write(&page.actor, async |cx| roles::delete(cx, id, replacement).await);
    let error = match verb.await {
        Ok(()) => return Ok(page.go_saying("/roles", &Flash::new("toast-role-deleted"))),
        Err(error) => error,
    };
    let (status, notice) = typed.refused_here(error, page.texts())?;
    let (role, users) = leaving(&page, id).await?;
    let others = choices(&page, Some(id)).await?;
    let of = (id.to_string(), named(page.texts(), &role));
    let frame = page.frame(Place::Roles);
    let sheet = views::delete(frame, (&of.0, &of.1), users, others, &typed);
    Ok(show_sheet(&page, status, &Sheet { notice, ..sheet }))
}
