//! Telephone exchanges: each has a range of extensions, given to users (SPEC ORG-3, PBX-1).
//!
//! | To … | see |
//! |---|---|
//! | read one, or all with their use | [`get`], [`list`] |
//! | create, change, delete | [`create`], [`update`], [`delete`] |
//! | see which extensions are taken and free | [`extensions`] |
//!
//! Invariants: an extension is unique on its exchange (the index `users_extension`) and lies in its
//! range; whatever changes a line that an exchange serves marks it as waiting (SPEC PBX-2).

mod extensions;
mod range;
mod save;
mod table;

use std::collections::BTreeMap;

use db::params;
use kernel::ids::ExchangeId;
use kernel::{Error, Result};
use serde_json::json;

pub use extensions::{Extensions, extensions};
pub(crate) use range::extension;
pub use save::{ExchangePatch, NewExchange, create, delete, update};
use table::{ALL, FIND, MARK};
pub use table::{Exchange, STATEMENTS};

use crate::access::Action;
use crate::audit::Event;
use crate::cx::Cx;
use crate::users;

/// An exchange and how many of its extensions are taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Used {
    /// The exchange.
    pub exchange: Exchange,
    /// Extensions taken.
    pub used: i64,
}

impl Used {
    /// Extensions free.
    pub fn free(&self) -> i64 {
        (self.exchange.extensions() - self.used).max(0)
    }
}

/// The exchanges of the organisation by name, with their use.
///
/// # Errors
/// [`Error::Forbidden`] for those who fill no forms with them.
pub async fn list(cx: &mut Cx<'_>) -> Result<Vec<Used>> {
    cx.require(Action::ExchangesView)?;
    let exchanges = all(cx).await?;
    let used: BTreeMap<ExchangeId, i64> = users::extensions_taken(cx).await?.into_iter().collect();
    let with_use = exchanges.into_iter().map(|exchange| Used {
        used: used.get(&exchange.id).copied().unwrap_or_default(),
        exchange,
    });
    Ok(with_use.collect())
}

/// One exchange with its use.
///
/// # Errors
/// [`Error::NotFound`] for a foreign or missing one.
pub async fn used(cx: &mut Cx<'_>, id: ExchangeId) -> Result<Used> {
    let exchange = get(cx, id).await?;
    let taken = users::extensions_on(cx, id).await?.len();
    Ok(Used { exchange, used: i64::try_from(taken).unwrap_or(i64::MAX) })
}

/// One exchange.
///
/// # Errors
/// [`Error::NotFound`] for a foreign or missing one.
pub async fn get(cx: &mut Cx<'_>, id: ExchangeId) -> Result<Exchange> {
    cx.require(Action::ExchangesView)?;
    find(cx, id).await?.ok_or(Error::NotFound)
}

/// All exchanges of the organisation, for rooms that fill a field with them.
pub(crate) async fn all(cx: &mut Cx<'_>) -> Result<Vec<Exchange>> {
    let organisation = cx.organisation_id;
    Ok(cx.tx.all::<Exchange>(ALL, &params![organisation]).await?)
}

/// An exchange of the organisation.
pub(crate) async fn find(cx: &mut Cx<'_>, id: ExchangeId) -> Result<Option<Exchange>> {
    let organisation = cx.organisation_id;
    Ok(cx.tx.optional::<Exchange>(FIND, &params![organisation, id]).await?)
}

/// Notes that an exchange serves something else than the organisation wants by now (SPEC PBX-2). Only the
/// first change after an apply is an event.
pub(crate) async fn mark(cx: &mut Cx<'_>, id: ExchangeId) -> Result<()> {
    if cx.tx.execute(MARK, &params![cx.organisation_id, id, cx.now]).await? == 0 {
        return Ok(());
    }
    let Some(exchange) = find(cx, id).await? else { return Ok(()) };
    let facts = json!({"changes_pending_since": cx.now});
    cx.record(Event::new("exchange.changes_pending", save::subject(&exchange)).with(facts)).await
}
