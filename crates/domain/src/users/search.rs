//! What someone typed into the search box (SPEC USR-1): words mean OR, a quoted phrase is an exact
//! substring.

use kernel::{Code, Error, Result};

/// Longest search, in characters.
const LONGEST: usize = 200;
/// Most terms.
const TERMS: usize = 8;
/// What a word of the text that is searched stands behind: each of its lines begins with a line feed.
const BEFORE_A_WORD: [char; 2] = [' ', '\n'];

/// Folded terms of a search, each to be found as a substring.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Search(Vec<String>, String);

impl Search {
    /// Reads a search; empty text means no search.
    ///
    /// # Errors
    /// [`Error::Invalid`] with the pointer `search` where it is too long.
    pub fn parse(text: &str) -> Result<Self> {
        if text.chars().count() > LONGEST {
            return Err(Error::field("search", Code::SearchTooLong));
        }
        let mut terms = Vec::new();
        for (position, part) in text.split('"').enumerate() {
            let quoted = position % 2 == 1;
            if quoted {
                terms.push(kernel::fold(part));
            } else {
                terms.extend(part.split_whitespace().map(kernel::fold));
            }
        }
        terms.retain(|term| !term.is_empty());
        terms.dedup();
        if terms.len() > TERMS {
            return Err(Error::field("search", Code::SearchTooLong));
        }
        Ok(Self(terms, text.trim().to_owned()))
    }

    /// The search as it was typed.
    pub fn text(&self) -> String {
        self.1.clone()
    }

    /// Whether nothing is searched for.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What the search index is asked for: terms of three letters and more at any position, those of two at the
    /// beginning of a word. The index knows three characters at a time, and what stands before a word is one of them.
    pub(super) fn needles(&self) -> Vec<String> {
        let needles = self.0.iter().flat_map(|term| match term.chars().count() {
            0 | 1 => Vec::new(),
            2 => BEFORE_A_WORD.iter().map(|before| format!("{before}{term}")).collect(),
            _ => vec![term.clone()],
        });
        needles.collect()
    }

    /// Single letters, which are looked for at the beginning of family names and usernames only.
    pub(super) fn letters(&self) -> Vec<String> {
        self.0.iter().filter(|term| term.chars().count() == 1).cloned().collect()
    }
}

/// Pieces of the search index above which they are merged.
const PIECES: i64 = 12;

/// Keeps searches quick after many changes; the worker calls it every minute.
///
/// # Errors
/// Faults of the database.
pub async fn tidy_search(crewdesk: &crate::Crewdesk) -> kernel::Result<()> {
    Ok(crewdesk.db().tidy_search("users", PIECES).await?)
}

#[cfg(test)]
mod tests {
    use super::Search;

    #[test]
    fn words_are_terms_and_a_phrase_is_one() {
        let search = Search::parse(r#"Žluť "Anna  Nová" x"#).unwrap();
        assert_eq!(search.needles(), ["zlut", "anna  nova"]);
        assert_eq!(search.letters(), ["x"]);
        assert!(Search::parse("  \"\" ").unwrap().is_empty());
    }

    #[test]
    fn two_letters_are_the_beginning_of_a_word() {
        assert_eq!(Search::parse("Bo").unwrap().needles(), [" bo", "\nbo"]);
    }

    #[test]
    fn an_unclosed_quote_runs_to_the_end() {
        assert_eq!(Search::parse("\"jo an").unwrap().needles(), ["jo an"]);
    }

    #[test]
    fn what_is_too_long_is_refused() {
        assert!(Search::parse(&"a".repeat(201)).is_err());
        assert!(Search::parse("a b c d e f g h i").is_err());
    }
}
