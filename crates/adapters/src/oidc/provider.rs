use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use domain::ports::{Discovered, IdentityFault, Registration};
use kernel::{Span, Timestamp};
use openidconnect::core::{
    CoreAuthDisplay, CoreClaimName, CoreClaimType, CoreClient, CoreClientAuthMethod,
    CoreErrorResponseType, CoreGrantType, CoreJsonWebKey, CoreJweContentEncryptionAlgorithm,
    CoreJweKeyManagementAlgorithm, CoreJwsSigningAlgorithm, CoreResponseMode, CoreResponseType,
    CoreSubjectIdentifierType,
};
use openidconnect::{
    AdditionalProviderMetadata, AuthType, AuthorizationCode, ClientId, ClientSecret,
    EndpointMaybeSet, EndpointNotSet, EndpointSet, IssuerUrl, ProviderMetadata, RedirectUrl,
    RequestTokenError,
};
use serde::{Deserialize, Serialize};

use super::{Oidc, fault};

/// How long what a provider says about itself is believed without asking again.
const KEPT: Span = Span::hours(1);
/// Sooner than this nobody makes us ask again by proofs that nobody signed.
const CALM: Span = Span::minutes(1);
/// Most providers that are kept; beyond it all are asked anew.
const MOST: usize = 1000;

/// What a provider says about itself beside what the standard names.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Extra {
    #[serde(default)]
    code_challenge_methods_supported: Option<Vec<String>>,
    #[serde(default)]
    backchannel_logout_supported: Option<bool>,
    #[serde(default)]
    pub(super) end_session_endpoint: Option<String>,
}

impl AdditionalProviderMetadata for Extra {}

type Metadata = ProviderMetadata<
    Extra,
    CoreAuthDisplay,
    CoreClientAuthMethod,
    CoreClaimName,
    CoreClaimType,
    CoreGrantType,
    CoreJweContentEncryptionAlgorithm,
    CoreJweKeyManagementAlgorithm,
    CoreJsonWebKey,
    CoreResponseMode,
    CoreResponseType,
    CoreSubjectIdentifierType,
>;

/// A client as it comes from what a provider says.
pub(super) type Client = CoreClient<
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

/// Algorithms by which a proof may be signed: those where only the provider has the key.
const SIGNED_BY: &[CoreJwsSigningAlgorithm] = &[
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha384,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha512,
    CoreJwsSigningAlgorithm::RsaSsaPssSha256,
    CoreJwsSigningAlgorithm::RsaSsaPssSha384,
    CoreJwsSigningAlgorithm::RsaSsaPssSha512,
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
    CoreJwsSigningAlgorithm::EcdsaP384Sha384,
    CoreJwsSigningAlgorithm::EdDsa,
];

/// A provider, as it was when it was last asked.
#[derive(Debug)]
pub(super) struct Provider {
    pub(super) metadata: Metadata,
    asked_at: Timestamp,
}

/// Those that were asked a short while ago, by issuer.
#[derive(Debug, Default)]
pub(super) struct Providers(Mutex<HashMap<String, Arc<Provider>>>);

impl Providers {
    fn get(&self, issuer: &str) -> Option<Arc<Provider>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(issuer).cloned()
    }

    fn put(&self, issuer: &str, provider: &Arc<Provider>) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= MOST {
            kept.clear();
        }
        kept.insert(issuer.to_owned(), Arc::clone(provider));
    }
}

impl Provider {
    /// Crewdesk, as this provider knows it.
    pub(super) fn client(&self, at: &Registration) -> Result<Client, IdentityFault> {
        let redirect = RedirectUrl::new(at.redirect.clone());
        let redirect = redirect.map_err(|error| IdentityFault::Address(error.to_string()))?;
        let secret = at.client_secret.as_ref();
        let client = CoreClient::from_provider_metadata(
            self.metadata.clone(),
            ClientId::new(at.client_id.clone()),
            secret.map(|secret| ClientSecret::new(secret.expose().to_owned())),
        );
        Ok(client.set_auth_type(self.auth_type()).set_redirect_uri(redirect))
    }

