//! Which extensions an exchange has: a first and a last one with as many digits.

use kernel::{Code, Result};

use super::table::Exchange;

/// An extension: 2 to 10 digits.
pub(crate) fn extension(text: &str) -> Result<String, Code> {
    let text = text.trim();
    let fits = (2..=10).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    if fits { Ok(text.to_owned()) } else { Err(Code::ExtensionInvalid) }
}

/// Whether the two make a range.
pub(super) fn check(first: &str, last: &str) -> Result<(), Code> {
    if first.len() == last.len() && first <= last {
        return Ok(());
    }
    Err(Code::ExtensionRangeInvalid)
}

/// The number of an extension; leading zeros carry no weight.
pub(super) fn number(extension: &str) -> i64 {
    extension.parse().unwrap_or(0)
}

impl Exchange {
    /// Whether the extension lies in the range.
    pub fn has(&self, extension: &str) -> bool {
        extension.len() == self.first_extension.len()
            && *self.first_extension <= *extension
            && *extension <= *self.last_extension
    }

    /// How many extensions the range holds.
    pub fn extensions(&self) -> i64 {
        number(&self.last_extension) - number(&self.first_extension) + 1
    }

    /// An extension of this exchange by its number.
    pub(super) fn written(&self, number: i64) -> String {
        format!("{number:0width$}", width = self.first_extension.len())
    }
}
