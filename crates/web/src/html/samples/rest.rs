//! Sample pages of the dashboard, settings, faults and the demo's mails.

use kernel::{Code, Span};
use texts::{Arg, Texts, Zone};

use super::{
    super::{
        faults::Fault,
        field::{Field, Picks},
        frame::{Found, FoundPerson, Place},
        home::{Home, HomeCounters, Task, TeamName},
        mailbox::{Mail, MailLine, Mailbox},
        parts::{Chip, Face, When, icon},
        settings,
        table::{Cell, ListRow, MenuItem},
        typed::Typed,
    },
    Sample,
    frame::{door, frame},
    sample,
    users::moment,
};

/// All of them.
pub(super) fn all(texts: Texts) -> Vec<Sample> {
    let team = Field::text("team_name", "team-name").focused();
    let waiting = TeamName { frame: frame(texts, Place::Users), field: None, notice: None };
    let naming = TeamName { field: Some(team), ..waiting.clone() };
    let typed = Typed::of([
        ("name", "Nordlys Support AS"),
        ("time_zone", "Europe/Oslo"),
        ("handle", "nordlys"),
    ]);
    let zones = ["Europe/Oslo".to_owned(), "Europe/Prague".to_owned()];
    let organisation = || frame(texts, Place::Organisation);
    let scopes = [("users.view", "users.view".to_owned()), ("users.edit", "users.edit".to_owned())];
    let quiet = Home { tasks: Vec::new(), notices: Vec::new(), counters: None, ..home(texts) };
    vec![
        sample("home", &home(texts), texts),
        sample("home-quiet", &quiet, texts),
        sample("team", &naming, texts),
        sample("team-waiting", &waiting, texts),
        sample(
            "organisation",
            &settings::organisation(organisation(), &typed, &zones, 2, None),
            texts,
        ),
        sample("tokens", &tokens(texts), texts),
        sample(
            "token-new",
            &settings::new_token(frame(texts, Place::Tokens), &Typed::default(), &scopes),
            texts,
        ),
        sample(
            "token-end",
            &settings::end_token(frame(texts, Place::Tokens), "1", "payroll"),
            texts,
        ),
        sample("fault", &fault(texts), texts),
        sample("mailbox", &mailbox(texts), texts),
        sample("found", &found(), texts),
        sample("picks", &picks(true), texts),
        sample("picks-none", &picks(false), texts),
    ]
}

fn home(texts: Texts) -> Home {
    let soon = When::relative(texts.lang(), &Zone::utc(), moment().plus(Span::hours(20)), moment());
    let task = |picture, key, name: &str, when| Task {
        icon: picture,
        text: texts.with(key, &[("name", Arg::from(name))]).into_owned(),
        when,
        link: Some(("/invitations".into(), "home-look")),
        dismiss: None,
    };
    let mut notice = task(icon("info-circle"), "home-expired", "Chipo Moyo", None);
    notice.dismiss = Some("/notices/1".into());
    Home {
        frame: frame(texts, Place::Home),
        name: "Ingrid".into(),
        counters: Some(HomeCounters { active: 371, invited: 12, administrators: 3, standard: 368 }),
        tasks: vec![
            task(icon("mail"), "home-expiring", "Amélie Dubois", Some(soon)),
            task(icon("lock"), "home-locked", "Łukasz Wójcik", None),
        ],
        notices: vec![notice],
    }
}

fn tokens(texts: Texts) -> super::super::table::ListPage {
    let day =
        |days| Cell::When(When::day(texts.lang(), &Zone::utc(), moment().plus(Span::days(days))));
    let row = ListRow {
        id: "1".into(),
        cells: vec![
            Cell::Text("payroll export".into()),
            Cell::Text("Ingrid Østby".into()),
            Cell::Text("users.view".into()),
            Cell::Empty,
            day(90),
        ],
        menu: vec![MenuItem::task("/settings/tokens/1/end", icon("ban"), "token-end").dangerous()],
    };
    settings::tokens(
        frame(texts, Place::Tokens),
        vec![row],
        Some("cdt_kJ3mV0xT8q2nB7sLw5rYf1aZ".into()),
    )
}

fn fault(texts: Texts) -> Fault {
    Fault {
        door: door(texts),
        icon: icon("map-search"),
        title: "fault-not_found",
        text: texts.error(Code::NotFound).into_owned(),
        request_id: "01939c1f-2b7e-7d3a-9a51-0d6d1f4f6b11".into(),
    }
}

fn mailbox(texts: Texts) -> Mailbox {
    let line = |id: &str, subject: &str, here| MailLine {
        id: id.into(),
        to: "jana@nordlys.example".into(),
        subject: subject.into(),
        when: When::at(texts.lang(), &Zone::utc(), moment()),
        here,
    };
    let text = "Hello Jana,\n\nfollow this link:\nhttp://127.0.0.1:8080/invitation/abc\n\nNordlys";
    Mailbox {
        door: door(texts),
        lines: vec![line("2", "Join Nordlys Support AS", true), line("1", "Your code", false)],
        mail: Some(Mail::new(
            "jana@nordlys.example".into(),
            "Join Nordlys Support AS".into(),
            text,
        )),
    }
}

fn found() -> Found {
    let name = "Žofie Černá";
    let person = FoundPerson {
        href: "/users/3".into(),
        face: Face::of(name, "zofie", None).sized("face-small"),
        name: name.into(),
        second: "zofie@nordlys.example".into(),
        state: Chip::state("active", "logged_in"),
    };
    Found { query: "zof".into(), people: vec![person] }
}

fn picks(people: bool) -> Picks {
    let name = "Žofie Černá";
    let face = Face::of(name, "zofie", None).sized("face-small");
    let person = ("3".into(), face, name.into(), "zofie@nordlys.example".into());
    let people = people.then_some(person).into_iter().collect();
    Picks { name: "leader".into(), box_type: "checkbox", query: "zof".into(), people }
}
