use axum::extract::FromRequestParts;
use domain::{Actor, Surface};
use http::header;
use http::request::Parts;
use kernel::{Code, Error, Secret};
use sha2::{Digest as _, Sha256};
use subtle::ConstantTimeEq as _;

use super::caller::{Peer, origin};
use crate::problem::Problem;
use crate::state::AppState;

/// The installation's operator, known by the token of the settings. Where none is set there is nothing.
#[derive(Debug, Clone)]
pub struct Operator {
    /// Who acts, for the product.
    pub actor: Actor,
}

impl FromRequestParts<AppState> for Operator {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> Result<Self, Problem> {
        let expected = app.config().operator_token.as_ref().ok_or(Error::NotFound)?;
        let brought =
            parts.headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
        let brought = brought.and_then(|text| text.strip_prefix("Bearer ")).unwrap_or_default();
        if !same(expected, brought.trim()) {
            let Peer(address) = Peer::from_request_parts(parts, app).await?;
            app.limits().ask(address)?;
            return Err(Error::Unauthenticated(Code::Unauthenticated).into());
        }
        Ok(Self { actor: Actor::system("operator", origin(parts, app, Surface::Api)) })
    }
}

/// Compares hashes in constant time, so that neither length nor beginning can be guessed.
fn same(expected: &Secret, brought: &str) -> bool {
    let hash = |text: &str| Sha256::digest(text.as_bytes());
    bool::from(hash(expected.expose()).ct_eq(&hash(brought)))
}
