use std::sync::Arc;

use adapters::dev_mailbox::DevMailbox;
use anyhow::Result;
use db::Access;
use domain::organisations;
use domain::ports::SmsSender;
use worker::Senders;

use super::explain;
use super::serve::{Post, serve, sms};
use crate::config::Config;
use crate::demo::{PASSWORD, SIGN_INS, Sample};

/// Loads the sample organisation into an empty database and serves it. Mails go nowhere but to the
/// mailbox at /dev/mail, and text messages too unless a gateway is set.
pub(super) async fn run(config: Config) -> Result<()> {
    let crewdesk = super::open(&config, Access::Migrate).await?;
    if organisations::all(&crewdesk).await.map_err(explain)?.is_empty() {
        eprintln!("Loading the sample organisation.");
        Sample::load(crewdesk.db(), config.policy()?).await?;
    }
    eprintln!("\nCrewdesk is at {}. Sign in as", config.public_url);
    for (email, what) in SIGN_INS {
        eprintln!("  {email:20} {what}");
    }
    eprintln!(
        "with the password: {PASSWORD}\nMails and text messages are shown at {}/dev/mail.\n",
        config.public_url
    );
    let mailbox = Arc::new(DevMailbox::default());
    let sms: Arc<dyn SmsSender> = match config.sms {
        Some(_) => sms(&config)?,
        None => mailbox.clone(),
    };
    let senders = Senders { mailer: mailbox.clone(), sms };
    serve(config, crewdesk, Post { senders, mailbox: Some(mailbox) }).await
}
