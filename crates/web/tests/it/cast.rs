//! The people who knock at every door, and the things of Contoso that they knock for.

use std::collections::BTreeMap;

use domain::access::RoleKey;
use domain::users::User;
use serde_json::{Value, json};
use testkit::app::{Client, TestApp, picture};

use crate::owned;

/// Who asks, by the column's title.
pub(crate) const ACTORS: &[&str] =
    &["anonymous", "neighbour", "technician", "viewer", "supervisor", "administrator"];

/// An id that nothing has.
pub(crate) const NOBODY: &str = "01890000-0000-7000-8000-000000000000";

/// When tokens made by tests end.
pub(crate) const UNTIL: &str = "2026-10-01T00:00:00Z";

/// Contoso with one person of each kind, and a neighbour who administers another organisation.
pub(crate) struct Cast {
    pub(crate) app: TestApp,
    pub(crate) above: User,
    pub(crate) actors: BTreeMap<&'static str, Client>,
    pub(crate) group: String,
    pub(crate) technician: String,
    pub(crate) skill: String,
    notice: String,
}

/// What a request names: ids of Contoso's.
#[derive(Debug, Clone)]
pub(crate) struct Facts {
    /// Distinguishes names made up for this request.
    pub(crate) number: usize,
    /// What stands for `{id}`.
    pub(crate) id: String,
    /// What stands for `{session}` and `{identity}`.
    pub(crate) session: String,
    /// The name shown of the user with that id.
    pub(crate) name: String,
    /// A user who may be put into a team.
    pub(crate) member: String,
    /// A group.
    pub(crate) group: String,
    /// The role Technician.
    pub(crate) technician: String,
    /// A skill.
    pub(crate) skill: String,
    /// The version of the asker's organisation.
    pub(crate) version: i64,
}

impl Facts {
    /// A path of the router with these ids in it.
    pub(crate) fn fill(&self, route: &str) -> String {
        let route = route.replace("{user}", &self.member).replace("{user_id}", &self.member);
        let path = route.replace("{id}", &self.id).replace("{session}", &self.session);
        let path = path.replace("{identity}", &self.session);
        let path = path.replace("{kind}", "code").replace("{language}", "en");
        let path = path.replace("{token}", "cdu_nobody").replace("{number}", "1");
        path.replace("{file}", "none.css")
    }
}

impl Cast {
    pub(crate) async fn new(db: db::testdb::TestDb) -> Self {
        let app = TestApp::new(db).await;
        let (above, supervisor) = app.hire("sven", RoleKey::Supervisor).await;
        let neighbour = app.neighbour("nick").await;
        let notice = notice(&app, &neighbour).await;
        let actors = BTreeMap::from([
            ("anonymous", app.stranger()),
            ("neighbour", neighbour),
            ("technician", app.hire("tina", RoleKey::Technician).await.1),
            ("viewer", app.hire("vera", RoleKey::Viewer).await.1),
            ("supervisor", supervisor),
            ("administrator", app.olga.clone()),
        ]);
        let roles = app.olga.get("/api/v1/roles").await.json();
        let roles = roles["items"].as_array().unwrap();
        let technician = roles.iter().find(|role| role["key"] == "technician").unwrap();
        let movers = app.olga.post("/api/v1/groups", &json!({"name": "Movers"})).await.json();
        let (group, technician) = (text(&movers["id"]), text(&technician["id"]));
        let french = app.olga.post("/api/v1/skills", &json!({"name": "French"})).await.json();
        let skill = text(&french["id"]);
        Self { app, above, actors, group, technician, skill, notice }
    }

    /// Who is meant by a column. Whoever signs out or ends sessions does so with a session of their own.
    pub(crate) async fn actor(&self, title: &str, ends_sessions: bool) -> Client {
        let names = ["nick", "tina", "vera", "sven", "olga"];
        let name = ACTORS.iter().skip(1).zip(names).find(|(known, _)| **known == title);
        match name {
            Some((_, name)) if ends_sessions => self.app.stranger().sign_in(name).await,
            _ => self.actors[title].clone(),
        }
    }

