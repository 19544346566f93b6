//! Asks whether a hole was published in a library (SECURITY.md, Libraries; ASVS 15.2.1). Needs the network.

use anyhow::Result;

use crate::{install, run};

/// Asks about all crates and all packages, and fails if there is a hole in either.
pub(crate) fn ask() -> Result<()> {
    install::cargo_tools()?;
    let crates = run::go(run::cargo().args(["deny", "check", "advisories"]));
    let frontend = run::root().join("crates/web/frontend");
    let packages = run::go(run::command("npm").arg("audit").current_dir(frontend));
    crates.and(packages)
}
