//! A link or a code does its work once and in its time: a later try changes nothing, whatever password it brings
//! (SPEC ACC-1, ACC-3; SECURITY.md S6).

use domain::access::RoleKey;
use kernel::Span;
use serde_json::{Value, json};
use testkit::app::{Answer, PASSWORD, TestApp};

use crate::passwordless::knock;
use crate::reach::{code_to, fulfil};
use crate::unchanged::{reason, refused};

const FIRST: &str = "an entirely new phrase";
const SECOND: &str = "another fine kettle of fish";

async fn accept(app: &TestApp, link: &str, password: &str) -> Answer {
    let body = json!({"token": link, "password": password});
    app.stranger().post("/api/v1/invitations/acceptance", &body).await
}

/// Invites Ina; answers the secret of her link.
async fn invite(app: &TestApp) -> String {
    let people = json!({"people": [{"first_name": "Ina", "email": "ina@example.org"}]});
    assert_eq!(app.olga.post("/api/v1/invitations", &people).await.status, 201);
    app.link_to("ina@example.org").await
}

/// Tom has forgotten his password and asked for a code; answers the request and the code.
async fn forgotten(app: &TestApp) -> (Value, String) {
    app.create("tom", RoleKey::Technician, None).await;
    let asked =
        app.stranger().post("/api/v1/password-codes", &json!({"email": "tom@example.org"})).await;
    fulfil(app).await;
    (asked.json()["request"].clone(), code_to(app, "tom@example.org").await)
}

async fn reset(app: &TestApp, (request, code): &(Value, String), password: &str) -> Answer {
    let body = json!({"request": request, "code": code, "password": password});
    app.stranger().post("/api/v1/password-resets", &body).await
}

db::on_both! {
    async fn acc_1_who_comes_second_with_an_invitation_chooses_no_password(db: TestDb) {
        let app = TestApp::new(db).await;
        let link = invite(&app).await;
        assert_eq!(accept(&app, &link, FIRST).await.status, 201);
        refused(&app, accept(&app, &link, SECOND), "409 link_used").await;
        assert_eq!(knock(&app, "ina", FIRST).await.status, 201);
        assert_eq!(reason(&knock(&app, "ina", SECOND).await), "401 credentials_wrong");
    }

    async fn acc_1_an_invitation_after_its_time_chooses_no_password(db: TestDb) {
        let app = TestApp::new(db).await;
        let link = invite(&app).await;
        app.clock.advance(Span::days(7));
        refused(&app, accept(&app, &link, FIRST), "409 link_expired").await;
        assert_eq!(reason(&knock(&app, "ina", FIRST).await), "401 credentials_wrong");
    }

    async fn acc_3_who_comes_second_with_a_code_chooses_no_password(db: TestDb) {
        let app = TestApp::new(db).await;
        let sent = forgotten(&app).await;
        assert_eq!(reset(&app, &sent, FIRST).await.status, 204);
        refused(&app, reset(&app, &sent, SECOND), "422 invalid /code=code_wrong").await;
        assert_eq!(knock(&app, "tom", FIRST).await.status, 201);
        assert_eq!(reason(&knock(&app, "tom", SECOND).await), "401 credentials_wrong");
    }

    async fn acc_3_a_code_lives_for_ten_minutes_and_no_longer(db: TestDb) {
        let app = TestApp::new(db).await;
        let sent = forgotten(&app).await;
        app.clock.advance(Span::minutes(10));
        refused(&app, reset(&app, &sent, FIRST), "422 invalid /code=code_wrong").await;
        assert_eq!(knock(&app, "tom", PASSWORD).await.status, 201, "the former password is the password");
        app.clock.advance(Span::seconds(-1));
        assert_eq!(reset(&app, &sent, FIRST).await.status, 204, "a second earlier it would have done");
    }
}
