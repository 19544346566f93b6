//! The dashboard (SPEC INS-7): what needs one today, then the counters; and the step before it all,
//! giving the team a name (SPEC ORG-2).

use askama::Template;

use super::{
    field::Field,
    filters,
    frame::Frame,
    parts::{Notice, When},
};

/// The four counters.
#[derive(Debug, Clone, Copy, Default)]
pub struct HomeCounters {
    /// Active users who have signed in.
    pub active: i64,
    /// Invited ones.
    pub invited: i64,
    /// Active Administrators.
    pub administrators: i64,
    /// Active others.
    pub standard: i64,
}

/// Something that wants attention.
#[derive(Debug, Clone)]
pub struct Task {
    /// Icon of the sprite.
    pub icon: &'static str,
    /// What, in the reader's language.
    pub text: String,
    /// Until or since when.
    pub when: Option<When>,
    /// Where it is dealt with, and the key of that word.
    pub link: Option<(String, &'static str)>,
    /// Where it is marked as seen.
    pub dismiss: Option<String>,
}

/// The dashboard.
#[derive(Debug, Clone, Template)]
#[template(path = "home/home.html")]
pub struct Home {
    /// What surrounds it.
    pub frame: Frame,
    /// The reader's first name.
    pub name: String,
    /// The counters, for those who may see them.
    pub counters: Option<HomeCounters>,
    /// What wants attention.
    pub tasks: Vec<Task>,
    /// Notices to the reader.
    pub notices: Vec<Task>,
}

/// Giving the team its name: the one step before users can be managed.
#[derive(Debug, Clone, Template)]
#[template(path = "home/team.html")]
pub struct TeamName {
    /// What surrounds it.
    pub frame: Frame,
    /// The name; nothing for those who may not give it.
    pub field: Option<Field>,
    /// What went wrong.
    pub notice: Option<Notice>,
}
