//! What a handler takes from a request.

mod body;
mod caller;
mod path;
mod precondition;
mod query;

pub use body::{Body, MergePatch};
pub use caller::{Caller, Peer, RequestId, Visitor};
pub use path::Id;
pub use precondition::{IdempotencyKey, IfMatch};
pub use query::Query;
