//! The server under load: a release build on a free port with a folder of its own.

use std::io::Write as _;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};
use reqwest::Method;
use reqwest::blocking::Client;
use serde_json::{Value, json};

use crate::run;

/// The password of everybody.
pub(super) const PASSWORD: &str = "seven blue kettles on a hill";

/// A running server; it ends when dropped.
pub(super) struct Server {
    child: Child,
    client: Client,
    /// `http://127.0.0.1:PORT`.
    pub(super) url: String,
    /// From start to ready.
    pub(super) start: Duration,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = Command::new("kill").arg(self.child.id().to_string()).status();
        let _ = self.child.wait();
    }
}

/// The program that is measured.
pub(super) fn binary() -> PathBuf {
    run::target().join("release/crewdesk")
}

fn command(folder: &Path, word: &str) -> Command {
    let mut command = run::command(binary());
    command.arg(word).env("CREWDESK_DATA_DIR", folder).env("CREWDESK_LOG", "error");
    command
        .env("CREWDESK_DATABASE_URL", format!("sqlite:{}", folder.join("crewdesk.db").display()));
    command
}

/// Founds an organisation; its API token.
pub(super) fn found(folder: &Path) -> Result<String> {
    let mut create = command(folder, "organisation");
    create.args(["create", "--name", "Bench", "--admin-email", "bench@example.org", "--json"]);
    create.args(["--seats", "1000000", "--admin-password-stdin"]);
    let mut child = create.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
    child.stdin.take().context("standard input")?.write_all(PASSWORD.as_bytes())?;
    let answer: Value = serde_json::from_slice(&child.wait_with_output()?.stdout)?;
    text(&answer, "api_token")
}

/// Copies a database while it is served, by backup and restore.
pub(super) fn copy(from: &Path, to: &Path) -> Result<()> {
    if to.exists() {
        std::fs::remove_dir_all(to)?;
    }
    std::fs::create_dir_all(to)?;
    let file = to.join("backup");
    run::go(command(from, "backup").arg(&file))?;
    run::go(command(to, "restore").arg(&file))?;
    std::fs::remove_file(file)?;
    Ok(())
}

/// One text of an object.
pub(super) fn text(answer: &Value, name: &str) -> Result<String> {
    let text = answer.get(name).and_then(Value::as_str);
    Ok(text.with_context(|| format!("no {name} in {answer}"))?.to_owned())
}

/// How the database keeps what it is given, as `crewdesk doctor` says it.
pub(super) fn mode(folder: &Path) -> Result<String> {
    let report = run::output(&mut command(folder, "doctor")).or_else(|error| {
        // It may have to say something about the settings too; the database's line is what counts.
        let text = error.to_string();
        if text.contains("synchronous") { Ok(text) } else { Err(error) }
    })?;
    let line = report.lines().find(|line| line.contains("synchronous"));
    Ok(line.context("doctor does not tell the sync mode")?.trim().to_owned())
}

/// The cookie of a session.
pub(super) fn cookie(token: &str) -> String {
    format!("__Host-crewdesk={token}")
}

impl Server {
    /// Signs in with [`PASSWORD`]; the session's token.
    pub(super) fn sign_in(&self, email: &str) -> Result<String> {
        self.sign_in_with(email, PASSWORD)
    }

    /// Signs in with another password.
    pub(super) fn sign_in_with(&self, email: &str, password: &str) -> Result<String> {
        let body = json!({"email": email, "password": password});
        let request = self.client.post(format!("{}/api/v1/session", self.url)).json(&body);
        text(&request.send()?.error_for_status()?.json()?, "token")
    }

    /// Ends this one and starts another over the same folder.
    pub(super) fn again(self, folder: &Path) -> Result<Self> {
        drop(self);
        Self::start(folder)
    }

    /// Starts a server and waits until it is ready.
    pub(super) fn start(folder: &Path) -> Result<Self> {
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let address = format!("127.0.0.1:{port}");
        let began = Instant::now();
        let child = command(folder, "serve").env("CREWDESK_LISTEN", &address).spawn()?;
        let (client, url) = (Client::new(), format!("http://{address}"));
        let mut server = Self { child, client, url, start: Duration::ZERO };
        while server.get("/readyz", &[]).is_err() {
            if began.elapsed() > Duration::from_secs(60) {
                bail!("the server did not get ready");
            }
            std::thread::sleep(Duration::from_millis(2));
        }
        server.start = began.elapsed();
        Ok(server)
    }

    /// Resident memory now and at its highest, in MiB (proc(5)).
    pub(super) fn memory(&self) -> Result<(f64, f64)> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let field = |name: &str| -> Result<f64> {
            let line = status.lines().find_map(|line| line.strip_prefix(name)).context("memory")?;
            Ok(line.trim().trim_end_matches(" kB").parse::<f64>()? / 1024.0)
        };
        Ok((field("VmRSS:")?, field("VmHWM:")?))
    }

    /// The body of an answer, as it came over the wire.
    pub(super) fn get(&self, path: &str, headers: &[(&str, &str)]) -> Result<Vec<u8>> {
        let mut request = self.client.get(format!("{}{path}", self.url));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        Ok(request.send()?.error_for_status()?.bytes()?.to_vec())
    }

    /// The JSON of an answer.
    pub(super) fn json(&self, path: &str, bearer: &str) -> Result<Value> {
        let request = self.client.get(format!("{}{path}", self.url)).bearer_auth(bearer);
        Ok(request.send()?.error_for_status()?.json()?)
    }

    /// Sends JSON as a stranger; the status of whatever is answered.
    pub(super) fn knock(&self, path: &str, body: &Value) -> Result<u16> {
        let answer = self.client.post(format!("{}{path}", self.url)).json(body).send()?;
        let status = answer.status().as_u16();
        answer.bytes()?;
        Ok(status)
    }

    /// Sends JSON where nothing comes back that one would read.
    pub(super) fn send(
        &self,
        method: Method,
        path: &str,
        bearer: &str,
        body: &Value,
    ) -> Result<()> {
        let request = self.client.request(method, format!("{}{path}", self.url));
        request.bearer_auth(bearer).json(body).send()?.error_for_status()?;
        Ok(())
    }

    /// Sends JSON; the JSON of the answer.
    pub(super) fn post(&self, path: &str, bearer: &str, body: &Value) -> Result<Value> {
        let request = self.client.post(format!("{}{path}", self.url)).bearer_auth(bearer);
        Ok(request.json(body).send()?.error_for_status()?.json()?)
    }
}
