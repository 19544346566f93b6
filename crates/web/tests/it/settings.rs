//! Settings over HTTP (SPEC GRP-1).

use reqwest::Method;
use serde_json::json;
use testkit::app::TestApp;

db::on_both! {
    async fn grp_1_what_is_no_value_is_told_what_one_is(db: TestDb) {
        let app = TestApp::new(db).await;
        let body = json!({"wrap_up_seconds": ["thirty"]});
        let answer = app.olga.ask(Method::PATCH, "/api/v1/organisation/settings", Some(&body)).await;
        let error = answer.json()["errors"][0].clone();
        assert_eq!((answer.status.as_u16(), &error["pointer"]), (422, &json!("/wrap_up_seconds")));
        assert_eq!(error["detail"], "a setting is a number, a word, true or false");
    }
}
