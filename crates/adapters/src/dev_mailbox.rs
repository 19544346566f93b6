//! Keeps letters and text messages in memory instead of sending them: the demo shows them at `/dev/mail`.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use domain::ports::{BoxFuture, Letter, Mailbox, Mailer, MailerFault, Sms, SmsFault, SmsSender};

/// How many letters are kept; older ones go.
const KEPT: usize = 200;

/// The latest letters of this process.
#[derive(Debug, Default)]
pub struct DevMailbox(Mutex<VecDeque<Letter>>);

impl DevMailbox {
    fn keep(&self, letter: Letter) {
        let mut letters = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        letters.push_front(letter);
        letters.truncate(KEPT);
    }
}

impl Mailer for DevMailbox {
    fn send<'a>(&'a self, letter: &'a Letter) -> BoxFuture<'a, Result<(), MailerFault>> {
        self.keep(letter.clone());
        Box::pin(std::future::ready(Ok(())))
    }
}

impl SmsSender for DevMailbox {
    fn send<'a>(&'a self, sms: &'a Sms) -> BoxFuture<'a, Result<(), SmsFault>> {
        self.keep(Letter {
            to: sms.to.clone(),
            subject: "SMS".to_owned(),
            text: sms.text.clone(),
            html: String::new(),
            message_id: sms.id.clone(),
            at: sms.at,
        });
        Box::pin(std::future::ready(Ok(())))
    }
}

impl Mailbox for DevMailbox {
    fn recent(&self) -> Vec<Letter> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).iter().cloned().collect()
    }
}

#[cfg(test)]
mod tests {
    use domain::ports::{Letter, Mailbox as _, Mailer, Sms, SmsSender};
    use kernel::Timestamp;

    use super::{DevMailbox, KEPT};

    #[tokio::test]
    async fn the_newest_stands_first_and_the_oldest_goes() {
        let mailbox = DevMailbox::default();
        for n in 0..=KEPT {
            let letter = Letter {
                to: "eva@example.org".into(),
                subject: n.to_string(),
                text: String::new(),
                html: String::new(),
                message_id: n.to_string(),
                at: Timestamp::from_micros(0),
            };
            Mailer::send(&mailbox, &letter).await.unwrap();
        }
        let subjects: Vec<_> = mailbox.recent().into_iter().map(|letter| letter.subject).collect();
        assert_eq!(subjects.len(), KEPT);
        assert_eq!((subjects[0].as_str(), subjects[KEPT - 1].as_str()), ("200", "1"));
    }

    #[tokio::test]
    async fn a_text_message_stands_among_the_letters() {
        let mailbox = DevMailbox::default();
        let sms = Sms {
            to: "+420601123456".into(),
            text: "042917".into(),
            id: "1".into(),
            at: Timestamp::from_micros(0),
        };
        SmsSender::send(&mailbox, &sms).await.unwrap();
        let kept = mailbox.recent().remove(0);
        assert_eq!((kept.to.as_str(), kept.text.as_str()), ("+420601123456", "042917"));
    }
}
