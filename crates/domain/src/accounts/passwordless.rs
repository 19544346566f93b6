//! Doing without a password (SPEC ACC-4, ACC-9; ADR 0018): a passkey is both factors, so nothing is lost by it. How
//! one has a password again stands in `credential::change_own` and `codes`.

use db::params;
use kernel::ids::{AccountId, SessionId};
use kernel::{Code, Error, Result};

use super::reach::Way;
use super::table::{Account, DROP_PASSWORD};
use super::{demands, one_time, reach};
use crate::access::Action;
use crate::audit::{Event, Subject};
use crate::cx::Cx;
use crate::factors::{self, Kind};
use crate::jobs::MailTemplate;
use crate::sessions;
use crate::settings::{self, Key};
use crate::users;

/// How one stands as far as a password goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PasswordStanding {
    /// Whether one has a password.
    pub has_password: bool,
    /// What stands against doing without one; nothing where nothing does.
    pub against: Option<Code>,
}

/// Whether the actor's account has a password. Whoever came in by a provider is not told: what belongs to the
/// account is not for an organisation's provider to see.
///
/// # Errors
/// [`Error::Unauthenticated`] for a stranger.
pub async fn has_password(cx: &mut Cx<'_>) -> Result<Option<bool>> {
    let me = users::myself(cx).await?;
    if cx.principal()?.by_provider {
        return Ok(None);
    }
    Ok(Some(super::of_user(cx, &me).await?.password_hash.is_some()))
}

/// How one stands as far as a password goes, for the pages on which that is changed.
///
/// # Errors
/// [`Error::Unauthenticated`] for a stranger.
pub async fn password_standing(cx: &mut Cx<'_>) -> Result<PasswordStanding> {
    cx.require(Action::SelfService)?;
    if cx.principal()?.by_provider {
        // Nor is whether there is one.
        return Ok(PasswordStanding {
            has_password: true,
            against: Some(Code::SignedInByProvider),
        });
    }
    let me = users::myself(cx).await?;
    let account = super::of_user(cx, &me).await?;
    let against = decide(&known(cx, &account).await?).err();
    Ok(PasswordStanding { has_password: account.password_hash.is_some(), against })
}

/// What the decision needs to know.
struct Known {
    has_password: bool,
    has_passkey: bool,
    address_is_proven: bool,
    has_channel: bool,
    codes_left: i64,
}

async fn known(cx: &mut Cx<'_>, account: &Account) -> Result<Known> {
    Ok(Known {
        has_password: account.password_hash.is_some(),
        has_passkey: factors::kinds(cx.tx, account.id).await?.contains(&Kind::Passkey),
        address_is_proven: account.email.is_some() && account.verified_at.is_some(),
        has_channel: Way::of(account).is_some(),
        codes_left: factors::left(cx.tx, account.id).await?,
    })
}

/// Whether somebody may do without: whoever loses the passkey comes back by a code that is sent, which needs a way
/// for it to go, and either certainty that it is theirs or something else that they keep.
const fn decide(known: &Known) -> Result<(), Code> {
    if !known.has_password {
        return Err(Code::NoPassword);
    }
    if !known.has_passkey {
        return Err(Code::PasskeyMissing);
    }
    if known.address_is_proven || (known.has_channel && known.codes_left > 0) {
        return Ok(());
    }
    Err(Code::WayBackMissing)
}

/// Does without a password from now on: the passkey signs in. All other sessions of the account end, and its person
/// is told.
///
/// # Errors
/// [`Error::Conflict`] with `no_password`, `passkey_missing` or `way_back_missing`; [`Error::Forbidden`] with
/// `fresh_sign_in_required`.
pub async fn go_without(cx: &mut Cx<'_>) -> Result<()> {
    cx.require(Action::SelfService)?;
    sessions::require_fresh(cx)?;
    let session = cx.principal()?.session_id;
    let me = users::myself(cx).await?;
    let account = super::lock(cx.tx, me.account_id).await?;
    decide(&known(cx, &account).await?).map_err(Error::conflict)?;
    let kept = settings::of_user(cx, &me).await?.number(Key::PasswordReuse);
    demands::keep_former(cx, account.id, kept).await?;
    drop_password(cx, account.id, Some(session)).await?;
    reach::tell(cx, &account, MailTemplate::PasswordDropped, &[]).await?;
    reach::tell_inside(cx, &me, MailTemplate::PasswordDropped, &[]).await?;
    let subject = Subject::new("user", me.id.as_uuid(), &me.display_name);
    cx.record(Event::new("user.password_dropped", subject)).await
}

/// Lets a newcomer begin without one; the caller has given them a passkey.
pub(crate) async fn begin_without(cx: &mut Cx<'_>, account: AccountId) -> Result<()> {
    drop_password(cx, account, None).await
}

async fn drop_password(
    cx: &mut Cx<'_>,
    account: AccountId,
    except: Option<SessionId>,
) -> Result<()> {
    cx.tx.execute(DROP_PASSWORD, &params![account, cx.now]).await?;
    factors::distrust_all(cx.tx, account).await?;
    one_time::void_all(cx, account).await?;
    sessions::end_of_account(cx, account, except).await.map(drop)
}

#[cfg(test)]
mod tests {
    use kernel::Code;

    use super::{Known, decide};

    const ALL: Known = Known {
        has_password: true,
        has_passkey: true,
        address_is_proven: true,
        has_channel: true,
        codes_left: 10,
    };

    #[test]
    fn acc_9_a_password_goes_only_where_a_passkey_stays_and_a_way_back() {
        assert_eq!(decide(&ALL), Ok(()));
        assert_eq!(decide(&Known { has_password: false, ..ALL }), Err(Code::NoPassword));
        assert_eq!(decide(&Known { has_passkey: false, ..ALL }), Err(Code::PasskeyMissing));
        assert_eq!(decide(&Known { codes_left: 0, ..ALL }), Ok(()), "a proven address will do");
        let number = Known { address_is_proven: false, ..ALL };
        assert_eq!(decide(&number), Ok(()), "a number or address with recovery codes");
        let lost = Err(Code::WayBackMissing);
        assert_eq!(decide(&Known { codes_left: 0, ..number }), lost);
        assert_eq!(decide(&Known { has_channel: false, ..number }), lost);
    }
}
