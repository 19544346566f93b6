//! Which providers somebody may sign in by, before anybody knows who they are (SPEC ACC-9).

use db::{Tx, params};
use kernel::Result;
use kernel::ids::IdentityProviderId;

use super::table::{self, OFFERED_BY_HANDLE, OFFERED_HERE, OFFERED_TO_DOMAIN};
use crate::accounts::Identity;
use crate::cx::Cx;
use crate::product::Crewdesk;

/// A way in by a provider.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// The provider.
    pub id: IdentityProviderId,
    /// What people know it by.
    pub name: String,
    /// Whose it is.
    pub organisation: String,
}

/// The providers for whoever types this: an address, by its domain; a handle, with or without a username
/// behind it. It tells of organisations and nothing of people (SECURITY.md S9).
///
/// # Errors
/// Faults of the database.
pub async fn offered_to(crewdesk: &Crewdesk, text: &str) -> Result<Vec<Offer>> {
    let (statement, key) = match Identity::from_text(text) {
        Identity::Username { organisation, .. } => (OFFERED_BY_HANDLE, organisation),
        Identity::Email(email) => match email.rsplit_once('@') {
            Some((_, domain)) => (OFFERED_TO_DOMAIN, domain.to_owned()),
            None => (OFFERED_BY_HANDLE, email),
        },
    };
    let values = params![kernel::fold(key.trim())];
    let rows = crewdesk
        .db()
        .read(async |tx: &mut Tx| -> Result<Vec<table::Offer>> {
            Ok(tx.few(statement, &values).await?)
        })
        .await?;
    Ok(rows.into_iter().map(offer).collect())
}

/// The providers of this organisation that are on, for those who may sign in here.
///
/// # Errors
/// Faults of the database.
pub async fn offered_here(cx: &mut Cx<'_>) -> Result<Vec<Offer>> {
    let organisation = cx.organisation_id;
    let rows = cx.tx.few::<table::Offer>(OFFERED_HERE, &params![organisation]).await?;
    Ok(rows.into_iter().map(offer).collect())
}

fn offer((id, name, organisation): table::Offer) -> Offer {
    Offer { id, name, organisation }
}
