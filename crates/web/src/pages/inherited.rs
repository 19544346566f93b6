//! `/settings/inherited` and `/users/{id}/settings`: settings of the organisation and of one user.

use axum::response::Response;
use domain::access::{self, Action, Reach};
use domain::settings::{self, Effective, Keeper, Key, Owner};
use domain::users::{self, Found};
use domain::{Cx, organisations};
use kernel::Result;
use kernel::ids::UserId;

use super::{flash::Flash, form::Form, page::Page};
use crate::extract::Id;
use crate::html::{
    form_page::FormPage, frame::Place, groups as views, setting_fields, typed::Typed,
};
use crate::problem::Problem;

/// `GET /settings/inherited`.
pub(crate) async fn organisation(page: Page) -> Result<Response, Problem> {
    Ok(page.show(&of_organisation(&page, None).await?))
}

async fn of_organisation(page: &Page, typed: Option<&Typed>) -> Result<FormPage, Problem> {
    let verb = page.app.crewdesk().read(&page.actor, async |cx| {
        let all = settings::effective(cx, Owner::Organisation).await?;
        Ok((organisations::get(cx).await?.version, all))
    });
    let (version, all) = verb.await?;
    let may = page.me.grants.reach(Action::SettingsManage).holds(Reach::ORGANISATION);
    let locked = (!may).then_some("organisation-only-administrators");
    // The organisation's language stands among its other facts.
    let all: Vec<Effective> = all.into_iter().filter(|one| one.key != Key::Language).collect();
    let present = setting_fields::values(&all);
    let sections =
        setting_fields::sections(page.texts(), &all, typed.unwrap_or(&present), |_| locked);
    let title = page.texts().get("nav-inherited").into_owned();
    let address = ("/settings/inherited".to_owned(), None);
    let frame = page.frame(Place::Inherited);
    Ok(views::settings(frame, title, Vec::new(), address, version, sections))
}

/// `POST /settings/inherited`.
pub(crate) async fn change_organisation(
    page: Page,
    Form(mut typed): Form,
) -> Result<Response, Problem> {
    let version = Some(typed.value("version").parse().unwrap_or(-1));
    let wanted = setting_fields::wanted(&typed);
    let verb = page.app.crewdesk().write(&page.actor, async |cx| {
        settings::change(cx, Owner::Organisation, version, wanted).await
    });
    let error = match verb.await {
        Ok(_) => return Ok(page.go_saying("/settings/inherited", &Flash::new("toast-saved"))),
        Err(error) => error,
    };
    let (status, notice) = typed.refused_here(error, page.texts())?;
    let view = of_organisation(&page, Some(&typed)).await?;
    Ok(page.show_with(status, &FormPage { notice, ..view }))
}

async fn held(cx: &mut Cx<'_>, id: UserId) -> Result<(Found, Vec<Effective>)> {
    let found = users::get(cx, id).await?;
    Ok((found, settings::effective(cx, Owner::User(id)).await?))
}

/// `GET /users/{id}/settings/edit`.
pub(crate) async fn edit_user(page: Page, Id(id): Id<UserId>) -> Result<Response, Problem> {
    Ok(page.show(&of_user(&page, id, None).await?))
}

async fn of_user(page: &Page, id: UserId, typed: Option<&Typed>) -> Result<FormPage, Problem> {
    let (found, all) = page.app.crewdesk().read(&page.actor, async |cx| held(cx, id).await).await?;
    let may = |action| access::decide(&page.me, action, found.relation).is_ok();
    access::decide(&page.me, Action::UsersEdit, found.relation)?;
    let manages = may(Action::SettingsManage);
    let locked = |key: Key| match key.setting().keeper {
        Keeper::Manager if !manages => Some("organisation-only-administrators"),
        _ => None,
    };
    let all: Vec<Effective> = all.into_iter().filter(|one| one.key != Key::Language).collect();
    let present = setting_fields::values(&all);
    let sections = setting_fields::sections(page.texts(), &all, typed.unwrap_or(&present), locked);
    let values = [("name", texts::Arg::from(&found.user.display_name))];
    let title = page.texts().with("settings-of-user", &values).into_owned();
    let address = (format!("/users/{id}/settings/edit"), Some(format!("/users/{id}/settings")));
    let frame = page.frame(Place::Users);
    Ok(views::settings(frame, title, Vec::new(), address, found.user.version, sections))
}

/// `POST /users/{id}/settings/edit`.
pub(crate) async fn change_user(
    page: Page,
    Id(id): Id<UserId>,
    Form(mut typed): Form,
) -> Result<Response, Problem> {
    let version = Some(typed.value("version").parse().unwrap_or(-1));
    let wanted = setting_fields::wanted(&typed);
    let verb = page.app.crewdesk().write(&page.actor, async |cx| {
        settings::change(cx, Owner::User(id), version, wanted).await
    });
    let error = match verb.await {
        Ok(_) => {
            let place = format!("/users/{id}/settings");
            return Ok(page.go_saying(&place, &Flash::new("toast-saved")));
        }
        Err(error) => error,
    };
    let (status, notice) = typed.refused_here(error, page.texts())?;
    let view = of_user(&page, id, Some(&typed)).await?;
    Ok(page.show_with(status, &FormPage { notice, ..view }))
}
