//! What is left for the end of a transaction: the search index, and what other nodes are told.
//!
//! SQLite ends a piece of its search index with each savepoint, and later merges the pieces. Writes that commit
//! together are savepoints of one transaction; their texts are indexed just before its COMMIT, as one piece.

use crate::{DbError, Tx, Value, dialect, params};

/// PostgreSQL takes no longer notification, in bytes.
const LONGEST_NOTE: usize = 7999;

/// What happens at the commit.
#[derive(Debug, Default)]
pub(crate) struct Closing {
    /// Statements that keep the search index, in order.
    pub(crate) index: Vec<(String, Vec<Value>)>,
    /// What every node is told once it is committed.
    pub(crate) notes: Vec<String>,
}

/// How much there was at some time.
#[derive(Debug)]
pub(crate) struct Mark(usize, usize);

impl Closing {
    /// As much as there is now.
    pub(crate) fn mark(&self) -> Mark {
        Mark(self.index.len(), self.notes.len())
    }

    /// Forgets what came later.
    pub(crate) fn back_to(&mut self, mark: &Mark) {
        self.index.truncate(mark.0);
        self.notes.truncate(mark.1);
    }

    /// Adds what another leaves.
    pub(crate) fn append(&mut self, mut other: Self) {
        self.index.append(&mut other.index);
        self.notes.append(&mut other.notes);
    }
}

impl Tx {
    /// Tells every node, once the transaction is committed. Forgotten if it is not; the same text
    /// twice in a transaction is told once.
    ///
    /// # Errors
    /// [`DbError::Other`] for more than 7,999 bytes, [`DbError::Nul`] for a NUL character.
    pub fn notify(&mut self, note: String) -> Result<(), DbError> {
        if note.len() > LONGEST_NOTE {
            return Err(DbError::other("the notification is longer than 7,999 bytes"));
        }
        if note.contains('\0') {
            return Err(DbError::Nul);
        }
        if !self.closing.notes.contains(&note) {
            self.closing.notes.push(note);
        }
        Ok(())
    }

    /// Makes a row of a searchable table found by this folded text, once the transaction is committed. To be
    /// called after INSERT and after each UPDATE of `search`; PostgreSQL needs nothing.
    pub fn search_put(&mut self, table: &'static str, seq: i64, text: &str) {
        let statement = dialect::index(self.engine(), table);
        let statement = statement.map(|sql| (sql, params![seq, text].into()));
        self.closing.index.extend(statement);
    }

    /// Makes a row no longer found, once the transaction is committed. To be called after DELETE.
    pub fn search_drop(&mut self, table: &'static str, seq: i64) {
        let statement = dialect::unindex(self.engine(), table);
        self.closing.index.extend(statement.map(|sql| (sql, params![seq].into())));
    }
}
