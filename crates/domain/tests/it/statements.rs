//! Every statement is prepared on both engines: our compile-time check (DESIGN section 3).

use db::Tx;

db::on_both! {
    async fn every_statement_can_be_prepared(db: TestDb) {
        let mut faults = Vec::new();
        for (room, name, sql) in domain::statements() {
            if let Err(fault) = db.read(async |tx: &mut Tx| tx.prepare(sql).await).await {
                faults.push(format!("{room}::{name}: {fault}"));
            }
        }
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    }
}
