//! Skills, levels and profiles: who gives them, what is refused, what a move and a removal do (SPEC section
//! 1, GRP-3, USR-12; ADR 0014).

use domain::access::RoleKey;
use domain::groups;
use domain::profiles::{self, Full, NewProfile, ProfilePatch};
use domain::skills::{self, Asked, Cell, Held, NewSkill, SkillPatch};
use domain::users::{self, NewUser};
use domain::{Actor, audit};
use kernel::ids::{GroupId, ProfileId, SkillId, UserId};
use kernel::{Error, PageSize, Patch, Result};

use crate::world::{World, code, found, person, sign_in};

/// Contoso with the skills English and French, the groups Days and Nights, and Tom in Days, who reports to
/// Sam.
pub(crate) struct Floor {
    pub(crate) world: World,
    pub(crate) english: SkillId,
    pub(crate) french: SkillId,
    pub(crate) days: GroupId,
    pub(crate) nights: GroupId,
    pub(crate) tom: UserId,
    pub(crate) sam: Actor,
}

impl Floor {
    pub(crate) async fn new(db: db::testdb::TestDb) -> Self {
        let world = World::new(db).await;
        let (sam_user, sam) = world.hire("sam", RoleKey::Supervisor).await;
        let [days, nights] = [world.shift("Days").await, world.shift("Nights").await];
        let tom = NewUser { group_id: Some(days), reports_to: Some(sam_user.id), ..person("tom") };
        let tom = world.create(&world.olga, tom, RoleKey::Technician).await.unwrap().id;
        let [english, french] = [world.skill("English").await, world.skill("French").await];
        Self { world, english, french, days, nights, tom, sam }
    }

    pub(crate) async fn set(
        &self,
        by: &Actor,
        who: UserId,
        asked: &[(SkillId, i64)],
    ) -> Result<Held> {
        let asked = asked_for(asked);
        self.world.crewdesk.write(by, async |cx| skills::set(cx, who, None, &asked).await).await
    }

    async fn cells(&self, by: &Actor, cells: &[Cell]) -> Result<usize> {
        self.world.crewdesk.write(by, async |cx| skills::set_cells(cx, cells).await).await
    }

    /// Levels as `English 3, French 9`.
    async fn levels(&self, who: UserId) -> String {
        let read =
            self.world.crewdesk.read(&self.world.olga, async |cx| skills::of_user(cx, who).await);
        let all = read.await.unwrap().0;
        all.iter().map(|one| format!("{} {}", one.name, one.level)).collect::<Vec<_>>().join(", ")
    }

    async fn profile(&self, by: &Actor, new: NewProfile) -> Result<Full> {
        self.world.crewdesk.write(by, async |cx| profiles::create(cx, new).await).await
    }

    pub(crate) async fn of_group(&self, name: &str, group: GroupId) -> ProfileId {
        let new = self.named(name, &[(self.english, 5)]);
        let made =
            self.profile(&self.world.olga, NewProfile { group_id: Some(group), ..new }).await;
        made.unwrap().profile.id
    }

    pub(crate) async fn own(&self, name: &str, who: UserId) -> Result<Full> {
        let new = self.named(name, &[(self.french, 9)]);
        self.profile(&self.sam, NewProfile { user_id: Some(who), ..new }).await
    }

    fn named(&self, name: &str, skills: &[(SkillId, i64)]) -> NewProfile {
        NewProfile { name: name.into(), skills: asked_for(skills), ..NewProfile::default() }
    }

    pub(crate) async fn tick(&self, by: &Actor, who: UserId, wanted: &[ProfileId]) -> Result<()> {
        let verb = self.world.crewdesk.write(by, async |cx| profiles::tick(cx, who, wanted).await);
        verb.await.map(drop)
    }

