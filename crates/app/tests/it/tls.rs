//! The server speaks TLS itself where it has a certificate (ASVS 5.0, 12.1.1 and 12.2.1).

use std::time::Duration;

use reqwest::{Certificate, Client, Version};

use crate::program::{Program, Serving};

/// A server with a certificate of its own, and the certificate.
struct Encrypted {
    program: Program,
    certificate: String,
}

impl Encrypted {
    fn new() -> Self {
        let program = Program::new();
        let at = |name: &str| program.folder().join(name).display().to_string();
        let (certificate, key) = (at("certificate.pem"), at("key.pem"));
        let program = program.with("TLS_CERTIFICATE", certificate).with("TLS_KEY", key);
        let mut new = Self { program, certificate: String::new() };
        new.renew();
        new
    }

    /// Writes another certificate in the place of the present one.
    fn renew(&mut self) {
        let made = rcgen::generate_simple_self_signed(vec!["localhost".to_owned()]).unwrap();
        let folder = self.program.folder();
        std::fs::write(folder.join("certificate.pem"), made.cert.pem()).unwrap();
        std::fs::write(folder.join("key.pem"), made.signing_key.serialize_pem()).unwrap();
        self.certificate = made.cert.pem();
    }

    /// Somebody who trusts the present certificate and no other.
    fn client(&self) -> Client {
        let _ = tokio_rustls::rustls::crypto::ring::default_provider().install_default();
        let trusted = Certificate::from_pem(self.certificate.as_bytes()).unwrap();
        Client::builder().tls_certs_only([trusted]).no_proxy().build().unwrap()
    }
}

fn address(serving: &Serving, scheme: &str) -> String {
    let port = serving.address.rsplit(':').next().unwrap();
    format!("{scheme}://localhost:{port}/readyz")
}

#[tokio::test]
async fn pages_are_encrypted_and_a_renewed_certificate_is_taken_without_a_restart() {
    let mut encrypted = Encrypted::new();
    let serving = encrypted.program.serve();
    let before = encrypted.client();
    let answer = before.get(address(&serving, "https")).send().await.unwrap();
    assert_eq!((answer.status().as_u16(), answer.version()), (200, Version::HTTP_2));
    let plain = before.get(address(&serving, "http")).send().await;
    assert!(plain.is_err(), "nothing is answered unencrypted");

    encrypted.renew();
    let after = encrypted.client();
    assert!(after.get(address(&serving, "https")).send().await.is_err(), "not read yet");
    serving.hang_up();
    let renewed = async {
        while after.get(address(&serving, "https")).send().await.is_err() {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(10), renewed).await.expect("it is read anew");
    let open = before.get(address(&serving, "https")).send().await.unwrap();
    assert_eq!(open.status(), 200, "a connection that was open goes on");

    std::fs::write(encrypted.program.folder().join("key.pem"), "no key").unwrap();
    serving.hang_up();
    let again = encrypted.client().get(address(&serving, "https")).send().await.unwrap();
    assert_eq!(again.status(), 200, "what can't be used changes nothing");
}

#[test]
fn doctor_says_how_long_the_certificate_is_valid() {
    let encrypted = Encrypted::new();
    let told = encrypted.program.output(&["doctor"]);
    assert!(told.contains("ok    TLS: the certificate is valid until 4096-01-01"), "{told}");
}

#[test]
fn without_a_certificate_a_hang_up_ends_nothing() {
    let program = Program::new();
    let serving = program.serve();
    serving.hang_up();
    std::thread::sleep(Duration::from_millis(200));
    assert!(std::net::TcpStream::connect(&serving.address).is_ok());
}

#[test]
fn files_that_can_not_be_used_are_named() {
    let encrypted = Encrypted::new();
    std::fs::write(encrypted.program.folder().join("key.pem"), "no key").unwrap();
    let said = encrypted.program.refusal();
    assert!(
        said.starts_with("CREWDESK_TLS_KEY is ") && said.contains("a private key in PEM"),
        "{said}"
    );

    let other = Encrypted::new();
    let key = other.program.folder().join("key.pem");
    std::fs::copy(key, encrypted.program.folder().join("key.pem")).unwrap();
    let said = encrypted.program.refusal();
    assert!(
        said.starts_with("CREWDESK_TLS_KEY is not the key of CREWDESK_TLS_CERTIFICATE"),
        "{said}"
    );

    let said = Program::new().with("TLS_KEY", "key.pem").refusal();
    assert!(said.starts_with("CREWDESK_TLS_CERTIFICATE is missing"), "{said}");
    let said =
        Program::new().with("TLS_CERTIFICATE", "/nowhere").with("TLS_KEY", "/nowhere").refusal();
    assert!(said.starts_with("CREWDESK_TLS_"), "{said}");
    let plain = other.program.with("PUBLIC_URL", "http://crew.example.org").refusal();
    assert!(plain.contains("write https://"), "{plain}");
}
