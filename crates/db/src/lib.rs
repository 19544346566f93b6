//! The one room that knows there are two databases.
//!
//! [`Db`] opens a SQLite file or a PostgreSQL database; [`Db::read`] and [`Db::write`] are the only
//! ways to a connection, and [`Tx`] runs the same SQL text on both. What differs stands in
//! [`dialect`] and nowhere else. The traps this engine closes are named in docs/adr/0002.

pub mod backup;
mod closing;
pub mod dialect;
mod error;
mod facts;
mod fatal;
mod handle;
mod macros;
mod migrate;
mod options;
mod postgres;
mod query;
mod refusal;
mod row;
mod sqlite;
mod tally;
#[cfg(feature = "testdb")]
pub mod testdb;
mod tx;
mod url;

pub use error::{DbError, OpenError};
pub use facts::Facts;
pub use fatal::on_disk_failure;
pub use handle::{Db, Notification};
pub use kernel::value::{FromValue, Value, ValueRef};
pub use migrate::{MIGRATIONS, Migration};
pub use options::{Access, DbOptions, Engine};
pub use query::Query;
pub use row::{Columns, FromRow, Row};
pub use tx::{Attempt, Tx};
pub use url::{DatabaseUrl, PostgresUrl};

#[doc(hidden)]
pub use const_format::concatcp as __concat;
