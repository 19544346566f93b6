//! Helpdesks: where users with a helpdesk licence work (SPEC ORG-3, LIC-4).

mod table;

use db::params;
use kernel::ids::HelpdeskId;
use kernel::{Code, Error, Patch, Result};
use serde_json::json;

use table::{ALL, DELETE, FIND, INSERT, RENAME};
pub use table::{Helpdesk, STATEMENTS};

use crate::access::Action;
use crate::audit::{Event, Subject};
use crate::cx::Cx;
use crate::users::{self, fields};

/// The helpdesks of the organisation, by name.
///
/// # Errors
/// [`Error::Forbidden`] for those who fill no forms with them.
pub async fn list(cx: &mut Cx<'_>) -> Result<Vec<Helpdesk>> {
    cx.require(Action::HelpdesksView)?;
    all(cx).await
}

/// One helpdesk.
///
/// # Errors
/// [`Error::NotFound`] for a foreign or missing one.
pub async fn get(cx: &mut Cx<'_>, id: HelpdeskId) -> Result<Helpdesk> {
    cx.require(Action::HelpdesksView)?;
    find(cx, id).await?.ok_or(Error::NotFound)
}

/// How many users work at each helpdesk.
///
/// # Errors
/// [`Error::Forbidden`] for those who may not see helpdesks.
pub async fn users_of_each(cx: &mut Cx<'_>) -> Result<Vec<(HelpdeskId, i64)>> {
    cx.require(Action::HelpdesksView)?;
    users::at_helpdesks(cx).await
}

/// Creates a helpdesk.
///
/// # Errors
/// [`Error::Invalid`] for its name; [`Error::Conflict`] where the name is in use.
pub async fn create(cx: &mut Cx<'_>, name: &str) -> Result<Helpdesk> {
    cx.require_organisation(Action::HelpdesksManage)?;
    let name = fields::name(name).map_err(|code| Error::field("name", code))?;
    let id: HelpdeskId = cx.id();
    let values = params![id, cx.organisation_id, name.clone(), kernel::fold(&name), cx.now];
    cx.tx.execute(INSERT, &values).await?;
    let helpdesk = Helpdesk { id, name, version: 1, created_at: cx.now, updated_at: cx.now };
    let facts = json!({"name": helpdesk.name});
    cx.record(Event::new("helpdesk.created", subject(&helpdesk)).with(facts)).await?;
    Ok(helpdesk)
}

/// Gives a helpdesk another name.
///
/// # Errors
/// [`Error::Stale`]; [`Error::Invalid`] for its name; [`Error::Conflict`] where the name is in use.
pub async fn update(
    cx: &mut Cx<'_>,
    id: HelpdeskId,
    version: Option<i64>,
    name: Patch<String>,
) -> Result<Helpdesk> {
    cx.require_organisation(Action::HelpdesksManage)?;
    let before = find(cx, id).await?.ok_or(Error::NotFound)?;
    if version.is_some_and(|version| version != before.version) {
        return Err(Error::Stale);
    }
    let name = name.apply(Some(before.name.clone())).unwrap_or_default();
    let name = fields::name(&name).map_err(|code| Error::field("name", code))?;
    if name == before.name {
        return Ok(before);
    }
    let values =
        params![cx.organisation_id, id, name.clone(), kernel::fold(&name), cx.now, before.version];
    if cx.tx.execute(RENAME, &values).await? == 0 {
        return Err(Error::Stale);
    }
    let after =
        Helpdesk { name, version: before.version + 1, updated_at: cx.now, ..before.clone() };
    cx.record(Event::new("helpdesk.updated", subject(&after)).change(&before, &after)).await?;
    Ok(after)
}

/// Deletes a helpdesk at which nobody works.
///
/// # Errors
/// [`Error::Conflict`] with `in_use`; [`Error::NotFound`].
pub async fn delete(cx: &mut Cx<'_>, id: HelpdeskId) -> Result<()> {
    cx.require_organisation(Action::HelpdesksManage)?;
    let helpdesk = find(cx, id).await?.ok_or(Error::NotFound)?;
    let holders = users::count_at_helpdesk(cx, id).await?;
    if holders > 0 {
        let detail = Some(format!("Users at this helpdesk: {holders}."));
        return Err(Error::Conflict { code: Code::InUse, detail });
    }
    cx.tx.execute(DELETE, &params![cx.organisation_id, id]).await?;
    let facts = json!({"name": helpdesk.name});
    cx.record(Event::new("helpdesk.removed", subject(&helpdesk)).with(facts)).await
}

/// All helpdesks of the organisation, for rooms that fill a field with them.
pub(crate) async fn all(cx: &mut Cx<'_>) -> Result<Vec<Helpdesk>> {
    let organisation = cx.organisation_id;
    Ok(cx.tx.all::<Helpdesk>(ALL, &params![organisation]).await?)
}

/// A helpdesk of the organisation.
pub(crate) async fn find(cx: &mut Cx<'_>, id: HelpdeskId) -> Result<Option<Helpdesk>> {
    let organisation = cx.organisation_id;
    Ok(cx.tx.optional::<Helpdesk>(FIND, &params![organisation, id]).await?)
}

fn subject(helpdesk: &Helpdesk) -> Subject {
    Subject::new("helpdesk", helpdesk.id.as_uuid(), &helpdesk.name)
}
