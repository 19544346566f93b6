//! Sample pages of single sign-on.

use kernel::ids::UserId;
use texts::Texts;

use super::{
    super::{
        doors::{ChooseProvider, DoorForm, Leaving, ProviderChoice},
        frame::Place,
        linked,
        parts::{Face, Notice},
        sheet::Sheet,
        single_sign_on::{self, Edited, Offers},
        table::{Cell, ListRow},
        typed::Typed,
    },
    Sample,
    frame::{door, frame},
    sample,
};

/// All of them.
pub(super) fn all(texts: Texts) -> Vec<Sample> {
    let place = || frame(texts, Place::SignIn);
    let cells = ["Nordlys accounts", "https://id.nordlys.example", "nordlys.example", "On"];
    let cells = cells.map(|text| Cell::Text(text.into())).into();
    let row = ListRow { id: "1".into(), cells, menu: single_sign_on::menu("1") };
    let typed = Typed::of([
        ("name", "Nordlys accounts"),
        ("issuer", "https://id.nordlys.example"),
        ("is_on", "true"),
        ("rules/0/claim", "groups"),
        ("rules/0/value", "desk-leads"),
    ]);
    let offers = Offers {
        roles: vec![("1".into(), "Supervisor".into())],
        groups: vec![("1".into(), "Day shift".into())],
        licences: vec![("video".into(), "Video PROFI".into())],
        redirect_url: "https://crew.example.org/sign-in/sso/callback".into(),
        door_url: "https://crew.example.org/sign-in".into(),
    };
    let edited = Edited {
        id: "1".into(),
        version: "2".into(),
        has_secret: true,
        sign_out_url: "https://crew.example.org/sign-in/sso/back-channel/1".into(),
    };
    let good = Some(Notice::good(texts.get("sso-test-known")));
    let name = "Nordlys accounts";
    let mine = ListRow {
        id: "1".into(),
        cells: vec![
            Cell::Text("ingrid@nordlys.example".into()),
            Cell::Text("https://id.nordlys.example".into()),
            Cell::Empty,
        ],
        menu: linked::menu(linked::own("1")),
    };
    let own = || frame(texts, Place::Me);
    vec![
        sample("sso", &single_sign_on::list(place(), vec![row]), texts),
        sample("sso-none", &single_sign_on::list(place(), Vec::new()), texts),
        sample("sso-new", &single_sign_on::form(place(), &typed, &offers, None, 0), texts),
        sample(
            "sso-edit",
            &single_sign_on::form(place(), &typed, &offers, Some(&edited), 1),
            texts,
        ),
        sample("sso-test", &single_sign_on::test(place(), "1", name, good), texts),
        sample("sso-delete", &single_sign_on::delete(place(), "1", name), texts),
        sample("sso-door", &DoorForm::single_sign_on(door(texts), &Typed::default(), "/"), texts),
        sample("sso-choose", &choose(texts), texts),
        sample("sso-leaving", &leaving(texts), texts),
        sample("me-sso", &linked::list(own(), vec![mine]), texts),
        sample("me-sso-none", &linked::list(own(), Vec::new()), texts),
        sample(
            "me-sso-disconnect",
            &linked::disconnect(own(), "1", "ingrid@nordlys.example"),
            texts,
        ),
        sample("user-identity-removal", &disconnect_from(texts), texts),
        sample("sso-out", &out(texts), texts),
    ]
}

fn choose(texts: Texts) -> ChooseProvider {
    let choice = ProviderChoice {
        id: "1".into(),
        words: "Nordlys accounts".into(),
        second: "Nordlys Support AS".into(),
        face: Face::of("Nordlys Support AS", "1", None),
    };
    ChooseProvider {
        door: door(texts),
        title: "sso-choose-title",
        lead: "sso-choose-lead",
        action: "/sign-in/sso/start",
        back: ("/sign-in", "door-to-sign-in"),
        ticket: String::new(),
        next: "/".into(),
        hint: String::new(),
        providers: vec![choice],
    }
}

fn disconnect_from(texts: Texts) -> Sheet {
    let (frame, user) = (frame(texts, Place::Users), UserId::from_uuid(uuid::Uuid::nil()));
    linked::disconnect_from(frame, user, "1", "Ingrid Dahl", "ingrid@nordlys.example")
}

fn out(texts: Texts) -> Leaving {
    let url = "https://id.nordlys.example/logout?client_id=crewdesk".into();
    Leaving {
        door: door(texts),
        title: "sso-out-title",
        lead: "sso-out-lead",
        go: "sso-out-go",
        url,
    }
}

fn leaving(texts: Texts) -> Leaving {
    let url = "https://id.nordlys.example/authorize?state=1".into();
    Leaving {
        door: door(texts),
        title: "sso-leaving-title",
        lead: "sso-leaving-lead",
        go: "sso-leaving-go",
        url,
    }
}
