//! The audit log (SPEC API-5, SECURITY.md S15).

use db::{Tx, params};
use domain::access::RoleKey;
use domain::audit::verify::{self, Verdict};
use domain::users;
use kernel::{PageSize, Result};

use crate::world::World;

const FORGE: &str =
    "UPDATE audit SET actor_name = 'Mallory' WHERE organisation_id = $1 AND seq = $2";

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

    async fn a_refused_change_leaves_no_row(db: TestDb) {
        let world = World::new(db).await;
        let owner = world.olga.user_id().unwrap();
        world.suspend(&world.olga, owner).await.unwrap_err();
        assert_eq!(walk(&world).await, Verdict::Whole(2));
    }
}