    /// Something of Contoso's for a route, `GET /users/{id}`: new and in the supervisor's reach.
    pub(crate) async fn target(&self, route: &str, number: usize, asks: &Client) -> Facts {
        let mut facts = Facts {
            number,
            id: NOBODY.to_owned(),
            session: NOBODY.to_owned(),
            name: String::new(),
            group: self.group.clone(),
            member: self.above.id.to_string(),
            technician: self.technician.clone(),
            skill: self.skill.clone(),
            version: asks.get("/api/v1/organisation").await.json()["version"].as_i64().unwrap_or(1),
        };
        if route.contains("filters/{id}") {
            let new = json!({"name": format!("Sight {number}"), "group_ids": [self.group]});
            let made = self.app.olga.post("/api/v1/resource-filters", &new).await;
            facts.id = text(&made.json()["id"]);
        } else if route.contains("/skills/{id}") {
            let new = json!({"name": format!("S{number}")});
            facts.id = text(&self.app.olga.post("/api/v1/skills", &new).await.json()["id"]);
        } else if route.contains("/profiles/{id}") {
            facts.id = self.profile(number).await;
        } else if route.contains("/identity-providers/")
            || route.contains("/providers/{id}")
            || route.contains("/back-channel/")
        {
            facts.id = self.provider(number).await;
        } else if route.contains("/groups/") {
            facts.id = self.group(number).await;
        } else if route.contains("/roles/") {
            let new = json!({"name": format!("Post {number}"), "copy_of": self.technician});
            facts.id = text(&self.app.olga.post("/api/v1/roles", &new).await.json()["id"]);
        } else if route.contains("/teams/") {
            facts.id = self.team(number, route).await;
        } else if route.contains("/locations/") {
            let new = json!({"name": format!("Town {number}")});
            facts.id = text(&self.app.olga.post("/api/v1/locations", &new).await.json()["id"]);
        } else if route.contains("/exchanges/{id}") {
            let new = json!({"name": format!("E{number}"), "first_extension": "10", "last_extension": "99"});
            facts.id = text(&self.app.olga.post("/api/v1/exchanges", &new).await.json()["id"]);
        } else if route.contains("/helpdesks/{id}") {
            let new = json!({"name": format!("H{number}")});
            facts.id = text(&self.app.olga.post("/api/v1/helpdesks", &new).await.json()["id"]);
        } else if route.contains("/notices/") {
            facts.id = self.notice.clone();
        } else if route.contains("/invitations/") {
            facts.id = self.invitation(number).await;
        } else if route.contains("/tokens/") {
            facts.id = self.token(number).await;
        } else if route.contains("/me/factors/") || route.contains("/me/security/") {
            facts.id = self.waiting_factor().await;
        } else if route.contains("/me/devices/") || route.contains("/me/trusted-devices/") {
            facts.id = owned::device(&self.app, &self.app.olga.user_id).await;
        } else if route.contains("/me/single-sign-on/{id}") {
            facts.id = owned::identity(&self.app, &self.app.olga.user_id).await;
        } else if route.contains("/me/sessions/") {
            facts.id = self.second_session().await;
        } else {
            self.user(route, &mut facts).await;
        }
        facts
    }

    /// A provider; of those before, none is left, since an organisation has few.
    async fn provider(&self, number: usize) -> String {
        let all = self.app.olga.get("/api/v1/identity-providers").await.json();
        for one in all["items"].as_array().unwrap() {
            let path = format!("/api/v1/identity-providers/{}", text(&one["id"]));
            self.app.olga.delete(&path).await;
        }
        let new = json!({"name": format!("Id {number}"), "issuer": "http://127.0.0.1:9",
            "client_id": "desk", "client_secret": "hush"});
        text(&self.app.olga.post("/api/v1/identity-providers", &new).await.json()["id"])
    }

    /// A group that nobody is in.
    async fn group(&self, number: usize) -> String {
        let new = json!({"name": format!("Shift {number}")});
        text(&self.app.olga.post("/api/v1/groups", &new).await.json()["id"])
    }

