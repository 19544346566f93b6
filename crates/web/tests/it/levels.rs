//! Levels as programs keep them: the table of many people, and what is no level (SPEC GRP-3).

use domain::access::RoleKey;
use reqwest::Method;
use serde_json::{Value, json};
use testkit::app::{Answer, Client, TestApp};

use crate::cast::text;

const PATH: &str = "/api/v1/skills/levels";

/// The skills English and French.
async fn skills(olga: &Client) -> [String; 2] {
    let mut ids = ["English", "French"].map(str::to_owned);
    for name in &mut ids {
        *name = text(&olga.post("/api/v1/skills", &json!({"name": name})).await.json()["id"]);
    }
    ids
}

/// Asks for a change of many levels.
async fn change(by: &Client, cells: &Value) -> Answer {
    by.ask(Method::PATCH, PATH, Some(cells)).await
}

/// Pointers and codes of a refusal.
fn wrong(answer: &Answer) -> Vec<(String, String)> {
    assert_eq!(answer.status, 422, "{}", answer.body);
    let all = answer.json()["errors"].as_array().unwrap().clone();
    all.iter().map(|one| (text(&one["pointer"]), text(&one["code"]))).collect()
}

/// Names with their levels and whether they may be changed, such as `Tom 3 5`, in order.
fn shown(list: &Value, skills: &[String]) -> Vec<String> {
    let row = |row: &Value| {
        let level = |skill: &String| {
            let of = row["skills"].as_array().unwrap().iter();
            let mut of = of.filter(|one| one["skill_id"] == json!(skill));
            of.next().map_or("-".to_owned(), |one| one["level"].to_string())
        };
        let levels: Vec<String> = skills.iter().map(level).collect();
        let lock = if row["may_change"] == json!(true) { "" } else { " locked" };
        format!("{} {}{lock}", text(&row["display_name"]), levels.join(" "))
    };
    list["items"].as_array().unwrap().iter().map(row).collect()
}

db::on_both! {
    async fn grp_3_programs_read_the_table_that_the_page_shows(db: TestDb) {
        let app = TestApp::new(db).await;
        let ids = skills(&app.olga).await;
        let (sven, as_sven) = app.hire("sven", RoleKey::Supervisor).await;
        let tom = app.create("tom", RoleKey::Technician, Some(&sven)).await;
        let (_, as_ida) = app.hire("ida", RoleKey::Technician).await;
        let cell = |skill: &str, level: i64| json!({"user_id": tom.id.to_string(), "skill_id": skill, "level": level});
        let cells = json!({"cells": [cell(&ids[0], 3), cell(&ids[1], 5)]});
        assert_eq!(change(&app.olga, &cells).await.json(), json!({"changed": 2}));
        let all = app.olga.get(PATH).await.json();
        let names: Vec<String> = shown(&all, &ids).iter().map(|row| row.split(' ').next().unwrap().to_owned()).collect();
        assert_eq!(names.len(), 4, "{all}");
        let tom_row = async |query: &str| shown(&app.olga.get(&format!("{PATH}?{query}")).await.json(), &ids);
        assert_eq!(tom_row("search=tom").await, ["tom Novák 3 5"]);
        assert_eq!(tom_row(&format!("search=tom&skill_id={}", ids[1])).await, ["tom Novák - 5"]);
        let team = text(&app.olga.post("/api/v1/teams", &json!({"name": "Late"})).await.json()["id"]);
        assert!(tom_row(&format!("team_id={team}")).await.is_empty());
        app.olga.post(&format!("/api/v1/teams/{team}/members"), &json!({"user_ids": [tom.id.to_string()]})).await;
        assert_eq!(tom_row(&format!("team_id={team}")).await.len(), 1);
        let seen = shown(&as_sven.get(PATH).await.json(), &ids);
        assert_eq!(seen, ["sven Novák - - locked", "tom Novák 3 5"], "his reports, and himself to look at");
        assert_eq!(as_ida.get(PATH).await.status, 403);
        assert_eq!(app.olga.get(&format!("{PATH}?skil_id={}", ids[0])).await.status, 400, "a mistyped filter is not none");
    }

    async fn grp_3_the_table_goes_on_where_a_page_ends(db: TestDb) {
        let app = TestApp::new(db).await;
        for n in 0..5 {
            app.create(&format!("tom{n}"), RoleKey::Technician, None).await;
        }
        let (mut path, mut names) = ("/api/v1/skills/levels?limit=2".to_owned(), Vec::new());
        loop {
            let page = app.olga.get(&path).await.json();
            names.extend(shown(&page, &[]));
            let Some(cursor) = page["next_cursor"].as_str() else { break };
            path = format!("/api/v1/skills/levels?limit=2&cursor={cursor}");
        }
        let once: std::collections::BTreeSet<&String> = names.iter().collect();
        assert_eq!((names.len(), once.len()), (6, 6), "{names:?}");
        let other = app.olga.get("/api/v1/groups?limit=1").await.json();
        assert!(other["next_cursor"].is_null());
    }

    async fn grp_3_what_is_no_level_is_told_at_its_place(db: TestDb) {
        let app = TestApp::new(db).await;
        let ids = skills(&app.olga).await;
        let tom = app.create("tom", RoleKey::Technician, None).await.id.to_string();
        let group = text(&app.olga.get("/api/v1/groups").await.json()["items"][0]["id"]);
        for level in [json!(0), json!(10), json!(5.5), json!(-1), json!(1e30)] {
            let one = json!({"skill_id": ids[0], "level": level});
            let cells = json!({"cells": [{"user_id": tom, "skill_id": ids[1], "level": 4}, {"user_id": tom, "skill_id": ids[0], "level": level}]});
            let told = |pointer: &str| vec![(pointer.to_owned(), "level_out_of_range".to_owned())];
            let many = change(&app.olga, &cells).await;
            assert_eq!(wrong(&many), told("/cells/1/level"), "{level}");
            let own = app.olga.put(&format!("/api/v1/users/{tom}/skills"), &json!({"skills": [one]})).await;
            assert_eq!(wrong(&own), told("/skills/0/level"), "{level}");
            let profile = json!({"group_id": group, "name": "Day", "skills": [one]});
            assert_eq!(wrong(&app.olga.post("/api/v1/profiles", &profile).await), told("/skills/0/level"), "{level}");
        }
        let text_level = json!({"skills": [{"skill_id": ids[0], "level": "5"}]});
        let path = format!("/api/v1/users/{tom}/skills");
        assert_eq!(app.olga.ask(Method::PUT, &path, Some(&text_level)).await.status, 422);
        assert_eq!(app.olga.get(&path).await.json()["skills"], json!([]), "nothing of it was done");
    }
}
