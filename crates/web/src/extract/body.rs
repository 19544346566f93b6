use axum::extract::{FromRequest, Request};
use bytes::Bytes;
use http::header;
use kernel::{Code, Error, FieldError};
use serde::de::DeserializeOwned;
use serde_path_to_error::Segment;
use sha2::{Digest as _, Sha256};

use crate::problem::Problem;

/// A JSON body. What can't be read names the field and the reason.
#[derive(Debug, Clone)]
pub struct Body<T> {
    /// What the body says.
    pub value: T,
    /// SHA-256 of address and body, for [`super::IdempotencyKey`].
    pub fingerprint: [u8; 32],
}

/// A JSON Merge Patch (RFC 7396); plain JSON is taken for one too.
pub type MergePatch<T> = Body<T>;

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Body<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        let kind =
            request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
        let kind = kind.unwrap_or_default().split(';').next().unwrap_or_default().trim();
        if !matches!(kind, "application/json" | "application/merge-patch+json") {
            return Err(Error::conflict(Code::UnsupportedMediaType).into());
        }
        let mut digest = Sha256::new();
        digest.update(request.method().as_str());
        digest.update(request.uri().path());
        let bytes = Bytes::from_request(request, state)
            .await
            .map_err(|_| Problem::from(Error::conflict(Code::BodyTooLarge)))?;
        digest.update(&bytes);
        Ok(Self { value: read(&bytes)?, fingerprint: digest.finalize().into() })
    }
}

/// Reads a JSON object; a wrong field is named by its path.
fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Problem> {
    // Serde would take the values of an array for the fields in their order.
    if bytes.trim_ascii_start().first() != Some(&b'{') {
        return Err(malformed("expected an object").into());
    }
    let mut reader = serde_json::Deserializer::from_slice(bytes);
    let value = serde_path_to_error::deserialize(&mut reader).map_err(|error| refusal(&error))?;
    reader.end().map_err(|_| Problem::from(Error::conflict(Code::Malformed)))?;
    Ok(value)
}

fn malformed(detail: impl ToString) -> Error {
    Error::Conflict { code: Code::Malformed, detail: Some(detail.to_string()) }
}

fn refusal(error: &serde_path_to_error::Error<serde_json::Error>) -> Problem {
    let inner = error.inner();
    if !inner.is_data() {
        return malformed(inner).into();
    }
    let text = inner.to_string();
    let named = |prefix: &str| {
        let name = text.strip_prefix(prefix)?.split('`').next()?;
        Some(name.to_owned())
    };
    let mut place: Vec<String> = error.path().iter().map(step).collect();
    let mut below = |name: String| {
        if place.last() != Some(&name) {
            place.push(name);
        }
    };
    let code = if let Some(name) = named("unknown field `") {
        below(name);
        Code::UnknownField
    } else if let Some(name) = named("missing field `") {
        below(name);
        Code::Required
    } else {
        Code::WrongType
    };
    let field = FieldError::new(place.join("/"), code);
    // What serde says names the expected form, and never the value alone.
    let detail = text.split(" at line ").next().unwrap_or_default().to_owned();
    Error::Invalid(vec![field.with(detail)]).into()
}

/// A step of a JSON Pointer.
fn step(segment: &Segment) -> String {
    match segment {
        Segment::Seq { index } => index.to_string(),
        Segment::Map { key } | Segment::Enum { variant: key } => key.clone(),
        Segment::Unknown => String::new(),
    }
}
