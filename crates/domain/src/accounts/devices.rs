//! With what and from where an account has signed in (SPEC ACC-6): a sign-in with another program or from
//! another network is told to its person, once.
//!
//! A device is what the program calls itself, without its version, together with the network: enough to
//! notice a stranger, and no more than a hash is kept. An update of the program or another address of the
//! same network is no news.

use std::net::IpAddr;

use db::{Tx, params};
use kernel::{Result, Span};
use sha2::{Digest as _, Sha256};

use super::reach;
use super::table::{Account, FORGET_DEVICES, HAS_DEVICES, KNOW_DEVICE, SEEN_DEVICE};
use crate::cx::Cx;
use crate::jobs::MailTemplate;
use crate::product::Crewdesk;
use crate::users::User;

/// A device that was not seen for so long is new again.
const KEPT: Span = Span::days(180);

/// Notes what somebody has just signed in with, and tells them where it is new. The first of an account is
/// no news: it is how the person came in.
pub(crate) async fn notice_device(cx: &mut Cx<'_>, user: &User, account: &Account) -> Result<()> {
    let origin = cx.actor().origin.clone();
    let fingerprint = fingerprint(account, &origin.client, &origin.address);
    let values = params![account.id, fingerprint.clone(), cx.now];
    if cx.tx.execute(SEEN_DEVICE, &values).await? > 0 {
        return Ok(());
    }
    let (known,) = cx.tx.one::<(i64,)>(HAS_DEVICES, &params![account.id]).await?;
    cx.tx.execute(KNOW_DEVICE, &values).await?;
    if known == 0 {
        return Ok(());
    }
    let at = cx.now.rfc3339();
    let facts = [("client", origin.client.as_str()), ("address", &origin.address), ("at", &at)];
    reach::tell(cx, account, MailTemplate::NewDevice, &facts).await?;
    reach::tell_inside(cx, user, MailTemplate::NewDevice, &facts).await
}

fn fingerprint(account: &Account, client: &str, address: &str) -> Vec<u8> {
    // The account's id is in it, so that the same device of two people can't be told to be one.
    let program: String = client.chars().filter(|c| !c.is_ascii_digit() && *c != '.').collect();
    let digest = Sha256::new()
        .chain_update(account.id.as_uuid().as_bytes())
        .chain_update(program)
        .chain_update([0])
        .chain_update(network(address));
    digest.finalize().to_vec()
}

/// The network of an address: as wide as what one provider gives to one place.
fn network(address: &str) -> String {
    match address.parse() {
        Ok(IpAddr::V4(address)) => {
            let [a, b, c, _] = address.octets();
            format!("{a}.{b}.{c}")
        }
        Ok(IpAddr::V6(address)) => {
            let [a, b, c, ..] = address.segments();
            format!("{a:x}:{b:x}:{c:x}")
        }
        Err(_) => String::new(),
    }
}

/// Forgets devices that were not seen for long; the worker calls it every minute.
pub(super) async fn forget(crewdesk: &Crewdesk) -> Result<()> {
    let before = crewdesk.clock().now().minus(KEPT);
    crewdesk
        .db()
        .write(async |tx: &mut Tx| {
            tx.execute(FORGET_DEVICES, &params![before]).await?;
            Ok(())
        })
        .await
}

#[cfg(test)]
mod tests {
    use super::network;

    #[test]
    fn addresses_of_one_network_are_alike() {
        assert_eq!(network("192.0.2.7"), network("192.0.2.200"));
        assert_ne!(network("192.0.2.7"), network("192.0.3.7"));
        assert_eq!(network("2001:db8:1:2::3"), network("2001:db8:1:9::4"));
        assert_eq!(network(""), "");
    }
}
