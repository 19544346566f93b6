//! A mail server for tests: keeps what it takes, and fails in the ways that servers fail.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use tokio::io::{AsyncBufReadExt as _, AsyncRead, AsyncWrite, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};

/// One mail that the server took.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Received {
    /// The envelope's sender.
    pub from: String,
    /// The envelope's recipients.
    pub to: Vec<String>,
    /// The whole message, headers and body, as it came.
    pub message: String,
    /// Whether it came over TLS.
    pub encrypted: bool,
}

impl Received {
    /// The value of a header that stands on one line.
    pub fn header(&self, name: &str) -> Option<&str> {
        let head = self.message.split("\r\n\r\n").next()?;
        head.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
    }
}

/// How the server fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Fault {
    /// Not at all.
    #[default]
    None,
    /// Answers 451 to every recipient: come again later.
    Busy,
    /// Answers 550 to every recipient: no such mailbox.
    NoSuchMailbox,
    /// Takes the mail, then hangs up without saying so: the sender must send it again.
    SilentAfterMail,
    /// Takes the connection and never says a word.
    Mute,
}

/// What the server offers and demands.
#[derive(Clone, Default)]
pub struct Setup {
    /// Offers STARTTLS with a certificate of its own making.
    pub starttls: bool,
    /// Demands this user and password.
    pub credentials: Option<(String, String)>,
}

/// A running mail server on the loopback address. It ends when dropped.
pub struct Sink {
    address: SocketAddr,
    shared: Arc<Shared>,
    task: Option<JoinHandle<()>>,
}

struct Shared {
    setup: Setup,
    tls: Option<TlsAcceptor>,
    authority: String,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    fault: Fault,
    mails: Vec<Received>,
    connections: usize,
}

impl Shared {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Sink {
    /// A server that takes everything, on a free port.
    pub async fn start() -> Self {
        Self::start_with(Setup::default()).await
    }

    /// A server with a set-up of its own.
    pub async fn start_with(setup: Setup) -> Self {
        let (tls, authority) = certificate();
        let tls = setup.starttls.then_some(tls);
        let shared = Shared { setup, tls, authority, state: Mutex::default() };
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("the port has a number");
        let mut sink = Self { address, shared: Arc::new(shared), task: None };
        sink.task = Some(tokio::spawn(listen(listener, Arc::clone(&sink.shared))));
        sink
    }

    /// `127.0.0.1:PORT`.
    pub const fn address(&self) -> SocketAddr {
        self.address
    }

    /// The certificate authority to trust, in PEM.
    pub fn authority(&self) -> &str {
        &self.shared.authority
    }

    /// From now on the server fails like this; open connections included.
    pub fn fail(&self, fault: Fault) {
        self.shared.state().fault = fault;
    }

    /// Everything taken so far.
    pub fn mails(&self) -> Vec<Received> {
        self.shared.state().mails.clone()
    }

    /// How many connections were made so far.
    pub fn connections(&self) -> usize {
        self.shared.state().connections
    }

    /// Goes away: nobody answers at the address, open connections are cut.
    pub async fn go_down(&mut self) {
        if let Some(task) = self.task.take() {
            task.abort();
            // Ends with the error of being aborted.
            let _ = task.await;
        }
    }

    /// Comes back at the same address.
    pub async fn come_back(&mut self) {
        let listener = TcpListener::bind(self.address).await.expect("the port is still free");
        self.task = Some(tokio::spawn(listen(listener, Arc::clone(&self.shared))));
    }
}

impl Drop for Sink {
    fn drop(&mut self) {
        if let Some(task) = &self.task {
            task.abort();
        }
    }
}

fn certificate() -> (TlsAcceptor, String) {
    let names = vec!["localhost".to_owned(), "127.0.0.1".to_owned()];
    let made = rcgen::generate_simple_self_signed(names).expect("a certificate can be made");
    let key = PrivateKeyDer::try_from(made.signing_key.serialize_der()).expect("a key of its own");
    let chain = vec![CertificateDer::from(made.cert.der().to_vec())];
    let provider = Arc::new(tokio_rustls::rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .expect("the provider knows TLS 1.2 and 1.3")
        .with_no_client_auth()
        .with_single_cert(chain, key)
        .expect("key and certificate fit");
    (TlsAcceptor::from(Arc::new(config)), made.cert.pem())
}

/// Connections live in this task, so that they end with it.
async fn listen(listener: TcpListener, shared: Arc<Shared>) {
    let mut open = tokio::task::JoinSet::new();
    while let Ok((stream, _)) = listener.accept().await {
        shared.state().connections += 1;
        open.spawn(serve(stream, Arc::clone(&shared)));
        while open.try_join_next().is_some() {}
    }
}

async fn serve(stream: TcpStream, shared: Arc<Shared>) {
    if shared.state().fault == Fault::Mute {
        std::future::pending::<()>().await;
    }
    let mut talk = Talk { stream: BufReader::new(stream), shared: &shared, encrypted: false };
    if talk.say("220 sink ESMTP").await.is_some() && talk.run().await == Some(Next::Encrypt) {
        let Some(tls) = &shared.tls else { return };
        let Ok(stream) = tls.accept(talk.stream.into_inner()).await else { return };
        let mut talk = Talk { stream: BufReader::new(stream), shared: &shared, encrypted: true };
        talk.run().await;
    }
}

#[derive(PartialEq, Eq)]
enum Next {
    GoOn,
    Encrypt,
    HangUp,
}

struct Talk<'s, S> {
    stream: BufReader<S>,
    shared: &'s Shared,
    encrypted: bool,
}

/// `None` from any step means that the peer is gone.
impl<S: AsyncRead + AsyncWrite + Unpin> Talk<'_, S> {
    async fn say(&mut self, line: &str) -> Option<()> {
        self.stream.get_mut().write_all(format!("{line}\r\n").as_bytes()).await.ok()?;
        self.stream.get_mut().flush().await.ok()
    }

