//! An installation in a folder of its own, and the processes that serve it.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};
use rustix::process::{Pid, Signal, kill_process};
use serde_json::Value;

use super::Stand;
use super::client::Client;
use crate::{install, run};

/// Longest that a start may take before the measurement gives up; the bounds are lower.
const PATIENCE: Duration = Duration::from_secs(30);
/// How often a starting server is looked at.
const LOOK: Duration = Duration::from_millis(2);

static COUNT: AtomicUsize = AtomicUsize::new(0);

/// Settings, data and logs of one Crewdesk. What it made is gone when it is dropped.
pub(super) struct Installation {
    binary: PathBuf,
    folder: PathBuf,
    database_url: String,
    /// Where the database was made, to take it away again.
    postgres: Option<String>,
    name: String,
    /// More settings, such as the mail server.
    pub(super) settings: Vec<(String, String)>,
}

impl Installation {
    /// With a SQLite file.
    pub(super) fn sqlite(stand: &Stand) -> Result<Self> {
        let mut made = Self::empty(stand)?;
        made.database_url = format!("sqlite:{}", made.folder.join("crewdesk.db").display());
        Ok(made)
    }

    /// With an empty database of a PostgreSQL server.
    pub(super) fn postgres(stand: &Stand) -> Result<Self> {
        let mut made = Self::empty(stand)?;
        let (server, _) =
            stand.postgres.rsplit_once('/').context("the address names no database")?;
        made.database_url = format!("{server}/{}", made.name);
        made.postgres = Some(stand.postgres.clone());
        psql(&stand.postgres, &format!("CREATE DATABASE {}", made.name))?;
        Ok(made)
    }

    fn empty(stand: &Stand) -> Result<Self> {
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("crewdesk_faults_{}_{count}", std::process::id());
        let folder = std::env::temp_dir().join(&name);
        std::fs::create_dir_all(&folder)?;
        Ok(Self {
            binary: stand.binary.clone(),
            folder,
            database_url: String::new(),
            postgres: None,
            name,
            settings: Vec::new(),
        })
    }

    /// `sqlite` or `postgres`, for the figures.
    pub(super) fn engine(&self) -> &'static str {
        if self.postgres.is_some() { "postgres" } else { "sqlite" }
    }

    /// Where files of the measurement may lie.
    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// One answer of the database, past the product.
    pub(super) fn ask(&self, sql: &str) -> Result<String> {
        psql(&self.database_url, sql)
    }

    /// The program with this installation's settings and nobody else's.
    pub(super) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(&self.binary);
        self.prepare(&mut command);
        command.args(arguments);
        command
    }

    fn prepare(&self, command: &mut Command) {
        // Nobody else's settings.
        command.current_dir(&self.folder).stdin(Stdio::null()).env_clear();
        command.envs(std::env::var_os("PATH").map(|path| ("PATH", path)));
        command
            .env("CREWDESK_LISTEN", "127.0.0.1:0")
            .env("CREWDESK_DATA_DIR", &self.folder)
            .env("CREWDESK_DATABASE_URL", &self.database_url)
            .env("CREWDESK_SECRET", "a key that all nodes of this installation share")
            .envs(self.settings.iter().map(|(name, value)| (name, value)));
    }

    /// Creates an organisation; answers its Administrator's token.
    pub(super) fn organisation(&self, more: &[&str]) -> Result<String> {
        let fixed = ["organisation", "create", "--json", "--name", "Faults"];
        let email = ["--admin-email", "owner@example.org"];
        let arguments = [fixed.as_slice(), email.as_slice(), more].concat();
        let answer: Value = serde_json::from_str(&run::output(&mut self.command(&arguments))?)?;
        let token = answer.get("api_token").and_then(Value::as_str);
        Ok(token.context("no token in the answer")?.to_owned())
    }

    /// What `crewdesk doctor --verify` complains of.
    pub(super) fn verify(&self) -> Result<Vec<String>> {
        let output = self.command(&["doctor", "--verify"]).output()?;
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        let wrong: Vec<String> =
            text.lines().filter(|line| line.starts_with("fail")).map(str::to_owned).collect();
        if wrong.is_empty() && (!output.status.success() || !text.contains("Verify:")) {
            bail!("doctor ended with {}: {text}", output.status);
        }
        for line in &wrong {
            eprintln!("  {line}");
        }
        Ok(wrong)
    }

    /// Starts a node and waits until it is ready.
    pub(super) async fn serve(&self, token: &str) -> Result<Node> {
        self.start(self.command(&["serve"]))?.ready(token).await
    }

    /// Starts a node under another program, whose process must become the node's.
    pub(super) async fn serve_under(&self, wrapper: &mut Command, token: &str) -> Result<Node> {
        self.prepare(wrapper);
        let mut command = Command::new(wrapper.get_program());
        command.args(wrapper.get_args()).arg(&self.binary).arg("serve");
        self.prepare(&mut command);
        self.start(command)?.ready(token).await
    }

    /// Starts a node that need not be ready yet.
    pub(super) fn begin(&self) -> Result<Starting> {
        self.start(self.command(&["serve"]))
    }

    fn start(&self, mut command: Command) -> Result<Starting> {
        let log = self.folder.join(format!("log-{}", COUNT.fetch_add(1, Ordering::Relaxed)));
        let began = Instant::now();
        let child = command.stdout(Stdio::null()).stderr(File::create(&log)?).spawn()?;
        Ok(Starting { child: Guard(child), log, began })
    }
}

