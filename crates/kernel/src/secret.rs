use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Deserializer};
use sha2::{Digest as _, Sha256};

use crate::Entropy;

/// Text that must not reach a log: its `Debug` shows nothing.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Secret(String);

impl Secret {
    /// Wraps secret text.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }
    /// The text itself, for the one place that needs it.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

impl<'de> Deserialize<'de> for Secret {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self)
    }
}

/// An opaque bearer token: a kind prefix and 256 random bits (SECURITY.md decision 1). It is shown
/// once to its holder; the database keeps only its [`TokenHash`].
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl Token {
    /// A new token such as `cds_…`; `kind` is the prefix that secret scanners look for.
    pub fn generate(kind: &str, entropy: &Entropy) -> Self {
        Self(format!("{kind}_{}", URL_SAFE_NO_PAD.encode(entropy.bytes::<32>())))
    }
    /// What a request brought; anything over 128 bytes is no token.
    pub fn from_request(text: &str) -> Option<Self> {
        (text.len() <= 128 && text.is_ascii()).then(|| Self(text.to_owned()))
    }
    /// The text itself, for the answer that hands it out.
    pub fn expose(&self) -> &str {
        &self.0
    }
    /// What the database keeps. A plain hash suffices because the token has 256 random bits.
    pub fn hash(&self) -> TokenHash {
        TokenHash(Sha256::digest(self.0.as_bytes()).into())
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}

/// SHA-256 of a [`Token`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct TokenHash([u8; 32]);

impl fmt::Display for TokenHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&URL_SAFE_NO_PAD.encode(self.0))
    }
}

impl serde::Serialize for TokenHash {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for TokenHash {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let bytes = URL_SAFE_NO_PAD.decode(text).unwrap_or_default();
        let hash = bytes.try_into().map_err(|_| serde::de::Error::custom("expected a hash"))?;
        Ok(Self(hash))
    }
}

impl From<TokenHash> for crate::Value {
    fn from(value: TokenHash) -> Self {
        Self::Bytes(value.0.to_vec())
    }
}
