//! Which numeric ids are taken and which is the next free one (SPEC USR-11).

use db::params;
use kernel::Result;

use super::table::NUMERIC_IDS;
use crate::access::Action;
use crate::cx::Cx;

/// The highest numeric id.
const HIGHEST: usize = 999_999;

/// Taken ids in order, and the smallest free one from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumericIds {
    /// Taken, in numeric order.
    pub taken: Vec<String>,
    /// The smallest free number; none where all are taken.
    pub next_free: Option<String>,
}

/// Lists the numeric ids of the organisation.
///
/// # Errors
/// [`kernel::Error::Forbidden`] for those who create no users.
pub async fn numeric_ids(cx: &mut Cx<'_>) -> Result<NumericIds> {
    cx.require(Action::UsersCreate)?;
    let rows = cx.tx.all::<(String,)>(NUMERIC_IDS, &params![cx.organisation_id]).await?;
    let mut taken: Vec<String> = rows.into_iter().map(|(id,)| id).collect();
    taken.sort_by_key(|id| (id.parse::<usize>().unwrap_or(0), id.len()));
    let mut free = 1;
    for id in taken.iter().filter_map(|id| id.parse::<usize>().ok()) {
        if id == free {
            free += 1;
        }
    }
    let next_free = (free <= HIGHEST).then(|| free.to_string());
    Ok(NumericIds { taken, next_free })
}
