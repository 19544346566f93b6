use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

use kernel::Entropy;

/// Runs the binary in a folder of its own, with these settings alone.
pub(crate) struct Program {
    folder: PathBuf,
    settings: Vec<(&'static str, String)>,
}

impl Program {
    /// A server on a free port with a SQLite file, unless told otherwise.
    pub(crate) fn new() -> Self {
        let name: String =
            Entropy::system().bytes::<8>().iter().map(|byte| format!("{byte:02x}")).collect();
        let folder = std::env::temp_dir().join(format!("crewdesk-program-{name}"));
        std::fs::create_dir(&folder).unwrap();
        Self { folder, settings: Vec::new() }.with("LISTEN", "127.0.0.1:0")
    }

    /// With another setting, named without its prefix.
    pub(crate) fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.settings.push((name, value.to_string()));
        self
    }

    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_crewdesk"));
        command.args(arguments).current_dir(&self.folder).env_clear().stdin(Stdio::null());
        command.envs(self.settings.iter().map(|(name, value)| (format!("CREWDESK_{name}"), value)));
        command
    }

    /// Serves until the value is dropped.
    pub(crate) fn serve(&self) -> Serving {
        let mut child = self.command(&["serve"]).stderr(Stdio::piped()).spawn().unwrap();
        let mut log = BufReader::new(child.stderr.take().unwrap()).lines();
        let line = log.find_map(|line| line.ok().filter(|line| line.contains("\"serving\"")));
        let line = line.expect("the server starts");
        // Whoever reads the log must go on reading, or the server waits for room in the pipe.
        std::thread::spawn(move || log.for_each(drop));
        let (_, rest) = line.split_once("\"address\":\"").unwrap();
        let address = rest.split('"').next().unwrap().to_owned();
        Serving { child, address }
    }

    /// What a command answers, without its line end.
    pub(crate) fn answer(&self, arguments: &[&str]) -> String {
        let output = self.command(arguments).output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{said}");
        String::from_utf8(output.stdout).unwrap().trim_end().to_owned()
    }

    /// What a command says, however it ends.
    pub(crate) fn output(&self, arguments: &[&str]) -> String {
        let output = self.command(arguments).output().unwrap();
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    /// The sentence with which a command is refused, after the program's name.
    pub(crate) fn refused(&self, arguments: &[&str]) -> String {
        sentence(&self.command(arguments).output().unwrap())
    }

    /// The sentence with which serving is refused, after the program's name.
    pub(crate) fn refusal(&self) -> String {
        let output = self.command(&["serve"]).output().unwrap();
        sentence(&output)
    }
}

/// The one line for people; all others are lines of the log.
fn sentence(output: &Output) -> String {
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(output.stdout.is_empty(), "a refusal is no result");
    let plain: Vec<&str> = said.lines().filter(|line| !line.starts_with('{')).collect();
    let [line] = plain.as_slice() else { panic!("not one sentence: {said}") };
    line.strip_prefix("crewdesk: ").unwrap_or_else(|| panic!("{line}")).to_owned()
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// A server at work.
pub(crate) struct Serving {
    child: Child,
    pub(crate) address: String,
}

impl Serving {
    /// The status of `/readyz`.
    pub(crate) fn ready(&self) -> u16 {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        stream
            .write_all(b"GET /readyz HTTP/1.1\r\nhost: desk\r\nconnection: close\r\n\r\n")
            .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer.split(' ').nth(1).unwrap().parse().unwrap()
    }

    /// What `systemctl reload` sends.
    pub(crate) fn hang_up(&self) {
        let sent = Command::new("kill").args(["-HUP", &self.child.id().to_string()]).status();
        assert!(sent.unwrap().success());
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
