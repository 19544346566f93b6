//! The steps of a person's life for several at once (SPEC USR-8, USR-16): each is done or refused for itself, by
//! the verbs for one.

use kernel::ids::UserId;
use kernel::{Code, Error, Result};

use super::deactivate::{deactivate, reactivate};
use super::preview_steps::preview_steps;
use super::remove::remove;
use super::suspend::{activate, suspend};
use super::vocabulary::Lifecycle;
use crate::access::Action;
use crate::cx::Cx;

/// Most users of one call.
pub(super) const MOST: usize = 1000;

/// What is done to each of several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BulkStep {
    /// Keeps them out (SPEC USR-7).
    Suspend {
        /// For the history, and told to them.
        reason: Option<String>,
    },
    /// Lets the suspended in again.
    Activate,
    /// Marks them as having left (SPEC USR-9).
    Deactivate {
        /// For the history.
        reason: Option<String>,
    },
    /// Brings back who had left.
    Reactivate,
    /// Removes them for good (SPEC USR-8).
    Remove {
        /// Whether they are logged off a queue first.
        force: bool,
        /// How many will go, typed to confirm; programs may leave it out.
        confirmation: Option<i64>,
    },
}

impl BulkStep {
    /// The right that it takes.
    pub const fn action(&self) -> Action {
        match self {
            Self::Suspend { .. } | Self::Activate => Action::UsersSuspend,
            Self::Deactivate { .. } | Self::Reactivate => Action::UsersDeactivate,
            Self::Remove { .. } => Action::UsersRemove,
        }
    }

    /// The states out of which it leads.
    pub(super) const fn from(&self) -> &'static [Lifecycle] {
        use Lifecycle::{Active, Deactivated, Invited, Suspended};
        match self {
            Self::Suspend { .. } => &[Active],
            Self::Activate => &[Suspended],
            Self::Deactivate { .. } => &[Invited, Active, Suspended],
            Self::Reactivate => &[Deactivated],
            Self::Remove { .. } => &[Invited, Active, Suspended, Deactivated],
        }
    }

    async fn take(&self, cx: &mut Cx<'_>, id: UserId) -> Result<()> {
        match self {
            Self::Suspend { reason } => suspend(cx, id, reason.clone()).await.map(|_| ()),
            Self::Activate => activate(cx, id).await.map(|_| ()),
            Self::Deactivate { reason } => deactivate(cx, id, reason.clone()).await.map(|_| ()),
            Self::Reactivate => reactivate(cx, id).await.map(|_| ()),
            Self::Remove { force, .. } => remove(cx, id, None, *force).await,
        }
    }
}

/// What became of one of several.
#[derive(Debug)]
pub struct Outcome {
    /// Who.
    pub user_id: UserId,
    /// Done, or why not.
    pub result: Result<()>,
}

impl Outcome {
    /// What became of one. Who is refused stays as they were and stops nobody; other faults stop all.
    pub(super) fn of(user_id: UserId, result: Result<()>) -> Result<Self> {
        match result {
            Err(error) if !is_refusal(&error) => Err(error),
            result => Ok(Self { user_id, result }),
        }
    }
}

/// Takes a step for several users at once. Each is done in an attempt of its own, because a verb may change
/// something before it is refused.
///
/// # Errors
/// [`Error::Invalid`] for a reason that is too long and for more than 1,000 users; [`Error::Conflict`] with
/// `confirmation_mismatch`; [`Error::Forbidden`]. What concerns one of them alone stands in their [`Outcome`].
pub async fn step_many(cx: &mut Cx<'_>, ids: &[UserId], step: &BulkStep) -> Result<Vec<Outcome>> {
    cx.require(step.action())?;
    if let BulkStep::Remove { confirmation: Some(typed), .. } = step
        && preview_steps(cx, ids, step).await?.going != *typed
    {
        return Err(Error::conflict(Code::ConfirmationMismatch));
    }
    guard_number(ids)?;
    let mut outcomes = Vec::with_capacity(ids.len());
    for id in ids {
        let attempt = cx.begin_attempt().await?;
        let result = step.take(cx, *id).await;
        outcomes.push(Outcome::of(*id, cx.end_attempt(attempt, result).await)?);
    }
    Ok(outcomes)
}

/// Refuses more than one call takes.
pub(super) fn guard_number(ids: &[UserId]) -> Result<()> {
    if ids.len() > MOST { Err(Error::field("user_ids", Code::TooMany)) } else { Ok(()) }
}

/// Whether it concerns one person only.
const fn is_refusal(error: &Error) -> bool {
    matches!(error, Error::NotFound | Error::Conflict { .. }) || error.is_forbidden()
}
