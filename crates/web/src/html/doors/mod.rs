//! Pages before sign-in: sign in, choose an organisation, sign up, forgotten password, accept an
//! invitation. Nearly all are one form, so they share one view.

use askama::Template;

pub mod forms;
pub mod renew;
pub mod second;

use super::{
    field::Field,
    filters,
    frame::Door,
    parts::{Face, Notice},
};

/// A link with its word.
#[derive(Debug, Clone)]
pub struct DoorLink {
    /// Where it leads.
    pub href: String,
    /// Key of its word.
    pub key: &'static str,
    /// Whether it is the present page.
    pub here: bool,
}

impl DoorLink {
    /// A link to another page.
    pub fn to(href: impl Into<String>, key: &'static str) -> Self {
        Self { href: href.into(), key, here: false }
    }
}

/// One form before sign-in.
#[derive(Debug, Clone, Template)]
#[template(path = "doors/form.html")]
pub struct DoorForm {
    /// What surrounds it.
    pub door: Door,
    /// Key of the title.
    pub title: &'static str,
    /// A value in the title.
    pub title_value: Option<(&'static str, String)>,
    /// A sentence under the title, in the reader's language; may be empty.
    pub lead: String,
    /// Other ways to do the same; the present one is marked.
    pub switch: Vec<DoorLink>,
    /// What went wrong, or what to know first.
    pub notice: Option<Notice>,
    /// Where it is sent.
    pub action: String,
    /// What it carries unseen.
    pub hidden: Vec<(&'static str, String)>,
    /// What is asked.
    pub fields: Vec<Field>,
    /// Key of the button's word.
    pub submit: &'static str,
    /// Where a passkey leads to, where one may be used instead.
    pub passkey_next: Option<String>,
    /// Where a new passkey is asked for, where one may be made instead.
    pub passkey_new: Option<String>,
    /// Where else one may want to go.
    pub links: Vec<DoorLink>,
}

/// One organisation of an account that belongs to several.
#[derive(Debug, Clone)]
pub struct OrganisationChoice {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The reader's role there.
    pub second: String,
    /// Its initials.
    pub face: Face,
}

impl DoorForm {
    /// The title in words.
    pub fn heading(&self) -> String {
        let Some((name, value)) = &self.title_value else {
            return self.door.texts.get(self.title).into_owned();
        };
        self.door.texts.with(self.title, &[(name, texts::Arg::from(value))]).into_owned()
    }
}

/// Asking the browser for a passkey: an island of script does it, and sends the form.
#[derive(Debug, Clone, Template)]
#[template(path = "doors/passkey.html")]
pub struct AskPasskey {
    /// What surrounds it.
    pub door: Door,
    /// Key of the title.
    pub title: &'static str,
    /// Key of the sentence under it.
    pub lead: &'static str,
    /// What is asked of the browser: `get` for a passkey that it has, `create` for a new one.
    pub ceremony: &'static str,
    /// Key of the button's word.
    pub submit: &'static str,
    /// Where the answer is sent.
    pub action: String,
    /// Where one goes without.
    pub back: String,
    /// Stands for what is asked.
    pub request: String,
    /// What is asked, in JSON.
    pub options: String,
    /// For which sign-in it is the second factor; empty for none.
    pub ticket: String,
    /// Where to go afterwards.
    pub next: String,
}

impl AskPasskey {
    /// The page with this title, whose answer goes there.
    pub fn new(door: Door, title: &'static str, action: impl Into<String>) -> Self {
        Self {
            door,
            title,
            lead: "passkey-sign-in-lead",
            ceremony: "get",
            submit: "passkey-use",
            action: action.into(),
            back: String::new(),
            request: String::new(),
            options: String::new(),
            ticket: String::new(),
            next: String::new(),
        }
    }
}

/// Recovery codes of somebody who comes in, shown this once.
#[derive(Debug, Clone, Template)]
#[template(path = "doors/codes.html")]
pub struct FirstCodes {
    /// What surrounds it.
    pub door: Door,
    /// The codes.
    pub codes: Vec<String>,
}

impl FirstCodes {
    /// All of them, for copying.
    pub fn together(&self) -> String {
        self.codes.join(" ")
    }
}

/// Choosing among the organisations of the account.
#[derive(Debug, Clone, Template)]
#[template(path = "doors/choose.html")]
pub struct ChooseOrganisation {
    /// What surrounds it.
    pub door: Door,
    /// Proof that the password was right, so that it is not asked again.
    pub ticket: String,
    /// Where to go afterwards.
    pub next: String,
    /// The choices.
    pub organisations: Vec<OrganisationChoice>,
}

/// One identity provider.
#[derive(Debug, Clone)]
pub struct ProviderChoice {
    /// Its id.
    pub id: String,
    /// What the button says.
    pub words: String,
    /// Name of the organisation.
    pub second: String,
    /// Its initials.
    pub face: Face,
}

/// Choosing by which identity provider to go on.
#[derive(Debug, Clone, Template)]
#[template(path = "doors/providers.html")]
pub struct ChooseProvider {
    /// What surrounds it.
    pub door: Door,
    /// Key of the title.
    pub title: &'static str,
    /// Key of the sentence under it.
    pub lead: &'static str,
    /// Where it is sent.
    pub action: &'static str,
    /// Where one goes without, with the key of its word.
    pub back: (&'static str, &'static str),
    /// Proof that a password was right; empty for none.
    pub ticket: String,
    /// Where to go afterwards.
    pub next: String,
    /// What was typed.
    pub hint: String,
    /// The choices.
    pub providers: Vec<ProviderChoice>,
}

/// The way to an identity provider, to sign in or out there, which opens by itself.
#[derive(Debug, Clone, Template)]
#[template(path = "doors/leaving.html")]
pub struct Leaving {
    /// What surrounds it.
    pub door: Door,
    /// Key of its title.
    pub title: &'static str,
    /// Key of what is said about it.
    pub lead: &'static str,
    /// Key of the way's word.
    pub go: &'static str,
    /// Where the provider is.
    pub url: String,
}

/// A link that can't be used any more, told before any form.
#[derive(Debug, Clone, Template)]
#[template(path = "doors/dead_link.html")]
pub struct DeadLink {
    /// What surrounds it.
    pub door: Door,
    /// Key of the title.
    pub title: &'static str,
    /// Key of the sentence that says why and what to do.
    pub lead: &'static str,
    /// Where a new one is asked for, if it may be.
    pub again: Option<String>,
}
