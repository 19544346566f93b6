//! Accounts: a person's sign-in, which belongs to the installation (SPEC section 1).

pub mod codes;
pub mod credential;
mod find;
mod forget;
mod look;
mod of_user;
pub(crate) mod one_time;
pub mod password;
mod table;
pub(crate) mod tickets;

pub use find::{Identity, Membership};
pub(crate) use find::{by_identity, home, lock, memberships, of_user, read};
pub use forget::forget;
pub use look::change_look;
pub(crate) use of_user::{follow_email, for_new_user};
pub use table::{Account, STATEMENTS};
