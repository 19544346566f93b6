//! Sample pages of teams and locations.

use texts::Texts;

use super::{
    super::{
        frame::Place,
        table::{Cell, ListRow, Pager},
        teams::{self, Offers},
        typed::Typed,
    },
    Sample,
    frame::frame,
    sample,
};

/// All of them.
pub(super) fn all(texts: Texts) -> Vec<Sample> {
    let place = || frame(texts, Place::Teams);
    let text = |text: &str| Cell::Text(text.to_owned());
    let row = || ListRow {
        id: "1".into(),
        cells: vec![
            Cell::Link("/teams/1".into(), "Evening desk".into()),
            text("Brno"),
            text("Chipo Moyo"),
            Cell::Number("14".into()),
        ],
        menu: teams::menu("1"),
    };
    let member = ListRow {
        id: "2".into(),
        cells: vec![text("Chipo Moyo"), text("2026-11-24"), Cell::Empty],
        menu: Vec::new(),
    };
    let town =
        ListRow { id: "3".into(), cells: vec![text("Brno")], menu: teams::location_menu("3") };
    let typed = Typed::of([("name", "Evening desk"), ("leader", "1")]);
    let offers = Offers {
        locations: vec![("3".into(), "Brno".into())],
        leaders: vec![("1".into(), "Chipo Moyo".into())],
    };
    let name = || "Evening desk".to_owned();
    let people = |rows, how| teams::members(place(), "1", name(), rows, Pager::default(), how);
    vec![
        sample("teams", &teams::list(place(), vec![row()], true), texts),
        sample("teams-none", &teams::list(place(), Vec::new(), false), texts),
        sample("team-new", &teams::form(place(), &typed, &offers, None), texts),
        sample("team-edit", &teams::form(place(), &typed, &offers, Some(("1", "2"))), texts),
        sample("team", &people(vec![member], (true, false)), texts),
        sample("team-nobody", &people(Vec::new(), (false, true)), texts),
        sample(
            "team-add",
            &teams::add(place(), "1", "Evening desk", &offers.leaders, &typed),
            texts,
        ),
        sample("team-end", &teams::end(place(), "1", ("2", "Chipo"), "Evening desk"), texts),
        sample("team-delete", &teams::delete(place(), "1", "Evening desk", 3), texts),
        sample("locations", &teams::locations(place(), vec![town]), texts),
        sample("location", &teams::location(place(), &typed, None), texts),
        sample("location-name", &teams::location(place(), &typed, Some(("3", "1"))), texts),
        sample("location-delete", &teams::delete_location(place(), "3", "Brno"), texts),
    ]
}
