//! One who speaks to a node.

use std::collections::HashSet;
use std::time::Duration;

use anyhow::{Context as _, Result, bail};
use reqwest::{Method, Response};
use serde_json::{Value, json};

/// No answer takes this long.
const PATIENCE: Duration = Duration::from_secs(30);

/// A bearer of a token.
#[derive(Clone)]
pub(super) struct Client {
    http: reqwest::Client,
    base: String,
    token: String,
}

impl Client {
    /// Speaks to `127.0.0.1:PORT`.
    pub(super) fn new(address: &str, token: &str) -> Result<Self> {
        let http = reqwest::Client::builder().no_proxy().build()?;
        Ok(Self { http, base: format!("http://{address}"), token: token.to_owned() })
    }

    /// The same way, with another token.
    pub(super) fn bearing(&self, token: &str) -> Self {
        Self { token: token.to_owned(), ..self.clone() }
    }

    /// The token it bears.
    pub(super) fn token(&self) -> &str {
        &self.token
    }

    /// Whether the server says that it is ready.
    pub(super) async fn is_ready(&self) -> bool {
        let answer = self.http.get(format!("{}/readyz", self.base)).timeout(PATIENCE).send().await;
        answer.is_ok_and(|answer| answer.status().is_success())
    }

    /// Sends a request.
    pub(super) async fn send(
        &self,
        method: Method,
        path: &str,
        body: Option<&Value>,
    ) -> reqwest::Result<Response> {
        let request = self.http.request(method, format!("{}{path}", self.base));
        let mut request = request.bearer_auth(&self.token);
        if let Some(body) = body {
            request = request.json(body);
        }
        request.send().await
    }

    /// Sends a request that must be answered with success.
    pub(super) async fn go(
        &self,
        method: Method,
        path: &str,
        body: Option<&Value>,
    ) -> Result<Value> {
        let answer = self.send(method.clone(), path, body).await?;
        let (status, text) = (answer.status(), answer.text().await?);
        if !status.is_success() {
            bail!("{method} {path} was answered {status}: {text}");
        }
        Ok(if text.is_empty() { Value::Null } else { serde_json::from_str(&text)? })
    }

    /// The number with which a request is answered.
    pub(super) async fn status(&self, path: &str) -> reqwest::Result<u16> {
        let answer = self.send(Method::GET, path, None).await?;
        let status = answer.status().as_u16();
        // The connection is used again only if the answer was read.
        answer.bytes().await?;
        Ok(status)
    }

    /// Creates a user; the id, or `None` where the answer is not "created" or does not come whole.
    pub(super) async fn create(&self, user: &Value) -> Option<String> {
        let answer = self.send(Method::POST, "/api/v1/users", Some(user)).await.ok()?;
        if answer.status().as_u16() != 201 {
            return None;
        }
        Some(word(&answer.json().await.ok()?, "id").ok()?.to_owned())
    }

    /// All values of a field in a list, page by page.
    pub(super) async fn all(&self, list: &str, field: &str) -> Result<Vec<String>> {
        let mut found = Vec::new();
        let mut cursor = String::new();
        loop {
            let page = self.go(Method::GET, &format!("{list}limit=200{cursor}"), None).await?;
            let items = page.get("items").and_then(Value::as_array).context("no items")?;
            for item in items {
                found.push(word(item, field)?.to_owned());
            }
            match page.get("next_cursor").and_then(Value::as_str) {
                Some(next) => cursor = format!("&cursor={next}"),
                None => return Ok(found),
            }
        }
    }

    /// The ids of all users.
    pub(super) async fn user_ids(&self) -> Result<HashSet<String>> {
        Ok(self.all("/api/v1/users?sort=created_at&", "id").await?.into_iter().collect())
    }
}

/// A text in an answer.
pub(super) fn word<'v>(value: &'v Value, key: &str) -> Result<&'v str> {
    value.get(key).and_then(Value::as_str).with_context(|| format!("no {key} in {value}"))
}

/// A user to be created; the name must be new.
pub(super) fn user(name: &str) -> Value {
    json!({
        "username": name,
        "first_name": "Fault",
        "last_name": name,
        "email": format!("{name}@example.org"),
    })
}
