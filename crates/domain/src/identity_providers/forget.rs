use db::{Tx, params};
use kernel::{Result, Span};

use super::table::{FORGET_FLOWS, FORGET_HEARD};
use crate::product::Crewdesk;

/// A notice older than this is refused anyway.
const HEARD_KEPT: Span = Span::days(1);

/// Forgets who did not come back, and notices that can't come again; the worker calls it.
///
/// # Errors
/// Faults of the database.
pub async fn forget(crewdesk: &Crewdesk) -> Result<()> {
    let now = crewdesk.clock().now();
    let (flows, heard) = (params![now], params![now.minus(HEARD_KEPT)]);
    crewdesk
        .db()
        .write(async |tx: &mut Tx| -> Result<()> {
            tx.execute(FORGET_FLOWS, &flows).await?;
            tx.execute(FORGET_HEARD, &heard).await?;
            Ok(())
        })
        .await
}
