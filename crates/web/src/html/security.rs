//! One's own second factors: what one has, adding an app, recovery codes (SPEC ACC-5).

use askama::Template;
use domain::factors::Kind;

use super::{
    field::Field,
    filters,
    frame::Frame,
    me::tabs,
    parts::{Notice, When, icon},
    qr::Qr,
    sheet::Sheet,
    table::Tab,
    typed::Typed,
};

/// One factor in the list.
#[derive(Debug, Clone)]
pub struct FactorLine {
    /// Icon of the sprite.
    pub icon: &'static str,
    /// Key of what it is.
    pub kind: &'static str,
    /// Whether it is one of the weaker ones.
    pub weak: bool,
    /// What its person calls it.
    pub name: String,
    /// When it was added.
    pub added: When,
    /// When it was last shown, if ever.
    pub used: Option<When>,
    /// Where it is taken away.
    pub removal: String,
}

/// Icon, and key of the name of a kind of factor.
pub const fn kind(kind: Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::Totp => (icon("device-mobile"), "factor-totp"),
        Kind::Passkey => (icon("fingerprint"), "factor-passkey"),
        Kind::SmsCode => (icon("message"), "factor-sms_code"),
        Kind::MailCode => (icon("mail"), "factor-mail_code"),
    }
}

/// A way by which codes may come.
#[derive(Debug, Clone, Copy)]
pub struct CodeWay {
    /// What it is.
    pub kind: Kind,
    /// Icon of the sprite.
    pub icon: &'static str,
    /// Key of the button's word.
    pub add: &'static str,
}

impl CodeWay {
    /// The button that adds it.
    pub const fn of(what: Kind) -> Self {
        let add = match what {
            Kind::SmsCode => "security-sms-add",
            _ => "security-mail-add",
        };
        Self { kind: what, icon: kind(what).0, add }
    }
}

/// How one stands as far as a password goes.
#[derive(Debug, Clone)]
pub struct PasswordLine {
    /// Whether one has a password.
    pub has: bool,
    /// Whether one may do without it.
    pub may_drop: bool,
    /// What to know about it, in the reader's language; empty for nothing.
    pub lead: String,
}

/// The page that shows how one is kept safe.
#[derive(Debug, Clone, Template)]
#[template(path = "me/security.html")]
pub struct Security {
    /// What surrounds it.
    pub frame: Frame,
    /// Tabs of one's own pages.
    pub tabs: Vec<Tab>,
    /// What to know first.
    pub notice: Option<Notice>,
    /// What one has.
    pub factors: Vec<FactorLine>,
    /// How many recovery codes are left.
    pub codes_left: i64,
    /// Whether the organisation asks for a second factor.
    pub required: bool,
    /// What a new app is called.
    pub name: Field,
    /// Whether there can be passkeys.
    pub passkeys: bool,
    /// By which ways codes may be added.
    pub ways: Vec<CodeWay>,
    /// How one stands as far as a password goes, where one may know.
    pub password: Option<PasswordLine>,
    /// Whether anything one has counts.
    pub counts: bool,
    /// Where one goes who puts it off.
    pub later: Option<String>,
}

impl Security {
    /// The page.
    pub fn new(frame: Frame, factors: Vec<FactorLine>, codes_left: i64, typed: &Typed) -> Self {
        let name = Field::text("name", "security-app-name").value(String::new()).up_to(100);
        Self {
            tabs: tabs("/me/security"),
            frame,
            notice: None,
            counts: !factors.is_empty(),
            ways: Vec::new(),
            factors,
            codes_left,
            required: false,
            passkeys: false,
            password: None,
            later: None,
            name: typed.fill(name).hint("security-app-name-hint"),
        }
    }

    /// Whether so few recovery codes are left that one should make new ones.
    pub const fn few_codes(&self) -> bool {
        self.codes_left < 4
    }
}

/// Adding an app: the picture, the letters and the first code.
#[derive(Debug, Clone, Template)]
#[template(path = "me/app.html")]
pub struct AddApp {
    /// What surrounds it.
    pub frame: Frame,
    /// Tabs of one's own pages.
    pub tabs: Vec<Tab>,
    /// Where the first code is sent.
    pub action: String,
    /// The picture.
    pub qr: Option<Qr>,
    /// The letters in fours.
    pub letters: String,
    /// The first code.
    pub code: Field,
}

