//! Which licences are offered, how many are taken and free (SPEC LIC-2).

use kernel::Result;

use super::Usage;
use super::rules::Needs;
use crate::access::Action;
use crate::cx::Cx;
use crate::organisations::{self, Organisation};
use crate::users::{self, Licence};

/// A licence that the organisation can give.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// Which.
    pub licence: Licence,
    /// Ordered; all seats where kinds were not ordered one by one.
    pub quantity: i64,
    /// Held.
    pub used: i64,
    /// Free, as far as seats in all allow.
    pub free: i64,
    /// What it asks of the user's record.
    pub needs: Needs,
}

impl Offer {
    /// Its English name with the tier, such as `Omnichannel Mini PROFI`.
    pub fn name(&self, organisation: &Organisation) -> String {
        format!("{} {}", self.licence.english(), organisation.tier.to_uppercase())
    }
}

/// The licences offered, in the order of the vocabulary.
///
/// # Errors
/// [`kernel::Error::Forbidden`] for those who may not see licences.
pub async fn offers(cx: &mut Cx<'_>) -> Result<Vec<Offer>> {
    cx.require(Action::LicencesView)?;
    let organisation = organisations::current(cx).await?;
    let rows = super::ordered(cx).await?;
    let any = rows.is_empty();
    let rows = if any { unordered(cx, &organisation).await? } else { rows };
    let services = organisation.ordered();
    let offer = |licence: &Licence| {
        let row = rows.iter().find(|row| row.licence == *licence)?;
        let seats = organisation.seats - organisation.seats_used;
        let free = if any { seats } else { seats.min(row.quantity - row.used) };
        Some(Offer {
            licence: *licence,
            quantity: row.quantity,
            used: row.used,
            free: free.max(0),
            needs: licence.needs(&services),
        })
    };
    let offered = Licence::ALL.iter().filter(|licence| licence.is_offered(&services));
    Ok(offered.filter_map(offer).collect())
}

/// Where no kind was ordered by number, each may be taken up to the number of seats.
async fn unordered(cx: &mut Cx<'_>, organisation: &Organisation) -> Result<Vec<Usage>> {
    let held = users::licences_held(cx).await?;
    let used = |licence| held.iter().find(|(kind, _)| *kind == licence).map_or(0, |held| held.1);
    let all = Licence::ALL.iter().map(|licence| Usage {
        licence: *licence,
        quantity: organisation.seats,
        used: used(*licence),
    });
    Ok(all.collect())
}
