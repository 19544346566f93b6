use domain::jobs::{Mail, MailTemplate};
use domain::mail_templates::Filled;
use kernel::Timestamp;
use texts::Lang;

use super::{text, write};

const HOME: &str = "https://desk.example.org";

/// A mail with everything its template may name.
fn sample(template: MailTemplate, language: &str, name: &str) -> Mail {
    Mail::new(template, "eva@example.org", language)
        .with("name", name)
        .with("organisation", "Contoso")
        .with("by", "Olga Nováková")
        .with("factor", "Telephone")
        .with("left", "9")
        .with("provider", "Contoso accounts")
        .with("reason", "Long leave")
        .with("sends", "2")
        .with("expires_at", "2026-11-30T14:00:00Z")
        .with("token", "cdi_secret")
        .with("code", "012345")
        .with("minutes", "10")
        .with("client", "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0")
        .with("address", "192.0.2.7")
        .with("at", "2026-11-30T14:00:00Z")
}

/// Templates of mails; the code for a number goes to that number.
fn mails() -> impl Iterator<Item = &'static MailTemplate> {
    MailTemplate::ALL.iter().filter(|template| **template != MailTemplate::MobileCode)
}

fn written(mail: &Mail) -> domain::ports::Letter {
    write(mail, None, HOME, "id", Timestamp::from_micros(0)).unwrap()
}

#[test]
fn every_mail_is_whole_in_every_language() {
    let mut subjects = std::collections::HashSet::new();
    for template in mails() {
        for lang in Lang::ALL {
            let letter = written(&sample(*template, lang.code(), "Eva"));
            for text in [&letter.subject, &letter.text, &letter.html] {
                assert!(!text.contains("mail-"), "{template} {lang}: {text}");
                assert!(
                    !text.contains("{ $") && !text.contains("{$"),
                    "{template} {lang}: a value is missing in {text}"
                );
            }
            assert!(letter.html.contains(&format!("<html lang=\"{lang}\">")));
            subjects.insert(letter.subject);
        }
    }
    assert_eq!(subjects.len(), mails().count() * Lang::ALL.len());
}

#[test]
fn links_are_absolute_and_stand_in_both_bodies() {
    let letter = written(&sample(MailTemplate::Invitation, "en", "Eva"));
    let link = "https://desk.example.org/invitations/cdi_secret";
    assert!(letter.text.contains(&format!("\n{link}\n")));
    assert!(letter.html.contains(&format!("href=\"{link}\"")));
    assert!(!letter.html.contains("href=\"/"));
    let letter = written(&sample(MailTemplate::Code, "en", "Eva"));
    assert!(letter.text.contains("    012345\n") && letter.html.contains(">012345<"));
    assert!(!letter.subject.contains("012345"), "a code is not for the lock screen");
}

#[test]
fn a_name_is_never_markup_nor_a_second_line() {
    let name = "<img src=x onerror=alert(1)>\r\nBcc: mallory@example.org";
    for template in mails() {
        let mail = sample(*template, "en", name).with("organisation", name).with("by", name);
        let letter = written(&mail.with("reason", name));
        assert!(!letter.html.contains("<img"), "{template}");
        assert!(!letter.subject.contains(['\r', '\n']), "{template}");
    }
}

#[test]
fn what_is_missing_is_named() {
    let mail = Mail::new(MailTemplate::Invitation, "eva@example.org", "xx").with("name", "Eva");
    let reason = write(&mail, None, HOME, "id", Timestamp::from_micros(0)).unwrap_err();
    assert_eq!(reason, "the mail invitation lacks expires_at");
}

#[test]
fn an_invitation_reads_like_this() {
    let letter = written(&sample(MailTemplate::Invitation, "cs", "Eva Dvořáková"));
    insta::assert_snapshot!(format!("{}\n\n{}", letter.subject, letter.text));
}

#[test]
fn acc_3_every_text_message_is_whole_and_short_in_every_language() {
    use MailTemplate::{
        Code, EmailChanged, Locked, MobileChanged, MobileCode, NewDevice, PasswordChanged,
        PasswordDropped, RecoveryUsed, SecondFactorCode,
    };
    let short = [
        Code,
        SecondFactorCode,
        MobileCode,
        PasswordChanged,
        PasswordDropped,
        RecoveryUsed,
        NewDevice,
        Locked,
        EmailChanged,
        MobileChanged,
    ];
    for template in short {
        for lang in Lang::ALL {
            let mail = sample(template, lang.code(), "Eva");
            let sms = text(&mail, HOME, "id", Timestamp::from_micros(0)).unwrap();
            let code = matches!(template, Code | MobileCode | SecondFactorCode);
            assert_eq!(sms.text.contains("012345"), code, "{template} {lang}: {}", sms.text);
            assert!(!sms.text.contains("sms-") && !sms.text.contains("{ $"), "{}", sms.text);
            assert!(sms.text.chars().count() <= 160, "{template} {lang}: {}", sms.text);
            let link = text(&mail.with("request", "cdr_x"), HOME, "id", sms.at).unwrap();
            assert_eq!(link.text.ends_with("/password/code?request=cdr_x"), code);
        }
    }
    let mail = sample(MailTemplate::Invitation, "en", "Eva");
    assert!(text(&mail, HOME, "id", Timestamp::from_micros(0)).is_err());
}

#[test]
fn org_4_own_words_stand_for_the_built_in_ones_and_keep_link_and_code() {
    let mail = sample(MailTemplate::Invitation, "en", "Eva");
    let link = super::values(&mail, HOME).remove("link").unwrap();
    let own = |body: String| Filled { subject: "Come\r\nBcc: all@example.org".into(), body };
    let written =
        |own: &Filled| write(&mail, Some(own), HOME, "id", Timestamp::from_micros(0)).unwrap();
    let alone = written(&own(format!("Hello <b>Eva</b>,\n\n{link}")));
    assert!(
        alone.html.contains("&#60;b&#62;Eva") && !alone.html.contains("<b>Eva"),
        "{}",
        alone.html
    );
    assert!(alone.html.contains(&format!("href=\"{link}")), "a link alone is the button");
    assert!(!alone.subject.contains(['\r', '\n']), "{}", alone.subject);
    let inline = written(&own(format!("Go to {link} now.")));
    assert!(
        inline.text.contains(&format!("Go to {link} now."))
            && !inline.html.contains(&format!("href=\"{link}"))
    );
    let without = written(&own("Welcome.".into()));
    assert!(without.html.contains(&format!("href=\"{link}")), "it never comes without the link");
}

#[test]
fn org_4_every_mail_that_may_be_worded_begins_with_words_that_can_be_saved() {
    for kind in domain::mail_templates::Kind::ALL {
        let names: Vec<&str> = kind.placeholders().iter().map(|(name, _)| *name).collect();
        for lang in Lang::ALL {
            let (subject, body) =
                texts::letter::source(texts::Texts(lang), kind.as_str(), &names).unwrap();
            for name in kind.obligatory() {
                assert!(
                    body.contains(&format!("{{{{ {name} }}}}")),
                    "{kind} {lang}: {name}: {body}"
                );
            }
            let known = |name: &str| names.contains(&name);
            let used = [&subject, &body].into_iter().flat_map(|text| text.split("{{ ").skip(1));
            let mut used = used.filter_map(|rest| rest.split(" }}").next());
            assert!(used.all(known), "{kind} {lang}: {subject} {body}");
        }
    }
}
