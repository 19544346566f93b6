//! An identity provider as it is told.

use domain::identity_providers::{Looked, Provider};
use domain::users::Licence;
use kernel::Timestamp;
use kernel::ids::{GroupId, IdentityProviderId, RoleId};
use serde::Serialize;
use utoipa::ToSchema;

use super::body::RuleBody;
use crate::state::AppState;

/// An identity provider. Its secret is never told.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = IdentityProvider)]
pub struct ProviderBody {
    /// Its id.
    #[schema(value_type = String, format = "uuid")]
    pub id: IdentityProviderId,
    /// Counts changes.
    pub version: i64,
    /// What people know it by.
    pub name: String,
    /// Whether it lets anybody in.
    pub is_on: bool,
    /// Its own name for itself.
    pub issuer: String,
    /// What it calls Crewdesk.
    pub client_id: String,
    /// Whether a secret is kept.
    pub has_secret: bool,
    /// The address it sends people back to: register it there.
    pub redirect_url: String,
    /// The address it tells of sign-outs (back-channel logout): register it there.
    pub sign_out_url: String,
    /// Domains of the addresses of its people.
    pub domains: Vec<String>,
    /// Whether somebody unknown becomes a user.
    pub creates_users: bool,
    /// The role they get; Technician where none.
    #[schema(value_type = Option<String>, format = "uuid")]
    pub role_id: Option<RoleId>,
    /// The group they get into; the default group where none.
    #[schema(value_type = Option<String>, format = "uuid")]
    pub group_id: Option<GroupId>,
    /// The licence they get.
    pub licence: Option<String>,
    /// Their language where the provider tells none.
    pub language: Option<String>,
    /// What becomes of whom.
    pub rules: Vec<RuleBody>,
    /// Whether it checks addresses although it may not say so.
    pub trusts_addresses: bool,
    /// Values of `amr` or `acr` that stand for a second factor.
    pub second_factors: Vec<String>,
    /// When it was created.
    #[schema(value_type = String, format = "date-time")]
    pub created_at: Timestamp,
    /// When it was last changed.
    #[schema(value_type = String, format = "date-time")]
    pub updated_at: Timestamp,
}

fn licence_name(licence: Option<Licence>) -> Option<String> {
    licence.map(|licence| licence.as_str().to_owned())
}

pub(super) fn shown(app: &AppState, provider: Provider) -> ProviderBody {
    let rules = provider.rules.into_iter().map(|rule| RuleBody {
        claim: rule.claim,
        value: rule.value,
        role_id: rule.role_id,
        group_id: rule.group_id,
        licence: licence_name(rule.licence),
    });
    ProviderBody {
        id: provider.id,
        version: provider.version,
        name: provider.name,
        is_on: provider.is_on,
        issuer: provider.issuer,
        client_id: provider.client_id,
        has_secret: provider.has_secret,
        redirect_url: app.config().redirect_url(),
        sign_out_url: app.config().sign_out_url(provider.id),
        domains: provider.domains,
        creates_users: provider.creates_users,
        role_id: provider.role_id,
        group_id: provider.group_id,
        licence: licence_name(provider.licence),
        language: provider.language,
        rules: rules.collect(),
        trusts_addresses: provider.trusts_addresses,
        second_factors: provider.second_factors,
        created_at: provider.created_at,
        updated_at: provider.updated_at,
    }
}

/// What came of trying a provider out.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = IdentityProviderTest)]
pub struct TestBody {
    /// Whether people can come in by it, as far as that can be told without one.
    pub works: bool,
    /// Why not: a code of the error reference.
    pub code: Option<String>,
    /// Facts, in English.
    pub reason: Option<String>,
    /// How many keys it signs with.
    pub keys: Option<usize>,
    /// Whether it says that it checks who exchanges a proof (PKCE).
    pub pkce: Option<bool>,
    /// Whether it says that it tells of sign-outs.
    pub back_channel: Option<bool>,
    /// Whether it knows Crewdesk by its id and secret; null where that can't be told.
    pub knows_us: Option<bool>,
}

pub(super) fn tested(looked: Looked) -> TestBody {
    match looked {
        Looked::Found(found) => TestBody {
            works: found.knows_us != Some(false) && found.keys > 0,
            code: None,
            reason: None,
            keys: Some(found.keys),
            pkce: found.pkce,
            back_channel: Some(found.back_channel),
            knows_us: found.knows_us,
        },
        Looked::Fault { code, reason } => TestBody {
            works: false,
            code: Some(code.as_str().to_owned()),
            reason: Some(reason),
            keys: None,
            pkce: None,
            back_channel: None,
            knows_us: None,
        },
    }
}
