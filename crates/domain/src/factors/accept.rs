use db::{Tx, params};
use kernel::ids::AccountId;
use kernel::{Result, Timestamp};

use super::table::{CLAIM, KINDS, SEALED_OF, Sealed};
use super::{Kind, Second, enrol, recovery, totp};
use crate::sealing::Sealer;

/// What may be shown as this account's second factor; nothing where it has none.
pub(crate) async fn methods(tx: &mut Tx, account: AccountId) -> Result<Vec<Second>> {
    let kinds = tx.all::<(Kind,)>(KINDS, &params![account]).await?;
    let mut methods: Vec<Second> = kinds
        .into_iter()
        .map(|(kind,)| match kind {
            Kind::Totp => Second::Totp,
            Kind::Passkey => Second::Passkey,
        })
        .collect();
    if !methods.is_empty() && recovery::left(tx, account).await? > 0 {
        methods.push(Second::RecoveryCode);
    }
    Ok(methods)
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
