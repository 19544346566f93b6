//! Fields of people: found while typing, or named, and never lost (SPEC GRP-4, USR-6).

use domain::access::RoleKey;
use reqwest::Method;
use serde_json::json;
use testkit::app::{TestApp, read};

db::on_both! {
    async fn grp_4_whoever_is_found_or_named_leads_the_team(db: TestDb) {
        let app = TestApp::new(db).await;
        let (sven, _) = app.hire("sven", RoleKey::Supervisor).await;
        let (tina, _) = app.hire("tina", RoleKey::TeamLeader).await;
        let found = app.olga.page("/users/pick?field=leader&kind=people&leader_named=sve").await.body;
        assert!(found.contains(&format!("type=\"checkbox\" name=\"leader\" value=\"{}\"", sven.id)), "{found}");
        assert!(!found.contains(&tina.id.to_string()));
        let sven_id = sven.id.to_string();
        let fields = [("name", "Evening"), ("leader", &*sven_id), ("leader_named", "TINA@example.org")];
        let made = app.olga.form("/teams/new", &fields).await;
        assert_eq!(made.status, 303, "{}", made.body);
        let team = made.header("location").to_owned();
        let led = app.olga.get(&format!("/api/v1{team}")).await.json();
        let mut leaders: Vec<String> = led["leader_ids"].as_array().unwrap().iter()
            .map(|id| id.as_str().unwrap().to_owned()).collect();
        leaders.sort();
        let mut expected = vec![sven_id.clone(), tina.id.to_string()];
        expected.sort();
        assert_eq!(leaders, expected);
    }

    async fn grp_4_a_name_that_is_nobodys_comes_back_with_all_that_was_chosen(db: TestDb) {
        let app = TestApp::new(db).await;
        let (sven, _) = app.hire("sven", RoleKey::Supervisor).await;
        let sven_id = sven.id.to_string();
        let fields = [("name", "Evening"), ("leader", &*sven_id), ("leader_named", "tina, nobody-known")];
        let refused = app.olga.form("/teams/new", &fields).await;
        assert_eq!(refused.status, 422);
        assert!(refused.body.contains(&format!("value=\"{sven_id}\" checked")), "{}", refused.body);
        assert!(refused.body.contains("value=\"tina, nobody-known\""));
        assert!(refused.body.contains("id=\"field-leader-error\""));
        let none = app.olga.form("/groups/none/administrators", &[("user_named", "sven")]).await;
        assert_eq!(none.status, 404);
    }

    async fn usr_6_the_supervisor_is_one_and_may_be_nobody(db: TestDb) {
        let app = TestApp::new(db).await;
        let (sven, _) = app.hire("sven", RoleKey::Supervisor).await;
        let (tina, _) = app.hire("tina", RoleKey::Technician).await;
        let path = format!("/users/{}/supervisor", tina.id);
        let sheet = read(app.olga.browse(Method::GET, &path)).await.body;
        assert!(sheet.contains("type=\"radio\" name=\"reports_to\" value=\"\" checked"), "{sheet}");
        let both = [("reports_to", ""), ("reports_to_named", "sven, olga"), ("version", "1")];
        assert_eq!(app.olga.form(&path, &both).await.status, 422);
        let one = [("reports_to", ""), ("reports_to_named", "sven"), ("version", "1")];
        assert_eq!(app.olga.form(&path, &one).await.status, 303);
        let above = async || {
            app.olga.get(&format!("/api/v1/users/{}", tina.id)).await.json()["reports_to"].clone()
        };
        assert_eq!(above().await, json!(sven.id.to_string()));
        let shown = read(app.olga.browse(Method::GET, &path)).await.body;
        assert!(shown.contains(&format!("value=\"{}\" checked", sven.id)), "{shown}");
        assert_eq!(app.olga.form(&path, &[("reports_to", ""), ("version", "2")]).await.status, 303);
        assert_eq!(above().await, json!(null));
    }

    async fn usr_1_the_list_is_narrowed_by_whoever_is_found_or_named(db: TestDb) {
        let app = TestApp::new(db).await;
        let (sven, _) = app.hire("sven", RoleKey::Supervisor).await;
        app.create("tina", RoleKey::Technician, Some(&sven)).await;
        app.create("udo", RoleKey::Technician, None).await;
        let shown = app.olga.page(&format!("/users?reports_to={}", sven.id)).await.body;
        assert!(shown.contains("tina@") && !shown.contains("udo@"), "{shown}");
        assert!(shown.contains(&format!("type=\"radio\" name=\"reports_to\" value=\"{}\" checked", sven.id)));
        assert!(shown.contains("Reports to: sven Novák"), "{shown}");
        let named = app.olga.page("/users?reports_to=&reports_to_named=SVEN").await.body;
        assert!(named.contains("tina@") && !named.contains("udo@"), "without script a username does");
        assert!(named.contains(&format!("value=\"{}\" checked", sven.id)));
        let nobody = app.olga.page("/users?reports_to_named=nobody.known").await.body;
        assert!(nobody.contains("Reports to: nobody.known") && !nobody.contains("tina@"), "{nobody}");
        assert!(nobody.contains("id=\"field-reports_to-error\""));
    }

    async fn usr_2_the_search_of_a_field_finds_only_those_in_sight(db: TestDb) {
        let app = TestApp::new(db).await;
        app.hire("sven", RoleKey::Supervisor).await;
        let (_, tina) = app.hire("tina", RoleKey::Technician).await;
        let found = tina.page("/users/pick?field=leader&kind=people&leader_named=sven").await.body;
        assert!(!found.contains("<label"), "{found}");
        assert!(tina.page("/users/pick").await.body.trim().is_empty());
    }
}
