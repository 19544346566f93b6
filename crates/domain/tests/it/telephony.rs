//! Exchanges, helpdesks and what users hold of them (SPEC ORG-3, LIC-4, ACC-8, PBX-1, PBX-2).

use db::{Tx, params};
use domain::access::RoleKey;
use domain::audit::list::{self, Filter};
use domain::exchanges::{self, Exchange, ExchangePatch, NewExchange};
use domain::helpdesks::{self, Helpdesk};
use domain::users::{self, Flags, Licence, NewUser, User, UserPatch};
use domain::{Actor, verify};
use kernel::ids::{ExchangeId, UserId};
use kernel::{Error, PageSize, Patch, Result};

use crate::world::{World, code, person};

async fn exchange(world: &World, name: &str, first: &str, last: &str) -> Result<Exchange> {
    let new = NewExchange {
        name: name.into(),
        first_extension: first.into(),
        last_extension: last.into(),
    };
    world.crewdesk.write(&world.olga, async |cx| exchanges::create(cx, &new).await).await
}

async fn helpdesk(world: &World, name: &str) -> Result<Helpdesk> {
    world.crewdesk.write(&world.olga, async |cx| helpdesks::create(cx, name).await).await
}

/// Somebody with this extension.
fn at(name: &str, exchange: Option<ExchangeId>, extension: &str) -> NewUser {
    let mut new = person(name);
    new.profile.exchange_id = exchange;
    new.profile.extension = Some(extension.into());
    new
}

async fn hire(world: &World, new: NewUser) -> Result<User> {
    world.create(&world.olga, new, RoleKey::Technician).await
}

async fn change(world: &World, by: &Actor, id: UserId, patch: UserPatch) -> Result<User> {
    world.crewdesk.write(by, async |cx| users::update(cx, id, None, patch).await).await
}

async fn pending(world: &World, id: ExchangeId) -> bool {
    let read = world.crewdesk.read(&world.olga, async |cx| exchanges::get(cx, id).await);
    read.await.unwrap().changes_pending_since.is_some()
}

/// What applying all changes will do.
async fn applied(world: &World) {
    let sql = "UPDATE exchanges SET changes_pending_since = NULL";
    let done: Result<u64> =
        world.crewdesk.db().write(async |tx: &mut Tx| Ok(tx.execute(sql, &params![]).await?)).await;
    done.unwrap();
}

/// How often the log says that changes wait.
async fn told(world: &World) -> usize {
    let filter = Filter { action: Some("exchange.changes_pending".into()), ..Filter::default() };
    let read = world
        .crewdesk
        .read(&world.olga, async |cx| list::page(cx, &filter, PageSize::default(), None).await);
    read.await.unwrap().items.len()
}

/// The fields that a refusal names, with their codes.
fn named<T: std::fmt::Debug>(answer: Result<T>) -> String {
    let Error::Invalid(fields) = answer.unwrap_err() else { return "no field".into() };
    let named = fields.iter().map(|field| format!("{}={}", field.pointer, field.code));
    named.collect::<Vec<_>>().join(" ")
}

