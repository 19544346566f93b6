//! Whoever reaches beyond their rank or sight is refused by its own code, and nothing is changed (SPEC ROL-3, USR-6).

use std::collections::BTreeMap;

use domain::access::RoleKey;
use reqwest::Method;
use serde_json::{Value, json};
use testkit::app::{Client, TestApp};

use crate::cast::text;
use crate::unchanged::refused;

/// The supervisor Sven, his report Tina, and Ota, whom he does not see.
struct Shift {
    app: TestApp,
    sven: Client,
    tina: String,
    ota: String,
    roles: BTreeMap<String, Value>,
}

impl Shift {
    async fn new(db: db::testdb::TestDb) -> Self {
        let app = TestApp::new(db).await;
        let (above, sven) = app.hire("sven", RoleKey::Supervisor).await;
        let tina = app.create("tina", RoleKey::Technician, Some(&above)).await.id.to_string();
        let ota = app.create("ota", RoleKey::Supervisor, None).await.id.to_string();
        let roles = app.olga.get("/api/v1/roles").await.json();
        let roles = roles["items"].as_array().unwrap().iter();
        let roles = roles.map(|role| (text(&role["key"]), role["id"].clone())).collect();
        Self { app, sven, tina, ota, roles }
    }

    async fn refuses(&self, by: &Client, method: Method, path: &str, body: Value, wanted: &str) {
        refused(&self.app, by.ask(method, &format!("/api/v1/users{path}"), Some(&body)), wanted)
            .await;
    }
}

db::on_both! {
    async fn rol_3_a_role_above_ones_own_is_given_to_nobody(db: TestDb) {
        let shift = Shift::new(db).await;
        let tina = format!("/{}", shift.tina);
        for key in ["administrator", "supervisor"] {
            let role = &shift.roles[key];
            let eve = json!({"username": "eve", "email": "eve@example.org", "role_id": role});
            shift.refuses(&shift.sven, Method::POST, "", eve, "403 above_own_rank").await;
            let to = json!({"role_id": role});
            shift.refuses(&shift.sven, Method::PUT, &format!("{tina}/role"), to.clone(), "403 forbidden").await;
            shift.refuses(&shift.sven, Method::PATCH, &tina, to, "403 forbidden").await;
        }
    }

    async fn rol_3_nobody_is_put_below_a_supervisor_out_of_sight(db: TestDb) {
        let shift = Shift::new(db).await;
        let (tina, unseen) = (format!("/{}", shift.tina), "422 invalid /reports_to=supervisor_unknown");
        let ota = json!(shift.ota);
        let eve = json!({"username": "eve", "email": "eve@example.org", "reports_to": ota});
        shift.refuses(&shift.sven, Method::POST, "", eve, unseen).await;
        shift.refuses(&shift.sven, Method::PATCH, &tina, json!({"reports_to": ota}), unseen).await;
        let supervisor = format!("{tina}/supervisor");
        let unseen = "422 invalid /user_id=supervisor_unknown";
        shift.refuses(&shift.sven, Method::PUT, &supervisor, json!({"user_id": ota}), unseen).await;
        shift.refuses(&shift.sven, Method::PUT, &supervisor, json!({"user_id": null}), "403 out_of_scope").await;
        let foreign = format!("/{}/supervisor", shift.ota);
        let mine = json!({"user_id": shift.sven.user_id});
        shift.refuses(&shift.sven, Method::PUT, &foreign, mine, "404 not_found").await;
    }

    async fn usr_6_a_circle_of_supervision_is_refused_by_either_way(db: TestDb) {
        let shift = Shift::new(db).await;
        let sven = format!("/{}", shift.sven.user_id);
        for above in [&shift.sven.user_id, &shift.tina] {
            let circle = "409 supervision_cycle";
            let body = json!({"user_id": above});
            shift.refuses(&shift.app.olga, Method::PUT, &format!("{sven}/supervisor"), body, circle).await;
            shift.refuses(&shift.app.olga, Method::PATCH, &sven, json!({"reports_to": above}), circle).await;
        }
    }
}