impl Drop for Installation {
    fn drop(&mut self) {
        if let Some(server) = &self.postgres {
            let _ = psql(server, &format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name));
        }
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// Runs one statement past the product.
fn psql(url: &str, sql: &str) -> Result<String> {
    let programs = install::postgres_folder().context("PostgreSQL is missing")?;
    let mut command = Command::new(programs.join("psql"));
    Ok(run::output(command.args(["-q", "-X", "-A", "-t", "-d", url, "-c", sql]))?.trim().to_owned())
}

/// A process that does not outlive the measurement.
struct Guard(Child);

impl Drop for Guard {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A process that may not serve yet.
pub(super) struct Starting {
    child: Guard,
    log: PathBuf,
    began: Instant,
}

impl Starting {
    /// Waits for /readyz.
    pub(super) async fn ready(mut self, token: &str) -> Result<Node> {
        loop {
            if let Some(address) = address(&std::fs::read_to_string(&self.log)?) {
                let client = Client::new(&address, token)?;
                if client.is_ready().await {
                    let Self { child, log, began } = self;
                    return Ok(Node { child, log, address, client, start: began.elapsed() });
                }
            }
            if let Some(status) = self.child.0.try_wait()? {
                bail!("the server ended with {status}: {}", std::fs::read_to_string(&self.log)?);
            }
            if self.began.elapsed() > PATIENCE {
                bail!("the server is not ready after {} s", PATIENCE.as_secs());
            }
            tokio::time::sleep(LOOK).await;
        }
    }
}

/// The address in the line of the log that says that the server serves.
fn address(log: &str) -> Option<String> {
    let line = log.lines().find(|line| line.contains("\"message\":\"serving\""))?;
    let line: Value = serde_json::from_str(line).ok()?;
    Some(line.pointer("/fields/address")?.as_str()?.to_owned())
}

/// A node that serves. It is killed when dropped.
pub(super) struct Node {
    child: Guard,
    log: PathBuf,
    /// `127.0.0.1:PORT`.
    pub(super) address: String,
    /// Speaks to it as the first Administrator.
    pub(super) client: Client,
    /// From the start of the process to the first `ready`.
    pub(super) start: Duration,
}

impl Node {
    /// What it has logged so far.
    pub(super) fn log(&self) -> Result<String> {
        Ok(std::fs::read_to_string(&self.log)?)
    }

    /// `kill -9`.
    pub(super) fn kill(mut self) -> Result<()> {
        self.child.0.kill()?;
        self.child.0.wait()?;
        Ok(())
    }

    /// Sends SIGTERM and does not wait.
    pub(super) fn terminate(&self) -> Result<()> {
        // A program that sends signals would take so long to start that what was in flight is done.
        let id = Pid::from_child(&self.child.0);
        Ok(kill_process(id, Signal::TERM)?)
    }

    /// Waits for the end.
    pub(super) fn wait(mut self) -> Result<ExitStatus> {
        Ok(self.child.0.wait()?)
    }
}
