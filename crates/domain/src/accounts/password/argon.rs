//! Argon2id in memory that is kept from one hash to the next: what the system gives anew it clears page by page, which
//! takes an eighth of the time that a hash takes. ADR 0022 says which implementation, and why.

use std::fmt;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use argon2_rust::params::Memory;
use argon2_rust::{Algorithm, Argon2, Error as Reason, Hasher as Worker, Params, Version};
use kernel::{Error, Result};

use super::HashCost;

/// Computes hashes, each in memory of its own while it does.
pub(super) struct Argon {
    cost: Argon2,
    /// Those that are done, with their memory.
    idle: Mutex<Vec<Worker>>,
    /// Whether there was a hash since the last rest.
    used: AtomicBool,
}

impl Argon {
    pub(super) fn new(cost: HashCost) -> Self {
        let params = Params::builder().memory(Memory::kib(cost.memory.into())).passes(cost.passes);
        let params = params.build().unwrap_or_default();
        let cost = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        Self { cost, idle: Mutex::default(), used: AtomicBool::new(false) }
    }

    /// What new hashes cost.
    pub(super) const fn params(&self) -> &Params {
        self.cost.params()
    }

    /// The hash to keep, in PHC form.
    pub(super) fn hash(&self, password: &[u8], salt: &[u8]) -> Result<String> {
        self.work(|worker| worker.hash_password(password, salt)).map_err(Error::internal)
    }

    /// Whether a kept hash is that of this password; its own cost counts.
    pub(super) fn verify(&self, password: &[u8], kept: &str) -> Result<bool> {
        match self.work(|worker| worker.verify_password(kept, password, Algorithm::Argon2id)) {
            Ok(()) => Ok(true),
            Err(Reason::VerifyMismatch) => Ok(false),
            Err(reason) => Err(Error::internal(reason)),
        }
    }

    fn work<T>(&self, work: impl FnOnce(&mut Worker) -> T) -> T {
        self.used.store(true, Ordering::Relaxed);
        let idle = self.idle().pop();
        let mut worker = idle.unwrap_or_else(|| self.cost.hasher());
        let done = work(&mut worker);
        self.idle().push(worker);
        done
    }

    /// Gives the memory back if there was no hash since the last rest.
    pub(super) fn rest(&self) {
        if !self.used.swap(false, Ordering::Relaxed) {
            self.idle().clear();
        }
    }

    fn idle(&self) -> MutexGuard<'_, Vec<Worker>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Whether hashes come out here as RFC 9106, section 5.3, says. The instructions they are made of are chosen for the
/// processor, and no test saw all processors.
pub fn is_computed_rightly() -> bool {
    const TAG: [u8; 32] = [
        0x0d, 0x64, 0x0d, 0xf5, 0x8d, 0x78, 0x76, 0x6c, 0x08, 0xc0, 0x37, 0xa3, 0x4a, 0x8b, 0x53,
        0xc9, 0xd0, 0x1e, 0xf0, 0x45, 0x2d, 0x75, 0xb6, 0x5e, 0xb5, 0x25, 0x20, 0xe9, 0x6b, 0x01,
        0xe6, 0x59,
    ];
    let params = Params::builder().memory(Memory::kib(32)).passes(3).lanes(4).build();
    let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params.unwrap_or_default());
    let mut tag = [0; 32];
    let done = argon.hash_into_with_ad(&[1; 32], &[2; 16], &[3; 8], &[4; 12], &mut tag);
    done.is_ok() && tag == TAG
}

impl fmt::Debug for Argon {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Argon").field("cost", &self.cost).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use argon2::{Argon2, PasswordHasher as _, PasswordVerifier as _};

    use super::{Argon, HashCost};

    const CHEAP: HashCost = HashCost { memory: 64, passes: 1 };
    const SALT: &[u8] = b"0123456789abcdef";

    /// The same cost in the library that others use.
    fn theirs(cost: HashCost) -> Argon2<'static> {
        let params = argon2::Params::new(cost.memory, cost.passes, 1, None).unwrap();
        Argon2::new(argon2::Algorithm::Argon2id, argon2::Version::V0x13, params)
    }

    #[test]
    fn hashes_are_those_of_another_implementation_whatever_the_memory_held_before() {
        for cost in [CHEAP, HashCost { memory: 1000, passes: 3 }, HashCost::default()] {
            let argon = Argon::new(cost);
            for length in [0, 1, 15, 64, 127, 128, 129, 1000] {
                let password = "Žluťoučký kůň".repeat(60).into_bytes();
                let password = &password[..length];
                let ours = argon.hash(password, SALT).unwrap();
                let other = theirs(cost).hash_password_with_salt(password, SALT).unwrap();
                assert_eq!(ours, other.to_string());
                assert!(theirs(CHEAP).verify_password(password, ours.as_str()).is_ok());
                assert!(argon.verify(password, &other.to_string()).unwrap());
                assert!(!argon.verify(b"another", &ours).unwrap());
            }
        }
    }

    #[test]
    fn a_hash_of_another_cost_is_compared_at_its_own() {
        let dear = Argon::new(HashCost { memory: 128, passes: 2 });
        let kept = dear.hash(b"a password", SALT).unwrap();
        let cheap = Argon::new(CHEAP);
        cheap.hash(b"whatever", SALT).unwrap();
        assert!(cheap.verify(b"a password", &kept).unwrap());
        let lanes = argon2::Params::new(256, 2, 4, None).unwrap();
        let lanes = Argon2::new(argon2::Algorithm::Argon2id, argon2::Version::V0x13, lanes);
        let kept = lanes.hash_password_with_salt(b"a password", SALT).unwrap().to_string();
        assert!(cheap.verify(b"a password", &kept).unwrap());
    }

    #[test]
    fn what_is_no_hash_is_an_error_and_not_a_wrong_password() {
        let argon = Argon::new(CHEAP);
        for kept in ["", "plain", "$argon2id$v=19$m=64,t=1,p=1$MDEyMw", "$2b$12$abcdefghijklmnop"] {
            assert!(argon.verify(b"a password", kept).is_err(), "{kept}");
        }
    }

    #[test]
    fn hashes_are_those_of_rfc_9106() {
        assert!(super::is_computed_rightly());
    }

    #[test]
    fn memory_is_given_back_after_a_rest_without_hashes() {
        let argon = Argon::new(CHEAP);
        argon.hash(b"a password", SALT).unwrap();
        argon.rest();
        assert_eq!(argon.idle().len(), 1, "it was used a moment ago");
        argon.rest();
        assert_eq!(argon.idle().len(), 0);
    }
}
