//! Answers of the programming interface.

use axum::response::{IntoResponse, Response};
use domain::idempotency::{self, Kept};
use domain::{Actor, Cx};
use http::{HeaderValue, StatusCode, header};
use kernel::{Cursor, Error, Page, Result};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::extract::IdempotencyKey;
use crate::problem::Problem;
use crate::state::AppState;

/// An answer: status, version, place and body.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Reply {
    status: u16,
    version: Option<i64>,
    location: Option<String>,
    body: Option<String>,
}

impl Reply {
    /// 200 with a body.
    ///
    /// # Errors
    /// Never for the types of this interface.
    pub fn ok(body: &impl Serialize) -> Result<Self> {
        // A list is hundreds of short texts, and this crate looks at many of their bytes at a time.
        let body = Some(sonic_rs::to_string(body).map_err(Error::internal)?);
        Ok(Self { status: 200, version: None, location: None, body })
    }
    /// 201 with a body and where it is now.
    ///
    /// # Errors
    /// Never for the types of this interface.
    pub fn created(body: &impl Serialize, location: String) -> Result<Self> {
        Ok(Self { status: 201, location: Some(location), ..Self::ok(body)? })
    }
    /// 204.
    pub const fn empty() -> Self {
        Self { status: 204, version: None, location: None, body: None }
    }
    /// Adds the version, which is the entity tag.
    #[must_use]
    pub const fn version(mut self, version: i64) -> Self {
        self.version = Some(version);
        self
    }
}

impl IntoResponse for Reply {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::OK);
        let mut response = match self.body {
            Some(body) => (status, body).into_response(),
            None => status.into_response(),
        };
        let head = response.headers_mut();
        if status != StatusCode::NO_CONTENT {
            head.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
        }
        if let Some(tag) =
            self.version.and_then(|version| HeaderValue::from_str(&format!("\"{version}\"")).ok())
        {
            head.insert(header::ETAG, tag);
        }
        if let Some(place) = self.location.and_then(|place| HeaderValue::from_str(&place).ok()) {
            head.insert(header::LOCATION, place);
        }
        response
    }
}

/// Runs a verb whose answer is kept under the client's key, so that a repeat changes nothing more.
///
/// # Errors
/// What the verb answers; a refusal is not kept.
pub async fn once(
    app: &AppState,
    actor: &Actor,
    IdempotencyKey(key): IdempotencyKey,
    fingerprint: [u8; 32],
    verb: impl AsyncFnOnce(&mut Cx<'_>) -> Result<Reply>,
) -> Result<Reply, Problem> {
    let answer = app.crewdesk().write(actor, async |cx| {
        let Some(key) = key else { return verb(cx).await };
        if let Some(kept) = idempotency::find(cx, &key, &fingerprint).await? {
            return serde_json::from_str(&kept.body).map_err(Error::internal);
        }
        let reply = verb(cx).await?;
        let body = serde_json::to_string(&reply).map_err(Error::internal)?;
        idempotency::keep(cx, &key, &fingerprint, &Kept { status: reply.status, body }).await?;
        Ok(reply)
    });
    Ok(answer.await?)
}

/// The same for what is done in several transactions: the answer is kept once all of it is done. A repeat after an
/// end midway finds what was done already.
///
/// # Errors
/// What the verb answers; a refusal is not kept.
pub async fn once_in_parts(
    app: &AppState,
    actor: &Actor,
    IdempotencyKey(key): IdempotencyKey,
    fingerprint: [u8; 32],
    verb: impl Future<Output = Result<Reply>>,
) -> Result<Reply, Problem> {
    let Some(key) = key else { return Ok(verb.await?) };
    let kept =
        app.crewdesk().read(actor, async |cx| idempotency::find(cx, &key, &fingerprint).await);
    if let Some(kept) = kept.await? {
        return Ok(serde_json::from_str(&kept.body).map_err(Error::internal)?);
    }
    let reply = verb.await?;
    let body = serde_json::to_string(&reply).map_err(Error::internal)?;
    let kept = Kept { status: reply.status, body };
    let keeping = app
        .crewdesk()
        .write(actor, async |cx| idempotency::keep(cx, &key, &fingerprint, &kept).await);
    keeping.await?;
    Ok(reply)
}

/// A page of a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct ListBody<T> {
    /// The rows.
    pub items: Vec<T>,
    /// Where the next page begins; null on the last.
    pub next_cursor: Option<String>,
    /// How many there are in all, if asked for with `count=true`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total: Option<u64>,
}

impl<T> From<Page<T>> for ListBody<T> {
    fn from(page: Page<T>) -> Self {
        Self {
            items: page.items,
            next_cursor: page.next_cursor.as_ref().map(Cursor::as_str).map(str::to_owned),
            total: page.total,
        }
    }
}

impl<T> From<Vec<T>> for ListBody<T> {
    fn from(items: Vec<T>) -> Self {
        Self { items, next_cursor: None, total: None }
    }
}
