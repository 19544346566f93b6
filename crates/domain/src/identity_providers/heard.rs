//! A provider says that somebody signed out there (OpenID Connect Back-Channel Logout).

use db::params;
use kernel::ids::{IdentityProviderId, UserId};
use kernel::{Code, Error, Result, Secret};

use super::begin::{by_id, registration, told};
use super::table::{HEAR, LINKED, LinkedIdentity};
use crate::actor::{Actor, Origin};
use crate::cx::Cx;
use crate::ports::{IdentityProvider, LogoutNotice};
use crate::product::Crewdesk;
use crate::sessions;

/// Ends the sessions that a provider's own session opened; answers how many.
///
/// # Errors
/// [`Error::NotFound`] for a provider that is not there; [`Error::Conflict`] for a notice that is not to be
/// believed, or was heard before.
pub async fn heard_sign_out(
    crewdesk: &Crewdesk,
    provider: &dyn IdentityProvider,
    origin: &Origin,
    id: IdentityProviderId,
    notice: &Secret,
) -> Result<usize> {
    let stored = by_id(crewdesk, id).await?.ok_or(Error::NotFound)?;
    let at = registration(crewdesk, &stored, String::new())?;
    let heard = provider.logout(&at, notice).await.map_err(|fault| told(&stored, &fault))?;
    let actor = Actor::anonymous(origin.clone());
    let verb = crewdesk.write_in(stored.organisation_id, &actor, async |cx| {
        if cx.tx.execute(HEAR, &params![id, heard.id.clone(), cx.now]).await? == 0 {
            return Err(Error::conflict(Code::ProviderUntrusted));
        }
        let user = linked(cx, &stored.issuer, &heard).await?;
        match (heard.session.as_deref(), user) {
            (Some(session), _) => sessions::end_provider_session(cx, id, session).await,
            (None, Some(user)) => sessions::end_by_provider(cx, user).await,
            (None, None) => Ok(0),
        }
    });
    verb.await
}

async fn linked(cx: &mut Cx<'_>, issuer: &str, heard: &LogoutNotice) -> Result<Option<UserId>> {
    let Some(subject) = heard.subject.clone() else { return Ok(None) };
    let values = params![cx.organisation_id, issuer.to_owned(), subject];
    let link = cx.tx.optional::<LinkedIdentity>(LINKED, &values).await?;
    Ok(link.map(|link| link.user_id))
}
