//! Identity providers that speak OpenID Connect.
//!
//! - `provider`: what a provider says about itself, and its keys, kept for an hour
//! - `proof`: the exchange of a code, and whether what comes is to be believed
//! - `leave`: sign-out there, begun here
//! - `notice`: back-channel logout
//! - `fault`: what went wrong, in a clause
//!
//! Every address is asked by [`Outgoing`], those that a provider names of itself too.

mod fault;
mod leave;
mod notice;
mod proof;
mod provider;

use domain::ports::{
    Answer, Ask, BoxFuture, Claims, Discovered, IdentityFault, IdentityProvider, LogoutNotice,
    Registration,
};
use kernel::{Clock, Secret};
use openidconnect::core::{CoreAuthPrompt, CoreAuthenticationFlow};
use openidconnect::{
    AsyncHttpClient, CsrfToken, HttpRequest, HttpResponse, LoginHint, Nonce, PkceCodeChallenge,
    PkceCodeVerifier, Scope,
};

use crate::outgoing::{Outgoing, OutgoingFault};
use provider::Providers;

/// Asks identity providers.
#[derive(Debug)]
pub struct Oidc {
    outgoing: Outgoing,
    clock: Clock,
    providers: Providers,
}

impl<'c> AsyncHttpClient<'c> for Outgoing {
    type Error = OutgoingFault;
    type Future = BoxFuture<'c, Result<HttpResponse, OutgoingFault>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(self.fetch(request))
    }
}

impl Oidc {
    /// Asks by this way out.
    pub fn new(outgoing: Outgoing, clock: Clock) -> Self {
        Self { outgoing, clock, providers: Providers::default() }
    }

    async fn address(&self, at: &Registration, ask: &Ask) -> Result<String, IdentityFault> {
        let provider = self.provider(at, false).await?;
        let client = provider.client(at)?;
        let (state, nonce) = (ask.state.expose().to_owned(), ask.nonce.expose().to_owned());
        let verifier = PkceCodeVerifier::new(ask.verifier.expose().to_owned());
        let mut request = client
            .authorize_url(
                CoreAuthenticationFlow::AuthorizationCode,
                move || CsrfToken::new(state),
                move || Nonce::new(nonce),
            )
            .add_scope(Scope::new("profile".to_owned()))
            .add_scope(Scope::new("email".to_owned()))
            .set_pkce_challenge(PkceCodeChallenge::from_code_verifier_sha256(&verifier));
        if let Some(hint) = &ask.hint {
            request = request.set_login_hint(LoginHint::new(hint.clone()));
        }
        if ask.anew {
            request = request.add_prompt(CoreAuthPrompt::Login);
        }
        Ok(request.url().0.into())
    }
}

impl IdentityProvider for Oidc {
    fn begin<'a>(
        &'a self,
        at: &'a Registration,
        ask: &'a Ask,
    ) -> BoxFuture<'a, Result<String, IdentityFault>> {
        Box::pin(self.address(at, ask))
    }

    fn finish<'a>(
        &'a self,
        at: &'a Registration,
        answer: &'a Answer,
    ) -> BoxFuture<'a, Result<Claims, IdentityFault>> {
        Box::pin(self.claims(at, answer))
    }

    fn logout<'a>(
        &'a self,
        at: &'a Registration,
        notice: &'a Secret,
    ) -> BoxFuture<'a, Result<LogoutNotice, IdentityFault>> {
        Box::pin(self.notice(at, notice))
    }

    fn leave<'a>(
        &'a self,
        at: &'a Registration,
        back: &'a str,
    ) -> BoxFuture<'a, Result<Option<String>, IdentityFault>> {
        Box::pin(self.way_out(at, back))
    }

    fn look<'a>(
        &'a self,
        at: &'a Registration,
    ) -> BoxFuture<'a, Result<Discovered, IdentityFault>> {
        Box::pin(self.discovered(at))
    }
}
