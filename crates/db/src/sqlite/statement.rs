//! Binds, runs and reads one statement on a SQLite connection.

use super::fault;
use crate::{DbError, FromRow, Row, Value, ValueRef, row::Source};
use rusqlite::{
    Connection, Statement, ToSql,
    types::{ToSqlOutput, ValueRef as Stored},
};

/// Lends a value to the driver, without copying it.
struct Bind<'a>(&'a Value);

impl ToSql for Bind<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self.0 {
            Value::Null => Stored::Null,
            Value::Int(int) => Stored::Integer(*int),
            Value::Text(text) => Stored::Text(text.as_bytes()),
            Value::Bool(flag) => Stored::Integer((*flag).into()),
            Value::Bytes(bytes) => Stored::Blob(bytes),
            Value::Uuid(uuid) => Stored::Blob(uuid.as_bytes()),
            Value::Real(real) => Stored::Real(*real),
        }))
    }
}

/// Binds each parameter to the number it carries in the text.
///
/// SQLite numbers `$2 … $1` by first appearance, so the name decides and not the position.
fn bind(statement: &mut Statement<'_>, params: &[Value]) -> Result<(), DbError> {
    let mut highest = 0;
    for position in 1..=statement.parameter_count() {
        let number = statement
            .parameter_name(position)
            .and_then(|name| name.strip_prefix('$'))
            .and_then(|digits| digits.parse::<usize>().ok())
            .ok_or_else(|| DbError::other("a parameter is not written $1, $2, …"))?;
        let value = number
            .checked_sub(1)
            .and_then(|index| params.get(index))
            .ok_or_else(|| DbError::other(format!("no value was given for ${number}")))?;
        if matches!(value, Value::Text(text) if text.as_bytes().contains(&0)) {
            return Err(DbError::Nul);
        }
        statement.raw_bind_parameter(position, Bind(value)).map_err(|e| fault::translate(&e))?;
        highest = highest.max(number);
    }
    if highest == params.len() {
        return Ok(());
    }
    Err(DbError::other(format!("{} values given for {highest} parameters", params.len())))
}

/// Lends one column as it is stored.
pub(crate) fn column<'a>(
    row: &'a rusqlite::Row<'_>,
    position: usize,
) -> Result<ValueRef<'a>, DbError> {
    let stored = row
        .get_ref(position)
        .map_err(|_| DbError::other(format!("there is no column {position}")))?;
    Ok(match stored {
        Stored::Null => ValueRef::Null,
        Stored::Integer(int) => ValueRef::Int(int),
        Stored::Real(real) => ValueRef::Real(real),
        Stored::Text(text) => ValueRef::Text(
            std::str::from_utf8(text)
                .map_err(|_| DbError::other(format!("column {position} is not UTF-8")))?,
        ),
        Stored::Blob(blob) => ValueRef::Bytes(blob),
    })
}

/// At most one row.
pub(crate) fn optional<R: FromRow>(
    connection: &Connection,
    sql: &str,
    params: &[Value],
) -> Result<Option<R>, DbError> {
    let mut statement = connection.prepare_cached(sql).map_err(|e| fault::translate(&e))?;
    bind(&mut statement, params)?;
    let mut rows = statement.raw_query();
    let Some(row) = rows.next().map_err(|e| fault::translate(&e))? else {
        return Ok(None);
    };
    let found = R::from_row(&Row(Source::Sqlite(row)))?;
    match rows.next().map_err(|e| fault::translate(&e))? {
        None => Ok(Some(found)),
        Some(_) => Err(DbError::other("more than one row where at most one was asked for")),
    }
}

/// All rows.
pub(crate) fn all<R: FromRow>(
    connection: &Connection,
    sql: &str,
    params: &[Value],
) -> Result<Vec<R>, DbError> {
    let mut found = Vec::new();
    each(connection, sql, params, |row| {
        found.push(R::from_row(row)?);
        Ok(())
    })?;
    Ok(found)
}

/// Shows every row to `see`, one at a time.
pub(crate) fn each(
    connection: &Connection,
    sql: &str,
    params: &[Value],
    mut see: impl FnMut(&Row<'_>) -> Result<(), DbError>,
) -> Result<(), DbError> {
    let mut statement = connection.prepare_cached(sql).map_err(|e| fault::translate(&e))?;
    bind(&mut statement, params)?;
    let mut rows = statement.raw_query();
    while let Some(row) = rows.next().map_err(|e| fault::translate(&e))? {
        see(&Row(Source::Sqlite(row)))?;
    }
    Ok(())
}

/// Runs a statement that returns nothing; the number of rows it changed.
pub(crate) fn execute(
    connection: &Connection,
    sql: &str,
    params: &[Value],
) -> Result<u64, DbError> {
    let mut statement = connection.prepare_cached(sql).map_err(|e| fault::translate(&e))?;
    bind(&mut statement, params)?;
    let changed = statement.raw_execute().map_err(|e| fault::translate(&e))?;
    Ok(changed as u64)
}

/// Prepares a statement and forgets it.
pub(crate) fn prepare(connection: &Connection, sql: &str) -> Result<(), DbError> {
    connection.prepare(sql).map(drop).map_err(|error| fault::translate(&error))
}
