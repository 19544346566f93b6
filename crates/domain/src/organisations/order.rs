//! What an organisation has ordered: the installation's operator sees and changes it (SPEC ORG-1, ORG-3).

use std::collections::BTreeMap;

use db::params;
use kernel::ids::OrganisationId;
use kernel::{Code, Error, Page, PageSize, Patch, Result, Timestamp};
use serde_json::{Value as Json, json};

use super::services::{Service, Tier};
use super::table::{AFTER, FIND, Organisation, SET_ORDER};
use crate::actor::Who;
use crate::audit::{Event, Subject};
use crate::cx::Cx;
use crate::licences::{self, Usage};
use crate::users::{self, Licence};

/// An organisation with the licences ordered by kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// The organisation.
    pub organisation: Organisation,
    /// Licences ordered one by one; none where any may be taken up to its seats.
    pub licences: Vec<Usage>,
}

/// A change of what was ordered: absent fields keep their value.
#[derive(Debug, Clone, Default)]
pub struct OrderPatch {
    /// Services.
    pub services: Option<Vec<Service>>,
    /// Tier.
    pub tier: Option<Tier>,
    /// Quantities by kind; none takes the kind out of the order.
    pub licences: BTreeMap<Licence, Option<i64>>,
    /// Licences in all; the sum of the kinds where only these are changed.
    pub seats: Option<i64>,
    /// Most operators at a time.
    pub operators: Option<i64>,
    /// When the trial ends; null for a paid organisation.
    pub trial_ends_at: Patch<Timestamp>,
}

/// What the organisation of `cx` has ordered, for the operator.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Forbidden`] for everybody but the operator.
pub async fn ordered(cx: &mut Cx<'_>) -> Result<Order> {
    require_operator(cx)?;
    let values = params![cx.organisation_id];
    let organisation = cx.tx.optional::<Organisation>(FIND, &values).await?;
    let organisation = organisation.ok_or(Error::NotFound)?;
    Ok(Order { organisation, licences: licences::ordered(cx).await? })
}

/// Organisations in the order of their founding, for the operator. `cx` is the installation's.
///
/// # Errors
/// [`Error::Forbidden`] for everybody but the operator.
pub async fn orders(
    cx: &mut Cx<'_>,
    size: PageSize,
    after: Option<OrganisationId>,
) -> Result<Page<Order>> {
    require_operator(cx)?;
    let after = after.unwrap_or(crate::Crewdesk::INSTALLATION);
    let limit = i64::try_from(size.get() + 1).unwrap_or(i64::MAX);
    let rows = cx.tx.all::<Organisation>(AFTER, &params![after, limit]).await?;
    let page = Page::from_rows(rows, size, |row| kernel::Cursor::pack(&row.id));
    let ids: Vec<OrganisationId> = page.items.iter().map(|row| row.id).collect();
    let mut licences = licences::ordered_by(cx, &ids).await?;
    Ok(page.map(|organisation| Order {
        licences: licences.remove(&organisation.id).unwrap_or_default(),
        organisation,
    }))
}

/// Changes what the organisation of `cx` has ordered. What is in use can't be taken from it.
///
/// # Errors
/// [`Error::Forbidden`] for everybody but the operator; [`Error::Stale`]; [`Error::Invalid`] with every wrong
/// field; [`Error::Conflict`] with `order_below_use` or `service_in_use`, saying how many.
pub async fn order(cx: &mut Cx<'_>, version: Option<i64>, patch: OrderPatch) -> Result<Order> {
    let before = ordered(cx).await?;
    if version.is_some_and(|version| version != before.organisation.version) {
        return Err(Error::Stale);
    }
    let held = users::licences_held(cx).await?;
    let after = decide(&before, patch, &held)?;
    refuse_withdrawn(cx, &before.organisation, &after.organisation).await?;
    if after == before {
        return Ok(before);
    }
    let new = &after.organisation;
    let values = params![
        new.id,
        new.tier.clone(),
        new.services.clone(),
        new.seats,
        new.operators,
        new.trial_ends_at,
        cx.now,
        before.organisation.version,
    ];
    if cx.tx.execute(SET_ORDER, &values).await? == 0 {
        return Err(Error::Stale);
    }
    licences::reorder(cx, &before.licences, &after.licences).await?;
    let subject = Subject::new("organisation", new.id.as_uuid(), &new.name);
    let event = Event::new("organisation.order_changed", subject);
    cx.record(event.change(&facts(&before), &facts(&after))).await?;
    ordered(cx).await
}

fn require_operator(cx: &Cx<'_>) -> Result<()> {
    match cx.actor().who {
        Who::System(_) => Ok(()),
        _ => Err(Error::Forbidden(Code::Forbidden)),
    }
}

