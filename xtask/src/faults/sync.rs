//! R2: an answer to a write leaves after its sync to disk.

use std::collections::HashSet;
use std::process::Command;

use anyhow::{Context as _, Result};

use super::client;
use super::server::Installation;
use super::{Report, Stand};

/// Posts for each round that was asked for.
const POSTS: usize = 25;

/// Watches the system calls of a server while it answers sequential posts.
pub(super) async fn run(stand: &Stand, report: &mut Report) -> Result<()> {
    let installation = Installation::sqlite(stand)?;
    let token = installation.organisation(&[])?;
    let file = installation.folder().join("calls");
    let mut strace = Command::new("strace");
    // -D: the server stays the process that was started; -y: names of files beside their numbers.
    strace.args(["-D", "-f", "-y", "-s", "40", "-o"]).arg(&file);
    strace.args(["-e", "trace=read,recvfrom,pwrite64,write,writev,sendto,fdatasync,fsync"]);
    let node = installation.serve_under(&mut strace, &token).await?;
    let posts = stand.rounds * POSTS;
    for number in 0..posts {
        let made = node.client.create(&client::user(&format!("sync-{number}"))).await;
        made.context("a user was not created")?;
    }
    node.terminate()?;
    node.wait()?;
    let seen = Watch::over(&std::fs::read_to_string(&file)?);
    report.figure(
        &format!("sqlite: of {posts} posts, answered 201 after a write to the log and its sync"),
        &posts.to_string(),
        seen.synced,
        seen.synced == posts && seen.answers == posts,
    );
    Ok(())
}

/// What happened between reading a post and writing its answer.
#[derive(Debug, Default)]
struct Watch {
    /// Threads that are in a sync of the write-ahead log.
    syncing: HashSet<String>,
    wrote: bool,
    is_synced: bool,
    answers: usize,
    synced: usize,
}

impl Watch {
    fn over(calls: &str) -> Self {
        let mut watch = Self::default();
        for line in calls.lines() {
            let (thread, call) = line.split_once(' ').unwrap_or_default();
            watch.see(thread, call.trim_start());
        }
        watch
    }

    fn see(&mut self, thread: &str, call: &str) {
        let begins_sync = call.starts_with("fdatasync(") || call.starts_with("fsync(");
        let resumed = call.starts_with("<... fdatasync") || call.starts_with("<... fsync");
        let log = call.contains(".db-wal>");
        if call.contains("\"POST /api/v1/users") {
            (self.wrote, self.is_synced) = (false, false);
            self.syncing.clear();
        } else if call.starts_with("pwrite64(") && log {
            self.wrote = true;
        } else if begins_sync && log && call.contains("<unfinished") {
            // One that began before the write may have missed it.
            if self.wrote {
                self.syncing.insert(thread.to_owned());
            }
        } else if begins_sync && log || resumed && self.syncing.remove(thread) {
            self.is_synced |= self.wrote && call.ends_with("= 0");
        } else if call.contains("\"HTTP/1.1 201") {
            self.answers += 1;
            self.synced += usize::from(self.is_synced);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Watch;

    const POST: &str = "7 recvfrom(9<TCP:[1]>, \"POST /api/v1/users HTTP/1.1\"..., 8192) = 300\n";
    const WRITE: &str = "8 pwrite64(5</d/crewdesk.db-wal>, \"x\"..., 4096, 0) = 4096\n";
    const ANSWER: &str = "7 sendto(9<TCP:[1]>, \"HTTP/1.1 201 Created\"..., 400) = 400\n";

    #[test]
    fn an_answer_counts_only_after_the_sync_of_its_own_write() {
        let sync = "8 fdatasync(5</d/crewdesk.db-wal>) = 0\n";
        let good = Watch::over(&[POST, WRITE, sync, ANSWER].concat());
        assert_eq!((good.answers, good.synced), (1, 1));
        for bad in [
            [POST, WRITE, ANSWER, sync].concat(),
            [POST, sync, WRITE, ANSWER].concat(),
            [POST, WRITE, sync, ANSWER, POST, ANSWER].concat(),
        ] {
            let watch = Watch::over(&bad);
            assert!(watch.synced < watch.answers, "{bad}");
        }
    }

    #[test]
    fn a_sync_that_has_not_come_back_is_none() {
        let begun = "8 fdatasync(5</d/crewdesk.db-wal> <unfinished ...>\n";
        let back = "8 <... fdatasync resumed>) = 0\n";
        assert_eq!(Watch::over(&[POST, WRITE, begun, ANSWER, back].concat()).synced, 0);
        assert_eq!(Watch::over(&[POST, WRITE, begun, back, ANSWER].concat()).synced, 1);
        assert_eq!(Watch::over(&[POST, begun, WRITE, back, ANSWER].concat()).synced, 0);
    }
}
