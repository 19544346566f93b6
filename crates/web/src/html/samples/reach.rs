//! Sample pages of one's own address and number, and of the rules for signing in.

use domain::accounts::contact::Standing;
use texts::Texts;

use super::{
    super::{
        contact::{self, Kind},
        frame::Place,
        sign_in_policy::{self, Shown},
        typed::Typed,
    },
    Sample,
    frame::frame,
    sample,
};

/// All of them.
pub(super) fn all(texts: Texts) -> Vec<Sample> {
    let me = || frame(texts, Place::Me);
    let standing = Standing {
        email: Some("ingrid@nordlys.example".into()),
        mobile: None,
        may_email: false,
        may_mobile: true,
    };
    let blank = Typed::default();
    let mut rules =
        Typed::of([("allowed_networks", "192.0.2.0/24\nhome"), ("refused_words", "nordlys")]);
    rules.refuse("allowed_networks", texts.error(kernel::Code::NetworkInvalid));
    let shown = Shown { version: 3, address: "198.51.100.7".into(), confirms: true };
    vec![
        sample("contact-email", &contact::form(me(), Kind::Email, &standing, &blank), texts),
        sample("contact-mobile", &contact::form(me(), Kind::Mobile, &standing, &blank), texts),
        sample(
            "contact-code",
            &contact::code(me(), Kind::Mobile, "+47 400 00 000", "cdr_1", &blank),
            texts,
        ),
        sample(
            "sign-in-policy",
            &sign_in_policy::form(frame(texts, Place::SignIn), &rules, &shown),
            texts,
        ),
    ]
}
