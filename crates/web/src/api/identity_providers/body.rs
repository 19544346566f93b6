//! An identity provider as it is asked for.

use domain::identity_providers::{NewProvider, ProviderPatch, Rule};
use domain::users::Licence;
use kernel::ids::{GroupId, RoleId};
use kernel::{Code, Error, FieldError, Patch, Result, Secret};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What becomes of people of whom a provider says this; the first rule that fits counts, alone.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = IdentityProviderRule)]
#[serde(deny_unknown_fields)]
pub struct RuleBody {
    /// Name of a claim.
    #[schema(example = "groups")]
    pub claim: String,
    /// What it is, or holds where it is a list.
    #[schema(example = "desk-leads")]
    pub value: String,
    /// The role they get.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = "uuid")]
    pub role_id: Option<RoleId>,
    /// The group they get into.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = "uuid")]
    pub group_id: Option<GroupId>,
    /// The licence they get.
    #[serde(default)]
    pub licence: Option<String>,
}

/// An identity provider to be created.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = NewIdentityProvider)]
#[serde(deny_unknown_fields)]
pub struct NewProviderBody {
    /// What people know it by, unique in the organisation.
    #[schema(example = "Contoso accounts")]
    pub name: String,
    /// Whether it lets anybody in.
    #[serde(default)]
    pub is_on: bool,
    /// Its own name for itself, letter by letter.
    #[schema(example = "https://id.example.org/realms/desk")]
    pub issuer: String,
    /// What it calls Crewdesk.
    pub client_id: String,
    /// By what it knows Crewdesk; none for a public client.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub client_secret: Option<Secret>,
    /// Domains of the addresses of its people.
    #[serde(default)]
    pub domains: Vec<String>,
    /// Whether somebody unknown becomes a user.
    #[serde(default)]
    pub creates_users: bool,
    /// The role they get; none above one's own.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = "uuid")]
    pub role_id: Option<RoleId>,
    /// The group they get into.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = "uuid")]
    pub group_id: Option<GroupId>,
    /// The licence they get.
    #[serde(default)]
    pub licence: Option<String>,
    /// Their language where the provider tells none.
    #[serde(default)]
    pub language: Option<String>,
    /// What becomes of whom.
    #[serde(default)]
    pub rules: Vec<RuleBody>,
    /// Whether it checks addresses although it may not say so.
    #[serde(default)]
    pub trusts_addresses: bool,
    /// Values of `amr` or `acr` that stand for a second factor.
    #[serde(default)]
    pub second_factors: Vec<String>,
}

/// A change of an identity provider: absent fields keep their value (RFC 7396).
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = IdentityProviderPatch, example = json!({"is_on": true, "domains": ["example.org"]}))]
#[serde(deny_unknown_fields)]
pub struct ProviderPatchBody {
    /// What people know it by.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub name: Patch<String>,
    /// Whether it lets anybody in.
    #[serde(default)]
    #[schema(value_type = Option<bool>)]
    pub is_on: Patch<bool>,
    /// Its own name for itself; another one needs the secret anew.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub issuer: Patch<String>,
    /// What it calls Crewdesk; another one needs the secret anew.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub client_id: Patch<String>,
    /// By what it knows Crewdesk; null for a public client.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub client_secret: Patch<Secret>,
    /// Domains, instead of those before.
    #[serde(default)]
    #[schema(value_type = Option<Vec<String>>)]
    pub domains: Patch<Vec<String>>,
    /// Whether somebody unknown becomes a user.
    #[serde(default)]
    #[schema(value_type = Option<bool>)]
    pub creates_users: Patch<bool>,
    /// The role they get; null for Technician.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = "uuid")]
    pub role_id: Patch<RoleId>,
    /// The group they get into; null for the default group.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = "uuid")]
    pub group_id: Patch<GroupId>,
    /// The licence they get; null for none.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub licence: Patch<String>,
    /// Their language; null for their group's.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub language: Patch<String>,
    /// Rules, instead of those before.
    #[serde(default)]
    #[schema(value_type = Option<Vec<RuleBody>>)]
    pub rules: Patch<Vec<RuleBody>>,
    /// Whether it checks addresses although it may not say so.
    #[serde(default)]
    #[schema(value_type = Option<bool>)]
    pub trusts_addresses: Patch<bool>,
    /// Values that stand for a second factor, instead of those before.
    #[serde(default)]
    #[schema(value_type = Option<Vec<String>>)]
    pub second_factors: Patch<Vec<String>>,
}

/// A licence by its name; a wrong one is noted under `pointer`.
fn licence(pointer: &str, name: &str, wrong: &mut Vec<FieldError>) -> Option<Licence> {
    let licence = Licence::parse(name);
    if licence.is_none() {
        wrong.push(FieldError::new(pointer, Code::LicenceUnknown));
    }
    licence
}

fn rules(bodies: Vec<RuleBody>, wrong: &mut Vec<FieldError>) -> Vec<Rule> {
    let rule = |(place, body): (usize, RuleBody)| {
        let RuleBody { claim, value, role_id, group_id, licence: name } = body;
        let pointer = format!("rules/{place}/licence");
        let licence = name.and_then(|name| licence(&pointer, &name, wrong));
        Rule { claim, value, role_id, group_id, licence }
    };
    bodies.into_iter().enumerate().map(rule).collect()
}

fn finished<T>(value: T, wrong: Vec<FieldError>) -> Result<T> {
    if wrong.is_empty() { Ok(value) } else { Err(Error::Invalid(wrong)) }
}

pub(super) fn wanted(body: NewProviderBody) -> Result<NewProvider> {
    let mut wrong = Vec::new();
    let licence = body.licence.and_then(|name| licence("licence", &name, &mut wrong));
    let rules = rules(body.rules, &mut wrong);
    let new = NewProvider {
        name: body.name,
        is_on: body.is_on,
        issuer: body.issuer,
        client_id: body.client_id,
        client_secret: body.client_secret,
        domains: body.domains,
        creates_users: body.creates_users,
        role_id: body.role_id,
        group_id: body.group_id,
        licence,
        language: body.language,
        rules,
        trusts_addresses: body.trusts_addresses,
        second_factors: body.second_factors,
    };
    finished(new, wrong)
}

pub(super) fn change(body: ProviderPatchBody) -> Result<ProviderPatch> {
    let mut wrong = Vec::new();
    let licence = match body.licence {
        Patch::Value(name) => licence("licence", &name, &mut wrong).into(),
        Patch::Null => Patch::Null,
        Patch::Absent => Patch::Absent,
    };
    let rules = body.rules.map(|bodies| rules(bodies, &mut wrong));
    let patch = ProviderPatch {
        name: body.name,
        is_on: body.is_on,
        issuer: body.issuer,
        client_id: body.client_id,
        client_secret: body.client_secret,
        domains: body.domains,
        creates_users: body.creates_users,
        role_id: body.role_id,
        group_id: body.group_id,
        licence,
        language: body.language,
        rules,
        trusts_addresses: body.trusts_addresses,
        second_factors: body.second_factors,
    };
    finished(patch, wrong)
}
