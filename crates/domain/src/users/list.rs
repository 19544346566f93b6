//! The list of users (SPEC USR-1, USR-2): search, filters, sort, pages by keyset.

use db::{Query, dialect, params};
use kernel::ids::{GroupId, RoleId, UserId};
use kernel::{Cursor, Page, PageSize, Result, Timestamp};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub use super::search::Search;
use super::table::{SELECT, User};
use super::vocabulary::{Lifecycle, Presence};
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

/// Which users are wanted; empty sets mean all.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// What was typed into the search box.
    pub search: Search,
    /// Only these states.
    pub lifecycle: Vec<Lifecycle>,
    /// Only these.
    pub presence: Vec<Presence>,
    /// Only these roles.
    pub roles: Vec<RoleId>,
    /// Only these groups.
    pub groups: Vec<GroupId>,
    /// Only who reports directly to this user.
    pub reports_to: Option<UserId>,
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
    let walk = order != Order::Creation && many_hits(cx, &request.filter.search).await?;
    let mut query = Query::new("");
    select(&mut query, cx, &request.filter, reach, order, walk);
    let stream_key = dialect::stream_key(cx.tx.engine(), "users", "u");
    after(&mut query, order, &stream_key, request.cursor.as_ref())?;
    finish(&mut query, order, &stream_key, request.size);
    let rows = cx.tx.list::<User>(&query).await?;
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
    let reach = cx.require(Action::UsersView)?;
    let mut query = Query::new("SELECT COUNT(*) FROM users u WHERE u.organisation_id = ");
    query.bind(cx.organisation_id);
    matching(&mut query, cx, &filter.search, false);
    narrow(&mut query, cx, filter, reach);
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

fn select(query: &mut Query, cx: &Cx<'_>, filter: &Filter, reach: Reach, order: Order, walk: bool) {
    query.push(SELECT);
    if order == Order::Creation && filter.search.short().is_empty() {
        query.append(&dialect::stream(cx.tx.engine(), "users", "u", &filter.search.long()));
        query.push(" AND u.organisation_id = ").bind(cx.organisation_id);
    } else {
        query.push(" FROM users u WHERE u.organisation_id = ").bind(cx.organisation_id);
        matching(query, cx, &filter.search, walk);
    }
    narrow(query, cx, filter, reach);
}

/// The search as a condition. Terms under three letters look at the beginning of names, since the
/// trigram index can't know them (DESIGN section 3).
fn matching(query: &mut Query, cx: &Cx<'_>, search: &Search, walk: bool) {
    if search.is_empty() {
        return;
    }
    query.push(" AND (");
    let long = search.long();
    if !long.is_empty() {
        if walk {
            query.append(&dialect::contains(cx.tx.engine(), "u", &long));
        } else {
            query.append(&dialect::matches(cx.tx.engine(), "users", "u", &long));
        }
    }
    for (position, term) in search.short().iter().enumerate() {
        if position > 0 || !long.is_empty() {
            query.push(" OR ");
        }
        begins(query, "u.name_key", term);
        query.push(" OR ");
        begins(query, "u.username_key", term);
    }
    query.push(")");
}

fn begins(query: &mut Query, column: &str, term: &str) {
    query.push("(").push(column).push(" >= ").bind(term);
    query.push(" AND ").push(column).push(" < ").bind(format!("{term}\u{10ffff}")).push(")");
}

/// Scope and filters. The scope is part of the query, so that a page is full and no one counts what
/// they may not see (ADR 0003).
fn narrow(query: &mut Query, cx: &Cx<'_>, filter: &Filter, reach: Reach) {
    if !reach.holds(Reach::ORGANISATION) {
        let me = cx.actor().user_id();
        query.push(" AND (u.id = ").bind(me);
        if reach.holds(Reach::REPORTS) {
            query.push(
                " OR u.id IN (SELECT s.user_id FROM supervision s WHERE s.organisation_id = ",
            );
            query.bind(cx.organisation_id).push(" AND s.supervisor_id = ").bind(me).push(")");
        }
        query.push(")");
    }
    if !filter.lifecycle.is_empty() {
        query.push(" AND u.lifecycle IN ").bind_list(filter.lifecycle.iter().copied());
    }
    if !filter.presence.is_empty() {
        query.push(" AND u.presence IN ").bind_list(filter.presence.iter().copied());
    }
    if !filter.roles.is_empty() {
        query.push(" AND u.role_id IN ").bind_list(filter.roles.iter().copied());
    }
    if !filter.groups.is_empty() {
        query.push(" AND u.group_id IN ").bind_list(filter.groups.iter().copied());
    }
    if let Some(supervisor) = filter.reports_to {
        query.push(" AND u.reports_to = ").bind(supervisor);
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

fn finish(query: &mut Query, order: Order, stream_key: &str, size: PageSize) {
    match order {
        Order::Creation => query.push(" ORDER BY ").push(stream_key),
        Order::By(sort) => {
            let direction = if sort.descending { " DESC" } else { "" };
            query
                .push(" ORDER BY ")
                .push(sort.key.column())
                .push(direction)
                .push(", u.id")
                .push(direction)
        }
    };
    query.push(" LIMIT ").bind(size.fetch());
}

/// The dashboard's four counters (SPEC INS-7).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counters {
    /// Active users who have signed in.
    pub active: i64,
    /// Invited ones.
    pub invited: i64,
    /// Active Administrators.
    pub administrators: i64,
    /// Active others.
    pub standard: i64,
}

/// Counts for the dashboard.
///
/// # Errors
/// [`kernel::Error::Forbidden`] for those without a dashboard.
pub async fn counters(cx: &mut Cx<'_>) -> Result<Counters> {
    cx.require(Action::DashboardView)?;
    let never = Timestamp::default();
    let rows = cx
        .tx
        .all::<(String, bool, bool, i64)>(
            super::table::COUNTERS,
            &params![cx.organisation_id, never],
        )
        .await?;
    let mut counters = Counters::default();
    for (lifecycle, administrator, signed_in, count) in rows {
        match Lifecycle::parse(&lifecycle) {
            Some(Lifecycle::Invited) => counters.invited += count,
            Some(Lifecycle::Active) => {
                if signed_in {
                    counters.active += count;
                }
                if administrator {
                    counters.administrators += count;
                } else {
                    counters.standard += count;
                }
            }
            _ => {}
        }
    }
    Ok(counters)
}
