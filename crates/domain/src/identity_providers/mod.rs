//! Identity providers: somebody else says who a person is (SPEC ACC-7; ADR 0015).
//!
//! | To … | see |
//! |---|---|
//! | read one, or all | [`get`], [`list`] |
//! | create, change, delete | [`create`], [`update`], [`delete`] |
//! | try one out | [`look`] |
//! | find those that somebody may sign in by | [`offered_to`], [`offered_here`] |
//! | send somebody there, let them in when they come back | [`begin`], [`finish`] |
//! | connect an account, see and take back what is connected | [`begin_link`], [`links`], [`unlink`] |
//! | sign out here and there, hear that somebody signed out there | [`sign_out`], [`heard_sign_out`] |
//!
//! Invariants: an identity is known by issuer and subject, never by an address; a provider opens sessions in
//! its own organisation and nowhere else, and such a session changes nothing of the account; an account
//! with a credential of its own is connected only by whoever has just proven to be its person; whoever
//! manages providers has the highest rank, since a provider can say that somebody is anyone; a secret
//! is sealed and never shown, and goes to no other address than that for which it was given.

mod arrive;
mod begin;
mod check;
mod finish;
mod forget;
mod guard;
mod heard;
mod leave;
mod links;
mod look;
mod newcomer;
mod offers;
mod rules;
mod save;
mod table;

use std::collections::BTreeMap;

use db::params;
use kernel::ids::{GroupId, IdentityProviderId, OrganisationId, RoleId};
use kernel::{Error, Result, Timestamp};

pub use begin::{Begun, Wish, begin, begin_link};
pub use finish::{Arrival, Back, finish};
pub use forget::forget;
pub(crate) use guard::{guard_group, guard_method, guard_ready, guard_role};
pub use heard::heard_sign_out;
pub use leave::sign_out;
pub(crate) use links::forget_user;
pub use links::{links, unlink};
pub use look::{Looked, look};
pub use offers::{Offer, offered_here, offered_to};
pub use rules::Rule;
pub use save::{NewProvider, ProviderPatch, create, delete, update};
use table::{ALL, DOMAINS, FIND, GIVE_UP, KEYS, SEAL_ANEW, SEALED_OTHERWISE, Stored};
pub use table::{LinkedIdentity, STATEMENTS};

use crate::access::{Action, RoleKey};
use crate::cx::Cx;
use crate::resealing::Kept;
use crate::users::Licence;

/// What the sealed secret of a provider is for.
const SEALED_FOR: &str = "identity_provider";

/// Where secrets of providers are kept.
pub(crate) const KEPT: Kept = Kept {
    purpose: SEALED_FOR,
    keys: KEYS,
    otherwise: SEALED_OTHERWISE,
    anew: SEAL_ANEW,
    give_up: GIVE_UP,
};

/// A provider, without its secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provider {
    /// Its id.
    pub id: IdentityProviderId,
    /// Whose it is.
    pub organisation_id: OrganisationId,
    /// What people know it by: "Continue with …".
    pub name: String,
    /// Whether it lets anybody in.
    pub is_on: bool,
    /// Its own name for itself, an address.
    pub issuer: String,
    /// What it calls Crewdesk.
    pub client_id: String,
    /// Whether a secret is kept.
    pub has_secret: bool,
    /// Domains of the addresses of its people.
    pub domains: Vec<String>,
    /// Whether somebody unknown becomes a user.
    pub creates_users: bool,
    /// The role they get; Technician where none.
    pub role_id: Option<RoleId>,
    /// The group they get into; the default group where none.
    pub group_id: Option<GroupId>,
    /// The licence they get.
    pub licence: Option<Licence>,
    /// Their language where the provider tells none.
    pub language: Option<String>,
    /// What becomes of whom; the first that fits counts.
    pub rules: Vec<Rule>,
    /// Whether it checks addresses although it may not say so.
    pub trusts_addresses: bool,
    /// Values of `amr` or `acr` that stand for a second factor.
    pub second_factors: Vec<String>,
    /// Counts changes.
    pub version: i64,
    /// When it was created.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
}

