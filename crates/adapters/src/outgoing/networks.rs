//! Which addresses lie on the public internet (SECURITY.md S12).

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use ipnet::{IpNet, Ipv4Net, Ipv6Net};

const fn v4(a: u8, b: u8, c: u8, d: u8, length: u8) -> Ipv4Net {
    Ipv4Net::new_assert(Ipv4Addr::new(a, b, c, d), length)
}

const fn v6(a: u16, b: u16, length: u8) -> Ipv6Net {
    Ipv6Net::new_assert(Ipv6Addr::new(a, b, 0, 0, 0, 0, 0, 0), length)
}

/// What IANA's registry of special addresses says is not of the public internet, and what translates into it.
const RESERVED: &[Ipv4Net] = &[
    v4(0, 0, 0, 0, 8),
    v4(10, 0, 0, 0, 8),
    v4(100, 64, 0, 0, 10),
    v4(127, 0, 0, 0, 8),
    v4(169, 254, 0, 0, 16),
    v4(172, 16, 0, 0, 12),
    v4(192, 0, 0, 0, 24),
    v4(192, 0, 2, 0, 24),
    v4(192, 88, 99, 0, 24),
    v4(192, 168, 0, 0, 16),
    v4(198, 18, 0, 0, 15),
    v4(198, 51, 100, 0, 24),
    v4(203, 0, 113, 0, 24),
    v4(224, 0, 0, 0, 4),
    v4(240, 0, 0, 0, 4),
];

/// All of IPv6 that is public lies in here …
const PUBLIC_6: Ipv6Net = v6(0x2000, 0, 3);
/// … except this: protocols, tunnels that hold IPv4 addresses, examples.
const RESERVED_6: &[Ipv6Net] =
    &[v6(0x2001, 0, 23), v6(0x2001, 0xdb8, 32), v6(0x2002, 0, 16), v6(0x3fff, 0, 20)];

/// Networks inside which this installation lets requests go out, beside the public internet.
#[derive(Debug, Clone, Default)]
pub struct Allowed(Vec<IpNet>);

impl Allowed {
    /// These networks.
    pub const fn new(networks: Vec<IpNet>) -> Self {
        Self(networks)
    }

    /// A network as somebody writes it: an address and a length, or one address.
    pub fn network(text: &str) -> Option<IpNet> {
        let network = text.parse::<IpNet>().ok();
        network.or_else(|| text.parse::<IpAddr>().ok().map(IpNet::from))
    }

    /// Whether an address lies in one of them.
    pub(super) fn names(&self, address: IpAddr) -> bool {
        let address = address.to_canonical();
        self.0.iter().any(|network| network.contains(&address))
    }

    /// Whether an address may be asked at all.
    pub(super) fn permits(&self, address: IpAddr) -> bool {
        is_public(address) || self.names(address)
    }
}

fn is_public(address: IpAddr) -> bool {
    match address.to_canonical() {
        IpAddr::V4(address) => !RESERVED.iter().any(|network| network.contains(&address)),
        IpAddr::V6(address) => {
            PUBLIC_6.contains(&address)
                && !RESERVED_6.iter().any(|network| network.contains(&address))
        }
    }
}

#[cfg(test)]
mod tests {
    use std::net::IpAddr;

    use super::{Allowed, is_public};

    #[test]
    fn s12_only_addresses_of_the_public_internet_are_public() {
        let inside = [
            "127.0.0.1",
            "127.8.8.8",
            "0.0.0.0",
            "10.1.2.3",
            "172.16.0.1",
            "172.31.255.255",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "192.0.0.8",
            "198.18.0.1",
            "224.0.0.1",
            "255.255.255.255",
            "::1",
            "::",
            "fe80::1",
            "fd00::1",
            "fc00::1",
            "ff02::1",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "64:ff9b::7f00:1",
            "2002:7f00:1::",
            "2001::1",
            "2001:db8::1",
            "::127.0.0.1",
            "fec0::1",
        ];
        for address in inside {
            assert!(!is_public(address.parse().unwrap()), "{address}");
        }
        for address in ["1.1.1.1", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "::ffff:8.8.8.8"]
        {
            assert!(is_public(address.parse().unwrap()), "{address}");
        }
    }

    #[test]
    fn s12_the_installation_allows_networks_by_name() {
        let allowed =
            Allowed::new(vec!["10.7.0.0/16".parse().unwrap(), "::1/128".parse().unwrap()]);
        let permits = |text: &str| allowed.permits(text.parse::<IpAddr>().unwrap());
        assert!(
            permits("10.7.1.1")
                && permits("::1")
                && permits("1.1.1.1")
                && permits("::ffff:10.7.1.1")
        );
        assert!(!permits("10.8.1.1") && !permits("127.0.0.1"));
    }
}
