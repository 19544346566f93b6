//! A server in this process over a test database, and one client for each actor.

use std::future;

use db::testdb::TestDb;
use db::{Tx, params};
use domain::access::RoleKey;
use domain::accounts::credential;
use domain::accounts::password::HashCost;
use domain::jobs::{self, Job};
use domain::organisations::{self, NewOrganisation};
use domain::users::{self, NewUser, Profile, User};
use domain::{Actor, Crewdesk, Origin, Policy, Surface, roles};
use kernel::ids::OrganisationId;
use kernel::{Clock, Entropy, Result, Secret, Timestamp};
use reqwest::redirect::Policy as Redirects;
use reqwest::{Method, StatusCode, header::HeaderMap};
use serde_json::{Value, json};
use tokio::net::TcpListener;
use web::state::WebConfig;

/// The moment at which every story begins.
pub const START: Timestamp = Timestamp::from_micros(1_790_000_000_000_000);
/// Everybody's password.
pub const PASSWORD: &str = "seven blue kettles on a hill";

const MAILS: &str = "SELECT payload FROM jobs WHERE kind = 'mail' ORDER BY id DESC";

/// A server with the organisation Contoso, whose owner is Olga.
pub struct TestApp {
    /// The product behind it.
    pub crewdesk: Crewdesk,
    /// Its clock, which stands until it is moved.
    pub clock: Clock,
    /// Where it listens.
    pub url: String,
    /// Contoso.
    pub organisation: OrganisationId,
    /// Olga, signed in.
    pub olga: Client,
    _db: TestDb,
}

/// Somebody who talks to a server: over the programming interface, or with a browser's cookie.
#[derive(Clone)]
pub struct Client {
    http: reqwest::Client,
    url: String,
    token: Option<String>,
    /// The user, if signed in.
    pub user_id: String,
}

/// What a server answered.
#[derive(Debug, Clone)]
pub struct Answer {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub body: String,
}

impl Answer {
    /// The body as JSON; null where it is none.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_default()
    }
    /// The code of a refusal.
    pub fn code(&self) -> String {
        self.json().get("code").and_then(Value::as_str).unwrap_or_default().to_owned()
    }
    /// The body without what is the request's own.
    pub fn without_request_id(&self) -> String {
        match self.json() {
            Value::Object(mut object) => {
                object.remove("request_id");
                Value::Object(object).to_string()
            }
            _ => self.body.clone(),
        }
    }
    /// One header.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }
}

impl TestApp {
    /// Starts a server.
    pub async fn new(db: TestDb) -> Self {
        let clock = Clock::manual(START);
        let hash_cost = HashCost { memory: 8, passes: 1 };
        let policy = Policy { hash_cost, ..Policy::default() };
        let crewdesk = Crewdesk::new((*db).clone(), clock.clone(), Entropy::seeded(7), policy);
        let url = serve(crewdesk.clone()).await;
        let organisation = found(&crewdesk, "Contoso", "olga").await;
        let olga = Client::stranger(&url).sign_in("olga").await;
        Self { crewdesk, clock, url, organisation, olga, _db: db }
    }

    /// Another node on the same database.
    pub async fn node(&self) -> String {
        serve(self.crewdesk.clone()).await
    }

    /// The owner of another organisation on the same installation, signed in.
    pub async fn neighbour(&self, name: &str) -> Client {
        found(&self.crewdesk, &format!("{name} and sons"), name).await;
        Client::stranger(&self.url).sign_in(name).await
    }

    /// The secret in the newest mail to an address, as it goes out.
    pub async fn link_to(&self, address: &str) -> String {
        let mail =
            async |tx: &mut Tx| -> Result<Vec<(String,)>> { Ok(tx.all(MAILS, &params![]).await?) };
        for (payload,) in self.crewdesk.db().read(mail).await.expect("the outbox") {
            let job: Job = serde_json::from_str(&payload).expect("a job");
            let Job::Mail(mail) = job else { continue };
            if mail.to != address {
                continue;
            }
            let written = jobs::letter(&self.crewdesk, &mail).await.expect("a letter");
            if let Some(token) = written.and_then(|mail| mail.params.get("token").cloned()) {
                return token;
            }
        }
        unreachable!("no mail with a link went to {address}")
    }

    /// Somebody unknown.
    pub fn stranger(&self) -> Client {
        Client::stranger(&self.url)
    }

    /// Creates a user of Contoso.
    pub async fn create(&self, username: &str, role: RoleKey, above: Option<&User>) -> User {
        create(&self.crewdesk, self.organisation, username, role, above).await
    }

    /// Creates a user of Contoso and signs them in.
    pub async fn hire(&self, username: &str, role: RoleKey) -> (User, Client) {
        let user = self.create(username, role, None).await;
        let client = self.stranger().sign_in(username).await;
        (user, client)
    }
}

impl Client {
    /// Nobody known.
    pub fn stranger(url: &str) -> Self {
        let http = reqwest::Client::builder().redirect(Redirects::none()).build();
        let http = http.expect("an HTTP client");
        Self { http, url: url.to_owned(), token: None, user_id: String::new() }
    }

    /// Signs in as `username@example.org`.
    pub async fn sign_in(&self, username: &str) -> Self {
        let body = json!({"email": format!("{username}@example.org"), "password": PASSWORD});
        let answer = self.post("/api/v1/session", &body).await;
        let json = answer.json();
        let text = |name: &str| json.get(name).and_then(Value::as_str).map(str::to_owned);
        let token = text("token").unwrap_or_else(|| unreachable!("{username}: {}", answer.body));
        Self { token: Some(token), user_id: text("user_id").unwrap_or_default(), ..self.clone() }
    }

