//! `/`: the dashboard; `/team`: the one step before users are managed (SPEC ORG-2, INS-7).

use axum::response::Response;
use domain::access::{Action, Reach};
use domain::invitations::Invitation;
use domain::notices::{self, Notice as Stored};
use domain::users::{self, Counters};
use domain::{Cx, invitations, organisations, sessions};
use http::StatusCode;
use kernel::ids::NoticeId;
use kernel::{Error, Result, Timestamp};
use serde_json::Value;
use texts::Arg;

use super::people;
use super::{flash::Flash, form::Form, page::Page};
use crate::extract::Id;
use crate::html::{
    field::Field,
    frame::Place,
    home::{Home, HomeCounters, Task, TeamName},
    parts::{Notice, When, icon},
    typed::Typed,
};
use crate::problem::Problem;

/// Most tasks of a kind.
const TASKS: i64 = 10;

/// What the dashboard is made of.
struct Data {
    counters: Option<Counters>,
    ending: Vec<(Invitation, String)>,
    locked: Vec<(String, String, Timestamp)>,
    without_work: i64,
    notices: Vec<Stored>,
    now: Timestamp,
}

/// `GET /`.
pub(crate) async fn home(page: Page) -> Result<Response, Problem> {
    let sees = page.me.grants.reach(Action::DashboardView);
    let data = page.app.crewdesk().read(&page.actor, async |cx| read(cx, sees).await).await?;
    let counters =
        data.counters.map(|Counters { active, invited, administrators, standard, users: _ }| {
            HomeCounters { active, invited, administrators, standard }
        });
    let mut tasks: Vec<Task> =
        data.ending.iter().map(|(one, name)| ending(&page, one, name, data.now)).collect();
    tasks.extend(data.locked.iter().map(|(id, name, at)| locked(&page, id, name, *at, data.now)));
    tasks.extend((data.without_work > 0).then(|| without_work(&page, data.without_work)));
    let notices =
        data.notices.iter().filter_map(|stored| notice(&page, stored, data.now)).collect();
    let name = page.me.display_name.clone();
    Ok(page.show(&Home { frame: page.frame(Place::Home), name, counters, tasks, notices }))
}

async fn read(cx: &mut Cx<'_>, sees: Reach) -> Result<Data> {
    let notices = notices::unread(cx).await?;
    let mut data = Data {
        counters: None,
        ending: Vec::new(),
        locked: Vec::new(),
        without_work: 0,
        notices,
        now: cx.now,
    };
    if !sees.is_none() {
        data.without_work = users::count_without_work(cx).await?;
        data.counters = Some(users::counters(cx).await?);
    }
    if sees.holds(Reach::ORGANISATION) {
        let ending = invitations::ending_soon(cx, TASKS).await?;
        let names = people::names(cx, ending.iter().map(|one| one.user_id)).await?;
        let named = |one: Invitation| {
            let name = names.get(&one.user_id).cloned().unwrap_or_default();
            (one, name)
        };
        data.ending = ending.into_iter().map(named).collect();
        let locked = sessions::locked(cx, TASKS).await?;
        data.locked = locked
            .into_iter()
            .map(|one| (one.user_id.to_string(), one.display_name, one.locked_at))
            .collect();
    }
    Ok(data)
}

fn ending(page: &Page, one: &Invitation, name: &str, now: Timestamp) -> Task {
    let key = if one.expires_at > now { "home-expiring" } else { "home-expired" };
    Task {
        icon: icon("mail"),
        text: page.texts().with(key, &[("name", Arg::from(name))]).into_owned(),
        when: Some(When::relative(page.lang(), &page.zone, one.expires_at, now)),
        link: Some(("/invitations".to_owned(), "home-look")),
        dismiss: None,
    }
}

fn locked(page: &Page, id: &str, name: &str, at: Timestamp, now: Timestamp) -> Task {
    Task {
        icon: icon("lock"),
        text: page.texts().with("home-locked", &[("name", Arg::from(name))]).into_owned(),
        when: Some(When::relative(page.lang(), &page.zone, at, now)),
        link: Some((format!("/users/{id}/security"), "home-look")),
        dismiss: None,
    }
}

