//! Showing once more that it is oneself, and passkeys at the second step (SPEC ACC-5, ACC-9; SECURITY.md S5, S8).

use domain::access::RoleKey;
use kernel::Span;
use serde_json::{Value, json};
use testkit::app::{Answer, Client, PASSWORD, TestApp};

use crate::passwordless::{add_passkey, hidden_options, knock, shown, sign_in_by};
use crate::reach::{code_to, hidden};
use crate::second_factor::{allow_codes, tom};

async fn renew(client: &Client, body: &Value) -> Answer {
    client.put("/api/v1/session", body).await
}

/// Where and why a value was refused.
fn fault(answer: &Answer) -> (u16, Value, Value) {
    let error = answer.json()["errors"][0].clone();
    (answer.status.as_u16(), error["pointer"].clone(), error["code"].clone())
}

fn wrong(pointer: &str, code: &str) -> (u16, Value, Value) {
    (422, json!(pointer), json!(code))
}

async fn is_fresh(client: &Client) -> bool {
    client.post("/api/v1/me/factors", &json!({"name": "x"})).await.status == 201
}

db::on_both! {
    async fn s8_a_session_is_renewed_by_password_and_app(db: TestDb) {
        let app = TestApp::new(db).await;
        let (tom, his, codes) = tom(&app).await;
        app.clock.advance(Span::minutes(11));
        assert!(!is_fresh(&tom).await);
        let ways = tom.get("/api/v1/session/renewal").await.json();
        assert_eq!(ways, json!({"has_password": true, "methods": ["totp", "recovery_code"]}));
        assert_eq!(fault(&renew(&tom, &json!({})).await), wrong("/password", "required"));
        let other = json!({"password": "not his at all", "code": his.shows(&app.clock)});
        assert_eq!(fault(&renew(&tom, &other).await), wrong("/password", "credentials_wrong"));
        assert_eq!(fault(&renew(&tom, &json!({"password": PASSWORD})).await), wrong("/code", "required"));
        let none = json!({"password": PASSWORD, "code": "000000"});
        assert_eq!(fault(&renew(&tom, &none).await), wrong("/code", "code_wrong"));
        let right = json!({"password": PASSWORD, "code": his.shows(&app.clock)});
        let renewed = renew(&tom, &right).await;
        assert_eq!(renewed.status, 200, "{}", renewed.body);
        assert_eq!(tom.get("/api/v1/me").await.status, 401, "the old secret is dead");
        let tom = tom.with_token(renewed.json()["token"].as_str().unwrap());
        assert!(is_fresh(&tom).await);
        app.clock.advance(Span::minutes(11));
        let recovery = json!({"password": PASSWORD, "code": codes[0]});
        assert_eq!(renew(&tom, &recovery).await.status, 200, "a recovery code will do as well");
    }

    async fn usr_18_wrong_tries_while_renewing_are_in_the_log(db: TestDb) {
        let app = TestApp::new(db).await;
        let (tom, his, _) = tom(&app).await;
        app.clock.advance(Span::minutes(11));
        renew(&tom, &json!({"password": "not his at all", "code": his.shows(&app.clock)})).await;
        renew(&tom, &json!({"password": PASSWORD, "code": "000000"})).await;
        let me = tom.get("/api/v1/me").await.json()["user"]["id"].as_str().unwrap().to_owned();
        let rows = app.olga.get(&format!("/api/v1/users/{me}/sign-ins?limit=2")).await.json();
        let told: Vec<_> = rows["items"].as_array().unwrap().iter().map(|row| &row["result"]).collect();
        assert_eq!(told, ["wrong_second_factor", "wrong_password"]);
    }

    async fn s5_whoever_knows_the_password_does_not_guess_the_code_for_ever(db: TestDb) {
        let app = TestApp::new(db).await;
        let (tom, his, _) = tom(&app).await;
        let none = json!({"password": PASSWORD, "code": "000000"});
        // Nor by a change of the password that comes to nothing.
        let same = json!({"password": PASSWORD, "new_password": PASSWORD});
        for tries in 1..=9 {
            assert_eq!(fault(&renew(&tom, &none).await), wrong("/code", "code_wrong"), "{tries}");
            assert_eq!(tom.put("/api/v1/me/password", &same).await.status, 422);
        }
        assert_eq!(renew(&tom, &none).await.status, 401, "the session has ended");
        let right = json!({"password": PASSWORD, "code": his.shows(&app.clock)});
        assert_eq!(renew(&tom, &right).await.status, 401);
        assert_eq!(knock(&app, "tom", PASSWORD).await.code(), "second_factor_required", "the account is not locked");
    }

    async fn acc_9_a_session_is_renewed_by_ones_own_passkey(db: TestDb) {
        let app = TestApp::new(db).await;
        let (_, tom) = app.hire("tom", RoleKey::Technician).await;
        let (_, eve) = app.hire("eve", RoleKey::Technician).await;
        let (his, hers) = (add_passkey(&tom).await.0, add_passkey(&eve).await.0);
        app.clock.advance(Span::minutes(11));
        assert_eq!(tom.get("/api/v1/session/renewal").await.json()["methods"], json!(["passkey", "recovery_code"]));
        let other = shown(&app, &hers).await;
        assert_eq!(fault(&renew(&tom, &other).await), wrong("/credential", "passkey_refused"));
        let once = shown(&app, &his).await;
        let renewed = renew(&tom, &once).await;
        assert_eq!(renewed.status, 200, "{}", renewed.body);
        let tom = tom.with_token(renewed.json()["token"].as_str().unwrap());
        assert!(is_fresh(&tom).await);
        assert_eq!(fault(&renew(&tom, &once).await), wrong("/credential", "passkey_refused"), "an answer counts once");
    }

    async fn acc_5_a_session_is_renewed_by_a_code_that_is_sent_for_it(db: TestDb) {
        let app = TestApp::new(db).await;
        let (_, tom) = app.hire("tom", RoleKey::Technician).await;
        let send = json!({"method": "mail_code"});
        assert_eq!(tom.post("/api/v1/session/renewal-codes", &send).await.code(), "no_second_factor");
        allow_codes(&app, "mail").await;
        let asked = tom.post("/api/v1/me/factor-codes", &json!({"kind": "mail_code"})).await.json();
        let first = json!({"request": asked["request"], "code": code_to(&app, "tom@example.org").await});
        assert_eq!(tom.post("/api/v1/me/code-factors", &first).await.status, 201);
        let elsewhere = app.stranger().post("/api/v1/session", &json!({"email": "tom@example.org", "password": PASSWORD})).await.json();
        app.clock.advance(Span::minutes(11));
        assert_eq!(tom.post("/api/v1/session/renewal-codes", &send).await.status, 204);
        let code = code_to(&app, "tom@example.org").await;
        let step = json!({"ticket": elsewhere["ticket"], "code": code});
        assert_eq!(app.stranger().post("/api/v1/session/second-factor", &step).await.status, 401, "good for nothing else");
        let none = json!({"password": PASSWORD, "code": if code == "111111" { "222222" } else { "111111" }});
        assert_eq!(fault(&renew(&tom, &none).await), wrong("/code", "code_wrong"));
        let right = json!({"password": PASSWORD, "code": code});
        let renewed = renew(&tom, &right).await;
        assert_eq!(renewed.status, 200, "{}", renewed.body);
        let tom = tom.with_token(renewed.json()["token"].as_str().unwrap());
        assert_eq!(fault(&renew(&tom, &right).await), wrong("/code", "code_wrong"), "and once");
    }

    async fn acc_5_the_page_asks_again_and_goes_on_where_one_was(db: TestDb) {
        let app = TestApp::new(db).await;
        let (tom, his, _) = tom(&app).await;
        app.clock.advance(Span::minutes(11));
        let led = tom.form("/me/security/codes", &[]).await;
        assert_eq!(led.header("location"), "/me/renewal?next=%2Fme%2Fsecurity");
        let page = tom.page("/me/renewal?next=%2Fme%2Fsecurity").await.body;
        assert!(page.contains("name=\"password\"") && page.contains("name=\"code\""));
        let send = async |password: &str, code: &str| {
            let fields = [("password", password), ("code", code), ("next", "/me/security")];
            tom.form("/me/renewal", &fields).await
        };
        let wrong = send(PASSWORD, "000000").await;
        assert!(wrong.status == 422 && wrong.body.contains("field-error"), "{}", wrong.status);
        assert!(!wrong.body.contains(PASSWORD) && !wrong.body.contains("000000"), "nothing secret comes back");
        let done = send(PASSWORD, &his.shows(&app.clock)).await;
        assert_eq!((done.status.as_u16(), done.header("location")), (303, "/me/security"));
        assert!(done.header("set-cookie").starts_with("__Host-crewdesk=cds"));
        let token = done.header("set-cookie").split(['=', ';']).nth(1).unwrap().to_owned();
        let foreign = tom.with_token(&token).page("/me/renewal?next=https://evil.example").await;
        assert!(foreign.body.contains("name=\"next\" value=\"/\""), "only own pages");
    }

    async fn acc_5_the_page_sends_a_code_where_there_is_nothing_else(db: TestDb) {
        let app = TestApp::new(db).await;
        let (_, tom) = app.hire("tom", RoleKey::Technician).await;
        allow_codes(&app, "mail").await;
        let asked = tom.post("/api/v1/me/factor-codes", &json!({"kind": "mail_code"})).await.json();
        let first = json!({"request": asked["request"], "code": code_to(&app, "tom@example.org").await});
        assert_eq!(tom.post("/api/v1/me/code-factors", &first).await.status, 201);
        let page = tom.page("/me/renewal").await.body;
        assert!(page.contains("value=\"mail_code\""));
        let sent = tom.form("/me/renewal", &[("instead", "mail_code"), ("next", "/me")]).await;
        assert!(sent.status == 200 && sent.body.contains("on its way"), "{}", sent.body);
        let code = code_to(&app, "tom@example.org").await;
        let fields = [("password", PASSWORD), ("code", &code), ("next", "/me")];
        assert_eq!(tom.form("/me/renewal", &fields).await.header("location"), "/me");
    }

    async fn acc_5_a_wrong_passkey_leads_back_to_the_second_step(db: TestDb) {
        let app = TestApp::new(db).await;
        let (_, tom) = app.hire("tom", RoleKey::Technician).await;
        let (_, eve) = app.hire("eve", RoleKey::Technician).await;
        let (his, hers) = (add_passkey(&tom).await.0, add_passkey(&eve).await.0);
        let browser = app.stranger();
        let fields = [("email", "tom@example.org"), ("password", PASSWORD), ("next", "/me/sessions")];
        let ticket = hidden(&browser.form("/sign-in", &fields).await.body, "ticket");
        let ask = [("ticket", ticket.as_str()), ("next", "/me/sessions")];
        let show = async |passkey: &testkit::passkey::Passkey| {
            let page = browser.form("/sign-in/passkey", &ask).await.body;
            let (request, options) = (hidden(&page, "request"), hidden_options(&page));
            let answer = passkey.show(&options).to_string();
            let fields = [ask[0], ask[1], ("request", request.as_str()), ("credential", &answer)];
            browser.form("/sign-in/passkey/answer", &fields).await
        };
        let back = show(&hers).await;
        assert_eq!(back.status, 401);
        assert_eq!(hidden(&back.body, "ticket"), ticket, "still at the second step");
        assert!(back.body.contains("could not be accepted") && back.body.contains("/sign-in/second"));
        let entered = show(&his).await;
        assert_eq!((entered.status.as_u16(), entered.header("location")), (303, "/me/sessions"));
        assert_eq!(show(&his).await.header("location"), "/sign-in?reason=ended", "a ticket is used once");
    }

    async fn s5_wrong_passkeys_are_counted_together_with_codes(db: TestDb) {
        let app = TestApp::new(db).await;
        let (_, tom) = app.hire("tom", RoleKey::Technician).await;
        let (_, eve) = app.hire("eve", RoleKey::Technician).await;
        let (his, hers) = (add_passkey(&tom).await.0, add_passkey(&eve).await.0);
        let ticket = knock(&app, "tom", PASSWORD).await.json()["ticket"].clone();
        let mut answers = Vec::new();
        for tries in 0..10 {
            let answer = if tries % 2 == 0 {
                let step = json!({"ticket": ticket, "code": "000000"});
                app.stranger().post("/api/v1/session/second-factor", &step).await
            } else {
                let mut step = shown(&app, &hers).await;
                step["ticket"] = ticket.clone();
                app.stranger().post("/api/v1/session/passkey", &step).await
            };
            answers.push(answer.code());
        }
        assert_eq!(answers[..2], ["code_wrong", "passkey_refused"]);
        assert_eq!(answers[9], "account_locked");
        assert_eq!(sign_in_by(&app, &his).await.status, 201, "alone it still lets in, and unlocks");
        assert_eq!(knock(&app, "tom", PASSWORD).await.code(), "second_factor_required");
    }
}
