//! Words all floors share: ids, clock, randomness, text folding, pages, patches, secrets, error kinds.
//!
//! Nothing here reads or writes anything outside the process, save [`Clock::system`] and
//! [`Entropy::system`], the two doors through which time and randomness come in.

mod clock;
mod code;
mod entropy;
mod error;
mod fold;
mod formula;
pub mod ids;
mod page;
mod patch;
mod secret;
mod time;
pub mod value;
mod vocabulary;

pub use clock::Clock;
pub use code::Code;
pub use entropy::Entropy;
pub use error::{Denial, Error, FieldError, Result};
pub use fold::{fold, has_control, tidy_line};
pub use formula::cell;
pub use page::{Cursor, Page, PageSize};
pub use patch::Patch;
pub use secret::{Secret, Token, TokenHash};
pub use time::{Span, Timestamp};
pub use value::{FromValue, Value, ValueRef};
