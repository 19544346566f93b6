use std::fmt;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use reqwest::dns::{Addrs, Name, Resolve, Resolving};

use super::networks::Allowed;

/// Looks names up and lets only those addresses through that may be asked.
pub(super) struct Guard {
    pub(super) allowed: Arc<Allowed>,
    /// Whether only networks that the installation names will do.
    pub(super) by_name_only: bool,
}

/// An address that is not asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Refused {
    pub(super) address: IpAddr,
    pub(super) by_name_only: bool,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { address, by_name_only } = self;
        if *by_name_only {
            write!(
                f,
                "it is not encrypted, and {address} is in no network of CREWDESK_OUTGOING_ALLOW"
            )
        } else {
            write!(f, "{address} is not public, and in no network of CREWDESK_OUTGOING_ALLOW")
        }
    }
}

impl std::error::Error for Refused {}

impl Guard {
    fn lets(&self, address: IpAddr) -> bool {
        if self.by_name_only { self.allowed.names(address) } else { self.allowed.permits(address) }
    }
}

impl Resolve for Guard {
    fn resolve(&self, name: Name) -> Resolving {
        let guard = Self { allowed: Arc::clone(&self.allowed), by_name_only: self.by_name_only };
        Box::pin(async move {
            let found: Vec<SocketAddr> =
                tokio::net::lookup_host((name.as_str(), 0)).await?.collect();
            let (open, shut): (Vec<_>, Vec<_>) =
                found.into_iter().partition(|found| guard.lets(found.ip()));
            match (open.is_empty(), shut.first()) {
                (true, Some(address)) => {
                    let refused =
                        Refused { address: address.ip(), by_name_only: guard.by_name_only };
                    Err(refused.into())
                }
                _ => Ok(Box::new(open.into_iter()) as Addrs),
            }
        })
    }
}
