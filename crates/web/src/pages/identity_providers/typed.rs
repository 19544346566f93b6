//! The form of a provider and what it says.

use domain::identity_providers::{NewProvider, Provider, ProviderPatch, Rule};
use domain::users::Licence;
use kernel::ids::{GroupId, RoleId};
use kernel::{Code, Error, FieldError, Patch, Result, Secret};

use super::super::sign_in_policy::lines;
use crate::html::typed::Typed;

/// Most rules that a form brings.
const MOST_RULES: usize = 50;

/// What a form says, as it is checked by the room.
pub(super) fn read(typed: &Typed) -> Result<NewProvider> {
    let mut wrong = Vec::new();
    let rules = (0..MOST_RULES).filter(|n| is_used(typed, *n)).map(|n| rule(typed, n, &mut wrong));
    let rules: Vec<Rule> = rules.collect();
    let new = NewProvider {
        name: typed.value("name").to_owned(),
        is_on: typed.value("is_on") == "true",
        issuer: typed.value("issuer").trim().to_owned(),
        client_id: typed.value("client_id").trim().to_owned(),
        client_secret: typed.filled("client_secret").map(Secret::new),
        domains: lines(typed, "domains"),
        creates_users: typed.value("creates_users") == "true",
        role_id: chosen(typed, "role_id", Code::RoleUnknown, &mut wrong),
        group_id: chosen(typed, "group_id", Code::GroupUnknown, &mut wrong),
        licence: licence(typed, "licence", &mut wrong),
        language: typed.filled("language"),
        rules,
        trusts_addresses: typed.value("trusts_addresses") == "true",
        second_factors: typed.filled("second_factors").into_iter().collect(),
    };
    if wrong.is_empty() { Ok(new) } else { Err(Error::Invalid(wrong)) }
}

/// Whether something stands in a rule; an empty one is none.
fn is_used(typed: &Typed, n: usize) -> bool {
    ["claim", "value", "role_id", "group_id", "licence"]
        .iter()
        .any(|part| typed.filled(&format!("rules/{n}/{part}")).is_some())
}

fn rule(typed: &Typed, n: usize, wrong: &mut Vec<FieldError>) -> Rule {
    let name = |part: &str| format!("rules/{n}/{part}");
    Rule {
        claim: typed.value(&name("claim")).to_owned(),
        value: typed.value(&name("value")).to_owned(),
        role_id: chosen::<RoleId>(typed, &name("role_id"), Code::RoleUnknown, wrong),
        group_id: chosen::<GroupId>(typed, &name("group_id"), Code::GroupUnknown, wrong),
        licence: licence(typed, &name("licence"), wrong),
    }
}

fn chosen<T: std::str::FromStr>(
    typed: &Typed,
    name: &str,
    code: Code,
    wrong: &mut Vec<FieldError>,
) -> Option<T> {
    let read = typed.filled(name)?.parse().ok();
    if read.is_none() {
        wrong.push(FieldError::new(name, code));
    }
    read
}

fn licence(typed: &Typed, name: &str, wrong: &mut Vec<FieldError>) -> Option<Licence> {
    let licence = Licence::parse(&typed.filled(name)?);
    if licence.is_none() {
        wrong.push(FieldError::new(name, Code::LicenceUnknown));
    }
    licence
}

/// The rules of a form closed up, so that those that were emptied leave no gap and errors find their row.
pub(super) fn closed_up(typed: &Typed) -> (Typed, usize) {
    let used: Vec<usize> = (0..MOST_RULES).filter(|n| is_used(typed, *n)).collect();
    let mut pairs: Vec<(String, String)> =
        typed.pairs().iter().filter(|(name, _)| !name.starts_with("rules/")).cloned().collect();
    for (to, from) in used.iter().enumerate() {
        for part in ["claim", "value", "role_id", "group_id", "licence"] {
            let value = typed.value(&format!("rules/{from}/{part}")).to_owned();
            pairs.push((format!("rules/{to}/{part}"), value));
        }
    }
    (Typed::new(pairs), used.len())
}

/// The form as it stands for a provider.
pub(super) fn values(one: &Provider) -> (Typed, usize) {
    let flag = |on: bool| if on { "true" } else { "" }.to_owned();
    let id = |id: Option<String>| id.unwrap_or_default();
    let licence = |licence: Option<Licence>| licence.map_or("", Licence::as_str).to_owned();
    let mut pairs = vec![
        ("name".to_owned(), one.name.clone()),
        ("is_on".to_owned(), flag(one.is_on)),
        ("issuer".to_owned(), one.issuer.clone()),
        ("client_id".to_owned(), one.client_id.clone()),
        ("client_secret".to_owned(), String::new()),
        ("domains".to_owned(), one.domains.join("\n")),
        ("creates_users".to_owned(), flag(one.creates_users)),
        ("role_id".to_owned(), id(one.role_id.map(|id| id.to_string()))),
        ("group_id".to_owned(), id(one.group_id.map(|id| id.to_string()))),
        ("licence".to_owned(), licence(one.licence)),
        ("language".to_owned(), one.language.clone().unwrap_or_default()),
        ("trusts_addresses".to_owned(), flag(one.trusts_addresses)),
        ("second_factors".to_owned(), one.second_factors.join(" ")),
    ];
    for (n, rule) in one.rules.iter().enumerate() {
        let name = |part: &str| format!("rules/{n}/{part}");
        pairs.push((name("claim"), rule.claim.clone()));
        pairs.push((name("value"), rule.value.clone()));
        pairs.push((name("role_id"), id(rule.role_id.map(|id| id.to_string()))));
        pairs.push((name("group_id"), id(rule.group_id.map(|id| id.to_string()))));
        pairs.push((name("licence"), licence(rule.licence)));
    }
    (Typed::new(pairs), one.rules.len())
}

/// The same as a change.
pub(super) fn patch(new: NewProvider) -> ProviderPatch {
    let NewProvider {
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
    } = new;
    ProviderPatch {
        name: Patch::Value(name),
        is_on: Patch::Value(is_on),
        issuer: Patch::Value(issuer),
        client_id: Patch::Value(client_id),
        // Left empty, the one that is kept stays.
        client_secret: client_secret.map_or(Patch::Absent, Patch::Value),
        domains: Patch::Value(domains),
        creates_users: Patch::Value(creates_users),
        role_id: role_id.into(),
        group_id: group_id.into(),
        licence: licence.into(),
        language: language.into(),
        rules: Patch::Value(rules),
        trusts_addresses: Patch::Value(trusts_addresses),
        second_factors: Patch::Value(second_factors),
    }
}
