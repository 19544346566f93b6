//! The true seams: what Crewdesk asks of systems outside, as traits. `adapters` has one file for each.

mod breaches;
mod identity;
mod mail;
mod sms;

pub use breaches::Breaches;
pub use identity::{
    Answer, Ask, Claims, Discovered, IdentityFault, IdentityProvider, LogoutNotice, Registration,
};
pub use mail::{BoxFuture, Letter, Mailbox, Mailer, MailerFault};
pub use sms::{Sms, SmsFault, SmsSender};
