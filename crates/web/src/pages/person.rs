//! A person's page: who, what, on or off, and the tabs Profile, Access, Security, History.

use domain::access::Action;
use domain::sessions::{self, sign_ins::SignInRow};
use domain::users::{self, Found, Lifecycle, User};
use domain::{groups, roles};
use kernel::ids::UserId;
use kernel::{PageSize, Result, Timestamp};

use super::audit::entry;
use super::context::{Answer, Elsewhere, Page};
use super::users::{face, menu, role_name};
use crate::extract::{Id, Query};
use crate::html::frame::Place;
use crate::html::me::{SESSION_COLUMNS, client};
use crate::html::parts::{Chip, Notice, When, icon};
use crate::html::table::{Cell, ListRow, Pager, Tab};
use crate::html::users::{Body, Facts, Person, TabTable};

/// Keys of the tabs and their names in the address.
const TABS: &[(&str, &str)] = &[
    ("profile", "person-tab-profile"),
    ("access", "person-tab-access"),
    ("security", "person-tab-security"),
    ("history", "person-tab-history"),
];

/// `GET /users/{id}`.
///
/// # Errors
/// Faults of the server; a user out of sight.
pub async fn show(page: Page, Id(id): Id<UserId>, mut query: Query) -> Answer {
    let found = page.app.crewdesk().read(page.actor(), async |cx| users::get(cx, id).await).await?;
    let wanted = query.one("tab").unwrap_or_default();
    let body = match wanted.as_str() {
        "access" => access(&page, &found).await?,
        "security" => security(&page, &found.user).await?,
        "history" => history(&page, id, &mut query).await?,
        _ => profile(&page, &found.user),
    };
    let here =
        if TABS.iter().any(|(name, _)| *name == wanted) { wanted.as_str() } else { "profile" };
    let user = &found.user;
    let first = ["user-edit", "user-suspend", "user-activate", "user-reactivate"];
    let (actions, more) = menu(&page, user).into_iter().partition(|item| first.contains(&item.key));
    let tab = |(name, key): &(&'static str, &'static str)| {
        Tab::new(format!("/users/{id}?tab={name}"), key, *name == here)
    };
    let reason = user.lifecycle_reason.as_ref().filter(|_| user.lifecycle != Lifecycle::Active);
    page.show(&Person {
        back: "/users".into(),
        face: face(user).sized("face-large"),
        name: user.display_name.clone(),
        second: user.email.clone().unwrap_or_else(|| user.username.clone()),
        chips: vec![Chip::state(user.lifecycle.as_str(), user.presence.as_str())],
        notice: reason.map(|reason| Notice::info(reason.clone())),
        actions,
        more,
        tabs: TABS.iter().map(tab).collect(),
        body,
        frame: page.frame(Place::Users)?,
    })
}

fn text(text: Option<&String>) -> Cell {
    text.filter(|text| !text.is_empty()).map_or(Cell::Empty, |text| Cell::Text(text.clone()))
}

fn day(page: &Page, at: Timestamp) -> Cell {
    Cell::When(When::day(page.texts.lang(), &page.zone, at))
}

fn profile(page: &Page, user: &User) -> Body {
    let mail = user
        .email
        .clone()
        .map_or(Cell::Empty, |email| Cell::Link(format!("mailto:{email}"), email));
    let language = texts::Lang::from_code(&user.language).unwrap_or_default();
    let contact = vec![
        ("user-email", mail),
        ("user-mobile", text(user.mobile.as_ref())),
        ("user-language", Cell::Text(language.name().to_owned())),
    ];
    let work = vec![
        ("user-username", Cell::Text(user.username.clone())),
        ("user-numeric_id", user.numeric_id.clone().map_or(Cell::Empty, Cell::Number)),
        ("user-extension", text(user.extension.as_ref())),
        ("user-keywords", text(Some(&user.keywords))),
        ("user-external_id", text(user.external_id.as_ref())),
        ("user-note", text(Some(&user.note))),
        ("person-created", day(page, user.created_at)),
        ("person-updated", day(page, user.updated_at)),
    ];
    let facts = vec![
        Facts { title: "person-contact", facts: contact },
        Facts { title: "person-work", facts: work },
    ];
    Body::Facts(facts, Vec::new())
}

