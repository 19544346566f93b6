//! `/users/{id}` and its tabs.

use axum::response::Response;
use domain::access::{self, Action, Relation};
use domain::roles::{self, Role};
use domain::settings::{self, Effective, Key};
use domain::users::{self, Found, UserType, history};
use domain::{Cx, groups};
use kernel::ids::UserId;
use kernel::{Cursor, PageSize, Result, Timestamp};
use texts::{Arg, Lang};

use super::audit;
use super::licence_words::licence_name;
use super::people;
use super::{
    links::with_query,
    page::{Page, face},
};
use crate::extract::{Id, Query};
use crate::html::{
    frame::Place,
    parts::{Chip, Notice, When},
    setting_fields,
    table::{Cell, ListRow, MenuItem, Pager, Tab},
    timeline::Entry,
    users::{Body, Facts, Person, TabTable},
};
use crate::problem::Problem;

/// The text of a kind of user.
pub(super) const fn type_key(kind: UserType) -> &'static str {
    match kind {
        UserType::Person => "type-person",
        UserType::Wallboard => "type-wallboard",
        UserType::ChatBot => "type-chat_bot",
        UserType::Api => "type-api",
    }
}

/// Whose page it is, and what around it is named.
pub(super) struct Whose {
    pub(super) found: Found,
    pub(super) role: Role,
    pub(super) group: String,
    pub(super) now: Timestamp,
}

pub(super) async fn whose(cx: &mut Cx<'_>, id: UserId) -> Result<Whose> {
    let found = users::get(cx, id).await?;
    let group = match groups::of_user(cx, &found.user).await {
        Ok(group) => group.name,
        Err(error) if error.is_forbidden() => String::new(),
        Err(error) => return Err(error),
    };
    let role = roles::of_user(cx, &found.user).await?;
    Ok(Whose { role, group, now: cx.now, found })
}

/// The page around a tab.
pub(super) fn person(page: &Page, whose: &Whose, here: &'static str, body: Body) -> Person {
    let Found { user, relation, .. } = &whose.found;
    let id = user.id.to_string();
    let texts = page.texts();
    let (actions, more) = split(people::menu(&page.me, user, *relation));
    let reason = user
        .lifecycle_reason
        .as_ref()
        .map(|reason| Notice::warn(texts.with("person-reason", &[("reason", Arg::from(reason))])));
    let photo =
        (user.photo_version > 0).then(|| format!("/users/{id}/photo?v={}", user.photo_version));
    let face = face(&id, &user.display_name, 0).sized("face-large");
    Person {
        frame: page.frame(Place::Users),
        id: id.clone(),
        back: "/users".to_owned(),
        face: crate::html::parts::Face { photo, ..face },
        name: user.display_name.clone(),
        second: user.email.clone().unwrap_or_else(|| user.username.clone()),
        chips: chips(page, whose),
        role: people::named(texts, &whose.role),
        notice: reason,
        actions,
        more,
        tabs: tabs(page, &id, *relation, here),
        body,
    }
}

/// On or off, and whether they can be given work.
fn chips(page: &Page, whose: &Whose) -> Vec<Chip> {
    let user = &whose.found.user;
    let mut chips = vec![Chip::state(user.lifecycle.as_str(), user.presence.as_str())];
    if users::cannot_receive_work(&page.me, user, &whose.role.key) {
        chips.push(Chip::without_work());
    }
    chips
}

/// The first few stand as buttons, the rest behind "more".
fn split(mut items: Vec<MenuItem>) -> (Vec<MenuItem>, Vec<MenuItem>) {
    let fits = ["user-edit", "user-suspend", "user-activate", "user-reactivate"];
    let rest = items.extract_if(.., |item| !fits.contains(&item.key)).collect();
    (items, rest)
}

fn tabs(page: &Page, id: &str, relation: Relation, here: &'static str) -> Vec<Tab> {
    let may = |action| access::decide(&page.me, action, relation).is_ok();
    [
        ("person-tab-profile", "", true),
        ("person-tab-access", "/access", true),
        ("person-tab-work", "/work", true),
        ("person-tab-settings", "/settings", true),
        ("person-tab-security", "/security", may(Action::UsersSignIns)),
        ("person-tab-history", "/history", may(Action::UsersHistory)),
    ]
    .into_iter()
    .filter(|(.., may)| *may)
    .map(|(key, end, _)| Tab::new(format!("/users/{id}{end}"), key, key == here))
    .collect()
}

pub(super) fn text(value: Option<&str>) -> Cell {
    match value {
        Some(text) if !text.is_empty() => Cell::Text(text.to_owned()),
        _ => Cell::Empty,
    }
}

