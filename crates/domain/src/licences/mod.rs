//! Seats: how many of each licence are ordered and held (SPEC LIC-1). Each taking is one conditional
//! statement, so that the last seat can't be taken twice.
//!
//! | To … | see |
//! |---|---|
//! | know what a licence builds on, needs and may become | `rules` |
//! | see what is offered and free | [`offers`] |
//! | see the use of each over time, and a forecast | [`history`] |
//! | make an invoice | [`invoice()`], [`csv`] |
//!
//! Invariants: `licences` counts who holds a seat of what was ordered; so does the last day of `licence_days`;
//! whoever holds a seat has one open row in `licence_holds`.

mod days;
mod forecast;
mod holds;
mod invoice;
mod offers;
mod rules;
mod table;

use std::collections::BTreeMap;

use db::{Query, params};
use kernel::ids::{OrganisationId, UserId};
use kernel::{Code, Error, Result};

pub use days::{DayOfUse, History, history};
pub(crate) use holds::{Seat, invoice_from_now};
pub use invoice::{Billed, Holder, Month, csv, invoice};
pub use offers::{Offer, offers};
pub use rules::Needs;
pub(crate) use rules::may_become;
use table::{ALL, DROP, GIVE_BACK, GIVE_BACK_SEAT, INSERT, PUT, TAKE, TAKE_SEAT};
pub use table::{STATEMENTS, Usage};

use crate::cx::Cx;
use crate::organisations;
use crate::users::Licence;

/// Licences ordered by kind.
pub(crate) async fn ordered(cx: &mut Cx<'_>) -> Result<Vec<Usage>> {
    let organisation = cx.organisation_id;
    Ok(cx.tx.few::<Usage>(ALL, &params![organisation]).await?)
}

/// Takes a seat. Where no kind was ordered, as in a trial, any may be taken up to the number of seats.
///
/// # Errors
/// [`Error::Conflict`] with `no_seat_free` or `licence_not_ordered`.
pub(crate) async fn take(cx: &mut Cx<'_>, seat: Seat) -> Result<()> {
    let licence = seat.licence;
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
    days::note(cx, licence, 1).await?;
    holds::open(cx, seat).await
}

/// Patterns that match the ordered services which hold this licence.
fn builds_on(licence: Licence) -> [String; 2] {
    let mut services = licence.services().iter();
    std::array::from_fn(|_| {
        services.next().map_or("%".to_owned(), |service| format!("%{service}%"))
    })
}

/// Gives a user's seat back.
pub(crate) async fn release(cx: &mut Cx<'_>, user: UserId, licence: Licence) -> Result<()> {
    let organisation = cx.organisation_id;
    cx.tx.execute(GIVE_BACK, &params![organisation, licence]).await?;
    cx.tx.execute(GIVE_BACK_SEAT, &params![organisation]).await?;
    days::note(cx, licence, -1).await?;
    holds::close(cx, user).await
}

/// The same of several organisations, for the installation's operator.
pub(crate) async fn ordered_by(
    cx: &mut Cx<'_>,
    organisations: &[OrganisationId],
) -> Result<BTreeMap<OrganisationId, Vec<Usage>>> {
    let mut query = Query::new(table::ALL_OF);
    query.bind_list(organisations.iter().copied()).push(" ORDER BY licence");
    let mut all: BTreeMap<OrganisationId, Vec<Usage>> = BTreeMap::new();
    for (organisation, licence, quantity, used) in
        cx.tx.list::<(OrganisationId, Licence, i64, i64)>(&query).await?
    {
        all.entry(organisation).or_default().push(Usage { licence, quantity, used });
    }
    Ok(all)
}

/// Puts one order in the place of another; both say how many are held.
pub(crate) async fn reorder(cx: &mut Cx<'_>, before: &[Usage], after: &[Usage]) -> Result<()> {
    let organisation = cx.organisation_id;
    for gone in before.iter().filter(|row| after.iter().all(|kept| kept.licence != row.licence)) {
        cx.tx.execute(DROP, &params![organisation, gone.licence]).await?;
    }
    for Usage { licence, quantity, used } in after {
        cx.tx.execute(PUT, &params![organisation, *licence, *quantity, *used]).await?;
    }
    Ok(())
}

/// Enters what a new organisation has ordered.
pub(crate) async fn order(cx: &mut Cx<'_>, licences: &[(Licence, i64)]) -> Result<()> {
    for (licence, quantity) in licences {
        cx.tx.execute(INSERT, &params![cx.organisation_id, *licence, *quantity]).await?;
    }
    Ok(())
}
