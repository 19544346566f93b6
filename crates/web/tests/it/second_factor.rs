//! Signing in with a second factor, over the programming interface and by pages (SPEC ACC-5).

use domain::access::RoleKey;
use kernel::Span;
use reqwest::Method;
use serde_json::{Value, json};
use testkit::app::{App, PASSWORD, TestApp};

use crate::reach::code_to;

async fn knock(app: &TestApp, code: Option<&str>) -> testkit::app::Answer {
    let mut body = json!({"email": "tom@example.org", "password": PASSWORD});
    if let Some(code) = code {
        body["code"] = json!(code);
    }
    app.stranger().post("/api/v1/session", &body).await
}

/// Tom with an app, two minutes after he added it.
pub(crate) async fn tom(app: &TestApp) -> (testkit::app::Client, App, Vec<String>) {
    let (_, tom) = app.hire("tom", RoleKey::Technician).await;
    let (his, codes) = tom.add_app(&app.clock).await;
    assert_eq!(codes.len(), 10);
    app.clock.advance(Span::minutes(2));
    (tom, his, codes)
}

/// The value of a hidden field.
fn hidden<'a>(page: &'a str, name: &str) -> &'a str {
    let after = page.split(&format!("name=\"{name}\" value=\"")).nth(1).unwrap_or_default();
    after.split('"').next().unwrap_or_default()
}

