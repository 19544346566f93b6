//! How long an organisation keeps its logs (SPEC ORG-4).

use db::Tx;
use kernel::ids::OrganisationId;
use kernel::{Code, Result};

use super::table::{KEEPING_AUDIT, KEEPING_SIGN_INS};
use crate::product::Crewdesk;

/// Fewest days for which a log can be kept: an administrator must not lose the traces of last week.
const LEAST_DAYS: i64 = 30;
/// Most days, some ten years; whoever wants more keeps it for ever.
const MOST_DAYS: i64 = 3660;

/// A log that grows until somebody says for how long it is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Log {
    /// Who changed what.
    Audit,
    /// Who signed in.
    SignIns,
}

/// The organisations that do not keep a log for ever, with the days for which they do.
///
/// # Errors
/// Faults of the database.
pub(crate) async fn keeping(crewdesk: &Crewdesk, log: Log) -> Result<Vec<(OrganisationId, i64)>> {
    let statement = match log {
        Log::Audit => KEEPING_AUDIT,
        Log::SignIns => KEEPING_SIGN_INS,
    };
    crewdesk.db().read(async |tx: &mut Tx| Ok(tx.all(statement, &[]).await?)).await
}

/// A number of days that a log may be kept; 0 means for ever.
///
/// # Errors
/// [`Code::SettingOutOfRange`].
pub(super) fn days(days: i64) -> Result<i64, Code> {
    let fits = days == 0 || (LEAST_DAYS..=MOST_DAYS).contains(&days);
    if fits { Ok(days) } else { Err(Code::SettingOutOfRange) }
}
