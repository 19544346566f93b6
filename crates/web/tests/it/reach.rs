//! Where people are reached, and from where they may come in, as clients see it (SPEC ACC-3, ORG-4, USR-10).

use db::{Tx, params};
use domain::access::RoleKey;
use domain::jobs::{self, Job};
use domain::organisations::{self, SignInWish};
use domain::{Actor, Origin, Surface};
use kernel::Result;
use reqwest::Method;
use serde_json::json;
use testkit::app::{PASSWORD, TestApp};

const PATH: &str = "/api/v1/organisation/sign-in";

fn operator() -> Actor {
    Actor::system("operator", Origin::local(Surface::CommandLine, "test"))
}

/// The code in the newest message to an address or number.
pub(crate) async fn code_to(app: &TestApp, to: &str) -> String {
    const NEWEST: &str = "SELECT payload FROM jobs WHERE kind IN ('mail', 'sms') ORDER BY id DESC";
    let read =
        async |tx: &mut Tx| -> Result<Vec<(String,)>> { Ok(tx.all(NEWEST, &params![]).await?) };
    for (payload,) in app.crewdesk.db().read(read).await.unwrap() {
        let (Job::Mail(mail) | Job::Sms(mail)) = serde_json::from_str(&payload).unwrap() else {
            continue;
        };
        let written = jobs::letter(&app.crewdesk, &mail).await.unwrap();
        if let Some(code) =
            written.filter(|mail| mail.to == to).and_then(|mail| mail.params.get("code").cloned())
        {
            return code;
        }
    }
    panic!("no code went to {to}")
}

/// A value that a page carries unseen.
pub(crate) fn hidden(page: &str, name: &str) -> String {
    let mark = format!("name=\"{name}\" value=\"");
    page.split(&mark).nth(1).unwrap().split('"').next().unwrap().to_owned()
}

