//! One file per outside system, each behind a trait of `domain::ports`.
//!
//! - [`smtp`]: mail by SMTP
//! - [`sms_http`]: text messages by any gateway that speaks HTTP
//! - [`oidc`]: identity providers that speak OpenID Connect
//! - [`outgoing`]: the way out to addresses that an organisation chose
//! - [`breaches`]: passwords of known breaches, from files or a service
//! - [`dev_mailbox`]: mail and text messages kept in memory, for the demo
//! - [`no_mail`], [`no_sms`]: what waits until a server or gateway is set

pub mod breaches;
pub mod dev_mailbox;
pub mod no_mail;
pub mod no_sms;
pub mod oidc;
pub mod outgoing;
pub mod sms_http;
pub mod smtp;
