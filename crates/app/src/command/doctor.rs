//! `crewdesk doctor`: whether this installation is well, in sentences (SPEC API-4).

use std::process::ExitCode;

use anyhow::Result;
use db::Access;
use domain::{organisations, verify};

use super::explain;
use crate::config::Config;

/// Looks at settings and database; with `verify`, at every invariant of a live database.
pub(super) async fn run(config: &Config, verify: bool) -> Result<ExitCode> {
    say(
        "ok",
        &format!("The settings can be read; people reach the server at {}.", config.public_url),
    );
    for name in &config.strangers {
        say("warn", &format!("{name} is set but is no setting: misspelt, most likely."));
    }
    match &config.smtp_url {
        Some(_) => say("ok", "A mail server is set."),
        None => say("warn", "No mail server is set: write CREWDESK_SMTP_URL, or mails wait."),
    }
    // Beside a running server: nothing is locked and nothing changed.
    let crewdesk = super::open(config, Access::ReadOnly).await?;
    organisations::ping(&crewdesk).await.map_err(explain)?;
    say(
        "ok",
        &format!("The database {} answers and has this program's schema.", config.database_url),
    );
    if !verify {
        return Ok(ExitCode::SUCCESS);
    }
    let mut well = true;
    for checked in verify::all(&crewdesk).await.map_err(explain)? {
        if checked.count == 0 {
            say("ok", checked.invariant);
            continue;
        }
        well = false;
        say("fail", &format!("{} Violated {} times:", checked.invariant, checked.count));
        for violation in checked.violations {
            say("", &violation.what);
        }
    }
    Ok(if well { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

#[expect(clippy::print_stdout, reason = "the answer of the command")]
fn say(verdict: &str, sentence: &str) {
    println!("{verdict:5}{sentence}");
}
