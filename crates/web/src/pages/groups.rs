//! `/groups`: user groups and what each passes on (SPEC GRP-1).

use axum::response::Response;
use domain::access::{self, Action};
use domain::groups::{self, Group};
use domain::settings::{self, Owner};
use http::StatusCode;
use kernel::ids::{GroupId, UserId};
use kernel::{Code, Error, Result};

use super::pick;
use super::steps::show;
use super::{flash::Flash, form::Form, page::Page};
use crate::extract::Id;
use crate::html::{
    form_page::FormPage,
    frame::Place,
    groups as views,
    parts::{Chip, When, icon},
    setting_fields,
    sheet::Sheet,
    table::{Cell, ListRow},
    typed::Typed,
};
use crate::problem::Problem;

fn may_manage(page: &Page) -> bool {
    access::require(&page.me, Action::GroupsManage).is_ok()
}

/// `GET /groups`.
pub(crate) async fn list(page: Page) -> Result<Response, Problem> {
    access::require(&page.me, Action::GroupsManage)?;
    let all = page.app.crewdesk().read(&page.actor, async |cx| groups::list(cx).await).await?;
    let rows = all.iter().map(|group| row(&page, group)).collect();
    Ok(page.show(&views::list(page.frame(Place::Groups), rows, may_manage(&page))))
}

fn row(page: &Page, group: &Group) -> ListRow {
    let id = group.id.to_string();
    let chip = Chip::new("chip-info", icon("star"), "group-is_default");
    ListRow {
        cells: vec![
            Cell::Link(format!("/groups/{id}"), group.name.clone()),
            Cell::Number(group.users.to_string()),
            if group.is_default { Cell::Chip(chip) } else { Cell::Empty },
            Cell::When(When::day(page.lang(), &page.zone, group.updated_at)),
        ],
        menu: views::menu(&id, group.is_default),
        id,
    }
}

/// `GET /groups/new`.
pub(crate) async fn blank(page: Page) -> Result<Response, Problem> {
    access::require(&page.me, Action::GroupsManage)?;
    let sheet = views::create(page.frame(Place::Groups), &Typed::default());
    Ok(show(&page, StatusCode::OK, &sheet))
}

/// `POST /groups/new`.
pub(crate) async fn create(page: Page, Form(mut typed): Form) -> Result<Response, Problem> {
    let name = typed.value("name").to_owned();
    let made = page.app.crewdesk().write(&page.actor, async |cx| groups::create(cx, &name).await);
    let error = match made.await {
        Ok(group) => {
            let flash = Flash::about("toast-group-created", &group.name);
            return Ok(page.go_saying(&format!("/groups/{}", group.id), &flash));
        }
        Err(error) => error,
    };
    let (status, notice) = typed.refused_here(error, page.texts())?;
    let sheet = views::create(page.frame(Place::Groups), &typed);
    Ok(show(&page, status, &Sheet { notice, ..sheet }))
}

async fn one(page: &Page, id: GroupId) -> Result<Group, Problem> {
    access::require(&page.me, Action::GroupsManage)?;
    Ok(page.app.crewdesk().read(&page.actor, async |cx| groups::get(cx, id).await).await?)
}

/// `GET /groups/{id}/name`.
pub(crate) async fn ask_name(page: Page, Id(id): Id<GroupId>) -> Result<Response, Problem> {
    let group = one(&page, id).await?;
    let typed = Typed::of([("name", group.name.as_str())]);
    let version = group.version.to_string();
    let frame = page.frame(Place::Groups);
    let sheet = views::rename(frame, &id.to_string(), &group.name, &version, &typed);
    Ok(show(&page, StatusCode::OK, &sheet))
}

/// `POST /groups/{id}/name`.
pub(crate) async fn rename(
    page: Page,
    Id(id): Id<GroupId>,
    Form(mut typed): Form,
) -> Result<Response, Problem> {
    let (name, version) = (typed.value("name").to_owned(), typed.value("version").to_owned());
    let shown = version.parse().unwrap_or(-1);
    let verb = page
        .app
        .crewdesk()
        .write(&page.actor, async |cx| groups::rename(cx, id, Some(shown), &name).await);
    let error = match verb.await {
        Ok(_) => return Ok(page.go_saying("/groups", &Flash::new("toast-saved"))),
        Err(error) => error,
    };
    let group = one(&page, id).await?;
    let (status, notice) = typed.refused_here(error, page.texts())?;
    let frame = page.frame(Place::Groups);
    let sheet = views::rename(frame, &id.to_string(), &group.name, &version, &typed);
    Ok(show(&page, status, &Sheet { notice, ..sheet }))
}

/// `GET /groups/{id}/default`.
pub(crate) async fn ask_default(page: Page, Id(id): Id<GroupId>) -> Result<Response, Problem> {
    let group = one(&page, id).await?;
    let sheet = views::make_default(page.frame(Place::Groups), &id.to_string(), &group.name);
    Ok(show(&page, StatusCode::OK, &sheet))
}

/// `POST /groups/{id}/default`.
pub(crate) async fn make_default(
    page: Page,
    Id(id): Id<GroupId>,
    Form(_): Form,
) -> Result<Response, Problem> {
    let verb =
        page.app.crewdesk().write(&page.actor, async |cx| groups::make_default(cx, id).await);
    verb.await?;
    Ok(page.go_saying("/groups", &Flash::new("toast-saved")))
}

