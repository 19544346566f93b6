//! What people may change of their own record (SPEC USR-10): each field by a setting.

use kernel::ids::UserId;
use kernel::{Code, Error, Result};

use super::find::{Found, find};
use crate::access::{Action, decide};
use crate::cx::Cx;
use crate::settings::{self, Key};

/// Loads a user whose record is to be changed. `own` names the settings under which people may do it to
/// themselves; none means that they may not.
///
/// # Errors
/// [`Error::Forbidden`] with `self_service_off`; as for every verb on a person.
pub(super) async fn find_to_edit(
    cx: &mut Cx<'_>,
    id: UserId,
    own: Option<&[Key]>,
) -> Result<Found> {
    let (Some(keys), true) = (own, cx.actor().user_id() == Some(id)) else {
        return find(cx, id, Action::UsersEdit).await;
    };
    let found = find(cx, id, Action::ProfileEdit).await?;
    if decide(cx.principal()?, Action::UsersEdit, found.relation).is_ok() {
        return Ok(found);
    }
    let settings = settings::of_user(cx, &found.user).await?;
    if keys.iter().all(|key| settings.is_on(*key)) {
        return Ok(found);
    }
    Err(Error::Forbidden(Code::SelfServiceOff))
}
