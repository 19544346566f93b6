//! S10: no change from another site's page, no way out by `next=`, safe headers everywhere.

use domain::access::RoleKey;
use reqwest::{Method, StatusCode};
use testkit::app::{Answer, PASSWORD, TestApp, read};

use crate::cast::Cast;
use crate::forms::doors;
use crate::operations::operations;

/// What a browser says of a page that is not ours.
const ELSEWHERE: &[(&str, &str)] = &[
    ("origin", "https://evil.example"),
    ("origin", "null"),
    ("sec-fetch-site", "cross-site"),
    ("sec-fetch-site", "same-site"),
];

/// Destinations that a browser could take for another site.
const FOREIGN: &[&str] = &[
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "\t//evil.example",
    "javascript:alert('evil')",
    "/\r\nSet-Cookie: a=evil",
    "\\\\evil.example",
    "https:evil.example",
    "///evil.example",
];

/// Where the forms of a page lead afterwards.
fn destinations(page: &str) -> Vec<&str> {
    let found = page.split("name=\"next\" value=\"").skip(1);
    let found: Vec<_> = found.filter_map(|rest| rest.split('"').next()).collect();
    assert!(!found.is_empty(), "{page}");
    found
}

/// What every answer says to browsers.
fn is_safe(path: &str, answer: &Answer) {
    let policy = answer.header("content-security-policy");
    let scripts = policy.split(';').find(|part| part.trim().starts_with("script-src"));
    let scripts = scripts.unwrap_or_else(|| panic!("{path}: {policy}"));
    assert!(scripts.contains("'self'") && !scripts.contains("unsafe"), "{path}: {policy}");
    assert!(policy.contains("frame-ancestors 'none'"), "{path}: {policy}");
    assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
    assert_eq!(answer.header("x-frame-options"), "DENY", "{path}");
}

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

    async fn s10_no_form_is_taken_from_elsewhere_or_without_its_token(db: TestDb) {
        let cast = Cast::new(db).await;
        let olga = &cast.app.olga;
        let token = olga.form_token("/me").await;
        let mut refused = 0;
        for (number, door) in doors().iter().enumerate().filter(|(_, door)| door.is_form()) {
            let facts = cast.target(&door.route(), number, olga).await;
            let before = cast.app.traces().await;
            let fields = door.fields(&facts);
            for (name, value) in ELSEWHERE {
                let form = door.form(olga, &token, &facts, &fields).header(*name, *value);
                assert_eq!(read(form).await.status, 403, "{door:?} {name}: {value}");
            }
            for forged in ["", "guessed"] {
                let form = door.form(olga, forged, &facts, &fields).header("origin", &cast.app.url);
                assert_eq!(read(form).await.status, 403, "{door:?} with the form token {forged:?}");
            }
            assert_eq!(cast.app.traces().await, before, "{door:?}");
            refused += 1;
        }
        assert!(refused > 30, "{refused} forms");
    }

    async fn s10_no_operation_is_taken_from_another_sites_page(db: TestDb) {
        let cast = Cast::new(db).await;
        let olga = &cast.app.olga;
        for (number, operation) in operations().iter().enumerate().filter(|(_, one)| one.writes()) {
            let facts = cast.target(&operation.route(), number, olga).await;
            let before = cast.app.traces().await;
            for (name, value) in ELSEWHERE {
                let request = olga.browse(operation.method.clone(), &facts.fill(&operation.path));
                let request = request.header(*name, *value).header("content-type", "application/json");
                let body = if operation.takes_json() { operation.body(&facts).to_string() } else { String::new() };
                assert_eq!(read(request.body(body)).await.status, 403, "{operation:?} {name}: {value}");
            }
            assert_eq!(cast.app.traces().await, before, "{operation:?}");
        }
    }

    async fn s10_reading_changes_nothing(db: TestDb) {
        let cast = Cast::new(db).await;
        let olga = &cast.app.olga;
        let pages = doors();
        let pages = pages.iter().filter(|door| !door.is_form() && !door.is_stream());
        let all = operations();
        let reads = all.iter().filter(|operation| !operation.writes());
        let routes = pages.map(|door| (door.route(), &door.route));
        let routes = routes.chain(reads.map(|one| (one.route(), &one.path)));
        for (number, (route, path)) in routes.enumerate() {
            let facts = cast.target(&route, number, olga).await;
            let before = cast.app.traces().await;
            for method in [Method::GET, Method::HEAD] {
                read(olga.browse(method, &facts.fill(path))).await;
            }
            assert_eq!(cast.app.traces().await, before, "{route}");
        }
    }

    async fn s10_next_leads_to_own_pages_only(db: TestDb) {
        let app = TestApp::new(db).await;
        for next in FOREIGN {
            let form = [("email", "olga@example.org"), ("password", PASSWORD), ("next", next)];
            let answer = app.stranger().form("/sign-in", &form).await;
            assert_eq!((answer.status, answer.header("location")), (StatusCode::SEE_OTHER, "/"), "{next:?}");
        }
    }

    async fn s10_other_forms_lead_to_own_pages_only(db: TestDb) {
        let app = TestApp::new(db).await;
        for next in FOREIGN {
            for path in ["/language", "/users/columns"] {
                let answer = app.olga.form(path, &[("language", "en"), ("column", "username"), ("next", next)]).await;
                assert_eq!((answer.status, answer.header("location")), (StatusCode::SEE_OTHER, "/"), "{path}: {next:?}");
            }
            let query = reqwest::Url::parse_with_params("http://none/sign-in", [("next", next)]).unwrap();
            let path = format!("/sign-in?{}", query.query().unwrap());
            assert_eq!(app.olga.page(&path).await.header("location"), "/", "{path}");
            for place in destinations(&app.stranger().page(&path).await.body) {
                assert!(place == "/" || place.starts_with("/sign-in?"), "{path}: {place}");
            }
        }
    }

    async fn s10_every_answer_has_safe_headers(db: TestDb) {
        let cast = Cast::new(db).await;
        let olga = &cast.app.olga;
        for (number, door) in doors().iter().enumerate().filter(|(_, door)| !door.is_form()) {
            let facts = cast.target(&door.route(), number, olga).await;
            for client in [olga, &cast.actors["anonymous"]] {
                let answer = door.knock(client, &facts).await;
                is_safe(&door.route, &answer);
                let told = answer.header("referrer-policy");
                let secret = door.route.contains("{token}") || door.route == "/invitations/{id}";
                assert_eq!(told, if secret { "no-referrer" } else { "same-origin" }, "{door:?}");
            }
        }
        for path in ["/nowhere", "/api/v1/nowhere", "/api/v1/users", "/api/v1/me"] {
            is_safe(path, &olga.page(path).await);
            is_safe(path, &cast.app.stranger().page(path).await);
        }
        let code = cast.app.stranger().page("/password/code?request=cdr_somebody").await;
        assert_eq!(code.header("referrer-policy"), "no-referrer");
    }
}
