use std::time::Duration;

use adapters::breaches::BreachFiles;
use adapters::sms_http::SmsHttp;
use adapters::smtp::Smtp;
use domain::ports::Breaches as _;
use kernel::{Clock, Secret, Span, Timestamp};
use tokio::net::TcpStream;
use x509_parser::prelude::{FromDer as _, X509Certificate};

use super::Report;
use crate::config::Config;

/// How long reaching the public address may take.
const REACH: Duration = Duration::from_secs(5);
/// A certificate that ends within this time should have been renewed.
const SOON: Span = Span::days(14);

/// Reaches the mail server, encrypts and signs in.
pub(super) async fn mail(config: &Config, report: &mut Report) {
    let Some(url) = &config.smtp_url else {
        report.warn(
            "Mail: no server is set, so that invitations and codes wait: set CREWDESK_SMTP_URL.",
        );
        return;
    };
    match Smtp::new(url.clone(), config.sender.clone()).check().await {
        Ok(found) => {
            let how = match (found.encrypted, found.verified) {
                (true, true) => "encrypted",
                (true, false) => "encrypted without a check of its certificate",
                (false, _) => "not encrypted",
            };
            let signed_in = if found.signed_in { ", signed in" } else { "" };
            report.ok(format!("Mail: {url} answers, {how}{signed_in}."));
        }
        Err(trouble) => report.fail(format!("Mail: {trouble}")),
    }
}

/// Reaches the gateway for text messages, and sends none.
pub(super) async fn sms(config: &Config, report: &mut Report) {
    let Some(gateway) = &config.sms else {
        report.ok("SMS: no gateway is set (CREWDESK_SMS_URL); codes go by mail only.");
        return;
    };
    let checked = match SmsHttp::new(gateway.clone()) {
        Ok(sender) => sender.check().await,
        Err(reason) => Err(reason),
    };
    match checked {
        Ok(()) => report.ok(format!("SMS: {gateway} takes connections.")),
        Err(reason) => report.fail(format!(
            "SMS: {gateway} can't be reached ({reason}): check CREWDESK_SMS_URL and the way there."
        )),
    }
}

/// Looks up a password that surely is among breached ones.
pub(super) async fn breaches(config: &Config, report: &mut Report) {
    let Some(place) = &config.breaches else { return };
    let known = match BreachFiles::new(place.clone()) {
        Ok(files) => files.hold(&Secret::new("password")).await,
        Err(reason) => Err(reason),
    };
    match known {
        Ok(true) => report.ok(format!("Breached passwords: {place} knows them.")),
        Ok(false) => report.fail(format!(
            "Breached passwords: {place} does not know the commonest: check CREWDESK_BREACHED_PASSWORDS."
        )),
        Err(reason) => report.warn(format!(
            "Breached passwords: {place} does not answer, so that none is refused ({reason})."
        )),
    }
}

/// Whether the certificate can be used, and for how long.
pub(super) fn certificate(config: &Config, report: &mut Report) {
    let Some(files) = &config.tls else { return };
    let chain = match files.read().and_then(|_| files.chain()) {
        Ok(chain) => chain,
        Err(error) => return report.fail(format!("TLS: {error:#}.")),
    };
    let own = chain.first().map(|own| X509Certificate::from_der(own));
    let Some(Ok((_, read))) = own else {
        return report.fail("TLS: CREWDESK_TLS_CERTIFICATE is none that can be read.");
    };
    let ends = Timestamp::from_micros(read.validity().not_after.timestamp() * 1_000_000);
    let left = ends.since(Clock::system().now());
    if left.micros() <= 0 {
        report.fail(format!("TLS: the certificate ended at {ends}: renew it."));
    } else if left <= SOON {
        report.warn(format!("TLS: the certificate ends at {ends}: renew it."));
    } else {
        report.ok(format!("TLS: the certificate is valid until {ends}."));
    }
}

/// Whether people who follow a link arrive anywhere.
pub(super) async fn public_url(config: &Config, report: &mut Report) {
    let shown = &config.public_url;
    let Ok(url) = url::Url::parse(shown) else { return };
    let host = url.host_str().unwrap_or_default().trim_matches(['[', ']']).to_owned();
    let is_local = host == "localhost"
        || host.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback());
    if is_local {
        report.warn(format!(
            "Address: links in mails lead to {shown}, which only this machine reaches: set CREWDESK_PUBLIC_URL."
        ));
    } else if url.scheme() == "http" {
        report.warn(format!(
            "Address: {shown} is not encrypted: set CREWDESK_TLS_CERTIFICATE, or put a reverse proxy that encrypts before the server."
        ));
    }
    let port = url.port_or_known_default().unwrap_or(443);
    let reach = tokio::time::timeout(REACH, TcpStream::connect((host.as_str(), port))).await;
    match reach {
        Ok(Ok(_)) => report.ok(format!("Address: {shown} answers.")),
        Ok(Err(error)) => report.warn(format!(
            "Address: {shown} does not answer from here ({error}): check that the server runs."
        )),
        Err(_) => report.warn(format!(
            "Address: {shown} does not answer from here: check its name and the way to it."
        )),
    }
}
