//! A server in this process over a test database, and one client for each actor.
//!
//! On PostgreSQL it has two nodes, and each client asks them in turns: whatever a story shows, it shows of two
//! nodes that know of each other only what the database tells (SECURITY.md R6).

use std::collections::BTreeSet;
use std::future;
use std::net::Ipv4Addr;
use std::num::NonZeroU32;
use std::sync::Arc;

use adapters::oidc::Oidc;
use adapters::outgoing::{Allowed, Outgoing};
use db::testdb::TestDb;
use db::{Access, Db, DbOptions, Engine, Tx, backup, params};
use domain::access::RoleKey;
use domain::accounts::credential;
use domain::accounts::password::HashCost;
use domain::jobs::{self, Job};
use domain::organisations::{self, NewOrganisation};
use domain::users::{self, NewUser, Profile, User};
use domain::{Actor, Crewdesk, Origin, Policy, Surface, roles};
use kernel::ids::OrganisationId;
use kernel::{Clock, Entropy, Result, Secret, Timestamp};
use tokio::net::TcpListener;
use web::state::WebConfig;

pub use crate::client::{Answer, App, Client, picture, read, with_file};

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
    /// Where its first node listens; the address that people know.
    pub url: String,
    /// Where each of its nodes listens.
    nodes: Vec<String>,
    /// Contoso.
    pub organisation: OrganisationId,
    /// Olga, signed in.
    pub olga: Client,
    db: TestDb,
}

impl TestApp {
    /// Starts a server.
    pub async fn new(db: TestDb) -> Self {
        Self::start(db, WebConfig::default()).await
    }

    /// Starts a server that believes this machine to be its reverse proxy.
    pub async fn behind_a_proxy(db: TestDb) -> Self {
        let proxies = vec![Ipv4Addr::LOCALHOST.into()];
        Self::start(db, WebConfig { proxies, ..WebConfig::default() }).await
    }

    /// Starts a server that knows its installation's operator by this token.
    pub async fn with_operator(db: TestDb, token: &str) -> Self {
        let operator_token = Some(Secret::new(token));
        Self::start(db, WebConfig { operator_token, ..WebConfig::default() }).await
    }

    /// Starts a server whose figures are asked for with this token.
    pub async fn with_metrics(db: TestDb, token: &str) -> Self {
        let metrics_token = Some(Secret::new(token));
        Self::start(db, WebConfig { metrics_token, ..WebConfig::default() }).await
    }

    /// Starts a server on which each user's programs may send so many requests a second.
    pub async fn with_limit(db: TestDb, requests_per_second: NonZeroU32) -> Self {
        let requests_per_second = Some(requests_per_second);
        Self::start(db, WebConfig { requests_per_second, ..WebConfig::default() }).await
    }

    async fn start(db: TestDb, config: WebConfig) -> Self {
        let clock = Clock::manual(START);
        let crewdesk = Crewdesk::new((*db).clone(), clock.clone(), Entropy::seeded(7), policy());
        let url = serve(crewdesk.clone(), &config, None).await;
        let mut nodes = vec![url.clone()];
        if db.engine() == Engine::Postgres {
            nodes.push(serve(beside(&db, &crewdesk).await, &config, Some(&url)).await);
        }
        let organisation = found(&crewdesk, "Contoso", "olga").await;
        let olga = Client::at_nodes(&nodes).sign_in("olga").await;
        Self { crewdesk, clock, url, nodes, organisation, olga, db }
    }

    /// Another node on the same database: on PostgreSQL with connections of its own, as in another
    /// process. A SQLite file belongs to one process, so there it shares them.
    pub async fn node(&self) -> String {
        serve(beside(&self.db, &self.crewdesk).await, &WebConfig::default(), None).await
    }

    /// The owner of another organisation on the same installation, signed in.
    pub async fn neighbour(&self, name: &str) -> Client {
        found(&self.crewdesk, &format!("{name} and sons"), name).await;
        self.stranger().sign_in(name).await
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

    /// How many rows audit log, outbox and sessions have: what a change would add to.
    pub async fn traces(&self) -> [i64; 3] {
        const TRACES: &str = "SELECT (SELECT COUNT(*) FROM audit), (SELECT COUNT(*) FROM jobs), \
            (SELECT COUNT(*) FROM sessions)";
        let read = async |tx: &mut Tx| -> Result<(i64, i64, i64)> {
            Ok(tx.one(TRACES, &params![]).await?)
        };
        self.crewdesk.db().read(read).await.expect("three counts").into()
    }

    /// Every row of the database, each behind the name and the columns of its table.
    pub async fn rows(&self) -> BTreeSet<String> {
        let mut copy = Vec::new();
        backup::dump(self.crewdesk.db(), START, &mut copy).await.expect("a copy of everything");
        let mut table = String::new();
        let mut rows = BTreeSet::new();
        for line in String::from_utf8(copy).expect("lines of JSON").lines() {
            match line.starts_with('{') {
                true => table = line.to_owned(),
                false => drop(rows.insert(format!("{table}{line}"))),
            }
        }
        rows
    }

    /// Somebody unknown.
    pub fn stranger(&self) -> Client {
        Client::at_nodes(&self.nodes)
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

/// As in production, but for what a hash costs; nodes share the installation's own key.
fn policy() -> Policy {
    let secret = Some(Secret::new("the key that all nodes of a test share"));
    Policy {
        hash_cost: HashCost { memory: 8, passes: 1 },
        secret,
        public_url: Some("https://desk.example.org".to_owned()),
        ..Policy::default()
    }
}

/// The product once more over the same database.
async fn beside(db: &TestDb, crewdesk: &Crewdesk) -> Crewdesk {
    let handle = match db.engine() {
        Engine::Sqlite => (**db).clone(),
        Engine::Postgres => {
            let options = DbOptions { access: Access::Use, ..DbOptions::default() };
            Db::open(db.url(), options).await.expect("the database opens once more")
        }
    };
    Crewdesk::new(handle, crewdesk.clock().clone(), crewdesk.entropy().clone(), policy())
}

/// Starts a node; its address is the public one where none is given.
async fn serve(crewdesk: Crewdesk, config: &WebConfig, public: Option<&str>) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("an address");
    let url = format!("http://{address}");
    let public_url = public.unwrap_or(&url).to_owned();
    let config = WebConfig { public_url, identity: Some(Arc::new(identity())), ..config.clone() };
    tokio::spawn(web::serve(config, crewdesk, listener, future::pending()));
    url
}

/// Asks identity providers on this machine, with its own clock: theirs do not stand.
fn identity() -> Oidc {
    let loopback = Allowed::network("127.0.0.0/8").expect("a network");
    let outgoing = Outgoing::new(Allowed::new(vec![loopback])).expect("a way out");
    Oidc::new(outgoing, Clock::system())
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