db::on_both! {
    async fn acc_5_a_program_is_told_what_it_may_show(db: TestDb) {
        let app = TestApp::new(db).await;
        let (_, his, codes) = tom(&app).await;
        let wrong = json!({"email": "tom@example.org", "password": "not his password", "code": his.shows(&app.clock)});
        let wrong = app.stranger().post("/api/v1/session", &wrong).await;
        assert_eq!((wrong.status.as_u16(), wrong.code().as_str()), (401, "credentials_wrong"));
        assert_eq!(wrong.json()["methods"], Value::Null, "nothing before the password was right");
        let asked = knock(&app, None).await;
        assert_eq!((asked.status.as_u16(), asked.code().as_str()), (401, "second_factor_required"));
        assert_eq!(asked.json()["methods"], json!(["totp", "recovery_code"]));
        let step = json!({"ticket": asked.json()["ticket"], "code": "000000"});
        let refused = app.stranger().post("/api/v1/session/second-factor", &step).await;
        assert_eq!((refused.status.as_u16(), refused.code().as_str()), (401, "code_wrong"));
        let step = json!({"ticket": asked.json()["ticket"], "code": his.shows(&app.clock)});
        assert_eq!(app.stranger().post("/api/v1/session/second-factor", &step).await.status, 201);
        assert_eq!(knock(&app, Some(&codes[0])).await.status, 201, "in one request");
        assert_eq!(knock(&app, Some(&codes[0])).await.code(), "code_wrong");
    }

    async fn acc_5_pages_ask_for_the_second_factor_and_offer_the_other_way(db: TestDb) {
        let app = TestApp::new(db).await;
        let (_, his, codes) = tom(&app).await;
        let browser = app.stranger();
        let fields = [("email", "tom@example.org"), ("password", PASSWORD), ("next", "/me/sessions")];
        let asked = browser.form("/sign-in", &fields).await;
        assert_eq!(asked.status, 200);
        assert!(asked.header("set-cookie").is_empty() || !asked.header("set-cookie").contains("__Host-crewdesk=cds"));
        let ticket = hidden(&asked.body, "ticket").to_owned();
        let with = |more: &[(&'static str, &str)]| -> Vec<(&'static str, String)> {
            let mut all = vec![("ticket", ticket.clone()), ("next", "/me/sessions".to_owned())];
            all.extend(more.iter().map(|(name, value)| (*name, (*value).to_owned())));
            all
        };
        let send = async |fields: Vec<(&'static str, String)>| {
            let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
            browser.form("/sign-in/second", &fields).await
        };
        let wrong = send(with(&[("code", "000000"), ("method", "totp")])).await;
        assert_eq!(wrong.status, 401);
        assert!(wrong.body.contains("field-error"), "the reason stands beside the field");
        let other = send(with(&[("instead", "recovery_code")])).await;
        assert_eq!((other.status.as_u16(), hidden(&other.body, "method")), (200, "recovery_code"));
        let entered = send(with(&[("code", &codes[3]), ("method", "recovery_code")])).await;
        assert_eq!((entered.status.as_u16(), entered.header("location")), (303, "/me/sessions"));
        let used = send(with(&[("code", &his.shows(&app.clock)), ("method", "totp")])).await;
        assert_eq!(used.header("location"), "/sign-in?reason=ended", "a ticket is used once");
    }

    async fn acc_5_the_page_adds_an_app_and_shows_the_codes_once(db: TestDb) {
        let app = TestApp::new(db).await;
        let (_, tom) = app.hire("tom", RoleKey::Technician).await;
        let begun = tom.form("/me/security/app", &[("name", "My telephone")]).await;
        let place = begun.header("location").to_owned();
        let page = tom.page(&place).await;
        let letters = page.body.split("aria-labelledby=\"letters-label\">").nth(1).unwrap();
        let his = App(letters.split('<').next().unwrap().replace(' ', ""));
        let wrong = tom.form(&place, &[("code", "000000")]).await;
        assert!(wrong.status == 422 && wrong.body.contains("field-error"), "{}", wrong.status);
        let shown = tom.form(&place, &[("code", &his.shows(&app.clock))]).await;
        assert_eq!(shown.body.matches("<code>").count(), 10);
        let page = tom.page("/me/security").await.body;
        assert!(page.contains("My telephone") && !page.contains("<code>"));
        app.clock.advance(Span::minutes(20));
        let late = tom.form("/me/security/codes", &[]).await;
        assert_eq!(late.header("location"), "/me/renewal?next=%2Fme%2Fsecurity");
    }

    async fn acc_5_an_administrator_takes_a_lost_factor_away(db: TestDb) {
        let app = TestApp::new(db).await;
        let (tom, _, _) = tom(&app).await;
        let path = format!("/users/{}/factors", tom.user_id);
        let sheet = app.olga.page(&path).await.body;
        assert!(sheet.contains("Telephone"), "what goes is named");
        app.clock.advance(Span::minutes(20));
        let late = app.olga.form(&path, &[]).await;
        assert!(late.header("location").starts_with("/me/renewal?next="), "{}", late.header("location"));
        let olga = app.stranger().sign_in("olga").await;
        let done = olga.form(&path, &[]).await;
        assert_eq!(done.status, 303, "{}", done.body);
        assert_eq!(tom.get("/api/v1/me").await.status, 401);
        assert_eq!(knock(&app, None).await.status, 201);
    }

    async fn acc_5_a_program_has_a_code_sent_and_shows_it(db: TestDb) {
        let app = TestApp::new(db).await;
        let (_, tom) = app.hire("tom", RoleKey::Technician).await;
        let mail = json!({"kind": "mail_code"});
        let refused = tom.post("/api/v1/me/factor-codes", &mail).await;
        assert_eq!((refused.status.as_u16(), refused.code().as_str()), (409, "codes_not_allowed"));
        allow_codes(&app, "mail").await;
        assert_eq!(tom.get("/api/v1/me/factors").await.json()["codes_allowed"], json!(["mail_code"]));
        let asked = tom.post("/api/v1/me/factor-codes", &mail).await.json();
        let first = json!({"request": asked["request"], "code": code_to(&app, "tom@example.org").await});
        let added = tom.post("/api/v1/me/code-factors", &first).await;
        assert_eq!(added.json()["recovery_codes"].as_array().unwrap().len(), 10, "{}", added.body);
        let asked = knock(&app, None).await.json();
        assert_eq!(asked["methods"], json!(["mail_code", "recovery_code"]));
        let send = json!({"ticket": asked["ticket"], "method": "mail_code"});
        assert_eq!(app.stranger().post("/api/v1/session/second-factor-codes", &send).await.status, 204);
        let step = json!({"ticket": asked["ticket"], "code": code_to(&app, "tom@example.org").await});
        assert_eq!(app.stranger().post("/api/v1/session/second-factor", &step).await.status, 201);
        let rows = app.olga.get("/api/v1/sign-ins").await.json();
        let shown = rows["items"].as_array().unwrap().iter().map(|row| &row["second_factor"]);
        assert!(shown.into_iter().any(|second| second == "mail_code"), "{rows}");
    }

    async fn acc_5_pages_send_a_code_when_asked_and_take_it(db: TestDb) {
        let app = TestApp::new(db).await;
        let (_, tom) = app.hire("tom", RoleKey::Technician).await;
        assert!(!tom.page("/me/security").await.body.contains("/me/security/code"), "not offered");
        allow_codes(&app, "mail").await;
        assert!(tom.page("/me/security").await.body.contains("value=\"mail_code\""));
        let sheet = tom.form("/me/security/code", &[("kind", "mail_code")]).await.body;
        let request = hidden(&sheet, "request");
        let first = async |code: &str| {
            let fields = [("kind", "mail_code"), ("request", request), ("code", code)];
            tom.form("/me/security/code/answer", &fields).await
        };
        let wrong = first("000000").await;
        assert!(wrong.status == 422 && wrong.body.contains("field-error"), "{}", wrong.status);
        let shown = first(&code_to(&app, "tom@example.org").await).await;
        assert_eq!(shown.body.matches("<code>").count(), 10);
        let page = tom.page("/me/security").await.body;
        assert!(page.contains("t…@example.org") && page.contains("weaker"));
        let browser = app.stranger();
        let asked = browser.form("/sign-in", &[("email", "tom@example.org"), ("password", PASSWORD)]).await.body;
        assert!(!asked.contains("name=\"code\""), "nothing to type before one was sent");
        let ticket = hidden(&asked, "ticket").to_owned();
        let send = [("ticket", ticket.as_str()), ("instead", "mail_code")];
        let sent = browser.form("/sign-in/second", &send).await;
        assert!(sent.status == 200 && sent.body.contains("name=\"code\""), "{}", sent.body);
        let code = code_to(&app, "tom@example.org").await;
        let typed = [("ticket", ticket.as_str()), ("method", "mail_code"), ("code", &code)];
        assert_eq!(browser.form("/sign-in/second", &typed).await.header("location"), "/");
        let log = app.olga.page("/audit/sign-ins").await.body;
        assert!(log.contains("By password · code by email"));
    }
}

pub(crate) async fn allow_codes(app: &TestApp, word: &str) {
    let body = json!({"factor_codes": word});
    let done = app.olga.ask(Method::PATCH, "/api/v1/organisation/settings", Some(&body)).await;
    assert_eq!(done.status, 200, "{}", done.body);
}
