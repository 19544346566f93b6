//! Doing without a password: a passkey instead of one (SPEC ACC-4, ACC-5, ACC-9; SECURITY.md S8, S9).

use domain::access::RoleKey;
use domain::jobs::MailTemplate;
use kernel::Span;
use serde_json::{Value, json};
use testkit::app::{Answer, Client, PASSWORD, TestApp};
use testkit::passkey::Passkey;

use crate::reach::{code_to, fulfil, hidden};

const NEW: &str = "a fine kettle of fish to fry";

/// Adds a passkey; answers it, its id and the recovery codes that came with it.
pub(crate) async fn add_passkey(client: &Client) -> (Passkey, String, Vec<Value>) {
    let asked = client.post("/api/v1/me/passkey-challenges", &json!({})).await.json();
    let (passkey, credential) = Passkey::make(&asked["options"]);
    let body = json!({"request": asked["request"], "name": "Notebook", "credential": credential});
    let added = client.post("/api/v1/me/passkeys", &body).await;
    assert_eq!(added.status, 201, "{}", added.body);
    let factors = client.get("/api/v1/me/factors").await.json();
    let last = factors["items"].as_array().unwrap().last().unwrap();
    let id = last["id"].as_str().unwrap().to_owned();
    (passkey, id, added.json()["recovery_codes"].as_array().unwrap().clone())
}

/// What a passkey answers to a new challenge for a sign-in.
pub(crate) async fn shown(app: &TestApp, passkey: &Passkey) -> Value {
    let asked = app.stranger().post("/api/v1/session/passkey-challenges", &json!({})).await.json();
    json!({"request": asked["request"], "credential": passkey.show(&asked["options"])})
}

pub(crate) async fn sign_in_by(app: &TestApp, passkey: &Passkey) -> Answer {
    app.stranger().post("/api/v1/session/passkey", &shown(app, passkey).await).await
}

pub(crate) async fn knock(app: &TestApp, name: &str, password: &str) -> Answer {
    let body = json!({"email": format!("{name}@example.org"), "password": password});
    app.stranger().post("/api/v1/session", &body).await
}

/// Tom, who does without a password.
pub(crate) async fn tom(app: &TestApp) -> (Client, Passkey, String) {
    let (_, tom) = app.hire("tom", RoleKey::Technician).await;
    let (passkey, id, _) = add_passkey(&tom).await;
    let dropped = tom.delete("/api/v1/me/password").await;
    assert_eq!(dropped.status, 204, "{}", dropped.body);
    (tom, passkey, id)
}

/// Has a code sent and chooses this password with it, which proves the address.
async fn reset(app: &TestApp, password: &str) {
    app.clock.advance(Span::minutes(1));
    let body = json!({"email": "tom@example.org"});
    let asked = app.stranger().post("/api/v1/password-codes", &body).await.json();
    fulfil(app).await;
    let code = code_to(app, "tom@example.org").await;
    let body = json!({"request": asked["request"], "code": code, "password": password});
    let done = app.stranger().post("/api/v1/password-resets", &body).await;
    assert_eq!(done.status, 204, "{}", done.body);
}

async fn has_password(client: &Client) -> Value {
    client.get("/api/v1/me").await.json()["has_password"].clone()
}

