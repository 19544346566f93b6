//! The list of users (SPEC USR-1, USR-2): search, filters, sort, pages by keyset.

use db::{Query, dialect};
use kernel::{Cursor, Page, PageSize, Result};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub use super::filter::Filter;
use super::filter::matching;
use super::plan::Plan;
pub use super::search::Search;
use super::sort::Key;
pub use super::sort::{Sort, SortKey};
use super::table::{SELECT, User};
use super::tally;
use crate::access::{Action, Reach};
use crate::cx::Cx;

/// Up to so many hits of a search are sorted; with more, the list is walked in its order and each row
/// looked at, which then finds a page soon.
const SORTED_HITS: i64 = 1000;

/// What is asked of the list.
#[derive(Debug, Clone, Default)]
pub struct Request {
    /// Which users.
    pub filter: Filter,
    /// In which order. Without one, a list is by name and a search in order of creation, which is the
    /// order its index gives for nothing.
    pub sort: Option<Sort>,
    /// How many.
    pub size: PageSize,
    /// From where on.
    pub cursor: Option<Cursor>,
    /// Whether to count all that match.
    pub count: bool,
}

/// The last row of a page: what it was sorted by, that key, and the id.
#[derive(Debug, Serialize, Deserialize)]
struct Place(String, Key, Uuid);

/// A page of the users whom the actor may see.
///
/// # Errors
/// [`kernel::Error::Invalid`] for a cursor of another list.
pub async fn page(cx: &mut Cx<'_>, request: &Request) -> Result<Page<User>> {
    let reach = cx.require(Action::UsersView)?;
    let order = Order::of(request);
    let way = Way::find(cx, &request.filter, order).await?;
    let mut query = Query::new("");
    way.select(&mut query, cx, &request.filter, reach);
    let key = way.key(cx);
    after(&mut query, order, &key, request.cursor.as_ref())?;
    query.push(" ORDER BY ").push(&order.by(&key)).push(" LIMIT ").bind(request.size.fetch());
    if way.sorts() {
        query.push(") ORDER BY ").push(&order.by(&key));
    }
    let all = reach.holds(Reach::ORGANISATION) && cx.resource_filter().is_none();
    let quick = request.filter.is_quick(way.streams) && !way.unordered;
    let rows = if all && quick {
        cx.tx.few::<User>(query.sql(), query.params()).await?
    } else {
        cx.tx.list::<User>(&query).await?
    };
    let mut page = page_of(cx, rows, request.size, order).await?;
    if request.count {
        page.total = Some(count(cx, &request.filter).await?);
    }
    Ok(page)
}

async fn page_of(
    cx: &mut Cx<'_>,
    rows: Vec<User>,
    size: PageSize,
    order: Order,
) -> Result<Page<User>> {
    let last = rows.get(size.get().saturating_sub(1)).filter(|_| rows.len() > size.get());
    let key = match (order, last) {
        (Order::By(sort), Some(last)) => sort.key.of(cx, last).await?,
        (_, last) => Key::Number(last.map_or(0, |last| last.seq)),
    };
    let place = |user: &User| Cursor::pack(&Place(order.name(), key, user.id.as_uuid()));
    Ok(Page::from_rows(rows, size, place))
}

/// How many users match, of those the actor may see.
///
/// # Errors
/// Faults of the database.
pub async fn count(cx: &mut Cx<'_>, filter: &Filter) -> Result<u64> {
    if filter.is_none()
        && let Some(total) = tally::total(cx).await?
    {
        return Ok(u64::try_from(total).unwrap_or(0));
    }
    let reach = cx.require(Action::UsersView)?;
    let plan = filter.plan(cx).await?;
    let mut query = Query::new("SELECT COUNT(*)");
    query.push(&plan.from(cx)).bind(cx.organisation_id);
    matching(&mut query, cx, &filter.search, plan != Plan::Free);
    filter.narrow(&mut query, cx, reach, plan);
    let rows = cx.tx.list::<(i64,)>(&query).await?;
    Ok(rows.first().map_or(0, |(count,)| u64::try_from(*count).unwrap_or(0)))
}

/// The order of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Order {
    /// As the search index yields them.
    Creation,
    By(Sort),
}

