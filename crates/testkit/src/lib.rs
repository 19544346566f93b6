//! Test servers, one client per actor, builders, a mail sink, an SMS gateway.

#![expect(clippy::expect_used, reason = "this is how a test's set-up fails")]

pub mod app;
mod client;
pub mod issuer;
pub mod kannel;
pub mod oidc_mock;
pub mod passkey;
pub mod smpp;
pub mod sms;
pub mod smtp;
