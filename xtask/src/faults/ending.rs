//! R12: SIGTERM under load.

use std::io;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::Result;
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::task::JoinSet;

use super::client;
use super::server::Installation;
use super::{Report, Stand};

const CONNECTIONS: usize = 16;
/// Longest that the end may take, in milliseconds.
const END: u64 = 10_000;

/// Requests over all rounds.
#[derive(Default)]
struct Tally {
    before: usize,
    unanswered: usize,
    reset: usize,
    refused: usize,
    after: usize,
    slowest: Duration,
    unclean: usize,
}

/// Half of the connections are kept, half are new for each request.
pub(super) async fn run(stand: &Stand, report: &mut Report) -> Result<()> {
    let installation = Installation::sqlite(stand)?;
    let token = installation.organisation(&[])?;
    let mut tally = Tally::default();
    for number in 0..stand.rounds {
        round(&installation, &token, number, &mut tally).await?;
    }
    let complaints = installation.verify()?.len();
    let ends = format!("sqlite, {} ends: of {} requests begun before", stand.rounds, tally.before);
    report.none(&format!("{ends}, unanswered"), tally.unanswered);
    report.none(&format!("{ends}, reset"), tally.reset);
    report.none(&format!("{ends}, answered with a failure"), tally.refused);
    report.none("sqlite: ends with another code than 0", tally.unclean);
    let what = format!("sqlite: slowest end ({} requests answered after SIGTERM)", tally.after);
    report.within(&what, tally.slowest, END);
    report.none("sqlite: complaints of doctor --verify", complaints);
    Ok(())
}

async fn round(
    installation: &Installation,
    token: &str,
    number: usize,
    tally: &mut Tally,
) -> Result<()> {
    let node = installation.serve(token).await?;
    let mut callers = JoinSet::new();
    for caller in 0..CONNECTIONS {
        let caller = Caller {
            address: node.address.as_str().into(),
            token: token.into(),
            name: format!("end-{number}-{caller}"),
            keeps: caller % 2 == 0,
            // Hashing a password takes long enough to be in flight when the end comes.
            is_slow: caller < 4,
        };
        callers.spawn(caller.call());
    }
    tokio::time::sleep(Duration::from_millis(200 + u64::try_from(number * 37 % 200)?)).await;
    let asked = Instant::now();
    node.terminate()?;
    let status = tokio::task::spawn_blocking(move || node.wait()).await??;
    tally.slowest = tally.slowest.max(asked.elapsed());
    tally.unclean += usize::from(status.code() != Some(0));
    for seen in callers.join_all().await.into_iter().flatten() {
        tally.count(&seen, asked);
    }
    Ok(())
}

impl Tally {
    fn count(&mut self, seen: &Seen, asked: Instant) {
        if seen.begun > asked {
            self.after += usize::from(seen.answer.is_ok());
            return;
        }
        self.before += 1;
        match &seen.answer {
            Ok(201) => {}
            Ok(_) => self.refused += 1,
            Err(error) => {
                self.unanswered += 1;
                self.reset += usize::from(error.kind() == io::ErrorKind::ConnectionReset);
            }
        }
    }
}

/// One request that was written whole.
struct Seen {
    begun: Instant,
    answer: io::Result<u16>,
}

/// Speaks HTTP by hand, to know when a request was written and how its connection ended.
struct Caller {
    address: Arc<str>,
    token: Arc<str>,
    name: String,
    keeps: bool,
    is_slow: bool,
}

impl Caller {
    /// Calls until nobody answers any more.
    async fn call(self) -> Vec<Seen> {
        let mut seen = Vec::new();
        let mut kept = None;
        for number in 0.. {
            let mut stream = match kept.take() {
                Some(stream) => stream,
                None => match TcpStream::connect(&*self.address).await {
                    Ok(stream) => stream,
                    Err(_) => break,
                },
            };
            if stream.write_all(self.request(number).as_bytes()).await.is_err() {
                break;
            }
            let begun = Instant::now();
            let answer = answer(&mut stream).await;
            let is_last = answer.is_err();
            let closes = answer.as_ref().is_ok_and(|(_, closes)| *closes);
            seen.push(Seen { begun, answer: answer.map(|(status, _)| status) });
            if is_last {
                break;
            }
            kept = (self.keeps && !closes).then_some(stream);
        }
        seen
    }

    fn request(&self, number: usize) -> String {
        let mut user = client::user(&format!("{}-{number}", self.name));
        if let (true, Value::Object(fields)) = (self.is_slow, &mut user) {
            fields.insert("generate_password".into(), json!(true));
        }
        let body = user.to_string();
        format!(
            "POST /api/v1/users HTTP/1.1\r\nHost: {}\r\nAuthorization: Bearer {}\r\n\
             Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
            self.address,
            self.token,
            body.len()
        )
    }
}

/// Reads a whole answer: its number, and whether the connection ends with it.
async fn answer(stream: &mut TcpStream) -> io::Result<(u16, bool)> {
    let mut read = Vec::new();
    loop {
        if let Some(whole) = whole(&read) {
            return Ok(whole);
        }
        if stream.read_buf(&mut read).await? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
    }
}

/// Reads an answer whose length is told in its head, once all of it is there.
fn whole(read: &[u8]) -> Option<(u16, bool)> {
    let text = String::from_utf8_lossy(read);
    let (head, _) = text.split_once("\r\n\r\n")?;
    let lower = head.to_ascii_lowercase();
    let length = lower.lines().find_map(|line| line.strip_prefix("content-length: "))?;
    let end = head.len() + 4 + length.trim().parse::<usize>().ok()?;
    if read.len() < end {
        return None;
    }
    let status = head.split(' ').nth(1)?.parse().ok()?;
    Some((status, lower.contains("connection: close")))
}

#[cfg(test)]
mod tests {
    #[test]
    fn an_answer_is_whole_when_its_last_byte_is_there() {
        let text = b"HTTP/1.1 201 Created\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}";
        assert_eq!(super::whole(text), Some((201, true)));
        assert_eq!(super::whole(&text[..text.len() - 1]), None);
    }
}
