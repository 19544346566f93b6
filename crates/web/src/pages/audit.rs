//! `/audit`: the organisation's log (SPEC API-5).

use std::collections::BTreeMap;

use axum::response::Response;
use domain::access::Action;
use domain::audit::AuditRow;
use domain::audit::export::Format;
use domain::audit::list::{self, Filter};
use domain::users::list::Search;
use domain::{Cx, Surface, exchanges, groups, helpdesks, resource_filters, users};
use http::StatusCode;
use kernel::{Cursor, PageSize, Result, Timestamp};
use texts::{Arg, Texts, Zone};
use uuid::Uuid;

use super::links::with_query;
use super::page::Page;
use super::people::{self, Roles};
use crate::api::audit_export;
use crate::extract::Query;
use crate::html::audit as words;
use crate::html::field::{Choice, Field};
use crate::html::frame::Place;
use crate::html::parts::When;
use crate::html::table::Pager;
use crate::html::timeline::{self, AuditList, Entry};
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
    ("skill.", "skills-title"),
    ("profile.", "profiles-title"),
    ("exchange.", "audit-noun-exchange"),
    ("helpdesk.", "audit-noun-helpdesk"),
    ("role.", "audit-noun-role"),
    ("team.", "audit-noun-team"),
    ("location.", "audit-noun-location"),
];

/// Ways by which something comes.
const WAYS: &[(&str, &str)] = &[
    ("page", "audit-surface-page"),
    ("api", "audit-surface-api"),
    ("command_line", "audit-surface-command_line"),
    ("job", "audit-surface-job"),
];

/// What of the log is asked for, as it stands in the address.
#[derive(Debug, Clone)]
struct Asked {
    who: String,
    whom: String,
    action: String,
    surface: String,
    address: String,
    from: String,
    until: String,
}

impl Asked {
    fn read(query: &mut Query) -> Self {
        let mut one = |name| query.one(name).unwrap_or_default();
        Self {
            who: one("who"),
            whom: one("whom"),
            action: one("action"),
            surface: one("surface"),
            address: one("address"),
            from: one("from"),
            until: one("until"),
        }
    }

    /// An address that asks the same.
    fn at(&self, path: &str, more: (&str, &str)) -> String {
        let Self { who, whom, action, surface, address, from, until } = self;
        let pairs = [
            ("who", who.as_str()),
            ("whom", whom),
            ("action", action),
            ("surface", surface),
            ("address", address),
            ("from", from),
            ("until", until),
            more,
        ];
        with_query(path, &pairs)
    }

    /// What the product is asked; days are those of the organisation's zone.
    async fn filter(&self, cx: &mut Cx<'_>, zone: &Zone) -> Result<Filter> {
        let noun = |text: &str| NOUNS.iter().find(|(noun, _)| *noun == text);
        let day = |name, text: &str| Query::read(name, text, |text| zone.day(text));
        Ok(Filter {
            action: Query::read("action", &self.action, noun)?.map(|(noun, _)| (*noun).to_owned()),
            surface: Query::read("surface", &self.surface, Surface::parse)?,
            address: (!self.address.is_empty()).then(|| self.address.clone()),
            from: day("from", &self.from)?.map(|(begins, _)| begins),
            until: day("until", &self.until)?.map(|(_, ends)| ends),
            actor_ids: called(cx, &self.who).await?,
            subject_ids: called(cx, &self.whom).await?,
        })
    }

    fn fields(&self, texts: Texts) -> Vec<Field> {
        let any = |chosen: &str| Choice::new("", texts.get("list-any"), chosen);
        let choices = |all: &[(&str, &str)], chosen: &str| {
            let known = all.iter().map(|(value, key)| Choice::new(*value, texts.get(key), chosen));
            std::iter::once(any(chosen)).chain(known).collect::<Vec<_>>()
        };
        let text = |name, label, value: &str| Field::text(name, label).value(value).optional();
        let date =
            |name, label, value: &str| Field::new("date", name, label).value(value).optional();
        vec![
            text("who", "audit-filter-who", &self.who),
            text("whom", "audit-filter-whom", &self.whom),
            Field::select("action", "audit-filter-action", choices(NOUNS, &self.action)),
            Field::select("surface", "audit-filter-way", choices(WAYS, &self.surface)),
            text("address", "session-address", &self.address),
            date("from", "audit-filter-from", &self.from),
            date("until", "audit-filter-until", &self.until),
        ]
    }
}

/// The people whom these words find; none where nothing was asked.
async fn called(cx: &mut Cx<'_>, words: &str) -> Result<Option<Vec<Uuid>>> {
    if words.is_empty() {
        return Ok(None);
    }
    let filter = users::list::Filter { search: Search::parse(words)?, ..Default::default() };
    let request =
        users::list::Request { filter, size: PageSize::new(Some(200))?, ..Default::default() };
    let found = users::list::page(cx, &request).await?.items;
    Ok(Some(found.into_iter().map(|user| user.id.as_uuid()).collect()))
}

/// `GET /audit`.
pub(crate) async fn list(page: Page, mut query: Query) -> Result<Response, Problem> {
    let asked = Asked::read(&mut query);
    let place = query.one("cursor").map(|cursor| Cursor::from_request(&cursor));
    let read = page.app.crewdesk().read(&page.actor, async |cx| {
        let filter = asked.filter(cx, &page.zone).await?;
        let rows = list::page(cx, &filter, PageSize::default(), place.as_ref()).await?;
        let named = named(cx, page.texts(), &rows.items).await?;
        Ok((rows, named, cx.now))
    });
    let (rows, named, now) = read.await?;
    let address = |cursor: &str| asked.at("/audit", ("cursor", cursor));
    let pager = Pager {
        first: place.is_some().then(|| address("")),
        next: rows.next_cursor.as_ref().map(|cursor| address(cursor.as_str())),
        ..Pager::default()
    };
    let file = |format| asked.at("/audit/export", ("format", format));
    let view = AuditList {
        frame: page.frame(Place::Audit),
        tabs: timeline::tabs("audit-changes"),
        filters: asked.fields(page.texts()),
        files: vec![(file("csv"), "CSV"), (file("jsonl"), "JSON Lines")],
        entries: rows.items.iter().map(|row| entry(&page, row, &named, now)).collect(),
        pager,
    };
    if page.wants_list() {
        return Ok(page.part(StatusCode::OK, &view.as_list()));
    }
    Ok(page.show(&view))
}

/// `GET /audit/export`: what the page shows, all of it, as a file.
pub(crate) async fn export(page: Page, mut query: Query) -> Result<Response, Problem> {
    let asked = Asked::read(&mut query);
    let format = query.words("format", Format::parse)?.pop().unwrap_or(Format::Csv);
    let crewdesk = page.app.crewdesk();
    let filter = crewdesk.read(&page.actor, async |cx| asked.filter(cx, &page.zone).await).await?;
    audit_export::file(&page.app, &page.actor, filter, format).await
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
