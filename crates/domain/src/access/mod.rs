//! Who may do what to whom: the one place where that is decided (SPEC ROL-1, ROL-3; ADR 0003).
//!
//! - [`Action`] names what can be done, [`Reach`] how far a grant goes, [`Grants`] what a role allows.
//! - [`Principal`] is a signed-in user with everything a decision needs, loaded by one query.
//! - [`decide`] is the rule as a pure function; `Cx::authorize` in [`crate::cx`] feeds it.

mod action;
mod decide;
mod grants;
mod kept;
mod principal;
#[cfg(test)]
mod tests;

pub use action::Action;
pub(crate) use decide::denied;
pub use decide::{Relation, decide, gains_by, may_assign_role, require};
pub use grants::{Grants, Rank, Reach, RoleKey};
pub(crate) use kept::Kept;
pub use principal::{OrganisationState, Principal, STATEMENTS, SessionKind};
pub(crate) use principal::{load, load_by_session};
