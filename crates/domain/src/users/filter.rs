//! Which users a list shows, as conditions of its query.

use db::{Query, dialect};
use kernel::Value;
use kernel::ids::{GroupId, ProfileId, RoleId, SkillId, TeamId, UserId};

use super::plan::Plan;
use super::search::Search;
use super::vocabulary::{Licence, Lifecycle, Presence};
use super::work::push_without_work;
use crate::access::Reach;
use crate::cx::Cx;
use crate::skills::Level;
use crate::{profiles, resource_filters, skills, teams};

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
    /// Only who has one of these licences.
    pub licences: Vec<Licence>,
    /// Only active people who are in no team today.
    pub in_no_team: bool,
    /// Only who reports directly to this user.
    pub reports_to: Option<UserId>,
    /// Only who answers with one of these skills, by a level of their own or by a profile.
    pub skills: Vec<SkillId>,
    /// At least at this level.
    pub min_level: Level,
    /// Only who logs on with one of these profiles.
    pub profiles: Vec<ProfileId>,
    /// Only those who are active but can't receive work (SPEC GRP-6).
    pub without_work: bool,
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
        let Self {
            search,
            lifecycle,
            presence,
            roles,
            groups,
            teams,
            licences,
            in_no_team,
            reports_to,
            skills,
            min_level: _,
            profiles,
            without_work,
        } = self;
        search.is_empty()
            && lifecycle.is_empty()
            && presence.is_empty()
            && roles.is_empty()
            && groups.is_empty()
            && teams.is_empty()
            && licences.is_empty()
            && !in_no_team
            && reports_to.is_none()
            && skills.is_empty()
            && profiles.is_empty()
            && !without_work
    }
}

impl Filter {
    /// Adds scope and filters. The scope is part of the query, so that a page is full and no one counts
    /// what they may not see (ADR 0003).
    pub(super) fn narrow(&self, query: &mut Query, cx: &Cx<'_>, reach: Reach, plan: Plan) {
        scope(query, cx, reach);
        literally(query, "u.lifecycle", self.lifecycle.iter().map(|one| one.as_str()));
        literally(query, "u.presence", self.presence.iter().map(|one| one.as_str()));
        one_of(query, &plan.column(cx, Plan::Role, "u.role_id"), &self.roles);
        one_of(query, &plan.column(cx, Plan::Group, "u.group_id"), &self.groups);
        if !self.teams.is_empty() {
            query.push(" AND ");
            let column = plan.column(cx, Plan::Team, "u.id");
            teams::push_in(query, cx, &column, |query| self.listed_teams(query));
        }
        let licence = plan.column(cx, Plan::Licence, "u.licence");
        literally(query, &licence, self.licences.iter().map(|one| one.as_str()));
        if self.in_no_team {
            query.push(" AND u.lifecycle = 'active' AND u.user_type = 'person' AND ");
            teams::push_none(query, cx, "u.id");
        }
        if let Some(supervisor) = self.reports_to {
            query.push(" AND u.reports_to = ").bind(supervisor);
        }
        self.narrow_work(query, cx, plan);
    }
}

impl Filter {
    /// Adds with what they answer.
    fn narrow_work(&self, query: &mut Query, cx: &Cx<'_>, plan: Plan) {
        if !self.skills.is_empty() && plan == Plan::Skill {
            query.push(" AND u.id IN (");
            self.with_skills(query, cx);
            query.push(")");
        } else if !self.skills.is_empty() && plan == Plan::SkilledOfGroup {
            let wanted = (self.skills.as_slice(), self.min_level);
            let id = dialect::unindexed(cx.tx.engine(), "u.id");
            query.push(" AND (").push(&id).push(" IN (");
            skills::push_holders(query, cx, wanted);
            query.push(") OR ").push(&id).push(" IN (");
            profiles::push_holders_in(query, cx, &self.groups, wanted);
            query.push("))");
        } else if !self.skills.is_empty() {
            let wanted = (self.skills.as_slice(), self.min_level);
            query.push(" AND (");
            skills::push_has(query, cx, "u.id", wanted);
            query.push(" OR ");
            profiles::push_has(query, cx, "u.id", wanted);
            query.push(")");
        }
        if !self.profiles.is_empty() {
            query.push(" AND ");
            profiles::push_logs_on(query, cx, "u.id", &self.profiles);
        }
        if self.without_work {
            push_without_work(query, cx, plan);
        }
    }

    /// The users who have one of the skills, by their ids.
    pub(super) fn with_skills(&self, query: &mut Query, cx: &Cx<'_>) {
        let wanted = (self.skills.as_slice(), self.min_level);
        skills::push_holders(query, cx, wanted);
        query.push(" UNION ");
        profiles::push_holders(query, cx, wanted);
    }

    /// The teams asked for, as a list.
    pub(super) fn listed_teams(&self, query: &mut Query) {
        query.bind_list(self.teams.iter().copied());
    }
}

/// Adds whom the actor sees: by the reach of their role, and no more than a resource filter lets through.
pub(super) fn scope(query: &mut Query, cx: &Cx<'_>, reach: Reach) {
    if !reach.holds(Reach::ORGANISATION) {
        query.push(" AND (");
        within(query, cx, reach);
        query.push(")");
    }
    resource_filters::push_people(query, cx);
}

/// The same for a column of another room that holds users' ids.
pub(crate) fn in_reach(query: &mut Query, cx: &Cx<'_>, reach: Reach, column: &str) {
    if reach.holds(Reach::ORGANISATION) && cx.resource_filter().is_none() {
        return;
    }
    query
        .push(" AND ")
        .push(column)
        .push(" IN (SELECT u.id FROM users u WHERE u.organisation_id = ");
    query.bind(cx.organisation_id);
    scope(query, cx, reach);
    query.push(")");
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
pub(super) fn literally(
    query: &mut Query,
    column: &str,
    words: impl Iterator<Item = &'static str>,
) {
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

pub(super) fn one_of<T: Copy + Into<Value>>(query: &mut Query, column: &str, values: &[T]) {
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

/// The search as a condition. Single letters look at the beginning of names, since the trigram index can't know
/// them (DESIGN section 3).
pub(super) fn matching(query: &mut Query, cx: &Cx<'_>, search: &Search, walk: bool) {
    if search.is_empty() {
        return;
    }
    query.push(" AND (");
    let needles = search.needles();
    if !needles.is_empty() {
        if walk {
            query.append(&dialect::contains(cx.tx.engine(), "u", &needles));
        } else {
            query.append(&dialect::matches(cx.tx.engine(), "users", "u", &needles));
        }
    }
    for (position, term) in search.letters().iter().enumerate() {
        if position > 0 || !needles.is_empty() {
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
