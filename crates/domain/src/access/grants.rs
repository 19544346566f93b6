use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use super::Action;

/// Which people or records a permission reaches (SPEC section 1, "scope"), as a set: a grant may hold
/// several.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Reach(u8);

impl Reach {
    /// Nothing.
    pub const NONE: Self = Self(0);
    /// Oneself.
    pub const OWN: Self = Self(1);
    /// All who report to one, at any depth.
    pub const REPORTS: Self = Self(2);
    /// The members of the teams that one leads.
    pub const TEAMS: Self = Self(4);
    /// The users of the groups that one administers.
    pub const GROUPS: Self = Self(8);
    /// Everything of the organisation.
    pub const ORGANISATION: Self = Self(16);

    /// Each scope by its name, from the narrowest to the widest.
    pub const NAMES: &'static [(Self, &'static str)] = &[
        (Self::OWN, "own"),
        (Self::REPORTS, "reports"),
        (Self::TEAMS, "teams"),
        (Self::GROUPS, "groups"),
        (Self::ORGANISATION, "organisation"),
    ];

    /// Both.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
    /// What is left without `other`.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }
    /// Whether `self` holds all of `other`.
    pub const fn holds(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }
    /// Whether the two have something in common.
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
    /// Whether it reaches nothing.
    pub const fn is_none(self) -> bool {
        self.0 == 0
    }
    /// Whether everything that `other` reaches is reached by `self` as well.
    pub const fn covers(self, other: Self) -> bool {
        self.holds(Self::ORGANISATION) || self.holds(other)
    }
    /// The names in the set, such as `own, reports`.
    pub fn names(self) -> Vec<&'static str> {
        Self::NAMES.iter().filter(|(reach, _)| self.holds(*reach)).map(|(_, name)| *name).collect()
    }
    /// The same in one text: `own reports`; empty for none.
    pub fn said(self) -> &'static str {
        static SAID: LazyLock<Vec<String>> =
            LazyLock::new(|| (0..32).map(|bits| Reach(bits).names().join(" ")).collect());
        SAID.get(usize::from(self.0)).map_or("", String::as_str)
    }
    /// The scope of this name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(_, known)| *known == name).map(|(reach, _)| *reach)
    }
}

/// What a role allows: a reach for each action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grants([Reach; Action::ALL.len()]);

impl Default for Grants {
    fn default() -> Self {
        Self([Reach::NONE; Action::ALL.len()])
    }
}

impl Grants {
    /// The reach of one action.
    pub fn reach(&self, action: Action) -> Reach {
        self.0.get(action.index()).copied().unwrap_or_default()
    }
    /// Adds a reach to an action.
    #[must_use]
    pub fn with(mut self, action: Action, reach: Reach) -> Self {
        if let Some(slot) = self.0.get_mut(action.index()) {
            *slot = slot.and(reach);
        }
        self
    }
    /// Adds the same reach to several actions.
    #[must_use]
    pub fn with_all(self, actions: &[Action], reach: Reach) -> Self {
        actions.iter().fold(self, |grants, action| grants.with(*action, reach))
    }
    /// Whether everything that `other` allows is allowed by `self`: the rule against escalation
    /// (SPEC ROL-3).
    pub fn cover(&self, other: &Self) -> bool {
        self.0.iter().zip(&other.0).all(|(mine, theirs)| mine.covers(*theirs))
    }
    /// Whether it matters for some action how a person stands to the holder.
    pub fn go_by_relation(&self) -> bool {
        let relations = Reach::REPORTS.and(Reach::TEAMS).and(Reach::GROUPS);
        let near = |held: &Reach| held.meets(relations) && !held.holds(Reach::ORGANISATION);
        self.0.iter().any(near)
    }
    /// Whether some action is held with this reach and not over the whole organisation anyway.
    pub fn go_by(&self, reach: Reach) -> bool {
        self.0.iter().any(|held| held.holds(reach) && !held.holds(Reach::ORGANISATION))
    }
    /// The grants of a token: only the named actions are left; one's own affairs never are.
    #[must_use]
    pub fn limited_to(mut self, actions: &[Action]) -> Self {
        for (action, slot) in Action::ALL.iter().zip(&mut self.0) {
            if !actions.contains(action) {
                *slot = Reach::NONE;
            }
        }
        self
    }
    /// Every action that is allowed somewhere, with its reach.
    pub fn held(&self) -> impl Iterator<Item = (Action, Reach)> {
        let all = Action::ALL.iter().copied().zip(self.0);
        all.filter(|(_, reach)| !reach.is_none())
    }
    /// As it is stored for a custom role.
    pub fn to_json(&self) -> String {
        let map: BTreeMap<&str, Vec<&str>> =
            self.held().map(|(action, reach)| (action.as_str(), reach.names())).collect();
        serde_json::to_string(&map).unwrap_or_default()
    }
    /// With what nobody can be without: one's own record and sessions.
    #[must_use]
    pub fn with_own(self) -> Self {
        let own = [Action::UsersView, Action::SelfService, Action::FactorsOwn];
        self.with_all(&own, Reach::OWN)
    }
    /// What a role of this key and these stored grants allows. Built-in roles stand in code, so that
    /// an upgrade of the product upgrades them.
    pub fn of_role(key: &str, stored: &str) -> Self {
        static BUILT_IN: LazyLock<Vec<(&str, Grants)>> = LazyLock::new(|| {
            RoleKey::ALL.iter().map(|role| (role.as_str(), built_in(*role))).collect()
        });
        match BUILT_IN.iter().find(|(known, _)| *known == key) {
            Some((_, grants)) => grants.clone(),
            None => Self::from_json(stored).unwrap_or_default().with_own(),
        }
    }
    fn from_json(text: &str) -> Option<Self> {
        let stored: BTreeMap<&str, Vec<&str>> = serde_json::from_str(text).ok()?;
        let mut grants = Self::default();
        for (name, reaches) in stored {
            let action = Action::parse(name)?;
            for reach in reaches {
                grants = grants.with(action, Reach::parse(reach)?);
            }
        }
        Some(grants)
    }
}

