//! An organisation's rules for signing in (SPEC ORG-4, ACC-4).

use texts::Arg;

use super::{
    field::Field,
    form_page::{FormPage, Section},
    frame::Frame,
    typed::Typed,
};

/// What stands around the fields.
#[derive(Debug, Clone)]
pub struct Shown {
    /// The organisation's version.
    pub version: i64,
    /// Where the reader comes from.
    pub address: String,
    /// Whether the reader must say that they want to be shut out.
    pub confirms: bool,
}

/// The form.
pub fn form(frame: Frame, typed: &Typed, shown: &Shown) -> FormPage {
    let area =
        |name, label| typed.fill(Field::new("textarea", name, label)).wide().optional().up_to(0);
    let here = frame.texts.with("sign-in-networks-here", &[("address", Arg::from(&shown.address))]);
    let networks = area("allowed_networks", "sign-in-networks").hint("sign-in-networks-hint");
    let mut networks = vec![Field { said: Some(here.into_owned()), ..networks }];
    if shown.confirms {
        networks.push(
            typed.fill(Field::new("checkbox", "shuts_me_out", "sign-in-shuts-me-out")).wide(),
        );
    }
    let words = area("refused_words", "sign-in-words")
        .hint("sign-in-words-hint")
        .more("/settings/inherited", "sign-in-more");
    let only = typed.fill(Field::new("checkbox", "single_sign_on_only", "sso-only")).wide();
    let only = only.hint("sso-only-hint");
    FormPage {
        title: frame.texts.get("sign-in-policy-title").into_owned(),
        frame,
        lead: "sign-in-policy-lead",
        tabs: super::single_sign_on::tabs("/settings/sign-in"),
        notice: None,
        differs: Vec::new(),
        photo: None,
        action: "/settings/sign-in".to_owned(),
        hidden: vec![("version", shown.version.to_string())],
        sections: vec![
            Section::new("sign-in-where", Some("sign-in-where-hint"), networks),
            Section::new("sign-in-passwords", None, vec![words]),
            Section::new("sso-title", None, vec![only]),
        ],
        submit: "form-save",
        cancel: None,
    }
}
