//! Putting values into words.

use std::collections::BTreeMap;

use minijinja::{Environment, Error, ErrorKind, UndefinedBehavior, Value};

/// How many steps one text may take: far more than a mail needs, far fewer than a loop in a loop.
const STEPS: u64 = 10_000;
/// Longest mail, in bytes.
const LONGEST: usize = 64 * 1024;

/// What a mail says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filled {
    /// One line.
    pub subject: String,
    /// Paragraphs with empty lines between them.
    pub body: String,
}

/// What is wrong with a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Wrong {
    /// In which line, from 1.
    pub line: usize,
    /// What, in English.
    pub reason: String,
}

/// Values by their placeholders' names.
pub(super) type Values = BTreeMap<String, String>;

/// The words with these values in them; none where they can't be written.
pub(super) fn fill(subject: &str, body: &str, values: &Values) -> Option<Filled> {
    let subject = filled(subject, values).ok()?;
    let body = filled(body, values).ok()?;
    Some(Filled { subject: kernel::tidy_line(&subject), body })
}

/// One text with these values in it. There are conditions and loops over nothing that is long, no files, no
/// functions, no filters.
pub(super) fn filled(text: &str, values: &Values) -> Result<String, Wrong> {
    let environment = environment();
    let template = environment.template_from_str(text).map_err(wrong)?;
    let context: BTreeMap<String, Value> =
        values.iter().map(|(name, value)| (name.clone(), Value::from(value.as_str()))).collect();
    let written = template.render(Value::from(context)).map_err(wrong)?;
    if written.len() > LONGEST {
        return Err(Wrong { line: 1, reason: "it becomes too long".to_owned() });
    }
    Ok(written)
}

/// The names that a text uses.
pub(super) fn names(text: &str) -> Result<Vec<String>, Wrong> {
    let environment = environment();
    let template = environment.template_from_str(text).map_err(wrong)?;
    let mut names: Vec<String> = template.undeclared_variables(false).into_iter().collect();
    names.sort_unstable();
    Ok(names)
}

fn environment<'a>() -> Environment<'a> {
    let mut environment = Environment::empty();
    environment.set_fuel(Some(STEPS));
    environment.set_recursion_limit(20);
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment
}

fn wrong(error: Error) -> Wrong {
    let reason = match error.kind() {
        ErrorKind::OutOfFuel => "it takes too many steps".to_owned(),
        _ => error.detail().map_or_else(|| error.kind().to_string(), str::to_owned),
    };
    Wrong { line: error.line().unwrap_or(1), reason: reason.chars().take(200).collect() }
}

#[cfg(test)]
mod tests {
    use super::{Values, fill, filled, names};

    fn values() -> Values {
        [("name", "Eva {{ code }} <b>"), ("code", "042917")]
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .into()
    }

    #[test]
    fn org_4_values_are_put_in_and_not_looked_at_again() {
        let written = filled("Hello {{ name }}{% if code %}: {{ code }}{% endif %}", &values());
        assert_eq!(written.unwrap(), "Hello Eva {{ code }} <b>: 042917");
        let mut lines = values();
        lines.insert("name".into(), "Eva\r\nBcc: all@example.org".into());
        let mail = fill("For {{ name }}", "x", &lines).unwrap();
        assert!(!mail.subject.contains(['\r', '\n']), "{}", mail.subject);
    }

    #[test]
    fn org_4_what_is_wrong_is_told_with_its_line() {
        let line = |text: &str| filled(text, &values()).unwrap_err().line;
        assert_eq!(line("a\nb {{ name"), 2);
        assert_eq!(line("a\n\n{{ nobody }}"), 3);
        assert_eq!(line("{% include 'x' %}"), 1);
        assert!(filled("{{ name|upper }}", &values()).is_err(), "there are no filters");
        assert!(filled("{{ range(9) }}", &values()).is_err(), "there are no functions");
        assert_eq!(names("{{ name }} {{ code }}").unwrap(), ["code", "name"]);
    }

    #[test]
    fn s14_no_text_takes_long() {
        let list = "[0,0,0,0,0,0,0,0,0,0]";
        let mut text = "{{ code }}".to_owned();
        for n in 0..12 {
            text = format!("{{% for a{n} in {list} %}}{text}{{% endfor %}}");
        }
        let wrong = filled(&text, &values()).unwrap_err();
        assert!(wrong.reason.contains("steps"), "{wrong:?}");
    }
}
