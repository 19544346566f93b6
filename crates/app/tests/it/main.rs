//! The binary as people meet it.

mod bad_starts;
mod keys;
mod orders;
mod program;
mod tls;
