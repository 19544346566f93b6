//! What may stand in a provider.

use kernel::{Code, Result};
use url::Url;

use super::rules::Rule;
use super::save::NewProvider;
use crate::users::{Checks, fields};

/// Longest issuer, client id, secret and claim, in characters.
const LONGEST: usize = 500;
/// Most rules and domains.
const MOST: usize = 50;

/// The same as it will be stored; every wrong field is named at once.
pub(super) fn checked(new: NewProvider) -> Result<NewProvider> {
    let mut checks = Checks::default();
    let name = checks.take("name", fields::name(&new.name));
    let issuer = checks.take("issuer", issuer(&new.issuer));
    let client_id = checks.take("client_id", word(&new.client_id));
    let secret = new.client_secret.filter(|secret| !secret.expose().is_empty());
    if secret.as_ref().is_some_and(|secret| secret.expose().chars().count() > LONGEST) {
        checks.refuse("client_secret", Code::TooLong);
    }
    let language = new.language.filter(|language| !language.is_empty());
    let language = language.map(|text| checks.take("language", fields::language(&text)));
    let domains = domains(&mut checks, &new.domains);
    let rules = rules(&mut checks, new.rules);
    let second_factors = factors(&mut checks, &new.second_factors);
    checks.finish()?;
    Ok(NewProvider {
        name,
        issuer,
        client_id,
        client_secret: secret,
        language,
        domains,
        rules,
        second_factors,
        ..new
    })
}

fn word(text: &str) -> Result<String, Code> {
    let text = fields::line(text, LONGEST)?;
    if text.is_empty() { Err(Code::Required) } else { Ok(text) }
}

/// An address without query and fragment, as it was written: it is compared letter by letter.
fn issuer(text: &str) -> Result<String, Code> {
    let text = word(text)?;
    let url = Url::parse(&text).map_err(|_| Code::IssuerInvalid)?;
    let plain = url.query().is_none() && url.fragment().is_none() && url.username().is_empty();
    let web = matches!(url.scheme(), "https" | "http") && url.password().is_none();
    if plain && web && url.has_host() { Ok(text) } else { Err(Code::IssuerInvalid) }
}

fn domains(checks: &mut Checks, texts: &[String]) -> Vec<String> {
    let mut domains = Vec::<String>::new();
    for (place, text) in texts.iter().enumerate() {
        let domain = kernel::fold(text.trim().trim_start_matches('@'));
        // Whatever may stand behind the @ of an address.
        let is_one = fields::email(&format!("a@{domain}")).is_ok() && domain.contains('.');
        if !is_one {
            checks.refuse(&format!("domains/{place}"), Code::DomainInvalid);
        } else if !domains.contains(&domain) {
            domains.push(domain);
        }
    }
    if domains.len() > MOST {
        checks.refuse("domains", Code::TooMany);
    }
    domains.sort_unstable();
    domains
}

fn rules(checks: &mut Checks, rules: Vec<Rule>) -> Vec<Rule> {
    if rules.len() > MOST {
        checks.refuse("rules", Code::TooMany);
    }
    let mut kept = Vec::new();
    for (place, rule) in rules.into_iter().take(MOST).enumerate() {
        let claim = checks.take(&format!("rules/{place}/claim"), word(&rule.claim));
        let value = checks.take(&format!("rules/{place}/value"), word(&rule.value));
        if rule.role_id.is_none() && rule.group_id.is_none() && rule.licence.is_none() {
            checks.refuse(&format!("rules/{place}/role_id"), Code::RuleEmpty);
        }
        kept.push(Rule { claim, value, ..rule });
    }
    kept
}

/// Words without spaces, since they are stored with spaces between them.
fn factors(checks: &mut Checks, texts: &[String]) -> Vec<String> {
    let words: Vec<String> =
        texts.iter().flat_map(|text| text.split_whitespace()).map(str::to_owned).collect();
    if words.len() > MOST || words.iter().any(|word| word.chars().count() > LONGEST) {
        checks.refuse("second_factors", Code::TooLong);
    }
    if words.iter().any(|word| kernel::has_control(word)) {
        checks.refuse("second_factors", Code::ControlCharacters);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::issuer;

    #[test]
    fn acc_7_an_issuer_is_an_address_without_query() {
        for good in
            ["https://id.example", "https://id.example/realms/desk/", "http://127.0.0.1:9000"]
        {
            assert_eq!(issuer(good).as_deref(), Ok(good));
        }
        for wrong in [
            "",
            "id.example",
            "ftp://id.example",
            "https://id.example?a=b",
            "https://id.example/#x",
            "https://me:hush@id.example",
            "https://",
            "javascript:alert(1)",
            "file:///etc/passwd",
        ] {
            assert!(issuer(wrong).is_err(), "{wrong}");
        }
    }
}
