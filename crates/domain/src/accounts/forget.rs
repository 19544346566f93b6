use db::{Tx, params};
use kernel::{Result, Span};

use super::table::FORGET_CODES;
use crate::product::Crewdesk;

/// Codes are kept for longer than the day in which they count (SECURITY.md S6).
const CODES_KEPT: Span = Span::days(2);

/// Forgets old one-time codes, tickets and devices; the worker calls it every minute.
///
/// # Errors
/// Faults of the database.
pub async fn forget(crewdesk: &Crewdesk) -> Result<()> {
    super::devices::forget(crewdesk).await?;
    crate::factors::forget_ceremonies(crewdesk).await?;
    crate::factors::forget_devices(crewdesk).await?;
    let before = crewdesk.clock().now().minus(CODES_KEPT);
    crewdesk
        .db()
        .write(async |tx: &mut Tx| {
            tx.execute(FORGET_CODES, &params![before]).await?;
            Ok(())
        })
        .await
}
