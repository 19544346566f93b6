//! Creating, changing, suspending, removing (SPEC section 3).

use domain::access::RoleKey;
use domain::users::{self, Licence, Lifecycle, NewUser, Profile, UserPatch};
use domain::{presence, roles};
use kernel::Patch;

use crate::world::{World, code, found, person, sign_in};

fn licensed(name: &str) -> NewUser {
    NewUser { licence: Some(Licence::Helpdesk), ..person(name) }
}

db::on_both! {
    async fn usr_3_every_wrong_field_is_named_at_once(db: TestDb) {
        let world = World::new(db).await;
        let profile = Profile {
            username: "a b".into(),
            email: Some("nobody".into()),
            mobile: Some("0612345".into()),
            numeric_id: Some("1234567".into()),
            language: Some("xx".into()),
            ..Profile::default()
        };
        let new = NewUser { profile, ..NewUser::default() };
        let refusal = world.create(&world.olga, new, RoleKey::Technician).await.unwrap_err();
        let kernel::Error::Invalid(fields) = refusal else { panic!("{refusal}") };
        let mut named: Vec<String> =
            fields.iter().map(|f| format!("{}={}", f.pointer, f.code)).collect();
        named.sort();
        insta::assert_snapshot!(named.join(" "), @"email=email_invalid language=language_unknown mobile=mobile_invalid numeric_id=numeric_id_invalid username=username_invalid");
    }

    async fn usr_3_what_is_taken_is_refused_after_folding(db: TestDb) {
        let world = World::new(db).await;
        world.hire("Zdeněk", RoleKey::Technician).await;
        let mut twin = person("ZDENEK");
        twin.profile.email = Some("other@example.org".into());
        let answer = world.create(&world.olga, twin, RoleKey::Technician).await;
        assert_eq!(code(answer), "username_taken");
        let mut same = person("somebody");
        same.profile.email = Some("ＺＤＥＮĚＫ@example.org".into());
        let answer = world.create(&world.olga, same, RoleKey::Technician).await;
        assert_eq!(code(answer), "email_taken");
    }

    async fn usr_5_the_second_editor_is_told(db: TestDb) {
        let world = World::new(db).await;
        let (user, _) = world.hire("tom", RoleKey::Technician).await;
        let edit = async |version, name: &str| {
            let patch = UserPatch { last_name: Patch::Value(name.into()), ..UserPatch::default() };
            let verb = world.crewdesk.write(&world.olga, async |cx| {
                users::update(cx, user.id, Some(version), patch).await
            });
            verb.await
        };
        let first = edit(user.version, "First").await.unwrap();
        assert_eq!(first.version, user.version + 1);
        assert_eq!(code(edit(user.version, "Second").await), "stale");
        assert_eq!(world.get(&world.olga, user.id).await.unwrap().last_name, "First");
    }

    async fn usr_7_suspending_ends_all_power_and_activating_gives_it_back(db: TestDb) {
        let world = World::new(db).await;
        let (tom, toms) = world.hire("tom", RoleKey::Technician).await;
        world.suspend(&world.olga, tom.id).await.unwrap();
        let dead = world.crewdesk.write(&toms, async |cx| users::visible(cx, tom.id).await).await;
        assert_eq!(code(dead), "unauthenticated");
        assert_eq!(code(world.suspend(&world.olga, tom.id).await), "lifecycle_conflict");
        let activate = world.crewdesk.write(&world.olga, async |cx| users::activate(cx, tom.id).await);
        let active = activate.await.unwrap();
        assert_eq!((active.lifecycle, active.lifecycle_reason), (Lifecycle::Active, None));
    }

    async fn lic_1_a_suspended_user_frees_the_seat_and_may_not_find_it_again(db: TestDb) {
        let world = World::new(db).await;
        let first = world.create(&world.olga, licensed("a"), RoleKey::Technician).await.unwrap().id;
        for name in ["b", "c"] {
            world.create(&world.olga, licensed(name), RoleKey::Technician).await.unwrap();
        }
        let full = world.create(&world.olga, licensed("d"), RoleKey::Technician).await;
        assert_eq!(code(full), "no_seat_free");
        world.suspend(&world.olga, first).await.unwrap();
        world.create(&world.olga, licensed("d"), RoleKey::Technician).await.unwrap();
        let back = world.crewdesk.write(&world.olga, async |cx| users::activate(cx, first).await).await;
        assert_eq!(code(back), "no_seat_free");
    }

    async fn usr_8_a_removed_user_leaves_a_name_and_reports_move_up(db: TestDb) {
        let world = World::new(db).await;
        let (boss, _) = world.hire("boss", RoleKey::Supervisor).await;
        let (middle, middles) = world.hire("middle", RoleKey::Supervisor).await;
        let (tom, _) = world.hire("tom", RoleKey::Technician).await;
        world.report(&world.olga, middle.id, Some(boss.id)).await.unwrap();
        world.report(&world.olga, tom.id, Some(middle.id)).await.unwrap();
        let preview = world.crewdesk.read(&world.olga, async |cx| {
            users::removal_preview(cx, middle.id).await
        });
        let preview = preview.await.unwrap();
        assert_eq!((preview.reports, preview.sessions), (1, 1));
        let wrong = world.remove(&world.olga, middle.id, Some("someone")).await;
        assert_eq!(code(wrong), "confirmation_mismatch");
        world.remove(&world.olga, middle.id, Some("middle novak")).await.unwrap();
        assert_eq!(code(world.get(&world.olga, middle.id).await), "not_found");
        let dead = world.crewdesk.write(&middles, async |cx| users::visible(cx, tom.id).await).await;
        assert_eq!(code(dead), "unauthenticated");
        assert_eq!(world.get(&world.olga, tom.id).await.unwrap().reports_to, Some(boss.id));
        let names = world.crewdesk.read(&world.olga, async |cx| users::names(cx, &[middle.id]).await);
        assert_eq!(names.await.unwrap(), [(middle.id, "middle Novák".to_owned())]);
        assert!(world.get(&world.olga, boss.id).await.is_ok());
    }

    async fn usr_8_who_is_logged_on_to_a_queue_is_not_removed(db: TestDb) {
        let world = World::new(db).await;
        let (tom, own) = world.hire("tom", RoleKey::Technician).await;
        world.crewdesk.write(&own, async |cx| presence::log_on(cx).await).await.unwrap();
        assert_eq!(code(world.remove(&world.olga, tom.id, None).await), "logged_on_to_queue");
        assert!(world.get(&world.olga, tom.id).await.is_ok());
        let verb = world.crewdesk.write(&world.olga, async |cx| {
            assert!(users::removal_preview(cx, tom.id).await?.logged_on);
            users::remove(cx, tom.id, None, true).await
        });
        verb.await.unwrap();
        assert_eq!(code(world.get(&world.olga, tom.id).await), "not_found");
    }

    async fn usr_7_who_is_suspended_is_on_no_queue(db: TestDb) {
        let world = World::new(db).await;
        let (tom, own) = world.hire("tom", RoleKey::Technician).await;
        world.crewdesk.write(&own, async |cx| presence::log_on(cx).await).await.unwrap();
        world.suspend(&world.olga, tom.id).await.unwrap();
        let on = world.crewdesk.read(&world.olga, async |cx| presence::is_logged_on(cx, tom.id).await);
        assert!(!on.await.unwrap());
    }

    async fn rol_3_the_owner_and_oneself_are_protected(db: TestDb) {
        let world = World::new(db).await;
        let (second, seconds) = world.hire("second", RoleKey::Administrator).await;
        let owner = world.olga.user_id().unwrap();
        assert_eq!(code(world.suspend(&seconds, owner).await), "owner_protected");
        assert_eq!(code(world.remove(&seconds, owner, None).await), "owner_protected");
        assert_eq!(code(world.suspend(&world.olga, owner).await), "not_yourself");
        world.suspend(&world.olga, second.id).await.unwrap();
        let demote = world.crewdesk.write(&world.olga, async |cx| {
            let role = roles::built_in(cx, RoleKey::Viewer).await?.id;
            users::assign_role(cx, owner, None, role).await
        });
        assert_eq!(code(demote.await), "owner_protected");
    }

    async fn rol_3_a_supervisor_stays_within_reach_and_rank(db: TestDb) {
        let world = World::new(db).await;
        let (_, sam) = world.hire("sam", RoleKey::Supervisor).await;
        let (stranger, _) = world.hire("stranger", RoleKey::Technician).await;
        let own = world.create(&sam, person("own"), RoleKey::Technician).await.unwrap();
        assert_eq!(own.reports_to, sam.user_id());
        for role in [RoleKey::Supervisor, RoleKey::Administrator] {
            assert_eq!(code(world.create(&sam, person("x"), role).await), "above_own_rank");
        }
        assert_eq!(code(world.get(&sam, stranger.id).await), "not_found");
        assert_eq!(code(world.suspend(&sam, stranger.id).await), "not_found");
        world.suspend(&sam, own.id).await.unwrap();
        assert_eq!(code(world.remove(&sam, own.id, None).await), "forbidden");
    }

    async fn s1_another_organisations_user_is_not_there(db: TestDb) {
        let world = World::new(db).await;
        let (_, theirs) = found(&world.crewdesk, "Fabrikam", "fred").await;
        let fred = sign_in(&world.crewdesk, &theirs).await;
        let (tom, _) = world.hire("tom", RoleKey::Technician).await;
        assert_eq!(code(world.get(&fred, tom.id).await), "not_found");
        assert_eq!(code(world.suspend(&fred, tom.id).await), "not_found");
    }

    async fn usr_10_a_technician_changes_own_language_only(db: TestDb) {
        let world = World::new(db).await;
        let (tom, toms) = world.hire("tom", RoleKey::Technician).await;
        let change = async |patch| {
            let verb = world.crewdesk.write(&toms, async |cx| users::update(cx, tom.id, None, patch).await);
            verb.await
        };
        let language = UserPatch { language: Patch::Value("cs".into()), ..UserPatch::default() };
        assert_eq!(change(language).await.unwrap().language, "cs");
        let note = UserPatch { note: Patch::Value("me".into()), ..UserPatch::default() };
        assert_eq!(code(change(note).await), "forbidden");
    }

    async fn usr_11_numeric_ids_taken_and_next_free(db: TestDb) {
        let world = World::new(db).await;
        for (name, id) in [("a", "1"), ("b", "3"), ("c", "2")] {
            let mut new = person(name);
            new.profile.numeric_id = Some(id.into());
            world.create(&world.olga, new, RoleKey::Technician).await.unwrap();
        }
        let ids = world.crewdesk.read(&world.olga, async |cx| users::numeric_ids::numeric_ids(cx).await);
        let ids = ids.await.unwrap();
        assert_eq!(ids.taken, ["1", "2", "3"]);
        assert_eq!(ids.next_free.as_deref(), Some("4"));
    }
}
