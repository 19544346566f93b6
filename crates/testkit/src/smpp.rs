//! The far end of an SMS gateway: a message centre that speaks SMPP on loopback and keeps what it is given.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};

use futures::{SinkExt as _, StreamExt as _};
use rusmpp::pdus::{BindTransceiverResp, BindTransmitterResp, SubmitSm, SubmitSmResp};
use rusmpp::tokio_codec::CommandCodec;
use rusmpp::values::DataCoding;
use rusmpp::{Command, CommandStatus, Pdu};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;
use tokio_util::codec::Framed;

/// One text message that arrived.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arrived {
    /// The number as the gateway wrote it.
    pub to: String,
    /// What it says.
    pub text: String,
}

type Kept = Arc<Mutex<Vec<Arrived>>>;

/// A running message centre. It ends when dropped.
pub struct Centre {
    address: SocketAddr,
    kept: Kept,
    task: JoinHandle<()>,
}

impl Centre {
    /// On a free port of the loopback address.
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("the port has a number");
        let kept = Kept::default();
        let keep = Arc::clone(&kept);
        let task = tokio::spawn(async move {
            while let Ok((line, _)) = listener.accept().await {
                tokio::spawn(serve(line, Arc::clone(&keep)));
            }
        });
        Self { address, kept, task }
    }

    /// Its port.
    pub const fn port(&self) -> u16 {
        self.address.port()
    }

    /// Everything that has arrived.
    pub fn arrived(&self) -> Vec<Arrived> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Drop for Centre {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn serve(line: TcpStream, kept: Kept) {
    let mut line = Framed::new(line, CommandCodec::new());
    while let Some(Ok(command)) = line.next().await {
        let answer = match command.pdu() {
            Some(Pdu::BindTransceiver(_)) => {
                Pdu::BindTransceiverResp(BindTransceiverResp::default())
            }
            Some(Pdu::BindTransmitter(_)) => {
                Pdu::BindTransmitterResp(BindTransmitterResp::default())
            }
            Some(Pdu::EnquireLink) => Pdu::EnquireLinkResp,
            Some(Pdu::Unbind) => Pdu::UnbindResp,
            Some(Pdu::SubmitSm(message)) => {
                kept.lock().unwrap_or_else(PoisonError::into_inner).push(arrived(message));
                Pdu::SubmitSmResp(SubmitSmResp::default())
            }
            _ => continue,
        };
        let answer = Command::new(CommandStatus::EsmeRok, command.sequence_number(), answer);
        if line.send(answer).await.is_err() {
            return;
        }
    }
}

fn arrived(message: &SubmitSm) -> Arrived {
    let bytes: &[u8] = message.short_message().as_ref();
    let text = if message.data_coding == DataCoding::Ucs2 {
        let units: Vec<u16> = bytes
            .chunks_exact(2)
            .filter_map(|pair| Some(u16::from_be_bytes(pair.try_into().ok()?)))
            .collect();
        String::from_utf16_lossy(&units)
    } else {
        String::from_utf8_lossy(bytes).into_owned()
    };
    Arrived { to: message.destination_addr.to_string(), text }
}
