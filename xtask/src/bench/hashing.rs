//! Bare hashes on all cores: what the machine can do, right before something is compared with it.

use std::thread;

use anyhow::{Context as _, Result};

use crate::run;

/// What all cores do while they hash and do nothing else.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hashes {
    /// How many a second.
    pub(super) rate: f64,
    /// How many milliseconds one takes.
    pub(super) mean: f64,
    /// How many the slowest of a hundred takes.
    pub(super) p99: f64,
}

/// By two implementations, five seconds each.
#[derive(Debug, Clone, Copy)]
pub(super) struct Both {
    /// The crate `argon2`, as the figures of SECURITY.md were taken with.
    pub(super) common: Hashes,
    /// What Crewdesk hashes with (ADR 0022).
    pub(super) ours: Hashes,
}

/// Hashes for ten seconds.
pub(super) fn measure() -> Result<Both> {
    Ok(Both { common: hash(&[])?, ours: hash(&["--ours"])? })
}

fn hash(which: &[&str]) -> Result<Hashes> {
    let answer = run::output(run::command(run::target().join("release/hashing")).args(which))?;
    let (rate, p99) = answer.trim().split_once(' ').context("two figures of hashes")?;
    let (rate, p99) = (rate.parse()?, p99.parse()?);
    Ok(Hashes { rate, mean: thread::available_parallelism()?.get() as f64 * 1e3 / rate, p99 })
}
