//! A step for several people at once: whom it concerns, what it comes to, who stayed (SPEC USR-8, USR-16).

use super::super::{field::Field, frame::Frame, sheet::Sheet, typed::Typed};
use super::bulk::{Found, counted, number, who};
use super::steps::{reason, said};

/// Which step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Task {
    /// Keeps them out.
    Suspend,
    /// Lets the suspended in again.
    Activate,
    /// Marks them as having left.
    Deactivate,
    /// Brings back who had left.
    Reactivate,
    /// Removes them for good.
    Remove,
}

impl Task {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 5] =
        [Self::Suspend, Self::Activate, Self::Deactivate, Self::Reactivate, Self::Remove];

    /// What it is called in addresses.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Suspend => "suspension",
            Self::Activate => "activation",
            Self::Deactivate => "deactivation",
            Self::Reactivate => "reactivation",
            Self::Remove => "removal",
        }
    }

    /// Key of what is said when it was done for all.
    pub const fn toast(self) -> &'static str {
        match self {
            Self::Suspend => "toast-users-suspended",
            Self::Activate | Self::Reactivate => "toast-users-activated",
            Self::Deactivate => "toast-users-deactivated",
            Self::Remove => "toast-users-removed",
        }
    }

    /// Key of the question.
    const fn title(self) -> &'static str {
        match self {
            Self::Suspend => "bulk-suspend",
            Self::Activate => "bulk-activate",
            Self::Deactivate => "bulk-deactivate",
            Self::Reactivate => "bulk-reactivate",
            Self::Remove => "bulk-remove",
        }
    }

    /// Key of the button's word.
    pub const fn submit(self) -> &'static str {
        match self {
            Self::Suspend => "user-suspend",
            Self::Activate => "user-activate",
            Self::Deactivate => "user-deactivate",
            Self::Reactivate => "user-reactivate",
            Self::Remove => "user-remove",
        }
    }

    const fn lets_in(self) -> bool {
        matches!(self, Self::Activate | Self::Reactivate)
    }

    fn sheet(self, frame: Frame, title: String, ids: &[String], submit: &'static str) -> Sheet {
        let hidden = ids.iter().map(|id| ("id", id.clone())).collect();
        let action = format!("/users/bulk/{}", self.name());
        let cancel = "/users".to_owned();
        Sheet { hidden, cancel, ..Sheet::new(frame, title, action, submit) }
    }
}

/// Choosing whom, where the list finds more people than are selected.
pub fn whom(frame: Frame, task: Task, (ids, found): (&[String], &Found), typed: &Typed) -> Sheet {
    let title = frame.texts.get(task.submit()).into_owned();
    let fields = who(&frame, ids, found, typed).into_iter().collect();
    let mut made = task.sheet(frame, title, ids, "move-look");
    made.hidden.push(("list", found.list.clone()));
    Sheet { fields, ..made }
}

/// What a step comes to.
#[derive(Debug, Clone, Default)]
pub struct Look {
    /// Ids of those for whom it will be done.
    pub going: Vec<String>,
    /// How many of them have not come yet.
    pub invited: i64,
    /// How many are in another state.
    pub elsewhere: i64,
    /// To how many the reader may not do it.
    pub refused: i64,
    /// How many more match than one step takes.
    pub more: i64,
    /// Sessions and tokens of those who go.
    pub sessions: i64,
    /// People who stay and report to one who goes.
    pub reports: i64,
    /// How many of those who go are logged on to a queue.
    pub logged_on: i64,
    /// Whether the reader may deactivate people, which is gentler than removing them.
    pub may_deactivate: bool,
}

impl Look {
    /// What goes with them, in counts.
    fn lost(&self, frame: &Frame, task: Task) -> Vec<String> {
        let first: &[&str] = match task {
            Task::Remove => &["bulk-loses-profiles"],
            Task::Suspend | Task::Deactivate => &["bulk-loses-seats"],
            Task::Activate | Task::Reactivate => return Vec::new(),
        };
        let mut lost = said(frame, first);
        let mut counts = vec![("step-loses-n-sessions", self.sessions)];
        if task == Task::Remove {
            counts.push(("step-lifts-n-reports", self.reports));
        }
        if task == Task::Deactivate {
            counts.push(("bulk-cancels-invitations", self.invited));
        }
        counts.push(("bulk-logs-off", self.logged_on));
        let told = counts.iter().filter(|(_, n)| *n > 0);
        lost.extend(told.map(|(key, n)| counted(frame, key, *n)));
        lost
    }

    /// Who stays as they are.
    fn lead(&self, frame: &Frame, task: Task) -> String {
        let told = [
            ("bulk-elsewhere", self.elsewhere),
            ("bulk-may-not", self.refused),
            ("bulk-more", self.more),
        ];
        let told = told.iter().filter(|(_, n)| *n > 0).map(|(key, n)| counted(frame, key, *n));
        let seats = (task.lets_in() && !self.going.is_empty())
            .then(|| frame.texts.get("bulk-activate-lead").into_owned());
        seats.into_iter().chain(told).collect::<Vec<_>>().join(" ")
    }
}

/// Shows what a step comes to. Removing is confirmed by typing how many go.
pub fn confirm(frame: Frame, task: Task, look: &Look, typed: &Typed) -> Sheet {
    let title = counted(&frame, task.title(), number(&look.going));
    let (lost, lead) = (look.lost(&frame, task), look.lead(&frame, task));
    if look.going.is_empty() {
        return Sheet { lead, done: true, ..task.sheet(frame, title, &[], task.submit()) };
    }
    let kept: &[&str] = match task {
        Task::Remove => &["bulk-keeps-names", "bulk-keeps-accounts"],
        Task::Suspend | Task::Deactivate => &["bulk-keeps-records"],
        Task::Activate | Task::Reactivate => &[],
    };
    let kept = said(&frame, kept);
    let fields: Vec<Field> = match task {
        Task::Suspend | Task::Deactivate => vec![reason(typed)],
        _ => Vec::new(),
    };
    let mut made = task.sheet(frame, title, &look.going, task.submit());
    made.hidden.push(("confirmed", task.name().to_owned()));
    if look.logged_on > 0 {
        made.hidden.push(("force", "true".to_owned()));
    }
    let instead = (task == Task::Remove && look.may_deactivate)
        .then(|| ("/users/bulk/deactivation".to_owned(), "bulk-rather-deactivate"));
    let typed = (task == Task::Remove).then(|| look.going.len().to_string());
    let danger = !task.lets_in();
    Sheet { lost, kept, lead, fields, instead, typed, danger, ..made }
}

/// For how many it was done, and who stayed and why.
pub fn result(frame: Frame, task: Task, went: i64, stayed: Vec<String>) -> Sheet {
    let title = match went {
        0 => frame.texts.get("bulk-nothing-done").into_owned(),
        _ => counted(&frame, task.toast(), went).trim_end_matches('.').to_owned(),
    };
    let lead = frame.texts.get("bulk-others-stayed").into_owned();
    Sheet { lead, kept: stayed, done: true, ..task.sheet(frame, title, &[], "") }
}
