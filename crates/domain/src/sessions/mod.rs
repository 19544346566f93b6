//! Sessions and API tokens: whatever a bearer of a secret acts with (SPEC ACC-6, ACC-9).
//!
//! | To … | see |
//! |---|---|
//! | sign in, show the second factor, choose an organisation, go to another one | [`sign_in`], [`second_step`], [`choose`], [`switch`] |
//! | send a code that is the second factor | [`send_code`] |
//! | sign in with a passkey | [`sign_in_by_passkey`] |
//! | sign out, list, end | [`sign_out`], [`list_own`], [`list_of`], [`revoke_own`], [`revoke_others`], [`revoke`], [`revoke_all`] |
//! | keep one alive while it is used | [`touch`] |
//! | ask for a fresh proof | [`require_fresh`] |
//! | show once more that it is oneself | [`renewal`], [`send_renewal_code`], [`renew`] |
//! | end what has expired | [`expire`] |
//! | make and end API tokens | [`tokens`] |
//! | see who signed in from where | [`sign_ins`] |
//!
//! Invariants: a secret is kept as a hash; a session ends when it is idle too long, too old, signed out,
//! revoked, or when its user may not sign in; presence is `logged_in` exactly while a session lives, to
//! the length of a sweep; wrong tries are counted and committed before they are looked at.

mod by_provider;
mod choose;
mod expire;
mod first_factor;
mod fresh;
mod limits;
mod list;
mod next_step;
mod open;
mod passkey;
mod proof;
mod refused;
mod renew;
mod revoke;
mod second_factor;
mod second_step;
mod sign_in;
pub mod sign_ins;
mod table;
pub mod tokens;
mod touch;
mod tries;

pub(crate) use by_provider::{
    ByProvider, end_by_provider, end_provider_session, open_by_provider, provider,
};
pub use choose::{choose, organisations, switch};
pub use expire::expire;
pub(crate) use fresh::prove;
pub use fresh::require_fresh;
pub use list::{SessionView, list_of, list_own};
pub(crate) use next_step::may_enter;
pub use open::Method;
pub use open::SignedIn;
pub(crate) use open::open;
pub use passkey::sign_in_by_passkey;
pub use renew::{Renewal, Shown, renew, renewal, send_renewal_code};
pub(crate) use revoke::{count, count_of, end_all, end_of_account};
pub use revoke::{follow_presence, revoke, revoke_all, revoke_others, revoke_own, sign_out};
pub use second_factor::Asked;
pub(crate) use second_factor::given;
pub use second_step::{asked_for, second_step, send_code};
pub use sign_in::{Outcome, SignIn, sign_in};
pub use table::STATEMENTS;
pub use touch::touch;
pub(crate) use tries::unlock;
pub use tries::{locked, locked_at};
