//! What an identity provider may say, and what is not believed (SPEC ACC-7; SECURITY.md S12).

use adapters::oidc::Oidc;
use adapters::outgoing::{Allowed, Outgoing};
use domain::ports::{Answer, Ask, Claims, IdentityFault, IdentityProvider as _, Registration};
use kernel::{Clock, Secret, Timestamp};
use serde_json::{Value, json};
use testkit::issuer::Issuer;
use testkit::oidc_mock::OidcMock;

const EVENT: &str = "http://schemas.openid.net/event/backchannel-logout";

fn loopback() -> Outgoing {
    Outgoing::new(Allowed::new(vec!["127.0.0.0/8".parse().unwrap()])).unwrap()
}

fn registration(issuer: &str) -> Registration {
    Registration {
        issuer: issuer.to_owned(),
        client_id: "desk".to_owned(),
        client_secret: Some(Secret::new("hush & secret")),
        redirect: "https://crew.example/sign-in/sso/callback".to_owned(),
    }
}

fn answer(code: &str, nonce: &str) -> Answer {
    Answer {
        code: Secret::new(code),
        nonce: Secret::new(nonce),
        verifier: Secret::new("a-verifier-that-is-long-enough-for-the-standard"),
        wanted: vec!["email".to_owned()],
    }
}

/// A clock that stands, and what its seconds are.
fn clock() -> (Clock, i64) {
    let now = Timestamp::from_micros(1_790_000_000_000_000);
    (Clock::manual(now), now.micros() / 1_000_000)
}

async fn exchange(token: impl FnOnce(&Issuer, i64) -> String) -> Result<Claims, IdentityFault> {
    let (clock, now) = clock();
    let issuer = Issuer::start().await;
    issuer.tells(json!({"sub": "anna", "email": "anna@example.org"}));
    issuer.gives(token(&issuer, now));
    let oidc = Oidc::new(loopback(), clock);
    oidc.finish(&registration(issuer.issuer()), &answer("c", "n")).await
}

fn good(issuer: &Issuer, now: i64) -> Value {
    json!({"iss": issuer.issuer(), "sub": "anna", "aud": "desk", "exp": now + 300, "iat": now, "nonce": "n",
        "groups": ["desk"]})
}

#[tokio::test]
async fn acc_7_a_proof_is_exchanged_with_the_verifier_and_tells_everything_that_was_said() {
    let (clock, now) = clock();
    let issuer = Issuer::start().await;
    issuer.tells(json!({"sub": "anna", "email": "anna@example.org", "groups": ["other"]}));
    issuer.gives(issuer.signs(&good(&issuer, now)));
    let oidc = Oidc::new(loopback(), clock);
    let at = registration(issuer.issuer());
    let claims = oidc.finish(&at, &answer("the-code", "n")).await.unwrap();
    assert_eq!((claims.subject.as_str(), claims.text("email")), ("anna", Some("anna@example.org")));
    assert!(
        claims.says("groups", "desk") && !claims.says("groups", "other"),
        "the signed word stands"
    );
    let sent = issuer.exchanged();
    assert!(sent.contains("code_verifier=a-verifier") && sent.contains("code=the-code"), "{sent}");
    assert!(!sent.contains("hush"), "the secret goes in the header");
    let ask = Ask {
        state: Secret::new("st"),
        nonce: Secret::new("no"),
        verifier: Secret::new("a-verifier-that-is-long-enough-for-the-standard"),
        hint: Some("anna@example.org".into()),
        anew: true,
    };
    let address = oidc.begin(&at, &ask).await.unwrap();
    for part in [
        "code_challenge_method=S256",
        "state=st",
        "nonce=no",
        "login_hint=anna",
        "prompt=login",
        "scope=openid",
    ] {
        assert!(address.contains(part), "{part} in {address}");
    }
    assert!(!address.contains("a-verifier"), "only its hash leaves before the exchange");
}

