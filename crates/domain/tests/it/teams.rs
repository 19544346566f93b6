//! Teams, their leaders and members, and what leading reaches (SPEC GRP-4, ROL-3, ROL-4).

use domain::access::RoleKey;
use domain::teams::{self, Led, NewTeam, TeamPatch, locations};
use domain::users::list::{self, Filter, Request};
use domain::users::{NewUser, User};
use domain::{Actor, groups};
use jiff::civil::Date;
use kernel::ids::{TeamId, UserId};
use kernel::{PageSize, Patch, Result, Span};

use crate::world::{World, code, person};

impl World {
    async fn team(&self, name: &str, leaders: &[UserId]) -> Led {
        let new = NewTeam { name: name.into(), leaders: leaders.to_vec(), ..NewTeam::default() };
        self.crewdesk.write(&self.olga, async |cx| teams::create(cx, new).await).await.unwrap()
    }

    async fn allocate(
        &self,
        by: &Actor,
        team: TeamId,
        who: UserId,
        days: (Option<Date>, Option<Date>),
    ) -> Result<()> {
        let verb =
            self.crewdesk.write(by, async |cx| teams::allocate(cx, team, &[who], days).await);
        verb.await
    }

    async fn withdraw(&self, team: TeamId, who: UserId) -> Result<()> {
        let verb =
            self.crewdesk.write(&self.olga, async |cx| teams::withdraw(cx, team, who, None).await);
        verb.await
    }

    async fn sees(&self, by: &Actor) -> Vec<String> {
        let read = self.crewdesk.read(by, async |cx| list::page(cx, &Request::default()).await);
        read.await.unwrap().items.into_iter().map(|user| user.username).collect()
    }

    async fn names(&self, by: &Actor, filter: Filter) -> Vec<String> {
        let request = Request { filter, ..Request::default() };
        let read = self.crewdesk.read(by, async |cx| list::page(cx, &request).await);
        read.await.unwrap().items.into_iter().map(|user| user.username).collect()
    }
}

const OPEN: (Option<Date>, Option<Date>) = (None, None);

