//! Showing once more that it is oneself (SPEC ACC-5, ACC-9; SECURITY.md S8).

use askama::Template;
use domain::factors::Second;

use super::super::{
    field::Field,
    filters,
    frame::Door,
    parts::{Notice, icon},
    typed::Typed,
};

/// Asking a signed-in person for whatever lets them sign in.
#[derive(Debug, Clone, Template)]
#[template(path = "doors/renew.html")]
pub struct Renew {
    /// What surrounds it.
    pub door: Door,
    /// What went wrong, or what was sent.
    pub notice: Option<Notice>,
    /// Where to go afterwards.
    pub next: String,
    /// Where one signs in anew.
    pub anew: String,
    /// What is typed; nothing where a passkey is all there is.
    pub fields: Vec<Field>,
    /// Codes that may be sent: value, icon, key of its word.
    pub codes: Vec<(Second, &'static str, &'static str)>,
    /// Whether a passkey may be shown instead.
    pub passkey: bool,
}

impl Renew {
    /// The page for somebody who has this.
    pub fn new(
        door: Door,
        has_password: bool,
        methods: &[Second],
        next: &str,
        typed: &Typed,
    ) -> Self {
        let typed_ones: Vec<Second> =
            methods.iter().copied().filter(|one| *one != Second::Passkey).collect();
        let by_password = has_password && (methods.is_empty() || !typed_ones.is_empty());
        let mut fields = Vec::new();
        if by_password {
            let password = Field::new("password", "password", "sign-in-password").focused();
            fields.push(typed.fill(password));
        }
        if by_password && !typed_ones.is_empty() {
            let code = Field::text("code", label(&typed_ones)).fills("one-time-code").up_to(40);
            fields.push(Field { value: String::new(), ..typed.fill(code) });
        }
        let sent = typed_ones.into_iter().filter(|one| by_password && one.sent().is_some());
        Self {
            door,
            notice: None,
            next: next.to_owned(),
            anew: String::new(),
            fields,
            codes: sent.map(choice).collect(),
            passkey: methods.contains(&Second::Passkey),
        }
    }
}

fn label(methods: &[Second]) -> &'static str {
    match methods {
        [Second::RecoveryCode] => "second-recovery-code",
        several if several.contains(&Second::Totp) => "renewal-code",
        _ => "renewal-code-sent",
    }
}

const fn choice(method: Second) -> (Second, &'static str, &'static str) {
    match method {
        Second::SmsCode => (method, icon("message"), "second-by-sms"),
        _ => (method, icon("mail"), "second-by-mail"),
    }
}
