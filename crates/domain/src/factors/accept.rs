use db::{Tx, params};
use kernel::ids::AccountId;
use kernel::{Result, Timestamp};

use super::table::{CLAIM, COUNT, KINDS, SEALED_OF, Sealed, USED_CODES};
use super::{Allowed, Kind, Second, enrol, recovery, totp};
use crate::accounts::Account;
use crate::sealing::Sealer;

/// Whether an account has any factor, and so is asked for one.
pub(crate) async fn any(tx: &mut Tx, account: AccountId) -> Result<bool> {
    Ok(tx.one::<(i64,)>(COUNT, &params![account]).await?.0 > 0)
}

/// The kinds of factors that an account has, the strongest first.
pub(crate) async fn kinds(tx: &mut Tx, account: AccountId) -> Result<Vec<Kind>> {
    let kinds = tx.all::<(Kind,)>(KINDS, &params![account]).await?;
    let mut kinds: Vec<Kind> = kinds.into_iter().map(|(kind,)| kind).collect();
    kinds.sort();
    Ok(kinds)
}

/// What may be shown as this account's second factor; nothing where it has none. `allowed` says which codes count
/// wherever the sign-in may lead.
pub(crate) async fn methods(
    tx: &mut Tx,
    account: &Account,
    allowed: Allowed,
) -> Result<Vec<Second>> {
    let kinds = kinds(tx, account.id).await?;
    let mut methods = showable(&kinds, allowed, account.reset_by);
    // Whoever has nothing left to show is asked all the same.
    let asks = !kinds.is_empty();
    if asks && (methods.is_empty() || recovery::left(tx, account.id).await? > 0) {
        methods.push(Second::RecoveryCode);
    }
    Ok(methods)
}

/// Codes are no second factor to a password that was chosen by a code of the same way. Where they do not count they
/// are asked for nonetheless if there is nothing better, which is more than the password alone.
fn showable(kinds: &[Kind], allowed: Allowed, reset_by: Option<Kind>) -> Vec<Second> {
    let better = kinds.iter().any(|kind| !kind.is_weak());
    let may = |kind: &&Kind| Some(**kind) != reset_by && (!better || allowed.takes(**kind));
    kinds.iter().filter(may).map(|kind| kind.second()).collect()
}

/// Takes what was typed, if it is a code that counts: it counts this once. The caller has counted the try
/// (SECURITY.md S5).
pub(crate) async fn accept(
    tx: &mut Tx,
    sealer: &Sealer,
    account: AccountId,
    typed: &str,
    now: Timestamp,
) -> Result<Option<Second>> {
    for Sealed { id, sealed, .. } in
        tx.few::<Sealed>(SEALED_OF, &params![account, Kind::Totp]).await?
    {
        let secret = sealer.open(enrol::PURPOSE, id.as_uuid(), &sealed)?;
        let Some(step) = totp::step(&secret, typed, now)? else { continue };
        if tx.execute(CLAIM, &params![id, step, now]).await? > 0 {
            return Ok(Some(Second::Totp));
        }
    }
    let spent = recovery::spend(tx, account, typed, now).await?;
    Ok(spent.then_some(Second::RecoveryCode))
}

/// Notes that a code that was sent has come back; refuses where its factor was taken away meanwhile.
pub(crate) async fn accept_sent(
    tx: &mut Tx,
    account: AccountId,
    kind: Kind,
    now: Timestamp,
) -> Result<Option<Second>> {
    let used = tx.execute(USED_CODES, &params![account, kind, now]).await?;
    Ok((used > 0).then_some(kind.second()))
}

#[cfg(test)]
mod tests {
    use super::{Allowed, Kind, Second, showable};

    const NONE: Allowed = Allowed { mail: false, sms: false };
    const MAIL: Allowed = Allowed { mail: true, sms: false };

    #[test]
    fn acc_5_codes_that_do_not_count_are_asked_for_only_where_there_is_nothing_better() {
        let both = [Kind::Totp, Kind::MailCode];
        assert_eq!(showable(&both, NONE, None), [Second::Totp]);
        assert_eq!(showable(&both, MAIL, None), [Second::Totp, Second::MailCode]);
        assert_eq!(showable(&both[1..], NONE, None), [Second::MailCode]);
        assert_eq!(showable(&[], MAIL, None), []);
    }

    #[test]
    fn acc_5_what_came_by_one_way_is_no_second_factor_to_it() {
        let codes = [Kind::SmsCode, Kind::MailCode];
        let both = Allowed { mail: true, sms: true };
        assert_eq!(showable(&codes, both, Some(Kind::MailCode)), [Second::SmsCode]);
        assert_eq!(showable(&codes, both, Some(Kind::SmsCode)), [Second::MailCode]);
        assert_eq!(showable(&codes[1..], both, Some(Kind::MailCode)), []);
    }
}
