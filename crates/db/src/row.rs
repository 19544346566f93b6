//! Reading rows, the same way from both drivers.

use crate::{DbError, FromValue, postgres, sqlite};

/// One row of a result while it is read.
pub struct Row<'a>(pub(crate) Source<'a>);

/// The driver's own row.
pub(crate) enum Source<'a> {
    Sqlite(&'a rusqlite::Row<'a>),
    Postgres(&'a tokio_postgres::Row),
}

impl Row<'_> {
    /// Reads the column at this position, counted from 0.
    ///
    /// # Errors
    /// [`DbError::Other`] when there is no such column or it holds another type.
    pub fn get<T: FromValue>(&self, position: usize) -> Result<T, DbError> {
        let value = match &self.0 {
            Source::Sqlite(row) => sqlite::column(row, position)?,
            Source::Postgres(row) => postgres::column(row, position)?,
        };
        T::from_value(value)
            .map_err(|reason| DbError::other(format!("column {position}: {reason}")))
    }

    /// How many columns there are.
    pub(crate) fn len(&self) -> usize {
        match &self.0 {
            Source::Sqlite(row) => row.as_ref().column_count(),
            Source::Postgres(row) => row.len(),
        }
    }

    /// Reads the columns one after the other.
    #[must_use]
    pub fn columns(&self) -> Columns<'_> {
        Columns { row: self, position: 0 }
    }
}

/// Hands out the columns of a row from left to right.
pub struct Columns<'a> {
    row: &'a Row<'a>,
    position: usize,
}

impl Columns<'_> {
    /// Reads the next column.
    ///
    /// # Errors
    /// As [`Row::get`].
    #[expect(clippy::should_implement_trait, reason = "each column has a type of its own")]
    pub fn next<T: FromValue>(&mut self) -> Result<T, DbError> {
        let value = self.row.get(self.position);
        self.position += 1;
        value
    }
}

/// What a row can be read as: a struct of [`row!`](crate::row!), or a tuple of columns.
pub trait FromRow: Sized + Send + 'static {
    /// Reads the row by position.
    ///
    /// # Errors
    /// As [`Row::get`].
    fn from_row(row: &Row<'_>) -> Result<Self, DbError>;
}

macro_rules! tuples {
    ($($($letter:ident)+;)*) => {$(
        impl<$($letter: FromValue + Send + 'static),+> FromRow for ($($letter,)+) {
            fn from_row(row: &Row<'_>) -> Result<Self, DbError> {
                let mut columns = row.columns();
                Ok(($(columns.next::<$letter>()?,)+))
            }
        }
    )*};
}
tuples! {
    A;
    A B;
    A B C;
    A B C D;
    A B C D E;
    A B C D E F;
    A B C D E F G;
    A B C D E F G H;
}
