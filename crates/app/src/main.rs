//! The binary `crewdesk`: settings, commands, composition.

mod command;
mod config;
mod demo;
mod logging;

use std::process::ExitCode;

use clap::Parser as _;

#[tokio::main]
async fn main() -> ExitCode {
    match command::Arguments::parse().run().await {
        Ok(code) => code,
        Err(error) => {
            eprintln!("crewdesk: {error:#}");
            ExitCode::FAILURE
        }
    }
}
