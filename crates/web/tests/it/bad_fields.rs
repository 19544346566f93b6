//! What a field of a user can't hold is named by place and code, and changes nothing (SPEC USR-3; SECURITY.md S2).

use domain::access::RoleKey;
use reqwest::Method;
use serde_json::{Value, json};
use testkit::app::TestApp;

use crate::unchanged::refused;

/// Contoso and the two ways to a user's fields: creating Eve, and changing Tom.
struct Desk {
    app: TestApp,
    toms: String,
}

impl Desk {
    async fn new(db: db::testdb::TestDb) -> Self {
        let app = TestApp::new(db).await;
        let tom = app.create("tom", RoleKey::Technician, None).await;
        Self { toms: format!("/api/v1/users/{}", tom.id), app }
    }

    async fn refuses_to_create(&self, fields: &Value, wanted: &str) {
        let mut eve = json!({"username": "eve", "email": "eve@example.org"});
        eve.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
        refused(&self.app, self.app.olga.post("/api/v1/users", &eve), wanted).await;
    }

    async fn refuses_to_change(&self, fields: &Value, wanted: &str) {
        let change = self.app.olga.ask(Method::PATCH, &self.toms, Some(fields));
        refused(&self.app, change, wanted).await;
    }

    async fn refuses(&self, field: &str, value: impl Into<Value>, code: &str) {
        let fields = json!({field: value.into()});
        let wanted = format!("422 invalid /{field}={code}");
        self.refuses_to_create(&fields, &wanted).await;
        self.refuses_to_change(&fields, &wanted).await;
    }

    async fn takes(&self, field: &str, value: String) {
        let changed =
            self.app.olga.ask(Method::PATCH, &self.toms, Some(&json!({field: value}))).await;
        assert_eq!(changed.status, 200, "{field}: {}", changed.body);
        assert_eq!(changed.json()[field], value);
    }
}

db::on_both! {
    async fn usr_3_what_is_too_long_by_a_letter_is_refused(db: TestDb) {
        let desk = Desk::new(db).await;
        for (field, longest) in [
            ("username", 64), ("first_name", 100), ("last_name", 100), ("display_name", 100), ("keywords", 500),
            ("external_id", 200), ("note", 4000),
        ] {
            desk.refuses(field, "ž".repeat(longest + 1), "too_long").await;
            desk.takes(field, "ž".repeat(longest)).await;
        }
        desk.refuses("email", format!("{}@example.org", "x".repeat(243)), "too_long").await;
        desk.refuses("email", format!("{}@example.org", "x".repeat(65)), "email_invalid").await;
        let password = json!({"password": "seven blue kettles on a hill ".repeat(9)});
        desk.refuses_to_create(&password, "422 invalid /password=password_too_long").await;
    }

    async fn usr_3_a_mobile_number_without_its_country_is_refused(db: TestDb) {
        let desk = Desk::new(db).await;
        for number in ["601123456", "0601123456", "420601123456", "+", "00", "+420 601 CALL ME"] {
            desk.refuses("mobile", number, "mobile_invalid").await;
        }
        desk.refuses("mobile", format!("+{}", "4".repeat(16)), "mobile_invalid").await;
    }

    async fn usr_3_what_a_field_can_not_mean_is_refused(db: TestDb) {
        let desk = Desk::new(db).await;
        for (field, value, code) in [
            ("username", "a b", "username_invalid"),
            ("username", "", "required"),
            ("first_name", "Anna\u{202e}", "control_characters"),
            ("email", "nobody", "email_invalid"),
            ("email", "anna@localhost", "email_invalid"),
            ("numeric_id", "1234567", "numeric_id_invalid"),
            ("numeric_id", "12a", "numeric_id_invalid"),
            ("language", "tlh", "language_unknown"),
        ] {
            desk.refuses(field, value, code).await;
        }
    }

    async fn usr_3_what_is_needed_can_be_neither_left_out_nor_cleared(db: TestDb) {
        let desk = Desk::new(db).await;
        for (field, code) in [
            ("username", "required"), ("email", "email_or_mobile_required"), ("role_id", "required"), ("group_id", "required"),
        ] {
            desk.refuses_to_change(&json!({field: null}), &format!("422 invalid /{field}={code}")).await;
        }
        let nameless = json!({"email": "eve@example.org"});
        let create = desk.app.olga.post("/api/v1/users", &nameless);
        refused(&desk.app, create, "422 invalid /username=required").await;
        desk.refuses_to_create(&json!({"email": null}), "422 invalid /email=email_or_mobile_required").await;
    }

    async fn usr_12_the_ordinary_change_moves_nobody_to_another_group(db: TestDb) {
        let desk = Desk::new(db).await;
        let night = desk.app.olga.post("/api/v1/groups", &json!({"name": "Night shift"})).await.json();
        let body = json!({"group_id": night["id"], "note": "moved"});
        desk.refuses_to_change(&body, "409 use_move_group").await;
    }

    async fn s2_a_field_that_there_is_not_is_named(db: TestDb) {
        let desk = Desk::new(db).await;
        for field in ["colour", "Username", "is_owner", ""] {
            desk.refuses(field, "red", "unknown_field").await;
        }
    }

    async fn s14_a_value_of_another_type_is_named(db: TestDb) {
        let desk = Desk::new(db).await;
        for (field, value) in [
            ("username", json!(7)),
            ("first_name", json!(["Anna"])),
            ("email", json!({"address": "eve@example.org"})),
            ("note", json!(true)),
            ("role_id", json!("technician")),
            ("group_id", json!(7)),
            ("team_ids", json!("night shift")),
            ("do_not_invoice", json!("yes")),
        ] {
            desk.refuses(field, value, "wrong_type").await;
        }
        for body in [json!([]), json!(["tim"]), json!("tim"), json!(null), json!(7)] {
            desk.refuses_to_change(&body, "400 malformed").await;
        }
        let people = json!({"people": [{"email": "ina@example.org", "first_name": 7}]});
        let invite = desk.app.olga.post("/api/v1/invitations", &people);
        refused(&desk.app, invite, "422 invalid /people/0/first_name=wrong_type").await;
    }
}
