use std::fmt;

use kernel::{Secret, Timestamp};
use serde_json::{Map, Value};

use super::BoxFuture;

/// How Crewdesk is known at an identity provider.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Registration {
    /// The provider's own name for itself, an address.
    pub issuer: String,
    /// What the provider calls Crewdesk.
    pub client_id: String,
    /// By what it knows Crewdesk; none for a public client.
    pub client_secret: Option<Secret>,
    /// Where it sends people back to.
    pub redirect: String,
}

/// What is sent along with somebody who is to prove who they are.
#[derive(Debug, Clone)]
pub struct Ask {
    /// Comes back with them.
    pub state: Secret,
    /// Comes back inside the proof.
    pub nonce: Secret,
    /// Shows at the exchange that it is the same Crewdesk that asked (PKCE).
    pub verifier: Secret,
    /// What they typed, so that they need not type it twice.
    pub hint: Option<String>,
    /// Whether a proof of a while ago won't do.
    pub anew: bool,
}

/// What somebody came back with.
#[derive(Debug, Clone)]
pub struct Answer {
    /// To be exchanged for the proof.
    pub code: Secret,
    /// As in [`Ask`].
    pub nonce: Secret,
    /// As in [`Ask`].
    pub verifier: Secret,
    /// Names of claims that are needed: where the proof lacks one, the provider is asked once more.
    pub wanted: Vec<String>,
}

/// What a provider says of somebody; its signature has been checked.
#[derive(Debug, Clone, PartialEq)]
pub struct Claims {
    /// Their name at the provider, which never changes.
    pub subject: String,
    /// Everything it says, by name.
    pub values: Map<String, Value>,
}

impl Claims {
    /// A claim that is one filled text.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.values.get(name).and_then(Value::as_str).map(str::trim).filter(|text| !text.is_empty())
    }
    /// A claim that is yes or no; some providers write it as a text.
    pub fn is(&self, name: &str) -> bool {
        match self.values.get(name) {
            Some(Value::Bool(yes)) => *yes,
            Some(Value::String(text)) => text == "true",
            _ => false,
        }
    }
    /// Whether a claim is this value, or a list that holds it.
    pub fn says(&self, name: &str, value: &str) -> bool {
        fn one(said: &Value, value: &str) -> bool {
            match said {
                Value::String(text) => text == value,
                Value::Bool(_) | Value::Number(_) => said.to_string().as_str() == value,
                _ => false,
            }
        }
        match self.values.get(name) {
            Some(Value::Array(all)) => all.iter().any(|said| one(said, value)),
            Some(said) => one(said, value),
            None => false,
        }
    }
}

/// What a provider says about itself, for the one who sets it up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Discovered {
    /// How many keys sign its proofs.
    pub keys: usize,
    /// Whether it says that it checks who exchanges a proof (PKCE); none where it says nothing.
    pub pkce: Option<bool>,
    /// Whether it tells Crewdesk when somebody signs out there.
    pub back_channel: bool,
    /// Whether it knows Crewdesk by its id and secret; none where that can't be told.
    pub knows_us: Option<bool>,
}

/// A provider says that somebody signed out there; its signature has been checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogoutNotice {
    /// Who; none where it names a session alone.
    pub subject: Option<String>,
    /// Which of their sessions there; none for all.
    pub session: Option<String>,
    /// The notice's own name, by which one that comes twice is known.
    pub id: String,
    /// When it was written.
    pub at: Timestamp,
}

/// Why a provider could not be asked, or its answer does not count. The text is one English clause; it
/// holds no secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum IdentityFault {
    /// Its address is none that is asked (SECURITY.md S12).
    Address(String),
    /// It does not answer, or not as an OpenID provider does.
    Away(String),
    /// It calls itself something else than was registered.
    Issuer(String),
    /// It does not take the exchange: the code is used or too old, or it does not know Crewdesk.
    Refused(String),
    /// What it says is not signed by it, not for Crewdesk, not for this sign-in, or too old.
    Untrusted(String),
}

impl fmt::Display for IdentityFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (Self::Address(reason)
        | Self::Away(reason)
        | Self::Issuer(reason)
        | Self::Refused(reason)
        | Self::Untrusted(reason)) = self;
        f.write_str(reason)
    }
}

/// Lets somebody else say who a person is (OpenID Connect).
pub trait IdentityProvider: fmt::Debug + Send + Sync {
    /// Where the person is sent to prove who they are.
    fn begin<'a>(
        &'a self,
        at: &'a Registration,
        ask: &'a Ask,
    ) -> BoxFuture<'a, Result<String, IdentityFault>>;

    /// Who the person is who came back.
    fn finish<'a>(
        &'a self,
        at: &'a Registration,
        answer: &'a Answer,
    ) -> BoxFuture<'a, Result<Claims, IdentityFault>>;

    /// What a notice of a provider says, which came without a browser.
    fn logout<'a>(
        &'a self,
        at: &'a Registration,
        notice: &'a Secret,
    ) -> BoxFuture<'a, Result<LogoutNotice, IdentityFault>>;

    /// Where a browser is sent to sign out there and to come back to `back`; none where the provider names no such
    /// place.
    fn leave<'a>(
        &'a self,
        at: &'a Registration,
        back: &'a str,
    ) -> BoxFuture<'a, Result<Option<String>, IdentityFault>>;

    /// Tries a registration out; nothing that was kept of the provider before is used.
    fn look<'a>(&'a self, at: &'a Registration)
    -> BoxFuture<'a, Result<Discovered, IdentityFault>>;
}
