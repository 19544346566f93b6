//! Resource filters: what they hide, from whom, and that nobody widens their own sight (SPEC GRP-2, ROL-3).

use domain::access::{Action, RoleKey};
use domain::resource_filters::{self, FilterPatch, Holder, HolderKind, NewFilter};
use domain::teams::{self, NewTeam};
use domain::users::list::{self, Filter, Request, Search};
use domain::users::{self, BulkStep, NewUser};
use domain::{Actor, audit, groups, invitations, roles, sessions};
use kernel::ids::{GroupId, ResourceFilterId, TeamId, UserId};
use kernel::{PageSize, Patch, Result};

use crate::world::{World, code, person, sign_in};

/// Contoso with the groups Days and Nights, the team Phones, and somebody in each and in none.
struct Desk {
    world: World,
    days: GroupId,
    nights: GroupId,
    phones: TeamId,
    post: TeamId,
    dora: UserId,
    nina: UserId,
}

impl Desk {
    async fn new(db: db::testdb::TestDb) -> Self {
        let world = World::new(db).await;
        let days = world.shift("Days").await;
        let nights = world.shift("Nights").await;
        let phones = world.crew("Phones").await;
        let post = world.crew("Post").await;
        let put = |group, teams, name| NewUser { group_id: Some(group), teams, ..person(name) };
        let (dora, nina) = (put(days, vec![], "dora"), put(nights, vec![], "nina"));
        let dora = world.create(&world.olga, dora, RoleKey::Technician).await.unwrap().id;
        let nina = world.create(&world.olga, nina, RoleKey::Technician).await.unwrap().id;
        for new in [put(nights, vec![phones], "paul"), put(nights, vec![post], "petr")] {
            world.create(&world.olga, new, RoleKey::Technician).await.unwrap();
        }
        Self { world, days, nights, phones, post, dora, nina }
    }

    /// An Administrator in this group, signed in.
    async fn administrator(&self, name: &str, group: GroupId) -> (UserId, Actor) {
        let new = NewUser { group_id: Some(group), ..person(name) };
        let user = self.world.create(&self.world.olga, new, RoleKey::Administrator).await.unwrap();
        (user.id, sign_in(&self.world.crewdesk, &user).await)
    }

    async fn filter(&self, name: &str, groups: &[GroupId], teams: &[TeamId]) -> ResourceFilterId {
        let new = NewFilter { name: name.into(), groups: groups.into(), teams: teams.into() };
        let verb = self
            .world
            .crewdesk
            .write(&self.world.olga, async |cx| resource_filters::create(cx, new).await);
        verb.await.unwrap().filter.id
    }

    async fn assign(
        &self,
        by: &Actor,
        holder: Holder,
        filter: Option<ResourceFilterId>,
    ) -> Result<()> {
        let verb = self
            .world
            .crewdesk
            .write(by, async |cx| resource_filters::assign(cx, holder, filter).await);
        verb.await.map(drop)
    }

    /// Usernames, by whoever has this session.
    async fn sees(&self, by: &Actor) -> String {
        self.finds(by, Filter::default()).await
    }

    async fn finds(&self, by: &Actor, filter: Filter) -> String {
        let request = Request { filter, count: true, ..Request::default() };
        let read = self.world.read(by, async |cx| list::page(cx, &request).await);
        let page = read.await.unwrap();
        assert_eq!(page.total, Some(u64::try_from(page.items.len()).unwrap()));
        page.items.into_iter().map(|user| user.username).collect::<Vec<_>>().join(" ")
    }
}

impl World {
    pub(crate) async fn shift(&self, name: &str) -> GroupId {
        self.crewdesk.write(&self.olga, async |cx| groups::create(cx, name).await).await.unwrap().id
    }

    async fn crew(&self, name: &str) -> TeamId {
        let new = NewTeam { name: name.into(), ..NewTeam::default() };
        let made = self.crewdesk.write(&self.olga, async |cx| teams::create(cx, new).await);
        made.await.unwrap().team.id
    }

