//! Moving those selected in the list: where to, what that comes to, who stayed (SPEC USR-12, USR-16).

use texts::Arg;

use super::super::{
    field::{Choice, Field},
    frame::Frame,
    sheet::Sheet,
    typed::Typed,
};

fn sheet(frame: Frame, title: String, ids: &[String], submit: &'static str) -> Sheet {
    let hidden = ids.iter().map(|id| ("id", id.clone())).collect();
    Sheet { hidden, cancel: "/users".to_owned(), ..Sheet::new(frame, title, "/users/move", submit) }
}

fn counted(frame: &Frame, key: &str, n: i64) -> String {
    frame.texts.with(key, &[("n", Arg::from(n))]).into_owned()
}

fn number(ids: &[String]) -> i64 {
    i64::try_from(ids.len()).unwrap_or(i64::MAX)
}

/// Choosing the group.
pub fn choose(frame: Frame, ids: &[String], groups: Vec<Choice>, typed: &Typed) -> Sheet {
    let title = counted(&frame, "bulk-move-title", number(ids));
    let lead = frame.texts.get("move-lead").into_owned();
    let fields = vec![
        typed.fill(Field::select("group_id", "user-group_id", groups)).focused(),
        typed.fill(Field::new("checkbox", "force", "bulk-force")).hint("bulk-force-hint"),
    ];
    Sheet { lead, fields, ..sheet(frame, title, ids, "move-look") }
}

/// What a move comes to, to be confirmed.
#[derive(Debug, Clone)]
pub struct Look {
    /// Ids of those selected.
    pub ids: Vec<String>,
    /// Id and name of the group.
    pub group: (String, String),
    /// Whether they are logged off a queue first.
    pub force: bool,
    /// How many will move.
    pub moving: i64,
    /// How many are in it already.
    pub staying: i64,
    /// How many the reader may not move.
    pub refused: i64,
    /// Profiles that vanish.
    pub lost: Vec<String>,
    /// Profiles that can be ticked then.
    pub offered: Vec<String>,
    /// The resource filter that the group passes on.
    pub filter: Option<String>,
}

/// The second step.
pub fn confirm(frame: Frame, look: &Look) -> Sheet {
    let values = [("n", Arg::from(look.moving)), ("group", Arg::from(&look.group.1))];
    let title = frame.texts.with("bulk-confirm-title", &values).into_owned();
    let profile = |key: &str, name: &String| {
        frame.texts.with(key, &[("profile", Arg::from(name))]).into_owned()
    };
    let lost = look.lost.iter().map(|name| profile("move-loses-profile", name)).collect();
    let mut kept: Vec<String> =
        look.offered.iter().map(|name| profile("move-offers-profile", name)).collect();
    if let Some(filter) = &look.filter {
        let values = [("filter", Arg::from(filter))];
        kept.push(frame.texts.with("bulk-filter", &values).into_owned());
    }
    kept.push(frame.texts.get("move-keeps-own").into_owned());
    if look.staying > 0 {
        kept.push(counted(&frame, "bulk-staying", look.staying));
    }
    let refused = (look.refused > 0).then(|| counted(&frame, "bulk-refused", look.refused));
    let mut made = sheet(frame, title, &look.ids, "move-do");
    made.hidden.push(("group_id", look.group.0.clone()));
    made.hidden.push(("confirmed", "true".to_owned()));
    if look.force {
        made.hidden.push(("force", "true".to_owned()));
    }
    Sheet { kept, lost, lead: refused.unwrap_or_default(), ..made }
}

/// How many moved, and who stayed and why.
pub fn result(frame: Frame, group: &str, moved: i64, stayed: Vec<String>) -> Sheet {
    let values = [("n", Arg::from(moved)), ("group", Arg::from(group))];
    let title = frame.texts.with("bulk-result-title", &values).into_owned();
    let lead = frame.texts.get("bulk-result-lead").into_owned();
    let made = sheet(frame, title, &[], "");
    Sheet { lead, kept: stayed, done: true, ..made }
}
