//! Back-channel logout (OpenID Connect Back-Channel Logout 1.0, section 2.6).

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::ports::{IdentityFault, LogoutNotice, Registration};
use kernel::{Secret, Timestamp};
use openidconnect::core::CoreJwsSigningAlgorithm;
use openidconnect::{JsonWebKey as _, JsonWebKeyAlgorithm, JsonWebKeyUse as _};
use serde::Deserialize;
use serde_json::{Map, Value};

use super::Oidc;
use super::proof::{payload, untrusted};
use super::provider::Provider;

/// The event that a notice must name.
const EVENT: &str = "http://schemas.openid.net/event/backchannel-logout";
/// A notice is of now: so far may it be away, in seconds.
const NEAR: i64 = 300;

#[derive(Deserialize)]
struct Header {
    alg: CoreJwsSigningAlgorithm,
    #[serde(default)]
    kid: Option<String>,
    #[serde(default)]
    typ: Option<String>,
    #[serde(default)]
    crit: Option<Value>,
}

impl Oidc {
    pub(super) async fn notice(
        &self,
        at: &Registration,
        notice: &Secret,
    ) -> Result<LogoutNotice, IdentityFault> {
        let provider = self.provider(at, false).await?;
        let signed = match signed_by(&provider, notice.expose()) {
            Err(_) if provider.is_old(self.clock.now()) => {
                signed_by(&*self.provider(at, true).await?, notice.expose())
            }
            signed => signed,
        };
        read(&signed?, at, self.clock.now())
    }
}

/// The claims, where a key of the provider signed them.
fn signed_by(provider: &Provider, token: &str) -> Result<Map<String, Value>, IdentityFault> {
    let parts: Vec<&str> = token.split('.').collect();
    let [header, body, signature] = parts.as_slice() else {
        return Err(untrusted("it is no signed token"));
    };
    let bytes =
        |part: &str| URL_SAFE_NO_PAD.decode(part).map_err(|_| untrusted("it is no signed token"));
    let header: Header = serde_json::from_slice(&bytes(header)?)
        .map_err(|_| untrusted("its header can't be read"))?;
    let typ = header.typ.as_deref().unwrap_or_default().to_ascii_lowercase();
    if !matches!(typ.as_str(), "" | "jwt" | "logout+jwt") || header.crit.is_some() {
        return Err(untrusted("it is a token of another kind"));
    }
    if !provider.algorithms().contains(&header.alg) {
        return Err(untrusted("it is signed in a way that the provider does not announce"));
    }
    let (message, signature) =
        (format!("{}.{body}", parts.first().unwrap_or(&"")), bytes(signature)?);
    let signs = provider.metadata.jwks().keys().iter().any(|key| {
        let named =
            header.kid.is_none() || header.kid.as_deref() == key.key_id().map(|id| id.as_str());
        let signing = key.key_use().is_none_or(|purpose| purpose.allows_signature());
        let fits = match key.signing_alg() {
            JsonWebKeyAlgorithm::Algorithm(alg) => *alg == header.alg,
            JsonWebKeyAlgorithm::Unspecified => true,
            JsonWebKeyAlgorithm::Unsupported => false,
        };
        named
            && signing
            && fits
            && key.verify_signature(&header.alg, message.as_bytes(), &signature).is_ok()
    });
    if signs { payload(token) } else { Err(untrusted("none of the provider's keys signed it")) }
}

/// What the claims say, where they are for us and of now.
fn read(
    claims: &Map<String, Value>,
    at: &Registration,
    now: Timestamp,
) -> Result<LogoutNotice, IdentityFault> {
    let text = |name: &str| claims.get(name).and_then(Value::as_str).map(str::to_owned);
    let time = |name: &str| claims.get(name).and_then(Value::as_i64);
    if text("iss").as_deref() != Some(&at.issuer) {
        return Err(untrusted("another provider wrote it"));
    }
    let ours = match claims.get("aud") {
        Some(Value::String(one)) => *one == at.client_id,
        Some(Value::Array(all)) => all.iter().any(|one| one == at.client_id.as_str()),
        _ => false,
    };
    if !ours {
        return Err(untrusted("it is for somebody else"));
    }
    let is_event =
        claims.get("events").and_then(|events| events.get(EVENT)).is_some_and(Value::is_object);
    if !is_event || claims.contains_key("nonce") {
        return Err(untrusted("it is no notice of a sign-out"));
    }
    let seconds = now.micros() / 1_000_000;
    let written = time("iat").ok_or_else(|| untrusted("it does not say when it was written"))?;
    if (seconds - written).abs() > NEAR || time("exp").is_some_and(|end| end + NEAR < seconds) {
        return Err(untrusted("it is not of now: compare the clocks"));
    }
    let id = text("jti").filter(|id| !id.is_empty() && id.len() <= 200);
    let id = id.ok_or_else(|| untrusted("it has no name of its own"))?;
    let (subject, session) = (text("sub"), text("sid"));
    if subject.is_none() && session.is_none() {
        return Err(untrusted("it says neither who nor which session"));
    }
    Ok(LogoutNotice { subject, session, id, at: Timestamp::from_micros(written * 1_000_000) })
}

#[cfg(test)]
mod tests {
    use domain::ports::Registration;
    use kernel::Timestamp;
    use serde_json::{Value, json};

    use super::{EVENT, read};

    fn at() -> Registration {
        Registration {
            issuer: "https://id.example".into(),
            client_id: "desk".into(),
            client_secret: None,
            redirect: String::new(),
        }
    }

    #[test]
    fn acc_7_a_notice_is_for_us_of_now_and_nothing_else() {
        let good = json!({"iss": "https://id.example", "aud": ["desk"], "iat": 1000, "exp": 1100, "jti": "1",
            "sub": "anna", "sid": "s", "events": {EVENT: {}}});
        let now = Timestamp::from_micros(1_030_000_000);
        let heard = |value: &Value| read(value.as_object().unwrap(), &at(), now);
        assert_eq!(heard(&good).unwrap().subject.as_deref(), Some("anna"));
        for (name, wrong) in [
            ("iss", json!("https://other.example")),
            ("aud", json!("other")),
            ("aud", json!(null)),
            ("iat", json!(1)),
            ("iat", json!(5000)),
            ("exp", json!(1)),
            ("jti", json!("")),
            ("events", json!({})),
            ("events", json!({EVENT: true})),
            ("nonce", json!("n")),
        ] {
            let mut claims = good.clone();
            claims[name] = wrong.clone();
            assert!(heard(&claims).is_err(), "{name}: {wrong}");
        }
        let mut nobody = good.clone();
        nobody.as_object_mut().unwrap().retain(|name, _| name != "sub" && name != "sid");
        assert!(heard(&nobody).is_err());
    }
}