db::on_both! {
    async fn grp_4_a_leader_reaches_exactly_the_led_teams_at_the_next_request(db: TestDb) {
        let world = World::new(db).await;
        let (lea, leader) = world.hire("lea", RoleKey::TeamLeader).await;
        let (tom, _) = world.hire("tom", RoleKey::Technician).await;
        let (una, _) = world.hire("una", RoleKey::Technician).await;
        assert_eq!(world.sees(&leader).await, ["lea"]);
        let days = world.team("Days", &[lea.id]).await.team.id;
        let nights = world.team("Nights", &[]).await.team.id;
        world.allocate(&world.olga, days, tom.id, OPEN).await.unwrap();
        world.allocate(&world.olga, nights, una.id, OPEN).await.unwrap();
        assert_eq!(world.sees(&leader).await, ["lea", "tom"]);
        assert_eq!(world.get(&leader, tom.id).await.unwrap().username, "tom");
        assert_eq!(code(world.get(&leader, una.id).await), "not_found");
        assert_eq!(code(world.suspend(&leader, tom.id).await), "forbidden", "seeing is not acting");
        let mine = world.crewdesk.read(&leader, async |cx| teams::list(cx).await).await.unwrap();
        assert_eq!(mine.iter().map(|led| led.team.name.as_str()).collect::<Vec<_>>(), ["Days"]);
        let other = world.crewdesk.read(&leader, async |cx| teams::get(cx, nights).await).await;
        assert_eq!(code(other), "not_found");
        world.withdraw(days, tom.id).await.unwrap();
        assert_eq!(world.sees(&leader).await, ["lea"], "at the next request");
    }

    async fn grp_4_memberships_are_dated_and_their_history_is_kept(db: TestDb) {
        let world = World::new(db).await;
        let (lea, leader) = world.hire("lea", RoleKey::TeamLeader).await;
        let (tom, _) = world.hire("tom", RoleKey::Technician).await;
        let team = world.team("Days", &[lea.id]).await.team.id;
        let today = world.crewdesk.read(&world.olga, async |cx| Ok(cx.today())).await.unwrap();
        let today: Date = today.parse().unwrap();
        let (soon, later) = (today.tomorrow().unwrap(), today.tomorrow().unwrap().tomorrow().unwrap());
        world.allocate(&world.olga, team, tom.id, (Some(soon), Some(later))).await.unwrap();
        assert_eq!(world.sees(&leader).await, ["lea"], "not yet");
        let again = world.allocate(&world.olga, team, tom.id, OPEN).await;
        assert_eq!(code(again), "already_in_team", "the two would overlap");
        let backwards = world.allocate(&world.olga, team, lea.id, (Some(later), Some(soon))).await;
        assert_eq!(code(backwards), "end_before_start");
        world.clock.advance(Span::hours(23));
        let leader = crate::world::sign_in(&world.crewdesk, &lea).await;
        world.clock.advance(Span::hours(1));
        assert_eq!(world.sees(&leader).await, ["lea", "tom"]);
        world.clock.advance(Span::hours(22));
        let (lea, olga) = (lea.id, world.olga.user_id().unwrap());
        let (lea, olga) = (world_user(&world, lea).await, world_user(&world, olga).await);
        let leader = crate::world::sign_in(&world.crewdesk, &lea).await;
        let olga = crate::world::sign_in(&world.crewdesk, &olga).await;
        world.clock.advance(Span::hours(2));
        assert_eq!(world.sees(&leader).await, ["lea"], "the last day is over");
        let size = PageSize::default();
        let members = async |history| {
            let read = world.crewdesk.read(&olga, async |cx| {
                teams::members(cx, team, history, size, None).await
            });
            read.await.unwrap().items.len()
        };
        assert_eq!((members(false).await, members(true).await), (0, 1));
    }

    async fn grp_4_who_is_in_no_team_is_listed(db: TestDb) {
        let world = World::new(db).await;
        let (tom, _) = world.hire("tom", RoleKey::Technician).await;
        world.hire("una", RoleKey::Technician).await;
        let team = world.team("Days", &[]).await.team.id;
        world.allocate(&world.olga, team, tom.id, OPEN).await.unwrap();
        let read = world.crewdesk.read(&world.olga, async |cx| {
            teams::unallocated(cx, PageSize::default(), None).await
        });
        let free: Vec<_> = read.await.unwrap().items.into_iter().map(|user| user.username).collect();
        assert_eq!(free, ["olga", "una"]);
        let inside = Filter { teams: vec![team], ..Filter::default() };
        assert_eq!(world.names(&world.olga, inside).await, ["tom"]);
    }

    async fn usr_3_a_user_is_created_in_teams_or_not_at_all(db: TestDb) {
        let world = World::new(db).await;
        let team = world.team("Days", &[]).await.team.id;
        let nobody = TeamId::from_uuid(uuid::Uuid::from_u128(7));
        let new = |teams| NewUser { teams, ..person("tom") };
        let refused = world.create(&world.olga, new(vec![team, nobody]), RoleKey::Technician).await;
        assert_eq!(code(refused), "team_unknown");
        let tom = world.create(&world.olga, new(vec![team]), RoleKey::Technician).await.unwrap();
        let read = world.crewdesk.read(&world.olga, async |cx| teams::of_user(cx, tom.id).await);
        assert_eq!(read.await.unwrap(), [team]);
    }

    async fn grp_4_what_is_in_use_stays(db: TestDb) {
        let world = World::new(db).await;
        let (tom, _) = world.hire("tom", RoleKey::Technician).await;
        let team = world.team("Days", &[]).await.team.id;
        let brno = world.crewdesk
            .write(&world.olga, async |cx| locations::create(cx, "Brno").await)
            .await
            .unwrap();
        let patch = TeamPatch { location_id: Patch::Value(brno.id), ..TeamPatch::default() };
        world.crewdesk
            .write(&world.olga, async |cx| teams::update(cx, team, Some(1), patch).await)
            .await
            .unwrap();
        world.allocate(&world.olga, team, tom.id, OPEN).await.unwrap();
        let delete = async || {
            world.crewdesk.write(&world.olga, async |cx| teams::delete(cx, team).await).await
        };
        let close = async || {
            world.crewdesk.write(&world.olga, async |cx| locations::delete(cx, brno.id).await).await
        };
        assert_eq!(code(delete().await), "team_in_use");
        assert_eq!(code(close().await), "location_in_use");
        world.withdraw(team, tom.id).await.unwrap();
        delete().await.unwrap();
        close().await.unwrap();
    }

    async fn grp_4_only_who_may_manages_teams(db: TestDb) {
        let world = World::new(db).await;
        let (lea, leader) = world.hire("lea", RoleKey::TeamLeader).await;
        let (tom, own) = world.hire("tom", RoleKey::Technician).await;
        let team = world.team("Days", &[lea.id]).await.team.id;
        assert_eq!(code(world.allocate(&leader, team, tom.id, OPEN).await), "forbidden");
        assert_eq!(code(world.allocate(&own, team, tom.id, OPEN).await), "forbidden");
        let night = world.crewdesk
            .write(&leader, async |cx| groups::create(cx, "Night").await)
            .await;
        assert_eq!(code(night), "forbidden");
    }
}

async fn world_user(world: &World, id: UserId) -> User {
    let olga = world.olga.clone();
    let organisation = olga.organisation_id().unwrap();
    let system = Actor::system("test", crate::world::origin());
    let read =
        world.crewdesk.read_in(organisation, &system, async |cx| domain::users::get(cx, id).await);
    read.await.unwrap().user
}
