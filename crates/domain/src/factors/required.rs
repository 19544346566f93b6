//! Who must have a second factor, and until when they may put it off (SPEC ACC-5).

use db::params;
use kernel::ids::UserId;
use kernel::{Code, Error, Result, Span, Timestamp};

use super::table::{ASKED_SINCE, COUNT, FORGET_GRACE, NOTE_ASKED};
use super::{Allowed, Second, accept};
use crate::accounts;
use crate::cx::Cx;
use crate::roles;
use crate::settings::{Key, Values};
use crate::users::User;

/// What is asked of somebody who comes in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Demand {
    /// Nothing more.
    Nothing,
    /// To add a second factor until then.
    Until(Timestamp),
    /// To add a second factor before anything else.
    Now,
}

impl Demand {
    /// Whether nothing can be done before.
    pub fn is_now(self) -> bool {
        self == Self::Now
    }
    /// Until when it may be put off, if it is asked for and may.
    pub const fn until(self) -> Option<Timestamp> {
        match self {
            Self::Until(at) => Some(at),
            Self::Nothing | Self::Now => None,
        }
    }
}

/// What is asked of a user who comes in and has shown this. The days of grace run from when they are first asked.
/// Codes by mail or text message count while settings let them.
///
/// # Errors
/// [`Error::Forbidden`] with `codes_not_taken` for whoever has shown a code that does not count, and has something
/// better; with `fresh_sign_in_required` for whoever comes by a trusted device from where that counts.
pub(crate) async fn demand(
    cx: &mut Cx<'_>,
    user: &User,
    values: &Values,
    second: Option<Second>,
) -> Result<Demand> {
    let counts = counts(cx, user, values, second).await?;
    if counts || !asks(cx, user, values).await? {
        return Ok(Demand::Nothing);
    }
    let since = match asked_since(cx, user).await? {
        Some(since) => since,
        None => {
            cx.tx.execute(NOTE_ASKED, &params![user.id, cx.organisation_id, cx.now]).await?;
            cx.now
        }
    };
    Ok(decide(since, grace(values), cx.now))
}

/// Whether what was shown counts here.
async fn counts(
    cx: &mut Cx<'_>,
    user: &User,
    values: &Values,
    second: Option<Second>,
) -> Result<bool> {
    let allowed = Allowed::of(values);
    let trusted = second == Some(Second::TrustedDevice);
    let kind = second.and_then(Second::sent);
    if !trusted && kind.is_none_or(|kind| allowed.takes(kind)) {
        return Ok(second.is_some());
    }
    let kinds = accept::kinds(cx.tx, user.account_id).await?;
    if trusted && values.number(Key::TrustedDeviceDays) == 0 {
        return Err(Error::Forbidden(Code::FreshSignInRequired));
    }
    if trusted {
        return Ok(kinds.into_iter().any(|kind| allowed.takes(kind)));
    }
    match kinds.iter().any(|kind| !kind.is_weak()) {
        true => Err(Error::Forbidden(Code::CodesNotTaken)),
        false => Ok(false),
    }
}

fn decide(since: Timestamp, grace: Span, now: Timestamp) -> Demand {
    let until = since.plus(grace);
    if now < until { Demand::Until(until) } else { Demand::Now }
}

fn grace(values: &Values) -> Span {
    Span::days(values.number(Key::TwoFactorGraceDays))
}

/// Whether this organisation asks a user for a second factor: by a setting of the organisation, the group or the
/// user, or by the role.
async fn asks(cx: &mut Cx<'_>, user: &User, values: &Values) -> Result<bool> {
    if values.is_on(Key::TwoFactorRequired) {
        return Ok(true);
    }
    Ok(roles::find(cx, user.role_id).await?.is_some_and(|role| role.second_factor))
}

/// The same with what the settings say now, and until when it may be put off once they were asked.
pub(super) async fn is_required(
    cx: &mut Cx<'_>,
    user: &User,
    values: &Values,
) -> Result<(bool, Option<Timestamp>)> {
    if !asks(cx, user, values).await? {
        return Ok((false, None));
    }
    let since = asked_since(cx, user).await?;
    Ok((true, since.map(|since| since.plus(grace(values)))))
}

async fn asked_since(cx: &mut Cx<'_>, user: &User) -> Result<Option<Timestamp>> {
    let values = params![cx.organisation_id, user.id];
    Ok(cx.tx.optional::<(Timestamp,)>(ASKED_SINCE, &values).await?.map(|(since,)| since))
}

/// Whether anything could reach a user who has lost a second factor: an address, a number, or a factor that is
/// there already.
pub(crate) async fn has_channel(cx: &mut Cx<'_>, user: &User) -> Result<bool> {
    let account = accounts::of_user(cx, user).await?;
    if accounts::reach::Way::of(&account).is_some() || user.email.is_some() || user.mobile.is_some()
    {
        return Ok(true);
    }
    Ok(cx.tx.one::<(i64,)>(COUNT, &params![account.id]).await?.0 > 0)
}

/// Forgets when a removed user was asked.
pub(crate) async fn forget_grace(cx: &mut Cx<'_>, user: UserId) -> Result<()> {
    let organisation = cx.organisation_id;
    cx.tx.execute(FORGET_GRACE, &params![organisation, user]).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use kernel::{Span, Timestamp};

    use super::{Demand, decide};

    #[test]
    fn acc_5_it_may_be_put_off_for_the_days_of_grace() {
        let since = Timestamp::from_micros(1_790_000_000_000_000);
        let until = since.plus(Span::days(7));
        let at = |span| decide(since, Span::days(7), since.plus(span));
        assert_eq!(at(Span::days(0)), Demand::Until(until));
        assert_eq!(at(Span::hours(7 * 24 - 1)), Demand::Until(until));
        assert_eq!(at(Span::days(7)), Demand::Now);
        assert_eq!(decide(since, Span::days(0), since), Demand::Now, "none at all");
    }
}
