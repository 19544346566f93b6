use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{Columns, DbError, FromRow, Row, Value};

/// One value of a row as JSON: what JSON has as itself, the rest as an object with one letter.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub(super) enum Cell {
    Null(()),
    Flag(bool),
    Int(i64),
    Text(String),
    Uuid {
        u: Uuid,
    },
    Bytes {
        b: String,
    },
    /// The bits of a double: every one comes back as it was.
    Real {
        r: u64,
    },
}

impl From<Value> for Cell {
    fn from(value: Value) -> Self {
        match value {
            Value::Null => Self::Null(()),
            Value::Int(int) => Self::Int(int),
            Value::Text(text) => Self::Text(text),
            Value::Bool(flag) => Self::Flag(flag),
            Value::Bytes(bytes) => Self::Bytes { b: STANDARD_NO_PAD.encode(bytes) },
            Value::Uuid(u) => Self::Uuid { u },
            Value::Real(real) => Self::Real { r: real.to_bits() },
        }
    }
}

impl Cell {
    /// The value, or `None` where the text is not base64.
    pub(super) fn into_value(self) -> Option<Value> {
        Some(match self {
            Self::Null(()) => Value::Null,
            Self::Flag(flag) => Value::Bool(flag),
            Self::Int(int) => Value::Int(int),
            Self::Text(text) => Value::Text(text),
            Self::Uuid { u } => Value::Uuid(u),
            Self::Bytes { b } => Value::Bytes(STANDARD_NO_PAD.decode(b).ok()?),
            Self::Real { r } => Value::Real(f64::from_bits(r)),
        })
    }
}

/// A row with as many columns as it has.
pub(super) struct Cells(pub(super) Vec<Value>);

impl FromRow for Cells {
    fn from_row(row: &Row<'_>) -> Result<Self, DbError> {
        let mut columns: Columns<'_> = row.columns();
        let values = (0..row.len()).map(|_| columns.next::<Value>());
        values.collect::<Result<_, _>>().map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::Cell;
    use crate::Value;

    #[test]
    fn every_value_comes_back_as_it_was() {
        for value in [
            Value::Null,
            Value::Int(i64::MIN),
            Value::Text("{\"u\":\"x\"}\n\u{2028}".into()),
            Value::Bool(true),
            Value::Bytes(vec![0, 255, 7]),
            Value::Uuid(uuid::Uuid::from_u128(7)),
            Value::Real(0.1),
            Value::Real(f64::INFINITY),
        ] {
            let text = serde_json::to_string(&Cell::from(value.clone())).unwrap();
            let cell: Cell = serde_json::from_str(&text).unwrap();
            assert_eq!(cell.into_value().unwrap(), value, "{text}");
        }
    }
}
