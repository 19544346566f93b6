//! `/users/{id}/security`: how somebody signs in, their second factors, sessions and tries (SPEC ACC-5, ACC-6,
//! USR-18).

use axum::response::Response;
use domain::Cx;
use domain::access::{self, Action};
use domain::factors::{self, FactorRow, Standing};
use domain::sessions::sign_ins::{self, SignInRow};
use domain::sessions::{self, SessionView};
use domain::users::Lifecycle;
use kernel::ids::UserId;
use kernel::{Cursor, PageSize, Result, Timestamp};
use texts::Arg;

use super::links::with_query;
use super::page::Page;
use super::person::{Whose, person, text, whose};
use super::person_identities;
use crate::extract::{Id, Query};
use crate::html::{
    me,
    parts::{Chip, When, icon},
    security::kind,
    table::{Cell, ListRow, MenuItem, Pager},
    users::{Body, Facts, TabTable},
};
use crate::problem::Problem;

/// `GET /users/{id}/security`.
pub(crate) async fn security(
    page: Page,
    Id(id): Id<UserId>,
    mut query: Query,
) -> Result<Response, Problem> {
    let from = query.one("cursor").map(|text| Cursor::from_request(&text));
    let (whose, sessions, (tries, locked), standing, links) = page
        .app
        .crewdesk()
        .read(&page.actor, async |cx| {
            let whose = whose(cx, id).await?;
            let tries = sign_ins::page(cx, id, PageSize::default(), from.as_ref()).await?;
            let locked = sessions::locked_at(cx, id).await?;
            let sessions = match sessions::list_of(cx, id).await {
                Ok(sessions) => sessions,
                Err(error) if error.is_forbidden() && cx.actor().user_id() == Some(id) => {
                    sessions::list_own(cx).await?
                }
                Err(error) if error.is_forbidden() => Vec::new(),
                Err(error) => return Err(error),
            };
            let links = person_identities::read(cx, id).await?;
            Ok((whose, sessions, (tries, locked), standing(cx, id).await?, links))
        })
        .await?;
    let user = &whose.found.user;
    let last = user
        .signed_in_at()
        .map_or(Cell::Empty, |at| Cell::When(When::at(page.lang(), &page.zone, at)));
    let mut about = vec![("person-last_sign_in", last)];
    if let Some(at) = locked {
        about.extend(about_lock(&page, &whose, at));
    }
    let mut facts = vec![Facts { title: "person-sign-in", facts: about }];
    let may_end = access::decide(&page.me, Action::UsersSessions, whose.found.relation).is_ok();
    let ends = |view: &SessionView| match may_end && user.lifecycle != Lifecycle::Deactivated {
        true => vec![MenuItem::task(
            format!("/users/{id}/sessions/{}/end", view.session.id),
            icon("logout"),
            "session-end",
        )],
        false => Vec::new(),
    };
    let living = TabTable {
        title: "person-sessions",
        nothing: "person-sessions-none",
        columns: me::SESSION_COLUMNS.to_vec(),
        rows: sessions.iter().map(|view| session_row(&page, view, ends(view), whose.now)).collect(),
        ..TabTable::default()
    };
    let mut tables = vec![living, history(&page, id, &tries, from.is_some())];
    if !links.is_empty() {
        tables.insert(0, person_identities::table(&page, id, &links, whose.now));
    }
    if let Some(standing) = &standing {
        facts.push(about_factors(&page, &whose, standing));
        tables.insert(0, factors_table(&page, &whose, standing));
    }
    let body = Body::Facts(facts, tables);
    Ok(page.show(&person(&page, &whose, "person-tab-security", body)))
}

/// One session in a list.
pub(super) fn session_row(
    page: &Page,
    view: &SessionView,
    menu: Vec<MenuItem>,
    now: Timestamp,
) -> ListRow {
    let when = |at| Cell::When(When::relative(page.lang(), &page.zone, at, now));
    let state = if view.is_current {
        Chip::new("chip-info", icon("map-pin"), "session-this")
    } else {
        Chip::new("chip-good", icon("circle-check"), "session-living")
    };
    ListRow {
        id: view.session.id.to_string(),
        cells: vec![
            Cell::Text(texts::client(page.texts(), &view.session.client)),
            text(Some(&view.session.address)),
            when(view.session.created_at),
            when(view.session.last_seen_at),
            Cell::Chip(state),
        ],
        menu,
    }
}

