//! Forms on a page of their own: titled sections in one column and a save bar that sticks. Creating
//! and editing a user, one's own profile, the organisation: all of them are this page.

use askama::Template;

use super::{
    field::Field,
    filters,
    frame::Frame,
    parts::{Face, Notice},
    table::Tab,
};

/// Fields under a title.
#[derive(Debug, Clone)]
pub struct Section {
    /// Key of the title.
    pub title: &'static str,
    /// Key of the sentence under it.
    pub hint: Option<&'static str>,
    /// What is asked.
    pub fields: Vec<Field>,
}

impl Section {
    /// A section.
    pub const fn new(title: &'static str, hint: Option<&'static str>, fields: Vec<Field>) -> Self {
        Self { title, hint, fields }
    }

    /// Whether it holds so many boxes that one wants to search among them.
    pub fn is_long(&self) -> bool {
        let one_of_many = |field: &Field| matches!(field.kind, "tick" | "level");
        self.fields.len() > 12 && self.fields.iter().all(one_of_many)
    }
}

/// One field that two people changed (SPEC USR-5).
#[derive(Debug, Clone)]
pub struct Differs {
    /// Key of the field's label.
    pub label: &'static str,
    /// What the reader typed.
    pub mine: String,
    /// What the other person saved.
    pub theirs: String,
}

/// The photo beside a form, with its own small form.
#[derive(Debug, Clone)]
pub struct PhotoForm {
    /// Photo or initials.
    pub face: Face,
    /// Where a file is sent.
    pub action: String,
    /// Why the last file was not taken.
    pub error: Option<String>,
}

/// A form on a page of its own.
#[derive(Debug, Clone, Template)]
#[template(path = "_parts/form_page.html")]
pub struct FormPage {
    /// What surrounds it.
    pub frame: Frame,
    /// The title, in the reader's language.
    pub title: String,
    /// Key of the sentence under it, or empty.
    pub lead: &'static str,
    /// Tabs of the page it belongs to.
    pub tabs: Vec<Tab>,
    /// What to know first.
    pub notice: Option<Notice>,
    /// Where two people changed the same.
    pub differs: Vec<Differs>,
    /// A photo that can be changed, once there is someone to have one.
    pub photo: Option<PhotoForm>,
    /// Where it is sent.
    pub action: String,
    /// What it carries unseen, such as the version.
    pub hidden: Vec<(&'static str, String)>,
    /// What is asked.
    pub sections: Vec<Section>,
    /// Key of the button's word.
    pub submit: &'static str,
    /// Where one goes without saving.
    pub cancel: Option<String>,
}

impl FormPage {
    /// How many fields are wrong.
    pub fn wrong(&self) -> usize {
        let fields = self.sections.iter().flat_map(|section| &section.fields);
        fields.filter(|field| field.error.is_some()).count()
    }
}
