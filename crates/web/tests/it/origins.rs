//! What is believed of where a request comes from, and what a fault tells.

use db::{Tx, params};
use kernel::Span;
use reqwest::{Method, StatusCode};
use serde_json::json;
use testkit::app::{PASSWORD, TestApp, read};

/// The address that the sign-in log shows for a sign-in which came "through" others.
async fn noted(app: &TestApp, forwarded: &str) -> String {
    app.clock.advance(Span::seconds(1));
    let body = json!({"email": "olga@example.org", "password": PASSWORD});
    let request = app.stranger().call(Method::POST, "/api/v1/session").json(&body);
    let answer = read(request.header("x-forwarded-for", forwarded)).await;
    assert!(answer.status.is_success(), "{}", answer.body);
    let log = app.olga.get("/api/v1/sign-ins?limit=1").await.json();
    log["items"][0]["address"].as_str().unwrap_or_default().to_owned()
}

db::on_both! {
    async fn headers_of_proxies_count_from_configured_ones_only(db: TestDb) {
        let app = TestApp::new(db).await;
        assert_eq!(noted(&app, "203.0.113.9").await, "127.0.0.1");
    }

    async fn behind_a_proxy_the_last_address_that_is_not_its_own_counts(db: TestDb) {
        let app = TestApp::behind_a_proxy(db).await;
        assert_eq!(noted(&app, "203.0.113.9").await, "203.0.113.9");
        // A client may write what it likes in front.
        assert_eq!(noted(&app, "198.51.100.1, 203.0.113.9, 127.0.0.1").await, "203.0.113.9");
        assert_eq!(noted(&app, "no address").await, "127.0.0.1");
    }

    async fn figures_are_told_to_this_machine_alone(db: TestDb) {
        let app = TestApp::new(db).await;
        assert_eq!(app.stranger().page("/metrics").await.status, 200);
        for header in ["x-forwarded-for", "forwarded", "x-real-ip", "via", "x-forwarded-proto"] {
            let asked = app.stranger().call(Method::GET, "/metrics").header(header, "127.0.0.1");
            assert_eq!(read(asked).await.status, 404, "{header}");
        }
        let guess = app.stranger().with_token("").page("/metrics").await;
        assert_eq!(guess.status, 200, "there is no token to guess");
    }

    async fn figures_with_a_token_are_told_to_who_brings_it(db: TestDb) {
        let app = TestApp::with_metrics(db, "forty kettles").await;
        assert_eq!(app.stranger().page("/metrics").await.status, 401);
        for (token, status) in [("forty kettle", 401), ("", 401), ("forty kettles", 200)] {
            let asked = app.stranger().call(Method::GET, "/metrics").bearer_auth(token);
            assert_eq!(read(asked.header("x-forwarded-for", "203.0.113.9")).await.status, status, "{token}");
        }
    }

    async fn a_fault_tells_its_number_and_nothing_else(db: TestDb) {
        let app = TestApp::new(db).await;
        let broken = app.crewdesk.db().write(async |tx: &mut Tx| -> Result<u64, db::DbError> {
            tx.execute("ALTER TABLE locations RENAME TO elsewhere", &params![]).await
        });
        broken.await.unwrap();
        let answer = app.olga.get("/api/v1/locations").await;
        assert_eq!(answer.status, StatusCode::INTERNAL_SERVER_ERROR);
        let problem = answer.json();
        assert_eq!(problem["code"], "internal");
        assert_eq!(problem["request_id"], answer.header("x-request-id"));
        let page = app.olga.page("/teams/new").await;
        for text in [answer.body, page.body] {
            for told in ["locations\"", "no such table", "does not exist", "SELECT", "crates/"] {
                assert!(!text.contains(told), "{told}: {text}");
            }
        }
    }
}
