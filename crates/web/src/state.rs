//! What handlers share.

use std::net::IpAddr;
use std::num::NonZeroU32;
use std::sync::Arc;

use domain::Crewdesk;
use domain::ports::{IdentityProvider, Mailbox};
use kernel::ids::IdentityProviderId;
use kernel::{Error, Secret};
use tokio::sync::watch;
use tokio_rustls::rustls::ServerConfig;

use crate::events::Hub;
use crate::limits::Limits;

/// Settings of the web floor.
#[derive(Debug, Clone)]
pub struct WebConfig {
    /// Where people reach the server, without a trailing slash: `https://crew.example.org`. Never taken
    /// from a request (SECURITY.md decision 5).
    pub public_url: String,
    /// Proxies whose `X-Forwarded-For` counts.
    pub proxies: Vec<IpAddr>,
    /// What `/metrics` asks for; none means that it answers this machine only.
    pub metrics_token: Option<Secret>,
    /// What the operator's interface asks for; without it there is none.
    pub operator_token: Option<Secret>,
    /// How many requests a second each user's programs may send; none means as many as they like (SPEC API-1).
    pub requests_per_second: Option<NonZeroU32>,
    /// The demo's mails, shown to anyone who looks at `/dev/mail`; none in a real installation.
    pub mailbox: Option<Arc<dyn Mailbox>>,
    /// Asks identity providers; without it there is no single sign-on.
    pub identity: Option<Arc<dyn IdentityProvider>>,
    /// The certificate, which may be replaced while the server runs; none where a proxy encrypts.
    pub tls: Option<watch::Receiver<Arc<ServerConfig>>>,
}

impl Default for WebConfig {
    fn default() -> Self {
        Self {
            public_url: "http://127.0.0.1:8080".into(),
            proxies: Vec::new(),
            metrics_token: None,
            operator_token: None,
            requests_per_second: None,
            mailbox: None,
            identity: None,
            tls: None,
        }
    }
}

impl WebConfig {
    /// Whether browsers keep a cookie marked Secure from here: over TLS, and from this machine.
    pub fn is_trustworthy(&self) -> bool {
        let host = self.public_url.strip_prefix("http://").unwrap_or_default();
        let host = host.split([':', '/']).next().unwrap_or_default();
        self.public_url.starts_with("https://") || matches!(host, "localhost" | "127.0.0.1")
    }

    /// Where identity providers send people back to.
    pub(crate) fn redirect_url(&self) -> String {
        format!("{}/sign-in/sso/callback", self.public_url)
    }

    /// Where it sends people back to who have signed out there.
    pub(crate) fn door_url(&self) -> String {
        format!("{}/sign-in", self.public_url)
    }

    /// Where an identity provider says that somebody signed out there.
    pub(crate) fn sign_out_url(&self, id: IdentityProviderId) -> String {
        format!("{}/sign-in/sso/back-channel/{id}", self.public_url)
    }

    /// Name of the session's cookie. Without TLS a browser would drop one with the safe prefix.
    pub fn cookie(&self) -> &'static str {
        if self.is_trustworthy() { "__Host-crewdesk" } else { "crewdesk" }
    }

    /// Name of the cookie that a trusted device keeps.
    pub(crate) fn device_cookie(&self) -> &'static str {
        if self.is_trustworthy() { "__Host-crewdesk-device" } else { "crewdesk-device" }
    }
}

/// What handlers share. Clones are cheap.
#[derive(Debug, Clone)]
pub struct AppState(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    crewdesk: Crewdesk,
    config: WebConfig,
    hub: Hub,
    limits: Limits,
}

impl AppState {
    /// The state of one server. Must be made on the runtime.
    pub fn new(crewdesk: Crewdesk, config: WebConfig) -> Self {
        let hub = Hub::new(crewdesk.db());
        let limits = Limits::new(config.requests_per_second);
        Self(Arc::new(Inner { crewdesk, config, hub, limits }))
    }
    /// The product.
    pub fn crewdesk(&self) -> &Crewdesk {
        &self.0.crewdesk
    }
    /// The settings.
    pub fn config(&self) -> &WebConfig {
        &self.0.config
    }
    /// What asks identity providers.
    pub(crate) fn identity(&self) -> Result<&dyn IdentityProvider, Error> {
        self.0.config.identity.as_deref().ok_or(Error::NotFound)
    }
    /// How much may be asked.
    pub(crate) fn limits(&self) -> &Limits {
        &self.0.limits
    }
    /// Live events.
    pub fn hub(&self) -> &Hub {
        &self.0.hub
    }
}
