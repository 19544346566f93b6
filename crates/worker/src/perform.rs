use domain::jobs::{self, Claimed, Job, Mail, Outcome};
use domain::mail_templates::{self, Filled};
use domain::ports::{Mailer, MailerFault, SmsFault, SmsSender};
use domain::{Actor, Crewdesk, Origin, Surface, accounts, sessions};
use kernel::{Error, Result};

use crate::letters;
use crate::run::{Senders, WorkerConfig};

/// Does one job.
pub(crate) async fn perform(
    crewdesk: &Crewdesk,
    senders: &Senders,
    config: &WorkerConfig,
    claimed: &Claimed,
) -> Outcome {
    let job = match &claimed.job {
        Ok(job) => job,
        Err(error) => return Outcome::Later(error.to_string()),
    };
    let actor = actor(claimed);
    match job {
        Job::Mail(mail) => handed(send(crewdesk, &*senders.mailer, config, claimed, mail).await),
        Job::Sms(mail) => handed(text(crewdesk, &*senders.sms, config, claimed, mail).await),
        Job::SendCode(request) => outcome(accounts::codes::send(crewdesk, &actor, request).await),
        Job::FollowSessions { organisation_id, user_id, session_id } => {
            let (organisation, user) = (*organisation_id, *user_id);
            outcome(
                sessions::follow_presence(crewdesk, &actor, organisation, user, *session_id).await,
            )
        }
        Job::FollowEmail { organisation_id, user_id } => {
            outcome(accounts::contact::follow(crewdesk, &actor, *organisation_id, *user_id).await)
        }
    }
}

fn actor(claimed: &Claimed) -> Actor {
    Actor::system("worker", Origin::local(Surface::Job, claimed.id.to_string()))
}

fn outcome(answer: Result<()>) -> Outcome {
    match answer {
        Ok(()) => Outcome::Done,
        // What it was about is gone.
        Err(Error::NotFound) => Outcome::Never("not found".into()),
        Err(error) => Outcome::Later(error.to_string()),
    }
}

/// Writes the mail and hands it over. The job's id is the message's, in every try.
async fn send(
    crewdesk: &Crewdesk,
    mailer: &dyn Mailer,
    config: &WorkerConfig,
    claimed: &Claimed,
    mail: &Mail,
) -> Result<(), Outcome> {
    let Some(mail) = wanted(crewdesk, mail).await? else { return Ok(()) };
    let (id, now) = (claimed.id.to_string(), crewdesk.clock().now());
    let own = own_words(crewdesk, config, &mail).await;
    let own = own.map_err(|error| Outcome::Later(error.to_string()))?;
    let letter = letters::write(&mail, own.as_ref(), &config.public_url, &id, now);
    let letter = letter.map_err(Outcome::Never)?;
    mailer.send(&letter).await.map_err(|fault| match fault {
        MailerFault::Away(reason) => Outcome::Away(reason),
        MailerFault::Temporary(reason) => Outcome::Later(reason),
        MailerFault::Permanent(reason) => Outcome::Never(reason),
    })
}

/// The organisation's own words for a mail, with its link in them.
async fn own_words(
    crewdesk: &Crewdesk,
    config: &WorkerConfig,
    mail: &Mail,
) -> kernel::Result<Option<Filled>> {
    let values = letters::values(mail, &config.public_url);
    mail_templates::words_for(crewdesk, mail, values).await
}

/// The same as a text message. Its id is the job's too, so that a gateway that looks at it drops a second.
async fn text(
    crewdesk: &Crewdesk,
    sender: &dyn SmsSender,
    config: &WorkerConfig,
    claimed: &Claimed,
    mail: &Mail,
) -> Result<(), Outcome> {
    let Some(mail) = wanted(crewdesk, mail).await? else { return Ok(()) };
    let (id, now) = (claimed.id.to_string(), crewdesk.clock().now());
    let sms = letters::text(&mail, &config.public_url, &id, now).map_err(Outcome::Never)?;
    sender.send(&sms).await.map_err(|fault| match fault {
        SmsFault::Away(reason) => Outcome::Away(reason),
        SmsFault::Temporary(reason) => Outcome::Later(reason),
        SmsFault::Permanent(reason) => Outcome::Never(reason),
    })
}

/// The message with the link or code that its reader needs; none where it was taken back or replaced since,
/// so that nobody wants it any more.
async fn wanted(crewdesk: &Crewdesk, mail: &Mail) -> Result<Option<Mail>, Outcome> {
    jobs::letter(crewdesk, mail).await.map_err(|error| Outcome::Later(error.to_string()))
}

/// What came of handing a message over.
fn handed(answer: Result<(), Outcome>) -> Outcome {
    match answer {
        Ok(()) => Outcome::Done,
        Err(outcome) => outcome,
    }
}
