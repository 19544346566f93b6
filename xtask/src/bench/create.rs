//! `POST /api/v1/users`: every acknowledged user is on disk.

use anyhow::{Context as _, Result, bail};
use serde_json::Value;

use super::Wanted::{AtLeast, AtMost};
use super::{Bench, Options, figure, middle, open, say};

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

/// How often few and many are measured, one right after the other: how fast a disk syncs changes from one moment to the
/// next, so the round in the middle counts.
const ROUNDS: usize = 3;

/// How long users are created at a time.
const SECONDS: u32 = 3;

/// What one round gave, in users a second.
struct Round {
    /// In a new organisation, on so many connections.
    few_4: f64,
    few_64: f64,
    /// In the one with all users.
    many_64: f64,
}

/// Measures in organisations of its own, which become larger by it.
pub(super) fn measure(options: &Options) -> Result<()> {
    let many = open("create-many-", options.users, options.seconds, true)?;
    say("create a user");
    let rounds = (0..ROUNDS).map(|_| round(&many)).collect::<Result<Vec<_>>>()?;
    let show =
        |what, of: fn(&Round) -> f64, wanted| figure(what, middle(&rounds, of), "/s", wanted);
    show("4 connections, few users", |round| round.few_4, AtLeast(1_000.0));
    show("64 connections, few users", |round| round.few_64, AtLeast(5_000.0));
    show("64 connections, all users there", |round| round.many_64, AtLeast(5_000.0));
    let slower = middle(&rounds, |round| round.few_64 / round.many_64);
    figure("few users / all users, 64 connections", slower, "", AtMost(1.1));
    figure("resident memory at its highest", many.server.memory()?.1, "MiB", AtMost(150.0));
    Ok(())
}

fn round(many: &Bench) -> Result<Round> {
    let few = open("create-few-", 0, many.seconds, true)?;
    let few_4 = some(&few, 4, SECONDS)?;
    let few_64 = some(&few, 64, SECONDS)?;
    drop(few);
    Ok(Round { few_4, few_64, many_64: some(many, 64, SECONDS)? })
}

/// Creates users until there are as many as wanted.
pub(super) fn fill(bench: &Bench, users: u64) -> Result<()> {
    while count(bench)? < users {
        some(bench, 64, SECONDS)?;
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
