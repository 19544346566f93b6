use std::convert::Infallible;

use axum::extract::FromRequestParts;
use http::header;
use http::request::Parts;
use kernel::{Code, Error};

use crate::problem::Problem;

/// The version a change was made from (RFC 9110 section 13.1.1); none where the client names none or
/// any will do.
#[derive(Debug, Clone, Copy)]
pub struct IfMatch(pub Option<i64>);

impl<S: Send + Sync> FromRequestParts<S> for IfMatch {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let text = parts.headers.get(header::IF_MATCH).and_then(|value| value.to_str().ok());
        // A tag that is none of ours matches nothing, so it is stale rather than ignored.
        let version = |text: &str| text.trim().trim_matches('"').parse().unwrap_or(-1);
        Ok(Self(text.filter(|text| text.trim() != "*").map(version)))
    }
}

/// Names a request so that it is done once even if it comes twice.
#[derive(Debug, Clone)]
pub struct IdempotencyKey(pub Option<String>);

impl<S: Send + Sync> FromRequestParts<S> for IdempotencyKey {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        let Some(value) = parts.headers.get("idempotency-key") else { return Ok(Self(None)) };
        let text = value.to_str().unwrap_or_default();
        let refuse = |code| Err(Error::field("idempotency_key", code).into());
        match text.len() {
            0 => return refuse(Code::Required),
            1..=200 => {}
            _ => return refuse(Code::TooLong),
        }
        Ok(Self(Some(text.to_owned())))
    }
}
