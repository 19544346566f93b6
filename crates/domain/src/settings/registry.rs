//! Every setting there is: type, unit, range, default, who keeps it, and what may be done below.

use super::resolve::Level;
use super::value::SettingValue;
use crate::factors::{WORDS, is_within};

/// Declares the settings with their keys, in the order in which pages show them.
macro_rules! settings {
    ($($(#[$doc:meta])* $variant:ident = $name:literal, $section:ident, $keeper:ident, $kind:expr, $default:expr, $below:ident;)+) => {
        /// The name of a setting.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Key { $($(#[$doc])* $variant),+ }

        impl Key {
            /// The stable key.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }
            /// The setting of this key.
            pub fn parse(key: &str) -> Option<Self> {
                match key { $($name => Some(Self::$variant),)+ _ => None }
            }
            /// What it is.
            pub fn setting(self) -> &'static Setting {
                match self { $(Self::$variant => const { &Setting {
                    key: Self::$variant,
                    section: Section::$section,
                    keeper: Keeper::$keeper,
                    kind: $kind,
                    default: $default,
                    below: Below::$below,
                } }),+ }
            }
        }

        /// All settings.
        pub const SETTINGS: &[Key] = &[$(Key::$variant),+];
    };
}

/// One setting.
#[derive(Debug)]
pub struct Setting {
    /// Its name.
    pub key: Key,
    /// Where pages show it.
    pub section: Section,
    /// Who may give a user a value of their own.
    pub keeper: Keeper,
    /// What it may hold.
    pub kind: Kind,
    /// What holds where nobody says anything.
    pub default: Fixed,
    /// What those below may do.
    pub below: Below,
}

/// A value that stands in the code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fixed {
    /// On or off.
    Flag(bool),
    /// A whole number.
    Number(i64),
    /// A word.
    Word(&'static str),
}

impl From<Fixed> for SettingValue {
    fn from(fixed: Fixed) -> Self {
        match fixed {
            Fixed::Flag(on) => Self::Flag(on),
            Fixed::Number(number) => Self::Number(number),
            Fixed::Word(word) => Self::Word(word.to_owned()),
        }
    }
}

/// What a setting may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// On or off.
    Flag,
    /// A whole number within these bounds.
    Number {
        /// The least.
        least: i64,
        /// The most.
        most: i64,
        /// What it counts.
        unit: Unit,
    },
    /// One of these words.
    Word(&'static [&'static str]),
}

kernel::vocabulary! {
    /// What the number of a setting counts.
    Unit {
        /// Seconds.
        Seconds = "seconds",
        /// Minutes.
        Minutes = "minutes",
        /// Hours.
        Hours = "hours",
        /// Characters.
        Characters = "characters",
        /// Sessions at a time.
        Sessions = "sessions",
        /// Days.
        Days = "days",
        /// Passwords.
        Passwords = "passwords",
    }
}

kernel::vocabulary! {
    /// Settings that belong together.
    Section {
        /// How people work.
        Work = "work",
        /// What people may change of their own record (SPEC USR-10).
        SelfService = "self_service",
        /// Sessions, passwords, factors.
        Security = "security",
    }
}

/// Who may give a user a value of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keeper {
    /// Whoever may edit the user.
    Editor,
    /// Whoever may manage settings.
    Manager,
}

/// What those below may do with a value (SPEC GRP-1).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Below {
    /// What they like.
    Free,
    /// Only lower it.
    OnlyLess,
    /// Only raise it.
    OnlyMore,
    /// Turn it on; once on above it stays on.
    StaysOn,
    /// Only shorten it; 0 stands for no end.
    OnlySooner,
    /// Only allow fewer ways; the organisation itself allows what it likes.
    OnlyWithin,
    /// Only lower it; the organisation itself gives what it likes.
    OnlyLessThanOrganisation,
}

impl Below {
    /// Whether what the product says by itself binds nobody: the organisation is the first to decide.
    const fn begins_with_organisation(self) -> bool {
        matches!(self, Self::OnlyWithin | Self::OnlyLessThanOrganisation)
    }

