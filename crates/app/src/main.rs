//! The binary `crewdesk`: settings, commands, composition.

mod command;
mod config;
mod demo;
mod logging;

use std::process::ExitCode;

use clap::Parser as _;

/// Answers are made of many small pieces, and a server that has been busy should give memory back: the
/// C library's allocator is slower at both.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[tokio::main]
async fn main() -> ExitCode {
    match Box::pin(command::Arguments::parse().run()).await {
        Ok(code) => code,
        Err(error) => {
            eprintln!("crewdesk: {error:#}");
            ExitCode::FAILURE
        }
    }
}
