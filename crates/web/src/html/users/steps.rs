//! The steps of a person's life in the organisation, each a short task in the dialog: what happens,
//! what is lost and kept, and the gentler way first.

use texts::Arg;

use super::super::{
    field::Field, frame::Frame, parts::icon, sheet::Sheet, table::MenuItem, typed::Typed,
};

/// Whom a step is about.
#[derive(Debug, Clone)]
pub struct Whom {
    /// The user's id.
    pub id: String,
    /// Display name.
    pub name: String,
    /// The version that was shown.
    pub version: i64,
}

impl Whom {
    fn address(&self, step: &str) -> String {
        format!("/users/{}/{step}", self.id)
    }

    fn sheet(&self, frame: Frame, title: &'static str, step: &str, submit: &'static str) -> Sheet {
        let title = frame.texts.with(title, &[("name", Arg::from(&self.name))]).into_owned();
        let sheet = Sheet::new(frame, title, self.address(step), submit);
        Sheet { cancel: format!("/users/{}", self.id), ..sheet }
    }
}

/// These texts.
pub(super) fn said(frame: &Frame, keys: &[&'static str]) -> Vec<String> {
    keys.iter().map(|key| frame.texts.get(key).into_owned()).collect()
}

/// Why, for the history.
pub(super) fn reason(typed: &Typed) -> Field {
    typed
        .fill(Field::text("reason", "step-reason"))
        .optional()
        .hint("step-reason-hint")
        .up_to(500)
        .focused()
}

/// Suspending (SPEC USR-7).
pub fn suspend(frame: Frame, whom: &Whom, typed: &Typed) -> Sheet {
    let lost = said(&frame, &["step-loses-sessions", "step-loses-seat"]);
    let kept = said(&frame, &["step-keeps-record"]);
    Sheet {
        lost,
        kept,
        fields: vec![reason(typed)],
        danger: true,
        ..whom.sheet(frame, "step-suspend", "suspension", "user-suspend")
    }
}

/// Letting someone in again.
pub fn activate(frame: Frame, whom: &Whom) -> Sheet {
    let lead = frame.texts.get("step-activate-lead").into_owned();
    Sheet { lead, ..whom.sheet(frame, "step-activate", "activation", "user-activate") }
}

/// Deactivating someone who has left (SPEC USR-9).
pub fn deactivate(frame: Frame, whom: &Whom, typed: &Typed) -> Sheet {
    let lost = said(&frame, &["step-loses-sessions", "step-loses-seat"]);
    let kept = said(&frame, &["step-keeps-record"]);
    let gentler = MenuItem::task(whom.address("suspension"), icon("ban"), "step-rather-suspend");
    Sheet {
        lost,
        kept,
        gentler: Some(gentler),
        fields: vec![reason(typed)],
        danger: true,
        ..whom.sheet(frame, "step-deactivate", "deactivation", "user-deactivate")
    }
}

/// Bringing back someone who had left.
pub fn reactivate(frame: Frame, whom: &Whom) -> Sheet {
    let lead = frame.texts.get("step-activate-lead").into_owned();
    Sheet { lead, ..whom.sheet(frame, "step-reactivate", "reactivation", "user-reactivate") }
}

/// Handing the organisation over (SPEC ORG-1).
pub fn ownership(frame: Frame, whom: &Whom) -> Sheet {
    let lost = said(&frame, &["step-loses-ownership"]);
    let kept = said(&frame, &["step-keeps-administrator"]);
    let sheet = whom.sheet(frame, "step-ownership", "ownership", "user-hand-over");
    Sheet { lost, kept, danger: true, ..sheet }
}

/// What goes with somebody who is removed.
#[derive(Debug, Clone, Copy, Default)]
pub struct Losses {
    /// People who report to them.
    pub reports: i64,
    /// Sessions and tokens that end.
    pub sessions: i64,
    /// Whether they must be logged off a queue first.
    pub logged_on: bool,
}

/// Removing for good (SPEC USR-8), confirmed by typing the name.
pub fn remove(frame: Frame, whom: &Whom, losses: Losses) -> Sheet {
    let Losses { reports, sessions, logged_on } = losses;
    let texts = frame.texts;
    let count = |key, n: i64| texts.with(key, &[("n", Arg::from(n))]).into_owned();
    let mut lost = said(&frame, &["step-loses-profile"]);
    if sessions > 0 {
        lost.push(count("step-loses-n-sessions", sessions));
    }
    if reports > 0 {
        lost.push(count("step-lifts-n-reports", reports));
    }
    let mut hidden = Vec::new();
    if logged_on {
        lost.push(texts.get("move-logs-off").into_owned());
        hidden.push(("force", "true".to_owned()));
    }
    let kept = said(&frame, &["step-keeps-name", "step-keeps-account"]);
    let gentler =
        MenuItem::task(whom.address("deactivation"), icon("user-off"), "step-rather-deactivate");
    Sheet {
        lost,
        kept,
        hidden,
        gentler: Some(gentler),
        typed: Some(whom.name.clone()),
        danger: true,
        ..whom.sheet(frame, "step-remove", "removal", "user-remove")
    }
}

/// Letting someone report to somebody else (SPEC USR-6).
pub fn supervisor(frame: Frame, whom: &Whom, known: &[(String, String)], typed: &Typed) -> Sheet {
    let nobody = frame.texts.get("step-no-supervisor").into_owned();
    let field = Field::person("reports_to", "user-reports_to", nobody, known.iter().cloned());
    Sheet {
        hidden: vec![("version", whom.version.to_string())],
        fields: vec![typed.fill_people(field).hint("picker-hint-one").focused()],
        ..whom.sheet(frame, "step-supervisor", "supervisor", "step-supervisor-submit")
    }
}

/// Giving the first password to someone who has none (SECURITY.md decision 2).
pub fn first_password(frame: Frame, whom: &Whom, typed: &Typed) -> Sheet {
    let lead = frame.texts.get("step-first-password-lead").into_owned();
    let field = Field::new("password", "password", "user-password").fills("new-password");
    Sheet {
        lead,
        fields: vec![typed.fill(field).optional().hint("user-password-hint").focused()],
        ..whom.sheet(frame, "step-first-password", "first-password", "user-first-password")
    }
}

/// Taking second factors away from somebody who has lost them (SPEC ACC-5).
pub fn factors(frame: Frame, whom: &Whom, names: &[String]) -> Sheet {
    let mut lost: Vec<String> = names.to_vec();
    lost.extend(said(&frame, &["step-loses-codes", "step-loses-sessions"]));
    let kept = said(&frame, &["step-keeps-password"]);
    let lead = frame.texts.get("step-factors-lead").into_owned();
    Sheet {
        lead,
        lost,
        kept,
        danger: true,
        ..whom.sheet(frame, "step-factors", "factors", "user-reset-factors")
    }
}

/// Sending a code with which the person chooses a new password.
pub fn reset(frame: Frame, whom: &Whom) -> Sheet {
    let lead = frame.texts.get("step-reset-lead").into_owned();
    Sheet { lead, ..whom.sheet(frame, "step-reset", "reset", "user-reset-password") }
}
