use serde::{Deserialize, Serialize};

use super::Reach;

macro_rules! actions {
    ($($(#[$doc:meta])* $variant:ident = $name:literal, $kind:ident;)+) => {
        /// What can be done, in the words of the permission matrix.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Action { $($(#[$doc])* $variant),+ }

        impl Action {
            /// All actions, in the order of the matrix.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The stable name, which is also the scope of an API token.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }

            /// The action of this name.
            pub fn parse(name: &str) -> Option<Self> {
                match name { $($name => Some(Self::$variant),)+ _ => None }
            }

            const fn kind(self) -> Kind {
                match self { $(Self::$variant => Kind::$kind),+ }
            }
        }
    };
}

#[derive(PartialEq, Eq)]
enum Kind {
    /// Changes nothing.
    Read,
    /// Changes something outside the people.
    Change,
    /// Changes people: waits for the team's name (SPEC ORG-2).
    People,
    /// One's own affairs, allowed even while a password must be changed or a trial has ended.
    Own,
}

actions! {
    /// See a user's record.
    UsersView = "users.view", Read;
    /// Create users.
    UsersCreate = "users.create", People;
    /// Change a user's record.
    UsersEdit = "users.edit", People;
    /// Change one's own photo, language and what settings allow (SPEC USR-10).
    ProfileEdit = "profile.edit", Own;
    /// Suspend and activate.
    UsersSuspend = "users.suspend", People;
    /// Deactivate and reactivate.
    UsersDeactivate = "users.deactivate", People;
    /// Remove for good.
    UsersRemove = "users.remove", People;
    /// Give a user another role.
    UsersAssignRole = "users.assign_role", People;
    /// Let a user report to somebody else.
    UsersAssignSupervisor = "users.assign_supervisor", People;
    /// Move a user to another group.
    UsersMoveGroup = "users.move_group", People;
    /// Give, change and take a licence.
    UsersAssignLicence = "users.assign_licence", People;
    /// Give the first password, start a reset, unlock.
    UsersResetAccess = "users.reset_access", People;
    /// See a user's second factors and take them away.
    UsersResetFactors = "users.reset_factors", People;
    /// See and end a user's sessions.
    UsersSessions = "users.sessions", People;
    /// See who changed what of a user.
    UsersHistory = "users.history", Read;
    /// See when and from where a user signed in.
    UsersSignIns = "users.sign_ins", Read;
    /// Send, resend and cancel invitations.
    InvitationsManage = "invitations.manage", People;
    /// See invitations.
    InvitationsView = "invitations.view", Read;
    /// See teams.
    TeamsView = "teams.view", Read;
    /// Create, change and delete teams, and say who leads and who is in them.
    TeamsManage = "teams.manage", People;
    /// See roles.
    RolesView = "roles.view", Read;
    /// Create, change and delete custom roles (SPEC ROL-2).
    RolesManage = "roles.manage", People;
    /// Give people levels, tick their group's profiles for them and give them profiles of their own.
    UsersAssignSkills = "users.assign_skills", People;
    /// Give and take the grants beside a role: device and support management (SPEC ROL-6).
    UsersAssignGrants = "users.assign_grants", People;
    /// See user groups.
    GroupsView = "groups.view", Read;
    /// Create, rename and delete user groups.
    GroupsManage = "groups.manage", People;
    /// Give and take values of settings that bind people, such as how long a session lasts (SPEC GRP-1).
    SettingsManage = "settings.manage", People;
    /// Create, change and delete resource filters, and say who has which (SPEC GRP-2).
    ResourceFiltersManage = "resource_filters.manage", People;
    /// See skills and the profiles of groups.
    SkillsView = "skills.view", Read;
    /// Create, change and delete skills.
    SkillsManage = "skills.manage", People;
    /// Create, change and delete the profiles of groups (SPEC GRP-3).
    ProfilesManage = "profiles.manage", People;
    /// Manage identity providers, which say who the organisation's people are (SPEC ACC-7).
    IdentityProvidersManage = "identity_providers.manage", Change;
    /// See licences and their use.
    LicencesView = "licences.view", Read;
    /// See telephone exchanges and which extensions are taken.
    ExchangesView = "exchanges.view", Read;
    /// Create, change and delete telephone exchanges.
    ExchangesManage = "exchanges.manage", Change;
    /// See helpdesks.
    HelpdesksView = "helpdesks.view", Read;
    /// Create, rename and delete helpdesks.
    HelpdesksManage = "helpdesks.manage", Change;
    /// See the dashboard's counters.
    DashboardView = "dashboard.view", Read;
    /// See the organisation's settings.
    OrganisationView = "organisation.view", Read;
    /// Change the organisation's settings.
    OrganisationEdit = "organisation.edit", Change;
    /// Hand ownership to another Administrator; the owner's alone.
    OwnershipTransfer = "organisation.transfer", Change;
    /// See the audit log.
    AuditView = "audit.view", Read;
    /// Make API tokens for oneself and end them.
    TokensOwn = "tokens.own", Change;
    /// See and end everybody's API tokens.
    TokensManage = "tokens.manage", Change;
    /// One's own sessions, password and notices.
    SelfService = "self.service", Own;
    /// One's own second factors.
    FactorsOwn = "factors.own", Own;
}

impl Action {
    /// Whether it leaves everything as it is.
    pub fn is_read(self) -> bool {
        self.kind() == Kind::Read
    }
    /// Whether it waits until the team has a name (SPEC ORG-2).
    pub fn needs_team(self) -> bool {
        self.kind() == Kind::People
    }
    /// Whether it concerns only the actor.
    pub fn is_own(self) -> bool {
        self.kind() == Kind::Own
    }
    /// The room it belongs to: what stands before the dot.
    pub fn room(self) -> &'static str {
        self.as_str().split('.').next().unwrap_or_default()
    }
    /// The scopes that mean something for it: a person's record goes by all of them, creating people by
    /// who will report to whom, the organisation's own things by the organisation alone.
    pub const fn scopes(self) -> &'static [Reach] {
        const WHOLE: &[Reach] = &[Reach::ORGANISATION];
        const PEOPLE: &[Reach] =
            &[Reach::OWN, Reach::REPORTS, Reach::TEAMS, Reach::GROUPS, Reach::ORGANISATION];
        const BELOW: &[Reach] = &[Reach::REPORTS, Reach::ORGANISATION];
        match self {
            Self::ProfileEdit | Self::SelfService | Self::FactorsOwn | Self::TokensOwn => {
                &[Reach::OWN]
            }
            Self::UsersView | Self::UsersHistory | Self::UsersSignIns => PEOPLE,
            Self::UsersEdit
            | Self::UsersSuspend
            | Self::UsersDeactivate
            | Self::UsersRemove
            | Self::UsersAssignRole
            | Self::UsersAssignSupervisor
            | Self::UsersMoveGroup
            | Self::UsersAssignLicence
            | Self::UsersAssignGrants
            | Self::UsersAssignSkills
            | Self::UsersResetAccess
            | Self::UsersResetFactors
            | Self::UsersSessions
            | Self::SettingsManage => {
                &[Reach::REPORTS, Reach::TEAMS, Reach::GROUPS, Reach::ORGANISATION]
            }
            Self::UsersCreate
            | Self::InvitationsManage
            | Self::InvitationsView
            | Self::DashboardView => BELOW,
            Self::TeamsView => &[Reach::TEAMS, Reach::ORGANISATION],
            _ => WHOLE,
        }
    }
    /// The position in [`Action::ALL`].
    pub const fn index(self) -> usize {
        self as usize
    }
}

impl Serialize for Action {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Action {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = String::deserialize(deserializer)?;
        Self::parse(&name).ok_or_else(|| serde::de::Error::custom("unknown permission"))
    }
}
