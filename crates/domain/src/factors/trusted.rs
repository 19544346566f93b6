//! Devices on which somebody has shown a second factor and is not asked for it again for some days (SPEC ACC-5,
//! ADR 0016). What a device keeps is a random secret; the database has its hash.

use db::{Tx, params};
use kernel::ids::{AccountId, TrustedDeviceId};
use kernel::{Error, Result, Span, Timestamp, Token};
use serde_json::json;

use super::own::subject;
use super::table::{
    DISTRUST, DISTRUST_ALL, FORGET_DEVICES, INSERT_DEVICE, OLDEST_DEVICES, OWN_DEVICES,
    TrustedDeviceRow, USED_DEVICE,
};
use crate::access::Action;
use crate::audit::Event;
use crate::cx::Cx;
use crate::product::Crewdesk;
use crate::settings::{self, Key};
use crate::users::{self, User};

/// As many devices as one person can have use for; a further one ends the oldest.
const MOST: i64 = 20;

/// A device that was trusted just now.
#[derive(Debug, Clone)]
pub struct TrustedDevice {
    /// What it keeps; it is told this once.
    pub token: Token,
    /// Until when it is trusted.
    pub expires_at: Timestamp,
}

/// Trusts the device that the actor came with, if settings let it.
pub(crate) async fn trust(cx: &mut Cx<'_>, user: &User) -> Result<Option<TrustedDevice>> {
    let days = settings::of_user(cx, user).await?.number(Key::TrustedDeviceDays);
    if days == 0 {
        return Ok(None);
    }
    let account = user.account_id;
    cx.tx.execute(OLDEST_DEVICES, &params![account, MOST - 1]).await?;
    let (id, token): (TrustedDeviceId, _) = (cx.id(), Token::generate("cdt", cx.entropy));
    let expires_at = cx.now.plus(Span::days(days));
    let origin = cx.actor().origin.clone();
    let values =
        params![id, account, token.hash(), origin.client, origin.address, cx.now, expires_at];
    cx.tx.execute(INSERT_DEVICE, &values).await?;
    let facts = json!({"device_id": id, "expires_at": expires_at});
    cx.record(Event::new("device.trusted", subject(user)).with(facts)).await?;
    Ok(Some(TrustedDevice { token, expires_at }))
}

/// Whether a device is trusted for this account, not longer ago than `days` days.
pub(crate) async fn trusts(
    tx: &mut Tx,
    account: AccountId,
    device: &Token,
    days: i64,
    now: Timestamp,
) -> Result<bool> {
    let values = params![account, device.hash(), now, now.minus(Span::days(days))];
    Ok(days > 0 && tx.execute(USED_DEVICE, &values).await? > 0)
}

/// The actor's own trusted devices, the latest first.
///
/// # Errors
/// [`Error::Unauthenticated`] for a stranger.
pub async fn trusted_devices(cx: &mut Cx<'_>) -> Result<Vec<TrustedDeviceRow>> {
    cx.require(Action::SelfService)?;
    let here = cx.principal()?;
    // What belongs to the account is not for an organisation's provider to see.
    if here.by_provider {
        return Ok(Vec::new());
    }
    let values = params![here.account_id, cx.now];
    Ok(cx.tx.few::<TrustedDeviceRow>(OWN_DEVICES, &values).await?)
}

/// Trusts one of one's own devices no more.
///
/// # Errors
/// [`Error::NotFound`] for any other device.
pub async fn distrust(cx: &mut Cx<'_>, id: TrustedDeviceId) -> Result<()> {
    cx.require(Action::SelfService)?;
    let me = users::myself(cx).await?;
    let by_provider = cx.principal()?.by_provider;
    if by_provider || cx.tx.execute(DISTRUST, &params![me.account_id, id]).await? == 0 {
        return Err(Error::NotFound);
    }
    let facts = json!({"device_id": id});
    cx.record(Event::new("device.distrusted", subject(&me)).with(facts)).await
}

/// Trusts no device of an account any more. The caller records why.
pub(crate) async fn distrust_all(tx: &mut Tx, account: AccountId) -> Result<()> {
    tx.execute(DISTRUST_ALL, &params![account]).await?;
    Ok(())
}

/// Forgets devices whose days are over; the worker calls it every minute.
pub(crate) async fn forget_devices(crewdesk: &Crewdesk) -> Result<()> {
    let values = params![crewdesk.clock().now()];
    let gone = crewdesk.db().write(async |tx: &mut Tx| -> Result<()> {
        tx.execute(FORGET_DEVICES, &values).await?;
        Ok(())
    });
    gone.await
}
