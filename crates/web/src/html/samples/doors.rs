//! Sample pages before sign-in.

use texts::Texts;

use super::{
    super::{
        doors::{
            ChooseOrganisation, DeadLink, DoorForm, FirstCodes, OrganisationChoice,
            forms::{Invitation, Way, reason},
        },
        parts::{Face, Notice},
        typed::Typed,
    },
    Sample,
    frame::door,
    sample,
};

/// All of them.
pub(super) fn all(texts: Texts) -> Vec<Sample> {
    let door = || door(texts);
    let blank = Typed::default();
    let ended = reason(&door(), "ended");
    vec![
        sample("sign-in", &DoorForm::sign_in(door(), Way::Email, &blank, "/").saying(ended), texts),
        sample("sign-in-wrong", &sign_in_wrong(texts), texts),
        sample("sign-up", &DoorForm::sign_up(door(), &blank), texts),
        sample("choose-organisation", &choose(texts), texts),
        sample("forgotten", &DoorForm::forgotten(door(), &blank), texts),
        sample(
            "forgotten-code",
            &DoorForm::code(door(), "jana@nordlys.example", "cdr_1", &blank),
            texts,
        ),
        sample("own-password", &DoorForm::own_password(door(), &blank), texts),
        sample("accept", &accept(texts), texts),
        sample("accept-codes", &FirstCodes { door: door(), codes: codes() }, texts),
        sample("registered", &DeadLink::registered(door()), texts),
        sample("confirm", &confirm(texts), texts),
        sample("confirm-expired", &DeadLink::sign_up_expired(door()), texts),
        sample(
            "accept-expired",
            &DeadLink::expired(door(), "/invitation/sample/again".into()),
            texts,
        ),
        sample("accept-used", &DeadLink::used(door()), texts),
        sample("accept-void", &DeadLink::void(door()), texts),
        sample("accept-sent", &DeadLink::sent(door()), texts),
    ]
}

fn sign_in_wrong(texts: Texts) -> DoorForm {
    let typed = Typed::of([("organisation", "nordlys"), ("username", "ingrid")]);
    let wrong = Notice::bad(texts.error(kernel::Code::CredentialsWrong));
    DoorForm::sign_in(door(texts), Way::Username, &typed, "/").saying(Some(wrong))
}

fn confirm(texts: Texts) -> DoorForm {
    let (organisation, email) = ("Nordlys Support AS", "ingrid@nordlys.example");
    DoorForm::confirm(door(texts), "/sign-up/x", organisation, email, &Typed::default())
}

fn accept(texts: Texts) -> DoorForm {
    let invitation = Invitation {
        organisation: "Nordlys Support AS",
        name: "Jana Nováková",
        email: "jana@nordlys.example",
    };
    let mut typed = Typed::default();
    typed.refuse("password", texts.error(kernel::Code::PasswordTooShort));
    let form = DoorForm::accept(door(texts), "/invitation/sample", &invitation, &typed);
    form.or_new_passkey(true, "/invitation/sample/passkey".into())
}

fn codes() -> Vec<String> {
    (0..10).map(|n| format!("7k{n}m-q2xv-90rt-h4wz")).collect()
}

fn choose(texts: Texts) -> ChooseOrganisation {
    let choice = |name: &str, second: &str| OrganisationChoice {
        id: name.into(),
        name: name.into(),
        second: second.into(),
        face: Face::of(name, name, None),
    };
    ChooseOrganisation {
        door: door(texts),
        ticket: "ticket".into(),
        next: "/".into(),
        organisations: vec![
            choice("Nordlys Support AS", "Administrator"),
            choice("Škoda pomoc", "Technician"),
        ],
    }
}