impl Provider {
    fn of(stored: Stored, domains: Vec<String>) -> Result<Self> {
        Ok(Self {
            id: stored.id,
            organisation_id: stored.organisation_id,
            name: stored.name,
            is_on: stored.is_on,
            issuer: stored.issuer,
            client_id: stored.client_id,
            has_secret: stored.client_secret.is_some(),
            domains,
            creates_users: stored.creates_users,
            role_id: stored.role_id,
            group_id: stored.group_id,
            licence: stored.licence,
            language: stored.language,
            rules: serde_json::from_str(&stored.rules).map_err(Error::internal)?,
            trusts_addresses: stored.trusts_addresses,
            second_factors: stored.second_factors.split_whitespace().map(str::to_owned).collect(),
            version: stored.version,
            created_at: stored.created_at,
            updated_at: stored.updated_at,
        })
    }
}

/// All providers by name.
///
/// # Errors
/// [`Error::Forbidden`] for those who do not manage them.
pub async fn list(cx: &mut Cx<'_>) -> Result<Vec<Provider>> {
    require(cx)?;
    all(cx).await
}

/// One provider.
///
/// # Errors
/// [`Error::NotFound`] for a foreign or missing one; [`Error::Forbidden`].
pub async fn get(cx: &mut Cx<'_>, id: IdentityProviderId) -> Result<Provider> {
    require(cx)?;
    Ok(find(cx, id).await?.1)
}

/// Whether the actor manages providers. Whoever does decides who comes in as whom, so that a right alone is
/// not enough: it takes the highest rank and the sight of everybody (SPEC ROL-3).
fn require(cx: &Cx<'_>) -> Result<()> {
    cx.require_organisation(Action::IdentityProvidersManage)?;
    cx.require_whole_sight()?;
    let highest = RoleKey::Administrator.rank();
    let mine = cx.actor().principal().map_or(highest, |me| me.rank);
    if mine < highest { Err(Error::Forbidden(kernel::Code::AboveOwnRank)) } else { Ok(()) }
}

async fn all(cx: &mut Cx<'_>) -> Result<Vec<Provider>> {
    let organisation = cx.organisation_id;
    let stored = cx.tx.all::<Stored>(ALL, &params![organisation]).await?;
    let mut domains = domains(cx).await?;
    let with_domains = |one: Stored| {
        let its = domains.remove(&one.id).unwrap_or_default();
        Provider::of(one, its)
    };
    stored.into_iter().map(with_domains).collect()
}

async fn domains(cx: &mut Cx<'_>) -> Result<BTreeMap<IdentityProviderId, Vec<String>>> {
    let organisation = cx.organisation_id;
    let rows = cx.tx.all::<(IdentityProviderId, String)>(DOMAINS, &params![organisation]).await?;
    let mut domains: BTreeMap<IdentityProviderId, Vec<String>> = BTreeMap::new();
    for (provider, domain) in rows {
        domains.entry(provider).or_default().push(domain);
    }
    Ok(domains)
}

/// A provider that lets people in.
async fn find_on(cx: &mut Cx<'_>, id: IdentityProviderId) -> Result<Provider> {
    let (_, provider) = find(cx, id).await?;
    if provider.is_on { Ok(provider) } else { Err(Error::NotFound) }
}

/// A provider as it is stored and as it is shown.
async fn find(cx: &mut Cx<'_>, id: IdentityProviderId) -> Result<(Stored, Provider)> {
    let organisation = cx.organisation_id;
    let stored = cx.tx.optional::<Stored>(FIND, &params![organisation, id]).await?;
    let stored = stored.ok_or(Error::NotFound)?;
    let domains = domains(cx).await?.remove(&id).unwrap_or_default();
    let provider = Provider::of(stored.clone(), domains)?;
    Ok((stored, provider))
}
