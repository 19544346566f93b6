//! Of two people who change the same user, the second is told and loses nothing (SPEC USR-5).

use domain::access::RoleKey;
use reqwest::Method;
use serde_json::{Value, json};
use testkit::app::{Answer, Client, TestApp, read};

use crate::unchanged::refused;

/// Changes something of a user, seen at this version.
async fn change(by: &Client, method: Method, path: &str, seen: &str, body: &Value) -> Answer {
    let request = by.call(method, &format!("/api/v1/users/{path}")).header("if-match", seen);
    read(request.header("content-type", "application/json").body(body.to_string())).await
}

db::on_both! {
    async fn usr_5_who_changes_what_is_no_longer_so_is_told_and_changes_nothing(db: TestDb) {
        let app = TestApp::new(db).await;
        let (_, anna) = app.hire("anna", RoleKey::Administrator).await;
        let tom = app.create("tom", RoleKey::Technician, None).await.id.to_string();
        let seen = app.olga.get(&format!("/api/v1/users/{tom}")).await.header("etag").to_owned();
        let first = change(&app.olga, Method::PATCH, &tom, &seen, &json!({"last_name": "First"})).await;
        assert_eq!((first.status.as_u16(), &first.json()["last_name"]), (200, &json!("First")), "{}", first.body);
        assert_ne!(first.header("etag"), seen);
        let stale = "412 stale";
        let second = json!({"last_name": "Second"});
        refused(&app, change(&anna, Method::PATCH, &tom, &seen, &second), stale).await;
        refused(&app, change(&anna, Method::PATCH, &tom, "\"yesterday\"", &second), stale).await;
        let above = json!({"user_id": anna.user_id});
        refused(&app, change(&anna, Method::PUT, &format!("{tom}/supervisor"), &seen, &above), stale).await;
        let last = change(&anna, Method::PATCH, &tom, first.header("etag"), &second).await;
        assert_eq!(last.json()["last_name"], "Second", "having looked again");
        assert_eq!(change(&anna, Method::PATCH, &tom, "*", &json!({"note": "any"})).await.status, 200);
    }
}
