//! Sample pages of user groups and inherited settings.

use texts::Texts;

use super::{
    super::{
        field::Choice,
        frame::Place,
        groups::{self, MoveLook},
        table::{Cell, ListRow},
        typed::Typed,
        users::bulk::{self, Found, Look},
        users::bulk_steps::{self, Look as Steps, Task},
    },
    Sample,
    frame::frame,
    sample,
};

/// All of them.
pub(super) fn all(texts: Texts) -> Vec<Sample> {
    let place = || frame(texts, Place::Groups);
    let row = ListRow {
        id: "1".into(),
        cells: vec![
            Cell::Link("/groups/1".into(), "Second line".into()),
            Cell::Number("38".into()),
            Cell::Empty,
            Cell::Empty,
        ],
        menu: groups::menu("1", false),
    };
    let typed = Typed::of([("name", "Second line")]);
    let others = vec![Choice::new("2", "Night shift", "?")];
    let look = MoveLook {
        user: ("1", "Chipo Moyo"),
        to: ("2", "Night shift"),
        version: 3,
        lost: Vec::new(),
        changed: vec!["Wrap-up time: 90 seconds instead of 30 seconds".into()],
        logged_on: true,
    };
    let steps = Steps {
        going: vec!["1".into(), "2".into()],
        invited: 1,
        elsewhere: 1,
        refused: 1,
        more: 3,
        sessions: 4,
        reports: 1,
        logged_on: 1,
        may_deactivate: true,
    };
    let many = Look {
        ids: vec!["1".into(), "2".into()],
        group: ("2".into(), "Night shift".into()),
        force: true,
        moving: 2,
        staying: 1,
        refused: 1,
        lost: vec!["Calls".into()],
        offered: vec!["Letters".into()],
        changed: vec!["…: 90".into()],
        more: 12,
    };
    let found = Found { list: "/users?search=a".into(), matching: Some(1012) };
    let stayed = || vec!["Chipo Moyo: …".to_owned()];
    let nothing = MoveLook { changed: Vec::new(), logged_on: false, ..look.clone() };
    vec![
        sample("groups", &groups::list(place(), vec![row], true), texts),
        sample("groups-none", &groups::list(place(), Vec::new(), false), texts),
        sample("group-new", &groups::create(place(), &typed), texts),
        sample("group-name", &groups::rename(place(), "1", "Second line", "3", &typed), texts),
        sample("group-default", &groups::make_default(place(), "1", "Second line"), texts),
        sample("group-delete", &groups::delete(place(), "1", "Second line", 38), texts),
        sample(
            "move",
            &groups::move_user(place(), "1", "Chipo Moyo", others.clone(), &typed),
            texts,
        ),
        sample("move-look", &groups::confirm_move(place(), &look), texts),
        sample("bulk", &bulk::choose(place(), (&many.ids, &found), others.clone(), &typed), texts),
        sample("bulk-look", &bulk::confirm(place(), &many), texts),
        sample("bulk-result", &bulk::result(place(), "Night shift", 1, stayed()), texts),
        sample(
            "steps-whom",
            &bulk_steps::whom(place(), Task::Suspend, (&many.ids, &found), &typed),
            texts,
        ),
        sample(
            "steps-suspend",
            &bulk_steps::confirm(place(), Task::Suspend, &steps, &typed),
            texts,
        ),
        sample(
            "steps-reactivate",
            &bulk_steps::confirm(place(), Task::Reactivate, &steps, &typed),
            texts,
        ),
        sample("steps-remove", &bulk_steps::confirm(place(), Task::Remove, &steps, &typed), texts),
        sample(
            "steps-nobody",
            &bulk_steps::confirm(place(), Task::Deactivate, &Steps::default(), &typed),
            texts,
        ),
        sample("steps-result", &bulk_steps::result(place(), Task::Activate, 2, stayed()), texts),
        sample("move-nothing", &groups::confirm_move(place(), &nothing), texts),
    ]
}
