//! Keeps beside each user whether they have anything to answer with, so that no list looks for it.

use db::params;
use kernel::Result;
use kernel::ids::UserId;

use super::table::{ANYTHING, NOTE_ALL};
use crate::cx::Cx;
use crate::users;

/// Notes it for a user whose levels or profiles have changed.
pub(crate) async fn note(cx: &mut Cx<'_>, user: UserId) -> Result<()> {
    let (can,) = cx.tx.one::<(bool,)>(ANYTHING, &params![cx.organisation_id, user]).await?;
    users::note_can_answer(cx, user, can).await
}

/// Notes it for everybody after something was taken from many.
pub(crate) async fn note_all(cx: &mut Cx<'_>) -> Result<()> {
    let organisation = cx.organisation_id;
    cx.tx.execute(NOTE_ALL, &params![organisation]).await?;
    Ok(())
}