db::on_both! {
    async fn pbx_1_the_only_exchange_is_taken_by_itself(db: TestDb) {
        let world = World::new(db).await;
        assert_eq!(named(hire(&world, at("ada", None, "201")).await), "exchange_id=exchange_not_recorded");
        let prague = exchange(&world, "Prague", "200", "299").await.unwrap();
        let ada = hire(&world, at("ada", None, "201")).await.unwrap();
        assert_eq!((ada.exchange_id, ada.extension.as_deref()), (Some(prague.id), Some("201")));
        exchange(&world, "Brno", "300", "399").await.unwrap();
        assert_eq!(named(hire(&world, at("bob", None, "202")).await), "exchange_id=exchange_required");
    }

    async fn pbx_1_an_extension_lies_in_the_range_and_is_given_once(db: TestDb) {
        let world = World::new(db).await;
        let prague = exchange(&world, "Prague", "200", "299").await.unwrap().id;
        let brno = exchange(&world, "Brno", "200", "299").await.unwrap().id;
        hire(&world, at("ada", Some(prague), "201")).await.unwrap();
        hire(&world, at("bob", Some(brno), "201")).await.unwrap();
        for (wrong, says) in [
            ("300", "extension=extension_out_of_range"),
            ("0201", "extension=extension_out_of_range"),
            ("2", "extension=extension_invalid"),
            ("20a", "extension=extension_invalid"),
        ] {
            assert_eq!(named(hire(&world, at("eve", Some(prague), wrong)).await), says, "{wrong}");
        }
        assert_eq!(code(hire(&world, at("eve", Some(prague), "201")).await), "extension_taken");
        let nowhere = ExchangeId::from_uuid(world.organisation.as_uuid());
        assert_eq!(named(hire(&world, at("eve", Some(nowhere), "202")).await), "exchange_id=exchange_unknown");
        let all = verify::all(&world.crewdesk).await.unwrap();
        assert!(all.iter().filter(|check| check.invariant.contains("xtension")).all(|check| check.count == 0));
    }

    async fn usr_3_telephony_is_judged_together_with_the_other_fields(db: TestDb) {
        let world = World::new(db).await;
        exchange(&world, "Prague", "200", "299").await.unwrap();
        let mut new = at("a b", None, "7");
        new.profile.numeric_id = Some("x".into());
        new.profile.helpdesk_id = Some(kernel::ids::HelpdeskId::from_uuid(world.organisation.as_uuid()));
        assert_eq!(
            named(hire(&world, new).await),
            "email=email_invalid numeric_id=numeric_id_invalid username=username_invalid extension=extension_invalid helpdesk_id=helpdesk_unknown"
        );
    }

    async fn pbx_1_taken_free_and_next_are_shown(db: TestDb) {
        let world = World::new(db).await;
        let prague = exchange(&world, "Prague", "098", "104").await.unwrap().id;
        for (name, extension) in [("ada", "098"), ("bob", "101")] {
            hire(&world, at(name, None, extension)).await.unwrap();
        }
        let read = world.crewdesk.read(&world.olga, async |cx| exchanges::extensions(cx, prague).await);
        let found = read.await.unwrap();
        assert_eq!(found.taken, ["098", "101"]);
        assert_eq!(found.next_free.as_deref(), Some("099"));
        let all = world.crewdesk.read(&world.olga, async |cx| exchanges::list(cx).await).await.unwrap();
        assert_eq!((all[0].used, all[0].free()), (2, 5));
    }

    async fn pbx_2_what_touches_a_line_leaves_changes_pending_once(db: TestDb) {
        let world = World::new(db).await;
        let prague = exchange(&world, "Prague", "200", "299").await.unwrap().id;
        assert!(!pending(&world, prague).await);
        hire(&world, person("nobody")).await.unwrap();
        assert!(!pending(&world, prague).await, "no line was touched");
        let ada = hire(&world, at("ada", None, "201")).await.unwrap();
        assert!(pending(&world, prague).await);
        world.suspend(&world.olga, ada.id).await.unwrap();
        assert_eq!(told(&world).await, 1, "one event until it is applied");
        world.remove(&world.olga, ada.id, None).await.unwrap();
        assert_eq!(told(&world).await, 1);
    }

    async fn pbx_2_a_mover_marks_both_exchanges(db: TestDb) {
        let world = World::new(db).await;
        let prague = exchange(&world, "Prague", "200", "299").await.unwrap().id;
        let ada = hire(&world, at("ada", None, "201")).await.unwrap();
        let brno = exchange(&world, "Brno", "300", "399").await.unwrap().id;
        let patch = UserPatch {
            exchange_id: Patch::Value(brno),
            extension: Patch::Value("301".into()),
            ..UserPatch::default()
        };
        let moved = change(&world, &world.olga, ada.id, patch).await.unwrap();
        assert_eq!((moved.exchange_id, moved.extension.as_deref()), (Some(brno), Some("301")));
        assert!(pending(&world, prague).await && pending(&world, brno).await);
        assert_eq!(told(&world).await, 2);
    }

    async fn pbx_2_a_name_touches_the_line_and_a_note_does_not(db: TestDb) {
        let world = World::new(db).await;
        let prague = exchange(&world, "Prague", "200", "299").await.unwrap().id;
        let ada = hire(&world, at("ada", None, "201")).await.unwrap();
        applied(&world).await;
        let note = UserPatch { note: Patch::Value("left-handed".into()), ..UserPatch::default() };
        change(&world, &world.olga, ada.id, note).await.unwrap();
        assert!(!pending(&world, prague).await);
        let name = UserPatch { last_name: Patch::Value("Lovelace".into()), ..UserPatch::default() };
        change(&world, &world.olga, ada.id, name).await.unwrap();
        assert!(pending(&world, prague).await);
        applied(&world).await;
        let licence = Some(Licence::Callcentre);
        let verb = world.crewdesk.write(&world.olga, async |cx| {
            users::change_licence(cx, ada.id, None, licence).await
        });
        verb.await.unwrap();
        assert!(pending(&world, prague).await);
    }

    async fn org_3_an_exchange_in_use_stays(db: TestDb) {
        let world = World::new(db).await;
        let prague = exchange(&world, "Prague", "200", "299").await.unwrap();
        assert_eq!(code(exchange(&world, "PRAGUE", "300", "399").await), "name_taken");
        assert_eq!(code(exchange(&world, "Odd", "20", "199").await), "extension_range_invalid");
        let ada = hire(&world, at("ada", None, "205")).await.unwrap();
        let delete = async || {
            world.crewdesk.write(&world.olga, async |cx| exchanges::delete(cx, prague.id).await).await
        };
        let resize = async |first: &str, last: &str| {
            let patch = ExchangePatch {
                first_extension: Patch::Value(first.into()),
                last_extension: Patch::Value(last.into()),
                ..ExchangePatch::default()
            };
            let verb = world.crewdesk.write(&world.olga, async |cx| {
                exchanges::update(cx, prague.id, None, patch).await
            });
            verb.await
        };
        assert_eq!(code(delete().await), "in_use");
        assert_eq!(code(resize("210", "299").await), "extensions_outside");
        assert_eq!(resize("205", "205").await.unwrap().last_extension, "205");
        world.remove(&world.olga, ada.id, None).await.unwrap();
        delete().await.unwrap();
    }

    async fn lic_4_a_helpdesk_in_use_stays(db: TestDb) {
        let world = World::new(db).await;
        let care = helpdesk(&world, "Care").await.unwrap();
        let mut new = person("ada");
        new.profile.helpdesk_id = Some(care.id);
        let ada = hire(&world, new).await.unwrap();
        let delete = async || {
            world.crewdesk.write(&world.olga, async |cx| helpdesks::delete(cx, care.id).await).await
        };
        assert_eq!(code(delete().await), "in_use");
        let patch = UserPatch { helpdesk_id: Patch::Null, ..UserPatch::default() };
        change(&world, &world.olga, ada.id, patch).await.unwrap();
        delete().await.unwrap();
        assert_eq!(code(delete().await), "not_found");
    }

    async fn acc_8_flags_are_set_by_those_who_license_the_organisation(db: TestDb) {
        let world = World::new(db).await;
        let (_, sven) = world.hire("sven", RoleKey::Supervisor).await;
        let mut new = person("ada");
        new.profile.flags = Flags { do_not_invoice: true, ..Flags::default() };
        assert_eq!(code(world.create(&sven, new.clone(), RoleKey::Technician).await), "forbidden");
        let ada = hire(&world, new).await.unwrap();
        assert!(ada.do_not_invoice && !ada.api_communicator);
        let mut own = person("bob");
        own.licence = Some(Licence::Callcentre);
        let bob = world.create(&sven, own, RoleKey::Technician).await.unwrap();
        let flag = UserPatch { api_communicator: Patch::Value(true), ..UserPatch::default() };
        assert_eq!(code(change(&world, &sven, bob.id, flag.clone()).await), "forbidden");
        let same = UserPatch { api_communicator: Patch::Value(false), ..UserPatch::default() };
        change(&world, &sven, bob.id, same).await.unwrap();
        assert!(change(&world, &world.olga, bob.id, flag).await.unwrap().api_communicator);
    }

    async fn s1_only_administrators_change_exchanges_and_helpdesks(db: TestDb) {
        let world = World::new(db).await;
        let (_, sven) = world.hire("sven", RoleKey::Supervisor).await;
        let (_, tina) = world.hire("tina", RoleKey::Technician).await;
        for (who, sees) in [(&sven, true), (&tina, false)] {
            let made = world.crewdesk.write(who, async |cx| helpdesks::create(cx, "Own").await).await;
            assert_eq!(code(made), "forbidden");
            let new = NewExchange { name: "Own".into(), first_extension: "10".into(), last_extension: "20".into() };
            let made = world.crewdesk.write(who, async |cx| exchanges::create(cx, &new).await).await;
            assert_eq!(code(made), "forbidden");
            let read = world.crewdesk.read(who, async |cx| exchanges::list(cx).await).await;
            assert_eq!(read.is_ok(), sees);
        }
    }
}
