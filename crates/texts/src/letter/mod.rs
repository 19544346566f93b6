//! What each mail says, as it is built in: the worker writes it to its reader, and whoever words a mail themself
//! begins with it.

mod words;

use std::collections::BTreeMap;

use kernel::Timestamp;

use crate::format::{Zone, date_time};
use crate::{Arg, Texts, client};

/// What a mail says. All texts are plain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Content {
    /// One line.
    pub subject: String,
    /// Before the button or code.
    pub paragraphs: Vec<String>,
    /// Digits to be typed.
    pub code: Option<String>,
    /// What to press, and where it leads.
    pub button: Option<(String, String)>,
    /// After the button or code: how long it is good for, what to do if one did not ask for it.
    pub notes: Vec<String>,
}

/// A mail to be written.
#[derive(Debug, Clone, Copy)]
pub struct Draft<'a> {
    /// Which, by its name in the outbox.
    pub template: &'a str,
    /// What it tells.
    pub params: &'a BTreeMap<String, String>,
    /// In which language.
    pub t: Texts,
    /// Where the product is.
    pub public_url: &'a str,
}

/// What a mail says.
///
/// # Errors
/// A reason for the log where the mail lacks what its template names, or is none.
pub fn of(draft: &Draft<'_>) -> Result<Content, String> {
    let about = |subject, lead, names: &[&str]| draft.about_factor(subject, lead, names);
    match draft.template {
        "invitation" => draft.invitation(),
        "sign_up" => draft.sign_up(),
        "code" => draft.code(),
        "email_code" => draft.email_code(),
        "second_factor_code" => draft.second_factor_code(),
        "password_changed" => {
            Ok(draft.about_password("mail-password-changed-subject", "mail-password-changed-lead"))
        }
        "password_dropped" => {
            Ok(draft.about_password("mail-password-dropped-subject", "mail-password-dropped-lead"))
        }
        "locked" => Ok(draft.locked()),
        "suspended" => draft.suspended(),
        "activated" => draft.activated(),
        "recovery_used" => Ok(draft.recovery_used()),
        "new_device" => draft.new_device(),
        "email_changed" => Ok(draft.email_changed()),
        "mobile_changed" => Ok(draft.mobile_changed()),
        "factor_added" => about("mail-factor-added-subject", "mail-factor-added-lead", &["factor"]),
        "factor_removed" => {
            about("mail-factor-removed-subject", "mail-factor-removed-lead", &["factor"])
        }
        "factors_reset" => about("mail-factors-reset-subject", "mail-factors-reset-lead", &["by"]),
        "recovery_code_used" => {
            about("mail-recovery-code-used-subject", "mail-recovery-code-used-lead", &["left"])
        }
        "recovery_codes_new" => {
            about("mail-recovery-codes-new-subject", "mail-recovery-codes-new-lead", &[])
        }
        "identity_linked" => draft.identity_linked(),
        "identity_unlinked" => draft.identity_unlinked(),
        other => Err(format!("{other} never goes out as a mail")),
    }
}

/// What a mail tells, as words of somebody's own name it: `link` for where it leads, and what is written otherwise
/// than it stands in the outbox.
pub fn values(draft: &Draft<'_>) -> BTreeMap<String, String> {
    let mut values = BTreeMap::new();
    let mut put = |name: &str, value: Option<String>| {
        if let Some(value) = value {
            values.insert(name.to_owned(), value);
        }
    };
    let link = of(draft).ok().and_then(|content| content.button).map(|(_, address)| address);
    put("link", link);
    put("until", draft.time("expires_at").ok());
    put("at", draft.time("at").ok());
    put("client", draft.program().ok());
    values
}

