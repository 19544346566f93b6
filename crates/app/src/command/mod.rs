//! The command line (SPEC API-4).

mod backup;
mod demo;
mod doctor;
mod migrate;
mod organisation;
mod reference;
mod reseal;
mod serve;

pub(crate) use organisation::explain;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Result, ensure};
use clap::{Parser, Subcommand};
use db::{Access, Db, DbOptions};
use domain::Crewdesk;
use domain::accounts::password;
use kernel::{Clock, Entropy};

use crate::config::Config;
use crate::logging;

/// Administer the people of a support desk or contact centre.
#[derive(Debug, Parser)]
#[command(name = "crewdesk", version)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve pages and the programming interface.
    Serve,
    /// Bring the database to this program's schema.
    Migrate,
    /// Tell in sentences what is wrong with settings, database, keys, mail, address and clock.
    Doctor(doctor::Options),
    /// Write everything in the database to a file, while the server runs.
    Backup(backup::Place),
    /// Load a backup into the configured database, which must be empty.
    Restore(backup::Place),
    /// Seal with the present key what a former one has sealed; the server does it at its start as well.
    Reseal(reseal::Options),
    /// Organisations of this installation.
    #[command(subcommand)]
    Organisation(organisation::Command),
    /// Load a sample organisation into an empty database and serve it.
    #[command(hide = true)]
    Demo,
    /// Write the pages of docs/reference.
    #[command(hide = true)]
    GenReference {
        /// The folder to write to.
        #[arg(long)]
        out: PathBuf,
    },
}

impl Arguments {
    /// Runs the command; its code is the process's.
    ///
    /// # Errors
    /// One sentence that says what to do.
    pub(crate) async fn run(self) -> Result<ExitCode> {
        if let Command::GenReference { out } = &self.command {
            reference::write(out)?;
            return Ok(ExitCode::SUCCESS);
        }
        if let Command::Doctor(options) = self.command {
            return doctor::run(&options).await;
        }
        let config = Config::load()?;
        logging::start(&config.log)?;
        match self.command {
            Command::Serve => serve::run(config).await?,
            Command::Demo => Box::pin(demo::run(config)).await?,
            Command::Migrate => migrate::run(&config).await?,
            Command::Backup(place) => backup::back_up(&config, place).await?,
            Command::Restore(place) => backup::restore(&config, place).await?,
            Command::Reseal(options) => reseal::run(&config, &options).await?,
            Command::Organisation(command) => Box::pin(organisation::run(&config, command)).await?,
            Command::Doctor(_) | Command::GenReference { .. } => {}
        }
        Ok(ExitCode::SUCCESS)
    }
}

/// The product over the configured database.
async fn open(config: &Config, access: Access) -> Result<Crewdesk> {
    ensure!(
        password::is_computed_rightly(),
        "this processor computes Argon2id otherwise than RFC 9106, so no password would be right: \
         run Crewdesk on another one, and report it with what /proc/cpuinfo says"
    );
    config.make_folder()?;
    let options = DbOptions { access, ..DbOptions::default() };
    let db = Db::open(&config.database_url, options).await?;
    Ok(Crewdesk::new(db, Clock::system(), Entropy::system(), config.policy()?))
}
