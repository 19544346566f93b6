//! Who changed what, and who signed in: append-only, one chain of hashes per organisation (SPEC API-5).
//!
//! - [`Event`] is what a verb records; `Cx::record` appends it in the verb's transaction.
//! - The chain's head is also the organisation's write lock and the sequence of live events (ADR 0002).
//! - [`list`] reads the log; [`verify`] walks a chain.

mod chain;
mod event;
pub mod list;
mod table;
pub mod verify;

pub(crate) use chain::{Chain, append, close, lock};
pub use chain::{LiveBatch, LiveEvent};
pub use event::{Event, Subject};
pub use table::{AuditRow, STATEMENTS, open_chain};
