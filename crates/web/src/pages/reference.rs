//! `/api/docs`: the programming interface, to be read.

use axum::response::Response;
use http::{HeaderMap, Uri};

use super::page::html;
use super::reader::Reader;
use crate::html::reference::Reference;
use crate::router::description;

/// `GET /api/docs`.
pub(crate) async fn show(headers: HeaderMap, uri: Uri) -> Response {
    let reader = Reader::of(&headers, &uri);
    html(&Reference::of(&description().1, reader.texts, reader.theme), reader.texts)
}
