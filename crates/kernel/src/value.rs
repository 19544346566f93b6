//! The values that travel between rooms and the database.
//!
//! They stand in the kernel, and not in `db`, so that ids, times and closed vocabularies can say
//! themselves how they are stored. Nothing here knows a driver.

use std::sync::Arc;
use uuid::Uuid;

/// One value bound to a statement or kept from a column.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// SQL NULL of any type.
    Null,
    /// A signed 64-bit integer; times are microseconds since 1970 UTC.
    Int(i64),
    /// Text. A NUL character inside is refused when the value is bound.
    Text(String),
    /// A truth value; 0 or 1 on SQLite.
    Bool(bool),
    /// Raw bytes.
    Bytes(Vec<u8>),
    /// A UUID; 16 bytes on SQLite. A 16-byte blob read from SQLite arrives as this variant too.
    Uuid(Uuid),
    /// A double.
    Real(f64),
}

/// One value as a driver or a [`Value`] lends it: nothing is copied before it is known what is wanted.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ValueRef<'a> {
    /// SQL NULL of any type.
    Null,
    /// A signed 64-bit integer.
    Int(i64),
    /// Text.
    Text(&'a str),
    /// A truth value.
    Bool(bool),
    /// Raw bytes; from SQLite, a UUID too.
    Bytes(&'a [u8]),
    /// A UUID.
    Uuid(Uuid),
    /// A double.
    Real(f64),
}

impl Value {
    /// Lends it.
    #[must_use]
    pub fn lend(&self) -> ValueRef<'_> {
        match self {
            Self::Null => ValueRef::Null,
            Self::Int(int) => ValueRef::Int(*int),
            Self::Text(text) => ValueRef::Text(text),
            Self::Bool(flag) => ValueRef::Bool(*flag),
            Self::Bytes(bytes) => ValueRef::Bytes(bytes),
            Self::Uuid(uuid) => ValueRef::Uuid(*uuid),
            Self::Real(real) => ValueRef::Real(*real),
        }
    }
}

impl ValueRef<'_> {
    /// The variant's name, for messages about a mismatch. Never the content: it may be a secret.
    #[must_use]
    pub const fn kind(self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Int(_) => "an integer",
            Self::Text(_) => "text",
            Self::Bool(_) => "a truth value",
            Self::Bytes(_) => "bytes",
            Self::Uuid(_) => "a uuid",
            Self::Real(_) => "a real number",
        }
    }
}

