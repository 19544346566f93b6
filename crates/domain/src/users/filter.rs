//! Which users a list shows, as conditions of its query.

use db::{Query, dialect};
use kernel::ids::{GroupId, RoleId, TeamId, UserId};
use kernel::{Result, Value};

use super::search::Search;
use super::tally;
use super::vocabulary::{Lifecycle, Presence};
use crate::access::Reach;
use crate::cx::Cx;
use crate::teams;

/// What a list begins with. SQLite has no statistics to choose by; the counts beside the users are better.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Plan {
    /// With the index of roles, since few have one of those asked for.
    ByRole,
    /// With any other.
    Free,
}

impl Plan {
    /// ` FROM users u`, bound to an index where one is certainly right.
    pub(super) fn from(self, cx: &Cx<'_>) -> String {
        let hint = match self {
            Self::ByRole => dialect::indexed_by(cx.tx.engine(), "users_role"),
            Self::Free => String::new(),
        };
        format!(" FROM users u{hint} WHERE u.organisation_id = ")
    }
}

/// A role that more users have than this is looked for while the list is walked in its order: such a
/// walk soon has a page together, and sorting them all would take long.
const FEW: i64 = 2000;

/// Which users are wanted; empty sets mean all.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// What was typed into the search box.
    pub search: Search,
    /// Only these states.
    pub lifecycle: Vec<Lifecycle>,
    /// Only these.
    pub presence: Vec<Presence>,
    /// Only these roles.
    pub roles: Vec<RoleId>,
    /// Only these groups.
    pub groups: Vec<GroupId>,
    /// Only who is in one of these teams today.
    pub teams: Vec<TeamId>,
    /// Only active people who are in no team today.
    pub in_no_team: bool,
    /// Only who reports directly to this user.
    pub reports_to: Option<UserId>,
}

impl Filter {
    /// Whether an index yields the rows of a page one after another: everybody, or a search in the order
    /// of its index. That takes less time than another thread would take to begin.
    pub(super) fn is_quick(&self, streams: bool) -> bool {
        let unsearched = Self { search: Search::default(), ..self.clone() };
        unsearched.is_none() && (self.search.is_empty() || streams)
    }

    /// Whether everybody is wanted.
    pub(super) fn is_none(&self) -> bool {
        let Self { search, lifecycle, presence, roles, groups, teams, in_no_team, reports_to } =
            self;
        search.is_empty()
            && lifecycle.is_empty()
            && presence.is_empty()
            && roles.is_empty()
            && groups.is_empty()
            && teams.is_empty()
            && !in_no_team
            && reports_to.is_none()
    }
}

impl Filter {
    /// Adds scope and filters. The scope is part of the query, so that a page is full and no one counts
    /// what they may not see (ADR 0003).
    pub(super) fn narrow(&self, query: &mut Query, cx: &Cx<'_>, reach: Reach, plan: Plan) {
        scope(query, cx, reach);
        literally(query, "u.lifecycle", self.lifecycle.iter().map(|one| one.as_str()));
        literally(query, "u.presence", self.presence.iter().map(|one| one.as_str()));
        if !self.roles.is_empty() {
            let column = match plan {
                Plan::ByRole => "u.role_id".to_owned(),
                Plan::Free => dialect::unindexed(cx.tx.engine(), "u.role_id"),
            };
            one_of(query, &column, &self.roles);
        }
        one_of(query, "u.group_id", &self.groups);
        if !self.teams.is_empty() {
            query.push(" AND ");
            teams::push_in(query, cx, "u.id", &self.teams);
        }
        if self.in_no_team {
            query.push(" AND u.lifecycle = 'active' AND u.user_type = 'person' AND ");
            teams::push_none(query, cx, "u.id");
        }
        if let Some(supervisor) = self.reports_to {
            query.push(" AND u.reports_to = ").bind(supervisor);
        }
    }