/// Since when sign-in is locked, and what opens it.
fn about_lock(page: &Page, whose: &Whose, at: Timestamp) -> Vec<(&'static str, Cell)> {
    let since = Cell::When(When::relative(page.lang(), &page.zone, at, whose.now));
    let mut facts = vec![("person-locked", since)];
    if access::decide(&page.me, Action::UsersResetAccess, whose.found.relation).is_ok() {
        let reset = format!("/users/{}/reset", whose.found.user.id);
        let words = page.texts().get("user-reset-password").into_owned();
        facts.push(("person-lock-opens", Cell::Link(reset, words)));
    }
    facts
}

/// Who signed in as them or tried to, the latest first.
fn history(page: &Page, id: UserId, tries: &kernel::Page<SignInRow>, later: bool) -> TabTable {
    let here = format!("/users/{id}/security");
    let next =
        tries.next_cursor.as_ref().map(|cursor| with_query(&here, &[("cursor", cursor.as_str())]));
    TabTable {
        title: "person-sign-ins",
        nothing: "person-sign-ins-none",
        columns: vec![
            "person-sign-in-when",
            "person-sign-in-result",
            "audit-sign-in-method",
            "session-client",
            "session-address",
        ],
        rows: tries.items.iter().map(|row| try_row(page, row)).collect(),
        pager: Pager { first: later.then_some(here), next, ..Pager::default() },
    }
}

fn try_row(page: &Page, row: &SignInRow) -> ListRow {
    ListRow {
        id: row.id.to_string(),
        cells: vec![
            Cell::When(When::at(page.lang(), &page.zone, row.at)),
            Cell::Chip(super::sign_ins::chip(row.result)),
            Cell::Text(super::sign_ins::how(page, row.method, row.second_factor)),
            Cell::Text(texts::client(page.texts(), &row.client)),
            text(Some(&row.address)),
        ],
        menu: Vec::new(),
    }
}

/// Their second factors, for those who may take them away and for themself.
async fn standing(cx: &mut Cx<'_>, id: UserId) -> Result<Option<Standing>> {
    match factors::of_user(cx, id).await {
        Ok(standing) => Ok(Some(standing)),
        Err(error) if error.is_forbidden() && cx.actor().user_id() == Some(id) => {
            Ok(Some(factors::standing(cx).await?))
        }
        Err(error) if error.is_forbidden() => Ok(None),
        Err(error) => Err(error),
    }
}

/// Whether they have one, what is asked of them, and the way to take all away.
fn about_factors(page: &Page, whose: &Whose, standing: &Standing) -> Facts {
    let texts = page.texts();
    let on = standing.factors.iter().any(|one| standing.allowed.takes(one.kind));
    let state = match on {
        true => Chip::new("chip-good", icon("shield-check"), "security-on"),
        false => Chip::new("chip-warn", icon("shield-off"), "security-off"),
    };
    let asked = if standing.is_required { "setting-on" } else { "setting-off" };
    let left = texts.with("security-codes-left", &[("n", Arg::from(standing.codes_left))]);
    let mut facts = vec![
        ("security-factors", Cell::Chip(state)),
        ("setting-two_factor_required", Cell::Text(texts.get(asked).into_owned())),
        ("security-codes", Cell::Text(left.into_owned())),
    ];
    if let Some(has) = standing.has_password {
        let word = if has { "person-password-set" } else { "person-password-none" };
        facts.insert(0, ("me-password", Cell::Text(texts.get(word).into_owned())));
    }
    if let Some(at) = standing.due_at {
        facts.push(("person-factor-due", Cell::When(When::day(page.lang(), &page.zone, at))));
    }
    let relation = whose.found.relation;
    let may = access::decide(&page.me, Action::UsersResetFactors, relation).is_ok();
    if may && !relation.is_self && !standing.factors.is_empty() {
        let words = texts.get("user-reset-factors").into_owned();
        let reset = format!("/users/{}/factors", whose.found.user.id);
        facts.push(("person-factors-lost", Cell::Link(reset, words)));
    }
    Facts { title: "security-factors", facts }
}

fn factors_table(page: &Page, whose: &Whose, standing: &Standing) -> TabTable {
    let when = |at| Cell::When(When::relative(page.lang(), &page.zone, at, whose.now));
    let row = |one: &FactorRow| ListRow {
        id: one.id.to_string(),
        cells: vec![
            Cell::Text(one.name.clone()),
            Cell::Text(page.texts().get(kind(one.kind).1).into_owned()),
            when(one.created_at),
            one.last_used_at.map_or(Cell::Empty, when),
        ],
        menu: Vec::new(),
    };
    TabTable {
        title: "person-factors",
        nothing: "person-factors-none",
        columns: vec![
            "security-app-name",
            "person-factor-kind",
            "person-factor-since",
            "person-factor-used",
        ],
        rows: standing.factors.iter().map(row).collect(),
        ..TabTable::default()
    }
}
