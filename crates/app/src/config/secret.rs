use std::fs;
use std::io::{ErrorKind, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;

use anyhow::{Context as _, Result, bail};
use kernel::{Entropy, Secret, Token};

/// The installation's own key, made at the first start. Only its owner may read the file.
pub(super) fn kept(folder: &Path) -> Result<Secret> {
    match present(folder)? {
        Some(key) => Ok(key),
        None => make(folder, &folder.join("secret")),
    }
}

/// The same where there is one already.
pub(super) fn present(folder: &Path) -> Result<Option<Secret>> {
    read(&folder.join("secret"))
}

/// The key that is being replaced, where its file was put aside.
pub(super) fn former(folder: &Path) -> Result<Option<Secret>> {
    read(&folder.join("secret.former"))
}

fn read(path: &Path) -> Result<Option<Secret>> {
    let shown = path.display();
    match fs::read_to_string(path) {
        Ok(text) if text.trim().is_empty() => {
            bail!("{shown} is empty: put the key back from where it is kept, or delete the file")
        }
        Ok(text) => Ok(Some(Secret::new(text.trim()))),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error).with_context(|| {
            format!("{shown} can't be read: let the user who runs Crewdesk read it")
        }),
    }
}

/// Writes the key whole before it gets its name, so that of two processes that start together both have
/// the first one's.
fn make(folder: &Path, path: &Path) -> Result<Secret> {
    let wrong = || {
        let shown = path.display();
        format!("{shown} can't be written: let the user who runs Crewdesk write there")
    };
    super::make_private(folder).with_context(wrong)?;
    let draft = folder.join(format!("secret.{}", std::process::id()));
    let mut file = fs::OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(&draft)
        .with_context(wrong)?;
    let key = Token::generate("cdk", &Entropy::system());
    file.write_all(key.expose().as_bytes()).with_context(wrong)?;
    file.sync_all().with_context(wrong)?;
    let named = fs::hard_link(&draft, path);
    // The draft is of no use any more, whoever was first.
    let _ = fs::remove_file(&draft);
    match named {
        Ok(()) => Ok(Secret::new(key.expose())),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => kept(folder),
        Err(error) => Err(error).with_context(wrong),
    }
}