    /// How to come by the rows.
    pub(super) async fn plan(&self, cx: &mut Cx<'_>) -> Result<Plan> {
        let by_role = !self.roles.is_empty()
            && self.search.is_empty()
            && tally::of_roles(cx, &self.roles).await? <= FEW;
        Ok(if by_role { Plan::ByRole } else { Plan::Free })
    }
}

pub(super) fn scope(query: &mut Query, cx: &Cx<'_>, reach: Reach) {
    if reach.holds(Reach::ORGANISATION) {
        return;
    }
    query.push(" AND (");
    within(query, cx, reach);
    query.push(")");
}

/// The same for a column of another room that holds users' ids.
pub(crate) fn in_reach(query: &mut Query, cx: &Cx<'_>, reach: Reach, column: &str) {
    if reach.holds(Reach::ORGANISATION) {
        return;
    }
    query
        .push(" AND ")
        .push(column)
        .push(" IN (SELECT u.id FROM users u WHERE u.organisation_id = ");
    query.bind(cx.organisation_id).push(" AND (");
    within(query, cx, reach);
    query.push("))");
}

fn within(query: &mut Query, cx: &Cx<'_>, reach: Reach) {
    let me = cx.actor().user_id();
    query.push("u.id = ").bind(me);
    if reach.holds(Reach::REPORTS) {
        query.push(" OR u.id IN (SELECT s.user_id FROM supervision s WHERE s.organisation_id = ");
        query.bind(cx.organisation_id).push(" AND s.supervisor_id = ").bind(me).push(")");
    }
    if reach.holds(Reach::TEAMS) {
        query.push(" OR ");
        teams::push_led(query, cx, "u.id", me);
    }
    if reach.holds(Reach::GROUPS) {
        query.push(" OR u.group_id IN (SELECT a.group_id FROM group_administrators a WHERE a.organisation_id = ");
        query.bind(cx.organisation_id).push(" AND a.user_id = ").bind(me).push(")");
    }
}

/// Words of a closed vocabulary stand in the text itself: the indexes of the rarer states are partial, and
/// only a literal lets an engine see that one fits.
fn literally(query: &mut Query, column: &str, words: impl Iterator<Item = &'static str>) {
    let words: Vec<String> = words.map(|word| format!("'{word}'")).collect();
    match words.as_slice() {
        [] => {}
        [only] => {
            query.push(" AND ").push(column).push(" = ").push(only);
        }
        several => {
            query.push(" AND ").push(column).push(" IN (").push(&several.join(", ")).push(")");
        }
    }
}

fn one_of<T: Copy + Into<Value>>(query: &mut Query, column: &str, values: &[T]) {
    match values {
        [] => {}
        [only] => {
            query.push(" AND ").push(column).push(" = ").bind(*only);
        }
        several => {
            query.push(" AND ").push(column).push(" IN ").bind_list(several.iter().copied());
        }
    }
}

/// The search as a condition. Terms under three letters look at the beginning of names, since the
/// trigram index can't know them (DESIGN section 3).
pub(super) fn matching(query: &mut Query, cx: &Cx<'_>, search: &Search, walk: bool) {
    if search.is_empty() {
        return;
    }
    query.push(" AND (");
    let long = search.long();
    if !long.is_empty() {
        if walk {
            query.append(&dialect::contains(cx.tx.engine(), "u", &long));
        } else {
            query.append(&dialect::matches(cx.tx.engine(), "users", "u", &long));
        }
    }
    for (position, term) in search.short().iter().enumerate() {
        if position > 0 || !long.is_empty() {
            query.push(" OR ");
        }
        begins(query, "u.name_key", term);
        query.push(" OR ");
        begins(query, "u.username_key", term);
    }
    query.push(")");
}

fn begins(query: &mut Query, column: &str, term: &str) {
    query.push("(").push(column).push(" >= ").bind(term);
    query.push(" AND ").push(column).push(" < ").bind(format!("{term}\u{10ffff}")).push(")");
}
