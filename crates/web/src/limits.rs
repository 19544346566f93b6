//! How much may be asked of one node (SPEC API-1). What is guessed is counted in the database; this keeps a
//! stranger's address from using up the processors or filling mailboxes, and a user's programs from taking all there
//! is, where the installation says how much is theirs.

use std::hash::Hash;
use std::net::{IpAddr, Ipv6Addr};
use std::num::NonZeroU32;

use governor::clock::{Clock as _, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use kernel::ids::UserId;
use kernel::{Error, Span};

/// Forms and requests of strangers: a whole contact centre behind one address signs in at the beginning of
/// a shift.
const ASKING: (u32, u32) = (10, 600);
/// Requests that send a mail to an address somebody typed.
const MAILING: (u32, u32) = (1, 30);

/// A user's programs may use up so many seconds' requests at once.
const SAVED_UP: u32 = 10;

/// Above so many addresses or users those that have been quiet are forgotten.
const REMEMBERED: usize = 10_000;

/// The limiters of one node.
#[derive(Debug)]
pub(crate) struct Limits {
    asking: DefaultKeyedRateLimiter<IpAddr>,
    mailing: DefaultKeyedRateLimiter<IpAddr>,
    programs: Option<DefaultKeyedRateLimiter<UserId>>,
}

impl Limits {
    /// The limiters of a node on which each user's programs may send so many requests a second; none means as
    /// many as they like.
    pub(crate) fn new(of_programs: Option<NonZeroU32>) -> Self {
        let programs = of_programs.map(|a_second| {
            let at_once = a_second.saturating_mul(NonZeroU32::MIN.saturating_add(SAVED_UP - 1));
            RateLimiter::keyed(Quota::per_second(a_second).allow_burst(at_once))
        });
        Self { asking: limiter(ASKING), mailing: limiter(MAILING), programs }
    }

    /// Whether a program of this user may ask for something now.
    ///
    /// # Errors
    /// [`Error::TooMany`] with how long to wait.
    pub(crate) fn of_program(&self, user: UserId) -> Result<(), Error> {
        self.programs.as_ref().map_or(Ok(()), |limiter| check(limiter, &user))
    }

    /// Whether a stranger at this address may ask for something now.
    ///
    /// # Errors
    /// [`Error::TooMany`] with how long to wait.
    pub(crate) fn ask(&self, address: IpAddr) -> Result<(), Error> {
        check_stranger(&self.asking, address)
    }

    /// Whether they may make us send a mail.
    ///
    /// # Errors
    /// As [`Limits::ask`].
    pub(crate) fn mail(&self, address: IpAddr) -> Result<(), Error> {
        check_stranger(&self.mailing, address)
    }
}

fn limiter<K: Hash + Eq + Clone>((a_second, at_once): (u32, u32)) -> DefaultKeyedRateLimiter<K> {
    let whole = |n: u32| NonZeroU32::new(n).unwrap_or(NonZeroU32::MIN);
    RateLimiter::keyed(Quota::per_second(whole(a_second)).allow_burst(whole(at_once)))
}

fn check_stranger(limiter: &DefaultKeyedRateLimiter<IpAddr>, address: IpAddr) -> Result<(), Error> {
    // Whoever runs programs on this machine can do worse, and a proxy on it that was not configured would
    // make all clients one.
    if address.is_loopback() {
        return Ok(());
    }
    check(limiter, &network(address))
}

fn check<K: Hash + Eq + Clone>(limiter: &DefaultKeyedRateLimiter<K>, key: &K) -> Result<(), Error> {
    if limiter.len() > REMEMBERED {
        limiter.retain_recent();
    }
    limiter.check_key(key).map_err(|until| {
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
    use std::num::NonZeroU32;

    use kernel::Error;
    use kernel::ids::UserId;

    use super::{Limits, MAILING};

    fn at(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    #[test]
    fn one_network_is_told_to_wait_and_others_are_not() {
        let limits = Limits::new(None);
        let asked = (0..=MAILING.1).map(|n| limits.mail(at(&format!("2001:db8::{n:x}"))));
        let refused = asked.filter(|answer| matches!(answer, Err(Error::TooMany { .. }))).count();
        assert_eq!(refused, 1);
        assert!(limits.mail(at("2001:db8:0:1::1")).is_ok());
        assert!(limits.mail(at("192.0.2.1")).is_ok());
    }

    #[test]
    fn an_address_written_in_two_ways_is_one() {
        let limits = Limits::new(None);
        for _ in 0..MAILING.1 {
            limits.mail(at("192.0.2.1")).unwrap();
        }
        assert!(limits.mail(at("::ffff:192.0.2.1")).is_err());
    }

    #[test]
    fn this_machine_is_never_told_to_wait() {
        let limits = Limits::new(None);
        assert!((0..1000).all(|_| limits.mail(at("127.0.0.1")).is_ok()));
    }

    #[test]
    fn a_users_programs_are_told_to_wait_where_that_is_set() {
        let user = |n| UserId::from_uuid(uuid::Uuid::from_u128(n));
        let limits = Limits::new(NonZeroU32::new(2));
        let refused = (0..25).filter(|_| limits.of_program(user(1)).is_err()).count();
        assert_eq!(refused, 5, "ten seconds' requests may come at once");
        assert!(limits.of_program(user(2)).is_ok());
        assert!((0..1000).all(|_| Limits::new(None).of_program(user(1)).is_ok()));
    }
}