    /// In the header, which the standard takes for granted, unless the provider says that it does not.
    fn auth_type(&self) -> AuthType {
        let methods = self.metadata.token_endpoint_auth_methods_supported();
        let takes = |method| methods.is_none_or(|methods| methods.contains(&method));
        if takes(CoreClientAuthMethod::ClientSecretBasic) {
            AuthType::BasicAuth
        } else {
            AuthType::RequestBody
        }
    }

    /// Algorithms by which this provider may sign.
    pub(super) fn algorithms(&self) -> Vec<CoreJwsSigningAlgorithm> {
        let said = self.metadata.id_token_signing_alg_values_supported();
        SIGNED_BY.iter().filter(|one| said.contains(one)).cloned().collect()
    }

    /// Whether it was asked so long ago that it may be asked again because a key is not known.
    pub(super) fn is_old(&self, now: Timestamp) -> bool {
        now.since(self.asked_at) > CALM
    }
}

impl Oidc {
    /// The provider that calls itself so; `anew` asks it although it was asked a short while ago.
    pub(super) async fn provider(
        &self,
        at: &Registration,
        anew: bool,
    ) -> Result<Arc<Provider>, IdentityFault> {
        let now = self.clock.now();
        let kept = self.providers.get(&at.issuer).filter(|kept| now.since(kept.asked_at) < KEPT);
        if let (Some(kept), false) = (kept, anew) {
            return Ok(kept);
        }
        let issuer = IssuerUrl::new(at.issuer.clone())
            .map_err(|error| IdentityFault::Address(error.to_string()))?;
        let metadata = Metadata::discover_async(issuer, &self.outgoing);
        let metadata = metadata.await.map_err(fault::of_discovery)?;
        let entry = metadata.authorization_endpoint().url();
        // A browser goes there and not we; all the same it must not be led past TLS.
        if entry.scheme() != "https" && !at.issuer.starts_with("http://") {
            let reason = "the address it sends people to does not begin with https://";
            return Err(IdentityFault::Address(reason.to_owned()));
        }
        let provider = Arc::new(Provider { metadata, asked_at: now });
        self.providers.put(&at.issuer, &provider);
        Ok(provider)
    }

    /// Asks the provider about itself, and with a code that it never gave whether it knows us.
    pub(super) async fn discovered(&self, at: &Registration) -> Result<Discovered, IdentityFault> {
        let provider = self.provider(at, true).await?;
        let extra = provider.metadata.additional_metadata();
        let pkce = extra.code_challenge_methods_supported.as_ref();
        Ok(Discovered {
            keys: provider.metadata.jwks().keys().len(),
            pkce: pkce.map(|methods| methods.iter().any(|method| method == "S256")),
            back_channel: extra.backchannel_logout_supported.unwrap_or_default(),
            knows_us: self.knows_us(&provider, at).await?,
        })
    }

    async fn knows_us(
        &self,
        provider: &Provider,
        at: &Registration,
    ) -> Result<Option<bool>, IdentityFault> {
        let client = provider.client(at)?;
        let code = AuthorizationCode::new("crewdesk-asks-whether-it-is-known".to_owned());
        let request = client.exchange_code(code);
        let request = request.map_err(|error| IdentityFault::Away(error.to_string()))?;
        match request.request_async(&self.outgoing).await {
            Err(RequestTokenError::ServerResponse(answer)) => Ok(match answer.error() {
                CoreErrorResponseType::InvalidGrant => Some(true),
                CoreErrorResponseType::InvalidClient
                | CoreErrorResponseType::UnauthorizedClient => Some(false),
                _ => None,
            }),
            Err(RequestTokenError::Request(fault)) => Err(fault::of_way(fault)),
            _ => Ok(None),
        }
    }
}
