//! Use over time, unused licences and invoices (SPEC LIC-6).

use domain::access::RoleKey;
use domain::licences::{self, History, Month};
use domain::users::{self, Flags, Licence, NewUser, User, UserPatch, unused};
use domain::verify;
use kernel::{PageSize, Patch, Span, Timestamp};

use crate::world::{World, code, person};

fn licensed(name: &str, licence: Licence) -> NewUser {
    NewUser { licence: Some(licence), ..person(name) }
}

async fn hire(world: &World, new: NewUser) -> User {
    world.create(&world.olga, new, RoleKey::Technician).await.unwrap()
}

/// Lets days pass; the sessions of these stories live for one, so time runs in the record alone.
async fn history(world: &World, days: i64) -> Vec<History> {
    world.crewdesk.read(&world.olga, async |cx| licences::history(cx, days).await).await.unwrap()
}

/// Goes to noon of a day of 2026 and signs Olga in anew.
async fn on(world: &mut World, date: &str) {
    let noon = Timestamp::parse(&format!("2026-{date}T12:00:00Z")).unwrap();
    world.clock.advance(noon.since(world.clock.now()));
    world.olga = world.sign_in_olga().await;
}

async fn invoice(world: &World, month: &str) -> String {
    let month = Month::parse(month).unwrap();
    let read = world.crewdesk.read(&world.olga, async |cx| licences::invoice(cx, month).await);
    let text = licences::csv(month, &read.await.unwrap()).unwrap();
    // Ids differ from run to run.
    let lines = text.lines().skip(1).map(|line| {
        let cells: Vec<_> = line.split(',').collect();
        format!("{} {} {} {}", cells[1], cells[2], cells[7], cells[8])
    });
    lines.filter(|line| !line.ends_with(" 0")).collect::<Vec<_>>().join("; ")
}

