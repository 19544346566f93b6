//! What was held in a month, for an invoice (SPEC LIC-6): a row for each licence, and one for each of its
//! users with the days on which they held a seat. Users who are not to be invoiced are left out.

use std::collections::BTreeMap;

use db::params;
use kernel::ids::UserId;
use kernel::{Code, Error, Result, Timestamp, cell};

use super::days::{begin, day};
use super::offers::{Offer, offers};
use super::table::{HELD_IN, HIGHEST_IN};
use crate::access::Action;
use crate::cx::Cx;
use crate::organisations;
use crate::users::{self, Licence};

/// A month of the calendar, UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Month {
    begins: Timestamp,
    ends: Timestamp,
}

impl Month {
    /// Reads `2026-11`.
    ///
    /// # Errors
    /// [`Error::Invalid`] naming `month`.
    pub fn parse(text: &str) -> Result<Self> {
        let wrong = || Error::field("month", Code::MonthInvalid);
        let (year, month) = text.split_once('-').ok_or_else(wrong)?;
        if year.len() != 4 || month.len() != 2 {
            return Err(wrong());
        }
        let (year, month): (i32, i32) =
            (year.parse().map_err(|_| wrong())?, month.parse().map_err(|_| wrong())?);
        let next = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
        let first = |(year, month): (i32, i32)| {
            Timestamp::parse(&format!("{year:04}-{month:02}-01T00:00:00Z")).ok_or_else(wrong)
        };
        Ok(Self { begins: first((year, month))?, ends: first(next)? })
    }

    /// The month of a moment.
    pub fn of(at: Timestamp) -> Self {
        let text = at.rfc3339();
        Self::parse(text.get(..7).unwrap_or_default()).unwrap_or(Self { begins: at, ends: at })
    }

    /// The month before.
    #[must_use]
    pub fn before(self) -> Self {
        Self::of(self.begins.minus(kernel::Span::days(1)))
    }

    /// As it is written: `2026-11`.
    pub fn text(self) -> String {
        self.begins.rfc3339().get(..7).unwrap_or_default().to_owned()
    }
}

/// One licence of an invoice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Billed {
    /// Which.
    pub licence: Licence,
    /// Its English name with the tier.
    pub name: String,
    /// Ordered now; all seats where kinds were not ordered one by one.
    pub ordered: i64,
    /// Most seats held at a time, users who are not invoiced included.
    pub highest: i64,
    /// Who held one, by name.
    pub users: Vec<Holder>,
}

/// Somebody who held a seat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    /// Their id.
    pub id: UserId,
    /// Their name; of somebody removed the one they left.
    pub name: String,
    /// On how many days of the month.
    pub days: i64,
}

db::row! {
    struct Held {
        licence: Licence,
        user_id: UserId,
        held_from: Timestamp,
        held_until: Option<Timestamp>,
    }
}

/// What was held in a month.
///
/// # Errors
/// [`Error::Forbidden`] for those who do not see all users and licences.
pub async fn invoice(cx: &mut Cx<'_>, month: Month) -> Result<Vec<Billed>> {
    cx.require_organisation(Action::UsersView)?;
    cx.require_whole_sight()?;
    cx.require_organisation(Action::LicencesView)?;
    let organisation = organisations::current(cx).await?;
    let mut days = days_held(cx, month).await?;
    let named = names(cx, &days).await?;
    let values = params![organisation.id, day(month.begins), day(month.ends) - 1];
    let highest = cx.tx.all::<(Licence, i64)>(HIGHEST_IN, &values).await?;
    let offers = offers(cx).await?;
    let tier = organisation.tier.to_uppercase();
    let mut billed = Vec::new();
    for licence in Licence::ALL {
        let offer = offers.iter().find(|offer| offer.licence == *licence);
        let held = days.remove(licence).unwrap_or_default();
        if offer.is_none() && held.is_empty() {
            continue;
        }
        let name = |id| named.get(&id).cloned().unwrap_or_default();
        let holder = |(id, days)| Holder { id, name: name(id), days };
        let mut users: Vec<Holder> = held.into_iter().map(holder).collect();
        users.sort_by(|one, other| (&one.name, one.id).cmp(&(&other.name, other.id)));
        billed.push(Billed {
            licence: *licence,
            name: format!("{} {tier}", licence.english()),
            ordered: offer.map_or(0, |offer: &Offer| offer.quantity),
            highest: highest.iter().find(|(kind, _)| kind == licence).map_or(0, |row| row.1),
            users,
        });
    }
    Ok(billed)
}

