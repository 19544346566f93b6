//! The engine on both databases: every trap of ADR 0002 as a permanent test.

mod basics;
mod search;
mod sqlite_file;
mod support;
mod traps;
