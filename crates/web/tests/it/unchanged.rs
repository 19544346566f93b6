//! A refusal says what stands against it, and not one row of the database is another after it.

use testkit::app::{Answer, TestApp};

use crate::cast::text;

/// Status and code of a refusal, and place and code of each value that can't be accepted, such as
/// `422 invalid /email=email_invalid`.
pub(crate) fn reason(answer: &Answer) -> String {
    let body = answer.json();
    let mut parts = vec![answer.status.as_u16().to_string(), answer.code()];
    for one in body["errors"].as_array().into_iter().flatten() {
        parts.push(format!("{}={}", text(&one["pointer"]), text(&one["code"])));
    }
    parts.join(" ")
}

/// Waits for an answer that must be this refusal and must have changed nothing.
pub(crate) async fn refused(app: &TestApp, answer: impl Future<Output = Answer>, wanted: &str) {
    let before = app.rows().await;
    let answer = answer.await;
    assert_eq!(reason(&answer), wanted, "{}", answer.body);
    assert_eq!(answer.header("content-type"), "application/problem+json");
    let after = app.rows().await;
    let changed: Vec<_> = before.symmetric_difference(&after).collect();
    assert!(changed.is_empty(), "{wanted}, and yet it changed {changed:#?}");
}
