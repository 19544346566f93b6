//! Hears what other nodes say by NOTIFY, and keeps listening.

use super::fault::Fault;
use crate::{Notification, url::PostgresUrl};
use futures::{StreamExt as _, stream};
use std::{pin::pin, time::Duration};
use tokio::sync::broadcast;
use tokio_postgres::AsyncMessage;
use tokio_postgres_rustls::MakeRustlsConnect;

/// The channel all nodes of an installation share.
pub(crate) const CHANNEL: &str = "crewdesk";
/// The pause before connecting again; doubled up to the longest.
const FIRST_PAUSE: Duration = Duration::from_millis(100);
const LONGEST_PAUSE: Duration = Duration::from_secs(5);
/// How often a silent connection is asked whether it still lives.
const PING: Duration = Duration::from_secs(20);

/// Listens for ever. After each interruption subscribers hear of a gap and read anew.
pub(crate) async fn listen(
    url: PostgresUrl,
    tls: MakeRustlsConnect,
    news: broadcast::Sender<Notification>,
) {
    let mut pause = FIRST_PAUSE;
    let mut interrupted = false;
    loop {
        let heard = hear(&url, &tls, &news, &mut interrupted).await;
        if let Err(error) = heard {
            tracing::warn!(error = error.describe(), "lost the notifications of other nodes");
        }
        pause = if interrupted { (pause * 2).min(LONGEST_PAUSE) } else { FIRST_PAUSE };
        interrupted = true;
        tokio::time::sleep(pause).await;
    }
}

/// One connection's worth of listening. Clears `interrupted` once it hears again.
async fn hear(
    url: &PostgresUrl,
    tls: &MakeRustlsConnect,
    news: &broadcast::Sender<Notification>,
    interrupted: &mut bool,
) -> Result<(), Fault> {
    let (client, mut connection) = url.config.connect(tls.clone()).await?;
    let mut messages = pin!(stream::poll_fn(move |context| connection.poll_message(context)));
    let started = async {
        client.batch_execute(&format!("LISTEN {CHANNEL}")).await?;
        if std::mem::take(interrupted) {
            let _ = news.send(Notification::Gap);
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
