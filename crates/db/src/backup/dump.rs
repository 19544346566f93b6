use std::io::Write;

use kernel::Timestamp;

use super::schema::Schema;
use super::value::{Cell, Cells};
use super::{BackupError, FORMAT, Head, Line};
use crate::{Db, MIGRATIONS, Tx, dialect, params};

/// Rows read at a time.
const STRIDE: i64 = 1000;

/// Writes everything in the database, as of one moment, and answers how many rows. The server may go on
/// meanwhile; the database must be at this program's schema.
///
/// # Errors
/// [`BackupError`]; what was written so far is of no use then.
pub async fn dump(db: &Db, now: Timestamp, out: &mut impl Write) -> Result<u64, BackupError> {
    let newest = MIGRATIONS.last().map_or(0, |migration| migration.version);
    let head = Head { crewdesk_backup: FORMAT, migration: newest, created_at: now.rfc3339() };
    line(out, &head)?;
    let rows = db.snapshot(async |tx: &mut Tx| {
        let mut rows = 0;
        for table in Schema::after(MIGRATIONS).tables {
            rows += dump_table(tx, &table, out).await?;
        }
        Ok::<_, BackupError>(rows)
    });
    let rows = rows.await?;
    line(out, &Line::End { rows })?;
    out.flush()?;
    Ok(rows)
}

async fn dump_table(tx: &mut Tx, table: &str, out: &mut impl Write) -> Result<u64, BackupError> {
    let engine = tx.engine();
    let columns = tx.all::<(String,)>(dialect::columns_of(engine), &params![table]).await?;
    let columns: Vec<String> = columns.into_iter().map(|(name,)| name).collect();
    let strides = dialect::strides(engine, table, &columns.join(", "), STRIDE);
    line(out, &Line::Table { table: table.to_owned(), columns })?;
    if let Some(begin) = &strides.begin {
        tx.execute(begin, &[]).await?;
    }
    let (mut rows, mut last) = (0, i64::MIN);
    loop {
        let after = if strides.by_rowid { params![last].to_vec() } else { Vec::new() };
        let read = tx.all::<Cells>(&strides.next, &after).await?;
        if read.is_empty() {
            return Ok(rows);
        }
        rows += u64::try_from(read.len()).unwrap_or(0);
        for Cells(mut values) in read {
            if strides.by_rowid {
                last = values.pop().and_then(as_int).unwrap_or(i64::MAX);
            }
            line(out, &Line::Row(values.into_iter().map(Cell::from).collect()))?;
        }
    }
}

fn as_int(value: crate::Value) -> Option<i64> {
    match value {
        crate::Value::Int(int) => Some(int),
        _ => None,
    }
}

fn line(out: &mut impl Write, line: &impl serde::Serialize) -> Result<(), BackupError> {
    serde_json::to_writer(&mut *out, line).map_err(std::io::Error::from)?;
    out.write_all(b"\n")?;
    Ok(())
}
