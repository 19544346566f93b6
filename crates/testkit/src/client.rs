//! What actors reach a server with: the programming interface with a bearer token, or pages with cookies.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use kernel::Clock;
use reqwest::header::HeaderMap;
use reqwest::redirect::Policy as Redirects;
use reqwest::{Method, RequestBuilder, StatusCode};
use serde_json::{Value, json};

use crate::app::PASSWORD;

/// Somebody who talks to a server: over the programming interface, or with a browser's cookie.
#[derive(Clone)]
pub struct Client {
    http: reqwest::Client,
    nodes: Nodes,
    token: Option<String>,
    /// Before sign-in: the cookie behind the form token.
    form_cookie: Option<String>,
    /// The user, if signed in.
    pub user_id: String,
}

/// The nodes of an installation, which are asked in turns: nothing may depend on which of them answers.
#[derive(Clone)]
struct Nodes {
    urls: Arc<[String]>,
    turn: Arc<AtomicUsize>,
}

impl Nodes {
    fn new(urls: &[String]) -> Self {
        Self { urls: urls.into(), turn: Arc::default() }
    }

    fn next(&self) -> &str {
        let turn = self.turn.fetch_add(1, Ordering::Relaxed);
        self.urls.iter().cycle().nth(turn % self.urls.len()).map_or("", String::as_str)
    }

    /// The address that people know, whichever node answers.
    fn public(&self) -> &str {
        self.urls.first().map_or("", String::as_str)
    }
}

/// What a server answered.
#[derive(Debug, Clone)]
pub struct Answer {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub body: String,
}

impl Answer {
    /// The body as JSON; null where it is none.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_default()
    }
    /// The code of a refusal.
    pub fn code(&self) -> String {
        self.json().get("code").and_then(Value::as_str).unwrap_or_default().to_owned()
    }
    /// The body without the request's id, whether program or page.
    pub fn without_request_id(&self) -> String {
        match self.header("x-request-id") {
            "" => self.body.clone(),
            id => self.body.replace(id, "REQUEST"),
        }
    }
    /// One header.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }
}

/// An authenticator app, by its key.
#[derive(Debug, Clone)]
pub struct App(pub String);

impl App {
    /// The digits that it shows now.
    pub fn shows(&self, clock: &Clock) -> String {
        let key = totp_rs::Secret::try_from_base32(&self.0).expect("a key");
        let app = totp_rs::Builder::new().with_secret(key).build().expect("an app");
        let seconds = u64::try_from(clock.now().micros() / 1_000_000).unwrap_or_default();
        app.generate(seconds).to_string()
    }
}

impl Client {
    /// Nobody known, at one node.
    pub fn stranger(url: &str) -> Self {
        Self::at_nodes(&[url.to_owned()])
    }

    /// Nobody known, who reaches these nodes in turns.
    pub fn at_nodes(urls: &[String]) -> Self {
        // The first to install one decides; all of ours are the same.
        let _ = tokio_rustls::rustls::crypto::ring::default_provider().install_default();
        let http = reqwest::Client::builder().redirect(Redirects::none()).build();
        let http = http.expect("an HTTP client");
        let nodes = Nodes::new(urls);
        Self { http, nodes, token: None, form_cookie: None, user_id: String::new() }
    }

    /// Signs in as `username@example.org`.
    pub async fn sign_in(&self, username: &str) -> Self {
        let body = json!({"email": format!("{username}@example.org"), "password": PASSWORD});
        let answer = self.post("/api/v1/session", &body).await;
        let json = answer.json();
        let text = |name: &str| json.get(name).and_then(Value::as_str).map(str::to_owned);
        let token = text("token").unwrap_or_else(|| unreachable!("{username}: {}", answer.body));
        Self { token: Some(token), user_id: text("user_id").unwrap_or_default(), ..self.clone() }
    }

    /// The same person at one node and no other.
    pub fn at(&self, url: &str) -> Self {
        Self { nodes: Nodes::new(&[url.to_owned()]), ..self.clone() }
    }

    /// The bearer of this token.
    #[must_use]
    pub fn with_token(&self, token: &str) -> Self {
        Self { token: Some(token.to_owned()), ..self.clone() }
    }

    /// The session's secret.
    pub fn token(&self) -> &str {
        self.token.as_deref().unwrap_or_default()
    }

    /// Adds an authenticator app; answers it and the recovery codes that came with it.
    pub async fn add_app(&self, clock: &Clock) -> (App, Vec<String>) {
        let begun = self.post("/api/v1/me/factors", &json!({"name": "Telephone"})).await.json();
        let text = |name: &str| begun.get(name).and_then(Value::as_str).unwrap_or_default();
        let app = App(text("secret").to_owned());
        let path = format!("/api/v1/me/factors/{}/confirmation", text("id"));
        let done = self.put(&path, &json!({"code": app.shows(clock)})).await.json();
        let codes = done.get("recovery_codes").and_then(Value::as_array);
        let codes = codes.into_iter().flatten().filter_map(Value::as_str).map(str::to_owned);
        (app, codes.collect())
    }

