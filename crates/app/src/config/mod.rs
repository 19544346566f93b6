//! Settings: from the environment, else from crewdesk.toml, else a default.
//!
//! - [`settings`] is the one table of them all; docs/reference/config.md is written from it
//! - `source` reads environment and file, `values` checks each setting, `secret` keeps the key, `tls` reads the
//!   certificate

mod secret;
pub(crate) mod settings;
mod source;
mod tls;
mod values;

use std::net::{IpAddr, SocketAddr};
use std::num::NonZeroU32;
use std::os::unix::fs::DirBuilderExt as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use adapters::breaches::{BreachFiles, Place};
use adapters::outgoing::Allowed;
use adapters::sms_http::{Gateway, Written};
use adapters::smtp::{Sender, SmtpUrl};
use anyhow::{Context as _, Result, anyhow};
use db::DatabaseUrl;
use domain::Policy;
use domain::ports::Breaches;
use kernel::{Secret, Span};

use source::Source;
pub(crate) use tls::TlsFiles;

/// The settings in force.
#[derive(Debug, Clone)]
pub(crate) struct Config {
    pub(crate) listen: SocketAddr,
    pub(crate) public_url: String,
    pub(crate) tls: Option<TlsFiles>,
    pub(crate) database_url: DatabaseUrl,
    pub(crate) data_dir: PathBuf,
    pub(crate) smtp_url: Option<SmtpUrl>,
    pub(crate) sender: Sender,
    pub(crate) sms: Option<Gateway>,
    pub(crate) outgoing: Allowed,
    pub(crate) breaches: Option<Place>,
    pub(crate) proxies: Vec<IpAddr>,
    pub(crate) metrics_token: Option<Secret>,
    pub(crate) operator_token: Option<Secret>,
    pub(crate) requests_per_second: Option<NonZeroU32>,
    pub(crate) log: String,
    /// Variables that look like settings and are none: misspelt, most likely.
    pub(crate) strangers: Vec<String>,
    /// Limits, without the installation's own key.
    policy: Policy,
    secret: Option<Secret>,
    /// The key that is being replaced.
    secret_former: Option<Secret>,
}

impl Config {
    /// Reads the environment and the file.
    ///
    /// # Errors
    /// One sentence that names the setting and says what to write.
    pub(crate) fn load() -> Result<Self> {
        Self::from_source(&Source::read()?)
    }

    fn from_source(source: &Source) -> Result<Self> {
        let data_dir = PathBuf::from(source.text("data_dir"));
        let database_url = match source.filled("database_url") {
            Some(text) => text.parse()?,
            None => DatabaseUrl::Sqlite(data_dir.join("crewdesk.db")),
        };
        let listen = values::listen(&source.text("listen"))?;
        let tls = TlsFiles::of(source.filled("tls_certificate"), source.filled("tls_key"))?;
        let public_url = match source.filled("public_url") {
            Some(text) => values::public_url(&text, tls.is_some())?,
            None if tls.is_some() => format!("https://localhost:{}", listen.port()),
            None => format!("http://127.0.0.1:{}", listen.port()),
        };
        Ok(Self {
            listen,
            sender: values::sender(source.filled("mail_from"), &public_url)?,
            public_url,
            tls,
            database_url,
            smtp_url: source.filled("smtp_url").map(|text| values::smtp_url(&text)).transpose()?,
            sms: sms(source)?,
            outgoing: values::networks(&source.text("outgoing_allow"))?,
            breaches: source
                .filled("breached_passwords")
                .map(|text| values::breaches(&text))
                .transpose()?,
            proxies: values::proxies(&source.text("proxies"))?,
            requests_per_second: source
                .filled("requests_per_second")
                .map(|text| values::requests_per_second(&text))
                .transpose()?,
            metrics_token: source.filled("metrics_token").map(Secret::new),
            operator_token: secret(source, "operator_token")?,
            log: source.text("log"),
            strangers: source.strangers(),
            policy: policy(source)?,
            secret: secret(source, "secret")?,
            secret_former: secret(source, "secret_former")?,
            data_dir,
        })
    }

    /// The limits of this installation with its own key, which is made where there is none.
    ///
    /// # Errors
    /// One sentence where the key can neither be read nor written.
    pub(crate) fn policy(&self) -> Result<Policy> {
        let secret = match &self.secret {
            Some(secret) => secret.clone(),
            None => secret::kept(&self.data_dir)?,
        };
        self.with_key(Some(secret))
    }

    /// The same for looking on: no key is made.
    ///
    /// # Errors
    /// One sentence where a key can't be read.
    pub(crate) fn policy_as_it_is(&self) -> Result<Policy> {
        match &self.secret {
            Some(secret) => self.with_key(Some(secret.clone())),
            None => self.with_key(secret::present(&self.data_dir)?),
        }
    }

    fn with_key(&self, secret: Option<Secret>) -> Result<Policy> {
        let aside = secret::former(&self.data_dir)?;
        let breaches = self.breaches.clone().map(BreachFiles::new).transpose();
        let breaches = breaches.map_err(|reason| anyhow!(
            "breached passwords can't be looked up ({reason}): check the machine's certificate authorities"
        ))?;
        Ok(Policy {
            secret,
            former_secrets: self.secret_former.clone().into_iter().chain(aside).collect(),
            breaches: breaches.map(|known| Arc::new(known) as Arc<dyn Breaches>),
            public_url: Some(self.public_url.clone()),
            ..self.policy.clone()
        })
    }

    /// Makes the folder of a SQLite file, so that a first start needs no hand.
    ///
    /// # Errors
    /// One sentence that names the folder.
    pub(crate) fn make_folder(&self) -> Result<()> {
        let DatabaseUrl::Sqlite(path) = &self.database_url else { return Ok(()) };
        let folder =
            path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        make_private(folder).with_context(|| {
            format!(
                "{} can't be made: let the user who runs Crewdesk write there",
                folder.display()
            )
        })
    }
}

/// Makes a folder that only its owner may look into.
fn make_private(folder: &Path) -> std::io::Result<()> {
    std::fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)
}

/// A setting that is a secret.
fn secret(source: &Source, key: &str) -> Result<Option<Secret>> {
    source.filled(key).map(|text| values::secret(key, &text)).transpose()
}

/// The gateway for text messages; none where no address is set.
fn sms(source: &Source) -> Result<Option<Gateway>> {
    let Some(url) = source.filled("sms_url") else { return Ok(None) };
    let [method, headers, body, success] =
        ["sms_method", "sms_headers", "sms_body", "sms_success"].map(|key| source.text(key));
    let written =
        Written { url: &url, method: &method, headers: &headers, body: &body, success: &success };
    values::gateway(&written).map(Some)
}

/// The limits that an installation may set; the others stand in SECURITY.md.
fn policy(source: &Source) -> Result<Policy> {
    let number =
        |key: &str, least: i64, most: i64| values::number(key, &source.text(key), least, most);
    Ok(Policy {
        trial_length: Span::days(number("trial_days", 1, 3650)?),
        trial_seats: number("trial_licences", 1, 1_000_000)?,
        trial_operators: number("trial_operators", 0, 1_000_000)?,
        session_idle: Span::minutes(number("session_idle_minutes", 1, 43_200)?),
        session_absolute: Span::hours(number("session_hours", 1, 8760)?),
        invitation_life: Span::days(number("invitation_days", 1, 365)?),
        ..Policy::default()
    })
}

#[cfg(test)]
mod tests;
