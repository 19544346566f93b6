//! What a list of users begins with. SQLite has no statistics to choose by, so it is told; PostgreSQL knows
//! from its own.

use db::{Engine, Query, dialect};
use kernel::Result;

use super::filter::{Filter, literally, one_of};
use super::tally;
use super::work::push_idle;
use crate::cx::Cx;
use crate::{skills, teams};

/// With more users than this of a role, group, team or licence, or without work, the list is walked in its order and
/// each row looked at: such a walk soon has a page together, and sorting them all would take long.
const FEW: i64 = 2000;

/// What a list begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Plan {
    /// With the index of roles, since few have one of those asked for.
    Role,
    /// With the index of groups, for the same reason.
    Group,
    /// With the index of groups too, and those who have a skill are found beforehand: looking each member's skills up
    /// would read pages from all over the file.
    SkilledOfGroup,
    /// With the index of licences.
    Licence,
    /// With the members of a team.
    Team,
    /// With those who have a skill.
    Skill,
    /// With the index of those who are active and can't answer anything.
    Idle,
    /// With any other.
    Free,
}

impl Plan {
    /// ` FROM users u`, bound to an index where one is certainly right.
    pub(super) fn from(self, cx: &Cx<'_>) -> String {
        let index = match self {
            Self::Role => "users_role",
            Self::Group | Self::SkilledOfGroup => "users_group",
            Self::Licence => "users_licence",
            Self::Team | Self::Skill => "users_id",
            Self::Idle => "users_idle",
            Self::Free => return " FROM users u WHERE u.organisation_id = ".to_owned(),
        };
        let hint = dialect::indexed_by(cx.tx.engine(), index);
        format!(" FROM users u{hint} WHERE u.organisation_id = ")
    }

    /// The column by which `with` would find its rows: only there an index on it may be used.
    pub(super) fn column(self, cx: &Cx<'_>, with: Self, column: &str) -> String {
        if self == with || (self == Self::SkilledOfGroup && with == Self::Group) {
            return column.to_owned();
        }
        dialect::unindexed(cx.tx.engine(), column)
    }
}

impl Filter {
    /// How to come by the rows.
    pub(super) async fn plan(&self, cx: &mut Cx<'_>) -> Result<Plan> {
        if cx.tx.engine() == Engine::Postgres {
            return Ok(Plan::Free);
        }
        if !self.teams.is_empty() && few(cx, &self.members(cx)).await? {
            return Ok(Plan::Team);
        }
        if !self.groups.is_empty() && few(cx, &self.of_groups(cx)).await? {
            let skilled = !self.skills.is_empty() && few(cx, &self.with_levels(cx)).await?;
            return Ok(if skilled { Plan::SkilledOfGroup } else { Plan::Group });
        }
        if !self.skills.is_empty() && few(cx, &self.skilled(cx)).await? {
            return Ok(Plan::Skill);
        }
        if !self.roles.is_empty() && tally::of_roles(cx, &self.roles).await? <= FEW {
            return Ok(Plan::Role);
        }
        if !self.licences.is_empty() && few(cx, &self.of_licences(cx)).await? {
            return Ok(Plan::Licence);
        }
        if self.without_work && few(cx, &idle(cx)).await? {
            return Ok(Plan::Idle);
        }
        Ok(Plan::Free)
    }

    fn members(&self, cx: &Cx<'_>) -> Query {
        let mut query = Query::new("SELECT COUNT(*) FROM (");
        teams::push_members(&mut query, cx, |query| self.listed_teams(query));
        query
    }

    fn skilled(&self, cx: &Cx<'_>) -> Query {
        let mut query = Query::new("SELECT COUNT(*) FROM (");
        self.with_skills(&mut query, cx);
        query
    }

    fn with_levels(&self, cx: &Cx<'_>) -> Query {
        let mut query = Query::new("SELECT COUNT(*) FROM (");
        skills::push_holders(&mut query, cx, (self.skills.as_slice(), self.min_level));
        query
    }

    fn of_groups(&self, cx: &Cx<'_>) -> Query {
        let mut query = Query::new("SELECT COUNT(*) FROM (SELECT 1");
        query.push(&Plan::Group.from(cx)).bind(cx.organisation_id);
        one_of(&mut query, "u.group_id", &self.groups);
        query
    }

    fn of_licences(&self, cx: &Cx<'_>) -> Query {
        let mut query = Query::new("SELECT COUNT(*) FROM (SELECT 1");
        query.push(&Plan::Licence.from(cx)).bind(cx.organisation_id);
        literally(&mut query, "u.licence", self.licences.iter().map(|one| one.as_str()));
        query
    }
}

fn idle(cx: &Cx<'_>) -> Query {
    let mut query = Query::new("SELECT COUNT(*) FROM (SELECT 1");
    query.push(&Plan::Idle.from(cx)).bind(cx.organisation_id);
    push_idle(&mut query, cx, Plan::Idle);
    query
}

/// Whether a query, open at its innermost, yields few rows; more are not even counted.
async fn few(cx: &mut Cx<'_>, counting: &Query) -> Result<bool> {
    let mut query = counting.clone();
    query.push(" LIMIT ").bind(FEW + 1).push(") AS found");
    let rows = cx.tx.few::<(i64,)>(query.sql(), query.params()).await?;
    Ok(rows.first().is_some_and(|(count,)| *count <= FEW))
}
