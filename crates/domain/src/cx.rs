//! The first argument of every verb: transaction, actor, organisation, time, recorder.

use std::borrow::Cow;

use db::Tx;
use kernel::ids::{OrganisationId, ResourceFilterId};
use kernel::{Code, Entropy, Error, Result, Timestamp};
use uuid::Uuid;

use crate::access::{self, Action, Principal, Reach, Relation};
use crate::actor::{Actor, Who};
use crate::audit::{self, Chain, Event};
use crate::jobs::MailKey;
use crate::product::Policy;
use crate::sealing::Sealer;
use crate::users::User;

/// What a verb works with. It lives as long as one transaction.
#[derive(Debug)]
pub struct Cx<'t> {
    /// The transaction. Only a room's own files hold SQL for it.
    pub tx: &'t mut Tx,
    /// The instant at which all of this happens.
    pub now: Timestamp,
    /// The organisation in which it happens; the nil id for the installation's own affairs.
    pub organisation_id: OrganisationId,
    /// Randomness for ids and tokens.
    pub entropy: &'t Entropy,
    /// The installation's limits.
    pub policy: &'t Policy,
    /// Derives the links and codes of mails.
    pub(crate) mail_key: &'t MailKey,
    /// Seals and opens what is kept at rest.
    sealer: &'t Sealer,
    actor: Cow<'t, Actor>,
    chain: Option<Chain>,
}

/// A part of a verb that may be refused by itself.
#[derive(Debug)]
pub(crate) struct Attempt {
    tx: db::Attempt,
    chain: Option<audit::Mark>,
}

impl<'t> Cx<'t> {
    #[expect(clippy::too_many_arguments, reason = "called in one place, which names each")]
    pub(crate) const fn new(
        tx: &'t mut Tx,
        entropy: &'t Entropy,
        policy: &'t Policy,
        mail_key: &'t MailKey,
        sealer: &'t Sealer,
        now: Timestamp,
        actor: Cow<'t, Actor>,
        organisation_id: OrganisationId,
        chain: Option<Chain>,
    ) -> Self {
        Self { tx, now, organisation_id, entropy, policy, mail_key, sealer, actor, chain }
    }

    /// Seals a secret that is to be kept for its owner (ADR 0012).
    ///
    /// # Errors
    /// As [`Sealer::seal`].
    pub fn seal(&self, purpose: &str, owner: Uuid, secret: &[u8]) -> Result<Vec<u8>> {
        self.sealer.seal(purpose, owner, secret, self.entropy)
    }

    /// Opens a sealed secret.
    ///
    /// # Errors
    /// As [`Sealer::open`].
    pub fn unseal(&self, purpose: &str, owner: Uuid, sealed: &[u8]) -> Result<Vec<u8>> {
        self.sealer.open(purpose, owner, sealed)
    }

    /// Who acts, and from where.
    pub fn actor(&self) -> &Actor {
        &self.actor
    }

    /// From here on the actor is this user, who has just proven to be the person: by a password, a
    /// code or a link. It gives no right; it says in the audit log who it was.
    pub(crate) fn proven(&mut self, user: &User) {
        self.actor.to_mut().who = Who::Proven { user_id: user.id, name: user.display_name.clone() };
    }

    /// Lets somebody else act for a part of a verb: the installation, where it does for a person what they
    /// have no right to. Answers who acted before, to be put back.
    pub(crate) fn act_as(&mut self, who: Who) -> Who {
        std::mem::replace(&mut self.actor.to_mut().who, who)
    }

    /// What narrows everything the actor sees; none for most.
    pub fn resource_filter(&self) -> Option<ResourceFilterId> {
        self.actor.principal().and_then(|me| me.resource_filter)
    }

    /// Refuses those who see a part of the organisation only what concerns all of it.
    ///
    /// # Errors
    /// [`Error::Forbidden`] with `sees_part_only`.
    pub fn require_whole_sight(&self) -> Result<()> {
        match self.resource_filter() {
            None => Ok(()),
            Some(_) => Err(Error::Forbidden(Code::SeesPartOnly)),
        }
    }

