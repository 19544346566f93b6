//! Dates, times, lengths of time and numbers as the reader writes them.

use std::borrow::Cow;

use jiff::tz::TimeZone;
use kernel::{Code, Span, Timestamp};

use crate::{Arg, Lang, get, with};

/// A time zone of the IANA database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Zone(TimeZone);

impl Zone {
    /// Coordinated universal time.
    pub const fn utc() -> Self {
        Self(TimeZone::UTC)
    }

    /// The zone of this name, such as `Europe/Prague`.
    ///
    /// # Errors
    /// [`Code::TimeZoneUnknown`].
    pub fn named(name: &str) -> Result<Self, Code> {
        // A name with a slash at the front or dots could walk out of the system's zone folder.
        let plain = name.len() <= 64
            && name.bytes().all(|b| b.is_ascii_alphanumeric() || b"/_+-".contains(&b));
        plain.then(|| TimeZone::get(name).ok()).flatten().map(Self).ok_or(Code::TimeZoneUnknown)
    }

    /// The zone's name; `UTC` where it has none.
    pub fn name(&self) -> &str {
        self.0.iana_name().unwrap_or("UTC")
    }

    /// When a day such as `2026-11-26` begins here and when it ends; none for what is no day.
    pub fn day(&self, text: &str) -> Option<(Timestamp, Timestamp)> {
        let day: jiff::civil::Date = text.parse().ok()?;
        let begins = |day: jiff::civil::Date| {
            let begins =
                self.0.to_timestamp(day.to_datetime(jiff::civil::Time::midnight())).ok()?;
            Some(Timestamp::from_micros(begins.as_microsecond()))
        };
        Some((begins(day)?, begins(day.tomorrow().ok()?)?))
    }

    /// Names of all zones that a choice offers: places, and UTC, in alphabetical order.
    pub fn all() -> Vec<String> {
        let mut names: Vec<String> = jiff::tz::db()
            .available()
            .map(|name| name.to_string())
            .filter(|name| name == "UTC" || (name.contains('/') && !name.starts_with("Etc/")))
            .collect();
        names.sort_unstable();
        names
    }
}

impl Default for Zone {
    fn default() -> Self {
        Self::utc()
    }
}

/// `23 November 2026`.
pub fn date(lang: Lang, at: Timestamp, zone: &Zone) -> String {
    let local = zone.0.to_datetime(at.to_jiff());
    let month = get(lang, &format!("time-month-{}", local.month()));
    let args = [
        ("day", Arg::from(local.day().to_string())),
        ("month", Arg::from(month)),
        ("year", Arg::from(local.year().to_string())),
    ];
    with(lang, "time-date", &args).into_owned()
}

/// `19:14`, on a clock of 24 hours.
pub fn time(lang: Lang, at: Timestamp, zone: &Zone) -> String {
    let local = zone.0.to_datetime(at.to_jiff());
    let args = [
        ("hour", Arg::from(format!("{:02}", local.hour()))),
        ("minute", Arg::from(format!("{:02}", local.minute()))),
    ];
    with(lang, "time-clock", &args).into_owned()
}

/// `23 November 2026, 19:14`.
pub fn date_time(lang: Lang, at: Timestamp, zone: &Zone) -> String {
    let args =
        [("date", Arg::from(date(lang, at, zone))), ("clock", Arg::from(time(lang, at, zone)))];
    with(lang, "time-date-clock", &args).into_owned()
}

/// `2026-11-23`: what a date field of a form holds.
pub fn iso_date(at: Timestamp, zone: &Zone) -> String {
    zone.0.to_datetime(at.to_jiff()).date().to_string()
}

const MINUTE: i64 = 60_000_000;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// How long before or after `now` something is: `3 minutes ago`, `in 2 days`. Rounds towards now.
pub fn relative(lang: Lang, at: Timestamp, now: Timestamp) -> Cow<'static, str> {
    let distance = at.since(now).micros();
    let n = distance.unsigned_abs();
    let n = i64::try_from(n).unwrap_or(i64::MAX);
    let past = distance <= 0;
    let (key, unit) = match n {
        ..MINUTE => return get(lang, if past { "time-now" } else { "time-soon" }),
        MINUTE..HOUR => (if past { "time-minutes-ago" } else { "time-in-minutes" }, MINUTE),
        HOUR..DAY => (if past { "time-hours-ago" } else { "time-in-hours" }, HOUR),
        _ if n < 60 * DAY => (if past { "time-days-ago" } else { "time-in-days" }, DAY),
        _ if n < 730 * DAY => (if past { "time-months-ago" } else { "time-in-months" }, 30 * DAY),
        _ => (if past { "time-years-ago" } else { "time-in-years" }, 365 * DAY),
    };
    with(lang, key, &[("n", Arg::Number(n / unit))])
}

