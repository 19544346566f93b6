//! An identity provider of ours, which says whatever a test wants: also what no honest one says.

use std::sync::{Arc, Mutex};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use rcgen::{KeyPair, PKCS_ED25519, PublicKeyData as _, SigningKey as _};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

/// A provider on loopback.
#[derive(Clone)]
pub struct Issuer(Arc<Inner>);

struct Inner {
    issuer: String,
    key: KeyPair,
    /// What the next code is exchanged for.
    token: Mutex<String>,
    /// What the last exchange brought.
    exchanged: Mutex<String>,
    /// What is told of people beside the token.
    people: Mutex<Value>,
    /// What it says about itself beside what it must.
    extra: Mutex<Value>,
    /// Where it sends whoever asks.
    moved: Mutex<Option<String>>,
}

impl Issuer {
    /// Starts one.
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let issuer = format!("http://{}", listener.local_addr().expect("an address"));
        let key = KeyPair::generate_for(&PKCS_ED25519).expect("a key");
        let this = Self(Arc::new(Inner {
            issuer,
            key,
            token: Mutex::default(),
            exchanged: Mutex::default(),
            people: Mutex::new(json!({})),
            extra: Mutex::new(json!({})),
            moved: Mutex::default(),
        }));
        let served = this.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(served.clone().answer(stream));
            }
        });
        this
    }

    /// Its name for itself.
    pub fn issuer(&self) -> &str {
        &self.0.issuer
    }

    /// The next code is exchanged for this.
    pub fn gives(&self, token: String) {
        *self.0.token.lock().expect("no panic before") = token;
    }

    /// Asked about the person, it says this.
    pub fn tells(&self, claims: Value) {
        *self.0.people.lock().expect("no panic before") = claims;
    }

    /// It says this about itself as well, or instead.
    pub fn calls_itself(&self, extra: Value) {
        *self.0.extra.lock().expect("no panic before") = extra;
    }

    /// It sends whoever asks to the same path of another.
    pub fn moves_to(&self, url: &str) {
        *self.0.moved.lock().expect("no panic before") = Some(url.to_owned());
    }

    /// The form with which the last code was exchanged.
    pub fn exchanged(&self) -> String {
        self.0.exchanged.lock().expect("no panic before").clone()
    }

    /// These claims, signed by its key.
    pub fn signs(&self, claims: &Value) -> String {
        self.signs_as(&json!({"alg": "EdDSA", "kid": "1", "typ": "JWT"}), claims)
    }

    /// The same with another header.
    pub fn signs_as(&self, header: &Value, claims: &Value) -> String {
        let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
        let message = format!("{}.{}", part(header), part(claims));
        let signature = self.0.key.sign(message.as_bytes()).expect("a signature");
        format!("{message}.{}", URL_SAFE_NO_PAD.encode(signature))
    }

    async fn answer(self, mut stream: TcpStream) {
        let mut bytes = Vec::new();
        let mut chunk = [0; 4096];
        let (head, body) = loop {
            match stream.read(&mut chunk).await {
                Ok(0) | Err(_) => return,
                Ok(n) => bytes.extend(chunk.iter().take(n)),
            }
            let text = String::from_utf8_lossy(&bytes).into_owned();
            let Some((head, body)) = text.split_once("\r\n\r\n") else { continue };
            if body.len() >= length(head) {
                break (head.to_owned(), body.to_owned());
            }
        };
        let path = head.split(' ').nth(1).unwrap_or_default().to_owned();
        let (status, said) = self.says(&path, body);
        let said = said.to_string();
        let moved = self.0.moved.lock().expect("no panic before").clone();
        let (status, place) = match moved {
            Some(url) => ("302 Found", format!("location: {url}{path}\r\n")),
            None => (status, String::new()),
        };
        let answer = format!(
            "HTTP/1.1 {status}\r\n{place}content-type: application/json\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{said}",
            said.len()
        );
        // Whoever has gone away needs no answer.
        let _ = stream.write_all(answer.as_bytes()).await;
    }

    fn says(&self, path: &str, body: String) -> (&'static str, Value) {
        let inner = &self.0;
        match path {
            "/.well-known/openid-configuration" => ("200 OK", self.discovery()),
            "/jwks" => {
                let x = URL_SAFE_NO_PAD.encode(inner.key.der_bytes());
                (
                    "200 OK",
                    json!({"keys": [{"kty": "OKP", "crv": "Ed25519", "x": x, "kid": "1",
                    "alg": "EdDSA", "use": "sig"}]}),
                )
            }
            "/token" => {
                *inner.exchanged.lock().expect("no panic before") = body;
                let token = inner.token.lock().expect("no panic before").clone();
                if token.is_empty() {
                    return ("400 Bad Request", json!({"error": "invalid_grant"}));
                }
                ("200 OK", json!({"access_token": "a", "token_type": "Bearer", "id_token": token}))
            }
            "/people" => ("200 OK", inner.people.lock().expect("no panic before").clone()),
            _ => ("404 Not Found", json!({})),
        }
    }

    fn discovery(&self) -> Value {
        let issuer = &self.0.issuer;
        let mut said = json!({
            "issuer": issuer,
            "authorization_endpoint": format!("{issuer}/enter"),
            "token_endpoint": format!("{issuer}/token"),
            "userinfo_endpoint": format!("{issuer}/people"),
            "jwks_uri": format!("{issuer}/jwks"),
            "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["EdDSA", "HS256", "none"],
            "code_challenge_methods_supported": ["S256"],
            "backchannel_logout_supported": true,
        });
        let extra = self.0.extra.lock().expect("no panic before");
        if let (Some(said), Some(extra)) = (said.as_object_mut(), extra.as_object()) {
            said.extend(extra.clone());
        }
        said
    }
}

fn length(head: &str) -> usize {
    let lines = head.lines().filter_map(|line| line.split_once(':'));
    let found =
        lines.filter(|(name, _)| name.eq_ignore_ascii_case("content-length")).map(|(_, n)| n);
    found.filter_map(|n| n.trim().parse().ok()).next().unwrap_or_default()
}
