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
    /// What is typed; nothing before a code was sent.
    pub code: Option<Field>,
    /// Whether a passkey may be shown.
    pub passkey: bool,
    /// For how many days the device may be trusted; 0 for not at all.
    pub trust_days: i64,
    /// Whether that is ticked.
    pub trusting: bool,
    /// What else may be shown: value, icon, key of its word.
    pub others: Vec<(Second, &'static str, &'static str)>,
}

impl SecondStep {
    /// The page that asks for `method`, one of `methods`; `sent` says whether its code is on the way.
    pub fn new(door: Door, method: Second, methods: &[Second], sent: bool, typed: &Typed) -> Self {
        let (title, lead) = match method {
            // A provider asks for its own at its own door, never here.
            Second::Totp | Second::Passkey | Second::TrustedDevice | Second::Provider => {
                ("second-totp-title", "second-totp-lead")
            }
            Second::SmsCode if sent => ("second-sms-title", "second-sent-lead"),
            Second::MailCode if sent => ("second-mail-title", "second-sent-lead"),
            Second::SmsCode => ("second-sms-title", "second-sms-lead"),
            Second::MailCode => ("second-mail-title", "second-mail-lead"),
            Second::RecoveryCode => ("second-recovery-title", "second-recovery-lead"),
        };
        let asked = method.sent().is_none() || sent;
        let typed_ones = |other: &Second| {
            let again = asked && method.sent().is_some();
            (*other != method || again) && *other != Second::Passkey
        };
        let others = methods.iter().copied().filter(typed_ones);
        Self {
            door,
            notice: None,
            ticket: typed.value("ticket").to_owned(),
            next: typed.value("next").to_owned(),
            method,
            title,
            lead,
            code: asked.then(|| typed.fill(field(method))),
            others: others.map(|other| choice(other, other == method)).collect(),
            passkey: methods.contains(&Second::Passkey),
            trust_days: 0,
            trusting: false,
        }
    }
}

fn field(method: Second) -> Field {
    match method {
        Second::RecoveryCode => Field::text("code", "second-recovery-code").up_to(40).focused(),
        _ => {
            let digits = Field { class: "code-field", ..Field::text("code", "forgotten-code") };
            digits.fills("one-time-code").up_to(7).focused()
        }
    }
}

fn choice(method: Second, again: bool) -> (Second, &'static str, &'static str) {
    match method {
        Second::SmsCode | Second::MailCode if again => (method, icon("refresh"), "second-again"),
        Second::SmsCode => (method, icon("message"), "second-by-sms"),
        Second::MailCode => (method, icon("mail"), "second-by-mail"),
        Second::Totp | Second::Passkey | Second::TrustedDevice | Second::Provider => {
            (method, icon("device-mobile"), "second-by-totp")
        }
        Second::RecoveryCode => (method, icon("lifebuoy"), "second-by-recovery"),
    }
}
