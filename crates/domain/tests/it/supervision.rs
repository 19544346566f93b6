//! The tree of supervision and its closure (SPEC USR-6, ROL-3).

use domain::access::RoleKey;
use domain::users;

use crate::world::{World, code};

db::on_both! {
    async fn usr_6_circles_are_refused_at_any_depth(db: TestDb) {
        let world = World::new(db).await;
        let (a, _) = world.hire("a", RoleKey::Supervisor).await;
        let (b, _) = world.hire("b", RoleKey::Supervisor).await;
        let (c, _) = world.hire("c", RoleKey::Supervisor).await;
        world.report(&world.olga, b.id, Some(a.id)).await.unwrap();
        world.report(&world.olga, c.id, Some(b.id)).await.unwrap();
        for above in [c.id, a.id] {
            let circle = world.report(&world.olga, a.id, Some(above)).await;
            assert_eq!(code(circle), "supervision_cycle");
        }
    }

    async fn usr_2_reach_follows_a_moved_subtree(db: TestDb) {
        let world = World::new(db).await;
        let (left, lefts) = world.hire("left", RoleKey::Supervisor).await;
        let (right, rights) = world.hire("right", RoleKey::Supervisor).await;
        let (lead, _) = world.hire("lead", RoleKey::Supervisor).await;
        let (tom, _) = world.hire("tom", RoleKey::Technician).await;
        world.report(&world.olga, tom.id, Some(lead.id)).await.unwrap();
        world.report(&world.olga, lead.id, Some(left.id)).await.unwrap();
        assert!(world.get(&lefts, tom.id).await.is_ok());
        assert_eq!(code(world.get(&rights, tom.id).await), "not_found");
        world.report(&world.olga, lead.id, Some(right.id)).await.unwrap();
        assert_eq!(code(world.get(&lefts, tom.id).await), "not_found");
        assert!(world.get(&rights, tom.id).await.is_ok());
        world.report(&world.olga, lead.id, None).await.unwrap();
        assert_eq!(code(world.get(&rights, tom.id).await), "not_found");
    }

    async fn usr_2_a_supervisor_counts_only_their_own(db: TestDb) {
        let world = World::new(db).await;
        let (sam, sams) = world.hire("sam", RoleKey::Supervisor).await;
        let (tom, _) = world.hire("tom", RoleKey::Technician).await;
        world.hire("nina", RoleKey::Technician).await;
        world.report(&world.olga, tom.id, Some(sam.id)).await.unwrap();
        let counted = async |by| world.crewdesk.read(by, async |cx| users::counters(cx).await).await.unwrap();
        let (all, own) = (counted(&world.olga).await, counted(&sams).await);
        assert_eq!((all.users, all.administrators, all.standard), (4, 1, 3));
        assert_eq!((own.users, own.administrators, own.standard), (2, 0, 2));
    }

    async fn rol_3_a_supervisor_lifts_nobody_out_of_their_reach(db: TestDb) {
        let world = World::new(db).await;
        let (sam, sams) = world.hire("sam", RoleKey::Supervisor).await;
        let (tom, _) = world.hire("tom", RoleKey::Technician).await;
        world.report(&world.olga, tom.id, Some(sam.id)).await.unwrap();
        assert_eq!(code(world.report(&sams, tom.id, None).await), "out_of_scope");
        let owner = world.olga.user_id();
        assert_eq!(code(world.report(&sams, tom.id, owner).await), "supervisor_unknown");
    }
}
