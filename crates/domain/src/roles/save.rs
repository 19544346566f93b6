//! Custom roles: copied, changed, deleted (SPEC ROL-2).

use std::collections::BTreeMap;

use db::params;
use kernel::ids::RoleId;
use kernel::{Code, Error, FieldError, Patch, Result};
use serde_json::json;

use super::table::{DELETE, FORGET_COUNTS, INSERT, Role, UPDATE};
use super::{find, in_use};
use crate::access::{self, Action, Grants, Reach};
use crate::audit::{Event, Subject};
use crate::cx::Cx;
use crate::identity_providers;
use crate::users::{self, Checks, fields};

/// Permissions with the names of their scopes, as they come from outside.
pub type WantedGrants = BTreeMap<String, Vec<String>>;

/// A change of a custom role: absent fields keep their value.
#[derive(Debug, Clone, Default)]
pub struct RolePatch {
    /// Its name.
    pub name: Patch<String>,
    /// What it allows, instead of what it did.
    pub grants: Patch<WantedGrants>,
}

/// Who would gain and lose what (SPEC ROL-5).
#[derive(Debug, Clone)]
pub struct Preview {
    /// The role as it is.
    pub role: Role,
    /// How many users have it.
    pub users: i64,
    /// What they would gain: each permission with the scopes that are new.
    pub gained: Vec<(Action, Vec<&'static str>)>,
    /// What they would lose.
    pub lost: Vec<(Action, Vec<&'static str>)>,
}

pub(super) fn subject(role: &Role) -> Subject {
    Subject::new("role", role.id.as_uuid(), &role.name)
}

/// Reads permissions and scopes by their names.
///
/// # Errors
/// [`Error::Invalid`] naming each permission that is unknown and each scope it does not go by.
pub fn read_grants(wanted: &WantedGrants) -> Result<Grants> {
    let (mut grants, mut wrong) = (Grants::default().with_own(), Vec::new());
    for (name, scopes) in wanted {
        let Some(action) = Action::parse(name) else {
            wrong.push(FieldError::new(format!("grants/{name}"), Code::PermissionUnknown));
            continue;
        };
        for (position, scope) in scopes.iter().enumerate() {
            match Reach::parse(scope).filter(|reach| action.scopes().contains(reach)) {
                Some(reach) => grants = grants.with(action, reach),
                None => {
                    let pointer = format!("grants/{name}/{position}");
                    wrong.push(FieldError::new(pointer, Code::ReachUnknown));
                }
            }
        }
    }
    if wrong.is_empty() { Ok(grants) } else { Err(Error::Invalid(wrong)) }
}

/// Refuses what the actor could not give to somebody anyway (SPEC ROL-3).
fn guard(cx: &Cx<'_>, role: &Role, grants: &Grants) -> Result<()> {
    cx.require_whole_sight()?;
    match cx.actor().principal() {
        Some(principal) => access::may_assign_role(principal, role.rank(), grants),
        None => Ok(()),
    }
}

/// Creates a role as a copy of another, or with grants of its own and the standing of the other.
///
/// # Errors
/// [`Error::Invalid`] for the name, an unknown role to copy, unknown permissions; [`Error::Forbidden`] for
/// more than the actor holds; [`Error::Conflict`] where the name is in use.
pub async fn create(
    cx: &mut Cx<'_>,
    name: &str,
    copy_of: RoleId,
    grants: Option<&WantedGrants>,
) -> Result<Role> {
    cx.require_organisation(Action::RolesManage)?;
    let mut checks = Checks::default();
    let name = checks.take("name", fields::name(name));
    let model = find(cx, copy_of).await?;
    if model.is_none() {
        checks.refuse("copy_of", Code::RoleUnknown);
    }
    checks.finish()?;
    let model = model.ok_or(Error::NotFound)?;
    let grants = grants.map_or_else(|| Ok(model.grants().with_own()), read_grants)?;
    let id: RoleId = cx.id();
    let made = Role {
        id,
        key: format!("custom_{}", id.as_uuid().simple()),
        name,
        rank: model.rank,
        built_in: false,
        grants: grants.to_json(),
        second_factor: model.second_factor,
        version: 1,
        created_at: cx.now,
        updated_at: cx.now,
    };
    guard(cx, &made, &grants)?;
    insert(cx, &made).await?;
    let facts = json!({"name": made.name, "copy_of": model.key, "grants": made.grants});
    cx.record(Event::new("role.created", subject(&made)).with(facts)).await?;
    Ok(made)
}

async fn insert(cx: &mut Cx<'_>, role: &Role) -> Result<()> {
    let values = params![
        role.id,
        cx.organisation_id,
        role.key.clone(),
        role.name.clone(),
        kernel::fold(&role.name),
        role.rank,
        false,
        role.grants.clone(),
        cx.now,
        role.second_factor
    ];
    cx.tx.execute(INSERT, &values).await?;
    Ok(())
}

/// A custom role that the actor may write.
async fn writable(cx: &mut Cx<'_>, id: RoleId) -> Result<Role> {
    cx.require_organisation(Action::RolesManage)?;
    let role = find(cx, id).await?.ok_or(Error::NotFound)?;
    if role.built_in {
        return Err(Error::conflict(Code::RoleBuiltIn));
    }
    guard(cx, &role, &role.grants())?;
    Ok(role)
}

/// Changes a custom role. Whoever has it holds what it allows at their next request (SPEC ROL-4).
///
/// # Errors
/// [`Error::Stale`]; [`Error::Conflict`] with `role_built_in`; as [`create`].
pub async fn update(
    cx: &mut Cx<'_>,
    id: RoleId,
    version: Option<i64>,
    patch: RolePatch,
) -> Result<Role> {
    let before = writable(cx, id).await?;
    if version.is_some_and(|version| version != before.version) {
        return Err(Error::Stale);
    }
    let name = patch.name.apply(Some(before.name.clone())).unwrap_or_default();
    let name = fields::name(&name).map_err(|code| Error::field("name", code))?;
    let grants = match patch.grants.apply(None) {
        Some(wanted) => read_grants(&wanted)?,
        None => before.grants(),
    };
    guard(cx, &before, &grants)?;
    let after = Role {
        name,
        grants: grants.to_json(),
        version: before.version + 1,
        updated_at: cx.now,
        ..before.clone()
    };
    let values = params![
        cx.organisation_id,
        id,
        after.name.clone(),
        kernel::fold(&after.name),
        after.grants.clone(),
        cx.now,
        before.version
    ];
    if cx.tx.execute(UPDATE, &values).await? == 0 {
        return Err(Error::Stale);
    }
    let told = |role: &Role| json!({"name": role.name, "grants": role.grants});
    let event = Event::new("role.updated", subject(&after));
    cx.record(event.change(&told(&before), &told(&after))).await?;
    Ok(after)
}

/// Tells who would gain and lose what by other grants.
///
/// # Errors
/// As [`update`].
pub async fn preview(cx: &mut Cx<'_>, id: RoleId, wanted: &WantedGrants) -> Result<Preview> {
    let role = writable(cx, id).await?;
    let (now, then) = (role.grants(), read_grants(wanted)?);
    guard(cx, &role, &then)?;
    let users = in_use(cx).await?.get(&id).copied().unwrap_or_default();
    let (gained, lost) = (beyond(&then, &now), beyond(&now, &then));
    Ok(Preview { role, users, gained, lost })
}

/// What `one` allows and `other` does not.
fn beyond(one: &Grants, other: &Grants) -> Vec<(Action, Vec<&'static str>)> {
    let more = one.held().filter_map(|(action, reach)| {
        let rest = reach.without(other.reach(action));
        (!rest.is_none() && !other.reach(action).covers(reach)).then(|| (action, rest.names()))
    });
    more.collect()
}

/// Deletes a custom role. Whoever has it gets the replacement, in the same transaction.
///
/// # Errors
/// [`Error::Conflict`] with `role_in_use` where it is held and no replacement is named, and with
/// `role_built_in`; [`Error::Invalid`] for an unknown replacement; [`Error::Forbidden`].
pub async fn delete(cx: &mut Cx<'_>, id: RoleId, replacement: Option<RoleId>) -> Result<()> {
    let role = writable(cx, id).await?;
    identity_providers::guard_role(cx, id).await?;
    let held = in_use(cx).await?.get(&id).copied().unwrap_or_default();
    if held > 0 {
        let Some(other) = replacement else {
            let detail = Some(format!("{held} users have it."));
            return Err(Error::Conflict { code: Code::RoleInUse, detail });
        };
        let unknown = || Error::field("replacement", Code::RoleUnknown);
        let other = find(cx, other).await?.filter(|other| other.id != id).ok_or_else(unknown)?;
        guard(cx, &other, &other.grants())?;
        users::replace_role(cx, id, other.id).await?;
    }
    let organisation = cx.organisation_id;
    cx.tx.execute(FORGET_COUNTS, &params![organisation, id]).await?;
    cx.tx.execute(DELETE, &params![organisation, id]).await?;
    let facts = json!({"users": held, "replacement": replacement});
    cx.record(Event::new("role.deleted", subject(&role)).with(facts)).await
}
