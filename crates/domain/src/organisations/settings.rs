//! Changing an organisation's settings (SPEC ORG-1, ORG-2, ORG-4).

use db::params;
use kernel::ids::UserId;
use kernel::{Code, Error, Patch, Result};

use super::current;
use super::retention::days;
use super::table::{Organisation, SET_OWNER, UPDATE};
use crate::access::{Action, RoleKey};
use crate::audit::{Event, Subject};
use crate::cx::Cx;
use crate::users::{self, Lifecycle};

/// A change of settings: absent fields keep their value.
#[derive(Debug, Clone, Default)]
pub struct OrganisationPatch {
    /// Its name.
    pub name: Patch<String>,
    /// Name of the team.
    pub team_name: Patch<String>,
    /// Language key.
    pub language: Patch<String>,
    /// IANA name of a time zone.
    pub time_zone: Patch<String>,
    /// Days for which the audit log is kept; 0 or null for ever.
    pub audit_days: Patch<i64>,
    /// Days for which the log of sign-ins is kept; 0 or null for ever.
    pub sign_in_days: Patch<i64>,
}

/// Changes the settings.
///
/// # Errors
/// [`Error::Stale`]; [`Error::Invalid`] with every wrong field; [`Error::Forbidden`].
pub async fn update(
    cx: &mut Cx<'_>,
    version: Option<i64>,
    patch: OrganisationPatch,
) -> Result<Organisation> {
    cx.require_organisation(Action::OrganisationEdit)?;
    let before = current(cx).await?;
    if version.is_some_and(|version| version != before.version) {
        return Err(Error::Stale);
    }
    let mut after = decide(&before, patch)?;
    if after == before {
        return Ok(after);
    }
    let values = params![
        after.id,
        after.name.clone(),
        after.team_name.clone(),
        after.language.clone(),
        after.time_zone.clone(),
        cx.now,
        before.version,
        after.audit_days,
        after.sign_in_days,
    ];
    if cx.tx.execute(UPDATE, &values).await? == 0 {
        return Err(Error::Stale);
    }
    after.version += 1;
    after.updated_at = cx.now;
    let subject = Subject::new("organisation", after.id.as_uuid(), &after.name);
    cx.record(Event::new("organisation.updated", subject).change(&before, &after)).await?;
    Ok(after)
}

fn decide(before: &Organisation, patch: OrganisationPatch) -> Result<Organisation> {
    let mut checks = users::Checks::default();
    let required = |patch: Patch<String>, current: &str| {
        patch.apply(Some(current.to_owned())).unwrap_or_default()
    };
    let name = checks.take("name", users::fields::name(&required(patch.name, &before.name)));
    let team_name = patch.team_name.apply(before.team_name.clone());
    // Once activated, a team keeps a name (SPEC ORG-2).
    let team_name =
        team_name.filter(|name| !name.trim().is_empty()).or_else(|| before.team_name.clone());
    let team_name = team_name.map(|name| checks.take("team_name", users::fields::name(&name)));
    let language = required(patch.language, &before.language);
    let language = checks.take("language", users::fields::language(&language));
    let time_zone = required(patch.time_zone, &before.time_zone);
    if jiff::tz::TimeZone::get(&time_zone).is_err() {
        checks.refuse("time_zone", Code::TimeZoneUnknown);
    }
    let mut kept = |name, patch: Patch<i64>, now: i64| {
        checks.take(name, days(patch.apply(Some(now)).unwrap_or(0)))
    };
    let audit_days = kept("audit_days", patch.audit_days, before.audit_days);
    let sign_in_days = kept("sign_in_days", patch.sign_in_days, before.sign_in_days);
    checks.finish()?;
    let named = Organisation { name, team_name, language, time_zone, ..before.clone() };
    Ok(Organisation { audit_days, sign_in_days, ..named })
}

/// Activates the team by naming it: the one step before users can be managed (SPEC ORG-2).
///
/// # Errors
/// As [`update`].
pub async fn name_team(cx: &mut Cx<'_>, name: &str) -> Result<Organisation> {
    if name.trim().is_empty() {
        return Err(Error::field("team_name", Code::Required));
    }
    let patch = OrganisationPatch {
        team_name: Patch::Value(name.to_owned()),
        ..OrganisationPatch::default()
    };
    update(cx, None, patch).await
}

/// Hands ownership to another active Administrator (SPEC ORG-1).
///
/// # Errors
/// [`Error::Forbidden`] for anyone but the owner; [`Error::Conflict`] where the other is no active
/// Administrator.
pub async fn transfer_ownership(cx: &mut Cx<'_>, to: UserId) -> Result<Organisation> {
    cx.require_organisation(Action::OwnershipTransfer)?;
    if !cx.principal()?.is_owner() {
        return Err(Error::Forbidden(Code::OwnerProtected));
    }
    let heir = users::get(cx, to).await?;
    if heir.role_key != RoleKey::Administrator.as_str() || heir.user.lifecycle != Lifecycle::Active
    {
        return Err(Error::conflict(Code::LifecycleConflict));
    }
    let before = current(cx).await?;
    cx.tx.execute(SET_OWNER, &params![before.id, to, cx.now]).await?;
    let after = current(cx).await?;
    let subject = Subject::new("organisation", after.id.as_uuid(), &after.name);
    cx.record(Event::new("organisation.ownership_transferred", subject).change(&before, &after))
        .await?;
    Ok(after)
}
