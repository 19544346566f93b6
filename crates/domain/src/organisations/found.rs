//! Founding an organisation with its roles, its default group and its first Administrator, who owns it
//! (SPEC ORG-1).

use db::params;
use kernel::ids::OrganisationId;
use kernel::{Result, Timestamp};

use super::order::written;
use super::services::{Service, Tier};
use super::table::{HANDLE_TAKEN, INSERT, Organisation, SET_OWNER};
use crate::access::RoleKey;
use crate::audit::{Event, Subject};
use crate::cx::Cx;
use crate::users::{self, Licence, NewUser, User};
use crate::{groups, licences, roles};

/// What a new organisation is to be.
#[derive(Debug, Clone)]
pub struct NewOrganisation {
    /// Its name.
    pub name: String,
    /// Name of the team; none leaves the team to be activated (SPEC ORG-2).
    pub team_name: Option<String>,
    /// Language key.
    pub language: String,
    /// IANA name of a time zone.
    pub time_zone: String,
    /// When the trial ends; none for a paid one.
    pub trial_ends_at: Option<Timestamp>,
    /// `start`, `profi` or `enterprise`.
    pub tier: String,
    /// Ordered services, comma separated.
    pub services: String,
    /// Licences in all.
    pub seats: i64,
    /// Licences by kind; empty means that any may be taken up to `seats`.
    pub licences: Vec<(Licence, i64)>,
    /// Most operators at a time.
    pub operators: i64,
    /// The first Administrator.
    pub administrator: NewUser,
}

/// Founds the organisation whose id `cx` was opened with (`Crewdesk::found` does that).
///
/// # Errors
/// [`kernel::Error::Invalid`] with every wrong field.
pub async fn create(cx: &mut Cx<'_>, new: NewOrganisation) -> Result<(Organisation, User)> {
    let mut checks = users::Checks::default();
    let name = checks.take("organisation", users::fields::name(&new.name));
    if jiff::tz::TimeZone::get(&new.time_zone).is_err() {
        checks.refuse("time_zone", kernel::Code::TimeZoneUnknown);
    }
    if Tier::parse(&new.tier).is_none() {
        checks.refuse("tier", kernel::Code::TierUnknown);
    }
    let words = new.services.split(',').map(str::trim).filter(|word| !word.is_empty());
    let services: Option<Vec<Service>> = words.map(Service::parse).collect();
    if services.is_none() {
        checks.refuse("services", kernel::Code::ServiceUnknown);
    }
    let language = checks.take("language", users::fields::language(&new.language));
    checks.finish()?;
    let handle = free_handle(cx, &name).await?;
    let values = params![
        cx.organisation_id,
        name,
        handle,
        new.team_name,
        language,
        new.time_zone,
        None::<uuid::Uuid>,
        new.trial_ends_at,
        new.tier,
        written(&services.unwrap_or_default()),
        new.seats,
        new.operators,
        cx.now,
    ];
    cx.tx.execute(INSERT, &values).await?;
    roles::seed(cx).await?;
    groups::seed(cx).await?;
    licences::order(cx, &new.licences).await?;
    let role_id = Some(roles::built_in(cx, RoleKey::Administrator).await?.id);
    let user = users::create(cx, NewUser { role_id, ..new.administrator }).await?;
    cx.tx.execute(SET_OWNER, &params![cx.organisation_id, user.id, cx.now]).await?;
    let organisation = super::current(cx).await?;
    let subject = Subject::new("organisation", organisation.id.as_uuid(), &organisation.name);
    let facts = serde_json::to_value(&organisation).map_err(kernel::Error::internal)?;
    cx.record(Event::new("organisation.created", subject).with(facts)).await?;
    Ok((organisation, user))
}

/// A short name made of the long one that no other organisation has.
async fn free_handle(cx: &mut Cx<'_>, name: &str) -> Result<String> {
    let plain: String = kernel::fold(name)
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '-' })
        .collect();
    let parts: Vec<&str> = plain.split('-').filter(|part| !part.is_empty()).collect();
    let mut stem: String = parts.join("-").chars().take(40).collect();
    if stem.is_empty() {
        "team".clone_into(&mut stem);
    }
    let mut handle = stem.clone();
    while cx.tx.one::<(i64,)>(HANDLE_TAKEN, &params![handle.clone()]).await?.0 > 0 {
        handle = format!("{stem}-{}", 1000 + cx.entropy.below(9000));
    }
    Ok(handle)
}

/// Ids of all organisations, for the installation's own work over each of them.
///
/// # Errors
/// Faults of the database.
pub async fn all(crewdesk: &crate::Crewdesk) -> Result<Vec<OrganisationId>> {
    let rows = crewdesk
        .db()
        .read(async |tx: &mut db::Tx| -> Result<_> {
            Ok(tx.all::<(OrganisationId,)>(super::table::ALL_IDS, &params![]).await?)
        })
        .await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Whether the database answers.
///
/// # Errors
/// Faults of the database.
pub async fn ping(crewdesk: &crate::Crewdesk) -> Result<()> {
    let values = params![crate::Crewdesk::INSTALLATION];
    crewdesk
        .db()
        .read(async |tx: &mut db::Tx| -> Result<()> {
            tx.one::<(i64,)>(super::table::PING, &values).await?;
            Ok(())
        })
        .await
}
