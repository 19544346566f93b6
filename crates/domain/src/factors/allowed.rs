//! Which codes by mail and text message settings let count as a second factor (SPEC ACC-5, ADR 0016).

use super::Kind;
use crate::settings::{Key, SettingValue, Values};

/// The words of the setting, the narrowest first.
pub(crate) const WORDS: &[&str] = &["none", "sms", "mail", "both"];

/// Which of them count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Allowed {
    /// Codes by mail.
    pub mail: bool,
    /// Codes by text message.
    pub sms: bool,
}

impl Allowed {
    /// What the settings of somebody say.
    pub(crate) fn of(values: &Values) -> Self {
        match values.get(Key::FactorCodes) {
            SettingValue::Word(word) => Self::read(&word),
            SettingValue::Flag(_) | SettingValue::Number(_) => Self::default(),
        }
    }
    fn read(word: &str) -> Self {
        let both = word == "both";
        Self { mail: both || word == "mail", sms: both || word == "sms" }
    }
    /// Whether a factor of this kind counts.
    pub const fn takes(self, kind: Kind) -> bool {
        match kind {
            Kind::MailCode => self.mail,
            Kind::SmsCode => self.sms,
            Kind::Totp | Kind::Passkey => true,
        }
    }
    /// What one or the other lets count.
    pub(crate) const fn or(self, other: Self) -> Self {
        Self { mail: self.mail || other.mail, sms: self.sms || other.sms }
    }
}

/// Whether one word of the setting allows no more than another one.
pub(crate) fn is_within(word: &str, above: &str) -> bool {
    let (here, above) = (Allowed::read(word), Allowed::read(above));
    here.or(above) == above
}

#[cfg(test)]
mod tests {
    use super::{WORDS, is_within};

    #[test]
    fn acc_5_below_only_fewer_ways_are_left() {
        for word in WORDS {
            assert!(is_within(word, "both") && is_within("none", word) && is_within(word, word));
        }
        for (word, above) in [("mail", "sms"), ("sms", "mail"), ("both", "mail"), ("sms", "none")] {
            assert!(!is_within(word, above), "{word} below {above}");
        }
    }
}
