use kernel::{Entropy, Secret};

/// Letters and digits that can't be mistaken for one another when read aloud or from paper.
const LETTERS: &[u8] = b"abcdefghjkmnpqrstuvwxyz23456789";

/// A password to be read to somebody: five groups of four, of 31 characters each (99 bits).
pub(crate) fn generate(entropy: &Entropy) -> Secret {
    let mut text = String::with_capacity(24);
    for place in 0..20 {
        if place > 0 && place % 4 == 0 {
            text.push('-');
        }
        let letter = usize::try_from(entropy.below(LETTERS.len() as u64)).unwrap_or(0);
        text.push(LETTERS.get(letter).copied().map_or('x', char::from));
    }
    Secret::new(text)
}

#[cfg(test)]
mod tests {
    use kernel::Entropy;

    #[test]
    fn it_reads_in_groups_and_passes_the_rules() {
        let password = super::generate(&Entropy::seeded(7));
        assert_eq!(password.expose().len(), 24);
        assert_eq!(password.expose().split('-').count(), 5);
        assert_eq!(super::super::check(&password, 15, &[], &[]), Ok(()));
    }
}
