use std::io::BufRead;

use super::schema::Schema;
use super::value::Cell;
use super::{BackupError, FORMAT, Head, Line};
use crate::{Access, DatabaseUrl, Db, DbOptions, MIGRATIONS, Migration, Tx, Value, dialect};

/// Fewer parameters in one statement than either engine takes.
const PARAMETERS: usize = 1_000;
/// Longest line read: a row with a photo is far shorter.
const LONGEST: u64 = 64 << 20;

/// What was restored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loaded {
    /// The backup's first line.
    pub head: Head,
    /// How many rows.
    pub rows: u64,
}

/// Restores a backup into an empty database, all or nothing. Newer migrations run at the next opening.
///
/// # Errors
/// [`BackupError`]; the database is then as empty as before.
pub async fn load(url: &DatabaseUrl, input: &mut impl BufRead) -> Result<Loaded, BackupError> {
    let mut lines = Lines(input);
    let head: Head = lines.next()?.ok_or_else(|| BackupError::damaged("it is empty"))?;
    let migrations = migrations_of(&head)?;
    let options = DbOptions { access: Access::Migrate, migrations, ..DbOptions::default() };
    let db = Db::open(url, options).await?;
    let schema = Schema::after(migrations);
    let rows = db.write(async |tx: &mut Tx| {
        empty(tx, &schema).await?;
        let rows = rows(tx, &schema, &mut lines).await?;
        for table in &schema.searched {
            for sql in dialect::refill_search(tx.engine(), table) {
                tx.execute(&sql, &[]).await?;
            }
        }
        for table in &schema.numbered {
            if let Some(sql) = dialect::renumber(tx.engine(), table) {
                tx.all::<(Option<i64>,)>(&sql, &[]).await?;
            }
        }
        Ok::<_, BackupError>(rows)
    });
    Ok(Loaded { rows: rows.await?, head })
}

fn migrations_of(head: &Head) -> Result<&'static [Migration], BackupError> {
    if head.crewdesk_backup != FORMAT {
        return Err(BackupError::damaged(format!("its format is {}", head.crewdesk_backup)));
    }
    let known = MIGRATIONS.last().map_or(0, |migration| migration.version);
    let newer = BackupError::Newer { found: head.migration, known };
    let count = usize::try_from(head.migration).unwrap_or(usize::MAX);
    MIGRATIONS.get(..count).ok_or(newer)
}

/// Refuses a database with an organisation or account in it, and takes out the rows that migrations made.
async fn empty(tx: &mut Tx, schema: &Schema) -> Result<(), BackupError> {
    for table in ["organisations", "accounts"] {
        let (held,) = tx.one::<(i64,)>(&format!("SELECT COUNT(*) FROM {table}"), &[]).await?;
        if held > 0 {
            return Err(BackupError::NotEmpty);
        }
    }
    for table in schema.tables.iter().rev() {
        tx.execute(&format!("DELETE FROM {table}"), &[]).await?;
    }
    Ok(())
}

async fn rows(
    tx: &mut Tx,
    schema: &Schema,
    lines: &mut Lines<'_, impl BufRead>,
) -> Result<u64, BackupError> {
    let mut batch: Option<Batch> = None;
    let mut rows = 0;
    while let Some(line) = lines.next()? {
        match line {
            Line::Row(cells) => {
                let batch =
                    batch.as_mut().ok_or_else(|| BackupError::damaged("a row without a table"))?;
                batch.push(tx, cells).await?;
                rows += 1;
            }
            Line::Table { table, columns } => {
                if let Some(batch) = &mut batch {
                    batch.flush(tx).await?;
                }
                batch = Some(Batch::new(schema, table, &columns)?);
            }
            Line::End { rows: promised } if promised == rows => {
                if let Some(batch) = &mut batch {
                    batch.flush(tx).await?;
                }
                return Ok(rows);
            }
            Line::End { rows: promised } => {
                return Err(BackupError::damaged(format!("{rows} of {promised} rows are there")));
            }
        }
    }
    Err(BackupError::damaged("its end is missing"))
}

/// Rows of one table that wait to be inserted by one statement.
struct Batch {
    insert: String,
    columns: usize,
    values: Vec<Value>,
}

impl Batch {
    /// Names come from a file: they enter a statement only if they are plain words of the schema.
    fn new(schema: &Schema, table: String, columns: &[String]) -> Result<Self, BackupError> {
        let plain = |name: &String| {
            !name.is_empty()
                && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
        };
        if !schema.tables.contains(&table) || columns.is_empty() || !columns.iter().all(plain) {
            return Err(BackupError::damaged(format!("there is no table {table:?} like that")));
        }
        let insert = format!("INSERT INTO {table} ({}) VALUES ", columns.join(", "));
        Ok(Self { insert, columns: columns.len(), values: Vec::new() })
    }

    async fn push(&mut self, tx: &mut Tx, cells: Vec<Cell>) -> Result<(), BackupError> {
        if cells.len() != self.columns {
            return Err(BackupError::damaged("a row has another number of columns than its table"));
        }
        for cell in cells {
            let value =
                cell.into_value().ok_or_else(|| BackupError::damaged("bytes can't be read"))?;
            self.values.push(value);
        }
        if self.values.len() + self.columns > PARAMETERS {
            self.flush(tx).await?;
        }
        Ok(())
    }

    async fn flush(&mut self, tx: &mut Tx) -> Result<(), BackupError> {
        let values = std::mem::take(&mut self.values);
        if values.is_empty() {
            return Ok(());
        }
        let mut sql = self.insert.clone();
        for at in 0..values.len() {
            let first = at % self.columns == 0;
            sql.push_str(if first && at > 0 {
                "), ("
            } else if first {
                "("
            } else {
                ", "
            });
            sql.push_str(&format!("${}", at + 1));
        }
        sql.push(')');
        tx.execute(&sql, &values).await?;
        Ok(())
    }
}

/// The lines of a file, each read whole but never more than is reasonable.
struct Lines<'i, I>(&'i mut I);

impl<I: BufRead> Lines<'_, I> {
    fn next<T: serde::de::DeserializeOwned>(&mut self) -> Result<Option<T>, BackupError> {
        let mut line = Vec::new();
        let mut limited = std::io::Read::take(&mut *self.0, LONGEST);
        limited.read_until(b'\n', &mut line).map_err(BackupError::damaged)?;
        if line.is_empty() {
            return Ok(None);
        }
        serde_json::from_slice(&line).map(Some).map_err(BackupError::damaged)
    }
}
