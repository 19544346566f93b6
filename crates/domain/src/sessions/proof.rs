use db::Tx;
use kernel::ids::{AccountId, OrganisationId};
use kernel::{Code, Error, Result};
use uuid::Uuid;

use super::next_step::Known;
use super::open::Method;
use crate::accounts::tickets::SoFar;
use crate::accounts::{self, Account, Membership};
use crate::cx::Cx;
use crate::factors::Second;

/// What a name that somebody signs in with led to.
pub(super) struct Target {
    pub account: Option<Account>,
    pub memberships: Vec<Membership>,
    pub organisation: Option<OrganisationId>,
    pub subject: Uuid,
}

impl Target {
    /// What a ticket stands for.
    pub(super) async fn of_ticket(tx: &mut Tx, id: AccountId, so_far: SoFar) -> Result<Self> {
        Ok(Self {
            account: Some(accounts::seen(tx, id).await?),
            memberships: accounts::memberships(tx, id).await?,
            organisation: so_far.organisation,
            subject: id.as_uuid(),
        })
    }

    /// The organisations to which a sign-in may lead: the one asked for, else all.
    pub(super) fn may_lead_to(&self) -> impl Iterator<Item = &Membership> {
        let wanted = self.organisation;
        let there = move |one: &&Membership| wanted.is_none_or(|id| id == one.organisation_id);
        self.memberships.iter().filter(there)
    }

    /// Whose affair a failure is: the organisation asked for, or the only one.
    pub(super) fn home(&self) -> Option<&Membership> {
        let wanted = self.organisation;
        match self.memberships.as_slice() {
            [only] if wanted.is_none_or(|id| id == only.organisation_id) => Some(only),
            several => several.iter().find(|m| Some(m.organisation_id) == wanted),
        }
    }
}

/// Who has proven to be whom, and by what beside the first factor.
pub(super) struct Proof {
    pub target: Target,
    pub account: Account,
    pub second: Option<Second>,
    /// Whether the device is to be trusted from now on.
    pub trust: bool,
    pub method: Method,
}

impl Proof {
    /// What the decision on the next step needs to know.
    pub(super) fn known(&self) -> Known {
        Known {
            is_the_persons: self.account.is_the_persons(),
            memberships: self.target.memberships.clone(),
            wanted: self.target.organisation,
        }
    }

    /// The account, if everything is still as it was when the proof was looked at: a password changed meanwhile
    /// opens nothing any more (SECURITY.md S3).
    pub(super) async fn still_right(&self, cx: &mut Cx<'_>) -> Result<Account> {
        let account = accounts::lock(cx.tx, self.account.id).await?;
        if account.password_hash == self.account.password_hash {
            return Ok(account);
        }
        Err(Error::Unauthenticated(Code::CredentialsWrong))
    }
}
