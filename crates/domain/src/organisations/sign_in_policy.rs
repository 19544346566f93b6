//! Who may come in from where, and what their passwords must lack (SPEC ORG-4, ACC-4).

use db::params;
use kernel::{Code, Error, FieldError, Result};
use serde_json::{Value, json};

use super::networks::Networks;
use super::table::{SET_SIGN_IN, SIGN_IN, SignInRow};
use crate::access::Action;
use crate::audit::{Event, Subject};
use crate::cx::Cx;
use crate::{identity_providers, users};

/// Most words.
const MOST_WORDS: usize = 1000;
/// Shorter words would refuse nearly everything.
const SHORTEST_WORD: usize = 4;
/// Longest word, in characters.
const LONGEST_WORD: usize = 64;

/// An organisation's rules for signing in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignInPolicy {
    /// Where requests may come from; an empty list allows all.
    pub allowed_networks: Networks,
    /// Words that no new password may hold.
    pub refused_words: Vec<String>,
    /// Whether people come in by an identity provider alone (SPEC ACC-7); the owner never.
    pub single_sign_on_only: bool,
    /// The organisation's version.
    pub version: i64,
}

/// What is wanted.
#[derive(Debug, Clone, Default)]
pub struct SignInWish {
    /// Networks as written; none keeps them.
    pub allowed_networks: Option<Vec<String>>,
    /// Words as written; none keeps them.
    pub refused_words: Option<Vec<String>>,
    /// Whether people come in by an identity provider alone; none keeps it.
    pub single_sign_on_only: Option<bool>,
    /// Whether the one who saves wants it although their own address is in none of the networks.
    pub shuts_me_out: bool,
}

impl From<SignInRow> for SignInPolicy {
    fn from(row: SignInRow) -> Self {
        let words = row.refused_words.unwrap_or_default();
        Self {
            allowed_networks: Networks::stored(&row.allowed_networks.unwrap_or_default()),
            refused_words: words.lines().map(str::to_owned).collect(),
            single_sign_on_only: row.single_sign_on_only,
            version: row.version,
        }
    }
}

async fn current(cx: &mut Cx<'_>) -> Result<SignInPolicy> {
    Ok(cx.tx.one::<SignInRow>(SIGN_IN, &params![cx.organisation_id]).await?.into())
}

/// The rules for signing in.
///
/// # Errors
/// [`Error::Forbidden`] for those who may not manage settings.
pub async fn sign_in_policy(cx: &mut Cx<'_>) -> Result<SignInPolicy> {
    cx.require_organisation(Action::SettingsManage)?;
    current(cx).await
}

/// Words that no new password of this organisation's people may hold.
pub(crate) async fn refused_words(cx: &mut Cx<'_>) -> Result<Vec<String>> {
    Ok(current(cx).await?.refused_words)
}

/// Whether people come in by an identity provider alone.
pub(crate) async fn single_sign_on_only(cx: &mut Cx<'_>) -> Result<bool> {
    Ok(current(cx).await?.single_sign_on_only)
}

/// Refuses whoever acts from a network that this organisation does not allow. The installation itself acts
/// from nowhere.
pub(crate) async fn guard_network(cx: &mut Cx<'_>) -> Result<()> {
    let stored = cx.tx.one::<SignInRow>(SIGN_IN, &params![cx.organisation_id]).await?;
    match stored.allowed_networks {
        Some(networks) if !cx.actor().is_system() => {
            Networks::stored(&networks).guard(&cx.actor().origin.address)
        }
        _ => Ok(()),
    }
}

/// Changes the rules for signing in. They hold at the next request of each session and token.
///
/// # Errors
/// [`Error::Stale`]; [`Error::Invalid`] naming every wrong network and word; [`Error::Conflict`] with
/// `own_network_missing` where the one who saves would be shut out and did not say that they want it;
/// [`Error::Forbidden`].
pub async fn change_sign_in(
    cx: &mut Cx<'_>,
    version: Option<i64>,
    wish: SignInWish,
) -> Result<SignInPolicy> {
    cx.require_organisation(Action::SettingsManage)?;
    let before = current(cx).await?;
    if version.is_some_and(|version| version != before.version) {
        return Err(Error::Stale);
    }
    let address = (!cx.actor().is_system()).then(|| cx.actor().origin.address.clone());
    let after = decide(&before, &wish, address.as_deref())?;
    if after == before {
        return Ok(after);
    }
    if after.single_sign_on_only && !before.single_sign_on_only {
        identity_providers::guard_ready(cx).await?;
    }
    store(cx, &after).await?;
    let organisation = super::current(cx).await?;
    let subject = Subject::new("organisation", organisation.id.as_uuid(), &organisation.name);
    let event = Event::new("organisation.sign_in_changed", subject);
    cx.record(event.change(&told(&before), &told(&after))).await?;
    Ok(SignInPolicy { version: organisation.version, ..after })
}

fn stored_words(words: &[String]) -> Option<String> {
    (!words.is_empty()).then(|| words.join("\n"))
}

/// What the log tells of the rules.
fn told(policy: &SignInPolicy) -> Value {
    json!({
        "allowed_networks": policy.allowed_networks.texts(),
        "refused_words": policy.refused_words,
        "single_sign_on_only": policy.single_sign_on_only,
    })
}

async fn store(cx: &mut Cx<'_>, policy: &SignInPolicy) -> Result<()> {
    let networks = policy.allowed_networks.to_stored();
    let words = stored_words(&policy.refused_words);
    let values = params![cx.organisation_id, networks, words, cx.now, policy.single_sign_on_only];
    cx.tx.execute(SET_SIGN_IN, &values).await?;
    Ok(())
}

fn decide(before: &SignInPolicy, wish: &SignInWish, address: Option<&str>) -> Result<SignInPolicy> {
    let mut checks = users::Checks::default();
    let networks = match &wish.allowed_networks {
        Some(texts) => checks.gather(Networks::read(texts))?.unwrap_or_default(),
        None => before.allowed_networks.clone(),
    };
    let words = match &wish.refused_words {
        Some(texts) => checks.gather(words(texts))?.unwrap_or_default(),
        None => before.refused_words.clone(),
    };
    checks.finish()?;
    let changed = networks != before.allowed_networks && networks != Networks::default();
    let shut_out = address.is_some_and(|address| !networks.holds(address));
    if changed && shut_out && !wish.shuts_me_out {
        return Err(Error::conflict(Code::OwnNetworkMissing));
    }
    Ok(SignInPolicy {
        allowed_networks: networks,
        refused_words: words,
        single_sign_on_only: wish.single_sign_on_only.unwrap_or(before.single_sign_on_only),
        version: before.version,
    })
}

/// The words as they are kept: once each, in the order in which they were written.
fn words(texts: &[String]) -> Result<Vec<String>> {
    let (mut words, mut wrong) = (Vec::<String>::new(), Vec::new());
    for (place, text) in texts.iter().enumerate() {
        let word = users::fields::line(text, LONGEST_WORD);
        let fault = match &word {
            Err(code) => Some(*code),
            Ok(word) if word.chars().count() < SHORTEST_WORD => Some(Code::TooShort),
            Ok(_) => None,
        };
        match (word, fault) {
            (Ok(word), None) if !words.contains(&word) => words.push(word),
            (_, Some(code)) => wrong.push(FieldError::new(format!("refused_words/{place}"), code)),
            _ => {}
        }
    }
    if words.len() > MOST_WORDS {
        wrong.push(FieldError::new("refused_words", Code::TooMany));
    }
    if wrong.is_empty() { Ok(words) } else { Err(Error::Invalid(wrong)) }
}