db::on_both! {
    async fn acc_9_a_person_does_without_a_password_and_signs_in_by_passkey(db: TestDb) {
        let app = TestApp::new(db).await;
        let (_, tom) = app.hire("tom", RoleKey::Technician).await;
        let early = tom.delete("/api/v1/me/password").await;
        assert_eq!((early.status.as_u16(), early.code().as_str()), (409, "passkey_missing"));
        assert_eq!(has_password(&tom).await, true);
        let elsewhere = app.stranger().sign_in("tom").await;
        let (passkey, id, codes) = add_passkey(&tom).await;
        assert_eq!(codes.len(), 10);
        assert_eq!(tom.delete("/api/v1/me/password").await.status, 204);
        assert_eq!(has_password(&tom).await, false);
        assert_eq!(elsewhere.get("/api/v1/me").await.status, 401, "other sessions end");
        assert_eq!(tom.delete("/api/v1/me/password").await.code(), "no_password");
        let entered = sign_in_by(&app, &passkey).await;
        assert_eq!(entered.status, 201, "{}", entered.body);
        let kept = tom.delete(&format!("/api/v1/me/factors/{id}")).await;
        assert_eq!((kept.status.as_u16(), kept.code().as_str()), (409, "passkey_kept"));
        let (other, _, _) = add_passkey(&tom).await;
        assert_eq!(tom.delete(&format!("/api/v1/me/factors/{id}")).await.status, 204, "another one stays");
        assert_eq!(sign_in_by(&app, &passkey).await.code(), "credentials_wrong");
        assert_eq!(sign_in_by(&app, &other).await.status, 201);
        let log = app.olga.get("/api/v1/audit?limit=200").await.body;
        assert!(log.contains("user.password_dropped"));
    }

    async fn s9_a_password_where_there_is_none_fails_like_a_wrong_one(db: TestDb) {
        let app = TestApp::new(db).await;
        tom(&app).await;
        app.create("eve", RoleKey::Technician, None).await;
        for tries in 1..=11 {
            let (none, wrong) = (knock(&app, "tom", PASSWORD).await, knock(&app, "eve", NEW).await);
            assert_eq!(none.status, wrong.status, "{tries}");
            assert_eq!(none.without_request_id(), wrong.without_request_id(), "{tries}");
        }
        assert_eq!(knock(&app, "tom", PASSWORD).await.code(), "account_locked");
    }

    async fn acc_4_outsiders_who_lock_the_password_keep_no_passkey_out(db: TestDb) {
        let app = TestApp::new(db).await;
        let (_, passkey, _) = tom(&app).await;
        for _ in 0..11 {
            knock(&app, "tom", NEW).await;
        }
        assert_eq!(sign_in_by(&app, &passkey).await.status, 201);
    }

    async fn acc_9_a_password_is_chosen_again_without_the_present_one(db: TestDb) {
        let app = TestApp::new(db).await;
        let (tom, passkey, _) = tom(&app).await;
        let shown = tom.put("/api/v1/me/password", &json!({"password": PASSWORD, "new_password": NEW})).await;
        assert_eq!((shown.status.as_u16(), shown.code().as_str()), (422, "invalid"), "there is none to show");
        app.clock.advance(Span::minutes(11));
        let late = tom.put("/api/v1/me/password", &json!({"new_password": NEW})).await;
        assert_eq!((late.status.as_u16(), late.code().as_str()), (403, "fresh_sign_in_required"));
        let renewed = tom.put("/api/v1/session", &crate::passwordless::shown(&app, &passkey).await).await;
        assert_eq!(renewed.status, 200, "{}", renewed.body);
        let tom = tom.with_token(renewed.json()["token"].as_str().unwrap());
        let short = tom.put("/api/v1/me/password", &json!({"new_password": "short"})).await.json();
        assert_eq!(short["errors"][0]["pointer"], "/new_password");
        let done = tom.put("/api/v1/me/password", &json!({"new_password": NEW})).await;
        assert_eq!(done.status, 204, "{}", done.body);
        assert_eq!(has_password(&tom).await, true);
        assert_eq!(knock(&app, "tom", NEW).await.code(), "second_factor_required", "the passkey stays");
    }

    async fn s8_a_password_that_exists_is_compared_with_nothing_unless_it_is_shown(db: TestDb) {
        let app = TestApp::new(db).await;
        let (_, tom) = app.hire("tom", RoleKey::Technician).await;
        let mut answers = Vec::new();
        for guess in [PASSWORD, NEW, "short"] {
            let answer = tom.put("/api/v1/me/password", &json!({"new_password": guess})).await;
            assert_eq!(answer.json()["errors"][0]["pointer"], "/password");
            assert_eq!(answer.json()["errors"][0]["code"], "required");
            answers.push(answer.without_request_id());
        }
        assert!(answers.windows(2).all(|two| two[0] == two[1]), "{answers:?}");
        app.clock.advance(Span::minutes(11));
        let late = tom.delete("/api/v1/me/password").await;
        assert_eq!((late.status.as_u16(), late.code().as_str()), (403, "fresh_sign_in_required"));
        assert_eq!(knock(&app, "tom", PASSWORD).await.status, 201, "nothing was changed");
    }

    async fn acc_3_whoever_lost_the_passkey_comes_back_by_a_code_and_a_recovery_code(db: TestDb) {
        let app = TestApp::new(db).await;
        app.create("tom", RoleKey::Technician, None).await;
        reset(&app, NEW).await;
        let token = knock(&app, "tom", NEW).await.json()["token"].as_str().unwrap().to_owned();
        let tom = app.stranger().with_token(&token);
        let (_, _, codes) = add_passkey(&tom).await;
        assert_eq!(tom.delete("/api/v1/me/password").await.status, 204);
        // The one that was given up is none to be compared with, as the organisation wants no former ones kept.
        reset(&app, NEW).await;
        assert_eq!(knock(&app, "tom", NEW).await.code(), "second_factor_required", "the mailbox alone is not enough");
        let with = json!({"email": "tom@example.org", "password": NEW, "code": codes[0]});
        let entered = app.stranger().post("/api/v1/session", &with).await;
        assert_eq!(entered.status, 201, "{}", entered.body);
    }

    async fn acc_9_nobody_gives_a_password_to_whoever_does_without(db: TestDb) {
        let app = TestApp::new(db).await;
        let (tom, passkey, _) = tom(&app).await;
        let first = app.olga.put(&format!("/api/v1/users/{}/password", tom.user_id), &json!({})).await;
        assert_eq!((first.status.as_u16(), first.code().as_str()), (409, "credential_exists"));
        assert_eq!(has_password(&tom).await, false);
        // The administrator takes the passkey away: the way back is a code.
        let reset = app.olga.delete(&format!("/api/v1/users/{}/factors", tom.user_id)).await;
        assert_eq!(reset.status, 204, "{}", reset.body);
        assert_eq!(sign_in_by(&app, &passkey).await.status, 401);
        let started = app.olga.post(&format!("/api/v1/users/{}/password-code", tom.user_id), &json!({})).await;
        assert_eq!(started.status, 204, "{}", started.body);
    }

    async fn acc_9_pages_offer_to_do_without_and_to_choose_again(db: TestDb) {
        let app = TestApp::new(db).await;
        let (_, tom) = app.hire("tom", RoleKey::Technician).await;
        let removal = "href=\"/me/password/removal\"";
        assert!(!tom.page("/me/security").await.body.contains(removal), "not without a passkey");
        let refused = tom.form("/me/password/removal", &[]).await;
        assert!(refused.status == 409 && refused.body.contains("Add a passkey first"), "{}", refused.status);
        let (passkey, _, _) = add_passkey(&tom).await;
        assert!(tom.page("/me/security").await.body.contains(removal));
        let link = tom.page("/me/password").await.body;
        let link = link.split(removal).nth(1).unwrap().split('>').next().unwrap();
        assert!(!link.contains("_blank"), "one's own pages open here: {link}");
        let done = tom.form("/me/password/removal", &[]).await;
        assert_eq!((done.status.as_u16(), done.header("location")), (303, "/me/security"));
        let page = tom.page("/me/security").await.body;
        assert!(page.contains("You have none") && !page.contains(removal));
        let form = tom.page("/me/password").await.body;
        assert!(!form.contains("name=\"current\"") && form.contains("name=\"password\""));
        app.clock.advance(Span::minutes(11));
        assert_eq!(tom.page("/me/password").await.header("location"), "/me/renewal?next=%2Fme%2Fpassword");
        let ask = tom.page("/me/renewal?next=%2Fme%2Fpassword").await.body;
        assert!(!ask.contains("name=\"password\"") && ask.contains("/me/renewal/passkey"));
        let asked = tom.form("/me/renewal/passkey", &[("next", "/me/password")]).await.body;
        let options = hidden_options(&asked);
        let (request, answer) = (hidden(&asked, "request"), passkey.show(&options).to_string());
        let fields = [("request", request.as_str()), ("credential", &answer), ("next", "/me/password")];
        let entered = tom.form("/me/renewal/passkey/answer", &fields).await;
        assert_eq!((entered.status.as_u16(), entered.header("location")), (303, "/me/password"));
        let token = entered.header("set-cookie").split(['=', ';']).nth(1).unwrap().to_owned();
        let chosen = tom.with_token(&token).form("/me/password", &[("password", NEW)]).await;
        assert_eq!(chosen.header("location"), "/me/password", "{}", chosen.body);
        assert_eq!(knock(&app, "tom", NEW).await.code(), "second_factor_required");
    }

    async fn acc_9_whoever_does_without_is_told(db: TestDb) {
        let app = TestApp::new(db).await;
        let (tom, _, _) = tom(&app).await;
        let notices = tom.get("/api/v1/me/notices").await.json();
        let kinds: Vec<_> = notices["items"].as_array().unwrap().iter().map(|one| &one["kind"]).collect();
        assert!(kinds.contains(&&json!(MailTemplate::PasswordDropped.as_str())), "{kinds:?}");
        assert!(tom.page("/").await.body.contains("You do without a password"));
    }
}