/// The built-in words as somebody would have written them, with these placeholders: where wording a mail oneself
/// begins. Subject and body.
pub fn source(t: Texts, template: &str, placeholders: &[&str]) -> Option<(String, String)> {
    let braced = |name: &str| format!("{{{{ {name} }}}}");
    let mut params: BTreeMap<String, String> =
        placeholders.iter().map(|name| ((*name).to_owned(), braced(name))).collect();
    for (name, stands_for) in [("token", "link"), ("expires_at", "until")] {
        params.insert(name.to_owned(), braced(stands_for));
    }
    let content = of(&Draft { template, params: &params, t, public_url: "" }).ok()?;
    let maybe = |text: String| match text.contains(&braced("reason")) {
        // Not everybody gives one.
        true => format!("{{% if reason %}}{text}{{% endif %}}"),
        false => text,
    };
    let mut body: Vec<String> = content.paragraphs.into_iter().map(maybe).collect();
    body.extend(content.code);
    let leads = content.button.is_some() && placeholders.contains(&"link");
    body.extend(leads.then(|| braced("link")));
    body.extend(content.notes);
    Some((content.subject, body.join("\n\n")))
}

/// A placeholder that stands for a value, which is not there yet.
fn is_placeholder(text: &str) -> bool {
    text.starts_with("{{")
}

impl Draft<'_> {
    /// A parameter of the mail.
    ///
    /// # Errors
    /// A reason for the log where it is missing.
    pub fn param(&self, name: &str) -> Result<&str, String> {
        let value = self.params.get(name).map(String::as_str);
        value.ok_or_else(|| format!("the mail {} lacks {name}", self.template))
    }

    /// A text.
    pub fn say(&self, key: &str) -> String {
        self.t.get(key).into_owned()
    }

    /// A text with parameters of the mail in it.
    ///
    /// # Errors
    /// As [`Draft::param`].
    pub fn tell(&self, key: &str, names: &[&str]) -> Result<String, String> {
        let mut args = Vec::with_capacity(names.len());
        for name in names {
            args.push((*name, Arg::from(self.param(name)?)));
        }
        Ok(self.t.with(key, &args).into_owned())
    }

    /// An address of ours.
    pub fn address(&self, path: &str) -> String {
        format!("{}{path}", self.public_url)
    }

    /// A moment, as people read it.
    fn time(&self, name: &str) -> Result<String, String> {
        let said = self.param(name)?;
        if is_placeholder(said) {
            return Ok(said.to_owned());
        }
        let at = Timestamp::parse(said).ok_or_else(|| format!("{name} is no time"))?;
        Ok(format!("{} UTC", date_time(self.t.lang(), at, &Zone::utc())))
    }

    /// The program that somebody came with.
    fn program(&self) -> Result<String, String> {
        let said = self.param("client")?;
        Ok(if is_placeholder(said) { said.to_owned() } else { client(self.t, said) })
    }
}

#[cfg(test)]
mod tests {
    use super::source;
    use crate::{Lang, Texts};

    #[test]
    fn org_4_wording_a_mail_begins_with_what_is_built_in() {
        let names = ["link", "name", "organisation", "by", "until"];
        let (subject, body) = source(Texts(Lang::En), "invitation", &names).unwrap();
        assert_eq!(subject, "You are invited to {{ organisation }}");
        let lines: Vec<&str> = body.split("\n\n").collect();
        assert!(
            lines[1].starts_with("{{ by }} has invited you to join {{ organisation }}"),
            "{body}"
        );
        assert_eq!(lines[2], "{{ link }}", "alone it becomes the button");
        assert!(lines[3].contains("{{ until }}"), "{body}");
        let (_, body) =
            source(Texts(Lang::En), "suspended", &["name", "organisation", "reason"]).unwrap();
        assert!(body.contains("{% if reason %}") && body.contains("{% endif %}"), "{body}");
        let (_, body) = source(Texts(Lang::Cs), "email_code", &["code", "minutes"]).unwrap();
        assert!(body.contains("\n\n{{ code }}\n\n") && body.contains("{{ minutes }}"), "{body}");
        assert_eq!(source(Texts(Lang::En), "mobile_code", &[]), None);
    }
}
