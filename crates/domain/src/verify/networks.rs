use db::Tx;
use kernel::Result;
use kernel::ids::OrganisationId;

use super::Violation;
use super::checks::NETWORKS;
use crate::organisations::Networks;

/// A list that can't be read lets nobody in.
pub(super) const INVARIANT: &str = "Lists of allowed networks can be read whole.";

pub(super) async fn violations(tx: &mut Tx) -> Result<Vec<Violation>> {
    let rows = tx.all::<(OrganisationId, String)>(NETWORKS, &[]).await?;
    let broken = rows.into_iter().filter(|(_, networks)| !Networks::is_whole(networks));
    let violation = |(id, what)| Violation { organisation_id: Some(id), what };
    Ok(broken.map(violation).collect())
}