/// What can be read from a column.
pub trait FromValue: Sized {
    /// Reads the value, or says in a short phrase what came instead.
    ///
    /// # Errors
    /// A phrase such as "expected an integer, found text"; it never holds the content.
    fn from_value(value: ValueRef<'_>) -> Result<Self, String>;
}

/// The phrase for a value of the wrong kind, for implementors of [`FromValue`].
#[must_use]
pub fn mismatch(expected: &str, found: ValueRef<'_>) -> String {
    format!("expected {expected}, found {}", found.kind())
}

macro_rules! integers {
    ($($int:ty),*) => {$(
        impl From<$int> for Value {
            fn from(value: $int) -> Self {
                Self::Int(value.into())
            }
        }

        impl FromValue for $int {
            fn from_value(value: ValueRef<'_>) -> Result<Self, String> {
                match value {
                    ValueRef::Int(int) => int
                        .try_into()
                        .map_err(|_| concat!("the integer does not fit in ", stringify!($int)).into()),
                    other => Err(mismatch("an integer", other)),
                }
            }
        }
    )*};
}
integers!(i64, i32, i16, u32, u16, u8);

impl From<&str> for Value {
    fn from(value: &str) -> Self {
        Self::Text(value.to_owned())
    }
}

impl From<String> for Value {
    fn from(value: String) -> Self {
        Self::Text(value)
    }
}

impl From<&String> for Value {
    fn from(value: &String) -> Self {
        Self::Text(value.clone())
    }
}

impl From<bool> for Value {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

impl From<Vec<u8>> for Value {
    fn from(value: Vec<u8>) -> Self {
        Self::Bytes(value)
    }
}

impl From<&[u8]> for Value {
    fn from(value: &[u8]) -> Self {
        Self::Bytes(value.to_vec())
    }
}

impl<const N: usize> From<[u8; N]> for Value {
    fn from(value: [u8; N]) -> Self {
        Self::Bytes(value.to_vec())
    }
}

impl From<Uuid> for Value {
    fn from(value: Uuid) -> Self {
        Self::Uuid(value)
    }
}

impl From<f64> for Value {
    fn from(value: f64) -> Self {
        Self::Real(value)
    }
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

impl FromValue for Value {
    fn from_value(value: ValueRef<'_>) -> Result<Self, String> {
        Ok(match value {
            ValueRef::Null => Self::Null,
            ValueRef::Int(int) => Self::Int(int),
            ValueRef::Text(text) => Self::Text(text.to_owned()),
            ValueRef::Bool(flag) => Self::Bool(flag),
            ValueRef::Bytes(bytes) => match Uuid::from_slice(bytes) {
                Ok(uuid) => Self::Uuid(uuid),
                Err(_) => Self::Bytes(bytes.to_vec()),
            },
            ValueRef::Uuid(uuid) => Self::Uuid(uuid),
            ValueRef::Real(real) => Self::Real(real),
        })
    }
}

impl FromValue for String {
    fn from_value(value: ValueRef<'_>) -> Result<Self, String> {
        match value {
            ValueRef::Text(text) => Ok(text.to_owned()),
            other => Err(mismatch("text", other)),
        }
    }
}

impl FromValue for Arc<str> {
    fn from_value(value: ValueRef<'_>) -> Result<Self, String> {
        match value {
            ValueRef::Text(text) => Ok(text.into()),
            other => Err(mismatch("text", other)),
        }
    }
}

impl FromValue for bool {
    fn from_value(value: ValueRef<'_>) -> Result<Self, String> {
        match value {
            ValueRef::Bool(flag) => Ok(flag),
            ValueRef::Int(0) => Ok(false),
            ValueRef::Int(1) => Ok(true),
            other => Err(mismatch("a truth value", other)),
        }
    }
}

impl FromValue for Vec<u8> {
    fn from_value(value: ValueRef<'_>) -> Result<Self, String> {
        match value {
            ValueRef::Bytes(bytes) => Ok(bytes.to_vec()),
            ValueRef::Uuid(uuid) => Ok(uuid.as_bytes().to_vec()),
            other => Err(mismatch("bytes", other)),
        }
    }
}

impl<const N: usize> FromValue for [u8; N] {
    fn from_value(value: ValueRef<'_>) -> Result<Self, String> {
        let bytes = Vec::from_value(value)?;
        let length = bytes.len();
        bytes.try_into().map_err(|_| format!("expected {N} bytes, found {length}"))
    }
}

impl FromValue for Uuid {
    fn from_value(value: ValueRef<'_>) -> Result<Self, String> {
        match value {
            ValueRef::Uuid(uuid) => Ok(uuid),
            ValueRef::Bytes(bytes) => Self::from_slice(bytes)
                .map_err(|_| format!("expected a uuid of 16 bytes, found {}", bytes.len())),
            other => Err(mismatch("a uuid", other)),
        }
    }
}

impl FromValue for f64 {
    #[expect(clippy::cast_precision_loss, reason = "SQLite stores whole reals as integers")]
    fn from_value(value: ValueRef<'_>) -> Result<Self, String> {
        match value {
            ValueRef::Real(real) => Ok(real),
            ValueRef::Int(int) => Ok(int as Self),
            other => Err(mismatch("a real number", other)),
        }
    }
}

impl<T: FromValue> FromValue for Option<T> {
    fn from_value(value: ValueRef<'_>) -> Result<Self, String> {
        match value {
            ValueRef::Null => Ok(None),
            other => T::from_value(other).map(Some),
        }
    }
}
