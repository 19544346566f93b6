//! Trusted devices in a browser, and what of the second step is written down (SPEC ACC-5, USR-18).

use domain::access::RoleKey;
use kernel::Span;
use reqwest::Method;
use serde_json::{Value, json};
use testkit::app::{Answer, App, Client, PASSWORD, TestApp, read};

use crate::reach::{code_to, hidden};
use crate::second_factor::{allow_codes, tom};

const PAGE: &str = "/me/sessions";

async fn settings(app: &TestApp, body: Value) {
    let done = app.olga.ask(Method::PATCH, "/api/v1/organisation/settings", Some(&body)).await;
    assert_eq!(done.status, 200, "{}", done.body);
}

/// Sends the sign-in form as a browser with this device cookie.
async fn knock(app: &TestApp, device: &str, more: &[(&str, &str)]) -> Answer {
    let (browser, token) = app.stranger().with_form().await;
    let mut fields =
        vec![("email", "tom@example.org"), ("password", PASSWORD), ("csrf", token.as_str())];
    fields.extend(more);
    let request = browser.browse(Method::POST, "/sign-in").header("origin", &app.url);
    read(request.header("cookie", format!("__Host-crewdesk-device={device}")).form(&fields)).await
}

/// Comes in by page and has the device trusted; answers what it keeps and the whole line of the cookie.
async fn trust(app: &TestApp, his: &App) -> (String, String) {
    let browser = app.stranger();
    let asked = browser
        .form("/sign-in", &[("email", "tom@example.org"), ("password", PASSWORD)])
        .await
        .body;
    assert!(asked.contains("name=\"trust\"") && asked.contains("30 days"));
    let (ticket, code) = (hidden(&asked, "ticket"), his.shows(&app.clock));
    let fields =
        [("ticket", ticket.as_str()), ("method", "totp"), ("code", &code), ("trust", "true")];
    let entered = browser.form("/sign-in/second", &fields).await;
    let lines = entered.headers.get_all("set-cookie").iter().filter_map(|line| line.to_str().ok());
    let line = lines
        .into_iter()
        .find(|line| line.starts_with("__Host-crewdesk-device="))
        .unwrap()
        .to_owned();
    let value = line.split(['=', ';']).nth(1).unwrap().to_owned();
    (value, line)
}

async fn last_results(app: &TestApp) -> Vec<Value> {
    let rows = app.olga.get("/api/v1/sign-ins?limit=200").await.json();
    rows["items"].as_array().unwrap().iter().map(|row| row["result"].clone()).collect()
}

fn count(results: &[Value], wanted: &str) -> usize {
    results.iter().filter(|result| *result == wanted).count()
}

async fn setup(app: &TestApp) -> (Client, App) {
    settings(app, json!({"trusted_device_days": 30})).await;
    let (client, his, _) = tom(app).await;
    (client, his)
}

