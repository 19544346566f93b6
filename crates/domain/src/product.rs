use std::borrow::Cow;
use std::sync::Arc;

use db::{Db, Tx};
use kernel::ids::{OrganisationId, SessionId};
use kernel::{Clock, Entropy, Error, Result, Secret, Span, Timestamp, Token};

use crate::access::{self, Kept, Principal};
use crate::accounts::password::{HashCost, Hasher};
use crate::actor::{Actor, Origin, Who};
use crate::audit::{self, Chain};
use crate::cx::Cx;
use crate::factors::Passkeys;
use crate::faults;
use crate::jobs::MailKey;
use crate::ports::Breaches;
use crate::sealing::Sealer;

/// Limits and lengths of this installation, in SECURITY.md's figures unless configured.
#[derive(Debug, Clone)]
pub struct Policy {
    /// A session unused for this long ends (S8).
    pub session_idle: Span,
    /// A session older than this ends (S8).
    pub session_absolute: Span,
    /// A one-time code lives this long (S6).
    pub code_life: Span,
    /// An invitation's link lives this long.
    pub invitation_life: Span,
    /// Wrong passwords before an account locks (S5).
    pub wrong_tries: i64,
    /// A trial lasts this long (SPEC ORG-1).
    pub trial_length: Span,
    /// Licences of a trial.
    pub trial_seats: i64,
    /// Operators of a trial.
    pub trial_operators: i64,
    /// Credentials may be changed for this long after signing in (S8).
    pub fresh_sign_in: Span,
    /// Wrong tries and locks are forgotten after this long without a try, for names that exist and
    /// names that don't alike (S9).
    pub tries_forgotten: Span,
    /// Wrong tries of a one-time code (S6).
    pub code_tries: i64,
    /// Codes sent to one account within a day (S6).
    pub codes_a_day: i64,
    /// Fewest characters of a password (S7), with a second factor or without.
    pub password_length: usize,
    /// What a password's hash costs (S7); cheaper in tests only.
    pub hash_cost: HashCost,
    /// The installation's own key. From it the links and codes in mails are derived, so that a mail sent
    /// twice by a crash holds the same one although the database keeps only hashes (R4), and the key that
    /// seals secrets at rest (ADR 0012). The same on all nodes and after a restart; where none is given,
    /// a random one for this process.
    pub secret: Option<Secret>,
    /// Keys that were in force before: they still open what they have sealed, and seal nothing.
    pub former_secrets: Vec<Secret>,
    /// Where passwords of known breaches are looked up; none where nobody has said where (ASVS 5.0, 6.2.12).
    pub breaches: Option<Arc<dyn Breaches>>,
    /// Where people reach the installation: passkeys are bound to it (SPEC ACC-5).
    pub public_url: Option<String>,
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            session_idle: Span::hours(1),
            session_absolute: Span::hours(24),
            code_life: Span::minutes(10),
            invitation_life: Span::days(7),
            wrong_tries: 10,
            trial_length: Span::days(30),
            trial_seats: 25,
            trial_operators: 5,
            fresh_sign_in: Span::minutes(10),
            tries_forgotten: Span::days(30),
            code_tries: 4,
            codes_a_day: 10,
            password_length: 15,
            hash_cost: HashCost::default(),
            secret: None,
            former_secrets: Vec::new(),
            breaches: None,
            public_url: None,
        }
    }
}

/// The product as surfaces hold it: the way into every transaction.
#[derive(Debug, Clone)]
pub struct Crewdesk(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    db: Db,
    clock: Clock,
    entropy: Entropy,
    policy: Policy,
    hasher: Hasher,
    mail_key: MailKey,
    sealer: Sealer,
    passkeys: Passkeys,
    kept: Kept,
}

