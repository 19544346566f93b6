use std::borrow::Cow;

/// Text as a cell of a spreadsheet: what a spreadsheet would run as a formula begins with an apostrophe, so
/// that it is shown as it is (SECURITY.md S13).
#[must_use]
pub fn cell(text: &str) -> Cow<'_, str> {
    let begins = |c: char| {
        matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠')
    };
    if text.trim_start_matches(' ').starts_with(begins) {
        return Cow::Owned(format!("'{text}"));
    }
    Cow::Borrowed(text)
}

#[cfg(test)]
mod tests {
    use super::cell;

    #[test]
    fn s13_a_formula_is_shown_and_not_run() {
        for text in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "＝1"] {
            assert_eq!(cell(text), format!("'{text}"));
        }
        for text in ["Ada", "", "a=1", "Anne-Marie", "1+1"] {
            assert_eq!(cell(text), text);
        }
    }
}
