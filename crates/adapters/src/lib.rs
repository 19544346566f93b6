//! One file per outside system, each behind a trait of `domain::ports`.
//!
//! - [`smtp`]: mail by SMTP
//! - [`dev_mailbox`]: mail kept in memory, for the demo

pub mod dev_mailbox;
pub mod smtp;