    /// The same person at another node.
    pub fn at(&self, url: &str) -> Self {
        Self { url: url.to_owned(), ..self.clone() }
    }

    /// The bearer of this token.
    #[must_use]
    pub fn with_token(&self, token: &str) -> Self {
        Self { token: Some(token.to_owned()), ..self.clone() }
    }

    /// The session's secret.
    pub fn token(&self) -> &str {
        self.token.as_deref().unwrap_or_default()
    }

    /// Asks the programming interface.
    pub async fn ask(&self, method: Method, path: &str, body: Option<&Value>) -> Answer {
        let kind = if method == Method::PATCH {
            "application/merge-patch+json"
        } else {
            "application/json"
        };
        let mut request = self.http.request(method, format!("{}{path}", self.url));
        if let Some(token) = &self.token {
            request = request.bearer_auth(token);
        }
        if let Some(body) = body {
            request = request.header("content-type", kind).body(body.to_string());
        }
        read(request).await
    }

    /// Reads.
    pub async fn get(&self, path: &str) -> Answer {
        self.ask(Method::GET, path, None).await
    }

    /// Adds.
    pub async fn post(&self, path: &str, body: &Value) -> Answer {
        self.ask(Method::POST, path, Some(body)).await
    }

    /// Puts.
    pub async fn put(&self, path: &str, body: &Value) -> Answer {
        self.ask(Method::PUT, path, Some(body)).await
    }

    /// Takes away.
    pub async fn delete(&self, path: &str) -> Answer {
        self.ask(Method::DELETE, path, None).await
    }

    /// A request as a browser sends it, with the session's cookie; the caller may add to it.
    pub fn browse(&self, method: Method, path: &str) -> reqwest::RequestBuilder {
        let request = self.http.request(method, format!("{}{path}", self.url));
        match &self.token {
            Some(token) => request.header("cookie", format!("__Host-crewdesk={token}")),
            None => request,
        }
    }

    /// Shows a page.
    pub async fn page(&self, path: &str) -> Answer {
        read(self.browse(Method::GET, path)).await
    }

    /// The token that this session's forms carry, as `path` shows it.
    pub async fn form_token(&self, path: &str) -> String {
        let page = self.page(path).await.body;
        let value = page.split("name=\"csrf\" value=\"").nth(1);
        value.and_then(|rest| rest.split('"').next()).unwrap_or_default().to_owned()
    }

    /// Sends a form as it stands on a page of the session.
    pub async fn form(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let token = self.form_token("/me").await;
        let fields: Vec<_> = fields.iter().copied().chain([("csrf", token.as_str())]).collect();
        read(self.browse(Method::POST, path).header("origin", &self.url).form(&fields)).await
    }
}

/// Sends a request and reads the whole answer.
pub async fn read(request: reqwest::RequestBuilder) -> Answer {
    let answer = request.send().await.expect("an answer");
    let (status, headers) = (answer.status(), answer.headers().clone());
    Answer { status, headers, body: answer.text().await.unwrap_or_default() }
}

async fn serve(crewdesk: Crewdesk) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("an address");
    let url = format!("http://{address}");
    let config = WebConfig { public_url: url.clone(), ..WebConfig::default() };
    tokio::spawn(web::serve(config, crewdesk, listener, future::pending()));
    url
}

fn person(username: &str) -> NewUser {
    let profile = Profile {
        username: username.to_owned(),
        first_name: username.to_owned(),
        last_name: "Novák".to_owned(),
        email: Some(format!("{username}@example.org")),
        ..Profile::default()
    };
    NewUser { profile, ..NewUser::default() }
}

fn operator() -> Actor {
    Actor::system("test", Origin::local(Surface::CommandLine, "test"))
}

async fn found(crewdesk: &Crewdesk, name: &str, owner: &str) -> OrganisationId {
    let new = NewOrganisation {
        name: name.to_owned(),
        team_name: Some(name.to_owned()),
        language: "en".to_owned(),
        time_zone: "UTC".to_owned(),
        trial_ends_at: None,
        tier: "profi".to_owned(),
        services: String::new(),
        seats: 3,
        licences: Vec::new(),
        operators: 5,
        administrator: person(owner),
    };
    let password = prepared(crewdesk).await;
    let founded = crewdesk.found(Origin::local(Surface::CommandLine, "test"), async |cx| {
        let (organisation, user) = organisations::create(cx, new).await?;
        credential::set_by_operator(cx, &user, &password).await?;
        Ok(organisation.id)
    });
    founded.await.expect("an organisation")
}

async fn create(
    crewdesk: &Crewdesk,
    organisation: OrganisationId,
    username: &str,
    role: RoleKey,
    above: Option<&User>,
) -> User {
    let (password, new) = (prepared(crewdesk).await, person(username));
    let reports_to = above.map(|user| user.id);
    let operator = operator();
    let made = crewdesk.write_in(organisation, &operator, async |cx| {
        let role_id = Some(roles::built_in(cx, role).await?.id);
        let user = users::create(cx, NewUser { role_id, reports_to, ..new }).await?;
        credential::set_by_operator(cx, &user, &password).await?;
        Ok(user)
    });
    made.await.expect("a user")
}

async fn prepared(crewdesk: &Crewdesk) -> credential::NewPassword {
    let password = credential::prepare(crewdesk, &Secret::new(PASSWORD), &[]).await;
    password.expect("a password that fits")
}
