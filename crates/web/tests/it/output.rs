//! S13: names with markup are inert wherever they are shown.

use domain::access::RoleKey;
use serde_json::json;
use testkit::app::{TestApp, read};

use crate::cast::{Facts, NOBODY, UNTIL, text};
use crate::forms::doors;

/// Closes an attribute and a tag, then begins an element.
const MARKUP: &str = "\"'><img src=x onerror=alert(1)><script>";

/// Whether a page holds the markup as markup.
fn is_inert(page: &str) -> bool {
    !page.contains("<img src=x") && !page.contains("'><") && !page.contains("<script>")
}

/// Contoso where everything that has a name has this one.
async fn named_badly(app: &TestApp) -> Facts {
    let olga = &app.olga;
    let settings = json!({"name": MARKUP, "team_name": MARKUP});
    let patched = olga.ask(reqwest::Method::PATCH, "/api/v1/organisation", Some(&settings)).await;
    assert!(patched.status.is_success(), "{}", patched.body);
    let group = olga.post("/api/v1/groups", &json!({"name": MARKUP})).await;
    let new = json!({"username": "mallory", "first_name": MARKUP, "last_name": MARKUP, "note": MARKUP,
        "email": "mallory@example.org", "keywords": MARKUP, "external_id": MARKUP,
        "display_name": MARKUP, "group_id": text(&group.json()["id"])});
    let made = olga.post("/api/v1/users", &new).await;
    assert!(made.status.is_success(), "{}", made.body);
    let id = text(&made.json()["id"]);
    let reason = json!({"reason": MARKUP});
    olga.put(&format!("/api/v1/users/{id}/suspension"), &reason).await;
    olga.post("/api/v1/tokens", &json!({"name": MARKUP, "expires_at": UNTIL})).await;
    let people =
        json!({"people": [{"first_name": MARKUP, "last_name": MARKUP, "email": "i@example.org"}]});
    olga.post("/api/v1/invitations", &people).await;
    let nobody = || NOBODY.to_owned();
    let (group, technician) = (nobody(), nobody());
    let (session, member) = (nobody(), nobody());
    let skill = text(
        &olga.post("/api/v1/skills", &json!({"name": MARKUP, "note": MARKUP})).await.json()["id"],
    );
    let skills = json!([{"skill_id": skill, "level": 3}]);
    let own = json!({"user_id": id, "name": MARKUP, "skills": skills});
    olga.post("/api/v1/profiles", &own).await;
    olga.put(&format!("/api/v1/users/{id}/skills"), &json!({"skills": skills})).await;
    Facts {
        number: 0,
        id,
        session,
        name: MARKUP.into(),
        group,
        member,
        technician,
        skill,
        version: 1,
    }
}

db::on_both! {
    async fn s13_names_with_markup_are_inert_on_every_page(db: TestDb) {
        let app = TestApp::new(db).await;
        let facts = named_badly(&app).await;
        let mut shown = 0;
        for door in doors().iter().filter(|door| !door.is_form() && !door.is_stream()) {
            let page = door.knock(&app.olga, &facts).await;
            // No browser takes JSON or a file for a page.
            if !page.header("content-type").starts_with("text/html") {
                continue;
            }
            assert!(is_inert(&page.body), "{door:?}");
            shown += usize::from(page.body.contains("&lt;img src=x") || page.body.contains("&#60;img src=x"));
        }
        assert!(shown > 15, "only {shown} pages show the name at all");
        for path in ["/users?search=%22%3E%3Cscript%3E", "/audit?action=%22%3E%3Cscript%3E", "/sign-in?next=/%22%3E%3Cscript%3E"] {
            assert!(is_inert(&app.olga.page(path).await.body), "{path}");
            assert!(is_inert(&app.stranger().page(path).await.body), "{path}");
        }
    }

    async fn s13_names_with_markup_are_inert_in_what_was_typed_wrong_and_in_toasts(db: TestDb) {
        let app = TestApp::new(db).await;
        let facts = named_badly(&app).await;
        for door in doors().iter().filter(|door| door.is_form() && !door.ends_sessions()) {
            // Every field holds the markup: most forms come back with it, the rest say it in a toast.
            let fields = door.fields(&facts).into_iter();
            let fields = fields.map(|(name, value)| match name {
                "version" | "confirmation" | "days" => (name, value),
                _ => (name, MARKUP.to_owned()),
            });
            let answer = door.knock_with(&app.olga, &facts, fields.collect()).await;
            assert!(is_inert(&answer.body), "{door:?}");
            let said = answer.headers.get_all("set-cookie").iter().filter_map(|line| line.to_str().ok());
            let said = said.filter(|line| line.starts_with("crewdesk-flash=")).find_map(|line| line.split(';').next());
            let Some(said) = said else { continue };
            let cookies = format!("__Host-crewdesk={}; {said}", app.olga.token());
            let next = app.stranger().browse(reqwest::Method::GET, "/me").header("cookie", cookies);
            assert!(is_inert(&read(next).await.body), "the toast after {door:?}");
        }
    }

    async fn s13_parts_for_the_search_field_are_inert(db: TestDb) {
        let app = TestApp::new(db).await;
        named_badly(&app).await;
        app.create("ursula", RoleKey::Technician, None).await;
        let found = app.olga.browse(reqwest::Method::GET, "/search?search=mallory").header("hx-request", "true");
        let found = read(found).await;
        assert!(found.body.contains("img src=x"), "{}", found.body);
        assert!(is_inert(&found.body), "{}", found.body);
    }
}
