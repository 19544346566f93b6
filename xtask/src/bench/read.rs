//! `GET /api/v1/users/{id}`, beside a bare axum route that answers the same bytes.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Stdio};

use anyhow::{Context as _, Result};

use super::Wanted::{AtLeast, AtMost, Nothing};
use super::load::Load;
use super::{Bench, figure, say};
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
    fn start(body: &Path) -> Result<Self> {
        let mut command = run::command(run::target().join("release/bare"));
        let mut child = command.arg(body).stdout(Stdio::piped()).spawn()?;
        let mut address = String::new();
        BufReader::new(child.stdout.take().context("its address")?).read_line(&mut address)?;
        Ok(Self(child, format!("http://{}", address.trim())))
    }
}

/// Measures both in turns, so that a machine that grows slower does so for both.
pub(super) fn measure(bench: &Bench) -> Result<()> {
    say("read a user, 16 connections");
    let lines = lines(bench)?;
    let first = lines.first().and_then(|line| line.split('\t').nth(1)).context("a user")?;
    let bearer = format!("Bearer {}", bench.token);
    let body = bench.folder.join("user.json");
    std::fs::write(&body, bench.server.get(first, &[("Authorization", &bearer)])?)?;
    let requests = bench.requests("read", &lines)?;
    let bare = Bare::start(&body)?;
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
    Ok(())
}

/// Reads of users from all over the list.
pub(super) fn lines(bench: &Bench) -> Result<Vec<String>> {
    let ids = bench.some_users()?;
    Ok(ids.iter().map(|id| format!("GET\t/api/v1/users/{id}\t")).collect())
}
