//! What was typed into a form and what is wrong with it, by field: nothing typed is ever lost.

use kernel::{Error, FieldError};
use texts::Texts;

use super::{field::Field, parts::Notice};

/// The values of a form with their errors.
#[derive(Debug, Clone, Default)]
pub struct Typed {
    values: Vec<(String, String)>,
    errors: Vec<(String, String)>,
}

impl Typed {
    /// These values, nothing wrong yet.
    pub fn new(values: Vec<(String, String)>) -> Self {
        Self { values, errors: Vec::new() }
    }

    /// The same from literals and texts.
    pub fn of<const N: usize>(values: [(&str, &str); N]) -> Self {
        Self::new(values.map(|(name, value)| (name.to_owned(), value.to_owned())).into())
    }

    /// The value of a field; empty if it was not sent.
    pub fn value(&self, name: &str) -> &str {
        self.values.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }

    /// The value of a field, trimmed; nothing if it is empty.
    pub fn filled(&self, name: &str) -> Option<String> {
        let value = self.value(name).trim();
        (!value.is_empty()).then(|| value.to_owned())
    }

    /// Whether the field was sent at all: greyed fields are not.
    pub fn has(&self, name: &str) -> bool {
        self.values.iter().any(|(known, _)| known == name)
    }

    /// All values of a field that may be sent several times.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.values.iter().filter(move |(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// Every name and value.
    pub fn pairs(&self) -> &[(String, String)] {
        &self.values
    }

    /// Puts these values in the place of those whose names `old` tells.
    pub fn replace(&mut self, values: Vec<(String, String)>, old: impl Fn(&str) -> bool) {
        self.values.retain(|(name, _)| !old(name));
        self.values.extend(values);
    }

    /// Says what is wrong with one field.
    pub fn refuse(&mut self, name: &str, error: impl Into<String>) {
        self.errors.push((name.to_owned(), error.into()));
    }

    /// What is wrong with a field.
    pub fn error(&self, name: &str) -> Option<String> {
        self.errors.iter().find(|(known, _)| known == name).map(|(_, error)| error.clone())
    }

    /// Whether anything is wrong with this field.
    pub fn is_wrong(&self, name: &str) -> bool {
        self.errors.iter().any(|(known, _)| known == name)
    }

    /// Puts value and error of its name into the field.
    pub fn fill(&self, field: Field) -> Field {
        let error = self
            .errors
            .iter()
            .find(|(name, _)| *name == field.name)
            .map(|(_, error)| error.clone());
        let value = if field.value.is_empty() || self.has(&field.name) {
            self.value(&field.name).to_owned()
        } else {
            field.value.clone()
        };
        let mut field = field;
        for choice in &mut field.choices {
            choice.chosen = choice.value == value;
        }
        Field { value, error, ..field }
    }

    /// The same for a field of people: what was typed into its search, and what is wrong with either. Those
    /// chosen are in the field already.
    pub fn fill_people(&self, field: Field) -> Field {
        let named = format!("{}_named", field.name);
        let wrong = |(name, _): &&(String, String)| *name == field.name || *name == named;
        let error = self.errors.iter().find(wrong).map(|(_, error)| error.clone());
        let mut field = field;
        if field.kind == "person" {
            let chosen = self.value(&field.name);
            field.choices.iter_mut().for_each(|choice| choice.chosen = choice.value == chosen);
        }
        Field { value: self.value(&named).to_owned(), error, ..field }
    }

    /// Takes what was typed into the search of a field of people for these, so that they stand chosen.
    pub fn settle(&mut self, name: &str, found: Vec<String>) {
        let named = format!("{name}_named");
        self.values.retain(|(known, _)| *known != named);
        self.values.extend(found.into_iter().map(|id| (name.to_owned(), id)));
    }

