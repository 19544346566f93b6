//! Every text people read, in every language (SPEC ORG-4).
//!
//! The texts are Fluent files, `locales/<language>/<topic>.ftl`, carried in the binary. A key is
//! written `topic-thing` and stands as a literal where it is used, so that the tests can find keys
//! that nobody uses and uses of keys that do not exist. A key put together at run time is written
//! `format!("topic-{…}")` or its `"topic-"` passed to [`error`] and the like: the tests then take every
//! key with that beginning as used.
//!
//! - [`Lang`]: the languages, and which one a browser asks for
//! - [`get`], [`with`], [`error`]: a text, a text with values, the text of a refusal
//! - [`Texts`]: the same for one reader, as templates want it
//! - [`client`]: what a program is called, from its User-Agent
//! - [`letter`]: what each mail says
//! - [`format`]: dates, times, lengths of time and numbers as the reader writes them

mod catalogue;
mod client;
pub mod format;
mod lang;
pub mod letter;

pub use catalogue::{Arg, Texts, error, get, with};
pub use client::client;
pub use format::Zone;
pub use lang::Lang;