db::on_both! {
    async fn lic_6_the_use_of_every_day_is_kept(db: TestDb) {
        let mut world = World::ordering(db, "", 10, &[(Licence::Helpdesk, 5)]).await;
        on(&mut world, "10-01").await;
        let ada = hire(&world, licensed("ada", Licence::Helpdesk)).await;
        hire(&world, licensed("bob", Licence::Helpdesk)).await;
        on(&mut world, "10-03").await;
        world.suspend(&world.olga, ada.id).await.unwrap();
        hire(&world, licensed("eve", Licence::Helpdesk)).await;
        world.suspend(&world.olga, hire(&world, licensed("joe", Licence::Helpdesk)).await.id).await.unwrap();
        on(&mut world, "10-04").await;
        let all = history(&world, 5).await;
        let days: Vec<_> = all[0].days.iter().map(|day| (day.used, day.highest)).collect();
        assert_eq!(days, [(0, 0), (2, 2), (2, 2), (2, 3), (2, 2)]);
        assert_eq!(all[0].days[4].begins.rfc3339(), "2026-10-04T00:00:00Z");
        let checked = verify::all(&world.crewdesk).await.unwrap();
        let wrong: Vec<_> = checked.iter().filter(|check| check.count > 0 && check.invariant.contains("record")).collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    }

    async fn lic_6_growth_has_a_forecast_and_rest_has_none(db: TestDb) {
        let mut world = World::ordering(db, "", 40, &[(Licence::Helpdesk, 20), (Licence::Video, 3)]).await;
        for day in 1..=10 {
            on(&mut world, &format!("10-{day:02}")).await;
            hire(&world, licensed(&format!("user{day}"), Licence::Helpdesk)).await;
        }
        let all = history(&world, 30).await;
        let forecast: Vec<_> = all.iter().map(|one| (one.offer.licence, one.full_in_days)).collect();
        assert_eq!(forecast, [(Licence::Helpdesk, Some(10)), (Licence::Video, None)]);
    }

    async fn lic_6_an_invoice_counts_days_and_leaves_out_who_is_not_invoiced(db: TestDb) {
        let mut world = World::ordering(db, "", 10, &[(Licence::Helpdesk, 5), (Licence::Omnichannel, 5)]).await;
        on(&mut world, "10-30").await;
        let ada = hire(&world, licensed("ada", Licence::Helpdesk)).await;
        let mut system = licensed("probe", Licence::Helpdesk);
        system.profile.flags = Flags { do_not_invoice: true, ..Flags::default() };
        let probe = hire(&world, system).await;
        let bob = hire(&world, licensed("bob", Licence::Helpdesk)).await;
        on(&mut world, "11-10").await;
        let change = Some(Licence::Omnichannel);
        let verb = world.crewdesk.write(&world.olga, async |cx| {
            users::change_licence(cx, ada.id, None, change).await
        });
        verb.await.unwrap();
        world.suspend(&world.olga, bob.id).await.unwrap();
        world.remove(&world.olga, bob.id, None).await.unwrap();
        on(&mut world, "11-20").await;
        let patch = UserPatch { do_not_invoice: Patch::Value(false), ..UserPatch::default() };
        let verb = world.crewdesk.write(&world.olga, async |cx| users::update(cx, probe.id, None, patch).await);
        verb.await.unwrap();
        on(&mut world, "12-05").await;
        for (month, held) in [
            ("2026-09", ""),
            ("2026-10", "licence helpdesk  4; user helpdesk ada Novák 2; user helpdesk bob Novák 2"),
            ("2026-11", "licence helpdesk  31; user helpdesk ada Novák 10; user helpdesk bob Novák 10; \
                user helpdesk probe Novák 11; licence omnichannel  21; user omnichannel ada Novák 21"),
            ("2026-12", "licence helpdesk  5; user helpdesk probe Novák 5; licence omnichannel  5; \
                user omnichannel ada Novák 5"),
        ] {
            assert_eq!(invoice(&world, month).await, held, "{month}");
        }
    }

    async fn s13_names_in_an_invoice_are_no_formulas(db: TestDb) {
        let world = World::new(db).await;
        let mut new = licensed("eve", Licence::Video);
        new.profile.display_name = "=HYPERLINK(\"http://evil.example\",\"x\")".into();
        hire(&world, new).await;
        let month = Month::of(world.clock.now());
        let read = world.crewdesk.read(&world.olga, async |cx| licences::invoice(cx, month).await);
        let text = licences::csv(month, &read.await.unwrap()).unwrap();
        assert!(text.contains("\"'=HYPERLINK(\"\"http"), "{text}");
    }

    async fn lic_6_who_does_not_use_a_licence_is_found(db: TestDb) {
        let mut world = World::new(db).await;
        hire(&world, licensed("ada", Licence::Video)).await;
        let bob = hire(&world, licensed("bob", Licence::Video)).await;
        hire(&world, person("nobody")).await;
        world.suspend(&world.olga, bob.id).await.unwrap();
        world.clock.advance(Span::days(31));
        world.olga = world.sign_in_olga().await;
        hire(&world, licensed("new", Licence::Video)).await;
        let found = async |days| {
            let read = world.crewdesk.read(&world.olga, async |cx| {
                unused::page(cx, days, PageSize::default(), None).await
            });
            read.await.unwrap().items.into_iter().map(|user| user.username).collect::<Vec<_>>()
        };
        assert_eq!(found(30).await, ["ada"]);
        assert_eq!(found(60).await, [""; 0]);
    }

    async fn s1_a_supervisor_sees_use_but_no_invoice(db: TestDb) {
        let world = World::new(db).await;
        hire(&world, licensed("ada", Licence::Video)).await;
        let (_, sven) = world.hire("sven", RoleKey::Supervisor).await;
        let month = Month::of(world.clock.now());
        let read = world.crewdesk.read(&sven, async |cx| licences::invoice(cx, month).await).await;
        assert_eq!(code(read), "forbidden");
        world.crewdesk.read(&sven, async |cx| licences::history(cx, 30).await).await.unwrap();
        let seen = world.crewdesk.read(&sven, async |cx| {
            unused::page(cx, 0, PageSize::default(), None).await
        });
        assert!(seen.await.unwrap().items.is_empty(), "nobody reports to Sven");
    }
}
