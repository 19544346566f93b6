//! What happens to every request and answer: an id, safe headers, time-out, the body of refusals.

use std::sync::OnceLock;
use std::time::Duration;

use axum::body::Body;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use kernel::{Code, Error};
use metrics::Counter;

use crate::assets::CONTENT_SECURITY_POLICY;
use crate::extract::RequestId;
use crate::pages::reader::Reader;
use crate::problem::{Problem, ProblemBody};
use crate::state::AppState;

/// How long a handler may take. Event streams answer at once and go on in their body.
const PATIENCE: Duration = Duration::from_secs(30);

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Wraps every route.
pub(crate) async fn around(
    State(app): State<AppState>,
    mut request: Request,
    next: Next,
) -> Response {
    let id = request_id(&app, request.headers());
    let from_program = is_program(request.uri().path());
    let method = request.method().clone();
    let reader = (!from_program).then(|| Reader::of(request.headers(), request.uri()));
    request.extensions_mut().insert(RequestId(id.clone()));
    let mut response = match refuse_cross_site(&app, &request) {
        Some(problem) => problem.into_response(),
        None => match tokio::time::timeout(PATIENCE, next.run(request)).await {
            Ok(response) => response,
            Err(_) => Problem::from(Error::Unavailable).into_response(),
        },
    };
    count(response.status());
    if let Some(problem) = problem_of(&response) {
        let body = ProblemBody::new(&problem.0, &id);
        match &reader {
            None => write_problem(&mut response, &body),
            Some(reader) => crate::pages::write_fault(&mut response, &problem.0, &id, reader),
        }
    }
    dress(&app, &mut response, &id, &method);
    response
}

/// Counts an answer by its status. Looking a counter up by its name takes longer than counting, so each is
/// looked up once.
fn count(status: StatusCode) {
    static COUNTERS: [OnceLock<Counter>; 1000] = [const { OnceLock::new() }; 1000];
    let counter =
        || metrics::counter!("crewdesk_requests_total", "status" => status.as_str().to_owned());
    if let Some(kept) = COUNTERS.get(usize::from(status.as_u16())) {
        kept.get_or_init(counter).increment(1);
    }
}

/// A refusal a handler made, or one that the router made with a bare status.
fn problem_of(response: &Response) -> Option<Problem> {
    if let Some(problem) = response.extensions().get::<Problem>() {
        return Some(problem.clone());
    }
    let code = match response.status() {
        StatusCode::METHOD_NOT_ALLOWED => Code::MethodNotAllowed,
        StatusCode::PAYLOAD_TOO_LARGE => Code::BodyTooLarge,
        _ => return None,
    };
    Some(Error::conflict(code).into())
}

fn write_problem(response: &mut Response, body: &ProblemBody) {
    *response.body_mut() = Body::from(serde_json::to_vec(body).unwrap_or_default());
    let head = response.headers_mut();
    head.remove(header::CONTENT_LENGTH);
    head.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
}

fn is_program(path: &str) -> bool {
    path.starts_with("/api/") || path.starts_with("/scim/")
}

/// The client's own id where it is sane, so that logs of both sides meet; a new one otherwise.
fn request_id(app: &AppState, headers: &HeaderMap) -> String {
    let sane = |text: &&str| {
        (8..=64).contains(&text.len())
            && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
    };
    headers.get(REQUEST_ID).and_then(|value| value.to_str().ok()).filter(sane).map_or_else(
        || {
            let crewdesk = app.crewdesk();
            crewdesk.entropy().uuid(crewdesk.clock().now()).to_string()
        },
        str::to_owned,
    )
}

/// Refuses a change that a page of another site asks a browser for (SECURITY.md S10). Programs with a
/// bearer token send no cookie and are free to come from anywhere.
fn refuse_cross_site(app: &AppState, request: &Request) -> Option<Problem> {
    if matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS) {
        return None;
    }
    let headers = request.headers();
    if !headers.contains_key(header::COOKIE) && headers.contains_key(header::AUTHORIZATION) {
        return None;
    }
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    let same = match (text("sec-fetch-site"), text("origin")) {
        (Some(site), _) => matches!(site, "same-origin" | "none"),
        (None, Some(origin)) => origin == app.config().public_url,
        // Neither: no browser of these years, so a program, which a foreign page can't steer.
        (None, None) => true,
    };
    (!same).then(|| Error::Forbidden(Code::CrossSite).into())
}

fn dress(app: &AppState, response: &mut Response, id: &str, method: &Method) {
    let status = response.status();
    let head = response.headers_mut();
    if let Ok(value) = HeaderValue::from_str(id) {
        head.insert(REQUEST_ID, value);
    }
    head.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    let unless_set = |head: &mut HeaderMap, name: HeaderName, value: &'static str| {
        head.entry(name).or_insert(HeaderValue::from_static(value));
    };
    unless_set(head, header::CACHE_CONTROL, "no-store");
    unless_set(head, header::REFERRER_POLICY, "same-origin");
    unless_set(head, header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY);
    unless_set(head, header::X_FRAME_OPTIONS, "DENY");
    if app.config().public_url.starts_with("https://") {
        unless_set(head, header::STRICT_TRANSPORT_SECURITY, "max-age=31536000");
    }
    if status.is_server_error() {
        tracing::warn!(%status, %method, request_id = id, "answered with an error");
    }
}
