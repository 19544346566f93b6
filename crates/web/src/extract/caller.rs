use std::net::{IpAddr, SocketAddr};

use axum::extract::{ConnectInfo, FromRequestParts};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::access::Principal;
use domain::{Actor, Origin, Surface, sessions};
use http::request::Parts;
use http::{HeaderMap, HeaderValue, header};
use kernel::{Code, Error, Token};
use sha2::{Digest as _, Sha256};

use crate::problem::Problem;
use crate::refused::Asker;
use crate::state::AppState;

/// The request's id, as the layer around all routes gave it.
#[derive(Debug, Clone)]
pub struct RequestId(HeaderValue);

impl RequestId {
    /// The id in this value, which must be visible ASCII.
    pub(crate) const fn of(header: HeaderValue) -> Self {
        Self(header)
    }
    /// As a header carries it.
    pub(crate) fn header(&self) -> HeaderValue {
        self.0.clone()
    }
    /// As text.
    pub fn as_str(&self) -> &str {
        self.0.to_str().unwrap_or_default()
    }
}

/// The address of the peer, or of the client behind a configured proxy.
#[derive(Debug, Clone, Copy)]
pub struct Peer(pub IpAddr);

/// A signed-in user or the bearer of a token: nobody else gets past this.
#[derive(Debug, Clone)]
pub struct Caller {
    actor: Actor,
    token: Token,
}

impl Caller {
    /// Who acts, for the product.
    pub const fn actor(&self) -> &Actor {
        &self.actor
    }
    /// The token that forms of this session carry: nobody without the session's secret can make it.
    pub fn csrf(&self) -> String {
        let digest =
            Sha256::new().chain_update(b"form\0").chain_update(self.token.expose()).finalize();
        URL_SAFE_NO_PAD.encode(digest)
    }
    /// The signed-in user.
    ///
    /// # Errors
    /// Never for a caller that came out of a request.
    pub fn principal(&self) -> Result<&Principal, Problem> {
        self.actor.principal().ok_or_else(|| Error::Unauthenticated(Code::Unauthenticated).into())
    }
}

impl FromRequestParts<AppState> for Caller {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> Result<Self, Problem> {
        let stranger = || Problem::from(Error::Unauthenticated(Code::Unauthenticated));
        let (token, surface) = token(&parts.headers, app.config().cookie()).ok_or_else(stranger)?;
        let origin = origin(parts, app, surface);
        let principal = app.crewdesk().admit(&token, &origin.address).await?;
        if parts.uri.path().starts_with("/api/") {
            app.limits().of_program(principal.user_id)?;
        }
        if let Some(asker) = parts.extensions.get::<Asker>() {
            asker.is(principal.user_id);
        }
        sessions::touch(app.crewdesk(), &principal).await?;
        Ok(Self { actor: Actor::user(principal, origin), token })
    }
}

/// Anybody: someone at the sign-in page.
#[derive(Debug, Clone)]
pub struct Visitor {
    /// Where the request came from.
    pub origin: Origin,
    address: Option<IpAddr>,
}

impl Visitor {
    /// Whether they may make us send a mail to an address they typed.
    ///
    /// # Errors
    /// [`Error::TooMany`].
    pub(crate) fn may_cause_mail(&self, app: &AppState) -> Result<(), Problem> {
        match self.address {
            Some(address) => Ok(app.limits().mail(address)?),
            None => Ok(()),
        }
    }
}

impl FromRequestParts<AppState> for Visitor {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> Result<Self, Problem> {
        let surface =
            if parts.uri.path().starts_with("/api/") { Surface::Api } else { Surface::Page };
        let address = peer(parts, app);
        // Reading a page costs little; what a stranger sends is hashed, mailed or looked up.
        if let Some(address) = address.filter(|_| !parts.method.is_safe()) {
            app.limits().ask(address)?;
        }
        Ok(Self { origin: origin(parts, app, surface), address })
    }
}

/// The bearer token, else the cookie's.
fn token(headers: &HeaderMap, cookie: &str) -> Option<(Token, Surface)> {
    if let Some(value) = headers.get(header::AUTHORIZATION) {
        let text = value.to_str().ok()?;
        let bearer = text.strip_prefix("Bearer ").or_else(|| text.strip_prefix("bearer "))?;
        return Some((Token::from_request(bearer.trim())?, Surface::Api));
    }
    let pairs = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut values =
        pairs.flat_map(|text| text.split(';')).filter_map(|pair| pair.trim().split_once('='));
    let (_, value) = values.find(|(name, _)| *name == cookie)?;
    Some((Token::from_request(value)?, Surface::Page))
}

pub(super) fn origin(parts: &Parts, app: &AppState, surface: Surface) -> Origin {
    let client = parts.headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok());
    let client = client.unwrap_or_default();
    Origin {
        surface,
        request_id: parts.extensions.get().map(RequestId::as_str).unwrap_or_default().to_owned(),
        address: peer(parts, app).map(|address| address.to_string()).unwrap_or_default(),
        // A header's text is ASCII.
        client: client.get(..200).unwrap_or(client).to_owned(),
    }
}

/// The last address in `X-Forwarded-For` that is no proxy of ours, if a proxy of ours asks.
fn peer(parts: &Parts, app: &AppState) -> Option<IpAddr> {
    let ConnectInfo(socket) = parts.extensions.get::<ConnectInfo<SocketAddr>>()?;
    let proxies = &app.config().proxies;
    let direct = socket.ip();
    if !proxies.contains(&direct) {
        return Some(direct);
    }
    let forwarded = parts.headers.get("x-forwarded-for").and_then(|value| value.to_str().ok());
    let named =
        forwarded.unwrap_or_default().rsplit(',').filter_map(|text| text.trim().parse().ok());
    Some(named.into_iter().find(|address: &IpAddr| !proxies.contains(address)).unwrap_or(direct))
}

impl FromRequestParts<AppState> for Peer {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> Result<Self, Problem> {
        peer(parts, app).map(Self).ok_or_else(|| Error::internal("no peer address").into())
    }
}
