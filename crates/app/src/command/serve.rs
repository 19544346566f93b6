use anyhow::{Context as _, Result};
use db::Access;
use kernel::Secret;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use web::WebConfig;

use crate::config::Config;

/// Serves until SIGTERM or SIGINT.
pub(super) async fn run(config: Config) -> Result<()> {
    let crewdesk = super::open(&config, Access::Migrate).await?;
    let listener = TcpListener::bind(config.listen).await.with_context(|| {
        format!("{} can't be listened on: is another program there?", config.listen)
    })?;
    let web = WebConfig {
        public_url: config.public_url.clone(),
        proxies: config.proxies.clone(),
        metrics_token: config.metrics_token.clone().map(Secret::new),
        demo: false,
    };
    tracing::info!(address = %listener.local_addr()?, database = %config.database_url, "serving");
    web::serve(web, crewdesk, listener, asked_to_end()?).await?;
    tracing::info!("ended");
    Ok(())
}

/// Done when the service manager or a person asks the server to end.
fn asked_to_end() -> Result<impl Future<Output = ()> + Send> {
    let (mut terminate, mut interrupt) =
        (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
    })
}
