use domain::jobs::{Mail, MailTemplate};
use kernel::Timestamp;
use texts::format::{Zone, date_time};
use texts::{Arg, Texts};

use super::Content;

/// What a mail says.
pub(super) fn of(mail: &Mail, t: Texts, public_url: &str) -> Result<Content, String> {
    let draft = Draft { mail, t, public_url };
    match mail.template {
        MailTemplate::Invitation => draft.invitation(),
        MailTemplate::SignUp => draft.sign_up(),
        MailTemplate::Code => draft.code(),
        MailTemplate::EmailCode => draft.email_code(),
        MailTemplate::SecondFactorCode => draft.second_factor_code(),
        MailTemplate::PasswordChanged => Ok(draft.password_changed()),
        MailTemplate::Locked => Ok(draft.locked()),
        MailTemplate::Suspended => draft.suspended(),
        MailTemplate::Activated => draft.activated(),
        MailTemplate::RecoveryUsed => Ok(draft.recovery_used()),
        MailTemplate::NewDevice => draft.new_device(),
        MailTemplate::EmailChanged => Ok(draft.email_changed()),
        MailTemplate::MobileChanged => Ok(draft.mobile_changed()),
        MailTemplate::FactorAdded => {
            draft.about_factor("mail-factor-added-subject", "mail-factor-added-lead", &["factor"])
        }
        MailTemplate::FactorRemoved => draft.about_factor(
            "mail-factor-removed-subject",
            "mail-factor-removed-lead",
            &["factor"],
        ),
        MailTemplate::FactorsReset => {
            draft.about_factor("mail-factors-reset-subject", "mail-factors-reset-lead", &["by"])
        }
        MailTemplate::RecoveryCodeUsed => draft.about_factor(
            "mail-recovery-code-used-subject",
            "mail-recovery-code-used-lead",
            &["left"],
        ),
        MailTemplate::RecoveryCodesNew => draft.about_factor(
            "mail-recovery-codes-new-subject",
            "mail-recovery-codes-new-lead",
            &[],
        ),
        MailTemplate::IdentityLinked => draft.identity_linked(),
        MailTemplate::IdentityUnlinked => draft.identity_unlinked(),
        MailTemplate::MobileCode => Err("the code for a number goes to that number".to_owned()),
    }
}

pub(super) struct Draft<'a> {
    pub(super) mail: &'a Mail,
    pub(super) t: Texts,
    pub(super) public_url: &'a str,
}

