//! Keeps letters in memory instead of sending them: the demo shows them at `/dev/mail`.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use domain::ports::{BoxFuture, Letter, Mailbox, Mailer, MailerFault};

/// How many letters are kept; older ones go.
const KEPT: usize = 200;

/// The latest letters of this process.
#[derive(Debug, Default)]
pub struct DevMailbox(Mutex<VecDeque<Letter>>);

impl Mailer for DevMailbox {
    fn send<'a>(&'a self, letter: &'a Letter) -> BoxFuture<'a, Result<(), MailerFault>> {
        let mut letters = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        letters.push_front(letter.clone());
        letters.truncate(KEPT);
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
    use domain::ports::{Letter, Mailbox as _, Mailer as _};
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
            mailbox.send(&letter).await.unwrap();
        }
        let subjects: Vec<_> = mailbox.recent().into_iter().map(|letter| letter.subject).collect();
        assert_eq!(subjects.len(), KEPT);
        assert_eq!((subjects[0].as_str(), subjects[KEPT - 1].as_str()), ("200", "1"));
    }
}
