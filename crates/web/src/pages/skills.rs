//! `/skills`: what people answer with (SPEC section 1).

use axum::response::Response;
use domain::access::{self, Action};
use domain::skills::{self, Listed, NewSkill, Skill, SkillPatch};
use http::StatusCode;
use kernel::ids::SkillId;
use kernel::{Cursor, PageSize, Patch, Result};

use super::links::with_query;
use super::steps::show;
use super::{flash::Flash, form::Form, page::Page};
use crate::extract::{Id, Query};
use crate::html::{
    frame::Place,
    sheet::Sheet,
    skills as views,
    table::{Cell, ListRow, Pager},
    typed::Typed,
};
use crate::problem::Problem;

fn may_manage(page: &Page) -> bool {
    access::require(&page.me, Action::SkillsManage).is_ok() && page.me.resource_filter.is_none()
}

/// `GET /skills`.
pub(crate) async fn list(page: Page, mut query: Query) -> Result<Response, Problem> {
    let from = query.one("cursor").map(|text| Cursor::from_request(&text));
    let read = page
        .app
        .crewdesk()
        .read(&page.actor, async |cx| skills::list(cx, PageSize::default(), from.as_ref()).await);
    let read = read.await?;
    let next = read.next_cursor.as_ref();
    let pager = Pager {
        first: from.is_some().then(|| "/skills".to_owned()),
        next: next.map(|cursor| with_query("/skills", &[("cursor", cursor.as_str())])),
        ..Pager::default()
    };
    let may = may_manage(&page);
    let rows = read.items.iter().map(|listed| row(listed, may)).collect();
    Ok(page.show(&views::list(page.frame(Place::Skills), rows, pager, may)))
}

fn row(listed: &Listed, may: bool) -> ListRow {
    let Listed { skill, people, profiles } = listed;
    let id = skill.id.to_string();
    let note = if skill.note.is_empty() { Cell::Empty } else { Cell::Text(skill.note.clone()) };
    ListRow {
        cells: vec![
            Cell::Link(format!("/users?skill={id}"), skill.name.clone()),
            note,
            Cell::Number(people.to_string()),
            Cell::Number(profiles.to_string()),
        ],
        menu: if may { views::menu(&id) } else { Vec::new() },
        id,
    }
}

/// `GET /skills/new`.
pub(crate) async fn blank(page: Page) -> Result<Response, Problem> {
    access::require(&page.me, Action::SkillsManage)?;
    let sheet = views::form(page.frame(Place::Skills), &Typed::default(), None);
    Ok(show(&page, StatusCode::OK, &sheet))
}

/// `POST /skills/new`.
pub(crate) async fn create(page: Page, Form(mut typed): Form) -> Result<Response, Problem> {
    let new =
        NewSkill { name: typed.value("name").to_owned(), note: typed.value("note").to_owned() };
    let made = page.app.crewdesk().write(&page.actor, async |cx| skills::create(cx, new).await);
    let error = match made.await {
        Ok(skill) => {
            let flash = Flash::about("toast-saved-named", &skill.name);
            return Ok(page.go_saying("/skills", &flash));
        }
        Err(error) => error,
    };
    let (status, notice) = typed.refused_here(error, page.texts())?;
    let sheet = views::form(page.frame(Place::Skills), &typed, None);
    Ok(show(&page, status, &Sheet { notice, ..sheet }))
}

async fn one(page: &Page, id: SkillId) -> Result<Skill, Problem> {
    access::require(&page.me, Action::SkillsManage)?;
    Ok(page.app.crewdesk().read(&page.actor, async |cx| skills::get(cx, id).await).await?)
}

/// `GET /skills/{id}`.
pub(crate) async fn edit(page: Page, Id(id): Id<SkillId>) -> Result<Response, Problem> {
    let skill = one(&page, id).await?;
    let typed = Typed::of([("name", skill.name.as_str()), ("note", skill.note.as_str())]);
    let (id, version) = (id.to_string(), skill.version.to_string());
    let sheet = views::form(page.frame(Place::Skills), &typed, Some((&id, &version)));
    Ok(show(&page, StatusCode::OK, &sheet))
}

/// `POST /skills/{id}`.
pub(crate) async fn change(
    page: Page,
    Id(id): Id<SkillId>,
    Form(mut typed): Form,
) -> Result<Response, Problem> {
    let version = typed.value("version").to_owned();
    let shown = Some(version.parse().unwrap_or(-1));
    let patch = SkillPatch {
        name: Patch::Value(typed.value("name").to_owned()),
        note: Patch::Value(typed.value("note").to_owned()),
    };
    let verb = page
        .app
        .crewdesk()
        .write(&page.actor, async |cx| skills::update(cx, id, shown, patch).await);
    let error = match verb.await {
        Ok(_) => return Ok(page.go_saying("/skills", &Flash::new("toast-saved"))),
        Err(error) => error,
    };
    let (status, notice) = typed.refused_here(error, page.texts())?;
    let id = id.to_string();
    let sheet = views::form(page.frame(Place::Skills), &typed, Some((&id, &version)));
    Ok(show(&page, status, &Sheet { notice, ..sheet }))
}

async fn deleting(page: &Page, id: SkillId) -> Result<Sheet, Problem> {
    let skill = one(page, id).await?;
    let read = page.app.crewdesk().read(&page.actor, async |cx| skills::holders(cx, id).await);
    let held = read.await?;
    let counts = (held.people, held.profiles_in_all);
    Ok(views::delete(page.frame(Place::Skills), &id.to_string(), &skill.name, counts))
}

/// `GET /skills/{id}/removal`.
pub(crate) async fn ask_delete(page: Page, Id(id): Id<SkillId>) -> Result<Response, Problem> {
    Ok(show(&page, StatusCode::OK, &deleting(&page, id).await?))
}

/// `POST /skills/{id}/removal`.
pub(crate) async fn delete(
    page: Page,
    Id(id): Id<SkillId>,
    Form(mut typed): Form,
) -> Result<Response, Problem> {
    let withdraw = typed.value("withdraw") == "true";
    let verb =
        page.app.crewdesk().write(&page.actor, async |cx| skills::delete(cx, id, withdraw).await);
    let error = match verb.await {
        Ok(()) => return Ok(page.go_saying("/skills", &Flash::new("toast-skill-deleted"))),
        Err(error) => error,
    };
    let (status, notice) = typed.refused_here(error, page.texts())?;
    Ok(show(&page, status, &Sheet { notice, ..deleting(&page, id).await? }))
}
