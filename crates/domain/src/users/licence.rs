//! Giving, changing and taking a user's licence (SPEC LIC-1, LIC-3, LIC-4).

use db::params;
use kernel::ids::{ExchangeId, HelpdeskId, UserId};
use kernel::{Patch, Result};

use super::fields::Checks;
use super::find::find;
use super::store;
use super::table::{LICENCES_GIVEN, LICENCES_HELD, User};
use super::update::expect_version;
use super::vocabulary::Licence;
use super::workplace::{self, Place};
use crate::access::Action;
use crate::audit::{Event, Subject};
use crate::cx::Cx;
use crate::{licences, organisations};

/// Another licence with the fields that it needs; absent ones keep their value.
#[derive(Debug, Clone, Default)]
pub struct LicenceChange {
    /// The licence, or none.
    pub licence: Option<Licence>,
    /// The exchange its extension is on.
    pub exchange_id: Patch<ExchangeId>,
    /// Telephone number on the exchange.
    pub extension: Patch<String>,
    /// The helpdesk.
    pub helpdesk_id: Patch<HelpdeskId>,
}

impl From<Option<Licence>> for LicenceChange {
    fn from(licence: Option<Licence>) -> Self {
        Self { licence, ..Self::default() }
    }
}

/// Gives a user another licence, or none. The seat of the former one is freed.
///
/// # Errors
/// [`kernel::Error::Conflict`] where no seat is free, the licence was not ordered or is no upgrade of the
/// present one; [`kernel::Error::Invalid`] naming what the licence needs; as for every verb on a person.
pub async fn change_licence(
    cx: &mut Cx<'_>,
    id: UserId,
    version: Option<i64>,
    change: impl Into<LicenceChange>,
) -> Result<User> {
    let before = find(cx, id, Action::UsersAssignLicence).await?.user;
    expect_version(&before, version)?;
    let mut after = decide(cx, &before, change.into()).await?;
    if after == before {
        return Ok(before);
    }
    if before.lifecycle.holds_seat() && before.licence != after.licence {
        if let Some(former) = before.licence {
            licences::release(cx, id, former).await?;
        }
        if let Some(wanted) = after.licence {
            licences::take(cx, after.seat(wanted)).await?;
        }
    }
    store::save(cx.tx, &mut after, cx.now).await?;
    workplace::follow(cx, Some(&before), Some(&after)).await?;
    let subject = Subject::new("user", id.as_uuid(), &after.display_name);
    cx.record(Event::new("user.licence_changed", subject).change(&before, &after)).await?;
    Ok(after)
}

async fn decide(cx: &mut Cx<'_>, before: &User, change: LicenceChange) -> Result<User> {
    let LicenceChange { licence, exchange_id, extension, helpdesk_id } = change;
    let ordered = organisations::current(cx).await?.ordered();
    licences::may_become(before.licence, licence, &ordered)?;
    let mut place = Place {
        licence,
        exchange_id: exchange_id.apply(before.exchange_id),
        extension: extension.apply(before.extension.clone()),
        helpdesk_id: helpdesk_id.apply(before.helpdesk_id),
    };
    let mut checks = Checks::default();
    workplace::check(cx, &mut checks, &mut place, Some(before)).await?;
    checks.finish()?;
    let Place { licence, exchange_id, extension, helpdesk_id } = place;
    Ok(User { licence, exchange_id, extension, helpdesk_id, ..before.clone() })
}

/// How many hold a seat of each licence that somebody holds.
pub(crate) async fn licences_held(cx: &mut Cx<'_>) -> Result<Vec<(Licence, i64)>> {
    let organisation = cx.organisation_id;
    Ok(cx.tx.all::<(Licence, i64)>(LICENCES_HELD, &params![organisation]).await?)
}

/// How many have each licence, seat or not.
pub(crate) async fn licences_given(cx: &mut Cx<'_>) -> Result<Vec<(Licence, i64)>> {
    let organisation = cx.organisation_id;
    Ok(cx.tx.all::<(Licence, i64)>(LICENCES_GIVEN, &params![organisation]).await?)
}
