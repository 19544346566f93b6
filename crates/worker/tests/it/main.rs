//! The worker on both databases, against a real mail server.

#![cfg(test)]

mod office;
mod outage;
mod sms;
mod stories;
