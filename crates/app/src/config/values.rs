//! What each setting may be. Every refusal is one sentence that says what to write.

use std::net::{IpAddr, SocketAddr};
use std::num::NonZeroU32;

use adapters::breaches::Place;
use adapters::outgoing::Allowed;
use adapters::sms_http::{Gateway, Written};
use adapters::smtp::{Sender, SmtpUrl};
use anyhow::{Context as _, Result, bail};
use kernel::Secret;

use super::settings::variable;

/// Shortest key or token, in characters.
const SECRET: usize = 32;

pub(super) fn listen(text: &str) -> Result<SocketAddr> {
    text.parse().with_context(|| {
        format!("CREWDESK_LISTEN is {text:?}: write an address and a port, such as 127.0.0.1:8080")
    })
}

/// Where people reach the server; `encrypted` where it speaks TLS itself.
pub(super) fn public_url(text: &str, encrypted: bool) -> Result<String> {
    let wrong = || {
        format!(
            "CREWDESK_PUBLIC_URL is {text:?}: write http:// or https:// and the host, without a path"
        )
    };
    let url = url::Url::parse(text).with_context(wrong)?;
    if !matches!(url.scheme(), "http" | "https")
        || url.host_str().is_none()
        || !url.username().is_empty()
        || url.path() != "/"
        || url.query().is_some()
        || url.fragment().is_some()
    {
        bail!(wrong());
    }
    if encrypted && url.scheme() == "http" {
        bail!(
            "CREWDESK_PUBLIC_URL is {text:?}: write https://, because CREWDESK_TLS_CERTIFICATE is set"
        );
    }
    Ok(text.trim_end_matches('/').to_owned())
}

pub(super) fn smtp_url(text: &str) -> Result<SmtpUrl> {
    // The setting itself may hold a password, so that only the reason is told.
    text.parse().map_err(|wrong| anyhow::anyhow!("CREWDESK_SMTP_URL is wrong, {wrong}"))
}

/// Where breached passwords are looked up; a folder must be there.
pub(super) fn breaches(text: &str) -> Result<Place> {
    let wrong = || {
        format!(
            "CREWDESK_BREACHED_PASSWORDS is {text:?}: write a folder that is there, or an address that begins with https://"
        )
    };
    let place = text.parse().with_context(wrong)?;
    if matches!(&place, Place::Folder(folder) if !folder.is_dir()) {
        bail!(wrong());
    }
    Ok(place)
}

pub(super) fn gateway(written: &Written<'_>) -> Result<Gateway> {
    // The settings themselves may hold a key, so that only the reason is told.
    Gateway::read(written).map_err(|wrong| {
        let name = variable(&format!("sms_{}", wrong.setting));
        anyhow::anyhow!("{name} is wrong, {wrong}")
    })
}

/// The sender of mails, at the host of the public URL unless set.
pub(super) fn sender(from: Option<String>, public_url: &str) -> Result<Sender> {
    let url = url::Url::parse(public_url).ok();
    let host = url.as_ref().and_then(url::Url::host_str).unwrap_or("localhost");
    let literal = host.parse::<IpAddr>().is_ok() || host.starts_with('[');
    let domain = if literal { "localhost" } else { host };
    let from = from.unwrap_or_else(|| format!("Crewdesk <crewdesk@{domain}>"));
    Sender::new(&from, domain).map_err(|reason| {
        anyhow::anyhow!(
            "CREWDESK_MAIL_FROM is {from:?} ({reason}): write an address such as Crewdesk <desk@example.org>"
        )
    })
}

pub(super) fn secret(key: &str, text: &str) -> Result<Secret> {
    if text.chars().count() < SECRET {
        bail!("{} has fewer than {SECRET} characters: write a long random text", variable(key));
    }
    Ok(Secret::new(text))
}

pub(super) fn requests_per_second(text: &str) -> Result<NonZeroU32> {
    text.parse().with_context(|| {
        format!("CREWDESK_REQUESTS_PER_SECOND is {text:?}: write a whole number of 1 or more, or nothing")
    })
}

pub(super) fn proxies(text: &str) -> Result<Vec<IpAddr>> {
    let parts = text.split(',').map(str::trim).filter(|part| !part.is_empty());
    parts
        .map(|part| {
            part.parse().with_context(|| {
                format!(
                    "CREWDESK_PROXIES names {part:?}, which is no address: write such as 127.0.0.1"
                )
            })
        })
        .collect()
}

/// Networks that requests may go out to.
pub(super) fn networks(text: &str) -> Result<Allowed> {
    let parts = text.split(',').map(str::trim).filter(|part| !part.is_empty());
    let networks = parts.map(|part| {
        Allowed::network(part).with_context(|| {
            format!("CREWDESK_OUTGOING_ALLOW names {part:?}, which is no network: write such as 10.7.0.0/16")
        })
    });
    networks.collect::<Result<Vec<_>>>().map(Allowed::new)
}

pub(super) fn number(key: &str, text: &str, least: i64, most: i64) -> Result<i64> {
    match text.parse::<i64>() {
        Ok(number) if (least..=most).contains(&number) => Ok(number),
        _ => bail!("{} is {text:?}: write a whole number from {least} to {most}", variable(key)),
    }
}
