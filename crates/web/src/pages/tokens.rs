//! The form token: proof that a form was made by a page of ours (SECURITY.md S10). It is a hash of the
//! session's secret, or before sign-in of a random cookie, so a page of another site can't know it. It
//! stands beside the check of `Sec-Fetch-Site` and `Origin` in [`crate::layers`].

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use http::HeaderMap;
use sha2::{Digest as _, Sha256};
use subtle::ConstantTimeEq as _;

use super::cookies;
use crate::state::AppState;

/// The token that forms of this browser carry; none where it has neither cookie.
pub(crate) fn expected(app: &AppState, headers: &HeaderMap) -> Option<String> {
    let session = cookies::get(headers, app.config().cookie());
    session
        .or_else(|| cookies::get(headers, cookies::FORM))
        .filter(|secret| !secret.is_empty())
        .map(of_secret)
}

/// The token made of a secret.
pub(crate) fn of_secret(secret: &str) -> String {
    let mut digest = Sha256::new();
    digest.update(b"crewdesk form\n");
    digest.update(secret.as_bytes());
    URL_SAFE_NO_PAD.encode(digest.finalize())
}

/// Whether what a form brought is the token of this browser.
pub(crate) fn matches(app: &AppState, headers: &HeaderMap, brought: &str) -> bool {
    expected(app, headers)
        .is_some_and(|token| bool::from(token.as_bytes().ct_eq(brought.as_bytes())))
}

/// A new secret for the cookie of those who are not signed in.
pub(crate) fn secret(app: &AppState) -> String {
    URL_SAFE_NO_PAD.encode(app.crewdesk().entropy().bytes::<24>())
}
