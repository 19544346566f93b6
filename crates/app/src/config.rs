//! Settings: from the environment, else from crewdesk.toml, else a default. One table tells all of them,
//! and docs/reference/config.md is written from it.

use std::io::Write as _;
use std::net::{IpAddr, SocketAddr};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use db::DatabaseUrl;
use kernel::{Entropy, Secret, Token};

/// One setting as people know it.
pub(crate) struct Setting {
    /// Its key in crewdesk.toml; the variable is `CREWDESK_` and the key in capitals.
    pub(crate) key: &'static str,
    /// What holds where it is not set; empty for nothing.
    pub(crate) default: &'static str,
    /// What it does.
    pub(crate) help: &'static str,
}

/// All settings.
pub(crate) const SETTINGS: &[Setting] = &[
    Setting { key: "listen", default: "127.0.0.1:8080", help: "Address and port to listen on." },
    Setting {
        key: "public_url",
        default: "http://127.0.0.1:8080",
        help: "Where people reach the server. Links in mails begin with it; it is never taken from a request.",
    },
    Setting {
        key: "database_url",
        default: "",
        help: "`sqlite:PATH` or `postgres://USER:PASSWORD@HOST:PORT/DATABASE`. Where none is set: the file \
               crewdesk.db in the data folder.",
    },
    Setting { key: "data_dir", default: "data", help: "Folder for the SQLite file." },
    Setting {
        key: "secret",
        default: "",
        help: "Key from which the links and codes in mails are derived; the same on all nodes. Where none is set: \
               made once and kept in the file secret of the data folder.",
    },
    Setting {
        key: "proxies",
        default: "",
        help: "Addresses of reverse proxies, separated by commas, whose X-Forwarded-For counts.",
    },
    Setting {
        key: "metrics_token",
        default: "",
        help: "Bearer token that /metrics asks for; without one it answers this machine only.",
    },
    Setting {
        key: "log",
        default: "info",
        help: "Levels of the log, such as `info` or `web=debug,info`.",
    },
];

/// The settings in force.
#[derive(Debug, Clone)]
pub(crate) struct Config {
    pub(crate) listen: SocketAddr,
    pub(crate) public_url: String,
    pub(crate) database_url: DatabaseUrl,
    pub(crate) secret: Secret,
    pub(crate) proxies: Vec<IpAddr>,
    pub(crate) metrics_token: Option<String>,
    pub(crate) log: String,
}

impl Config {
    /// Reads the environment and the file.
    ///
    /// # Errors
    /// One sentence that names the setting and says what to write.
    pub(crate) fn load() -> Result<Self> {
        let file = read_file()?;
        let value = |key: &str| -> Result<String> {
            let setting =
                SETTINGS.iter().find(|setting| setting.key == key).context("an unknown setting")?;
            Ok(from_environment(&variable(key))
                .or_else(|| file.get(key).and_then(toml::Value::as_str).map(str::to_owned))
                .unwrap_or_else(|| setting.default.to_owned()))
        };
        let filled = |text: String| (!text.is_empty()).then_some(text);
        let data_dir = PathBuf::from(value("data_dir")?);
        let database_url = match filled(value("database_url")?) {
            Some(text) => text.parse()?,
            None => DatabaseUrl::Sqlite(data_dir.join("crewdesk.db")),
        };
        Ok(Self {
            listen: listen(&value("listen")?)?,
            public_url: public_url(&value("public_url")?)?,
            database_url,

            secret: match filled(value("secret")?) {
                Some(text) => Secret::new(text),
                None => kept_secret(&data_dir)?,
            },
            proxies: proxies(&value("proxies")?)?,
            metrics_token: filled(value("metrics_token")?),
            log: value("log")?,
        })
    }
}

/// The environment's name of a setting.
pub(crate) fn variable(key: &str) -> String {
    format!("CREWDESK_{}", key.to_uppercase())
}

#[expect(clippy::disallowed_methods, reason = "the one place that reads the environment")]
fn from_environment(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

/// crewdesk.toml here or in /etc/crewdesk, or the file that CREWDESK_CONFIG names.
fn read_file() -> Result<toml::Table> {
    let named = from_environment("CREWDESK_CONFIG").map(PathBuf::from);
    let usual = ["crewdesk.toml", "/etc/crewdesk/crewdesk.toml"].map(PathBuf::from);
    let Some(path) = named.or_else(|| usual.into_iter().find(|path| path.exists())) else {
        return Ok(toml::Table::new());
    };
    let shown = path.display();
    let text = std::fs::read_to_string(&path).with_context(|| format!("{shown} can't be read"))?;
    let table: toml::Table = text.parse().with_context(|| format!("{shown} is not valid TOML"))?;
    for (key, value) in &table {
        if !SETTINGS.iter().any(|setting| setting.key == key) {
            let known: Vec<&str> = SETTINGS.iter().map(|setting| setting.key).collect();
            bail!("{shown} sets {key}, which is no setting: there are {}", known.join(", "));
        }
        if !value.is_str() {
            bail!("{shown} sets {key} to something other than text: put it in quotes");
        }
    }
    Ok(table)
}

fn listen(text: &str) -> Result<SocketAddr> {
    text.parse().with_context(|| {
        format!("CREWDESK_LISTEN is {text:?}: write an address and a port, such as 127.0.0.1:8080")
    })
}

fn public_url(text: &str) -> Result<String> {
    let wrong = || {
        format!(
            "CREWDESK_PUBLIC_URL is {text:?}: write http:// or https:// and the host, without a path"
        )
    };
    let url = url::Url::parse(text).with_context(wrong)?;
    if !matches!(url.scheme(), "http" | "https")
        || url.host_str().is_none()
        || url.path() != "/"
        || url.query().is_some()
    {
        bail!(wrong());
    }
    Ok(text.trim_end_matches('/').to_owned())
}

fn proxies(text: &str) -> Result<Vec<IpAddr>> {
    let parts = text.split(',').map(str::trim).filter(|part| !part.is_empty());
    parts
        .map(|part| {
            part.parse()
                .with_context(|| format!("CREWDESK_PROXIES names {part:?}, which is no address"))
        })
        .collect()
}

/// The installation's own key, made at the first start. Only its owner may read the file.
fn kept_secret(folder: &Path) -> Result<Secret> {
    let path = folder.join("secret");
    let shown = path.display();
    if let Ok(text) = std::fs::read_to_string(&path) {
        return Ok(Secret::new(text.trim()));
    }
    let wrong = || format!("{shown} can't be written: let the user who runs Crewdesk write there");
    std::fs::create_dir_all(folder).with_context(wrong)?;
    let secret = Token::generate("cdk", &Entropy::system());
    let mut file = std::fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(&path)
        .with_context(wrong)?;
    file.write_all(secret.expose().as_bytes()).with_context(wrong)?;
    Ok(Secret::new(secret.expose()))
}

/// Makes the folder of a SQLite file, so that a first start needs no hand.
pub(crate) fn make_folder(url: &DatabaseUrl) -> Result<()> {
    let DatabaseUrl::Sqlite(path) = url else { return Ok(()) };
    let folder =
        path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder).with_context(|| {
        format!("{} can't be made: let the user who runs Crewdesk write there", folder.display())
    })
}