    /// Reads with the rights of this moment, as each request does.
    async fn read<T>(
        &self,
        by: &Actor,
        query: impl AsyncFnOnce(&mut domain::Cx<'_>) -> Result<T>,
    ) -> Result<T> {
        let session = by.principal().unwrap().session_id;
        let now = self.crewdesk.reload(by, session).await.unwrap();
        self.crewdesk.read(&now, query).await
    }
}

db::on_both! {
    async fn grp_2_a_filter_hides_people_groups_and_teams_everywhere(db: TestDb) {
        let desk = Desk::new(db).await;
        let (ada_id, ada) = desk.administrator("ada", desk.nights).await;
        assert_eq!(desk.sees(&ada).await, "ada dora nina olga paul petr");
        let filter = desk.filter("Day desk", &[desk.days], &[desk.phones]).await;
        desk.assign(&desk.world.olga, Holder::User(ada_id), Some(filter)).await.unwrap();
        let world = &desk.world;
        assert_eq!(desk.sees(&ada).await, "ada dora paul", "at the next request, herself included");
        let search = Filter { search: Search::parse("novak").unwrap(), ..Filter::default() };
        assert_eq!(desk.finds(&ada, search).await.split(' ').count(), 3);
        let hidden = Filter { groups: vec![desk.nights], ..Filter::default() };
        assert_eq!(desk.finds(&ada, hidden).await, "ada paul");
        let hidden = Filter { teams: vec![desk.post], ..Filter::default() };
        assert_eq!(desk.finds(&ada, hidden).await, "");
        assert_eq!(code(world.read(&ada, async |cx| users::get(cx, desk.nina).await).await), "not_found");
        world.read(&ada, async |cx| users::get(cx, ada_id).await).await.unwrap();
        let named = world.read(&ada, async |cx| users::several(cx, &[desk.nina, desk.dora]).await);
        assert_eq!(named.await.unwrap().len(), 1);
        let counted = world.read(&ada, async |cx| users::counters(cx).await).await.unwrap();
        assert_eq!((counted.users, counted.administrators), (3, 1));
        let all = world.read(&ada, async |cx| groups::list(cx).await).await.unwrap();
        assert_eq!(all.iter().map(|one| one.id).collect::<Vec<_>>(), [desk.days]);
        assert_eq!(code(world.read(&ada, async |cx| groups::get(cx, desk.nights).await).await), "not_found");
        let all = world.read(&ada, async |cx| teams::list(cx).await).await.unwrap();
        assert_eq!(all.iter().map(|led| led.team.id).collect::<Vec<_>>(), [desk.phones]);
        assert_eq!(world.read(&ada, async |cx| teams::named(cx).await).await.unwrap().len(), 1);
        assert_eq!(code(world.read(&ada, async |cx| teams::get(cx, desk.post).await).await), "not_found");
        let log = audit::list::Filter { action: Some("user.created".into()), ..Default::default() };
        let log = world.read(&ada, async |cx| audit::list::page(cx, &log, PageSize::default(), None).await);
        let mut told: Vec<_> = log.await.unwrap().items.into_iter().map(|row| row.subject_name).collect();
        told.sort();
        assert_eq!(told, ["ada Novák", "dora Novák", "paul Novák"]);
        for (kind, id, seen) in [
            ("user", desk.nina.as_uuid(), false),
            ("user", desk.dora.as_uuid(), true),
            ("group", desk.nights.as_uuid(), false),
            ("team", desk.post.as_uuid(), false),
            ("team", desk.phones.as_uuid(), true),
            ("role", desk.post.as_uuid(), true),
        ] {
            let shown = world.read(&ada, async |cx| resource_filters::shows(cx, kind, id).await).await;
            assert_eq!(shown.unwrap(), seen, "{kind} {id}");
        }
        let tokens = world.read(&ada, async |cx| sessions::tokens::list_all(cx, PageSize::default(), None).await);
        assert!(tokens.await.unwrap().items.is_empty());
        desk.assign(&world.olga, Holder::User(ada_id), None).await.unwrap();
        assert_eq!(desk.sees(&ada).await, "ada dora nina olga paul petr");
    }

    async fn grp_2_a_filter_never_widens_what_the_role_allows(db: TestDb) {
        let desk = Desk::new(db).await;
        let (sam_id, sam) = desk.world.hire("sam", RoleKey::Supervisor).await;
        let (tom_id, tom) = desk.world.hire("tom", RoleKey::Technician).await;
        for below in [desk.dora, desk.nina] {
            desk.world.report(&desk.world.olga, below, Some(sam_id.id)).await.unwrap();
        }
        assert_eq!(desk.sees(&sam).await, "dora nina sam");
        let filter = desk.filter("Nights", &[desk.nights], &[]).await;
        for id in [sam_id.id, tom_id.id] {
            desk.assign(&desk.world.olga, Holder::User(id), Some(filter)).await.unwrap();
        }
        assert_eq!(desk.sees(&sam).await, "nina sam", "those who report to him, and of the group");
        assert_eq!(desk.sees(&tom).await, "tom");
        let waiting = desk.world.read(&sam, async |cx| {
            invitations::list(cx, &invitations::Filter::default(), PageSize::default(), None).await
        });
        assert!(waiting.await.unwrap().items.is_empty());
    }

    async fn grp_2_ones_own_stands_before_the_groups_and_survives_a_move(db: TestDb) {
        let desk = Desk::new(db).await;
        let (ada_id, ada) = desk.administrator("ada", desk.days).await;
        let (days, nights) =
            (desk.filter("Days", &[desk.days], &[]).await, desk.filter("Nights", &[desk.nights], &[]).await);
        let olga = &desk.world.olga;
        desk.assign(olga, Holder::Group(desk.days), Some(days)).await.unwrap();
        assert_eq!(desk.sees(&ada).await, "ada dora");
        desk.assign(olga, Holder::User(ada_id), Some(nights)).await.unwrap();
        assert_eq!(desk.sees(&ada).await, "ada nina paul petr");
        let holds = desk.world.read(olga, async |cx| resource_filters::held_by(cx, Holder::User(ada_id)).await);
        let holds = holds.await.unwrap();
        assert_eq!(holds.effective().unwrap().1, HolderKind::User);
        assert_eq!(holds.inherited.unwrap().id, days);
        let look = async |who| desk.world.read(olga, async |cx| users::preview_move(cx, who, desk.nights).await).await.unwrap().sight;
        assert_eq!(look(ada_id).await, None, "her own counts there as here");
        let (now, then) = look(desk.dora).await.unwrap();
        assert_eq!((now.unwrap().id, then), (days, None), "the group's does not follow");
        let (crewdesk, nina) = (&desk.world.crewdesk, desk.nina);
        let moved = crewdesk.write(olga, async |cx| users::move_group(cx, ada_id, None, desk.nights, false).await);
        moved.await.unwrap();
        assert_eq!(desk.sees(&ada).await, "ada nina paul petr");
        crewdesk.write(olga, async |cx| users::remove(cx, ada_id, None, false).await).await.unwrap();
        let held = desk.world.read(olga, async |cx| resource_filters::holders(cx, nights).await).await.unwrap();
        assert!(held.is_none(), "removed, nobody has it: {held:?}");
        assert_eq!(desk.world.get(olga, nina).await.unwrap().username, "nina");
    }

    async fn grp_2_the_owner_sees_everything(db: TestDb) {
        let desk = Desk::new(db).await;
        let olga = desk.world.olga.user_id().unwrap();
        let filter = desk.filter("Days", &[desk.days], &[]).await;
        desk.assign(&desk.world.olga, Holder::User(olga), Some(filter)).await.unwrap();
        assert_eq!(desk.sees(&desk.world.olga).await, "dora nina olga paul petr");
        let holds = desk.world.read(&desk.world.olga, async |cx| {
            resource_filters::held_by(cx, Holder::User(olga)).await
        });
        assert!(holds.await.unwrap().effective().is_none());
    }

    async fn rol_3_whoever_sees_a_part_widens_nobodys_sight(db: TestDb) {
        let desk = Desk::new(db).await;
        let (ada_id, ada) = desk.administrator("ada", desk.days).await;
        let (bea_id, _) = desk.administrator("bea", desk.days).await;
        let filter = desk.filter("Days", &[desk.days], &[desk.phones]).await;
        desk.assign(&desk.world.olga, Holder::User(ada_id), Some(filter)).await.unwrap();
        let crewdesk = &desk.world.crewdesk;
        let refused = "sees_part_only";
        for holder in [Holder::User(ada_id), Holder::User(bea_id), Holder::Group(desk.days)] {
            assert_eq!(code(desk.assign(&ada, holder, None).await), refused, "{holder:?}");
        }
        let all = FilterPatch { groups: Patch::Value(vec![desk.days, desk.nights]), ..FilterPatch::default() };
        let edit = crewdesk.write(&ada, async |cx| resource_filters::update(cx, filter, None, all).await);
        assert_eq!(code(edit.await), refused);
        let new = NewFilter { name: "All".into(), groups: vec![desk.days], teams: vec![] };
        assert_eq!(code(crewdesk.write(&ada, async |cx| resource_filters::create(cx, new).await).await), refused);
        assert_eq!(code(crewdesk.write(&ada, async |cx| resource_filters::delete(cx, filter).await).await), refused);
        assert_eq!(code(crewdesk.write(&ada, async |cx| groups::create(cx, "New").await).await), refused);
        let crew = NewTeam { name: "New".into(), ..NewTeam::default() };
        assert_eq!(code(crewdesk.write(&ada, async |cx| teams::create(cx, crew).await).await), refused);
        let accomplice = NewUser { group_id: Some(desk.days), ..person("eve") };
        let made = desk.world.create(&ada, accomplice.clone(), RoleKey::Administrator).await;
        assert_eq!(code(made), refused, "who would see all");
        let eve = desk.world.create(&ada, accomplice, RoleKey::Technician).await.unwrap();
        let promoted = crewdesk.write(&ada, async |cx| {
            let role = roles::built_in(cx, RoleKey::Administrator).await?.id;
            users::assign_role(cx, eve.id, None, role).await
        });
        assert_eq!(code(promoted.await), refused);
        let hidden = NewUser { group_id: Some(desk.nights), ..person("ivo") };
        assert_eq!(code(desk.world.create(&ada, hidden, RoleKey::Technician).await), "group_unknown");
        assert_eq!(code(desk.world.create(&ada, person("ivo"), RoleKey::Technician).await), "group_unknown");
        let away = crewdesk.write(&ada, async |cx| users::move_group(cx, eve.id, None, desk.nights, false).await);
        assert_eq!(code(away.await), "group_unknown");
        assert_eq!(desk.sees(&ada).await, "ada bea dora eve paul", "nothing was changed");
    }

    async fn rol_3_moving_oneself_into_a_group_without_the_filter_is_refused(db: TestDb) {
        let desk = Desk::new(db).await;
        let (ada_id, ada) = desk.administrator("ada", desk.days).await;
        let filter = desk.filter("Both", &[desk.days, desk.nights], &[]).await;
        desk.assign(&desk.world.olga, Holder::Group(desk.days), Some(filter)).await.unwrap();
        let crewdesk = &desk.world.crewdesk;
        let away = crewdesk.write(&ada, async |cx| users::move_group(cx, ada_id, None, desk.nights, false).await);
        assert_eq!(code(away.await), "sees_part_only");
        let step = BulkStep::Move { group: desk.nights, force: false };
        let many = users::step_many(crewdesk, &ada, &[ada_id, desk.dora], &step).await.unwrap();
        assert_eq!(many.iter().map(|one| one.is_done()).collect::<Vec<_>>(), [false, true], "Dora sees herself only");
        desk.assign(&desk.world.olga, Holder::Group(desk.nights), Some(filter)).await.unwrap();
        let away = crewdesk.write(&ada, async |cx| users::move_group(cx, ada_id, None, desk.nights, false).await);
        away.await.unwrap();
        assert_eq!(desk.sees(&ada).await, "ada dora nina paul petr");
    }

    async fn grp_2_a_filter_in_use_stays_and_says_who_has_it(db: TestDb) {
        let desk = Desk::new(db).await;
        let filter = desk.filter("Days", &[desk.days], &[desk.post]).await;
        let olga = &desk.world.olga;
        desk.assign(olga, Holder::Group(desk.nights), Some(filter)).await.unwrap();
        desk.assign(olga, Holder::User(desk.dora), Some(filter)).await.unwrap();
        let delete = async || {
            desk.world.crewdesk.write(olga, async |cx| resource_filters::delete(cx, filter).await).await
        };
        let refused = delete().await.unwrap_err();
        assert_eq!(refused.code().as_str(), "resource_filter_in_use");
        assert!(format!("{refused:?}").contains("Held by Nights, dora Novák."), "{refused:?}");
        desk.assign(olga, Holder::Group(desk.nights), None).await.unwrap();
        desk.assign(olga, Holder::User(desk.dora), None).await.unwrap();
        let crewdesk = &desk.world.crewdesk;
        for team in [desk.post, desk.phones] {
            crewdesk.write(olga, async |cx| {
                let inside: Vec<UserId> = teams::members(cx, team, false, PageSize::default(), None).await?
                    .items.into_iter().map(|one| one.user_id).collect();
                for user in inside {
                    teams::withdraw(cx, team, user, None).await?;
                }
                teams::delete(cx, team).await
            }).await.unwrap();
        }
        let left = desk.world.read(olga, async |cx| resource_filters::get(cx, filter).await).await.unwrap();
        assert_eq!((left.groups.len(), left.teams.len()), (1, 0), "narrower, never wider");
        delete().await.unwrap();
        let unknown = desk.assign(olga, Holder::User(desk.dora), Some(filter)).await;
        assert_eq!(code(unknown), "resource_filter_unknown");
        let faults = domain::verify::all(crewdesk).await.unwrap();
        assert!(faults.iter().filter(|one| one.invariant.starts_with("Resource filters")).all(|one| one.count == 0), "{faults:?}");
    }

    async fn grp_2_wrong_filters_are_refused_with_every_fault(db: TestDb) {
        let desk = Desk::new(db).await;
        let nobody = GroupId::from_uuid(uuid::Uuid::from_u128(7));
        let olga = &desk.world.olga;
        let new = async |name: &str, groups: Vec<GroupId>| {
            let new = NewFilter { name: name.into(), groups, teams: vec![] };
            desk.world.crewdesk.write(olga, async |cx| resource_filters::create(cx, new).await).await
        };
        assert_eq!(code(new("Days", vec![nobody]).await), "group_unknown");
        assert_eq!(code(new("Days", vec![]).await), "resource_filter_empty");
        new("Days", vec![desk.days]).await.unwrap();
        assert_eq!(code(new("DAYS", vec![desk.days]).await), "name_taken");
        let (_, tom) = desk.world.hire("tom", RoleKey::Technician).await;
        let foreign = desk.world.crewdesk.write(&tom, async |cx| resource_filters::list(cx).await).await;
        assert_eq!(code(foreign), "forbidden");
    }

    async fn rol_5_why_names_the_filter_that_hides_somebody(db: TestDb) {
        let desk = Desk::new(db).await;
        let (ada_id, _) = desk.administrator("ada", desk.days).await;
        let filter = desk.filter("Day desk", &[desk.days], &[]).await;
        desk.assign(&desk.world.olga, Holder::Group(desk.days), Some(filter)).await.unwrap();
        let ask = async |who: UserId| {
            let why = desk.world.read(&desk.world.olga, async |cx| {
                roles::explain(cx, ada_id, Action::UsersSuspend, Some(who)).await
            });
            let why = why.await.unwrap();
            (why.hidden_by, why.refusal.map(|code| code.as_str()))
        };
        assert_eq!(ask(desk.nina).await, (Some("Day desk".to_owned()), Some("not_found")));
        assert_eq!(ask(desk.dora).await, (None, None));
        assert_eq!(ask(ada_id).await.0, None, "everybody sees themself");
    }

    async fn usr_16_a_move_of_several_is_seen_before_it_is_done(db: TestDb) {
        let desk = Desk::new(db).await;
        let nobody = UserId::from_uuid(uuid::Uuid::from_u128(7));
        let look = async |by: &Actor| {
            let ids = [desk.dora, desk.nina, nobody];
            let read = desk.world.read(by, async |cx| users::preview_moves(cx, &ids, desk.days).await);
            read.await.map(|seen| (seen.moving, seen.staying, seen.refused))
        };
        assert_eq!(look(&desk.world.olga).await.unwrap(), (1, 1, 1));
        let (ada_id, ada) = desk.administrator("ada", desk.days).await;
        let filter = desk.filter("Days", &[desk.days], &[]).await;
        desk.assign(&desk.world.olga, Holder::User(ada_id), Some(filter)).await.unwrap();
        assert_eq!(look(&ada).await.unwrap(), (0, 1, 2), "who is hidden counts as who is not there");
        let all = Filter::default();
        let found = desk.world.read(&ada, async |cx| users::movable(cx, &all, desk.nights).await).await.unwrap();
        assert_eq!(found.in_all, 2, "Dora and herself: of the others she knows nothing");
        let (_, tom) = desk.world.hire("tom", RoleKey::Technician).await;
        assert_eq!(code(look(&tom).await), "forbidden");
        let nights = desk.filter("Nights", &[desk.nights], &[]).await;
        desk.assign(&desk.world.olga, Holder::Group(desk.nights), Some(nights)).await.unwrap();
        let look = async |to| {
            let ids = [desk.dora, desk.nina, ada_id];
            let read = desk.world.read(&desk.world.olga, async |cx| users::preview_moves(cx, &ids, to).await);
            let seen = read.await.unwrap();
            (seen.moving, seen.sight_changes, seen.resource_filter)
        };
        assert_eq!(look(desk.nights).await, (2, 1, Some("Nights".into())), "Ada keeps her own");
        assert_eq!(look(desk.days).await, (1, 1, None), "Nina sees all then");
        let everybody = vec![desk.dora; 1001];
        let read = desk.world.read(&desk.world.olga, async |cx| {
            users::preview_moves(cx, &everybody, desk.days).await
        });
        assert_eq!(code(read.await), "too_many");
    }
}
