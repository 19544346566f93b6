//! Who is in a team, from a day to a day. A membership is never rewritten: ending one sets its last day,
//! coming back begins another (SPEC GRP-4).

use std::collections::{BTreeMap, BTreeSet};

use db::{Query, params};
use jiff::civil::Date;
use kernel::ids::{MembershipId, TeamId, UserId};
use kernel::{Code, Cursor, Error, Page, PageSize, Result};
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

use super::lead::guard_scope;
use super::save::subject;
use super::table::{
    ADD_MEMBER, COUNT, DROP_ALL_PLANNED, DROP_PLANNED, END_ALL, END_MEMBER, LEADERS_OF, OPEN,
    OVERLAPPING, StoredMember, Team,
};
use super::{find, get};
use crate::access::Action;
use crate::audit::Event;
use crate::cx::Cx;
use crate::resource_filters;
use crate::users::{self, User};

/// Most people put into a team in one call.
const MOST: usize = 1000;
/// Teams of so many users are read on the thread that asks: their index holds all that is wanted.
const FEW: usize = 50;

/// One membership.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Its id.
    pub id: MembershipId,
    /// Who.
    pub user_id: UserId,
    /// The first day.
    pub starts_on: String,
    /// The day after the last; none where no end is known.
    pub ends_on: Option<String>,
}

impl From<StoredMember> for Member {
    fn from(row: StoredMember) -> Self {
        let ends_on = (row.ends_on != OPEN).then_some(row.ends_on);
        Self { id: row.id, user_id: row.user_id, starts_on: row.starts_on, ends_on }
    }
}

#[derive(Debug, Serialize, Deserialize)]
struct Place(String, Uuid);

/// Who is in a team today or will be, or with `history` whoever was, by the day they left and who they are.
///
/// # Errors
/// [`Error::NotFound`] for a team that the actor may not see.
pub async fn members(
    cx: &mut Cx<'_>,
    team: TeamId,
    history: bool,
    size: PageSize,
    cursor: Option<&Cursor>,
) -> Result<Page<Member>> {
    get(cx, team).await?;
    let mut query = Query::new(const_format::concatcp!(
        "SELECT ",
        StoredMember::COLUMNS,
        " FROM team_members m WHERE m.organisation_id = "
    ));
    query.bind(cx.organisation_id).push(" AND m.team_id = ").bind(team);
    if !history {
        query.push(" AND m.ends_on > ").bind(cx.today());
    }
    if let Some(cursor) = cursor {
        let Place(ends_on, id) = cursor.unpack()?;
        query.push(" AND (m.ends_on, m.id) < (").bind(ends_on).push(", ").bind(id).push(")");
    }
    query.push(" ORDER BY m.ends_on DESC, m.id DESC LIMIT ").bind(size.fetch());
    let rows = cx.tx.list::<StoredMember>(&query).await?;
    let place = |row: &StoredMember| Cursor::pack(&Place(row.ends_on.clone(), row.id.as_uuid()));
    Ok(Page::from_rows(rows, size, place).map(Member::from))
}

/// How many are in a team today.
pub(super) async fn count(cx: &mut Cx<'_>, team: TeamId) -> Result<i64> {
    let values = params![cx.organisation_id, team, cx.today()];
    Ok(cx.tx.one::<(i64,)>(COUNT, &values).await?.0)
}

/// Puts people into a team from a day on (today where none is named) until a day.
///
/// # Errors
/// [`Error::Invalid`] naming each user who is not to be seen and a day that is none; [`Error::Conflict`]
/// with `already_in_team`; [`Error::Forbidden`] for what would widen the actor's own reach.
pub async fn allocate(
    cx: &mut Cx<'_>,
    id: TeamId,
    people: &[UserId],
    (starts_on, ends_on): (Option<Date>, Option<Date>),
) -> Result<()> {
    let team = to_change(cx, id).await?;
    if people.len() > MOST {
        return Err(Error::field("user_ids", Code::TooMany));
    }
    let first = starts_on.map_or_else(|| cx.today(), |day| day.to_string());
    let end = ends_on.map_or_else(|| OPEN.to_owned(), |day| day.to_string());
    if end <= first {
        return Err(Error::field("ends_on", Code::EndBeforeStart));
    }
    let known: BTreeSet<UserId> =
        users::several(cx, people).await?.into_iter().map(|user| user.id).collect();
    let strangers = people.iter().enumerate().filter(|(_, id)| !known.contains(id));
    let strangers: Vec<_> = strangers
        .map(|(at, _)| kernel::FieldError::new(format!("user_ids/{at}"), Code::UserUnknown))
        .collect();
    if !strangers.is_empty() {
        return Err(Error::Invalid(strangers));
    }
    for user in &known {
        add(cx, &team, *user, &first, &end).await?;
    }
    let facts = json!({"user_ids": known, "starts_on": first, "ends_on": ends_on});
    cx.record(Event::new("team.members_added", subject(&team)).with(facts)).await
}

/// The team, for somebody who may say who is in it.
async fn to_change(cx: &mut Cx<'_>, id: TeamId) -> Result<Team> {
    cx.require_organisation(Action::TeamsManage)?;
    let team = find(cx, id).await?.ok_or(Error::NotFound)?;
    let organisation = cx.organisation_id;
    let leaders = cx.tx.all::<(UserId,)>(LEADERS_OF, &params![organisation, id]).await?;
    let me = cx.actor().user_id();
    guard_scope(cx, leaders.iter().any(|(leader,)| me == Some(*leader)))?;
    Ok(team)
}

