//! Pages of one person and of those invited, as an administrator works with them.

use domain::access::RoleKey;
use kernel::Span;
use reqwest::Method;
use serde_json::json;
use testkit::app::{Client, TestApp};

use crate::unchanged::refused;

db::on_both! {
    async fn usr_5_a_form_grown_old_shows_what_the_other_ticked(db: TestDb) {
        let app = TestApp::new(db).await;
        let tina = app.create("tina", RoleKey::Technician, None).await;
        let form = format!("/users/{}/edit", tina.id);
        let fields = [("username", "tina"), ("first_name", "Tina"), ("email", "tina@example.org"), ("flags", "true"), ("version", "1")];
        let ticked = [&fields[..], &[("do_not_invoice", "true")]].concat();
        assert_eq!(app.olga.form(&form, &ticked).await.status, 303);
        let record = app.olga.get(&format!("/api/v1/users/{}", tina.id)).await;
        let old = app.olga.form(&form, &fields).await;
        assert_eq!(old.status, 412);
        let differing = old.body.split("class=\"differs").nth(1).unwrap_or_default();
        assert!(differing.contains("Do not invoice"), "{}", old.body);
        let again = app.olga.get(&format!("/api/v1/users/{}", tina.id)).await;
        assert_eq!(again.body, record.body, "nothing is lost");
    }

    async fn usr_3_the_form_holds_the_teams(db: TestDb) {
        let app = TestApp::new(db).await;
        let mut teams = Vec::new();
        for name in ["Early", "Late"] {
            let team = app.olga.post("/api/v1/teams", &json!({"name": name})).await.json();
            teams.push(team["id"].as_str().unwrap().to_owned());
        }
        let fields = [("username", "tina"), ("first_name", "Tina"), ("email", "tina@example.org"), ("language", "en"),
            ("user_type", "person"), ("teams", "true"), ("team_ids", &*teams[0])];
        let made = app.olga.form("/users/new", &fields).await;
        assert_eq!(made.status, 303, "{}", made.body);
        let user = made.header("location").to_owned();
        let of_tina = async || app.olga.get(&format!("/api/v1{user}")).await.json()["team_ids"].clone();
        assert_eq!(of_tina().await, json!([teams[0]]));
        let form = format!("{user}/edit");
        let shown = app.olga.page(&form).await.body;
        assert!(shown.contains(&format!("value=\"{}\" checked", teams[0])), "{shown}");
        assert!(shown.contains(&format!("value=\"{}\"", teams[1])));
        let version = app.olga.get(&format!("/api/v1{user}")).await.json()["version"].to_string();
        let moved = [("teams", "true"), ("team_ids", &*teams[1]), ("version", &*version)];
        let saved = app.olga.form(&form, &moved).await;
        assert_eq!(saved.status, 303, "{}", saved.body);
        assert_eq!(of_tina().await, json!([teams[1]]));
        let (_, sven) = app.hire("sven", RoleKey::Supervisor).await;
        assert!(!sven.page("/users/new").await.body.contains("team_ids"), "teams are not a supervisor's");
    }

    async fn acc_4_a_lock_is_seen_with_what_opens_it(db: TestDb) {
        let app = TestApp::new(db).await;
        let (tina, _) = app.hire("tina", RoleKey::Technician).await;
        let security = format!("/users/{}/security", tina.id);
        let reset = format!("/users/{}/reset", tina.id);
        assert!(!app.olga.page(&security).await.body.contains("Locked out"));
        let wrong = json!({"email": "tina@example.org", "password": "not hers at all"});
        for _ in 0..60 {
            app.stranger().post("/api/v1/session", &wrong).await;
        }
        let seen = app.olga.page(&security).await.body;
        let about = seen.split("Locked out").nth(1).unwrap_or_default();
        assert!(about.contains(&reset), "{seen}");
        assert!(app.olga.page("/").await.body.contains("is locked out after wrong passwords"));
        let rest = seen.split("cursor=").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default();
        let older = app.olga.page(&format!("{security}?cursor={rest}")).await;
        assert_eq!(older.status, 200);
        assert!(older.body.contains(&format!("href=\"{security}\"")), "back to the latest");
    }

    async fn acc_1_the_invitations_are_narrowed_by_their_state(db: TestDb) {
        let app = TestApp::new(db).await;
        let invite = async |olga: &Client, email: &str| {
            let sent = olga.post("/api/v1/invitations", &json!({"people": [{"email": email}]})).await.json();
            sent["items"][0]["id"].as_str().unwrap().to_owned()
        };
        invite(&app.olga, "early@example.org").await;
        app.clock.advance(Span::days(40));
        let olga = app.olga.sign_in("olga").await;
        invite(&olga, "late@example.org").await;
        let gone = invite(&olga, "gone@example.org").await;
        assert_eq!(olga.delete(&format!("/api/v1/invitations/{gone}")).await.status, 200);
        for (state, named) in [("pending", "late"), ("expired", "early"), ("cancelled", "gone")] {
            let shown = olga.page(&format!("/invitations?state={state}")).await.body;
            for name in ["early", "late", "gone"] {
                assert_eq!(shown.contains(&format!("{name}@example.org")), name == named, "{state}: {shown}");
            }
        }
        let home = olga.page("/").await.body;
        assert!(home.contains("The invitation of early has expired"), "{home}");
        assert!(!home.contains("The invitation of gone"), "nobody waits for it: {home}");
        assert!(olga.page("/invitations?state=accepted").await.body.contains("Nobody matches"));
        assert_eq!(olga.page("/invitations?state=nonsense").await.status, 400);
    }

    async fn org_1_the_owner_hands_the_organisation_over_on_a_page(db: TestDb) {
        let app = TestApp::new(db).await;
        let (ada, adas) = app.hire("ada", RoleKey::Administrator).await;
        let (tom, _) = app.hire("tom", RoleKey::Technician).await;
        let handing = |id| format!("/users/{id}/ownership");
        assert!(!app.olga.page(&format!("/users/{}", tom.id)).await.body.contains("/ownership"));
        assert_eq!(app.olga.form(&handing(tom.id), &[]).await.status, 409, "to an Administrator alone");
        let organisation = app.olga.get("/api/v1/organisation").await.json();
        let me = organisation["owner_user_id"].as_str().unwrap();
        assert_eq!(adas.form(&handing(ada.id), &[]).await.status, 403, "by the owner alone");
        assert!(app.olga.page(&format!("/users/{}", ada.id)).await.body.contains("/ownership"));
        let sheet = app.olga.page(&handing(ada.id)).await.body;
        assert!(sheet.contains("You stay an Administrator"), "{sheet}");
        assert_eq!(app.olga.form(&handing(ada.id), &[]).await.status, 303);
        let owner = app.olga.get("/api/v1/organisation").await.json()["owner_user_id"].clone();
        assert_eq!(owner, json!(ada.id.to_string()));
        assert_eq!(app.olga.form(&handing(ada.id), &[]).await.status, 403);
        assert!(adas.page(&format!("/users/{me}")).await.body.contains("/ownership"), "and may hand it back");
    }

    async fn usr_5_the_address_of_a_strangers_account_is_not_taken_over(db: TestDb) {
        let app = TestApp::new(db).await;
        let fabrikam = app.neighbour("fabrikam").await;
        let eve = json!({"username": "eve", "email": "eve@elsewhere.example"});
        assert_eq!(fabrikam.post("/api/v1/users", &eve).await.status, 201);
        let tina = json!({"username": "tina", "email": "tina@example.org"});
        let tina = app.olga.post("/api/v1/users", &tina).await.json();
        let path = format!("/api/v1/users/{}", tina["id"].as_str().unwrap());
        let theirs = json!({"email": "EVE@Elsewhere.example"});
        refused(&app, app.olga.ask(Method::PATCH, &path, Some(&theirs)), "409 email_of_other_account").await;
    }

    async fn acc_1_an_invitation_says_which_team_and_a_leader_leads_it(db: TestDb) {
        let app = TestApp::new(db).await;
        assert!(!app.olga.page("/invitations/new").await.body.contains("team_id"), "there is none");
        let team = app.olga.post("/api/v1/teams", &json!({"name": "Early"})).await.json()["id"].clone();
        let team = team.as_str().unwrap();
        let roles = app.olga.get("/api/v1/roles").await.json();
        let leader = roles["items"].as_array().unwrap().iter().find(|role| role["key"] == "team_leader").unwrap();
        let fields = [("email.0", "lea@example.org"), ("role_id.0", leader["id"].as_str().unwrap()), ("team_id.0", team),
            ("email.1", "tom@example.org"), ("team_id.1", team)];
        let sent = app.olga.form("/invitations/new", &fields).await;
        assert_eq!(sent.status, 303, "{}", sent.body);
        let user = async |email: &str| {
            app.olga.get(&format!("/api/v1/users?search=\"{email}\"")).await.json()["items"][0].clone()
        };
        let (lea, tom) = (user("lea@example.org").await, user("tom@example.org").await);
        assert_eq!((&lea["team_ids"], &tom["team_ids"]), (&json!([]), &json!([team])));
        let led = app.olga.get(&format!("/api/v1/teams/{team}")).await.json();
        assert_eq!(led["leader_ids"], json!([lea["id"]]));
    }
}