db::on_both! {
    async fn org_4_a_session_and_a_token_from_elsewhere_are_refused(db: TestDb) {
        let app = TestApp::new(db).await;
        let token = json!({"name": "a program", "expires_at": "2026-10-01T00:00:00Z"});
        let token = app.olga.post("/api/v1/tokens", &token).await.json()["token"].as_str().unwrap().to_owned();
        let program = app.stranger().with_token(&token);
        let elsewhere = json!({"allowed_networks": ["192.0.2.0/24"]});
        let refused = app.olga.ask(Method::PATCH, PATH, Some(&elsewhere)).await;
        assert_eq!((refused.status.as_u16(), refused.code().as_str()), (409, "own_network_missing"));
        assert!(program.get("/api/v1/me").await.status.is_success(), "nothing has changed");
        let meant = json!({"allowed_networks": ["192.0.2.0/24"], "shuts_me_out": true});
        assert!(app.olga.ask(Method::PATCH, PATH, Some(&meant)).await.status.is_success());
        for client in [&app.olga, &program] {
            let answer = client.get("/api/v1/me").await;
            assert_eq!((answer.status.as_u16(), answer.code().as_str()), (403, "address_not_allowed"));
        }
        assert_eq!(app.olga.page("/users").await.status, 403);
        let sign_in = json!({"email": "olga@example.org", "password": PASSWORD});
        assert_eq!(app.stranger().post("/api/v1/session", &sign_in).await.code(), "address_not_allowed");
        let wish = SignInWish { allowed_networks: Some(Vec::new()), ..SignInWish::default() };
        let operator = operator();
        let verb = app.crewdesk.write_in(app.organisation, &operator, async |cx| {
            organisations::change_sign_in(cx, None, wish).await
        });
        verb.await.unwrap();
        assert!(app.olga.get("/api/v1/me").await.status.is_success(), "the operator's way back");
    }

    async fn org_4_the_page_names_each_wrong_line_and_asks_before_it_shuts_out(db: TestDb) {
        let app = TestApp::new(db).await;
        let version = app.olga.get(PATH).await.json()["version"].to_string();
        let send = async |networks: &str, sure: &str| {
            let fields = [
                ("allowed_networks", networks), ("refused_words", "kettle"), ("version", &version), ("shuts_me_out", sure),
            ];
            app.olga.form("/settings/sign-in", &fields).await
        };
        let wrong = send("192.0.2.0/24\nhome\n::/200", "").await;
        assert_eq!(wrong.status, 422);
        assert!(wrong.body.contains("home: ") && wrong.body.contains("::/200: "), "{}", wrong.body);
        let unsure = send("192.0.2.0/24", "").await;
        assert_eq!(unsure.status, 409);
        assert!(unsure.body.contains("name=\"shuts_me_out\"") && unsure.body.contains("192.0.2.0/24"));
        assert_eq!(send("127.0.0.0/8\n::1", "").await.status, 303);
        let shown = app.olga.page("/settings/sign-in").await.body;
        assert!(shown.contains("127.0.0.0/8\n::1/128") && shown.contains("kettle"), "{shown}");
    }

    async fn usr_10_a_number_is_added_on_the_page_once_its_code_is_typed(db: TestDb) {
        let app = TestApp::new(db).await;
        let (_, tom) = app.hire("tom", RoleKey::Technician).await;
        let asked = tom.form("/me/mobile", &[("mobile", "+420 601 123 456")]).await;
        assert_eq!(asked.status, 200, "{}", asked.body);
        let request = hidden(&asked.body, "request");
        let confirm = async |code: &str| {
            let fields = [("request", request.as_str()), ("code", code), ("to", "+420601123456")];
            tom.form("/me/mobile/code", &fields).await
        };
        assert_eq!(confirm("x").await.status, 422);
        assert_eq!(confirm(&code_to(&app, "+420601123456").await).await.status, 303);
        let me = tom.get("/api/v1/me").await.json();
        assert_eq!(me["user"]["mobile"], "+420601123456");
        app.clock.advance(kernel::Span::minutes(11));
        let late = tom.form("/me/email", &[("email", "tim@example.org")]).await;
        assert_eq!(late.status, 303);
        assert_eq!(late.header("location"), "/me/renewal?next=%2Fme%2Femail%3Fto%3Dtim%2540example.org");
    }

    async fn s9_asking_for_a_code_answers_alike_for_everybody(db: TestDb) {
        let app = TestApp::new(db).await;
        let mut answers = Vec::new();
        for identity in ["olga@example.org", "nobody@example.org", "+420601123456", "contoso/olga", "contoso/nobody"] {
            let page = app.stranger().form("/password/forgotten", &[("email", identity)]).await;
            assert_eq!(page.status, 200);
            let (request, csrf) = (hidden(&page.body, "request"), hidden(&page.body, "csrf"));
            let body = page.body.replace(&request, "").replace(&csrf, "").replace(identity, "");
            answers.push(body.replace(&identity.replace('+', "&#43;"), ""));
        }
        assert!(answers.iter().all(|answer| answer == &answers[0]), "{answers:#?}");
    }

    async fn acc_4_a_password_given_while_creating_holds_no_refused_word(db: TestDb) {
        let app = TestApp::new(db).await;
        let policy = json!({"refused_words": ["umbrella"]});
        app.olga.ask(Method::PATCH, "/api/v1/organisation/sign-in", Some(&policy)).await;
        let new = json!({"username": "una", "email": "una@example.org",
            "password": "nine green umbrellas in a shed"});
        let refused = app.olga.post("/api/v1/users", &new).await;
        assert_eq!(refused.status, 422);
        assert_eq!(refused.json()["errors"][0]["pointer"], "/password");
        assert_eq!(refused.json()["errors"][0]["code"], "password_word_refused");
        let fields = [("username", "una"), ("email", "una@example.org"), ("language", "en"),
            ("user_type", "person"), ("password", "nine green umbrellas in a shed")];
        let page = app.olga.form("/users/new", &fields).await;
        assert_eq!(page.status, 422);
        assert!(page.body.contains("id=\"field-password-error\""), "{}", page.body);
    }

    async fn org_1_a_weak_password_is_told_together_with_all_else_that_is_wrong(db: TestDb) {
        let app = TestApp::new(db).await;
        let wish = json!({"organisation": "", "email": "nora", "password": "kettle"});
        let refused = app.stranger().post("/api/v1/sign-ups", &wish).await.json();
        let pointers: Vec<_> =
            refused["errors"].as_array().unwrap().iter().map(|one| one["pointer"].clone()).collect();
        assert_eq!(pointers, ["/organisation", "/email", "/password"]);
    }

    async fn acc_3_the_first_password_of_somebody_with_only_a_mobile_is_chosen_by_sms(db: TestDb) {
        let app = TestApp::new(db).await;
        let new = json!({"username": "mo", "mobile": "+420601123456"});
        assert_eq!(app.olga.post("/api/v1/users", &new).await.status, 201);
        for door in ["/sign-in", "/sign-in?by=username"] {
            assert!(app.stranger().page(door).await.body.contains("/password/forgotten"), "{door}");
        }
        let asked = app.stranger().post("/api/v1/password-codes", &json!({"email": "00420601123456"})).await;
        let request = asked.json()["request"].as_str().unwrap().to_owned();
        fulfil(&app).await;
        let code = code_to(&app, "+420601123456").await;
        let reset = json!({"request": request, "code": code, "password": PASSWORD});
        assert_eq!(app.stranger().post("/api/v1/password-resets", &reset).await.status, 204);
        let sign_in = json!({"email": "contoso/mo", "password": PASSWORD});
        assert_eq!(app.stranger().post("/api/v1/session", &sign_in).await.status, 201);
    }
}

/// Does the worker's part of the newest request for a code.
pub(crate) async fn fulfil(app: &TestApp) {
    const ASKED: &str = "SELECT payload FROM jobs WHERE kind = 'send_code' ORDER BY id DESC";
    let read =
        async |tx: &mut Tx| -> Result<Vec<(String,)>> { Ok(tx.all(ASKED, &params![]).await?) };
    let (payload,) = app.crewdesk.db().read(read).await.unwrap().remove(0);
    let Job::SendCode(request) = serde_json::from_str(&payload).unwrap() else { panic!() };
    domain::accounts::codes::send(&app.crewdesk, &operator(), &request).await.unwrap();
}
