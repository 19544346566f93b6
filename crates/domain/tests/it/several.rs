//! Steps for several people at once: each done or refused for itself (SPEC USR-7, USR-8, USR-9, USR-16).

use std::collections::BTreeMap;

use domain::access::RoleKey;
use domain::users::list::{Filter, Search};
use domain::users::{self, BulkStep, Licence, Lifecycle, NewUser, Outcome, StepsPreview};
use domain::{Actor, audit, presence, roles};
use kernel::ids::{GroupId, UserId};
use kernel::{Code, PageSize, Result};

use crate::verify::violated;
use crate::world::{World, code, person};

const SUSPEND: BulkStep = BulkStep::Suspend { reason: None };
const REMOVE: BulkStep = BulkStep::Remove { force: false, confirmation: None };

impl World {
    async fn take(&self, by: &Actor, ids: &[UserId], step: &BulkStep) -> Result<Vec<Outcome>> {
        users::step_many(&self.crewdesk, by, ids, step).await
    }

    async fn preview(&self, by: &Actor, ids: &[UserId], step: &BulkStep) -> Result<StepsPreview> {
        self.crewdesk.read(by, async |cx| users::preview_steps(cx, ids, step).await).await
    }

    async fn me(&self, of: &Actor) -> UserId {
        self.get(of, of.user_id().unwrap()).await.unwrap().id
    }
}

/// The invariants that do not hold. People of these stories come in by another door than those who sign in, so
/// that their presence says nothing.
async fn broken(world: &World) -> Vec<&'static str> {
    let all = violated(world).await.into_iter();
    all.filter(|invariant| !invariant.starts_with("Presence")).collect()
}

/// What became of each, in a word.
fn told(outcomes: Result<Vec<Outcome>>) -> String {
    let outcomes = outcomes.unwrap().into_iter();
    outcomes.map(|one| one.refused.map_or("done", Code::as_str)).collect::<Vec<_>>().join(" ")
}

