//! Licences, extensions and helpdesks over HTTP: what answers look like to programs and in forms (SPEC USR-3,
//! LIC-2 to LIC-4, LIC-6).

use serde_json::{Value, json};
use testkit::app::{Client, TestApp};

const TOKEN: &str = "an operator token of a decent length";

/// Contoso with both services ordered, nothing recorded yet.
async fn office(db: db::testdb::TestDb) -> TestApp {
    let app = TestApp::with_operator(db, TOKEN).await;
    let id = app.olga.get("/api/v1/organisation").await.json()["id"].as_str().unwrap().to_owned();
    let path = format!("/api/operator/v1/organisations/{id}");
    let request = app.stranger().call(reqwest::Method::PATCH, &path);
    let order = json!({"services": ["pbx", "helpdesk"],
        "licences": {"callcentre": 2, "omnichannel_mini": 2, "omnichannel": 2}});
    let request = request.header("authorization", format!("Bearer {TOKEN}")).json(&order);
    let answer = testkit::app::read(request).await;
    assert!(answer.status.is_success(), "{}", answer.body);
    app
}

async fn recorded(olga: &Client) -> Value {
    let exchange = json!({"name": "Prague", "first_extension": "200", "last_extension": "299"});
    let made = olga.post("/api/v1/exchanges", &exchange).await;
    assert!(olga.post("/api/v1/helpdesks", &json!({"name": "Care"})).await.status.is_success());
    made.json()
}

fn errors(body: &Value) -> Vec<String> {
    let all = body["errors"].as_array().unwrap();
    let text = |error: &Value, name: &str| error[name].as_str().unwrap_or_default().to_owned();
    all.iter().map(|error| format!("{} {}", text(error, "pointer"), text(error, "code"))).collect()
}

db::on_both! {
    async fn usr_3_one_answer_names_every_wrong_field(db: TestDb) {
        let app = office(db).await;
        let body = json!({"username": "a b", "licence": "omnichannel", "group_id": "01890000-0000-7000-8000-000000000000"});
        let answer = app.olga.post("/api/v1/users", &body).await;
        assert_eq!(answer.status.as_u16(), 422);
        assert_eq!(errors(&answer.json()), [
            "/username username_invalid", "/email email_or_mobile_required", "/extension extension_required",
            "/exchange_id exchange_not_recorded", "/helpdesk_id helpdesk_not_recorded", "/group_id group_unknown",
        ]);
    }

    async fn lic_3_a_refused_upgrade_says_which_are_possible(db: TestDb) {
        let app = office(db).await;
        recorded(&app.olga).await;
        let body = json!({"username": "ada", "email": "ada@example.org", "licence": "callcentre", "extension": "200"});
        let made = app.olga.post("/api/v1/users", &body).await;
        assert_eq!(made.status.as_u16(), 201, "{}", made.body);
        let path = format!("/api/v1/users/{}/licence", made.json()["id"].as_str().unwrap());
        let answer = app.olga.put(&path, &json!({"licence": "omnichannel_mini"})).await;
        assert_eq!(answer.status.as_u16(), 409);
        let refused = answer.json();
        assert_eq!((&refused["code"], &refused["detail"]), (&json!("licence_upgrade_only"), &json!("callcentre can become: omnichannel.")));
        let larger = app.olga.put(&path, &json!({"licence": "omnichannel"})).await;
        assert_eq!(larger.status.as_u16(), 200, "{}", larger.body);
        assert!(larger.json()["helpdesk_id"].is_string());
    }

    async fn lic_2_the_form_offers_what_was_ordered_and_says_what_is_missing(db: TestDb) {
        let app = office(db).await;
        let page = app.olga.page("/users/new").await;
        for (text, there) in [("Omnichannel Mini PROFI", true), ("Video PROFI", false), ("Helpdesk PROFI", false)] {
            assert_eq!(page.body.contains(text), there, "{text}");
        }
        assert!(page.body.contains("data-needs=\"exchange_id extension helpdesk_id\""));
        let typed = [("username", "ada"), ("email", "ada@example.org"), ("user_type", "person"),
            ("licence", "omnichannel_mini"), ("exchange_id", ""), ("extension", ""), ("helpdesk_id", "")];
        let refused = app.olga.form("/users/new", &typed).await;
        assert_eq!(refused.status.as_u16(), 422);
        for said in ["This licence needs an extension", "No exchange is recorded yet", "No helpdesk is recorded yet"] {
            assert!(refused.body.contains(said), "{said}");
        }
        assert!(refused.body.contains("value=\"ada@example.org\""), "nothing typed is lost");
    }

    async fn lic_6_reports_refuse_what_makes_no_sense(db: TestDb) {
        let app = TestApp::new(db).await;
        for (path, status) in [
            ("/usage?days=0", 400), ("/usage?days=367", 400), ("/usage?days=x", 400), ("/usage?day=3", 400),
            ("/unused?days=366", 200), ("/invoice?month=2026-13", 422), ("/invoice?month=2026-09", 200), ("/invoice", 200),
        ] {
            let answer = app.olga.get(&format!("/api/v1/licences{path}")).await;
            assert_eq!(answer.status.as_u16(), status, "{path}: {}", answer.body);
        }
        let file = app.olga.get("/api/v1/licences/invoice?month=2026-09").await;
        assert!(file.header("content-type").starts_with("text/csv"));
        assert_eq!(file.header("content-disposition"), "attachment; filename=\"invoice-2026-09.csv\"");
        assert!(file.body.starts_with("month,row,licence,name,ordered,highest,user_id,user,days"));
    }
}
