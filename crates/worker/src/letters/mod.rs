//! Mails and text messages in their reader's language: what each says stands in [`texts::letter`] and `short`, how
//! all mails look in the templates.

mod short;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use askama::Template;
use domain::jobs::Mail;
use domain::mail_templates::Filled;
use domain::ports::{Letter, Sms};
use kernel::{Timestamp, has_control, tidy_line};
use texts::letter::{self, Content, Draft};
use texts::{Lang, Texts};

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

/// The mail to be written.
fn draft<'a>(mail: &'a Mail, t: Texts, public_url: &'a str) -> Draft<'a> {
    Draft { template: mail.template.as_str(), params: &mail.params, t, public_url }
}

/// What a mail tells beside what stands in it: where it leads, and what is written otherwise. To be put into an
/// organisation's own words.
pub fn values(mail: &Mail, public_url: &str) -> BTreeMap<String, String> {
    let t = Texts(Lang::from_code(&mail.language).unwrap_or_default());
    letter::values(&draft(mail, t, public_url))
}

/// The same content in an organisation's own words. What the words do not hold of link and code stays as it
/// is built in, so that no mail comes without what it is sent for.
fn in_own_words(content: Content, own: &Filled) -> Content {
    let paragraphs = own.body.split("\n\n").map(str::trim).filter(|text| !text.is_empty());
    let all: Vec<&str> = paragraphs.collect();
    let link = content.button.as_ref().map(|(_, address)| address.clone());
    let digits = content.code.clone();
    // Alone in its paragraph it becomes the button, or the digits in large.
    let alone = |what: &Option<String>| what.as_deref().is_some_and(|what| all.contains(&what));
    let inline = |what: &Option<String>| {
        let what = what.as_deref().unwrap_or_default();
        !what.is_empty() && all.iter().any(|text| *text != what && text.contains(what))
    };
    let button = content.button.filter(|_| alone(&link) || !inline(&link));
    let code = content.code.filter(|_| alone(&digits) || !inline(&digits));
    let is_text =
        |text: &&&str| Some(**text) != link.as_deref() && Some(**text) != digits.as_deref();
    let paragraphs = all.iter().filter(is_text).map(|text| (*text).to_owned()).collect();
    Content { subject: own.subject.clone(), paragraphs, code, button, notes: Vec::new() }
}

/// Writes a mail, in an organisation's own words where it has them.
///
/// # Errors
/// A reason for the log where the mail lacks what its template names.
pub fn write(
    mail: &Mail,
    own: Option<&Filled>,
    public_url: &str,
    message_id: &str,
    at: Timestamp,
) -> Result<Letter, String> {
    let t = Texts(Lang::from_code(&mail.language).unwrap_or_default());
    let content = letter::of(&draft(mail, t, public_url))?;
    let content = match own {
        Some(own) => in_own_words(content, own),
        None => content,
    };
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
