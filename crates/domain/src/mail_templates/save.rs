//! Saving words of one's own, and taking them back.

use db::params;
use kernel::{Code, Error, FieldError, Result};
use serde_json::json;

use super::fill::{Filled, Values, Wrong, fill, filled, names};
use super::table::{DELETE, INSERT, OwnText, UPDATE};
use super::{Kind, find, known_language};
use crate::access::Action;
use crate::audit::{Event, Subject};
use crate::cx::Cx;
use crate::organisations;

/// Longest subject and body, in characters.
const LONGEST: [(&str, usize); 2] = [("subject", 200), ("body", 10_000)];

/// Words for a mail.
#[derive(Debug, Clone, Default)]
pub struct Wish {
    /// One line, with placeholders such as `{{ name }}`.
    pub subject: String,
    /// Paragraphs with empty lines between them, with placeholders.
    pub body: String,
}

fn samples(kind: Kind) -> Values {
    let pair = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
    kind.placeholders().iter().map(pair).collect()
}

/// What a mail with these words will say, with sample values.
///
/// # Errors
/// [`Error::Invalid`] with `template_wrong` and the line, or `placeholder_missing` and which;
/// [`Error::Forbidden`].
pub fn preview(cx: &Cx<'_>, kind: Kind, wish: &Wish) -> Result<Filled> {
    cx.require_organisation(Action::OrganisationEdit)?;
    check(kind, wish)
}

fn check(kind: Kind, wish: &Wish) -> Result<Filled> {
    let samples = samples(kind);
    let mut wrong = Vec::new();
    for ((field, longest), text) in LONGEST.iter().zip([&wish.subject, &wish.body]) {
        let fault = if text.trim().is_empty() {
            Some(FieldError::new(*field, Code::Required))
        } else if text.chars().count() > *longest {
            Some(FieldError::new(*field, Code::TooLong))
        } else if *field == "subject" && kernel::has_control(text) {
            Some(FieldError::new(*field, Code::ControlCharacters))
        } else {
            tried(field, text, &samples)
        };
        wrong.extend(fault);
    }
    if wrong.is_empty() {
        wrong.extend(missing(kind, &wish.body, &samples));
    }
    match fill(&wish.subject, &wish.body, &samples) {
        Some(filled) if wrong.is_empty() => Ok(filled),
        _ => Err(Error::Invalid(wrong)),
    }
}

/// What is wrong with one text: it can't be read, names what there is not, or takes too long.
fn tried(field: &str, text: &str, samples: &Values) -> Option<FieldError> {
    let told = |wrong: Wrong| {
        let Wrong { line, reason } = wrong;
        FieldError::new(field, Code::TemplateWrong).with(format!("Line {line}: {reason}"))
    };
    let unknown = match names(text) {
        Ok(names) => names.into_iter().find(|name| !samples.contains_key(name)),
        Err(wrong) => return Some(told(wrong)),
    };
    if let Some(name) = unknown {
        let line = text.lines().position(|line| line.contains(&name)).unwrap_or_default() + 1;
        return Some(told(Wrong { line, reason: format!("there is no {name} in this mail") }));
    }
    filled(text, samples).err().map(told)
}

/// What the mail is sent for and its words do not show: looked for in what comes out, so that no condition
/// hides it.
fn missing(kind: Kind, body: &str, samples: &Values) -> Option<FieldError> {
    let shown = filled(body, samples).unwrap_or_default();
    let lacks = |name: &&&str| samples.get(**name).is_none_or(|value| !shown.contains(value));
    let name = kind.obligatory().iter().find(lacks)?;
    let fault = FieldError::new("body", Code::PlaceholderMissing);
    Some(fault.with(format!("{{{{ {name} }}}}")))
}

fn subject(kind: Kind, language: &str) -> Subject {
    Subject { kind: "mail_template", id: None, name: format!("{kind} ({language})") }
}

/// Saves the words for a mail in a language. Mails that wait already are written with them.
///
/// # Errors
/// As [`preview`]; [`Error::Stale`] where somebody else has changed them meanwhile; [`Error::NotFound`] for a
/// language that is not offered.
pub async fn put(
    cx: &mut Cx<'_>,
    kind: Kind,
    language: &str,
    version: Option<i64>,
    wish: Wish,
) -> Result<OwnText> {
    cx.require_organisation(Action::OrganisationEdit)?;
    known_language(language)?;
    let before = find(cx, kind, language).await?;
    let present = before.as_ref().map_or(0, |text| text.version);
    if version.is_some_and(|version| version != present) {
        return Err(Error::Stale);
    }
    check(kind, &wish)?;
    let values =
        params![cx.organisation_id, kind, language.to_owned(), wish.subject, wish.body, cx.now,];
    let mut values: Vec<db::Value> = values.into();
    let statement = if before.is_some() {
        values.push(present.into());
        UPDATE
    } else {
        INSERT
    };
    if cx.tx.execute(statement, &values).await? == 0 {
        return Err(Error::Stale);
    }
    let after = find(cx, kind, language).await?.ok_or(Error::NotFound)?;
    let told = |text: Option<&OwnText>| json!({"subject": text.map(|text| &text.subject), "body": text.map(|text| &text.body)});
    let event = Event::new("mail_template.saved", subject(kind, language));
    cx.record(event.change(&told(before.as_ref()), &told(Some(&after)))).await?;
    organisations::touch(cx).await?;
    Ok(after)
}

/// Takes the words back: the built-in ones are sent from now on.
///
/// # Errors
/// [`Error::NotFound`] where there are none; [`Error::Forbidden`].
pub async fn reset(cx: &mut Cx<'_>, kind: Kind, language: &str) -> Result<()> {
    cx.require_organisation(Action::OrganisationEdit)?;
    let values = params![cx.organisation_id, kind, language.to_owned()];
    if cx.tx.execute(DELETE, &values).await? == 0 {
        return Err(Error::NotFound);
    }
    cx.record(Event::new("mail_template.reset", subject(kind, language))).await
}
