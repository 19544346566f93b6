//! R1: `kill -9` under sixteen writers.

use std::collections::HashSet;
use std::time::Duration;

use anyhow::Result;

use super::server::{Installation, Node};
use super::writers::Writers;
use super::{Report, Stand};

const WRITERS: usize = 16;
/// The whole database is verified after each so many kills, and after the last.
const VERIFY: usize = 10;

/// Both databases.
pub(super) async fn run(stand: &Stand, report: &mut Report) -> Result<()> {
    Trial::new(Installation::sqlite(stand)?)?.run(stand.rounds, report).await?;
    Trial::new(Installation::postgres(stand)?)?.run(stand.rounds, report).await
}

/// What was seen over all rounds.
struct Trial {
    installation: Installation,
    token: String,
    acknowledged: HashSet<String>,
    missing: usize,
    slowest: Duration,
    complaints: usize,
}

impl Trial {
    fn new(installation: Installation) -> Result<Self> {
        let token = installation.organisation(&[])?;
        Ok(Self {
            installation,
            token,
            acknowledged: HashSet::new(),
            missing: 0,
            slowest: Duration::ZERO,
            complaints: 0,
        })
    }

    async fn run(mut self, rounds: usize, report: &mut Report) -> Result<()> {
        let mut node = self.installation.serve(&self.token).await?;
        for round in 0..rounds {
            node = self.round(node, round).await?;
            if (round + 1) % VERIFY == 0 || round + 1 == rounds {
                self.complaints += self.installation.verify()?.len();
            }
        }
        self.tell(&node, rounds, report).await
    }

    /// Writers, a kill in their midst, a start, and a look at each write of this round.
    async fn round(&mut self, node: Node, round: usize) -> Result<Node> {
        let writers = Writers::start(WRITERS, &node.client, &format!("r{round}"));
        // Another moment in each round: from 100 ms to 600 ms.
        let moment = 100 + u64::try_from(round * 137 % 500)?;
        tokio::time::sleep(Duration::from_millis(moment)).await;
        node.kill()?;
        let acknowledged = writers.acknowledged().await;
        let node = self.installation.serve(&self.token).await?;
        self.slowest = self.slowest.max(node.start);
        for id in acknowledged {
            let found = node.client.status(&format!("/api/v1/users/{id}")).await?;
            self.missing += usize::from(found != 200);
            self.acknowledged.insert(id);
        }
        Ok(node)
    }

    async fn tell(&self, node: &Node, rounds: usize, report: &mut Report) -> Result<()> {
        let users = node.client.user_ids().await?;
        let rows = node.client.all("/api/v1/audit?action=user.created&", "subject_id").await?;
        let told: HashSet<&String> = rows.iter().collect();
        let silent = users.iter().filter(|id| !told.contains(id)).count();
        let unfounded = rows.iter().filter(|id| !users.contains(*id)).count();
        let engine = self.installation.engine();
        let lost = self.acknowledged.iter().filter(|id| !users.contains(*id)).count();
        let of = format!("of {} acknowledged users, missing", self.acknowledged.len());
        report.none(&format!("{engine}, {rounds} kills: {of} after the restart"), self.missing);
        report.none(&format!("{engine}: {of} at the end"), lost);
        report.none(&format!("{engine}: users without an audit row"), silent);
        report.none(&format!("{engine}: audit rows without a user"), unfounded);
        let doubled = rows.len() - told.len();
        report.none(&format!("{engine}: users with two audit rows"), doubled);
        report.none(&format!("{engine}: complaints of doctor --verify"), self.complaints);
        let start = format!("{engine}: slowest start to ready, up to {} users", users.len());
        report.within(&start, self.slowest, 2000);
        Ok(())
    }
}
