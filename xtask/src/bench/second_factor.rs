//! Signing in with a password and an authenticator app (SPEC ACC-5), beside one hash.

use std::thread;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use anyhow::{Result, anyhow};
use reqwest::Method;
use serde_json::{Value, json};
use totp_rs::{Builder, Secret};

use super::Wanted::{AtMost, Nothing};
use super::hashing::Both;
use super::load::Figures;
use super::server::{PASSWORD, text};
use super::{Bench, figure, hashing, middle, say};

/// People with an app. Each signs in once while a code is shown, since a code counts once.
const PEOPLE: usize = 1000;
/// For how many codes of their apps this is measured. Of a hundred sign-ins the last is one, and a disk that stops for a
/// moment decides what it says; so the middle one counts.
const TIMES: usize = 3;
/// How many of them come before anything is measured.
const COLD: usize = 20;
/// How many of them come at their ease.
const CALM: usize = 200;
/// How long they do.
const SECONDS: u32 = 3;
/// How long an app shows a code, in seconds.
const STEP: u64 = 30;

/// Somebody with an app.
struct Person {
    email: String,
    secret: String,
}

/// What one code of their apps gave.
struct Run {
    hashes: Both,
    /// People who pause.
    calm: Figures,
    /// People who do not.
    busy: Figures,
}

/// Measures.
pub(super) fn measure(bench: &Bench) -> Result<()> {
    say("sign in with password and authenticator app, 4 connections");
    let people = everybody(bench)?;
    let runs = (0..TIMES).map(|_| once(bench, &people)).collect::<Result<Vec<_>>>()?;
    let middle = |figure: fn(&Run) -> f64| middle(&runs, figure);
    figure("one hash of the crate, all cores", middle(|run| run.hashes.common.mean), "ms", Nothing);
    figure("the slowest of a hundred", middle(|run| run.hashes.common.p99), "ms", Nothing);
    figure("one hash of ours, all cores", middle(|run| run.hashes.ours.mean), "ms", Nothing);
    figure("the slowest of a hundred", middle(|run| run.hashes.ours.p99), "ms", Nothing);
    figure("sign-ins of people who pause for 60 ms", middle(|run| run.calm.rate), "/s", Nothing);
    beside_hashes(&runs, |run| run.calm);
    figure("sign-ins one after another", middle(|run| run.busy.rate), "/s", Nothing);
    beside_hashes(&runs, |run| run.busy);
    let lost = |figures: &Figures| figures.refused + figures.lost;
    let failed: f64 = runs.iter().map(|run| lost(&run.calm) + lost(&run.busy)).sum();
    figure("refused or lost", failed, "", AtMost(0.0));
    Ok(())
}

/// How long the slowest of a hundred waited, in hashes. With more connections than cores and no pause, even the mean is as
/// many of our hashes as a core has connections.
fn beside_hashes(runs: &[Run], sign_ins: fn(&Run) -> Figures) {
    let p99 = |run: &Run| sign_ins(run).p99;
    figure("their p99", middle(runs, p99), "ms", Nothing);
    let common = middle(runs, |run| p99(run) / run.hashes.common.mean);
    figure("their p99 in the crate's hashes", common, "", AtMost(2.0));
    figure("in ours", middle(runs, |run| p99(run) / run.hashes.ours.mean), "", Nothing);
}

/// Lets them come at their ease and then one after another, with the next code of their apps.
fn once(bench: &Bench, people: &[Person]) -> Result<Run> {
    let hashes = hashing::measure()?;
    // Codes that they have shown before are used up; the next step brings others.
    let now = since_1970()?;
    thread::sleep(Duration::from_secs(STEP - now % STEP));
    // A server that has just started reads and prepares everything for the first time.
    for one in people.iter().take(COLD) {
        bench.server.knock("/api/v1/session", &one.sign_in(now + STEP)?)?;
    }
    let rest = people.iter().skip(COLD);
    let lines = rest.map(|one| one.line(now + STEP)).collect::<Result<Vec<String>>>()?;
    let (calm, busy) = lines.split_at(CALM);
    let mut load = bench.load(4);
    (load.seconds, load.pause) = (SECONDS, 60);
    let calm = load.send(&bench.requests("apps-calm", calm)?, "-", "-")?;
    load.pause = 0;
    let busy = load.send(&bench.requests("apps-busy", busy)?, "-", "-")?;
    Ok(Run { hashes, calm, busy })
}

/// Creates them, by several hands.
fn everybody(bench: &Bench) -> Result<Vec<Person>> {
    let run = std::process::id();
    let numbers: Vec<usize> = (0..PEOPLE).collect();
    thread::scope(|scope| {
        let some = |part: &'_ [usize]| -> Result<Vec<Person>> {
            part.iter().map(|n| enrol(bench, &format!("app{run}.{n}"))).collect()
        };
        let hands: Vec<_> =
            numbers.chunks(PEOPLE / 4).map(|part| scope.spawn(move || some(part))).collect();
        let parts = hands.into_iter().map(|hand| hand.join().map_err(|_| anyhow!("enrolling"))?);
        Ok(parts.collect::<Result<Vec<_>>>()?.into_iter().flatten().collect())
    })
}

/// Somebody who has replaced their first password and confirmed an app.
fn enrol(bench: &Bench, name: &str) -> Result<Person> {
    let server = &bench.server;
    let email = format!("{name}@example.org");
    let user = json!({"username": name, "first_name": "Guest", "email": email, "password": format!("first {PASSWORD}")});
    server.post("/api/v1/users", &bench.token, &user)?;
    let token = server.sign_in_with(&email, &format!("first {PASSWORD}"))?;
    let change = json!({"password": format!("first {PASSWORD}"), "new_password": PASSWORD});
    server.send(Method::PUT, "/api/v1/me/password", &token, &change)?;
    let begun = server.post("/api/v1/me/factors", &token, &json!({"name": "App"}))?;
    let person = Person { email, secret: text(&begun, "secret")? };
    let path = format!("/api/v1/me/factors/{}/confirmation", text(&begun, "id")?);
    server.send(Method::PUT, &path, &token, &json!({"code": person.code(since_1970()?)?}))?;
    Ok(person)
}

impl Person {
    fn code(&self, at: u64) -> Result<String> {
        let secret = Secret::try_from_base32(&self.secret).map_err(|error| anyhow!("{error}"))?;
        let app = Builder::new().with_secret(secret).build().map_err(|error| anyhow!("{error}"))?;
        Ok(app.generate(at).to_string())
    }

    /// A sign-in, as wrk sends it.
    fn line(&self, at: u64) -> Result<String> {
        Ok(format!("POST\t/api/v1/session\t{}", self.sign_in(at)?))
    }

    fn sign_in(&self, at: u64) -> Result<Value> {
        Ok(json!({"email": self.email, "password": PASSWORD, "code": self.code(at)?}))
    }
}

#[expect(clippy::disallowed_methods, reason = "codes are told by the clock that the server has")]
fn since_1970() -> Result<u64> {
    Ok(SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs())
}
