//! Rows and columns of the list.

use std::collections::BTreeMap;

use domain::access::{Principal, Relation};
use domain::users::{User, cannot_receive_work};
use kernel::Timestamp;
use kernel::ids::UserId;
use texts::{Texts, Zone};

use super::super::bulk;
use super::super::licence_words::licence_name;
use super::super::page::face;
use super::super::people::{self, Roles};
use super::asked::Asked;
use crate::html::parts::{Chip, When};
use crate::html::table::Cell;
use crate::html::users::{Column, UserRow};

/// A column: stable name, key of its title, what the list may be sorted by, whether it shows at first.
pub(super) struct Offered(pub(super) &'static str, &'static str, &'static str, pub(super) bool);

pub(super) const OFFERED: &[Offered] = &[
    Offered("name", "users-column-name", "name", true),
    Offered("state", "users-column-state", "lifecycle", true),
    Offered("role", "users-column-role", "role", true),
    Offered("reports_to", "users-column-supervisor", "reports_to", true),
    Offered("numeric_id", "users-column-numeric_id", "numeric_id", true),
    Offered("last_sign_in_at", "users-column-last_sign_in", "last_sign_in_at", true),
    Offered("username", "users-column-username", "username", false),
    Offered("email", "users-column-email", "email", false),
    Offered("mobile", "users-column-mobile", "mobile", false),
    Offered("licence", "users-column-licence", "licence", false),
    Offered("created_at", "users-column-created", "created_at", false),
];

/// The columns, with the list sorted by each.
pub(super) fn columns(asked: &Asked, shown: &[String]) -> Vec<Column> {
    let (sorted, descending) = match asked.sort.strip_prefix('-') {
        Some(name) => (name, true),
        None => (asked.sort.as_str(), false),
    };
    let sorted = if sorted.is_empty() && asked.search.is_empty() { "name" } else { sorted };
    OFFERED
        .iter()
        .map(|Offered(name, title, sort, _)| {
            let here = *sort == sorted;
            let other = if here && !descending { format!("-{sort}") } else { (*sort).to_owned() };
            Column {
                name,
                title,
                sort: Asked { sort: other, ..asked.first() }.address(),
                sorted: match (here, descending) {
                    (true, false) => "ascending",
                    (true, true) => "descending",
                    (false, _) => "",
                },
                shown: *name == "name" || shown.iter().any(|kept| kept == name),
                number: *name == "numeric_id",
            }
        })
        .collect()
}

/// What rows are made with.
pub(super) struct Rows<'a> {
    pub(super) me: &'a Principal,
    pub(super) texts: Texts,
    pub(super) zone: &'a Zone,
    pub(super) now: Timestamp,
    pub(super) roles: &'a Roles,
    pub(super) names: &'a BTreeMap<UserId, String>,
    pub(super) relations: &'a BTreeMap<UserId, Relation>,
}

impl Rows<'_> {
    /// One person's row.
    pub(super) fn row(&self, user: &User, shown: &[String]) -> UserRow {
        let id = user.id.to_string();
        let on = |name: &str| shown.iter().any(|kept| kept == name);
        let cells = OFFERED.iter().skip(1).filter(|column| on(column.0));
        UserRow {
            face: face(&id, &user.display_name, user.photo_version),
            name: user.display_name.clone(),
            second: user.email.clone().unwrap_or_else(|| user.username.clone()),
            mark: self.mark(user),
            cells: cells.map(|column| (column.1, self.cell(user, column.0))).collect(),
            menu: self
                .relations
                .get(&user.id)
                .map(|one| people::menu(self.me, user, *one))
                .unwrap_or_default(),
            pick: self.relations.get(&user.id).is_some_and(|one| bulk::may_pick(self.me, *one)),
            id,
        }
    }

    /// That somebody can't receive work (SPEC GRP-6).
    fn mark(&self, user: &User) -> Option<Chip> {
        let key = self.roles.key(user.role_id);
        cannot_receive_work(self.me, user, key).then(Chip::without_work)
    }

    fn cell(&self, user: &User, column: &str) -> Cell {
        let text = |text: Option<&str>| match text {
            Some(text) if !text.is_empty() => Cell::Text(text.to_owned()),
            _ => Cell::Empty,
        };
        let ago = |at| Cell::When(When::relative(self.texts.lang(), self.zone, at, self.now));
        match column {
            "state" => Cell::Chip(Chip::state(user.lifecycle.as_str(), user.presence.as_str())),
            "role" => text(Some(&self.roles.name(self.texts, user.role_id))),
            "reports_to" => match user.reports_to.and_then(|id| Some((id, self.names.get(&id)?))) {
                Some((id, name)) => Cell::Link(format!("/users/{id}"), name.clone()),
                None => Cell::Empty,
            },
            "numeric_id" => user.numeric_id.clone().map_or(Cell::Empty, Cell::Number),
            "last_sign_in_at" => user.signed_in_at().map_or(Cell::Empty, ago),
            "username" => text(Some(&user.username)),
            "email" => text(user.email.as_deref()),
            "mobile" => text(user.mobile.as_deref()),
            "licence" => match user.licence {
                Some(licence) => {
                    Cell::Text(licence_name(self.texts, licence, &self.me.organisation.tier))
                }
                None => Cell::Empty,
            },
            "created_at" => Cell::When(When::day(self.texts.lang(), self.zone, user.created_at)),
            _ => Cell::Empty,
        }
    }
}
