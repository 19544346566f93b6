//! The binary as people meet it.

mod bad_starts;
mod orders;
mod program;
