//! What stands in each mail.

use super::{Content, Draft, is_placeholder};
use crate::Arg;

impl Draft<'_> {
    fn hello(&self) -> Result<String, String> {
        self.tell("mail-hello", &["name"])
    }

    fn until(&self) -> Result<String, String> {
        let until = self.time("expires_at")?;
        Ok(self.t.with("mail-until", &[("until", Arg::from(until))]).into_owned())
    }

    pub(super) fn invitation(&self) -> Result<Content, String> {
        let again = self.params.get("sends").is_some_and(|sends| sends != "1");
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

    pub(super) fn sign_up(&self) -> Result<Content, String> {
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

    pub(super) fn code(&self) -> Result<Content, String> {
        // With the request's token where somebody else asked in the reader's stead.
        let request = self.params.get("request");
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

    pub(super) fn email_code(&self) -> Result<Content, String> {
        Ok(Content {
            subject: self.say("mail-email-code-subject"),
            paragraphs: vec![self.say("mail-email-code-lead")],
            code: Some(self.param("code")?.to_owned()),
            button: None,
            notes: vec![self.minutes()?, self.say("mail-email-code-unexpected")],
        })
    }

    pub(super) fn second_factor_code(&self) -> Result<Content, String> {
        Ok(Content {
            subject: self.say("mail-second-code-subject"),
            paragraphs: vec![self.say("mail-second-code-lead")],
            code: Some(self.param("code")?.to_owned()),
            button: self.not_me(),
            notes: vec![self.minutes()?, self.say("mail-second-code-unexpected")],
        })
    }

    fn minutes(&self) -> Result<String, String> {
        let said = self.param("minutes")?;
        let minutes = match said.parse::<i64>() {
            Ok(minutes) => Arg::from(minutes),
            Err(_) if is_placeholder(said) => Arg::from(said),
            Err(_) => return Err("minutes is no number".to_owned()),
        };
        Ok(self.t.with("mail-code-minutes", &[("n", minutes)]).into_owned())
    }

    pub(super) fn about_password(&self, subject: &str, lead: &str) -> Content {
        Content {
            subject: self.say(subject),
            paragraphs: vec![self.say(lead)],
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

    pub(super) fn recovery_used(&self) -> Content {
        Content {
            subject: self.say("mail-recovery-used-subject"),
            paragraphs: vec![self.say("mail-recovery-used-lead")],
            code: None,
            button: self.not_me(),
            notes: vec![self.say("mail-password-changed-expected")],
        }
    }

    pub(super) fn new_device(&self) -> Result<Content, String> {
        let values = [
            ("client", Arg::from(self.program()?)),
            ("address", Arg::from(self.param("address")?)),
            ("at", Arg::from(self.time("at")?)),
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
    pub(super) fn about_factor(
        &self,
        subject: &str,
        lead: &str,
        names: &[&str],
    ) -> Result<Content, String> {
        Ok(Content {
            subject: self.say(subject),
            paragraphs: vec![self.tell(lead, names)?],
            code: None,
            button: self.not_me(),
            notes: vec![self.say("mail-contact-expected")],
        })
    }

    pub(super) fn email_changed(&self) -> Content {
        Content {
            subject: self.say("mail-email-changed-subject"),
            paragraphs: vec![self.say("mail-email-changed-lead")],
            code: None,
            button: None,
            notes: vec![self.say("mail-contact-expected")],
        }
    }

    pub(super) fn mobile_changed(&self) -> Content {
        Content {
            subject: self.say("mail-mobile-changed-subject"),
            paragraphs: vec![self.say("mail-mobile-changed-lead")],
            code: None,
            button: None,
            notes: vec![self.say("mail-contact-expected")],
        }
    }

    pub(super) fn identity_linked(&self) -> Result<Content, String> {
        Ok(Content {
            subject: self.say("mail-identity-linked-subject"),
            paragraphs: vec![self.tell("mail-identity-linked-lead", &["provider"])?],
            code: None,
            button: None,
            notes: vec![self.say("mail-contact-expected")],
        })
    }

    pub(super) fn identity_unlinked(&self) -> Result<Content, String> {
        Ok(Content {
            subject: self.say("mail-identity-unlinked-subject"),
            paragraphs: vec![self.tell("mail-identity-unlinked-lead", &["by"])?],
            code: None,
            button: None,
            notes: vec![self.say("mail-contact-expected")],
        })
    }

    pub(super) fn locked(&self) -> Content {
        Content {
            subject: self.say("mail-locked-subject"),
            paragraphs: vec![self.say("mail-locked-lead")],
            code: None,
            button: Some((self.say("mail-locked-button"), self.address("/password/forgotten"))),
            notes: vec![self.say("mail-locked-unexpected")],
        }
    }

    pub(super) fn suspended(&self) -> Result<Content, String> {
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

    pub(super) fn activated(&self) -> Result<Content, String> {
        Ok(Content {
            subject: self.tell("mail-activated-subject", &["organisation"])?,
            paragraphs: vec![self.hello()?, self.tell("mail-activated-lead", &["organisation"])?],
            code: None,
            button: Some((self.say("mail-activated-button"), self.address("/sign-in"))),
            notes: Vec::new(),
        })
    }
}