impl Draft<'_> {
    pub(super) fn param(&self, name: &str) -> Result<&str, String> {
        let value = self.mail.params.get(name).map(String::as_str);
        value.ok_or_else(|| format!("the mail {} lacks {name}", self.mail.template))
    }

    pub(super) fn say(&self, key: &str) -> String {
        self.t.get(key).into_owned()
    }

    /// A text with parameters of the mail in it.
    pub(super) fn tell(&self, key: &str, names: &[&str]) -> Result<String, String> {
        let mut args = Vec::with_capacity(names.len());
        for name in names {
            args.push((*name, Arg::from(self.param(name)?)));
        }
        Ok(self.t.with(key, &args).into_owned())
    }

    fn hello(&self) -> Result<String, String> {
        self.tell("mail-hello", &["name"])
    }

    pub(super) fn address(&self, path: &str) -> String {
        format!("{}{path}", self.public_url)
    }

    fn until(&self) -> Result<String, String> {
        let expiry = Timestamp::parse(self.param("expires_at")?);
        let expiry = expiry.ok_or("expires_at is no time")?;
        let until = format!("{} UTC", date_time(self.t.lang(), expiry, &Zone::utc()));
        Ok(self.t.with("mail-until", &[("until", Arg::from(until))]).into_owned())
    }

    fn invitation(&self) -> Result<Content, String> {
        let again = self.mail.params.get("sends").is_some_and(|sends| sends != "1");
        let subject = if again { "mail-invitation-again" } else { "mail-invitation-subject" };
        let mut notes = vec![self.until()?];
        if again {
            notes.push(self.say("mail-invitation-replaces"));
        }
        notes.push(self.say("mail-invitation-unexpected"));
        Ok(Content {
            subject: self.tell(subject, &["organisation"])?,
            paragraphs: vec![
                self.hello()?,
                self.tell("mail-invitation-lead", &["by", "organisation"])?,
            ],
            code: None,
            button: Some((
                self.say("mail-invitation-button"),
                self.address(&format!("/invitations/{}", self.param("token")?)),
            )),
            notes,
        })
    }

    fn sign_up(&self) -> Result<Content, String> {
        Ok(Content {
            subject: self.say("mail-sign-up-subject"),
            paragraphs: vec![self.hello()?, self.tell("mail-sign-up-lead", &["organisation"])?],
            code: None,
            button: Some((
                self.say("mail-sign-up-button"),
                self.address(&format!("/sign-up/{}", self.param("token")?)),
            )),
            notes: vec![self.until()?, self.say("mail-sign-up-unexpected")],
        })
    }

    fn code(&self) -> Result<Content, String> {
        // With the request's token where somebody else asked in the reader's stead.
        let request = self.mail.params.get("request");
        let lead = match request {
            Some(_) => self.tell("mail-code-by", &["by"])?,
            None => self.say("mail-code-lead"),
        };
        let button = request.map(|request| {
            let address = self.address(&format!("/password/code?request={request}"));
            (self.say("mail-code-button"), address)
        });
        Ok(Content {
            subject: self.say("mail-code-subject"),
            paragraphs: vec![lead],
            code: Some(self.param("code")?.to_owned()),
            button,
            notes: vec![self.minutes()?, self.say("mail-code-unexpected")],
        })
    }

    fn email_code(&self) -> Result<Content, String> {
        Ok(Content {
            subject: self.say("mail-email-code-subject"),
            paragraphs: vec![self.say("mail-email-code-lead")],
            code: Some(self.param("code")?.to_owned()),
            button: None,
            notes: vec![self.minutes()?, self.say("mail-email-code-unexpected")],
        })
    }

    fn second_factor_code(&self) -> Result<Content, String> {
        Ok(Content {
            subject: self.say("mail-second-code-subject"),
            paragraphs: vec![self.say("mail-second-code-lead")],
            code: Some(self.param("code")?.to_owned()),
            button: self.not_me(),
            notes: vec![self.minutes()?, self.say("mail-second-code-unexpected")],
        })
    }

    fn minutes(&self) -> Result<String, String> {
        let minutes: i64 = self.param("minutes")?.parse().map_err(|_| "minutes is no number")?;
        Ok(self.t.with("mail-code-minutes", &[("n", Arg::from(minutes))]).into_owned())
    }

    fn password_changed(&self) -> Content {
        Content {
            subject: self.say("mail-password-changed-subject"),
            paragraphs: vec![self.say("mail-password-changed-lead")],
            code: None,
            button: Some((
                self.say("mail-password-changed-button"),
                self.address("/password/forgotten"),
            )),
            notes: vec![self.say("mail-password-changed-expected")],
        }
    }

    /// What somebody who did not do it is to do.
    fn not_me(&self) -> Option<(String, String)> {
        Some((self.say("mail-password-changed-button"), self.address("/password/forgotten")))
    }

    fn recovery_used(&self) -> Content {
        Content {
            subject: self.say("mail-recovery-used-subject"),
            paragraphs: vec![self.say("mail-recovery-used-lead")],
            code: None,
            button: self.not_me(),
            notes: vec![self.say("mail-password-changed-expected")],
        }
    }

    fn new_device(&self) -> Result<Content, String> {
        let at = Timestamp::parse(self.param("at")?).ok_or("at is no time")?;
        let at = format!("{} UTC", date_time(self.t.lang(), at, &Zone::utc()));
        let values = [
            ("client", Arg::from(texts::client(self.t, self.param("client")?))),
            ("address", Arg::from(self.param("address")?)),
            ("at", Arg::from(at)),
        ];
        Ok(Content {
            subject: self.say("mail-new-device-subject"),
            paragraphs: vec![self.t.with("mail-new-device-lead", &values).into_owned()],
            code: None,
            button: self.not_me(),
            notes: vec![self.say("mail-new-device-expected")],
        })
    }

    /// What happened to a second factor.
    fn about_factor(&self, subject: &str, lead: &str, names: &[&str]) -> Result<Content, String> {
        Ok(Content {
            subject: self.say(subject),
            paragraphs: vec![self.tell(lead, names)?],
            code: None,
            button: self.not_me(),
            notes: vec![self.say("mail-contact-expected")],
        })
    }

    fn email_changed(&self) -> Content {
        Content {
            subject: self.say("mail-email-changed-subject"),
            paragraphs: vec![self.say("mail-email-changed-lead")],
            code: None,
            button: None,
            notes: vec![self.say("mail-contact-expected")],
        }
    }

    fn mobile_changed(&self) -> Content {
        Content {
            subject: self.say("mail-mobile-changed-subject"),
            paragraphs: vec![self.say("mail-mobile-changed-lead")],
            code: None,
            button: None,
            notes: vec![self.say("mail-contact-expected")],
        }
    }

    fn identity_linked(&self) -> Result<Content, String> {
        Ok(Content {
            subject: self.say("mail-identity-linked-subject"),
            paragraphs: vec![self.tell("mail-identity-linked-lead", &["provider"])?],
            code: None,
            button: None,
            notes: vec![self.say("mail-contact-expected")],
        })
    }

    fn identity_unlinked(&self) -> Result<Content, String> {
        Ok(Content {
            subject: self.say("mail-identity-unlinked-subject"),
            paragraphs: vec![self.tell("mail-identity-unlinked-lead", &["by"])?],
            code: None,
            button: None,
            notes: vec![self.say("mail-contact-expected")],
        })
    }

    fn locked(&self) -> Content {
        Content {
            subject: self.say("mail-locked-subject"),
            paragraphs: vec![self.say("mail-locked-lead")],
            code: None,
            button: Some((self.say("mail-locked-button"), self.address("/password/forgotten"))),
            notes: vec![self.say("mail-locked-unexpected")],
        }
    }

    fn suspended(&self) -> Result<Content, String> {
        let mut paragraphs =
            vec![self.hello()?, self.tell("mail-suspended-lead", &["organisation"])?];
        if !self.param("reason")?.is_empty() {
            paragraphs.push(self.tell("mail-suspended-reason", &["reason"])?);
        }
        Ok(Content {
            subject: self.tell("mail-suspended-subject", &["organisation"])?,
            paragraphs,
            code: None,
            button: None,
            notes: vec![self.say("mail-suspended-kept")],
        })
    }

    fn activated(&self) -> Result<Content, String> {
        Ok(Content {
            subject: self.tell("mail-activated-subject", &["organisation"])?,
            paragraphs: vec![self.hello()?, self.tell("mail-activated-lead", &["organisation"])?],
            code: None,
            button: Some((self.say("mail-activated-button"), self.address("/sign-in"))),
            notes: Vec::new(),
        })
    }
}
