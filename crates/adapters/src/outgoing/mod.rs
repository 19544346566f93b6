//! Requests to addresses that an organisation chose, such as its identity provider (SECURITY.md S12).
//!
//! - `networks`: which addresses are public, and which others the installation allows
//! - `resolver`: names are looked up here and nowhere else, so that what was checked is what is connected to
//! - `Outgoing`: asks
//!
//! Over TLS, unless the address lies in a network that the installation allows by name. Redirects are not
//! followed, no proxy is asked, and size and time have an end.

mod networks;
mod resolver;

use std::error::Error as _;
use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use reqwest::redirect::Policy;
use reqwest::{Client, Response};
use url::{Host, Url};

pub use networks::Allowed;
use resolver::{Guard, Refused};

/// How long connecting may take.
const CONNECT: Duration = Duration::from_secs(5);
/// How long a request may take.
const PATIENCE: Duration = Duration::from_secs(10);
/// Longest answer, in bytes.
const LONGEST_ANSWER: usize = 1024 * 1024;

/// Asks addresses that somebody else chose.
#[derive(Debug, Clone)]
pub struct Outgoing {
    allowed: Arc<Allowed>,
    /// For addresses with TLS.
    open: Client,
    /// For addresses without, in allowed networks only.
    inside: Client,
}

/// Why there is no answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OutgoingFault {
    /// The address is not asked: it lies inside, can't be read, or is not encrypted.
    #[error("{0}")]
    Address(String),
    /// Nobody answers there, or not in time, or not in a way that can be read.
    #[error("{0}")]
    Away(String),
    /// The answer is larger than is read.
    #[error("the answer has more than {LONGEST_ANSWER} bytes")]
    TooLarge,
}

impl Outgoing {
    /// A way out to the public internet and to the networks that the installation allows.
    ///
    /// # Errors
    /// Why no client can be made: the machine's list of certificate authorities can't be read.
    pub fn new(allowed: Allowed) -> Result<Self, String> {
        // The first to install one decides; all of ours are the same.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let allowed = Arc::new(allowed);
        let client = |by_name_only| {
            let guard = Guard { allowed: Arc::clone(&allowed), by_name_only };
            Client::builder()
                .dns_resolver(Arc::new(guard))
                .redirect(Policy::none())
                .no_proxy()
                .connect_timeout(CONNECT)
                .timeout(PATIENCE)
                .build()
                .map_err(|error| error.to_string())
        };
        let (open, inside) = (client(false)?, client(true)?);
        Ok(Self { allowed, open, inside })
    }

    /// Asks, and reads the whole answer.
    ///
    /// # Errors
    /// [`OutgoingFault`].
    pub async fn fetch(
        &self,
        request: http::Request<Vec<u8>>,
    ) -> Result<http::Response<Vec<u8>>, OutgoingFault> {
        let away = |error: reqwest::Error| fault(error.without_url());
        let request = reqwest::Request::try_from(request).map_err(away)?;
        let client = self.client_for(request.url())?;
        let answer = client.execute(request).await.map_err(away)?;
        let mut response = http::Response::builder().status(answer.status());
        if let Some(headers) = response.headers_mut() {
            headers.extend(answer.headers().clone());
        }
        let body = body(answer).await?;
        response.body(body).map_err(|error| OutgoingFault::Away(error.to_string()))
    }

    /// The client for an address. Names are looked up when it connects; a bare address is checked here.
    fn client_for(&self, url: &Url) -> Result<&Client, OutgoingFault> {
        let bare = match url.host() {
            Some(Host::Ipv4(address)) => Some(IpAddr::V4(address)),
            Some(Host::Ipv6(address)) => Some(IpAddr::V6(address)),
            Some(Host::Domain(_)) => None,
            None => return Err(OutgoingFault::Address("it names no host".to_owned())),
        };
        let (client, known) = match url.scheme() {
            "https" => (&self.open, bare.is_none_or(|address| self.allowed.permits(address))),
            "http" => (&self.inside, bare.is_none_or(|address| self.allowed.names(address))),
            _ => return Err(OutgoingFault::Address("it does not begin with https://".to_owned())),
        };
        match bare {
            Some(address) if !known => {
                let by_name_only = url.scheme() == "http";
                Err(OutgoingFault::Address(Refused { address, by_name_only }.to_string()))
            }
            _ => Ok(client),
        }
    }
}

async fn body(mut answer: Response) -> Result<Vec<u8>, OutgoingFault> {
    let mut bytes = Vec::new();
    while let Some(chunk) = answer.chunk().await.map_err(|error| fault(error.without_url()))? {
        if bytes.len() + chunk.len() > LONGEST_ANSWER {
            return Err(OutgoingFault::TooLarge);
        }
        bytes.extend_from_slice(&chunk);
    }
    Ok(bytes)
}

/// What an error of the client comes from: an address that is not asked, or nobody there.
fn fault(error: reqwest::Error) -> OutgoingFault {
    let mut cause = error.source();
    let mut last = error.to_string();
    while let Some(inner) = cause {
        if let Some(refused) = inner.downcast_ref::<Refused>() {
            return OutgoingFault::Address(refused.to_string());
        }
        last = inner.to_string();
        cause = inner.source();
    }
    OutgoingFault::Away(if error.is_timeout() { "no answer in time".to_owned() } else { last })
}
