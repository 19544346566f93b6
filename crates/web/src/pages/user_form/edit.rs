//! The form of somebody who exists (SPEC USR-5).

use axum::response::Response;
use domain::Cx;
use domain::access::{self, Action};
use domain::users::{self, Licence, User};
use domain::{roles, teams};
use http::StatusCode;
use kernel::ids::{RoleId, TeamId, UserId};
use kernel::{Code, Error, Result};
use texts::{Arg, Texts};

use super::read::{FLAGS, chosen, chosen_teams, patch, values};
use super::{lists, locks, with_boxes};
use crate::extract::Id;
use crate::html::{
    form_page::{Differs, FormPage, PhotoForm},
    frame::Place,
    parts::{Face, Notice},
    typed::Typed,
    users::form::{self, Lists, Locks},
};
use crate::pages::{
    flash::Flash,
    form::Form,
    page::{Page, face},
    people, pick,
};
use crate::problem::Problem;

/// Everything the form of an existing user needs.
struct Editing {
    user: User,
    lists: Lists,
    locks: Locks,
    teams: Vec<TeamId>,
}

async fn editing(
    cx: &mut Cx<'_>,
    page: &Page,
    id: UserId,
    typed: Option<&Typed>,
) -> Result<Editing> {
    let found = users::get(cx, id).await?;
    let may = |action| access::decide(&page.me, action, found.relation).is_ok();
    access::decide(&page.me, Action::UsersEdit, found.relation)?;
    let mut lists = lists(cx, page, found.user.licence).await?;
    let mut locks =
        Locks { group: Some("lock-group"), user_type: Some("lock-type"), ..locks(page) };
    let present = roles::of_user(cx, &found.user).await?;
    let role = found.user.role_id.to_string();
    if !may(Action::UsersAssignRole) || !lists.roles.iter().any(|(id, _)| *id == role) {
        locks.role = Some("lock-role");
        lists.roles = vec![(role, people::named(page.texts(), &present))];
    }
    if !may(Action::UsersAssignSupervisor) {
        locks.supervisor = Some("lock-supervisor");
    }
    if !may(Action::UsersAssignLicence) {
        locks.licence = Some("lock-licence");
    }
    if found.user.signed_in_at().is_some() {
        locks.email = Some("lock-email");
    }
    let none = Typed::default();
    lists.supervisors.extend(known_above(cx, Some(&found.user), typed.unwrap_or(&none)).await?);
    let teams = teams::of_user(cx, id).await?;
    Ok(Editing { user: found.user, lists, locks, teams })
}

/// Those whom a form names as supervisor: who it is now, and who was chosen instead.
pub(crate) async fn known_above(
    cx: &mut Cx<'_>,
    user: Option<&User>,
    typed: &Typed,
) -> Result<Vec<(String, String)>> {
    let chosen = typed.value("reports_to").to_owned();
    let present = user.and_then(|user| user.reports_to).map(|id| id.to_string());
    let both = [Some(chosen), present].into_iter().flatten();
    let both = Typed::new(both.map(|id| ("above".to_owned(), id)).collect());
    pick::chosen(cx, &both, "above").await
}

/// `GET /users/{id}/edit`.
pub(crate) async fn edit(page: Page, Id(id): Id<UserId>) -> Result<Response, Problem> {
    Ok(page.show(&edit_view(&page, id).await?))
}

/// The form as the record is now.
pub(crate) async fn edit_view(page: &Page, id: UserId) -> Result<FormPage, Problem> {
    let editing =
        page.app.crewdesk().read(&page.actor, async |cx| editing(cx, page, id, None).await).await?;
    let teams = editing.teams.iter().map(|id| ("team_ids", id.to_string()));
    let typed = values(&editing.user).into_iter().chain(teams);
    let typed = typed.map(|(name, value)| (name.to_owned(), value)).collect();
    Ok(edited(page, &editing, &Typed::new(typed)))
}

fn edited(page: &Page, editing: &Editing, typed: &Typed) -> FormPage {
    let Editing { user, lists, locks, teams: _ } = editing;
    let id = user.id.to_string();
    let large =
        (user.photo_version > 0).then(|| format!("/users/{id}/photo?v={}", user.photo_version));
    let face = Face { photo: large, ..face(&id, &user.display_name, 0).sized("face-large") };
    FormPage {
        frame: page.frame(Place::Users),
        title: page
            .texts()
            .with("user-edit-title", &[("name", Arg::from(&user.display_name))])
            .into_owned(),
        lead: "",
        tabs: Vec::new(),
        notice: None,
        differs: Vec::new(),
        photo: Some(PhotoForm { face, action: format!("/users/{id}/photo"), error: None }),
        action: format!("/users/{id}/edit"),
        hidden: with_boxes(locks, vec![("version", user.version.to_string())]),
        sections: form::sections(typed, lists, locks, false),
        submit: "form-save",
        cancel: Some(format!("/users/{id}")),
    }
}

