//! No page and no list asks the database more often because there is more to show, and the pages opened most
//! ask little (SPEC USR-1, GRP-1).

use domain::access::RoleKey;
use reqwest::Method;
use serde_json::json;
use testkit::app::{Client, TestApp, read};

use crate::cast::{UNTIL, text};

/// What streams, is no list of anything, or is a file that is read in portions while it is sent.
const OTHER: &[&str] =
    &["/live", "/api/v1/events", "/assets/{file}", "/api/v1/audit/export", "/audit/export"];

/// Every address without an id, and those of one team, filter, group and person that show lists.
fn addresses(ids: &[String]) -> Vec<String> {
    let described = serde_json::to_value(web::router::openapi()).unwrap();
    let paths = described["paths"].as_object().unwrap();
    let api = paths.iter().filter(|(_, methods)| methods.get("get").is_some());
    let api = api.map(|(path, _)| path.clone());
    let pages = web::router::undescribed().into_iter();
    let pages = pages.filter(|(method, _)| *method == Method::GET).map(|(_, route)| route);
    let plain = api.chain(pages).filter(|route| !route.contains('{'));
    let mut all: Vec<String> = plain.filter(|route| !OTHER.contains(&route.as_str())).collect();
    all.extend(ids.iter().cloned());
    all
}

/// More of everything that is listed, up to number `until`.
async fn fill(app: &TestApp, from: usize, until: usize, team: &str) {
    for n in from..until {
        let user =
            app.create(&format!("user{n:03}"), RoleKey::Supervisor, None).await.id.to_string();
        let post = async |path: &str, body: serde_json::Value| {
            let made = app.olga.post(path, &body).await;
            assert!(made.status.is_success(), "{path}: {}", made.body);
            made.json()
        };
        let group = post("/api/v1/groups", json!({"name": format!("Group {n}")})).await;
        let crew = json!({"name": format!("Team {n}"), "leader_ids": [user]});
        let crew = text(&post("/api/v1/teams", crew).await["id"]);
        for id in [team, &crew] {
            let people = json!({"user_ids": [user]});
            app.olga.post(&format!("/api/v1/teams/{id}/members"), &people).await;
        }
        let sight =
            json!({"name": format!("Filter {n}"), "group_ids": [group["id"]], "team_ids": [crew]});
        post("/api/v1/resource-filters", sight).await;
        let skill =
            text(&post("/api/v1/skills", json!({"name": format!("Skill {n}")})).await["id"]);
        let skills = json!([{"skill_id": skill, "level": 5}]);
        let profile = json!({"group_id": group["id"], "name": "Calls", "skills": skills});
        post("/api/v1/profiles", profile).await;
        let own = json!({"user_id": user, "name": "Own", "skills": skills});
        post("/api/v1/profiles", own).await;
        app.olga.put(&format!("/api/v1/users/{user}/skills"), &json!({"skills": skills})).await;
        post("/api/v1/locations", json!({"name": format!("Town {n}")})).await;
        post("/api/v1/helpdesks", json!({"name": format!("Desk {n}")})).await;
        let exchange =
            json!({"name": format!("E{n}"), "first_extension": "10", "last_extension": "99"});
        post("/api/v1/exchanges", exchange).await;
        // Of these an organisation has ten at most.
        let provider = json!({"name": format!("Provider {n}"), "issuer": "https://id.example", "client_id": "desk",
            "domains": [format!("d{n}.example")]});
        app.olga.post("/api/v1/identity-providers", &provider).await;
        post("/api/v1/tokens", json!({"name": format!("token {n}"), "expires_at": UNTIL})).await;
        let guest = json!({"people": [{"first_name": "Ina", "last_name": "In", "email": format!("ina{n}@example.org")}]});
        post("/api/v1/invitations", guest).await;
    }
}

/// How many statements this address takes once its session is known.
async fn statements(app: &TestApp, client: &Client, address: &str) -> u64 {
    statements_at_first(app, client, address).await;
    statements_at_first(app, client, address).await
}

/// How many it takes the first time.
async fn statements_at_first(app: &TestApp, client: &Client, address: &str) -> u64 {
    let before = app.crewdesk.db().statements();
    // At the node whose statements are counted.
    let status = read(client.at(&app.url).browse(Method::GET, address)).await.status;
    assert!(status.as_u16() < 500, "{address}: {status}");
    app.crewdesk.db().statements() - before
}

db::on_both! {
    async fn usr_1_no_address_asks_more_often_with_more_rows(db: TestDb) {
        let app = TestApp::new(db).await;
        let team = text(&app.olga.post("/api/v1/teams", &json!({"name": "All"})).await.json()["id"]);
        let group = text(&app.olga.get("/api/v1/groups").await.json()["items"][0]["id"]);
        let sight = json!({"name": "All", "group_ids": [group]});
        let sight = text(&app.olga.post("/api/v1/resource-filters", &sight).await.json()["id"]);
        let above = app.create("sven", RoleKey::Supervisor, None).await.id;
        let ids = [
            format!("/teams/{team}"),
            format!("/api/v1/teams/{team}/members"),
            format!("/settings/filters/{sight}"),
            format!("/api/v1/resource-filters/{sight}/holders"),
            format!("/groups/{group}/administrators"),
            format!("/users?group={group}&team={team}"),
            format!("/users/{above}/access"),
            format!("/users/{above}/history"),
            format!("/users/{above}/work"),
            format!("/users/{above}/work/edit"),
            format!("/groups/{group}/profiles"),
            format!("/api/v1/users/{above}/profiles"),
            format!("/api/v1/users?team_id={team}&count=true"),
        ];
        let all = addresses(&ids);
        fill(&app, 0, 5, &team).await;
        let mut few = Vec::new();
        for address in &all {
            few.push(statements(&app, &app.olga, address).await);
        }
        fill(&app, 5, 50, &team).await;
        let mut grown = Vec::new();
        for (address, before) in all.iter().zip(few) {
            let now = statements(&app, &app.olga, address).await;
            if now > before {
                grown.push(format!("{address}: {before} with 5 rows, {now} with 50"));
            }
        }
        assert!(grown.is_empty(), "{grown:#?}");
    }

    async fn grp_1_a_user_and_their_settings_take_at_most_six_statements(db: TestDb) {
        let app = TestApp::new(db).await;
        let above = app.create("sven", RoleKey::Supervisor, None).await;
        let user = app.create("tina", RoleKey::Technician, Some(&above)).await.id;
        for address in [
            format!("/users/{user}"),
            format!("/users/{user}/settings"),
            format!("/api/v1/users/{user}"),
            format!("/api/v1/users/{user}/settings"),
        ] {
            // What was committed meanwhile makes the session be asked for as well (ADR 0017).
            app.create(&format!("n{}", address.len()), RoleKey::Technician, None).await;
            let taken = statements_at_first(&app, &app.olga, &address).await;
            assert!(taken <= 6, "{address}: {taken}");
            assert!(taken >= 2, "{address}: {taken} can't be right: the session alone takes one");
        }
    }
}