/// So many can't receive work (SPEC GRP-6).
fn without_work(page: &Page, n: i64) -> Task {
    Task {
        icon: icon("phone-off"),
        text: page.texts().with("home-without-work", &[("n", Arg::from(n))]).into_owned(),
        when: None,
        link: Some(("/users?work=none".to_owned(), "home-look")),
        dismiss: None,
    }
}

/// A stored notice in words; none of a kind that this version does not know.
fn notice(page: &Page, stored: &Stored, now: Timestamp) -> Option<Task> {
    let params: Value = serde_json::from_str(&stored.params).unwrap_or_default();
    let param =
        |name: &str| params.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let named =
        |key: &'static str, name: &str| page.texts().with(key, &[(name, Arg::from(param(name)))]);
    let text = match stored.kind.as_str() {
        "added_to_organisation" => page.texts().with(
            "notice-added",
            &[("organisation", Arg::from(param("organisation"))), ("by", Arg::from(param("by")))],
        ),
        "moved_to_group" => {
            page.texts().with("notice-moved", &[("group", Arg::from(param("group")))])
        }
        "password_changed" => page.texts().get("notice-password-changed"),
        "password_dropped" => page.texts().get("notice-password-dropped"),
        "recovery_used" => page.texts().get("notice-recovery-used"),
        "factor_added" => named("notice-factor-added", "factor"),
        "factor_removed" => named("notice-factor-removed", "factor"),
        "factors_reset" => named("notice-factors-reset", "by"),
        "recovery_code_used" => named("notice-recovery-code-used", "left"),
        "recovery_codes_new" => page.texts().get("notice-recovery-codes-new"),
        "email_changed" => page.texts().get("notice-email-changed"),
        "mobile_changed" => page.texts().get("notice-mobile-changed"),
        "identity_unlinked" => named("notice-identity-unlinked", "by"),
        "identity_linked" => page
            .texts()
            .with("notice-identity-linked", &[("provider", Arg::from(param("provider")))]),
        "new_device" => {
            let client = texts::client(page.texts(), &param("client"));
            let values = [("client", Arg::from(client)), ("address", Arg::from(param("address")))];
            page.texts().with("notice-new-device", &values)
        }
        _ => return None,
    };
    Some(Task {
        icon: icon("info-circle"),
        text: text.into_owned(),
        when: Some(When::relative(page.lang(), &page.zone, stored.created_at, now)),
        link: None,
        dismiss: Some(format!("/notices/{}", stored.id)),
    })
}

/// `POST /notices/{id}`: seen.
pub(crate) async fn seen(
    page: Page,
    Id(id): Id<NoticeId>,
    Form(_): Form,
) -> Result<Response, Problem> {
    page.app.crewdesk().write(&page.actor, async |cx| notices::read(cx, id).await).await?;
    Ok(page.go("/"))
}

/// The page in place of the users while the team has no name.
pub(super) fn team_page(page: &Page) -> Response {
    page.show(&team(page, &Typed::default(), None))
}

fn team(page: &Page, typed: &Typed, notice: Option<Notice>) -> TeamName {
    let may = page.me.grants.reach(Action::OrganisationEdit).holds(Reach::ORGANISATION);
    let field = may.then(|| typed.fill(Field::text("team_name", "team-name")).focused());
    TeamName { frame: page.frame(Place::Users), field, notice }
}

/// `POST /team`.
pub(crate) async fn name_team(page: Page, Form(mut typed): Form) -> Result<Response, Problem> {
    let name = typed.value("team_name").to_owned();
    let done = page
        .app
        .crewdesk()
        .write(&page.actor, async |cx| organisations::name_team(cx, &name).await)
        .await;
    match done {
        Ok(_) => Ok(page.go_saying("/users", &Flash::new("toast-team"))),
        Err(error @ Error::Invalid(_)) => {
            let notice = typed.refused(error, page.texts())?;
            Ok(page.show_with(StatusCode::UNPROCESSABLE_ENTITY, &team(&page, &typed, notice)))
        }
        Err(error) => Err(error.into()),
    }
}