/// Every change of the form in one transaction: all of it or nothing.
async fn save(cx: &mut Cx<'_>, id: UserId, typed: &Typed) -> Result<User> {
    let version = Some(typed.value("version").parse().unwrap_or(-1));
    let licence = match typed.has("licence") {
        true => Some(chosen(typed, "licence", Code::LicenceUnknown, Licence::parse)?),
        false => None,
    };
    // Taken away first, a licence no longer needs what the form clears; given last, it finds what it needs.
    let taken = licence == Some(None);
    if taken {
        users::change_licence(cx, id, version, None::<Licence>).await?;
    }
    let version = version.filter(|_| !taken);
    let mut user = users::update(cx, id, version, patch(typed)?).await?;
    if let Some(Some(licence)) = licence {
        user = users::change_licence(cx, id, None, Some(licence)).await?;
    }
    if typed.has("role_id") {
        let role: Option<RoleId> =
            chosen(typed, "role_id", Code::RoleUnknown, |text| text.parse().ok())?;
        if let Some(role) = role {
            user = users::assign_role(cx, id, None, role).await?;
        }
    }
    if typed.has("reports_to") {
        let above = chosen(typed, "reports_to", Code::SupervisorUnknown, |text| text.parse().ok())?;
        user = users::assign_supervisor(cx, id, None, above).await?;
    }
    if typed.has("teams") {
        teams::put_into(cx, &user, &chosen_teams(typed)?).await?;
    }
    Ok(user)
}

/// `POST /users/{id}/edit`.
pub(crate) async fn change(
    page: Page,
    Id(id): Id<UserId>,
    Form(mut typed): Form,
) -> Result<Response, Problem> {
    let saved = match pick::settle_one(&page, &mut typed, "reports_to").await {
        Ok(()) => {
            page.app.crewdesk().write(&page.actor, async |cx| save(cx, id, &typed).await).await
        }
        Err(error) => Err(error),
    };
    let error = match saved {
        Ok(user) => {
            let flash = Flash::about("toast-user-saved", &user.display_name);
            return Ok(page.go_saying(&format!("/users/{id}"), &flash));
        }
        Err(error) => error,
    };
    let editing = page
        .app
        .crewdesk()
        .read(&page.actor, async |cx| editing(cx, &page, id, Some(&typed)).await)
        .await?;
    if matches!(error, Error::Stale) {
        let notice = Some(Notice::warn(page.texts().error(Code::Stale)));
        let differs = differs(page.texts(), &editing, &typed);
        let view = FormPage { notice, differs, ..edited(&page, &editing, &typed) };
        return Ok(page.show_with(StatusCode::PRECONDITION_FAILED, &view));
    }
    let status = crate::problem::status(&error);
    let notice = typed.refused(error, page.texts())?;
    let mut view = FormPage { notice, ..edited(&page, &editing, &typed) };
    // What was typed was typed over the version that the form showed.
    let version = vec![("version", typed.value("version").to_owned())];
    view.hidden = with_boxes(&editing.locks, version);
    Ok(page.show_with(status, &view))
}

/// Both versions of what two people changed, field by field (SPEC USR-5).
fn differs(texts: Texts, editing: &Editing, typed: &Typed) -> Vec<Differs> {
    let shown = |name: &str, value: &str| {
        let text = in_words(texts, &editing.lists, name, value);
        if text.is_empty() { texts.get("list-nothing").into_owned() } else { text }
    };
    values(&editing.user)
        .into_iter()
        .filter_map(|(name, theirs)| {
            let mine = sent(typed, name).filter(|mine| *mine != theirs)?;
            let label = form::label(name)?;
            Some(Differs { label, mine: shown(name, &mine), theirs: shown(name, &theirs) })
        })
        .collect()
}

/// What a form says of a field; nothing where it did not hold the field. A box that is not ticked is not sent.
fn sent(typed: &Typed, name: &str) -> Option<String> {
    if FLAGS.contains(&name) {
        return typed.has("flags").then(|| (typed.value(name) == "true").to_string());
    }
    typed.has(name).then(|| typed.value(name).trim().to_owned())
}

/// A value as people read it.
fn in_words(texts: Texts, lists: &Lists, name: &str, value: &str) -> String {
    let list = match name {
        "language" => &lists.languages,
        "role_id" => &lists.roles,
        "reports_to" => &lists.supervisors,
        "licence" => &lists.licences,
        "exchange_id" => &lists.exchanges,
        "helpdesk_id" => &lists.helpdesks,
        _ if FLAGS.contains(&name) => {
            let key = if value == "true" { "setting-on" } else { "setting-off" };
            return texts.get(key).into_owned();
        }
        _ => return value.to_owned(),
    };
    let known = list.iter().find(|(known, _)| known == value);
    known.map_or_else(|| value.to_owned(), |(_, words)| words.clone())
}
