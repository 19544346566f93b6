//! What each form before sign-in asks and says. Values typed before come back with their errors;
//! passwords never do.

use texts::Arg;

use super::{
    super::{field::Field, frame::Door, parts::Notice, typed::Typed},
    DeadLink, DoorForm, DoorLink,
};

/// The field that says that a fresh proof is wanted.
pub const FRESH: &str = "fresh";

/// How one signs in (SPEC ACC-9).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Way {
    /// Email and password.
    #[default]
    Email,
    /// Organisation, username and password.
    Username,
}

fn text(kind: &'static str, name: &'static str, label: &'static str, typed: &Typed) -> Field {
    typed.fill(Field::new(kind, name, label))
}

fn new_password(label: &'static str, typed: &Typed) -> Field {
    text("password", "password", label, typed).fills("new-password").hint("sign-up-password-hint")
}

impl DoorForm {
    /// A form with this title, address and button.
    fn plain(door: Door, title: &'static str, action: &str, submit: &'static str) -> Self {
        Self {
            door,
            title,
            title_value: None,
            lead: String::new(),
            switch: Vec::new(),
            notice: None,
            action: action.to_owned(),
            hidden: Vec::new(),
            fields: Vec::new(),
            submit,
            passkey_next: None,
            passkey_new: None,
            links: Vec::new(),
        }
    }

    /// The same with a message above the fields.
    #[must_use]
    pub fn saying(mut self, notice: Option<Notice>) -> Self {
        self.notice = notice;
        self
    }

    /// The same with a passkey as another way in, where there can be any.
    #[must_use]
    pub fn or_passkey(mut self, possible: bool, next: &str) -> Self {
        self.passkey_next = possible.then(|| next.to_owned());
        self
    }

    /// The same with a passkey to be made instead of a password, where there can be any.
    #[must_use]
    pub fn or_new_passkey(mut self, possible: bool, action: String) -> Self {
        self.passkey_new = possible.then_some(action);
        self
    }

    /// The same where a fresh proof is wanted, for which no trusted device will do.
    #[must_use]
    pub fn freshly(mut self, fresh: bool) -> Self {
        if fresh {
            self.hidden.push((FRESH, "true".to_owned()));
        }
        self
    }

    /// Signing in; `next` is where to go afterwards.
    pub fn sign_in(door: Door, way: Way, typed: &Typed, next: &str) -> Self {
        let link = |here, query: &str, key| DoorLink {
            here,
            ..DoorLink::to(format!("/sign-in{query}"), key)
        };
        let mut fields = match way {
            Way::Email => vec![text("email", "email", "sign-in-email", typed).fills("username")],
            Way::Username => vec![
                text("text", "organisation", "sign-in-organisation", typed).fills("organization"),
                text("text", "username", "sign-in-username", typed).fills("username"),
            ],
        };
        fields.push(
            text("password", "password", "sign-in-password", typed).fills("current-password"),
        );
        focus_first_empty(&mut fields);
        Self {
            switch: vec![
                link(way == Way::Email, "", "sign-in-by-email"),
                link(way == Way::Username, "?by=username", "sign-in-by-username"),
            ],
            hidden: vec![("next", next.to_owned())],
            fields,
            links: vec![
                DoorLink::to("/sign-in/sso", "sso-door"),
                DoorLink::to("/password/forgotten", "door-forgotten"),
                DoorLink::to("/sign-up", "door-to-sign-up"),
            ],
            ..Self::plain(door, "sign-in-title", "/sign-in", "sign-in-submit")
        }
    }

    /// Finding one's identity provider (SPEC ACC-9).
    pub fn single_sign_on(door: Door, typed: &Typed, next: &str) -> Self {
        let identity = text("text", "identity", "sso-identity", typed).fills("username").focused();
        Self {
            lead: door.texts.get("sso-door-lead").into_owned(),
            hidden: vec![("next", next.to_owned())],
            fields: vec![identity],
            links: vec![DoorLink::to("/sign-in", "door-to-sign-in")],
            ..Self::plain(door, "sso-door", "/sign-in/sso", "sso-go")
        }
    }

    /// Signing up for a trial organisation (SPEC ORG-1).
    pub fn sign_up(door: Door, typed: &Typed) -> Self {
        Self {
            lead: door.texts.get("sign-up-lead").into_owned(),
            fields: vec![
                text("text", "organisation", "sign-up-organisation", typed)
                    .fills("organization")
                    .focused(),
                text("text", "first_name", "sign-up-first-name", typed).fills("given-name"),
                text("text", "last_name", "sign-up-last-name", typed).fills("family-name"),
                text("email", "email", "sign-up-email", typed).fills("username"),
                new_password("sign-up-password", typed),
            ],
            links: vec![DoorLink::to("/sign-in", "sign-up-have")],
            ..Self::plain(door, "sign-up-title", "/sign-up", "sign-up-submit")
        }
    }

    /// Asking for a one-time code (SPEC ACC-3).
    pub fn forgotten(door: Door, typed: &Typed) -> Self {
        Self {
            lead: door.texts.get("forgotten-lead").into_owned(),
            fields: vec![
                text("text", "email", "forgotten-identity", typed)
                    .hint("forgotten-identity-hint")
                    .fills("username")
                    .focused(),
            ],
            links: vec![DoorLink::to("/sign-in", "door-to-sign-in")],
            ..Self::plain(door, "forgotten-title", "/password/forgotten", "forgotten-submit")
        }
    }