#[tokio::test]
async fn acc_7_a_proof_that_is_not_for_us_now_is_not_believed() {
    let wrong = |name: &'static str, value: Value| {
        exchange(move |issuer, now| {
            let mut claims = good(issuer, now);
            claims[name] = value;
            issuer.signs(&claims)
        })
    };
    assert!(exchange(|issuer, now| issuer.signs(&good(issuer, now))).await.is_ok());
    let (_, now) = clock();
    for (name, value) in [
        ("iss", json!("https://other.example")),
        ("aud", json!("other")),
        ("aud", json!(["desk", "other"])),
        ("exp", json!(now - 1)),
        ("iat", json!(now + 3600)),
        ("nonce", json!("another")),
        ("nonce", json!(null)),
    ] {
        let told = wrong(name, value.clone()).await;
        assert!(
            matches!(told, Err(IdentityFault::Untrusted(_) | IdentityFault::Away(_))),
            "{name} {value}: {told:?}"
        );
    }
    let other = Issuer::start().await;
    let forged = exchange(|issuer, now| other.signs(&good(issuer, now))).await;
    assert!(
        matches!(forged, Err(IdentityFault::Untrusted(_))),
        "signed by somebody else: {forged:?}"
    );
    let own = format!("{}/jwks", other.issuer());
    let brought = json!({"alg": "EdDSA", "kid": "1", "jku": own});
    let forged = exchange(|issuer, now| other.signs_as(&brought, &good(issuer, now))).await;
    assert!(matches!(forged, Err(IdentityFault::Untrusted(_))), "with a key it names: {forged:?}");
    for alg in ["none", "HS256"] {
        let weak = exchange(|issuer, now| {
            issuer.signs_as(&json!({"alg": alg, "kid": "1"}), &good(issuer, now))
        })
        .await;
        assert!(weak.is_err(), "{alg}: {weak:?}");
    }
    let none = exchange(|issuer, now| {
        let token = issuer.signs_as(&json!({"alg": "none"}), &good(issuer, now));
        format!("{}.", token.rsplit_once('.').unwrap().0)
    });
    assert!(none.await.is_err(), "nobody signed it");
    let cut = exchange(|issuer, now| issuer.signs(&good(issuer, now)).replace(".ey", ".eY")).await;
    assert!(cut.is_err(), "changed on the way");
}

#[tokio::test]
async fn s12_a_provider_that_sends_elsewhere_is_not_followed() {
    let (clock, now) = clock();
    let (issuer, other) = (Issuer::start().await, Issuer::start().await);
    other.calls_itself(json!({"issuer": issuer.issuer()}));
    other.gives(other.signs(&good(&issuer, now)));
    other.tells(json!({"sub": "anna"}));
    issuer.moves_to(other.issuer());
    let oidc = Oidc::new(loopback(), clock);
    let told = oidc.finish(&registration(issuer.issuer()), &answer("c", "n")).await;
    assert!(told.is_err(), "{told:?}");
    assert_eq!(other.exchanged(), "", "the code never came there");
}

#[tokio::test]
async fn acc_7_what_is_told_beside_the_proof_is_of_the_same_person() {
    let (clock, now) = clock();
    let issuer = Issuer::start().await;
    issuer.tells(json!({"sub": "bob", "email": "boss@example.org"}));
    issuer.gives(issuer.signs(&good(&issuer, now)));
    let told = Oidc::new(loopback(), clock)
        .finish(&registration(issuer.issuer()), &answer("c", "n"))
        .await;
    assert!(matches!(told, Err(IdentityFault::Untrusted(_))), "{told:?}");
}

#[tokio::test]
async fn acc_7_a_notice_of_a_sign_out_is_signed_by_the_provider() {
    let (clock, now) = clock();
    let (issuer, other) = (Issuer::start().await, Issuer::start().await);
    let oidc = Oidc::new(loopback(), clock);
    let at = registration(issuer.issuer());
    let claims = json!({"iss": issuer.issuer(), "aud": "desk", "iat": now, "jti": "j", "sid": "s", "events": {EVENT: {}}});
    let hear = async |token: String| oidc.logout(&at, &Secret::new(token)).await;
    let kind = json!({"alg": "EdDSA", "kid": "1", "typ": "logout+jwt"});
    let heard = hear(issuer.signs_as(&kind, &claims)).await.unwrap();
    assert_eq!((heard.session.as_deref(), heard.id.as_str()), (Some("s"), "j"));
    assert!(hear(issuer.signs(&claims)).await.is_ok(), "some write JWT");
    assert!(hear(other.signs(&claims)).await.is_err(), "signed by another");
    let id_token = good(&issuer, now);
    assert!(hear(issuer.signs(&id_token)).await.is_err(), "a proof is no notice");
    let none = json!({"alg": "none", "typ": "logout+jwt"});
    assert!(hear(issuer.signs_as(&none, &claims)).await.is_err());
    let at_jwt = json!({"alg": "EdDSA", "kid": "1", "typ": "at+jwt"});
    assert!(hear(issuer.signs_as(&at_jwt, &claims)).await.is_err());
    assert!(hear("a.b".into()).await.is_err() && hear(String::new()).await.is_err());
}

