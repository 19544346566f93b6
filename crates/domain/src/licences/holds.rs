//! Who held a seat from when to when: what an invoice is made of (SPEC LIC-6).

use db::params;
use kernel::Result;
use kernel::ids::UserId;
use uuid::Uuid;

use super::table::{CLOSE, OPEN};
use crate::cx::Cx;
use crate::users::Licence;

/// A user's seat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Seat {
    /// Who holds it.
    pub(crate) user_id: UserId,
    /// Of which licence.
    pub(crate) licence: Licence,
    /// Whether it stays off invoices (SPEC ACC-8).
    pub(crate) do_not_invoice: bool,
}

/// Notes that a seat is held from now on.
pub(super) async fn open(cx: &mut Cx<'_>, seat: Seat) -> Result<()> {
    let id: Uuid = cx.id();
    let Seat { user_id, licence, do_not_invoice } = seat;
    let values = params![id, cx.organisation_id, user_id, licence, do_not_invoice, cx.now];
    cx.tx.execute(OPEN, &values).await?;
    Ok(())
}

/// Notes that a user's seat is held no longer.
pub(super) async fn close(cx: &mut Cx<'_>, user_id: UserId) -> Result<()> {
    cx.tx.execute(CLOSE, &params![cx.organisation_id, user_id, cx.now]).await?;
    Ok(())
}

/// Notes that a seat goes on or off invoices from now on; what was held before stays as it was.
pub(crate) async fn invoice_from_now(cx: &mut Cx<'_>, seat: Seat) -> Result<()> {
    close(cx, seat.user_id).await?;
    open(cx, seat).await
}
