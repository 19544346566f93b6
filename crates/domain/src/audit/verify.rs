//! Walks a chain and tells whether it is whole (SECURITY.md S15).

use db::params;
use kernel::Result;

use super::chain::hash;
use super::table::{AFTER, AuditRow, HeadRow, LOCK};
use crate::cx::Cx;

/// Rows read at a time.
const STRIDE: i64 = 1000;

/// What a walk found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// Every row follows from the one before; so many there are.
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
    let (mut seq, mut former) = (0, Vec::new());
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
    Ok(Verdict::Whole(seq))
}
