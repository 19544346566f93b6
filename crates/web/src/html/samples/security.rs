//! Sample pages of second factors.

use domain::factors::{Kind, Second};
use kernel::Timestamp;
use texts::{Texts, Zone};

use super::{
    super::{
        doors::{AskPasskey, renew::Renew, second::SecondStep},
        frame::Place,
        me,
        parts::{Notice, When, icon},
        security::{self, AddApp, AddPasskey, CodeWay, Codes, FactorLine, PasswordLine, Security},
        sheet::Sheet,
        typed::Typed,
        users::steps::{self, Whom},
    },
    Sample,
    frame::{door, frame},
    sample,
};

/// All of them.
pub(super) fn all(texts: Texts) -> Vec<Sample> {
    let own = || frame(texts, Place::Me);
    let blank = Typed::default();
    let methods = [Second::Totp, Second::Passkey, Second::RecoveryCode];
    let mut wrong = Typed::of([("ticket", "cdc_1"), ("next", "/")]);
    let first = SecondStep::new(door(texts), Second::Totp, &methods, false, &wrong);
    wrong.refuse("code", texts.error(kernel::Code::CodeWrong));
    let other = SecondStep::new(door(texts), Second::RecoveryCode, &methods, false, &wrong);
    let letters = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    let address = format!("otpauth://totp/Crewdesk:olga%40example.org?secret={letters}");
    let whom = Whom { id: "1".into(), name: "Jana Nováková".into(), version: 1 };
    let lost = steps::factors(frame(texts, Place::Users), &whom, &["Telephone".to_owned()]);
    let ask = AskPasskey {
        request: "cdp_1".into(),
        options: "{}".into(),
        back: "/sign-in".into(),
        ..AskPasskey::new(door(texts), "passkey-sign-in", "/sign-in/passkey/answer")
    };
    let renewal = Renew::new(
        door(texts),
        true,
        &[Second::Totp, Second::MailCode, Second::Passkey, Second::RecoveryCode],
        "/me/security",
        &blank,
    );
    let nothing = Renew::new(door(texts), false, &[Second::Passkey], "/me/security", &blank);
    vec![
        sample("second-totp", &first, texts),
        sample("second-recovery", &other, texts),
        sample("second-mail", &by_mail(texts, false), texts),
        sample("second-mail-sent", &by_mail(texts, true), texts),
        sample("me-first-code", &first_code(texts), texts),
        sample("me-security-none", &Security::new(own(), Vec::new(), 0, &blank), texts),
        sample("me-security", &security(texts), texts),
        sample("me-app", &AddApp::new(own(), "/x".into(), letters, &address, &blank), texts),
        sample("me-passkey", &passkey(texts), texts),
        sample("sign-in-passkey", &ask, texts),
        sample("me-codes", &codes(texts), texts),
        sample("me-renewal", &renewal, texts),
        sample("me-renewal-passkey", &nothing, texts),
        sample("me-security-passwordless", &passwordless(texts), texts),
        sample("me-password-removal", &security::drop_password(own()), texts),
        sample("me-codes-new", &security::new_codes(own()), texts),
        sample(
            "me-factor-removal",
            &security::removal(own(), "Telephone", "/x".into(), true),
            texts,
        ),
        sample("user-factors", &lost, texts),
    ]
}

fn security(texts: Texts) -> Security {
    let at = |micros| When::day(texts.lang(), &Zone::utc(), Timestamp::from_micros(micros));
    let line = FactorLine {
        icon: icon("device-mobile"),
        kind: "factor-totp",
        weak: false,
        name: "Telephone".into(),
        added: at(1_790_000_000_000_000),
        used: Some(at(1_791_000_000_000_000)),
        removal: "/me/security/1/removal".into(),
    };
    let mail = FactorLine {
        icon: icon("mail"),
        kind: "factor-mail_code",
        weak: true,
        name: "o…@example.org".into(),
        ..line.clone()
    };
    let ways = vec![CodeWay::of(Kind::SmsCode)];
    let typed = Typed::of([("name", "")]);
    let password = PasswordLine {
        has: true,
        may_drop: true,
        lead: texts.get("security-password-lead").into_owned(),
    };
    Security {
        required: true,
        ways,
        password: Some(password),
        ..Security::new(frame(texts, Place::Me), vec![line, mail], 3, &typed)
    }
}

fn passwordless(texts: Texts) -> Security {
    let lead = texts.get("security-password-none-lead").into_owned();
    let password = Some(PasswordLine { has: false, may_drop: false, lead });
    Security { password, ..security(texts) }
}

fn by_mail(texts: Texts, sent: bool) -> SecondStep {
    let methods = [Second::MailCode, Second::RecoveryCode];
    let typed = Typed::of([("ticket", "cdc_1"), ("next", "/")]);
    SecondStep::new(door(texts), Second::MailCode, &methods, sent, &typed)
}

fn first_code(texts: Texts) -> Sheet {
    security::first_code(frame(texts, Place::Me), Kind::MailCode, "cdr_1", &Typed::default())
}

fn passkey(texts: Texts) -> AddPasskey {
    let frame = frame(texts, Place::Me);
    AddPasskey { frame, request: "cdp_1".into(), options: "{}".into(), name: "Notebook".into() }
}

fn codes(texts: Texts) -> Codes {
    Codes {
        frame: frame(texts, Place::Me),
        tabs: me::tabs("/me/security"),
        notice: Some(Notice::good(texts.get("toast-factor-added"))),
        codes: (0..10).map(|n| format!("7k{n}m-q2xv-90rt-h4wz")).collect(),
    }
}
