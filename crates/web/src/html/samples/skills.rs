//! Sample pages of skills, profiles and levels.

use texts::Texts;

use super::{
    super::{
        field::{Choice, Field},
        frame::Place,
        matrix::{Level, Matrix, Person},
        parts::Notice,
        profiles::{self, Owner, Tick},
        skills,
        table::{Cell, ListRow, Pager},
        typed::Typed,
    },
    Sample,
    frame::frame,
    sample,
};

fn typed() -> Typed {
    let mut typed =
        Typed::of([("name", "Evening calls"), ("level.1", "12"), ("was.1", "3"), ("had", "1")]);
    typed.refuse("level.1", "A level is a whole number from 1 to 9.");
    typed
}

fn named() -> Vec<(String, String)> {
    (1..20).map(|n| (n.to_string(), format!("Skill {n}"))).collect()
}

/// All of them.
pub(super) fn all(texts: Texts) -> Vec<Sample> {
    let place = || frame(texts, Place::Skills);
    let cells = vec![
        Cell::Link("/users?skill=1".into(), "French".into()),
        Cell::Text("Calls and letters".into()),
        Cell::Number("12".into()),
        Cell::Number("2".into()),
    ];
    let row = ListRow { id: "1".into(), cells, menu: skills::menu("1") };
    let edited = Some(("1", "2"));
    let list = |rows| skills::list(place(), rows, Pager::default(), true);
    vec![
        sample("skills", &list(vec![row]), texts),
        sample("skills-none", &list(Vec::new()), texts),
        sample("skill-new", &skills::form(place(), &Typed::default(), None), texts),
        sample("skill-edit", &skills::form(place(), &typed(), edited), texts),
        sample("skill-delete", &skills::delete(place(), "1", "French", (12, 2)), texts),
        sample("skill-delete-unused", &skills::delete(place(), "1", "French", (0, 0)), texts),
        sample("levels", &matrix(texts, true), texts),
        sample("levels-nobody", &Matrix { people: Vec::new(), ..matrix(texts, false) }, texts),
        sample("levels-no-skills", &Matrix { skills: Vec::new(), ..matrix(texts, false) }, texts),
    ]
    .into_iter()
    .chain(of_profiles(texts))
    .collect()
}

fn of_profiles(texts: Texts) -> Vec<Sample> {
    let place = || frame(texts, Place::Profiles);
    let cells = ["Evening calls", "Days", "French 5", "3"].map(|text| Cell::Text(text.into()));
    let row = || ListRow { id: "1".into(), cells: cells_of(&cells), menu: profiles::menu("1") };
    let kinds = vec![Field::select("kind", "profiles-kind", vec![Choice::new("", "All", "")])];
    let fixed = || Owner::Fixed("group_id", "1".into(), "Days".into());
    let chosen = Owner::Group(named());
    let (new, edit) = ((None, "/profiles".to_owned()), (Some(("1", "2")), "/profiles".to_owned()));
    let ticks = [Tick { id: "1".into(), words: "Evening calls (French 5)".into() }];
    let pager = Pager::default;
    let group = |rows| profiles::of_group(place(), ("1", "Days".into()), rows, pager());
    let delete =
        |people| profiles::delete(place(), "1", "Evening calls", people, "/profiles".into());
    vec![
        sample("profiles", &profiles::list(place(), (vec![row()], pager()), kinds, true), texts),
        sample(
            "profiles-none",
            &profiles::list(place(), (Vec::new(), pager()), Vec::new(), true),
            texts,
        ),
        sample("profiles-group", &group(vec![row()]), texts),
        sample(
            "profile-new",
            &profiles::form(place(), &Typed::default(), chosen, &named(), new),
            texts,
        ),
        sample("profile-edit", &profiles::form(place(), &typed(), fixed(), &named(), edit), texts),
        sample("profile-delete", &delete(3), texts),
        sample("profile-delete-unused", &delete(0), texts),
        sample(
            "work-edit",
            &profiles::work(place(), ("1", "Ada"), &ticks, &named(), &typed()),
            texts,
        ),
    ]
}

fn cells_of(cells: &[Cell; 4]) -> Vec<Cell> {
    cells.to_vec()
}

fn matrix(texts: Texts, wrong: bool) -> Matrix {
    let level = |value: &str| Level { value: value.into(), was: "3".into(), error: None };
    let error = wrong.then(|| "A level is a whole number from 1 to 9.".to_owned());
    let person = |locked| Person {
        id: "1".into(),
        name: "Ada Lovelace".into(),
        second: "ada@example.org".into(),
        locked,
        levels: vec![level("3"), Level { error: error.clone(), ..level("12") }],
    };
    let choices =
        |key: &str| vec![Choice::new("", texts.get(key), ""), Choice::new("1", "Days", "")];
    Matrix {
        frame: frame(texts, Place::Skills),
        tabs: skills::tabs("levels-title"),
        notice: wrong.then(|| Notice::bad("Not saved.")),
        search: "ada".into(),
        groups: choices("levels-every-group"),
        teams: choices("levels-every-team"),
        choices: named().iter().map(|(id, name)| Choice::new(id, name, "1")).collect(),
        skills: named().into_iter().take(2).collect(),
        people: vec![person(false), person(true)],
        pager: Pager { next: Some("/skills/levels?cursor=x".into()), ..Pager::default() },
        address: "/skills/levels".into(),
    }
}
