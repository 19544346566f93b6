use super::bearer::brings;
use super::caller::{Peer, origin};
use crate::problem::Problem;
use crate::state::AppState;
use axum::extract::FromRequestParts;
use domain::{Actor, Surface};
use http::request::Parts;
use kernel::{Code, Error};

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
        if !brings(&parts.headers, expected) {
            let Peer(address) = Peer::from_request_parts(parts, app).await?;
            app.limits().ask(address)?;
            return Err(Error::Unauthenticated(Code::Unauthenticated).into());
        }
        Ok(Self { actor: Actor::system("operator", origin(parts, app, Surface::Api)) })
    }
}
