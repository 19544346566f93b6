use kernel::{Code, Secret};
use unicode_normalization::UnicodeNormalization as _;
use zxcvbn::Score;

/// Longest password, in characters after normalising.
const LONGEST: usize = 256;
/// As much of a long password is looked at for ease of guessing; the rest only makes it harder.
const LOOKED_AT: usize = 72;
/// Words shorter than this say nothing about a password that holds them.
const TELLING: usize = 4;

/// The form in which passwords are compared: the same on every keyboard (NIST SP 800-63B-4, 3.1.1.2).
pub(crate) fn normal(password: &Secret) -> Secret {
    // A longer one was never accepted; its beginning is as wrong as the whole.
    Secret::new(password.expose().chars().take(4 * LONGEST).nfkc().collect::<String>())
}

/// Whether a password may be chosen. `names` are what an attacker would try first: the person's names and
/// address, the organisation; `refused` are words that the organisation wants in none.
///
/// Beside the list of common passwords, whatever is put together from few common or expected pieces is
/// refused: repetitions, sequences, rows of keys, dates.
pub(crate) fn check(
    password: &Secret,
    shortest: usize,
    names: &[String],
    refused: &[String],
) -> Result<(), Code> {
    let password = normal(password);
    let length = password.expose().chars().count();
    if length < shortest {
        return Err(Code::PasswordTooShort);
    }
    if length > LONGEST {
        return Err(Code::PasswordTooLong);
    }
    let looked_at: String = password.expose().chars().take(LOOKED_AT).collect();
    let folded = kernel::fold(password.expose());
    if refused.iter().map(|word| kernel::fold(word)).any(|word| folded.contains(&word)) {
        return Err(Code::PasswordWordRefused);
    }
    let words = expected(names);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    if is_mostly_expected(&kernel::fold(&looked_at), &words) {
        return Err(Code::PasswordOfNames);
    }
    if zxcvbn::zxcvbn(&looked_at, &words).score() < Score::Three {
        return Err(Code::PasswordRefused);
    }
    Ok(())
}

/// The words of the context and of the product, folded.
fn expected(context: &[String]) -> Vec<String> {
    let mut words = vec!["crewdesk".to_owned()];
    for text in context {
        let folded = kernel::fold(text);
        words.extend(folded.split(|c: char| !c.is_alphanumeric()).map(str::to_owned));
        words.push(folded);
    }
    words.retain(|word| word.chars().count() >= TELLING);
    words.sort_unstable_by_key(|word| std::cmp::Reverse(word.len()));
    words.dedup();
    words
}

/// Whether fewer than eight characters remain once the expected words are taken out.
fn is_mostly_expected(password: &str, words: &[&str]) -> bool {
    let rest = words.iter().fold(password.to_owned(), |rest, word| rest.replace(word, ""));
    rest.len() < password.len() && rest.chars().filter(|c| c.is_alphanumeric()).count() < 8
}

#[cfg(test)]
mod tests {
    use kernel::{Code, Secret};

    use super::check;

    fn judged(password: &str) -> Result<(), Code> {
        let context =
            ["Nordwind Support", "Annabelle", "Novák", "annabelle.novak@nordwind.example"];
        check(&Secret::new(password), 15, &context.map(str::to_owned), &["Bílá hora".to_owned()])
    }

    #[test]
    fn long_phrases_and_random_ones_are_taken() {
        for password in [
            "correct horse battery staple",
            "kráva pije modré mléko",
            "z8#Lq2vTr9!mWx4p",
            "うさぎとかめが競走した朝はやく",
        ] {
            assert_eq!(judged(password), Ok(()), "{password}");
        }
        assert_eq!(judged(&"vellum tractor mango ".repeat(4)), Ok(()));
    }

    #[test]
    fn easy_ones_are_refused() {
        for password in [
            "passwordpassword",
            "password1234567",
            "123456789012345",
            "aaaaaaaaaaaaaaaaaaaa",
            "qwertyuiopasdfgh",
            "1qaz2wsx3edc4rfv",
            "Summer2024Summer2024",
            "letmeinletmeinletmein",
        ] {
            assert_eq!(judged(password), Err(Code::PasswordRefused), "{password}");
        }
    }

    #[test]
    fn acc_4_names_and_refused_words_are_refused_for_their_own_reasons() {
        for password in [
            "CrewdeskCrewdesk1",
            "Nordwind-Support-24",
            "annabelle.novak@nordwind.example",
            "NovakAnnabelle123",
        ] {
            assert_eq!(judged(password), Err(Code::PasswordOfNames), "{password}");
        }
        let word = "vellum tractor BILA HORA mango";
        assert_eq!(judged(word), Err(Code::PasswordWordRefused));
    }

    #[test]
    fn length_counts_characters() {
        assert_eq!(judged("z8#Lq2vTr9!mWx"), Err(Code::PasswordTooShort));
        assert_eq!(judged(&"x7 Kp".repeat(52)), Err(Code::PasswordTooLong));
    }
}