/// A length of time in its largest whole unit: `10 minutes`, `24 hours` up to two days, `7 days`.
pub fn length(lang: Lang, span: Span) -> Cow<'static, str> {
    let n = span.micros().max(0);
    let (key, unit) = match n {
        ..HOUR => ("time-length-minutes", MINUTE),
        _ if n < 2 * DAY => ("time-length-hours", HOUR),
        _ => ("time-length-days", DAY),
    };
    with(lang, key, &[("n", Arg::Number(n / unit))])
}

/// A whole number with the language's grouping: `12,345`. Spaces that group never break a line.
pub fn number(lang: Lang, n: i64) -> String {
    let separator = match lang {
        Lang::En => ',',
        Lang::Fr => '\u{202f}',
        Lang::Cs | Lang::Nb => '\u{a0}',
    };
    let digits = n.unsigned_abs().to_string();
    let mut out = String::with_capacity(digits.len() + 8);
    if n < 0 {
        out.push('\u{2212}');
    }
    for (i, digit) in digits.chars().enumerate() {
        // Four digits stand together, as a year does.
        if i > 0 && digits.len() > 4 && (digits.len() - i).is_multiple_of(3) {
            out.push(separator);
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use kernel::{Code, Span, Timestamp};

    use super::{Zone, date, date_time, length, number, relative, time};
    use crate::Lang;

    fn at(text: &str) -> Timestamp {
        Timestamp::parse(text).unwrap()
    }

    #[test]
    fn dates_follow_zone_and_language() {
        let prague = Zone::named("Europe/Prague").unwrap();
        let late = at("2026-12-31T23:05:00Z");
        assert_eq!(date_time(Lang::En, late, &prague), "1 January 2027, 00:05");
        assert_eq!(date_time(Lang::Cs, late, &prague), "1. ledna 2027 00:05");
        assert_eq!(date_time(Lang::Fr, late, &Zone::utc()), "31 décembre 2026 à 23:05");
        assert_eq!(date(Lang::Nb, late, &Zone::utc()), "31. desember 2026");
        assert_eq!(time(Lang::Nb, at("2026-07-01T12:00:00Z"), &prague), "14:00");
    }

    #[test]
    fn a_zone_is_a_name_of_the_database_and_nothing_else() {
        for wrong in
            ["", "Mars/Base", "../../etc/passwd", "/etc/localtime", "posixrules\0", "EST5EDT,M3"]
        {
            assert_eq!(Zone::named(wrong), Err(Code::TimeZoneUnknown), "{wrong}");
        }
        assert_eq!(Zone::named("UTC").unwrap().name(), "UTC");
        let all = Zone::all();
        assert!(all.len() > 300 && all.contains(&"Europe/Oslo".to_owned()));
        assert!(all.iter().all(|name| Zone::named(name).is_ok()));
    }

    #[test]
    fn distance_is_told_in_the_largest_unit() {
        let now = at("2026-06-15T12:00:00Z");
        let ago = |span: Span| relative(Lang::En, now.minus(span), now);
        assert_eq!(ago(Span::seconds(59)), "just now");
        assert_eq!(ago(Span::minutes(3)), "3 minutes ago");
        assert_eq!(ago(Span::hours(1)), "1 hour ago");
        assert_eq!(ago(Span::days(59)), "59 days ago");
        assert_eq!(ago(Span::days(90)), "3 months ago");
        assert_eq!(ago(Span::days(800)), "2 years ago");
        assert_eq!(relative(Lang::Cs, now.plus(Span::days(2)), now), "za 2 dny");
        assert_eq!(relative(Lang::Cs, now.minus(Span::minutes(5)), now), "před 5 minutami");
        assert_eq!(relative(Lang::Nb, now.plus(Span::seconds(3)), now), "om et øyeblikk");
        assert!(!relative(Lang::Fr, Timestamp::from_micros(i64::MIN), now).is_empty());
    }

    #[test]
    fn lengths_are_whole() {
        assert_eq!(length(Lang::En, Span::minutes(10)), "10 minutes");
        assert_eq!(length(Lang::Cs, Span::hours(24)), "24 hodin");
        assert_eq!(length(Lang::Nb, Span::days(7)), "7 dager");
    }

    #[test]
    fn numbers_group_by_three_from_five_digits() {
        assert_eq!(number(Lang::En, 2026), "2026");
        assert_eq!(number(Lang::En, 1_000_000), "1,000,000");
        assert_eq!(number(Lang::Fr, -12_345), "\u{2212}12\u{202f}345");
        assert_eq!(number(Lang::Cs, i64::MIN).chars().filter(|c| *c == '\u{a0}').count(), 6);
    }
}