impl AddApp {
    /// The page.
    pub fn new(frame: Frame, action: String, letters: &str, address: &str, typed: &Typed) -> Self {
        let code = Field { class: "code-field", ..Field::text("code", "forgotten-code") };
        let code = code.fills("one-time-code").up_to(7).focused();
        Self {
            tabs: tabs("/me/security"),
            frame,
            action,
            qr: Qr::of(address),
            letters: in_fours(letters),
            code: typed.fill(code),
        }
    }
}

/// The first code that came by mail or text message.
pub fn first_code(frame: Frame, kind: Kind, request: &str, typed: &Typed) -> Sheet {
    let (title, lead) = match kind {
        Kind::SmsCode => ("security-sms-title", "security-sms-lead"),
        _ => ("security-mail-title", "security-mail-lead"),
    };
    let (title, lead) = (frame.texts.get(title).into_owned(), frame.texts.get(lead).into_owned());
    let code = Field { class: "code-field", ..Field::text("code", "forgotten-code") };
    let code = code.fills("one-time-code").up_to(7).focused();
    let sheet = Sheet::new(frame, title, "/me/security/code/answer", "security-app-confirm");
    Sheet {
        lead,
        fields: vec![typed.fill(code)],
        hidden: vec![("kind", kind.to_string()), ("request", request.to_owned())],
        cancel: "/me/security".to_owned(),
        ..sheet
    }
}

/// Adding a passkey: an island of script asks the browser for it.
#[derive(Debug, Clone, Template)]
#[template(path = "me/passkey.html")]
pub struct AddPasskey {
    /// What surrounds it.
    pub frame: Frame,
    /// Stands for what is asked.
    pub request: String,
    /// What is asked, in JSON.
    pub options: String,
    /// What it is called.
    pub name: String,
}

/// Recovery codes, shown this once.
#[derive(Debug, Clone, Template)]
#[template(path = "me/codes.html")]
pub struct Codes {
    /// What surrounds it.
    pub frame: Frame,
    /// Tabs of one's own pages.
    pub tabs: Vec<Tab>,
    /// What has just happened.
    pub notice: Option<Notice>,
    /// The codes.
    pub codes: Vec<String>,
}

impl Codes {
    /// All of them, one a line, for copying.
    pub fn together(&self) -> String {
        self.codes.join(" ")
    }
}

/// The task of taking a factor away.
pub fn removal(frame: Frame, name: &str, action: String, last: bool) -> Sheet {
    let title = frame.texts.with("security-remove-title", &[("name", texts::Arg::from(name))]);
    let title = title.into_owned();
    let key = if last { "security-remove-last" } else { "security-remove-lead" };
    let lead = frame.texts.get(key).into_owned();
    let sheet = Sheet::new(frame, title, action, "security-remove");
    Sheet { lead, danger: true, cancel: "/me/security".to_owned(), ..sheet }
}

/// The task of doing without a password.
pub fn drop_password(frame: Frame) -> Sheet {
    let title = frame.texts.get("security-password-drop-title").into_owned();
    let lead = frame.texts.get("security-password-drop-lead").into_owned();
    let sheet = Sheet::new(frame, title, "/me/password/removal", "security-password-drop");
    Sheet { lead, danger: true, cancel: "/me/security".to_owned(), ..sheet }
}

/// The task of making new recovery codes.
pub fn new_codes(frame: Frame) -> Sheet {
    let title = frame.texts.get("security-codes-new-title").into_owned();
    let lead = frame.texts.get("security-codes-new-lead").into_owned();
    let sheet = Sheet::new(frame, title, "/me/security/codes", "security-codes-new");
    Sheet { lead, danger: true, cancel: "/me/security".to_owned(), ..sheet }
}

fn in_fours(letters: &str) -> String {
    let mut text = String::with_capacity(letters.len() * 5 / 4);
    for (n, letter) in letters.chars().enumerate() {
        if n > 0 && n % 4 == 0 {
            text.push(' ');
        }
        text.push(letter);
    }
    text
}
