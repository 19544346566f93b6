use anyhow::Result;
use db::Access;

use crate::config::Config;

/// Migrates and says so.
pub(super) async fn run(config: &Config) -> Result<()> {
    super::open(config, Access::Migrate).await?;
    eprintln!("{} is at this program's schema.", config.database_url);
    Ok(())
}
