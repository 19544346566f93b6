//! Identifiers: UUID version 7, one type per noun, so that a role's id can't be passed as a user's.

/// Declares an id type over a UUID with everything that floors need of one.
#[macro_export]
macro_rules! id {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(transparent)]
        pub struct $name(uuid::Uuid);

        impl $name {
            /// The id over this UUID.
            pub const fn from_uuid(uuid: uuid::Uuid) -> Self {
                Self(uuid)
            }
            /// The UUID inside.
            pub const fn as_uuid(self) -> uuid::Uuid {
                self.0
            }
        }

        impl From<uuid::Uuid> for $name {
            fn from(uuid: uuid::Uuid) -> Self {
                Self(uuid)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }

        impl From<$name> for $crate::Value {
            fn from(id: $name) -> Self {
                Self::Uuid(id.0)
            }
        }

        impl $crate::FromValue for $name {
            fn from_value(value: $crate::ValueRef<'_>) -> Result<Self, String> {
                <uuid::Uuid as $crate::FromValue>::from_value(value).map(Self)
            }
        }
    )+};
}

id! {
    /// One customer of the installation.
    OrganisationId,
    /// A person's sign-in.
    AccountId,
    /// An account's membership of one organisation.
    UserId,
    /// A named set of permissions.
    RoleId,
    /// A user group.
    GroupId,
    /// A signed-in session or an API token.
    SessionId,
    /// An invitation to an organisation.
    InvitationId,
    /// A piece of work for the worker.
    JobId,
    /// One row of the audit log.
    AuditId,
    /// A try to sign in.
    SignInId,
    /// A one-time code or ticket.
    CodeId,
    /// A registration that waits to be confirmed.
    SignUpId,
    /// A message shown inside the application.
    NoticeId,
    /// A telephone exchange.
    ExchangeId,
    /// A team.
    TeamId,
    /// A place that teams work at.
    LocationId,
    /// Somebody's time in a team.
    MembershipId,
    /// A helpdesk.
    HelpdeskId,
    /// A named selection of groups and teams.
    ResourceFilterId,
    /// Something a person has, by which they prove who they are.
    FactorId,
    /// A device on which somebody is not asked for the second factor.
    TrustedDeviceId,
    /// Something that people answer with.
    SkillId,
    /// A named set of skills with levels.
    ProfileId,
    /// A provider that says who people are.
    IdentityProviderId,
    /// Somebody's identity at such a provider.
    LinkedIdentityId,
}