    /// Whether `value` may stand at `level` below `above`.
    pub fn allows(self, level: Level, above: &SettingValue, value: &SettingValue) -> bool {
        if level <= Level::Organisation && self.begins_with_organisation() {
            return true;
        }
        match self {
            Self::OnlyWithin => match (above, value) {
                (SettingValue::Word(above), SettingValue::Word(value)) => is_within(value, above),
                _ => false,
            },
            Self::Free => true,
            Self::OnlyLess | Self::OnlyLessThanOrganisation => value.number() <= above.number(),
            Self::OnlyMore => value.number() >= above.number(),
            Self::StaysOn => value.is_on() || !above.is_on(),
            Self::OnlySooner => match (above.number(), value.number()) {
                (0, _) => true,
                (_, 0) => false,
                (above, value) => value <= above,
            },
        }
    }
}

const fn number(least: i64, most: i64, unit: Unit) -> Kind {
    Kind::Number { least, most, unit }
}

settings! {
    /// Time to write things down after a conversation before the next is offered.
    WrapUpSeconds = "wrap_up_seconds", Work, Editor, number(0, 3600, Unit::Seconds), Fixed::Number(30), Free;
    /// Language of new users and of what is sent to those who never chose one.
    Language = "language", Work, Editor, Kind::Word(crate::users::fields::LANGUAGES), Fixed::Word("en"), Free;
    /// Whether sessions end at midnight in the organisation's time zone (SPEC OPS-2).
    LogOffAtMidnight = "log_off_at_midnight", Work, Editor, Kind::Flag, Fixed::Flag(false), StaysOn;
    /// Whether people may change their own address.
    OwnEmail = "self_service_email", SelfService, Manager, Kind::Flag, Fixed::Flag(false), Free;
    /// Whether people may change their own mobile number.
    OwnMobile = "self_service_mobile", SelfService, Manager, Kind::Flag, Fixed::Flag(false), Free;
    /// Whether people may change their own language.
    OwnLanguage = "self_service_language", SelfService, Manager, Kind::Flag, Fixed::Flag(true), Free;
    /// Whether people may change their own photo.
    OwnPhoto = "self_service_photo", SelfService, Manager, Kind::Flag, Fixed::Flag(true), Free;
    /// A session unused for so long ends (SECURITY.md S8).
    SessionIdleMinutes = "session_idle_minutes", Security, Manager, number(1, 43_200, Unit::Minutes), Fixed::Number(60), OnlyLess;
    /// A session ends after so long at the latest (S8).
    SessionHours = "session_hours", Security, Manager, number(1, 8760, Unit::Hours), Fixed::Number(24), OnlyLess;
    /// So many sessions at a time; a further one ends the oldest.
    SessionsAtATime = "sessions_at_a_time", Security, Manager, number(1, 10_000, Unit::Sessions), Fixed::Number(10_000), OnlyLess;
    /// Fewest characters of a password (S7).
    PasswordLength = "password_length", Security, Manager, number(8, 64, Unit::Characters), Fixed::Number(15), OnlyMore;
    /// A password older than so many days is replaced at the next sign-in; 0 for never (SPEC ACC-4).
    PasswordDays = "password_days", Security, Manager, number(0, 3650, Unit::Days), Fixed::Number(0), OnlySooner;
    /// So many former passwords can't be taken again, beside the present one (SPEC ACC-4).
    PasswordReuse = "password_reuse", Security, Manager, number(0, 10, Unit::Passwords), Fixed::Number(0), OnlyMore;
    /// Whether a second factor is asked for (SPEC ACC-5).
    TwoFactorRequired = "two_factor_required", Security, Manager, Kind::Flag, Fixed::Flag(false), StaysOn;
    /// So many days somebody who must add a second factor may put it off, from when they are first asked (SPEC ACC-5).
    TwoFactorGraceDays = "two_factor_grace_days", Security, Manager, number(0, 90, Unit::Days), Fixed::Number(7), OnlyLess;
    /// Which codes that are sent count as a second factor: `none`, by text message (`sms`), by mail (`mail`), or `both`
    /// (SPEC ACC-5, ADR 0016).
    FactorCodes = "factor_codes", Security, Manager, Kind::Word(WORDS), Fixed::Word("none"), OnlyWithin;
    /// For so many days a device may be trusted on which a second factor was shown; 0 for not at all (SPEC ACC-5).
    TrustedDeviceDays = "trusted_device_days", Security, Manager, number(0, 90, Unit::Days), Fixed::Number(0), OnlyLessThanOrganisation;
}
