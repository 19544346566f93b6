//! Passwords of known breaches, as Have I Been Pwned keeps them: files of hash endings, one for each beginning of a
//! hash, in a folder or behind an address (ASVS 5.0, 6.2.12). Five digits of forty go out, so that whoever answers
//! learns nothing.

use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;
use std::time::Duration;

use domain::ports::{BoxFuture, Breaches};
use kernel::Secret;
use reqwest::Client;
use sha1::{Digest as _, Sha1};
use url::Url;

/// A person waits for the answer.
const PATIENCE: Duration = Duration::from_secs(3);
/// How many digits of a hash name a file.
const BEGINNING: usize = 5;

/// Where the files are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// A folder of files such as `21BD1.txt`, as the official downloader writes them.
    Folder(PathBuf),
    /// An address that the five digits are put behind.
    Service(Url),
}

impl FromStr for Place {
    type Err = url::ParseError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if !text.starts_with("https://") && !text.starts_with("http://") {
            return Ok(Self::Folder(text.into()));
        }
        Url::parse(&format!("{}/", text.trim_end_matches('/'))).map(Self::Service)
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Folder(folder) => write!(f, "{}", folder.display()),
            Self::Service(url) => write!(f, "{url}"),
        }
    }
}

/// Looks passwords up.
#[derive(Debug)]
pub struct BreachFiles {
    place: Place,
    client: Client,
}

impl BreachFiles {
    /// Looks them up there.
    ///
    /// # Errors
    /// Why no client can be made: the machine's list of certificate authorities can't be read.
    pub fn new(place: Place) -> Result<Self, String> {
        // The first to install one decides; all of ours are the same.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = Client::builder().timeout(PATIENCE).user_agent("crewdesk").build();
        Ok(Self { place, client: client.map_err(|error| error.to_string())? })
    }

    /// Lines of `ENDING:HOW OFTEN`.
    async fn endings(&self, beginning: &str) -> Result<String, String> {
        match &self.place {
            Place::Folder(folder) => {
                let file = folder.join(format!("{beginning}.txt"));
                let text = tokio::fs::read_to_string(&file).await;
                text.map_err(|error| format!("{}: {error}", file.display()))
            }
            Place::Service(url) => {
                let url = url.join(beginning).map_err(|error| error.to_string())?;
                // All answers are of about one length then, so that it tells nothing either.
                let asked = self.client.get(url).header("Add-Padding", "true").send().await;
                let answer = asked.and_then(reqwest::Response::error_for_status);
                answer
                    .map_err(|error| error.to_string())?
                    .text()
                    .await
                    .map_err(|error| error.to_string())
            }
        }
    }

    async fn look_up(&self, password: &Secret) -> Result<bool, String> {
        let hash: String =
            Sha1::digest(password.expose()).iter().map(|byte| format!("{byte:02X}")).collect();
        let (beginning, ending) = hash.split_at(BEGINNING);
        let endings = self.endings(beginning).await?;
        let mut known = endings.lines().filter_map(|line| line.trim().split_once(':'));
        // What only fills the answer up was seen never.
        Ok(known.any(|(known, seen)| known.eq_ignore_ascii_case(ending) && seen != "0"))
    }
}

impl Breaches for BreachFiles {
    fn hold<'a>(&'a self, password: &'a Secret) -> BoxFuture<'a, Result<bool, String>> {
        Box::pin(self.look_up(password))
    }
}
