//! Sending somebody to a provider.

use db::{Tx, params};
use kernel::ids::{AccountId, IdentityProviderId};
use kernel::{Error, Result, Secret, Span, Token};
use uuid::Uuid;

use super::SEALED_FOR;
use super::table::{ANYWHERE, BEGIN, Stored};
use crate::access::Action;
use crate::accounts::tickets::{self, Next};
use crate::actor::{Actor, Origin};
use crate::ports::{Ask, IdentityFault, IdentityProvider, Registration};
use crate::product::Crewdesk;
use crate::sessions;

/// How long somebody may take there.
const LIFE: Span = Span::minutes(15);
/// Longest address of a page to go on to.
const LONGEST_NEXT: usize = 500;

/// What somebody wants.
#[derive(Debug, Clone)]
pub struct Wish {
    /// By which provider.
    pub provider: IdentityProviderId,
    /// Where it sends them back to.
    pub redirect: String,
    /// The page they wanted; checked by the surface.
    pub next: String,
    /// What they typed.
    pub hint: Option<String>,
    /// Stands for a right password: their account is connected (see `sessions::Outcome::Provider`).
    pub ticket: Option<Token>,
}

/// Somebody on their way.
#[derive(Debug, Clone)]
pub struct Begun {
    /// Where they are sent.
    pub url: String,
    /// What their browser must bring back, so that nobody finishes what another began.
    pub browser: Token,
}

/// Sends somebody to a provider to be signed in.
///
/// # Errors
/// [`Error::NotFound`] for a provider that is off or not there; [`Error::Unauthenticated`] for a ticket that
/// is used or too old; [`Error::Conflict`] where the provider can't be asked.
pub async fn begin(
    crewdesk: &Crewdesk,
    provider: &dyn IdentityProvider,
    origin: &Origin,
    wish: Wish,
) -> Result<Begun> {
    let account = match &wish.ticket {
        Some(ticket) => {
            let actor = Actor::anonymous(origin.clone());
            let redeemed = crewdesk.write_in(Crewdesk::INSTALLATION, &actor, async |cx| {
                tickets::redeem(cx.tx, ticket, Next::Provider, cx.now).await
            });
            Some(redeemed.await?.0)
        }
        None => None,
    };
    send(crewdesk, provider, wish, account, false).await
}

/// Sends a signed-in person there to connect their account.
///
/// # Errors
/// As [`begin`]; [`Error::Forbidden`] unless they signed in a short while ago, and not by a provider.
pub async fn begin_link(
    crewdesk: &Crewdesk,
    provider: &dyn IdentityProvider,
    actor: &Actor,
    wish: Wish,
) -> Result<Begun> {
    let account = crewdesk.read(actor, async |cx| {
        cx.require(Action::SelfService)?;
        sessions::require_fresh(cx)?;
        super::find_on(cx, wish.provider).await?;
        Ok(cx.principal()?.account_id)
    });
    let account = account.await?;
    send(crewdesk, provider, wish, Some(account), true).await
}

async fn send(
    crewdesk: &Crewdesk,
    provider: &dyn IdentityProvider,
    wish: Wish,
    account: Option<AccountId>,
    stays: bool,
) -> Result<Begun> {
    let stored = by_id(crewdesk, wish.provider).await?;
    let stored = stored.filter(|one| one.is_on).ok_or(Error::NotFound)?;
    let now = crewdesk.clock().now();
    let id = crewdesk.entropy().uuid(now);
    let state = Token::generate("cdf", crewdesk.entropy());
    let browser = Token::generate("cdb", crewdesk.entropy());
    let (nonce, verifier) = secrets(crewdesk, id);
    let ask = Ask {
        state: Secret::new(state.expose()),
        nonce,
        verifier,
        hint: wish.hint,
        // Whoever connects an account shows that they are at the provider now.
        anew: account.is_some(),
    };
    let at = registration(crewdesk, &stored, wish.redirect)?;
    let url = provider.begin(&at, &ask).await.map_err(|fault| told(&stored, &fault))?;
    let next: String = wish.next.chars().take(LONGEST_NEXT).collect();
    let values = params![
        id,
        stored.organisation_id,
        stored.id,
        state.hash(),
        browser.hash(),
        account,
        stays,
        next,
        now,
        now.plus(LIFE),
    ];
    let kept = crewdesk
        .db()
        .write(async |tx: &mut Tx| -> Result<u64> { Ok(tx.execute(BEGIN, &values).await?) });
    kept.await?;
    Ok(Begun { url, browser })
}

/// Nonce and verifier of a flow: derived, so that the database has neither.
pub(super) fn secrets(crewdesk: &Crewdesk, flow: Uuid) -> (Secret, Secret) {
    let secret = |prefix| Secret::new(crewdesk.mail_key().token(prefix, flow, 1).expose());
    (secret("cdn"), secret("cdv"))
}

/// A provider, whoever asks.
pub(super) async fn by_id(crewdesk: &Crewdesk, id: IdentityProviderId) -> Result<Option<Stored>> {
    let values = params![id];
    crewdesk
        .db()
        .read(async |tx: &mut Tx| -> Result<Option<Stored>> {
            Ok(tx.optional(ANYWHERE, &values).await?)
        })
        .await
}

/// How Crewdesk is known there, with the secret opened.
pub(super) fn registration(
    crewdesk: &Crewdesk,
    stored: &Stored,
    redirect: String,
) -> Result<Registration> {
    let open = |sealed: &Vec<u8>| {
        let opened = crewdesk.sealer().open(SEALED_FOR, stored.id.as_uuid(), sealed)?;
        String::from_utf8(opened).map(Secret::new).map_err(Error::internal)
    };
    Ok(Registration {
        issuer: stored.issuer.clone(),
        client_id: stored.client_id.clone(),
        client_secret: stored.client_secret.as_ref().map(open).transpose()?,
        redirect,
    })
}

/// What a fault means to the person; the reason itself is for the log and for those who set providers up.
pub(super) fn told(stored: &Stored, fault: &IdentityFault) -> Error {
    tracing::warn!(provider = %stored.id, reason = %fault, "an identity provider was of no use");
    Error::Conflict { code: super::look::code(fault), detail: None }
}
