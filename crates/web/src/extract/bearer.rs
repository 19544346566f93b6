use http::{HeaderMap, header};
use kernel::Secret;
use sha2::{Digest as _, Sha256};
use subtle::ConstantTimeEq as _;

/// Whether a request brings this token. Hashes are compared in constant time, so that neither length nor beginning
/// can be guessed.
pub(crate) fn brings(headers: &HeaderMap, token: &Secret) -> bool {
    let brought = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let brought = brought.and_then(|text| text.strip_prefix("Bearer ")).unwrap_or_default();
    let hash = |text: &str| Sha256::digest(text.as_bytes());
    bool::from(hash(token.expose()).ct_eq(&hash(brought.trim())))
}
