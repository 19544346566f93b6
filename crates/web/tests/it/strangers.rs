//! What strangers learn and how much they may try: S5, S6, S9, S14.

use std::time::{Duration, Instant};

use domain::access::RoleKey;
use futures::future::join_all;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use testkit::app::{PASSWORD, TestApp};

use crate::unchanged::{reason, refused};

db::on_both! {
    async fn s5_two_hundred_guesses_at_once_are_not_looked_at(db: TestDb) {
        let app = TestApp::new(db).await;
        app.create("anna", RoleKey::Technician, None).await;
        let (here, there) = (app.stranger(), app.stranger().at(&app.node().await));
        let guesses = (0..200).map(|number| {
            let client = if number % 2 == 0 { here.clone() } else { there.clone() };
            // None is right: a right one that comes early forgives the wrong ones before it, as it should.
            let password = format!("guess number {number} is wrong");
            async move {
                client.post("/api/v1/session", &json!({"email": "anna@example.org", "password": password})).await.code()
            }
        });
        let codes = join_all(guesses).await;
        let looked_at = codes.iter().filter(|code| *code == "credentials_wrong").count();
        assert!(looked_at <= 10, "{looked_at} were compared");
        let locked = json!({"email": "anna@example.org", "password": PASSWORD});
        assert_eq!(here.post("/api/v1/session", &locked).await.code(), "account_locked");
    }

    async fn s9_a_stranger_cannot_tell_who_has_an_account(db: TestDb) {
        let app = TestApp::new(db).await;
        app.create("anna", RoleKey::Technician, None).await;
        let stranger = app.stranger();
        let pair = async |path: &str, body: fn(&str) -> Value| {
            let known = stranger.post(path, &body("anna@example.org")).await;
            let unknown = stranger.post(path, &body("nobody@example.org")).await;
            assert_eq!(known.status, unknown.status, "{path}");
            let shape = |text: String| -> String {
                // A request's token is as random for one as for the other.
                let mut object: Value = serde_json::from_str(&text).unwrap_or_default();
                if let Some(request) = object.get_mut("request") {
                    let length = request.as_str().map_or(0, str::len);
                    *request = json!(length);
                }
                object.to_string()
            };
            assert_eq!(shape(known.without_request_id()), shape(unknown.without_request_id()), "{path}");
        };
        pair("/api/v1/session", |email| json!({"email": email, "password": "wrong and long enough"})).await;
        pair("/api/v1/password-codes", |email| json!({"email": email})).await;
        pair("/api/v1/sign-ups", |email| json!({"organisation": "New", "email": email, "password": PASSWORD})).await;
    }

    async fn s9_adding_a_known_address_looks_like_adding_an_unknown_one(db: TestDb) {
        let app = TestApp::new(db).await;
        let neighbour = app.neighbour("nick").await;
        app.create("anna", RoleKey::Technician, None).await;
        let add = async |username: &str, email: &str| {
            let made = neighbour.post("/api/v1/users", &json!({"username": username, "email": email})).await;
            let mut user = made.json();
            let factors = neighbour.get(&format!("/api/v1/users/{}/factors", user["id"].as_str().unwrap())).await;
            assert_eq!(factors.json()["has_password"], json!(null), "{}", factors.body);
            for own in ["id", "username", "email", "display_name", "created_at", "updated_at"] {
                user.as_object_mut().unwrap().remove(own);
            }
            (made.status, user)
        };
        assert_eq!(add("one", "anna@example.org").await, add("two", "nobody@example.org").await);
    }

    async fn s14_what_is_too_much_is_refused_at_once_and_the_server_lives(db: TestDb) {
        let app = TestApp::new(db).await;
        let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
        let (size, cursor) = ("/limit=limit_out_of_range", "/cursor=cursor_invalid");
        for (question, wanted) in [
            ("limit=0", size), ("limit=201", size), ("limit=-1", size), ("limit=1000000000", size), ("limit=x", size),
            ("cursor=%00", cursor), ("cursor=AAAA", cursor), ("sort=password", "/sort=sort_unknown"),
            ("colour=red", "/colour=filter_unknown"), ("lifecycle=dead", "/lifecycle=filter_unknown"),
            (&format!("search={}", "x".repeat(201)), "/search=search_too_long"),
        ] {
            let began = Instant::now();
            let (_, code) = wanted.split_once('=').unwrap();
            let asked = app.olga.get(&format!("/api/v1/users?{question}")).await;
            assert_eq!(reason(&asked), format!("400 {code} {wanted}"), "{question}");
            assert!(began.elapsed() < Duration::from_millis(500), "{question}");
        }
        for (body, wanted) in [
            ("{", "400 malformed"), ("\u{0}", "400 malformed"), ("{\"username\": \"a\u{0}b\"}", "400 malformed"),
            ("{\"username\": \"a\\u0000b\", \"email\": \"a@example.org\"}", "422 invalid /username=username_invalid"),
            (&deep, "400 malformed"),
        ] {
            let request = app.olga.call(Method::POST, "/api/v1/users");
            let request = request.header("content-type", "application/json").body(body.to_owned());
            refused(&app, testkit::app::read(request), wanted).await;
        }
        // A client that is still sending when it is refused may see the connection close before the answer.
        let mut refused = None;
        for _ in 0..10 {
            let huge = app.olga.browse(Method::POST, "/api/v1/users").header("origin", &app.url)
                .header("content-type", "application/json").body(" ".repeat(2 << 20));
            if let Ok(answer) = huge.send().await {
                let closes = answer.headers().get("connection").cloned();
                refused = Some((answer.status(), closes.unwrap().to_str().unwrap().to_owned()));
                break;
            }
        }
        assert_eq!(refused, Some((StatusCode::PAYLOAD_TOO_LARGE, "close".to_owned())));
        assert_eq!(app.olga.get("/api/v1/me").await.status, StatusCode::OK);
    }

    async fn s2_no_field_is_taken_that_is_not_offered(db: TestDb) {
        let app = TestApp::new(db).await;
        let (user, _) = app.hire("anna", RoleKey::Technician).await;
        let path = format!("/api/v1/users/{}", user.id);
        let before = app.olga.get(&path).await.json();
        for field in [
            "id", "version", "organisation_id", "account_id", "lifecycle", "presence", "created_at", "updated_at",
            "last_sign_in_at", "photo_version", "rank", "grants", "password_hash", "seq", "is_owner", "search",
        ] {
            for (method, path) in [(Method::PATCH, path.as_str()), (Method::POST, "/api/v1/users")] {
                let body = json!({"username": "eve", "email": "eve@example.org", field: "active"});
                let answer = app.olga.ask(method.clone(), path, Some(&body)).await;
                assert_eq!(reason(&answer), format!("422 invalid /{field}=unknown_field"), "{method}");
            }
            let form = [("username", "anna"), ("first_name", "anna"), (field, "active"), ("version", "1")];
            app.olga.form(&format!("/users/{}/edit", user.id), &form).await;
        }
        let after = app.olga.get(&path).await.json();
        for field in ["id", "lifecycle", "presence", "created_at", "role_id", "group_id", "last_sign_in_at"] {
            assert_eq!(before[field], after[field], "{field}");
        }
        assert_eq!(app.olga.get("/api/v1/users?search=eve").await.json()["items"], json!([]));
    }
}
