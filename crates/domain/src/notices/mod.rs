//! Messages shown inside the application, to people who need no mail (SPEC ACC-2).

mod table;

use db::params;
use kernel::ids::NoticeId;
use kernel::{Error, Result};
use serde_json::json;

use table::{INSERT, READ, UNREAD};
pub use table::{Notice, STATEMENTS};

use crate::access::Action;
use crate::cx::Cx;
use crate::jobs::MailTemplate;
use crate::organisations;
use crate::users::User;

/// Most notices shown at once.
const SHOWN: i64 = 20;

/// Tells somebody that an organisation has added them.
pub(crate) async fn added_to_organisation(cx: &mut Cx<'_>, user: &User) -> Result<()> {
    let organisation = organisations::current(cx).await?.name;
    let by =
        cx.actor().principal().map(|principal| principal.display_name.clone()).unwrap_or_default();
    let params = json!({"organisation": organisation, "by": by});
    tell(cx, user, "added_to_organisation", &params).await
}

/// Tells somebody that they are in another group now (SPEC USR-12).
pub(crate) async fn moved_to_group(cx: &mut Cx<'_>, user: &User, group: &str) -> Result<()> {
    tell(cx, user, "moved_to_group", &json!({"group": group})).await
}

/// Tells somebody what happened to their account; the text is found by the mail's name.
pub(crate) async fn about_account(
    cx: &mut Cx<'_>,
    user: &User,
    what: MailTemplate,
    params: serde_json::Map<String, serde_json::Value>,
) -> Result<()> {
    tell(cx, user, what.as_str(), &serde_json::Value::Object(params)).await
}

async fn tell(
    cx: &mut Cx<'_>,
    user: &User,
    kind: &'static str,
    params: &serde_json::Value,
) -> Result<()> {
    let id: NoticeId = cx.id();
    let values = params![id, cx.organisation_id, user.account_id, kind, params.to_string(), cx.now];
    cx.tx.execute(INSERT, &values).await?;
    Ok(())
}

/// The actor's unread notices of all organisations, newest first.
///
/// # Errors
/// [`Error::Unauthenticated`] for a stranger.
pub async fn unread(cx: &mut Cx<'_>) -> Result<Vec<Notice>> {
    cx.require(Action::SelfService)?;
    let here = cx.principal()?;
    let (account, only_here) = (here.account_id, here.by_provider);
    let mut unread = cx.tx.few::<Notice>(UNREAD, &params![account, SHOWN]).await?;
    unread.retain(|one| !only_here || one.organisation_id == cx.organisation_id);
    Ok(unread)
}

/// Marks one of the actor's notices as read.
///
/// # Errors
/// [`Error::NotFound`] for another's or a missing one.
pub async fn read(cx: &mut Cx<'_>, id: NoticeId) -> Result<()> {
    cx.require(Action::SelfService)?;
    let account = cx.principal()?.account_id;
    match cx.tx.execute(READ, &params![account, id, cx.now]).await? {
        0 => Err(Error::NotFound),
        _ => Ok(()),
    }
}
