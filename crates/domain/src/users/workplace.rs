//! Where a user works: exchange and extension, helpdesk, and what they are beside a licence (SPEC LIC-4,
//! ACC-8).

use db::params;
use kernel::ids::{ExchangeId, HelpdeskId};
use kernel::{Code, Error, Result};

use super::fields::{Checks, Flags, Profile, filled};
use super::table::{
    AT_HELPDESKS, COUNT_AT_HELPDESK, COUNT_ON_EXCHANGE, EXTENSIONS_ON, EXTENSIONS_TAKEN, User,
};
use super::vocabulary::Licence;
use crate::access::{Action, Reach};
use crate::cx::Cx;
use crate::licences::{self, Needs, Seat};
use crate::{exchanges, helpdesks, organisations};

/// What of a user's record depends on each other: the licence and where it is used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) licence: Option<Licence>,
    pub(super) exchange_id: Option<ExchangeId>,
    pub(super) extension: Option<String>,
    pub(super) helpdesk_id: Option<HelpdeskId>,
}

impl Place {
    /// The place in a form.
    pub(super) fn of(profile: &Profile, licence: Option<Licence>) -> Self {
        let Profile { exchange_id, extension, helpdesk_id, .. } = profile;
        let (exchange_id, helpdesk_id) = (*exchange_id, *helpdesk_id);
        Self { licence, exchange_id, extension: extension.clone(), helpdesk_id }
    }
    fn now(user: &User) -> Self {
        Self {
            licence: user.licence,
            exchange_id: user.exchange_id,
            extension: user.extension.clone(),
            helpdesk_id: user.helpdesk_id,
        }
    }
    /// Puts what was found out back into the form.
    pub(super) fn put(self, profile: &mut Profile) {
        let Self { licence: _, exchange_id, extension, helpdesk_id } = self;
        (profile.exchange_id, profile.extension) = (exchange_id, extension);
        profile.helpdesk_id = helpdesk_id;
    }
}

/// Checks a place, and fills in the only exchange or helpdesk where none is named. What a user has kept
/// from before is not judged again.
pub(super) async fn check(
    cx: &mut Cx<'_>,
    checks: &mut Checks,
    place: &mut Place,
    before: Option<&User>,
) -> Result<()> {
    place.extension = filled(place.extension.take());
    let before = before.map(Place::now);
    if before.as_ref() == Some(place) {
        return Ok(());
    }
    let needs = match place.licence {
        Some(licence) => licence.needs(&organisations::current(cx).await?.ordered()),
        None => Needs::default(),
    };
    let line = |place: &Place| (place.exchange_id, place.extension.clone());
    let same_line = before.as_ref().is_some_and(|before| line(before) == line(place));
    if needs.extension && place.extension.is_none() {
        checks.refuse("extension", Code::ExtensionRequired);
    }
    if !same_line || (needs.extension && place.exchange_id.is_none()) {
        check_line(cx, checks, place, needs.extension).await?;
    }
    let same_desk = before.is_some_and(|before| before.helpdesk_id == place.helpdesk_id);
    if !same_desk || (needs.helpdesk && place.helpdesk_id.is_none()) {
        check_helpdesk(cx, checks, place, needs.helpdesk).await?;
    }
    Ok(())
}

async fn check_line(
    cx: &mut Cx<'_>,
    checks: &mut Checks,
    place: &mut Place,
    needed: bool,
) -> Result<()> {
    let extension = place.extension.as_deref().map(exchanges::extension).transpose();
    let extension = checks.take("extension", extension);
    let exchange = match place.exchange_id {
        Some(id) => exchanges::find(cx, id).await?.ok_or(Code::ExchangeUnknown),
        None if place.extension.is_none() && !needed => return Ok(()),
        None => only(exchanges::all(cx).await?)
            .map_err(|some| if some { Code::ExchangeRequired } else { Code::ExchangeNotRecorded }),
    };
    let exchange = match exchange {
        Ok(exchange) => exchange,
        Err(code) => {
            checks.refuse("exchange_id", code);
            return Ok(());
        }
    };
    place.exchange_id = Some(exchange.id);
    if let Some(extension) = extension {
        if !exchange.has(&extension) {
            let (first, last) = (&exchange.first_extension, &exchange.last_extension);
            let range = format!("{} has {first} to {last}.", exchange.name);
            checks.refuse_with("extension", Code::ExtensionOutOfRange, range);
        }
        place.extension = Some(extension);
    }
    Ok(())
}

async fn check_helpdesk(
    cx: &mut Cx<'_>,
    checks: &mut Checks,
    place: &mut Place,
    needed: bool,
) -> Result<()> {
    let helpdesk = match place.helpdesk_id {
        Some(id) => helpdesks::find(cx, id).await?.ok_or(Code::HelpdeskUnknown),
        None if !needed => return Ok(()),
        None => only(helpdesks::all(cx).await?)
            .map_err(|some| if some { Code::HelpdeskRequired } else { Code::HelpdeskNotRecorded }),
    };
    match helpdesk {
        Ok(helpdesk) => place.helpdesk_id = Some(helpdesk.id),
        Err(code) => checks.refuse("helpdesk_id", code),
    }
    Ok(())
}

/// What there is one of need not be chosen; otherwise whether there are any.
fn only<T>(all: Vec<T>) -> Result<T, bool> {
    let mut all = all.into_iter();
    match (all.next(), all.next()) {
        (Some(one), None) => Ok(one),
        (one, _) => Err(one.is_some()),
    }
}

/// Flags cost or open something: who sets them gives licences over the whole organisation (SPEC ACC-8).
pub(super) fn guard_flags(cx: &Cx<'_>, flags: Flags, before: Option<&User>) -> Result<()> {
    let now = before.map_or(Flags::default(), User::flags);
    if flags == now || cx.require(Action::UsersAssignLicence)?.holds(Reach::ORGANISATION) {
        return Ok(());
    }
    Err(Error::Forbidden(Code::Forbidden))
}

impl User {
    /// The user's seat of a licence.
    pub(crate) const fn seat(&self, licence: Licence) -> Seat {
        Seat { user_id: self.id, licence, do_not_invoice: self.do_not_invoice }
    }
    /// What the user is beside a licence (SPEC ACC-8).
    pub const fn flags(&self) -> Flags {
        Flags {
            api_communicator: self.api_communicator,
            statutory_representative: self.statutory_representative,
            do_not_invoice: self.do_not_invoice,
        }
    }
}

/// Lets the seat's record say from now on whether it is invoiced.
pub(super) async fn invoice(cx: &mut Cx<'_>, before: &User, after: &User) -> Result<()> {
    match after.licence {
        Some(licence)
            if after.lifecycle.holds_seat() && before.do_not_invoice != after.do_not_invoice =>
        {
            licences::invoice_from_now(cx, after.seat(licence)).await
        }
        _ => Ok(()),
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
