//! Writers who go away midway, and writers who meet at one row.

use std::future;
use std::task::Poll;
use std::time::Duration;

use db::{Db, DbError, Tx, params};
use futures::future::join_all;
use tokio::sync::oneshot;

use crate::support::{add, count, on_both};

/// More than a pool has connections, so that none may stay behind.
const TIMES: u64 = 40;
/// More often than a write of two rows has to wait.
const WAITS: u64 = 20;

/// Where a writer is when it is dropped.
#[derive(Debug, Clone, Copy)]
enum At {
    /// Between two statements.
    Rest,
    /// In a part that may fail by itself.
    Attempt,
    /// While a list is read.
    List,
}

/// Writes a row and goes no further.
async fn stop(tx: &mut Tx, at: At, begun: oneshot::Sender<()>) -> Result<(), DbError> {
    add(tx, 1, "a").await?;
    let stop = async |tx: &mut Tx| {
        add(tx, 2, "b").await?;
        begun.send(()).unwrap();
        match at {
            At::List => {
                while tx.all::<(String,)>("SELECT name FROM people", &[]).await?.len() == 2 {}
            }
            At::Rest | At::Attempt => future::pending().await,
        }
        Ok(())
    };
    match at {
        At::Attempt => tx.attempt(stop).await,
        At::Rest | At::List => stop(tx).await,
    }
}

/// Begins a write and drops it midway.
async fn drop_midway(db: &Db, at: At) {
    let (begun, midway) = oneshot::channel();
    let writer = db.clone();
    let write =
        tokio::spawn(async move { writer.write(async |tx| stop(tx, at, begun).await).await });
    midway.await.unwrap();
    write.abort();
    assert!(write.await.unwrap_err().is_cancelled());
}

/// Adds two people in one write.
async fn pair(db: &Db, n: u64) -> Result<(), DbError> {
    let write = db.write(async |tx| {
        add(tx, 2 * n, &format!("{n} left")).await?;
        tokio::task::yield_now().await;
        add(tx, 2 * n + 1, &format!("{n} right")).await
    });
    write.await
}

/// Whether a write told its end before it was dropped, after it had to wait so many times.
async fn told(write: impl Future<Output = Result<(), DbError>>, mut waits: u64) -> bool {
    let mut write = std::pin::pin!(write);
    let end = future::poll_fn(|cx| match write.as_mut().poll(cx) {
        Poll::Ready(end) => Poll::Ready(Some(end)),
        Poll::Pending if waits == 0 => Poll::Ready(None),
        Poll::Pending => {
            waits -= 1;
            Poll::Pending
        }
    });
    matches!(end.await, Some(Ok(())))
}

/// Reads a number and writes the next one, slowly.
async fn count_up(tx: &mut Tx) -> Result<(), DbError> {
    let (value,) = tx
        .locked::<(i64,)>("SELECT value FROM counters WHERE name = $1", &params!["visits"])
        .await?
        .ok_or(DbError::RowMissing)?;
    tokio::time::sleep(Duration::from_millis(2)).await;
    let next = params!["visits", value + 1];
    tx.execute("UPDATE counters SET value = $2 WHERE name = $1", &next).await.map(drop)
}

on_both! {
    async fn a_write_dropped_midway_leaves_nothing_and_holds_up_nobody(db: TestDb) {
        for at in [At::Rest, At::Attempt, At::List] {
            for _ in 0..TIMES {
                drop_midway(&db, at).await;
            }
            assert_eq!(count(&db).await, 0, "{at:?}");
        }
        db.write(async |tx| add(tx, 1, "a").await).await.unwrap();
        assert_eq!(count(&db).await, 1);
    }

    async fn a_neighbour_of_a_dropped_write_keeps_its_own(db: TestDb) {
        let (begun, midway) = oneshot::channel();
        let writer = db.clone();
        let dropped = tokio::spawn(async move { writer.write(async |tx| stop(tx, At::Rest, begun).await).await });
        midway.await.unwrap();
        let neighbour = |n| {
            let db = db.clone();
            tokio::spawn(async move { pair(&db, n).await })
        };
        let neighbours: Vec<_> = (1..=8).map(neighbour).collect();
        tokio::time::sleep(Duration::from_millis(20)).await;
        dropped.abort();
        for neighbour in neighbours {
            neighbour.await.unwrap().unwrap();
        }
        assert_eq!(count(&db).await, 16);
    }

    /// Dropped while it waits for its commit, a write may have happened or not.
    async fn a_write_dropped_at_any_moment_is_whole_or_nothing(db: TestDb) {
        let mut known = 0;
        let all = TIMES * WAITS;
        for round in 0..TIMES {
            let one = |waits: u64| {
                let db = db.clone();
                tokio::spawn(async move { told(pair(&db, WAITS * round + waits), waits).await })
            };
            let ends = join_all((0..WAITS).map(one)).await;
            known += ends.into_iter().map(|told| i64::from(told.unwrap())).sum::<i64>();
        }
        db.write(async |tx| add(tx, 10_000, "last").await).await.unwrap();
        let halves = "SELECT COUNT(*) FROM people WHERE name_key LIKE $1";
        let side = async |side: &str| {
            db.read(async |tx| tx.one::<(i64,)>(halves, &params![side]).await).await.unwrap().0
        };
        let (left, right) = (side("%left").await, side("%right").await);
        assert_eq!(left, right);
        assert!(0 < known && known <= left, "{known} were told of success, {left} are there");
        assert!(left < i64::try_from(all).unwrap(), "all came to their end");
    }

    async fn of_many_who_change_one_row_none_is_lost(db: TestDb) {
        let row = "INSERT INTO counters (name, value) VALUES ($1, $2)";
        db.write(async |tx| tx.execute(row, &params!["visits", 0]).await).await.unwrap();
        let visit = |_| {
            let db = db.clone();
            tokio::spawn(async move { db.write(async |tx| count_up(tx).await).await })
        };
        for visitor in (0..24).map(visit).collect::<Vec<_>>() {
            visitor.await.unwrap().unwrap();
        }
        let value = "SELECT value FROM counters";
        let read = db.read(async |tx| tx.one::<(i64,)>(value, &[]).await).await;
        assert_eq!(read, Ok((24,)));
    }
}
