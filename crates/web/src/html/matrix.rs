//! The matrix of levels: people down, skills across (SPEC GRP-3). Each row remembers what stood in it, so
//! that only what was changed is saved and nobody's change is overwritten unseen.

use askama::Template;

use super::{
    field::Choice,
    filters,
    frame::Frame,
    parts::Notice,
    table::{Pager, Tab},
};

/// One level of one person.
#[derive(Debug, Clone, Default)]
pub struct Level {
    /// As typed.
    pub value: String,
    /// As it stands.
    pub was: String,
    /// What is wrong with it, in the reader's language.
    pub error: Option<String>,
}

/// One person.
#[derive(Debug, Clone)]
pub struct Person {
    /// Their id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Email or username.
    pub second: String,
    /// Whether the reader only looks on.
    pub locked: bool,
    /// One level for each skill shown.
    pub levels: Vec<Level>,
}

impl Person {
    /// What stands in the row, one character for each skill; a hyphen for none.
    pub fn stands(&self) -> String {
        let letter =
            |level: &Level| if level.was.is_empty() { "-".to_owned() } else { level.was.clone() };
        self.levels.iter().map(letter).collect()
    }
}

/// The page.
#[derive(Debug, Clone, Template)]
#[template(path = "skills/matrix.html")]
pub struct Matrix {
    /// What surrounds it.
    pub frame: Frame,
    /// Tabs of the pages about skills.
    pub tabs: Vec<Tab>,
    /// What to know first.
    pub notice: Option<Notice>,
    /// What was searched for.
    pub search: String,
    /// Groups to choose from, all first.
    pub groups: Vec<Choice>,
    /// Teams to choose from, all first.
    pub teams: Vec<Choice>,
    /// All skills, those shown ticked.
    pub choices: Vec<Choice>,
    /// Ids and names of the skills shown.
    pub skills: Vec<(String, String)>,
    /// The people shown.
    pub people: Vec<Person>,
    /// Where the list goes on.
    pub pager: Pager,
    /// The present address with all that narrows it.
    pub address: String,
}

impl Matrix {
    /// How many levels are wrong.
    pub fn wrong(&self) -> usize {
        let levels = self.people.iter().flat_map(|person| &person.levels);
        levels.filter(|level| level.error.is_some()).count()
    }
}
