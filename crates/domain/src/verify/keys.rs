//! Keys by which things are unique are folded in Rust, so that SQL alone can't check them.

use db::{Tx, params};
use kernel::ids::OrganisationId;
use kernel::{Result, fold};
use uuid::Uuid;

use super::Violation;
use super::checks::{ACCOUNT_KEYS, USER_KEYS};

/// What must hold.
pub(super) const INVARIANT: &str =
    "Names and addresses are stored with the key by which they are unique.";

/// Rows read at a time.
const STRIDE: i64 = 1000;

pub(super) async fn violations(tx: &mut Tx) -> Result<Vec<Violation>> {
    let mut violations = Vec::new();
    users(tx, &mut violations).await?;
    accounts(tx, &mut violations).await?;
    Ok(violations)
}

async fn users(tx: &mut Tx, violations: &mut Vec<Violation>) -> Result<()> {
    type Row = (Uuid, OrganisationId, String, String, String, String);
    let mut last = Uuid::nil();
    loop {
        let rows = tx.all::<Row>(USER_KEYS, &params![last, STRIDE]).await?;
        let Some((id, ..)) = rows.last() else { return Ok(()) };
        last = *id;
        for (_, organisation, username, username_key, email, email_key) in rows {
            if fold(&username) != username_key || fold(&email) != email_key {
                violations.push(Violation { organisation_id: Some(organisation), what: username });
            }
        }
    }
}

async fn accounts(tx: &mut Tx, violations: &mut Vec<Violation>) -> Result<()> {
    type Row = (Uuid, String, String);
    let mut last = Uuid::nil();
    loop {
        let rows = tx.all::<Row>(ACCOUNT_KEYS, &params![last, STRIDE]).await?;
        let Some((id, ..)) = rows.last() else { return Ok(()) };
        last = *id;
        for (_, email, key) in rows {
            if fold(&email) != key {
                violations.push(Violation { organisation_id: None, what: email });
            }
        }
    }
}
