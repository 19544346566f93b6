//! Small views that stand in many pages. Each is a template of its own, written `{{ x|safe }}`.

use askama::Template;
use kernel::Timestamp;
use texts::{Lang, Zone, format};

use super::filters;

/// Marks a name as one of the icon sprite; the front end's build collects them by this call.
pub const fn icon(name: &'static str) -> &'static str {
    name
}

/// A person's photo, or their initials on a tint of their own.
#[derive(Debug, Clone, Template)]
#[template(path = "_parts/face.html")]
pub struct Face {
    /// Address of the photo, if there is one.
    pub photo: Option<String>,
    /// One or two letters.
    pub initials: String,
    /// Which of the eight tints.
    pub tint: u8,
    /// `""`, `"face-small"` or `"face-large"`.
    pub size: &'static str,
}

impl Face {
    /// The face of a person called `name`; `seed` keeps the tint the same everywhere.
    pub fn of(name: &str, seed: &str, photo: Option<String>) -> Self {
        let mut words =
            name.split_whitespace().filter_map(|word| word.chars().find(|c| c.is_alphanumeric()));
        let first = words.next();
        let initials = first.into_iter().chain(words.next_back()).collect();
        let tint = seed.bytes().fold(0_u8, |sum, byte| sum.wrapping_mul(31).wrapping_add(byte)) % 8;
        Self { photo, initials, tint, size: "" }
    }

    /// The same face in the size of this class.
    #[must_use]
    pub const fn sized(mut self, size: &'static str) -> Self {
        self.size = size;
        self
    }
}

/// A state as icon and word, never by colour alone.
#[derive(Debug, Clone, Copy, Template)]
#[template(path = "_parts/chip.html")]
pub struct Chip {
    /// Class of its colour, such as `chip-good`.
    pub tone: &'static str,
    /// Icon of the sprite.
    pub icon: &'static str,
    /// Key of its word.
    pub key: &'static str,
}

impl Chip {
    /// A chip with this tone, icon and word.
    pub const fn new(tone: &'static str, icon: &'static str, key: &'static str) -> Self {
        Self { tone, icon, key }
    }

    /// A person's lifecycle by its stable key.
    pub fn lifecycle(key: &str) -> Self {
        match key {
            "invited" => Self::new("chip-info", icon("mail"), "lifecycle-invited"),
            "suspended" => Self::new("chip-bad", icon("ban"), "lifecycle-suspended"),
            "deactivated" => Self::new("chip-calm", icon("user-off"), "lifecycle-deactivated"),
            _ => Self::new("chip-good", icon("circle-check"), "lifecycle-active"),
        }
    }

    /// Somebody who is active but can't receive work (SPEC GRP-6).
    pub const fn without_work() -> Self {
        Self::new("chip-warn", icon("phone-off"), "work-cannot")
    }

    /// What the list shows live (SPEC OPS-1): presence where the person may be on, else the lifecycle.
    pub fn state(lifecycle: &str, presence: &str) -> Self {
        match (lifecycle, presence) {
            ("active", "logged_in") => {
                Self::new("chip-good", icon("user-check"), "presence-logged_in")
            }
            ("active", _) => Self::new("chip-calm", icon("moon"), "presence-logged_out"),
            (other, _) => Self::lifecycle(other),
        }
    }
}

/// A moment: machine-readable, in words, and exactly on hover.
#[derive(Debug, Clone, Template)]
#[template(path = "_parts/when.html")]
pub struct When {
    /// RFC 3339, UTC.
    pub iso: String,
    /// What stands on the page.
    pub text: String,
    /// What a pointer reveals.
    pub exact: String,
}

impl When {
    /// Date and time.
    pub fn at(lang: Lang, zone: &Zone, at: Timestamp) -> Self {
        let exact = format::date_time(lang, at, zone);
        Self { iso: at.rfc3339(), text: exact.clone(), exact }
    }

    /// Only the date.
    pub fn day(lang: Lang, zone: &Zone, at: Timestamp) -> Self {
        Self {
            iso: at.rfc3339(),
            text: format::date(lang, at, zone),
            exact: format::date_time(lang, at, zone),
        }
    }

    /// How far from `now`.
    pub fn relative(lang: Lang, zone: &Zone, at: Timestamp, now: Timestamp) -> Self {
        let text = format::relative(lang, at, now).into_owned();
        Self { iso: at.rfc3339(), text, exact: format::date_time(lang, at, zone) }
    }
}

/// A message in a coloured box on the page.
#[derive(Debug, Clone, Template)]
#[template(path = "_parts/notice.html")]
pub struct Notice {
    /// Class of its colour: `notice-good`, `notice-warn`, `notice-bad`, `notice-info`.
    pub tone: &'static str,
    /// Icon of the sprite.
    pub icon: &'static str,
    /// The words, in the reader's language.
    pub text: String,
}

impl Notice {
    /// Something went wrong, and this is the way out.
    pub fn bad(text: impl Into<String>) -> Self {
        Self { tone: "notice-bad", icon: icon("alert-circle"), text: text.into() }
    }
    /// Something to mind.
    pub fn warn(text: impl Into<String>) -> Self {
        Self { tone: "notice-warn", icon: icon("alert-triangle"), text: text.into() }
    }
    /// It worked.
    pub fn good(text: impl Into<String>) -> Self {
        Self { tone: "notice-good", icon: icon("circle-check"), text: text.into() }
    }
    /// Something to know.
    pub fn info(text: impl Into<String>) -> Self {
        Self { tone: "notice-info", icon: icon("info-circle"), text: text.into() }
    }
}

#[cfg(test)]
mod tests {
    use super::Face;

    #[test]
    fn initials_are_those_of_the_first_and_last_word() {
        let initials = |name| Face::of(name, "seed", None).initials;
        assert_eq!(initials("Ada King Lovelace"), "AL");
        assert_eq!(initials("  žofie "), "ž");
        assert_eq!(initials("王 小明"), "王小");
        assert_eq!(initials("'; <b>"), "b");
        assert_eq!(initials(""), "");
    }
}