db::on_both! {
    async fn usr_16_each_is_suspended_or_refused_for_itself(db: TestDb) {
        let world = World::new(db).await;
        let (tom, toms) = world.hire("tom", RoleKey::Technician).await;
        let (una, _) = world.hire("una", RoleKey::Technician).await;
        world.suspend(&world.olga, una.id).await.unwrap();
        let stranger = UserId::from_uuid(uuid::Uuid::from_u128(7));
        let olga = world.me(&world.olga).await;
        let ids = [tom.id, una.id, stranger, olga];
        let seen = world.preview(&world.olga, &ids, &SUSPEND).await.unwrap();
        assert_eq!((seen.going, seen.elsewhere, seen.refused, seen.sessions), (vec![tom.id], 1, 2, 1));
        let step = BulkStep::Suspend { reason: Some("The season is over".into()) };
        let outcomes = world.take(&world.olga, &ids, &step).await;
        assert_eq!(told(outcomes), "done lifecycle_conflict not_found not_yourself");
        let after = world.get(&world.olga, tom.id).await.unwrap();
        assert_eq!((after.lifecycle, after.lifecycle_reason.as_deref()), (Lifecycle::Suspended, Some("The season is over")));
        let dead = world.crewdesk.write(&toms, async |cx| users::visible(cx, tom.id).await).await;
        assert_eq!(code(dead), "unauthenticated");
        assert_eq!(told(world.take(&world.olga, &ids[..2], &BulkStep::Activate).await), "done done");
    }

    async fn usr_16_what_was_done_for_one_who_is_refused_is_undone(db: TestDb) {
        let world = World::new(db).await;
        let licensed = |name: &str| NewUser { licence: Some(Licence::Helpdesk), ..person(name) };
        let mut ids = Vec::new();
        for name in ["tom", "una", "vic"] {
            ids.push(world.create(&world.olga, licensed(name), RoleKey::Technician).await.unwrap().id);
        }
        assert_eq!(told(world.take(&world.olga, &ids, &SUSPEND).await), "done done done");
        world.create(&world.olga, licensed("wim"), RoleKey::Technician).await.unwrap();
        let outcomes = world.take(&world.olga, &ids, &BulkStep::Activate).await;
        assert_eq!(told(outcomes), "done done no_seat_free", "three were bought");
        // Reports are lifted before the guard of Administrators is asked; they must not stay lifted.
        let (ada, adas) = world.hire("ada", RoleKey::Administrator).await;
        let olga = world.me(&world.olga).await;
        let verb = world.crewdesk.write(&adas, async |cx| {
            users::assign_supervisor(cx, ids[0], None, Some(olga)).await
        });
        verb.await.unwrap();
        let outcomes = world.take(&adas, &[olga, ids[1]], &REMOVE).await;
        assert_eq!(told(outcomes), "owner_protected done");
        assert_eq!(world.get(&adas, ids[0]).await.unwrap().reports_to, Some(olga));
        assert_eq!(world.get(&adas, ada.id).await.unwrap().lifecycle, Lifecycle::Active);
        assert_eq!(broken(&world).await, [""; 0]);
    }

    async fn usr_8_many_are_removed_and_their_names_stay(db: TestDb) {
        let world = World::new(db).await;
        let (tom, toms) = world.hire("tom", RoleKey::Technician).await;
        let (una, _) = world.hire("una", RoleKey::Technician).await;
        let (vic, _) = world.hire("vic", RoleKey::Technician).await;
        let verb = world.crewdesk.write(&world.olga, async |cx| {
            users::assign_supervisor(cx, vic.id, None, Some(tom.id)).await
        });
        verb.await.unwrap();
        world.crewdesk.write(&toms, async |cx| presence::log_on(cx).await).await.unwrap();
        let ids = [tom.id, una.id];
        let seen = world.preview(&world.olga, &ids, &REMOVE).await.unwrap();
        assert_eq!((seen.going.len(), seen.reports, seen.logged_on, seen.sessions), (2, 1, 1, 2));
        let typed = |confirmation| BulkStep::Remove { force: false, confirmation: Some(confirmation) };
        assert_eq!(code(world.take(&world.olga, &ids, &typed(3)).await), "confirmation_mismatch");
        assert_eq!(told(world.take(&world.olga, &ids, &typed(2)).await), "logged_on_to_queue done");
        let force = BulkStep::Remove { force: true, confirmation: Some(1) };
        assert_eq!(told(world.take(&world.olga, &[tom.id], &force).await), "done");
        assert_eq!(code(world.get(&world.olga, una.id).await), "not_found");
        assert_eq!(world.get(&world.olga, vic.id).await.unwrap().reports_to, None);
        let names = world.crewdesk.read(&world.olga, async |cx| users::names(cx, &ids).await).await.unwrap();
        let mut names: Vec<String> = names.into_iter().map(|(_, name)| name).collect();
        names.sort();
        assert_eq!(names, [tom.display_name, una.display_name]);
        assert_eq!(broken(&world).await, [""; 0]);
    }

    async fn rol_3_one_administrator_stays_whoever_is_named(db: TestDb) {
        let world = World::new(db).await;
        let mut ids = Vec::new();
        for name in ["ada", "bea"] {
            ids.push(world.hire(name, RoleKey::Administrator).await.0.id);
        }
        let (_, sam) = world.hire("sam", RoleKey::Supervisor).await;
        let outcomes = world.take(&sam, &ids, &SUSPEND).await;
        assert_eq!(told(outcomes), "not_found not_found", "out of a Supervisor's reach");
        let (_, tom) = world.hire("tom", RoleKey::Technician).await;
        assert_eq!(code(world.take(&tom, &ids, &SUSPEND).await), "forbidden");
        assert_eq!(code(world.preview(&tom, &ids, &SUSPEND).await), "forbidden");
        ids.push(world.me(&world.olga).await);
        assert_eq!(told(world.take(&world.olga, &ids, &REMOVE).await), "done done not_yourself");
    }

    async fn s15_each_has_one_row_in_the_log_and_the_refused_none(db: TestDb) {
        let world = World::new(db).await;
        let (tom, _) = world.hire("tom", RoleKey::Technician).await;
        let (una, _) = world.hire("una", RoleKey::Technician).await;
        let olga = world.me(&world.olga).await;
        let step = BulkStep::Deactivate { reason: None };
        let outcomes = world.take(&world.olga, &[tom.id, olga, una.id], &step).await;
        assert_eq!(told(outcomes), "done not_yourself done");
        let read = world.crewdesk.read(&world.olga, async |cx| {
            let action = Some("user.deactivated".into());
            let filter = audit::list::Filter { action, ..audit::list::Filter::default() };
            audit::list::page(cx, &filter, PageSize::default(), None).await
        });
        let rows = read.await.unwrap().items;
        let mut about: Vec<_> = rows.iter().filter_map(|row| row.subject_id).collect();
        about.sort();
        let mut both = [tom.id.as_uuid(), una.id.as_uuid()];
        both.sort();
        assert_eq!(about, both);
        assert_eq!(broken(&world).await, [""; 0], "the chain is whole");
    }

    async fn usr_16_all_whom_a_filter_finds_are_those_in_a_state_for_it(db: TestDb) {
        let world = World::new(db).await;
        let mut ids = Vec::new();
        for name in ["tom", "una", "vic"] {
            ids.push(world.hire(name, RoleKey::Technician).await.0.id);
        }
        world.suspend(&world.olga, ids[0]).await.unwrap();
        let find = async |by: &Actor, words: &str, step: &BulkStep| {
            let filter = Filter { search: Search::parse(words).unwrap(), ..Filter::default() };
            let read = world.crewdesk.read(by, async |cx| users::steppable(cx, &filter, step).await);
            read.await.map(|all| all.in_all)
        };
        assert_eq!(find(&world.olga, "", &SUSPEND).await.unwrap(), 2, "not Olga herself");
        assert_eq!(find(&world.olga, "", &BulkStep::Activate).await.unwrap(), 1);
        assert_eq!(find(&world.olga, "una vic", &REMOVE).await.unwrap(), 2);
        let (_, wim) = world.hire("wim", RoleKey::Technician).await;
        assert_eq!(code(find(&wim, "", &SUSPEND).await), "forbidden");
    }

    async fn usr_16_too_many_and_a_reason_that_is_too_long_change_nothing(db: TestDb) {
        let world = World::new(db).await;
        let (tom, _) = world.hire("tom", RoleKey::Technician).await;
        let step = BulkStep::Suspend { reason: Some("x".repeat(5000)) };
        assert_eq!(code(world.take(&world.olga, &[tom.id], &step).await), "too_long");
        assert_eq!(code(world.take(&world.olga, &[tom.id; 1001], &SUSPEND).await), "too_many");
        assert_eq!(code(world.preview(&world.olga, &[tom.id; 1001], &SUSPEND).await), "too_many");
        assert_eq!(world.get(&world.olga, tom.id).await.unwrap().lifecycle, Lifecycle::Active);
    }

    async fn usr_16_more_than_one_transaction_takes_are_done_each_once(db: TestDb) {
        let world = World::new(db).await;
        let mut ids = Vec::new();
        for n in 0..60 {
            ids.push(world.create(&world.olga, person(&format!("agent{n}")), RoleKey::Technician).await.unwrap().id);
        }
        ids.push(ids[0]);
        let outcomes = world.take(&world.olga, &ids, &REMOVE).await.unwrap();
        assert!(outcomes.iter().all(Outcome::is_done));
        let told: Vec<UserId> = outcomes.iter().map(|one| one.user_id).collect();
        assert_eq!(told, ids[..60]);
        assert_eq!(broken(&world).await, [""; 0]);
        let group = GroupId::from_uuid(uuid::Uuid::from_u128(7));
        let step = BulkStep::Move { group, force: false };
        assert_eq!(code(world.take(&world.olga, &[], &step).await), "group_unknown");
    }

    async fn rol_3_who_sees_all_and_may_act_on_reports_is_told_the_same_before_and_after(db: TestDb) {
        let world = World::new(db).await;
        let (sam, sams) = world.hire("sam", RoleKey::Supervisor).await;
        let (tom, _) = world.hire("tom", RoleKey::Technician).await;
        let (una, _) = world.hire("una", RoleKey::Technician).await;
        let scope = |name: &str| vec![name.to_owned()];
        let wanted = BTreeMap::from([
            ("users.view".to_owned(), scope("organisation")),
            ("users.suspend".to_owned(), scope("reports")),
        ]);
        let wide = world.crewdesk.write(&world.olga, async |cx| {
            users::assign_supervisor(cx, tom.id, None, Some(sam.id)).await?;
            let model = roles::built_in(cx, RoleKey::Supervisor).await?.id;
            let role = roles::create(cx, "Watches all", model, Some(&wanted)).await?;
            users::assign_role(cx, sam.id, None, role.id).await
        });
        wide.await.unwrap();
        let ids = [tom.id, una.id];
        let seen = world.preview(&sams, &ids, &SUSPEND).await.unwrap();
        assert_eq!((seen.going, seen.refused), (vec![tom.id], 1));
        assert_eq!(told(world.take(&sams, &ids, &SUSPEND).await), "done forbidden");
    }
}
