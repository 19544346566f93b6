//! Settings that are inherited, and moving between groups (SPEC GRP-1, USR-10, USR-12).

use domain::access::RoleKey;
use domain::groups::{self, Group};
use domain::sessions::{self, Outcome, SignedIn};
use domain::settings::{self, Effective, Key, Origin, Owner, SettingValue, Wanted};
use domain::users::list::{Filter, Search};
use domain::users::{self, BulkStep, Concerned, User, UserPatch};
use domain::{Actor, notices, presence};
use kernel::ids::UserId;
use kernel::{Patch, Result, Span};

use crate::doors::{GOOD, accept, invite, knock};
use crate::world::{World, code};

pub(crate) fn wanted(values: &[(&str, Option<SettingValue>)]) -> Wanted {
    values.iter().map(|(key, value)| ((*key).to_owned(), value.clone())).collect()
}

fn number(key: &str, value: i64) -> Wanted {
    wanted(&[(key, Some(SettingValue::Number(value)))])
}

impl World {
    pub(crate) async fn set(
        &self,
        by: &Actor,
        owner: Owner,
        values: Wanted,
    ) -> Result<Vec<Effective>> {
        let verb =
            self.crewdesk.write(by, async |cx| settings::change(cx, owner, None, values).await);
        verb.await.map(|(all, _)| all)
    }

    async fn holds(&self, user: &User, key: Key) -> (String, Origin) {
        let owner = Owner::User(user.id);
        let verb = self.crewdesk.read(&self.olga, async |cx| settings::effective(cx, owner).await);
        let all = verb.await.unwrap();
        let one = all.into_iter().find(|one| one.key == key).unwrap();
        (one.value.to_string(), one.origin)
    }

    async fn group(&self, name: &str) -> Group {
        self.crewdesk.write(&self.olga, async |cx| groups::create(cx, name).await).await.unwrap()
    }

    async fn move_to(&self, by: &Actor, user: &User, group: &Group, force: bool) -> Result<User> {
        let verb = self
            .crewdesk
            .write(by, async |cx| users::move_group(cx, user.id, None, group.id, force).await);
        verb.await
    }
}

