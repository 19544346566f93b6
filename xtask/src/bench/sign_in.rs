//! `POST /api/v1/session`, beside bare hashes; and what others feel of it.

use anyhow::Result;
use serde_json::json;

use super::Wanted::{AtLeast, AtMost, Nothing};
use super::{Bench, figure, hashing, say, second_factor, server};

/// How many people sign in.
const PEOPLE: usize = 64;

/// Measures; answers how many hashes all cores do in a second at their best.
pub(super) fn measure(bench: &Bench) -> Result<f64> {
    say("sign in, 8 connections");
    let bare = hashing::measure()?;
    let sign_ins = bench.requests("sign-in", &people(bench)?)?;
    let alone = bench.load(8).send(&sign_ins, "-", "-")?;
    figure("bare Argon2id of the crate argon2 on all cores", bare.common.rate, "/s", Nothing);
    figure("bare Argon2id of ours", bare.ours.rate, "/s", Nothing);
    figure("sign-ins", alone.rate, "/s", Nothing);
    figure("of the crate's hashes", 100.0 * alone.rate / bare.common.rate, "%", AtLeast(90.0));
    figure("of our hashes", 100.0 * alone.rate / bare.ours.rate, "%", AtLeast(90.0));
    figure("refused or lost", alone.refused + alone.lost, "", AtMost(0.0));
    let ids = bench.some_users()?;
    let lines: Vec<String> = ids.iter().map(|id| format!("GET\t/api/v1/users/{id}\t")).collect();
    let reads = bench.requests("others", &lines)?;
    let mut calm = bench.load(4);
    calm.pause = 20;
    let others = calm.send_meanwhile(&reads, &bench.token)?;
    bench.load(8).send(&sign_ins, "-", "-")?;
    figure("reading a user meanwhile, p99", others.wait()?.p99, "ms", AtMost(20.0));
    second_factor::measure(bench)?;
    Ok(bare.ours.rate)
}

/// People with passwords, as sign-ins.
fn people(bench: &Bench) -> Result<Vec<String>> {
    let run = std::process::id();
    let mut lines = Vec::new();
    for number in 0..PEOPLE {
        let email = format!("guest{run}.{number}@example.org");
        let user = json!({"username": format!("guest{run}.{number}"), "first_name": "Guest", "email": email,
            "password": server::PASSWORD});
        bench.server.post("/api/v1/users", &bench.token, &user)?;
        let body = json!({"email": email, "password": server::PASSWORD});
        lines.push(format!("POST\t/api/v1/session\t{body}"));
    }
    Ok(lines)
}
