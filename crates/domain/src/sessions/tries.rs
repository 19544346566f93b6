//! Wrong tries, counted before the secret is looked at and committed whatever comes of it
//! (SECURITY.md S5). Names that nobody has are counted just like accounts, so that a lock tells nothing
//! (S9).

use db::{Tx, params};
use kernel::ids::UserId;
use kernel::{Result, Span, Timestamp};

use super::table::{GIVE_BACK, LOCK, LOCKED, LOCKED_AT, LockedUser, Subject, TRY, Tries, UNLOCK};
use crate::access::Action;
use crate::cx::Cx;
use crate::product::Policy;
use crate::users;

/// Tries that were begun and never decided, because the process ended, count as wrong after this long.
const UNDECIDED: Span = Span::minutes(1);

/// What a try may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Admission {
    /// Have its secret looked at.
    Admitted,
    /// Come again in a moment: as many as are allowed are being looked at.
    Busy,
    /// Nothing.
    Locked,
}

/// Counts a try.
pub(super) async fn count(
    tx: &mut Tx,
    subject: Subject,
    now: Timestamp,
    policy: &Policy,
) -> Result<Admission> {
    let forgotten = now.minus(policy.tries_forgotten);
    let tries = tx.one::<Tries>(TRY, &params![subject, now, forgotten, policy.wrong_tries]).await?;
    Ok(decide(&tries, now, policy.wrong_tries))
}

fn decide(tries: &Tries, now: Timestamp, limit: i64) -> Admission {
    if tries.locked_at.is_some() {
        Admission::Locked
    } else if tries.tries <= limit {
        Admission::Admitted
    } else if now.since(tries.last_at) > UNDECIDED {
        Admission::Locked
    } else {
        Admission::Busy
    }
}

/// Locks where the limit is reached; answers whether it was this try that did.
pub(super) async fn lock_if_reached(cx: &mut Cx<'_>, subject: Subject) -> Result<bool> {
    let values = params![subject, cx.now, cx.policy.wrong_tries];
    Ok(cx.tx.execute(LOCK, &values).await? > 0)
}

/// Takes a counted try back: its secret was right, and it is not the end of the sign-in.
pub(super) async fn give_back(cx: &mut Cx<'_>, subject: Subject) -> Result<()> {
    cx.tx.execute(GIVE_BACK, &params![subject]).await?;
    Ok(())
}

/// Forgets wrong tries and a lock: the person has proven who they are.
pub(crate) async fn unlock(cx: &mut Cx<'_>, subject: Subject) -> Result<bool> {
    Ok(cx.tx.execute(UNLOCK, &params![subject]).await? > 0)
}

/// Users of the organisation whose sign-in is locked, latest first, for the dashboard; at most `limit`.
///
/// # Errors
/// [`kernel::Error::Forbidden`] for those who see no dashboard of all people.
pub async fn locked(cx: &mut Cx<'_>, limit: i64) -> Result<Vec<LockedUser>> {
    cx.require_organisation(Action::DashboardView)?;
    let organisation = cx.organisation_id;
    Ok(cx.tx.all::<LockedUser>(LOCKED, &params![organisation, limit]).await?)
}

/// Since when a user's sign-in is locked; nothing where it isn't. A one-time code opens it (SPEC ACC-4).
///
/// # Errors
/// As for every verb on a person.
pub async fn locked_at(cx: &mut Cx<'_>, id: UserId) -> Result<Option<Timestamp>> {
    let user = users::find(cx, id, Action::UsersSignIns).await?.user;
    let found = cx.tx.optional::<(Timestamp,)>(LOCKED_AT, &params![user.account_id]).await?;
    Ok(found.map(|(at,)| at))
}

#[cfg(test)]
mod tests {
    use kernel::{Span, Timestamp};

    use super::{Admission, Tries, decide};

    #[test]
    fn a_try_is_admitted_up_to_the_limit() {
        let at = Timestamp::from_micros(0);
        let tries = |tries, locked_at| Tries { tries, locked_at, last_at: at };
        assert_eq!(decide(&tries(3, None), at, 3), Admission::Admitted);
        assert_eq!(decide(&tries(4, None), at, 3), Admission::Busy);
        assert_eq!(decide(&tries(4, None), at.plus(Span::minutes(2)), 3), Admission::Locked);
        assert_eq!(decide(&tries(1, Some(at)), at, 3), Admission::Locked);
    }
}
