//! An address or number that its person has confirmed (SPEC USR-10). Who may do that is decided by
//! `accounts::contact`.

use kernel::{Code, Error, Result};

use super::store;
use super::table::User;
use crate::access::{Action, Relation, decide};
use crate::cx::Cx;
use crate::settings::{self, Key};

/// Refuses where neither this setting nor their role lets people change this of their own record.
pub(crate) async fn require_self_service(cx: &mut Cx<'_>, me: &User, key: Key) -> Result<()> {
    let principal = cx.principal()?;
    let myself = Relation::new(true, principal.rank);
    if decide(principal, Action::UsersEdit, myself).is_ok() {
        return Ok(());
    }
    if settings::of_user(cx, me).await?.is_on(key) {
        return Ok(());
    }
    Err(Error::Forbidden(Code::SelfServiceOff))
}

/// Stores another address.
pub(crate) async fn set_email(cx: &mut Cx<'_>, user: &User, to: &str) -> Result<User> {
    let email_key = kernel::fold(to);
    save(cx, User { email: Some(to.to_owned()), email_key, ..user.clone() }).await
}

/// Stores another number.
pub(crate) async fn set_mobile(cx: &mut Cx<'_>, user: &User, to: &str) -> Result<User> {
    save(cx, User { mobile: Some(to.to_owned()), ..user.clone() }).await
}

async fn save(cx: &mut Cx<'_>, mut after: User) -> Result<User> {
    store::save(cx.tx, &mut after, cx.now).await?;
    Ok(after)
}
