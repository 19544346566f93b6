//! The key that seals what is kept, as whoever runs the server meets it (ADR 0012).

use db::{Access, Db, DbError, DbOptions, Tx, params};
use kernel::{Clock, Entropy};

use crate::program::Program;

const OLD: &str = "the key of this installation before it was replaced";
const NEW: &str = "another key, which replaces the one there was before";

/// Puts in an authenticator app that was sealed with a key which nobody has.
async fn foreign(program: &Program) {
    const FACTOR: &str = "INSERT INTO factors (id, account_id, kind, name, sealed, last_step, created_at) \
        SELECT $1, id, 'totp', 'Telephone', $2, 0, created_at FROM accounts";
    let file = format!("sqlite:{}", program.folder().join("data/crewdesk.db").display());
    let options = DbOptions { access: Access::Use, ..DbOptions::default() };
    let db = Db::open(&file.parse().unwrap(), options).await.unwrap();
    let id = Entropy::system().uuid(Clock::system().now());
    let values = params![id, vec![1_u8, 7, 7, 7, 7, 0, 0, 0]];
    let put =
        db.write(async |tx: &mut Tx| -> Result<u64, DbError> { tx.execute(FACTOR, &values).await });
    assert_eq!(put.await.unwrap(), 1);
}

fn founded(program: &Program) {
    let create =
        ["organisation", "create", "--name", "Contoso", "--admin-email", "olga@example.org"];
    program.answer(&create);
}

#[tokio::test]
async fn a_key_that_does_not_open_everything_ends_the_start_with_the_way_out() {
    let program = Program::new().with("SECRET", NEW);
    founded(&program);
    foreign(&program).await;
    let wanted = "secrets sealed with a key that is not set: 1. Put it back as CREWDESK_SECRET";
    assert!(program.refusal().starts_with(wanted), "{}", program.refusal());
    let told = program.output(&["doctor"]);
    assert!(told.contains(&format!("fail  Key: {wanted}")), "{told}");
    assert_eq!(program.answer(&["reseal", "--give-up"]), "sealed anew: 0\ngiven up: 1");
    let told = program.output(&["doctor"]);
    assert!(told.contains("ok    Key: it opens everything that is sealed (0)."), "{told}");
    drop(program.serve());
}

#[test]
fn doctor_says_when_a_former_key_can_go_and_makes_none_itself() {
    let program = Program::new();
    founded(&program);
    std::fs::rename(
        program.folder().join("data/secret"),
        program.folder().join("data/secret.former"),
    )
    .unwrap();
    let told = program.output(&["doctor"]);
    assert!(told.contains("warn  Key: there is none yet; `crewdesk serve` makes it."), "{told}");
    assert!(!program.folder().join("data/secret").exists());
    drop(program.serve());
    let told = program.output(&["doctor"]);
    assert!(told.contains("so that the former one can go"), "{told}");
    let program = program.with("SECRET", NEW).with("SECRET_FORMER", OLD);
    assert!(program.output(&["doctor"]).contains("so that the former one can go"));
}
