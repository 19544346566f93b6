//! Routes with their description, each known by its whole path.
//!
//! axum's own nesting cuts the prefix off the address of each request; here it is put in front once.

use axum::Router;
use axum::extract::DefaultBodyLimit;
use utoipa::openapi::OpenApi;
use utoipa_axum::router::{OpenApiRouter, UtoipaMethodRouter};

use crate::state::AppState;

/// Described routes in the making.
#[derive(Clone)]
pub(crate) struct Described {
    prefix: &'static str,
    router: OpenApiRouter<AppState>,
}

impl Described {
    /// None yet, to stand under this prefix.
    pub(crate) fn under(prefix: &'static str) -> Self {
        Self { prefix, router: OpenApiRouter::new() }
    }

    /// Adds the handlers of one address, as `routes!` collects them.
    pub(crate) fn routes(self, handlers: UtoipaMethodRouter<AppState>) -> Self {
        let (schemas, mut paths, handlers) = handlers;
        let described = std::mem::take(&mut paths.paths).into_iter();
        paths.paths =
            described.map(|(path, item)| (format!("{}{path}", self.prefix), item)).collect();
        Self { router: self.router.routes((schemas, paths, handlers)), ..self }
    }

    /// The same routes with another limit of bodies, in bytes.
    pub(crate) fn largest(self, bytes: usize) -> Self {
        Self { router: self.router.layer(DefaultBodyLimit::max(bytes)), ..self }
    }

    /// Both.
    pub(crate) fn merge(self, other: Self) -> Self {
        Self { router: self.router.merge(other.router), ..self }
    }

    /// The routes alone.
    pub(crate) fn router(self) -> Router<AppState> {
        self.router.split_for_parts().0
    }

    /// The description alone, under the head of this document.
    pub(crate) fn document(self, head: OpenApi) -> OpenApi {
        OpenApiRouter::with_openapi(head).merge(self.router).split_for_parts().1
    }
}
