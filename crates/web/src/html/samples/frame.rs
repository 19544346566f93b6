//! The frame around sample pages.

use texts::Texts;

use super::super::{
    frame::{Door, Frame, Place, Theme, Toast, Viewer},
    parts::Face,
};

/// The frame of an Administrator.
pub(super) fn frame(texts: Texts, here: Place) -> Frame {
    let name = "Ingrid Østby";
    Frame {
        texts,
        theme: Theme::Auto,
        organisation: "Nordlys Support AS".into(),
        viewer: Viewer {
            name: name.into(),
            sign_in: "ingrid@nordlys.example".into(),
            face: Face::of(name, "ingrid", None).sized("face-small"),
        },
        here,
        places: vec![
            Place::Home,
            Place::Users,
            Place::Invitations,
            Place::Organisation,
            Place::Tokens,
            Place::Audit,
        ],
        csrf: "sample".into(),
        toasts: Vec::new(),
        banner: None,
        path: "/users".into(),
    }
}

/// The same with a message about what just happened.
pub(super) fn frame_with_toast(texts: Texts, here: Place, text: &str) -> Frame {
    Frame { toasts: vec![Toast { text: text.into(), bad: false }], ..frame(texts, here) }
}

/// What surrounds pages before sign-in.
pub(super) fn door(texts: Texts) -> Door {
    Door { texts, theme: Theme::Auto, csrf: "sample".into(), path: "/sign-in".into() }
}
