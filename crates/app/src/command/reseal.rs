//! `crewdesk reseal`, and what a start does about keys (ADR 0012).

use anyhow::{Result, bail};
use clap::Args;
use db::Access;
use domain::{Crewdesk, resealing};

use crate::config::Config;

#[derive(Debug, Args)]
pub(super) struct Options {
    /// Give up what no key opens, because the key is lost: people come in with recovery codes instead of those
    /// authenticator apps, and those identity providers need their secret anew.
    #[arg(long)]
    give_up: bool,
}

/// Seals with the present key what a former one has sealed.
#[expect(clippy::print_stdout, reason = "the lines are the answer of the command")]
pub(super) async fn run(config: &Config, options: &Options) -> Result<()> {
    let crewdesk = super::open(config, Access::Migrate).await?;
    let anew = resealing::reseal(&crewdesk).await?;
    println!("sealed anew: {anew}");
    if options.give_up {
        println!("given up: {}", resealing::give_up(&crewdesk).await?);
    }
    let standing = resealing::standing(&crewdesk).await?;
    if standing.unknown > 0 {
        bail!(unknown(standing.unknown));
    }
    Ok(())
}

/// Refuses a start with a key that opens not everything. What a former key has sealed is sealed anew meanwhile:
/// both open until then.
pub(super) async fn at_start(crewdesk: &Crewdesk) -> Result<()> {
    let standing = resealing::standing(crewdesk).await?;
    if standing.unknown > 0 {
        bail!(unknown(standing.unknown));
    }
    if standing.former > 0 {
        let crewdesk = crewdesk.clone();
        tokio::spawn(async move {
            match resealing::reseal(&crewdesk).await {
                Ok(count) => tracing::info!(count, "sealed anew with the present key"),
                Err(error) => tracing::error!(%error, "secrets are not all sealed anew"),
            }
        });
    }
    Ok(())
}

/// What stands against going on with secrets that no key opens.
pub(super) fn unknown(count: i64) -> String {
    format!(
        "secrets sealed with a key that is not set: {count}. Put it back as CREWDESK_SECRET or the file secret, \
         or as CREWDESK_SECRET_FORMER where another one replaces it; if it is lost, `crewdesk reseal --give-up` \
         goes on without them"
    )
}
