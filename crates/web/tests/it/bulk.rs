//! What is done for several selected in the list, or for all it finds, seen before (SPEC USR-8, USR-12, USR-16).

use domain::access::RoleKey;
use serde_json::json;
use testkit::app::{Client, TestApp, read};

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
        assert!(first.body.contains("One step takes up to 1,000 users."), "{}", first.body);
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

    async fn usr_16_those_selected_are_suspended_and_told_apart(db: TestDb) {
        let app = TestApp::new(db).await;
        let (tom, toms) = app.hire("tom", RoleKey::Technician).await;
        let (una, _) = app.hire("una", RoleKey::Technician).await;
        let (tom, una) = (tom.id.to_string(), una.id.to_string());
        let path = "/users/bulk/suspension";
        let look = app.olga.form(path, &[("id", &tom), ("id", &una), ("list", "/users?search=tom una")]).await;
        assert!(look.body.contains("Suspend 2 users?"), "{}", look.body);
        assert!(look.body.contains("2 sessions and API tokens end."), "{}", look.body);
        assert_eq!(toms.get("/api/v1/me").await.status, 200, "nobody was suspended by looking");
        let long = "x".repeat(5000);
        let fields = [("id", &*tom), ("id", &una), ("confirmed", "suspension"), ("reason", &long)];
        let refused = app.olga.form(path, &fields).await;
        assert_eq!(refused.status, 422);
        assert!(refused.body.contains(&long), "what was typed is still there");
        let fields = [fields[0], fields[1], fields[2], ("reason", "The season is over")];
        assert_eq!(app.olga.form(path, &fields).await.status, 303);
        assert_eq!(toms.get("/api/v1/me").await.status, 401);
        app.olga.delete(&format!("/api/v1/users/{una}/suspension")).await;
        let again = app.olga.form(path, &fields).await;
        assert!(again.body.contains("One user is suspended"), "{}", again.body);
        assert!(again.body.contains("tom Novák: The person"), "who stayed is named: {}", again.body);
        let nobody = app.olga.form(path, &[("id", &tom)]).await;
        assert!(nobody.body.contains("Nobody would be suspended"), "{}", nobody.body);
        for none in [&[][..], &[("id", "nonsense")][..]] {
            let none = app.olga.form(path, none).await;
            assert_eq!(none.status, 422);
            assert!(none.body.contains("Select at least one user."), "{}", none.body);
        }
        let all = app.olga.form(path, &[("id", &una), ("who", "all")]).await;
        assert!(!carried(&all.body).contains(&tom.as_str()), "without a list there is nobody else: {}", all.body);
        let vic = app.create("vic", RoleKey::Technician, None).await.id.to_string();
        let active = app.olga.form("/users/bulk/activation", &[("id", &vic)]).await;
        assert!(!active.body.contains("They can sign in again"), "{}", active.body);
        assert_eq!(app.olga.form("/users/bulk/ownership", &[("id", &tom)]).await.status, 404);
    }

    async fn usr_8_all_whom_the_list_finds_are_removed_once_their_number_is_typed(db: TestDb) {
        let app = TestApp::new(db).await;
        hire(&app, 0, 60).await;
        let list = "/users?search=agent00";
        let total = async || app.olga.get("/api/v1/users?search=agent00&count=true&limit=1").await.json()["total"].as_i64().unwrap();
        let one = app.olga.get("/api/v1/users?search=agent0007").await.json();
        let one = text(&one["items"][0]["id"]);
        let path = "/users/bulk/removal";
        let first = app.olga.form(path, &[("id", &one), ("list", list)]).await;
        assert!(first.body.contains("All 60 in this list"), "{}", first.body);
        let look = app.olga.form(path, &[("id", &one), ("list", list), ("who", "all")]).await;
        assert!(look.body.contains("Remove 60 users for good?"), "{}", look.body);
        let ids = carried(&look.body);
        let send = async |confirmation: &str| {
            let mut fields = vec![("confirmed", "removal"), ("confirmation", confirmation)];
            fields.extend(ids.iter().map(|id| ("id", *id)));
            app.olga.form(path, &fields).await
        };
        for wrong in ["", "59", "sixty"] {
            let refused = send(wrong).await;
            assert_eq!(refused.status, 409, "{wrong}");
            assert!(refused.body.contains("What you typed is not what is asked for."), "{}", refused.body);
        }
        let instead = [("id", &*one), ("confirmed", "removal"), ("confirmation", "1")];
        let instead = app.olga.form("/users/bulk/deactivation", &instead).await;
        assert!(instead.body.contains("Deactivate one user?"), "the gentler way asks anew: {}", instead.body);
        assert_eq!(total().await, 60);
        assert_eq!(send("60").await.status, 303);
        assert_eq!(total().await, 0);
    }

    async fn usr_8_programs_are_told_what_became_of_each(db: TestDb) {
        let app = TestApp::new(db).await;
        let tom = app.create("tom", RoleKey::Technician, None).await.id.to_string();
        let neighbour = app.neighbour("Fabrikam").await;
        let theirs = text(&neighbour.get("/api/v1/me").await.json()["user"]["id"]);
        let body = json!({"user_ids": [tom, theirs, crate::cast::NOBODY]});
        for (noun, code) in [
            ("suspensions", "lifecycle_conflict"),
            ("activations", "lifecycle_conflict"),
            ("deactivations", "lifecycle_conflict"),
            ("reactivations", "lifecycle_conflict"),
            ("removals", "not_found"),
        ] {
            let path = format!("/api/v1/users/{noun}");
            let told = app.olga.post(&path, &body).await;
            assert_eq!(told.status, 200, "{noun}: {}", told.body);
            let items = told.json()["items"].clone();
            assert_eq!(items[0], json!({"user_id": tom, "done": true, "code": null}), "{noun}");
            assert_eq!((&items[1]["code"], &items[2]["code"]), (&json!("not_found"), &json!("not_found")), "{noun}");
            let again = app.olga.post(&path, &body).await.json();
            assert_eq!(again["items"][0]["code"], code, "{noun}");
        }
        assert_eq!(neighbour.get("/api/v1/me").await.status, 200);
    }

    async fn usr_8_looking_asks_no_more_often_for_more_people(db: TestDb) {
        let app = TestApp::new(db).await;
        let olga = app.olga.at(&app.url);
        let mut taken = Vec::new();
        for (from, until) in [(0, 3), (3, 40)] {
            hire(&app, from, until).await;
            let one = text(&app.olga.get("/api/v1/users?search=agent0001").await.json()["items"][0]["id"]);
            let look = [("id", &*one), ("list", "/users?search=agent"), ("who", "all")];
            olga.form("/users/bulk/removal", &look).await;
            let before = app.crewdesk.db().statements();
            assert_eq!(olga.form("/users/bulk/removal", &look).await.status, 200);
            taken.push(app.crewdesk.db().statements() - before);
        }
        assert_eq!(taken[0], taken[1]);
    }

    async fn usr_8_what_can_not_be_a_request_changes_nothing(db: TestDb) {
        let app = TestApp::new(db).await;
        let tom = app.create("tom", RoleKey::Technician, None).await.id.to_string();
        let many = vec![tom.clone(); 1001];
        for noun in ["suspensions", "deactivations", "removals"] {
            let path = format!("/api/v1/users/{noun}");
            for (body, code, pointer) in [
                (json!({"user_ids": many}), "too_many", "/user_ids"),
                (json!({"user_ids": [tom, "nonsense"]}), "wrong_type", "/user_ids/1"),
                (json!({"user_ids": tom}), "wrong_type", "/user_ids"),
                (json!({"user_ids": [tom], "why": "x"}), "unknown_field", "/why"),
                (json!({}), "required", "/user_ids"),
            ] {
                let refused = app.olga.post(&path, &body).await;
                assert_eq!(refused.status, 422, "{noun}: {}", refused.body);
                let error = &refused.json()["errors"][0];
                assert_eq!((&error["code"], &error["pointer"]), (&json!(code), &json!(pointer)), "{noun}");
            }
        }
        assert_eq!(app.olga.get(&format!("/api/v1/users/{tom}")).await.json()["lifecycle"], "active");
    }

    async fn api_1_a_repeated_removal_is_answered_as_before(db: TestDb) {
        let app = TestApp::new(db).await;
        let tom = app.create("tom", RoleKey::Technician, None).await.id.to_string();
        let body = json!({"user_ids": [tom, tom]});
        let send = async || {
            let request = app.olga.call(reqwest::Method::POST, "/api/v1/users/removals");
            read(request.header("idempotency-key", "twice").json(&body)).await
        };
        let (first, second) = (send().await, send().await);
        assert_eq!(first.json()["items"], json!([{"user_id": tom, "done": true, "code": null}]));
        assert_eq!((second.status, second.body), (first.status, first.body));
    }
}
