//! Networks that people of an organisation may come from (SPEC ORG-4).

use std::net::IpAddr;

use ipnet::IpNet;
use kernel::{Code, Error, FieldError, Result};

/// Most networks of one organisation: they are looked through at each request.
pub(super) const MOST: usize = 100;

/// A list of networks; an empty one allows all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Networks(Vec<IpNet>);

impl Networks {
    /// Reads what somebody wrote, one network or address each; every wrong one is named.
    pub(super) fn read(texts: &[String]) -> Result<Self> {
        let (mut networks, mut wrong) = (Vec::new(), Vec::new());
        for (place, text) in texts.iter().enumerate() {
            match parse(text.trim()) {
                Some(network) if !networks.contains(&network) => networks.push(network),
                Some(_) => {}
                None => {
                    let fault =
                        FieldError::new(format!("allowed_networks/{place}"), Code::NetworkInvalid);
                    wrong.push(fault.with(text.chars().take(60).collect::<String>()));
                }
            }
        }
        if networks.len() > MOST {
            wrong.push(FieldError::new("allowed_networks", Code::TooMany));
        }
        if wrong.is_empty() { Ok(Self(networks)) } else { Err(Error::Invalid(wrong)) }
    }

    /// Reads what is stored. What can't be read allows nothing, so that a damaged list opens no door.
    pub(crate) fn stored(text: &str) -> Self {
        Self(text.split(' ').filter_map(|network| network.parse().ok()).collect())
    }

    /// Whether a stored list can be read whole.
    pub(crate) fn is_whole(text: &str) -> bool {
        Self::stored(text).to_stored().as_deref() == Some(text)
    }

    /// As it is stored; none for all.
    pub(super) fn to_stored(&self) -> Option<String> {
        (!self.0.is_empty()).then(|| self.texts().join(" "))
    }

    /// Each network as people write it.
    pub fn texts(&self) -> Vec<String> {
        self.0.iter().map(IpNet::to_string).collect()
    }

    /// Refuses an address that is in none of them, and what is no address.
    pub(crate) fn guard(&self, address: &str) -> Result<()> {
        if self.holds(address) { Ok(()) } else { Err(Error::Forbidden(Code::AddressNotAllowed)) }
    }

    /// Whether an address is in one of them.
    pub(super) fn holds(&self, address: &str) -> bool {
        let Ok(address) = address.parse::<IpAddr>() else { return false };
        // A listener for both kinds writes IPv4 as ::ffff:a.b.c.d.
        let address = address.to_canonical();
        self.0.iter().any(|network| network.contains(&address))
    }
}

/// A network, or one address as a network of its own; host bits are cut off.
fn parse(text: &str) -> Option<IpNet> {
    let network = text.parse::<IpNet>().ok();
    network.or_else(|| text.parse::<IpAddr>().ok().map(IpNet::from)).map(|network| network.trunc())
}

#[cfg(test)]
mod tests {
    use kernel::Error;

    use super::Networks;

    fn read(texts: &[&str]) -> Result<Networks, Error> {
        Networks::read(&texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn org_4_networks_of_both_kinds_are_read_and_every_wrong_one_is_named() {
        let networks =
            read(&["192.0.2.77/24", "192.0.2.0/24", "2001:db8::/32", " 198.51.100.7 "]).unwrap();
        assert_eq!(networks.texts(), ["192.0.2.0/24", "2001:db8::/32", "198.51.100.7/32"]);
        let Err(Error::Invalid(wrong)) = read(&["192.0.2.0/33", "::/0", "home", ""]) else {
            panic!()
        };
        let named: Vec<_> = wrong.iter().map(|one| one.pointer.as_str()).collect();
        assert_eq!(named, ["allowed_networks/0", "allowed_networks/2", "allowed_networks/3"]);
    }

    #[test]
    fn org_4_an_address_is_in_or_out() {
        let networks = Networks::stored("192.0.2.0/24 2001:db8::/32");
        for inside in ["192.0.2.200", "::ffff:192.0.2.1", "2001:db8:ffff::1"] {
            assert!(networks.guard(inside).is_ok(), "{inside}");
        }
        for outside in ["192.0.3.1", "2001:db9::1", "", "192.0.2.1:80", "::ffff:192.0.3.1"] {
            assert!(networks.guard(outside).is_err(), "{outside}");
        }
        assert!(Networks::stored("damaged").guard("192.0.2.1").is_err(), "fails closed");
    }
}