    /// What somebody could log on with; what they do is marked.
    async fn choices(&self, by: &Actor, who: UserId) -> String {
        let read = self.world.crewdesk.read(by, async |cx| profiles::of_user(cx, who).await);
        let mark = |ticked: bool| if ticked { "*" } else { "" };
        let all = read.await.unwrap();
        let all = all.iter().map(|one| format!("{}{}", one.profile.name, mark(one.ticked)));
        all.collect::<Vec<_>>().join(" ")
    }
}

impl World {
    async fn skill(&self, name: &str) -> SkillId {
        let new = NewSkill { name: name.into(), ..NewSkill::default() };
        self.crewdesk.write(&self.olga, async |cx| skills::create(cx, new).await).await.unwrap().id
    }
}

fn asked_for(skills: &[(SkillId, i64)]) -> Vec<Asked> {
    skills.iter().map(|(skill_id, level)| Asked { skill_id: *skill_id, level: *level }).collect()
}

fn cell(user_id: UserId, skill_id: SkillId, level: Option<i64>) -> Cell {
    Cell { user_id, skill_id, level, was: Patch::Absent }
}

/// Every wrong field as `pointer code`.
fn wrong<T: std::fmt::Debug>(answer: Result<T>) -> String {
    let Err(Error::Invalid(fields)) = answer else { panic!("no refused values: {answer:?}") };
    let all = fields.iter().map(|one| format!("{} {}", one.pointer, one.code));
    all.collect::<Vec<_>>().join(", ")
}

