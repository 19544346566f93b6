//! Signing out at a provider as well (OpenID Connect RP-Initiated Logout).

use kernel::Result;

use super::begin::{by_id, told};
use crate::actor::Actor;
use crate::ports::{IdentityProvider, Registration};
use crate::product::Crewdesk;
use crate::sessions;

/// Ends the actor's session. Where a provider opened it, answers where the browser is sent to sign out there as well;
/// it comes back to `back`. A provider that is off, away or names no such place keeps nobody: then there is none.
///
/// # Errors
/// [`kernel::Error::Unauthenticated`] for a stranger.
pub async fn sign_out(
    crewdesk: &Crewdesk,
    provider: Option<&dyn IdentityProvider>,
    actor: &Actor,
    back: &str,
) -> Result<Option<String>> {
    let verb = crewdesk.write(actor, async |cx| {
        let opened_by = sessions::provider(cx).await?;
        sessions::sign_out(cx).await?;
        Ok(opened_by)
    });
    let (Some(id), Some(provider)) = (verb.await?, provider) else { return Ok(None) };
    let Some(stored) = by_id(crewdesk, id).await?.filter(|stored| stored.is_on) else {
        return Ok(None);
    };
    // A secret is not needed to be led away.
    let (issuer, client_id) = (stored.issuer.clone(), stored.client_id.clone());
    let at = Registration { issuer, client_id, client_secret: None, redirect: String::new() };
    match provider.leave(&at, back).await {
        Ok(place) => Ok(place),
        Err(fault) => {
            // Whoever signs out is out here; what failed is for those who set providers up.
            told(&stored, &fault);
            Ok(None)
        }
    }
}
