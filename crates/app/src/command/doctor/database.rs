use std::path::Path;

use db::{Access, DatabaseUrl, Db, DbOptions, Facts, OpenError};
use domain::{Crewdesk, Policy, jobs, resealing, verify};
use kernel::{Clock, Entropy, Span};

use super::Report;
use crate::config::Config;

/// Less free room than this is worth a warning, in bytes.
const ROOM: u64 = 1 << 30;
/// A job that is due for longer than this waits for something.
const WAITING: Span = Span::minutes(10);

/// Looks at the database; the product over it where it could be opened.
pub(super) async fn look(config: &Config, report: &mut Report) -> Option<Crewdesk> {
    let options = DbOptions { access: Access::ReadOnly, ..DbOptions::default() };
    let db = match Db::open(&config.database_url, options).await {
        Ok(db) => db,
        Err(OpenError::Missing(path)) => {
            let path = path.display();
            report.warn(format!("Database: {path} does not exist yet; `crewdesk serve` makes it."));
            room(config, report);
            return None;
        }
        Err(error) => {
            report.fail(format!("Database: {error}"));
            return None;
        }
    };
    match db.facts().await {
        Ok(facts) => tell(&facts, config, report),
        Err(error) => {
            report.fail(format!("Database: it does not answer ({error}): check that it runs."));
            return None;
        }
    }
    room(config, report);
    let policy = config.policy_as_it_is().unwrap_or_else(|error| {
        report.fail(format!("Key: {error:#}."));
        Policy::default()
    });
    let crewdesk = Crewdesk::new(db, Clock::system(), Entropy::system(), policy);
    outbox(&crewdesk, report).await;
    keys(&crewdesk, report).await;
    Some(crewdesk)
}

fn tell(facts: &Facts, config: &Config, report: &mut Report) {
    let Facts { engine, durability, is_durable, applied, known } = facts;
    report.ok(format!("Database: {engine} at {}.", config.database_url));
    if applied < known {
        report.warn(format!(
            "Database: {} of {known} migrations wait; `crewdesk serve` or `crewdesk migrate` runs them.",
            known - applied
        ));
    } else {
        report.ok(format!("Database: all {known} migrations have run."));
    }
    if *is_durable {
        report.ok(format!("Database: commits wait for the disk ({durability})."));
    } else {
        report.warn(format!(
            "Database: commits do not wait for the disk ({durability}): a power cut may lose changes that were acknowledged."
        ));
    }
}

/// Free room on the disk of a SQLite file.
fn room(config: &Config, report: &mut Report) {
    let DatabaseUrl::Sqlite(path) = &config.database_url else { return };
    let folder = path.ancestors().skip(1).find(|folder| folder.exists()).unwrap_or(Path::new("."));
    match rustix::fs::statvfs(folder) {
        Ok(disk) => {
            let free = disk.f_bavail.saturating_mul(disk.f_frsize);
            let folder = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
            let text = format!("Disk: {} MiB are free at {}.", free >> 20, folder.display());
            if free < ROOM { report.warn(text) } else { report.ok(text) }
        }
        Err(error) => report.warn(format!("Disk: free room can't be told ({error}).")),
    }
}

async fn outbox(crewdesk: &Crewdesk, report: &mut Report) {
    let standing = match jobs::standing(crewdesk).await {
        Ok(standing) => standing,
        // A schema from before the outbox: said above.
        Err(_) => return,
    };
    let late = standing.oldest_due.filter(|at| crewdesk.clock().now().since(*at) > WAITING);
    match late {
        Some(since) => report.warn(format!(
            "Outbox: {} jobs wait, the first since {since}: check that a server runs and mail goes out.",
            standing.due
        )),
        None => report.ok(format!("Outbox: {} jobs wait.", standing.due)),
    }
    if standing.failed > 0 {
        report.warn(format!("Outbox: {} jobs have failed; the log says why.", standing.failed));
    }
}

/// Whether what is sealed at rest opens with the keys that are set (ADR 0012).
async fn keys(crewdesk: &Crewdesk, report: &mut Report) {
    let Ok(standing) = resealing::standing(crewdesk).await else {
        // A schema from before: said above.
        return;
    };
    let policy = crewdesk.policy();
    if standing.unknown > 0 {
        report.fail(format!("Key: {}.", super::super::reseal::unknown(standing.unknown)));
    } else if policy.secret.is_none() {
        report.warn("Key: there is none yet; `crewdesk serve` makes it.");
    } else if standing.former > 0 {
        report.warn(format!(
            "Key: secrets sealed with the former one: {}. `crewdesk serve` seals them anew at its start, `crewdesk reseal` does only that.",
            standing.former
        ));
    } else if policy.former_secrets.is_empty() {
        report.ok(format!("Key: it opens everything that is sealed ({}).", standing.present));
    } else {
        report.ok(format!(
            "Key: it opens everything that is sealed ({}), so that the former one can go.",
            standing.present
        ));
    }
}

/// Checks every invariant on the live database.
pub(super) async fn verify(crewdesk: &Crewdesk, report: &mut Report) {
    let checked = match verify::all(crewdesk).await {
        Ok(checked) => checked,
        Err(error) => {
            report.fail(format!("Verify: the database can't be read ({error})."));
            return;
        }
    };
    for check in checked {
        if check.count == 0 {
            report.ok(format!("Verify: {}", check.invariant));
            continue;
        }
        report.fail(format!("Verify: not so in {} places: {}", check.count, check.invariant));
        for violation in check.violations {
            let place = violation.organisation_id.map_or_else(
                || "the installation".to_owned(),
                |organisation| format!("organisation {organisation}"),
            );
            report.fail(format!("Verify:   {} in {place}", violation.what));
        }
    }
}
