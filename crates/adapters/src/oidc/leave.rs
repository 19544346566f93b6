//! Sign-out at the provider (OpenID Connect RP-Initiated Logout 1.0, section 2). The proof of the sign-in is not kept,
//! so that the provider may ask its person once whether they mean it.

use std::time::Duration;

use domain::ports::{IdentityFault, Registration};
use openidconnect::url::Url;

use super::Oidc;

/// Whoever signs out is not kept waiting for a provider.
const SOON: Duration = Duration::from_secs(3);

impl Oidc {
    pub(super) async fn way_out(
        &self,
        at: &Registration,
        back: &str,
    ) -> Result<Option<String>, IdentityFault> {
        let provider = tokio::time::timeout(SOON, self.provider(at, false)).await;
        let late = |_| IdentityFault::Away("it does not answer soon".to_owned());
        let provider = provider.map_err(late)??;
        match &provider.metadata.additional_metadata().end_session_endpoint {
            Some(place) => address(place, at, back).map(Some),
            None => Ok(None),
        }
    }
}

/// A browser goes there and not we; all the same it must not be led past TLS, or to what is no page.
fn address(place: &str, at: &Registration, back: &str) -> Result<String, IdentityFault> {
    let mut url = Url::parse(place).map_err(|error| IdentityFault::Address(error.to_string()))?;
    let may = match url.scheme() {
        "https" => true,
        "http" => at.issuer.starts_with("http://"),
        _ => false,
    };
    if !may {
        let reason = "the address for signing out does not begin with https://";
        return Err(IdentityFault::Address(reason.to_owned()));
    }
    url.query_pairs_mut()
        .append_pair("client_id", &at.client_id)
        .append_pair("post_logout_redirect_uri", back);
    Ok(url.into())
}

#[cfg(test)]
mod tests {
    use domain::ports::{IdentityFault, Registration};

    use super::address;

    fn at(issuer: &str) -> Registration {
        Registration {
            issuer: issuer.to_owned(),
            client_id: "desk & co".to_owned(),
            client_secret: None,
            redirect: String::new(),
        }
    }

    #[test]
    fn acc_7_the_way_out_never_leads_past_tls_or_to_what_is_no_page() {
        let (safe, plain) = (at("https://id.example"), at("http://127.0.0.1:9"));
        let out = |place: &str, at| address(place, at, "https://crew.example/sign-in");
        assert_eq!(
            out("https://id.example/out?a=b", &safe).as_deref(),
            Ok(
                "https://id.example/out?a=b&client_id=desk+%26+co&post_logout_redirect_uri=https%3A%2F%2Fcrew.example%2Fsign-in"
            )
        );
        assert!(out("http://127.0.0.1:9/out", &plain).is_ok());
        for wrong in ["http://id.example/out", "javascript:alert(1)", "data:text/html,x", "out"] {
            assert!(matches!(out(wrong, &safe), Err(IdentityFault::Address(_))), "{wrong}");
        }
    }
}
