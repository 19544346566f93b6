//! Who changed what, and who signed in: append-only, one chain of hashes per organisation (SPEC API-5).
//!
//! - [`Event`] is what a verb records; `Cx::record` appends it in the verb's transaction.
//! - The chain's head is also the organisation's write lock and the sequence of live events (ADR 0002).
//! - [`list`] reads the log, [`export`] makes a file of it; [`verify`] walks a chain.
//! - [`forget`] drops what is older than the organisation keeps.

mod chain;
mod event;
pub mod export;
mod forget;
pub mod list;
mod table;
pub mod verify;

pub(crate) use chain::{Chain, Mark, append, close, lock};
pub use chain::{LiveBatch, LiveEvent};
pub use event::{Event, Subject};
pub use forget::forget;
pub use table::{AuditRow, STATEMENTS, open_chain};
