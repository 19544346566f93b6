//! Moving all whom the list finds, seen before it is done (SPEC USR-12, USR-16).

use domain::access::RoleKey;
use serde_json::json;
use testkit::app::{Client, TestApp};

use crate::cast::text;

/// A group of this name.
async fn group(olga: &Client, name: &str) -> String {
    text(&olga.post("/api/v1/groups", &json!({"name": name})).await.json()["id"])
}

/// How many users a search finds in a group.
async fn found(olga: &Client, search: &str, group: &str) -> i64 {
    let path = format!("/api/v1/users?search={search}&group_id={group}&count=true&limit=1");
    olga.get(&path).await.json()["total"].as_i64().unwrap()
}

/// The ids that a sheet carries unseen.
fn carried(sheet: &str) -> Vec<&str> {
    let parts = sheet.split("name=\"id\" value=\"").skip(1);
    parts.map(|rest| rest.split('"').next().unwrap()).collect()
}

async fn hire(app: &TestApp, from: usize, until: usize) {
    for n in from..until {
        app.create(&format!("agent{n:04}"), RoleKey::Technician, None).await;
    }
}

db::on_both! {
    async fn usr_16_all_whom_the_list_finds_are_moved_with_one_that_is_ticked(db: TestDb) {
        let app = TestApp::new(db).await;
        hire(&app, 0, 60).await;
        let night = group(&app.olga, "Night shift").await;
        let rule = json!({"wrap_up_seconds": 90});
        let path = format!("/api/v1/groups/{night}/settings");
        app.olga.ask(reqwest::Method::PATCH, &path, Some(&rule)).await;
        let ticked = app.olga.get("/api/v1/users?search=agent0007").await.json();
        let ticked = text(&ticked["items"][0]["id"]);
        let list = "/users?search=agent00&lifecycle=active";
        let first = app.olga.form("/users/move", &[("id", &ticked), ("list", list)]).await;
        assert!(first.body.contains("All 60 in this list"), "{}", first.body);
        assert_eq!(carried(&first.body), [ticked.as_str()]);
        let same = app.olga.form("/users/move", &[("id", &ticked), ("list", "/users?search=agent0007")]).await;
        assert!(!same.body.contains("name=\"who\""), "there is nobody else to move");
        let fields = [("id", &*ticked), ("list", list), ("who", "all"), ("group_id", &night)];
        let look = app.olga.form("/users/move", &fields).await;
        assert!(look.body.contains("Move 60 users to Night shift?"), "{}", look.body);
        assert!(look.body.contains("90 seconds, for 60 of them"), "{}", look.body);
        let ids = carried(&look.body);
        assert_eq!(ids.len(), 60);
        assert_eq!(found(&app.olga, "agent00", &night).await, 0, "nobody was moved by looking");
        let mut fields = vec![("group_id", &*night), ("confirmed", "true")];
        fields.extend(ids.iter().map(|id| ("id", *id)));
        assert_eq!(app.olga.form("/users/move", &fields).await.status, 303);
        assert_eq!(found(&app.olga, "agent00", &night).await, 60);
        let wrong = [("id", &*ticked), ("list", "/users?role=nonsense"), ("who", "all"), ("group_id", &night)];
        assert_eq!(app.olga.form("/users/move", &wrong).await.status, 400);
    }

    async fn usr_16_more_than_one_step_moves_is_said(db: TestDb) {
        let app = TestApp::new(db).await;
        hire(&app, 0, 1002).await;
        let night = group(&app.olga, "Night shift").await;
        let list = "/users?search=agent";
        let one = app.olga.get("/api/v1/users?search=agent0007").await.json();
        let one = text(&one["items"][0]["id"]);
        let first = app.olga.form("/users/move", &[("id", &one), ("list", list)]).await;
        assert!(first.body.contains("One step moves up to 1,000 users."), "{}", first.body);
        let fields = [("id", &*one), ("list", list), ("who", "all"), ("group_id", &night)];
        let look = app.olga.form("/users/move", &fields).await;
        assert!(look.body.contains("2 more can follow in further steps."), "{}", look.body);
        let mut fields = vec![("group_id", &*night), ("confirmed", "true")];
        let ids = carried(&look.body);
        fields.extend(ids.iter().map(|id| ("id", *id)));
        assert_eq!(app.olga.form("/users/move", &fields).await.status, 303);
        assert_eq!(found(&app.olga, "agent", &night).await, 1000);
        let fields = [("id", &*one), ("list", list), ("who", "all"), ("group_id", &night)];
        let rest = app.olga.form("/users/move", &fields).await;
        assert_eq!(carried(&rest.body).len(), 2, "the rest follows");
    }

    async fn usr_16_looking_at_a_move_asks_no_more_often_for_more_people(db: TestDb) {
        let app = TestApp::new(db).await;
        let night = group(&app.olga, "Night shift").await;
        let one = app.create("agent", RoleKey::Technician, None).await.id.to_string();
        // The node whose statements are counted.
        let olga = app.olga.at(&app.url);
        let statements = async |fields: &[(&str, &str)]| {
            let before = app.crewdesk.db().statements();
            assert_eq!(olga.form("/users/move", fields).await.status, 200);
            app.crewdesk.db().statements() - before
        };
        let choose = [("id", &*one), ("list", "/users?search=agent")];
        let look = [choose[0], choose[1], ("who", "all"), ("group_id", &night)];
        let mut taken = Vec::new();
        for (from, until) in [(0, 3), (3, 40)] {
            hire(&app, from, until).await;
            statements(&choose).await;
            taken.push((statements(&choose).await, statements(&look).await));
        }
        assert_eq!(taken[0], taken[1]);
    }
}
