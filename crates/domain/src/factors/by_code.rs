//! Codes by mail and text message as a second factor, the weaker one (SPEC ACC-5; SECURITY.md decision 4, S6): added by
//! a code that came there, and sent to the account's own address or number, which nobody but its person changes.

use db::params;
use kernel::ids::{AccountId, FactorId};
use kernel::{Code, Error, Result, Token};

use super::enrol::added;
use super::recovery::RecoveryCodes;
use super::table::{COUNT, INSERT_CODES, KINDS, RENAME_CODES};
use super::{Allowed, Kind};
use crate::access::Action;
use crate::accounts::reach::Way;
use crate::accounts::{self, Account, Purpose, credential, sent};
use crate::actor::Actor;
use crate::cx::Cx;
use crate::product::Crewdesk;
use crate::settings;
use crate::{sessions, users};

/// Where the codes of a factor go; nowhere for what has none, and for whom nothing is known.
pub(crate) fn way(account: &Account, kind: Kind) -> Option<Way> {
    match kind {
        Kind::MailCode => account.email.clone().map(Way::Mail),
        Kind::SmsCode => account.mobile.clone().map(Way::Sms),
        Kind::Totp | Kind::Passkey => None,
    }
}

/// Begins to add codes by mail or text message: sends the first one. The token comes back with it.
///
/// # Errors
/// [`Error::Conflict`] with `codes_not_allowed` where settings let none count, with `channel_missing` where there is
/// no address or number, and with `factor_exists`; [`Error::TooMany`] after too many codes in a day;
/// [`Error::Forbidden`] with `fresh_sign_in_required`.
pub async fn begin_codes(cx: &mut Cx<'_>, kind: Kind) -> Result<Token> {
    cx.require(Action::FactorsOwn)?;
    sessions::require_fresh(cx)?;
    let me = users::myself(cx).await?;
    let account = accounts::lock(cx.tx, me.account_id).await?;
    if !kind.is_weak() || !Allowed::of(&settings::of_user(cx, &me).await?).takes(kind) {
        return Err(Error::conflict(Code::CodesNotAllowed));
    }
    guard_new(cx, account.id, kind).await?;
    let way = way(&account, kind).ok_or(Error::conflict(Code::ChannelMissing))?;
    let token = Token::generate("cdr", cx.entropy);
    sent::send(cx, &account, &way, Purpose::Factor, token.hash(), kind.as_str()).await?;
    Ok(token)
}

async fn guard_new(cx: &mut Cx<'_>, account: AccountId, kind: Kind) -> Result<()> {
    let kinds = cx.tx.all::<(Kind,)>(KINDS, &params![account]).await?;
    match kinds.contains(&(kind,)) {
        true => Err(Error::conflict(Code::FactorExists)),
        false => Ok(()),
    }
}

/// Makes codes by mail or text message count, by the first one. With the first factor come recovery codes.
///
/// # Errors
/// [`Error::Invalid`] naming `code`: wrong, used, expired, another's and void alike; [`Error::Forbidden`] with
/// `fresh_sign_in_required`.
pub async fn confirm_codes(
    crewdesk: &Crewdesk,
    actor: &Actor,
    request: &Token,
    typed: &str,
) -> Result<Option<RecoveryCodes>> {
    let me = actor.principal().ok_or(Error::Unauthenticated(Code::Unauthenticated))?;
    let mine = me.account_id;
    let wrong = || Error::field("code", Code::CodeWrong);
    let proven = sent::prove(crewdesk, Purpose::Factor, request, typed).await?;
    let kind = Kind::parse(&proven.detail).ok_or_else(wrong)?;
    if proven.account_id != mine {
        return Err(wrong());
    }
    let verb = crewdesk.write(actor, async |cx| {
        cx.require(Action::FactorsOwn)?;
        sessions::require_fresh(cx)?;
        sent::spend(cx, proven.id).await?;
        let me = users::myself(cx).await?;
        let account = accounts::lock(cx.tx, mine).await?;
        guard_new(cx, mine, kind).await?;
        let (before,) = cx.tx.one::<(i64,)>(COUNT, &params![mine]).await?;
        let (id, name): (FactorId, _) = (cx.id(), veiled(way(&account, kind).as_ref()));
        let values = params![id, mine, kind, name.clone(), Vec::<u8>::new(), cx.now];
        cx.tx.execute(INSERT_CODES, &values).await?;
        if kind == Kind::MailCode {
            // Who signs in reads the address as well.
            credential::verified(cx, mine).await?;
        }
        added(cx, (&me, &account), (id, kind, &name), kind.second(), before).await
    });
    verb.await
}

/// Names the factor by the address or number that counts from now on.
pub(crate) async fn follow_contact(cx: &mut Cx<'_>, account: AccountId, way: &Way) -> Result<()> {
    let kind = match way {
        Way::Mail(_) => Kind::MailCode,
        Way::Sms(_) => Kind::SmsCode,
    };
    cx.tx.execute(RENAME_CODES, &params![account, kind, veiled(Some(way))]).await?;
    Ok(())
}

/// An address or number as far as its person needs it to recognise it.
fn veiled(way: Option<&Way>) -> String {
    match way {
        Some(Way::Mail(to)) => {
            let (name, host) = to.split_once('@').unwrap_or((to, ""));
            format!("{}…@{host}", name.chars().take(1).collect::<String>())
        }
        Some(Way::Sms(to)) => {
            let digits = to.chars().count();
            format!("…{}", to.chars().skip(digits.saturating_sub(3)).collect::<String>())
        }
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Way, veiled};

    #[test]
    fn an_address_is_recognised_and_not_told() {
        let shown = |way| veiled(Some(&way));
        assert_eq!(shown(Way::Mail("olga@example.org".into())), "o…@example.org");
        assert_eq!(shown(Way::Sms("+420601123456".into())), "…456");
        assert_eq!((shown(Way::Mail("@".into())), veiled(None)), ("…@".into(), String::new()));
    }
}
