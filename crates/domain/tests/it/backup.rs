//! What was backed up comes back, into either engine, whole or not at all.

use db::backup::{self, BackupError};
use db::testdb::{self, TestDb};
use db::{Db, DbOptions};
use domain::access::RoleKey;
use domain::users::list::{self, Filter, Request, Search};
use domain::{Crewdesk, Policy, users, verify};
use kernel::{Clock, Entropy, Timestamp};

use crate::world::{World, person};

async fn dumped(db: &Db) -> Vec<u8> {
    let mut out = Vec::new();
    backup::dump(db, Timestamp::from_micros(0), &mut out).await.unwrap();
    out
}

/// Restores into a fresh database and opens it.
async fn restored(mut target: TestDb, backup: &[u8]) -> (TestDb, Db) {
    target.close();
    backup::load(target.url(), &mut &*backup).await.unwrap();
    let db = Db::open(target.url(), DbOptions::default()).await.unwrap();
    (target, db)
}

async fn office(db: TestDb) -> World {
    let world = World::new(db).await;
    let (anna, _) = world.hire("anna", RoleKey::Supervisor).await;
    let (ben, _) = world.hire("ben", RoleKey::Technician).await;
    world.report(&world.olga, ben.id, Some(anna.id)).await.unwrap();
    world.suspend(&world.olga, ben.id).await.unwrap();
    world
}

db::on_both! {
    async fn a_backup_comes_back_the_same_by_way_of_either_engine(db: TestDb) {
        let world = office(db).await;
        let original = dumped(world.crewdesk.db()).await;
        let (_sqlite, sqlite) = restored(testdb::sqlite().await, &original).await;
        let (_postgres, postgres) = restored(testdb::postgres().await, &original).await;
        let (_third, third) = match world.crewdesk.db().engine() {
            db::Engine::Sqlite => restored(testdb::sqlite().await, &dumped(&postgres).await).await,
            db::Engine::Postgres => restored(testdb::postgres().await, &dumped(&sqlite).await).await,
        };
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        assert_eq!(text(dumped(&third).await), text(original));
        for restored in [sqlite, postgres] {
            goes_on(restored).await;
        }
    }

    async fn a_backup_that_is_cut_short_or_foreign_restores_nothing(db: TestDb) {
        let world = office(db).await;
        let original = String::from_utf8(dumped(world.crewdesk.db()).await).unwrap();
        let without_end = original.lines().rev().skip(1).collect::<Vec<_>>();
        let without_end = without_end.into_iter().rev().collect::<Vec<_>>().join("\n");
        let evil = original.replace("\"table\":\"users\"", "\"table\":\"users; DROP TABLE users\"");
        let present = format!("\"migration\":{},", db::MIGRATIONS.len());
        let middle = original[..original.len() / 2].rfind('\n').unwrap();
        let half = &original[..middle + 6];
        for (wrong, reason) in [
            ("", "empty"),
            ("{}", "missing field"),
            (without_end.as_str(), "end is missing"),
            (half, "EOF while parsing"),
            (evil.as_str(), "no table"),
            (&original.replace("\"crewdesk_backup\":1", "\"crewdesk_backup\":9"), "format is 9"),
            (&original.replace(&present, "\"migration\":99,"), "made by a newer Crewdesk"),
        ] {
            let mut target = testdb::sqlite().await;
            target.close();
            let refused = backup::load(target.url(), &mut wrong.as_bytes()).await.unwrap_err();
            assert!(refused.to_string().contains(reason), "{reason}: {refused}");
            let db = Db::open(target.url(), DbOptions::default()).await.unwrap();
            let (count,): (i64,) = db
                .read(async |tx| tx.one("SELECT COUNT(*) FROM audit_heads", &[]).await)
                .await
                .unwrap();
            assert_eq!(count, 1, "{reason}");
        }
    }

    async fn a_database_in_use_is_not_overwritten(db: TestDb) {
        let url = db.url().clone();
        let world = office(db).await;
        let original = dumped(world.crewdesk.db()).await;
        let refused = backup::load(&url, &mut original.as_slice()).await.unwrap_err();
        let locked = matches!(refused, BackupError::Open(db::OpenError::InUse(_)));
        assert!(locked || matches!(refused, BackupError::NotEmpty), "{refused}");
    }
}

/// The restored database holds together, finds people, and takes new ones.
async fn goes_on(db: Db) {
    let clock = Clock::manual(Timestamp::from_micros(1_790_000_100_000_000));
    let crewdesk = Crewdesk::new(db, clock, Entropy::seeded(9), Policy::default());
    let violated: Vec<_> = verify::all(&crewdesk).await.unwrap();
    let violated = violated.iter().filter(|c| c.count > 0 && !c.invariant.starts_with("Presence"));
    assert_eq!(violated.count(), 0);
    let organisation = domain::organisations::all(&crewdesk).await.unwrap()[0];
    let actor = domain::Actor::system("test", crate::world::origin());
    let found = crewdesk.write_in(organisation, &actor, async |cx| {
        users::create(cx, person("zora")).await?;
        let filter = Filter { search: Search::parse("nna")?, ..Filter::default() };
        list::page(cx, &Request { filter, ..Request::default() }).await
    });
    let names: Vec<_> = found.await.unwrap().items.into_iter().map(|row| row.username).collect();
    assert_eq!(names, ["anna"]);
}
