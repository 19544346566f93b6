//! Teams: people led by one or more team leaders, from a day to a day (SPEC GRP-4).
//!
//! | To … | see |
//! |---|---|
//! | read one, or all that one may see | [`get`], [`list`] |
//! | create, change, delete | [`create`], [`update`], [`delete`] |
//! | put people into a team, take them out | [`allocate`], [`withdraw`], [`put_into`] |
//! | see who is and was in it, and who is in none | [`members`], [`unallocated`] |
//! | manage the places teams work at | [`locations`] |
//!
//! Invariants: leaders and members are users of the team's own organisation; memberships of one person in
//! one team never overlap; what was is never changed, so that history can be read. A leader reaches exactly
//! the members of today, at the next request (SPEC ROL-4).

mod lead;
pub mod locations;
mod members;
mod save;
mod table;

use std::collections::BTreeMap;

use db::{Query, params};
use kernel::ids::{TeamId, UserId};
use kernel::{Error, Result};

pub(crate) use lead::forget_leader;
pub use lead::{led_by, set_led};
pub(crate) use members::end_all;
pub use members::{Member, allocate, members, of_user, of_users, put_into, unallocated, withdraw};
pub use save::{NewTeam, TeamPatch, create, delete, update};
use table::{COUNTS, LEADERS, LEADERS_OF, SELECT};
pub use table::{STATEMENTS, Team};

use crate::access::{Action, Reach};
use crate::cx::Cx;
use crate::resource_filters;

/// A team with those who lead it and how many are in it today.
#[derive(Debug, Clone)]
pub struct Led {
    /// The team.
    pub team: Team,
    /// Who leads it.
    pub leaders: Vec<UserId>,
    /// How many are in it today.
    pub members: i64,
}

/// The teams that the actor may see, by name: all, or those they lead.
///
/// # Errors
/// [`Error::Forbidden`] for those who may see none.
pub async fn list(cx: &mut Cx<'_>) -> Result<Vec<Led>> {
    let reach = cx.require(Action::TeamsView)?;
    let organisation = cx.organisation_id;
    let mut query = Query::new(SELECT);
    push_seen(&mut query, cx, reach);
    let teams = cx.tx.list::<Team>(&query).await?;
    let leaders = cx.tx.all::<(TeamId, UserId)>(LEADERS, &params![organisation]).await?;
    let today = cx.today();
    let counts = cx.tx.all::<(TeamId, i64)>(COUNTS, &params![organisation, today]).await?;
    let counts: BTreeMap<TeamId, i64> = counts.into_iter().collect();
    let mut by_team: BTreeMap<TeamId, Vec<UserId>> = BTreeMap::new();
    for (team, leader) in leaders {
        by_team.entry(team).or_default().push(leader);
    }
    let all = teams.into_iter().map(|team| Led {
        members: counts.get(&team.id).copied().unwrap_or_default(),
        leaders: by_team.remove(&team.id).unwrap_or_default(),
        team,
    });
    Ok(all.collect())
}

/// Ids and names of the same, for menus.
///
/// # Errors
/// [`Error::Forbidden`] for those who may see none.
pub async fn named(cx: &mut Cx<'_>) -> Result<Vec<(TeamId, String)>> {
    let reach = cx.require(Action::TeamsView)?;
    let mut query = Query::new("SELECT id, name FROM teams");
    push_seen(&mut query, cx, reach);
    Ok(cx.tx.list::<(TeamId, String)>(&query).await?)
}

/// Those that the actor may see, by name: all or those they lead, as far as a resource filter lets them.
fn push_seen(query: &mut Query, cx: &Cx<'_>, reach: Reach) {
    query.push(" WHERE organisation_id = ").bind(cx.organisation_id);
    if !reach.holds(Reach::ORGANISATION) {
        query.push(" AND id IN (SELECT l.team_id FROM team_leaders l WHERE l.organisation_id = ");
        query.bind(cx.organisation_id).push(" AND l.user_id = ").bind(cx.actor().user_id());
        query.push(")");
    }
    resource_filters::push_teams(query, cx, "id");
    query.push(" ORDER BY name_key, id");
}

/// One team.
///
/// # Errors
/// [`Error::NotFound`] for a foreign or missing one, and one that the actor may not see.
pub async fn get(cx: &mut Cx<'_>, id: TeamId) -> Result<Led> {
    let reach = cx.require(Action::TeamsView)?;
    let team = find(cx, id).await?.ok_or(Error::NotFound)?;
    let led = with_leaders(cx, team).await?;
    let mine = cx.actor().user_id().is_some_and(|me| led.leaders.contains(&me));
    if reach.holds(Reach::ORGANISATION) || mine { Ok(led) } else { Err(Error::NotFound) }
}

async fn with_leaders(cx: &mut Cx<'_>, team: Team) -> Result<Led> {
    let organisation = cx.organisation_id;
    let leaders = cx.tx.all::<(UserId,)>(LEADERS_OF, &params![organisation, team.id]).await?;
    let members = members::count(cx, team.id).await?;
    Ok(Led { team, leaders: leaders.into_iter().map(|(leader,)| leader).collect(), members })
}

/// A team of the organisation, as far as the actor's resource filter lets them see it.
pub(crate) async fn find(cx: &mut Cx<'_>, id: TeamId) -> Result<Option<Team>> {
    let mut query = Query::new(SELECT);
    query.push(" WHERE organisation_id = ").bind(cx.organisation_id).push(" AND id = ").bind(id);
    resource_filters::push_teams(&mut query, cx, "id");
    Ok(cx.tx.optional::<Team>(query.sql(), query.params()).await?)
}

/// The condition that `column` holds a user whom `leader` leads on this day: the scope "teams".
pub(crate) fn push_led(query: &mut Query, cx: &Cx<'_>, column: &str, leader: Option<UserId>) {
    query.push(column).push(
        " IN (SELECT m.user_id FROM team_leaders l JOIN team_members m \
        ON m.organisation_id = l.organisation_id AND m.team_id = l.team_id WHERE l.organisation_id = ",
    );
    query.bind(cx.organisation_id).push(" AND l.user_id = ").bind(leader);
    today(query, cx);
    query.push(")");
}

/// The condition that `column` holds a user who is in one of some teams on this day; `teams` writes their
/// list.
pub(crate) fn push_in(
    query: &mut Query,
    cx: &Cx<'_>,
    column: &str,
    teams: impl FnOnce(&mut Query),
) {
    query.push(column).push(" IN (");
    push_members(query, cx, teams);
    query.push(")");
}

/// The users who are in one of some teams on this day.
pub(crate) fn push_members(query: &mut Query, cx: &Cx<'_>, teams: impl FnOnce(&mut Query)) {
    query.push("SELECT m.user_id FROM team_members m WHERE m.organisation_id = ");
    query.bind(cx.organisation_id).push(" AND m.team_id IN ");
    teams(query);
    today(query, cx);
}

/// The condition that `column` holds a user who is in no team on this day.
pub(crate) fn push_none(query: &mut Query, cx: &Cx<'_>, column: &str) {
    query.push("NOT EXISTS (SELECT 1 FROM team_members m WHERE m.organisation_id = ");
    query.bind(cx.organisation_id).push(" AND m.user_id = ").push(column);
    today(query, cx);
    query.push(")");
}

fn today(query: &mut Query, cx: &Cx<'_>) {
    let today = cx.today();
    query.push(" AND m.starts_on <= ").bind(today.clone()).push(" AND m.ends_on > ").bind(today);
}