#[tokio::test]
async fn s12_a_provider_is_asked_at_no_address_inside_whoever_names_it() {
    let (clock, now) = clock();
    let issuer = Issuer::start().await;
    let shut = Oidc::new(Outgoing::new(Allowed::default()).unwrap(), clock.clone());
    for name in [
        issuer.issuer().to_owned(),
        issuer.issuer().replace("127.0.0.1", "localhost"),
        "https://127.0.0.1:1".into(),
        "https://[::1]:1".into(),
        "https://169.254.169.254".into(),
        "http://8.8.8.8".into(),
    ] {
        let told = shut.look(&registration(&name)).await;
        assert!(matches!(told, Err(IdentityFault::Address(_))), "{name}: {told:?}");
    }
    // What the provider names of itself is no better than what somebody typed.
    let oidc = Oidc::new(loopback(), clock);
    for (name, address) in
        [("jwks_uri", "http://10.0.0.1/keys"), ("token_endpoint", "http://10.0.0.1/token")]
    {
        issuer.calls_itself(json!({name: address}));
        let told = oidc.look(&registration(issuer.issuer())).await;
        assert!(matches!(told, Err(IdentityFault::Address(_))), "{name}: {told:?}");
    }
    issuer.calls_itself(json!({}));
    let found = oidc.look(&registration(issuer.issuer())).await.unwrap();
    assert_eq!(
        (found.keys, found.pkce, found.back_channel, found.knows_us),
        (1, Some(true), true, Some(true))
    );
    issuer.calls_itself(json!({"issuer": "https://somebody.else"}));
    let told = oidc.look(&registration(issuer.issuer())).await;
    assert!(matches!(told, Err(IdentityFault::Issuer(_))), "{told:?}");
    issuer.calls_itself(json!({"userinfo_endpoint": "http://192.168.0.1/people"}));
    issuer.gives(issuer.signs(&good(&issuer, now)));
    let other = Oidc::new(loopback(), Clock::manual(Timestamp::from_micros(now * 1_000_000)));
    let told = other.finish(&registration(issuer.issuer()), &answer("c", "n")).await;
    assert!(matches!(told, Err(IdentityFault::Address(_))), "{told:?}");
}

#[tokio::test]
async fn acc_7_somebody_comes_in_by_a_provider_that_others_wrote() {
    let Some(mock) = OidcMock::start().await else { return };
    mock.knows("anna", &json!({"email": "anna@example.org", "email_verified": true, "given_name": "Anna", "groups": ["desk"]})).await;
    let oidc = Oidc::new(loopback(), Clock::system());
    let at = registration(mock.issuer());
    let ask = Ask {
        state: Secret::new("state-of-this"),
        nonce: Secret::new("n"),
        verifier: answer("", "").verifier,
        hint: None,
        anew: false,
    };
    let address = oidc.begin(&at, &ask).await.unwrap();
    let back = mock.proves(&address, "anna").await;
    assert!(back.contains("state=state-of-this"), "{back}");
    let code = back.split("code=").nth(1).unwrap().split('&').next().unwrap();
    let claims = oidc.finish(&at, &answer(code, "n")).await.unwrap();
    assert_eq!((claims.subject.as_str(), claims.text("given_name")), ("anna", Some("Anna")));
    assert!(claims.is("email_verified") && claims.says("groups", "desk"));
    let twice = oidc.finish(&at, &answer(code, "n")).await;
    assert!(matches!(twice, Err(IdentityFault::Refused(_))), "a code is exchanged once: {twice:?}");
}
