//! Recovery codes: ten ways in for whoever has lost what they have.

use db::{Tx, params};
use kernel::ids::AccountId;
use kernel::{Entropy, Result, Secret, Timestamp};
use sha2::{Digest as _, Sha256};

use super::table::{CODES_LEFT, INSERT_CODE, REMOVE_CODES, USE_CODE};
use crate::cx::Cx;

/// How many there are.
pub const CODES: usize = 10;
/// Letters of a code: 80 random bits, so that a plain hash suffices.
const LENGTH: usize = 16;
/// Digits and letters that can't be taken for one another.
const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// New recovery codes, shown this once.
#[derive(Debug, Clone)]
pub struct RecoveryCodes(pub Vec<Secret>);

/// Makes new codes; the former ones are void.
pub(super) async fn make(cx: &mut Cx<'_>, account: AccountId) -> Result<RecoveryCodes> {
    cx.tx.execute(REMOVE_CODES, &params![account]).await?;
    let mut codes = Vec::with_capacity(CODES);
    for _ in 0..CODES {
        let letters = random(cx.entropy);
        cx.tx.execute(INSERT_CODE, &params![account, hash(account, &letters), cx.now]).await?;
        codes.push(Secret::new(spaced(&letters)));
    }
    Ok(RecoveryCodes(codes))
}

/// Uses a code up. Of several at once one wins.
pub(super) async fn spend(
    tx: &mut Tx,
    account: AccountId,
    typed: &str,
    now: Timestamp,
) -> Result<bool> {
    let Some(letters) = read(typed) else { return Ok(false) };
    Ok(tx.execute(USE_CODE, &params![account, hash(account, &letters), now]).await? > 0)
}

/// How many are left.
pub(super) async fn left(tx: &mut Tx, account: AccountId) -> Result<i64> {
    Ok(tx.one::<(i64,)>(CODES_LEFT, &params![account]).await?.0)
}

fn random(entropy: &Entropy) -> String {
    let bytes: [u8; LENGTH] = entropy.bytes();
    bytes
        .iter()
        .filter_map(|byte| LETTERS.get(usize::from(byte % 32)))
        .map(|c| char::from(*c))
        .collect()
}

/// In fours, as people read them.
fn spaced(letters: &str) -> String {
    let mut text = String::with_capacity(LENGTH + 3);
    for (n, letter) in letters.chars().enumerate() {
        if n > 0 && n % 4 == 0 {
            text.push('-');
        }
        text.push(letter);
    }
    text
}

/// What was meant: in any case, with or without hyphens, `o` for zero and `i` or `l` for one.
fn read(typed: &str) -> Option<String> {
    let mut letters = String::with_capacity(LENGTH);
    for letter in typed.chars().filter(|c| !c.is_whitespace() && *c != '-').take(LENGTH + 1) {
        let letter = match letter.to_ascii_lowercase() {
            'o' => '0',
            'i' | 'l' => '1',
            other => other,
        };
        if !letter.is_ascii_lowercase() && !letter.is_ascii_digit() {
            return None;
        }
        letters.push(letter);
    }
    (letters.len() == LENGTH).then_some(letters)
}

fn hash(account: AccountId, letters: &str) -> Vec<u8> {
    let digest = Sha256::new()
        .chain_update(b"crewdesk recovery code")
        .chain_update(account.as_uuid().as_bytes())
        .chain_update(letters);
    digest.finalize().to_vec()
}

#[cfg(test)]
mod tests {
    use kernel::Entropy;

    use super::{random, read, spaced};

    #[test]
    fn a_code_is_read_as_it_is_meant() {
        let letters = random(&Entropy::seeded(1));
        assert_eq!(read(&spaced(&letters)), Some(letters.clone()));
        assert_eq!(read(&spaced(&letters).to_uppercase().replace('-', " ")), Some(letters));
        assert_eq!(read("oil0-0000-0000-0000").as_deref(), Some("0110000000000000"));
        for wrong in
            ["", "123456", "oil0-0000-0000-000", "oil0-0000-0000-00000", "ä000-0000-0000-0000"]
        {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }
}
