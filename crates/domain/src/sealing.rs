//! Secrets that must be read again, sealed (ADR 0012): what codes are computed from, what an identity provider knows
//! us by. Whatever only needs to be recognised is kept as a hash instead.

use chacha20poly1305::aead::{Aead as _, KeyInit as _, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use kernel::{Entropy, Error, Result};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

/// The form in which a sealed secret is written: this byte, the key's mark, the nonce, the sealed bytes.
const FORM: u8 = 1;
const MARK: usize = 4;
const NONCE: usize = 24;

/// Seals and opens what is kept at rest, with keys derived from the installation's own. The database alone
/// tells nothing.
#[derive(Clone)]
pub struct Sealer {
    /// What seals.
    present: Key,
    /// What opens beside it: keys that are being replaced.
    former: Vec<Key>,
}

/// One key, and by what it is known in what it has sealed.
#[derive(Clone)]
struct Key {
    bytes: [u8; 32],
    mark: [u8; MARK],
}

impl Sealer {
    /// The sealer of the installation that has this key, and had these before.
    pub(crate) fn new<'k>(root: &[u8], former: impl IntoIterator<Item = &'k [u8]>) -> Self {
        Self { present: Key::new(root), former: former.into_iter().map(Key::new).collect() }
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
        let sealed = self.present.cipher().encrypt(&XNonce::from(nonce), payload);
        let sealed = sealed.map_err(|_| Error::internal("a secret is too long to be sealed"))?;
        Ok([self.present.beginning().as_slice(), nonce.as_slice(), sealed.as_slice()].concat())
    }

    /// Opens what was sealed for the same purpose and owner, with the present key or a former one.
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
        let key = self.keys().find(|key| key.mark == *mark).ok_or_else(|| {
            Error::internal(
                "a secret was sealed with another key: put that one into CREWDESK_SECRET_FORMER, or the file secret.former",
            )
        })?;
        let aad = bound_to(purpose, owner);
        let payload = Payload { msg: text, aad: &aad };
        key.cipher().decrypt(&XNonce::from(*nonce), payload).map_err(|_| broken())
    }

    /// With what everything begins that the present key has sealed.
    pub(crate) fn beginning(&self) -> Vec<u8> {
        self.present.beginning()
    }

    /// Which key has sealed what begins so.
    pub(crate) fn by(&self, beginning: &[u8]) -> By {
        if beginning.starts_with(&self.present.beginning()) {
            return By::Present;
        }
        let former = self.former.iter().any(|key| beginning.starts_with(&key.beginning()));
        if former { By::Former } else { By::Unknown }
    }

    fn keys(&self) -> impl Iterator<Item = &Key> {
        std::iter::once(&self.present).chain(&self.former)
    }
}

/// Which key has sealed something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum By {
    /// The present one.
    Present,
    /// One that is being replaced.
    Former,
    /// None that is known.
    Unknown,
}

impl Key {
    fn new(root: &[u8]) -> Self {
        let bytes = derived(root);
        // Tells keys apart and nothing about them.
        let digest = Sha256::new().chain_update(b"crewdesk sealing mark").chain_update(bytes);
        let mut mark = [0; MARK];
        mark.iter_mut().zip(digest.finalize()).for_each(|(to, from)| *to = from);
        Self { bytes, mark }
    }

    fn beginning(&self) -> Vec<u8> {
        [&[FORM], self.mark.as_slice()].concat()
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(&chacha20poly1305::Key::from(self.bytes))
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

    use super::{By, Sealer};

    fn sealer(key: &str) -> Sealer {
        Sealer::new(key.as_bytes(), [])
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
        assert_eq!(sealer("one").by(&sealed), By::Present);
        assert_eq!(sealer("two").by(&sealed), By::Unknown);
    }

    #[test]
    fn a_former_key_opens_and_the_present_one_seals() {
        let (entropy, owner) = (Entropy::seeded(2), Uuid::from_u128(7));
        let before = sealer("one").seal("totp", owner, b"kettles", &entropy).unwrap();
        let both = Sealer::new(b"two", [b"one".as_slice()]);
        assert_eq!(both.by(&before), By::Former);
        assert_eq!(both.open("totp", owner, &before).unwrap(), b"kettles");
        let after = both.seal("totp", owner, b"kettles", &entropy).unwrap();
        assert_eq!(both.by(&after), By::Present);
        assert!(sealer("one").open("totp", owner, &after).is_err());
        assert_eq!(sealer("two").open("totp", owner, &after).unwrap(), b"kettles");
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
