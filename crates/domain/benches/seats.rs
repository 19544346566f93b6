//! How fast seats are taken and released without HTTP: `cargo bench -p domain --bench seats -- [PAIRS]`.
//!
//! Each is a whole verb in a transaction of its own: rights, rules, seat, use of the day, hold, audit row.
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a bench that fails may stop, and its answer is what it prints"
)]

use std::time::Instant;

use db::{DatabaseUrl, Db, DbOptions};
use domain::organisations::{self, NewOrganisation};
use domain::users::{self, Licence, NewUser, Profile, User};
use domain::{Actor, Crewdesk, Origin, Policy, Surface};
use kernel::ids::{OrganisationId, UserId};
use kernel::{Clock, Entropy};

/// Users who get and lose a licence in turn, all at a time.
const AT_A_TIME: u64 = 64;

#[tokio::main]
async fn main() {
    let pairs: u64 = std::env::args().filter_map(|word| word.parse().ok()).next().unwrap_or(10_000);
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("seats");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    let url = DatabaseUrl::Sqlite(folder.join("crewdesk.db"));
    let db = Db::open(&url, DbOptions::default()).await.unwrap();
    let crewdesk = Crewdesk::new(db, Clock::system(), Entropy::system(), Policy::default());
    let organisation = found(&crewdesk).await;
    println!("SQLite, each answer after a sync, group commit");
    for tasks in [1, AT_A_TIME] {
        let users = hire(&crewdesk, organisation, tasks).await;
        let each = if tasks == 1 { pairs / 20 } else { pairs } / tasks;
        let began = Instant::now();
        let all: Vec<_> = users
            .into_iter()
            .map(|id| tokio::spawn(in_turn(crewdesk.clone(), organisation, id, each)))
            .collect();
        for one in all {
            one.await.unwrap();
        }
        #[expect(clippy::cast_precision_loss, reason = "a rate")]
        let rate = (each * tasks) as f64 / began.elapsed().as_secs_f64();
        println!(
            "take and release, {tasks:2} at a time {rate:8.0} pairs/s {:8.0} verbs/s",
            rate * 2.0
        );
    }
}

fn operator() -> Actor {
    Actor::system("bench", Origin::local(Surface::Api, "bench"))
}

async fn in_turn(crewdesk: Crewdesk, organisation: OrganisationId, id: UserId, pairs: u64) {
    let actor = operator();
    for number in 0..pairs * 2 {
        let licence = number.is_multiple_of(2).then_some(Licence::Helpdesk);
        let verb = crewdesk.write_in(organisation, &actor, async |cx| {
            users::change_licence(cx, id, None, licence).await
        });
        verb.await.unwrap();
    }
}

fn person(name: String) -> NewUser {
    let email = Some(format!("{name}@example.org"));
    NewUser {
        profile: Profile { username: name, email, ..Profile::default() },
        ..NewUser::default()
    }
}

async fn hire(crewdesk: &Crewdesk, organisation: OrganisationId, count: u64) -> Vec<UserId> {
    let (actor, mut ids) = (operator(), Vec::new());
    for number in 0..count {
        let new = person(format!("user{count}.{number}"));
        let made: Result<User, _> =
            crewdesk.write_in(organisation, &actor, async |cx| users::create(cx, new).await).await;
        ids.push(made.unwrap().id);
    }
    ids
}

async fn found(crewdesk: &Crewdesk) -> OrganisationId {
    let new = NewOrganisation {
        name: "Bench".into(),
        team_name: Some("Bench".into()),
        language: "en".into(),
        time_zone: "UTC".into(),
        trial_ends_at: None,
        tier: "profi".into(),
        services: String::new(),
        seats: 1000,
        licences: vec![(Licence::Helpdesk, 1000)],
        operators: 5,
        administrator: person("olga".into()),
    };
    let origin = Origin::local(Surface::Api, "bench");
    let made = crewdesk.found(origin, async |cx| organisations::create(cx, new).await).await;
    made.unwrap().0.id
}
