//! Walks a chain and tells whether it is whole (SECURITY.md S15).

use db::params;
use kernel::Result;

use super::chain::hash;
use super::forget::{Forgetting, begin, hex};
use super::table::{AFTER, AuditRow, ForgottenRow, HeadRow, LAST_FORGETTING, LOCK};
use crate::cx::Cx;

/// Rows read at a time.
const STRIDE: i64 = 1000;

/// What a walk found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// Every row that is kept follows from the one before; so many there are.
    Whole(i64),
    /// The first row that does not.
    Broken {
        /// Its expected sequence number.
        seq: i64,
        /// What is wrong with it.
        reason: &'static str,
    },
}

/// Walks the chain of the organisation in `cx`.
///
/// # Errors
/// Faults of the database.
pub async fn chain(cx: &mut Cx<'_>) -> Result<Verdict> {
    let organisation = cx.organisation_id;
    let begin = begin(cx).await?;
    if !told_of(cx, &begin).await? {
        return Ok(Verdict::Broken { seq: begin.forgotten_seq, reason: "forgotten unrecorded" });
    }
    let forgotten = begin.forgotten_seq;
    let (mut seq, mut former) = (forgotten, begin.forgotten_hash.unwrap_or_default());
    loop {
        let rows = cx.tx.all::<AuditRow>(AFTER, &params![organisation, seq, STRIDE]).await?;
        let last = rows.is_empty();
        for row in rows {
            if row.seq != seq + 1 {
                return Ok(Verdict::Broken { seq: seq + 1, reason: "missing" });
            }
            if row.hash != hash(&former, &row) {
                return Ok(Verdict::Broken { seq: row.seq, reason: "altered" });
            }
            seq = row.seq;
            former = row.hash;
        }
        if last {
            break;
        }
    }
    let head = cx.tx.one::<HeadRow>(LOCK, &params![organisation]).await?;
    if head.seq != seq || head.hash != former {
        return Ok(Verdict::Broken { seq, reason: "the head does not match" });
    }
    Ok(Verdict::Whole(seq - forgotten))
}

/// Whether the chain itself says that it was cut there: the head alone could have been moved by hand.
async fn told_of(cx: &mut Cx<'_>, begin: &ForgottenRow) -> Result<bool> {
    let last = cx.tx.optional::<(String,)>(LAST_FORGETTING, &params![cx.organisation_id]).await?;
    let last = last.and_then(|(text,)| serde_json::from_str::<Forgetting>(&text).ok());
    Ok(match (last, &begin.forgotten_hash) {
        (None, None) => begin.forgotten_seq == 0,
        (Some(last), Some(hash)) => {
            last.through_seq == begin.forgotten_seq && last.through_hash == hex(hash)
        }
        _ => false,
    })
}
