//! What lies on disk: SQLite only.

use db::{DbOptions, testdb};

use crate::support::{TABLES, add, count};

/// Whoever copies the file of a stopped server has everything.
#[tokio::test]
async fn a_closed_database_is_one_file() {
    let options = DbOptions { migrations: TABLES, ..DbOptions::default() };
    let mut db = testdb::sqlite_with(options).await;
    db.write(async |tx| add(tx, 1, "Zoë").await).await.unwrap();
    assert_eq!(count(&db).await, 1);
    let log = db.folder().unwrap().join("crewdesk.db-wal");
    assert!(log.exists(), "the log is in use while the database is open");
    db.close();
    assert!(!log.exists(), "the log is left behind");
}
