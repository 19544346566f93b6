//! Accounts: a person's sign-in, which belongs to the installation (SPEC section 1).

pub mod codes;
pub mod contact;
pub mod credential;
mod demands;
mod devices;
mod expiry;
mod find;
mod forget;
mod look;
mod of_user;
pub(crate) mod one_time;
pub mod password;
mod passwordless;
pub(crate) mod reach;
pub(crate) mod sent;
mod table;
pub(crate) mod tickets;

pub(crate) use credential::forget_reset;
pub use demands::{Demands, demands, demands_on_first, demands_on_new};
pub(crate) use devices::notice_device;
pub(crate) use expiry::{expire_old, in_force};
pub use find::{Identity, Membership};
pub(crate) use find::{by_identity, home, is_alone, lock, memberships, of_user, read, seen};
pub use forget::forget;
pub use look::change_look;
pub(crate) use of_user::{follow_email, follow_mobile, for_new_user, for_provided, is_nobodys_own};
pub use one_time::Purpose;
pub(crate) use passwordless::begin_without;
pub use passwordless::{PasswordStanding, go_without, has_password, password_standing};
pub use table::{Account, STATEMENTS};
