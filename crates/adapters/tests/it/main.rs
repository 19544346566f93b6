//! The adapters against servers that behave well and badly.

#![cfg(test)]

mod breaches;
mod oidc;
mod sms;
mod smtp;
