//! Development commands: `cargo xtask COMMAND`.

mod advisories;
mod assets;
mod bench;
mod demo;
mod faults;
mod generate;
mod install;
mod oidc;
mod postgres;
mod run;
mod test;
mod tidy;

use clap::{Parser, Subcommand};

/// Development commands.
#[derive(Parser)]
#[command(name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Builds everything, loads a sample organisation and serves it on http://127.0.0.1:8080.
    Demo,
    /// Installs what tests need and runs every check and test.
    Test(test::Options),
    /// Measures the release build over HTTP.
    Bench(bench::Options),
    /// Builds the front end.
    Assets,
    /// Checks the floors, the files' sizes and the map.
    Tidy,
    /// Writes docs/reference anew.
    Gen {
        /// Only tell whether it is up to date.
        #[arg(long)]
        check: bool,
    },
    /// Starts a throw-away PostgreSQL for tests and prints the variable that names it.
    Postgres,
    /// Asks whether a hole was published in a library. Needs the network.
    Advisories,
    /// Kills, traces, backs up and ends the server on purpose and measures what must hold.
    Faults(faults::Options),
}

fn main() -> anyhow::Result<()> {
    match Arguments::parse().command {
        Command::Demo => demo::run(),
        Command::Test(options) => test::run(&options),
        Command::Bench(options) => bench::run(&options),
        Command::Assets => assets::build(),
        Command::Tidy => tidy::run(),
        Command::Gen { check } => generate::run(check),
        Command::Postgres => postgres::foreground(),
        Command::Advisories => advisories::ask(),
        Command::Faults(options) => faults::run(&options),
    }
}
