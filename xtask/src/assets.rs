//! The front end: npm and esbuild, packages are installed when their list has changed, and a file is written when
//! its content has.

use anyhow::Result;

use crate::run;

/// Builds `crates/web/frontend/dist`.
pub(crate) fn build() -> Result<()> {
    let folder = run::root().join("crates/web/frontend");
    let installed = folder.join("node_modules/.package-lock.json");
    let lock = folder.join("package-lock.json");
    let newer = |file: &std::path::Path| file.metadata().and_then(|data| data.modified()).ok();
    if newer(&installed) < newer(&lock) {
        run::go(
            run::command("npm")
                .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
                .current_dir(&folder),
        )?;
    }
    run::go(run::command("npm").args(["run", "--silent", "build"]).current_dir(&folder))
}
