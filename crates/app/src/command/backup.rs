//! `crewdesk backup` and `crewdesk restore` (SPEC ORG-5).

use std::fs::{self, File, OpenOptions};
use std::io::{BufReader, BufWriter};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use clap::Args;
use db::{Access, Db, DbOptions, backup};
use flate2::Compression;
use flate2::read::MultiGzDecoder;
use flate2::write::GzEncoder;
use kernel::Clock;

use crate::config::Config;

#[derive(Debug, Args)]
pub(super) struct Place {
    /// The backup's file.
    file: PathBuf,
}

/// Writes everything in the database to a file, while the server runs. The file gets its name when it is
/// whole and on disk; one that was there is replaced.
pub(super) async fn back_up(config: &Config, place: Place) -> Result<()> {
    let options = DbOptions { access: Access::ReadOnly, ..DbOptions::default() };
    let db = Db::open(&config.database_url, options).await?;
    let facts = db.facts().await?;
    if facts.applied < facts.known {
        bail!(
            "The database is of an older Crewdesk: run `crewdesk migrate` first, or back it up with that version"
        );
    }
    let draft = draft_of(&place.file);
    let rows = write(&db, &draft).await;
    if rows.is_err() {
        // What is there is no backup.
        let _ = fs::remove_file(&draft);
    }
    let rows = rows.with_context(|| format!("{} is not written", place.file.display()))?;
    fs::rename(&draft, &place.file)
        .with_context(|| format!("{} can't get its name", place.file.display()))?;
    sync_folder(&place.file)?;
    eprintln!("{} holds {rows} rows of {}.", place.file.display(), config.database_url);
    Ok(())
}

fn draft_of(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".partial");
    PathBuf::from(name)
}

async fn write(db: &Db, draft: &Path) -> Result<u64> {
    let file =
        OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(draft)?;
    let mut out = GzEncoder::new(BufWriter::new(file), Compression::fast());
    let rows = backup::dump(db, Clock::system().now(), &mut out).await?;
    let file = out.finish()?.into_inner().map_err(std::io::IntoInnerError::into_error)?;
    file.sync_all()?;
    Ok(rows)
}

/// Makes the new name survive a power cut.
fn sync_folder(file: &Path) -> Result<()> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
    File::open(folder.unwrap_or(Path::new(".")))?.sync_all()?;
    Ok(())
}

/// Loads a backup into the configured database, which must be empty, and brings it to this program's
/// schema.
pub(super) async fn restore(config: &Config, place: Place) -> Result<()> {
    let shown = place.file.display();
    let file = File::open(&place.file).with_context(|| format!("{shown} can't be read"))?;
    config.make_folder()?;
    let mut input = BufReader::new(MultiGzDecoder::new(BufReader::new(file)));
    let loaded = backup::load(&config.database_url, &mut input).await?;
    // Newer migrations run when it is opened.
    Db::open(&config.database_url, DbOptions::default()).await?;
    eprintln!(
        "{} holds the {} rows of {shown}, as of {}.",
        config.database_url, loaded.rows, loaded.head.created_at
    );
    Ok(())
}
