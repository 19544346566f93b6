//! Letting somebody in who comes back from a provider.

use db::{Tx, params};
use kernel::{Code, Error, Result, Secret, Token};
use serde_json::json;

use super::begin::{by_id, registration, secrets, told};
use super::table::{COME_BACK, Flow, Stored};
use super::{Provider, arrive, newcomer, save};
use crate::actor::{Actor, Origin};
use crate::audit::Event;
use crate::cx::Cx;
use crate::ports::{Answer, Claims, IdentityProvider};
use crate::product::Crewdesk;
use crate::sessions::{Method, SignedIn};

/// What somebody came back with.
#[derive(Debug, Clone)]
pub struct Back {
    /// What they were sent with.
    pub state: Token,
    /// What their browser brings.
    pub browser: Token,
    /// To be exchanged for the proof; none where the provider refused.
    pub code: Option<Secret>,
    /// Who the provider says that it is, where it does.
    pub issuer: Option<String>,
    /// As in `Wish`.
    pub redirect: String,
}

/// What came of it.
#[derive(Debug, Clone)]
pub enum Arrival {
    /// Signed in.
    SignedIn {
        /// The session.
        signed_in: SignedIn,
        /// The page they wanted.
        next: String,
    },
    /// Signed in as before, and connected.
    Linked {
        /// The page they wanted.
        next: String,
    },
}

/// Lets somebody in. Whatever they came back with is used up by it.
///
/// # Errors
/// [`Error::Unauthenticated`] with `sign_in_expired` for what was used, took too long or belongs to another
/// browser; [`Error::Conflict`] where the provider's word is not to be had or not to be believed, and where
/// no seat is free for somebody new; [`Error::Forbidden`] saying why they may not come in.
pub async fn finish(
    crewdesk: &Crewdesk,
    provider: &dyn IdentityProvider,
    origin: &Origin,
    back: Back,
) -> Result<Arrival> {
    let flow = come_back(crewdesk, &back).await?;
    let stored = by_id(crewdesk, flow.provider_id).await?;
    let stored = stored.filter(|one| one.is_on).ok_or(Error::NotFound)?;
    let known = Provider::of(stored.clone(), Vec::new())?;
    let arrived = match heard(crewdesk, provider, &stored, &known, &flow, back).await {
        Ok(claims) => let_in(crewdesk, origin, &known, &claims, &flow).await,
        Err(error) => Err(error),
    };
    if let Err(error) = &arrived {
        note(crewdesk, origin, &known, error.code()).await?;
    }
    arrived
}

async fn come_back(crewdesk: &Crewdesk, back: &Back) -> Result<Flow> {
    let values = params![back.state.hash(), back.browser.hash(), crewdesk.clock().now()];
    let flow = crewdesk
        .db()
        .write(async |tx: &mut Tx| -> Result<Option<Flow>> {
            Ok(tx.optional(COME_BACK, &values).await?)
        })
        .await?;
    flow.ok_or(Error::Unauthenticated(Code::SignInExpired))
}

/// What the provider says of them.
async fn heard(
    crewdesk: &Crewdesk,
    provider: &dyn IdentityProvider,
    stored: &Stored,
    known: &Provider,
    flow: &Flow,
    back: Back,
) -> Result<Claims> {
    // Another provider's answer must not be exchanged at this one (RFC 9207).
    if back.issuer.is_some_and(|issuer| issuer != stored.issuer) {
        return Err(Error::conflict(Code::ProviderUntrusted));
    }
    let code = back.code.ok_or(Error::conflict(Code::ProviderRefused))?;
    let (nonce, verifier) = secrets(crewdesk, flow.id);
    let rules = known.rules.iter().map(|rule| rule.claim.clone());
    let wanted = newcomer::WANTED.iter().map(|name| (*name).to_owned()).chain(rules).collect();
    let at = registration(crewdesk, stored, back.redirect)?;
    let answer = Answer { code, nonce, verifier, wanted };
    provider.finish(&at, &answer).await.map_err(|fault| told(stored, &fault))
}

async fn let_in(
    crewdesk: &Crewdesk,
    origin: &Origin,
    provider: &Provider,
    claims: &Claims,
    flow: &Flow,
) -> Result<Arrival> {
    let actor = Actor::anonymous(origin.clone());
    let verb = crewdesk.write_in(provider.organisation_id, &actor, async |cx| {
        let (account, user) = arrive::who(cx, provider, claims, flow.account_id).await?;
        let next = flow.next.clone();
        if flow.stays {
            return Ok(Arrival::Linked { next });
        }
        let signed_in = arrive::enter(cx, provider, claims, &user, &account).await?;
        Ok(Arrival::SignedIn { signed_in, next })
    });
    verb.await
}

/// Writes down a sign-in that did not happen; the log of sign-ins knows only people.
async fn note(crewdesk: &Crewdesk, origin: &Origin, provider: &Provider, code: Code) -> Result<()> {
    let actor = Actor::anonymous(origin.clone());
    let facts =
        json!({"method": Method::SingleSignOn, "result": "not_allowed", "reason": code.as_str()});
    let event = Event::new("session.refused", save::subject(provider)).with(facts);
    crewdesk
        .write_in(provider.organisation_id, &actor, async |cx: &mut Cx<'_>| cx.record(event).await)
        .await
}
