//! Somebody whom a provider knows and who is not here yet.

use kernel::{Code, Error, Result};

use super::Provider;
use super::rules::{self, Place};
use crate::actor::Who;
use crate::cx::Cx;
use crate::organisations;
use crate::ports::Claims;
use crate::users::{self, NewUser, Profile, Standing, User, fields};

/// What is asked of the provider where the proof does not say it.
pub(super) const WANTED: &[&str] = &["email", "given_name", "family_name"];
/// Fields that come from claims.
const OWN: &[&str] = &["username", "first_name", "last_name", "display_name", "email", "language"];
/// Who creates users, in the log.
const CREATOR: &str = "single sign-on";
/// Most usernames that are tried.
const TRIES: usize = 50;
/// Longest name, in characters.
const LONGEST: usize = 100;

/// The address, where there is one that can be used.
pub(super) fn address(claims: &Claims) -> Option<String> {
    fields::email(claims.text("email")?).ok()
}

/// What people read about an identity: the address, else a name.
pub(super) fn label(claims: &Claims) -> String {
    let names = ["email", "preferred_username", "name"];
    let label = names.iter().find_map(|name| claims.text(name)).unwrap_or_default();
    short(label)
}

/// One line that is not too long, of what somebody else wrote.
fn short(text: &str) -> String {
    let line: String = text.chars().filter(|c| !c.is_control()).take(LONGEST).collect();
    kernel::tidy_line(&line)
}

/// Creates the user, by every guard that holds for the organisation: seats, roles, groups.
///
/// # Errors
/// [`Error::Conflict`] with `no_seat_free`, or with `claims_missing` where too little is known;
/// [`Error::Forbidden`] in a trial that has ended or before the team has a name.
pub(super) async fn create(cx: &mut Cx<'_>, provider: &Provider, claims: &Claims) -> Result<User> {
    let organisation = organisations::current(cx).await?;
    if organisation.trial_ends_at.is_some_and(|end| end <= cx.now) {
        return Err(Error::Forbidden(Code::TrialEnded));
    }
    if organisation.team_name.is_none() {
        return Err(Error::Forbidden(Code::TeamNotActivated));
    }
    let username = username(cx, claims).await?;
    let Place { role_id, group_id, licence } = rules::place(provider, claims);
    let new = NewUser {
        profile: profile(provider, claims, username),
        role_id,
        group_id,
        licence,
        standing: Standing::ByProvider {
            address_checked: provider.trusts_addresses || claims.is("email_verified"),
        },
        ..NewUser::default()
    };
    let before = cx.act_as(Who::System(CREATOR));
    let made = users::create(cx, new).await;
    cx.act_as(before);
    made.map_err(|error| match error {
        Error::Invalid(wrong) => {
            let names: Vec<_> = wrong.iter().map(|one| one.pointer.as_str()).collect();
            tracing::warn!(provider = %provider.id, fields = %names.join(", "), "somebody new lacks what a user needs");
            // What a licence needs beside a person, such as an extension, no provider tells.
            let first = wrong.first().filter(|one| !OWN.contains(&one.pointer.as_str()));
            Error::conflict(first.map_or(Code::ClaimsMissing, |one| one.code))
        }
        other => other,
    })
}

fn profile(provider: &Provider, claims: &Claims, username: String) -> Profile {
    let name = |claim| short(claims.text(claim).unwrap_or_default());
    let (first_name, last_name) = (name("given_name"), name("family_name"));
    let display_name =
        if first_name.is_empty() && last_name.is_empty() { name("name") } else { String::new() };
    Profile {
        username,
        first_name,
        last_name,
        display_name,
        email: address(claims),
        language: language(claims).or_else(|| provider.language.clone()),
        ..Profile::default()
    }
}

/// The language that the provider tells, if it is offered.
fn language(claims: &Claims) -> Option<String> {
    let tag = claims.text("locale")?.to_ascii_lowercase();
    let first = tag.split(['-', '_']).next().unwrap_or_default();
    // Norwegian comes as such from most providers.
    let key = if matches!(first, "no" | "nn") { "nb" } else { first };
    fields::language(key).ok()
}

/// A username that is free, made of what the provider calls them.
async fn username(cx: &mut Cx<'_>, claims: &Claims) -> Result<String> {
    let called = claims.text("preferred_username").or_else(|| claims.text("email"));
    let base = match called {
        Some(called) => fields::username_of(called),
        None => fields::username_of(&claims.subject),
    };
    let base: String = base.chars().take(48).collect();
    for n in 1..=TRIES {
        let wanted = if n == 1 { base.clone() } else { format!("{base}{n}") };
        if users::is_username_free(cx, &wanted).await? {
            return Ok(wanted);
        }
    }
    Err(Error::conflict(Code::UsernameTaken))
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{Claims, label, language};

    fn claims(values: Value) -> Claims {
        let Value::Object(values) = values else { panic!() };
        Claims { subject: "1".into(), values }
    }

    #[test]
    fn acc_7_what_a_provider_says_is_taken_as_one_line_and_in_an_offered_language() {
        let of = |locale: &str| language(&claims(json!({"locale": locale})));
        assert_eq!(of("cs-CZ").as_deref(), Some("cs"));
        assert_eq!(of("no").as_deref(), Some("nb"));
        assert_eq!(of("de"), None);
        let told = claims(json!({"name": "A\r\nB", "email": " "}));
        assert_eq!(label(&told), "AB");
    }
}