/// `GET /groups/{id}/removal`.
pub(crate) async fn ask_delete(page: Page, Id(id): Id<GroupId>) -> Result<Response, Problem> {
    let group = one(&page, id).await?;
    let frame = page.frame(Place::Groups);
    let sheet = views::delete(frame, &id.to_string(), &group.name, group.users);
    Ok(show(&page, StatusCode::OK, &sheet))
}

/// `POST /groups/{id}/removal`.
pub(crate) async fn delete(
    page: Page,
    Id(id): Id<GroupId>,
    Form(mut typed): Form,
) -> Result<Response, Problem> {
    let verb = page.app.crewdesk().write(&page.actor, async |cx| groups::delete(cx, id).await);
    let error = match verb.await {
        Ok(()) => return Ok(page.go_saying("/groups", &Flash::new("toast-group-deleted"))),
        Err(error) => error,
    };
    let (status, notice) = typed.refused_here(error, page.texts())?;
    let group = one(&page, id).await?;
    let frame = page.frame(Place::Groups);
    let sheet = views::delete(frame, &id.to_string(), &group.name, group.users);
    Ok(show(&page, status, &Sheet { notice, ..sheet }))
}

/// `GET /groups/{id}`: what the group passes on.
pub(crate) async fn settings(page: Page, Id(id): Id<GroupId>) -> Result<Response, Problem> {
    let (group, view) = form(&page, id, None).await?;
    drop(group);
    Ok(page.show(&view))
}

/// The form with the present values, or with what was typed.
async fn form(
    page: &Page,
    id: GroupId,
    typed: Option<&Typed>,
) -> Result<(Group, FormPage), Problem> {
    access::require(&page.me, Action::GroupsManage)?;
    let verb = page.app.crewdesk().read(&page.actor, async |cx| {
        Ok((groups::get(cx, id).await?, settings::effective(cx, Owner::Group(id)).await?))
    });
    let (group, all) = verb.await?;
    let present = setting_fields::values(&all);
    let sections =
        setting_fields::sections(page.texts(), &all, typed.unwrap_or(&present), |_| None);
    let address = (format!("/groups/{id}"), Some("/groups".to_owned()));
    let frame = page.frame(Place::Groups);
    let tabs = views::tabs(&id.to_string(), "group-settings");
    let view = views::settings(frame, group.name.clone(), tabs, address, group.version, sections);
    Ok((group, view))
}

/// `POST /groups/{id}`.
pub(crate) async fn change(
    page: Page,
    Id(id): Id<GroupId>,
    Form(mut typed): Form,
) -> Result<Response, Problem> {
    let version = Some(typed.value("version").parse().unwrap_or(-1));
    let wanted = setting_fields::wanted(&typed);
    let verb = page.app.crewdesk().write(&page.actor, async |cx| {
        settings::change(cx, Owner::Group(id), version, wanted).await
    });
    let error = match verb.await {
        Ok(_) => {
            return Ok(page.go_saying(&format!("/groups/{id}"), &Flash::new("toast-saved")));
        }
        Err(error) => error,
    };
    let (status, notice) = typed.refused_here(error, page.texts())?;
    let (_, view) = form(&page, id, Some(&typed)).await?;
    Ok(page.show_with(status, &FormPage { notice, ..view }))
}

/// `GET /groups/{id}/administrators`.
pub(crate) async fn administrators(page: Page, Id(id): Id<GroupId>) -> Result<Response, Problem> {
    Ok(page.show(&administering(&page, id, None).await?))
}

async fn administering(
    page: &Page,
    id: GroupId,
    typed: Option<&Typed>,
) -> Result<FormPage, Problem> {
    access::require(&page.me, Action::GroupsManage)?;
    let read = page.app.crewdesk().read(&page.actor, async |cx| {
        let group = groups::get(cx, id).await?;
        let now = groups::administrators(cx, id).await?;
        let present = now.iter().map(|id| ("user".to_owned(), id.to_string())).collect();
        let typed = typed.cloned().unwrap_or_else(|| Typed::new(present));
        Ok((group, pick::chosen(cx, &typed, "user").await?, typed))
    });
    let (group, chosen, typed) = read.await?;
    let frame = page.frame(Place::Groups);
    Ok(views::administrators(frame, &id.to_string(), group.name, &chosen, &typed))
}

async fn appoint(page: &Page, id: GroupId, typed: &mut Typed) -> Result<()> {
    access::require(&page.me, Action::GroupsManage)?;
    pick::settle(page, typed, "user").await?;
    let read = |text: &str| text.parse().map_err(|_| Error::field("user", Code::UserUnknown));
    let wanted: Vec<UserId> = typed.all("user").map(read).collect::<Result<_>>()?;
    let verb = page
        .app
        .crewdesk()
        .write(&page.actor, async |cx| groups::set_administrators(cx, id, &wanted).await);
    verb.await.map(drop)
}

/// `POST /groups/{id}/administrators`.
pub(crate) async fn set_administrators(
    page: Page,
    Id(id): Id<GroupId>,
    Form(mut typed): Form,
) -> Result<Response, Problem> {
    let error = match appoint(&page, id, &mut typed).await {
        Ok(()) => {
            let here = format!("/groups/{id}/administrators");
            return Ok(page.go_saying(&here, &Flash::new("toast-saved")));
        }
        Err(error) => error,
    };
    let (status, notice) = typed.refused_here(error, page.texts())?;
    let view = administering(&page, id, Some(&typed)).await?;
    Ok(page.show_with(status, &FormPage { notice, ..view }))
}
