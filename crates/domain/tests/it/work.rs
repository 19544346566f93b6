//! Lists by skill, level and profile, and who can't receive work (SPEC USR-1, GRP-6).

use domain::access::RoleKey;
use domain::skills::{self, Level};
use domain::users::list::{self, Filter, Request};
use domain::users::{self, NewUser, UserType};
use domain::{Actor, Cx, profiles};
use kernel::Result;
use kernel::ids::UserId;

use crate::skills::Floor;
use crate::world::{World, person};

impl World {
    /// Reads with the rights and the organisation of this moment, as each request does.
    async fn look<T>(&self, by: &Actor, query: impl AsyncFnOnce(&mut Cx<'_>) -> Result<T>) -> T {
        let session = by.principal().unwrap().session_id;
        let now = self.crewdesk.reload(by, session).await.unwrap();
        self.crewdesk.read(&now, query).await.unwrap()
    }

    /// Usernames that a filter leaves, and as many counted.
    async fn narrowed(&self, by: &Actor, filter: Filter) -> String {
        let request = Request { filter, count: true, ..Request::default() };
        let page = self.look(by, async |cx| list::page(cx, &request).await).await;
        assert_eq!(page.total, Some(u64::try_from(page.items.len()).unwrap()));
        page.items.into_iter().map(|user| user.username).collect::<Vec<_>>().join(" ")
    }

    async fn without_work(&self, by: &Actor) -> (String, i64) {
        let filter = Filter { without_work: true, ..Filter::default() };
        let count = self.look(by, async |cx| users::count_without_work(cx).await).await;
        (self.narrowed(by, filter).await, count)
    }
}

fn at_least(floor: &Floor, level: i64) -> Filter {
    let min_level = Level::new(level).unwrap();
    Filter { skills: vec![floor.english], min_level, ..Filter::default() }
}

db::on_both! {
    async fn usr_1_the_list_is_narrowed_by_skill_level_and_profile(db: TestDb) {
        let floor = Floor::new(db).await;
        let (world, olga) = (&floor.world, &floor.world.olga);
        let ida = NewUser { group_id: Some(floor.days), ..person("ida") };
        let ida = world.create(olga, ida, RoleKey::Technician).await.unwrap().id;
        let day = floor.of_group("Day", floor.days).await;
        floor.set(olga, floor.tom, &[(floor.english, 3), (floor.french, 9)]).await.unwrap();
        floor.tick(olga, ida, &[day]).await.unwrap();
        assert_eq!(world.narrowed(olga, at_least(&floor, 1)).await, "ida tom", "Ida by the profile, at 5");
        assert_eq!(world.narrowed(olga, at_least(&floor, 4)).await, "ida");
        assert_eq!(world.narrowed(olga, at_least(&floor, 6)).await, "");
        let french = Filter { skills: vec![floor.french], ..Filter::default() };
        assert_eq!(world.narrowed(olga, french.clone()).await, "tom");
        floor.own("Rare", ida).await.unwrap_err();
        assert_eq!(world.narrowed(olga, Filter { skills: vec![floor.english, floor.french], ..french }).await, "ida tom");
        let logs_on = Filter { profiles: vec![day], ..Filter::default() };
        assert_eq!(world.narrowed(olga, logs_on.clone()).await, "ida");
        let elsewhere = Filter { groups: vec![floor.nights], ..at_least(&floor, 1) };
        assert_eq!(world.narrowed(olga, elsewhere).await, "");
        let here = Filter { groups: vec![floor.days], ..at_least(&floor, 1) };
        assert_eq!(world.narrowed(olga, here).await, "ida tom");
        assert_eq!(world.narrowed(&floor.sam, at_least(&floor, 1)).await, "tom", "whom he sees");
        assert_eq!(world.narrowed(&floor.sam, logs_on).await, "");
        floor.own("Rare", floor.tom).await.unwrap();
        floor.set(olga, floor.tom, &[]).await.unwrap();
        let rare = Filter { skills: vec![floor.french], groups: vec![floor.days], ..Filter::default() };
        assert_eq!(world.narrowed(olga, rare).await, "tom", "by a profile of his own");
    }

    async fn grp_6_an_agent_with_no_skill_and_no_profile_is_told(db: TestDb) {
        let floor = Floor::new(db).await;
        let (world, olga) = (&floor.world, &floor.world.olga);
        let screen = NewUser { user_type: UserType::Wallboard, ..person("wall") };
        world.create(olga, screen, RoleKey::Technician).await.unwrap();
        assert_eq!(world.without_work(olga).await, ("tom".into(), 1), "no supervisor, no screen");
        let (tom, role) = (world.get(olga, floor.tom).await.unwrap(), RoleKey::Technician.as_str());
        let told = async |user: users::User| world.look(olga, async |cx| Ok(users::cannot_receive_work(cx.principal()?, &user, role))).await;
        assert!(told(tom).await);
        floor.set(olga, floor.tom, &[(floor.english, 1)]).await.unwrap();
        assert_eq!(world.without_work(olga).await, (String::new(), 0));
        assert!(!told(world.get(olga, floor.tom).await.unwrap()).await);
        floor.set(olga, floor.tom, &[]).await.unwrap();
        let day = floor.of_group("Day", floor.days).await;
        floor.tick(olga, floor.tom, &[day]).await.unwrap();
        assert_eq!(world.without_work(olga).await.1, 0, "a profile will do");
        let crewdesk = &world.crewdesk;
        crewdesk.write(olga, async |cx| users::move_group(cx, floor.tom, None, floor.nights, false).await).await.unwrap();
        assert_eq!(world.without_work(olga).await.1, 1, "the group's profile is gone with the group");
        let own = floor.own("Rare", floor.tom).await.unwrap().profile.id;
        assert_eq!(world.without_work(olga).await.1, 0);
        crewdesk.write(olga, async |cx| profiles::delete(cx, own, false).await).await.unwrap();
        assert_eq!(world.without_work(&floor.sam).await, ("tom".into(), 1));
        world.suspend(olga, floor.tom).await.unwrap();
        assert_eq!(world.without_work(olga).await.1, 0, "who is suspended is not active");
    }

    async fn grp_6_what_is_taken_from_many_is_noted_for_each(db: TestDb) {
        let floor = Floor::new(db).await;
        let (world, olga) = (&floor.world, &floor.world.olga);
        let day = floor.of_group("Day", floor.days).await;
        floor.tick(olga, floor.tom, &[day]).await.unwrap();
        let (ida, _) = world.hire("ida", RoleKey::Technician).await;
        floor.set(olga, ida.id, &[(floor.french, 2)]).await.unwrap();
        let crewdesk = &world.crewdesk;
        crewdesk.write(olga, async |cx| profiles::delete(cx, day, true).await).await.unwrap();
        assert_eq!(world.without_work(olga).await.0, "tom");
        crewdesk.write(olga, async |cx| skills::delete(cx, floor.french, true).await).await.unwrap();
        assert_eq!(world.without_work(olga).await.0, "ida tom");
        crewdesk.write(olga, async |cx| skills::delete(cx, floor.english, true).await).await.unwrap();
        assert_eq!(world.without_work(olga).await.0, "", "without skills work is not handed out by them");
        let nobody: Vec<UserId> = Vec::new();
        assert!(world.look(olga, async |cx| skills::of_users(cx, &nobody, &[]).await).await.is_empty());
    }
}
