//! Sessions and API tokens: whatever a bearer of a secret acts with (SPEC ACC-6).

mod table;

use db::params;
use kernel::Result;
use kernel::ids::UserId;

pub use table::STATEMENTS;
use table::{COUNT, END_ALL};

use crate::cx::Cx;

/// Ends every session and token of a user in this organisation.
pub(crate) async fn end_all(cx: &mut Cx<'_>, user: UserId) -> Result<u64> {
    let organisation = cx.organisation_id;
    Ok(cx.tx.execute(END_ALL, &params![organisation, user]).await?)
}

/// How many sessions and tokens a user has.
pub(crate) async fn count(cx: &mut Cx<'_>, user: UserId) -> Result<i64> {
    let organisation = cx.organisation_id;
    Ok(cx.tx.one::<(i64,)>(COUNT, &params![organisation, user]).await?.0)
}
