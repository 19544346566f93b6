//! Invitations: the way in for somebody new (SPEC ACC-1).

mod table;

use db::params;
use kernel::Result;
use kernel::ids::UserId;

pub use table::STATEMENTS;
use table::{DROP_ALL, VOID_ALL};

use crate::cx::Cx;

/// Makes every open invitation of a user void.
pub(crate) async fn void_all(cx: &mut Cx<'_>, user: UserId) -> Result<()> {
    let organisation = cx.organisation_id;
    cx.tx.execute(VOID_ALL, &params![organisation, user, cx.now]).await?;
    Ok(())
}

/// Forgets every invitation of a user who is removed.
pub(crate) async fn drop_all(cx: &mut Cx<'_>, user: UserId) -> Result<()> {
    let organisation = cx.organisation_id;
    cx.tx.execute(DROP_ALL, &params![organisation, user]).await?;
    Ok(())
}
