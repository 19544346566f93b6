//! What the list's address asks for, and addresses made from it.

use domain::skills::Level;
use domain::users::list::{self, Request, Search, Sort};
use domain::users::{Licence, Lifecycle, Presence};
use kernel::ids::{GroupId, TeamId, UserId};
use kernel::{Code, Cursor, Error, PageSize, Result};

use super::super::links::with_query;
use super::super::people::Roles;
use crate::extract::Query;
use crate::html::table::Pager;

/// What the address asks for, as text, so that other addresses can be made from it.
#[derive(Debug, Clone, Default)]
pub(super) struct Asked {
    pub(super) search: String,
    pub(super) lifecycle: Vec<String>,
    pub(super) presence: Vec<String>,
    pub(super) role: Vec<String>,
    pub(super) reports_to: String,
    /// A supervisor's username or address as typed, until somebody is found by it.
    pub(super) named: String,
    pub(super) group: String,
    pub(super) team: String,
    pub(super) licence: Vec<String>,
    pub(super) skill: String,
    pub(super) level: String,
    pub(super) profile: String,
    pub(super) work: String,
    pub(super) sort: String,
    pub(super) cursor: String,
    /// Cursors of the pages before, so that "previous" leads back.
    pub(super) trail: Vec<String>,
}

impl Asked {
    pub(super) fn read(mut query: Query) -> Self {
        Self {
            search: query.one("search").unwrap_or_default(),
            lifecycle: query.all("lifecycle"),
            presence: query.all("presence"),
            role: query.all("role"),
            reports_to: query.one("reports_to").unwrap_or_default(),
            named: query.one("reports_to_named").unwrap_or_default(),
            group: query.one("group").unwrap_or_default(),
            team: query.one("team").unwrap_or_default(),
            licence: query.all("licence"),
            skill: query.one("skill").unwrap_or_default(),
            level: query.one("level").unwrap_or_default(),
            profile: query.one("profile").unwrap_or_default(),
            work: query.one("work").unwrap_or_default(),
            sort: query.one("sort").unwrap_or_default(),
            cursor: query.one("cursor").unwrap_or_default(),
            trail: query.all("trail"),
        }
    }

    /// The list's address with all of this.
    pub(super) fn address(&self) -> String {
        let (lifecycle, presence) = (self.lifecycle.join(","), self.presence.join(","));
        let (role, trail) = (self.role.join(","), self.trail.join(","));
        let licence = self.licence.join(",");
        with_query(
            "/users",
            &[
                ("search", &self.search),
                ("lifecycle", &lifecycle),
                ("presence", &presence),
                ("role", &role),
                ("reports_to", &self.reports_to),
                ("reports_to_named", &self.named),
                ("group", &self.group),
                ("team", &self.team),
                ("licence", &licence),
                ("skill", &self.skill),
                ("level", &self.level),
                ("profile", &self.profile),
                ("work", &self.work),
                ("sort", &self.sort),
                ("cursor", &self.cursor),
                ("trail", &trail),
            ],
        )
    }

    /// The same from its first page.
    pub(super) fn first(&self) -> Self {
        Self { cursor: String::new(), trail: Vec::new(), ..self.clone() }
    }

    pub(super) fn request(&self, roles: &Roles) -> Result<Request> {
        let unknown = |name: &'static str| Error::field(name, Code::FilterUnknown);
        let role = |key: &String| roles.by_key(key).map(|role| role.id).ok_or(unknown("role"));
        let lifecycle = |key: &String| Lifecycle::parse(key).ok_or(unknown("lifecycle"));
        let presence = |key: &String| Presence::parse(key).ok_or(unknown("presence"));
        let licence = |key: &String| Licence::parse(key).ok_or(unknown("licence"));
        let reports_to = match self.reports_to.as_str() {
            "" => None,
            id => Some(id.parse::<UserId>().map_err(|_| unknown("reports_to"))?),
        };
        let group = match self.group.as_str() {
            "" => None,
            id => Some(id.parse::<GroupId>().map_err(|_| unknown("group"))?),
        };
        let team = match self.team.as_str() {
            "" | "none" => None,
            id => Some(id.parse::<TeamId>().map_err(|_| unknown("team"))?),
        };
        let filter = list::Filter {
            search: Search::parse(&self.search)?,
            lifecycle: self.lifecycle.iter().map(lifecycle).collect::<Result<_>>()?,
            presence: self.presence.iter().map(presence).collect::<Result<_>>()?,
            roles: self.role.iter().map(role).collect::<Result<_>>()?,
            groups: group.into_iter().collect(),
            teams: team.into_iter().collect(),
            licences: self.licence.iter().map(licence).collect::<Result<_>>()?,
            in_no_team: self.team == "none",
            reports_to,
            skills: one(&self.skill, "skill")?,
            min_level: Query::read("level", &self.level, level)?.unwrap_or_default(),
            profiles: one(&self.profile, "profile")?,
            without_work: self.work == "none",
        };
        let sort = (!self.sort.is_empty()).then(|| Sort::parse(&self.sort)).transpose()?;
        let cursor = (!self.cursor.is_empty()).then(|| Cursor::from_request(&self.cursor));
        Ok(Request { filter, sort, size: PageSize::default(), cursor, count: false })
    }
}

/// A level as a word of the address.
fn level(text: &str) -> Option<Level> {
    Level::new(text.parse().ok()?).ok()
}

/// The id that is asked for, if one is.
fn one<T: std::str::FromStr>(text: &str, name: &'static str) -> Result<Vec<T>> {
    match text {
        "" => Ok(Vec::new()),
        id => Ok(vec![id.parse().map_err(|_| Error::field(name, Code::FilterUnknown))?]),
    }
}

/// Where the list goes on, from here.
pub(super) fn pager(asked: &Asked, next: Option<&Cursor>) -> Pager {
    let next = next.map(|cursor| {
        let mut trail = asked.trail.clone();
        if !asked.cursor.is_empty() {
            trail.push(asked.cursor.clone());
        }
        // An address has an end; further back "first" still leads.
        let trail = trail.split_off(trail.len().saturating_sub(8));
        Asked { cursor: cursor.as_str().to_owned(), trail, ..asked.clone() }.address()
    });
    let first = (!asked.cursor.is_empty()).then(|| asked.first().address());
    let previous = asked.trail.split_last().map(|(cursor, rest)| {
        Asked { cursor: cursor.clone(), trail: rest.to_vec(), ..asked.clone() }.address()
    });
    let previous = previous.or_else(|| first.clone());
    Pager { first, previous, next, total: None }
}
