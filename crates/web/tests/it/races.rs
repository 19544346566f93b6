//! S4: of many at once exactly one wins, and no limit is passed.

use domain::access::RoleKey;
use futures::future::join_all;
use serde_json::{Value, json};
use testkit::app::{Client, PASSWORD, TestApp};

/// How many racers at a time.
const RACERS: usize = 40;
/// How many races of a kind.
const ROUNDS: usize = 5;

/// How many race for the last seat, one extension and one numeric id.
const CROWD: usize = 200;

/// Sends the same request from all racers, at two nodes in turn; how many succeed.
async fn race(here: &Client, there: &Client, path: &str, body: impl Fn(usize) -> Value) -> usize {
    race_of(RACERS, here, there, path, body).await
}

async fn race_of(
    racers: usize,
    here: &Client,
    there: &Client,
    path: &str,
    body: impl Fn(usize) -> Value,
) -> usize {
    let asked = (0..racers).map(|number| {
        let client = if number % 2 == 0 { here.clone() } else { there.clone() };
        let body = body(number);
        async move { client.post(path, &body).await.status.is_success() }
    });
    join_all(asked).await.into_iter().filter(|won| *won).count()
}

db::on_both! {
    async fn s4_the_last_seats_are_taken_once(db: TestDb) {
        let app = TestApp::new(db).await;
        let there = app.olga.at(&app.node().await);
        // Contoso has three seats.
        let won = race(&app.olga, &there, "/api/v1/users", |n| {
            json!({"username": format!("racer{n}"), "email": format!("racer{n}@example.org"), "licence": "callcentre"})
        }).await;
        assert_eq!(won, 3);
    }

    async fn s4_one_address_and_one_numeric_id_are_given_once(db: TestDb) {
        let app = TestApp::new(db).await;
        let there = app.olga.at(&app.node().await);
        for round in 0..ROUNDS {
            let won = race(&app.olga, &there, "/api/v1/users", |n| {
                // The same address in different dress: case, composition, full width.
                let email = ["Zoë", "zoe\u{308}", "ZOE\u{308}", "ｚｏë"][n % 4];
                json!({"username": format!("z{round}.{n}"), "email": format!("{email}{round}@example.org")})
            }).await;
            assert_eq!(won, 1, "addresses, round {round}");
            let won = race(&app.olga, &there, "/api/v1/users", |n| {
                json!({"username": format!("n{round}.{n}"), "email": format!("n{round}.{n}@example.org"),
                    "numeric_id": format!("{}", 1000 + round)})
            }).await;
            assert_eq!(won, 1, "numeric ids, round {round}");
        }
    }

    async fn s4_of_two_hundred_one_gets_the_last_seat_the_extension_and_the_numeric_id(db: TestDb) {
        let app = TestApp::new(db).await;
        let there = app.olga.at(&app.node().await);
        let exchange = json!({"name": "Prague", "first_extension": "200", "last_extension": "299"});
        assert!(app.olga.post("/api/v1/exchanges", &exchange).await.status.is_success());
        let one = |name: String| json!({"username": name, "email": format!("{name}@example.org")});
        let with = |name: String, field: &str, value: &str| {
            let mut body = one(name);
            body[field] = json!(value);
            body
        };
        let users = "/api/v1/users";
        let won = race_of(CROWD, &app.olga, &there, users, |n| with(format!("x{n}"), "extension", "201")).await;
        assert_eq!(won, 1, "one extension");
        let won = race_of(CROWD, &app.olga, &there, users, |n| with(format!("i{n}"), "numeric_id", "77")).await;
        assert_eq!(won, 1, "one numeric id");
        // Two of Contoso's three seats are gone.
        for name in ["a", "b"] {
            let made = app.olga.post(users, &with(name.into(), "licence", "video")).await;
            assert!(made.status.is_success(), "{}", made.body);
        }
        let won = race_of(CROWD, &app.olga, &there, users, |n| with(format!("s{n}"), "licence", "video")).await;
        assert_eq!(won, 1, "the last seat");
        let licences = app.olga.get("/api/v1/licences").await.json();
        assert_eq!((&licences["seats"], &licences["seats_used"]), (&json!(3), &json!(3)));
    }

    async fn s4_of_many_who_come_back_to_one_seat_one_is_let_in(db: TestDb) {
        let app = TestApp::new(db).await;
        let there = app.olga.at(&app.node().await);
        let mut ids = Vec::new();
        for name in ["a", "b", "c"] {
            let body = json!({"username": name, "email": format!("{name}@example.org"), "licence": "video"});
            let id = app.olga.post("/api/v1/users", &body).await.json()["id"].as_str().unwrap().to_owned();
            ids.push(id);
        }
        for id in &ids {
            let path = format!("/api/v1/users/{id}/suspension");
            assert!(app.olga.put(&path, &json!({"reason": ""})).await.status.is_success());
        }
        for name in ["d", "e"] {
            let body = json!({"username": name, "email": format!("{name}@example.org"), "licence": "video"});
            assert!(app.olga.post("/api/v1/users", &body).await.status.is_success());
        }
        let back = ids.iter().enumerate().map(|(number, id)| {
            let client = if number % 2 == 0 { app.olga.clone() } else { there.clone() };
            let path = format!("/api/v1/users/{id}/suspension");
            async move { client.delete(&path).await.status.is_success() }
        });
        assert_eq!(join_all(back).await.into_iter().filter(|won| *won).count(), 1);
    }

    async fn s4_a_sign_up_link_founds_once(db: TestDb) {
        let app = TestApp::new(db).await;
        let stranger = app.stranger();
        let there = stranger.at(&app.node().await);
        let wish = json!({"organisation": "Northwind", "email": "nora@example.org", "password": PASSWORD});
        assert!(stranger.post("/api/v1/sign-ups", &wish).await.status.is_success());
        let link = app.link_to("nora@example.org").await;
        // Fewer than the tries that a link has.
        let asked = (0..8).map(|number| {
            let client = if number % 2 == 0 { stranger.clone() } else { there.clone() };
            let body = json!({"token": link, "password": PASSWORD});
            async move { client.post("/api/v1/sign-ups/confirmation", &body).await.status.is_success() }
        });
        assert_eq!(join_all(asked).await.into_iter().filter(|won| *won).count(), 1);
    }

    async fn s4_an_invitation_is_accepted_once(db: TestDb) {
        let app = TestApp::new(db).await;
        let stranger = app.stranger();
        let there = stranger.at(&app.node().await);
        let people = json!({"people": [{"first_name": "Ina", "last_name": "In", "email": "ina@example.org"}]});
        assert!(app.olga.post("/api/v1/invitations", &people).await.status.is_success());
        let link = app.link_to("ina@example.org").await;
        let won = race(&stranger, &there, "/api/v1/invitations/acceptance", |_| {
            json!({"token": link, "password": "another fine kettle of fish"})
        }).await;
        assert_eq!(won, 1);
    }

    async fn s4_two_administrators_demoting_each_other_leave_one(db: TestDb) {
        let app = TestApp::new(db).await;
        let roles = app.olga.get("/api/v1/roles").await.json();
        let items = roles["items"].as_array().unwrap();
        let technician = items.iter().find(|role| role["key"] == "technician").unwrap()["id"].clone();
        for round in 0..ROUNDS {
            let (anna, as_anna) = app.hire(&format!("anna{round}"), RoleKey::Administrator).await;
            let (ben, as_ben) = app.hire(&format!("ben{round}"), RoleKey::Administrator).await;
            let demote = async |by: &Client, whom: &str| {
                by.put(&format!("/api/v1/users/{whom}/role"), &json!({"role_id": technician})).await.status.is_success()
            };
            let (anna, ben) = (anna.id.to_string(), ben.id.to_string());
            let (one, two) = tokio::join!(demote(&as_anna, &ben), demote(&as_ben, &anna));
            assert!(one ^ two, "round {round}: {one} {two}");
        }
    }
}
