//! Sessions that an identity provider opened (SPEC ACC-7).

use db::params;
use kernel::Result;
use kernel::ids::{IdentityProviderId, UserId};

use super::open::{Method, SignedIn, open};
use super::revoke::end;
use super::table::{BY_PROVIDER, Ending, OF_PROVIDED, OF_PROVIDER_SESSION, PROVIDER};
use crate::accounts::Account;
use crate::cx::Cx;
use crate::factors::Second;
use crate::users::User;

/// By what a session is opened.
#[derive(Debug, Clone)]
pub(crate) struct ByProvider {
    /// The provider.
    pub provider: IdentityProviderId,
    /// What it calls its own session.
    pub session: Option<String>,
    /// Whether it says that a second factor was given.
    pub second_factor: bool,
}

/// Opens a session. What the account owes, such as another password, is not asked of somebody who came by a
/// provider.
pub(crate) async fn open_by_provider(
    cx: &mut Cx<'_>,
    user: &User,
    account: &Account,
    by: ByProvider,
) -> Result<SignedIn> {
    let ByProvider { provider, session, second_factor } = by;
    let second = second_factor.then_some(Second::Provider);
    let opened = open(cx, user, account, Method::SingleSignOn, second).await?;
    cx.tx.execute(BY_PROVIDER, &params![opened.session_id, provider, session]).await?;
    Ok(SignedIn { must_change_password: false, ..opened })
}

/// The provider that opened the actor's session; none for any other session.
pub(crate) async fn provider(cx: &mut Cx<'_>) -> Result<Option<IdentityProviderId>> {
    let session = cx.principal()?.session_id;
    let found =
        cx.tx.optional::<(Option<IdentityProviderId>,)>(PROVIDER, &params![session]).await?;
    Ok(found.and_then(|(provider,)| provider))
}

/// Ends every session of a user that a provider opened; answers how many.
pub(crate) async fn end_by_provider(cx: &mut Cx<'_>, user: UserId) -> Result<usize> {
    let values = params![cx.organisation_id, user];
    let endings = cx.tx.all::<Ending>(OF_PROVIDED, &values).await?;
    end_these(cx, endings).await
}

/// Ends the sessions that one session at a provider opened; answers how many.
pub(crate) async fn end_provider_session(
    cx: &mut Cx<'_>,
    provider: IdentityProviderId,
    session: &str,
) -> Result<usize> {
    let values = params![cx.organisation_id, provider, session.to_owned()];
    let endings = cx.tx.all::<Ending>(OF_PROVIDER_SESSION, &values).await?;
    end_these(cx, endings).await
}

async fn end_these(cx: &mut Cx<'_>, endings: Vec<Ending>) -> Result<usize> {
    let count = endings.len();
    for ending in endings {
        end(cx, ending, "session.ended").await?;
    }
    Ok(count)
}
