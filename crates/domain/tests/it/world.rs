//! An organisation to tell stories in: one actor per person, builders instead of struct literals.

use db::testdb::TestDb;
use db::{Tx, params};
use domain::access::RoleKey;
use domain::accounts::codes::{self, CodeRequest};
use domain::accounts::password::HashCost;
use domain::jobs::{self, Job, Mail};
use domain::organisations::{self, NewOrganisation};
use domain::users::{self, Licence, NewUser, Profile, User};
use domain::{Actor, Crewdesk, Origin, Policy, Surface, roles};
use kernel::ids::{CodeId, OrganisationId, SessionId, UserId};
use kernel::{Clock, Entropy, Error, Result, Span, Timestamp, Token};

/// The moment at which every story begins.
const START: Timestamp = Timestamp::from_micros(1_790_000_000_000_000);

/// An installation with one organisation, Contoso, whose owner is Olga.
pub(crate) struct World {
    pub(crate) crewdesk: Crewdesk,
    pub(crate) clock: Clock,
    pub(crate) organisation: OrganisationId,
    pub(crate) olga: Actor,
    _db: TestDb,
}

impl World {
    /// Contoso with three seats and no services: everything may be tried.
    pub(crate) async fn new(db: TestDb) -> Self {
        Self::ordering(db, "", 3, &[]).await
    }

    /// Contoso with these services, seats and licences ordered.
    pub(crate) async fn ordering(
        db: TestDb,
        services: &str,
        seats: i64,
        licences: &[(Licence, i64)],
    ) -> Self {
        let clock = Clock::manual(START);
        let hash_cost = HashCost { memory: 8, passes: 1 };
        let policy = Policy { hash_cost, ..Policy::default() };
        let crewdesk = Crewdesk::new((*db).clone(), clock.clone(), Entropy::seeded(7), policy);
        let contoso = NewOrganisation {
            services: services.into(),
            seats,
            licences: licences.to_vec(),
            ..contract("Contoso", "olga")
        };
        let (organisation, owner) = founded(&crewdesk, contoso).await;
        let olga = sign_in(&crewdesk, &owner).await;
        Self { crewdesk, clock, organisation, olga, _db: db }
    }

    /// Olga with a session of this moment.
    pub(crate) async fn sign_in_olga(&self) -> Actor {
        let actor = Actor::system("test", origin());
        let id = self.olga.principal().unwrap().user_id;
        let read =
            self.crewdesk.write_in(self.organisation, &actor, async |cx| users::get(cx, id).await);
        sign_in(&self.crewdesk, &read.await.unwrap().user).await
    }

    /// Creates a user with a role and answers them, signed in.
    pub(crate) async fn hire(&self, username: &str, role: RoleKey) -> (User, Actor) {
        let user = self.create(&self.olga, person(username), role).await.unwrap();
        let actor = sign_in(&self.crewdesk, &user).await;
        (user, actor)
    }

    pub(crate) async fn create(&self, by: &Actor, new: NewUser, role: RoleKey) -> Result<User> {
        self.crewdesk
            .write(by, async |cx| {
                let role_id = Some(roles::built_in(cx, role).await?.id);
                users::create(cx, NewUser { role_id, ..new }).await
            })
            .await
    }

    pub(crate) async fn get(&self, by: &Actor, id: UserId) -> Result<User> {
        self.crewdesk.read(by, async |cx| users::get(cx, id).await.map(|found| found.user)).await
    }

    pub(crate) async fn suspend(&self, by: &Actor, id: UserId) -> Result<User> {
        let reason = Some("too long a break".to_owned());
        self.crewdesk.write(by, async |cx| users::suspend(cx, id, reason).await).await
    }

    pub(crate) async fn remove(&self, by: &Actor, id: UserId, typed: Option<&str>) -> Result<()> {
        self.crewdesk.write(by, async |cx| users::remove(cx, id, typed, false).await).await
    }

    pub(crate) async fn report(
        &self,
        by: &Actor,
        who: UserId,
        above: Option<UserId>,
    ) -> Result<User> {
        self.crewdesk
            .write(by, async |cx| users::assign_supervisor(cx, who, None, above).await)
            .await
    }
}

