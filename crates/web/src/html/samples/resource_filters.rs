//! Sample pages of resource filters.

use texts::Texts;

use super::{
    super::{
        frame::Place,
        resource_filters::{self, Offers},
        table::{Cell, ListRow},
        typed::Typed,
    },
    Sample,
    frame::frame,
    sample,
};

/// All of them.
pub(super) fn all(texts: Texts) -> Vec<Sample> {
    let place = || frame(texts, Place::Filters);
    let mut cells = vec![Cell::Link("/settings/filters/1".into(), "Day desk".into())];
    cells.extend(["2", "1", "1", "14"].map(|number| Cell::Number(number.into())));
    let row = ListRow { id: "1".into(), cells, menu: resource_filters::menu("1") };
    let typed = Typed::of([("name", "Day desk"), ("group", "1")]);
    let groups = (1..20).map(|n| (n.to_string(), format!("Group {n}"))).collect();
    let teams = vec![("1".to_owned(), "Phones".to_owned())];
    let held = Some("In use by Days.".to_owned());
    let offers = Offers { groups, teams: teams.clone(), held: held.clone() };
    let none = Offers::default();
    let name = || "Days".to_owned();
    let edited = Some(("1", "2"));
    vec![
        sample("filters", &resource_filters::list(place(), vec![row]), texts),
        sample("filters-none", &resource_filters::list(place(), Vec::new()), texts),
        sample("filter-new", &resource_filters::form(place(), &typed, &none, None), texts),
        sample("filter-edit", &resource_filters::form(place(), &typed, &offers, edited), texts),
        sample("filter-delete", &resource_filters::delete(place(), "1", "Day desk", held), texts),
        sample(
            "filter-user",
            &resource_filters::of_user(place(), "1", "Ada", &teams, &typed),
            texts,
        ),
        sample(
            "filter-group",
            &resource_filters::of_group(place(), "1", name(), &teams, &typed),
            texts,
        ),
    ]
}
