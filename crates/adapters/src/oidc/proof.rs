use std::time::{Duration, SystemTime};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::ports::{Answer, Claims, IdentityFault, Registration};
use kernel::Timestamp;
use openidconnect::core::CoreIdToken;
use openidconnect::{
    AccessToken, AuthorizationCode, ClaimsVerificationError, Nonce, OAuth2TokenResponse as _,
    PkceCodeVerifier, TokenResponse as _,
};
use serde_json::{Map, Value};

use super::provider::{Client, Provider};
use super::{Oidc, fault};

/// How far a provider's clock may be ahead, in seconds.
const AHEAD: i64 = 300;

impl Oidc {
    /// Exchanges the code and checks what comes.
    pub(super) async fn claims(
        &self,
        at: &Registration,
        answer: &Answer,
    ) -> Result<Claims, IdentityFault> {
        let provider = self.provider(at, false).await?;
        let client = provider.client(at)?;
        let request = client
            .exchange_code(AuthorizationCode::new(answer.code.expose().to_owned()))
            .map_err(|error| IdentityFault::Away(error.to_string()))?
            .set_pkce_verifier(PkceCodeVerifier::new(answer.verifier.expose().to_owned()));
        let tokens = request.request_async(&self.outgoing).await.map_err(fault::of_exchange)?;
        let token = tokens.id_token().ok_or_else(|| untrusted("it sent no ID token"))?;
        let nonce = Nonce::new(answer.nonce.expose().to_owned());
        let subject = match self.check(&provider, &client, token, &nonce) {
            Err(error) if fault::wants_newer_keys(&error) && provider.is_old(self.clock.now()) => {
                let provider = self.provider(at, true).await?;
                self.check(&provider, &provider.client(at)?, token, &nonce)
            }
            checked => checked,
        };
        let subject = subject.map_err(|error| fault::of_claims(&error))?;
        let mut values = payload(&token.to_string())?;
        if answer.wanted.iter().any(|name| !values.contains_key(name)) {
            let more = self.more(&provider, tokens.access_token(), &subject).await?;
            more.into_iter().for_each(|(name, value)| {
                values.entry(name).or_insert(value);
            });
        }
        Ok(Claims { subject, values })
    }

    /// The subject of a proof that the provider signed for us, for this sign-in and for now.
    fn check(
        &self,
        provider: &Provider,
        client: &Client,
        token: &CoreIdToken,
        nonce: &Nonce,
    ) -> Result<String, ClaimsVerificationError> {
        let now = self.clock.now();
        let verifier = client
            .id_token_verifier()
            .set_allowed_algs(provider.algorithms())
            .set_time_fn(move || system_time(now).into())
            .set_issue_time_verifier_fn(move |at| {
                if at.timestamp() > now.micros() / 1_000_000 + AHEAD {
                    return Err("it was written in the future: compare the clocks".to_owned());
                }
                Ok(())
            });
        let claims = token.claims(&verifier, nonce)?;
        Ok(claims.subject().as_str().to_owned())
    }

    /// What the provider says beside the proof, where it says it of the same person.
    async fn more(
        &self,
        provider: &Provider,
        access: &AccessToken,
        subject: &str,
    ) -> Result<Map<String, Value>, IdentityFault> {
        let Some(address) = provider.metadata.userinfo_endpoint() else { return Ok(Map::new()) };
        let request = http::Request::get(address.url().as_str())
            .header(http::header::ACCEPT, "application/json")
            .header(http::header::AUTHORIZATION, format!("Bearer {}", access.secret()))
            .body(Vec::new())
            .map_err(|error| IdentityFault::Away(error.to_string()))?;
        let response = self.outgoing.fetch(request).await.map_err(fault::of_way)?;
        if !response.status().is_success() {
            let reason = format!("it answers {} where it tells of people", response.status());
            return Err(IdentityFault::Away(reason));
        }
        let said = serde_json::from_slice::<Map<String, Value>>(response.body());
        let said = said.map_err(|error| IdentityFault::Away(error.to_string()))?;
        // Another person's claims could be put into the answer otherwise (OpenID Connect Core 5.3.2).
        match said.get("sub").and_then(Value::as_str) {
            Some(same) if same == subject => Ok(said),
            _ => Err(untrusted("it tells of another person")),
        }
    }
}

/// The claims of a token that has been checked, all of them.
pub(super) fn payload(token: &str) -> Result<Map<String, Value>, IdentityFault> {
    let payload = token.split('.').nth(1).unwrap_or_default();
    let bytes = URL_SAFE_NO_PAD.decode(payload).map_err(|_| untrusted("it can't be read"))?;
    serde_json::from_slice(&bytes).map_err(|_| untrusted("it can't be read"))
}

pub(super) fn untrusted(reason: &str) -> IdentityFault {
    IdentityFault::Untrusted(reason.to_owned())
}

fn system_time(at: Timestamp) -> SystemTime {
    let micros = u64::try_from(at.micros()).unwrap_or_default();
    SystemTime::UNIX_EPOCH + Duration::from_micros(micros)
}
