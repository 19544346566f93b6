//! A device with a passkey, as far as WebAuthn sees it: what a browser would answer.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use rcgen::{KeyPair, PKCS_ECDSA_P256_SHA256, PublicKeyData as _, SigningKey as _};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

/// The name that passkeys of test servers are bound to.
const NAME: &str = "desk.example.org";
/// Present, and recognised by finger, face or PIN.
const VERIFIED: u8 = 0b101;
/// The same with a new key in the answer.
const NEW: u8 = VERIFIED | 0b100_0000;

/// One passkey.
pub struct Passkey {
    key: KeyPair,
    id: Vec<u8>,
    /// Whose it is, in the words of the server.
    user: String,
}

impl Passkey {
    /// Makes one for what a server asks; answers it and what the browser sends.
    pub fn make(options: &Value) -> (Self, Value) {
        let key = KeyPair::generate_for(&PKCS_ECDSA_P256_SHA256).expect("a key");
        let id = Sha256::digest(key.der_bytes()).to_vec();
        let user = text(options, "/publicKey/user/id");
        let mut seen = authenticator_data(NEW);
        seen.extend([0; 16]);
        seen.extend([0, 32]);
        seen.extend(&id);
        seen.extend(cose(key.der_bytes()));
        // {"fmt": "none", "attStmt": {}, "authData": …}
        let mut attestation = b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x58".to_vec();
        attestation.push(u8::try_from(seen.len()).expect("a short text"));
        attestation.extend(seen);
        let response = json!({
            "attestationObject": URL_SAFE_NO_PAD.encode(attestation),
            "clientDataJSON": URL_SAFE_NO_PAD.encode(client_data("webauthn.create", options)),
            "transports": ["internal"],
        });
        let passkey = Self { key, id, user };
        let answer = passkey.answer(&response);
        (passkey, answer)
    }

    /// Shows it for what a server asks.
    pub fn show(&self, options: &Value) -> Value {
        let (seen, client) = (authenticator_data(VERIFIED), client_data("webauthn.get", options));
        let mut signed = seen.clone();
        signed.extend(Sha256::digest(&client));
        let signature = self.key.sign(&signed).expect("a signature");
        self.answer(&json!({
            "authenticatorData": URL_SAFE_NO_PAD.encode(seen),
            "clientDataJSON": URL_SAFE_NO_PAD.encode(client),
            "signature": URL_SAFE_NO_PAD.encode(signature),
            "userHandle": self.user,
        }))
    }

    fn answer(&self, response: &Value) -> Value {
        let id = URL_SAFE_NO_PAD.encode(&self.id);
        json!({"id": id, "rawId": id, "type": "public-key", "response": response, "extensions": {}})
    }
}

fn text(options: &Value, place: &str) -> String {
    options.pointer(place).and_then(Value::as_str).unwrap_or_default().to_owned()
}

fn client_data(kind: &str, options: &Value) -> Vec<u8> {
    let challenge = text(options, "/publicKey/challenge");
    let origin = format!("https://{NAME}");
    json!({"type": kind, "challenge": challenge, "origin": origin, "crossOrigin": false})
        .to_string()
        .into_bytes()
}

fn authenticator_data(flags: u8) -> Vec<u8> {
    let mut data = Sha256::digest(NAME.as_bytes()).to_vec();
    data.push(flags);
    data.extend([0; 4]);
    data
}

/// A public key of P-256 as COSE writes it in CBOR.
fn cose(point: &[u8]) -> Vec<u8> {
    let (x, y) = point.get(1..).unwrap_or_default().split_at(32);
    let mut key = vec![0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20];
    key.extend(x);
    key.extend([0x22, 0x58, 0x20]);
    key.extend(y);
    key
}