    /// The same where only one may be chosen, who takes the place of another.
    pub fn settle_one(&mut self, name: &str, found: Vec<String>) {
        if !found.is_empty() {
            self.values.retain(|(known, _)| known != name);
        }
        self.settle(name, found);
    }

    /// Takes a refusal apart: what concerns a field of the form goes to that field; a message remains
    /// for what concerns none. Other faults come back for the error page.
    ///
    /// # Errors
    /// What no form can answer for: not found, not signed in, faults of the server.
    pub fn refused(&mut self, error: Error, texts: Texts) -> Result<Option<Notice>, Error> {
        let fields = match error {
            Error::Invalid(fields) => fields,
            Error::Conflict { code, .. } | Error::Forbidden(code) if field_of(code).is_some() => {
                vec![FieldError::new(field_of(code).unwrap_or_default(), code)]
            }
            Error::Conflict { code, .. }
            | Error::Forbidden(code)
            | Error::Denied(kernel::Denial { code, .. }) => {
                return Ok(Some(Notice::bad(texts.error(code))));
            }
            other => return Err(other),
        };
        let mut rest = Vec::new();
        for fault in fields {
            let name = fault.pointer.trim_start_matches('/').to_owned();
            let said = texts.error(fault.code).into_owned();
            if self.has(&name) { self.refuse(&name, said) } else { rest.push(said) }
        }
        Ok((!rest.is_empty()).then(|| Notice::bad(rest.join(" "))))
    }
}

impl Typed {
    /// The same with the answer's status, where a stale version is said above the form as well.
    ///
    /// # Errors
    /// As [`Typed::refused`].
    pub fn refused_here(
        &mut self,
        error: Error,
        texts: Texts,
    ) -> Result<(http::StatusCode, Option<Notice>), Error> {
        let status = crate::problem::status(&error);
        if matches!(error, Error::Stale) {
            return Ok((status, Some(Notice::warn(texts.error(error.code())))));
        }
        Ok((status, self.refused(error, texts)?))
    }
}

/// The field that a conflict is about, where it is about one.
const fn field_of(code: kernel::Code) -> Option<&'static str> {
    use kernel::Code;
    match code {
        Code::UsernameTaken => Some("username"),
        Code::EmailTaken | Code::EmailOfOtherAccount | Code::EmailOwnedByPerson => Some("email"),
        Code::NumericIdTaken => Some("numeric_id"),
        Code::ExternalIdTaken => Some("external_id"),
        Code::SupervisionCycle => Some("reports_to"),
        Code::NoSeatFree | Code::LicenceNotOrdered | Code::LicenceUpgradeOnly => Some("licence"),
        Code::AboveOwnRank | Code::GrantsMoreThanHeld => Some("role_id"),
        Code::ConfirmationMismatch => Some("confirmation"),
        Code::NameTaken => Some("name"),
        Code::ExtensionTaken => Some("extension"),
        Code::ExtensionsOutside => Some("last_extension"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use kernel::{Code, Error, FieldError};
    use texts::{Lang, Texts};

    use super::{Field, Typed};

    #[test]
    fn errors_stand_beside_their_fields_and_values_stay() {
        let mut typed = Typed::of([("email", "not an address"), ("username", "ada")]);
        let error = Error::Invalid(vec![
            FieldError::new("/email", Code::EmailInvalid),
            FieldError::new("group_id", Code::GroupUnknown),
        ]);
        let notice = typed.refused(error, Texts(Lang::En)).unwrap();
        assert!(notice.is_some(), "what concerns no field of the form is said above it");
        let field = typed.fill(Field::text("email", "sign-in-email"));
        assert_eq!((field.value.as_str(), field.error.is_some()), ("not an address", true));
        assert!(typed.fill(Field::text("username", "sign-in-username")).error.is_none());
    }

    #[test]
    fn what_no_form_answers_for_comes_back() {
        let back = Typed::default().refused(Error::NotFound, Texts(Lang::En));
        assert!(matches!(back, Err(Error::NotFound)));
    }
}
