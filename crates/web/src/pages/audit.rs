//! `/audit`: the organisation's log (SPEC API-5).

use std::collections::BTreeMap;

use axum::response::Response;
use domain::access::Action;
use domain::audit::AuditRow;
use domain::audit::list::{self, Filter};
use domain::{Cx, exchanges, groups, helpdesks, resource_filters};
use http::StatusCode;
use kernel::{Cursor, PageSize, Result, Span, Timestamp};
use texts::{Arg, Texts};

use super::links::with_query;
use super::page::Page;
use super::people::{self, Roles};
use crate::extract::Query;
use crate::html::audit as words;
use crate::html::field::{Choice, Field};
use crate::html::frame::Place;
use crate::html::parts::When;
use crate::html::table::Pager;
use crate::html::timeline::{AuditList, Entry};
use crate::problem::Problem;

/// Nouns that the log may be narrowed to.
const NOUNS: &[(&str, &str)] = &[
    ("user.", "audit-noun-user"),
    ("session.", "audit-noun-session"),
    ("invitation.", "audit-noun-invitation"),
    ("account.", "audit-noun-account"),
    ("token.", "audit-noun-token"),
    ("group.", "audit-noun-group"),
    ("organisation.", "audit-noun-organisation"),
    ("resource_filter.", "filters-title"),
    ("exchange.", "audit-noun-exchange"),
    ("helpdesk.", "audit-noun-helpdesk"),
];

/// `GET /audit`.
pub(crate) async fn list(page: Page, mut query: Query) -> Result<Response, Problem> {
    let mut one = |name| query.one(name).unwrap_or_default();
    let (action, from, until, cursor) = (one("action"), one("from"), one("until"), one("cursor"));
    let filter = Filter {
        action: NOUNS.iter().find(|(noun, _)| *noun == action).map(|(noun, _)| (*noun).to_owned()),
        from: day(&from),
        until: day(&until).map(|at| at.plus(Span::days(1))),
        ..Filter::default()
    };
    let place = (!cursor.is_empty()).then(|| Cursor::from_request(&cursor));
    let (rows, named, now) = page
        .app
        .crewdesk()
        .read(&page.actor, async |cx| {
            let rows = list::page(cx, &filter, PageSize::default(), place.as_ref()).await?;
            let named = named(cx, page.texts(), &rows.items).await?;
            Ok((rows, named, cx.now))
        })
        .await?;
    let address = |cursor: &str| {
        with_query(
            "/audit",
            &[("action", &action), ("from", &from), ("until", &until), ("cursor", cursor)],
        )
    };
    let pager = Pager {
        first: place.is_some().then(|| address("")),
        next: rows.next_cursor.as_ref().map(|cursor| address(cursor.as_str())),
        ..Pager::default()
    };
    let view = AuditList {
        frame: page.frame(Place::Audit),
        filters: filters(&page, &action, &from, &until),
        entries: rows.items.iter().map(|row| entry(&page, row, &named, now)).collect(),
        pager,
    };
    if page.reader.htmx && page.reader.target == "list" {
        return Ok(page.part(StatusCode::OK, &view.as_list()));
    }
    Ok(page.show(&view))
}

fn filters(page: &Page, action: &str, from: &str, until: &str) -> Vec<Field> {
    let any = Choice::new("", page.texts().get("list-any"), action);
    let nouns = NOUNS.iter().map(|(noun, key)| Choice::new(*noun, page.texts().get(key), action));
    let choices = std::iter::once(any).chain(nouns).collect();
    let date = |name, label, value: &str| Field::new("date", name, label).value(value).optional();
    vec![
        Field::select("action", "audit-filter-action", choices),
        date("from", "audit-filter-from", from),
        date("until", "audit-filter-until", until),
    ]
}

/// The beginning of a day, UTC; none for anything else.
fn day(text: &str) -> Option<Timestamp> {
    (text.len() == 10).then(|| Timestamp::parse(&format!("{text}T00:00:00Z"))).flatten()
}

/// What the ids in these rows stand for: roles, groups, people.
pub(super) async fn named(
    cx: &mut Cx<'_>,
    texts: Texts,
    rows: &[AuditRow],
) -> Result<BTreeMap<String, String>> {
    let sides = rows.iter().flat_map(|row| [words::object(&row.before), words::object(&row.after)]);
    let values = sides.flat_map(|side| {
        let values: Vec<String> = words::REFERENCES
            .iter()
            .filter_map(|name| side.get(*name)?.as_str().map(str::to_owned))
            .collect();
        values
    });
    let ids: Vec<String> = values.collect();
    if ids.is_empty() {
        return Ok(BTreeMap::new());
    }
    let people = people::names(cx, ids.iter().filter_map(|id| id.parse().ok())).await?;
    let mut named: BTreeMap<String, String> =
        people.into_iter().map(|(id, name)| (id.to_string(), name)).collect();
    named.extend(Roles::read(cx).await?.all(texts).map(|(role, name)| (role.id.to_string(), name)));
    if cx.require(Action::GroupsView).is_ok() {
        let groups = groups::list(cx).await?;
        named.extend(groups.into_iter().map(|group| (group.id.to_string(), group.name)));
    }
    if cx.require(Action::ResourceFiltersManage).is_ok() && cx.resource_filter().is_none() {
        let filters = resource_filters::list(cx).await?.into_iter().map(|one| one.filter);
        named.extend(filters.map(|one| (one.id.to_string(), one.name)));
    }
    if cx.require(Action::ExchangesView).is_ok() {
        let exchanges = exchanges::list(cx).await?.into_iter().map(|used| used.exchange);
        named.extend(exchanges.map(|one| (one.id.to_string(), one.name)));
    }
    if cx.require(Action::HelpdesksView).is_ok() {
        let helpdesks = helpdesks::list(cx).await?;
        named.extend(helpdesks.into_iter().map(|one| (one.id.to_string(), one.name)));
    }
    Ok(named)
}

/// One row of the log in words.
pub(super) fn entry(
    page: &Page,
    row: &AuditRow,
    named: &BTreeMap<String, String>,
    now: Timestamp,
) -> Entry {
    let texts = page.texts();
    let link =
        row.subject_id.filter(|_| row.subject_kind == "user").map(|id| format!("/users/{id}"));
    let origin = [("address", Arg::from(&row.address)), ("request", Arg::from(&row.request_id))];
    Entry {
        icon: words::picture(&row.action),
        what: words::action(texts, &row.action),
        subject: (!row.subject_name.is_empty()).then(|| (row.subject_name.clone(), link)),
        by: words::by(texts, &row.actor_kind, &row.actor_name, &row.surface),
        when: When::relative(texts.lang(), &page.zone, row.at, now),
        changes: words::changes(texts, &row.before, &row.after, named),
        origin: texts.with("audit-origin", &origin).into_owned(),
    }
}
