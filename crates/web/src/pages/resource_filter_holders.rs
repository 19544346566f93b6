//! `/groups/{id}/filter` and `/users/{id}/filter`: who sees by which resource filter (SPEC GRP-2).

use axum::response::Response;
use domain::access::{self, Action};
use domain::resource_filters::{self, Holder, HolderKind, Holds, ResourceFilter};
use domain::{groups, users};
use http::StatusCode;
use kernel::ids::{GroupId, ResourceFilterId, UserId};
use kernel::{Code, Error, Result};
use texts::{Arg, Texts};

use super::steps::show;
use super::{flash::Flash, form::Form, page::Page};
use crate::extract::Id;
use crate::html::{
    form_page::FormPage, frame::Place, resource_filters as views, sheet::Sheet, typed::Typed,
};
use crate::problem::Problem;

/// Whether the reader gives filters to others: with the right, and seeing everything themself.
pub(super) fn may_assign(page: &Page) -> bool {
    access::require(&page.me, Action::ResourceFiltersManage).is_ok()
        && page.me.resource_filter.is_none()
}

/// The filter that counts and where it comes from, in words.
pub(super) fn said(texts: Texts, holds: &Holds) -> String {
    let Some((filter, origin)) = holds.effective() else {
        return texts.get("filters-everything").into_owned();
    };
    let key = match origin {
        HolderKind::User => "filters-of-own",
        HolderKind::Group => "filters-of-group",
    };
    texts.with(key, &[("name", Arg::from(&filter.name))]).into_owned()
}

/// The choice as it stands.
fn present(own: Option<&ResourceFilter>) -> Typed {
    let id = own.map(|filter| filter.id.to_string()).unwrap_or_default();
    Typed::of([("resource_filter_id", id.as_str())])
}

fn chosen(typed: &Typed) -> Result<Option<ResourceFilterId>> {
    let unknown = || Error::field("resource_filter_id", Code::ResourceFilterUnknown);
    let read = |text: String| text.parse().map_err(|_| unknown());
    typed.filled("resource_filter_id").map(read).transpose()
}

fn named(all: Vec<resource_filters::Listed>) -> Vec<(String, String)> {
    all.into_iter().map(|one| (one.filter.id.to_string(), one.filter.name)).collect()
}

/// `GET /groups/{id}/filter`.
pub(crate) async fn of_group(page: Page, Id(id): Id<GroupId>) -> Result<Response, Problem> {
    Ok(page.show(&group(&page, id, None).await?))
}

async fn group(page: &Page, id: GroupId, typed: Option<&Typed>) -> Result<FormPage, Problem> {
    access::require(&page.me, Action::ResourceFiltersManage)?;
    let read = page.app.crewdesk().read(&page.actor, async |cx| {
        let group = groups::get(cx, id).await?;
        let holds = resource_filters::held_by(cx, Holder::Group(id)).await?;
        Ok((group, holds, resource_filters::list(cx).await?))
    });
    let (group, holds, all) = read.await?;
    let present = present(holds.own.as_ref());
    let (frame, typed) = (page.frame(Place::Groups), typed.unwrap_or(&present));
    Ok(views::of_group(frame, &id.to_string(), group.name, &named(all), typed))
}

/// `POST /groups/{id}/filter`.
pub(crate) async fn put_group(
    page: Page,
    Id(id): Id<GroupId>,
    Form(mut typed): Form,
) -> Result<Response, Problem> {
    let wanted = chosen(&typed);
    let verb = page.app.crewdesk().write(&page.actor, async |cx| {
        groups::get(cx, id).await?;
        resource_filters::assign(cx, Holder::Group(id), wanted?).await
    });
    let error = match verb.await {
        Ok(_) => {
            let here = format!("/groups/{id}/filter");
            return Ok(page.go_saying(&here, &Flash::new("toast-saved")));
        }
        Err(error) => error,
    };
    let (status, notice) = typed.refused_here(error, page.texts())?;
    let view = group(&page, id, Some(&typed)).await?;
    Ok(page.show_with(status, &FormPage { notice, ..view }))
}

/// `GET /users/{id}/filter`.
pub(crate) async fn of_user(page: Page, Id(id): Id<UserId>) -> Result<Response, Problem> {
    Ok(show(&page, StatusCode::OK, &user(&page, id, None).await?))
}

async fn user(page: &Page, id: UserId, typed: Option<&Typed>) -> Result<Sheet, Problem> {
    let read = page.app.crewdesk().read(&page.actor, async |cx| {
        let found = users::get(cx, id).await?;
        access::decide(cx.principal()?, Action::ResourceFiltersManage, found.relation)?;
        let holds = resource_filters::held_by(cx, Holder::User(id)).await?;
        Ok((found.user.display_name, holds, resource_filters::list(cx).await?))
    });
    let (name, holds, all) = read.await?;
    let present = present(holds.own.as_ref());
    let (frame, typed) = (page.frame(Place::Users), typed.unwrap_or(&present));
    Ok(views::of_user(frame, &id.to_string(), &name, &named(all), typed))
}

/// `POST /users/{id}/filter`.
pub(crate) async fn put_user(
    page: Page,
    Id(id): Id<UserId>,
    Form(mut typed): Form,
) -> Result<Response, Problem> {
    let wanted = chosen(&typed);
    let verb = page.app.crewdesk().write(&page.actor, async |cx| {
        users::get(cx, id).await?;
        resource_filters::assign(cx, Holder::User(id), wanted?).await
    });
    let error = match verb.await {
        Ok(_) => {
            let there = format!("/users/{id}/access");
            return Ok(page.go_saying(&there, &Flash::new("toast-saved")));
        }
        Err(error) => error,
    };
    let (status, notice) = typed.refused_here(error, page.texts())?;
    Ok(show(&page, status, &Sheet { notice, ..user(&page, id, Some(&typed)).await? }))
}
