use std::fmt;

use kernel::Secret;

use super::BoxFuture;

/// Knows the passwords that breaches elsewhere have made public.
pub trait Breaches: fmt::Debug + Send + Sync {
    /// Whether this one is among them; why that can't be told, for the log.
    fn hold<'a>(&'a self, password: &'a Secret) -> BoxFuture<'a, Result<bool, String>>;
}
