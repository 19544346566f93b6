//! What each field of a user may hold (SPEC USR-3).

use kernel::ids::{ExchangeId, HelpdeskId};
use kernel::{Code, Error, FieldError, Result};

/// Longest name, in characters.
const NAME: usize = 100;
/// Longest note, in characters.
const NOTE: usize = 4000;

/// Gathers what is wrong with each field, so that all of it is told at once.
#[derive(Debug, Default)]
pub(crate) struct Checks(Vec<FieldError>);

impl Checks {
    /// The value of a checked field, or a default while its error is noted.
    pub(crate) fn take<T: Default>(&mut self, pointer: &str, checked: Result<T, Code>) -> T {
        checked.unwrap_or_else(|code| {
            self.refuse(pointer, code);
            T::default()
        })
    }
    pub(crate) fn refuse(&mut self, pointer: &str, code: Code) {
        self.0.push(FieldError::new(pointer, code));
    }
    /// The value of an answer, or nothing while its invalid fields are noted; other refusals stand.
    pub(crate) fn gather<T>(&mut self, answer: Result<T>) -> Result<Option<T>> {
        match answer {
            Ok(value) => Ok(Some(value)),
            Err(Error::Invalid(fields)) => {
                self.0.extend(fields);
                Ok(None)
            }
            Err(other) => Err(other),
        }
    }
    /// The same with a fact that the code's sentence lacks.
    pub(crate) fn refuse_with(&mut self, pointer: &str, code: Code, detail: String) {
        self.0.push(FieldError::new(pointer, code).with(detail));
    }
    pub(crate) fn finish(self) -> Result<()> {
        if self.0.is_empty() { Ok(()) } else { Err(Error::Invalid(self.0)) }
    }
}

/// The fields a form holds about a person, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Profile {
    /// Name to sign in with.
    pub username: String,
    /// Given name.
    pub first_name: String,
    /// Family name.
    pub last_name: String,
    /// Name as shown; first and last name where empty.
    pub display_name: String,
    /// Address.
    pub email: Option<String>,
    /// Mobile number.
    pub mobile: Option<String>,
    /// Language key; the organisation's where none.
    pub language: Option<String>,
    /// The exchange the extension is on; the only one where none is named.
    pub exchange_id: Option<ExchangeId>,
    /// Telephone number on the exchange.
    pub extension: Option<String>,
    /// The helpdesk.
    pub helpdesk_id: Option<HelpdeskId>,
    /// Up to six digits.
    pub numeric_id: Option<String>,
    /// Words to be found by.
    pub keywords: String,
    /// Key in another system.
    pub external_id: Option<String>,
    /// For administrators' eyes.
    pub note: String,
    /// What the user is beside a licence.
    pub flags: Flags,
}

/// What a user may be beside a licence (SPEC ACC-8).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Flags {
    /// Speaks with other systems by the paid interface.
    pub api_communicator: bool,
    /// May see number-porting codes.
    pub statutory_representative: bool,
    /// Stays off invoices.
    pub do_not_invoice: bool,
}

/// One line of at most `longest` characters without control characters; may be empty.
pub(crate) fn line(text: &str, longest: usize) -> Result<String, Code> {
    let text = kernel::tidy_line(text);
    if text.chars().count() > longest {
        return Err(Code::TooLong);
    }
    if kernel::has_control(&text) {
        return Err(Code::ControlCharacters);
    }
    Ok(text)
}

/// A name that must be there.
pub(crate) fn name(text: &str) -> Result<String, Code> {
    let text = line(text, NAME)?;
    if text.is_empty() { Err(Code::Required) } else { Ok(text) }
}

/// A name that may be empty.
pub(crate) fn optional_name(text: &str) -> Result<String, Code> {
    line(text, NAME)
}

/// Given and family name in one line.
pub(crate) fn full_name(first: &str, last: &str) -> String {
    kernel::tidy_line(&format!("{first} {last}"))
}

/// A username made of an address: what stands before the `@`, without letters a username can't have.
pub(crate) fn username_of(email: &str) -> String {
    let local = email.split('@').next().unwrap_or_default();
    let plain: String = local.chars().filter(|c| username_letter(*c)).collect();
    if plain.is_empty() { "administrator".to_owned() } else { plain }
}

