//! One file per outside system, each behind a trait of `domain::ports`.
//!
//! - [`smtp`]: mail by SMTP
//! - [`dev_mailbox`]: mail kept in memory, for the demo
//! - [`no_mail`]: mail that waits until a server is set

pub mod dev_mailbox;
pub mod no_mail;
pub mod smtp;
