//! The only place where the two engines get different text.

use crate::{Engine, Query, tx::Until};

/// What a locking read ends with. SQLite has one writer, so its reads inside a write are locked.
#[must_use]
pub const fn row_lock(engine: Engine) -> &'static str {
    match engine {
        Engine::Sqlite => "",
        Engine::Postgres => " FOR UPDATE",
    }
}

/// What a read ends with that takes work nobody else has taken.
#[must_use]
pub const fn skip_locked(engine: Engine) -> &'static str {
    match engine {
        Engine::Sqlite => "",
        Engine::Postgres => " FOR UPDATE SKIP LOCKED",
    }
}

/// Opens a transaction on PostgreSQL whose COMMIT waits so long.
pub(crate) const fn begin(until: Until) -> &'static str {
    match until {
        Until::OnDisk => "BEGIN",
        Until::Seen => "BEGIN; SET LOCAL synchronous_commit = off",
    }
}

/// Asks the engine for its version and for how its commits reach the disk. On SQLite every answer to a write waits for
/// a sync, as it would with `synchronous=FULL`, whatever the connection that is asked says.
pub(crate) const fn about(engine: Engine) -> &'static str {
    match engine {
        Engine::Sqlite => {
            "SELECT sqlite_version(), 'journal_mode=wal, each answer after a sync like synchronous=full'"
        }
        Engine::Postgres => {
            "SELECT current_setting('server_version'), 'fsync=' || current_setting('fsync') || \
             ' synchronous_commit=' || current_setting('synchronous_commit')"
        }
    }
}

// Backup

/// Lists the columns of the table `$1` in their order.
pub(crate) const fn columns_of(engine: Engine) -> &'static str {
    match engine {
        Engine::Sqlite => "SELECT name FROM pragma_table_info($1) ORDER BY cid",
        Engine::Postgres => {
            "SELECT column_name::text FROM information_schema.columns \
             WHERE table_schema = current_schema() AND table_name = $1 ORDER BY ordinal_position"
        }
    }
}

/// How a whole table is read piece by piece.
pub(crate) struct Strides {
    /// Runs once before.
    pub(crate) begin: Option<String>,
    /// Reads the next piece.
    pub(crate) next: String,
    /// Whether `next` wants the last row's number as `$1`, which is each row's last column.
    pub(crate) by_rowid: bool,
}

/// Reads these columns of a table, some rows at a time, within a snapshot.
pub(crate) fn strides(engine: Engine, table: &str, columns: &str, rows: i64) -> Strides {
    match engine {
        Engine::Sqlite => Strides {
            begin: None,
            next: format!(
                "SELECT {columns}, rowid FROM {table} WHERE rowid > $1 ORDER BY rowid LIMIT {rows}"
            ),
            by_rowid: true,
        },
        Engine::Postgres => Strides {
            begin: Some(format!(
                "DECLARE backup_{table} NO SCROLL CURSOR FOR SELECT {columns} FROM {table}"
            )),
            next: format!("FETCH FORWARD {rows} FROM backup_{table}"),
            by_rowid: false,
        },
    }
}

/// Fills the search table of a searchable table anew.
pub(crate) fn refill_search(engine: Engine, table: &str) -> Vec<String> {
    match engine {
        Engine::Sqlite => vec![
            format!("INSERT INTO {table}_search ({table}_search) VALUES ('delete-all')"),
            format!("INSERT INTO {table}_search (rowid, search) SELECT seq, search FROM {table}"),
        ],
        Engine::Postgres => Vec::new(),
    }
}

/// Lets a column that numbers itself go on after the highest number loaded.
pub(crate) fn renumber(engine: Engine, table: &str) -> Option<String> {
    match engine {
        Engine::Sqlite => None,
        Engine::Postgres => Some(format!(
            "SELECT setval(pg_get_serial_sequence('{table}', 'seq'), MAX(seq)) FROM {table}"
        )),
    }
}

// Substring search
//
// A searchable table has `seq @serial` and a folded text column `search`. PostgreSQL has a trigram
// index on that column; SQLite a contentless full-text table `<table>_search (search)` with the
// trigram tokenizer, filled by `Tx::search_put`, whose rowid is `seq`:
//
//   -- only sqlite
//   CREATE VIRTUAL TABLE users_search USING fts5(search, content='', contentless_delete=1,
//     tokenize='trigram case_sensitive 1');
//   -- end
//   -- only postgres
//   CREATE EXTENSION IF NOT EXISTS pg_trgm;
//   CREATE INDEX users_search ON users USING gin (search gin_trgm_ops);
//   -- end

/// The fewest letters the trigram index can find.
const SHORTEST_NEEDLE: usize = 3;

/// The condition that a row contains any of the folded needles, answered by the trigram index.
///
/// `alias` is the table's alias in the query. Good where few rows match; see [`contains`].
#[must_use]
pub fn matches(engine: Engine, table: &'static str, alias: &str, needles: &[String]) -> Query {
    let mut query = Query::new("");
    match engine {
        Engine::Sqlite => {
            query.push("(").push(alias).push(".seq IN (SELECT rowid FROM ").push(table);
            query.push("_search WHERE ").push(table).push("_search MATCH ");
            query.bind(covering(needles)).push(")");
            if is_coarse(needles) {
                query.push(" AND ").append(&contains(engine, alias, needles));
            }
            query.push(")");
        }
        Engine::Postgres => like_any(&mut query, alias, needles),
    }
    query
}

