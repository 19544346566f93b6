//! Creating, changing and deleting a provider.

use db::params;
use kernel::ids::{GroupId, IdentityProviderId, RoleId};
use kernel::{Code, Error, Patch, Result, Secret};
use serde_json::{Value, json};

use super::guard::{guard_last, guard_places};
use super::rules::Rule;
use super::table::{ADD_DOMAIN, DELETE, DROP_DOMAINS, INSERT, UPDATE};
use super::{Provider, SEALED_FOR, all, check, find, require};
use crate::audit::{Event, Subject};
use crate::cx::Cx;
use crate::users::Licence;

/// Most providers of an organisation.
const MOST: usize = 10;

/// What a new provider is to be.
#[derive(Debug, Clone, Default)]
pub struct NewProvider {
    /// What people know it by, unique in the organisation.
    pub name: String,
    /// Whether it lets anybody in.
    pub is_on: bool,
    /// Its own name for itself, an address.
    pub issuer: String,
    /// What it calls Crewdesk.
    pub client_id: String,
    /// By what it knows Crewdesk.
    pub client_secret: Option<Secret>,
    /// Domains of the addresses of its people.
    pub domains: Vec<String>,
    /// Whether somebody unknown becomes a user.
    pub creates_users: bool,
    /// The role they get.
    pub role_id: Option<RoleId>,
    /// The group they get into.
    pub group_id: Option<GroupId>,
    /// The licence they get.
    pub licence: Option<Licence>,
    /// Their language where the provider tells none.
    pub language: Option<String>,
    /// What becomes of whom.
    pub rules: Vec<Rule>,
    /// Whether it checks addresses although it may not say so.
    pub trusts_addresses: bool,
    /// Values of `amr` or `acr` that stand for a second factor.
    pub second_factors: Vec<String>,
}

/// A change: absent fields keep their value.
#[derive(Debug, Clone, Default)]
pub struct ProviderPatch {
    /// What people know it by.
    pub name: Patch<String>,
    /// Whether it lets anybody in.
    pub is_on: Patch<bool>,
    /// Its own name for itself; another one needs the secret anew.
    pub issuer: Patch<String>,
    /// What it calls Crewdesk; another one needs the secret anew.
    pub client_id: Patch<String>,
    /// By what it knows Crewdesk; null for a public client.
    pub client_secret: Patch<Secret>,
    /// Domains, instead of those before.
    pub domains: Patch<Vec<String>>,
    /// Whether somebody unknown becomes a user.
    pub creates_users: Patch<bool>,
    /// The role they get; null for Technician.
    pub role_id: Patch<RoleId>,
    /// The group they get into; null for the default group.
    pub group_id: Patch<GroupId>,
    /// The licence they get.
    pub licence: Patch<Licence>,
    /// Their language where the provider tells none.
    pub language: Patch<String>,
    /// Rules, instead of those before.
    pub rules: Patch<Vec<Rule>>,
    /// Whether it checks addresses although it may not say so.
    pub trusts_addresses: Patch<bool>,
    /// Values that stand for a second factor, instead of those before.
    pub second_factors: Patch<Vec<String>>,
}

pub(super) fn subject(provider: &Provider) -> Subject {
    Subject::new("identity_provider", provider.id.as_uuid(), &provider.name)
}

/// What the log tells of a provider; never its secret.
fn told(provider: &Provider) -> Value {
    json!({
        "name": provider.name,
        "is_on": provider.is_on,
        "issuer": provider.issuer,
        "client_id": provider.client_id,
        "has_secret": provider.has_secret,
        "domains": provider.domains,
        "creates_users": provider.creates_users,
        "role_id": provider.role_id,
        "group_id": provider.group_id,
        "licence": provider.licence,
        "language": provider.language,
        "rules": provider.rules,
        "trusts_addresses": provider.trusts_addresses,
        "second_factors": provider.second_factors,
    })
}

/// Creates a provider.
///
/// # Errors
/// [`Error::Invalid`] with every wrong field; [`Error::Conflict`] where the name is in use or there are too
/// many; [`Error::Forbidden`], also for a role above the actor's.
pub async fn create(cx: &mut Cx<'_>, new: NewProvider) -> Result<Provider> {
    require(cx)?;
    if all(cx).await?.len() >= MOST {
        return Err(Error::conflict(Code::TooMany));
    }
    let new = check::checked(new)?;
    let provider = Provider {
        id: cx.id(),
        organisation_id: cx.organisation_id,
        has_secret: new.client_secret.is_some(),
        name: new.name,
        is_on: new.is_on,
        issuer: new.issuer,
        client_id: new.client_id,
        domains: new.domains,
        creates_users: new.creates_users,
        role_id: new.role_id,
        group_id: new.group_id,
        licence: new.licence,
        language: new.language,
        rules: new.rules,
        trusts_addresses: new.trusts_addresses,
        second_factors: new.second_factors,
        version: 1,
        created_at: cx.now,
        updated_at: cx.now,
    };
    guard_places(cx, &provider).await?;
    let sealed = seal(cx, provider.id, new.client_secret.as_ref())?;
    cx.tx.execute(INSERT, &values(cx, &provider, sealed)?).await?;
    put_domains(cx, &provider).await?;
    cx.record(Event::new("identity_provider.created", subject(&provider)).with(told(&provider)))
        .await?;
    Ok(provider)
}

fn seal(cx: &Cx<'_>, id: IdentityProviderId, secret: Option<&Secret>) -> Result<Option<Vec<u8>>> {
    secret.map(|secret| cx.seal(SEALED_FOR, id.as_uuid(), secret.expose().as_bytes())).transpose()
}

