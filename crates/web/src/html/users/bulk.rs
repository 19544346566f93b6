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

/// A text about so many.
pub(super) fn counted(frame: &Frame, key: &str, n: i64) -> String {
    frame.texts.with(key, &[("n", Arg::from(n))]).into_owned()
}

/// How many these are.
pub(super) fn number(ids: &[String]) -> i64 {
    i64::try_from(ids.len()).unwrap_or(i64::MAX)
}

/// What the list finds beside those selected in it.
#[derive(Debug, Clone)]
pub struct Found {
    /// Address of the list.
    pub list: String,
    /// How many it finds.
    pub matching: Option<i64>,
}

/// Most users of one step.
const MOST: i64 = 1000;

/// Whether it concerns those selected or all in the list, where the list finds more.
pub(super) fn who(frame: &Frame, ids: &[String], found: &Found, typed: &Typed) -> Option<Field> {
    let matching = found.matching.filter(|count| *count > number(ids))?;
    let choices = vec![
        Choice::new("selected", counted(frame, "bulk-count", number(ids)), "selected"),
        Choice::new("all", counted(frame, "bulk-all", matching), "selected"),
    ];
    let who = typed.fill(Field::select("who", "bulk-who", choices).value("selected"));
    Some(if matching > MOST { who.hint("bulk-who-hint") } else { who })
}

/// Choosing the group, and where the list finds more people than are selected, whom.
pub fn choose(
    frame: Frame,
    (ids, found): (&[String], &Found),
    groups: Vec<Choice>,
    typed: &Typed,
) -> Sheet {
    let mut title = counted(&frame, "bulk-move-title", number(ids));
    let lead = frame.texts.get("move-lead").into_owned();
    let mut fields = vec![
        typed.fill(Field::select("group_id", "user-group_id", groups)).focused(),
        typed.fill(Field::new("checkbox", "force", "bulk-force")).hint("bulk-force-hint"),
    ];
    if let Some(who) = who(&frame, ids, found, typed) {
        fields.insert(0, who);
        title = frame.texts.get("user-move").into_owned();
    }
    let mut made = sheet(frame, title, ids, "move-look");
    made.hidden.push(("list", found.list.clone()));
    Sheet { lead, fields, ..made }
}

/// What a move comes to, to be confirmed.
#[derive(Debug, Clone)]
pub struct Look {
    /// Ids of those who are to be moved.
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
    /// How many more match than one step moves.
    pub more: i64,
    /// Profiles that vanish.
    pub lost: Vec<String>,
    /// Profiles that can be ticked then.
    pub offered: Vec<String>,
    /// What becomes another for some of them, in words.
    pub changed: Vec<String>,
}

/// The second step.
pub fn confirm(frame: Frame, look: &Look) -> Sheet {
    let values = [("n", Arg::from(look.moving)), ("group", Arg::from(&look.group.1))];
    let title = frame.texts.with("bulk-confirm-title", &values).into_owned();
    let profile = |key: &str, name: &String| {
        frame.texts.with(key, &[("profile", Arg::from(name))]).into_owned()
    };
    let lost = look.lost.iter().map(|name| profile("move-loses-profile", name)).collect();
    let offered = look.offered.iter().map(|name| profile("move-offers-profile", name));
    let changed = offered.chain(look.changed.iter().cloned()).collect();
    let mut kept = vec![frame.texts.get("move-keeps-own").into_owned()];
    if look.staying > 0 {
        kept.push(counted(&frame, "bulk-staying", look.staying));
    }
    let told = [("bulk-more", look.more), ("bulk-refused", look.refused)];
    let told = told.iter().filter(|(_, n)| *n > 0).map(|(key, n)| counted(&frame, key, *n));
    let lead = told.collect::<Vec<_>>().join(" ");
    let mut made = sheet(frame, title, &look.ids, "move-do");
    made.hidden.push(("group_id", look.group.0.clone()));
    made.hidden.push(("confirmed", "true".to_owned()));
    if look.force {
        made.hidden.push(("force", "true".to_owned()));
    }
    Sheet { changed, kept, lost, lead, ..made }
}

/// How many moved, and who stayed and why.
pub fn result(frame: Frame, group: &str, moved: i64, stayed: Vec<String>) -> Sheet {
    let values = [("n", Arg::from(moved)), ("group", Arg::from(group))];
    let title = frame.texts.with("bulk-result-title", &values).into_owned();
    let lead = frame.texts.get("bulk-result-lead").into_owned();
    let made = sheet(frame, title, &[], "");
    Sheet { lead, kept: stayed, done: true, ..made }
}
