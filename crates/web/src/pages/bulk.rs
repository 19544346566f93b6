//! What is done for several people at once has in common: whom it concerns, and what became of each (SPEC USR-16).

use domain::access::{self, Action, Principal, Relation};
use domain::users::{self, BulkStep, Concerned, Outcome, list};
use kernel::ids::UserId;
use kernel::{Code, Error, Result};
use texts::Arg;

use super::page::Page;
use super::users::filter_at;
use crate::html::parts::icon;
use crate::html::table::MenuItem;
use crate::html::typed::Typed;
use crate::html::users::bulk::Found;
use crate::html::users::bulk_steps::Task;

/// The step as nobody has filled it in yet, and its icon.
const fn offered(task: Task) -> (BulkStep, &'static str) {
    match task {
        Task::Suspend => (BulkStep::Suspend { reason: None }, "ban"),
        Task::Activate => (BulkStep::Activate, "circle-check"),
        Task::Deactivate => (BulkStep::Deactivate { reason: None }, "user-off"),
        Task::Reactivate => (BulkStep::Reactivate, "circle-check"),
        Task::Remove => (BulkStep::Remove { force: false, confirmation: None }, "trash"),
    }
}

/// The steps that the reader may take for several, in the order in which they are offered.
pub(super) fn offers(me: &Principal) -> Vec<MenuItem> {
    let items = Task::ALL.into_iter().filter_map(|task| {
        let (step, sign) = offered(task);
        access::require(me, step.action()).ok()?;
        let address = format!("/users/bulk/{}", task.name());
        let item = MenuItem::task(address, icon(sign), task.submit());
        Some(if task == Task::Remove { item.dangerous() } else { item })
    });
    items.collect()
}

/// Whether something that is offered for several may be done to this one.
pub(super) fn may_pick(me: &Principal, relation: Relation) -> bool {
    let steps = Task::ALL.into_iter().map(|task| offered(task).0.action());
    let mut all = std::iter::once(Action::UsersMoveGroup).chain(steps);
    all.any(|action| access::decide(me, action, relation).is_ok())
}

/// Who was ticked.
pub(super) fn ids(typed: &Typed) -> Vec<UserId> {
    typed.all("id").filter_map(|id| id.parse().ok()).collect()
}

/// Who was ticked; nobody is told as a value that is missing.
pub(super) fn selected(typed: &Typed) -> Result<Vec<UserId>> {
    let ids = ids(typed);
    if ids.is_empty() { Err(Error::field("id", Code::Required)) } else { Ok(ids) }
}

/// Those who were ticked, and nobody else.
pub(super) fn ticked(ids: Vec<UserId>) -> Concerned {
    Concerned { in_all: number(ids.len()), ids }
}

/// The list in which they were ticked, and how many it finds.
pub(super) async fn found(page: &Page, typed: &Typed) -> Result<Found> {
    let list = typed.value("list").to_owned();
    if list.is_empty() {
        return Ok(Found { list, matching: None });
    }
    let read = page.app.crewdesk().read(&page.actor, async |cx| {
        let filter = filter_at(cx, &list).await?;
        list::count(cx, &filter).await
    });
    let matching = read.await?;
    Ok(Found { list, matching: i64::try_from(matching).ok() })
}

/// Who stayed and why, by name.
pub(super) async fn stayed(page: &Page, outcomes: &[Outcome]) -> Result<Vec<String>> {
    let stayed: Vec<_> =
        outcomes.iter().filter_map(|one| Some((one.user_id, one.refused?))).collect();
    let shown: Vec<UserId> = stayed.iter().map(|(id, _)| *id).collect();
    // Who is out of sight has no name here.
    let known = page.app.crewdesk().read(&page.actor, async |cx| users::several(cx, &shown).await);
    let known = known.await?;
    let lines = stayed.iter().map(|(id, code)| {
        let user = known.iter().find(|user| user.id == *id);
        let name = user.map_or_else(|| id.to_string(), |user| user.display_name.clone());
        let values = [("name", Arg::from(name)), ("why", Arg::from(page.texts().error(*code)))];
        page.texts().with("bulk-stayed", &values).into_owned()
    });
    Ok(lines.collect())
}

/// A number as it is told.
pub(super) fn number(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}
