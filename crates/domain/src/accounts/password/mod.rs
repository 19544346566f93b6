//! Passwords: what they may be, how they are kept (SECURITY.md S7).

mod argon;
mod generate;
mod hands;
mod hasher;
mod rules;

pub use argon::is_computed_rightly;
pub(crate) use generate::generate;
pub use hasher::{HashCost, Hasher};
pub(crate) use rules::{check, normal};
