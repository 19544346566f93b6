//! Short tasks in a dialog: suspend, re-assign, remove, cancel. Without script the same form stands on
//! a page of its own; that is the only difference.

use askama::Template;

use super::{field::Field, filters, frame::Frame, parts::Notice, table::MenuItem};

/// One short task.
#[derive(Debug, Clone, Template)]
#[template(path = "_parts/sheet.html", blocks = ["part"])]
pub struct Sheet {
    /// What surrounds it.
    pub frame: Frame,
    /// The title, in the reader's language: what happens to whom.
    pub title: String,
    /// What to know first, in the reader's language.
    pub lead: String,
    /// What went wrong.
    pub notice: Option<Notice>,
    /// What will be lost, in counts.
    pub lost: Vec<String>,
    /// What becomes another.
    pub changed: Vec<String>,
    /// What stays.
    pub kept: Vec<String>,
    /// The gentler way.
    pub gentler: Option<MenuItem>,
    /// The gentler way where the form itself goes there: its address and the key of the button's word.
    pub instead: Option<(String, &'static str)>,
    /// The page on which something must be done first, in place of the button.
    pub first: Option<MenuItem>,
    /// Where it is sent.
    pub action: String,
    /// What it carries unseen.
    pub hidden: Vec<(&'static str, String)>,
    /// What is asked.
    pub fields: Vec<Field>,
    /// Words that must be typed before the button works.
    pub typed: Option<String>,
    /// What is wrong with what was typed instead of them.
    pub mistyped: Option<String>,
    /// A value shown this once, with its label; the task is done then.
    pub once: Option<(String, String)>,
    /// Whether it only tells what was done.
    pub done: bool,
    /// Key of the button's word.
    pub submit: &'static str,
    /// Whether it takes something away.
    pub danger: bool,
    /// Where one goes without doing it.
    pub cancel: String,
}

impl Sheet {
    /// A task that asks nothing and takes nothing away.
    pub fn new(
        frame: Frame,
        title: String,
        action: impl Into<String>,
        submit: &'static str,
    ) -> Self {
        let cancel = frame.path.clone();
        Self {
            frame,
            title,
            lead: String::new(),
            notice: None,
            lost: Vec::new(),
            changed: Vec::new(),
            kept: Vec::new(),
            gentler: None,
            instead: None,
            first: None,
            action: action.into(),
            hidden: Vec::new(),
            fields: Vec::new(),
            typed: None,
            mistyped: None,
            once: None,
            done: false,
            submit,
            danger: false,
            cancel,
        }
    }
}
