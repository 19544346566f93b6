//! How long and how many: the settings that bind sessions (SPEC ACC-6, GRP-1; SECURITY.md S8).

use db::params;
use kernel::{Result, Span, Timestamp};

use super::revoke::end;
use super::table::{Ending, OLDEST};
use crate::cx::Cx;
use crate::organisations;
use crate::settings::{self, Key, Values};
use crate::users::User;

/// What binds a user's sessions.
#[derive(Debug, Clone)]
pub(super) struct Limits {
    /// Unused for so long, a session ends.
    pub idle: Span,
    /// When one that begins now ends at the latest.
    pub ends_at: Timestamp,
    /// A password older than so many days is to be replaced; 0 for never.
    pub password_days: i64,
    /// What the settings say, for whatever else goes by them.
    pub settings: Values,
    at_a_time: i64,
}

impl Limits {
    /// Those of a user at this moment.
    pub(super) async fn of(cx: &mut Cx<'_>, user: &User) -> Result<Self> {
        let values = settings::of_user(cx, user).await?;
        let mut ends_at = cx.now.plus(Span::hours(values.number(Key::SessionHours)));
        if values.is_on(Key::LogOffAtMidnight) {
            let zone = organisations::current(cx).await?.time_zone;
            ends_at = ends_at.min(midnight_after(cx.now, &zone));
        }
        let at_a_time = values.number(Key::SessionsAtATime);
        let password_days = values.number(Key::PasswordDays);
        Ok(Self { idle: idle(&values), ends_at, password_days, at_a_time, settings: values })
    }

    /// Ends the oldest sessions of a user until there is place for one more.
    pub(super) async fn make_place(&self, cx: &mut Cx<'_>, user: &User) -> Result<()> {
        let values = params![cx.organisation_id, user.id, self.at_a_time - 1];
        for ending in cx.tx.few::<Ending>(OLDEST, &values).await? {
            end(cx, ending, "session.ended").await?;
        }
        Ok(())
    }
}

/// How long a session of theirs may be unused.
pub(super) fn idle(values: &Values) -> Span {
    Span::minutes(values.number(Key::SessionIdleMinutes))
}

/// The next midnight in a zone; far away where the zone is unknown.
fn midnight_after(now: Timestamp, zone: &str) -> Timestamp {
    let midnight = now
        .to_jiff()
        .in_tz(zone)
        .and_then(|here| here.tomorrow()?.start_of_day())
        .map(|midnight| midnight.timestamp().as_microsecond());
    midnight.map_or(now.plus(Span::days(365)), Timestamp::from_micros)
}

#[cfg(test)]
mod tests {
    use super::midnight_after;
    use kernel::Timestamp;

    #[test]
    fn ops_2_midnight_is_that_of_the_zone() {
        let now = Timestamp::parse("2026-10-24T22:30:00Z").unwrap();
        let midnight = |zone| midnight_after(now, zone).rfc3339();
        assert_eq!(midnight("Europe/Prague"), "2026-10-25T23:00:00Z", "a day of 25 hours");
        assert_eq!(midnight("UTC"), "2026-10-25T00:00:00Z");
    }
}