/// The days on which each licence was held by each user.
async fn days_held(
    cx: &mut Cx<'_>,
    month: Month,
) -> Result<BTreeMap<Licence, BTreeMap<UserId, i64>>> {
    let end = month.ends.min(cx.now.plus(kernel::Span::millis(1)));
    let values = params![cx.organisation_id, month.begins, end];
    let rows = cx.tx.all::<Held>(HELD_IN, &values).await?;
    let mut days: BTreeMap<Licence, BTreeMap<UserId, i64>> = BTreeMap::new();
    // Rows of a user come in order, so a day that two of them touch is counted with the first.
    let mut counted: BTreeMap<(Licence, UserId), i64> = BTreeMap::new();
    for row in rows {
        let last = day(end) - i64::from(end == begin(day(end)));
        let until = row.held_until.map_or(last, |until| day(until).min(last));
        let key = (row.licence, row.user_id);
        let next = counted.get(&key).map_or(0, |day| day + 1);
        let from = day(row.held_from.max(month.begins)).max(next);
        if until >= from {
            counted.insert(key, until);
            *days.entry(row.licence).or_default().entry(row.user_id).or_default() +=
                until - from + 1;
        }
    }
    Ok(days)
}

async fn names(
    cx: &mut Cx<'_>,
    days: &BTreeMap<Licence, BTreeMap<UserId, i64>>,
) -> Result<BTreeMap<UserId, String>> {
    let ids: Vec<UserId> = days.values().flat_map(BTreeMap::keys).copied().collect();
    let mut names = BTreeMap::new();
    for some in ids.chunks(5000) {
        names.extend(users::names(cx, some).await?);
    }
    Ok(names)
}

/// The invoice as a file of comma separated values.
///
/// # Errors
/// Never for rows of this kind.
pub fn csv(month: Month, billed: &[Billed]) -> Result<String> {
    let mut file = csv::Writer::from_writer(Vec::new());
    let head = ["month", "row", "licence", "name", "ordered", "highest", "user_id", "user", "days"];
    file.write_record(head).map_err(Error::internal)?;
    let month = month.text();
    for one in billed {
        let days: i64 = one.users.iter().map(|user| user.days).sum();
        let (ordered, highest) = (one.ordered.to_string(), one.highest.to_string());
        let licence = one.licence.as_str();
        let row =
            [&*month, "licence", licence, &one.name, &ordered, &highest, "", "", &days.to_string()];
        file.write_record(row).map_err(Error::internal)?;
        for user in &one.users {
            let (id, days) = (user.id.to_string(), user.days.to_string());
            let row = [&*month, "user", licence, &one.name, "", "", &id, &*cell(&user.name), &days];
            file.write_record(row).map_err(Error::internal)?;
        }
    }
    let bytes = file.into_inner().map_err(Error::internal)?;
    String::from_utf8(bytes).map_err(Error::internal)
}

#[cfg(test)]
mod tests {
    use super::Month;

    #[test]
    fn months_are_read_and_told() {
        for text in ["2026-11", "2026-12", "2027-01", "2024-02"] {
            assert_eq!(Month::parse(text).unwrap().text(), text);
        }
        assert_eq!(Month::parse("2027-01").unwrap().before().text(), "2026-12");
        for text in ["2026", "2026-13", "2026-00", "26-11", "2026-1", "2026-11-01", "x"] {
            assert!(Month::parse(text).is_err(), "{text}");
        }
    }
}
