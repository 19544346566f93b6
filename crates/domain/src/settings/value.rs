use serde::{Deserialize, Serialize};

/// The value of a setting, as it stands in JSON.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged, expecting = "a setting is a number, a word, true or false")]
pub enum SettingValue {
    /// On or off.
    Flag(bool),
    /// A whole number in the setting's unit.
    Number(i64),
    /// One of the setting's words.
    Word(String),
}

impl SettingValue {
    /// Whether it is on.
    pub const fn is_on(&self) -> bool {
        matches!(self, Self::Flag(true))
    }
    /// The number; 0 for anything else.
    pub const fn number(&self) -> i64 {
        match self {
            Self::Number(number) => *number,
            Self::Flag(_) | Self::Word(_) => 0,
        }
    }
}

impl std::fmt::Display for SettingValue {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Flag(on) => f.write_str(if *on { "on" } else { "off" }),
            Self::Number(number) => number.fmt(f),
            Self::Word(word) => f.write_str(word),
        }
    }
}
