//! `GET /api/v1/users?…`, and the page that shows the list.

use anyhow::Result;

use super::Wanted::{AtLeast, AtMost, Nothing};
use super::{Bench, Wanted, figure, read, say};
use crate::bench::server;

/// Beginnings of names: whole given names, family names cut anywhere.
const BEGINNINGS: &[&str] = &[
    "nov",
    "dvor",
    "whitf",
    "lefevrea",
    "bakkeb",
    "pate",
    "kowal",
    "sorensenc",
    "jansend",
    "ricci",
];
/// Letters from the middle of names.
const MIDDLES: &[&str] =
    &["ova", "vor", "hitf", "evrea", "akkeb", "ate", "owal", "ensenc", "nsend", "icc"];

/// What a bare route answered in a second on the machine for which rates are wanted. Another machine is asked for the
/// same share of its own.
const BARE_THERE: f64 = 163_000.0;

/// A kind of list, and what is wanted of it.
pub(super) struct List {
    pub(super) what: &'static str,
    pub(super) lines: Vec<String>,
    rate: f64,
    p99: Wanted,
}

/// What is asked for.
pub(super) fn lists() -> [List; 3] {
    let search = |words: &[&str]| -> Vec<String> {
        words.iter().map(|word| format!("GET\t/api/v1/users?search={word}&limit=50\t")).collect()
    };
    let first = vec!["GET\t/api/v1/users?limit=50\t".to_owned()];
    let list = |what, lines, rate, p99| List { what, lines, rate, p99 };
    [
        list("search by beginning of a name", search(BEGINNINGS), 10_000.0, Nothing),
        list("search at any position", search(MIDDLES), 2_500.0, AtMost(15.0)),
        list("first page, no filter", first, 12_000.0, Nothing),
    ]
}

/// Measures.
pub(super) fn measure(bench: &Bench) -> Result<()> {
    say("list users, 50 to a page, 16 connections");
    for List { what, lines, rate, p99 } in lists() {
        let bare = read::bare(bench)?;
        let requests = bench.requests("search", &lines)?;
        let figures = bench.load(16).send_warm(&requests, &bench.token, "-")?;
        figure(what, figures.rate, "/s", AtLeast(rate));
        let share = 100.0 * figures.rate / bare;
        let wanted = (1e3 * rate / BARE_THERE).round() / 10.0;
        figure(&format!("{what}, of a bare route"), share, "%", AtLeast(wanted));
        figure(&format!("{what}, p99"), figures.p99, "ms", p99);
    }
    let requests = bench.requests("page", &["GET\t/users\t".to_owned()])?;
    let cookie = server::cookie(&bench.server.sign_in("bench@example.org")?);
    let figures = bench.load(16).send(&requests, "-", &cookie)?;
    figure("the page /users", figures.rate, "/s", Nothing);
    let figures = bench.load(4).send(&requests, "-", &cookie)?;
    figure("the page /users, 4 connections, p99", figures.p99, "ms", AtMost(20.0));
    Ok(())
}
