//! Seats: how many of each licence are ordered and held (SPEC LIC-1). Each taking is one conditional
//! statement, so that the last seat can't be taken twice.

mod table;

use db::params;
use kernel::{Code, Error, Result};

use table::{ALL, GIVE_BACK, GIVE_BACK_SEAT, INSERT, TAKE, TAKE_SEAT};
pub use table::{STATEMENTS, Usage};

use crate::access::Action;
use crate::cx::Cx;
use crate::users::Licence;

/// How many of each ordered licence are held.
///
/// # Errors
/// [`Error::Forbidden`] for those who may not see it.
pub async fn usage(cx: &mut Cx<'_>) -> Result<Vec<Usage>> {
    cx.require(Action::LicencesView)?;
    ordered(cx).await
}

async fn ordered(cx: &mut Cx<'_>) -> Result<Vec<Usage>> {
    let organisation = cx.organisation_id;
    Ok(cx.tx.few::<Usage>(ALL, &params![organisation]).await?)
}

/// Takes a seat. Where no kind was ordered, as in a trial, any may be taken up to the number of seats.
///
/// # Errors
/// [`Error::Conflict`] with `no_seat_free` or `licence_not_ordered`.
pub(crate) async fn take(cx: &mut Cx<'_>, licence: Licence) -> Result<()> {
    let organisation = cx.organisation_id;
    if cx.tx.execute(TAKE, &params![organisation, licence]).await? == 0 {
        let ordered = ordered(cx).await?;
        if ordered.iter().any(|usage| usage.licence == licence) {
            return Err(Error::conflict(Code::NoSeatFree));
        }
        if !ordered.is_empty() {
            return Err(Error::conflict(Code::LicenceNotOrdered));
        }
    }
    if cx.tx.execute(TAKE_SEAT, &params![organisation]).await? == 0 {
        return Err(Error::conflict(Code::NoSeatFree));
    }
    Ok(())
}

/// Gives a seat back.
pub(crate) async fn release(cx: &mut Cx<'_>, licence: Licence) -> Result<()> {
    let organisation = cx.organisation_id;
    cx.tx.execute(GIVE_BACK, &params![organisation, licence]).await?;
    cx.tx.execute(GIVE_BACK_SEAT, &params![organisation]).await?;
    Ok(())
}

/// Enters what a new organisation has ordered.
pub(crate) async fn order(cx: &mut Cx<'_>, licences: &[(Licence, i64)]) -> Result<()> {
    for (licence, quantity) in licences {
        cx.tx.execute(INSERT, &params![cx.organisation_id, *licence, *quantity]).await?;
    }
    Ok(())
}