    /// Asks the programming interface.
    pub async fn ask(&self, method: Method, path: &str, body: Option<&Value>) -> Answer {
        let kind = if method == Method::PATCH {
            "application/merge-patch+json"
        } else {
            "application/json"
        };
        let mut request = self.call(method, path);
        if let Some(body) = body {
            request = request.header("content-type", kind).body(body.to_string());
        }
        read(request).await
    }

    /// Reads.
    pub async fn get(&self, path: &str) -> Answer {
        self.ask(Method::GET, path, None).await
    }

    /// Adds.
    pub async fn post(&self, path: &str, body: &Value) -> Answer {
        self.ask(Method::POST, path, Some(body)).await
    }

    /// Puts.
    pub async fn put(&self, path: &str, body: &Value) -> Answer {
        self.ask(Method::PUT, path, Some(body)).await
    }

    /// Takes away.
    pub async fn delete(&self, path: &str) -> Answer {
        self.ask(Method::DELETE, path, None).await
    }

    /// A request as a program sends it, with the bearer token; the caller may add to it.
    pub fn call(&self, method: Method, path: &str) -> RequestBuilder {
        let request = self.http.request(method, format!("{}{path}", self.nodes.next()));
        match &self.token {
            Some(token) => request.bearer_auth(token),
            None => request,
        }
    }

    /// A request as a browser sends it, with its cookies; the caller may add to it.
    pub fn browse(&self, method: Method, path: &str) -> RequestBuilder {
        let request = self.http.request(method, format!("{}{path}", self.nodes.next()));
        match (&self.token, &self.form_cookie) {
            (Some(token), _) => request.header("cookie", format!("__Host-crewdesk={token}")),
            (None, Some(cookie)) => request.header("cookie", cookie),
            (None, None) => request,
        }
    }

    /// The same person in a browser that has seen a page with a form, and the token for forms.
    pub async fn with_form(&self) -> (Self, String) {
        if self.token.is_some() {
            return (self.clone(), self.form_token("/me").await);
        }
        let page = self.page("/sign-in").await;
        let cookie = page.header("set-cookie").split(';').next().map(str::to_owned);
        let browser = Self { form_cookie: cookie, ..self.clone() };
        (browser, form_token(&page.body))
    }

    /// Sends a form as a page of ours does, with this browser's token.
    pub async fn form(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let (browser, token) = self.with_form().await;
        let fields: Vec<_> = fields.iter().copied().chain([("csrf", token.as_str())]).collect();
        read(browser.browse(Method::POST, path).header("origin", self.nodes.public()).form(&fields))
            .await
    }

    /// Shows a page.
    pub async fn page(&self, path: &str) -> Answer {
        read(self.browse(Method::GET, path)).await
    }

    /// The token that this session's forms carry, as `path` shows it.
    pub async fn form_token(&self, path: &str) -> String {
        form_token(&self.page(path).await.body)
    }
}

fn form_token(page: &str) -> String {
    let value = page.split("name=\"csrf\" value=\"").nth(1);
    value.and_then(|rest| rest.split('"').next()).unwrap_or_default().to_owned()
}

/// A PNG of four by four pixels.
pub fn picture() -> Vec<u8> {
    STANDARD.decode(PICTURE).expect("base64")
}

const PICTURE: &str = "iVBORw0KGgoAAAANSUhEUgAAAAQAAAAECAIAAAAmkwkpAAAAEElEQVR42mM4oaEBRwzEcQDRQxGBoNNuZAAAAABJRU5ErkJggg==";

/// A form with a file, as a browser sends it: content type and body.
pub fn with_file(fields: &[(&str, &str)], name: &str, file: &[u8]) -> (&'static str, Vec<u8>) {
    let mut body = Vec::new();
    let mut part = |head: &str, value: &[u8]| {
        let start = format!("--limit\r\nContent-Disposition: form-data; {head}\r\n\r\n");
        body.extend_from_slice(start.as_bytes());
        body.extend_from_slice(value);
        body.extend_from_slice(b"\r\n");
    };
    for (field, value) in fields {
        part(&format!("name=\"{field}\""), value.as_bytes());
    }
    part(&format!("name=\"{name}\"; filename=\"{name}\""), file);
    body.extend_from_slice(b"--limit--\r\n");
    ("multipart/form-data; boundary=limit", body)
}

/// Sends a request and reads the whole answer.
pub async fn read(request: RequestBuilder) -> Answer {
    let answer = request.send().await.expect("an answer");
    let (status, headers) = (answer.status(), answer.headers().clone());
    Answer { status, headers, body: answer.text().await.unwrap_or_default() }
}
