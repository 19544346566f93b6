//! The address of a database, as the settings name it.

use crate::OpenError;
use std::{fmt, path::PathBuf, str::FromStr};

/// Where the database is: `sqlite:PATH` or `postgres://USER:PASSWORD@HOST:PORT/DATABASE?sslmode=…`.
///
/// `sslmode` is `disable`, `prefer` (the default: encrypted if the server offers it, its
/// certificate not checked) or `require` (encrypted and checked against the public authorities,
/// or against those of `sslrootcert=FILE`). The password never shows in `Debug` or `Display`.
#[derive(Clone, PartialEq, Eq)]
pub enum DatabaseUrl {
    /// A SQLite file.
    Sqlite(PathBuf),
    /// A PostgreSQL database.
    Postgres(PostgresUrl),
}

/// The parts of a PostgreSQL address.
#[derive(Clone, PartialEq, Eq)]
pub struct PostgresUrl {
    /// The driver's own settings, without `sslrootcert`.
    pub(crate) config: Box<tokio_postgres::Config>,
    /// Certificate authorities in PEM to trust instead of the public ones.
    pub(crate) authorities: Option<PathBuf>,
}

impl FromStr for DatabaseUrl {
    type Err = OpenError;

    fn from_str(text: &str) -> Result<Self, OpenError> {
        if let Some(path) = text.strip_prefix("sqlite:") {
            let path = path.strip_prefix("//").unwrap_or(path);
            if path.is_empty() || path.contains('\0') || path == ":memory:" {
                return Err(OpenError::BadUrl("it names no file".into()));
            }
            return Ok(Self::Sqlite(path.into()));
        }
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            return postgres(text).map(Self::Postgres);
        }
        Err(OpenError::BadUrl("it begins with neither sqlite: nor postgres:".into()))
    }
}

/// Takes `sslrootcert` out, which the driver does not know, and lets the driver read the rest.
fn postgres(text: &str) -> Result<PostgresUrl, OpenError> {
    let (address, query) = text.split_once('?').unwrap_or((text, ""));
    let (own, rest): (Vec<&str>, Vec<&str>) = query
        .split('&')
        .filter(|pair| !pair.is_empty())
        .partition(|pair| pair.starts_with("sslrootcert="));
    let authorities = own
        .first()
        .and_then(|pair| ::url::form_urlencoded::parse(pair.as_bytes()).next())
        .map(|(_, path)| PathBuf::from(path.as_ref()));
    let address = match rest.as_slice() {
        [] => address.to_owned(),
        rest => format!("{address}?{}", rest.join("&")),
    };
    // The driver's message names the option that is wrong and never the password.
    let config: tokio_postgres::Config =
        address.parse().map_err(|error| OpenError::BadUrl(crate::postgres::describe(&error)))?;
    if config.get_hosts().is_empty() {
        return Err(OpenError::BadUrl("it names no host".into()));
    }
    if config.get_dbname().is_none() {
        return Err(OpenError::BadUrl("it names no database".into()));
    }
    Ok(PostgresUrl { config: Box::new(config), authorities })
}

impl fmt::Display for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite(path) => write!(f, "sqlite:{}", path.display()),
            Self::Postgres(url) => {
                let user = url.config.get_user().unwrap_or("");
                let dbname = url.config.get_dbname().unwrap_or("");
                write!(f, "postgres://{user}@{}/{dbname}", url.hosts())
            }
        }
    }
}

impl PostgresUrl {
    fn hosts(&self) -> String {
        let ports = self.config.get_ports();
        let hosts = self.config.get_hosts().iter().enumerate().map(|(at, host)| {
            let port = ports.get(at).or(ports.first()).copied().unwrap_or(5432);
            match host {
                tokio_postgres::config::Host::Tcp(name) => format!("{name}:{port}"),
                #[cfg(unix)]
                tokio_postgres::config::Host::Unix(path) => path.display().to_string(),
            }
        });
        hosts.collect::<Vec<_>>().join(",")
    }
}

impl fmt::Debug for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
