//! S3: at the answer that takes a power away, it is gone.

use std::time::{Duration, Instant};

use domain::access::RoleKey;
use reqwest::StatusCode;
use serde_json::json;
use testkit::app::{Client, PASSWORD, TestApp};

/// How many of `tries` requests still succeed.
async fn succeed(client: &Client, path: &str, tries: usize) -> usize {
    let mut good = 0;
    for _ in 0..tries {
        good += usize::from(client.get(path).await.status.is_success());
    }
    good
}

db::on_both! {
    async fn s3_suspended_deactivated_or_removed_is_out_at_once(db: TestDb) {
        let app = TestApp::new(db).await;
        for (name, step) in [("anna", "suspension"), ("ben", "deactivation"), ("carl", "")] {
            let (user, client) = app.hire(name, RoleKey::Technician).await;
            let new = json!({"name": "script", "expires_at": "2026-10-01T00:00:00Z"});
            let secret = client.post("/api/v1/tokens", &new).await.json()["token"].as_str().unwrap().to_owned();
            let path = format!("/api/v1/users/{}", user.id);
            assert_eq!(succeed(&client, "/api/v1/me", 1).await, 1);
            let done = match step {
                "" => app.olga.delete(&path).await,
                step => app.olga.put(&format!("{path}/{step}"), &json!({"reason": "a test"})).await,
            };
            assert!(done.status.is_success(), "{name}: {}", done.body);
            assert_eq!(succeed(&client, "/api/v1/me", 1000).await, 0, "{name}'s session");
            let script = app.stranger().with_token(&secret);
            assert_eq!(succeed(&script, "/api/v1/me", 10).await, 0, "{name}'s token");
        }
    }

    async fn s3_another_node_knows_within_a_second(db: TestDb) {
        let app = TestApp::new(db).await;
        let node = app.node().await;
        let (user, client) = app.hire("anna", RoleKey::Technician).await;
        let there = client.at(&node);
        assert_eq!(succeed(&there, "/api/v1/me", 1).await, 1);
        app.olga.put(&format!("/api/v1/users/{}/suspension", user.id), &json!({"reason": ""})).await;
        let since = Instant::now();
        while there.get("/api/v1/me").await.status.is_success() {
            assert!(since.elapsed() < Duration::from_secs(1));
        }
        assert_eq!(succeed(&there, "/api/v1/me", 100).await, 0);
    }

    async fn s3_a_changed_password_ends_the_other_sessions(db: TestDb) {
        let app = TestApp::new(db).await;
        let (_, here) = app.hire("anna", RoleKey::Technician).await;
        let elsewhere = app.stranger().sign_in("anna").await;
        let change = json!({"password": PASSWORD, "new_password": "another fine kettle of fish"});
        assert!(here.put("/api/v1/me/password", &change).await.status.is_success());
        assert_eq!(succeed(&elsewhere, "/api/v1/me", 100).await, 0);
        assert_eq!(succeed(&here, "/api/v1/me", 1).await, 1);
    }

    async fn s3_a_role_taken_away_is_gone_at_the_next_request(db: TestDb) {
        let app = TestApp::new(db).await;
        let (user, client) = app.hire("anna", RoleKey::Administrator).await;
        assert_eq!(succeed(&client, "/api/v1/audit", 1).await, 1);
        let roles = app.olga.get("/api/v1/roles").await.json();
        let items = roles["items"].as_array().unwrap();
        let technician = items.iter().find(|role| role["key"] == "technician").unwrap()["id"].clone();
        let done = app.olga.put(&format!("/api/v1/users/{}/role", user.id), &json!({"role_id": technician})).await;
        assert_eq!(done.status, StatusCode::OK, "{}", done.body);
        assert_eq!(succeed(&client, "/api/v1/audit", 1000).await, 0);
    }

    async fn s3_a_stream_of_events_ends_with_its_session(db: TestDb) {
        let app = TestApp::new(db).await;
        let (user, client) = app.hire("anna", RoleKey::Technician).await;
        let mut stream = client.browse(reqwest::Method::GET, "/api/v1/events").send().await.unwrap();
        assert_eq!(stream.status(), StatusCode::OK);
        app.olga.put(&format!("/api/v1/users/{}/suspension", user.id), &json!({"reason": ""})).await;
        let ended = async { while let Ok(Some(_)) = stream.chunk().await {} };
        tokio::time::timeout(Duration::from_secs(2), ended).await.expect("the stream ends");
    }

    async fn s8_sessions_end_when_unused_and_after_a_day(db: TestDb) {
        let app = TestApp::new(db).await;
        let (_, idle) = app.hire("anna", RoleKey::Technician).await;
        app.clock.advance(kernel::Span::minutes(61));
        assert_eq!(succeed(&idle, "/api/v1/me", 1).await, 0);
        let (_, busy) = app.hire("ben", RoleKey::Technician).await;
        for hour in 1..=24 {
            assert_eq!(succeed(&busy, "/api/v1/me", 1).await, 1, "hour {hour}");
            app.clock.advance(kernel::Span::minutes(59));
        }
        app.clock.advance(kernel::Span::minutes(30));
        assert_eq!(succeed(&busy, "/api/v1/me", 1).await, 0);
    }
}
