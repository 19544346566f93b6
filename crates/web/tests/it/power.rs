//! S3: at the answer that takes a power away, it is gone: the session, the token for programs, the link
//! sent, the open stream, here and on another node.

use std::time::{Duration, Instant};

use domain::access::RoleKey;
use futures::future::join_all;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use testkit::app::{Answer, Client, PASSWORD, TestApp};

use crate::cast::{UNTIL, text};

/// How many requests are made with a power that is gone.
const TRIES: usize = 1000;
/// How many of them are under way at a time.
const AT_ONCE: usize = 20;

/// How many of `tries` requests still succeed.
async fn succeed(client: &Client, path: &str, tries: usize) -> usize {
    let one = async |times: usize| {
        let mut good = 0;
        for _ in 0..times {
            good += usize::from(client.get(path).await.status.is_success());
        }
        good
    };
    let lanes = AT_ONCE.min(tries);
    join_all((0..lanes).map(|_| one(tries.div_ceil(lanes)))).await.into_iter().sum()
}

/// The id of a built-in role.
async fn role(app: &TestApp, key: &str) -> Value {
    let roles = app.olga.get("/api/v1/roles").await.json();
    let roles = roles["items"].as_array().unwrap();
    roles.iter().find(|role| role["key"] == key).unwrap()["id"].clone()
}

/// A token for programs with all that the person may do.
async fn script(client: &Client) -> Client {
    let new = json!({"name": "script", "expires_at": UNTIL});
    client.with_token(&text(&client.post("/api/v1/tokens", &new).await.json()["token"]))
}

/// The ways in which a user is put out.
const STEPS: &[&str] = &["suspension", "deactivation", "removal"];

async fn put_out(app: &TestApp, id: &str, step: &str) -> Answer {
    let path = format!("/api/v1/users/{id}");
    match step {
        "removal" => app.olga.delete(&path).await,
        step => app.olga.put(&format!("{path}/{step}"), &json!({"reason": "a test"})).await,
    }
}

/// Whether a stream ends within `patience`.
async fn ends(mut stream: reqwest::Response, patience: Duration) -> bool {
    let ended = async { while let Ok(Some(_)) = stream.chunk().await {} };
    tokio::time::timeout(patience, ended).await.is_ok()
}

