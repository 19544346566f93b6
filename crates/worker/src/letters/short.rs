use domain::jobs::{Mail, MailTemplate};
use texts::letter::Draft;
use texts::{Arg, Texts};

/// What a text message says.
pub(super) fn of(mail: &Mail, t: Texts, public_url: &str) -> Result<String, String> {
    let draft = super::draft(mail, t, public_url);
    let key = match mail.template {
        MailTemplate::Code => return code(&draft, "sms-code"),
        MailTemplate::MobileCode => return code(&draft, "sms-mobile-code"),
        MailTemplate::SecondFactorCode => return code(&draft, "sms-second-code"),
        MailTemplate::PasswordChanged => "sms-password-changed",
        MailTemplate::PasswordDropped => "sms-password-dropped",
        MailTemplate::RecoveryUsed => "sms-recovery-used",
        MailTemplate::NewDevice => "sms-new-device",
        MailTemplate::Locked => "sms-locked",
        MailTemplate::EmailChanged => "sms-email-changed",
        MailTemplate::MobileChanged => "sms-mobile-changed",
        MailTemplate::FactorAdded => "sms-factor-added",
        MailTemplate::FactorRemoved => "sms-factor-removed",
        MailTemplate::FactorsReset => "sms-factors-reset",
        MailTemplate::RecoveryCodeUsed => "sms-recovery-code-used",
        MailTemplate::RecoveryCodesNew => "sms-recovery-codes-new",
        MailTemplate::IdentityLinked => "sms-identity-linked",
        MailTemplate::IdentityUnlinked => "sms-identity-unlinked",
        other => return Err(format!("{other} never goes out as a text message")),
    };
    Ok(draft.say(key))
}

/// A code; with the link to the page for it where somebody else asked in the reader's stead.
fn code(draft: &Draft<'_>, key: &str) -> Result<String, String> {
    let minutes: i64 = draft.param("minutes")?.parse().map_err(|_| "minutes is no number")?;
    let values = [("code", Arg::from(draft.param("code")?)), ("n", Arg::from(minutes))];
    let text = draft.t.with(key, &values).into_owned();
    Ok(match draft.params.get("request") {
        Some(request) => {
            format!("{text} {}", draft.address(&format!("/password/code?request={request}")))
        }
        None => text,
    })
}
