//! One's own address and number, confirmed by a code (SPEC USR-10).

use domain::accounts::contact::Standing;

use super::{
    field::Field,
    form_page::{FormPage, Section},
    frame::Frame,
    me::tabs,
    typed::Typed,
};

/// Which of the two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The address.
    Email,
    /// The mobile number.
    Mobile,
}

impl Kind {
    /// Name of the field.
    pub const fn field(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Mobile => "mobile",
        }
    }
    /// Where it is changed.
    pub const fn address(self) -> &'static str {
        match self {
            Self::Email => "/me/email",
            Self::Mobile => "/me/mobile",
        }
    }
}

fn page(frame: Frame, kind: Kind, section: Section, submit: &'static str) -> FormPage {
    FormPage {
        title: frame.texts.get("me-title").into_owned(),
        frame,
        lead: "",
        tabs: tabs(kind.address()),
        notice: None,
        differs: Vec::new(),
        photo: None,
        action: kind.address().to_owned(),
        hidden: Vec::new(),
        sections: vec![section],
        submit,
        cancel: None,
    }
}

/// Naming a new address or number.
pub fn form(frame: Frame, kind: Kind, standing: &Standing, typed: &Typed) -> FormPage {
    let (kind_of_input, now, new, title, present, open) = match kind {
        Kind::Email => (
            "email",
            "contact-email-now",
            "contact-email-new",
            "contact-email",
            &standing.email,
            standing.may_email,
        ),
        Kind::Mobile => (
            "tel",
            "contact-mobile-now",
            "contact-mobile-new",
            "contact-mobile",
            &standing.mobile,
            standing.may_mobile,
        ),
    };
    let locked = (!open).then_some("me-fixed");
    let new = typed.fill(Field::new(kind_of_input, kind.field(), new)).wide().fills(kind_of_input);
    let mut fields = Vec::new();
    if let Some(present) = present {
        let present = Field::text("present", now).value(present.clone()).wide();
        fields.push(present.because(Some(if open { "contact-until" } else { "me-fixed" })));
    }
    if open {
        fields.push(new.because(locked));
    }
    page(frame, kind, Section::new(title, Some("contact-hint"), fields), "contact-send")
}

/// Typing the code that was sent there.
pub fn code(frame: Frame, kind: Kind, to: &str, request: &str, typed: &Typed) -> FormPage {
    let values = [("to", texts::Arg::from(to))];
    let said = frame.texts.with("contact-sent", &values).into_owned();
    let code = Field { class: "code-field", ..Field::text("code", "forgotten-code") };
    let code = typed.fill(code).fills("one-time-code").up_to(6).wide().focused();
    let section =
        Section::new("forgotten-code-title", None, vec![Field { said: Some(said), ..code }]);
    FormPage {
        action: format!("{}/code", kind.address()),
        hidden: vec![("to", to.to_owned()), ("request", request.to_owned())],
        cancel: Some(kind.address().to_owned()),
        ..page(frame, kind, section, "contact-confirm")
    }
}