kernel::vocabulary! {
    /// The built-in roles (SPEC ROL-1).
    RoleKey {
        /// Everything.
        Administrator = "administrator",
        /// Creates Technicians, manages own reports.
        Supervisor = "supervisor",
        /// Insights and My Team of the led teams.
        TeamLeader = "team_leader",
        /// Own work.
        Technician = "technician",
        /// Sees, changes nothing.
        Viewer = "viewer",
    }
}

/// A role's standing: nobody acts on someone whose rank is higher than their own (SPEC ROL-3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Rank(pub i64);

impl RoleKey {
    /// The rank of a built-in role.
    pub const fn rank(self) -> Rank {
        Rank(match self {
            Self::Administrator => 100,
            Self::Supervisor => 60,
            Self::TeamLeader => 40,
            Self::Technician => 20,
            Self::Viewer => 10,
        })
    }
    /// The English name under which it is stored; pages show it in the reader's language.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Administrator => "Administrator",
            Self::Supervisor => "Supervisor",
            Self::TeamLeader => "Team Leader",
            Self::Technician => "Technician",
            Self::Viewer => "Viewer",
        }
    }
}

/// What everyone may do with what is theirs (SPEC USR-10, ACC-6).
const OWN: &[Action] = &[
    Action::UsersView,
    Action::ProfileEdit,
    Action::SelfService,
    Action::FactorsOwn,
    Action::UsersSignIns,
    Action::UsersHistory,
    Action::TokensOwn,
];

/// What a Supervisor may do with those who report to them (SPEC ROL-1, USR-2, USR-6).
const OVER_REPORTS: &[Action] = &[
    Action::UsersView,
    Action::UsersCreate,
    Action::UsersEdit,
    Action::UsersSuspend,
    Action::UsersAssignSupervisor,
    Action::UsersAssignLicence,
    Action::UsersAssignSkills,
    Action::UsersResetAccess,
    Action::UsersSessions,
    Action::UsersHistory,
    Action::UsersSignIns,
    Action::InvitationsManage,
    Action::InvitationsView,
    Action::DashboardView,
];

/// What a Team Leader sees of those in the led teams and does for them (SPEC ROL-1, GRP-4).
const OVER_TEAMS: &[Action] = &[Action::UsersView, Action::TeamsView, Action::UsersAssignSkills];

/// The words an organisation's forms are made of, which everyone who fills them sees.
const VOCABULARY: &[Action] = &[
    Action::RolesView,
    Action::GroupsView,
    Action::TeamsView,
    Action::ExchangesView,
    Action::HelpdesksView,
    Action::OrganisationView,
    Action::SkillsView,
];

fn built_in(role: RoleKey) -> Grants {
    let base = Grants::default().with_all(OWN, Reach::OWN);
    match role {
        RoleKey::Administrator => base.with_all(Action::ALL, Reach::ORGANISATION),
        RoleKey::Supervisor => base
            .with_all(OVER_REPORTS, Reach::REPORTS)
            .with_all(VOCABULARY, Reach::ORGANISATION)
            .with(Action::LicencesView, Reach::ORGANISATION),
        RoleKey::TeamLeader => {
            base.with_all(OVER_TEAMS, Reach::TEAMS).with(Action::SkillsView, Reach::ORGANISATION)
        }
        RoleKey::Technician | RoleKey::Viewer => base,
    }
}
