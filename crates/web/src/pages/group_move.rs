//! `/users/{id}/group`: another group for someone, seen before it is done (SPEC USR-12).

use axum::response::Response;
use domain::access::{self, Action};
use domain::groups;
use domain::profiles::Profile;
use domain::users::{self, MovePreview};
use http::StatusCode;
use kernel::ids::{GroupId, UserId};
use kernel::{Code, Error, Result};
use texts::{Arg, Texts};

use super::steps::show;
use super::{flash::Flash, form::Form, page::Page};
use crate::extract::Id;
use crate::html::{
    field::Choice,
    frame::Place,
    groups::{self as views, MoveLook},
    setting_fields,
    sheet::Sheet,
    typed::Typed,
};
use crate::problem::Problem;

/// `GET /users/{id}/group`.
pub(crate) async fn ask(page: Page, Id(id): Id<UserId>) -> Result<Response, Problem> {
    let sheet = choosing(&page, id, &Typed::default()).await?;
    Ok(show(&page, StatusCode::OK, &sheet))
}

async fn choosing(page: &Page, id: UserId, typed: &Typed) -> Result<Sheet, Problem> {
    let verb = page.app.crewdesk().read(&page.actor, async |cx| {
        let found = users::get(cx, id).await?;
        Ok((found, groups::list(cx).await?))
    });
    let (found, all) = verb.await?;
    access::decide(&page.me, Action::UsersMoveGroup, found.relation)?;
    let others = all.into_iter().filter(|group| group.id != found.user.group_id);
    let choices = others.map(|group| Choice::new(group.id.to_string(), group.name, "?")).collect();
    let frame = page.frame(Place::Users);
    Ok(views::move_user(frame, &id.to_string(), &found.user.display_name, choices, typed))
}

/// `POST /users/{id}/group`: shows what would change, or does it once that was seen.
pub(crate) async fn act(
    page: Page,
    Id(id): Id<UserId>,
    Form(mut typed): Form,
) -> Result<Response, Problem> {
    let answer = match typed.value("group_id").parse() {
        Ok(group) if typed.value("confirmed") == "true" => done(&page, id, group, &typed).await,
        Ok(group) => looked(&page, id, group).await,
        Err(_) => Err(Error::field("group_id", Code::GroupUnknown)),
    };
    let error = match answer {
        Ok(response) => return Ok(response),
        Err(error) => error,
    };
    let (status, notice) = typed.refused_here(error, page.texts())?;
    let sheet = choosing(&page, id, &typed).await?;
    Ok(show(&page, status, &Sheet { notice, ..sheet }))
}

async fn done(page: &Page, id: UserId, group: GroupId, typed: &Typed) -> Result<Response> {
    let version = Some(typed.value("version").parse().unwrap_or(-1));
    let force = typed.value("force") == "true";
    let verb = page
        .app
        .crewdesk()
        .write(&page.actor, async |cx| users::move_group(cx, id, version, group, force).await);
    let flash = Flash::about("toast-user-moved", &verb.await?.display_name);
    Ok(page.go_saying(&format!("/users/{id}"), &flash))
}

async fn looked(page: &Page, id: UserId, group: GroupId) -> Result<Response> {
    let verb =
        page.app.crewdesk().read(&page.actor, async |cx| users::preview_move(cx, id, group).await);
    let preview = verb.await?;
    let (user, to) = (id.to_string(), group.to_string());
    let look = MoveLook {
        user: (&user, &preview.user.display_name),
        to: (&to, &preview.to.name),
        version: preview.user.version,
        lost: lost(page.texts(), &preview),
        changed: changes(page.texts(), &preview),
        logged_on: preview.logged_on,
    };
    Ok(show(page, StatusCode::OK, &views::confirm_move(page.frame(Place::Users), &look)))
}

/// Each profile that vanishes, in words.
fn lost(texts: Texts, preview: &MovePreview) -> Vec<String> {
    let said = |profile: &Profile| {
        texts.with("move-loses-profile", &[("profile", Arg::from(&profile.name))]).into_owned()
    };
    preview.profiles.lost.iter().map(said).collect()
}

/// The resource filter by which they will see, where it is another.
fn sight(texts: Texts, preview: &MovePreview) -> Option<String> {
    let (_, then) = preview.sight.as_ref()?;
    Some(match then {
        Some(filter) => {
            texts.with("move-filter", &[("filter", Arg::from(&filter.name))]).into_owned()
        }
        None => texts.get("move-filter-none").into_owned(),
    })
}

/// Each profile that can be ticked then, and each setting that becomes another, in words.
fn changes(texts: Texts, preview: &MovePreview) -> Vec<String> {
    let offered = preview.profiles.offered.iter().map(|profile| {
        texts.with("move-offers-profile", &[("profile", Arg::from(&profile.name))]).into_owned()
    });
    let said = preview.settings.iter().map(|(before, after)| {
        let values = [
            ("setting", Arg::from(texts.get(setting_fields::label(after.key)).into_owned())),
            ("before", Arg::from(setting_fields::words(texts, before.key, &before.value))),
            ("after", Arg::from(setting_fields::words(texts, after.key, &after.value))),
        ];
        texts.with("move-changes", &values).into_owned()
    });
    offered.chain(sight(texts, preview)).chain(said).collect()
}
