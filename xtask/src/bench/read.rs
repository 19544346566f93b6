//! `GET /api/v1/users/{id}`, beside a bare axum route that answers the same bytes.

use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};

use anyhow::{Context as _, Result, ensure};

use super::Wanted::{AtLeast, AtMost, Nothing};
use super::load::Load;
use super::{Bench, figure, say, server};
use crate::run;

/// The yardstick; it ends when dropped.
struct Bare(Child, String);

impl Drop for Bare {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Bare {
    /// A route that answers these bytes; where a database is given, to those whom it knows.
    fn start(body: &Path, sessions: Option<&Path>) -> Result<Self> {
        let mut command = run::command(run::target().join("release/bare"));
        let mut child = command.arg(body).args(sessions).stdout(Stdio::piped()).spawn()?;
        let mut address = String::new();
        BufReader::new(child.stdout.take().context("its address")?).read_line(&mut address)?;
        Ok(Self(child, format!("http://{}", address.trim())))
    }
}

/// Reads of users, and a bare route that answers each with the same one.
struct Yardstick {
    requests: PathBuf,
    body: PathBuf,
    bare: Bare,
}

impl Yardstick {
    fn new(bench: &Bench) -> Result<Self> {
        let lines = lines(bench)?;
        let first = lines.first().and_then(|line| line.split('\t').nth(1)).context("a user")?;
        let bearer = format!("Bearer {}", bench.token);
        let body = bench.folder.join("user.json");
        std::fs::write(&body, bench.server.get(first, &[("Authorization", &bearer)])?)?;
        let requests = bench.requests("read", &lines)?;
        Ok(Self { requests, bare: Bare::start(&body, None)?, body })
    }
}

/// How many users a second a bare route answers on this machine: other figures are seen beside that.
pub(super) fn bare(bench: &Bench) -> Result<f64> {
    let Yardstick { requests, body: _, bare } = Yardstick::new(bench)?;
    let load = Load { server: &bare.1, ..bench.load(16) };
    Ok(load.send(&requests, &bench.token, "-")?.rate)
}

/// Measures both in turns, so that a machine that grows slower does so for both.
pub(super) fn measure(bench: &Bench) -> Result<()> {
    say("read a user, 16 connections");
    let Yardstick { requests, body, bare } = Yardstick::new(bench)?;
    let ours = bench.load(16);
    let theirs = Load { server: &bare.1, ..ours.clone() };
    let (mut rate, mut yardstick) = (0.0_f64, 0.0_f64);
    let (mut p99, mut bare_p99) = (f64::MAX, f64::MAX);
    for _ in 0..2 {
        let figures = theirs.send(&requests, &bench.token, "-")?;
        yardstick = yardstick.max(figures.rate);
        bare_p99 = bare_p99.min(figures.p99);
        let figures = ours.send(&requests, &bench.token, "-")?;
        rate = rate.max(figures.rate);
        p99 = p99.min(figures.p99);
    }
    figure("bare axum route, same bytes", yardstick, "/s", Nothing);
    figure("bare axum route, p99", bare_p99, "ms", Nothing);
    figure("Crewdesk", rate, "/s", Nothing);
    figure("of the bare route", 100.0 * rate / yardstick, "%", AtLeast(40.0));
    figure("p99", p99, "ms", AtMost(2.0));
    session_check(bench, &requests, &body, &bare)
}

/// What asking who bears the token adds to a bare request, over a copy of the database: while nothing is
/// committed, as while people look at things.
fn session_check(bench: &Bench, requests: &Path, body: &Path, bare: &Bare) -> Result<()> {
    let folder = bench.folder.join("copy");
    server::copy(&bench.folder, &folder)?;
    let checked = Bare::start(body, Some(&folder.join("crewdesk.db")))?;
    let with = Load { server: &checked.1, ..bench.load(16) };
    let without = Load { server: &bare.1, ..bench.load(16) };
    let (mut slow, mut quick) = (0.0_f64, 0.0_f64);
    for _ in 0..2 {
        quick = quick.max(without.send(requests, &bench.token, "-")?.rate);
        let figures = with.send(requests, &bench.token, "-")?;
        ensure!(figures.refused + figures.lost == 0.0, "the copy knows nobody: {figures:?}");
        slow = slow.max(figures.rate);
    }
    std::fs::remove_dir_all(&folder)?;
    figure("the same bytes for those with a session", slow, "/s", Nothing);
    figure("which takes longer by", 100.0 * (quick / slow - 1.0), "%", AtMost(15.0));
    Ok(())
}

/// Reads of users from all over the list.
pub(super) fn lines(bench: &Bench) -> Result<Vec<String>> {
    let ids = bench.some_users()?;
    Ok(ids.iter().map(|id| format!("GET\t/api/v1/users/{id}\t")).collect())
}
