//! oidc-provider-mock, an identity provider that somebody else wrote, as `cargo xtask test` installs it.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use reqwest::Client;
use reqwest::redirect::Policy;
use serde_json::Value;

/// A running provider on loopback. It ends when dropped.
pub struct OidcMock {
    process: Child,
    issuer: String,
    browser: Client,
}

impl OidcMock {
    /// Starts it; none where it is not installed.
    pub async fn start() -> Option<Self> {
        // The first to install one decides; all of ours are the same.
        let _ = tokio_rustls::rustls::crypto::ring::default_provider().install_default();
        let program = program();
        if !program.exists() {
            return None;
        }
        let port = free_port();
        let process = Command::new(program)
            .args(["--port", &port.to_string(), "--require-nonce", "true"])
            // Its own word for "this is a test": it speaks without TLS.
            .env("AUTHLIB_INSECURE_TRANSPORT", "1")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the provider starts");
        reachable(port).await;
        let browser = Client::builder().redirect(Policy::none()).no_proxy().build();
        let issuer = format!("http://127.0.0.1:{port}");
        Some(Self { process, issuer, browser: browser.expect("a client") })
    }

    /// Its name for itself.
    pub fn issuer(&self) -> &str {
        &self.issuer
    }

    /// Lets it know somebody.
    pub async fn knows(&self, subject: &str, claims: &Value) {
        let address = format!("{}/users/{subject}", self.issuer);
        let put = self.browser.put(address).json(claims).send().await.expect("an answer");
        assert!(put.status().is_success(), "{}", put.status());
    }

    /// Somebody proves who they are there; answers where they are sent back to.
    pub async fn proves(&self, address: &str, subject: &str) -> String {
        self.answers(address, &[("sub", subject)]).await
    }

    /// Somebody signs out there; answers where they are sent back to.
    pub async fn leaves(&self, address: &str) -> String {
        let shown = self.browser.get(address).send().await.expect("an answer");
        let page = shown.text().await.expect("a page");
        let field = page.split("name=\"redirect_uri\" value=\"").nth(1).expect("a way back");
        let back = field.split('"').next().unwrap_or_default();
        let confirm = format!("{}/oauth2/end_session/confirm", self.issuer);
        self.answers(&confirm, &[("redirect_uri", back)]).await
    }

    /// Somebody refuses to be known; answers where they are sent back to.
    pub async fn denies(&self, address: &str) -> String {
        self.answers(address, &[("action", "deny")]).await
    }

    async fn answers(&self, address: &str, form: &[(&str, &str)]) -> String {
        let sent = self.browser.post(address).form(form).send().await.expect("an answer");
        let back = sent.headers().get("location").expect("a redirect");
        back.to_str().expect("an address").to_owned()
    }
}

impl Drop for OidcMock {
    fn drop(&mut self) {
        // One that has ended already is fine.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn program() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/oidc-provider/bin/oidc-provider-mock")
}

fn free_port() -> u16 {
    let holder = TcpListener::bind("127.0.0.1:0").expect("a free port");
    holder.local_addr().expect("the port has a number").port()
}

async fn reachable(port: u16) {
    for _ in 0..300 {
        if tokio::net::TcpStream::connect(("127.0.0.1", port)).await.is_ok() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    unreachable!("the provider does not listen on port {port}");
}
