//! Identities that are connected to a user.

use db::params;
use kernel::ids::{LinkedIdentityId, UserId};
use kernel::{Error, Result};
use serde_json::json;

use super::table::{DROP_LINK, DROP_LINKS, LINK_OF, LINKS_OF, LinkedIdentity};
use crate::access::Action;
use crate::accounts::{self, reach};
use crate::audit::{Event, Subject};
use crate::cx::Cx;
use crate::jobs::MailTemplate;
use crate::sessions;
use crate::users::{self, User};

/// What is connected to a user: one's own, or a person's whose factors one may take away.
///
/// # Errors
/// As for every verb on a person.
pub async fn links(cx: &mut Cx<'_>, user: UserId) -> Result<Vec<LinkedIdentity>> {
    let user = person(cx, user).await?;
    let organisation = cx.organisation_id;
    Ok(cx.tx.few::<LinkedIdentity>(LINKS_OF, &params![organisation, user.id]).await?)
}

/// Takes a connection back. Sessions that a provider opened end; a person whose connection somebody else takes back
/// is told.
///
/// # Errors
/// [`Error::NotFound`] for one that is not this user's; [`Error::Forbidden`] with `fresh_sign_in_required`; as for
/// every verb on a person.
pub async fn unlink(cx: &mut Cx<'_>, user: UserId, id: LinkedIdentityId) -> Result<()> {
    let user = person(cx, user).await?;
    let own = cx.actor().user_id() == Some(user.id);
    if !cx.actor().is_system() {
        sessions::require_fresh(cx)?;
    }
    if !own {
        users::guard_sight(cx, &user, user.group_id).await?;
    }
    let values = params![cx.organisation_id, user.id, id];
    let link = cx.tx.optional::<LinkedIdentity>(LINK_OF, &values).await?;
    let link = link.ok_or(Error::NotFound)?;
    cx.tx.execute(DROP_LINK, &params![cx.organisation_id, id]).await?;
    sessions::end_by_provider(cx, user.id).await?;
    if !own {
        tell(cx, &user).await?;
    }
    let subject = Subject::new("user", user.id.as_uuid(), &user.display_name);
    let facts = json!({"issuer": link.issuer, "identity": link.label});
    cx.record(Event::new("user.identity_unlinked", subject).with(facts)).await
}

async fn tell(cx: &mut Cx<'_>, user: &User) -> Result<()> {
    let by = cx.actor().principal().map(|me| me.display_name.clone()).unwrap_or_default();
    let (template, facts) = (MailTemplate::IdentityUnlinked, [("by", by.as_str())]);
    let account = accounts::of_user(cx, user).await?;
    reach::tell(cx, &account, template, &facts).await?;
    reach::tell_inside(cx, user, template, &facts).await
}

async fn person(cx: &mut Cx<'_>, id: UserId) -> Result<User> {
    if cx.actor().user_id() == Some(id) {
        cx.require(Action::SelfService)?;
        return users::myself(cx).await;
    }
    Ok(users::find(cx, id, Action::UsersResetFactors).await?.user)
}

/// Forgets the connections of a user who is removed.
pub(crate) async fn forget_user(cx: &mut Cx<'_>, user: UserId) -> Result<()> {
    let organisation = cx.organisation_id;
    cx.tx.execute(DROP_LINKS, &params![organisation, user]).await?;
    Ok(())
}
