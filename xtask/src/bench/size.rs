//! Start, memory, the size of the program and of a page.

use anyhow::Result;

use super::Wanted::AtMost;
use super::{Bench, figure, say, server};

/// What can be told before any load.
pub(super) fn at_rest(bench: &Bench) -> Result<()> {
    say("sizes");
    figure("from start to ready", bench.server.start.as_secs_f64() * 1e3, "ms", AtMost(300.0));
    figure("resident memory, idle", bench.server.memory()?.0, "MiB", AtMost(60.0));
    let binary = mebibytes(std::fs::metadata(server::binary())?.len());
    figure("the program", binary, "MiB", AtMost(40.0));
    let (first, later) = page(bench)?;
    figure("the page /users with all it loads, first visit", first, "KiB", AtMost(200.0));
    figure("the page /users afterwards", later, "KiB", AtMost(20.0));
    Ok(())
}

/// What the loads left behind.
pub(super) fn after_load(bench: &Bench) -> Result<()> {
    say("after the loads");
    figure("resident memory at its highest", bench.server.memory()?.1, "MiB", AtMost(150.0));
    Ok(())
}

/// Compressed KiB of the list with everything it names, and of the list alone.
fn page(bench: &Bench) -> Result<(f64, f64)> {
    let cookie = server::cookie(&bench.server.sign_in("bench@example.org")?);
    let headers = [("Cookie", cookie.as_str()), ("Accept-Encoding", "br, gzip")];
    let alone = bench.server.get("/users", &headers)?.len();
    let plain = bench.server.get("/users", &[("Cookie", cookie.as_str())])?;
    let text = String::from_utf8(plain)?;
    let mut total = alone;
    for asset in assets(&text) {
        total += bench.server.get(asset, &headers)?.len();
    }
    Ok((kibibytes(total as u64), kibibytes(alone as u64)))
}

/// Addresses of scripts, styles, fonts and pictures that a page names.
fn assets(page: &str) -> Vec<&str> {
    let mut found: Vec<&str> = page
        .split('"')
        .filter(|part| part.starts_with("/assets/") || part.contains("/photo?"))
        .map(|part| part.split('#').next().unwrap_or(part))
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

fn kibibytes(bytes: u64) -> f64 {
    f64::from(u32::try_from(bytes).unwrap_or(u32::MAX)) / 1024.0
}

fn mebibytes(bytes: u64) -> f64 {
    kibibytes(bytes) / 1024.0
}
