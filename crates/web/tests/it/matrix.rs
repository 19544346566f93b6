//! S1: every operation of the programming interface × every kind of actor. The snapshot is reviewed by
//! hand; an operation without a body in `body` fails here, so that none is forgotten.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use domain::access::RoleKey;
use domain::users::User;
use reqwest::Method;
use serde_json::{Value, json};
use testkit::app::{Client, PASSWORD, TestApp};

/// Who asks, by the column's title.
const ACTORS: &[&str] =
    &["anonymous", "neighbour", "technician", "viewer", "supervisor", "administrator"];

struct Operation {
    id: String,
    method: Method,
    path: String,
    has_body: bool,
}

fn operations() -> Vec<Operation> {
    let document = serde_json::to_value(web::router::openapi()).unwrap();
    let mut all = Vec::new();
    for (path, methods) in document["paths"].as_object().unwrap() {
        for (method, operation) in methods.as_object().unwrap() {
            all.push(Operation {
                id: operation["operationId"].as_str().unwrap().to_owned(),
                method: method.to_uppercase().parse().unwrap(),
                path: path.clone(),
                has_body: operation.get("requestBody").is_some(),
            });
        }
    }
    all
}

/// A body that would do, so that only the right decides.
fn body(operation: &str, facts: &Facts) -> Value {
    let n = facts.number;
    match operation {
        "createGroup" | "renameGroup" => json!({"name": format!("Group {n}")}),
        "invite" => {
            json!({"people": [{"first_name": "Ivo", "last_name": "Ing", "email": format!("ivo{n}@example.org")}]})
        }
        "acceptInvitation" | "confirmSignUp" => {
            json!({"token": "cdi_nobody", "password": PASSWORD})
        }
        "changePassword" => {
            json!({"password": "not my password at all", "new_password": "another fine kettle of fish"})
        }
        "updateOrganisation" => json!({"language": "en"}),
        "transferOwnership" => json!({"user_id": facts.user}),
        "requestPasswordCode" => json!({"email": "nobody@example.org"}),
        "resetPassword" => json!({"request": "cdr_nobody", "code": "000000", "password": PASSWORD}),
        "signIn" => json!({"email": "nobody@example.org", "password": "wrong and long enough"}),
        "signUp" => {
            json!({"organisation": "New", "email": "new@example.org", "password": PASSWORD})
        }
        "createToken" => json!({"name": "a token", "expires_at": "2026-10-01T00:00:00Z"}),
        "createUser" => {
            json!({"username": format!("made{n}"), "email": format!("made{n}@example.org")})
        }
        "updateUser" => json!({"note": "seen"}),
        "deactivateUser" | "suspendUser" => json!({"reason": "a test"}),
        "moveUser" => json!({"group_id": facts.group}),
        "changeLicence" => json!({"licence": null}),
        "giveFirstPassword" => json!({}),
        "assignRole" => json!({"role_id": facts.technician}),
        "assignSupervisor" => json!({"user_id": null}),
        "putPhoto" => json!("not a picture"),
        other => panic!("say in this test what {other} takes"),
    }
}

/// Ids of one world that bodies name.
struct Facts {
    number: usize,
    user: String,
    group: String,
    technician: String,
}

struct Cast {
    app: TestApp,
    above: User,
    actors: BTreeMap<&'static str, Client>,
    group: String,
    technician: String,
}

impl Cast {
    async fn new(db: db::testdb::TestDb) -> Self {
        let app = TestApp::new(db).await;
        let (above, supervisor) = app.hire("sven", RoleKey::Supervisor).await;
        let actors = BTreeMap::from([
            ("anonymous", app.stranger()),
            ("neighbour", app.neighbour("nick").await),
            ("technician", app.hire("tina", RoleKey::Technician).await.1),
            ("viewer", app.hire("vera", RoleKey::Viewer).await.1),
            ("supervisor", supervisor),
            ("administrator", app.olga.clone()),
        ]);
        let first = |answer: Value, key: &str| {
            let items = answer["items"].as_array().unwrap().clone();
            let found = items.iter().find(|item| key.is_empty() || item["key"] == key).unwrap();
            found["id"].as_str().unwrap().to_owned()
        };
        let group = first(app.olga.get("/api/v1/groups").await.json(), "");
        let technician = first(app.olga.get("/api/v1/roles").await.json(), "technician");
        Self { app, above, actors, group, technician }
    }

