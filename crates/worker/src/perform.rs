use domain::jobs::{self, Claimed, Job, Mail, Outcome};
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
        Job::Mail(mail) => send(crewdesk, &*senders.mailer, config, claimed, mail).await,
        Job::Sms(mail) => text(crewdesk, &*senders.sms, config, claimed, mail).await,
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
) -> Outcome {
    let mail = match jobs::letter(crewdesk, mail).await {
        Ok(Some(mail)) => mail,
        // Taken back or replaced since: nobody wants it any more.
        Ok(None) => return Outcome::Done,
        Err(error) => return Outcome::Later(error.to_string()),
    };
    let id = claimed.id.to_string();
    let letter = match letters::write(&mail, &config.public_url, &id, crewdesk.clock().now()) {
        Ok(letter) => letter,
        Err(reason) => return Outcome::Never(reason),
    };
    match mailer.send(&letter).await {
        Ok(()) => Outcome::Done,
        Err(MailerFault::Temporary(reason)) => Outcome::Later(reason),
        Err(MailerFault::Permanent(reason)) => Outcome::Never(reason),
    }
}

/// The same as a text message. Its id is the job's too, so that a gateway that looks at it drops a second.
async fn text(
    crewdesk: &Crewdesk,
    sender: &dyn SmsSender,
    config: &WorkerConfig,
    claimed: &Claimed,
    mail: &Mail,
) -> Outcome {
    let mail = match jobs::letter(crewdesk, mail).await {
        Ok(Some(mail)) => mail,
        Ok(None) => return Outcome::Done,
        Err(error) => return Outcome::Later(error.to_string()),
    };
    let id = claimed.id.to_string();
    let sms = match letters::text(&mail, &config.public_url, &id, crewdesk.clock().now()) {
        Ok(sms) => sms,
        Err(reason) => return Outcome::Never(reason),
    };
    match sender.send(&sms).await {
        Ok(()) => Outcome::Done,
        Err(SmsFault::Temporary(reason)) => Outcome::Later(reason),
        Err(SmsFault::Permanent(reason)) => Outcome::Never(reason),
    }
}
