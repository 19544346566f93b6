//! Installs what the tests need and the machine lacks.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, bail};

use crate::{oidc, run};

/// The pinned version of each cargo tool.
const CARGO_TOOLS: &[(&str, &str, &str)] =
    &[("cargo-nextest", "nextest", "0.9.143"), ("cargo-deny", "deny", "0.20.2")];

/// Debian packages, each with a file that tells whether it is there.
const PACKAGES: &[(&str, &str)] = &[
    ("chromium", "/usr/bin/chromium"),
    ("curl", "/usr/bin/curl"),
    ("kannel", "/usr/sbin/bearerbox"),
    ("npm", "/usr/bin/npm"),
    ("strace", "/usr/bin/strace"),
];

/// Installs everything.
pub(crate) fn all() -> Result<()> {
    let mut missing: Vec<&str> = PACKAGES
        .iter()
        .filter(|(_, file)| !Path::new(file).exists())
        .map(|(name, _)| *name)
        .collect();
    if postgres_folder().is_none() {
        missing.push("postgresql");
    }
    if run::answers("npm", "--version") {
        missing.retain(|name| *name != "npm");
    }
    if !missing.is_empty() {
        packages(&missing)?;
    }
    oidc::install()?;
    cargo_tools()
}

/// Installs the cargo tools alone.
pub(crate) fn cargo_tools() -> Result<()> {
    for (name, subcommand, version) in CARGO_TOOLS {
        let there = run::cargo().args([subcommand, "--version"]).output();
        if !there.is_ok_and(|output| output.status.success()) {
            eprintln!("installing {name} {version}");
            run::go(run::cargo().args(["install", "--locked", "--version", version, name]))?;
        }
    }
    Ok(())
}

/// Installs one Debian package where its program is missing.
pub(crate) fn tool(name: &str, file: &str) -> Result<()> {
    if Path::new(file).exists() || run::answers(name, "-v") { Ok(()) } else { packages(&[name]) }
}

/// Where PostgreSQL's programs are: Debian keeps each version in a folder of its own.
pub(crate) fn postgres_folder() -> Option<PathBuf> {
    let versions = std::fs::read_dir("/usr/lib/postgresql").ok()?;
    let mut folders: Vec<PathBuf> =
        versions.flatten().map(|version| version.path().join("bin")).collect();
    folders.retain(|folder| folder.join("initdb").exists());
    folders.sort();
    folders.pop()
}

/// Whether this process is the superuser.
pub(crate) fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output();
    id.is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}

fn packages(names: &[&str]) -> Result<()> {
    if !Path::new("/usr/bin/apt-get").exists() {
        bail!("install {} by hand: this is no Debian", names.join(", "));
    }
    eprintln!("installing {}", names.join(", "));
    let mut sudo = vec!["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-y", "-qq"];
    if !is_root() {
        sudo.insert(0, "sudo");
    }
    let apt = |arguments: &[&str]| -> Result<()> {
        let mut words = sudo.iter().chain(arguments);
        let program = words.next().copied().unwrap_or("apt-get");
        run::go(run::command(program).args(words).stdout(std::process::Stdio::null()))
    };
    apt(&["update"])?;
    apt(&[&["install", "--no-install-recommends"], names].concat())
}
