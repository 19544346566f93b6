//! A bare axum route that answers the bytes of a file as JSON: what `cargo xtask bench` compares with.
//!
//! `bare FILE` prints the address it listens on.
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a yardstick may stop when it is held wrongly, and its answer is what it prints"
)]

use axum::Router;
use axum::extract::{Path, State};
use axum::routing::get;
use bytes::Bytes;
use http::header;

#[tokio::main]
async fn main() {
    let file = std::env::args().nth(1).unwrap();
    let body = Bytes::from(tokio::fs::read(file).await.unwrap());
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    println!("{}", listener.local_addr().unwrap());
    let route = get(async |State(body): State<Bytes>, Path(_): Path<String>| {
        ([(header::CONTENT_TYPE, "application/json")], body)
    });
    axum::serve(listener, Router::new().route("/api/v1/users/{id}", route).with_state(body))
        .await
        .unwrap();
}
