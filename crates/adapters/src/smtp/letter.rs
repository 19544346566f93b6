use std::time::SystemTime;

use domain::ports::{Letter, MailerFault};
use kernel::{Timestamp, has_control};
use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart};
use lettre::{Address, Message};

/// Who all letters come from.
#[derive(Debug, Clone)]
pub struct Sender {
    mailbox: Mailbox,
    host: String,
}

impl Sender {
    /// Reads `Name <address>` or a bare address; `host` is what the server calls itself to others and
    /// what message ids end with.
    ///
    /// # Errors
    /// Why it is not an address.
    pub fn new(from: &str, host: &str) -> Result<Self, String> {
        let mailbox = from.parse::<Mailbox>().map_err(|error| error.to_string())?;
        Ok(Self { mailbox, host: host.to_owned() })
    }

    pub(super) fn host(&self) -> &str {
        &self.host
    }

    /// The letter as a message. Whatever could begin a header line of its own is refused, not mended:
    /// a name with a line break in it never came from a form of ours.
    pub(super) fn message(&self, letter: &Letter) -> Result<Message, MailerFault> {
        let refuse = |what: &str| MailerFault::Permanent(what.to_owned());
        if has_control(&letter.to) || has_control(&letter.subject) {
            return Err(refuse("the address or the subject holds a control character"));
        }
        let word = |c: char| c.is_ascii_alphanumeric() || c == '.' || c == '-';
        if letter.message_id.is_empty() || !letter.message_id.chars().all(word) {
            return Err(refuse("the message id is not one"));
        }
        let to = letter.to.parse::<Address>();
        let to = to.map_err(|error| MailerFault::Permanent(format!("no address: {error}")))?;
        Message::builder()
            .from(self.mailbox.clone())
            .to(Mailbox::new(None, to))
            .subject(letter.subject.as_str())
            .date(system_time(letter.at))
            .message_id(Some(format!("<{}@{}>", letter.message_id, self.host)))
            .raw_header(marked("Auto-Submitted", "auto-generated"))
            .raw_header(marked("X-Auto-Response-Suppress", "All"))
            .multipart(MultiPart::alternative_plain_html(letter.text.clone(), letter.html.clone()))
            .map_err(|error| MailerFault::Permanent(error.to_string()))
    }
}

/// These two keep holiday replies and the like from answering.
fn marked(name: &'static str, value: &str) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned())
}

fn system_time(at: Timestamp) -> SystemTime {
    let micros = u64::try_from(at.micros()).unwrap_or(0);
    SystemTime::UNIX_EPOCH + std::time::Duration::from_micros(micros)
}

#[cfg(test)]
mod tests {
    use domain::ports::{Letter, MailerFault};
    use kernel::Timestamp;

    use super::Sender;

    fn letter(to: &str, subject: &str, id: &str) -> Letter {
        Letter {
            to: to.into(),
            subject: subject.into(),
            text: "Dobrý den\n".into(),
            html: "<p>Dobrý den</p>".into(),
            message_id: id.into(),
            at: Timestamp::from_micros(1_790_000_000_000_000),
        }
    }

    fn written(letter: &Letter) -> Result<String, MailerFault> {
        let sender = Sender::new("Crewdesk <desk@example.org>", "desk.example.org").unwrap();
        let message = sender.message(letter)?;
        Ok(String::from_utf8(message.formatted()).unwrap())
    }

    #[test]
    fn the_head_names_everything_once_and_the_id_is_the_letters() {
        let text = written(&letter("eva@example.org", "Pozvánka od Ř", "01-a")).unwrap();
        assert!(text.contains("Message-ID: <01-a@desk.example.org>\r\n"));
        assert!(text.contains("Auto-Submitted: auto-generated\r\n"));
        assert!(text.contains("Date: Mon, 21 Sep 2026 14:13:20 +0000\r\n"), "{text}");
        assert!(text.is_ascii());
        assert_eq!(text.matches("Message-ID:").count(), 1);
    }

    #[test]
    fn no_text_can_begin_a_header() {
        for (to, subject, id) in [
            ("eva@example.org\r\nBcc: mallory@example.org", "s", "1"),
            ("eva@example.org", "s\r\nBcc: mallory@example.org", "1"),
            ("eva@example.org", "s\nBcc: mallory@example.org", "1"),
            ("eva@example.org", "s\u{2028}t\u{0}", "1"),
            ("eva@example.org", "s", "1>\r\nBcc: <mallory@example.org"),
            ("eva@example.org, mallory@example.org", "s", "1"),
            ("Eva <eva@example.org>", "s", "1"),
            ("", "s", "1"),
            ("eva@example.org", "s", ""),
        ] {
            let refused = written(&letter(to, subject, id)).unwrap_err();
            assert!(matches!(refused, MailerFault::Permanent(_)), "{to:?} {subject:?} {id:?}");
        }
    }
}
