//! The product: one folder per noun, no HTTP word in here.
//!
//! A verb takes [`cx::Cx`] first and always goes the same five steps: authorise, load, decide, save,
//! record (DESIGN section 2). [`Crewdesk`] opens the transaction that a verb runs in.

pub mod access;
pub mod actor;
pub mod accounts;
pub mod audit;
pub mod cx;
pub mod invitations;
pub mod organisations;
pub mod roles;
pub mod sessions;
pub mod groups;
pub mod licences;
pub mod users;
mod faults;
mod product;

pub use actor::{Actor, Origin, Surface};
pub use cx::Cx;
pub use product::{Crewdesk, Policy};