db::on_both! {
    async fn s3_suspended_deactivated_or_removed_is_out_at_once(db: TestDb) {
        let app = TestApp::new(db).await;
        for (name, step) in ["anna", "ben", "carl"].into_iter().zip(STEPS) {
            let (user, client) = app.hire(name, RoleKey::Technician).await;
            let script = script(&client).await;
            assert_eq!((succeed(&client, "/api/v1/me", 1).await, succeed(&script, "/api/v1/users", 1).await), (1, 1));
            let done = put_out(&app, &user.id.to_string(), step).await;
            assert!(done.status.is_success(), "{name}: {}", done.body);
            assert_eq!(succeed(&client, "/api/v1/me", TRIES).await, 0, "{name}'s session");
            assert_eq!(succeed(&script, "/api/v1/users", TRIES).await, 0, "{name}'s token");
            assert_eq!(client.page("/").await.status, StatusCode::SEE_OTHER, "{name}'s cookie");
            let again = json!({"email": format!("{name}@example.org"), "password": PASSWORD});
            assert!(app.stranger().post("/api/v1/session", &again).await.status.is_client_error());
        }
    }

    async fn s3_another_node_knows_within_a_second(db: TestDb) {
        let app = TestApp::new(db).await;
        let node = app.node().await;
        for (name, step) in ["anna", "ben", "carl"].into_iter().zip(STEPS) {
            let (user, client) = app.hire(name, RoleKey::Technician).await;
            let there = client.at(&node);
            assert_eq!(succeed(&there, "/api/v1/me", 1).await, 1);
            put_out(&app, &user.id.to_string(), step).await;
            let since = Instant::now();
            while there.get("/api/v1/me").await.status.is_success() {
                assert!(since.elapsed() < Duration::from_secs(1));
            }
            println!("{name} was out at the other node after {:?}", since.elapsed());
            assert_eq!(succeed(&there, "/api/v1/me", TRIES).await, 0);
        }
    }

    async fn s3_a_request_under_way_is_done_before_or_not_at_all(db: TestDb) {
        let app = TestApp::new(db).await;
        let (user, client) = app.hire("anna", RoleKey::Administrator).await;
        let id = user.id.to_string();
        let wishes = (0..40).map(|n| {
            let client = client.clone();
            async move { client.post("/api/v1/groups", &json!({"name": format!("Group {n}")})).await.status }
        });
        let (wished, done) = tokio::join!(join_all(wishes), put_out(&app, &id, "suspension"));
        assert!(done.status.is_success() && wished.iter().all(|status| matches!(status.as_u16(), 201 | 401)), "{wished:?}");
        // The log tells in which order things happened: nothing of anna's stands after her suspension.
        let rows = app.olga.get("/api/v1/audit?limit=200").await.json();
        let rows = rows["items"].as_array().unwrap().clone();
        let ended = rows.iter().find(|row| row["action"] == "user.suspended").unwrap()["seq"].as_i64().unwrap();
        let hers: Vec<_> = rows.iter().filter(|row| row["action"] == "group.created").collect();
        assert_eq!(hers.len(), wished.iter().filter(|status| status.is_success()).count());
        assert!(hers.iter().all(|row| row["seq"].as_i64().unwrap() < ended));
    }

    async fn s3_a_changed_password_ends_the_other_sessions(db: TestDb) {
        let app = TestApp::new(db).await;
        let node = app.node().await;
        let (_, here) = app.hire("anna", RoleKey::Technician).await;
        let elsewhere = app.stranger().sign_in("anna").await;
        let change = json!({"password": PASSWORD, "new_password": "another fine kettle of fish"});
        assert!(here.put("/api/v1/me/password", &change).await.status.is_success());
        assert_eq!(succeed(&elsewhere, "/api/v1/me", TRIES).await, 0);
        assert_eq!(succeed(&elsewhere.at(&node), "/api/v1/me", TRIES).await, 0);
        assert_eq!(succeed(&here, "/api/v1/me", 1).await, 1);
    }

    async fn s3_a_role_taken_away_is_gone_at_the_next_request(db: TestDb) {
        let app = TestApp::new(db).await;
        let node = app.node().await;
        let (user, client) = app.hire("anna", RoleKey::Administrator).await;
        let script = script(&client).await;
        assert_eq!(succeed(&client, "/api/v1/audit", 1).await, 1);
        let technician = json!({"role_id": role(&app, "technician").await});
        let done = app.olga.put(&format!("/api/v1/users/{}/role", user.id), &technician).await;
        assert_eq!(done.status, StatusCode::OK, "{}", done.body);
        for power in [&client, &script, &client.at(&node)] {
            assert_eq!(succeed(power, "/api/v1/audit", TRIES).await, 0);
        }
        assert_eq!(succeed(&client, "/api/v1/me", 1).await, 1, "the session itself lives on");
    }

    async fn s3_a_session_or_token_that_was_ended_is_dead(db: TestDb) {
        let app = TestApp::new(db).await;
        let (_, anna) = app.hire("anna", RoleKey::Technician).await;
        let (other, script) = (app.stranger().sign_in("anna").await, script(&anna).await);
        let first = async |path: &str, mine: &str| {
            let items = anna.get(path).await.json()["items"].as_array().unwrap().clone();
            text(&items.iter().find(|row| row[mine] != json!(true)).unwrap()["id"])
        };
        for (power, list, mine) in [(&other, "/api/v1/me/sessions", "is_current"), (&script, "/api/v1/tokens", "none")] {
            assert_eq!(succeed(power, "/api/v1/users", 1).await, 1, "{list}");
            let id = first(list, mine).await;
            assert!(anna.delete(&format!("{list}/{id}")).await.status.is_success());
            assert_eq!(succeed(power, "/api/v1/users", TRIES).await, 0, "{list}");
        }
    }

    async fn s3_links_of_a_user_who_was_put_out_open_nothing(db: TestDb) {
        let app = TestApp::new(db).await;
        for step in STEPS {
            let email = format!("{step}@example.org");
            let people = json!({"people": [{"first_name": "Ina", "last_name": "In", "email": email}]});
            let made = app.olga.post("/api/v1/invitations", &people).await.json();
            let link = app.link_to(&email).await;
            // The invited are taken back, removed, or both; each is the end of the link.
            let id = text(&made["items"][0]["user_id"]);
            let done = match *step {
                "removal" => put_out(&app, &id, step).await,
                _ => app.olga.delete(&format!("/api/v1/invitations/{}", text(&made["items"][0]["id"]))).await,
            };
            assert!(done.status.is_success(), "{}", done.body);
            let accept = json!({"token": link, "password": "another fine kettle of fish"});
            let answer = app.stranger().post("/api/v1/invitations/acceptance", &accept).await;
            assert!(answer.status.is_client_error(), "{step}: {}", answer.body);
        }
    }

    async fn s3_a_stream_of_events_ends_with_its_session(db: TestDb) {
        let app = TestApp::new(db).await;
        let node = app.node().await;
        for (name, step) in ["anna", "ben", "carl"].into_iter().zip(STEPS) {
            let (user, client) = app.hire(name, RoleKey::Technician).await;
            let mut streams = Vec::new();
            for (client, path) in [(&client, "/api/v1/events"), (&client, "/live"), (&client.at(&node), "/live")] {
                let stream = client.browse(Method::GET, path).send().await.unwrap();
                assert_eq!(stream.status(), StatusCode::OK);
                streams.push(stream);
            }
            put_out(&app, &user.id.to_string(), step).await;
            let ended = join_all(streams.into_iter().map(|stream| ends(stream, Duration::from_secs(1)))).await;
            assert_eq!(ended, [true; 3], "{step}");
        }
    }
}
