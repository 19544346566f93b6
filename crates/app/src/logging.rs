//! Where the log goes: text on a terminal, JSON lines otherwise.

use std::io::IsTerminal as _;

use anyhow::{Context as _, Result};
use tracing_subscriber::EnvFilter;

/// Starts the log with the levels of the setting `log`.
pub(crate) fn start(levels: &str) -> Result<()> {
    let filter = EnvFilter::try_new(levels).with_context(|| {
        format!(
            "CREWDESK_LOG is {levels:?}, which is no list of levels: write info, or web=debug,info"
        )
    })?;
    let builder = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    if std::io::stderr().is_terminal() {
        builder.compact().init();
    } else {
        builder.json().init();
    }
    Ok(())
}
