//! What a handler takes from a request.

mod bearer;
mod body;
mod caller;
mod operator;
mod path;
mod precondition;
mod query;

pub(crate) use bearer::brings;
pub use body::{Body, MergePatch};
pub use caller::{Caller, Peer, RequestId, Visitor};
pub use operator::Operator;
pub use path::Id;
pub use precondition::{IdempotencyKey, IfMatch};
pub use query::Query;
