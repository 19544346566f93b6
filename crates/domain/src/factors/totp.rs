//! The codes of authenticator apps (RFC 6238): six digits, half a minute, SHA-1, which is what every app speaks.

use kernel::{Error, Result, Timestamp};
use totp_rs::{Builder, Secret, Totp};

/// How many bytes a code is computed from.
pub(super) const BYTES: usize = 20;
/// How long a code is shown.
const STEP: u64 = 30;
/// Who codes are for, as the app shows it.
const ISSUER: &str = "Crewdesk";

/// The step that a typed code belongs to, if it is that of the present step or of the one before.
pub(super) fn step(secret: &[u8], typed: &str, now: Timestamp) -> Result<Option<i64>> {
    let digits: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
    if digits.len() != 6 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Ok(None);
    }
    let totp = builder(secret)?.build().map_err(Error::internal)?;
    let now = u64::try_from(now.micros() / 1_000_000).unwrap_or_default();
    let found = [now, now.saturating_sub(STEP)].into_iter().find_map(|at| totp.check(&digits, at));
    Ok(found.and_then(|step| i64::try_from(step).ok()))
}

/// What an app reads from the picture.
pub(super) fn address(secret: &[u8], account: &str) -> Result<String> {
    let account = account.replace(':', " ");
    let totp: Totp = builder(secret)?
        .with_account_name(account)
        .with_issuer(Some(ISSUER))
        .build()
        .map_err(Error::internal)?;
    totp.to_url().map_err(Error::internal)
}

/// The same for typing.
pub(super) fn letters(secret: &[u8]) -> Result<String> {
    Ok(in_stack(secret)?.to_base32())
}

fn builder(secret: &[u8]) -> Result<Builder> {
    Ok(Builder::new().with_secret(in_stack(secret)?).with_skew(0))
}

fn in_stack(secret: &[u8]) -> Result<Secret> {
    let bytes: [u8; BYTES] =
        secret.try_into().map_err(|_| Error::internal("a secret of another length"))?;
    Ok(Secret::new_stack(bytes))
}

#[cfg(test)]
mod tests {
    use kernel::Timestamp;

    use super::{address, letters, step};

    /// The key of RFC 6238, appendix B.
    const KEY: &[u8; 20] = b"12345678901234567890";

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_micros(seconds * 1_000_000)
    }

    #[test]
    fn acc_5_codes_are_those_of_the_standard() {
        for (seconds, code) in
            [(59, "287082"), (1_111_111_109, "081804"), (2_000_000_000, "279037")]
        {
            assert_eq!(step(KEY, code, at(seconds)).unwrap(), Some(seconds / 30), "{code}");
        }
    }

    #[test]
    fn acc_5_the_present_and_one_former_step_count_and_no_other() {
        assert_eq!(step(KEY, "287082", at(30)).unwrap(), Some(1));
        assert_eq!(step(KEY, "28 70 82", at(89)).unwrap(), Some(1), "the one before");
        assert_eq!(step(KEY, "287082", at(90)).unwrap(), None, "two before");
        assert_eq!(step(KEY, "287082", at(29)).unwrap(), None, "the next");
        for wrong in ["", "28708", "2870822", "28708x", "٢٨٧٠٨٢"] {
            assert_eq!(step(KEY, wrong, at(59)).unwrap(), None, "{wrong}");
        }
    }

    #[test]
    fn the_address_names_product_and_account() {
        let address = address(KEY, "olga@example.org").unwrap();
        assert_eq!(
            address,
            "otpauth://totp/Crewdesk:olga%40example.org?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Crewdesk"
        );
        assert_eq!(letters(KEY).unwrap(), "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    }
}
