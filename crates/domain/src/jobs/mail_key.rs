use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use kernel::{Entropy, Secret, Token};
use sha2::Sha256;
use uuid::Uuid;

/// Derives the links and codes that stand in mails. The same mail always gets the same one, so that
/// one sent twice by a crash holds what the first held (SECURITY.md R4), and neither the database nor
/// the outbox needs to keep it: they hold a hash and an id.
#[derive(Clone)]
pub(crate) struct MailKey(Vec<u8>);

impl MailKey {
    pub(crate) fn new(key: Option<&Secret>, entropy: &Entropy) -> Self {
        let random = || entropy.bytes::<32>().to_vec();
        Self(key.map_or_else(random, |key| key.expose().as_bytes().to_vec()))
    }

    /// What other keys of the installation are derived from.
    pub(crate) fn root(&self) -> &[u8] {
        &self.0
    }

    /// The token of the `n`th sending of something.
    pub(crate) fn token(&self, prefix: &str, id: Uuid, n: i64) -> Token {
        let text = format!("{prefix}_{}", URL_SAFE_NO_PAD.encode(self.derive(prefix, id, n)));
        // Never empty: prefix and 43 letters are a token.
        Token::from_request(&text).unwrap_or_else(|| Token::generate(prefix, &Entropy::system()))
    }

    /// The six digits of a request, each of the million equally likely (SECURITY.md S6).
    pub(crate) fn code(&self, purpose: &str, id: Uuid) -> Secret {
        const CODES: u64 = 1_000_000;
        let fair = u64::MAX - u64::MAX % CODES;
        let mut round = 0;
        loop {
            let mut bytes = [0; 8];
            bytes.iter_mut().zip(self.derive(purpose, id, round)).for_each(|(to, from)| *to = from);
            let number = u64::from_le_bytes(bytes);
            if number < fair {
                return Secret::new(format!("{:06}", number % CODES));
            }
            round += 1;
        }
    }

    fn derive(&self, purpose: &str, id: Uuid, n: i64) -> Vec<u8> {
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(&self.0) else { return Vec::new() };
        mac.update(purpose.as_bytes());
        mac.update(&[0]);
        mac.update(id.as_bytes());
        mac.update(&n.to_le_bytes());
        mac.finalize().into_bytes().to_vec()
    }
}

impl std::fmt::Debug for MailKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("MailKey(…)")
    }
}

#[cfg(test)]
mod tests {
    use kernel::{Entropy, Secret};
    use uuid::Uuid;

    use super::MailKey;

    #[test]
    fn the_same_mail_has_the_same_token_and_every_other_another() {
        let (key, entropy) = (Secret::new("k"), Entropy::seeded(1));
        let key = MailKey::new(Some(&key), &entropy);
        let id = Uuid::from_u128(1);
        assert_eq!(key.token("cdi", id, 1), key.token("cdi", id, 1));
        assert_ne!(key.token("cdi", id, 1), key.token("cdi", id, 2));
        assert_ne!(key.token("cdi", id, 1), key.token("cdi", Uuid::from_u128(2), 1));
        assert_ne!(key.token("cdi", id, 1), MailKey::new(None, &entropy).token("cdi", id, 1));
        assert_eq!(key.token("cdi", id, 1).expose().len(), 47);
    }

    #[test]
    fn codes_are_six_digits_and_spread_evenly() {
        let key = MailKey::new(None, &Entropy::seeded(1));
        let mut first = [0_u32; 10];
        for n in 0..10_000 {
            let code = key.code("reset", Uuid::from_u128(n));
            assert_eq!(code.expose().len(), 6);
            first[usize::from(code.expose().as_bytes()[0] - b'0')] += 1;
        }
        assert!(first.iter().all(|n| (850..1150).contains(n)), "{first:?}");
    }
}