    /// The signed-in user.
    ///
    /// # Errors
    /// [`Error::Unauthenticated`] for anyone else.
    pub fn principal(&self) -> Result<&Principal> {
        self.actor.principal().ok_or(Error::Unauthenticated(Code::Unauthenticated))
    }

    /// Step 1 of a verb that concerns no particular person: may the actor do this, and how far?
    ///
    /// # Errors
    /// [`Error::Forbidden`], or [`Error::Unauthenticated`] for a stranger.
    pub fn require(&self, action: Action) -> Result<Reach> {
        match &self.actor.who {
            Who::User(principal) => access::require(principal, action),
            Who::System(_) => Ok(Reach::ORGANISATION),
            Who::Proven { .. } | Who::Anonymous => {
                Err(Error::Unauthenticated(Code::Unauthenticated))
            }
        }
    }

    /// The same where only a reach over the whole organisation will do.
    ///
    /// # Errors
    /// As [`Cx::require`].
    pub fn require_organisation(&self, action: Action) -> Result<()> {
        let reach = self.require(action)?;
        if reach.holds(Reach::ORGANISATION) {
            return Ok(());
        }
        Err(access::denied(Code::Forbidden, action, reach))
    }

    /// Step 1 of a verb that concerns a person.
    ///
    /// # Errors
    /// [`Error::NotFound`] for people out of sight, [`Error::Forbidden`] otherwise.
    pub fn authorize(&self, action: Action, person: Relation) -> Result<()> {
        match &self.actor.who {
            Who::User(principal) => access::decide(principal, action, person),
            Who::System(_) => Ok(()),
            Who::Proven { .. } | Who::Anonymous => {
                Err(Error::Unauthenticated(Code::Unauthenticated))
            }
        }
    }

    /// Step 5: one row in the audit log, one live event, in this transaction (SPEC API-5).
    ///
    /// # Errors
    /// [`Error::Internal`] inside a read.
    pub async fn record(&mut self, event: Event) -> Result<()> {
        let mut chain = self.chain.take().ok_or_else(|| Error::internal("a read can't record"))?;
        let answer = audit::append(self, &mut chain, event).await;
        self.chain = Some(chain);
        answer
    }

    /// Begins a part that may be refused without spoiling the rest; its result goes to [`Cx::end_attempt`].
    ///
    /// # Errors
    /// Faults of the database.
    pub(crate) async fn begin_attempt(&mut self) -> Result<Attempt> {
        let chain = self.chain.as_ref().map(Chain::mark);
        Ok(Attempt { tx: self.tx.begin_attempt().await?, chain })
    }

    /// Ends that part: on `Err` what it did is undone, its rows in the audit log included.
    ///
    /// # Errors
    /// Those of the part.
    pub(crate) async fn end_attempt<T>(
        &mut self,
        attempt: Attempt,
        result: Result<T>,
    ) -> Result<T> {
        let result = self.tx.end_attempt(attempt.tx, result).await;
        if let (Err(_), Some(chain), Some(mark)) = (&result, &mut self.chain, attempt.chain) {
            chain.back_to(mark);
        }
        result
    }

    /// Today in the organisation's time zone, as `2026-11-24`; in UTC for the installation's own work.
    pub fn today(&self) -> String {
        let zone = self.actor.principal().map_or("UTC", |me| me.organisation.time_zone.as_str());
        let now = self.now.to_jiff();
        now.in_tz(zone)
            .map_or_else(|_| now.strftime("%F").to_string(), |here| here.date().to_string())
    }

    /// A new id that sorts by the time of this transaction.
    pub fn id<I: From<uuid::Uuid>>(&self) -> I {
        self.entropy.uuid(self.now).into()
    }

    pub(crate) fn into_chain(self) -> Option<Chain> {
        self.chain
    }
}
