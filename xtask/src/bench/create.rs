//! `POST /api/v1/users`: every acknowledged user is on disk.

use anyhow::{Context as _, Result, bail};
use serde_json::Value;

use super::Wanted::{AtLeast, AtMost};
use super::{Bench, figure, say};

const FIRST: &[&str] =
    &["Anna", "Jiří", "Sørine", "Éloïse", "Tomáš", "Grace", "Hannah", "Ondřej", "Layla", "Marek"];
const LAST: &[&str] = &[
    "Novák",
    "Dvořák",
    "Whitfield",
    "Lefèvre",
    "Bakke",
    "Patel",
    "Kowalska",
    "Sørensen",
    "Jansen",
    "Ricci",
];

/// Creates users until there are as many as wanted; tells the rates on the way where they are asked for.
pub(super) fn fill(bench: &Bench, users: u64, tell: bool) -> Result<()> {
    let mut there = count(bench)?;
    let mut small = 0.0;
    if tell && there < users {
        say("create a user");
        for (connections, bound) in [(4, 1_000.0), (64, 5_000.0)] {
            small = some(bench, connections, bench.seconds.min(3))?;
            let what = format!("{connections} connections, few users");
            figure(&what, small, "/s", AtLeast(bound));
        }
        there = count(bench)?;
    }
    while there < users {
        some(bench, 64, 3)?;
        there = count(bench)?;
    }
    if tell {
        let large = some(bench, 64, 3)?;
        figure("64 connections, all users there", large, "/s", AtLeast(5_000.0));
        figure("few users / all users, 64 connections", small / large, "", AtMost(1.1));
    }
    Ok(())
}

/// How many users there are.
fn count(bench: &Bench) -> Result<u64> {
    let answer = bench.server.json("/api/v1/users?limit=1&count=true", &bench.token)?;
    answer.get("total").and_then(Value::as_u64).context("total")
}

fn some(bench: &Bench, connections: u32, seconds: u32) -> Result<f64> {
    let names: Vec<String> = FIRST
        .iter()
        .flat_map(|first| LAST.iter().map(move |last| format!("{first}\t{last}")))
        .collect();
    let names = bench.requests("names", &names)?;
    // Numbers that are not taken: each run begins well above what the one before can have reached.
    let from = count(bench)? * 4 + 1_000;
    let mut load = bench.load(connections);
    load.seconds = seconds;
    let figures = load.create(&names, &bench.token, from)?;
    if figures.refused > 0.0 {
        bail!("{} users were refused", figures.refused);
    }
    Ok(figures.rate)
}
