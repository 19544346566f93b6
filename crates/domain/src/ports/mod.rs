//! The true seams: what Crewdesk asks of systems outside, as traits. `adapters` has one file for each.

mod mail;

pub use mail::{BoxFuture, Letter, Mailbox, Mailer, MailerFault};
