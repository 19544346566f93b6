//! Fresh, migrated databases for tests, on both engines.
//!
//! ```ignore
//! db::on_both! {
//!     async fn a_row_is_found(db: TestDb) {
//!         db.write(async |tx| { … }).await.unwrap();
//!     }
//! }
//! ```
//! makes `a_row_is_found::sqlite` and `a_row_is_found::postgres`.

#![expect(clippy::panic, clippy::expect_used, reason = "this is how a test's set-up fails")]

use crate::{DatabaseUrl, Db, DbOptions, Migration, postgres};
use kernel::Entropy;
use sha2::{Digest as _, Sha256};
use std::{
    ops::Deref,
    path::{Path, PathBuf},
};
use tokio_postgres::{Client, Config, NoTls};

/// The variable with the address of a PostgreSQL server where tests may make databases.
const VARIABLE: &str = "CREWDESK_TEST_POSTGRES";
/// Any number: held while the template database is made.
const LOCK: &str = "SELECT pg_advisory_lock(7236801146)";

/// A database of one test, gone when the test ends.
pub struct TestDb {
    db: Option<Db>,
    url: DatabaseUrl,
    place: Place,
}

enum Place {
    Folder(PathBuf),
    Server { admin: Box<Config>, database: String },
}

impl Deref for TestDb {
    type Target = Db;

    fn deref(&self) -> &Db {
        self.db.as_ref().expect("the database is open")
    }
}

impl TestDb {
    /// The address, to open it once more.
    #[must_use]
    pub fn url(&self) -> &DatabaseUrl {
        &self.url
    }

    /// The folder of a SQLite database.
    #[must_use]
    pub fn folder(&self) -> Option<&Path> {
        match &self.place {
            Place::Folder(folder) => Some(folder),
            Place::Server { .. } => None,
        }
    }

    /// Closes the database but keeps it for as long as this value lives.
    pub fn close(&mut self) {
        self.db = None;
    }
}

impl Drop for TestDb {
    fn drop(&mut self) {
        self.db = None;
        match &self.place {
            Place::Folder(folder) => {
                let _ = std::fs::remove_dir_all(folder);
            }
            Place::Server { admin, database } => {
                let (admin, sql) =
                    (admin.clone(), format!("DROP DATABASE {database} WITH (FORCE)"));
                let dropper = std::thread::spawn(move || block_on(&admin, &sql));
                let _ = dropper.join();
            }
        }
    }
}

/// Runs one statement on a runtime of its own: Drop can't wait on the test's.
fn block_on(admin: &Config, sql: &str) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    if let Ok(runtime) = runtime {
        runtime
            .block_on(async {
                let (client, connection) = admin.connect(NoTls).await?;
                tokio::spawn(connection);
                client.batch_execute(sql).await
            })
            // A database left behind goes with its server.
            .ok();
    }
}

fn random() -> String {
    Entropy::system().bytes::<8>().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A SQLite database in a folder of its own. Commits do not wait for the disk.
pub async fn sqlite() -> TestDb {
    sqlite_with(DbOptions { sync: false, ..DbOptions::default() }).await
}

/// The same with other options.
pub async fn sqlite_with(options: DbOptions) -> TestDb {
    let folder = std::env::temp_dir().join(format!("crewdesk-test-{}", random()));
    std::fs::create_dir(&folder).expect("the folder of a test database can be made");
    let url = DatabaseUrl::Sqlite(folder.join("crewdesk.db"));
    let db = Db::open(&url, options).await.unwrap_or_else(|error| panic!("{error}"));
    TestDb { db: Some(db), url, place: Place::Folder(folder) }
}

/// A database on the PostgreSQL server of the test run.
pub async fn postgres() -> TestDb {
    postgres_with(DbOptions::default()).await
}

/// The same with other options.
pub async fn postgres_with(options: DbOptions) -> TestDb {
    let admin_url = admin_url();
    let admin: Config = admin_url.parse().unwrap_or_else(|error| panic!("{VARIABLE}: {error}"));
    let template = template(&admin, options.migrations).await;
    let database = format!("crewdesk_test_{}", random());
    let client = connect(&admin).await;
    execute(&client, &format!("CREATE DATABASE {database} TEMPLATE {template}")).await;
    let url = named(&admin, &database);
    let db = Db::open(&url, options).await.unwrap_or_else(|error| panic!("{error}"));
    TestDb { db: Some(db), url, place: Place::Server { admin: Box::new(admin), database } }
}

#[expect(clippy::disallowed_methods, reason = "the test run says where its server is")]
fn admin_url() -> String {
    std::env::var(VARIABLE).unwrap_or_else(|_| {
        panic!(
            "{VARIABLE} is not set: run the tests by `cargo xtask test`, or set it to what \
             `cargo xtask postgres` prints."
        )
    })
}

fn named(admin: &Config, database: &str) -> DatabaseUrl {
    let mut config = admin.clone();
    config.dbname(database);
    DatabaseUrl::Postgres(crate::PostgresUrl { config: Box::new(config), authorities: None })
}

/// The name of a database with these migrations, made by whichever test comes first.
async fn template(admin: &Config, migrations: &'static [Migration]) -> String {
    let mut hash = Sha256::new();
    for migration in migrations {
        hash.update(migration.checksum());
    }
    let hash: String = hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let name = format!("crewdesk_template_{hash}");
    let client = connect(admin).await;
    execute(&client, LOCK).await;
    let exists = "SELECT 1 FROM pg_database WHERE datname = $1";
    let found = client.query_opt(exists, &[&name]).await.expect("databases can be listed");
    if found.is_none() {
        // Under another name until it is whole, in case this process is killed.
        let unfinished = format!("{name}_{}", random());
        execute(&client, &format!("CREATE DATABASE {unfinished}")).await;
        let url = named(admin, &unfinished);
        postgres::migrate(&url, migrations).await.unwrap_or_else(|error| panic!("{error}"));
        execute(&client, &format!("ALTER DATABASE {unfinished} RENAME TO {name}")).await;
    }
    name
}

async fn connect(admin: &Config) -> Client {
    let (client, connection) = admin
        .connect(NoTls)
        .await
        .unwrap_or_else(|error| panic!("{VARIABLE}: {}", postgres::describe(&error)));
    tokio::spawn(connection);
    client
}

async fn execute(client: &Client, sql: &str) {
    if let Err(error) = client.batch_execute(sql).await {
        panic!("{sql}: {}", postgres::describe(&error));
    }
}

/// Writes each test twice, for SQLite and for PostgreSQL.
#[macro_export]
macro_rules! on_both {
    ($($(#[$meta:meta])* async fn $name:ident($db:ident: TestDb) $body:block)*) => {$(
        $(#[$meta])*
        mod $name {
            use super::*;

            async fn run($db: $crate::testdb::TestDb) $body

            #[tokio::test(flavor = "multi_thread")]
            async fn sqlite() {
                run($crate::testdb::sqlite().await).await;
            }

            #[tokio::test(flavor = "multi_thread")]
            async fn postgres() {
                run($crate::testdb::postgres().await).await;
            }
        }
    )*};
}
