use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// The form in which text is searched, sorted and compared for uniqueness: compatibility
/// decomposed, lower case, without diacritics, recomposed. Folding twice changes nothing more.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.trim().to_ascii_lowercase();
    }
    let lower: String = text.nfkd().flat_map(char::to_lowercase).map(plain).collect();
    let bare: String = lower.nfkd().filter(|c| !is_combining_mark(*c)).nfkc().collect();
    // Last, because a lone accent is a space with a mark.
    bare.trim().to_owned()
}

/// Letters that carry a stroke or are ligatures have no decomposition in Unicode.
const fn plain(c: char) -> char {
    match c {
        'ø' => 'o',
        'ł' => 'l',
        'đ' | 'ð' => 'd',
        'ħ' => 'h',
        'ı' => 'i',
        'ŧ' => 't',
        'ς' => 'σ',
        other => other,
    }
}

/// Whether the text holds a control or an invisible direction character, which names and addresses
/// must not (they would deceive the reader or break a mail header).
pub fn has_control(text: &str) -> bool {
    text.chars().any(|c| {
        c.is_control() || matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
    })
}

/// One line of text as people mean it: NFC, trimmed, runs of white space made one space.
pub fn tidy_line(text: &str) -> String {
    text.nfc().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn case_width_composition_and_diacritics_are_one() {
        assert_eq!(fold("Žluťoučký KŮŇ"), "zlutoucky kun");
        assert_eq!(fold("Cafe\u{301}"), fold("CAFÉ"));
        assert_eq!(fold("ａｎｎａ@ｅｘａｍｐｌｅ.org"), "anna@example.org");
        assert_eq!(fold("Sørensen"), "sorensen");
        assert_eq!(fold("Łukasz İ"), "lukasz i");
    }

    #[test]
    fn a_lone_accent_folds_to_nothing() {
        assert_eq!(fold("¨"), "");
    }

    proptest::proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in ".{0,40}") {
            let once = fold(&text);
            proptest::prop_assert_eq!(fold(&once), once);
        }
    }
}
