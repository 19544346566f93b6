//! Invitations: the way in for somebody new (SPEC ACC-1, ACC-2).
//!
//! | To … | see |
//! |---|---|
//! | invite one or several | [`invite`] |
//! | list, send again, take back | [`list`], [`resend`], [`send_to_all`], [`cancel`] |
//! | show the page behind a link, accept, ask for a new link | [`look`], [`accept`], [`ask_again`] |
//! | accept with a passkey instead of a password | [`ask_passkey`], [`accept_by_passkey`] |
//! | let an operator hand out a first link | [`first_password`] |
//!
//! Invariants: a link is used up by completing it and not by opening it; each sending makes the former
//! link void; an invited user holds a seat from the start.

mod accept;
mod invite;
mod list;
mod send;
mod table;

pub use accept::{Look, Standing, accept, accept_by_passkey, ask_again, ask_passkey, look};
pub use invite::{Invitee, MOST, invite, placed};
pub use list::{Filter, ending_soon, list};
pub use send::{Uninvited, cancel, first_password, get, link, resend, send_to_all, uninvited};
use table::{ACCEPT_ALL, DROP_ALL, VOID_ALL};
pub use table::{Invitation, Kind, STATEMENTS, State};

use db::params;
use kernel::ids::UserId;
use kernel::{Code, Error, Result};

use crate::accounts::Account;
use crate::audit::{Event, Subject};
use crate::cx::Cx;
use crate::users::{Lifecycle, User, set_lifecycle};

/// Accepts an invitation by signing in with a credential the person already has (SPEC ACC-2).
///
/// # Errors
/// [`Error::Forbidden`] where the address was never proven to be theirs: they follow the link.
pub(crate) async fn accept_by_sign_in(
    cx: &mut Cx<'_>,
    account: &Account,
    user: User,
) -> Result<User> {
    if !account.is_the_persons() {
        return Err(Error::Forbidden(Code::NoOrganisation));
    }
    accept_for(cx, user).await
}

/// Accepts an invitation for somebody of whom it is certain that it is meant for them.
pub(crate) async fn accept_for(cx: &mut Cx<'_>, mut user: User) -> Result<User> {
    let organisation = cx.organisation_id;
    cx.tx.execute(ACCEPT_ALL, &params![organisation, user.id, cx.now]).await?;
    set_lifecycle(cx.tx, &mut user, Lifecycle::Active, None, cx.now).await?;
    cx.proven(&user);
    let subject = Subject::new("user", user.id.as_uuid(), &user.display_name);
    cx.record(Event::new("invitation.accepted", subject)).await?;
    Ok(user)
}

/// Makes every open invitation of a user void.
pub(crate) async fn void_all(cx: &mut Cx<'_>, user: UserId) -> Result<()> {
    let organisation = cx.organisation_id;
    cx.tx.execute(VOID_ALL, &params![organisation, user, cx.now]).await?;
    Ok(())
}

/// Forgets every invitation of a user who is removed.
pub(crate) async fn drop_all(cx: &mut Cx<'_>, user: UserId) -> Result<()> {
    let organisation = cx.organisation_id;
    cx.tx.execute(DROP_ALL, &params![organisation, user]).await?;
    Ok(())
}
