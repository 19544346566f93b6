//! A request that comes twice under one Idempotency-Key is done once (SPEC API-1; SECURITY.md R5).

use domain::access::RoleKey;
use kernel::Span;
use reqwest::Method;
use serde_json::{Value, json};
use testkit::app::{Answer, Client, TestApp, read};

use crate::unchanged::{reason, refused};

const USERS: &str = "/api/v1/users";

/// Asks under this key.
async fn post(by: &Client, path: &str, key: &str, body: &Value) -> Answer {
    let request = by.call(Method::POST, path).header("idempotency-key", key);
    read(request.header("content-type", "application/json").body(body.to_string())).await
}

fn new(username: &str) -> Value {
    json!({"username": username, "email": format!("{username}@example.org")})
}

/// What a client sees of an answer.
fn seen(answer: &Answer) -> (u16, String, String, String) {
    let head = |name: &str| answer.header(name).to_owned();
    (answer.status.as_u16(), head("etag"), head("location"), answer.body.clone())
}

async fn found(app: &TestApp, search: &str) -> usize {
    let found = app.olga.get(&format!("{USERS}?search={search}")).await.json();
    found["items"].as_array().unwrap().len()
}

db::on_both! {
    async fn api_1_the_same_request_again_gets_the_same_answer_and_changes_nothing(db: TestDb) {
        let app = TestApp::new(db).await;
        let first = post(&app.olga, USERS, "k1", &new("eve")).await;
        assert_eq!(first.status, 201, "{}", first.body);
        let before = app.rows().await;
        let again = post(&app.olga, USERS, "k1", &new("eve")).await;
        assert_eq!(seen(&again), seen(&first));
        assert_eq!(app.rows().await, before);
        assert_eq!(found(&app, "eve").await, 1);
        let other = post(&app.olga, USERS, "k2", &new("eve")).await;
        assert_eq!(reason(&other), "409 email_taken", "another key is another request");
    }

    async fn api_1_of_the_same_request_twice_at_once_one_is_done_and_both_are_answered(db: TestDb) {
        let app = TestApp::new(db).await;
        let there = app.olga.at(&app.node().await);
        let body = new("eve");
        let (one, two) = tokio::join!(
            post(&app.olga, USERS, "k1", &body),
            post(&there, USERS, "k1", &body),
        );
        assert_eq!(one.status, 201, "{}", one.body);
        assert_eq!(seen(&one), seen(&two));
    }

    async fn api_1_another_request_under_the_same_key_is_refused(db: TestDb) {
        let app = TestApp::new(db).await;
        let group = json!({"name": "Night shift"});
        assert_eq!(post(&app.olga, "/api/v1/groups", "k1", &group).await.status, 201);
        let mismatch = "422 invalid /idempotency_key=idempotency_mismatch";
        let day = json!({"name": "Day shift"});
        refused(&app, post(&app.olga, "/api/v1/groups", "k1", &day), mismatch).await;
        refused(&app, post(&app.olga, "/api/v1/teams", "k1", &group), mismatch).await;
    }

    async fn api_1_a_refusal_is_not_kept(db: TestDb) {
        let app = TestApp::new(db).await;
        let mut eve = new("eve");
        eve["mobile"] = json!("601123456");
        refused(&app, post(&app.olga, USERS, "k1", &eve), "422 invalid /mobile=mobile_invalid").await;
        eve["mobile"] = json!("+420601123456");
        assert_eq!(post(&app.olga, USERS, "k1", &eve).await.status, 201, "put right, it may come again");
    }

    async fn api_1_a_key_is_the_actors_own(db: TestDb) {
        let app = TestApp::new(db).await;
        let (_, anna) = app.hire("anna", RoleKey::Administrator).await;
        let nick = app.neighbour("nick").await;
        for (by, name) in [(&app.olga, "one"), (&anna, "two"), (&nick, "three")] {
            let made = post(by, USERS, "k1", &new(name)).await;
            assert_eq!((made.status.as_u16(), &made.json()["username"]), (201, &json!(name)), "{}", made.body);
        }
    }

    async fn api_1_of_a_request_with_a_password_nothing_is_kept(db: TestDb) {
        let app = TestApp::new(db).await;
        for (username, field, value) in
            [("eve", "generate_password", json!(true)), ("ada", "password", json!("nine green umbrellas"))]
        {
            let mut body = new(username);
            body[field] = value;
            let made = post(&app.olga, USERS, "k1", &body).await;
            assert_eq!(made.status, 201, "{}", made.body);
            refused(&app, post(&app.olga, USERS, "k1", &body), "409 email_taken").await;
        }
        let rows = app.rows().await;
        assert!(!rows.iter().any(|row| row.starts_with("{\"table\":\"idempotency\"")));
    }

    async fn api_1_a_key_is_forgotten_after_a_day(db: TestDb) {
        let app = TestApp::new(db).await;
        assert_eq!(post(&app.olga, USERS, "k1", &new("eve")).await.status, 201);
        app.clock.advance(Span::days(1));
        domain::idempotency::forget(&app.crewdesk).await.unwrap();
        let olga = app.stranger().sign_in("olga").await;
        assert_eq!(reason(&post(&olga, USERS, "k1", &new("ada")).await), "422 invalid /idempotency_key=idempotency_mismatch");
        app.clock.advance(Span::seconds(1));
        domain::idempotency::forget(&app.crewdesk).await.unwrap();
        assert_eq!(post(&olga, USERS, "k1", &new("ada")).await.status, 201);
    }

    async fn api_1_a_key_that_can_not_be_kept_is_refused(db: TestDb) {
        let app = TestApp::new(db).await;
        let eve = new("eve");
        let long = "k".repeat(201);
        refused(&app, post(&app.olga, USERS, &long, &eve), "422 invalid /idempotency_key=too_long").await;
        refused(&app, post(&app.olga, USERS, "", &eve), "422 invalid /idempotency_key=required").await;
        assert_eq!(post(&app.olga, USERS, &long[1..], &eve).await.status, 201);
    }
}