impl Crewdesk {
    /// The product over an open, migrated database.
    pub fn new(db: Db, clock: Clock, entropy: Entropy, policy: Policy) -> Self {
        let hasher = Hasher::new(policy.hash_cost, policy.wrong_tries);
        let mail_key = MailKey::new(policy.secret.as_ref(), &entropy);
        let former = policy.former_secrets.iter().map(|key| key.expose().as_bytes());
        let sealer = Sealer::new(mail_key.root(), former);
        let passkeys = Passkeys::new(policy.public_url.as_deref());
        let kept = Kept::default();
        Self(Arc::new(Inner {
            db,
            clock,
            entropy,
            policy,
            hasher,
            mail_key,
            sealer,
            passkeys,
            kept,
        }))
    }
    /// Hashes and compares passwords, as many at a time as there are cores.
    pub fn hasher(&self) -> &Hasher {
        &self.0.hasher
    }
    pub(crate) fn mail_key(&self) -> &MailKey {
        &self.0.mail_key
    }
    /// What passkeys are bound to.
    pub fn passkeys(&self) -> &Passkeys {
        &self.0.passkeys
    }
    /// Opens what is sealed at rest (ADR 0012).
    pub fn sealer(&self) -> &Sealer {
        &self.0.sealer
    }
    /// The database, for backup, readiness and notifications.
    pub fn db(&self) -> &Db {
        &self.0.db
    }
    /// The clock.
    pub fn clock(&self) -> &Clock {
        &self.0.clock
    }
    /// Randomness.
    pub fn entropy(&self) -> &Entropy {
        &self.0.entropy
    }
    /// The installation's limits.
    pub fn policy(&self) -> &Policy {
        &self.0.policy
    }

    /// Who holds this token: the one query with which every request begins (SECURITY.md decision 1). Where
    /// nothing was committed since it was last asked, its answer stands (ADR 0017).
    ///
    /// # Errors
    /// [`Error::Unauthenticated`] for a token that is not alive.
    pub async fn authenticate(&self, token: &Token) -> Result<Arc<Principal>> {
        let Inner { db, clock, kept, .. } = &*self.0;
        // Counted before anything is read.
        let (hash, now, commits) = (token.hash(), clock.now(), db.commits());
        if let Some(found) = commits.and_then(|commits| kept.find(hash, commits, now)) {
            return Ok(found);
        }
        let read = db.read(async |tx: &mut Tx| access::load(tx, hash, now).await).await;
        let principal = Arc::new(read?);
        if let Some(commits) = commits {
            kept.keep(hash, commits, now, &principal);
        }
        Ok(principal)
    }

    /// The same for a request from an address, which the organisation must allow (SPEC ORG-4).
    ///
    /// # Errors
    /// As [`Crewdesk::authenticate`]; [`Error::Forbidden`] with `address_not_allowed`.
    pub async fn admit(&self, token: &Token, address: &str) -> Result<Arc<Principal>> {
        let principal = self.authenticate(token).await?;
        principal.guard_network(address)?;
        Ok(principal)
    }

    /// The same actor with the rights it has now: for what lasts longer than a request.
    ///
    /// # Errors
    /// [`Error::Unauthenticated`] where the session has died.
    pub async fn reload(&self, actor: &Actor, session: SessionId) -> Result<Actor> {
        let now = self.0.clock.now();
        let principal =
            self.0.db.read(async |tx: &mut Tx| access::load_by_session(tx, session, now).await);
        let principal = principal.await?;
        principal.guard_network(&actor.origin.address)?;
        Ok(Actor::user(principal, actor.origin.clone()))
    }