/// The values that creating and changing share, in their order.
fn values(cx: &Cx<'_>, provider: &Provider, sealed: Option<Vec<u8>>) -> Result<Vec<db::Value>> {
    let rules = serde_json::to_string(&provider.rules).map_err(Error::internal)?;
    let create = params![
        provider.id,
        cx.organisation_id,
        provider.name.clone(),
        kernel::fold(&provider.name),
        provider.is_on,
        provider.issuer.clone(),
        provider.client_id.clone(),
        sealed,
        provider.creates_users,
        provider.role_id,
        provider.group_id,
        provider.licence,
        provider.language.clone(),
        rules,
        provider.trusts_addresses,
        provider.second_factors.join(" "),
        cx.now,
    ];
    Ok(create.into())
}

async fn put_domains(cx: &mut Cx<'_>, provider: &Provider) -> Result<()> {
    cx.tx.execute(DROP_DOMAINS, &params![provider.id]).await?;
    for domain in &provider.domains {
        cx.tx.execute(ADD_DOMAIN, &params![provider.id, domain.clone()]).await?;
    }
    Ok(())
}

/// Changes a provider. It holds at the next sign-in; sessions that it has opened stay.
///
/// # Errors
/// [`Error::Stale`]; [`Error::NotFound`]; [`Error::Conflict`] where it is the last that is on and people come
/// in by single sign-on only; as [`create`].
pub async fn update(
    cx: &mut Cx<'_>,
    id: IdentityProviderId,
    version: Option<i64>,
    patch: ProviderPatch,
) -> Result<Provider> {
    require(cx)?;
    let (stored, before) = find(cx, id).await?;
    if version.is_some_and(|version| version != before.version) {
        return Err(Error::Stale);
    }
    let secret = patch.client_secret.clone();
    let new = check::checked(merged(&before, patch))?;
    let elsewhere = new.issuer != before.issuer || new.client_id != before.client_id;
    if elsewhere && before.has_secret && secret.is_absent() {
        return Err(Error::field("client_secret", Code::SecretAnew));
    }
    let sealed = match &secret {
        Patch::Absent => stored.client_secret.clone(),
        Patch::Null => None,
        Patch::Value(_) => seal(cx, id, new.client_secret.as_ref())?,
    };
    let mut after = Provider {
        has_secret: sealed.is_some(),
        name: new.name,
        is_on: new.is_on,
        issuer: new.issuer,
        client_id: new.client_id,
        domains: new.domains,
        creates_users: new.creates_users,
        role_id: new.role_id,
        group_id: new.group_id,
        licence: new.licence,
        language: new.language,
        rules: new.rules,
        trusts_addresses: new.trusts_addresses,
        second_factors: new.second_factors,
        ..before.clone()
    };
    if after == before && secret.is_absent() {
        return Ok(after);
    }
    guard_places(cx, &after).await?;
    if !after.is_on {
        guard_last(cx, id).await?;
    }
    let mut values = values(cx, &after, sealed)?;
    // The same values, but for the two that come first.
    values.swap(0, 1);
    values.push(before.version.into());
    if cx.tx.execute(UPDATE, &values).await? == 0 {
        return Err(Error::Stale);
    }
    put_domains(cx, &after).await?;
    after.version += 1;
    after.updated_at = cx.now;
    let event = Event::new("identity_provider.updated", subject(&after));
    let mut now = told(&after);
    if let Some(told) = now.as_object_mut().filter(|_| !secret.is_absent()) {
        told.insert("client_secret".to_owned(), json!("replaced"));
    }
    cx.record(event.change(&told(&before), &now)).await?;
    Ok(after)
}

fn merged(before: &Provider, patch: ProviderPatch) -> NewProvider {
    let ProviderPatch {
        name,
        is_on,
        issuer,
        client_id,
        client_secret,
        domains,
        creates_users,
        role_id,
        group_id,
        licence,
        language,
        rules,
        trusts_addresses,
        second_factors,
    } = patch;
    let flag = |patch: Patch<bool>, now| patch.apply(Some(now)).unwrap_or_default();
    let text =
        |patch: Patch<String>, now: &str| patch.apply(Some(now.to_owned())).unwrap_or_default();
    NewProvider {
        name: text(name, &before.name),
        is_on: flag(is_on, before.is_on),
        issuer: text(issuer, &before.issuer),
        client_id: text(client_id, &before.client_id),
        client_secret: client_secret.apply(None),
        domains: domains.apply(Some(before.domains.clone())).unwrap_or_default(),
        creates_users: flag(creates_users, before.creates_users),
        role_id: role_id.apply(before.role_id),
        group_id: group_id.apply(before.group_id),
        licence: licence.apply(before.licence),
        language: language.apply(before.language.clone()),
        rules: rules.apply(Some(before.rules.clone())).unwrap_or_default(),
        trusts_addresses: flag(trusts_addresses, before.trusts_addresses),
        second_factors: second_factors
            .apply(Some(before.second_factors.clone()))
            .unwrap_or_default(),
    }
}

/// Deletes a provider. Who is linked to what it says stays linked, for one that calls itself the same.
///
/// # Errors
/// [`Error::Conflict`] where it is the last that is on and people come in by single sign-on only;
/// [`Error::NotFound`]; [`Error::Forbidden`].
pub async fn delete(cx: &mut Cx<'_>, id: IdentityProviderId) -> Result<()> {
    require(cx)?;
    let (_, provider) = find(cx, id).await?;
    guard_last(cx, id).await?;
    cx.tx.execute(DROP_DOMAINS, &params![id]).await?;
    cx.tx.execute(DELETE, &params![cx.organisation_id, id]).await?;
    cx.record(Event::new("identity_provider.deleted", subject(&provider))).await
}
