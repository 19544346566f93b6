//! Hears what other nodes say by NOTIFY, and keeps listening.

use super::fault::Fault;
use crate::{Notification, url::PostgresUrl};
use futures::{StreamExt as _, stream};
use std::{pin::pin, time::Duration};
use tokio::sync::{broadcast, oneshot};
use tokio_postgres::AsyncMessage;
use tokio_postgres_rustls::MakeRustlsConnect;

/// The channel all nodes of an installation share.
pub(crate) const CHANNEL: &str = "crewdesk";
/// The pause before connecting again; doubled up to the longest.
const FIRST_PAUSE: Duration = Duration::from_millis(100);
const LONGEST_PAUSE: Duration = Duration::from_secs(5);
/// How often a silent connection is asked whether it still lives.
const PING: Duration = Duration::from_secs(20);

/// Whether this node hears the others.
enum Hearing {
    /// Not yet; whoever opened the database waits for it.
    Never(oneshot::Sender<()>),
    /// It does.
    Now,
    /// It did, and may have missed something since.
    Lost,
}

/// Listens for ever, and says so to `first` when it begins. After each interruption subscribers hear of a gap
/// and read anew.
pub(crate) async fn listen(
    url: PostgresUrl,
    tls: MakeRustlsConnect,
    news: broadcast::Sender<Notification>,
    first: oneshot::Sender<()>,
) {
    let mut pause = FIRST_PAUSE;
    let mut hearing = Hearing::Never(first);
    loop {
        if let Err(error) = hear(&url, &tls, &news, &mut hearing).await {
            tracing::warn!(error = error.describe(), "lost the notifications of other nodes");
        }
        pause = match hearing {
            Hearing::Now => FIRST_PAUSE,
            Hearing::Never(_) | Hearing::Lost => (pause * 2).min(LONGEST_PAUSE),
        };
        if matches!(hearing, Hearing::Now) {
            hearing = Hearing::Lost;
        }
        tokio::time::sleep(pause).await;
    }
}

/// One connection's worth of listening.
async fn hear(
    url: &PostgresUrl,
    tls: &MakeRustlsConnect,
    news: &broadcast::Sender<Notification>,
    hearing: &mut Hearing,
) -> Result<(), Fault> {
    let (client, mut connection) = url.config.connect(tls.clone()).await?;
    let mut messages = pin!(stream::poll_fn(move |context| connection.poll_message(context)));
    let started = async {
        client.batch_execute(&format!("LISTEN {CHANNEL}")).await?;
        match std::mem::replace(hearing, Hearing::Now) {
            Hearing::Never(first) => drop(first.send(())),
            Hearing::Now | Hearing::Lost => drop(news.send(Notification::Gap)),
        }
        // An answer is all that is asked for; without one the stream is given up.
        loop {
            tokio::time::sleep(PING).await;
            let answer = tokio::time::timeout(PING, client.batch_execute("")).await;
            answer.map_err(|_| Fault::NoAnswer)??;
        }
    };
    let mut started = pin!(started);
    loop {
        tokio::select! {
            ended = &mut started => return ended,
            message = messages.next() => match message {
                Some(Ok(AsyncMessage::Notification(note))) => {
                    let _ = news.send(Notification::Message(note.payload().into()));
                }
                Some(Ok(_)) => {}
                Some(Err(error)) => return Err(error.into()),
                None => return Ok(()),
            },
        }
    }
}
