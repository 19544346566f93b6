//! Addresses with their handlers, and the list of them: a test compares each with the table of who may
//! what (SECURITY.md S1), which axum's own router can't be asked for.

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::handler::Handler;
use axum::routing::{get, post};
use http::Method;

use crate::state::AppState;

/// Routes in the making.
#[derive(Debug, Default)]
pub(crate) struct Map {
    router: Router<AppState>,
    addresses: Vec<Address>,
}

/// A method and a path as the router knows it: `GET /users/{id}`.
pub type Address = (Method, String);

impl Map {
    /// Answers GET, and HEAD like it.
    pub(crate) fn get<H, T>(self, path: &str, handler: H) -> Self
    where
        H: Handler<T, AppState>,
        T: 'static,
    {
        self.with(Method::GET, path, get(handler))
    }

    /// Answers POST.
    pub(crate) fn post<H, T>(self, path: &str, handler: H) -> Self
    where
        H: Handler<T, AppState>,
        T: 'static,
    {
        self.with(Method::POST, path, post(handler))
    }

    fn with(
        mut self,
        method: Method,
        path: &str,
        handler: axum::routing::MethodRouter<AppState>,
    ) -> Self {
        self.addresses.push((method, path.to_owned()));
        Self { router: self.router.route(path, handler), addresses: self.addresses }
    }

    /// The same routes with another limit of bodies, in bytes.
    pub(crate) fn largest(self, bytes: usize) -> Self {
        Self { router: self.router.layer(DefaultBodyLimit::max(bytes)), ..self }
    }

    /// Both.
    pub(crate) fn merge(mut self, other: Self) -> Self {
        self.addresses.extend(other.addresses);
        Self { router: self.router.merge(other.router), addresses: self.addresses }
    }

    /// The routes alone.
    pub(crate) fn router(self) -> Router<AppState> {
        self.router
    }

    /// The list alone.
    pub(crate) fn addresses(self) -> Vec<Address> {
        self.addresses
    }
}
