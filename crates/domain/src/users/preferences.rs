//! What someone prefers to see, such as the columns of a list (SPEC USR-1).

use db::params;
use kernel::{Code, Error, Result};

use super::table::{PREFERENCE, PUT_PREFERENCE};
use crate::access::Action;
use crate::cx::Cx;

/// The actor's preference under `key`, as JSON text.
///
/// # Errors
/// [`Error::Unauthenticated`] for a stranger.
pub async fn get(cx: &mut Cx<'_>, key: &str) -> Result<Option<String>> {
    let me = cx.principal()?.user_id;
    Ok(cx.tx.optional::<(String,)>(PREFERENCE, &params![me, key]).await?.map(|(value,)| value))
}

/// Keeps a preference of the actor. It is nobody's business but their own, so it is not in the audit log.
///
/// # Errors
/// [`Error::Invalid`] for a value over 4 kB.
pub async fn put(cx: &mut Cx<'_>, key: &str, value: &str) -> Result<()> {
    cx.require(Action::SelfService)?;
    if value.len() > 4096 {
        return Err(Error::field("value", Code::TooLong));
    }
    let me = cx.principal()?.user_id;
    cx.tx.execute(PUT_PREFERENCE, &params![me, cx.organisation_id, key, value]).await?;
    Ok(())
}
