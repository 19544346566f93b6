//! The second step of a sign-in (SPEC ACC-5).

use askama::Template;
use domain::factors::Second;

use super::super::{
    field::Field,
    filters,
    frame::Door,
    parts::{Notice, icon},
    typed::Typed,
};

/// Asking for the second factor.
#[derive(Debug, Clone, Template)]
#[template(path = "doors/second.html")]
pub struct SecondStep {
    /// What surrounds it.
    pub door: Door,
    /// What went wrong.
    pub notice: Option<Notice>,
    /// Proof that the password was right, so that it is not asked again.
    pub ticket: String,
    /// Where to go afterwards.
    pub next: String,
    /// What is asked for.
    pub method: Second,
    /// Key of the title.
    pub title: &'static str,
    /// Key of the sentence under it.
    pub lead: &'static str,
    /// What is typed.
    pub code: Field,
    /// Whether a passkey may be shown.
    pub passkey: bool,
    /// What else may be shown: value, icon, key of its word.
    pub others: Vec<(Second, &'static str, &'static str)>,
}

impl SecondStep {
    /// The page that asks for `method`, one of `methods`.
    pub fn new(door: Door, method: Second, methods: &[Second], typed: &Typed) -> Self {
        let (title, lead) = match method {
            // A provider asks for its own at its own door, never here.
            Second::Totp | Second::Passkey | Second::Provider => {
                ("second-totp-title", "second-totp-lead")
            }
            Second::RecoveryCode => ("second-recovery-title", "second-recovery-lead"),
        };
        let typed_ones = |other: &Second| *other != method && *other != Second::Passkey;
        let others = methods.iter().copied().filter(typed_ones);
        Self {
            door,
            notice: None,
            ticket: typed.value("ticket").to_owned(),
            next: typed.value("next").to_owned(),
            method,
            title,
            lead,
            code: typed.fill(field(method)),
            others: others.map(choice).collect(),
            passkey: methods.contains(&Second::Passkey),
        }
    }
}

fn field(method: Second) -> Field {
    let digits = Field { class: "code-field", ..Field::text("code", "forgotten-code") };
    match method {
        Second::Totp | Second::Passkey | Second::Provider => {
            digits.fills("one-time-code").up_to(7).focused()
        }
        Second::RecoveryCode => Field::text("code", "second-recovery-code").up_to(40).focused(),
    }
}

fn choice(method: Second) -> (Second, &'static str, &'static str) {
    match method {
        Second::Totp | Second::Passkey | Second::Provider => {
            (method, icon("device-mobile"), "second-by-totp")
        }
        Second::RecoveryCode => (method, icon("lifebuoy"), "second-by-recovery"),
    }
}
