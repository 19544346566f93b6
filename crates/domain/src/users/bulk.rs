//! The steps of a person's life for several at once (SPEC USR-8, USR-16): each is done or refused for itself, by
//! the verbs for one.

use std::collections::BTreeSet;

use kernel::ids::{GroupId, UserId};
use kernel::{Code, Error, Result};

use super::deactivate::{deactivate, reactivate};
use super::move_group::{move_group, target};
use super::preview_moves::count;
use super::preview_steps::preview_steps;
use super::remove::remove;
use super::suspend::{activate, suspend};
use super::vocabulary::Lifecycle;
use crate::access::Action;
use crate::actor::Actor;
use crate::cx::Cx;
use crate::product::Crewdesk;

/// Most users of one call.
pub(super) const MOST: usize = 1000;

/// Users of one transaction. Removing takes some thirty statements each, and on PostgreSQL a statement is a round trip,
/// while which the organisation is locked.
const AT_ONCE: usize = 25;

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
    /// Puts them into another group (SPEC USR-12).
    Move {
        /// Which.
        group: GroupId,
        /// Whether they are logged off a queue first.
        force: bool,
    },
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
            Self::Move { .. } => Action::UsersMoveGroup,
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
            Self::Move { .. } | Self::Remove { .. } => &[Invited, Active, Suspended, Deactivated],
        }
    }

    async fn take(&self, cx: &mut Cx<'_>, id: UserId) -> Result<()> {
        match self {
            Self::Suspend { reason } => suspend(cx, id, reason.clone()).await.map(|_| ()),
            Self::Activate => activate(cx, id).await.map(|_| ()),
            Self::Deactivate { reason } => deactivate(cx, id, reason.clone()).await.map(|_| ()),
            Self::Reactivate => reactivate(cx, id).await.map(|_| ()),
            Self::Move { group, force } => {
                move_group(cx, id, None, *group, *force).await.map(|_| ())
            }
            Self::Remove { force, .. } => remove(cx, id, None, *force).await,
        }
    }
}

/// What became of one of several.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Outcome {
    /// Who.
    pub user_id: UserId,
    /// Why it was not done; none where it was.
    pub refused: Option<Code>,
}

impl Outcome {
    /// Whether it was done.
    pub const fn is_done(&self) -> bool {
        self.refused.is_none()
    }
}

/// Takes a step for several users, each once, some in each transaction: who writes in the organisation meanwhile waits for
/// those only, and what is done stays done where a later part fails. Nobody who is refused stops the others.
///
/// # Errors
/// [`Error::Invalid`] for a reason that is too long, an unknown group, and more than 1,000 users; [`Error::Conflict`]
/// with `confirmation_mismatch`; [`Error::Forbidden`]; nothing is done then. What concerns one of them alone stands
/// in their [`Outcome`], and so does the loss of the actor's rights on the way.
pub async fn step_many(
    crewdesk: &Crewdesk,
    actor: &Actor,
    ids: &[UserId],
    step: &BulkStep,
) -> Result<Vec<Outcome>> {
    guard_number(ids)?;
    let ids = &each_once(ids);
    let (first, rest) = ids.split_at(ids.len().min(AT_ONCE));
    let begun = crewdesk.write(actor, async |cx| {
        guard(cx, ids, step).await?;
        take_part(cx, first, step).await
    });
    let mut outcomes = begun.await?;
    for part in rest.chunks(AT_ONCE) {
        match crewdesk.write(actor, async |cx| take_part(cx, part, step).await).await {
            Ok(more) => outcomes.extend(more),
            Err(error) if is_refusal(&error) => outcomes.extend(refused(part, error.code())),
            Err(error) => return Err(error),
        }
    }
    Ok(outcomes)
}

/// What concerns all of them.
async fn guard(cx: &mut Cx<'_>, ids: &[UserId], step: &BulkStep) -> Result<()> {
    cx.require(step.action())?;
    if let BulkStep::Move { group, .. } = step {
        target(cx, *group).await?;
    }
    if let BulkStep::Remove { confirmation: Some(typed), .. } = step
        && count(preview_steps(cx, ids, step).await?.going.len()) != *typed
    {
        return Err(Error::conflict(Code::ConfirmationMismatch));
    }
    Ok(())
}

/// Each is done in an attempt of its own, because a verb may change something before it is refused.
async fn take_part(cx: &mut Cx<'_>, ids: &[UserId], step: &BulkStep) -> Result<Vec<Outcome>> {
    let mut outcomes = Vec::with_capacity(ids.len());
    for id in ids {
        let attempt = cx.begin_attempt().await?;
        let result = Box::pin(step.take(cx, *id)).await;
        let refused = match cx.end_attempt(attempt, result).await {
            Ok(()) => None,
            Err(error) if is_refusal(&error) => Some(error.code()),
            Err(error) => return Err(error),
        };
        outcomes.push(Outcome { user_id: *id, refused });
    }
    Ok(outcomes)
}

fn refused(ids: &[UserId], code: Code) -> impl Iterator<Item = Outcome> {
    ids.iter().map(move |id| Outcome { user_id: *id, refused: Some(code) })
}

/// The same without those who were named before.
pub(super) fn each_once(ids: &[UserId]) -> Vec<UserId> {
    let mut seen = BTreeSet::new();
    ids.iter().copied().filter(|id| seen.insert(*id)).collect()
}

/// Refuses more than one call takes.
pub(super) fn guard_number(ids: &[UserId]) -> Result<()> {
    if ids.len() > MOST { Err(Error::field("user_ids", Code::TooMany)) } else { Ok(()) }
}

/// Whether somebody may not, or something can't be done now, rather than that something is wrong with the server or
/// with what was sent.
const fn is_refusal(error: &Error) -> bool {
    matches!(error, Error::NotFound | Error::Conflict { .. } | Error::Unauthenticated(_))
        || error.is_forbidden()
}
