//! A refused right is written down, in the log of the server (OWASP ASVS 16.3.2).

use std::io::Write;
use std::sync::{Mutex, Once};

use domain::access::RoleKey;
use reqwest::Method;
use serde_json::{Value, json};
use testkit::app::{Answer, Client, TestApp};
use tracing_subscriber::filter::LevelFilter;

static LOG: Mutex<Vec<u8>> = Mutex::new(Vec::new());

struct Sink;

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        LOG.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

fn listen() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let log = tracing_subscriber::fmt().json().flatten_event(true);
        log.with_max_level(LevelFilter::INFO).with_writer(|| Sink).init();
    });
}

/// The line about this answer, and all of it as text.
fn line(answer: &Answer) -> (Value, String) {
    let log = String::from_utf8(LOG.lock().unwrap().clone()).unwrap();
    let mut lines = log.lines().filter(|line| line.contains(answer.header("x-request-id")));
    let line = lines.find(|line| line.contains("refused a right")).unwrap_or_default().to_owned();
    (serde_json::from_str(&line).unwrap_or_default(), line)
}

async fn rename(by: &Client, group: &str) -> Answer {
    let body = json!({"name": "forty kettles"});
    by.ask(Method::PATCH, &format!("/api/v1/groups/{group}"), Some(&body)).await
}

db::on_both! {
    async fn a_refused_right_leaves_a_line_and_no_row(db: TestDb) {
        listen();
        let app = TestApp::new(db).await;
        let (_, vera) = app.hire("vera", RoleKey::Viewer).await;
        let groups = app.olga.get("/api/v1/groups").await.json();
        let group = groups["items"][0]["id"].as_str().unwrap().to_owned();
        let before = app.traces().await;
        let refused = rename(&vera, &group).await;
        assert_eq!(refused.status, 403);
        let (said, text) = line(&refused);
        assert_eq!(said["user_id"], vera.user_id.as_str());
        assert_eq!(said["action"], "groups.manage");
        assert_eq!(said["target_id"], group.as_str());
        assert_eq!(said["code"], refused.code());
        assert_eq!(said["request_id"], refused.header("x-request-id"));
        assert!(!text.contains("kettles") && !text.contains(vera.token()), "{text}");
        let page = vera.page("/exchanges/new").await;
        assert_eq!(page.status, 403);
        let (said, _) = line(&page);
        assert_eq!((&said["user_id"], &said["path"]), (&json!(vera.user_id), &json!("/exchanges/new")));
        assert_eq!(app.traces().await, before, "the audit log is for what was done");
        let done = rename(&app.olga, &group).await;
        assert_eq!((done.status.as_u16(), line(&done).1.as_str()), (200, ""));
    }
}
