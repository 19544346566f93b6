//! Replacing the installation's key (ADR 0012): what a former key has sealed is sealed anew with the present one,
//! so that the former can be forgotten.

use db::{Tx, params};
use kernel::Result;
use serde_json::json;
use uuid::Uuid;

use crate::actor::{Actor, Origin, Surface};
use crate::audit::{Event, Subject};
use crate::product::Crewdesk;
use crate::sealing::By;
use crate::{factors, identity_providers};

/// So many are sealed anew in one transaction.
const AT_ONCE: i64 = 200;

/// Where a room keeps sealed secrets, by the statements that its table has for them.
pub(crate) struct Kept {
    /// What they are sealed for.
    pub(crate) purpose: &'static str,
    /// With what they begin, and how many do.
    pub(crate) keys: &'static str,
    /// Those after an id that do not begin so.
    pub(crate) otherwise: &'static str,
    /// Puts another in the place of one.
    pub(crate) anew: &'static str,
    /// Takes one away.
    pub(crate) give_up: &'static str,
}

const ALL: [Kept; 2] = [factors::KEPT, identity_providers::KEPT];

/// How many secrets each key has sealed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Standing {
    /// The present one.
    pub present: i64,
    /// Those that are being replaced.
    pub former: i64,
    /// None that is known.
    pub unknown: i64,
}

/// Counts the secrets that are kept, by key.
///
/// # Errors
/// Faults of the database.
pub async fn standing(crewdesk: &Crewdesk) -> Result<Standing> {
    let count = async |tx: &mut Tx| -> Result<Standing> {
        let mut standing = Standing::default();
        for kept in ALL {
            for (beginning, count) in tx.all::<(Vec<u8>, i64)>(kept.keys, &params![]).await? {
                match crewdesk.sealer().by(&beginning) {
                    By::Present => standing.present += count,
                    By::Former => standing.former += count,
                    By::Unknown => standing.unknown += count,
                }
            }
        }
        Ok(standing)
    };
    crewdesk.db().read(count).await
}

/// Seals with the present key what a former one has sealed; answers how many. What no key opens stays as it is.
///
/// # Errors
/// Faults of the database; [`kernel::Error::Internal`] for what is damaged.
pub async fn reseal(crewdesk: &Crewdesk) -> Result<u64> {
    each(crewdesk, By::Former).await
}

/// Gives up what no key opens: those authenticator apps show nothing that counts any more, and those identity
/// providers need their secret anew. Answers how many.
///
/// # Errors
/// Faults of the database.
pub async fn give_up(crewdesk: &Crewdesk) -> Result<u64> {
    let gone = each(crewdesk, By::Unknown).await?;
    if gone > 0 {
        let actor = Actor::system("operator", Origin::local(Surface::CommandLine, "reseal"));
        let subject = Subject::new("installation", Crewdesk::INSTALLATION.as_uuid(), "secrets");
        let event = Event::new("secrets.given_up", subject).with(json!({"count": gone}));
        let told =
            crewdesk.write_in(Crewdesk::INSTALLATION, &actor, async |cx| cx.record(event).await);
        told.await?;
    }
    Ok(gone)
}

async fn each(crewdesk: &Crewdesk, by: By) -> Result<u64> {
    let mut done = 0;
    for kept in &ALL {
        let mut after = Uuid::nil();
        loop {
            let some =
                crewdesk.db().write(async |tx: &mut Tx| some(crewdesk, tx, kept, by, after).await);
            let (count, last) = some.await?;
            done += count;
            match last {
                Some(last) => after = last,
                None => break,
            }
        }
    }
    Ok(done)
}

/// The next few after an id: how many were changed, and the last that was looked at.
async fn some(
    crewdesk: &Crewdesk,
    tx: &mut Tx,
    kept: &Kept,
    by: By,
    after: Uuid,
) -> Result<(u64, Option<Uuid>)> {
    let sealer = crewdesk.sealer();
    let values = params![after, sealer.beginning(), AT_ONCE];
    let rows = tx.all::<(Uuid, Vec<u8>)>(kept.otherwise, &values).await?;
    let last = rows.last().map(|(id, _)| *id);
    let mut count = 0;
    for (id, sealed) in rows.into_iter().filter(|(_, sealed)| sealer.by(sealed) == by) {
        // Somebody may have changed it meanwhile; that one is sealed with the present key.
        count += if by == By::Unknown {
            tx.execute(kept.give_up, &params![id, sealed]).await?
        } else {
            let secret = sealer.open(kept.purpose, id, &sealed)?;
            let anew = sealer.seal(kept.purpose, id, &secret, crewdesk.entropy())?;
            tx.execute(kept.anew, &params![id, sealed, anew]).await?
        };
    }
    Ok((count, last))
}
