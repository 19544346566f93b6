//! `cargo xtask bench [NAME]`: how fast the release build is over HTTP, with the load generator on the same
//! machine. Each figure stands beside what is wanted of it. `--users 1000000` tells how times grow.

mod create;
mod flood;
mod growth;
mod hashing;
mod load;
mod people_model;
mod read;
mod search;
mod second_factor;
mod server;
mod sign_in;
mod size;
mod skills;
mod strangers;

use std::path::PathBuf;

use anyhow::{Context as _, Result};
use clap::{Args, ValueEnum};
use serde_json::Value;

use self::load::Load;
use self::server::{Server, text};
use crate::{assets, install, run};

/// What to measure.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// Only this; everything where none is named.
    name: Option<Name>,
    /// How many users there are.
    #[arg(long, default_value_t = 100_000)]
    users: u64,
    /// Seconds each load lasts.
    #[arg(long, default_value_t = 5)]
    seconds: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Name {
    /// Create users, from an empty organisation on.
    Create,
    /// How much longer requests take with all users than with 10,000.
    Growth,
    /// Groups, teams, settings, skills and profiles at their size, in a folder of its own.
    PeopleModel,
    /// Read one user, beside a bare route.
    Read,
    /// Search and list.
    Search,
    /// Sign in, beside bare hashes: by password, with an authenticator app, and while strangers guess.
    SignIn,
    /// Start, memory, sizes.
    Size,
    /// What the time of an answer tells a stranger.
    Strangers,
}

/// A server with its organisation, and what every measurement needs.
struct Bench {
    server: Server,
    folder: PathBuf,
    token: String,
    seconds: u32,
}

/// Measures.
pub(crate) fn run(options: &Options) -> Result<()> {
    install::tool("wrk", "/usr/bin/wrk")?;
    build()?;
    let wanted = |name| options.name.is_none_or(|only| only == name);
    // Other figures are of users without groups and teams, so only by its name.
    if options.name == Some(Name::PeopleModel) {
        let bench = open("people-model-", options.users, options.seconds, false)?;
        return people_model::measure(&bench);
    }
    if wanted(Name::Create) {
        create::measure(options)?;
    }
    if options.name == Some(Name::Create) {
        return Ok(());
    }
    // A whole run begins with as many users as it says; what was measured before has left more.
    let bench = open("", options.users, options.seconds, options.name.is_none())?;
    let begun = wanted(Name::Size).then(|| size::at_rest(&bench)).transpose()?;
    if wanted(Name::Read) {
        read::measure(&bench)?;
    }
    if wanted(Name::Search) {
        search::measure(&bench)?;
    }
    let hashes = wanted(Name::SignIn).then(|| sign_in::measure(&bench)).transpose()?;
    if wanted(Name::Strangers) {
        strangers::measure(&bench)?;
    }
    if begun.is_some() {
        size::after_load(&bench)?;
    }
    // Twelve hundred strangers at a time are no load that the memory is measured by.
    if let Some(hashes) = hashes {
        flood::measure(&bench, hashes)?;
    }
    if wanted(Name::Growth) {
        growth::measure(&open("", growth::FEW, options.seconds, false)?, &bench)?;
    }
    Ok(())
}

fn build() -> Result<()> {
    assets::build()?;
    // Together, so that what they share is compiled once.
    let packages = ["--package", "crewdesk", "--package", "yardsticks"];
    run::go(run::cargo().args(["build", "--release"]).args(packages))
}

/// A server over the folder of this kind for this many users, which is kept for the next run; or over one made anew.
fn open(kind: &str, users: u64, seconds: u32, anew: bool) -> Result<Bench> {
    let folder = run::target().join(format!("bench/{kind}{users}"));
    let kept = folder.join("token");
    if anew && folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    if !kept.exists() {
        std::fs::create_dir_all(&folder)?;
        std::fs::write(&kept, server::found(&folder)?)?;
    }
    let token = std::fs::read_to_string(&kept)?;
    let server = Server::start(&folder)?;
    say(&format!("{users} users, {}", server::mode(&folder)?));
    let mut bench = Bench { server, folder, token, seconds };
    create::fill(&bench, users)?;
    bench.server = bench.server.again(&bench.folder)?;
    Ok(bench)
}

impl Bench {
    fn load(&self, connections: u32) -> Load<'_> {
        let (server, folder) = (self.server.url.as_str(), self.folder.as_path());
        Load { server, folder, connections, seconds: self.seconds, pause: 0 }
    }

    /// Ids of all users that a filter (`&name=value`) lets through.
    fn users(&self, filter: &str) -> Result<Vec<String>> {
        self.ids(&format!("/api/v1/users?limit=200{filter}"))
    }

    /// Ids of everything a list (an address with a question mark) has, page by page.
    fn ids(&self, list: &str) -> Result<Vec<String>> {
        let mut ids = Vec::new();
        let mut next = String::new();
        loop {
            let answer = self.server.json(&format!("{list}{next}"), &self.token)?;
            for item in answer.get("items").and_then(Value::as_array).context("items")? {
                ids.push(text(item, "id")?);
            }
            match answer.get("next_cursor").and_then(Value::as_str) {
                Some(cursor) => next = format!("&cursor={cursor}"),
                None => return Ok(ids),
            }
        }
    }

    /// Ids of some users, from all over the list.
    fn some_users(&self) -> Result<Vec<String>> {
        let mut ids = Vec::new();
        for letter in 'a'..='z' {
            let page = format!("/api/v1/users?search={letter}&limit=100");
            let answer = self.server.json(&page, &self.token)?;
            let items = answer.get("items").and_then(Value::as_array).context("items")?;
            let found = items.iter().filter_map(|user| user.get("id")?.as_str());
            ids.extend(found.map(str::to_owned));
        }
        Ok(ids)
    }

    /// Writes requests to a file for wrk.
    fn requests(&self, name: &str, lines: &[String]) -> Result<PathBuf> {
        let file = self.folder.join(name);
        std::fs::write(&file, lines.join("\n"))?;
        Ok(file)
    }
}

/// The figure in the middle of several runs.
fn middle<T>(runs: &[T], figure: impl Fn(&T) -> f64) -> f64 {
    let mut figures: Vec<f64> = runs.iter().map(figure).collect();
    figures.sort_by(f64::total_cmp);
    figures.get(figures.len() / 2).copied().unwrap_or(f64::NAN)
}

/// One figure, and whether it is what is wanted.
fn figure(what: &str, measured: f64, unit: &str, wanted: Wanted) {
    let (word, bound, holds) = match wanted {
        Wanted::AtLeast(bound) => ("≥", bound, measured >= bound),
        Wanted::AtMost(bound) => ("≤", bound, measured <= bound),
        Wanted::Nothing => return say(&format!("  {what:52} {measured:10.1} {unit}")),
    };
    let verdict = if holds { "holds" } else { "MISSED" };
    say(&format!("  {what:52} {measured:10.1} {unit:6} {word} {bound:<8} {verdict}"));
}

/// What is wanted of a figure.
#[derive(Debug, Clone, Copy)]
enum Wanted {
    AtLeast(f64),
    AtMost(f64),
    Nothing,
}

#[expect(clippy::print_stdout, reason = "the figures are the answer of this command")]
fn say(line: &str) {
    println!("{line}");
}
