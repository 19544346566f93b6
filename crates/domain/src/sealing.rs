//! Secrets that must be read again, sealed (ADR 0012): what codes are computed from, what an identity provider knows
//! us by. Whatever only needs to be recognised is kept as a hash instead.

use chacha20poly1305::aead::{Aead as _, KeyInit as _, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use kernel::{Entropy, Error, Result};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

/// The form in which a sealed secret is written: this byte, the key's mark, the nonce, the sealed bytes.
const FORM: u8 = 1;
const MARK: usize = 4;
const NONCE: usize = 24;

/// Seals and opens what is kept at rest, with a key derived from the installation's own. The database alone
/// tells nothing.
#[derive(Clone)]
pub struct Sealer {
    key: [u8; 32],
    mark: [u8; MARK],
}

impl Sealer {
    /// The sealer of the installation that has this key.
    pub(crate) fn new(root: &[u8]) -> Self {
        let key = derived(root);
        // Tells keys apart and nothing about them.
        let digest = Sha256::new().chain_update(b"crewdesk sealing mark").chain_update(key);
        let mut mark = [0; MARK];
        mark.iter_mut().zip(digest.finalize()).for_each(|(to, from)| *to = from);
        Self { key, mark }
    }

    /// Seals a secret for one purpose and one owner: moved to another row, it does not open.
    ///
    /// # Errors
    /// [`Error::Internal`] for what is longer than the cipher takes.
    pub fn seal(
        &self,
        purpose: &str,
        owner: Uuid,
        secret: &[u8],
        entropy: &Entropy,
    ) -> Result<Vec<u8>> {
        let nonce: [u8; NONCE] = entropy.bytes();
        let aad = bound_to(purpose, owner);
        let payload = Payload { msg: secret, aad: &aad };
        let sealed = self.cipher().encrypt(&XNonce::from(nonce), payload);
        let sealed = sealed.map_err(|_| Error::internal("a secret is too long to be sealed"))?;
        Ok([&[FORM], self.mark.as_slice(), nonce.as_slice(), sealed.as_slice()].concat())
    }

    /// Opens what was sealed for the same purpose and owner.
    ///
    /// # Errors
    /// [`Error::Internal`] where it was sealed with another key, or is not what was sealed.
    pub fn open(&self, purpose: &str, owner: Uuid, sealed: &[u8]) -> Result<Vec<u8>> {
        let broken = || Error::internal("a sealed secret is damaged, or is not of this row");
        let (form, rest) = sealed.split_first().ok_or_else(broken)?;
        let (mark, rest) = rest.split_first_chunk::<MARK>().ok_or_else(broken)?;
        let (nonce, text) = rest.split_first_chunk::<NONCE>().ok_or_else(broken)?;
        if *form != FORM {
            return Err(broken());
        }
        if *mark != self.mark {
            return Err(Error::internal(
                "a secret was sealed with another key: put the former CREWDESK_SECRET, or the file secret, back",
            ));
        }
        let aad = bound_to(purpose, owner);
        let payload = Payload { msg: text, aad: &aad };
        self.cipher().decrypt(&XNonce::from(*nonce), payload).map_err(|_| broken())
    }

    /// Whether something was sealed with this key.
    pub fn is_mine(&self, sealed: &[u8]) -> bool {
        sealed.split_first().is_some_and(|(_, rest)| rest.starts_with(&self.mark))
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(&Key::from(self.key))
    }
}

/// The key for sealing, which is none of those that the installation's key is used for otherwise.
fn derived(root: &[u8]) -> [u8; 32] {
    let digest = Sha256::new().chain_update(b"crewdesk sealing key 1").chain_update(root);
    digest.finalize().into()
}

fn bound_to(purpose: &str, owner: Uuid) -> Vec<u8> {
    // The id has a fixed length, so the two can't run into each other.
    [owner.as_bytes().as_slice(), purpose.as_bytes()].concat()
}

impl std::fmt::Debug for Sealer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Sealer(…)")
    }
}

#[cfg(test)]
mod tests {
    use kernel::Entropy;
    use uuid::Uuid;

    use super::Sealer;

    fn sealer(key: &str) -> Sealer {
        Sealer::new(key.as_bytes())
    }

    #[test]
    fn what_is_sealed_opens_with_the_same_key_for_the_same_purpose_and_owner() {
        let (entropy, owner) = (Entropy::seeded(2), Uuid::from_u128(7));
        let sealed = sealer("one").seal("totp", owner, b"kettles", &entropy).unwrap();
        assert_eq!(sealer("one").open("totp", owner, &sealed).unwrap(), b"kettles");
        assert!(sealer("one").open("totp", Uuid::from_u128(8), &sealed).is_err());
        assert!(sealer("one").open("client", owner, &sealed).is_err());
        assert!(!sealed.windows(7).any(|part| part == b"kettles"));
    }

    #[test]
    fn another_key_is_named_as_the_reason() {
        let (entropy, owner) = (Entropy::seeded(2), Uuid::from_u128(7));
        let sealed = sealer("one").seal("totp", owner, b"kettles", &entropy).unwrap();
        let refused = sealer("two").open("totp", owner, &sealed).unwrap_err();
        assert!(refused.to_string().contains("another key"), "{refused}");
        assert!(sealer("one").is_mine(&sealed) && !sealer("two").is_mine(&sealed));
    }

    #[test]
    fn no_byte_can_be_changed_or_left_out() {
        let (entropy, owner, sealer) = (Entropy::seeded(2), Uuid::from_u128(7), sealer("one"));
        let sealed = sealer.seal("totp", owner, b"kettles", &entropy).unwrap();
        for n in 0..sealed.len() {
            let mut other = sealed.clone();
            other[n] ^= 1;
            assert!(sealer.open("totp", owner, &other).is_err(), "byte {n}");
            assert!(sealer.open("totp", owner, &sealed[..n]).is_err(), "length {n}");
        }
        let again = sealer.seal("totp", owner, b"kettles", &entropy).unwrap();
        assert_ne!(sealed, again, "each sealing has a nonce of its own");
    }
}
