//! Seats: how many of each licence are ordered and held (SPEC LIC-1). Each taking is one conditional
//! statement, so that the last seat can't be taken twice.
//!
//! | To … | see |
//! |---|---|
//! | know what a licence builds on, needs and may become | `rules` |
//! | see what is offered and free | [`offers`] |

mod offers;
mod rules;
mod table;

use db::params;
use kernel::{Code, Error, Result};

pub use offers::{Offer, offers};
pub use rules::Needs;
pub(crate) use rules::may_become;
use table::{ALL, GIVE_BACK, GIVE_BACK_SEAT, INSERT, TAKE, TAKE_SEAT};
pub use table::{STATEMENTS, Usage};

use crate::cx::Cx;
use crate::organisations;
use crate::users::Licence;

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
    let [first, second] = builds_on(licence);
    if cx.tx.execute(TAKE_SEAT, &params![organisation, first, second]).await? == 0 {
        let services = organisations::current(cx).await?.ordered();
        let offered = licence.is_offered(&services);
        return Err(Error::conflict(if offered {
            Code::NoSeatFree
        } else {
            Code::LicenceNotOrdered
        }));
    }
    Ok(())
}

/// Patterns that match the ordered services which hold this licence.
fn builds_on(licence: Licence) -> [String; 2] {
    let mut services = licence.services().iter();
    std::array::from_fn(|_| {
        services.next().map_or("%".to_owned(), |service| format!("%{service}%"))
    })
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