    /// Runs a query as a signed-in user.
    ///
    /// # Errors
    /// What the query answers; [`Error::Unauthenticated`] for anyone else.
    pub async fn read<T>(
        &self,
        actor: &Actor,
        query: impl AsyncFnOnce(&mut Cx<'_>) -> Result<T>,
    ) -> Result<T> {
        let organisation = actor.organisation_id();
        let organisation =
            organisation.ok_or(Error::Unauthenticated(kernel::Code::Unauthenticated))?;
        self.read_in(organisation, actor, query).await
    }

    /// Runs a query in an organisation that the actor is not a user of: the installation's own work.
    ///
    /// # Errors
    /// What the query answers.
    pub async fn read_in<T>(
        &self,
        organisation: OrganisationId,
        actor: &Actor,
        query: impl AsyncFnOnce(&mut Cx<'_>) -> Result<T>,
    ) -> Result<T> {
        let now = self.0.clock.now();
        self.0
            .db
            .read(async |tx: &mut Tx| {
                let mut cx = self.cx(tx, now, Cow::Borrowed(actor), organisation, None);
                query(&mut cx).await
            })
            .await
    }

    /// The same with every statement seeing the same moment, for what takes long.
    ///
    /// # Errors
    /// What the query answers.
    pub async fn snapshot_in<T>(
        &self,
        organisation: OrganisationId,
        actor: &Actor,
        query: impl AsyncFnOnce(&mut Cx<'_>) -> Result<T>,
    ) -> Result<T> {
        let now = self.0.clock.now();
        self.0
            .db
            .snapshot(async |tx: &mut Tx| {
                let mut cx = self.cx(tx, now, Cow::Borrowed(actor), organisation, None);
                query(&mut cx).await
            })
            .await
    }

    /// Runs a verb as a signed-in user, in one transaction that holds the organisation's lock. The
    /// actor's rights are read again inside it, so that a right lost meanwhile is lost (ADR 0002).
    ///
    /// # Errors
    /// What the verb answers; nothing is changed then.
    pub async fn write<T>(
        &self,
        actor: &Actor,
        verb: impl AsyncFnOnce(&mut Cx<'_>) -> Result<T>,
    ) -> Result<T> {
        let organisation = actor.organisation_id();
        let organisation =
            organisation.ok_or(Error::Unauthenticated(kernel::Code::Unauthenticated))?;
        self.write_in(organisation, actor, verb).await
    }

    /// Runs a verb in an organisation that the actor is not a user of; [`Crewdesk::INSTALLATION`]
    /// stands for what belongs to none.
    ///
    /// # Errors
    /// What the verb answers; nothing is changed then.
    pub async fn write_in<T>(
        &self,
        organisation: OrganisationId,
        actor: &Actor,
        verb: impl AsyncFnOnce(&mut Cx<'_>) -> Result<T>,
    ) -> Result<T> {
        let mut actor = actor.clone();
        self.0
            .db
            .write(async |tx: &mut Tx| {
                let chain = audit::lock(tx, organisation).await?;
                // Taken under the lock, so that times and sequence numbers of a chain agree.
                let now = self.0.clock.now();
                if let Who::User(principal) = &mut actor.who {
                    let session = principal.session_id;
                    *principal = Arc::new(access::load_by_session(tx, session, now).await?);
                }
                let mut cx = self.cx(tx, now, Cow::Owned(actor), organisation, Some(chain));
                let answer = verb(&mut cx).await?;
                if let Some(chain) = cx.into_chain() {
                    audit::close(tx, chain).await?;
                }
                Ok(answer)
            })
            .await
            .map_err(faults::named)
    }

    /// Founds an organisation: opens its audit chain and runs `verb` in it, as the installation.
    ///
    /// # Errors
    /// What the verb answers; nothing is changed then.
    pub async fn found<T>(
        &self,
        origin: Origin,
        verb: impl AsyncFnOnce(&mut Cx<'_>) -> Result<T>,
    ) -> Result<T> {
        let organisation = OrganisationId::from_uuid(self.0.entropy.uuid(self.0.clock.now()));
        let actor = Actor::system("founding", origin);
        self.0
            .db
            .write(async |tx: &mut Tx| {
                audit::open_chain(tx, organisation).await?;
                let chain = audit::lock(tx, organisation).await?;
                let now = self.0.clock.now();
                let mut cx = self.cx(tx, now, Cow::Owned(actor), organisation, Some(chain));
                let answer = verb(&mut cx).await?;
                if let Some(chain) = cx.into_chain() {
                    audit::close(tx, chain).await?;
                }
                Ok(answer)
            })
            .await
            .map_err(faults::named)
    }

    fn cx<'t>(
        &'t self,
        tx: &'t mut Tx,
        now: Timestamp,
        actor: Cow<'t, Actor>,
        organisation: OrganisationId,
        chain: Option<Chain>,
    ) -> Cx<'t> {
        let Inner { entropy, policy, mail_key, sealer, .. } = &*self.0;
        Cx::new(tx, entropy, policy, mail_key, sealer, now, actor, organisation, chain)
    }

    /// Stands for the installation where an organisation is asked for: sign-up and failed sign-ins.
    pub const INSTALLATION: OrganisationId = OrganisationId::from_uuid(uuid::Uuid::nil());
}
