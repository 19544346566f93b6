//! What stands against a start is told in one sentence with the way out, and the code is 1.

use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::time::Duration;

use db::testdb::TestDb;
use db::{DbError, Tx, params};

use crate::program::Program;

/// How many things are in a folder.
fn left_in(folder: &Path) -> usize {
    std::fs::read_dir(folder).unwrap().count()
}

#[test]
fn a_setting_that_can_not_be_used_is_named() {
    for (name, value, sentence) in [
        ("DATABASE_URL", "mysql://localhost/crewdesk", "write sqlite:PATH or postgres://"),
        ("DATABASE_URL", "postgres://localhost", "write sqlite:PATH or postgres://"),
        ("PUBLIC_URL", "crew.example.org", "write http:// or https:// and the host"),
        ("LISTEN", "8080", "write an address and a port"),
        ("LOG", "web=loud", "write info, or web=debug,info"),
    ] {
        let program = Program::new().with(name, value);
        let said = program.refusal();
        assert!(said.contains(sentence), "{name}={value}: {said}");
        assert_eq!(left_in(program.folder()), 0, "{name}={value} left something behind");
    }
}

#[test]
fn a_file_of_settings_that_is_not_there_is_named() {
    let program = Program::new().with("CONFIG", "/nowhere/crewdesk.toml");
    let said = program.refusal();
    assert!(said.starts_with("/nowhere/crewdesk.toml can't be read"), "{said}");
    assert_eq!(left_in(program.folder()), 0, "it left something behind");
}

#[test]
fn a_folder_that_can_not_be_written_is_named() {
    let program = Program::new();
    // Even the superuser can't make a folder inside a file.
    let file = program.folder().join("file");
    std::fs::write(&file, "").unwrap();
    let folder = file.join("data");
    let program = program.with("DATA_DIR", folder.display());
    let said = program.refusal();
    assert!(said.contains(&folder.display().to_string()), "{said}");
    assert!(said.contains("let the user who runs Crewdesk write there"), "{said}");
    assert_eq!(std::fs::read(&file).unwrap(), b"", "the file is as it was");
}

#[test]
fn a_folder_without_the_right_to_write_is_named() {
    let program = Program::new();
    let folder = program.folder().join("data");
    std::fs::create_dir(&folder).unwrap();
    std::fs::set_permissions(&folder, std::fs::Permissions::from_mode(0o500)).unwrap();
    if std::fs::create_dir(folder.join("try")).is_ok() {
        // The superuser needs no right.
        return;
    }
    let program = program.with("DATA_DIR", folder.display());
    let said = program.refusal();
    assert!(said.contains(&folder.display().to_string()), "{said}");
    assert!(said.contains("let the user who runs Crewdesk write there"), "{said}");
    assert_eq!(left_in(&folder), 0);
}

#[test]
fn a_file_that_is_no_database_is_left_alone() {
    let program = Program::new();
    let file = program.folder().join("letter.txt");
    let text = "Dear reader, ".repeat(1000);
    std::fs::write(&file, &text).unwrap();
    let program = program.with("DATABASE_URL", format!("sqlite:{}", file.display()));
    let said = program.refusal();
    assert!(said.contains("is not a SQLite database"), "{said}");
    assert_eq!(std::fs::read_to_string(&file).unwrap(), text);
}

#[test]
fn a_server_that_does_not_answer_is_named_without_the_password() {
    let url = "postgres://crewdesk:hunter2@127.0.0.1:1/crewdesk";
    let said = Program::new().with("DATABASE_URL", url).refusal();
    assert!(said.starts_with("The database server can't be reached"), "{said}");
    assert!(!said.contains("hunter2"), "{said}");
}

#[test]
fn a_second_process_on_one_sqlite_file_is_refused() {
    let first = Program::new();
    let serving = first.serve();
    let file = first.folder().join("data/crewdesk.db");
    assert!(file.exists());
    let before = std::fs::read(&file).unwrap();
    let second = Program::new().with("DATABASE_URL", format!("sqlite:{}", file.display()));
    let said = second.refusal();
    assert!(said.starts_with("Another Crewdesk process uses"), "{said}");
    assert_eq!(serving.ready(), 200, "the first one goes on");
    assert!(std::fs::read(&file).unwrap() == before, "the second one wrote into the file");
}

#[test]
fn a_port_in_use_is_named() {
    let first = Program::new();
    let serving = first.serve();
    let said = Program::new().with("LISTEN", &serving.address).refusal();
    let wanted = format!("{} can't be listened on: is another program there?", serving.address);
    assert!(said.starts_with(&wanted), "{said}");
    assert_eq!(serving.ready(), 200, "the first one goes on");
}

/// The file, byte for byte, or which migrations have run and which tables there are.
async fn content(db: &TestDb) -> Vec<u8> {
    const MIGRATIONS: &str =
        "SELECT version, name, checksum FROM schema_migrations ORDER BY version";
    const TABLES: &str =
        "SELECT table_name::text FROM information_schema.tables ORDER BY table_name";
    if let Some(folder) = db.folder() {
        return std::fs::read(folder.join("crewdesk.db")).unwrap();
    }
    let read = db.read(async |tx: &mut Tx| -> Result<_, DbError> {
        let migrations = tx.all::<(i64, String, String)>(MIGRATIONS, &[]).await?;
        Ok((migrations, tx.all::<(String,)>(TABLES, &[]).await?))
    });
    format!("{:?}", read.await.unwrap()).into_bytes()
}

/// Lets go of a SQLite file, which would otherwise be refused for being in use.
fn let_go(db: &mut TestDb) {
    let Some(log) = db.folder().map(|folder| folder.join("crewdesk.db-wal")) else { return };
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

db::on_both! {
    async fn a_database_newer_than_the_program_is_refused(db: TestDb) {
        let mut db = db;
        let newer = "INSERT INTO schema_migrations (version, name, checksum) VALUES ($1, $2, $3)";
        let written = db.write(async |tx: &mut Tx| {
            tx.execute(newer, &params![9999, "9999_future", "0"]).await?;
            Ok::<_, DbError>(())
        });
        written.await.unwrap();
        let_go(&mut db);
        let before = content(&db).await;
        let said = Program::new().with("DATABASE_URL", db.url()).refusal();
        assert!(said.contains("was upgraded by a newer Crewdesk (migration 9999"), "{said}");
        assert!(said.ends_with("install that version or newer."), "{said}");
        assert!(content(&db).await == before, "it was changed nonetheless");
    }
}