/// Nothing where the text is empty.
pub(super) fn filled(text: Option<String>) -> Option<String> {
    text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
}

fn username_letter(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | '@' | '+')
}

pub(super) fn username(text: &str) -> Result<String, Code> {
    let text = line(text, 64)
        .map_err(|code| if code == Code::TooLong { code } else { Code::UsernameInvalid })?;
    if text.is_empty() {
        return Err(Code::Required);
    }
    if text.chars().all(username_letter) { Ok(text) } else { Err(Code::UsernameInvalid) }
}

/// An address as mail servers take it: one `@`, a domain with a dot or `localhost`, at most 254 bytes
/// (RFC 5321 section 4.5.3.1). Whether it exists only a mail can tell.
pub(crate) fn email(text: &str) -> Result<String, Code> {
    let text = line(text, 254)?;
    let Some((local, domain)) = text.rsplit_once('@') else { return Err(Code::EmailInvalid) };
    let odd = |c: char| {
        c.is_whitespace()
            || matches!(c, '<' | '>' | ',' | ';' | ':' | '"' | '(' | ')' | '[' | ']' | '\\' | '@')
    };
    let domain_fits = domain.split('.').count() > 1
        && domain.split('.').all(|label| {
            !label.is_empty()
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.chars().all(|c| c.is_alphanumeric() || c == '-')
        });
    if local.is_empty()
        || local.len() > 64
        || local.contains(odd)
        || !domain_fits
        || text.len() > 254
    {
        return Err(Code::EmailInvalid);
    }
    if local.starts_with('.') || local.ends_with('.') || local.contains("..") {
        return Err(Code::EmailInvalid);
    }
    Ok(text)
}

/// A number with `+` or `00` and the country code, kept as `+…` (SPEC USR-3).
pub(crate) fn mobile(text: &str) -> Result<String, Code> {
    let plain: String = text
        .chars()
        .filter(|c| !matches!(c, ' ' | '-' | '(' | ')' | '.' | '/' | '\u{a0}'))
        .collect();
    let digits =
        plain.strip_prefix('+').or_else(|| plain.strip_prefix("00")).ok_or(Code::MobileInvalid)?;
    if !digits.bytes().all(|b| b.is_ascii_digit()) || plain.len() > 32 {
        return Err(Code::MobileInvalid);
    }
    let number = phonenumber::parse(None, format!("+{digits}")).map_err(|_| Code::MobileInvalid)?;
    let fits = (6..=15).contains(&digits.len()) && number.code().value() > 0;
    if fits { Ok(format!("+{digits}")) } else { Err(Code::MobileInvalid) }
}

/// One to six digits (SPEC section 1).
pub(super) fn numeric_id(text: &str) -> Result<String, Code> {
    let fits = (1..=6).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    if fits { Ok(text.to_owned()) } else { Err(Code::NumericIdInvalid) }
}

/// A language that pages and mails exist in (SPEC ORG-4).
pub(crate) fn language(text: &str) -> Result<String, Code> {
    if LANGUAGES.contains(&text) { Ok(text.to_owned()) } else { Err(Code::LanguageUnknown) }
}

/// Languages of pages and mails.
pub(crate) const LANGUAGES: &[&str] = &["en", "cs", "fr", "nb"];

pub(super) fn keywords(text: &str) -> Result<String, Code> {
    line(text, 500)
}

pub(super) fn external_id(text: &str) -> Result<String, Code> {
    line(text, 200)
}

/// Several lines; line ends are made alike.
pub(crate) fn note(text: &str) -> Result<String, Code> {
    let text = text.replace("\r\n", "\n");
    if text.chars().count() > NOTE {
        return Err(Code::TooLong);
    }
    if text.lines().any(kernel::has_control) {
        return Err(Code::ControlCharacters);
    }
    Ok(text.trim().to_owned())
}

/// A reason for suspending or deactivating.
pub(super) fn reason(text: Option<String>) -> Result<Option<String>> {
    filled(text)
        .map(|text| line(&text, 500).map_err(|code| Error::field("reason", code)))
        .transpose()
}

/// The name by which lists are sorted: family name first.
pub(super) fn name_key(first: &str, last: &str, display: &str) -> String {
    let by_family = format!("{last} {first}");
    kernel::fold(if last.is_empty() && first.is_empty() { display } else { &by_family })
}
