//! The adapters against servers that behave well and badly.

#![cfg(test)]

mod sms;
mod smtp;
