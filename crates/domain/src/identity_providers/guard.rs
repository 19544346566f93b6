//! What stands against changes, here and in other rooms.

use kernel::ids::{GroupId, IdentityProviderId, RoleId};
use kernel::{Code, Error, Result};

use super::{Provider, all};
use crate::access;
use crate::cx::Cx;
use crate::organisations::Service;
use crate::sessions::Method;
use crate::users::{Checks, Licence, User};
use crate::{groups, helpdesks, organisations, roles};

/// Refuses roles that are not there or that the actor could not give to anybody themself, groups that are not
/// there (SPEC ROL-3), and licences that ask for more than a provider tells (SPEC LIC-4).
pub(super) async fn guard_places(cx: &mut Cx<'_>, provider: &Provider) -> Result<()> {
    let mut checks = Checks::default();
    let ordered = organisations::current(cx).await?.ordered();
    let rules = provider.rules.iter().enumerate().map(|(place, rule)| {
        (format!("rules/{place}/"), rule.role_id, rule.group_id, rule.licence)
    });
    let default = (String::new(), provider.role_id, provider.group_id, provider.licence);
    for (at, role, group, licence) in std::iter::once(default).chain(rules) {
        if let Some(id) = role {
            match roles::find(cx, id).await? {
                Some(role) => {
                    if let Some(me) = cx.actor().principal() {
                        access::may_assign_role(me, role.rank(), &role.grants())?;
                    }
                }
                None => checks.refuse(&format!("{at}role_id"), Code::RoleUnknown),
            }
        }
        if let Some(id) = group
            && groups::find(cx, id).await?.is_none()
        {
            checks.refuse(&format!("{at}group_id"), Code::GroupUnknown);
        }
        if let Some(licence) = licence
            && needs_more(cx, licence, &ordered).await?
        {
            checks.refuse(&format!("{at}licence"), Code::LicenceNeedsPlace);
        }
    }
    checks.finish()
}

/// Whether a licence asks for something that somebody must choose: an extension, or one of several helpdesks.
async fn needs_more(cx: &mut Cx<'_>, licence: Licence, ordered: &[Service]) -> Result<bool> {
    let needs = licence.needs(ordered);
    Ok(needs.extension || (needs.helpdesk && helpdesks::all(cx).await?.len() != 1))
}

/// Refuses to take the last way in.
pub(super) async fn guard_last(cx: &mut Cx<'_>, id: IdentityProviderId) -> Result<()> {
    if !organisations::single_sign_on_only(cx).await? {
        return Ok(());
    }
    let others = all(cx).await?.into_iter().any(|other| other.is_on && other.id != id);
    if others { Ok(()) } else { Err(Error::conflict(Code::LastProvider)) }
}

/// Refuses to shut the other ways in for whoever has not come in by a provider themself: then it is not known
/// to work, and they might be shut out too.
pub(crate) async fn guard_ready(cx: &mut Cx<'_>) -> Result<()> {
    let on: Vec<String> =
        all(cx).await?.into_iter().filter(|one| one.is_on).map(|one| one.issuer).collect();
    let Some(me) = cx.actor().user_id() else { return Ok(()) };
    let linked = super::links(cx, me).await?;
    let works = linked.iter().any(|link| on.contains(&link.issuer));
    if works { Ok(()) } else { Err(Error::conflict(Code::NoProvider)) }
}

/// Refuses any way in but that by a provider where the organisation wants no other. The owner gets in by
/// what they have, so that a provider that fails shuts nobody out for good.
pub(crate) async fn guard_method(cx: &mut Cx<'_>, user: &User, method: Method) -> Result<()> {
    if method == Method::SingleSignOn || !organisations::single_sign_on_only(cx).await? {
        return Ok(());
    }
    if organisations::owner(cx).await? == Some(user.id) {
        return Ok(());
    }
    Err(Error::Forbidden(Code::SingleSignOnOnly))
}

/// Refuses to delete a role that a provider gives.
pub(crate) async fn guard_role(cx: &mut Cx<'_>, id: RoleId) -> Result<()> {
    let gives = |one: &Provider| {
        one.role_id == Some(id) || one.rules.iter().any(|rule| rule.role_id == Some(id))
    };
    guard(cx, gives, Code::RoleInUse).await
}

/// Refuses to delete a group that a provider puts people into.
pub(crate) async fn guard_group(cx: &mut Cx<'_>, id: GroupId) -> Result<()> {
    let puts = |one: &Provider| {
        one.group_id == Some(id) || one.rules.iter().any(|rule| rule.group_id == Some(id))
    };
    guard(cx, puts, Code::GroupInUse).await
}

async fn guard(cx: &mut Cx<'_>, names: impl Fn(&Provider) -> bool, code: Code) -> Result<()> {
    match all(cx).await?.into_iter().find(|one| names(one)) {
        Some(one) => {
            let detail =
                Some(format!("The identity provider {} gives it to its people.", one.name));
            Err(Error::Conflict { code, detail })
        }
        None => Ok(()),
    }
}