impl Order {
    fn of(request: &Request) -> Self {
        let by_name = Sort { key: SortKey::Name, descending: false };
        match request.sort {
            Some(sort) => Self::By(sort),
            None if request.filter.search.needles().is_empty() => Self::By(by_name),
            None => Self::Creation,
        }
    }

    fn name(self) -> String {
        match self {
            Self::Creation => "creation".to_owned(),
            Self::By(sort) => format!("{}{}", if sort.descending { "-" } else { "" }, sort.key),
        }
    }

    /// What stands behind `ORDER BY`.
    fn by(self, stream_key: &str) -> String {
        match self {
            Self::Creation => stream_key.to_owned(),
            Self::By(Sort { key, descending }) => {
                let direction = if descending { " DESC" } else { "" };
                format!("{}{direction}, u.id{direction}", key.expression())
            }
        }
    }
}

/// Whether a search has more hits than are worth sorting.
async fn many_hits(cx: &mut Cx<'_>, search: &Search) -> Result<bool> {
    let needles = search.needles();
    if needles.is_empty() || !search.letters().is_empty() {
        return Ok(false);
    }
    let mut query = Query::new("SELECT COUNT(*) FROM (SELECT u.seq");
    query.append(&dialect::stream(cx.tx.engine(), "users", "u", &needles));
    query.push(" AND u.organisation_id = ").bind(cx.organisation_id);
    query.push(" LIMIT ").bind(SORTED_HITS).push(") AS hits");
    let rows = cx.tx.list::<(i64,)>(&query).await?;
    Ok(rows.first().is_some_and(|(count,)| *count >= SORTED_HITS))
}

/// How the rows of a page are come by.
struct Way {
    plan: Plan,
    /// Whether the search index yields them in order, one after another.
    streams: bool,
    /// Whether each row is looked at for the words, rather than found by them.
    walks: bool,
    /// Whether no index has the rows in this order.
    unordered: bool,
}

impl Way {
    async fn find(cx: &mut Cx<'_>, filter: &Filter, order: Order) -> Result<Self> {
        let plan = filter.plan(cx).await?;
        let chosen = plan != Plan::Free;
        let streams = !chosen && order == Order::Creation && filter.search.letters().is_empty();
        let walks = chosen || (order != Order::Creation && many_hits(cx, &filter.search).await?);
        let unordered = matches!(order, Order::By(sort) if !sort.key.is_indexed());
        Ok(Self { plan, streams, walks, unordered })
    }

    /// The column of creation, by which a search is ordered.
    fn key(&self, cx: &Cx<'_>) -> String {
        if self.streams {
            dialect::stream_key(cx.tx.engine(), "users", "u")
        } else {
            "u.seq".to_owned()
        }
    }

    /// Whether more rows are found than a page has, and sorted. Their keys are sorted then, and only the
    /// page's rows read whole, all forty columns.
    fn sorts(&self) -> bool {
        self.plan != Plan::Free || self.unordered
    }

    fn select(&self, query: &mut Query, cx: &Cx<'_>, filter: &Filter, reach: Reach) {
        query.push(SELECT);
        if self.sorts() {
            query.push(" FROM users u WHERE u.seq IN (SELECT u.seq");
        }
        if self.streams {
            query.append(&dialect::stream(cx.tx.engine(), "users", "u", &filter.search.needles()));
            query.push(" AND u.organisation_id = ").bind(cx.organisation_id);
        } else {
            query.push(&self.plan.from(cx)).bind(cx.organisation_id);
            matching(query, cx, &filter.search, self.walks);
        }
        filter.narrow(query, cx, reach, self.plan);
    }
}

fn after(query: &mut Query, order: Order, stream_key: &str, cursor: Option<&Cursor>) -> Result<()> {
    let Some(cursor) = cursor else { return Ok(()) };
    let Place(name, key, id) = cursor.unpack()?;
    let number = match order {
        Order::Creation => true,
        Order::By(sort) => sort.key.is_number(),
    };
    if name != order.name() || number != matches!(key, Key::Number(_)) {
        return Err(Cursor::invalid());
    }
    match order {
        Order::Creation => query.push(" AND ").push(stream_key).push(" > ").bind(key),
        Order::By(sort) => {
            let comparison = if sort.descending { " < (" } else { " > (" };
            query.push(" AND (").push(sort.key.expression()).push(", u.id)").push(comparison);
            query.bind(key).push(", ").bind(id).push(")")
        }
    };
    Ok(())
}
