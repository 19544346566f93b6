//! `/profiles` and `/groups/{id}/profiles`: with what agents log on to a queue (SPEC GRP-3).

use std::collections::BTreeMap;

use axum::response::Response;
use domain::access::{self, Action};
use domain::profiles::{self, Filter, Full, Kind};
use domain::{Cx, groups};
use kernel::ids::{GroupId, UserId};
use kernel::{Cursor, Page as Rows, PageSize, Result};
use texts::Texts;

use super::links::with_query;
use super::{levels, page::Page};
use crate::extract::{Id, Query};
use crate::html::{
    field::{Choice, Field},
    frame::Place,
    profiles as views,
    table::{Cell, ListRow, Pager},
};
use crate::problem::Problem;

/// Names of groups and people, by id.
type Names = BTreeMap<String, String>;

/// `GET /profiles`.
pub(crate) async fn list(page: Page, mut query: Query) -> Result<Response, Problem> {
    let kind = query.words("kind", Kind::parse)?.pop();
    let from = query.one("cursor").map(|text| Cursor::from_request(&text));
    let filter = Filter { kind, ..Filter::default() };
    let read = page.app.crewdesk().read(&page.actor, async |cx| {
        let rows = profiles::list(cx, &filter, PageSize::default(), from.as_ref()).await?;
        let names = names(cx, &rows).await?;
        Ok((rows, names))
    });
    let (read, names) = read.await?;
    let word = kind.map_or("", Kind::as_str);
    let pager = pager("/profiles", word, from.is_some(), &read);
    let rows = read.items.iter().map(|full| row(&page, full, Some(&names))).collect();
    let filters = vec![kinds(page.texts(), word)];
    let may = access::require(&page.me, Action::ProfilesManage).is_ok();
    Ok(page.show_list(&views::list(page.frame(Place::Profiles), (rows, pager), filters, may)))
}

fn kinds(texts: Texts, present: &str) -> Field {
    let all =
        [("", "profiles-all"), ("group", "profiles-groups"), ("personal", "profiles-personal")];
    let choices = all.map(|(value, key)| Choice::new(value, texts.get(key), present)).into();
    Field::select("kind", "profiles-kind", choices)
}

async fn names(cx: &mut Cx<'_>, rows: &Rows<Full>) -> Result<Names> {
    let owners: Vec<UserId> = rows.items.iter().filter_map(|full| full.profile.user_id).collect();
    let mut names = levels::names(cx, &owners).await?;
    names.extend(groups::list(cx).await?.into_iter().map(|one| (one.id.to_string(), one.name)));
    Ok(names)
}

fn pager(here: &str, kind: &str, moved: bool, rows: &Rows<Full>) -> Pager {
    let next = rows.next_cursor.as_ref();
    Pager {
        first: moved.then(|| with_query(here, &[("kind", kind)])),
        next: next.map(|cursor| with_query(here, &[("kind", kind), ("cursor", cursor.as_str())])),
        ..Pager::default()
    }
}

/// One profile; with whose it is, where names are given.
fn row(page: &Page, full: &Full, names: Option<&Names>) -> ListRow {
    let id = full.profile.id.to_string();
    let may =
        full.profile.user_id.is_some() || access::require(&page.me, Action::ProfilesManage).is_ok();
    let name = full.profile.name.clone();
    let first = if may { Cell::Link(format!("/profiles/{id}"), name) } else { Cell::Text(name) };
    let mut cells = vec![first];
    if let Some(names) = names {
        cells.push(owner(full, names));
    }
    cells.push(Cell::Text(levels::line(&full.skills)));
    cells.push(Cell::Number(full.people.to_string()));
    ListRow { cells, menu: if may { views::menu(&id) } else { Vec::new() }, id }
}

fn owner(full: &Full, names: &Names) -> Cell {
    let name = |id: &str| names.get(id).cloned().unwrap_or_default();
    match (full.profile.group_id, full.profile.user_id) {
        (Some(id), _) => Cell::Text(name(&id.to_string())),
        (None, Some(id)) => Cell::Link(format!("/users/{id}/work"), name(&id.to_string())),
        (None, None) => Cell::Empty,
    }
}

/// `GET /groups/{id}/profiles`.
pub(crate) async fn of_group(
    page: Page,
    Id(id): Id<GroupId>,
    mut query: Query,
) -> Result<Response, Problem> {
    access::require(&page.me, Action::ProfilesManage)?;
    let from = query.one("cursor").map(|text| Cursor::from_request(&text));
    let filter = Filter { group: Some(id), ..Filter::default() };
    let read = page.app.crewdesk().read(&page.actor, async |cx| {
        let group = groups::get(cx, id).await?;
        let rows = profiles::list(cx, &filter, PageSize::default(), from.as_ref()).await?;
        Ok((group, rows))
    });
    let (group, read) = read.await?;
    let pager = pager(&format!("/groups/{id}/profiles"), "", from.is_some(), &read);
    let rows = read.items.iter().map(|full| row(&page, full, None)).collect();
    let id = id.to_string();
    Ok(page.show(&views::of_group(page.frame(Place::Groups), (&id, group.name), rows, pager)))
}
