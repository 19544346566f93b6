//! Whether the server lives, is ready, and how much it does.

use std::net::{IpAddr, SocketAddr};

use axum::extract::{ConnectInfo, State};
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, StatusCode, header};
use kernel::{Code, Error};

use crate::extract::brings;
use crate::problem::Problem;
use crate::state::AppState;

/// `GET /healthz`: the process lives.
pub(crate) async fn live() -> &'static str {
    "ok\n"
}

/// `GET /readyz`: the database answers.
pub(crate) async fn ready(State(app): State<AppState>) -> Response {
    match domain::organisations::ping(app.crewdesk()).await {
        Ok(()) => "ready\n".into_response(),
        Err(_) => {
            (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n").into_response()
        }
    }
}

/// Headers by which a proxy says that somebody else asks.
const FORWARDED: [&str; 6] =
    ["forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip"];

/// `GET /metrics` for Prometheus: with the configured token; where there is none, for this machine alone.
pub(crate) async fn metrics(
    State(app): State<AppState>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    match &app.config().metrics_token {
        Some(token) if brings(&headers, token) => {}
        Some(_) => return Err(Error::Unauthenticated(Code::Unauthenticated).into()),
        None if is_here(peer.ip(), &headers) => {}
        None => return Err(Error::NotFound.into()),
    }
    let text = crate::server::metrics_text().ok_or(Error::NotFound)?;
    Ok(([(header::CONTENT_TYPE, "text/plain; version=0.0.4")], text).into_response())
}

/// Whether this machine asks for itself: a proxy on it asks for others, and says so.
fn is_here(peer: IpAddr, headers: &HeaderMap) -> bool {
    peer.to_canonical().is_loopback() && !FORWARDED.iter().any(|name| headers.contains_key(*name))
}
