//! Places that teams work at, as a managed list (SPEC GRP-4).

use db::params;
use kernel::ids::LocationId;
use kernel::{Code, Error, Result};

pub use super::table::Location;
use super::table::{
    DELETE_LOCATION, FIND_LOCATION, INSERT_LOCATION, LOCATIONS, RENAME_LOCATION, TEAMS_AT,
};
use crate::access::Action;
use crate::audit::{Event, Subject};
use crate::cx::Cx;
use crate::users::fields;

/// All locations by name.
///
/// # Errors
/// [`Error::Forbidden`] for those who see no teams.
pub async fn list(cx: &mut Cx<'_>) -> Result<Vec<Location>> {
    cx.require(Action::TeamsView)?;
    let organisation = cx.organisation_id;
    Ok(cx.tx.all::<Location>(LOCATIONS, &params![organisation]).await?)
}

/// A location of the organisation.
pub(crate) async fn find(cx: &mut Cx<'_>, id: LocationId) -> Result<Option<Location>> {
    let organisation = cx.organisation_id;
    Ok(cx.tx.optional::<Location>(FIND_LOCATION, &params![organisation, id]).await?)
}

fn subject(location: &Location) -> Subject {
    Subject::new("location", location.id.as_uuid(), &location.name)
}

/// Creates a location.
///
/// # Errors
/// [`Error::Invalid`] for its name; [`Error::Conflict`] where the name is in use.
pub async fn create(cx: &mut Cx<'_>, name: &str) -> Result<Location> {
    cx.require_organisation(Action::TeamsManage)?;
    let name = fields::name(name).map_err(|code| Error::field("name", code))?;
    let id: LocationId = cx.id();
    let values = params![id, cx.organisation_id, name.clone(), kernel::fold(&name), cx.now];
    cx.tx.execute(INSERT_LOCATION, &values).await?;
    let made = Location { id, name, version: 1, created_at: cx.now, updated_at: cx.now };
    let facts = serde_json::json!({"name": made.name});
    cx.record(Event::new("location.created", subject(&made)).with(facts)).await?;
    Ok(made)
}

/// Gives a location another name.
///
/// # Errors
/// [`Error::Stale`]; [`Error::Invalid`] for its name; [`Error::Conflict`] where the name is in use.
pub async fn rename(
    cx: &mut Cx<'_>,
    id: LocationId,
    version: Option<i64>,
    name: &str,
) -> Result<Location> {
    cx.require_organisation(Action::TeamsManage)?;
    let before = find(cx, id).await?.ok_or(Error::NotFound)?;
    if version.is_some_and(|version| version != before.version) {
        return Err(Error::Stale);
    }
    let name = fields::name(name).map_err(|code| Error::field("name", code))?;
    if name == before.name {
        return Ok(before);
    }
    let folded = kernel::fold(&name);
    let values = params![cx.organisation_id, id, name.clone(), folded, cx.now, before.version];
    if cx.tx.execute(RENAME_LOCATION, &values).await? == 0 {
        return Err(Error::Stale);
    }
    let after =
        Location { name, version: before.version + 1, updated_at: cx.now, ..before.clone() };
    let event = Event::new("location.renamed", subject(&after));
    cx.record(event.change(&before, &after)).await?;
    Ok(after)
}

/// Deletes a location at which no team works.
///
/// # Errors
/// [`Error::Conflict`] with `location_in_use` and the count; [`Error::NotFound`]; [`Error::Forbidden`].
pub async fn delete(cx: &mut Cx<'_>, id: LocationId) -> Result<()> {
    cx.require_organisation(Action::TeamsManage)?;
    let location = find(cx, id).await?.ok_or(Error::NotFound)?;
    let organisation = cx.organisation_id;
    let (teams,) = cx.tx.one::<(i64,)>(TEAMS_AT, &params![organisation, id]).await?;
    if teams > 0 {
        let detail = Some(format!("{teams} teams work there."));
        return Err(Error::Conflict { code: Code::LocationInUse, detail });
    }
    cx.tx.execute(DELETE_LOCATION, &params![organisation, id]).await?;
    cx.record(Event::new("location.deleted", subject(&location))).await
}
