//! A throw-away PostgreSQL: Debian's programs, an unprivileged user, a temporary folder, loopback.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::{Context as _, Result, bail};

use crate::{install, run};

/// The variable that tests read.
pub(crate) const VARIABLE: &str = "CREWDESK_TEST_POSTGRES";

/// A running server; it ends when dropped.
pub(crate) struct Server {
    child: Child,
    folder: PathBuf,
    port: u16,
}

impl Server {
    /// The address for [`VARIABLE`].
    pub(crate) fn url(&self) -> String {
        format!("postgres://crewdesk@127.0.0.1:{}/postgres", self.port)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // "Fast" shutdown: SIGINT to the server, which ends its own children.
        let _ = Command::new("kill").args(["-INT", &self.child.id().to_string()]).status();
        let _ = self.child.wait();
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// Starts a server and prints the variable, until it is interrupted.
pub(crate) fn foreground() -> Result<()> {
    let mut server = start()?;
    #[expect(clippy::print_stdout, reason = "the variable is the answer of this command")]
    {
        println!("{VARIABLE}={}", server.url());
    }
    eprintln!("Interrupt to end it.");
    server.child.wait()?;
    Ok(())
}

/// Starts a server.
pub(crate) fn start() -> Result<Server> {
    let programs =
        install::postgres_folder().context("PostgreSQL is missing: apt-get install postgresql")?;
    let folder = std::env::temp_dir().join(format!("crewdesk-postgres-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    if install::is_root() {
        run::go(Command::new("chown").arg("postgres:").arg(&folder))?;
    }
    let data = folder.join("data");
    let mut initdb = as_user(&programs.join("initdb"));
    initdb.arg("-D").arg(&data).args([
        "-U",
        "crewdesk",
        "-A",
        "trust",
        "-E",
        "UTF8",
        "--locale=C.UTF-8",
    ]);
    run::go(initdb.stdout(Stdio::null()).current_dir(&folder))?;
    let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
    let mut server = as_user(&programs.join("postgres"));
    server.arg("-D").arg(&data).args(["-p", &port.to_string(), "-k", "", "-h", "127.0.0.1"]);
    server.args([
        "-c",
        "max_connections=200",
        "-c",
        "shared_buffers=64MB",
        "-c",
        "log_min_messages=fatal",
    ]);
    let child = server.current_dir(&folder).stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
    let server = Server { child, folder, port };
    for _ in 0..100 {
        if run::answers_all(
            &programs.join("pg_isready"),
            &["-h", "127.0.0.1", "-p", &port.to_string()],
        ) {
            return Ok(server);
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    bail!("PostgreSQL did not start within ten seconds")
}

/// PostgreSQL refuses to run as root.
fn as_user(program: &Path) -> Command {
    if !install::is_root() {
        return Command::new(program);
    }
    let mut command = Command::new("setpriv");
    command.args(["--reuid", "postgres", "--regid", "postgres", "--clear-groups"]).arg(program);
    command
}
