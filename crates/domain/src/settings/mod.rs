//! Settings that are inherited (SPEC GRP-1): installation → organisation → group → user.
//!
//! | To … | see |
//! |---|---|
//! | know which there are | [`SETTINGS`], [`Key`] |
//! | see what holds and where it comes from | [`effective`] |
//! | give a value of one's own, or take it away again | [`change`] |
//! | use a value in another room | [`of_user`], [`of_group`] |
//!
//! Invariants: a stored value has the type and range of its setting. What is stricter above holds below:
//! a value that would loosen it is refused when it is given and left out when the value above became
//! stricter later.

mod change;
mod compare_many;
mod effective;
mod registry;
mod resolve;
mod table;
#[cfg(test)]
mod tests;
mod value;

pub use change::{Wanted, change};
pub use compare_many::ChangedForMany;
pub(crate) use compare_many::compare_many;
pub use effective::{Owner, effective, effective_for};
pub(crate) use effective::{compare, of_group, of_user};
pub use registry::{Below, Keeper, Key, Kind, SETTINGS, Section, Setting, Unit};
pub use resolve::{Effective, Level, Origin, Values};
pub use table::STATEMENTS;
pub(crate) use table::forget;
pub use value::SettingValue;
