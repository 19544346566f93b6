//! Values to and from PostgreSQL's own types.

use crate::{DbError, Value, ValueRef};
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
            (value, ty) => Err(format!("{} can't be bound as {ty}", value.lend().kind()).into()),
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    to_sql_checked!();
}

/// Reads a column of any type the product uses.
struct Column<'a>(ValueRef<'a>);

impl<'a> FromSql<'a> for Column<'a> {
    fn from_sql(ty: &Type, raw: &'a [u8]) -> Result<Self, Box<dyn Error + Sync + Send>> {
        Ok(Self(match *ty {
            Type::BOOL => ValueRef::Bool(bool::from_sql(ty, raw)?),
            Type::INT8 => ValueRef::Int(i64::from_sql(ty, raw)?),
            Type::INT4 => ValueRef::Int(i32::from_sql(ty, raw)?.into()),
            Type::INT2 => ValueRef::Int(i16::from_sql(ty, raw)?.into()),
            Type::BYTEA => ValueRef::Bytes(raw),
            Type::UUID => ValueRef::Uuid(Uuid::from_sql(ty, raw)?),
            Type::FLOAT8 => ValueRef::Real(f64::from_sql(ty, raw)?),
            Type::FLOAT4 => ValueRef::Real(f32::from_sql(ty, raw)?.into()),
            _ => ValueRef::Text(<&str>::from_sql(ty, raw)?),
        }))
    }

    fn from_sql_null(_: &Type) -> Result<Self, Box<dyn Error + Sync + Send>> {
        Ok(Self(ValueRef::Null))
    }

    accepts!(BOOL, INT8, INT4, INT2, BYTEA, UUID, FLOAT8, FLOAT4, TEXT, VARCHAR, NAME, BPCHAR);
}

/// Lends one column as it is stored.
pub(crate) fn column(row: &tokio_postgres::Row, position: usize) -> Result<ValueRef<'_>, DbError> {
    row.try_get::<_, Column<'_>>(position)
        .map(|column| column.0)
        .map_err(|error| DbError::other(super::describe(&error)))
}

/// Refuses a NUL before the server does, with the same error as on SQLite.
pub(crate) fn refuse_nul(params: &[Value]) -> Result<(), DbError> {
    let nul = |value: &Value| matches!(value, Value::Text(text) if text.as_bytes().contains(&0));
    if params.iter().any(nul) { Err(DbError::Nul) } else { Ok(()) }
}
