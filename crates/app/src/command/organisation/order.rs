//! `crewdesk organisation list` and `crewdesk organisation order`: what organisations have ordered.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result, bail};
use clap::Args;
use db::Access;
use domain::organisations::{self, Order, OrderPatch, Service, Tier};
use domain::{Actor, Crewdesk, Origin, Surface};
use kernel::ids::OrganisationId;
use kernel::{PageSize, Patch, Span, Timestamp};
use serde_json::{Value as Json, json};

use super::{explain, licence};
use crate::config::Config;

#[derive(Debug, Args)]
pub(in crate::command) struct Change {
    /// Id of the organisation, as `crewdesk organisation list` shows it.
    organisation_id: OrganisationId,
    /// Ordered services, separated by commas: pbx, helpdesk, video.
    #[arg(long, value_delimiter = ',')]
    services: Option<Vec<String>>,
    /// start, profi or enterprise.
    #[arg(long)]
    tier: Option<String>,
    /// Ordered licences, such as callcentre=100,video=5; kinds not named stay as they are.
    #[arg(long, value_delimiter = ',')]
    licences: Vec<String>,
    /// Licences in all; the sum of the kinds where only --licences is given.
    #[arg(long)]
    seats: Option<i64>,
    /// Most operators at a time.
    #[arg(long)]
    operators: Option<i64>,
    /// The trial is over: the organisation has paid.
    #[arg(long, conflicts_with = "trial_until")]
    paid: bool,
    /// The trial lasts to the end of this day, UTC: 2026-12-31.
    #[arg(long)]
    trial_until: Option<String>,
    /// Answer in JSON.
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Args)]
pub(in crate::command) struct List {
    /// Answer in JSON, one line for each organisation.
    #[arg(long)]
    json: bool,
}

fn operator(name: &str) -> Actor {
    Actor::system("operator", Origin::local(Surface::CommandLine, name))
}

pub(super) async fn order(config: &Config, change: Change) -> Result<()> {
    let (id, json) = (change.organisation_id, change.json);
    let patch = checked(change)?;
    let crewdesk = super::super::open(config, Access::Migrate).await?;
    let actor = operator("organisation-order");
    let changed =
        crewdesk.write_in(id, &actor, async |cx| organisations::order(cx, None, patch).await);
    show(&changed.await.map_err(explain)?, json)
}

pub(super) async fn list(config: &Config, list: List) -> Result<()> {
    let crewdesk = super::super::open(config, Access::Migrate).await?;
    let actor = operator("organisation-list");
    let mut after = None;
    loop {
        let size = PageSize::new(Some(200)).map_err(explain)?;
        let read = crewdesk.read_in(Crewdesk::INSTALLATION, &actor, async |cx| {
            organisations::orders(cx, size, after).await
        });
        let page = read.await.map_err(explain)?;
        for order in &page.items {
            show(order, list.json)?;
        }
        match page.next_cursor {
            Some(cursor) => after = Some(cursor.unpack().map_err(explain)?),
            None => return Ok(()),
        }
    }
}

fn checked(change: Change) -> Result<OrderPatch> {
    let services = change.services.map(|words| {
        let words = words.iter().filter(|word| !word.is_empty());
        words
            .map(|word| {
                Service::parse(word).with_context(|| {
                    format!("--services names {word:?}: there are pbx, helpdesk, video")
                })
            })
            .collect::<Result<Vec<_>>>()
    });
    let tier = change.tier.map(|word| {
        Tier::parse(&word)
            .with_context(|| format!("--tier is {word:?}: write one of start, profi, enterprise"))
    });
    let mut licences = BTreeMap::new();
    for text in &change.licences {
        let (kind, quantity) = licence(text)?;
        licences.insert(kind, Some(quantity));
    }
    let trial_ends_at = match (change.paid, change.trial_until) {
        (true, _) => Patch::Null,
        (false, Some(day)) => Patch::Value(end_of(&day)?),
        (false, None) => Patch::Absent,
    };
    Ok(OrderPatch {
        services: services.transpose()?,
        tier: tier.transpose()?,
        licences,
        seats: change.seats,
        operators: change.operators,
        trial_ends_at,
    })
}

fn end_of(day: &str) -> Result<Timestamp> {
    let begins = (day.len() == 10).then(|| Timestamp::parse(&format!("{day}T00:00:00Z"))).flatten();
    match begins {
        Some(at) => Ok(at.plus(Span::days(1))),
        None => bail!("--trial-until is {day:?}: write a day, such as 2026-12-31"),
    }
}

fn facts(order: &Order) -> Json {
    let licences = order
        .licences
        .iter()
        .map(|row| (row.licence.as_str(), json!({"quantity": row.quantity, "used": row.used})));
    let licences: BTreeMap<&str, Json> = licences.collect();
    let organisation = &order.organisation;
    json!({
        "organisation_id": organisation.id,
        "name": organisation.name,
        "handle": organisation.handle,
        "services": organisation.ordered(),
        "tier": organisation.tier,
        "licences": licences,
        "seats": organisation.seats,
        "seats_used": organisation.seats_used,
        "operators": organisation.operators,
        "trial_ends_at": organisation.trial_ends_at,
    })
}

#[expect(clippy::print_stdout, reason = "the answer of the command")]
fn show(order: &Order, json: bool) -> Result<()> {
    let facts = facts(order);
    if json {
        println!("{facts}");
        return Ok(());
    }
    for (name, value) in facts.as_object().context("an answer")? {
        match value.as_str() {
            Some(text) => println!("{name}: {text}"),
            None => println!("{name}: {value}"),
        }
    }
    println!();
    Ok(())
}
