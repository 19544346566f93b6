//! The audit log (SPEC API-5, SECURITY.md S15).

use db::{Tx, params};
use domain::access::RoleKey;
use domain::audit::verify::{self, Verdict};
use domain::audit::{self, list};
use domain::organisations::{self, Organisation, OrganisationPatch};
use domain::sessions::sign_ins::{self, Filter, OrganisationSignInRow};
use domain::users::{self, User};
use domain::{Actor, Origin, Surface};
use kernel::{PageSize, Patch, Result, Span};

use crate::doors;
use crate::world::{World, code};

const FORGE: &str =
    "UPDATE audit SET actor_name = 'Mallory' WHERE organisation_id = $1 AND seq = $2";

const CUT: &str = "DELETE FROM audit WHERE organisation_id = $1 AND seq = 1";
const MOVE_HEAD: &str = "UPDATE audit_heads SET forgotten_seq = 1, forgotten_hash = (SELECT hash FROM audit \
    WHERE audit.organisation_id = $1 AND seq = 2) WHERE organisation_id = $1";

async fn try_keep(world: &World, days: i64) -> Result<Organisation> {
    let patch =
        OrganisationPatch { audit_days: Patch::Value(days), ..OrganisationPatch::default() };
    world.crewdesk.write(&world.olga, async |cx| organisations::update(cx, None, patch).await).await
}

async fn keep(world: &World, days: i64) {
    try_keep(world, days).await.unwrap();
}

async fn forget(world: &World) {
    let worker = Actor::system("worker", Origin::local(Surface::Job, "sweep"));
    audit::forget(&world.crewdesk, &worker).await.unwrap();
}

/// What the log holds, newest first, and the number of its oldest row.
async fn actions(world: &World, by: &Actor) -> (Vec<String>, i64) {
    let read = world.crewdesk.read(by, async |cx| {
        let size = PageSize::new(Some(200))?;
        list::page(cx, &list::Filter::default(), size, None).await
    });
    let rows = read.await.unwrap().items;
    let first = rows.last().map_or(0, |row| row.seq);
    (rows.into_iter().map(|row| row.action).collect(), first)
}

async fn walk(world: &World) -> Verdict {
    world.crewdesk.read(&world.olga, async |cx| verify::chain(cx).await).await.unwrap()
}

db::on_both! {
    async fn s15_each_change_is_one_row_and_a_changed_row_is_noticed(db: TestDb) {
        let world = World::new(db).await;
        let (tom, _) = world.hire("tom", RoleKey::Technician).await;
        world.suspend(&world.olga, tom.id).await.unwrap();
        let history = world.crewdesk.read(&world.olga, async |cx| {
            users::history::page(cx, tom.id, PageSize::default(), None).await
        });
        let history = history.await.unwrap().items;
        let actions: Vec<_> = history.iter().map(|row| row.action.as_str()).collect();
        assert_eq!(actions, ["user.suspended", "user.created"]);
        assert!(history[0].after.contains("too long a break"));
        assert_eq!(walk(&world).await, Verdict::Whole(4));
        let values = params![world.organisation, 3_i64];
        let forged: Result<u64> =
            world.crewdesk.db().write(async |tx: &mut Tx| Ok(tx.execute(FORGE, &values).await?)).await;
        assert_eq!(forged.unwrap(), 1);
        assert_eq!(walk(&world).await, Verdict::Broken { seq: 3, reason: "altered" });
    }

    async fn org_4_old_rows_are_forgotten_and_the_rest_is_still_proven(db: TestDb) {
        let world = World::new(db).await;
        let (tom, _) = world.hire("tom", RoleKey::Technician).await;
        keep(&world, 30).await;
        world.clock.advance(Span::days(10));
        let olga = world.sign_in_olga().await;
        world.suspend(&olga, tom.id).await.unwrap();
        world.clock.advance(Span::days(25));
        forget(&world).await;
        let olga = world.sign_in_olga().await;
        let Verdict::Whole(kept) = walk(&world).await else { panic!("the chain broke") };
        let (actions, first) = actions(&world, &olga).await;
        assert_eq!(i64::try_from(actions.len()).unwrap(), kept);
        assert!(first > 1 && actions.contains(&"user.suspended".to_owned()));
        assert!(!actions.contains(&"organisation.created".to_owned()));
        assert_eq!(actions.iter().filter(|action| *action == "audit.forgotten").count(), 1);
        forget(&world).await;
        assert_eq!(actions, self::actions(&world, &olga).await.0, "a day's rows go once");
    }

    async fn s15_a_head_moved_by_hand_is_noticed(db: TestDb) {
        let world = World::new(db).await;
        world.hire("tom", RoleKey::Technician).await;
        for statement in [CUT, MOVE_HEAD] {
            let values = params![world.organisation];
            let cut: Result<u64> = world
                .crewdesk
                .db()
                .write(async |tx: &mut Tx| Ok(tx.execute(statement, &values).await?))
                .await;
            cut.unwrap();
        }
        let broken = Verdict::Broken { seq: 1, reason: "forgotten unrecorded" };
        assert_eq!(walk(&world).await, broken);
    }

    async fn org_4_a_log_is_kept_for_a_month_at_least(db: TestDb) {
        let world = World::new(db).await;
        for days in [-1, 1, 29, 3661] {
            assert_eq!(code(try_keep(&world, days).await), "setting_out_of_range", "{days}");
        }
        for days in [30, 3660, 0] {
            assert_eq!(try_keep(&world, days).await.unwrap().audit_days, days);
        }
    }

    async fn api_5_the_log_of_sign_ins_is_the_whole_organisations(db: TestDb) {
        let world = World::new(db).await;
        let (_, link) = doors::invite(&world, "ann@example.org").await;
        let ann = doors::accept(&world, &link, "three grey herons wade").await.unwrap();
        world.clock.advance(Span::minutes(1));
        doors::knock(&world, "ann@example.org", "no such password at all").await.unwrap_err();
        let size = || PageSize::new(Some(1)).unwrap();
        let verb = world.crewdesk.read(&world.olga, async |cx| {
            let first = sign_ins::all(cx, &Filter::default(), size(), None).await?;
            let next = first.next_cursor.as_ref();
            Ok((sign_ins::all(cx, &Filter::default(), size(), next).await?, first.items))
        });
        let (second, first) = verb.await.unwrap();
        let told = |(row, user): &(OrganisationSignInRow, Option<User>)| {
            (row.result, user.as_ref().map(|user| user.id))
        };
        assert_eq!(told(&first[0]), (sign_ins::Verdict::WrongPassword, Some(ann.user_id)));
        assert_eq!(told(&second.items[0]), (sign_ins::Verdict::Success, Some(ann.user_id)));
        assert!(second.next_cursor.is_none());
        let (_, toms) = world.hire("tom", RoleKey::Technician).await;
        let refused = world.crewdesk.read(&toms, async |cx| {
            sign_ins::all(cx, &Filter::default(), size(), None).await
        });
        assert_eq!(code(refused.await), "forbidden");
    }

    async fn a_refused_change_leaves_no_row(db: TestDb) {
        let world = World::new(db).await;
        let owner = world.olga.user_id().unwrap();
        world.suspend(&world.olga, owner).await.unwrap_err();
        assert_eq!(walk(&world).await, Verdict::Whole(2));
    }
}
