//! Mails and text messages in their reader's language: what each says stands in `content` and `short`, how all
//! mails look in the templates.

mod content;
mod short;
#[cfg(test)]
mod tests;

use askama::Template;
use domain::jobs::Mail;
use domain::ports::{Letter, Sms};
use kernel::{Timestamp, has_control, tidy_line};
use texts::{Lang, Texts};

/// What a mail says. All texts are plain; the HTML template escapes them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Content {
    /// One line.
    pub(crate) subject: String,
    /// Before the button or code.
    pub(crate) paragraphs: Vec<String>,
    /// Digits to be typed.
    pub(crate) code: Option<String>,
    /// What to press, and where it leads.
    pub(crate) button: Option<(String, String)>,
    /// After the button or code: how long it is good for, what to do if one did not ask for it.
    pub(crate) notes: Vec<String>,
}

#[derive(Template)]
#[template(path = "letter.html")]
struct Html<'a> {
    t: Texts,
    content: &'a Content,
    footer: &'a str,
}

#[derive(Template)]
#[template(path = "letter.txt")]
struct Plain<'a> {
    content: &'a Content,
    footer: &'a str,
}

/// Writes a mail.
///
/// # Errors
/// A reason for the log where the mail lacks what its template names.
pub fn write(
    mail: &Mail,
    public_url: &str,
    message_id: &str,
    at: Timestamp,
) -> Result<Letter, String> {
    let t = Texts(Lang::from_code(&mail.language).unwrap_or_default());
    let content = content::of(mail, t, public_url)?;
    let unrendered = |error: askama::Error| error.to_string();
    let footer = t.with("mail-footer", &[("home", public_url.into())]);
    let html = Html { t, content: &content, footer: &footer }.render().map_err(unrendered)?;
    let text = Plain { content: &content, footer: &footer }.render().map_err(unrendered)?;
    Ok(Letter {
        to: mail.to.clone(),
        subject: one_line(&content.subject),
        text,
        html,
        message_id: message_id.to_owned(),
        at,
    })
}

/// Writes a text message.
///
/// # Errors
/// As [`write()`].
pub fn text(mail: &Mail, public_url: &str, id: &str, at: Timestamp) -> Result<Sms, String> {
    let t = Texts(Lang::from_code(&mail.language).unwrap_or_default());
    let text = one_line(&short::of(mail, t, public_url)?);
    Ok(Sms { to: mail.to.clone(), text, id: id.to_owned(), at })
}

/// A name from before a rule was made must not keep the mail from going out.
fn one_line(text: &str) -> String {
    let plain = |c: char| if has_control(c.encode_utf8(&mut [0; 4])) { ' ' } else { c };
    tidy_line(&text.chars().map(plain).collect::<String>())
}
