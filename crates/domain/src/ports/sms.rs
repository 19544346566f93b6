use std::fmt;

use kernel::Timestamp;

use super::BoxFuture;

/// A text message ready to go out, written in its reader's language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sms {
    /// One number, as `+` and digits.
    pub to: String,
    /// What it says.
    pub text: String,
    /// Stays the same when the message is sent again after a crash, so that a gateway that looks at it can
    /// drop the second (SECURITY.md R4). Letters, digits and hyphens.
    pub id: String,
    /// When it was written.
    pub at: Timestamp,
}

/// Why a text message did not go out. The text is for the log, never for people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SmsFault {
    /// No message can go out for now: the gateway can't be reached.
    Away(String),
    /// The same message may go out later: the gateway is busy, or refuses our sign-in.
    Temporary(String),
    /// This message will never go out: the gateway does not take its number or text.
    Permanent(String),
}

impl fmt::Display for SmsFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Away(reason) | Self::Temporary(reason) | Self::Permanent(reason) => {
                f.write_str(reason)
            }
        }
    }
}

/// Sends text messages.
pub trait SmsSender: fmt::Debug + Send + Sync {
    /// Sends one; `Ok` means that the gateway has taken it.
    fn send<'a>(&'a self, sms: &'a Sms) -> BoxFuture<'a, Result<(), SmsFault>>;
}