/// The same condition tested on each row, without the index.
///
/// Good where many rows match and the list stops at the first page of them: walk the sort index
/// and test. A plan by the index would collect all matches first.
#[must_use]
pub fn contains(engine: Engine, alias: &str, needles: &[String]) -> Query {
    let mut query = Query::new("(");
    let function = match engine {
        Engine::Sqlite => "instr(",
        Engine::Postgres => "strpos(",
    };
    separated(&mut query, needles, " OR ", |query, needle| {
        query.push(function).push(alias).push(".search, ").bind(needle).push(") > 0");
    });
    query.push(")");
    query
}

/// A column as it is written where no index on it may be used.
///
/// SQLite guesses that an equality leaves few rows; its way to forbid an index is a plus sign.
/// PostgreSQL knows from its statistics.
#[must_use]
pub fn unindexed(engine: Engine, column: &str) -> String {
    match engine {
        Engine::Sqlite => format!("+{column}"),
        Engine::Postgres => column.to_owned(),
    }
}

/// What follows a table's alias where this index must be used; PostgreSQL knows from its statistics.
#[must_use]
pub fn indexed_by(engine: Engine, index: &str) -> String {
    match engine {
        Engine::Sqlite => format!(" INDEXED BY {index}"),
        Engine::Postgres => String::new(),
    }
}

/// `FROM …  WHERE …` that yields the rows the index finds one by one in the order of [`stream_key`], so
/// that a page costs no more than its rows.
#[must_use]
pub fn stream(engine: Engine, table: &'static str, alias: &str, needles: &[String]) -> Query {
    let mut query = Query::new(" FROM ");
    match engine {
        Engine::Sqlite => {
            query.push(table).push("_search CROSS JOIN ").push(table).push(" ").push(alias);
            query.push(" ON ").push(alias).push(".seq = ").push(table).push("_search.rowid WHERE ");
            query.push(table).push("_search MATCH ").bind(covering(needles));
            if is_coarse(needles) {
                query.push(" AND ").append(&contains(engine, alias, needles));
            }
        }
        Engine::Postgres => {
            query.push(table).push(" ").push(alias).push(" WHERE ");
            like_any(&mut query, alias, needles);
        }
    }
    query
}

/// The column in whose order [`stream`] yields its rows.
#[must_use]
pub fn stream_key(engine: Engine, table: &'static str, alias: &str) -> String {
    match engine {
        Engine::Sqlite => format!("{table}_search.rowid"),
        Engine::Postgres => format!("{alias}.seq"),
    }
}

/// The needles as one MATCH: of each as many trigrams as cover it, quoted so that none is read as syntax.
///
/// A phrase would say the same and more, but the index then compares the places of all its trigrams in each row.
/// A few trigrams name nearly the same rows in half the time; [`contains`] tells them apart.
fn covering(needles: &[String]) -> String {
    let covered: Vec<String> = needles.iter().map(|needle| cover(needle)).collect();
    covered.join(" OR ")
}

fn cover(needle: &str) -> String {
    let letters: Vec<char> = needle.chars().collect();
    let mut pieces: Vec<&[char]> = letters.chunks_exact(SHORTEST_NEEDLE).collect();
    if !letters.len().is_multiple_of(SHORTEST_NEEDLE) {
        pieces.extend(letters.windows(SHORTEST_NEEDLE).next_back());
    }
    let quoted: Vec<String> = pieces
        .iter()
        .map(|piece| format!("\"{}\"", piece.iter().collect::<String>().replace('"', "\"\"")))
        .collect();
    format!("({})", quoted.join(" AND "))
}

/// Whether rows that the index finds must still be looked at.
fn is_coarse(needles: &[String]) -> bool {
    needles.iter().any(|needle| needle.chars().count() > SHORTEST_NEEDLE)
}

/// `(u.search LIKE $1 OR …)` with the needle's own wildcards escaped.
fn like_any(query: &mut Query, alias: &str, needles: &[String]) {
    query.push("(");
    separated(query, needles, " OR ", |query, needle| {
        let escaped = needle.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
        query.push(alias).push(".search LIKE ").bind(format!("%{escaped}%"));
    });
    query.push(")");
}

fn separated(
    query: &mut Query,
    needles: &[String],
    separator: &str,
    mut each: impl FnMut(&mut Query, &str),
) {
    if needles.is_empty() {
        query.push("FALSE");
    }
    for (position, needle) in needles.iter().enumerate() {
        if position > 0 {
            query.push(separator);
        }
        each(query, needle);
    }
}

/// Makes the row `$1` of a searchable table found by the text `$2`; PostgreSQL needs nothing.
pub(crate) fn index(engine: Engine, table: &str) -> Option<String> {
    let sql = || format!("INSERT OR REPLACE INTO {table}_search (rowid, search) VALUES ($1, $2)");
    matches!(engine, Engine::Sqlite).then(sql)
}

/// Makes the row `$1` no longer found.
pub(crate) fn unindex(engine: Engine, table: &str) -> Option<String> {
    let sql = || format!("DELETE FROM {table}_search WHERE rowid = $1");
    matches!(engine, Engine::Sqlite).then(sql)
}
