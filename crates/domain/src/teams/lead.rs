//! Who leads a team. Leading gives power over its members, so nobody takes it for themself (SPEC ROL-3).

use std::collections::BTreeSet;

use db::params;
use kernel::ids::{TeamId, UserId};
use kernel::{Code, Error, Result};
use serde_json::json;

use super::find;
use super::save::subject;
use super::table::{ADD_LEADER, DROP_LEADER, FORGET_LEADER, LEADERS_OF, LED_BY, Team};
use crate::access::{Action, Reach, gains_by};
use crate::audit::Event;
use crate::cx::Cx;
use crate::users;

/// Refuses what would move people into or out of the reach that the actor has by leading teams.
pub(super) fn guard_scope(cx: &Cx<'_>, concerns_actor: bool) -> Result<()> {
    let gains = cx.actor().principal().is_some_and(|me| gains_by(me, Reach::TEAMS));
    if gains && concerns_actor { Err(Error::Forbidden(Code::OutOfScope)) } else { Ok(()) }
}

/// Lets these people lead a team, and nobody else.
pub(super) async fn set_leaders(cx: &mut Cx<'_>, team: &Team, wanted: &[UserId]) -> Result<()> {
    let organisation = cx.organisation_id;
    let before = cx.tx.all::<(UserId,)>(LEADERS_OF, &params![organisation, team.id]).await?;
    let before: BTreeSet<UserId> = before.into_iter().map(|(id,)| id).collect();
    let after: BTreeSet<UserId> = wanted.iter().copied().collect();
    if before == after {
        return Ok(());
    }
    for (position, id) in wanted.iter().enumerate() {
        if !users::visible(cx, *id).await? {
            return Err(Error::field(format!("leader_ids/{position}"), Code::UserUnknown));
        }
    }
    for id in before.symmetric_difference(&after) {
        guard_scope(cx, cx.actor().user_id() == Some(*id))?;
    }
    for id in before.difference(&after) {
        cx.tx.execute(DROP_LEADER, &params![organisation, *id, team.id]).await?;
    }
    for id in after.difference(&before) {
        cx.tx.execute(ADD_LEADER, &params![organisation, *id, team.id]).await?;
    }
    let event = Event::new("team.leaders_changed", subject(team));
    cx.record(event.change(&json!({"leader_ids": before}), &json!({"leader_ids": after}))).await
}

/// The teams that somebody leads.
///
/// # Errors
/// Faults of the database.
pub async fn led_by(cx: &mut Cx<'_>, user: UserId) -> Result<Vec<TeamId>> {
    let rows = cx.tx.few::<(TeamId,)>(LED_BY, &params![cx.organisation_id, user]).await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Lets a user lead these teams and no others: what a change of role asks for (SPEC ROL-4).
///
/// # Errors
/// [`Error::Invalid`] naming an unknown team; [`Error::Forbidden`].
pub async fn set_led(cx: &mut Cx<'_>, user: UserId, wanted: &[TeamId]) -> Result<()> {
    let before: BTreeSet<TeamId> = led_by(cx, user).await?.into_iter().collect();
    let after: BTreeSet<TeamId> = wanted.iter().copied().collect();
    if before == after {
        return Ok(());
    }
    cx.require_organisation(Action::TeamsManage)?;
    guard_scope(cx, cx.actor().user_id() == Some(user))?;
    for (position, id) in wanted.iter().enumerate() {
        if find(cx, *id).await?.is_none() {
            return Err(Error::field(format!("led_team_ids/{position}"), Code::TeamUnknown));
        }
    }
    for id in before.symmetric_difference(&after) {
        let Some(team) = find(cx, *id).await? else { continue };
        let organisation = cx.organisation_id;
        let statement = if after.contains(id) { ADD_LEADER } else { DROP_LEADER };
        cx.tx.execute(statement, &params![organisation, user, *id]).await?;
        let event = Event::new("team.leaders_changed", subject(&team));
        cx.record(event.with(json!({"user_id": user, "leads": after.contains(id)}))).await?;
    }
    Ok(())
}

/// Takes the lead from somebody who is removed.
pub(crate) async fn forget_leader(cx: &mut Cx<'_>, user: UserId) -> Result<()> {
    cx.tx.execute(FORGET_LEADER, &params![cx.organisation_id, user]).await?;
    Ok(())
}
