//! Mails of a demo without a mail server.

use domain::ports::Letter;
use kernel::Error;
use texts::Zone;

use super::context::{Answer, Outside};
use crate::extract::Id;
use crate::html::mailbox::{Mail, MailLine, Mailbox};
use crate::html::parts::When;

/// `GET /dev/mail`: only in a demo.
///
/// # Errors
/// Not found anywhere else.
pub async fn newest(outside: Outside) -> Answer {
    show(&outside, None)
}

/// `GET /dev/mail/{number}`: one of them, counted from the oldest.
///
/// # Errors
/// Not found outside a demo.
pub async fn one(outside: Outside, Id(number): Id<usize>) -> Answer {
    show(&outside, Some(number))
}

fn show(outside: &Outside, wanted: Option<usize>) -> Answer {
    let mailbox = outside.app.config().mailbox.clone().ok_or(Error::NotFound)?;
    let letters = mailbox.recent();
    let newest = letters.len().saturating_sub(1);
    let here = wanted.unwrap_or(newest);
    let (now, zone) = (outside.app.crewdesk().clock().now(), Zone::utc());
    let line = |(place, letter): (usize, &Letter)| MailLine {
        id: (newest - place).to_string(),
        to: letter.to.clone(),
        subject: letter.subject.clone(),
        when: When::relative(outside.texts.lang(), &zone, letter.at, now),
        here: newest - place == here,
    };
    let shown = newest.checked_sub(here).and_then(|place| letters.get(place));
    let mail =
        shown.map(|letter| Mail::new(letter.to.clone(), letter.subject.clone(), &letter.text));
    let lines = letters.iter().enumerate().map(line).collect();
    outside.show(&Mailbox { door: outside.door(), lines, mail })
}
