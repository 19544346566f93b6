//! Who acts, and from where.

use std::sync::Arc;

use kernel::ids::{OrganisationId, UserId};

use crate::access::Principal;

kernel::vocabulary! {
    /// The way by which something was asked for; it stands in the audit log.
    Surface {
        /// A page.
        Page = "page",
        /// The programming interface.
        Api = "api",
        /// The command line.
        CommandLine = "command_line",
        /// A job of the worker.
        Job = "job",
    }
}

/// Where a request came from, for the audit and sign-in logs.
#[derive(Debug, Clone)]
pub struct Origin {
    /// By which way.
    pub surface: Surface,
    /// The request's id, also shown on error pages.
    pub request_id: String,
    /// The peer's address, or empty.
    pub address: String,
    /// What the peer calls itself (User-Agent), cut to 200 characters.
    pub client: String,
}

impl Origin {
    /// An origin inside the server or on its command line.
    pub fn local(surface: Surface, request_id: impl Into<String>) -> Self {
        Self {
            surface,
            request_id: request_id.into(),
            address: String::new(),
            client: String::new(),
        }
    }
}

/// Who acts.
#[derive(Debug, Clone)]
pub enum Who {
    /// A signed-in user or the bearer of a token.
    User(Arc<Principal>),
    /// Someone who has just proven who they are and has no session yet.
    Proven {
        /// Who.
        user_id: UserId,
        /// The name for the audit log.
        name: String,
    },
    /// The installation itself: a job or its operator's command line. The name stands in the audit log.
    System(&'static str),
    /// Nobody known: someone at the sign-in page.
    Anonymous,
}

/// Who acts, and from where: what a surface knows before it calls a verb.
#[derive(Debug, Clone)]
pub struct Actor {
    /// Who.
    pub who: Who,
    /// From where.
    pub origin: Origin,
}

impl Actor {
    /// A signed-in user.
    pub fn user(principal: impl Into<Arc<Principal>>, origin: Origin) -> Self {
        Self { who: Who::User(principal.into()), origin }
    }
    /// The installation itself.
    pub const fn system(name: &'static str, origin: Origin) -> Self {
        Self { who: Who::System(name), origin }
    }
    /// Nobody known.
    pub const fn anonymous(origin: Origin) -> Self {
        Self { who: Who::Anonymous, origin }
    }
    /// The signed-in user, if there is one.
    pub fn principal(&self) -> Option<&Principal> {
        match &self.who {
            Who::User(principal) => Some(principal),
            Who::Proven { .. } | Who::System(_) | Who::Anonymous => None,
        }
    }
    /// Whether the installation itself acts.
    pub const fn is_system(&self) -> bool {
        matches!(self.who, Who::System(_))
    }
    /// The acting user.
    pub fn user_id(&self) -> Option<UserId> {
        self.principal().map(|principal| principal.user_id)
    }
    /// The organisation of a signed-in user.
    pub fn organisation_id(&self) -> Option<OrganisationId> {
        self.principal().map(|principal| principal.organisation_id)
    }
}
