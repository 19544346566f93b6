//! Argon2id in memory that is kept from one hash to the next: what the system gives anew it clears page by page, which
//! takes an eighth of the time that a hash takes.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use argon2::password_hash::phc::{Output, ParamsString, PasswordHash, Salt};
use argon2::{Algorithm, Argon2, Block, Params, Version};
use kernel::{Error, Result};

use super::HashCost;

/// Computes hashes, each in memory of its own while it does.
#[derive(Debug)]
pub(super) struct Argon {
    cost: Argon2<'static>,
    /// Memory of hashes that are done.
    idle: Mutex<Vec<Vec<Block>>>,
    /// Whether there was a hash since the last rest.
    used: AtomicBool,
}

impl Argon {
    pub(super) fn new(cost: HashCost) -> Self {
        let params = Params::new(cost.memory, cost.passes, 1, None).unwrap_or_default();
        let cost = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        Self { cost, idle: Mutex::default(), used: AtomicBool::new(false) }
    }

    /// What new hashes cost.
    pub(super) const fn params(&self) -> &Params {
        self.cost.params()
    }

    /// The hash to keep, in PHC form.
    pub(super) fn hash(&self, password: &[u8], salt: &[u8]) -> Result<String> {
        let hash = PasswordHash {
            algorithm: Algorithm::Argon2id.ident(),
            version: Some(Version::V0x13.into()),
            params: ParamsString::try_from(self.params()).map_err(Error::internal)?,
            salt: Some(Salt::new(salt).map_err(Error::internal)?),
            hash: Some(self.compute(&self.cost, password, salt)?),
        };
        Ok(hash.to_string())
    }

    /// Whether a kept hash is that of this password; its own cost counts.
    pub(super) fn verify(&self, password: &[u8], kept: &str) -> Result<bool> {
        let kept = PasswordHash::new(kept).map_err(Error::internal)?;
        let (Some(salt), Some(hash)) = (kept.salt, kept.hash) else { return Ok(false) };
        let algorithm = Algorithm::try_from(kept.algorithm.as_str()).map_err(Error::internal)?;
        let version = kept.version.map_or(Ok(Version::V0x13), Version::try_from);
        let params = Params::try_from(&kept).map_err(Error::internal)?;
        let cost = Argon2::new(algorithm, version.map_err(Error::internal)?, params);
        // Compares in constant time.
        Ok(self.compute(&cost, password, &salt)? == hash)
    }

    fn compute(&self, cost: &Argon2<'_>, password: &[u8], salt: &[u8]) -> Result<Output> {
        self.used.store(true, Ordering::Relaxed);
        let mut memory = self.idle().pop().unwrap_or_default();
        let needed = cost.params().block_count();
        if memory.len() < needed {
            memory.resize(needed, Block::default());
        }
        let length = cost.params().output_len().unwrap_or(Params::DEFAULT_OUTPUT_LEN);
        let mut out = vec![0; length];
        let done = cost.hash_password_into_with_memory(password, salt, &mut out, &mut memory);
        self.idle().push(memory);
        done.map_err(Error::internal)?;
        Output::new(&out).map_err(Error::internal)
    }

    /// Gives the memory back if there was no hash since the last rest.
    pub(super) fn rest(&self) {
        if !self.used.swap(false, Ordering::Relaxed) {
            self.idle().clear();
        }
    }

    fn idle(&self) -> MutexGuard<'_, Vec<Vec<Block>>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use argon2::{Argon2, PasswordHasher as _, PasswordVerifier as _};

    use super::{Argon, HashCost};

    const CHEAP: HashCost = HashCost { memory: 64, passes: 1 };

    #[test]
    fn hashes_are_those_of_the_library_whatever_the_memory_held_before() {
        let argon = Argon::new(CHEAP);
        for password in ["first", "second"] {
            let ours = argon.hash(password.as_bytes(), b"0123456789abcdef").unwrap();
            let theirs =
                argon.cost.hash_password_with_salt(password.as_bytes(), b"0123456789abcdef");
            assert_eq!(ours, theirs.unwrap().to_string());
            assert!(Argon2::default().verify_password(password.as_bytes(), ours.as_str()).is_ok());
            assert!(argon.verify(password.as_bytes(), &ours).unwrap());
            assert!(!argon.verify(b"another", &ours).unwrap());
        }
    }

    #[test]
    fn a_hash_of_another_cost_is_compared_at_its_own() {
        let dear = Argon::new(HashCost { memory: 128, passes: 2 });
        let kept = dear.hash(b"a password", b"0123456789abcdef").unwrap();
        let cheap = Argon::new(CHEAP);
        cheap.hash(b"whatever", b"0123456789abcdef").unwrap();
        assert!(cheap.verify(b"a password", &kept).unwrap());
    }

    #[test]
    fn memory_is_given_back_after_a_rest_without_hashes() {
        let argon = Argon::new(CHEAP);
        argon.hash(b"a password", b"0123456789abcdef").unwrap();
        argon.rest();
        assert_eq!(argon.idle().len(), 1, "it was used a moment ago");
        argon.rest();
        assert_eq!(argon.idle().len(), 0);
    }
}
