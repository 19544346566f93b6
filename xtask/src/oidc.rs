//! An identity provider for tests, which somebody else wrote: oidc-provider-mock of PyPI, in a folder of its own.

use anyhow::Result;

use crate::run;

/// What is installed, pinned.
const PACKAGE: &str = "oidc-provider-mock==0.3.4";

/// Installs it where it is missing; tests look for it at `target/oidc-provider`.
pub(crate) fn install() -> Result<()> {
    let folder = run::root().join("target/oidc-provider");
    if folder.join("bin/oidc-provider-mock").exists() {
        return Ok(());
    }
    eprintln!("installing {PACKAGE}");
    run::go(run::command("python3").args(["-m", "venv"]).arg(&folder))?;
    let pip = folder.join("bin/pip");
    run::go(run::command(pip.display().to_string()).args(["install", "--quiet", PACKAGE]))
}