db::on_both! {
    async fn a_level_is_a_whole_number_from_1_to_9_and_everything_wrong_is_told_at_once(db: TestDb) {
        let floor = Floor::new(db).await;
        let stranger = SkillId::from_uuid(floor.tom.as_uuid());
        let bad = [(floor.english, 0), (floor.french, 10), (stranger, 3), (floor.english, 4)];
        let told = wrong(floor.set(&floor.world.olga, floor.tom, &bad).await);
        let expected = "skills/0/level level_out_of_range, skills/1/level level_out_of_range, \
            skills/2/skill_id skill_unknown, skills/3/skill_id skill_twice";
        assert_eq!(told, expected);
        let new = NewProfile { group_id: Some(floor.days), ..floor.named("", &bad) };
        let told = wrong(floor.profile(&floor.world.olga, new).await);
        assert_eq!(told, format!("name required, {expected}"));
        assert_eq!(floor.levels(floor.tom).await, "");
        floor.set(&floor.world.olga, floor.tom, &[(floor.french, 9), (floor.english, 1)]).await.unwrap();
        assert_eq!(floor.levels(floor.tom).await, "English 1, French 9");
    }

    async fn rol_1_a_supervisor_gives_levels_to_reports_and_a_technician_to_nobody(db: TestDb) {
        let floor = Floor::new(db).await;
        let (ida, other) = floor.world.hire("ida", RoleKey::Technician).await;
        floor.set(&floor.sam, floor.tom, &[(floor.english, 3)]).await.unwrap();
        assert_eq!(code(floor.set(&floor.sam, ida.id, &[]).await), "not_found");
        let me = floor.sam.user_id().unwrap();
        assert_eq!(code(floor.set(&floor.sam, me, &[(floor.english, 9)]).await), "forbidden", "himself");
        assert_eq!(code(floor.set(&other, ida.id, &[(floor.english, 9)]).await), "forbidden");
        let own = floor.world.crewdesk.read(&other, async |cx| skills::of_user(cx, ida.id).await).await;
        assert_eq!(own.unwrap().0, [], "everybody sees their own");
        let crewdesk = &floor.world.crewdesk;
        let new = NewSkill { name: "Irish".into(), ..NewSkill::default() };
        let made = crewdesk.write(&floor.sam, async |cx| skills::create(cx, new).await).await;
        assert_eq!(code(made), "forbidden");
        let new = NewProfile { group_id: Some(floor.days), ..floor.named("Day", &[(floor.english, 3)]) };
        assert_eq!(code(floor.profile(&floor.sam, new).await), "forbidden");
        let seen = crewdesk.read(&floor.sam, async |cx| skills::list(cx, PageSize::default(), None).await);
        let seen = seen.await.unwrap().items;
        assert_eq!(seen.iter().map(|one| (one.skill.name.as_str(), one.people)).collect::<Vec<_>>(), [("English", 1), ("French", 0)]);
        let page = crewdesk.read(&other, async |cx| skills::list(cx, PageSize::default(), None).await).await;
        assert_eq!(code(page.map(|page| page.items)), "forbidden");
    }

    async fn a_change_of_many_cells_is_one_change_and_loses_nobodys(db: TestDb) {
        let floor = Floor::new(db).await;
        let olga = &floor.world.olga;
        let (ida, _) = floor.world.hire("ida", RoleKey::Technician).await;
        let all = [cell(floor.tom, floor.english, Some(3)), cell(floor.tom, floor.french, Some(4)), cell(ida.id, floor.french, Some(9))];
        assert_eq!(floor.cells(olga, &all).await.unwrap(), 3);
        assert_eq!(floor.cells(olga, &all).await.unwrap(), 0, "the same again changes nothing");
        let late = [
            Cell { was: Patch::Value(2), ..cell(floor.tom, floor.english, Some(7)) },
            Cell { was: Patch::Null, ..cell(ida.id, floor.english, Some(1)) },
            Cell { was: Patch::Value(1), ..cell(ida.id, floor.french, Some(9)) },
        ];
        let answer = floor.cells(olga, &late).await;
        let Err(Error::Invalid(fields)) = &answer else { panic!("{answer:?}") };
        assert_eq!(fields[0].detail.as_deref(), Some("It is now 3."));
        assert_eq!(wrong(answer), "cells/0/was level_changed", "both want 9 of Ida: no conflict");
        assert_eq!(floor.levels(ida.id).await, "French 9", "nothing of it was done");
        let bad = [cell(ida.id, floor.english, Some(0)), cell(floor.tom, SkillId::from_uuid(ida.id.as_uuid()), None),
            cell(UserId::from_uuid(floor.english.as_uuid()), floor.english, Some(1)), cell(ida.id, floor.english, Some(2))];
        assert_eq!(wrong(floor.cells(olga, &bad).await),
            "cells/2/user_id user_unknown, cells/0/level level_out_of_range, cells/1/skill_id skill_unknown, cells/3/skill_id skill_twice");
        assert_eq!(wrong(floor.cells(&floor.sam, &all).await), "cells/2/user_id user_unknown", "Ida is not his");
        let clear = [cell(floor.tom, floor.english, None), cell(floor.tom, floor.french, None)];
        assert_eq!(floor.cells(&floor.sam, &clear).await.unwrap(), 2);
        assert_eq!(floor.levels(floor.tom).await, "");
        let log = audit::list::Filter { action: Some("user.skills_changed".into()), ..Default::default() };
        let log = floor.world.crewdesk.read(olga, async |cx| audit::list::page(cx, &log, PageSize::default(), None).await);
        let rows = log.await.unwrap().items;
        assert_eq!(rows.len(), 3, "one for each person and change");
        assert_eq!((rows[0].before.as_str(), rows[0].after.as_str()), (r#"{"skills":{"English":3,"French":4}}"#, r#"{"skills":{}}"#));
    }

    async fn usr_5_levels_set_from_an_older_state_are_refused(db: TestDb) {
        let floor = Floor::new(db).await;
        let olga = &floor.world.olga;
        let before = floor.set(olga, floor.tom, &[(floor.english, 3)]).await.unwrap().version();
        floor.set(olga, floor.tom, &[(floor.english, 4)]).await.unwrap();
        let asked = asked_for(&[(floor.english, 5)]);
        let crewdesk = &floor.world.crewdesk;
        let late = crewdesk.write(olga, async |cx| skills::set(cx, floor.tom, Some(before), &asked).await).await;
        assert!(matches!(late, Err(Error::Stale)));
        let renamed = SkillPatch { name: Patch::Value("American".into()), ..SkillPatch::default() };
        let skill = crewdesk.write(olga, async |cx| skills::update(cx, floor.english, Some(1), renamed.clone()).await);
        assert_eq!(skill.await.unwrap().version, 2);
        let skill = crewdesk.write(olga, async |cx| skills::update(cx, floor.english, Some(1), renamed).await);
        assert!(matches!(skill.await, Err(Error::Stale)));
        let taken = SkillPatch { name: Patch::Value("FRENCH".into()), ..SkillPatch::default() };
        let taken = crewdesk.write(olga, async |cx| skills::update(cx, floor.english, None, taken).await);
        assert_eq!(code(taken.await), "name_taken");
    }

    async fn a_skill_in_use_stays_and_says_who_has_it(db: TestDb) {
        let floor = Floor::new(db).await;
        let olga = &floor.world.olga;
        let crewdesk = &floor.world.crewdesk;
        floor.set(olga, floor.tom, &[(floor.english, 3)]).await.unwrap();
        let day = floor.of_group("Day", floor.days).await;
        let delete = async |withdraw| crewdesk.write(olga, async |cx| skills::delete(cx, floor.english, withdraw).await).await;
        let Err(Error::Conflict { code, detail }) = delete(false).await else { panic!("in use") };
        assert_eq!(code.as_str(), "skill_in_use");
        assert_eq!(detail.as_deref(), Some("Held by tom Novák. In the profiles Day."));
        let Err(Error::Conflict { detail, .. }) = delete(true).await else { panic!("its only skill") };
        assert_eq!(detail.as_deref(), Some("It is the only skill of the profiles Day."));
        let both = ProfilePatch { skills: Patch::Value(asked_for(&[(floor.english, 2), (floor.french, 3)])), ..Default::default() };
        crewdesk.write(olga, async |cx| profiles::update(cx, day, None, both).await).await.unwrap();
        delete(true).await.unwrap();
        assert_eq!(floor.levels(floor.tom).await, "");
        let left = crewdesk.read(olga, async |cx| profiles::get(cx, day).await).await.unwrap();
        assert_eq!(left.skills.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["French"]);
    }

    async fn grp_3_profiles_of_the_group_are_ticked_and_ones_own_are_always_there(db: TestDb) {
        let floor = Floor::new(db).await;
        let (day, other) = (floor.of_group("Day", floor.days).await, floor.of_group("Night", floor.nights).await);
        let own = floor.own("Rare", floor.tom).await.unwrap();
        assert_eq!(own.people, 1);
        assert_eq!(floor.choices(&floor.sam, floor.tom).await, "Day Rare*");
        floor.tick(&floor.sam, floor.tom, &[day]).await.unwrap();
        assert_eq!(floor.choices(&floor.sam, floor.tom).await, "Day* Rare*");
        let missing = ProfileId::from_uuid(floor.tom.as_uuid());
        let told = wrong(floor.tick(&floor.sam, floor.tom, &[day, other, missing, own.profile.id]).await);
        assert_eq!(told, "profile_ids/1 profile_of_other_group, profile_ids/2 profile_unknown, profile_ids/3 profile_of_other_group");
        let tom = floor.world.get(&floor.world.olga, floor.tom).await.unwrap();
        let tom = sign_in(&floor.world.crewdesk, &tom).await;
        assert_eq!(floor.choices(&tom, floor.tom).await, "Day* Rare*");
        assert_eq!(code(floor.tick(&tom, floor.tom, &[]).await), "forbidden");
        let crewdesk = &floor.world.crewdesk;
        let gone = crewdesk.write(&floor.world.olga, async |cx| profiles::delete(cx, day, false).await).await;
        let Err(Error::Conflict { code, detail }) = gone else { panic!("{gone:?}") };
        assert_eq!((code.as_str(), detail.as_deref()), ("profile_in_use", Some("Ticked for tom Novák.")));
        floor.tick(&floor.sam, floor.tom, &[]).await.unwrap();
        crewdesk.write(&floor.world.olga, async |cx| profiles::delete(cx, day, false).await).await.unwrap();
        crewdesk.write(&floor.sam, async |cx| profiles::delete(cx, own.profile.id, false).await).await.unwrap();
        assert_eq!(floor.choices(&tom, floor.tom).await, "");
    }

    async fn a_profile_has_one_owner_a_name_of_its_own_and_a_skill(db: TestDb) {
        let floor = Floor::new(db).await;
        let olga = &floor.world.olga;
        let one = |group_id, user_id| NewProfile { group_id, user_id, ..floor.named("One", &[(floor.english, 1)]) };
        assert_eq!(wrong(floor.profile(olga, one(None, None)).await), "group_id profile_owner");
        assert_eq!(wrong(floor.profile(olga, one(Some(floor.days), Some(floor.tom))).await), "group_id profile_owner");
        let nobody = UserId::from_uuid(floor.days.as_uuid());
        assert_eq!(wrong(floor.profile(olga, one(None, Some(nobody))).await), "user_id user_unknown");
        let nowhere = GroupId::from_uuid(floor.tom.as_uuid());
        assert_eq!(wrong(floor.profile(olga, one(Some(nowhere), None)).await), "group_id group_unknown");
        let empty = NewProfile { group_id: Some(floor.days), name: "One".into(), ..NewProfile::default() };
        assert_eq!(wrong(floor.profile(olga, empty).await), "skills profile_empty");
        floor.profile(olga, one(Some(floor.days), None)).await.unwrap();
        floor.profile(olga, one(Some(floor.nights), None)).await.unwrap();
        floor.profile(olga, one(None, Some(floor.tom))).await.unwrap();
        assert_eq!(code(floor.profile(olga, one(Some(floor.days), None)).await), "name_taken");
        assert_eq!(code(floor.profile(olga, one(None, Some(floor.tom))).await), "name_taken");
        let all = async |by: &Actor, filter: profiles::Filter| {
            let read = floor.world.crewdesk.read(by, async |cx| profiles::list(cx, &filter, PageSize::default(), None).await);
            read.await.unwrap().items.len()
        };
        assert_eq!(all(olga, profiles::Filter::default()).await, 3);
        assert_eq!(all(olga, profiles::Filter { group: Some(floor.days), ..Default::default() }).await, 1);
        assert_eq!(all(olga, profiles::Filter { user: Some(floor.tom), ..Default::default() }).await, 1);
        let (_, supervisor) = floor.world.hire("sue", RoleKey::Supervisor).await;
        assert_eq!(all(&supervisor, profiles::Filter::default()).await, 2, "Tom is not hers");
    }

    async fn usr_12_a_move_takes_the_groups_profiles_and_leaves_ones_own_and_levels(db: TestDb) {
        let floor = Floor::new(db).await;
        let olga = &floor.world.olga;
        let day = floor.of_group("Day", floor.days).await;
        floor.of_group("Late day", floor.days).await;
        floor.of_group("Night", floor.nights).await;
        floor.own("Rare", floor.tom).await.unwrap();
        floor.set(olga, floor.tom, &[(floor.english, 3)]).await.unwrap();
        floor.tick(olga, floor.tom, &[day]).await.unwrap();
        let crewdesk = &floor.world.crewdesk;
        let preview = crewdesk.read(olga, async |cx| users::preview_move(cx, floor.tom, floor.nights).await);
        let told = preview.await.unwrap().profiles;
        let names = |all: &[profiles::Profile]| all.iter().map(|one| one.name.clone()).collect::<Vec<_>>().join(" ");
        assert_eq!((names(&told.lost), names(&told.offered)), ("Day".into(), "Night".into()));
        let many = crewdesk.read(olga, async |cx| users::preview_moves(cx, &[floor.tom], floor.nights).await).await.unwrap();
        assert_eq!((many.profiles_lost, many.profiles_offered), (vec!["Day".into()], vec!["Night".into()]));
        assert_eq!((many.moving, many.resource_filter), (1, None));
        crewdesk.write(olga, async |cx| users::move_group(cx, floor.tom, None, floor.nights, false).await).await.unwrap();
        assert_eq!(floor.choices(olga, floor.tom).await, "Night Rare*");
        assert_eq!(floor.levels(floor.tom).await, "English 3");
        crewdesk.write(olga, async |cx| users::move_group(cx, floor.tom, None, floor.days, false).await).await.unwrap();
        assert_eq!(floor.choices(olga, floor.tom).await, "Day Late day Rare*", "what was taken does not come back");
        crewdesk.write(olga, async |cx| users::move_group(cx, floor.tom, None, floor.nights, false).await).await.unwrap();
        crewdesk.write(olga, async |cx| groups::delete(cx, floor.days).await).await.unwrap();
        let gone = crewdesk.read(olga, async |cx| profiles::get(cx, day).await).await;
        assert_eq!(code(gone), "not_found", "a group's profiles go with it");
    }

    async fn usr_8_whoever_is_removed_leaves_no_level_and_no_profile(db: TestDb) {
        let floor = Floor::new(db).await;
        let olga = &floor.world.olga;
        let day = floor.of_group("Day", floor.days).await;
        let own = floor.own("Rare", floor.tom).await.unwrap().profile.id;
        floor.set(olga, floor.tom, &[(floor.french, 3)]).await.unwrap();
        floor.tick(olga, floor.tom, &[day]).await.unwrap();
        floor.world.remove(olga, floor.tom, None).await.unwrap();
        let crewdesk = &floor.world.crewdesk;
        assert_eq!(code(crewdesk.read(olga, async |cx| profiles::get(cx, own).await).await), "not_found");
        assert_eq!(crewdesk.read(olga, async |cx| profiles::get(cx, day).await).await.unwrap().people, 0);
        crewdesk.write(olga, async |cx| skills::delete(cx, floor.french, false).await).await.unwrap();
    }

    async fn what_is_another_organisations_is_not_there(db: TestDb) {
        let floor = Floor::new(db).await;
        let day = floor.of_group("Day", floor.days).await;
        let own = floor.own("Rare", floor.tom).await.unwrap().profile.id;
        let (_, nick) = found(&floor.world.crewdesk, "Fabrikam", "nick").await;
        let nick = sign_in(&floor.world.crewdesk, &nick).await;
        let crewdesk = &floor.world.crewdesk;
        assert_eq!(code(crewdesk.read(&nick, async |cx| skills::get(cx, floor.english).await).await), "not_found");
        assert_eq!(code(crewdesk.write(&nick, async |cx| skills::delete(cx, floor.english, true).await).await), "not_found");
        assert_eq!(code(floor.set(&nick, floor.tom, &[]).await), "not_found");
        for id in [day, own] {
            assert_eq!(code(crewdesk.read(&nick, async |cx| profiles::get(cx, id).await).await), "not_found");
            assert_eq!(code(crewdesk.write(&nick, async |cx| profiles::delete(cx, id, true).await).await), "not_found");
        }
        let mine = nick.user_id().unwrap();
        assert_eq!(wrong(floor.set(&nick, mine, &[(floor.english, 3)]).await), "skills/0/skill_id skill_unknown");
        assert_eq!(wrong(floor.tick(&nick, mine, &[day]).await), "profile_ids/0 profile_unknown");
        let new = NewProfile { group_id: Some(floor.days), ..floor.named("X", &[(floor.english, 1)]) };
        assert_eq!(wrong(floor.profile(&nick, new).await), "group_id group_unknown");
    }
}
