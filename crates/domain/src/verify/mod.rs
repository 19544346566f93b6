//! Checks on a live database whether everything that must always hold does (`crewdesk doctor --verify`).
//!
//! This is the one room that reads other rooms' tables, because it distrusts them: a check that asked a
//! room's own query would believe its mistake. It changes nothing. Every check looks at one moment.
//!
//! - `checks` has one statement for each invariant; a row is a violation
//! - `keys` folds what must be unique once more, and compares
//! - the audit chains are walked by [`crate::audit::verify`]

mod checks;
mod keys;
mod networks;

use db::Tx;
use kernel::ids::OrganisationId;
use kernel::{Result, Timestamp};

use crate::actor::{Actor, Origin, Surface};
use crate::audit::verify::{Verdict, chain};
use crate::cx::Cx;
use crate::product::Crewdesk;

pub use checks::STATEMENTS;
use checks::{CHECKS, LATEST, ORGANISATIONS};

/// Most violations told of one check.
const TOLD: usize = 20;

/// What one check found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// What must hold, as a sentence.
    pub invariant: &'static str,
    /// Where it does not, at most twenty.
    pub violations: Vec<Violation>,
    /// How many there are in all.
    pub count: usize,
}

/// One place where an invariant does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// In which organisation; none for the installation.
    pub organisation_id: Option<OrganisationId>,
    /// Who or what, in a few words.
    pub what: String,
}

impl Checked {
    fn new(invariant: &'static str, mut violations: Vec<Violation>) -> Self {
        let count = violations.len();
        violations.truncate(TOLD);
        Self { invariant, violations, count }
    }
}

/// Checks everything.
///
/// # Errors
/// Faults of the database.
pub async fn all(crewdesk: &Crewdesk) -> Result<Vec<Checked>> {
    let now = crewdesk.clock().now();
    let mut checked = crewdesk.db().snapshot(async |tx: &mut Tx| statements(tx, now).await).await?;
    checked.push(chains(crewdesk).await?);
    Ok(checked)
}

/// When the latest recorded change happened. After the present time, a clock has gone back.
///
/// # Errors
/// Faults of the database.
pub async fn latest_change(crewdesk: &Crewdesk) -> Result<Option<Timestamp>> {
    let query = crewdesk.db().read(async |tx: &mut Tx| -> Result<Option<(Timestamp,)>> {
        Ok(tx.optional(LATEST, &[]).await?)
    });
    Ok(query.await?.map(|(at,)| at))
}

async fn statements(tx: &mut Tx, now: Timestamp) -> Result<Vec<Checked>> {
    let mut checked = Vec::with_capacity(CHECKS.len() + 3);
    for check in CHECKS {
        let params = if check.takes_now { vec![now.into()] } else { Vec::new() };
        let rows = tx.all::<(Option<OrganisationId>, String)>(check.sql, &params).await?;
        let violations =
            rows.into_iter().map(|(organisation_id, what)| Violation { organisation_id, what });
        checked.push(Checked::new(check.invariant, violations.collect()));
    }
    checked.push(Checked::new(networks::INVARIANT, networks::violations(tx).await?));
    checked.push(Checked::new(keys::INVARIANT, keys::violations(tx).await?));
    Ok(checked)
}

/// Walks the audit chain of every organisation and of the installation.
async fn chains(crewdesk: &Crewdesk) -> Result<Checked> {
    let listed = crewdesk.db().read(async |tx: &mut Tx| -> Result<Vec<(OrganisationId,)>> {
        Ok(tx.all(ORGANISATIONS, &[]).await?)
    });
    let mut violations = Vec::new();
    for (organisation,) in listed.await? {
        if let Verdict::Broken { seq, reason } = walk(crewdesk, organisation).await? {
            let what = format!("row {seq} is not as it was written: {reason}");
            violations.push(Violation { organisation_id: Some(organisation), what });
        }
    }
    Ok(Checked::new("The audit log has no gaps and its chain is whole.", violations))
}

async fn walk(crewdesk: &Crewdesk, organisation: OrganisationId) -> Result<Verdict> {
    let actor = Actor::system("verify", Origin::local(Surface::CommandLine, "verify"));
    crewdesk.snapshot_in(organisation, &actor, async |cx: &mut Cx<'_>| chain(cx).await).await
}
