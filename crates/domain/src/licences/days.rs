//! How many seats of each licence were held on each day (SPEC LIC-6). The verbs that take and release seats
//! keep it, so that no job is needed; days are UTC.

use std::collections::BTreeMap;

use db::params;
use kernel::{Result, Span, Timestamp};

use super::forecast::forecast;
use super::offers::{Offer, offers};
use super::table::{BEFORE, DAYS, NOTE};
use crate::cx::Cx;
use crate::users::Licence;

/// Microseconds of a day.
const DAY: i64 = Span::days(1).micros();
/// Days that a forecast looks back on.
const LOOK_BACK: i64 = 30;

/// The day of a moment, since 1970.
pub(super) fn day(at: Timestamp) -> i64 {
    at.micros().div_euclid(DAY)
}

/// The moment at which a day begins.
pub(super) fn begin(day: i64) -> Timestamp {
    Timestamp::from_micros(day * DAY)
}

/// Notes that one seat more (1) or less (−1) is held.
pub(super) async fn note(cx: &mut Cx<'_>, licence: Licence, change: i64) -> Result<()> {
    let values = params![cx.organisation_id, day(cx.now), licence, change, change.max(0)];
    cx.tx.execute(NOTE, &values).await?;
    Ok(())
}

/// The use of a licence on one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayOfUse {
    /// When the day begins, UTC.
    pub begins: Timestamp,
    /// Held at its end, or now.
    pub used: i64,
    /// Most held at a time.
    pub highest: i64,
}

/// The use of a licence over time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct History {
    /// What is offered and used now.
    pub offer: Offer,
    /// Every day, the oldest first, today the last.
    pub days: Vec<DayOfUse>,
    /// In how many days none is free any more, if use grows as in the last 30 days.
    pub full_in_days: Option<i64>,
}

db::row! {
    struct Noted {
        licence: Licence,
        day: i64,
        used: i64,
        highest: i64,
    }
}

/// The use of each offered licence in the last days.
///
/// # Errors
/// [`kernel::Error::Forbidden`] for those who may not see licences.
pub async fn history(cx: &mut Cx<'_>, days: i64) -> Result<Vec<History>> {
    let offers = offers(cx).await?;
    let (organisation, today) = (cx.organisation_id, day(cx.now));
    let first = today - days.max(LOOK_BACK) + 1;
    let before = cx.tx.all::<(Licence, i64)>(BEFORE, &params![organisation, first]).await?;
    let before: BTreeMap<Licence, i64> = before.into_iter().collect();
    let noted = cx.tx.all::<Noted>(DAYS, &params![organisation, first]).await?;
    let of = |offer: Offer| {
        let mine = noted.iter().filter(|row| row.licence == offer.licence);
        let known = before.get(&offer.licence).copied();
        let (all, began) = filled(mine, known, first, today);
        let recorded = all.get(began.max(all.len().saturating_sub(30))..).unwrap_or_default();
        let full_in_days = forecast(recorded, offer.used + offer.free);
        let shown = usize::try_from(days).unwrap_or(0);
        let days = all.get(all.len().saturating_sub(shown)..).unwrap_or_default().to_vec();
        History { offer, days, full_in_days }
    };
    Ok(offers.into_iter().map(of).collect())
}

/// Every day from the first to today; where nothing changed, the day before goes on. Also answers from
/// which place on the use is on record.
fn filled<'r>(
    noted: impl Iterator<Item = &'r Noted>,
    before: Option<i64>,
    first: i64,
    today: i64,
) -> (Vec<DayOfUse>, usize) {
    let noted: BTreeMap<i64, &Noted> = noted.map(|row| (row.day, row)).collect();
    let began = match before {
        Some(_) => 0,
        None => noted.keys().next().map_or(0, |day| usize::try_from(day - first).unwrap_or(0)),
    };
    let mut used = before.unwrap_or(0);
    let days = (first..=today).map(|day| {
        let highest = noted.get(&day).map_or(used, |row| row.highest);
        used = noted.get(&day).map_or(used, |row| row.used);
        DayOfUse { begins: begin(day), used, highest }
    });
    (days.collect(), began)
}
