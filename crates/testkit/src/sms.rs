//! A gateway for text messages: keeps what it takes, and fails in the ways that gateways fail.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

/// One request that the gateway took.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Handed {
    /// Method and target, as in `POST /send?x=1`.
    pub target: String,
    /// Headers by name in small letters.
    pub headers: BTreeMap<String, String>,
    /// The body.
    pub body: String,
}

impl Handed {
    /// A value of the target's query.
    pub fn query(&self, name: &str) -> Option<String> {
        let query = self.target.split_once('?')?.1;
        let url = reqwest::Url::parse(&format!("http://gate.example/?{query}")).ok()?;
        url.query_pairs().find(|(known, _)| known == name).map(|(_, value)| value.into_owned())
    }
}

/// How the gateway fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum GateFault {
    /// Not at all.
    #[default]
    None,
    /// Answers with this status.
    Status(u16),
    /// Takes the message, then hangs up without saying so.
    Silent,
    /// Leads elsewhere.
    Redirect,
}

/// A running gateway on the loopback address. It ends when dropped.
pub struct Gate {
    address: SocketAddr,
    state: Arc<Mutex<State>>,
    task: Option<JoinHandle<()>>,
}

#[derive(Default)]
struct State {
    fault: GateFault,
    handed: Vec<Handed>,
    says: Option<String>,
}

fn locked(state: &Mutex<State>) -> MutexGuard<'_, State> {
    state.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Gate {
    /// A gateway that takes everything, on a free port.
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("the port has a number");
        let mut gate = Self { address, state: Arc::default(), task: None };
        gate.listen(listener);
        gate
    }

    fn listen(&mut self, listener: TcpListener) {
        let state = Arc::clone(&self.state);
        self.task = Some(tokio::spawn(async move {
            while let Ok((line, _)) = listener.accept().await {
                tokio::spawn(serve(line, Arc::clone(&state)));
            }
        }));
    }

    /// `127.0.0.1:PORT`.
    pub const fn address(&self) -> SocketAddr {
        self.address
    }

    /// An address with placeholders that hands everything over in the query.
    pub fn template(&self) -> String {
        format!("http://{}/send?to={{to}}&text={{text}}&id={{id}}", self.address)
    }

    /// From now on the gateway fails like this.
    pub fn fail(&self, fault: GateFault) {
        locked(&self.state).fault = fault;
    }

    /// From now on the gateway says this instead of `OK`.
    pub fn say(&self, text: impl Into<String>) {
        locked(&self.state).says = Some(text.into());
    }

    /// Everything taken so far.
    pub fn handed(&self) -> Vec<Handed> {
        locked(&self.state).handed.clone()
    }

    /// Goes away: nobody answers at the address.
    pub async fn go_down(&mut self) {
        if let Some(task) = self.task.take() {
            task.abort();
            // Ends with the error of being aborted.
            let _ = task.await;
        }
    }

    /// Comes back at the same address.
    pub async fn come_back(&mut self) {
        let listener = TcpListener::bind(self.address).await.expect("the former port");
        self.listen(listener);
    }
}

impl Drop for Gate {
    fn drop(&mut self) {
        if let Some(task) = &self.task {
            task.abort();
        }
    }
}

/// One request for each connection.
async fn serve(line: TcpStream, state: Arc<Mutex<State>>) {
    let mut line = BufReader::new(line);
    let Some(handed) = read(&mut line).await else { return };
    let fault = locked(&state).fault;
    if matches!(fault, GateFault::None | GateFault::Silent) {
        locked(&state).handed.push(handed);
    }
    let answer = match fault {
        GateFault::None => {
            let says = locked(&state).says.clone().unwrap_or_else(|| "OK".to_owned());
            let length = says.len();
            format!(
                "HTTP/1.1 202 Accepted\r\ncontent-length: {length}\r\nconnection: close\r\n\r\n{says}"
            )
        }
        GateFault::Silent => return,
        GateFault::Status(status) => {
            format!("HTTP/1.1 {status} No\r\ncontent-length: 0\r\nconnection: close\r\n\r\n")
        }
        GateFault::Redirect => {
            let here = locked(&state).handed.len();
            format!(
                "HTTP/1.1 302 Found\r\nlocation: /elsewhere{here}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"
            )
        }
    };
    // Who has hung up needs no answer.
    let _ = line.write_all(answer.as_bytes()).await;
    let _ = line.shutdown().await;
}

async fn read(line: &mut BufReader<TcpStream>) -> Option<Handed> {
    let mut lines = Vec::new();
    loop {
        let mut text = String::new();
        line.read_line(&mut text).await.ok().filter(|read| *read > 0)?;
        let text = text.trim_end().to_owned();
        if text.is_empty() {
            break;
        }
        lines.push(text);
    }
    let target = lines.first()?.trim_end_matches(" HTTP/1.1").to_owned();
    let headers: BTreeMap<String, String> = lines
        .iter()
        .skip(1)
        .filter_map(|text| text.split_once(':'))
        .map(|(name, value)| (name.to_lowercase(), value.trim().to_owned()))
        .collect();
    let length = headers.get("content-length").and_then(|text| text.parse().ok()).unwrap_or(0);
    let mut body = vec![0; length];
    line.read_exact(&mut body).await.ok()?;
    Some(Handed { target, headers, body: String::from_utf8_lossy(&body).into_owned() })
}
