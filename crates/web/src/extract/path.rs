use std::str::FromStr;

use axum::extract::{FromRequestParts, Path};
use http::request::Parts;
use kernel::Error;

use crate::problem::Problem;

/// An id in the address. One that is none is not there, like a missing one (SECURITY.md S1).
#[derive(Debug, Clone, Copy)]
pub struct Id<T>(pub T);

impl<T: FromStr, S: Send + Sync> FromRequestParts<S> for Id<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let Path(text) = Path::<String>::from_request_parts(parts, state)
            .await
            .map_err(|_| Problem::from(Error::NotFound))?;
        text.parse().map(Self).map_err(|_| Error::NotFound.into())
    }
}
