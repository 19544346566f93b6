//! S1 for the pages: every address of the router, read from its own source, × every kind of actor.

use std::fmt::Write as _;

use domain::access::RoleKey;
use reqwest::Method;
use testkit::app::{Client, TestApp, read};

const SOURCE: &str = include_str!("../../src/pages/mod.rs");
const ACTORS: &[&str] = &["anonymous", "neighbour", "technician", "supervisor", "administrator"];
/// A user that does not exist anywhere.
const NOBODY: &str = "01890000-0000-7000-8000-000000000000";

/// Method and address of every route.
fn routes() -> Vec<(Method, String)> {
    let mut found = Vec::new();
    for piece in SOURCE.split(".route(").skip(1) {
        let call = &piece[..piece.find("\n").unwrap_or(piece.len())];
        let Some(path) = call.split('"').nth(1) else { continue };
        if path.starts_with("/users/{{id}}") {
            let steps = SOURCE.split("let all = [").nth(1).unwrap().split(']').next().unwrap();
            for step in steps.split('"').skip(1).step_by(2) {
                found.push((Method::GET, format!("/users/{{id}}/{step}")));
                found.push((Method::POST, format!("/users/{{id}}/{step}")));
            }
            continue;
        }
        if call.contains("get(") {
            found.push((Method::GET, path.to_owned()));
        }
        if call.contains("post(") {
            found.push((Method::POST, path.to_owned()));
        }
    }
    found
}

/// Streams never end, and signing out would end the session that asks.
fn left_out(path: &str) -> bool {
    matches!(path, "/live" | "/sign-out" | "/me/sessions/others")
}

async fn ask(client: &Client, token: &str, method: &Method, path: &str) -> (u16, String) {
    let mut request = client.browse(method.clone(), path);
    if *method == Method::POST {
        request = request.header("sec-fetch-site", "same-origin").form(&[("csrf", token)]);
    }
    let answer = read(request).await;
    // A page says who reads it and when, so only refusals can be compared.
    let place = answer.header("location").to_owned();
    (answer.status.as_u16(), place)
}

struct Actor {
    client: Client,
    token: String,
}

impl Actor {
    async fn new(client: Client) -> Self {
        let token =
            client.form_token(if client.token().is_empty() { "/sign-in" } else { "/me" }).await;
        Self { client, token }
    }
}

db::on_both! {
    async fn s1_every_page_asks_for_the_right(db: TestDb) {
        let app = TestApp::new(db).await;
        let actors = [
            Actor::new(app.stranger()).await,
            Actor::new(app.neighbour("nick").await).await,
            Actor::new(app.hire("tina", RoleKey::Technician).await.1).await,
            Actor::new(app.hire("sven", RoleKey::Supervisor).await.1).await,
            Actor::new(app.olga.clone()).await,
        ];
        assert!(routes().len() > 70, "{}", routes().len());
        let mut table = format!("{:52} {}\n", "", ACTORS.join(" "));
        let mut number = 0;
        for (method, route) in routes().iter().filter(|(_, path)| !left_out(path)) {
            let mut line = format!("{:5} {route:46}", method.as_str());
            for (name, actor) in ACTORS.iter().zip(&actors) {
                number += 1;
                let target = app.create(&format!("user{number}"), RoleKey::Technician, None).await;
                let path = route.replace("{id}", &target.id.to_string()).replace("{session}", NOBODY)
                    .replace("{token}", "cdu_nobody").replace("{number}", "1");
                let (status, place) = ask(&actor.client, &actor.token, method, &path).await;
                let door = if place.starts_with("/sign-in") { "*" } else { "" };
                let _ = write!(line, " {:>width$}", format!("{status}{door}"), width = name.len());
            }
            table.push_str(line.trim_end());
            table.push('\n');
        }
        insta::assert_snapshot!("pages", table);
    }

    async fn s1_pages_of_a_foreign_and_a_missing_user_answer_alike(db: TestDb) {
        let app = TestApp::new(db).await;
        let neighbour = Actor::new(app.neighbour("nick").await).await;
        let target = app.create("ursula", RoleKey::Technician, None).await;
        for (method, route) in routes().iter().filter(|(_, path)| path.starts_with("/users/{id}")) {
            let mut answers = Vec::new();
            for id in [target.id.to_string().as_str(), NOBODY] {
                let path = route.replace("{id}", id).replace("{session}", NOBODY);
                answers.push(ask(&neighbour.client, &neighbour.token, method, &path).await);
            }
            assert_eq!(answers[0], answers[1], "{method} {route}");
            // A photo's form is read before anybody is looked for.
            let refused = if method == Method::POST && route.contains("/photo") { 400 } else { 404 };
            assert_eq!(answers[0].0, refused, "{method} {route}");
        }
    }
}