async fn add(cx: &mut Cx<'_>, team: &Team, user: UserId, first: &str, end: &str) -> Result<()> {
    let organisation = cx.organisation_id;
    let values = params![organisation, team.id, user, first, end];
    if cx.tx.one::<(i64,)>(OVERLAPPING, &values).await?.0 > 0 {
        return Err(Error::conflict(Code::AlreadyInTeam));
    }
    let id: MembershipId = cx.id();
    let values = params![id, organisation, team.id, user, first, end, cx.now];
    cx.tx.execute(ADD_MEMBER, &values).await?;
    users::note_in_teams(cx, user).await
}

/// Takes somebody out of a team: from a day on (today where none is named) they are not in it.
///
/// # Errors
/// [`Error::NotFound`] for who is not in it; [`Error::Forbidden`].
pub async fn withdraw(cx: &mut Cx<'_>, id: TeamId, user: UserId, from: Option<Date>) -> Result<()> {
    let team = to_change(cx, id).await?;
    let day = from.map_or_else(|| cx.today(), |day| day.to_string());
    let values = params![cx.organisation_id, id, user, day.clone()];
    let ended = cx.tx.execute(END_MEMBER, &values).await?;
    let planned = cx.tx.execute(DROP_PLANNED, &values).await?;
    if ended + planned == 0 {
        return Err(Error::NotFound);
    }
    let facts = json!({"user_id": user, "ends_on": day});
    cx.record(Event::new("team.member_removed", subject(&team)).with(facts)).await
}

/// Puts a user into these teams from today on, and takes them out of all others.
///
/// # Errors
/// [`Error::Invalid`] naming an unknown team; [`Error::Forbidden`].
pub async fn put_into(cx: &mut Cx<'_>, user: &User, wanted: &[TeamId]) -> Result<()> {
    let before: BTreeSet<TeamId> = of_user(cx, user.id).await?.into_iter().collect();
    let after: BTreeSet<TeamId> = wanted.iter().copied().collect();
    if before == after {
        return Ok(());
    }
    cx.require_organisation(Action::TeamsManage)?;
    for (position, id) in wanted.iter().enumerate() {
        if find(cx, *id).await?.is_none() {
            return Err(Error::field(format!("team_ids/{position}"), Code::TeamUnknown));
        }
    }
    for id in before.difference(&after) {
        withdraw(cx, *id, user.id, None).await?;
    }
    for id in after.difference(&before) {
        allocate(cx, *id, &[user.id], (None, None)).await?;
    }
    Ok(())
}

/// The teams a user is in today, as far as the actor sees them.
///
/// # Errors
/// Faults of the database.
pub async fn of_user(cx: &mut Cx<'_>, user: UserId) -> Result<Vec<TeamId>> {
    Ok(of_users(cx, &[user]).await?.remove(&user).unwrap_or_default())
}

/// The same for several users, in one query.
///
/// # Errors
/// Faults of the database.
pub async fn of_users(cx: &mut Cx<'_>, ids: &[UserId]) -> Result<BTreeMap<UserId, Vec<TeamId>>> {
    let mut teams: BTreeMap<UserId, Vec<TeamId>> = BTreeMap::new();
    if ids.is_empty() {
        return Ok(teams);
    }
    let mut query =
        Query::new("SELECT user_id, team_id FROM team_members m WHERE m.organisation_id = ");
    query.bind(cx.organisation_id).push(" AND m.user_id IN ").bind_list(ids.iter().copied());
    super::today(&mut query, cx);
    resource_filters::push_teams(&mut query, cx, "m.team_id");
    // Ordered here: asked for an order, SQLite walks all memberships of the organisation for it.
    let rows = match ids.len() {
        ..=FEW => cx.tx.few::<(UserId, TeamId)>(query.sql(), query.params()).await?,
        _ => cx.tx.list::<(UserId, TeamId)>(&query).await?,
    };
    for (user, team) in rows {
        teams.entry(user).or_default().push(team);
    }
    teams.values_mut().for_each(|ids| ids.sort_unstable());
    Ok(teams)
}

/// Ends every membership of somebody who is removed.
pub(crate) async fn end_all(cx: &mut Cx<'_>, user: UserId) -> Result<()> {
    let values = params![cx.organisation_id, user, cx.today()];
    cx.tx.execute(END_ALL, &values).await?;
    cx.tx.execute(DROP_ALL_PLANNED, &values).await?;
    Ok(())
}

/// Active people who are in no team today, by name (SPEC GRP-4).
///
/// # Errors
/// [`Error::Forbidden`] for those who may not say who is in a team.
pub async fn unallocated(
    cx: &mut Cx<'_>,
    size: PageSize,
    cursor: Option<Cursor>,
) -> Result<Page<User>> {
    cx.require_organisation(Action::TeamsManage)?;
    let filter = users::list::Filter { in_no_team: true, ..users::list::Filter::default() };
    let request = users::list::Request { filter, size, cursor, ..users::list::Request::default() };
    users::list::page(cx, &request).await
}
