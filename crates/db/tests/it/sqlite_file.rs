//! What lies on disk: SQLite only.

use std::time::Duration;

use db::{Db, DbOptions, testdb};

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
    // The last thread that has a connection closes it, which may be a moment later.
    for _ in 0..200 {
        if !log.exists() {
            return;
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    panic!("the log is left behind");
}

/// The connection that writes is closed by whichever thread has it last, which may be a moment after the
/// database was dropped; while it copies its log, nobody else may look at the file.
#[tokio::test]
async fn opening_waits_for_the_one_who_is_closing() {
    let options = DbOptions { migrations: TABLES, ..DbOptions::default() };
    let mut first = testdb::sqlite_with(options).await;
    first.close();
    let closing = rusqlite::Connection::open(first.folder().unwrap().join("crewdesk.db")).unwrap();
    closing.execute_batch("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT").unwrap();
    let closed = std::thread::spawn(move || {
        std::thread::sleep(Duration::from_millis(200));
        drop(closing);
    });
    let again = Db::open(first.url(), options).await;
    assert!(again.is_ok(), "{:?}", again.err());
    closed.join().unwrap();
}
