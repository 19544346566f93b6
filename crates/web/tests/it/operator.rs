//! The operator's interface: a token of its own, nothing without it (SPEC ORG-3).

use reqwest::Method;
use serde_json::{Value, json};
use testkit::app::{Answer, Client, TestApp, read};

const TOKEN: &str = "an operator token of a decent length";

async fn ask(
    client: &Client,
    method: Method,
    path: &str,
    token: &str,
    body: Option<Value>,
) -> Answer {
    let request = client.call(method, &format!("/api/operator/v1/organisations{path}"));
    let request = request.header("authorization", format!("Bearer {token}"));
    read(match body {
        Some(body) => request.json(&body),
        None => request,
    })
    .await
}

db::on_both! {
    async fn s1_without_a_token_in_the_settings_there_is_nothing(db: TestDb) {
        let app = TestApp::new(db).await;
        for client in [app.stranger(), app.olga.clone()] {
            for (method, path) in [(Method::GET, ""), (Method::GET, "/x"), (Method::PATCH, "/x")] {
                let answer = ask(&client, method, path, TOKEN, None).await;
                assert_eq!(answer.status.as_u16(), 404, "{}", answer.body);
            }
        }
    }

    async fn s1_only_the_operators_token_opens(db: TestDb) {
        let app = TestApp::with_operator(db, TOKEN).await;
        let contoso = app.olga.get("/api/v1/organisation").await.json()["id"].as_str().unwrap().to_owned();
        let new = json!({"name": "all", "expires_at": "2026-10-01T00:00:00Z"});
        let own = app.olga.post("/api/v1/tokens", &new).await.json()["token"].to_string();
        for wrong in ["", "x", &TOKEN[1..], &format!("{TOKEN}x"), own.trim_matches('"')] {
            for (method, path) in [(Method::GET, ""), (Method::GET, &*format!("/{contoso}")), (Method::PATCH, &format!("/{contoso}"))] {
                let answer = ask(&app.stranger(), method, path, wrong, Some(json!({"seats": 99}))).await;
                assert_eq!(answer.status.as_u16(), 401, "{wrong}: {}", answer.body);
            }
        }
        assert_eq!(app.olga.get("/api/operator/v1/organisations").await.status.as_u16(), 401);
        assert_eq!(app.olga.get("/api/v1/organisation").await.json()["seats"], 3);
    }

    async fn org_3_the_operator_changes_an_order(db: TestDb) {
        let app = TestApp::with_operator(db, TOKEN).await;
        let operator = app.stranger();
        let all = ask(&operator, Method::GET, "", TOKEN, None).await.json();
        let (id, version) = (all["items"][0]["id"].as_str().unwrap(), all["items"][0]["version"].clone());
        assert_eq!(all["items"][0]["name"], "Contoso");
        let path = format!("/{id}");
        let order = json!({"services": ["pbx"], "tier": "enterprise", "licences": {"callcentre": 20}, "trial_ends_at": null});
        let after = ask(&operator, Method::PATCH, &path, TOKEN, Some(order)).await;
        assert_eq!(after.status.as_u16(), 200, "{}", after.body);
        assert_eq!(after.json()["seats"], 20);
        assert_ne!(after.json()["version"], version);
        let offered = app.olga.get("/api/v1/licences").await.json();
        assert_eq!(offered["items"][0]["name"], "Call centre ENTERPRISE");
        assert_eq!(offered["items"][0]["needs"], json!(["exchange_id", "extension"]));
        let below = ask(&operator, Method::PATCH, &path, TOKEN, Some(json!({"tiers": "start"}))).await;
        assert_eq!((below.status.as_u16(), &below.json()["errors"][0]["code"]), (422, &json!("unknown_field")));
        let stale = operator.call(Method::PATCH, &format!("/api/operator/v1/organisations/{id}"));
        let stale = stale.header("authorization", format!("Bearer {TOKEN}")).header("if-match", "\"1\"");
        assert_eq!(read(stale.json(&json!({"seats": 30}))).await.status.as_u16(), 412);
        let missing = ask(&operator, Method::GET, "/01890000-0000-7000-8000-000000000000", TOKEN, None).await;
        assert_eq!(missing.status.as_u16(), 404);
    }
}