/// The order as the audit log shows it.
fn facts(order: &Order) -> Json {
    let licences = order.licences.iter().map(|row| (row.licence.as_str(), row.quantity));
    let licences: BTreeMap<&str, i64> = licences.collect();
    let Organisation { tier, services, seats, operators, trial_ends_at, .. } = &order.organisation;
    json!({"tier": tier, "services": services, "seats": seats, "operators": operators,
        "trial_ends_at": trial_ends_at, "licences": licences})
}

/// The order as it will be; `held` is how many hold each licence.
fn decide(before: &Order, patch: OrderPatch, held: &[(Licence, i64)]) -> Result<Order> {
    let OrderPatch { services, tier, licences, seats, operators, trial_ends_at } = patch;
    let mut checks = users::Checks::default();
    for (licence, quantity) in &licences {
        if quantity.is_some_and(|quantity| quantity < 0) {
            checks.refuse(&format!("licences/{licence}"), Code::QuantityInvalid);
        }
    }
    for (name, quantity) in [("seats", seats), ("operators", operators)] {
        if quantity.is_some_and(|quantity| quantity < 0) {
            checks.refuse(name, Code::QuantityInvalid);
        }
    }
    checks.finish()?;
    let changed = !licences.is_empty();
    let licences = quantities(before, licences, held);
    refuse_below(&licences, held)?;
    let now = &before.organisation;
    let sum: i64 = licences.iter().map(|row| row.quantity).sum();
    let seats = seats.unwrap_or(if changed && !licences.is_empty() { sum } else { now.seats });
    if seats < now.seats_used {
        return Err(below(&[format!("{} licences in all", now.seats_used)]));
    }
    let organisation = Organisation {
        services: services.map_or_else(|| now.services.clone(), |services| written(&services)),
        tier: tier.map_or_else(|| now.tier.clone(), |tier| tier.to_string()),
        seats,
        operators: operators.unwrap_or(now.operators),
        trial_ends_at: trial_ends_at.apply(now.trial_ends_at),
        ..now.clone()
    };
    Ok(Order { organisation, licences })
}

/// The services as they are stored: each once, in the order of the vocabulary.
pub(super) fn written(services: &[Service]) -> String {
    let known = Service::ALL.iter().filter(|service| services.contains(service));
    known.map(|service| service.as_str()).collect::<Vec<_>>().join(",")
}

fn quantities(
    before: &Order,
    changes: BTreeMap<Licence, Option<i64>>,
    held: &[(Licence, i64)],
) -> Vec<Usage> {
    let mut rows: BTreeMap<Licence, i64> =
        before.licences.iter().map(|row| (row.licence, row.quantity)).collect();
    for (licence, quantity) in changes {
        match quantity {
            Some(quantity) => rows.insert(licence, quantity),
            None => rows.remove(&licence),
        };
    }
    let used = |licence| held.iter().find(|(kind, _)| *kind == licence).map_or(0, |row| row.1);
    let mut rows: Vec<Usage> = rows
        .into_iter()
        .map(|(licence, quantity)| Usage { licence, quantity, used: used(licence) })
        .collect();
    rows.sort_by_key(|row| row.licence.as_str());
    rows
}

/// Nobody loses a seat by an order: each kind that is held must be ordered as often, once any is.
fn refuse_below(rows: &[Usage], held: &[(Licence, i64)]) -> Result<()> {
    if rows.is_empty() {
        return Ok(());
    }
    let quantity =
        |licence| rows.iter().find(|row| row.licence == licence).map_or(0, |r| r.quantity);
    let short = held.iter().filter(|(licence, used)| quantity(*licence) < *used);
    let short: Vec<String> = short.map(|(licence, used)| format!("{used} {licence}")).collect();
    if short.is_empty() { Ok(()) } else { Err(below(&short)) }
}

fn below(used: &[String]) -> Error {
    let detail = Some(format!("In use: {}.", used.join(", ")));
    Error::Conflict { code: Code::OrderBelowUse, detail }
}

/// A service that somebody's licence builds on stays ordered, also while they are suspended.
async fn refuse_withdrawn(
    cx: &mut Cx<'_>,
    before: &Organisation,
    after: &Organisation,
) -> Result<()> {
    let (old, new) = (before.ordered(), after.ordered());
    if old == new {
        return Ok(());
    }
    let lacks = |licence: Licence| {
        let needs = |service: &Service| licence.services().contains(service);
        !licence.is_offered(&new) || old.iter().any(|one| needs(one) && !new.contains(one))
    };
    let given = users::licences_given(cx).await?;
    let stuck = given.iter().filter(|(licence, _)| lacks(*licence));
    let stuck: Vec<String> = stuck.map(|(licence, users)| format!("{users} {licence}")).collect();
    if stuck.is_empty() {
        return Ok(());
    }
    let detail = Some(format!("Users with licences that build on it: {}.", stuck.join(", ")));
    Err(Error::Conflict { code: Code::ServiceInUse, detail })
}
