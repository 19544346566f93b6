//! What happens to every request and answer: an id, safe headers, time-out, the body of refusals.

use std::sync::OnceLock;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::{DefaultBodyLimit, Request};
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use kernel::{Code, Error};
use metrics::Counter;
use tower::ServiceExt as _;
use uuid::fmt::Hyphenated;

use crate::assets::CONTENT_SECURITY_POLICY;
use crate::extract::RequestId;
use crate::pages::reader::Reader;
use crate::problem::{Problem, ProblemBody};
use crate::refused::{self, Asker, Knock};
use crate::state::AppState;

/// How long a handler may take. Event streams answer at once and go on in their body.
const PATIENCE: Duration = Duration::from_secs(30);

/// Largest body, in bytes, where a route says nothing else.
const LARGEST_BODY: usize = 1024 * 1024;

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// What every answer says unless its handler knows better.
const HEADERS: [(HeaderName, HeaderValue); 5] = [
    (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
    (header::REFERRER_POLICY, HeaderValue::from_static("same-origin")),
    (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(CONTENT_SECURITY_POLICY)),
    (header::X_FRAME_OPTIONS, HeaderValue::from_static("DENY")),
];

/// Lets the routes answer a request, and does what belongs to all of them.
pub(crate) async fn around(app: &AppState, routes: Router, mut request: Request) -> Response {
    let id = request_id(app, request.headers());
    let from_program = is_program(request.uri().path());
    let knock = Knock {
        asker: Asker::default(),
        method: request.method().clone(),
        uri: request.uri().clone(),
    };
    let reader = (!from_program).then(|| Reader::of(request.headers(), request.uri()));
    DefaultBodyLimit::max(LARGEST_BODY).apply(&mut request);
    request.extensions_mut().insert(id.clone());
    request.extensions_mut().insert(knock.asker.clone());
    let mut response = match refuse_cross_site(app, &request) {
        Some(problem) => problem.into_response(),
        None => match tokio::time::timeout(PATIENCE, routes.oneshot(request)).await {
            Ok(Ok(response)) => response,
            Ok(Err(never)) => match never {},
            Err(_) => Problem::from(Error::Unavailable).into_response(),
        },
    };
    count(response.status());
    let problem = problem_of(&response);
    refused::note(response.status(), problem.as_ref(), &knock, id.as_str());
    if let Some(problem) = problem {
        let body = ProblemBody::new(&problem.0, id.as_str());
        match &reader {
            None => write_problem(&mut response, &body),
            Some(reader) => {
                crate::pages::write_fault(&mut response, &problem.0, id.as_str(), reader)
            }
        }
    }
    dress(app, &mut response, &id, &knock.method);
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
fn request_id(app: &AppState, headers: &HeaderMap) -> RequestId {
    let sane = |value: &&HeaderValue| {
        (8..=64).contains(&value.len())
            && value.as_bytes().iter().all(|b| b.is_ascii_alphanumeric() || *b == b'-')
    };
    let given = headers.get(REQUEST_ID).filter(sane).cloned();
    RequestId::of(given.unwrap_or_else(|| {
        let crewdesk = app.crewdesk();
        let new = crewdesk.entropy().uuid(crewdesk.clock().now());
        let mut text = [0; Hyphenated::LENGTH];
        HeaderValue::from_str(new.hyphenated().encode_lower(&mut text))
            .unwrap_or(HeaderValue::from_static("none"))
    }))
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

fn dress(app: &AppState, response: &mut Response, id: &RequestId, method: &Method) {
    let status = response.status();
    let head = response.headers_mut();
    head.reserve(HEADERS.len() + 2);
    head.insert(REQUEST_ID, id.header());
    for (name, value) in HEADERS {
        head.entry(name).or_insert(value);
    }
    if app.config().public_url.starts_with("https://") {
        let year = HeaderValue::from_static("max-age=31536000");
        head.entry(header::STRICT_TRANSPORT_SECURITY).or_insert(year);
    }
    if status.is_server_error() {
        tracing::warn!(%status, %method, request_id = id.as_str(), "answered with an error");
    }
}
