//! Where a user works: exchange and extension, helpdesk, and what they are beside a licence (SPEC LIC-4,
//! ACC-8).

use db::params;
use kernel::ids::{ExchangeId, HelpdeskId};
use kernel::{Code, Error, Result};

use super::fields::{Checks, Flags, Profile};
use super::table::{
    AT_HELPDESKS, COUNT_AT_HELPDESK, COUNT_ON_EXCHANGE, EXTENSIONS_ON, EXTENSIONS_TAKEN, User,
};
use super::vocabulary::Licence;
use crate::access::{Action, Reach};
use crate::cx::Cx;
use crate::{exchanges, helpdesks};

/// Checks exchange, extension and helpdesk, and fills in the only exchange where none is named. What a
/// user has kept from before is not judged again.
pub(super) async fn check(
    cx: &mut Cx<'_>,
    checks: &mut Checks,
    profile: &mut Profile,
    before: Option<&User>,
) -> Result<()> {
    guard_flags(cx, profile.flags, before)?;
    let line = (profile.exchange_id, profile.extension.clone());
    if before.is_none_or(|user| line != (user.exchange_id, user.extension.clone())) {
        check_line(cx, checks, profile).await?;
    }
    let moved = before.is_none_or(|user| profile.helpdesk_id != user.helpdesk_id);
    if let (true, Some(id)) = (moved, profile.helpdesk_id)
        && helpdesks::find(cx, id).await?.is_none()
    {
        checks.refuse("helpdesk_id", Code::HelpdeskUnknown);
    }
    Ok(())
}

async fn check_line(cx: &mut Cx<'_>, checks: &mut Checks, profile: &mut Profile) -> Result<()> {
    let extension = match &profile.extension {
        Some(text) => exchanges::extension(text).map(Some),
        None => Ok(None),
    };
    let extension = checks.take("extension", extension);
    let exchange = match profile.exchange_id {
        Some(id) => exchanges::find(cx, id).await?,
        None if profile.extension.is_none() => return Ok(()),
        None => only(exchanges::all(cx).await?),
    };
    let Some(exchange) = exchange else {
        let named = profile.exchange_id.is_some();
        let code = if named { Code::ExchangeUnknown } else { Code::ExchangeRequired };
        checks.refuse("exchange_id", code);
        return Ok(());
    };
    profile.exchange_id = Some(exchange.id);
    if let Some(extension) = extension {
        if !exchange.has(&extension) {
            let (first, last) = (&exchange.first_extension, &exchange.last_extension);
            let range = format!("{} has {first} to {last}.", exchange.name);
            checks.refuse_with("extension", Code::ExtensionOutOfRange, range);
        }
        profile.extension = Some(extension);
    }
    Ok(())
}

/// What there is one of need not be chosen.
fn only<T>(all: Vec<T>) -> Option<T> {
    let mut all = all.into_iter();
    all.next().filter(|_| all.next().is_none())
}

/// Flags cost or open something: who sets them gives licences over the whole organisation (SPEC ACC-8).
fn guard_flags(cx: &Cx<'_>, flags: Flags, before: Option<&User>) -> Result<()> {
    let now = before.map_or(Flags::default(), User::flags);
    if flags == now || cx.require(Action::UsersAssignLicence)?.holds(Reach::ORGANISATION) {
        return Ok(());
    }
    Err(Error::Forbidden(Code::Forbidden))
}

impl User {
    /// What the user is beside a licence (SPEC ACC-8).
    pub const fn flags(&self) -> Flags {
        Flags {
            api_communicator: self.api_communicator,
            statutory_representative: self.statutory_representative,
            do_not_invoice: self.do_not_invoice,
        }
    }
}

/// What an exchange knows of a user.
#[derive(PartialEq, Eq)]
struct Line<'u> {
    exchange: ExchangeId,
    extension: &'u str,
    name: &'u str,
    licence: Option<Licence>,
    works: bool,
}

fn line(user: &User) -> Option<Line<'_>> {
    Some(Line {
        exchange: user.exchange_id?,
        extension: user.extension.as_deref()?,
        name: &user.display_name,
        licence: user.licence,
        works: user.lifecycle.holds_seat(),
    })
}

/// Marks the exchanges whose users have become others (SPEC PBX-2). Whatever saves a user calls it.
pub(crate) async fn follow(
    cx: &mut Cx<'_>,
    before: Option<&User>,
    after: Option<&User>,
) -> Result<()> {
    let (old, new) = (before.and_then(line), after.and_then(line));
    if old == new {
        return Ok(());
    }
    let (old, new) = (old.map(|line| line.exchange), new.map(|line| line.exchange));
    if let Some(exchange) = old {
        exchanges::mark(cx, exchange).await?;
    }
    match new {
        Some(exchange) if old != new => exchanges::mark(cx, exchange).await,
        _ => Ok(()),
    }
}

/// Taken extensions of an exchange, in order.
pub(crate) async fn extensions_on(cx: &mut Cx<'_>, exchange: ExchangeId) -> Result<Vec<String>> {
    let values = params![cx.organisation_id, exchange];
    let rows = cx.tx.all::<(String,)>(EXTENSIONS_ON, &values).await?;
    Ok(rows.into_iter().map(|(extension,)| extension).collect())
}

/// How many extensions are taken on each exchange that has any.
pub(crate) async fn extensions_taken(cx: &mut Cx<'_>) -> Result<Vec<(ExchangeId, i64)>> {
    let organisation = cx.organisation_id;
    Ok(cx.tx.all::<(ExchangeId, i64)>(EXTENSIONS_TAKEN, &params![organisation]).await?)
}

/// How many users an exchange has.
pub(crate) async fn count_on_exchange(cx: &mut Cx<'_>, exchange: ExchangeId) -> Result<i64> {
    let values = params![cx.organisation_id, exchange];
    Ok(cx.tx.one::<(i64,)>(COUNT_ON_EXCHANGE, &values).await?.0)
}

/// How many users each helpdesk has that has any.
pub(crate) async fn at_helpdesks(cx: &mut Cx<'_>) -> Result<Vec<(HelpdeskId, i64)>> {
    let organisation = cx.organisation_id;
    Ok(cx.tx.all::<(HelpdeskId, i64)>(AT_HELPDESKS, &params![organisation]).await?)
}

/// How many users a helpdesk has.
pub(crate) async fn count_at_helpdesk(cx: &mut Cx<'_>, helpdesk: HelpdeskId) -> Result<i64> {
    let values = params![cx.organisation_id, helpdesk];
    Ok(cx.tx.one::<(i64,)>(COUNT_AT_HELPDESK, &values).await?.0)
}
