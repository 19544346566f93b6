//! Tables of our own, so that these tests don't change with the product's.

use db::{Db, DbError, DbOptions, Migration, Tx, params, testdb::TestDb};

/// What every test's database starts with.
pub(crate) const TABLES: &[Migration] = &[Migration {
    version: 1,
    name: "0001_tables",
    sql: r"
CREATE TABLE people (
    seq @serial,
    id @id NOT NULL,
    team @int NOT NULL,
    name TEXT NOT NULL,
    name_key @key NOT NULL,
    search TEXT NOT NULL,
    active @flag NOT NULL,
    score @real,
    born_at @time,
    photo @blob,
    settings @json,
    CONSTRAINT people_team_positive CHECK (team > 0)
);
CREATE UNIQUE INDEX people_id ON people (id);
CREATE UNIQUE INDEX people_name ON people (team, name_key);
CREATE UNIQUE INDEX people_photo ON people (photo) WHERE photo IS NOT NULL;

CREATE TABLE badges (
    id @id NOT NULL PRIMARY KEY,
    person_id @id NOT NULL REFERENCES people (id),
    label TEXT NOT NULL
);

CREATE TABLE counters (
    name TEXT NOT NULL PRIMARY KEY,
    value @int NOT NULL
);

-- only sqlite
CREATE VIRTUAL TABLE people_search USING fts5(search, content='', contentless_delete=1, tokenize='trigram case_sensitive 1');
CREATE UNIQUE INDEX badges_label ON badges (lower(label));
-- end
-- only postgres
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX people_search ON people USING gin (search gin_trgm_ops);
CREATE UNIQUE INDEX badges_label ON badges (lower(label));
-- end
",
}];

pub(crate) fn options() -> DbOptions {
    DbOptions { migrations: TABLES, ..DbOptions::default() }
}

pub(crate) async fn sqlite() -> TestDb {
    db::testdb::sqlite_with(options()).await
}

pub(crate) async fn postgres() -> TestDb {
    db::testdb::postgres_with(options()).await
}

/// Writes each test twice, on a database with [`TABLES`].
macro_rules! on_both {
    ($($(#[$meta:meta])* async fn $name:ident($db:ident: TestDb) $body:block)*) => {$(
        $(#[$meta])*
        mod $name {
            use super::*;

            async fn run($db: db::testdb::TestDb) $body

            #[tokio::test(flavor = "multi_thread")]
            async fn sqlite() {
                run($crate::support::sqlite().await).await;
            }

            #[tokio::test(flavor = "multi_thread")]
            async fn postgres() {
                run($crate::support::postgres().await).await;
            }
        }
    )*};
}
pub(crate) use on_both;

db::row! {
    /// A person.
    pub(crate) struct Person {
        pub(crate) id: uuid::Uuid,
        pub(crate) team: i64,
        pub(crate) name: String,
        pub(crate) active: bool,
        pub(crate) score: Option<f64>,
        pub(crate) born_at: Option<i64>,
        pub(crate) photo: Option<Vec<u8>>,
        pub(crate) settings: Option<String>,
    }
}

pub(crate) const FIND: &str = db::sql!("SELECT ", Person::COLUMNS, " FROM people WHERE id = $1");
pub(crate) const INSERT: &str = "INSERT INTO people (id, team, name, name_key, search, active) \
     VALUES ($1, $2, $3, $4, $4, $5)";
pub(crate) const COUNT: &str = "SELECT COUNT(*) FROM people";

/// The nth id.
pub(crate) fn id(n: u64) -> uuid::Uuid {
    uuid::Uuid::from_u64_pair(0x0190_0000_0000_7000, 0x8000_0000_0000_0000 | n)
}

/// Adds the nth person.
pub(crate) async fn add(tx: &mut Tx, n: u64, name: &str) -> Result<(), DbError> {
    tx.execute(INSERT, &params![id(n), 1, name, name, true]).await.map(drop)
}

/// How many people there are.
pub(crate) async fn count(db: &Db) -> i64 {
    db.read(async |tx| tx.one::<(i64,)>(COUNT, &[]).await).await.unwrap().0
}
