//! What lies on disk: SQLite only.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use db::{Db, DbError, DbOptions, Tx, params, testdb};

use crate::support::{TABLES, add, count, id, sqlite};

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

/// The log stands beside the file, not beside the link.
#[cfg(unix)]
#[tokio::test]
async fn a_link_to_a_database_is_that_database() {
    let options = DbOptions { migrations: TABLES, ..DbOptions::default() };
    let mut there = testdb::sqlite_with(options).await;
    there.close();
    let folder = there.folder().unwrap().join("links");
    std::fs::create_dir(&folder).unwrap();
    let link = folder.join("linked.db");
    std::os::unix::fs::symlink(there.folder().unwrap().join("crewdesk.db"), &link).unwrap();
    let url = format!("sqlite:{}", link.display()).parse().unwrap();
    let db = Db::open(&url, options).await.unwrap();
    db.write(async |tx| add(tx, 1, "Zoë").await).await.unwrap();
    assert_eq!(count(&db).await, 1);
}

/// What a killed process leaves in the log may be in the system's memory only; nothing is built upon it.
#[tokio::test]
async fn what_a_crash_left_in_the_log_is_in_the_file_before_anything_is_written() {
    let options = DbOptions { migrations: TABLES, ..DbOptions::default() };
    let db = testdb::sqlite_with(options).await;
    db.write(async |tx| add(tx, 1, "Zoë").await).await.unwrap();
    let folder = db.folder().unwrap();
    let after = folder.join("after");
    std::fs::create_dir(&after).unwrap();
    for name in ["crewdesk.db", "crewdesk.db-wal"] {
        std::fs::copy(folder.join(name), after.join(name)).unwrap();
    }
    let log = after.join("crewdesk.db-wal");
    assert!(log.metadata().unwrap().len() > 0);
    let url = format!("sqlite:{}", after.join("crewdesk.db").display()).parse().unwrap();
    let again = Db::open(&url, options).await.unwrap();
    assert_eq!(log.metadata().unwrap().len(), 0);
    assert_eq!(count(&again).await, 1);
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

/// A reader that began while the log was copied looks into it; the log must get rid of it nonetheless.
#[tokio::test(flavor = "multi_thread")]
async fn the_log_begins_anew_while_others_read() {
    const PHOTO: &str = "UPDATE people SET photo = $2 WHERE id = $1";
    let db = Arc::new(sqlite().await);
    db.write(async |tx| add(tx, 1, "Zoë").await).await.unwrap();
    let over = Arc::new(AtomicBool::new(false));
    let reader = |db: Arc<testdb::TestDb>, over: Arc<AtomicBool>| async move {
        while !over.load(Ordering::Relaxed) {
            assert_eq!(count(&db).await, 1);
            tokio::task::yield_now().await;
        }
    };
    let readers: Vec<_> =
        (0..8).map(|_| tokio::spawn(reader(Arc::clone(&db), Arc::clone(&over)))).collect();
    // Each fills a twelfth of what the log holds before it is copied.
    for n in 0..120_u8 {
        let photo = vec![n; 4 << 20];
        let stored: Result<u64, DbError> = db
            .write(async |tx: &mut Tx| tx.execute(PHOTO, &params![id(1), photo.clone()]).await)
            .await;
        stored.unwrap();
    }
    over.store(true, Ordering::Relaxed);
    for reader in readers {
        reader.await.unwrap();
    }
    let log = db.folder().unwrap().join("crewdesk.db-wal").metadata().unwrap().len();
    assert!(log < 128 << 20, "{} MiB", log >> 20);
}
