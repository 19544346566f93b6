//! Creating, changing and deleting a team.

use db::params;
use kernel::ids::{LocationId, TeamId, UserId};
use kernel::{Code, Error, Patch, Result};

use super::lead::set_leaders;
use super::table::{DELETE, DROP_LEADERS, DROP_MEMBERS, INSERT, Team, UNENDED, UPDATE};
use super::{Led, find, locations, with_leaders};
use crate::access::Action;
use crate::audit::{Event, Subject};
use crate::cx::Cx;
use crate::resource_filters;
use crate::users::{Checks, fields};

/// What a new team is to be.
#[derive(Debug, Clone, Default)]
pub struct NewTeam {
    /// Its name, unique in the organisation.
    pub name: String,
    /// Where it works.
    pub location_id: Option<LocationId>,
    /// Whether it receives incidents.
    pub takes_incidents: bool,
    /// Who leads it.
    pub leaders: Vec<UserId>,
}

/// A change: absent fields keep their value.
#[derive(Debug, Clone, Default)]
pub struct TeamPatch {
    /// Its name.
    pub name: Patch<String>,
    /// Where it works; null for nowhere in particular.
    pub location_id: Patch<LocationId>,
    /// Whether it receives incidents.
    pub takes_incidents: Patch<bool>,
    /// Who leads it, instead of those who did.
    pub leaders: Patch<Vec<UserId>>,
}

pub(super) fn subject(team: &Team) -> Subject {
    Subject::new("team", team.id.as_uuid(), &team.name)
}

/// Creates a team.
///
/// # Errors
/// [`Error::Invalid`] with every wrong field; [`Error::Conflict`] where the name is in use.
pub async fn create(cx: &mut Cx<'_>, new: NewTeam) -> Result<Led> {
    cx.require_organisation(Action::TeamsManage)?;
    cx.require_whole_sight()?;
    let mut checks = Checks::default();
    let name = checks.take("name", fields::name(&new.name));
    check_location(cx, &mut checks, new.location_id).await?;
    checks.finish()?;
    let team = Team {
        id: cx.id(),
        name,
        location_id: new.location_id,
        takes_incidents: new.takes_incidents,
        version: 1,
        created_at: cx.now,
        updated_at: cx.now,
    };
    let values = params![
        team.id,
        cx.organisation_id,
        team.name.clone(),
        kernel::fold(&team.name),
        team.location_id,
        team.takes_incidents,
        cx.now
    ];
    cx.tx.execute(INSERT, &values).await?;
    let facts = serde_json::to_value(&team).map_err(Error::internal)?;
    cx.record(Event::new("team.created", subject(&team)).with(facts)).await?;
    set_leaders(cx, &team, &new.leaders).await?;
    with_leaders(cx, team).await
}

async fn check_location(
    cx: &mut Cx<'_>,
    checks: &mut Checks,
    location: Option<LocationId>,
) -> Result<()> {
    if let Some(id) = location
        && locations::find(cx, id).await?.is_none()
    {
        checks.refuse("location_id", Code::LocationUnknown);
    }
    Ok(())
}

/// Changes a team.
///
/// # Errors
/// [`Error::Stale`]; [`Error::Invalid`] with every wrong field; [`Error::Conflict`] where the name is in
/// use; [`Error::NotFound`]; [`Error::Forbidden`].
pub async fn update(
    cx: &mut Cx<'_>,
    id: TeamId,
    version: Option<i64>,
    patch: TeamPatch,
) -> Result<Led> {
    cx.require_organisation(Action::TeamsManage)?;
    let before = find(cx, id).await?.ok_or(Error::NotFound)?;
    if version.is_some_and(|version| version != before.version) {
        return Err(Error::Stale);
    }
    let mut checks = Checks::default();
    let name = patch.name.apply(Some(before.name.clone())).unwrap_or_default();
    let name = checks.take("name", fields::name(&name));
    let location_id = patch.location_id.apply(before.location_id);
    check_location(cx, &mut checks, location_id).await?;
    checks.finish()?;
    let takes_incidents =
        patch.takes_incidents.apply(Some(before.takes_incidents)).unwrap_or_default();
    let mut after = Team { name, location_id, takes_incidents, ..before.clone() };
    if after != before {
        store(cx, &mut after).await?;
        let event = Event::new("team.updated", subject(&after));
        cx.record(event.change(&before, &after)).await?;
    }
    if let Some(leaders) = patch.leaders.apply(None) {
        set_leaders(cx, &after, &leaders).await?;
    }
    with_leaders(cx, after).await
}

async fn store(cx: &mut Cx<'_>, team: &mut Team) -> Result<()> {
    let values = params![
        cx.organisation_id,
        team.id,
        team.name.clone(),
        kernel::fold(&team.name),
        team.location_id,
        team.takes_incidents,
        cx.now,
        team.version
    ];
    if cx.tx.execute(UPDATE, &values).await? == 0 {
        return Err(Error::Stale);
    }
    team.version += 1;
    team.updated_at = cx.now;
    Ok(())
}

/// Deletes a team that nobody is in any more, with its history.
///
/// # Errors
/// [`Error::Conflict`] with `team_in_use` and the count; [`Error::NotFound`]; [`Error::Forbidden`].
pub async fn delete(cx: &mut Cx<'_>, id: TeamId) -> Result<()> {
    cx.require_organisation(Action::TeamsManage)?;
    let team = find(cx, id).await?.ok_or(Error::NotFound)?;
    let (organisation, today) = (cx.organisation_id, cx.today());
    let (inside,) = cx.tx.one::<(i64,)>(UNENDED, &params![organisation, id, today]).await?;
    if inside > 0 {
        let detail = Some(format!("{inside} people are or will be in it."));
        return Err(Error::Conflict { code: Code::TeamInUse, detail });
    }
    resource_filters::forget_team(cx, id).await?;
    for statement in [DROP_MEMBERS, DROP_LEADERS, DELETE] {
        cx.tx.execute(statement, &params![organisation, id]).await?;
    }
    cx.record(Event::new("team.deleted", subject(&team))).await
}
