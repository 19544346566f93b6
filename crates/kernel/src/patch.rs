use serde::{Deserialize, Deserializer};

/// A field of a change: absent keeps, null clears, a value sets (RFC 7396, JSON Merge Patch).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Patch<T> {
    /// The field was not mentioned.
    #[default]
    Absent,
    /// The field is to be cleared.
    Null,
    /// The field is to have this value.
    Value(T),
}

impl<T> Patch<T> {
    /// The new value of an optional field that is now `current`.
    pub fn apply(self, current: Option<T>) -> Option<T> {
        match self {
            Self::Absent => current,
            Self::Null => None,
            Self::Value(value) => Some(value),
        }
    }
    /// Whether the field was not mentioned.
    pub const fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }
    /// Changes the value inside, if there is one.
    pub fn map<U>(self, f: impl FnOnce(T) -> U) -> Patch<U> {
        match self {
            Self::Absent => Patch::Absent,
            Self::Null => Patch::Null,
            Self::Value(value) => Patch::Value(f(value)),
        }
    }
}

impl<T> From<Option<T>> for Patch<T> {
    /// A form field, which is always mentioned: empty clears.
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Self::Value)
    }
}

/// Used with `#[serde(default)]`, which makes a missing key [`Patch::Absent`].
impl<'de, T: Deserialize<'de>> Deserialize<'de> for Patch<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Option::<T>::deserialize(deserializer).map(Into::into)
    }
}
