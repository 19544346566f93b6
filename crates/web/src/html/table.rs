//! Lists: cells, menus of a row, pages, and the list page that most nouns share.

use askama::Template;

use super::{
    field::Field,
    filters,
    frame::Frame,
    parts::{Chip, Face, Notice, When},
};

/// What stands in one cell.
#[derive(Debug, Clone)]
pub enum Cell {
    /// Words.
    Text(String),
    /// A number that is a name rather than a quantity.
    Number(String),
    /// A state.
    Chip(Chip),
    /// A moment.
    When(When),
    /// Another page.
    Link(String, String),
    /// A person: address of their page, face, name, second line.
    Who(Option<String>, Face, String, String),
    /// Nothing.
    Empty,
}

/// One entry of a row's menu.
#[derive(Debug, Clone)]
pub struct MenuItem {
    /// Where it leads.
    pub href: String,
    /// Icon of the sprite.
    pub icon: &'static str,
    /// Key of its word.
    pub key: &'static str,
    /// Whether it opens in the dialog.
    pub dialog: bool,
    /// Whether it takes something away.
    pub danger: bool,
    /// Whether it leads to a neighbour of the page, and is no task of the page itself.
    pub aside: bool,
}

impl MenuItem {
    /// A link to another page.
    pub fn page(href: impl Into<String>, icon: &'static str, key: &'static str) -> Self {
        Self { href: href.into(), icon, key, dialog: false, danger: false, aside: false }
    }

    /// A link to a neighbour of this page, which is never its main task.
    pub fn aside(href: impl Into<String>, icon: &'static str, key: &'static str) -> Self {
        Self { aside: true, ..Self::page(href, icon, key) }
    }

    /// A short task that opens in the dialog.
    pub fn task(href: impl Into<String>, icon: &'static str, key: &'static str) -> Self {
        Self { dialog: true, ..Self::page(href, icon, key) }
    }

    /// The same, marked as one that takes something away.
    #[must_use]
    pub const fn dangerous(mut self) -> Self {
        self.danger = true;
        self
    }
}

/// Where a list goes on.
#[derive(Debug, Clone, Default)]
pub struct Pager {
    /// The first page, unless this is it.
    pub first: Option<String>,
    /// The page before, where it is known.
    pub previous: Option<String>,
    /// The page after.
    pub next: Option<String>,
    /// How many match in all, where it was counted.
    pub total: Option<i64>,
}

impl Pager {
    /// Whether there is anywhere to go.
    pub const fn moves(&self) -> bool {
        self.first.is_some() || self.previous.is_some() || self.next.is_some()
    }
}

/// A tab of a page.
#[derive(Debug, Clone)]
pub struct Tab {
    /// Where it leads.
    pub href: String,
    /// Key of its word.
    pub key: &'static str,
    /// Whether it is the present one.
    pub here: bool,
}

impl Tab {
    /// A tab.
    pub fn new(href: impl Into<String>, key: &'static str, here: bool) -> Self {
        Self { href: href.into(), key, here }
    }
}

/// What a page says where its list has nothing to show.
#[derive(Debug, Clone, Copy)]
pub struct Nothing {
    /// Icon of the sprite.
    pub icon: &'static str,
    /// Key of the sentence.
    pub title: &'static str,
    /// Key of what to do about it.
    pub hint: &'static str,
}

/// One row of a list page.
#[derive(Debug, Clone)]
pub struct ListRow {
    /// Its id on the page.
    pub id: String,
    /// One cell for each column.
    pub cells: Vec<Cell>,
    /// What may be done with it.
    pub menu: Vec<MenuItem>,
}

/// A page that is one list: invitations, sessions, tokens.
#[derive(Debug, Clone, Template)]
#[template(path = "_parts/list_page.html", blocks = ["list"])]
pub struct ListPage {
    /// What surrounds it.
    pub frame: Frame,
    /// A title of its own, such as a name; instead of the key's text.
    pub heading: Option<String>,
    /// Key of the title.
    pub title: &'static str,
    /// Key of the sentence under it.
    pub lead: &'static str,
    /// Tabs of the page it belongs to.
    pub tabs: Vec<Tab>,
    /// What can be done here; the last is the main one.
    pub actions: Vec<MenuItem>,
    /// What to know first.
    pub notice: Option<Notice>,
    /// A value shown once, with the key of its label.
    pub once: Option<(&'static str, String)>,
    /// Fields that narrow the list.
    pub filters: Vec<Field>,
    /// Own address, to which the filters are sent.
    pub address: &'static str,
    /// Keys of the columns' titles.
    pub columns: Vec<&'static str>,
    /// What it holds.
    pub rows: Vec<ListRow>,
    /// What it says without rows.
    pub nothing: Nothing,
    /// Where it goes on.
    pub pager: Pager,
}

impl ListPage {
    /// The row's cells with their columns' titles.
    pub fn labelled<'a>(
        &'a self,
        row: &'a ListRow,
    ) -> impl Iterator<Item = (&'static str, &'a Cell)> {
        self.columns.iter().copied().zip(&row.cells)
    }
}

impl ListRow {
    /// What the row is called: the words of its first cell.
    pub fn name(&self) -> &str {
        match self.cells.first() {
            Some(Cell::Text(name) | Cell::Who(_, _, name, _) | Cell::Link(_, name)) => name,
            _ => "",
        }
    }
}