    /// Asks for one operation on a user, invitation, token … made for this question alone.
    async fn ask(&self, operation: &Operation, actor: &str, number: usize) -> u16 {
        let client = self.fresh(&self.actors[actor], actor, operation).await;
        let id = self.target(operation, number).await;
        let facts = Facts {
            number,
            user: id.clone(),
            group: self.group.clone(),
            technician: self.technician.clone(),
        };
        let body = operation.has_body.then(|| body(&operation.id, &facts));
        let path = operation.path.replace("{id}", &id);
        client.ask(operation.method.clone(), &path, body.as_ref()).await.status.as_u16()
    }

    /// Signing out ends the session that did it.
    async fn fresh(&self, client: &Client, actor: &str, operation: &Operation) -> Client {
        let names = [
            ("neighbour", "nick"),
            ("technician", "tina"),
            ("viewer", "vera"),
            ("supervisor", "sven"),
            ("administrator", "olga"),
        ];
        match names.iter().find(|(known, _)| operation.id == "signOut" && *known == actor) {
            Some((_, name)) => self.app.stranger().sign_in(name).await,
            None => client.clone(),
        }
    }

    /// The id of something of Contoso's, new and in the supervisor's reach.
    async fn target(&self, operation: &Operation, number: usize) -> String {
        let olga = &self.app.olga;
        if operation.path.contains("/groups/") {
            return self.group.clone();
        }
        if operation.path.contains("/invitations/") {
            let people = json!({"people": [{"first_name": "Ina", "last_name": "In", "email": format!("ina{number}@example.org"),
                "reports_to": self.above.id}]});
            let made = olga.post("/api/v1/invitations", &people).await;
            return made.json()["items"][0]["id"]
                .as_str()
                .unwrap_or_else(|| panic!("{}", made.body))
                .to_owned();
        }
        if operation.path.contains("/tokens/") {
            let new =
                json!({"name": format!("token {number}"), "expires_at": "2026-10-01T00:00:00Z"});
            let made = olga.post("/api/v1/tokens", &new).await;
            return made.json()["id"]
                .as_str()
                .unwrap_or_else(|| panic!("{}", made.body))
                .to_owned();
        }
        let user =
            self.app.create(&format!("user{number}"), RoleKey::Technician, Some(&self.above)).await;
        if operation.id == "activateUser" {
            olga.put(&format!("/api/v1/users/{}/suspension", user.id), &json!({"reason": ""}))
                .await;
        }
        if operation.id == "reactivateUser" {
            olga.put(&format!("/api/v1/users/{}/deactivation", user.id), &json!({"reason": ""}))
                .await;
        }
        user.id.to_string()
    }
}

db::on_both! {
    async fn s1_every_operation_asks_for_the_right(db: TestDb) {
        let cast = Cast::new(db).await;
        let mut table = format!("{:58} {}\n", "", ACTORS.join(" "));
        let mut number = 0;
        for operation in operations() {
            let mut line = format!("{:6} {:51}", operation.method.as_str(), operation.path);
            for actor in ACTORS {
                number += 1;
                // The owner is handed over last of all by nobody: it would change who asks.
                let status = if operation.id == "transferOwnership" && *actor == "administrator" {
                    "-".to_owned()
                } else {
                    cast.ask(&operation, actor, number).await.to_string()
                };
                let _ = write!(line, " {status:>width$}", width = actor.len());
            }
            table.push_str(line.trim_end());
            table.push('\n');
        }
        insta::assert_snapshot!("operations", table);
    }

    async fn s1_a_foreign_id_and_a_missing_id_answer_alike(db: TestDb) {
        let cast = Cast::new(db).await;
        let neighbour = &cast.actors["neighbour"];
        for (number, operation) in operations().iter().enumerate().filter(|(_, one)| one.path.contains("{id}")) {
            let foreign = cast.target(operation, number).await;
            let facts = Facts { number, user: foreign.clone(), group: cast.group.clone(), technician: cast.technician.clone() };
            let body = operation.has_body.then(|| body(&operation.id, &facts));
            let mut answers = Vec::new();
            for id in [foreign.as_str(), "01890000-0000-7000-8000-000000000000"] {
                let path = operation.path.replace("{id}", id);
                let answer = neighbour.ask(operation.method.clone(), &path, body.as_ref()).await;
                answers.push((answer.status, answer.without_request_id()));
            }
            assert_eq!(answers[0], answers[1], "{} {}", operation.method, operation.path);
            assert!(answers[0].0.is_client_error(), "{} {}: {}", operation.method, operation.path, answers[0].0);
        }
    }
}
