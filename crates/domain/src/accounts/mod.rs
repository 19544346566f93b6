//! Accounts: a person's sign-in, which belongs to the installation (SPEC section 1).

mod of_user;
mod table;

pub(crate) use of_user::{follow_email, for_new_user};
pub use table::{Account, STATEMENTS};
