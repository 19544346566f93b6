//! How much strangers may ask of one node (SPEC API-1). What is guessed is counted in the database; this
//! keeps an address from using up the processors or filling mailboxes.

use std::net::{IpAddr, Ipv6Addr};
use std::num::NonZeroU32;

use governor::clock::{Clock as _, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use kernel::{Error, Span};

/// Forms and requests of strangers: a whole contact centre behind one address signs in at the beginning of
/// a shift.
const ASKING: (u32, u32) = (10, 600);
/// Requests that send a mail to an address somebody typed.
const MAILING: (u32, u32) = (1, 30);

/// Above so many addresses those that have been quiet are forgotten.
const REMEMBERED: usize = 10_000;

/// The limiters of one node.
#[derive(Debug)]
pub(crate) struct Limits {
    asking: DefaultKeyedRateLimiter<IpAddr>,
    mailing: DefaultKeyedRateLimiter<IpAddr>,
}

impl Default for Limits {
    fn default() -> Self {
        let limiter = |(a_second, at_once)| {
            let whole = |n: u32| NonZeroU32::new(n).unwrap_or(NonZeroU32::MIN);
            RateLimiter::keyed(Quota::per_second(whole(a_second)).allow_burst(whole(at_once)))
        };
        Self { asking: limiter(ASKING), mailing: limiter(MAILING) }
    }
}

impl Limits {
    /// Whether a stranger at this address may ask for something now.
    ///
    /// # Errors
    /// [`Error::TooMany`] with how long to wait.
    pub(crate) fn ask(&self, address: IpAddr) -> Result<(), Error> {
        check(&self.asking, address)
    }

    /// Whether they may make us send a mail.
    ///
    /// # Errors
    /// As [`Limits::ask`].
    pub(crate) fn mail(&self, address: IpAddr) -> Result<(), Error> {
        check(&self.mailing, address)
    }
}

fn check(limiter: &DefaultKeyedRateLimiter<IpAddr>, address: IpAddr) -> Result<(), Error> {
    // Whoever runs programs on this machine can do worse, and a proxy on it that was not configured would
    // make all clients one.
    if address.is_loopback() {
        return Ok(());
    }
    if limiter.len() > REMEMBERED {
        limiter.retain_recent();
    }
    limiter.check_key(&network(address)).map_err(|until| {
        let wait = until.wait_time_from(DefaultClock::default().now());
        Error::TooMany { retry_after: Span::seconds(wait.as_secs().cast_signed() + 1) }
    })
}

/// Whoever has one IPv6 address has 2^64 of them.
fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => IpAddr::V6(Ipv6Addr::from_bits(address.to_bits() >> 64 << 64)),
        v4 => v4,
    }
}

#[cfg(test)]
mod tests {
    use std::net::IpAddr;

    use kernel::Error;

    use super::{Limits, MAILING};

    fn at(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    #[test]
    fn one_network_is_told_to_wait_and_others_are_not() {
        let limits = Limits::default();
        let asked = (0..=MAILING.1).map(|n| limits.mail(at(&format!("2001:db8::{n:x}"))));
        let refused = asked.filter(|answer| matches!(answer, Err(Error::TooMany { .. }))).count();
        assert_eq!(refused, 1);
        assert!(limits.mail(at("2001:db8:0:1::1")).is_ok());
        assert!(limits.mail(at("192.0.2.1")).is_ok());
    }

    #[test]
    fn an_address_written_in_two_ways_is_one() {
        let limits = Limits::default();
        for _ in 0..MAILING.1 {
            limits.mail(at("192.0.2.1")).unwrap();
        }
        assert!(limits.mail(at("::ffff:192.0.2.1")).is_err());
    }

    #[test]
    fn this_machine_is_never_told_to_wait() {
        let limits = Limits::default();
        assert!((0..1000).all(|_| limits.mail(at("127.0.0.1")).is_ok()));
    }
}
