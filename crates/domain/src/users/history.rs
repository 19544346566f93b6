//! Who changed what of a user (SPEC USR-18).

use kernel::ids::UserId;
use kernel::{Cursor, Page, PageSize, Result};

use super::find::find;
use crate::access::Action;
use crate::audit::{AuditRow, list};
use crate::cx::Cx;

/// A page of what happened to a user, newest first.
///
/// # Errors
/// As for every verb on a person.
pub async fn page(
    cx: &mut Cx<'_>,
    id: UserId,
    size: PageSize,
    cursor: Option<&Cursor>,
) -> Result<Page<AuditRow>> {
    find(cx, id, Action::UsersHistory).await?;
    let filter = list::Filter { subject_ids: Some(vec![id.as_uuid()]), ..list::Filter::default() };
    list::rows(cx, &filter, size, cursor).await
}
