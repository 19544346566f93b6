//! The adapters against servers that behave well and badly.

#![cfg(test)]

mod oidc;
mod sms;
mod smtp;
