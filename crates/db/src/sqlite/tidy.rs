//! Keeps a search index in few pieces.
//!
//! Each commit adds a piece; the engine merges some on the way, but after a large import a search looks into
//! two dozen of them, which takes longer than finding the rows.

use super::{Writer, fault};
use crate::{DbError, closing::Closing, tx::Until};
use rusqlite::Connection;
use std::sync::Arc;

/// Pages that one step merges: some milliseconds, in which nobody else writes.
const STEP: i64 = 64;

/// Merges the index of `table` into one piece, step by step, if it has more than `pieces`.
pub(crate) async fn merge(
    writer: &Arc<Writer>,
    table: &'static str,
    pieces: i64,
) -> Result<(), DbError> {
    // The first step counts downwards: it puts all pieces into one merge, which the others carry on.
    let mut pages = -STEP;
    loop {
        let turn = writer.turn().await?;
        let more = pages > 0 || count(turn.connection()?, table)? > pieces;
        let more = more && step(turn.connection()?, table, pages)?;
        turn.commit(Closing::default(), Until::OnDisk).await?;
        if !more {
            return Ok(());
        }
        pages = STEP;
    }
}

fn count(connection: &Connection, table: &str) -> Result<i64, DbError> {
    let sql = format!("SELECT COUNT(DISTINCT segid) FROM {table}_search_idx");
    connection.query_row(&sql, [], |row| row.get(0)).map_err(|error| fault::translate(&error))
}

/// Whether there is more to merge: a step that has nothing to do changes fewer than two rows.
fn step(connection: &Connection, table: &str, pages: i64) -> Result<bool, DbError> {
    let before = connection.total_changes();
    let sql = format!("INSERT INTO {table}_search ({table}_search, rank) VALUES ('merge', ?1)");
    connection.execute(&sql, [pages]).map_err(|error| fault::translate(&error))?;
    Ok(connection.total_changes().saturating_sub(before) >= 2)
}
