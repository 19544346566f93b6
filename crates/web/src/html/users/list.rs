//! The list of users (SPEC USR-1, USR-17): search, filters in the URL, sorting, chosen columns.

use askama::Template;

use super::super::{
    field::{Choice, Field},
    filters,
    frame::Frame,
    parts::{Chip, Face},
    table::{Cell, MenuItem, Pager},
};

/// The counters of the list's header.
#[derive(Debug, Clone, Copy, Default)]
pub struct Counters {
    /// Users who are not removed.
    pub users: i64,
    /// Operators in use.
    pub operators: i64,
    /// Operators the plan allows, if it limits them.
    pub operators_allowed: Option<i64>,
    /// Licences in use.
    pub licences: i64,
    /// Licences bought.
    pub licences_bought: i64,
}

/// One value of a filter that is on, and the address of the list without it.
#[derive(Debug, Clone)]
pub struct FilterChip {
    /// Name of the filter and the value, in words.
    pub label: String,
    /// The list without it.
    pub without: String,
}

/// One filter with its values.
#[derive(Debug, Clone)]
pub struct FilterGroup {
    /// Name in the URL.
    pub name: &'static str,
    /// Key of its title.
    pub title: &'static str,
    /// Its values.
    pub choices: Vec<Choice>,
    /// Whether one value is chosen from a menu rather than several by boxes.
    pub single: bool,
}

/// All that narrows the list.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// The words searched for.
    pub search: String,
    /// Sort order as it stands in the URL.
    pub sort: String,
    /// Filters that may be set.
    pub groups: Vec<FilterGroup>,
    /// Whom they report to.
    pub supervisor: Field,
    /// Filters that are set.
    pub chips: Vec<FilterChip>,
}

impl Filter {
    /// Whether anything narrows the list.
    pub fn is_on(&self) -> bool {
        !self.search.is_empty() || !self.chips.is_empty()
    }
}

/// One column that can be shown.
#[derive(Debug, Clone)]
pub struct Column {
    /// Stable name.
    pub name: &'static str,
    /// Key of its title.
    pub title: &'static str,
    /// The list sorted by it, or the other way round.
    pub sort: String,
    /// `ascending`, `descending`, or empty.
    pub sorted: &'static str,
    /// Whether it is on show.
    pub shown: bool,
    /// Whether it holds numbers.
    pub number: bool,
}

/// One person in the list.
#[derive(Debug, Clone)]
pub struct UserRow {
    /// The user's id.
    pub id: String,
    /// Photo or initials.
    pub face: Face,
    /// Display name.
    pub name: String,
    /// Email or username.
    pub second: String,
    /// What is to be known of them first.
    pub mark: Option<Chip>,
    /// One cell for each column on show after the name, with the column's title key.
    pub cells: Vec<(&'static str, Cell)>,
    /// What the reader may do with them.
    pub menu: Vec<MenuItem>,
    /// Whether they can be selected, for what is done for several.
    pub pick: bool,
}

/// The page, and its part `list`.
#[derive(Debug, Clone, Template)]
#[template(path = "users/list.html", blocks = ["list"])]
pub struct UsersList {
    /// What surrounds it.
    pub frame: Frame,
    /// The header's counters, for those who see the organisation.
    pub counters: Option<Counters>,
    /// What narrows it.
    pub filter: Filter,
    /// What can be shown.
    pub columns: Vec<Column>,
    /// The people of this page.
    pub rows: Vec<UserRow>,
    /// Where it goes on.
    pub pager: Pager,
    /// Address of the list as it stands, so that something can be done for all who match.
    pub address: String,
    /// Address of single rows under the present columns, for live changes.
    pub rows_url: String,
    /// Whether the reader may create users.
    pub may_create: bool,
    /// Whether the reader may invite.
    pub may_invite: bool,
    /// Whether the reader may move people to other groups.
    pub may_move: bool,
    /// Steps that the reader may take for several.
    pub bulk: Vec<MenuItem>,
}

/// Single rows, each put in the place of its former self.
#[derive(Debug, Clone, Template)]
#[template(path = "users/rows.html")]
pub struct UserRows {
    /// The people asked for.
    pub rows: Vec<UserRow>,
    /// Ids of those who are not to be seen any more.
    pub gone: Vec<String>,
}