    /// Entering the one-time code together with the new password; `email` is empty for who followed the
    /// link of a mail.
    pub fn code(door: Door, email: &str, request: &str, typed: &Typed) -> Self {
        let code = Field { class: "code-field", ..text("text", "code", "forgotten-code", typed) };
        let lead = match email {
            "" => door.texts.get("forgotten-code-link-lead"),
            email => door.texts.with("forgotten-code-lead", &[("email", Arg::from(email))]),
        };
        Self {
            lead: lead.into_owned(),
            hidden: vec![("email", email.to_owned()), ("request", request.to_owned())],
            fields: vec![
                code.fills("one-time-code").up_to(6).focused(),
                new_password("forgotten-new-password", typed),
            ],
            links: vec![DoorLink::to("/password/forgotten", "forgotten-again")],
            ..Self::plain(door, "forgotten-code-title", "/password/code", "forgotten-new-submit")
        }
    }

    /// Choosing a password of one's own after the first one that was given.
    pub fn own_password(door: Door, typed: &Typed) -> Self {
        Self {
            lead: door.texts.get("own-password-lead").into_owned(),
            fields: vec![
                text("password", "current", "me-password-current", typed).focused(),
                new_password("forgotten-new-password", typed),
            ],
            ..Self::plain(door, "forgotten-new-title", "/password/own", "forgotten-new-submit")
        }
    }

    /// Accepting an invitation by choosing a password (SPEC ACC-1).
    pub fn accept(door: Door, action: &str, who: &Invitation<'_>, typed: &Typed) -> Self {
        let values = [("name", Arg::from(who.name)), ("email", Arg::from(who.email))];
        Self {
            title_value: Some(("organisation", who.organisation.to_owned())),
            lead: door.texts.with("accept-lead", &values).into_owned(),
            fields: vec![new_password("sign-up-password", typed).focused()],
            ..Self::plain(door, "accept-title", action, "accept-submit")
        }
    }

    /// Finishing a registration with its password (SPEC ORG-1).
    pub fn confirm(
        door: Door,
        action: &str,
        organisation: &str,
        email: &str,
        typed: &Typed,
    ) -> Self {
        let lead = door.texts.with("confirm-lead", &[("email", Arg::from(email))]);
        let password = text("password", "password", "sign-in-password", typed);
        Self {
            title_value: Some(("organisation", organisation.to_owned())),
            lead: lead.into_owned(),
            fields: vec![password.fills("current-password").focused()],
            ..Self::plain(door, "confirm-title", action, "sign-up-submit")
        }
    }
}

/// What an invitation says before it is accepted.
#[derive(Debug, Clone, Copy)]
pub struct Invitation<'a> {
    /// Name of the organisation.
    pub organisation: &'a str,
    /// Who is invited.
    pub name: &'a str,
    /// Their address, or username.
    pub email: &'a str,
}

impl DeadLink {
    /// The invitation has expired; a new one may be asked for at `again`.
    pub fn expired(door: Door, again: String) -> Self {
        Self {
            door,
            title: "accept-expired-title",
            lead: "accept-expired-lead",
            again: Some(again),
        }
    }
    /// The invitation has been accepted.
    pub const fn used(door: Door) -> Self {
        Self { door, title: "accept-used-title", lead: "accept-used-lead", again: None }
    }
    /// The link is void: cancelled, replaced by a newer one, or never was.
    pub const fn void(door: Door) -> Self {
        Self { door, title: "accept-void-title", lead: "accept-void-lead", again: None }
    }
    /// A registration waits for its link to be followed.
    pub const fn registered(door: Door) -> Self {
        Self { door, title: "registered-title", lead: "registered-lead", again: None }
    }
    /// The link of a registration has been used.
    pub const fn sign_up_used(door: Door) -> Self {
        Self { door, title: "confirm-used-title", lead: "confirm-used-lead", again: None }
    }
    /// The link of a registration has expired.
    pub const fn sign_up_expired(door: Door) -> Self {
        Self { door, title: "confirm-expired-title", lead: "confirm-expired-lead", again: None }
    }
    /// A new invitation has been sent.
    pub const fn sent(door: Door) -> Self {
        Self { door, title: "accept-sent-title", lead: "accept-sent-lead", again: None }
    }
}

/// Why one stands before the door again, from `?reason=`.
pub fn reason(door: &Door, reason: &str) -> Option<Notice> {
    match reason {
        "ended" => Some(Notice::info(door.texts.get("sign-in-reason-ended"))),
        "suspended" => Some(Notice::warn(door.texts.get("sign-in-reason-suspended"))),
        "signed_out" => Some(Notice::good(door.texts.get("sign-in-reason-signed_out"))),
        "founded" => Some(Notice::good(door.texts.get("sign-in-reason-founded"))),
        "fresh" => Some(Notice::info(door.texts.get("sign-in-reason-fresh"))),
        "password" => Some(Notice::good(door.texts.get("sign-in-reason-password"))),
        _ => None,
    }
}

fn focus_first_empty(fields: &mut [Field]) {
    if let Some(field) = fields.iter_mut().find(|field| field.value.is_empty()) {
        field.first = true;
    }
}
