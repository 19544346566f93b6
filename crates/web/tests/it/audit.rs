//! The audit log over HTTP: filters, files, sign-ins, and how long it is kept (SPEC API-5, ORG-4).

use domain::access::RoleKey;
use reqwest::Method;
use serde_json::{Value, json};
use testkit::app::{TestApp, read};

/// More changes than one page of the file holds.
const MANY: usize = 205;

db::on_both! {
    async fn api_5_the_log_is_exported_whole_and_inert(db: TestDb) {
        let app = TestApp::new(db).await;
        let name = json!({"name": "=1+1"});
        let group = app.olga.post("/api/v1/groups", &name).await.json();
        let path = format!("/api/v1/groups/{}", group["id"].as_str().unwrap());
        for n in 0..MANY {
            let body = json!({"name": format!("=1+{n}")});
            let renamed = app.olga.ask(Method::PATCH, &path, Some(&body)).await;
            assert!(renamed.status.is_success(), "{}", renamed.body);
        }
        let csv = app.olga.get("/api/v1/audit/export?action=group.renamed").await;
        assert_eq!(csv.header("content-disposition"), "attachment; filename=\"audit.csv\"");
        let mut lines = csv.body.lines();
        assert!(lines.next().unwrap().starts_with("seq,at,actor_kind"));
        assert!(lines.clone().all(|line| line.contains(",'=1+")), "{}", csv.body);
        assert_eq!(lines.count(), MANY);
        let file = app.olga.get("/api/v1/audit/export?format=jsonl").await;
        let rows: Vec<Value> =
            file.body.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        let numbers: Vec<i64> = rows.iter().map(|row| row["seq"].as_i64().unwrap()).collect();
        let expected: Vec<i64> = (1..=numbers[0]).rev().collect();
        assert_eq!(numbers, expected);
        assert!(rows.iter().all(|row| row["hash"].as_str().unwrap().len() == 64));
        let same = app.olga.page("/audit/export?format=csv&action=group.").await;
        assert_eq!(same.body.lines().count(), MANY + 2);
        let (_, tom) = app.hire("tom", RoleKey::Technician).await;
        assert_eq!(tom.get("/api/v1/audit/export").await.status, 403);
        assert_eq!(app.olga.get("/api/v1/audit/export?format=xml").await.status, 400);
    }

    async fn api_5_the_page_narrows_by_person_way_and_day(db: TestDb) {
        let app = TestApp::new(db).await;
        let (tom, _) = app.hire("tom", RoleKey::Technician).await;
        app.hire("una", RoleKey::Technician).await;
        let id = tom.id.to_string();
        let reason = json!({"reason": "gone fishing"});
        app.olga.put(&format!("/api/v1/users/{id}/suspension"), &reason).await;
        let shown = async |query: &str| app.olga.page(&format!("/audit?{query}")).await.body;
        assert!(shown("whom=tom").await.contains("gone fishing"));
        assert!(!shown("whom=una").await.contains("gone fishing"));
        assert!(!shown("whom=nobody-of-this-name").await.contains("gone fishing"));
        assert!(shown("who=olga&surface=api").await.contains("gone fishing"));
        assert!(!shown("surface=page").await.contains("gone fishing"));
        let day = app.clock.now().rfc3339();
        let day = day.split('T').next().unwrap();
        assert!(shown(&format!("from={day}&until={day}")).await.contains("gone fishing"));
        assert!(!shown("until=2001-01-01").await.contains("gone fishing"));
    }

    async fn api_5_a_filter_that_has_no_such_value_is_not_taken_for_none(db: TestDb) {
        let app = TestApp::new(db).await;
        for query in [
            "/audit?from=yesterday", "/audit?until=2026-13-01", "/audit?surface=fax",
            "/audit?action=weather.", "/audit/export?from=yesterday", "/audit/sign-ins?result=perhaps",
            "/audit/sign-ins?from=yesterday",
        ] {
            assert_eq!(app.olga.page(query).await.status, 400, "{query}");
        }
        assert_eq!(app.olga.page("/audit?from=&until=&surface=&action=").await.status, 200);
    }

    async fn org_4_the_form_says_how_long_logs_are_kept(db: TestDb) {
        let app = TestApp::new(db).await;
        let body = json!({"audit_days": 29, "sign_in_days": -1});
        let refused = app.olga.ask(Method::PATCH, "/api/v1/organisation", Some(&body)).await;
        let errors = refused.json()["errors"].clone();
        let pointers: Vec<_> = errors.as_array().unwrap().iter().map(|one| &one["pointer"]).collect();
        assert_eq!(pointers, ["/audit_days", "/sign_in_days"]);
        let body = json!({"audit_days": 400});
        let kept = app.olga.ask(Method::PATCH, "/api/v1/organisation", Some(&body)).await.json();
        assert_eq!((&kept["audit_days"], &kept["sign_in_days"]), (&json!(400), &json!(0)));
        let page = app.olga.browse(Method::GET, "/settings/organisation");
        let page = read(page).await.body;
        assert!(page.contains("value=\"400\" selected"), "a value of one's own is offered");
    }
}
