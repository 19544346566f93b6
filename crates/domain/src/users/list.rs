//! The list of users (SPEC USR-1, USR-2): search, filters, sort, pages by keyset.

use db::{Query, dialect};
use kernel::{Cursor, Page, PageSize, Result};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub use super::filter::Filter;
use super::filter::matching;
use super::plan::Plan;
pub use super::search::Search;
use super::table::{SELECT, User};
use super::tally;
use crate::access::{Action, Reach};
use crate::cx::Cx;

/// Up to so many hits of a search are sorted; with more, the list is walked in its order and each row
/// looked at, which then finds a page soon.
const SORTED_HITS: i64 = 1000;

kernel::vocabulary! {
    /// What the list may be sorted by.
    SortKey {
        /// Family name, given name.
        Name = "name",
        /// Username.
        Username = "username",
        /// Address.
        Email = "email",
        /// Creation.
        CreatedAt = "created_at",
        /// Last sign-in.
        LastSignInAt = "last_sign_in_at",
    }
}

impl SortKey {
    const fn column(self) -> &'static str {
        match self {
            Self::Name => "u.name_key",
            Self::Username => "u.username_key",
            Self::Email => "u.email_key",
            Self::CreatedAt => "u.created_at",
            Self::LastSignInAt => "u.last_sign_in_at",
        }
    }

    fn of(self, user: &User) -> Key {
        match self {
            Self::Name => Key::Text(user.name_key.clone()),
            Self::Username => Key::Text(kernel::fold(&user.username)),
            Self::Email => Key::Text(user.email_key.clone()),
            Self::CreatedAt => Key::Time(user.created_at.micros()),
            Self::LastSignInAt => Key::Time(user.last_sign_in_at.micros()),
        }
    }
}

/// What a list is sorted by and in which direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sort {
    /// By what.
    pub key: SortKey,
    /// Whether the greatest comes first.
    pub descending: bool,
}

impl Sort {
    /// Reads `name` or, descending, `-name`.
    ///
    /// # Errors
    /// [`kernel::Code::SortUnknown`].
    pub fn parse(text: &str) -> Result<Self> {
        let (name, descending) = text.strip_prefix('-').map_or((text, false), |name| (name, true));
        let key =
            SortKey::parse(name).ok_or(kernel::Error::field("sort", kernel::Code::SortUnknown))?;
        Ok(Self { key, descending })
    }
}

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

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(untagged)]
enum Key {
    Time(i64),
    Text(String),
}

impl From<Key> for kernel::Value {
    fn from(key: Key) -> Self {
        match key {
            Key::Time(micros) => Self::Int(micros),
            Key::Text(text) => Self::Text(text),
        }
    }
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
    let rows = if all && request.filter.is_quick(way.streams) {
        cx.tx.few::<User>(query.sql(), query.params()).await?
    } else {
        cx.tx.list::<User>(&query).await?
    };
    let mut page = Page::from_rows(rows, request.size, |user| order.place(user));
    if request.count {
        page.total = Some(count(cx, &request.filter).await?);
    }
    Ok(page)
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
            None if request.filter.search.long().is_empty() => Self::By(by_name),
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
                format!("{}{direction}, u.id{direction}", key.column())
            }
        }
    }

    fn place(self, user: &User) -> Cursor {
        let key = match self {
            Self::Creation => Key::Time(user.seq),
            Self::By(sort) => sort.key.of(user),
        };
        Cursor::pack(&Place(self.name(), key, user.id.as_uuid()))
    }
}

/// Whether a search has more hits than are worth sorting.
async fn many_hits(cx: &mut Cx<'_>, search: &Search) -> Result<bool> {
    let terms = search.long();
    if terms.is_empty() || !search.short().is_empty() {
        return Ok(false);
    }
    let mut query = Query::new("SELECT COUNT(*) FROM (SELECT u.seq");
    query.append(&dialect::stream(cx.tx.engine(), "users", "u", &terms));
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
}

impl Way {
    async fn find(cx: &mut Cx<'_>, filter: &Filter, order: Order) -> Result<Self> {
        let plan = filter.plan(cx).await?;
        let chosen = plan != Plan::Free;
        let streams = !chosen && order == Order::Creation && filter.search.short().is_empty();
        let walks = chosen || (order != Order::Creation && many_hits(cx, &filter.search).await?);
        Ok(Self { plan, streams, walks })
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
        self.plan != Plan::Free
    }

    fn select(&self, query: &mut Query, cx: &Cx<'_>, filter: &Filter, reach: Reach) {
        query.push(SELECT);
        if self.sorts() {
            query.push(" FROM users u WHERE u.seq IN (SELECT u.seq");
        }
        if self.streams {
            query.append(&dialect::stream(cx.tx.engine(), "users", "u", &filter.search.long()));
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
    let text_key = matches!(
        order,
        Order::By(Sort { key: SortKey::Name | SortKey::Username | SortKey::Email, .. })
    );
    if name != order.name() || text_key != matches!(key, Key::Text(_)) {
        return Err(Cursor::invalid());
    }
    match order {
        Order::Creation => query.push(" AND ").push(stream_key).push(" > ").bind(key),
        Order::By(sort) => {
            let comparison = if sort.descending { " < (" } else { " > (" };
            query.push(" AND (").push(sort.key.column()).push(", u.id)").push(comparison);
            query.bind(key).push(", ").bind(id).push(")")
        }
    };
    Ok(())
}
