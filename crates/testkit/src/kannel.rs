//! Kannel, the SMS gateway that Debian carries, between a sender and a message centre of ours.

use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

const BEARERBOX: &str = "/usr/sbin/bearerbox";
const SMSBOX: &str = "/usr/sbin/smsbox";

/// A running Kannel in a folder of its own; all its doors are on loopback. It ends when dropped.
pub struct Kannel {
    folder: PathBuf,
    boxes: Vec<Child>,
    send: SocketAddr,
}

impl Kannel {
    /// Starts it with a message centre at this port; none where Kannel is not installed.
    pub async fn start(centre: u16) -> Option<Self> {
        if !Path::new(BEARERBOX).exists() || !Path::new(SMSBOX).exists() {
            return None;
        }
        let [admin, smsbox, send] = free_ports();
        let folder =
            std::env::temp_dir().join(format!("crewdesk-kannel-{}-{send}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder");
        let settings = folder.join("kannel.conf");
        std::fs::write(&settings, settings_text(&folder, centre, admin, smsbox, send))
            .expect("a file");
        let mut kannel =
            Self { folder, boxes: Vec::new(), send: SocketAddr::from(([127, 0, 0, 1], send)) };
        kannel.run(BEARERBOX, &settings);
        reachable(smsbox).await;
        kannel.run(SMSBOX, &settings);
        reachable(send).await;
        Some(kannel)
    }

    /// Its address for text messages, with placeholders.
    pub fn template(&self) -> String {
        format!(
            "http://{}/cgi-bin/sendsms?username=desk&password=hush&charset=UTF-8&coding={{coding}}&to={{to}}&text={{text}}",
            self.send
        )
    }

    /// Where it takes text messages.
    pub const fn address(&self) -> SocketAddr {
        self.send
    }

    fn run(&mut self, program: &str, settings: &Path) {
        let started = Command::new(program)
            .arg("-v")
            .arg("4")
            .arg(settings)
            .current_dir(&self.folder)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn();
        self.boxes.push(started.expect("Kannel starts"));
    }
}

impl Drop for Kannel {
    fn drop(&mut self) {
        for one in self.boxes.iter_mut().rev() {
            // One that has ended already is fine.
            let _ = one.kill();
            let _ = one.wait();
        }
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// Free now; another program could take one in between, which a test then tells.
fn free_ports() -> [u16; 3] {
    let holders = [(); 3].map(|()| TcpListener::bind("127.0.0.1:0").expect("a free port"));
    holders.map(|holder| holder.local_addr().expect("the port has a number").port())
}

async fn reachable(port: u16) {
    for _ in 0..100 {
        if tokio::net::TcpStream::connect(("127.0.0.1", port)).await.is_ok() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    unreachable!("Kannel does not listen on port {port}");
}

fn settings_text(folder: &Path, centre: u16, admin: u16, smsbox: u16, send: u16) -> String {
    let folder = folder.display();
    format!(
        "group = core\nadmin-port = {admin}\nadmin-interface = 127.0.0.1\nadmin-password = hush\n\
         admin-deny-ip = \"*.*.*.*\"\nadmin-allow-ip = 127.0.0.1\nsmsbox-port = {smsbox}\n\
         smsbox-interface = 127.0.0.1\nbox-deny-ip = \"*.*.*.*\"\nbox-allow-ip = 127.0.0.1\n\
         log-file = \"{folder}/bearerbox.log\"\nlog-level = 1\n\n\
         group = smsc\nsmsc = smpp\nsmsc-id = centre\nhost = 127.0.0.1\nport = {centre}\n\
         smsc-username = desk\nsmsc-password = hush\nsystem-type = \"\"\ntransceiver-mode = true\n\
         interface-version = 34\n\n\
         group = smsbox\nbearerbox-host = 127.0.0.1\nsendsms-port = {send}\nsendsms-interface = 127.0.0.1\n\
         log-file = \"{folder}/smsbox.log\"\nlog-level = 1\n\n\
         group = sendsms-user\nusername = desk\npassword = hush\nmax-messages = 5\n\
         concatenation = true\nfaked-sender = 4711\n\n\
         group = sms-service\nkeyword = default\ntext = \"none\"\nmax-messages = 0\n"
    )
}