    async fn hear(&mut self) -> Option<String> {
        let mut line = String::new();
        let read = self.stream.read_line(&mut line).await.ok()?;
        (read > 0).then(|| line.trim_end_matches(['\r', '\n']).to_owned())
    }

    async fn run(&mut self) -> Option<Next> {
        let (mut from, mut to) = (String::new(), Vec::new());
        let mut known = self.shared.setup.credentials.is_none();
        loop {
            let line = self.hear().await?;
            let (verb, rest) = line.split_once([' ', ':']).unwrap_or((&line, ""));
            match verb.to_ascii_uppercase().as_str() {
                "EHLO" => self.greet().await?,
                "STARTTLS" if self.shared.tls.is_some() && !self.encrypted => {
                    self.say("220 go ahead").await?;
                    return Some(Next::Encrypt);
                }
                "AUTH" => known = self.sign_in(rest).await?,
                "MAIL" if !known => self.say("530 sign in first").await?,
                "MAIL" => {
                    from = bracketed(rest);
                    self.say("250 ok").await?;
                }
                "RCPT" => self.recipient(rest, &mut to).await?,
                "DATA" => {
                    let mail = (std::mem::take(&mut from), std::mem::take(&mut to));
                    if self.take(mail).await? == Next::HangUp {
                        return Some(Next::HangUp);
                    }
                }
                "NOOP" | "RSET" => self.say("250 ok").await?,
                "QUIT" => {
                    self.say("221 bye").await?;
                    return Some(Next::HangUp);
                }
                _ => self.say("502 not known").await?,
            }
        }
    }

    async fn greet(&mut self) -> Option<()> {
        self.say("250-sink").await?;
        if self.shared.tls.is_some() && !self.encrypted {
            self.say("250-STARTTLS").await?;
        }
        if self.shared.setup.credentials.is_some() {
            self.say("250-AUTH PLAIN").await?;
        }
        self.say("250 8BITMIME").await
    }

    async fn sign_in(&mut self, rest: &str) -> Option<bool> {
        let given = rest.strip_prefix("PLAIN ").and_then(|text| STANDARD.decode(text).ok());
        let wanted = self.shared.setup.credentials.as_ref();
        let wanted = wanted.map(|(user, word)| format!("\0{user}\0{word}").into_bytes());
        let right = given.is_some() && given == wanted;
        self.say(if right { "235 welcome" } else { "535 wrong" }).await?;
        Some(right)
    }

    async fn recipient(&mut self, rest: &str, to: &mut Vec<String>) -> Option<()> {
        let fault = self.shared.state().fault;
        match fault {
            Fault::Busy => self.say("451 come again later").await,
            Fault::NoSuchMailbox => self.say("550 no such mailbox").await,
            _ => {
                to.push(bracketed(rest));
                self.say("250 ok").await
            }
        }
    }

    async fn take(&mut self, (from, to): (String, Vec<String>)) -> Option<Next> {
        self.say("354 go on").await?;
        let mut message = String::new();
        loop {
            let line = self.hear().await?;
            if line == "." {
                break;
            }
            message.push_str(line.strip_prefix('.').unwrap_or(&line));
            message.push_str("\r\n");
        }
        let fault = {
            let mut state = self.shared.state();
            state.mails.push(Received { from, to, message, encrypted: self.encrypted });
            state.fault
        };
        if fault == Fault::SilentAfterMail {
            return Some(Next::HangUp);
        }
        self.say("250 taken").await?;
        Some(Next::GoOn)
    }
}

/// The address in `FROM:<a@b> SIZE=1`.
fn bracketed(rest: &str) -> String {
    let start = rest.find('<').map_or(0, |at| at + 1);
    let end = rest.find('>').unwrap_or(rest.len());
    rest.get(start..end).unwrap_or_default().to_owned()
}

/// How often each message id was taken.
pub fn by_message_id(mails: &[Received]) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for mail in mails {
        *counts.entry(mail.header("Message-ID").unwrap_or_default().to_owned()).or_default() += 1;
    }
    counts
}
