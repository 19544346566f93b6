//! How much a user's programs may ask where the installation says so (SPEC API-1).

use std::num::NonZeroU32;

use domain::access::RoleKey;
use testkit::app::TestApp;

db::on_both! {
    async fn api_1_a_users_programs_wait_and_nobody_else(db: TestDb) {
        let app = TestApp::with_limit(db, NonZeroU32::new(1).unwrap()).await;
        let olga = app.olga.at(&app.url);
        let mut refused = None;
        for _ in 0..40 {
            let answer = olga.get("/api/v1/me").await;
            if answer.status == 429 {
                refused = Some(answer);
                break;
            }
        }
        let refused = refused.expect("ten seconds' requests are used up by forty");
        assert_eq!(refused.code(), "too_many_requests");
        assert_eq!(refused.header("retry-after"), "1");
        assert_eq!(refused.header("content-type"), "application/problem+json");
        assert_eq!(olga.page("/me").await.status, 200, "a person at a browser never waits");
        let (_, tom) = app.hire("tom", RoleKey::Technician).await;
        assert_eq!(tom.at(&app.url).get("/api/v1/me").await.status, 200, "others are not held up");
    }
}
