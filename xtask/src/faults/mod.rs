//! Faults on purpose: what SECURITY.md promises about reliability, measured on the built binary.
//!
//! - `server` is an installation of its own and its nodes, `client` speaks to them, `writers` puts load on
//! - every other file is one fault and prints its figures through [`Report`]

mod backup;
mod client;
mod ending;
mod kill;
mod mails;
mod nodes;
mod server;
mod sync;
mod writers;

use std::fmt::Display;
use std::path::PathBuf;
use std::time::Instant;

use anyhow::{Context as _, Result, bail};

use crate::{install, postgres, run};

/// Which faults, and how hard.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// One fault alone: r1, r2, r6, r9 or r12.
    name: Option<String>,
    /// How often each fault is repeated.
    #[arg(long, default_value_t = 20)]
    rounds: usize,
    /// Users in the installation that is backed up and restored.
    #[arg(long, default_value_t = 100_000)]
    users: usize,
    /// Try the release build; bounds of time are meant for it.
    #[arg(long)]
    release: bool,
    /// Try this binary, such as an installed one, and build none.
    #[arg(long)]
    binary: Option<PathBuf>,
}

/// What all faults need.
struct Stand {
    binary: PathBuf,
    /// Where PostgreSQL answers.
    postgres: String,
    rounds: usize,
    users: usize,
}

/// Prints the figures and remembers whether one broke its bound.
#[derive(Default)]
struct Report {
    fault: &'static str,
    broken: usize,
}

impl Report {
    /// One line: what was measured, what must hold, and whether it does.
    #[expect(clippy::print_stdout, reason = "the figures are the answer of this command")]
    fn figure(&mut self, what: &str, must: &str, measured: impl Display, holds: bool) {
        let word = if holds { "ok" } else { "BROKEN" };
        println!("{word:6} {:3} {what}: {measured} (must be {must})", self.fault);
        self.broken += usize::from(!holds);
    }

    /// A count that must be nought.
    fn none(&mut self, what: &str, count: usize) {
        self.figure(what, "0", count, count == 0);
    }

    /// A time that must not be passed, in milliseconds.
    fn within(&mut self, what: &str, took: std::time::Duration, most: u64) {
        let millis = took.as_millis();
        let holds = millis <= u128::from(most);
        self.figure(what, &format!("≤ {most} ms"), format!("{millis} ms"), holds);
    }
}

const NAMES: &[&str] = &["r1", "r2", "r6", "r9", "r12"];

/// Tries the faults and fails where a bound is broken.
pub(crate) fn run(options: &Options) -> Result<()> {
    let wanted = |name: &str| options.name.as_deref().is_none_or(|one| one == name);
    let names: Vec<&'static str> = NAMES.iter().copied().filter(|name| wanted(name)).collect();
    if names.is_empty() {
        bail!("there is no such fault: name one of {}", NAMES.join(", "));
    }
    install::all()?;
    let binary = match &options.binary {
        Some(binary) => std::path::absolute(binary)?,
        None => build(options.release)?,
    };
    let (_server, postgres) = postgres()?;
    let stand = Stand { binary, postgres, rounds: options.rounds, users: options.users };
    let mut report = Report::default();
    let runtime = tokio::runtime::Runtime::new()?;
    for name in names {
        report.fault = name;
        let began = Instant::now();
        runtime
            .block_on(one(name, &stand, &mut report))
            .with_context(|| format!("{name} could not be measured"))?;
        eprintln!("{name:10} {:6.1} s", began.elapsed().as_secs_f32());
    }
    if report.broken > 0 {
        bail!("{} bounds are broken", report.broken);
    }
    Ok(())
}

async fn one(name: &str, stand: &Stand, report: &mut Report) -> Result<()> {
    match name {
        "r1" => Box::pin(kill::run(stand, report)).await,
        "r2" => sync::run(stand, report).await,
        "r6" => Box::pin(nodes::run(stand, report)).await,
        "r9" => Box::pin(backup::run(stand, report)).await,
        _ => Box::pin(ending::run(stand, report)).await,
    }
}

fn build(release: bool) -> Result<PathBuf> {
    let mut cargo = run::cargo();
    cargo.args(["build", "--quiet", "--package", "crewdesk"]);
    let profile = if release { "release" } else { "debug" };
    if release {
        cargo.arg("--release");
    }
    run::go(&mut cargo)?;
    Ok(run::target().join(profile).join("crewdesk"))
}

/// The server that the environment names, or one of our own.
fn postgres() -> Result<(Option<postgres::Server>, String)> {
    if let Some(url) = std::env::var_os(postgres::VARIABLE) {
        return Ok((None, url.to_string_lossy().into_owned()));
    }
    let server = postgres::start()?;
    let url = server.url();
    Ok((Some(server), url))
}
