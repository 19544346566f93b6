use std::collections::BTreeMap;

use kernel::Result;
use kernel::ids::OrganisationId;

use super::fill::{Filled, Values, fill};
use super::{Kind, find};
use crate::actor::{Actor, Origin, Surface};
use crate::jobs::Mail;
use crate::product::Crewdesk;

/// The organisation's own words for a mail, as it goes out; none where it has none for it, or where they can't
/// be written any more. `told` is what the mail tells beside what stands in the outbox, such as where it leads.
///
/// # Errors
/// Faults of the database.
pub async fn words_for(
    crewdesk: &Crewdesk,
    mail: &Mail,
    told: BTreeMap<String, String>,
) -> Result<Option<Filled>> {
    let kind = Kind::of(mail.template);
    let organisation = mail.number::<OrganisationId>("organisation_id");
    let (Some(kind), Some(organisation)) = (kind, organisation) else { return Ok(None) };
    let actor = Actor::system("worker", Origin::local(Surface::Job, "mail"));
    let (own, name) = crewdesk
        .read_in(organisation, &actor, async |cx| {
            let own = find(cx, kind, &mail.language).await?;
            let name = match own {
                Some(_) => crate::organisations::current(cx).await?.name,
                None => String::new(),
            };
            Ok((own, name))
        })
        .await?;
    let Some(own) = own else { return Ok(None) };
    let mut values: Values = kind
        .placeholders()
        .iter()
        .map(|(name, _)| ((*name).to_owned(), mail.params.get(*name).cloned().unwrap_or_default()))
        .collect();
    values.insert("organisation".to_owned(), name);
    values.extend(told);
    let written = fill(&own.subject, &own.body, &values);
    if written.is_none() {
        tracing::warn!(%kind, %organisation, "an organisation's own words can't be written: the built-in ones go out");
    }
    Ok(written)
}
