//! A person's page: a header that says who, what, on or off, and tabs.

use askama::Template;

use super::super::{
    filters,
    frame::Frame,
    parts::{Chip, Face, Notice},
    table::{Cell, ListRow, MenuItem, Pager, Tab},
    timeline::Entry,
};

/// Facts under a title.
#[derive(Debug, Clone)]
pub struct Facts {
    /// Key of the title.
    pub title: &'static str,
    /// Key of each fact's name, and the fact.
    pub facts: Vec<(&'static str, Cell)>,
}

/// A table within a tab.
#[derive(Debug, Clone, Default)]
pub struct TabTable {
    /// Key of the title.
    pub title: &'static str,
    /// Key of the sentence shown without rows.
    pub nothing: &'static str,
    /// Keys of the columns' titles.
    pub columns: Vec<&'static str>,
    /// What it holds.
    pub rows: Vec<ListRow>,
    /// Where it goes on.
    pub pager: Pager,
}

impl TabTable {
    /// The row's cells with their columns' titles.
    pub fn labelled<'a>(
        &'a self,
        row: &'a ListRow,
    ) -> impl Iterator<Item = (&'static str, &'a Cell)> {
        self.columns.iter().copied().zip(&row.cells)
    }
}

/// What a tab shows.
#[derive(Debug, Clone)]
pub enum Body {
    /// Facts in groups, and people below them.
    Facts(Vec<Facts>, Vec<TabTable>),
    /// What happened to them.
    History(Vec<Entry>, Pager),
}

/// The page.
#[derive(Debug, Clone, Template)]
#[template(path = "users/person.html")]
pub struct Person {
    /// What surrounds it.
    pub frame: Frame,
    /// The user's id.
    pub id: String,
    /// Where the list was left.
    pub back: String,
    /// Photo or initials.
    pub face: Face,
    /// Display name.
    pub name: String,
    /// Email or username.
    pub second: String,
    /// State.
    pub chips: Vec<Chip>,
    /// Role, in words.
    pub role: String,
    /// Why they are suspended or have left.
    pub notice: Option<Notice>,
    /// The two or three things that fit the state.
    pub actions: Vec<MenuItem>,
    /// Everything else that may be done.
    pub more: Vec<MenuItem>,
    /// Profile, access, security, history.
    pub tabs: Vec<Tab>,
    /// What the present tab shows.
    pub body: Body,
}