db::on_both! {
    async fn grp_1_a_value_goes_down_until_someone_has_their_own(db: TestDb) {
        let world = World::new(db).await;
        let (tom, _) = world.hire("tom", RoleKey::Technician).await;
        let key = Key::WrapUpSeconds;
        assert_eq!(world.holds(&tom, key).await, ("30".into(), Origin::Product));
        world.set(&world.olga, Owner::Organisation, number("wrap_up_seconds", 40)).await.unwrap();
        assert_eq!(world.holds(&tom, key).await, ("40".into(), Origin::Organisation));
        let group = Owner::Group(tom.group_id);
        world.set(&world.olga, group, number("wrap_up_seconds", 50)).await.unwrap();
        assert_eq!(world.holds(&tom, key).await, ("50".into(), Origin::Group));
        let own = Owner::User(tom.id);
        world.set(&world.olga, own, number("wrap_up_seconds", 60)).await.unwrap();
        assert_eq!(world.holds(&tom, key).await, ("60".into(), Origin::User));
        world.set(&world.olga, own, wanted(&[("wrap_up_seconds", None)])).await.unwrap();
        assert_eq!(world.holds(&tom, key).await, ("50".into(), Origin::Group), "reset inherits");
    }

    async fn grp_1_what_is_wrong_is_named_with_its_range_and_origin(db: TestDb) {
        let world = World::new(db).await;
        let (tom, _) = world.hire("tom", RoleKey::Technician).await;
        world.set(&world.olga, Owner::Organisation, number("session_idle_minutes", 30)).await.unwrap();
        let bad = wanted(&[
            ("wrap_up_seconds", Some(SettingValue::Number(4000))),
            ("session_idle_minutes", Some(SettingValue::Number(45))),
            ("two_factor_required", Some(SettingValue::Number(1))),
            ("colour", Some(SettingValue::Word("red".into()))),
            ("language", Some(SettingValue::Word("cs".into()))),
        ]);
        let answer = world.set(&world.olga, Owner::User(tom.id), bad).await.unwrap_err();
        let kernel::Error::Invalid(fields) = answer else { panic!("{answer}") };
        let named: Vec<String> = fields
            .iter()
            .map(|f| format!("{}={} {}", f.pointer, f.code, f.detail.clone().unwrap_or_default()))
            .collect();
        insta::assert_snapshot!(named.join("\n"), @r"
        colour=setting_unknown 
        language=setting_unknown 
        session_idle_minutes=setting_lowered At most 30, set by the organisation.
        two_factor_required=wrong_type Expected true or false.
        wrap_up_seconds=setting_out_of_range The range is 0 to 3600 seconds, set by the product.
        ");
        assert_eq!(world.holds(&tom, Key::SessionIdleMinutes).await.0, "30", "nothing was changed");
    }

    async fn grp_1_a_supervisor_sets_work_but_not_security_of_reports(db: TestDb) {
        let world = World::new(db).await;
        let (sue, boss) = world.hire("sue", RoleKey::Supervisor).await;
        let (tom, own) = world.hire("tom", RoleKey::Technician).await;
        let (una, _) = world.hire("una", RoleKey::Technician).await;
        world.report(&world.olga, tom.id, Some(sue.id)).await.unwrap();
        world.set(&boss, Owner::User(tom.id), number("wrap_up_seconds", 10)).await.unwrap();
        let stricter = number("session_idle_minutes", 5);
        assert_eq!(code(world.set(&boss, Owner::User(tom.id), stricter).await), "forbidden");
        let work = || number("wrap_up_seconds", 10);
        assert_eq!(code(world.set(&boss, Owner::User(una.id), work()).await), "not_found");
        assert_eq!(code(world.set(&boss, Owner::Group(tom.group_id), work()).await), "forbidden");
        assert_eq!(code(world.set(&own, Owner::User(tom.id), work()).await), "forbidden");
        assert_eq!(code(world.set(&own, Owner::Organisation, work()).await), "forbidden");
    }

    async fn usr_10_people_change_of_their_own_what_settings_allow(db: TestDb) {
        let world = World::new(db).await;
        let (tom, own) = world.hire("tom", RoleKey::Technician).await;
        let edit = async |patch: UserPatch| {
            let verb =
                world.crewdesk.write(&own, async |cx| users::update(cx, tom.id, None, patch).await);
            verb.await
        };
        let mobile = || UserPatch { mobile: Patch::Value("+420601123456".into()), ..UserPatch::default() };
        let language = || UserPatch { language: Patch::Value("cs".into()), ..UserPatch::default() };
        let note = UserPatch { note: Patch::Value("mine".into()), ..UserPatch::default() };
        // Address and number are confirmed first: see `reach`.
        assert_eq!(code(edit(mobile()).await), "forbidden");
        assert_eq!(edit(language()).await.unwrap().language, "cs");
        assert_eq!(code(edit(note).await), "forbidden");
        let group = Owner::Group(tom.group_id);
        let swap = wanted(&[
            ("self_service_photo", Some(SettingValue::Flag(true))),
            ("self_service_language", Some(SettingValue::Flag(false))),
        ]);
        world.set(&world.olga, group, swap).await.unwrap();
        assert_eq!(code(edit(mobile()).await), "forbidden");
        assert_eq!(code(edit(language()).await), "self_service_off");
    }

    async fn acc_6_session_limits_and_password_length_are_those_of_the_person(db: TestDb) {
        let world = World::new(db).await;
        let (ivy, link) = invite(&world, "ivy@example.org").await;
        let limits = wanted(&[
            ("session_idle_minutes", Some(SettingValue::Number(10))),
            ("sessions_at_a_time", Some(SettingValue::Number(2))),
            ("password_length", Some(SettingValue::Number(24))),
        ]);
        world.set(&world.olga, Owner::User(ivy.user_id), limits).await.unwrap();
        let short = accept(&world, &link, "six blue kettles on").await;
        assert_eq!(code(short), "password_too_short");
        let first = accept(&world, &link, GOOD).await.unwrap();
        let again = async || {
            world.clock.advance(Span::seconds(1));
            match knock(&world, "ivy@example.org", GOOD).await.unwrap() {
                Outcome::SignedIn(session) => session,
                other => panic!("{other:?}"),
            }
        };
        let (second, third) = (again().await, again().await);
        let alive = async |session: &SignedIn| world.crewdesk.authenticate(&session.token).await;
        assert!(alive(&first).await.is_err(), "the oldest made place");
        assert!(alive(&second).await.is_ok());
        world.clock.advance(Span::minutes(6));
        let used = alive(&third).await.unwrap();
        sessions::touch(&world.crewdesk, &used).await.unwrap();
        world.clock.advance(Span::minutes(6));
        assert!(alive(&second).await.is_err(), "unused for twelve minutes");
        assert!(alive(&third).await.is_ok(), "used six minutes ago");
    }

    async fn usr_12_a_move_is_seen_before_and_keeps_what_is_ones_own(db: TestDb) {
        let world = World::new(db).await;
        let (tom, own) = world.hire("tom", RoleKey::Technician).await;
        let night = world.group("Night shift").await;
        world.set(&world.olga, Owner::Group(night.id), number("wrap_up_seconds", 90)).await.unwrap();
        world.set(&world.olga, Owner::User(tom.id), number("session_hours", 8)).await.unwrap();
        let preview = world.crewdesk
            .read(&world.olga, async |cx| users::preview_move(cx, tom.id, night.id).await)
            .await
            .unwrap();
        let changed: Vec<_> = preview.settings.iter()
            .map(|(before, after)| format!("{} {}→{}", before.key.as_str(), before.value, after.value))
            .collect();
        assert_eq!(changed, ["wrap_up_seconds 30→90"]);
        let moved = world.move_to(&world.olga, &tom, &night, false).await.unwrap();
        assert_eq!(moved.group_id, night.id);
        assert_eq!(world.holds(&tom, Key::WrapUpSeconds).await, ("90".into(), Origin::Group));
        let moved_user = world.get(&world.olga, tom.id).await.unwrap();
        assert_eq!(world.holds(&moved_user, Key::SessionHours).await, ("8".into(), Origin::User));
        let told = world.crewdesk.read(&own, async |cx| notices::unread(cx).await).await.unwrap();
        assert!(told.iter().any(|notice| notice.kind == "moved_to_group"));
    }

    async fn usr_12_who_is_logged_on_to_a_queue_is_not_moved(db: TestDb) {
        let world = World::new(db).await;
        let (tom, own) = world.hire("tom", RoleKey::Technician).await;
        let night = world.group("Night shift").await;
        world.crewdesk.write(&own, async |cx| presence::log_on(cx).await).await.unwrap();
        let answer = world.move_to(&world.olga, &tom, &night, false).await;
        assert_eq!(code(answer), "logged_on_to_queue");
        world.move_to(&world.olga, &tom, &night, true).await.unwrap();
        let on = world.crewdesk.read(&own, async |cx| presence::is_logged_on(cx, tom.id).await);
        assert!(!on.await.unwrap(), "they were logged off");
    }

    async fn usr_16_it_is_seen_for_how_many_each_setting_changes(db: TestDb) {
        let world = World::new(db).await;
        let night = world.group("Night shift").await;
        let mut ids = Vec::new();
        for name in ["tom", "una", "vic"] {
            ids.push(world.hire(name, RoleKey::Technician).await.0.id);
        }
        world.set(&world.olga, Owner::Group(night.id), number("wrap_up_seconds", 90)).await.unwrap();
        world.set(&world.olga, Owner::Group(night.id), number("session_hours", 6)).await.unwrap();
        world.set(&world.olga, Owner::User(ids[0]), number("wrap_up_seconds", 45)).await.unwrap();
        world.set(&world.olga, Owner::User(ids[1]), number("session_hours", 5)).await.unwrap();
        let look = async |ids: &[UserId]| {
            let read = world.crewdesk.read(&world.olga, async |cx| users::preview_moves(cx, ids, night.id).await);
            let settings = read.await.unwrap().settings.into_iter();
            let told = settings.map(|one| format!("{} {} {}", one.key.as_str(), one.value, one.users));
            told.collect::<Vec<_>>()
        };
        assert_eq!(look(&ids).await, ["wrap_up_seconds 90 2", "session_hours 6 2"]);
        assert_eq!(look(&ids[..1]).await, ["session_hours 6 1"], "what is one's own stays");
        for id in &ids {
            let one = world.crewdesk.read(&world.olga, async |cx| users::preview_move(cx, *id, night.id).await);
            let one: Vec<_> = one.await.unwrap().settings.into_iter().map(|(_, after)| format!("{} {} 1", after.key.as_str(), after.value)).collect();
            assert_eq!(look(&[*id]).await, one, "as for one alone");
        }
    }

    async fn usr_16_all_whom_a_filter_finds_are_moved_by_and_by(db: TestDb) {
        let world = World::new(db).await;
        let night = world.group("Night shift").await;
        for name in ["tom", "una"] {
            world.hire(name, RoleKey::Technician).await;
        }
        world.hire("vic", RoleKey::Technician).await;
        let find = async |by: &Actor, words: &str| {
            let filter = Filter { search: Search::parse(words).unwrap(), ..Filter::default() };
            world.crewdesk.read(by, async |cx| users::movable(cx, &filter, night.id).await).await
        };
        assert_eq!(find(&world.olga, "").await.unwrap().in_all, 4);
        let found = find(&world.olga, "tom vic").await.unwrap();
        assert_eq!((found.ids.len(), found.in_all), (2, 2));
        let step = BulkStep::Move { group: night.id, force: false };
        let verb = users::step_many(&world.crewdesk, &world.olga, &found.ids, &step);
        assert!(verb.await.unwrap().iter().all(users::Outcome::is_done));
        assert_eq!(find(&world.olga, "tom vic").await.unwrap(), Concerned::default(), "who is there already");
        assert_eq!(find(&world.olga, "").await.unwrap().in_all, 2);
        let tom = world.hire("wim", RoleKey::Technician).await.1;
        assert_eq!(code(find(&tom, "").await), "forbidden");
    }

    async fn usr_16_many_are_moved_each_for_itself(db: TestDb) {
        let world = World::new(db).await;
        let night = world.group("Night shift").await;
        let mut ids = Vec::new();
        for name in ["tom", "una", "vic"] {
            ids.push(world.hire(name, RoleKey::Technician).await.0.id);
        }
        let stranger = kernel::ids::UserId::from_uuid(uuid::Uuid::from_u128(7));
        ids.insert(1, stranger);
        let step = BulkStep::Move { group: night.id, force: false };
        let verb = users::step_many(&world.crewdesk, &world.olga, &ids, &step);
        let told: Vec<bool> = verb.await.unwrap().iter().map(users::Outcome::is_done).collect();
        assert_eq!(told, [true, false, true, true]);
        let verb = world.crewdesk.read(&world.olga, async |cx| groups::get(cx, night.id).await);
        assert_eq!(verb.await.unwrap().users, 3);
    }

    async fn grp_1_a_group_with_users_stays(db: TestDb) {
        let world = World::new(db).await;
        let (tom, _) = world.hire("tom", RoleKey::Technician).await;
        let night = world.group("Night shift").await;
        world.move_to(&world.olga, &tom, &night, false).await.unwrap();
        let delete = async |id| {
            world.crewdesk.write(&world.olga, async |cx| groups::delete(cx, id).await).await
        };
        assert_eq!(code(delete(night.id).await), "group_in_use");
        assert_eq!(code(delete(tom.group_id).await), "default_group");
        let verb = world.crewdesk.write(&world.olga, async |cx| groups::make_default(cx, night.id).await);
        assert!(verb.await.unwrap().is_default);
        let olga = world.get(&world.olga, world.olga.user_id().unwrap()).await.unwrap();
        world.move_to(&world.olga, &olga, &night, false).await.unwrap();
        delete(tom.group_id).await.unwrap();
    }
}
