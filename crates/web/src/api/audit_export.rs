//! The audit log as a file (SPEC API-5), written while it is read, so that its length does not matter.

use axum::body::Body;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use domain::Actor;
use domain::audit::export::Format;
use domain::audit::list::{self, Filter};
use futures::stream;
use http::header;
use kernel::{Cursor, Error, PageSize, Result};

use super::audit::filter;
use crate::extract::{Caller, Query};
use crate::problem::{Problem, ProblemBody};
use crate::state::AppState;

/// Export the audit log, newest first: every row that the filter lets through, with its hash.
#[utoipa::path(get, path = "/audit/export", tag = "Audit", operation_id = "exportAudit",
    params(("format" = Option<String>, Query, description = "csv or jsonl; csv if none"),
        ("subject_id" = Option<Vec<String>>, Query), ("actor_id" = Option<Vec<String>>, Query),
        ("surface" = Option<String>, Query), ("address" = Option<String>, Query), ("action" = Option<String>, Query),
        ("from" = Option<String>, Query), ("until" = Option<String>, Query)),
    responses((status = 200, content_type = "text/csv"), (status = 403, body = ProblemBody)))]
pub async fn export(
    State(app): State<AppState>,
    caller: Caller,
    mut query: Query,
) -> Result<Response, Problem> {
    let format = query.words("format", Format::parse)?.pop().unwrap_or(Format::Csv);
    let filter = filter(&mut query)?;
    query.finish()?;
    file(&app, caller.actor(), filter, format).await
}

/// The file. Refusals come before its first byte.
pub(crate) async fn file(
    app: &AppState,
    actor: &Actor,
    filter: Filter,
    format: Format,
) -> Result<Response, Problem> {
    let mut writer =
        Writer { app: app.clone(), actor: actor.clone(), filter, format, next: Next::Page(None) };
    let mut first = format.head()?;
    first.extend(writer.page().await?.unwrap_or_default());
    let begin = stream::once(async { Ok::<_, Error>(first) });
    let rest = stream::try_unfold(writer, |mut writer| async move {
        Ok(writer.page().await?.map(|text| (text, writer)))
    });
    let name = format!("attachment; filename=\"audit.{}\"", format.as_str());
    let head = [
        (header::CONTENT_TYPE, format.media_type().to_owned()),
        (header::CONTENT_DISPOSITION, name),
    ];
    Ok((head, Body::from_stream(futures::StreamExt::chain(begin, rest))).into_response())
}

/// Where a file goes on.
enum Next {
    Page(Option<Cursor>),
    End,
}

/// Reads page after page.
struct Writer {
    app: AppState,
    actor: Actor,
    filter: Filter,
    format: Format,
    next: Next,
}

impl Writer {
    /// The next rows as text. The reader's rights are read again for each page: a file takes long, and power
    /// that was taken meanwhile writes no more of it.
    async fn page(&mut self) -> Result<Option<Vec<u8>>> {
        let Next::Page(cursor) = std::mem::replace(&mut self.next, Next::End) else {
            return Ok(None);
        };
        let crewdesk = self.app.crewdesk();
        if let (Some(_), Some(me)) = (&cursor, self.actor.principal()) {
            self.actor = crewdesk.reload(&self.actor, me.session_id).await?;
        }
        let (filter, size) = (&self.filter, PageSize::new(Some(200))?);
        let read = crewdesk
            .read(&self.actor, async |cx| list::page(cx, filter, size, cursor.as_ref()).await);
        let page = read.await?;
        if let Some(cursor) = page.next_cursor {
            self.next = Next::Page(Some(cursor));
        }
        self.format.rows(&page.items).map(Some)
    }
}
