//! A form that was sent: its values, once its token has been found right.

use axum::extract::{FromRequest, Request};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use http::header;
use kernel::{Code, Error};

use super::tokens;
use crate::html::typed::Typed;
use crate::problem::Problem;
use crate::state::AppState;

/// The values of a form of ours. A form without the token of this browser is refused.
#[derive(Debug, Clone)]
pub(crate) struct Form(pub Typed);

impl FromRequest<AppState> for Form {
    type Rejection = Response;

    async fn from_request(request: Request, app: &AppState) -> Result<Self, Response> {
        let refuse = |error: Error| Problem::from(error).into_response();
        let head = request.headers().clone();
        let kind = head
            .get(header::CONTENT_TYPE)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default();
        if !kind.starts_with("application/x-www-form-urlencoded") {
            return Err(refuse(Error::conflict(Code::UnsupportedMediaType)));
        }
        let body = Bytes::from_request(request, app)
            .await
            .map_err(|_| refuse(Error::conflict(Code::BodyTooLarge)))?;
        let values: Vec<(String, String)> = serde_urlencoded::from_bytes(&body)
            .map_err(|_| refuse(Error::conflict(Code::Malformed)))?;
        let typed = Typed::new(values);
        if !tokens::matches(app, &head, typed.value("csrf")) {
            return Err(refuse(Error::Forbidden(Code::CrossSite)));
        }
        Ok(Self(typed))
    }
}
