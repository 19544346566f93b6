//! The true seams: what Crewdesk asks of systems outside, as traits. `adapters` has one file for each.

mod mail;
mod sms;

pub use mail::{BoxFuture, Letter, Mailbox, Mailer, MailerFault};
pub use sms::{Sms, SmsFault, SmsSender};
