use std::fmt;
use std::time::Duration;

use domain::ports::MailerFault;
use lettre::Message;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, DEFAULT_MECHANISMS};
use lettre::transport::smtp::client::{
    AsyncSmtpConnection, Certificate, CertificateStore, TlsParameters,
};
use lettre::transport::smtp::extension::ClientId;

use super::url::{Encryption, SmtpUrl};

/// How long reaching the server may take.
const REACH: Duration = Duration::from_secs(10);
/// How long an idle server may take to say that it is there.
const ALIVE: Duration = Duration::from_secs(3);

/// What a check of the server found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Report {
    /// Whether the connection is encrypted.
    pub encrypted: bool,
    /// Whether the server's certificate was checked.
    pub verified: bool,
    /// Whether we signed in.
    pub signed_in: bool,
}

/// The step at which a server could not be used, as a sentence that says what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble(String);

impl Trouble {
    pub(super) fn silent(url: &SmtpUrl) -> Self {
        Self(format!("The mail server {url} does not answer: check that host and port are right."))
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A server that can't be used now may be mended: no letter is lost for it.
impl From<Trouble> for MailerFault {
    fn from(trouble: Trouble) -> Self {
        Self::Away(trouble.0)
    }
}

/// One connection, ready for a letter.
pub(super) struct Line {
    connection: AsyncSmtpConnection,
    report: Report,
}

impl Line {
    /// Reaches the server, encrypts and signs in.
    pub(super) async fn open(url: &SmtpUrl, own_name: &str) -> Result<Self, Trouble> {
        let hello = ClientId::Domain(own_name.to_owned());
        let tls = parameters(url)?;
        let at_once = (url.encryption == Encryption::Implicit).then(|| tls.clone());
        let server = (url.host.as_str(), url.port);
        let mut connection =
            AsyncSmtpConnection::connect_tokio1(server, Some(REACH), &hello, at_once, None)
                .await
                .map_err(|error| unreached(url, &error))?;
        let offers = connection.can_starttls();
        match url.encryption {
            Encryption::Required if !offers => {
                return Err(Trouble(format!(
                    "The mail server {url} offers no STARTTLS: use smtps://, or add ?tls=none if its network is trusted."
                )));
            }
            Encryption::Required | Encryption::Opportunistic if offers => {
                let secured = connection.starttls(tls, &hello).await;
                secured.map_err(|error| unsecured(url, &error))?;
            }
            _ => {}
        }
        if let Some((user, password)) = &url.credentials {
            let credentials = Credentials::new(user.clone(), password.expose().to_owned());
            let answer = connection.auth(DEFAULT_MECHANISMS, &credentials).await;
            answer.map_err(|error| refused(url, &error))?;
        }
        let encrypted = connection.is_encrypted();
        let verified = encrypted && url.encryption != Encryption::Opportunistic;
        let report = Report { encrypted, verified, signed_in: url.credentials.is_some() };
        Ok(Self { connection, report })
    }

    pub(super) const fn report(&self) -> Report {
        self.report
    }

    pub(super) async fn close(mut self) {
        // A server that hangs up first has done what was asked.
        let _ = tokio::time::timeout(ALIVE, self.connection.quit()).await;
    }

    /// Whether the server is still there.
    pub(super) async fn answers(&mut self) -> bool {
        !self.connection.has_broken()
            && tokio::time::timeout(ALIVE, self.connection.test_connected()).await.unwrap_or(false)
    }

    pub(super) async fn send(&mut self, message: &Message) -> Result<(), MailerFault> {
        let envelope = message.envelope();
        match self.connection.send(envelope, &message.formatted()).await {
            Ok(_) => Ok(()),
            // This server takes no letter to such an address, today or tomorrow.
            Err(error)
                if error.is_client()
                    && !envelope.to().iter().all(|to| to.to_string().is_ascii()) =>
            {
                Err(MailerFault::Permanent(error.to_string()))
            }
            Err(error) => Err(fault(&error)),
        }
    }
}

impl fmt::Debug for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Line({:?})", self.report)
    }
}

fn parameters(url: &SmtpUrl) -> Result<TlsParameters, Trouble> {
    let mut tls = TlsParameters::builder(url.host.clone());
    if url.encryption == Encryption::Opportunistic {
        tls = tls.dangerous_accept_invalid_certs(true).dangerous_accept_invalid_hostnames(true);
    }
    if let Some(file) = &url.authority {
        let unread = |reason: String| {
            let file = file.display();
            Trouble(format!(
                "The certificate authority {file} can't be used ({reason}): name a PEM file in ?ca=."
            ))
        };
        let pem = std::fs::read(file).map_err(|error| unread(error.to_string()))?;
        let authority = Certificate::from_pem(&pem).map_err(|error| unread(error.to_string()))?;
        tls = tls.certificate_store(CertificateStore::None).add_root_certificate(authority);
    }
    tls.build_rustls().map_err(|error| Trouble(format!("TLS can't be used ({error}).")))
}

fn unreached(url: &SmtpUrl, error: &Error) -> Trouble {
    if error.is_tls() {
        return unsecured(url, error);
    }
    Trouble(format!(
        "The mail server {url} can't be reached ({error}): check that it runs and that host and port are right."
    ))
}

fn unsecured(url: &SmtpUrl, error: &Error) -> Trouble {
    Trouble(format!(
        "The connection to the mail server {url} can't be encrypted ({error}): name its certificate authority by ?ca=FILE."
    ))
}

fn refused(url: &SmtpUrl, error: &Error) -> Trouble {
    Trouble(format!(
        "The mail server {url} refuses the sign-in ({error}): check user and password."
    ))
}

/// Only what the server says about the letter or its address ends it; a sign-in it asks for or
/// refuses (530, 534, 535, 538) is a setting that can be mended.
fn fault(error: &Error) -> MailerFault {
    let status = error.status().map(u16::from);
    match status {
        Some(530 | 534 | 535 | 538) => MailerFault::Away(error.to_string()),
        Some(500..) => MailerFault::Permanent(error.to_string()),
        _ => MailerFault::Temporary(error.to_string()),
    }
}