    /// A profile of a group.
    async fn profile(&self, number: usize) -> String {
        let new = json!({"group_id": self.group, "name": format!("P{number}"),
            "skills": [{"skill_id": self.skill, "level": 5}]});
        text(&self.app.olga.post("/api/v1/profiles", &new).await.json()["id"])
    }

    /// A team, with a member where the route is about one.
    async fn team(&self, number: usize, route: &str) -> String {
        let new = json!({"name": format!("Crew {number}")});
        let id = text(&self.app.olga.post("/api/v1/teams", &new).await.json()["id"]);
        if route.contains("/members/") {
            let people = json!({"user_ids": [self.above.id]});
            let put = self.app.olga.post(&format!("/api/v1/teams/{id}/members"), &people).await;
            assert!(put.status.is_success(), "{}", put.body);
        }
        id
    }

    async fn invitation(&self, number: usize) -> String {
        let email = format!("ina{number}@example.org");
        let people = json!({"people": [{"first_name": "Ina", "last_name": "In", "email": email,
            "reports_to": self.above.id}]});
        let made = self.app.olga.post("/api/v1/invitations", &people).await;
        text(&made.json()["items"][0]["id"])
    }

    async fn token(&self, number: usize) -> String {
        let new = json!({"name": format!("token {number}"), "expires_at": UNTIL});
        text(&self.app.olga.post("/api/v1/tokens", &new).await.json()["id"])
    }

    /// Another session of the administrator's.
    async fn second_session(&self) -> String {
        self.app.stranger().sign_in("olga").await;
        let sessions = self.app.olga.get("/api/v1/me/sessions").await.json();
        let all = sessions["items"].as_array().unwrap();
        text(&all.iter().find(|one| one["is_current"] == false).unwrap()["id"])
    }

    /// An authenticator app of the administrator's that waits for its first code.
    async fn waiting_factor(&self) -> String {
        let name = json!({"name": "Telephone"});
        text(&self.app.olga.post("/api/v1/me/factors", &name).await.json()["id"])
    }

    /// A Technician in the state that the route is about.
    async fn user(&self, route: &str, facts: &mut Facts) {
        let (app, name) = (&self.app, format!("user{}", facts.number));
        let user = app.create(&name, RoleKey::Technician, Some(&self.above)).await;
        let path = format!("/api/v1/users/{}", user.id);
        let reason = json!({"reason": ""});
        let undoes = |step: &str| route.starts_with("DELETE") && route.ends_with(step);
        if route.ends_with("/activation") || undoes("/suspension") {
            app.olga.put(&format!("{path}/suspension"), &reason).await;
        }
        if route.ends_with("/reactivation") || undoes("/deactivation") {
            app.olga.put(&format!("{path}/deactivation"), &reason).await;
        }
        if route.contains("/photo") {
            let request = app.olga.call(reqwest::Method::PUT, &format!("{path}/photo"));
            let put = testkit::app::read(request.body(picture())).await;
            assert!(put.status.is_success(), "{}", put.body);
        }
        if route.contains("{id}/factors") {
            app.stranger().sign_in(&name).await.add_app(&app.clock).await;
        }
        if route.contains("{identity}") {
            facts.session = owned::identity(app, &user.id.to_string()).await;
        }
        if route.contains("{session}") {
            app.stranger().sign_in(&name).await;
            let sessions = app.olga.get(&format!("{path}/sessions")).await.json();
            facts.session = text(&sessions["items"][0]["id"]);
        }
        (facts.id, facts.name) = (user.id.to_string(), user.display_name);
    }
}

/// A notice to one of Contoso's people, whom the neighbour has added to theirs.
async fn notice(app: &TestApp, neighbour: &Client) -> String {
    let (_, nora) = app.hire("nora", RoleKey::Technician).await;
    let added = json!({"username": "nora", "email": "nora@example.org"});
    assert!(neighbour.post("/api/v1/users", &added).await.status.is_success());
    text(&nora.get("/api/v1/me/notices").await.json()["items"][0]["id"])
}

/// A JSON text; anything else fails the test.
pub(crate) fn text(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("no text: {value}")).to_owned()
}
