//! `/dev/mail`: the letters of a demo without a mail server, so that a newcomer can finish an invitation.

use axum::extract::Path;
use axum::response::Response;
use domain::ports::Letter;
use http::StatusCode;
use kernel::Error;
use texts::Zone;

use super::doors::Knock;
use crate::html::{
    mailbox::{Mail, MailLine, Mailbox},
    parts::When,
};
use crate::problem::Problem;

/// `GET /dev/mail`.
pub(crate) async fn newest(knock: Knock) -> Result<Response, Problem> {
    let letters = letters(&knock)?;
    Ok(show(&knock, &letters, letters.first()))
}

/// `GET /dev/mail/{number}`.
pub(crate) async fn one(knock: Knock, Path(id): Path<String>) -> Result<Response, Problem> {
    let letters = letters(&knock)?;
    let letter = letters.iter().find(|letter| letter.message_id == id).ok_or(Error::NotFound)?;
    Ok(show(&knock, &letters, Some(letter)))
}

/// The letters of a demo; everywhere else there is nothing here.
fn letters(knock: &Knock) -> Result<Vec<Letter>, Problem> {
    let mailbox = knock.app.config().mailbox.as_ref().ok_or(Error::NotFound)?;
    Ok(mailbox.recent())
}

fn show(knock: &Knock, letters: &[Letter], here: Option<&Letter>) -> Response {
    let lang = knock.reader.texts.lang();
    let shown = here.map(|letter| letter.message_id.as_str());
    let lines = letters.iter().map(|letter| MailLine {
        id: letter.message_id.clone(),
        to: letter.to.clone(),
        subject: letter.subject.clone(),
        when: When::at(lang, &Zone::utc(), letter.at),
        here: shown == Some(letter.message_id.as_str()),
    });
    let mail =
        here.map(|letter| Mail::new(letter.to.clone(), letter.subject.clone(), &letter.text));
    knock.show(StatusCode::OK, &Mailbox { door: knock.door(), lines: lines.collect(), mail })
}
