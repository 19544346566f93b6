//! wrk, the load generator: a script, connections, seconds, and what came of it.

use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};

use anyhow::{Context as _, Result};

use crate::run;

const SEND: &str = include_str!("lua/send.lua");
const CREATE: &str = include_str!("lua/create.lua");
const DONE: &str = include_str!("lua/done.lua");

/// What one run measured.
#[derive(Debug, Clone, Copy)]
pub(super) struct Figures {
    /// Answers with a good status, in a second.
    pub(super) rate: f64,
    /// All but one in a hundred came sooner, in milliseconds.
    pub(super) p99: f64,
    /// Answers with another status than 2xx or 3xx.
    pub(super) refused: f64,
    /// Requests with no answer.
    pub(super) lost: f64,
}

/// A run to be made.
#[derive(Debug, Clone)]
pub(super) struct Load<'a> {
    /// `http://127.0.0.1:PORT`.
    pub(super) server: &'a str,
    /// Where scripts are written.
    pub(super) folder: &'a Path,
    /// Connections that ask at the same time.
    pub(super) connections: u32,
    /// How long.
    pub(super) seconds: u32,
    /// Milliseconds each connection waits before it asks again.
    pub(super) pause: u32,
}

impl Load<'_> {
    /// Sends requests from a file of lines "method, path, body" between tabs.
    pub(super) fn send(&self, requests: &Path, bearer: &str, cookie: &str) -> Result<Figures> {
        self.start(SEND, &[&requests.to_string_lossy(), bearer, cookie])?.wait()
    }

    /// The same after two seconds that do not count, in which the system reads the file and connections fill their
    /// caches, as they are on a server that runs.
    pub(super) fn send_warm(&self, requests: &Path, bearer: &str, cookie: &str) -> Result<Figures> {
        Self { seconds: 2, ..self.clone() }.send(requests, bearer, cookie)?;
        self.send(requests, bearer, cookie)
    }

    /// The same without waiting for the end.
    pub(super) fn send_meanwhile(&self, requests: &Path, bearer: &str) -> Result<Running> {
        self.start(SEND, &[&requests.to_string_lossy(), bearer, "-"])
    }

    /// Creates users with names from a file, numbered from `from`.
    pub(super) fn create(&self, names: &Path, bearer: &str, from: u64) -> Result<Figures> {
        self.start(CREATE, &[&names.to_string_lossy(), bearer, &from.to_string()])?.wait()
    }

    fn start(&self, script: &str, arguments: &[&str]) -> Result<Running> {
        let file = self.script(script)?;
        let mut wrk = run::command("wrk");
        wrk.args(["-t2", "--latency", "-s"]).arg(&file);
        wrk.arg(format!("-c{}", self.connections)).arg(format!("-d{}s", self.seconds));
        wrk.arg(self.server).arg("--").args(arguments).stdout(Stdio::piped());
        Ok(Running(wrk.spawn().context("wrk can't be started")?))
    }

    fn script(&self, script: &str) -> Result<PathBuf> {
        let pause = match self.pause {
            0 => String::new(),
            pause => format!("\nfunction delay()\n  return {pause}\nend\n"),
        };
        let file = self.folder.join(format!("load-{}-{}.lua", self.connections, self.pause));
        std::fs::write(&file, [script, &pause, DONE].concat())?;
        Ok(file)
    }
}

/// A run that goes on.
pub(super) struct Running(Child);

impl Running {
    /// Waits for its end.
    pub(super) fn wait(self) -> Result<Figures> {
        let output = self.0.wait_with_output()?;
        let text = String::from_utf8_lossy(&output.stdout);
        parse(&text).with_context(|| format!("wrk said: {text}"))
    }
}

fn parse(text: &str) -> Option<Figures> {
    let line = text.lines().find_map(|line| line.strip_prefix("FIGURES "))?;
    let numbers: Vec<f64> = line.split(' ').filter_map(|word| word.parse().ok()).collect();
    let [requests, micros, _median, p99, _max, refused, lost] = numbers.try_into().ok()?;
    Some(Figures { rate: (requests - refused) * 1e6 / micros, p99: p99 / 1e3, refused, lost })
}