db::on_both! {
    async fn acc_5_a_browser_is_trusted_by_a_cookie_that_only_it_has(db: TestDb) {
        let app = TestApp::new(db).await;
        let (client, his) = setup(&app).await;
        let (device, line) = trust(&app, &his).await;
        for part in ["HttpOnly", "Secure", "SameSite=Lax", "Path=/", "Max-Age=2592000"] {
            assert!(line.contains(part), "{part}: {line}");
        }
        assert_eq!(knock(&app, &device, &[]).await.status, 303, "let in at once");
        let log = app.olga.page("/audit/sign-ins").await.body;
        assert!(log.contains("By password · trusted device"));
        let without = knock(&app, "cdt_other", &[]).await;
        assert!(without.status == 200 && without.body.contains("name=\"code\""));
        let fresh = knock(&app, &device, &[("fresh", "true")]).await;
        assert!(fresh.status == 200 && fresh.body.contains("name=\"code\""), "a fresh proof is another thing");
        let door = app.stranger().page("/sign-in?reason=fresh&next=%2Fme").await.body;
        assert!(door.contains("name=\"fresh\""));
        let listed = client.get("/api/v1/me/trusted-devices").await.json();
        let id = listed["items"][0]["id"].as_str().unwrap();
        assert!(client.page(PAGE).await.body.contains("Trusted device"));
        let done = client.form(&format!("/me/devices/{id}/end"), &[]).await;
        assert_eq!(done.header("location"), PAGE);
        assert_eq!(knock(&app, &device, &[]).await.status, 200, "stolen after it was taken back");
        assert_eq!(client.delete(&format!("/api/v1/me/trusted-devices/{id}")).await.status, 404);
    }

    async fn acc_5_a_sign_in_with_a_trusted_device_is_no_fresh_one(db: TestDb) {
        let app = TestApp::new(db).await;
        let (_, his) = setup(&app).await;
        let (device, _) = trust(&app, &his).await;
        let entered = knock(&app, &device, &[]).await;
        let token = entered.header("set-cookie").split(['=', ';']).nth(1).unwrap().to_owned();
        let here = app.stranger().with_token(&token);
        assert_eq!(here.get("/api/v1/me").await.status, 200);
        let codes = here.post("/api/v1/me/recovery-codes", &json!({})).await;
        assert_eq!(codes.code(), "fresh_sign_in_required");
    }

    async fn usr_18_every_wrong_second_factor_leaves_a_row(db: TestDb) {
        let app = TestApp::new(db).await;
        allow_codes(&app, "mail").await;
        let (client, _, _) = tom(&app).await;
        let asked = client.post("/api/v1/me/factor-codes", &json!({"kind": "mail_code"})).await.json();
        let first = json!({"request": asked["request"], "code": code_to(&app, "tom@example.org").await});
        assert_eq!(client.post("/api/v1/me/code-factors", &first).await.status, 201);
        app.clock.advance(Span::minutes(1));
        let body = json!({"email": "tom@example.org", "password": PASSWORD});
        let asked = app.stranger().post("/api/v1/session", &body).await.json();
        let ticket = asked["ticket"].clone();
        let step = async |code: &str| {
            let step = json!({"ticket": ticket, "code": code});
            app.stranger().post("/api/v1/session/second-factor", &step).await.code()
        };
        assert_eq!(step("000000").await, "code_wrong", "of an app");
        assert_eq!(step("0000-0000-0000-0000").await, "code_wrong", "a recovery code");
        let send = json!({"ticket": ticket, "method": "mail_code"});
        assert_eq!(app.stranger().post("/api/v1/session/second-factor-codes", &send).await.status, 204);
        let sent = code_to(&app, "tom@example.org").await;
        assert_eq!(step(if sent == "111111" { "222222" } else { "111111" }).await, "code_wrong", "a sent one");
        assert_eq!(count(&last_results(&app).await, "wrong_second_factor"), 3);
        let made = app.stranger().post("/api/v1/session/passkey-challenges", &json!({})).await.json();
        let shown = json!({"request": made["request"], "credential": {}, "ticket": ticket});
        let refused = app.stranger().post("/api/v1/session/passkey", &shown).await;
        assert_eq!(refused.code(), "passkey_refused", "a passkey");
        assert_eq!(count(&last_results(&app).await, "wrong_second_factor"), 4);
        let before = last_results(&app).await.len();
        let alone = json!({"request": made["request"], "credential": {}});
        assert_eq!(app.stranger().post("/api/v1/session/passkey", &alone).await.status, 401);
        assert_eq!(last_results(&app).await.len(), before, "what is nobody's leaves none");
    }

    async fn acc_5_a_persons_security_tab_lists_their_factors(db: TestDb) {
        let app = TestApp::new(db).await;
        let (client, his, _) = tom(&app).await;
        let body = json!({"email": "tom@example.org", "password": PASSWORD, "code": his.shows(&app.clock)});
        assert_eq!(app.stranger().post("/api/v1/session", &body).await.status, 201);
        let path = format!("/users/{}/security", client.user_id);
        let page = app.olga.page(&path).await.body;
        assert!(page.contains("Telephone") && page.contains("Authenticator app") && page.contains("10 left"));
        assert!(page.contains(&format!("href=\"/users/{}/factors\"", client.user_id)), "and the way to take them");
        let own = client.page(&path).await.body;
        assert!(own.contains("Telephone") && !own.contains("When they are lost"));
        let (_, eve) = app.hire("eve", RoleKey::Technician).await;
        assert!(!eve.page(&path).await.body.contains("Telephone"));
        assert!(client.page("/me/security").await.body.contains("last used"));
    }
}