/// `GET /users/{id}`.
pub(crate) async fn profile(page: Page, Id(id): Id<UserId>) -> Result<Response, Problem> {
    let read = page.app.crewdesk().read(&page.actor, async |cx| {
        let whose = whose(cx, id).await?;
        let above = people::names(cx, whose.found.user.reports_to.into_iter()).await?;
        Ok((whose, above.into_iter().next()))
    });
    let (whose, above) = read.await?;
    let user = &whose.found.user;
    let mail = user
        .email
        .as_ref()
        .map_or(Cell::Empty, |email| Cell::Link(format!("mailto:{email}"), email.clone()));
    let call = user
        .mobile
        .as_ref()
        .map_or(Cell::Empty, |mobile| Cell::Link(format!("tel:{mobile}"), mobile.clone()));
    let language = Lang::from_code(&user.language).map(Lang::name);
    let contact = vec![
        ("user-email", mail),
        ("user-mobile", call),
        ("user-username", text(Some(&user.username))),
        ("user-language", text(language)),
    ];
    let day = |at| Cell::When(When::day(page.lang(), &page.zone, at));
    let mut work = vec![
        ("user-numeric_id", user.numeric_id.clone().map_or(Cell::Empty, Cell::Number)),
        ("user-extension", text(user.extension.as_deref())),
        ("user-keywords", text(Some(&user.keywords))),
        ("user-external_id", text(user.external_id.as_deref())),
        ("person-created", day(user.created_at)),
        ("person-updated", day(user.updated_at)),
    ];
    // A note is for those who look after the person, not for the person.
    if access::decide(&page.me, Action::UsersEdit, whose.found.relation).is_ok() {
        work.push(("user-note", text(Some(&user.note))));
    }
    let groups = vec![
        Facts { title: "person-contact", facts: contact },
        Facts { title: "user-form-place", facts: place(&page, &whose, above) },
        Facts { title: "person-work", facts: work },
    ];
    Ok(page.show(&person(&page, &whose, "person-tab-profile", Body::Facts(groups, Vec::new()))))
}

/// Where they stand in the organisation, and by which licence; the tab of access tells the rest.
fn place(page: &Page, whose: &Whose, above: Option<(UserId, String)>) -> Vec<(&'static str, Cell)> {
    let (user, texts) = (&whose.found.user, page.texts());
    let supervisor =
        above.map_or(Cell::Empty, |(id, name)| Cell::Link(format!("/users/{id}"), name));
    let tier = &page.me.organisation.tier;
    let licence = user.licence.map(|licence| licence_name(texts, licence, tier));
    vec![
        ("user-role_id", Cell::Text(people::named(texts, &whose.role))),
        ("user-group_id", text(Some(&whose.group))),
        ("user-reports_to", supervisor),
        ("user-licence", text(licence.as_deref())),
    ]
}

/// `GET /users/{id}/settings`: what holds for them, and where it comes from (SPEC GRP-1).
pub(crate) async fn settings(page: Page, Id(id): Id<UserId>) -> Result<Response, Problem> {
    let (whose, all) = page
        .app
        .crewdesk()
        .read(&page.actor, async |cx| {
            let whose = whose(cx, id).await?;
            let all = settings::effective_for(cx, &whose.found.user).await?;
            Ok((whose, all))
        })
        .await?;
    let texts = page.texts();
    let row = |one: &Effective| ListRow {
        id: one.key.as_str().to_owned(),
        cells: vec![
            Cell::Text(texts.get(setting_fields::label(one.key)).into_owned()),
            Cell::Text(setting_fields::words(texts, one.key, &one.value)),
            Cell::Text(setting_fields::origin(texts, one.origin)),
        ],
        menu: Vec::new(),
    };
    let table = TabTable {
        title: "person-settings",
        nothing: "list-nothing",
        columns: vec!["setting-name", "setting-value", "setting-origin"],
        // Their own language stands in their record.
        rows: all.iter().filter(|one| one.key != Key::Language).map(row).collect(),
        ..TabTable::default()
    };
    let mut facts = vec![("user-group_id", text(Some(&whose.group)))];
    if access::decide(&page.me, Action::UsersEdit, whose.found.relation).is_ok() {
        let change = texts.get("settings-change").into_owned();
        let link = Cell::Link(format!("/users/{id}/settings/edit"), change);
        facts.push(("settings-own", link));
    }
    let facts = Facts { title: "settings-from", facts };
    let body = Body::Facts(vec![facts], vec![table]);
    Ok(page.show(&person(&page, &whose, "person-tab-settings", body)))
}

/// `GET /users/{id}/history`.
pub(crate) async fn story(
    page: Page,
    Id(id): Id<UserId>,
    mut query: Query,
) -> Result<Response, Problem> {
    let from = query.one("cursor").map(|text| Cursor::from_request(&text));
    let (whose, rows, named) = page
        .app
        .crewdesk()
        .read(&page.actor, async |cx| {
            let rows = history::page(cx, id, PageSize::default(), from.as_ref()).await?;
            let named = audit::named(cx, page.texts(), &rows.items).await?;
            Ok((whose(cx, id).await?, rows, named))
        })
        .await?;
    let here = format!("/users/{id}/history");
    let next =
        rows.next_cursor.as_ref().map(|cursor| with_query(&here, &[("cursor", cursor.as_str())]));
    let pager = Pager { first: from.is_some().then_some(here), next, ..Pager::default() };
    let entries: Vec<Entry> = rows
        .items
        .iter()
        .map(|row| Entry { subject: None, ..audit::entry(&page, row, &named, whose.now) })
        .collect();
    Ok(page.show(&person(&page, &whose, "person-tab-history", Body::History(entries, pager))))
}
