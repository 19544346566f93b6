//! Values to and from PostgreSQL's own types.

use crate::{DbError, Value};
use std::error::Error;
use tokio_postgres::types::{
    FromSql, IsNull, ToSql, Type, accepts, private::BytesMut, to_sql_checked,
};
use uuid::Uuid;

/// Lends a value to the driver.
#[derive(Debug)]
pub(crate) struct Bind<'a>(pub(crate) &'a Value);

type Encoded = Result<IsNull, Box<dyn Error + Sync + Send>>;

impl ToSql for Bind<'_> {
    fn to_sql(&self, ty: &Type, out: &mut BytesMut) -> Encoded {
        match (self.0, ty) {
            (Value::Null, _) => Ok(IsNull::Yes),
            (Value::Int(int), &Type::INT8) => int.to_sql(ty, out),
            (Value::Int(int), &Type::INT4) => i32::try_from(*int)?.to_sql(ty, out),
            (Value::Int(int), &Type::INT2) => i16::try_from(*int)?.to_sql(ty, out),
            (Value::Text(text), _) if <&str as ToSql>::accepts(ty) => text.to_sql(ty, out),
            (Value::Bool(flag), &Type::BOOL) => flag.to_sql(ty, out),
            // A truth value that was read from SQLite.
            (Value::Int(int @ (0 | 1)), &Type::BOOL) => (*int == 1).to_sql(ty, out),
            (Value::Bytes(bytes), &Type::BYTEA) => bytes.to_sql(ty, out),
            (Value::Bytes(bytes), &Type::UUID) => Uuid::from_slice(bytes)?.to_sql(ty, out),
            (Value::Uuid(uuid), &Type::UUID) => uuid.to_sql(ty, out),
            (Value::Uuid(uuid), &Type::BYTEA) => uuid.as_bytes().as_slice().to_sql(ty, out),
            (Value::Real(real), &Type::FLOAT8) => real.to_sql(ty, out),
            (value, ty) => Err(format!("{} can't be bound as {ty}", value.kind()).into()),
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    to_sql_checked!();
}

/// Reads a column of any type the product uses.
struct Column(Value);

impl<'a> FromSql<'a> for Column {
    fn from_sql(ty: &Type, raw: &'a [u8]) -> Result<Self, Box<dyn Error + Sync + Send>> {
        Ok(Self(match *ty {
            Type::BOOL => Value::Bool(bool::from_sql(ty, raw)?),
            Type::INT8 => Value::Int(i64::from_sql(ty, raw)?),
            Type::INT4 => Value::Int(i32::from_sql(ty, raw)?.into()),
            Type::INT2 => Value::Int(i16::from_sql(ty, raw)?.into()),
            Type::BYTEA => Value::Bytes(raw.to_vec()),
            Type::UUID => Value::Uuid(Uuid::from_sql(ty, raw)?),
            Type::FLOAT8 => Value::Real(f64::from_sql(ty, raw)?),
            Type::FLOAT4 => Value::Real(f32::from_sql(ty, raw)?.into()),
            _ => Value::Text(String::from_sql(ty, raw)?),
        }))
    }

    fn from_sql_null(_: &Type) -> Result<Self, Box<dyn Error + Sync + Send>> {
        Ok(Self(Value::Null))
    }

    accepts!(BOOL, INT8, INT4, INT2, BYTEA, UUID, FLOAT8, FLOAT4, TEXT, VARCHAR, NAME, BPCHAR);
}

/// Reads one column as it is stored.
pub(crate) fn column(row: &tokio_postgres::Row, position: usize) -> Result<Value, DbError> {
    row.try_get::<_, Column>(position)
        .map(|column| column.0)
        .map_err(|error| DbError::other(super::describe(&error)))
}

/// Refuses a NUL before the server does, with the same error as on SQLite.
pub(crate) fn refuse_nul(params: &[Value]) -> Result<(), DbError> {
    let nul = |value: &Value| matches!(value, Value::Text(text) if text.as_bytes().contains(&0));
    if params.iter().any(nul) { Err(DbError::Nul) } else { Ok(()) }
}
