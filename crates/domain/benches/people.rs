//! How fast the users room is without HTTP: `cargo bench -p domain --bench people -- [USERS]`.
//!
//! Prints rates with the sync mode beside them. The figures over HTTP come from `cargo xtask bench`.
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a bench that fails may stop, and its answer is what it prints"
)]

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

use db::{DatabaseUrl, Db, DbOptions, Tx, params};
use domain::organisations::{self, NewOrganisation};
use domain::users::list::{self, Filter, Request, Search, Sort};
use domain::users::{self, NewUser, Profile, User};
use domain::{Actor, Crewdesk, Origin, Policy, Surface};
use kernel::ids::{SessionId, UserId};
use kernel::{Clock, Entropy, Result, Span, Token};

const FIRST: &[&str] =
    &["Anna", "Jiří", "Sørine", "Éloïse", "Tomáš", "Grace", "Hannah", "Ondřej", "Layla", "Marek"];
const LAST: &[&str] = &[
    "Novák",
    "Dvořák",
    "Whitfield",
    "Lefèvre",
    "Bakke",
    "Patel",
    "Kowalska",
    "Sørensen",
    "Jansen",
    "Ricci",
];

fn person(number: u64) -> NewUser {
    let pick = |of: &[&str], by: u64| {
        of.get(usize::try_from(by % 10).unwrap()).map(|text| (*text).to_owned()).unwrap()
    };
    let first = pick(FIRST, number);
    let tail: String = (0..4)
        .map(|at| char::from(b'a' + u8::try_from((number >> (at * 4)) % 16).unwrap()))
        .collect();
    let last = format!("{}{tail}", pick(LAST, number / 10));
    let profile = Profile {
        username: format!("user{number}"),
        first_name: first,
        last_name: last,
        email: Some(format!("user{number}@example.org")),
        ..Profile::default()
    };
    NewUser { profile, ..NewUser::default() }
}

#[tokio::main]
async fn main() {
    let users: u64 = std::env::args().filter_map(|word| word.parse().ok()).next().unwrap_or(20_000);
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("people");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    let url = DatabaseUrl::Sqlite(folder.join("crewdesk.db"));
    let db = Db::open(&url, DbOptions::default()).await.unwrap();
    let crewdesk = Crewdesk::new(db, Clock::system(), Entropy::system(), Policy::default());
    let owner = found(&crewdesk).await;
    let (actor, token) = sign_in(&crewdesk, &owner).await;
    println!("SQLite, each answer after a sync, group commit");
    let next = Arc::new(AtomicU64::new(0));
    for (tasks, count) in [(1, 200), (4, 1000), (64, users - 1200)] {
        let began = Began::now();
        create(&crewdesk, &actor, &next, tasks, count).await;
        report(&format!("create, {tasks} at a time"), count, began);
    }
    let some = ids(&crewdesk, &actor).await;
    let began = Began::now();
    let reads = each(16, 100_000, {
        let (crewdesk, actor, token) = (crewdesk.clone(), actor.clone(), token.clone());
        move |number| {
            let (crewdesk, actor, token) = (crewdesk.clone(), actor.clone(), token.clone());
            let id = *some.get(usize::try_from(number).unwrap() % some.len()).unwrap();
            async move {
                crewdesk.authenticate(&token).await.unwrap();
                crewdesk.read(&actor, async |cx| users::get(cx, id).await).await.unwrap();
            }
        }
    });
    reads.await;
    report("authenticate and get", 100_000, began);
    for (name, text, sort) in [
        ("first page by name", "", None),
        ("search novakb, by creation", "novakb", None),
        ("search ann, by creation", "ann", None),
        ("search vak, by creation", "vak", None),
        ("search novakb, by name", "novakb", Some("name")),
        ("search novakbcd, by name", "novakbcd", Some("name")),
        ("search ann, by name", "ann", Some("name")),
        ("search zz nothing, by name", "zzzqqq", Some("name")),
    ] {
        let filter = Filter { search: Search::parse(text).unwrap(), ..Filter::default() };
        let request = Request {
            filter,
            sort: sort.map(|sort| Sort::parse(sort).unwrap()),
            ..Request::default()
        };
        let began = Began::now();
        let (crewdesk, actor) = (crewdesk.clone(), actor.clone());
        each(16, 4000, move |_| {
            let (crewdesk, actor, request) = (crewdesk.clone(), actor.clone(), request.clone());
            async move {
                crewdesk.read(&actor, async |cx| list::page(cx, &request).await).await.unwrap();
            }
        })
        .await;
        report(name, 4000, began);
    }
}

