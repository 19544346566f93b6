//! S10: no change from another site's page, no way out by `next=`, safe headers everywhere.

use domain::access::RoleKey;
use reqwest::{Method, StatusCode};
use serde_json::json;
use testkit::app::{PASSWORD, TestApp, read};

db::on_both! {
    async fn s10_another_sites_form_changes_nothing(db: TestDb) {
        let app = TestApp::new(db).await;
        let target = app.create("ursula", RoleKey::Technician, None).await;
        let path = format!("/users/{}/suspension", target.id);
        let token = app.olga.form_token("/me").await;
        let send = async |headers: &[(&str, &str)], csrf: &str| {
            let mut request = app.olga.browse(Method::POST, &path).form(&[("csrf", csrf)]);
            for (name, value) in headers {
                request = request.header(*name, *value);
            }
            read(request).await.status
        };
        for headers in [
            vec![("origin", "https://evil.example")],
            vec![("origin", "null")],
            vec![("sec-fetch-site", "cross-site")],
            vec![("sec-fetch-site", "same-site")],
        ] {
            assert_eq!(send(&headers, &token).await, StatusCode::FORBIDDEN, "{headers:?}");
        }
        let own = [("origin", app.url.as_str()), ("sec-fetch-site", "same-origin")];
        for csrf in ["", "guessed"] {
            assert_eq!(send(&own, csrf).await, StatusCode::FORBIDDEN, "the form token {csrf:?}");
        }
        let user = format!("/api/v1/users/{}", target.id);
        assert_eq!(app.olga.get(&user).await.json()["lifecycle"], "active");
        assert_eq!(send(&own, &token).await, StatusCode::SEE_OTHER);
        assert_eq!(app.olga.get(&user).await.json()["lifecycle"], "suspended");
    }

    async fn s10_signing_in_from_another_site_is_refused(db: TestDb) {
        let app = TestApp::new(db).await;
        let form = [("email", "olga@example.org"), ("password", PASSWORD), ("csrf", "")];
        let answer = read(app.stranger().browse(Method::POST, "/sign-in").form(&form)).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN);
        assert!(answer.header("set-cookie").is_empty());
    }

    async fn s10_reading_changes_nothing(db: TestDb) {
        let app = TestApp::new(db).await;
        let target = app.create("ursula", RoleKey::Technician, None).await;
        let rows = async || app.olga.get("/api/v1/audit?limit=1").await.json()["items"][0]["seq"].clone();
        let before = rows().await;
        for step in ["suspension", "deactivation", "removal", "reset", "first-password", "supervisor", "edit"] {
            for method in [Method::GET, Method::HEAD] {
                read(app.olga.browse(method, &format!("/users/{}/{step}", target.id))).await;
            }
        }
        assert_eq!(rows().await, before);
    }

    async fn s10_next_leads_to_own_pages_only(db: TestDb) {
        let app = TestApp::new(db).await;
        for next in [
            "https://evil.example", "//evil.example", "/\\evil.example", "/\t/evil.example", "\t//evil.example",
            "javascript:alert(1)", "/\r\nSet-Cookie: a=b", "\\\\evil.example", "https:evil.example", "///evil.example",
        ] {
            let stranger = app.stranger();
            let page = read(stranger.browse(Method::GET, "/sign-in")).await;
            let cookie = page.header("set-cookie").split(';').next().unwrap().to_owned();
            let token = page.body.split("name=\"csrf\" value=\"").nth(1).unwrap().split('"').next().unwrap();
            let form = [("email", "olga@example.org"), ("password", PASSWORD), ("csrf", token), ("next", next)];
            let answer = read(
                stranger.browse(Method::POST, "/sign-in").header("cookie", cookie).header("origin", &app.url).form(&form),
            )
            .await;
            assert_eq!((answer.status, answer.header("location")), (StatusCode::SEE_OTHER, "/"), "{next:?}");
        }
    }

    async fn s10_every_answer_has_safe_headers(db: TestDb) {
        let app = TestApp::new(db).await;
        for path in ["/", "/users", "/me", "/sign-in", "/sign-up", "/nowhere", "/api/v1/users", "/api/docs", "/healthz"] {
            let answer = app.olga.page(path).await;
            let policy = answer.header("content-security-policy");
            assert!(policy.contains("frame-ancestors 'none'") && policy.contains("script-src 'self'"), "{path}: {policy}");
            let scripts = policy.split(';').find(|part| part.trim().starts_with("script-src")).unwrap();
            assert!(!scripts.contains("unsafe"), "{path}: {policy}");
            assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
        }
        for path in ["/invitations/cdi_nobody", "/sign-up/cdu_nobody", "/password/code?request=cdr_somebody"] {
            assert_eq!(app.stranger().page(path).await.header("referrer-policy"), "no-referrer", "{path}");
        }
    }

    async fn s8_the_cookie_is_as_safe_as_cookies_get(db: TestDb) {
        let app = TestApp::new(db).await;
        let stranger = app.stranger();
        let page = read(stranger.browse(Method::GET, "/sign-in")).await;
        let cookie = page.header("set-cookie").split(';').next().unwrap().to_owned();
        let token = page.body.split("name=\"csrf\" value=\"").nth(1).unwrap().split('"').next().unwrap();
        let form = [("email", "olga@example.org"), ("password", PASSWORD), ("csrf", token)];
        let answer = read(
            stranger.browse(Method::POST, "/sign-in").header("cookie", cookie).header("origin", &app.url).form(&form),
        )
        .await;
        let set = answer.headers.get_all("set-cookie").iter().filter_map(|value| value.to_str().ok());
        let session = set.into_iter().find(|text| text.starts_with("__Host-crewdesk=")).unwrap();
        for part in ["Secure", "HttpOnly", "SameSite=Lax", "Path=/"] {
            assert!(session.contains(part), "{session}");
        }
        assert!(!session.contains("Domain"), "{session}");
    }

    async fn s13_names_with_markup_are_inert_on_every_page(db: TestDb) {
        let app = TestApp::new(db).await;
        let name = "<img src=x onerror=alert(1)>";
        let new = json!({"username": "mallory", "first_name": name, "last_name": "\"'><script>", "email": "m@example.org",
            "note": name, "keywords": name});
        let made = app.olga.post("/api/v1/users", &new).await;
        assert_eq!(made.status, StatusCode::CREATED, "{}", made.body);
        let id = made.json()["id"].as_str().unwrap().to_owned();
        app.olga.form(&format!("/users/{id}/suspension"), &[("reason", name)]).await;
        let of_user = ["", "/access", "/security", "/history", "/edit", "/removal", "/activation"];
        let pages = of_user.iter().map(|tab| format!("/users/{id}{tab}"));
        let lists = ["/users", "/users?search=img", "/audit", "/"].map(str::to_owned);
        for path in pages.chain(lists) {
            let page = app.olga.page(&path).await;
            assert_eq!(page.status, StatusCode::OK, "{path}");
            assert!(!page.body.contains("<img src=x") && !page.body.contains("\"'><script>"), "{path}");
        }
    }
}
