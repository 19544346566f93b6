use db::params;
use kernel::ids::RoleId;
use kernel::{Error, Result};
use serde_json::json;

use super::find;
use super::save::subject;
use super::table::{Role, SET_SECOND_FACTOR};
use crate::access::Action;
use crate::audit::Event;
use crate::cx::Cx;

/// Says whether everybody with a role must have a second factor, built in or not (SPEC ACC-5). It takes effect at
/// their next sign-in.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Stale`]; [`Error::Forbidden`] without the right to settings that bind people.
pub async fn ask_for_second_factor(
    cx: &mut Cx<'_>,
    id: RoleId,
    version: Option<i64>,
    asks: bool,
) -> Result<Role> {
    cx.require_organisation(Action::RolesManage)?;
    cx.require_organisation(Action::SettingsManage)?;
    cx.require_whole_sight()?;
    let before = find(cx, id).await?.ok_or(Error::NotFound)?;
    if version.is_some_and(|version| version != before.version) {
        return Err(Error::Stale);
    }
    if before.second_factor == asks {
        return Ok(before);
    }
    let values = params![cx.organisation_id, id, asks, cx.now];
    cx.tx.execute(SET_SECOND_FACTOR, &values).await?;
    let told = |asks: bool| json!({"second_factor_required": asks});
    let event = Event::new("role.updated", subject(&before));
    cx.record(event.change(&told(before.second_factor), &told(asks))).await?;
    find(cx, id).await?.ok_or(Error::NotFound)
}
