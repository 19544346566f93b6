//! S8: sessions and the cookie that carries one.

use domain::access::RoleKey;
use reqwest::StatusCode;
use serde_json::json;
use testkit::app::{Client, PASSWORD, TestApp};

use crate::cast::{UNTIL, text};

async fn lives(client: &Client) -> bool {
    client.get("/api/v1/me").await.status.is_success()
}

db::on_both! {
    async fn s8_the_cookie_is_as_safe_as_cookies_get(db: TestDb) {
        let app = TestApp::new(db).await;
        let form = [("email", "olga@example.org"), ("password", PASSWORD)];
        let answer = app.stranger().form("/sign-in", &form).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
        let set = answer.headers.get_all("set-cookie").iter().filter_map(|value| value.to_str().ok());
        let session = set.into_iter().find(|text| text.starts_with("__Host-crewdesk=")).unwrap();
        for part in ["Secure", "HttpOnly", "SameSite=Lax", "Path=/"] {
            assert!(session.contains(part), "{session}");
        }
        assert!(!session.contains("Domain"), "{session}");
    }

    async fn s8_signing_out_clears_what_the_browser_kept(db: TestDb) {
        let app = TestApp::new(db).await;
        let (_, anna) = app.hire("anna", RoleKey::Technician).await;
        let out = anna.form("/sign-out", &[]).await;
        assert_eq!(out.header("clear-site-data"), "\"storage\"");
        assert!(!lives(&anna).await);
    }

    async fn s8_a_session_unused_for_an_hour_ends(db: TestDb) {
        let app = TestApp::new(db).await;
        let (_, idle) = app.hire("anna", RoleKey::Technician).await;
        app.clock.advance(kernel::Span::minutes(59));
        assert!(lives(&idle).await);
        app.clock.advance(kernel::Span::minutes(61));
        assert!(!lives(&idle).await);
    }

    async fn s8_a_session_ends_after_a_day_however_busy(db: TestDb) {
        let app = TestApp::new(db).await;
        let (_, busy) = app.hire("ben", RoleKey::Technician).await;
        for hour in 1..=24 {
            assert!(lives(&busy).await, "hour {hour}");
            app.clock.advance(kernel::Span::minutes(59));
        }
        app.clock.advance(kernel::Span::minutes(30));
        assert!(!lives(&busy).await);
    }

    async fn s8_each_sign_in_has_a_token_of_its_own(db: TestDb) {
        let app = TestApp::new(db).await;
        let (_, one) = app.hire("anna", RoleKey::Technician).await;
        // A token that was there before signing in is not taken over.
        let two = one.sign_in("anna").await;
        assert_ne!(one.token(), two.token());
        assert!(one.token().len() >= 40 && lives(&one).await && lives(&two).await);
        assert!(two.delete("/api/v1/session").await.status.is_success());
        assert!(lives(&one).await && !lives(&two).await);
    }

    async fn s8_credentials_are_changed_with_a_proof_only(db: TestDb) {
        let app = TestApp::new(db).await;
        let (_, anna) = app.hire("anna", RoleKey::Technician).await;
        let change = json!({"password": "not the present one", "new_password": "a fine kettle of fish"});
        let answer = anna.put("/api/v1/me/password", &change).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.body.contains("credentials_wrong"), "{}", answer.body);
        // A program's token is no proof that the person is there, whatever password it sends.
        let made = anna.post("/api/v1/tokens", &json!({"name": "script", "expires_at": UNTIL})).await.json();
        let script = anna.with_token(&text(&made["token"]));
        let change = json!({"password": PASSWORD, "new_password": "a fine kettle of fish"});
        assert_eq!(script.put("/api/v1/me/password", &change).await.status, StatusCode::UNAUTHORIZED);
        assert!(lives(&app.stranger().sign_in("anna").await).await);
    }
}
