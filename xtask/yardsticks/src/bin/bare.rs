//! A bare axum route that answers the bytes of a file as JSON: what `cargo xtask bench` compares with.
//!
//! `bare FILE` prints the address it listens on. `bare FILE DATABASE` asks that SQLite file first who bears the
//! request's token, as every request to the product does.
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a yardstick may stop when it is held wrongly, and its answer is what it prints"
)]

use axum::Router;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use bytes::Bytes;
use db::{Access, DatabaseUrl, Db, DbOptions};
use domain::{Crewdesk, Policy};
use http::{HeaderMap, StatusCode, header};
use kernel::{Clock, Entropy, Token};

#[derive(Clone)]
struct Bare {
    body: Bytes,
    sessions: Option<Crewdesk>,
}

#[tokio::main]
async fn main() {
    let mut arguments = std::env::args().skip(1);
    let body = Bytes::from(tokio::fs::read(arguments.next().unwrap()).await.unwrap());
    let sessions = match arguments.next() {
        Some(file) => Some(open(file).await),
        None => None,
    };
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    println!("{}", listener.local_addr().unwrap());
    let route = get(answer);
    let bare = Bare { body, sessions };
    axum::serve(listener, Router::new().route("/api/v1/users/{id}", route).with_state(bare))
        .await
        .unwrap();
}

async fn open(file: String) -> Crewdesk {
    let options = DbOptions { access: Access::Use, ..DbOptions::default() };
    let db = Db::open(&DatabaseUrl::Sqlite(file.into()), options).await.unwrap();
    Crewdesk::new(db, Clock::system(), Entropy::system(), Policy::default())
}

async fn answer(State(bare): State<Bare>, headers: HeaderMap, _: Path<String>) -> Response {
    if let Some(sessions) = &bare.sessions
        && !is_known(sessions, &headers).await
    {
        return StatusCode::UNAUTHORIZED.into_response();
    }
    ([(header::CONTENT_TYPE, "application/json")], bare.body).into_response()
}

async fn is_known(sessions: &Crewdesk, headers: &HeaderMap) -> bool {
    let bearer = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let token = bearer.and_then(|text| text.strip_prefix("Bearer ")).and_then(Token::from_request);
    match token {
        Some(token) => sessions.admit(&token, "127.0.0.1").await.is_ok(),
        None => false,
    }
}
