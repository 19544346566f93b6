//! S9: how far the time of an answer tells whether an account exists.

use std::time::Instant;

use anyhow::Result;
use serde_json::{Value, json};

use super::Wanted::{AtMost, Nothing};
use super::{Bench, figure, say, server};

/// How many people are asked about, and how often each: fewer times than lock a name.
const PEOPLE: usize = 125;
const TIMES: usize = 8;

/// Measures both in turns.
pub(super) fn measure(bench: &Bench) -> Result<()> {
    say("what a stranger can learn from time, 1,000 pairs each");
    let run = std::process::id();
    for number in 0..PEOPLE {
        let email = known(run, number);
        let user = json!({"username": email, "first_name": "Known", "email": email,
            "password": server::PASSWORD});
        bench.server.post("/api/v1/users", &bench.token, &user)?;
    }
    let wrong = |email: &str| json!({"email": email, "password": "no password of anybody here"});
    pairs(bench, run, "sign-in", "/api/v1/session", wrong)?;
    let code = |email: &str| json!({"email": email});
    pairs(bench, run, "forgotten password", "/api/v1/password-codes", code)?;
    let wish =
        |email: &str| json!({"organisation": "New", "email": email, "password": server::PASSWORD});
    pairs(bench, run, "sign-up", "/api/v1/sign-ups", wish)
}

fn known(run: u32, number: usize) -> String {
    format!("known{run}.{number}@example.org")
}

fn pairs(
    bench: &Bench,
    run: u32,
    what: &str,
    path: &str,
    body: impl Fn(&str) -> Value,
) -> Result<()> {
    let (mut with, mut without) = (Vec::new(), Vec::new());
    for round in 0..PEOPLE * TIMES {
        let number = round % PEOPLE;
        with.push(timed(bench, path, &body(&known(run, number)))?);
        without.push(timed(bench, path, &body(&format!("nobody{run}.{number}@example.org")))?);
    }
    let (with, without) = (median(with), median(without));
    figure(&format!("{what}, account exists, median"), with, "ms", Nothing);
    figure(&format!("{what}, gap to one that does not"), (with - without).abs(), "ms", AtMost(5.0));
    Ok(())
}

fn timed(bench: &Bench, path: &str, body: &Value) -> Result<f64> {
    let began = Instant::now();
    bench.server.knock(path, body)?;
    Ok(began.elapsed().as_secs_f64() * 1e3)
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or_default()
}
