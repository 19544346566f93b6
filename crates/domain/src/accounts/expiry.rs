//! Passwords that have grown too old. Of one's own (SPEC ACC-4): the next sign-in leads to choosing another one,
//! and nobody is locked out. Of somebody else's choosing (ASVS 6.4.1): it no longer counts, and a one-time code is
//! the way in.

use db::params;
use kernel::{Result, Span, Timestamp};

use super::table::{Account, EXPIRE_PASSWORD};
use crate::cx::Cx;

/// How long a first password waits for the person it was made for.
const FIRST: Span = Span::days(7);

/// The hash that a typed password is compared with; none where a first password was not used in time.
pub(crate) fn in_force(account: &Account, now: Timestamp) -> Option<&str> {
    let first = account.must_change_password && !account.own_credential;
    let lapsed = first && account.password_set_at.is_some_and(|at| now.since(at) >= FIRST);
    account.password_hash.as_deref().filter(|_| !lapsed)
}

/// Marks a password as one to be replaced where it is older than `days`; 0 stands for no end.
pub(crate) async fn expire_old(cx: &mut Cx<'_>, account: &Account, days: i64) -> Result<Account> {
    let mut account = account.clone();
    if !account.must_change_password && is_old(account.password_set_at, days, cx.now) {
        cx.tx.execute(EXPIRE_PASSWORD, &params![account.id, cx.now]).await?;
        account.must_change_password = true;
    }
    Ok(account)
}

fn is_old(set_at: Option<Timestamp>, days: i64, now: Timestamp) -> bool {
    days > 0 && set_at.is_some_and(|set_at| now.since(set_at) >= Span::days(days))
}

#[cfg(test)]
mod tests {
    use kernel::{Span, Timestamp};

    use super::is_old;

    #[test]
    fn acc_4_a_password_grows_old_on_the_day_and_never_where_there_is_no_end() {
        let set_at = Timestamp::from_micros(1_790_000_000_000_000);
        let after = |days| set_at.plus(Span::days(days));
        assert!(!is_old(Some(set_at), 90, after(89)));
        assert!(is_old(Some(set_at), 90, after(90)));
        assert!(!is_old(Some(set_at), 0, after(9000)));
        assert!(!is_old(None, 90, after(9000)));
    }
}