/// When something began, by the wall's clock and by this process's own.
struct Began(Instant, u64);

impl Began {
    fn now() -> Self {
        Self(Instant::now(), cpu_millis())
    }
}

/// Processor time of this process so far (proc(5), fields 14 and 15 of stat, in hundredths).
fn cpu_millis() -> u64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields = stat.rsplit(')').next().unwrap_or_default().split_whitespace();
    fields.skip(11).take(2).filter_map(|ticks| ticks.parse::<u64>().ok()).sum::<u64>() * 10
}

fn report(what: &str, count: u64, began: Began) {
    #[expect(clippy::cast_precision_loss, reason = "a rate")]
    let (rate, cpu) = (
        count as f64 / began.0.elapsed().as_secs_f64(),
        (cpu_millis() - began.1) as f64 * 1000.0 / count as f64,
    );
    println!("{what:32} {rate:10.0}/s {cpu:8.1} µs of processor each");
}

async fn each<F: Future<Output = ()> + Send + 'static>(
    tasks: u64,
    count: u64,
    work: impl Fn(u64) -> F + Clone + Send + 'static,
) {
    let mut all = Vec::new();
    for task in 0..tasks {
        let work = work.clone();
        all.push(tokio::spawn(async move {
            for number in (task..count).step_by(usize::try_from(tasks).unwrap()) {
                work(number).await;
            }
        }));
    }
    for one in all {
        one.await.unwrap();
    }
}

async fn create(crewdesk: &Crewdesk, actor: &Actor, next: &Arc<AtomicU64>, tasks: u64, count: u64) {
    let (crewdesk, actor, next) = (crewdesk.clone(), actor.clone(), Arc::clone(next));
    each(tasks, count, move |_| {
        let (crewdesk, actor) = (crewdesk.clone(), actor.clone());
        let number = next.fetch_add(1, Ordering::Relaxed);
        async move {
            crewdesk
                .write(&actor, async |cx| users::create(cx, person(number)).await)
                .await
                .unwrap();
        }
    })
    .await;
}

async fn ids(crewdesk: &Crewdesk, actor: &Actor) -> Vec<UserId> {
    let request = Request { size: kernel::PageSize::new(Some(200)).unwrap(), ..Request::default() };
    let page = crewdesk.read(actor, async |cx| list::page(cx, &request).await).await.unwrap();
    page.items.iter().map(|user| user.id).collect()
}

async fn found(crewdesk: &Crewdesk) -> User {
    let new = NewOrganisation {
        name: "Bench".into(),
        team_name: Some("Bench".into()),
        language: "en".into(),
        time_zone: "UTC".into(),
        trial_ends_at: None,
        tier: "profi".into(),
        services: String::new(),
        seats: 10,
        licences: Vec::new(),
        operators: 5,
        administrator: person(u64::from(u32::MAX)),
    };
    let origin = Origin::local(Surface::Api, "bench");
    crewdesk.found(origin, async |cx| organisations::create(cx, new).await).await.unwrap().1
}

async fn sign_in(crewdesk: &Crewdesk, user: &User) -> (Actor, Token) {
    let token = Token::generate("cds", crewdesk.entropy());
    let now = crewdesk.clock().now();
    let id: SessionId = crewdesk.entropy().uuid(now).into();
    let (account, user, organisation) = (user.account_id, user.id, user.organisation_id);
    let until = now.plus(Span::hours(24));
    let values =
        params![id, token.hash(), "session", account, user, organisation, "", "", "", now, until];
    let sql = "INSERT INTO sessions (id, token_hash, kind, account_id, user_id, organisation_id, name, address, \
        client, authenticated_at, last_seen_at, idle_until, expires_at, created_at) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10, $11, $11, $10)";
    let stored: Result<u64> =
        crewdesk.db().write(async |tx: &mut Tx| Ok(tx.execute(sql, &values).await?)).await;
    stored.unwrap();
    let principal = crewdesk.authenticate(&token).await.unwrap();
    (Actor::user(principal, Origin::local(Surface::Api, "bench")), token)
}
