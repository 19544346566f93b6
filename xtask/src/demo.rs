//! The demo: build, sample organisation, serve.

use anyhow::Result;

use crate::{assets, run};

/// Builds everything and serves a sample organisation until interrupted.
pub(crate) fn run() -> Result<()> {
    eprintln!("Building the front end and the server; the first time takes some minutes.");
    assets::build()?;
    run::go(run::cargo().args(["build", "--quiet", "--package", "crewdesk"]))?;
    let binary = run::target().join("debug/crewdesk");
    run::go(run::command(binary).arg("demo"))
}
