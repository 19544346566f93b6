//! R6: a thousand mails, each sent once, whichever node takes it from the queue.

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Child, ChildStdin, ChildStdout, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result};
use reqwest::Method;
use serde_json::{Value, json};

use super::Report;
use super::nodes::Pair;
use crate::run;

/// As many invitations as one request may hold.
const PEOPLE: usize = 100;
const REQUESTS: usize = 10;
/// Mails that have not come after this long do not come.
const PATIENCE: Duration = Duration::from_secs(120);
/// A second copy would come within this.
const COPIES: Duration = Duration::from_secs(5);

/// The tests' mail server, as a program beside this one.
pub(super) struct Sink {
    child: Child,
    asks: ChildStdin,
    answers: BufReader<ChildStdout>,
    address: String,
}

impl Sink {
    /// Builds and starts it.
    pub(super) fn start() -> Result<Self> {
        run::go(run::cargo().args([
            "build",
            "--quiet",
            "--package",
            "testkit",
            "--bin",
            "mail-sink",
        ]))?;
        let mut command = run::command(run::target().join("debug/mail-sink"));
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
        let asks = child.stdin.take().context("no input")?;
        let answers = BufReader::new(child.stdout.take().context("no output")?);
        let mut sink = Self { child, asks, answers, address: String::new() };
        sink.address = sink.line()?;
        Ok(sink)
    }

    /// For the setting of the mail server.
    pub(super) fn url(&self) -> String {
        format!("smtp://{}", self.address)
    }

    fn line(&mut self) -> Result<String> {
        let mut line = String::new();
        self.answers.read_line(&mut line)?;
        Ok(line.trim().to_owned())
    }

    /// How many mails each recipient got.
    fn counts(&mut self) -> Result<BTreeMap<String, usize>> {
        self.asks.write_all(b"\n")?;
        Ok(serde_json::from_str(&self.line()?)?)
    }
}

impl Drop for Sink {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Invites a thousand people at both nodes and counts their mails.
pub(super) async fn run(pair: &Pair, sink: &mut Sink, report: &mut Report) -> Result<()> {
    let before: usize = sink.counts()?.values().sum();
    let began = Instant::now();
    for request in 0..REQUESTS {
        let client = if request % 2 == 0 { &pair.a } else { &pair.b };
        let people: Vec<Value> = (0..PEOPLE)
            .map(|number| json!({ "email": format!("guest-{request}-{number}@example.org") }))
            .collect();
        client.go(Method::POST, "/api/v1/invitations", Some(&json!({ "people": people }))).await?;
    }
    let wanted = PEOPLE * REQUESTS;
    while sink.counts()?.values().sum::<usize>() < before + wanted && began.elapsed() < PATIENCE {
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    let took = began.elapsed();
    tokio::time::sleep(COPIES).await;
    let counts = sink.counts()?;
    let guests = || counts.iter().filter(|(to, _)| to.starts_with("guest-"));
    let once = guests().filter(|(_, times)| **times == 1).count();
    let twice = guests().filter(|(_, times)| **times > 1).count();
    let what = format!("postgres: invitations of which exactly one mail came, in {took:.1?}");
    report.figure(&what, &wanted.to_string(), once, once == wanted);
    report.none("postgres: invitations of which more than one mail came", twice);
    Ok(())
}
