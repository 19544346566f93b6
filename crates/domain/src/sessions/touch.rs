use db::{Tx, params};
use kernel::{Result, Span};

use super::table::TOUCH;
use crate::access::Principal;
use crate::product::Crewdesk;

/// Use is noted at most this often, so that reading does not write.
const NOTED: Span = Span::minutes(1);

/// Notes that a session is used and puts off its end by idleness. Surfaces call it with every request;
/// it writes at most once a minute for each session.
///
/// # Errors
/// Faults of the database.
pub async fn touch(crewdesk: &Crewdesk, principal: &Principal) -> Result<()> {
    let now = crewdesk.clock().now();
    if now.since(principal.last_seen_at) < NOTED {
        return Ok(());
    }
    let values = params![principal.session_id, now, now.plus(crewdesk.policy().session_idle)];
    crewdesk
        .db()
        .write(async |tx: &mut Tx| {
            tx.execute(TOUCH, &values).await?;
            Ok(())
        })
        .await
}
