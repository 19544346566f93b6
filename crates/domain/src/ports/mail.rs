use std::fmt;
use std::pin::Pin;

use kernel::Timestamp;

/// A future behind a trait object.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// A mail ready to go out, written in its reader's language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// One address. A control character in it or in the subject is refused (SECURITY.md S13).
    pub to: String,
    /// One line.
    pub subject: String,
    /// The body for readers of plain text.
    pub text: String,
    /// The same for readers of HTML.
    pub html: String,
    /// Stays the same when the letter is sent again after a crash, so that the receiving server or
    /// the reader's program can drop the second (SECURITY.md R4). Letters, digits, dots and hyphens.
    pub message_id: String,
    /// When it was written.
    pub at: Timestamp,
}

/// Why a letter did not go out. The text is for the log, never for people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MailerFault {
    /// No letter can go out for now: the server can't be reached, or refuses our sign-in.
    Away(String),
    /// The same letter may go out later: the server is busy, or broke off.
    Temporary(String),
    /// This letter will never go out: the address does not exist or can't be written.
    Permanent(String),
}

impl fmt::Display for MailerFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Away(reason) | Self::Temporary(reason) | Self::Permanent(reason) => {
                f.write_str(reason)
            }
        }
    }
}

/// Sends letters.
pub trait Mailer: fmt::Debug + Send + Sync {
    /// Sends one; `Ok` means that the next server has taken it.
    fn send<'a>(&'a self, letter: &'a Letter) -> BoxFuture<'a, Result<(), MailerFault>>;
}

/// Where a demo keeps its letters instead of sending them.
pub trait Mailbox: fmt::Debug + Send + Sync {
    /// The latest letters, newest first.
    fn recent(&self) -> Vec<Letter>;
}
