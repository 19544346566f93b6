use std::sync::Arc;

use adapters::no_mail::NoMail;
use adapters::no_sms::NoSms;
use adapters::oidc::Oidc;
use adapters::outgoing::Outgoing;
use adapters::sms_http::SmsHttp;
use adapters::smtp::Smtp;
use anyhow::{Context as _, Result};
use db::Access;
use domain::Crewdesk;
use domain::ports::{IdentityProvider, Mailbox, Mailer, SmsSender};
use kernel::Clock;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;
use tokio_rustls::rustls::ServerConfig;
use web::WebConfig;
use worker::{Senders, WorkerConfig};

use crate::config::{Config, TlsFiles};

/// How messages leave this server.
pub(super) struct Post {
    pub(super) senders: Senders,
    /// Where the demo shows it instead.
    pub(super) mailbox: Option<Arc<dyn Mailbox>>,
}

/// Serves until SIGTERM or SIGINT.
pub(super) async fn run(config: Config) -> Result<()> {
    let crewdesk = super::open(&config, Access::Migrate).await?;
    super::reseal::at_start(&crewdesk).await?;
    let post =
        Post { senders: Senders { mailer: mailer(&config), sms: sms(&config)? }, mailbox: None };
    serve(config, crewdesk, post).await
}

fn mailer(config: &Config) -> Arc<dyn Mailer> {
    match &config.smtp_url {
        Some(url) => Arc::new(Smtp::new(url.clone(), config.sender.clone())),
        None => {
            tracing::warn!("no mail server is set (CREWDESK_SMTP_URL): mails wait for one");
            Arc::new(NoMail)
        }
    }
}

pub(super) fn sms(config: &Config) -> Result<Arc<dyn SmsSender>> {
    match &config.sms {
        Some(gateway) => match SmsHttp::new(gateway.clone()) {
            Ok(sender) => Ok(Arc::new(sender)),
            Err(reason) => anyhow::bail!(
                "no text messages can be sent ({reason}): check the machine's certificate authorities"
            ),
        },
        None => Ok(Arc::new(NoSms)),
    }
}

/// What asks identity providers.
fn identity(config: &Config) -> Result<Arc<dyn IdentityProvider>> {
    match Outgoing::new(config.outgoing.clone()) {
        Ok(outgoing) => Ok(Arc::new(Oidc::new(outgoing, Clock::system()))),
        Err(reason) => anyhow::bail!(
            "no identity provider can be asked ({reason}): check the machine's certificate authorities"
        ),
    }
}

/// Runs the web floor and the worker side by side; both end calmly when asked to.
pub(super) async fn serve(config: Config, crewdesk: Crewdesk, post: Post) -> Result<()> {
    for name in &config.strangers {
        tracing::warn!(name, "this variable is no setting");
    }
    let tls = certificate(config.tls.clone())?;
    let listener = TcpListener::bind(config.listen).await.with_context(|| {
        format!("{} can't be listened on: is another program there?", config.listen)
    })?;
    let web = WebConfig {
        public_url: config.public_url.clone(),
        proxies: config.proxies.clone(),
        metrics_token: config.metrics_token.clone(),
        requests_per_second: config.requests_per_second,
        operator_token: config.operator_token.clone(),
        mailbox: post.mailbox,
        identity: Some(identity(&config)?),
        tls,
    };
    let work = WorkerConfig { public_url: config.public_url.clone(), ..WorkerConfig::default() };
    let ending = asked_to_end()?;
    let worker = worker::run(crewdesk.clone(), post.senders, work, done(ending.clone()));
    let worker = tokio::spawn(worker);
    tracing::info!(address = %listener.local_addr()?, database = %config.database_url, "serving");
    let served = web::serve(web, crewdesk, listener, done(ending)).await;
    worker.await.context("the worker broke off")?;
    served?;
    tracing::info!("ended");
    Ok(())
}

/// The certificate, read anew whenever SIGHUP comes. One that can't be used changes nothing.
fn certificate(files: Option<TlsFiles>) -> Result<Option<watch::Receiver<Arc<ServerConfig>>>> {
    // Listened for in any case: a signal that nobody wants ends the process.
    let mut asked = signal(SignalKind::hangup())?;
    let Some(files) = files else { return Ok(None) };
    let (tell, told) = watch::channel(files.read()?);
    tokio::spawn(async move {
        while asked.recv().await.is_some() {
            match files.read() {
                Ok(config) => {
                    tell.send_replace(config);
                    tracing::info!("the certificate was read anew");
                }
                Err(error) => {
                    tracing::error!(
                        error = format!("{error:#}"),
                        "the certificate stays the former one"
                    );
                }
            }
        }
    });
    Ok(Some(told))
}

/// Turns true when the service manager or a person asks the server to end.
fn asked_to_end() -> Result<watch::Receiver<bool>> {
    let (mut terminate, mut interrupt) =
        (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
    let (tell, told) = watch::channel(false);
    tokio::spawn(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
        tell.send_replace(true);
    });
    Ok(told)
}

async fn done(mut ending: watch::Receiver<bool>) {
    // The sender gone means the same.
    let _ = ending.wait_for(|ended| *ended).await;
}
