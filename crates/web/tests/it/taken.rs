//! What somebody has already is not given again, in whatever dress it is asked for, and nothing is changed
//! (SPEC USR-3).

use serde_json::{Value, json};
use testkit::app::TestApp;

use crate::unchanged::refused;

/// Zoë, with one of everything that only one can have.
async fn with_zoe(db: db::testdb::TestDb) -> TestApp {
    let app = TestApp::new(db).await;
    let exchange = json!({"name": "Prague", "first_extension": "200", "last_extension": "299"});
    assert_eq!(app.olga.post("/api/v1/exchanges", &exchange).await.status, 201);
    let zoe = json!({"username": "Zoë", "email": "zoë@example.org", "numeric_id": "77",
        "external_id": "HR-7", "extension": "201"});
    let made = app.olga.post("/api/v1/users", &zoe).await;
    assert_eq!(made.status, 201, "{}", made.body);
    app
}

/// Asks for a user who has one thing that Zoë has.
async fn refuses(app: &TestApp, field: &str, value: &str, wanted: &str) {
    let mut twin: Value = json!({"username": "twin", "email": "twin@example.org"});
    twin[field] = json!(value);
    refused(app, app.olga.post("/api/v1/users", &twin), wanted).await;
}

db::on_both! {
    async fn usr_3_an_address_is_taken_whatever_its_case_composition_and_width(db: TestDb) {
        let app = with_zoe(db).await;
        for address in [
            "zoë@example.org", "ZOË@Example.ORG", "zoe\u{308}@example.org", "ZOE\u{308}@EXAMPLE.ORG",
            "ｚｏë@example.org", " zoë@example.org ", "zoe@example.org",
        ] {
            refuses(&app, "email", address, "409 email_taken").await;
        }
        let again = json!({"username": "zoe", "email": "zoë@example.org"});
        refused(&app, app.olga.post("/api/v1/users", &again), "409 email_taken").await;
    }

    async fn usr_3_what_only_one_can_have_is_taken_by_its_own_code(db: TestDb) {
        let app = with_zoe(db).await;
        for (field, value, wanted) in [
            ("username", "ZOE", "409 username_taken"),
            ("username", "ｚｏe\u{308}", "409 username_taken"),
            ("numeric_id", "77", "409 numeric_id_taken"),
            ("external_id", "HR-7", "409 external_id_taken"),
            ("extension", "201", "409 extension_taken"),
        ] {
            refuses(&app, field, value, wanted).await;
        }
    }
}
