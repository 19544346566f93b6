//! What is another organisation's is not there, wherever it may be named: group, team, role, profile, filter,
//! skill, exchange, helpdesk, location, person (SECURITY.md S1).

use std::collections::BTreeMap;

use domain::access::RoleKey;
use reqwest::Method;
use serde_json::{Value, json};
use testkit::app::{Answer, Client, TestApp};

use crate::cast::{NOBODY, text};

/// One of each thing, made by this owner; ids by noun.
async fn one_of_each(owner: &Client) -> BTreeMap<&'static str, String> {
    let mut ids = BTreeMap::new();
    let roles = owner.get("/api/v1/roles").await.json();
    let copied = roles["items"][0]["id"].clone();
    let mut make = async |noun: &'static str, path: &str, body: Value| {
        let made = owner.post(&format!("/api/v1/{path}"), &body).await;
        assert!(made.status.is_success(), "{path}: {}", made.body);
        let id = text(&made.json()["id"]);
        ids.insert(noun, id.clone());
        id
    };
    let group = make("group", "groups", json!({"name": "Theirs"})).await;
    make("team", "teams", json!({"name": "Theirs"})).await;
    make("location", "locations", json!({"name": "Theirs"})).await;
    make("role", "roles", json!({"name": "Theirs", "copy_of": copied})).await;
    let skill = make("skill", "skills", json!({"name": "Theirs"})).await;
    let skills = json!([{"skill_id": skill, "level": 5}]);
    make("profile", "profiles", json!({"group_id": group, "name": "Theirs", "skills": skills}))
        .await;
    make("filter", "resource-filters", json!({"name": "Theirs", "group_ids": [group]})).await;
    let range = json!({"name": "Theirs", "first_extension": "200", "last_extension": "299"});
    make("exchange", "exchanges", range).await;
    make("helpdesk", "helpdesks", json!({"name": "Theirs"})).await;
    make("user", "users", json!({"username": "ben", "email": "ben@other.example"})).await;
    ids
}

/// Everything that names something: the noun, and a request that names it by this id, about this person.
fn requests(noun: &str, id: &str, user: &str) -> Vec<(Method, String, Value)> {
    let about = |end: &str| format!("/api/v1/users/{user}/{end}");
    let new = |field: &str, value: Value| {
        let mut body = json!({"username": "new", "email": "new@example.org"});
        body[field] = value;
        (Method::POST, "/api/v1/users".to_owned(), body)
    };
    let post = |path: &str, body: Value| (Method::POST, format!("/api/v1/{path}"), body);
    match noun {
        "group" => vec![
            new("group_id", json!(id)),
            (Method::PUT, about("group"), json!({"group_id": id})),
            post("users/group-moves", json!({"user_ids": [user], "group_id": id})),
            post("resource-filters", json!({"name": "Mine", "group_ids": [id]})),
        ],
        "team" => vec![
            new("team_ids", json!([id])),
            post("resource-filters", json!({"name": "Mine", "team_ids": [id]})),
        ],
        "location" => vec![post("teams", json!({"name": "Mine", "location_id": id}))],
        "role" => vec![
            new("role_id", json!(id)),
            (Method::PUT, about("role"), json!({"role_id": id})),
            post("roles", json!({"name": "Mine", "copy_of": id})),
        ],
        "skill" => vec![
            (Method::PUT, about("skills"), json!({"skills": [{"skill_id": id, "level": 5}]})),
            (
                Method::PATCH,
                "/api/v1/skills/levels".to_owned(),
                json!({"cells": [{"user_id": user, "skill_id": id, "level": 5}]}),
            ),
        ],
        "profile" => vec![(Method::PUT, about("profiles"), json!({"profile_ids": [id]}))],
        "filter" => {
            vec![(Method::PUT, about("resource-filter"), json!({"resource_filter_id": id}))]
        }
        "exchange" => vec![
            new("exchange_id", json!(id)),
            (
                Method::PATCH,
                format!("/api/v1/users/{user}"),
                json!({"exchange_id": id, "extension": "201"}),
            ),
        ],
        "helpdesk" => vec![new("helpdesk_id", json!(id))],
        "user" => vec![
            new("reports_to", json!(id)),
            (Method::PUT, about("supervisor"), json!({"user_id": id})),
            post("teams", json!({"name": "Mine", "leader_ids": [id]})),
        ],
        other => panic!("say in this test where {other} is named"),
    }
}

/// Status, and code of each value that can't be accepted.
fn refusal(answer: &Answer) -> (u16, Vec<String>) {
    let body = answer.json();
    let fields = body["errors"].as_array().cloned().unwrap_or_default();
    (answer.status.as_u16(), fields.iter().map(|one| text(&one["code"])).collect())
}

db::on_both! {
    async fn s1_whatever_is_another_organisations_can_be_named_nowhere(db: TestDb) {
        let app = TestApp::new(db).await;
        let theirs = one_of_each(&app.neighbour("nick").await).await;
        let mine = app.create("tina", RoleKey::Technician, None).await.id.to_string();
        let before = app.olga.get(&format!("/api/v1/users/{mine}")).await.json();
        for (noun, id) in &theirs {
            let all = requests(noun, id, &mine).into_iter().zip(requests(noun, NOBODY, &mine));
            for ((method, path, body), (_, _, missing)) in all {
                let foreign = app.olga.ask(method.clone(), &path, Some(&body)).await;
                let missing = app.olga.ask(method.clone(), &path, Some(&missing)).await;
                let (status, codes) = refusal(&foreign);
                assert_eq!(status, 422, "{noun}: {method} {path}: {}", foreign.body);
                assert!(codes.iter().any(|code| code.ends_with("_unknown")), "{noun}: {path}: {codes:?}");
                assert_eq!((status, codes), refusal(&missing), "{noun}: {path}: as if it were not there");
            }
        }
        assert_eq!(app.olga.get(&format!("/api/v1/users/{mine}")).await.json(), before, "nothing was changed");
        let made = app.olga.get("/api/v1/users?search=new").await.json();
        assert_eq!(made["items"], json!([]), "nobody was created");
    }
}