async fn access(page: &Page, found: &Found) -> Result<Body, Elsewhere> {
    let user = &found.user;
    let (sees_roles, sees_groups) = (page.may(Action::RolesView), page.may(Action::GroupsView));
    let above: Vec<UserId> = user.reports_to.into_iter().collect();
    let gathered = page.app.crewdesk().read(page.actor(), async |cx| {
        let roles = if sees_roles { roles::list(cx).await? } else { Vec::new() };
        let groups = if sees_groups { groups::list(cx).await? } else { Vec::new() };
        Ok((roles, groups, users::names(cx, &above).await?))
    });
    let (roles, groups, names) = gathered.await?;
    let role = roles.iter().find(|role| role.id == user.role_id);
    let role = role.map_or(found.role_key.as_str(), |role| role.name.as_str());
    let group =
        groups.iter().find(|group| group.id == user.group_id).map(|group| group.name.clone());
    let supervisor = names
        .first()
        .map_or(Cell::Empty, |(id, name)| Cell::Link(format!("/users/{id}"), name.clone()));
    let licence =
        user.licence.map(|licence| page.texts.get(&format!("licence-{licence}")).into_owned());
    let place = vec![
        ("user-role_id", Cell::Text(role_name(page.texts, &found.role_key, role))),
        ("user-reports_to", supervisor),
        ("user-group_id", text(group.as_ref())),
        ("user-licence", text(licence.as_ref())),
    ];
    let standing = vec![
        ("person-standing", Cell::Chip(Chip::lifecycle(user.lifecycle.as_str()))),
        ("person-since", day(page, user.lifecycle_at)),
        ("person-reason", text(user.lifecycle_reason.as_ref())),
    ];
    let facts = vec![
        Facts { title: "person-place", facts: place },
        Facts { title: "person-standing", facts: standing },
    ];
    Ok(Body::Facts(facts, Vec::new()))
}

async fn security(page: &Page, user: &User) -> Result<Body, Elsewhere> {
    let (id, sees_sessions) = (user.id, page.may(Action::UsersSessions));
    let gathered = page.app.crewdesk().read(page.actor(), async |cx| {
        let living = if sees_sessions { sessions::list_of(cx, id).await? } else { Vec::new() };
        let tries = sessions::sign_ins::page(cx, id, PageSize::new(Some(20))?, None).await?;
        Ok((living, tries.items))
    });
    let (living, tries) = gathered.await?;
    let rows = living.iter().map(|view| session_row(page, view, Vec::new())).collect();
    let last = user.signed_in_at().map_or(Cell::Empty, |at| day(page, at));
    let facts = vec![Facts { title: "person-sign-in", facts: vec![("person-last_sign_in", last)] }];
    let tables = vec![
        TabTable {
            title: "person-sessions",
            nothing: "person-sessions-none",
            columns: SESSION_COLUMNS.to_vec(),
            rows,
        },
        TabTable {
            title: "person-sign-ins",
            nothing: "person-sign-ins-none",
            columns: vec![
                "person-sign-in-when",
                "session-client",
                "session-address",
                "person-sign-in-result",
            ],
            rows: tries.iter().map(|row| sign_in_row(page, row)).collect(),
        },
    ];
    Ok(Body::Facts(facts, tables))
}

/// A living session as a row.
pub(super) fn session_row(
    page: &Page,
    view: &sessions::SessionView,
    menu: Vec<crate::html::table::MenuItem>,
) -> ListRow {
    let session = &view.session;
    let ago = |at| Cell::When(When::relative(page.texts.lang(), &page.zone, at, page.now()));
    let state = if view.is_current { "session-this" } else { "session-living" };
    ListRow {
        id: format!("session-{}", session.id),
        cells: vec![
            Cell::Text(client(page.texts, &session.client)),
            Cell::Text(session.address.clone()),
            ago(session.created_at),
            ago(session.last_seen_at),
            Cell::Chip(Chip::new("chip-good", icon("circle-check"), state)),
        ],
        menu,
    }
}

fn sign_in_row(page: &Page, row: &SignInRow) -> ListRow {
    let (tone, icon) = match row.result.as_str() {
        "success" => ("chip-good", icon("circle-check")),
        _ => ("chip-bad", icon("ban")),
    };
    let key = match row.result.as_str() {
        "success" => "sign-in-result-success",
        "locked" => "sign-in-result-locked",
        "not_allowed" => "sign-in-result-not_allowed",
        _ => "sign-in-result-wrong_password",
    };
    ListRow {
        id: format!("sign-in-{}", row.id),
        cells: vec![
            Cell::When(When::at(page.texts.lang(), &page.zone, row.at)),
            Cell::Text(client(page.texts, &row.client)),
            Cell::Text(row.address.clone()),
            Cell::Chip(Chip::new(tone, icon, key)),
        ],
        menu: Vec::new(),
    }
}

async fn history(page: &Page, id: UserId, query: &mut Query) -> Result<Body, Elsewhere> {
    let (size, cursor) = query.page()?;
    let rows = page
        .app
        .crewdesk()
        .read(page.actor(), async |cx| users::history::page(cx, id, size, cursor.as_ref()).await);
    let rows = rows.await?;
    let next = rows
        .next_cursor
        .as_ref()
        .map(|cursor| format!("/users/{id}?tab=history&cursor={}", cursor.as_str()));
    let entries = rows.items.iter().map(|row| entry(page, row)).collect();
    Ok(Body::History(entries, Pager { next, ..Pager::default() }))
}
