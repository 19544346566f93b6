//! `/users/move`: those selected in the list, or all it finds, to another group, seen before it is done (SPEC USR-12, USR-16).

use axum::response::Response;
use domain::access::{self, Action};
use domain::groups;
use domain::users::{self, BulkStep, Concerned, MovesPreview};
use http::StatusCode;
use kernel::ids::{GroupId, UserId};
use kernel::{Code, Error, Result};
use texts::{Arg, Texts};

use super::bulk::{found, number, selected, stayed, ticked};
use super::steps::show;
use super::users::filter_at;
use super::{flash::Flash, form::Form, page::Page};
use crate::html::{
    field::Choice,
    frame::Place,
    setting_fields,
    sheet::Sheet,
    typed::Typed,
    users::bulk::{self as views, Look},
};
use crate::problem::Problem;
use crate::refused::step_many;

/// `POST /users/move`: asks where to, shows what that comes to, does it once that was seen.
pub(crate) async fn act(page: Page, Form(mut typed): Form) -> Result<Response, Problem> {
    access::require(&page.me, Action::UsersMoveGroup)?;
    let error = match step(&page, &typed).await {
        Ok(response) => return Ok(response),
        Err(error) => error,
    };
    let (status, notice) = typed.refused_here(error, page.texts())?;
    let sheet = choosing(&page, &typed).await?;
    Ok(show(&page, status, &Sheet { notice, ..sheet }))
}

async fn step(page: &Page, typed: &Typed) -> Result<Response> {
    let ids = selected(typed)?;
    if !typed.has("group_id") {
        return Ok(show(page, StatusCode::OK, &choosing(page, typed).await?));
    }
    let group = typed.value("group_id").parse();
    let group = group.map_err(|_| Error::field("group_id", Code::GroupUnknown))?;
    let force = typed.value("force") == "true";
    if typed.value("confirmed") == "true" {
        return done(page, &ids, group, force).await;
    }
    let whom = if typed.value("who") == "all" {
        let list = typed.value("list");
        let read = page.app.crewdesk().read(&page.actor, async |cx| {
            let filter = filter_at(cx, list).await?;
            users::movable(cx, &filter, group).await
        });
        read.await?
    } else {
        ticked(ids)
    };
    looked(page, &whom, group, force).await
}

fn ids(typed: &Typed) -> Vec<String> {
    typed.all("id").map(str::to_owned).collect()
}

async fn choosing(page: &Page, typed: &Typed) -> Result<Sheet> {
    let read = page.app.crewdesk().read(&page.actor, async |cx| groups::list(cx).await);
    let all = read.await?;
    let choices = all.into_iter().map(|group| Choice::new(group.id.to_string(), group.name, "?"));
    let found = found(page, typed).await?;
    Ok(views::choose(page.frame(Place::Users), (&ids(typed), &found), choices.collect(), typed))
}

async fn looked(page: &Page, whom: &Concerned, group: GroupId, force: bool) -> Result<Response> {
    let read = page
        .app
        .crewdesk()
        .read(&page.actor, async |cx| users::preview_moves(cx, &whom.ids, group).await);
    let preview = read.await?;
    let named = number(whom.ids.len());
    let look = Look {
        ids: whom.ids.iter().map(ToString::to_string).collect(),
        group: (group.to_string(), preview.to.name.clone()),
        force,
        moving: preview.moving,
        staying: preview.staying,
        refused: preview.refused,
        more: whom.in_all.saturating_sub(named),
        changed: changes(page.texts(), &preview),
        lost: preview.profiles_lost,
        offered: preview.profiles_offered,
    };
    Ok(show(page, StatusCode::OK, &views::confirm(page.frame(Place::Users), &look)))
}

/// Each setting that becomes another for some, and the resource filter by which some will see, in words.
fn changes(texts: Texts, preview: &MovesPreview) -> Vec<String> {
    let settings = preview.settings.iter().map(|one| {
        let values = [
            ("setting", Arg::from(texts.get(setting_fields::label(one.key)).into_owned())),
            ("after", Arg::from(setting_fields::words(texts, one.key, &one.value))),
            ("n", Arg::from(one.users)),
        ];
        texts.with("bulk-changes", &values).into_owned()
    });
    let n = ("n", Arg::from(preview.sight_changes));
    let sight = match &preview.resource_filter {
        _ if preview.sight_changes == 0 => None,
        Some(filter) => Some(texts.with("bulk-filter", &[n, ("filter", Arg::from(filter))])),
        None => Some(texts.with("bulk-filter-none", &[n])),
    };
    settings.chain(sight.map(|said| said.into_owned())).collect()
}

async fn done(page: &Page, ids: &[UserId], group: GroupId, force: bool) -> Result<Response> {
    let crewdesk = page.app.crewdesk();
    let name = crewdesk.read(&page.actor, async |cx| groups::get(cx, group).await).await?.name;
    let step = BulkStep::Move { group, force };
    let moved = step_many(&page.app, &page.actor, ids, &step).await?;
    let went = moved.iter().filter(|one| one.is_done()).count();
    if went == moved.len() {
        let flash = Flash::about("toast-users-moved", &name);
        return Ok(page.go_saying(&page.back_or("/users"), &flash));
    }
    let stayed = stayed(page, &moved).await?;
    let sheet = views::result(page.frame(Place::Users), &name, number(went), stayed);
    Ok(show(page, StatusCode::OK, &sheet))
}
