use kernel::{Entropy, Span, Timestamp};

/// The wait after the first try.
const FIRST: Span = Span::seconds(2);
/// The longest wait in a job's first hour: what waited for a server drains soon after it is back (R4).
const LONGEST: Span = Span::seconds(30);
/// The longest wait after that.
const LONGEST_LATER: Span = Span::minutes(5);
const YOUNG: Span = Span::hours(1);
/// A job older than this fails for good.
const PATIENCE: Span = Span::days(3);

/// When a job that was tried `attempts` times is tried again; `None` when that is enough. Waits double,
/// and are spread by a quarter so that a crowd of jobs does not come back at once.
pub(super) fn next_try(
    attempts: i64,
    created_at: Timestamp,
    now: Timestamp,
    entropy: &Entropy,
) -> Option<Timestamp> {
    let age = now.since(created_at);
    if age > PATIENCE {
        return None;
    }
    let longest = if age < YOUNG { LONGEST } else { LONGEST_LATER };
    let doublings = u32::try_from(attempts.clamp(1, 20) - 1).unwrap_or(0);
    let wait = (FIRST.micros() << doublings).min(longest.micros());
    let quarter = u64::try_from(wait / 4).unwrap_or(0);
    let spread = i64::try_from(entropy.below(quarter * 2)).unwrap_or(0) - wait / 4;
    Some(now.plus(Span::millis((wait + spread) / 1000)))
}

#[cfg(test)]
mod tests {
    use kernel::{Entropy, Span, Timestamp};

    use super::next_try;

    #[test]
    fn waits_double_up_to_a_bound_and_end() {
        let entropy = Entropy::seeded(3);
        let start = Timestamp::from_micros(1_790_000_000_000_000);
        let wait = |attempts, age: Span| {
            let now = start.plus(age);
            next_try(attempts, start, now, &entropy).map(|next| next.since(now).micros() / 1000)
        };
        for _ in 0..200 {
            assert!((1_500..=2_500).contains(&wait(1, Span::seconds(1)).unwrap()));
            assert!((6_000..=10_000).contains(&wait(3, Span::seconds(9)).unwrap()));
            assert!((22_500..=37_500).contains(&wait(500, Span::minutes(50)).unwrap()));
            assert!((225_000..=375_000).contains(&wait(500, Span::hours(5)).unwrap()));
        }
        assert_eq!(wait(i64::MAX, Span::days(4)), None);
    }
}
