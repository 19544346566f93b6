//! Whether the server lives, is ready, and how much it does.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, StatusCode, header};
use kernel::{Code, Error};

use crate::extract::Peer;
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

/// `GET /metrics` for Prometheus: from this machine, or with the configured token.
pub(crate) async fn metrics(
    State(app): State<AppState>,
    Peer(peer): Peer,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let given = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let wanted =
        app.config().metrics_token.as_ref().map(|token| format!("Bearer {}", token.expose()));
    let may = peer.is_loopback() || (wanted.is_some() && given == wanted.as_deref());
    if !may {
        return Err(Error::Unauthenticated(Code::Unauthenticated).into());
    }
    let text = crate::server::metrics_text().ok_or(Error::NotFound)?;
    Ok(([(header::CONTENT_TYPE, "text/plain; version=0.0.4")], text).into_response())
}
