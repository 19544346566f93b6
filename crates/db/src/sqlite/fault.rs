//! What SQLite's errors mean.

use crate::DbError;
use rusqlite::{Connection, Error, ErrorCode, ffi};
use std::collections::HashMap;

/// Translates an error of the driver. A unique index is still named by its columns; see [`Names`].
pub(crate) fn translate(error: &Error) -> DbError {
    let Error::SqliteFailure(failure, message) = error else {
        return DbError::other(error.to_string());
    };
    let text = message.as_deref().unwrap_or("");
    match failure.code {
        ErrorCode::ConstraintViolation => constraint(failure.extended_code, text),
        ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => DbError::Busy,
        ErrorCode::DiskFull => DbError::Full,
        ErrorCode::SystemIoFailure | ErrorCode::CannotOpen | ErrorCode::OutOfMemory => {
            DbError::Unavailable(error.to_string())
        }
        _ => DbError::other(error.to_string()),
    }
}

/// Which constraint refused; SQLite says it after a colon in its message.
fn constraint(extended_code: i32, text: &str) -> DbError {
    let subject = text.split_once(": ").map_or("", |(_, subject)| subject).to_owned();
    match extended_code {
        ffi::SQLITE_CONSTRAINT_UNIQUE
        | ffi::SQLITE_CONSTRAINT_PRIMARYKEY
        | ffi::SQLITE_CONSTRAINT_ROWID => DbError::Unique { index: subject },
        ffi::SQLITE_CONSTRAINT_FOREIGNKEY => DbError::ForeignKey,
        _ => DbError::Check { constraint: subject },
    }
}

/// Whether a failed COMMIT means that the disk can't be trusted any more.
///
/// After a failed fsync nobody knows what reached the disk, and asking again may wrongly say
/// "all well". The shared-memory codes only concern the index of the log and are safe.
pub(crate) fn ends_the_process(error: &Error) -> bool {
    let Error::SqliteFailure(failure, _) = error else { return false };
    failure.code == ErrorCode::SystemIoFailure
        && !matches!(
            failure.extended_code,
            ffi::SQLITE_IOERR_SHMSIZE
                | ffi::SQLITE_IOERR_SHMOPEN
                | ffi::SQLITE_IOERR_SHMLOCK
                | ffi::SQLITE_IOERR_SHMMAP
        )
}

/// The names of the unique indexes by what SQLite says when one is violated.
#[derive(Debug, Default)]
pub(crate) struct Names(HashMap<String, String>);

impl Names {
    /// Reads them from the schema.
    pub(crate) fn read(connection: &Connection) -> rusqlite::Result<Self> {
        let mut statement = connection.prepare(
            "SELECT m.name, l.name, l.origin, group_concat(m.name || '.' || c.name, ', ')
             FROM sqlite_schema m, pragma_index_list(m.name) l, pragma_index_info(l.name) c
             WHERE m.type = 'table' AND l.\"unique\" GROUP BY m.name, l.name",
        )?;
        let rows = statement.query_map([], |row| {
            Ok((
                row.get::<_, String>(0)?,
                row.get::<_, String>(1)?,
                row.get::<_, String>(2)?,
                row.get::<_, Option<String>>(3)?,
            ))
        })?;
        let mut names = HashMap::new();
        for row in rows {
            let (table, index, origin, columns) = row?;
            let name = if origin == "pk" { format!("{table}_pkey") } else { index };
            names.insert(columns.unwrap_or_default(), name);
        }
        Ok(Self(names))
    }

    /// Replaces the columns by the index's name.
    pub(crate) fn resolve(&self, error: DbError) -> DbError {
        let DbError::Unique { index } = error else { return error };
        if let Some(name) = self.0.get(&index) {
            return DbError::Unique { index: name.clone() };
        }
        // An index over an expression is named by SQLite itself: index 'users_username'.
        if let Some(name) = index.strip_prefix("index '").and_then(|rest| rest.strip_suffix('\'')) {
            return DbError::Unique { index: name.to_owned() };
        }
        // The rowid alias has no index of its own.
        match index.split_once('.') {
            Some((table, column)) if !column.contains(", ") => {
                DbError::Unique { index: format!("{table}_pkey") }
            }
            _ => DbError::Unique { index },
        }
    }
}
