//! What stands against a start is told in one sentence with the way out, and the code is 1.

use db::{DbError, Tx, params};

use crate::program::Program;

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
        let left = std::fs::read_dir(program.folder()).unwrap().count();
        assert_eq!(left, 0, "{name}={value} left something behind");
    }
}

#[test]
fn a_file_of_settings_that_is_not_there_is_named() {
    let said = Program::new().with("CONFIG", "/nowhere/crewdesk.toml").refusal();
    assert!(said.starts_with("/nowhere/crewdesk.toml can't be read"), "{said}");
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
    let _serving = first.serve();
    let file = first.folder().join("data/crewdesk.db");
    assert!(file.exists());
    let second = Program::new().with("DATABASE_URL", format!("sqlite:{}", file.display()));
    let said = second.refusal();
    assert!(said.starts_with("Another Crewdesk process uses"), "{said}");
}

#[test]
fn a_port_in_use_is_named() {
    let first = Program::new();
    let serving = first.serve();
    let said = Program::new().with("LISTEN", &serving.address).refusal();
    let wanted = format!("{} can't be listened on: is another program there?", serving.address);
    assert!(said.starts_with(&wanted), "{said}");
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
        let url = db.url().to_string();
        // Otherwise it would be refused for being in use.
        db.close();
        let said = Program::new().with("DATABASE_URL", url).refusal();
        assert!(said.contains("was upgraded by a newer Crewdesk (migration 9999"), "{said}");
        assert!(said.ends_with("install that version or newer."), "{said}");
    }
}
