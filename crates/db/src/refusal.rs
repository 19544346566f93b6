use kernel::{Code, Error};

use crate::DbError;

/// How a fault of the database reaches those who asked. A violated index keeps its name, because only
/// the domain knows what it means to people.
impl From<DbError> for Error {
    fn from(fault: DbError) -> Self {
        match fault {
            DbError::RowMissing => Self::NotFound,
            DbError::Unique { index } => Self::Taken(index),
            DbError::Full => Self::StorageFull,
            DbError::Busy | DbError::Unavailable(_) => Self::Unavailable,
            DbError::Nul => Self::field("", Code::ControlCharacters),
            other => Self::internal(other),
        }
    }
}
