//! Creating, changing and deleting exchanges.

use db::params;
use kernel::ids::ExchangeId;
use kernel::{Code, Error, Patch, Result};
use serde_json::json;

use super::range;
use super::table::{DELETE, Exchange, INSERT, UPDATE};
use crate::access::Action;
use crate::audit::{Event, Subject};
use crate::cx::Cx;
use crate::users::{self, Checks, fields};

/// What a new exchange is to be.
#[derive(Debug, Clone, Default)]
pub struct NewExchange {
    /// Its name.
    pub name: String,
    /// First extension of its range.
    pub first_extension: String,
    /// Last extension of its range.
    pub last_extension: String,
}

/// A change of an exchange: absent fields keep their value.
#[derive(Debug, Clone, Default)]
pub struct ExchangePatch {
    /// Its name.
    pub name: Patch<String>,
    /// First extension of its range.
    pub first_extension: Patch<String>,
    /// Last extension of its range.
    pub last_extension: Patch<String>,
}

/// Creates an exchange.
///
/// # Errors
/// [`Error::Invalid`] with every wrong field; [`Error::Conflict`] where the name is in use.
pub async fn create(cx: &mut Cx<'_>, new: &NewExchange) -> Result<Exchange> {
    cx.require_organisation(Action::ExchangesManage)?;
    let new = checked(new)?;
    let exchange = Exchange {
        id: cx.id(),
        name: new.name,
        first_extension: new.first_extension,
        last_extension: new.last_extension,
        changes_pending_since: None,
        version: 1,
        created_at: cx.now,
        updated_at: cx.now,
    };
    let values = params![
        exchange.id,
        cx.organisation_id,
        exchange.name.clone(),
        kernel::fold(&exchange.name),
        exchange.first_extension.clone(),
        exchange.last_extension.clone(),
        cx.now,
    ];
    cx.tx.execute(INSERT, &values).await?;
    let facts = serde_json::to_value(&exchange).map_err(Error::internal)?;
    cx.record(Event::new("exchange.created", subject(&exchange)).with(facts)).await?;
    Ok(exchange)
}

/// Changes an exchange. A range that no longer holds extensions in use is refused.
///
/// # Errors
/// [`Error::Stale`]; [`Error::Invalid`] with every wrong field; [`Error::Conflict`] where the name is in
/// use or extensions would lie outside.
pub async fn update(
    cx: &mut Cx<'_>,
    id: ExchangeId,
    version: Option<i64>,
    patch: ExchangePatch,
) -> Result<Exchange> {
    cx.require_organisation(Action::ExchangesManage)?;
    let before = super::find(cx, id).await?.ok_or(Error::NotFound)?;
    if version.is_some_and(|version| version != before.version) {
        return Err(Error::Stale);
    }
    let mut after = decide(&before, patch)?;
    if after == before {
        return Ok(before);
    }
    refuse_outside(cx, &before, &after).await?;
    let values = params![
        cx.organisation_id,
        id,
        after.name.clone(),
        kernel::fold(&after.name),
        after.first_extension.clone(),
        after.last_extension.clone(),
        cx.now,
        before.version,
    ];
    if cx.tx.execute(UPDATE, &values).await? == 0 {
        return Err(Error::Stale);
    }
    after.version += 1;
    after.updated_at = cx.now;
    cx.record(Event::new("exchange.updated", subject(&after)).change(&before, &after)).await?;
    Ok(after)
}

/// Deletes an exchange that nobody has an extension on.
///
/// # Errors
/// [`Error::Conflict`] with `in_use`; [`Error::NotFound`].
pub async fn delete(cx: &mut Cx<'_>, id: ExchangeId) -> Result<()> {
    cx.require_organisation(Action::ExchangesManage)?;
    let exchange = super::find(cx, id).await?.ok_or(Error::NotFound)?;
    let holders = users::count_on_exchange(cx, id).await?;
    if holders > 0 {
        let detail = Some(format!("Users on this exchange: {holders}."));
        return Err(Error::Conflict { code: Code::InUse, detail });
    }
    cx.tx.execute(DELETE, &params![cx.organisation_id, id]).await?;
    let facts = json!({"name": exchange.name});
    cx.record(Event::new("exchange.removed", subject(&exchange)).with(facts)).await
}

fn checked(new: &NewExchange) -> Result<NewExchange> {
    let mut checks = Checks::default();
    let name = checks.take("name", fields::name(&new.name));
    let first_extension = checks.take("first_extension", range::extension(&new.first_extension));
    let last_extension = checks.take("last_extension", range::extension(&new.last_extension));
    if !first_extension.is_empty()
        && !last_extension.is_empty()
        && let Err(code) = range::check(&first_extension, &last_extension)
    {
        checks.refuse("last_extension", code);
    }
    checks.finish()?;
    Ok(NewExchange { name, first_extension, last_extension })
}

fn decide(before: &Exchange, patch: ExchangePatch) -> Result<Exchange> {
    let ExchangePatch { name, first_extension, last_extension } = patch;
    let value = |patch: Patch<String>, now: &str| patch.apply(Some(now.into())).unwrap_or_default();
    let wanted = NewExchange {
        name: value(name, &before.name),
        first_extension: value(first_extension, &before.first_extension),
        last_extension: value(last_extension, &before.last_extension),
    };
    let NewExchange { name, first_extension, last_extension } = checked(&wanted)?;
    Ok(Exchange { name, first_extension, last_extension, ..before.clone() })
}

async fn refuse_outside(cx: &mut Cx<'_>, before: &Exchange, after: &Exchange) -> Result<()> {
    let wider = after.has(&before.first_extension) && after.has(&before.last_extension);
    if wider {
        return Ok(());
    }
    let taken = users::extensions_on(cx, before.id).await?;
    let outside = taken.iter().filter(|extension| !after.has(extension)).count();
    if outside == 0 {
        return Ok(());
    }
    let detail = Some(format!("Extensions outside the range: {outside}."));
    Err(Error::Conflict { code: Code::ExtensionsOutside, detail })
}

pub(super) fn subject(exchange: &Exchange) -> Subject {
    Subject::new("exchange", exchange.id.as_uuid(), &exchange.name)
}
