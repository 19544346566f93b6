//! docs/reference, written by the server itself.

use std::path::Path;

use anyhow::{Result, bail};

use crate::run;

/// Writes the reference anew, or with `check` tells whether it is up to date.
pub(crate) fn run(check: bool) -> Result<()> {
    let reference = run::root().join("docs/reference");
    if !check {
        return generate(&reference);
    }
    let fresh = run::target().join("reference");
    generate(&fresh)?;
    for entry in std::fs::read_dir(&fresh)? {
        let entry = entry?;
        let kept = std::fs::read(reference.join(entry.file_name())).unwrap_or_default();
        if kept != std::fs::read(entry.path())? {
            bail!(
                "docs/reference/{} is out of date: run `cargo xtask gen`",
                entry.file_name().display()
            );
        }
    }
    Ok(())
}

fn generate(folder: &Path) -> Result<()> {
    std::fs::create_dir_all(folder)?;
    let arguments = ["run", "--quiet", "--package", "crewdesk", "--", "gen-reference", "--out"];
    run::go(run::cargo().args(arguments).arg(folder))
}
