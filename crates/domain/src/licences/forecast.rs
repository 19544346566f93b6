//! When the last seat will be taken, if use goes on as it did (SPEC LIC-6).

use super::days::DayOfUse;

/// Fewer days on record say nothing.
const FEWEST: usize = 7;
/// Slower growth, in seats a day, is none.
const FLAT: f64 = 0.02;

/// In how many days `seats` will all be held: a straight line through the use at the end of each day.
/// Nothing where use does not grow or is too short on record.
pub(super) fn forecast(days: &[DayOfUse], seats: i64) -> Option<i64> {
    if days.len() < FEWEST {
        return None;
    }
    let used = days.last()?.used;
    let slope = slope(days)?;
    if slope < FLAT {
        return None;
    }
    let left = f64::from(i32::try_from(seats - used).ok()?.max(0));
    #[expect(
        clippy::cast_possible_truncation,
        reason = "at most two thousand million divided by a fiftieth"
    )]
    Some((left / slope).ceil() as i64)
}

/// Seats a day, by least squares.
fn slope(days: &[DayOfUse]) -> Option<f64> {
    let count = f64::from(u32::try_from(days.len()).ok()?);
    let middle = (count - 1.0) / 2.0;
    let (mut over, mut under) = (0.0, 0.0);
    for (place, day) in (0_u32..).zip(days) {
        let distance = f64::from(place) - middle;
        over += distance * f64::from(i32::try_from(day.used).ok()?);
        under += distance * distance;
    }
    (under > 0.0).then_some(over / under)
}

#[cfg(test)]
mod tests {
    use kernel::Timestamp;

    use super::{DayOfUse, forecast};

    fn days(used: impl IntoIterator<Item = i64>) -> Vec<DayOfUse> {
        let begins = Timestamp::default();
        used.into_iter().map(|used| DayOfUse { begins, used, highest: used }).collect()
    }

    #[test]
    fn lic_6_steady_growth_is_carried_on() {
        assert_eq!(forecast(&days(0..30), 50), Some(21));
        assert_eq!(forecast(&days((0..30).map(|day| day * 2)), 58), Some(0));
        assert_eq!(forecast(&days((0..30).map(|day| day / 10)), 10), Some(90));
    }

    #[test]
    fn lic_6_what_is_flat_shrinks_or_is_young_has_no_forecast() {
        assert_eq!(forecast(&days([5; 30]), 10), None);
        assert_eq!(forecast(&days((0..30).rev()), 50), None);
        assert_eq!(forecast(&days(0..6), 50), None);
        assert_eq!(forecast(&[], 50), None);
    }
}
