//! Mail by SMTP.
//!
//! - [`url`]: the address of the server with how to reach it
//! - [`line`]: one connection, step by step: reach, encrypt, sign in
//! - [`letter`]: a letter as a message of RFC 5322
//! - [`Smtp`]: keeps idle connections and sends letters over them

mod letter;
mod line;
mod url;

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use domain::ports::{BoxFuture, Letter, Mailer, MailerFault};
use tokio::time::Instant;

pub use letter::Sender;
use line::Line;
pub use line::{Report, Trouble};
pub use url::{Encryption, SmtpUrl, WrongUrl};

/// How long a whole letter may take, connecting included.
const PATIENCE: Duration = Duration::from_secs(30);
/// An idle connection older than this is not used again: servers hang up after a minute or more.
const IDLE: Duration = Duration::from_secs(20);
/// Idle connections kept.
const KEPT: usize = 4;

/// Sends letters by SMTP.
#[derive(Debug)]
pub struct Smtp {
    url: SmtpUrl,
    sender: Sender,
    idle: Mutex<Vec<(Instant, Line)>>,
}

impl Smtp {
    /// A mailer for this server and sender. Connects when there is something to send.
    pub const fn new(url: SmtpUrl, sender: Sender) -> Self {
        Self { url, sender, idle: Mutex::new(Vec::new()) }
    }

    /// Reaches the server, encrypts and signs in, without sending anything.
    ///
    /// # Errors
    /// The step that failed, with a sentence that says what to do.
    pub async fn check(&self) -> Result<Report, Trouble> {
        let wait = tokio::time::timeout(PATIENCE, Line::open(&self.url, self.sender.host()));
        let line = wait.await.map_err(|_| Trouble::silent(&self.url))??;
        let report = line.report();
        line.close().await;
        Ok(report)
    }

    /// A line is out of the pool while it is used, so that one dropped in mid-command is never used
    /// again: the next letter would read the former's answer.
    async fn deliver(&self, letter: &Letter) -> Result<(), MailerFault> {
        let message = self.sender.message(letter)?;
        let mut line = match self.rested().await {
            Some(line) => line,
            None => Line::open(&self.url, self.sender.host()).await?,
        };
        let answer = line.send(&message).await;
        if answer.is_ok() {
            let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
            if idle.len() < KEPT {
                idle.push((Instant::now(), line));
            }
        }
        answer
    }

    /// An idle line on which the server still answers.
    async fn rested(&self) -> Option<Line> {
        loop {
            let (since, mut line) =
                self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop()?;
            if since.elapsed() < IDLE && line.answers().await {
                return Some(line);
            }
        }
    }
}

impl Mailer for Smtp {
    fn send<'a>(&'a self, letter: &'a Letter) -> BoxFuture<'a, Result<(), MailerFault>> {
        Box::pin(async move {
            match tokio::time::timeout(PATIENCE, self.deliver(letter)).await {
                Ok(answer) => answer,
                Err(_) => {
                    Err(MailerFault::Temporary("the mail server did not answer in time".into()))
                }
            }
        })
    }
}