db::on_both! {
    async fn acc_1_an_invitation_is_accepted_by_a_passkey_instead_of_a_password(db: TestDb) {
        let app = TestApp::new(db).await;
        let people = json!({"people": [{"first_name": "Ivo", "last_name": "Ing", "email": "ivo@example.org"}]});
        assert_eq!(app.olga.post("/api/v1/invitations", &people).await.status, 201);
        let path = format!("/invitations/{}", app.link_to("ivo@example.org").await);
        let browser = app.stranger();
        assert!(browser.page(&path).await.body.contains(&format!("action=\"{path}/passkey\"")));
        let ask = async || browser.form(&format!("{path}/passkey"), &[]).await;
        let answer = async |request: &str, credential: &str| {
            let fields = [("request", request), ("credential", credential)];
            browser.form(&format!("{path}/passkey/answer"), &fields).await
        };
        let asked = ask().await;
        assert_eq!(asked.header("referrer-policy"), "no-referrer");
        let refused = answer(&hidden(&asked.body, "request"), "{}").await;
        assert!(refused.status == 422 && refused.body.contains("could not be accepted"), "{}", refused.body);
        let asked = ask().await.body;
        let (passkey, credential) = Passkey::make(&hidden_options(&asked));
        let done = answer(&hidden(&asked, "request"), &credential.to_string()).await;
        assert_eq!((done.status.as_u16(), done.body.matches("<code>").count()), (200, 10), "{}", done.body);
        let lines = done.headers.get_all("set-cookie").iter().filter_map(|line| line.to_str().ok());
        let cookie = lines.into_iter().find(|line| line.starts_with("__Host-crewdesk=cds")).unwrap();
        let ivo = app.stranger().with_token(cookie.split(['=', ';']).nth(1).unwrap());
        assert_eq!(has_password(&ivo).await, false);
        assert_eq!(ivo.get("/api/v1/me").await.json()["user"]["lifecycle"], "active");
        assert_eq!(sign_in_by(&app, &passkey).await.status, 201);
        assert_eq!(knock(&app, "ivo", PASSWORD).await.code(), "credentials_wrong");
        assert_eq!(ask().await.status, 410, "a link is used once");
        let first = app.olga.put(&format!("/api/v1/users/{}/password", ivo.get("/api/v1/me").await.json()["user"]["id"].as_str().unwrap()), &json!({})).await;
        assert_eq!(first.code(), "credential_exists");
    }

    async fn acc_1_a_program_accepts_an_invitation_with_a_passkey(db: TestDb) {
        let app = TestApp::new(db).await;
        let people = json!({"people": [{"first_name": "Ivo", "last_name": "Ing", "email": "ivo@example.org"}]});
        assert_eq!(app.olga.post("/api/v1/invitations", &people).await.status, 201);
        let token = app.link_to("ivo@example.org").await;
        let ask = async || app.stranger().post("/api/v1/invitations/passkey-challenges", &json!({"token": token})).await;
        let asked = ask().await.json();
        let (passkey, credential) = Passkey::make(&asked["options"]);
        let mut body = json!({"token": token, "name": "Notebook", "request": asked["request"], "credential": credential});
        let done = app.stranger().post("/api/v1/invitations/passkey-acceptance", &body).await;
        assert_eq!(done.status, 201, "{}", done.body);
        assert_eq!(done.json()["recovery_codes"].as_array().unwrap().len(), 10);
        let ivo = app.stranger().with_token(done.json()["session"]["token"].as_str().unwrap());
        assert_eq!(has_password(&ivo).await, false);
        assert_eq!(sign_in_by(&app, &passkey).await.status, 201);
        assert_eq!(ask().await.code(), "link_used");
        body["credential"] = json!({});
        let again = app.stranger().post("/api/v1/invitations/passkey-acceptance", &body).await;
        assert_eq!(again.status, 409, "{}", again.body);
    }
}

/// What a page asks a browser for.
pub(crate) fn hidden_options(page: &str) -> Value {
    let text = page.split("data-options=\"").nth(1).unwrap().split('"').next().unwrap();
    let text = text.replace("&#34;", "\"").replace("&quot;", "\"").replace("&amp;", "&");
    serde_json::from_str(&text).unwrap()
}
