use db::{Tx, params};
use kernel::Result;
use kernel::ids::OrganisationId;

use super::revoke::end;
use super::table::{EXPIRED, EXPIRED_IN, Ending, FORGET_TRIES};
use crate::access::SessionKind;
use crate::actor::Actor;
use crate::cx::Cx;
use crate::product::Crewdesk;

/// Organisations looked at in one go.
const ORGANISATIONS: i64 = 100;
/// Sessions ended in one transaction.
const BATCH: i64 = 100;

/// Ends the sessions and tokens that have expired and forgets old tries; the worker calls it every
/// minute. Answers how many ended: where that is not zero, there may be more.
///
/// An expired session is dead before that, because every request looks at the time; this writes it down
/// and shows its user as logged out.
///
/// # Errors
/// Faults of the database.
pub async fn expire(crewdesk: &Crewdesk, actor: &Actor) -> Result<usize> {
    let now = crewdesk.clock().now();
    let forgotten = now.minus(crewdesk.policy().tries_forgotten);
    crewdesk
        .db()
        .write(async |tx: &mut Tx| -> Result<()> {
            tx.execute(FORGET_TRIES, &params![forgotten]).await?;
            Ok(())
        })
        .await?;
    let mut ended = 0;
    for kind in SessionKind::ALL {
        let organisations = crewdesk
            .db()
            .read(async |tx: &mut Tx| -> Result<Vec<(OrganisationId,)>> {
                Ok(tx.all(EXPIRED_IN, &params![*kind, now, ORGANISATIONS]).await?)
            })
            .await?;
        for (organisation,) in organisations {
            ended += crewdesk
                .write_in(organisation, actor, async |cx| expire_here(cx, *kind).await)
                .await?;
        }
    }
    Ok(ended)
}

async fn expire_here(cx: &mut Cx<'_>, kind: SessionKind) -> Result<usize> {
    let values = params![cx.organisation_id, kind, cx.now, BATCH];
    let endings = cx.tx.all::<Ending>(EXPIRED, &values).await?;
    let count = endings.len();
    for ending in endings {
        end(cx, ending, "session.expired").await?;
    }
    Ok(count)
}