impl World {
    /// Does the worker's part of a request for a code; answers the code's id.
    pub(crate) async fn fulfil_code(&self, request: &Token, identity: &str) -> CodeId {
        let job =
            CodeRequest { identity: identity.into(), request: request.hash(), started_by: None };
        let worker = Actor::system("worker", Origin::local(Surface::Job, "test"));
        codes::send(&self.crewdesk, &worker, &job).await.unwrap();
        let values = params![request.hash()];
        let found: Result<(CodeId,)> =
            self.crewdesk.db().read(async |tx: &mut Tx| Ok(tx.one(CODE, &values).await?)).await;
        found.unwrap().0
    }
}

impl World {
    /// Every mail to an address so far, as it goes out, oldest first.
    pub(crate) async fn mails_to(&self, address: &str) -> Vec<Mail> {
        let stored: Result<Vec<(String,)>> =
            self.crewdesk.db().read(async |tx: &mut Tx| Ok(tx.all(MAILS, &params![]).await?)).await;
        let mut mails = Vec::new();
        for (payload,) in stored.unwrap() {
            let job: Job = serde_json::from_str(&payload).unwrap();
            if let Job::Mail(mail) = job
                && mail.to == address
                && let Some(written) = jobs::letter(&self.crewdesk, &mail).await.unwrap()
            {
                mails.push(written);
            }
        }
        mails
    }

    /// Who holds this token.
    pub(crate) async fn actor(&self, token: &Token) -> Actor {
        Actor::user(self.crewdesk.authenticate(token).await.unwrap(), origin())
    }
}

const MAILS: &str = "SELECT payload FROM jobs WHERE kind = 'mail' ORDER BY id";
const CODE: &str = "SELECT id FROM one_time_codes WHERE request_hash = $1";

/// Another organisation on the same installation, with three seats.
pub(crate) async fn found(crewdesk: &Crewdesk, name: &str, owner: &str) -> (OrganisationId, User) {
    founded(crewdesk, contract(name, owner)).await
}

fn contract(name: &str, owner: &str) -> NewOrganisation {
    NewOrganisation {
        name: name.into(),
        team_name: Some(name.into()),
        language: "en".into(),
        time_zone: "Europe/Prague".into(),
        trial_ends_at: None,
        tier: "profi".into(),
        services: String::new(),
        seats: 3,
        licences: Vec::new(),
        operators: 5,
        administrator: person(owner),
    }
}

async fn founded(crewdesk: &Crewdesk, new: NewOrganisation) -> (OrganisationId, User) {
    let made = crewdesk.found(origin(), async |cx| organisations::create(cx, new).await).await;
    let (organisation, user) = made.unwrap();
    (organisation.id, user)
}

/// A person with a username and an address made of it.
pub(crate) fn person(username: &str) -> NewUser {
    let profile = Profile {
        username: username.into(),
        first_name: username.into(),
        last_name: "Novák".into(),
        email: Some(format!("{username}@example.org")),
        ..Profile::default()
    };
    NewUser { profile, ..NewUser::default() }
}

pub(crate) fn origin() -> Origin {
    Origin::local(Surface::Api, "test")
}

/// A session as signing in makes one.
pub(crate) async fn sign_in(crewdesk: &Crewdesk, user: &User) -> Actor {
    let token = Token::generate("cds", crewdesk.entropy());
    let now = crewdesk.clock().now();
    let id: SessionId = crewdesk.entropy().uuid(now).into();
    let (account, user, organisation) = (user.account_id, user.id, user.organisation_id);
    let until = now.plus(Span::hours(24));
    let values =
        params![id, token.hash(), "session", account, user, organisation, "", "", "", now, until];
    let stored: Result<u64> =
        crewdesk.db().write(async |tx: &mut Tx| Ok(tx.execute(SESSION, &values).await?)).await;
    stored.unwrap();
    Actor::user(crewdesk.authenticate(&token).await.unwrap(), origin())
}

const SESSION: &str = "INSERT INTO sessions (id, token_hash, kind, account_id, user_id, \
    organisation_id, name, address, client, authenticated_at, last_seen_at, idle_until, expires_at, \
    created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10, $11, $11, $10)";

/// The code of a refusal; of the first field where values are refused.
pub(crate) fn code<T: std::fmt::Debug>(answer: Result<T>) -> &'static str {
    match answer.unwrap_err() {
        Error::Invalid(fields) => fields.first().map_or("", |field| field.code.as_str()),
        other => other.code().as_str(),
    }
}
