//! The list: search, filters, sort, pages (SPEC USR-1, USR-2).

use std::collections::HashSet;

use domain::access::RoleKey;
use domain::teams::{self, NewTeam};
use domain::users::list::{self, Filter, Request, Search, Sort};
use domain::users::{self, Licence, Lifecycle, NewUser, UserPatch};
use domain::{Actor, groups};
use kernel::{PageSize, Patch};

use crate::world::{World, code, person};

async fn names(world: &World, by: &Actor, request: Request) -> Vec<String> {
    let page = world.crewdesk.read(by, async |cx| list::page(cx, &request).await).await.unwrap();
    page.items.into_iter().map(|user| user.username).collect()
}

async fn search(world: &World, text: &str, sort: Option<&str>) -> Vec<String> {
    let filter = Filter { search: Search::parse(text).unwrap(), ..Filter::default() };
    let sort = sort.map(|sort| Sort::parse(sort).unwrap());
    names(world, &world.olga, Request { filter, sort, ..Request::default() }).await
}

/// The usernames of a sorted list, read by two to a page.
async fn every_page(world: &World, sort: &str) -> Vec<String> {
    let (sort, size) = (Some(Sort::parse(sort).unwrap()), PageSize::new(Some(2)).unwrap());
    let mut request = Request { sort, size, ..Request::default() };
    let mut seen = Vec::new();
    loop {
        let page = world.crewdesk.read(&world.olga, async |cx| list::page(cx, &request).await);
        let page = page.await.unwrap();
        seen.extend(page.items.into_iter().map(|user| user.username));
        request.cursor = page.next_cursor;
        if request.cursor.is_none() {
            return seen;
        }
    }
}

db::on_both! {
    async fn usr_1_words_mean_or_and_a_phrase_is_exact(db: TestDb) {
        let world = World::new(db).await;
        for (username, last) in [("zora", "Žižková"), ("adam", "Adamec"), ("eva", "Nová Adamcová")] {
            let mut new = person(username);
            new.profile.last_name = last.into();
            world.create(&world.olga, new, RoleKey::Technician).await.unwrap();
        }
        for sort in [None, Some("username")] {
            assert_eq!(search(&world, "ZIZKOVA adam", sort).await.len(), 3);
            assert_eq!(search(&world, "\"nova adam\"", sort).await, ["eva"]);
            assert_eq!(search(&world, "\"adam\" NOT*(", sort).await.len(), 2);
            assert!(search(&world, "100%_", sort).await.is_empty());
        }
        assert_eq!(search(&world, "zi", None).await, ["zora"]);
    }

    async fn usr_1_two_letters_find_any_word_that_begins_with_them(db: TestDb) {
        let world = World::new(db).await;
        let mut rob = None;
        for (username, first, last) in [("hina", "陽菜", "佐藤"), ("bo", "Bo", "Åkesson"), ("ro", "Rob", "Nybo")] {
            let mut new = person(username);
            (new.profile.first_name, new.profile.last_name) = (first.into(), last.into());
            new.profile.numeric_id = (username == "ro").then(|| "1277".into());
            rob = Some(world.create(&world.olga, new, RoleKey::Technician).await.unwrap().id);
        }
        for sort in [None, Some("name"), Some("-username")] {
            assert_eq!(search(&world, "陽菜", sort).await, ["hina"], "a given name");
            assert_eq!(search(&world, "\"BO\"", sort).await, ["bo"], "not within a word");
            assert_eq!(search(&world, "12", sort).await, ["ro"], "a numeric id");
            assert_eq!(search(&world, "bo ro 陽菜", sort).await.len(), 3);
        }
        let patch = UserPatch { numeric_id: Patch::Null, ..UserPatch::default() };
        world.crewdesk.write(&world.olga, async |cx| users::update(cx, rob.unwrap(), None, patch).await).await.unwrap();
        assert!(search(&world, "12", None).await.is_empty());
    }

    async fn usr_1_a_tidied_index_finds_the_same(db: TestDb) {
        let world = World::new(db).await;
        for number in 0..40 {
            world.create(&world.olga, person(&format!("searcher{number}")), RoleKey::Technician).await.unwrap();
        }
        let before = search(&world, "archer2", None).await;
        assert_eq!(before.len(), 11);
        world.crewdesk.db().tidy_search("users", 1).await.unwrap();
        assert_eq!(search(&world, "archer2", None).await, before);
        world.create(&world.olga, person("searcher2x"), RoleKey::Technician).await.unwrap();
        assert_eq!(search(&world, "archer2", None).await.len(), 12);
    }

    async fn usr_1_pages_follow_each_other_in_either_direction(db: TestDb) {
        let world = World::new(db).await;
        for name in ["b", "d", "a", "c"] {
            world.hire(name, RoleKey::Technician).await;
        }
        for (sort, expected) in [("username", "a b c d olga"), ("-username", "olga d c b a")] {
            let sort = Some(Sort::parse(sort).unwrap());
            let size = PageSize::new(Some(2)).unwrap();
            let mut request = Request { sort, size, count: true, ..Request::default() };
            let mut seen = Vec::new();
            loop {
                let page = world.crewdesk.read(&world.olga, async |cx| list::page(cx, &request).await);
                let page = page.await.unwrap();
                assert_eq!(page.total, Some(5));
                seen.extend(page.items.into_iter().map(|user| user.username));
                let Some(next) = page.next_cursor else { break };
                request.cursor = Some(next);
            }
            assert_eq!(seen.join(" "), expected);
            request.sort = Some(Sort::parse("email").unwrap());
            let foreign = world.crewdesk.read(&world.olga, async |cx| list::page(cx, &request).await);
            assert_eq!(code(foreign.await), "cursor_invalid");
        }
    }

    async fn usr_1_every_column_sorts_and_pages(db: TestDb) {
        let world = World::ordering(db, "", 9, &[(Licence::Video, 9)]).await;
        let (ann, _) = world.hire("ann", RoleKey::Supervisor).await;
        for (name, licence, numeric_id, mobile) in [
            ("bob", None, Some("1003"), Some("00420601234012")),
            ("cy", Some(Licence::Video), Some("1001"), None),
            ("dee", None, None, Some("00420601234011")),
        ] {
            let mut new = NewUser { licence, ..person(name) };
            (new.profile.numeric_id, new.profile.mobile) = (numeric_id.map(Into::into), mobile.map(Into::into));
            let user = world.create(&world.olga, new, RoleKey::Technician).await.unwrap();
            if name != "dee" {
                world.report(&world.olga, user.id, Some(ann.id)).await.unwrap();
            }
        }
        for (sort, expected) in [
            ("-role", "olga ann"),
            ("-reports_to", "bob cy"),
            ("-numeric_id", "bob cy"),
            ("-mobile", "bob dee"),
            ("-licence", "cy"),
            ("-numeric_id", "bob"),
            ("lifecycle", "ann bob cy dee olga"),
        ] {
            let sorted = every_page(&world, sort).await;
            let first: HashSet<_> = sorted.iter().take(expected.split(' ').count()).collect();
            assert!(expected.split(' ').all(|name| first.contains(&name.to_owned())), "{sort}: {sorted:?}");
            assert_eq!(sorted.iter().collect::<HashSet<_>>().len(), 5, "{sort}: {sorted:?}");
        }
    }

    async fn usr_2_a_list_holds_only_whom_one_may_see(db: TestDb) {
        let world = World::new(db).await;
        let (_, sam) = world.hire("sam", RoleKey::Supervisor).await;
        let (_, tom) = world.hire("tom", RoleKey::Technician).await;
        world.create(&sam, person("own"), RoleKey::Technician).await.unwrap();
        assert_eq!(names(&world, &sam, Request::default()).await, ["own", "sam"]);
        assert_eq!(names(&world, &tom, Request::default()).await, ["tom"]);
    }

    async fn usr_1_filters_narrow(db: TestDb) {
        let world = World::new(db).await;
        let (tom, _) = world.hire("tom", RoleKey::Technician).await;
        world.hire("eve", RoleKey::Viewer).await;
        world.suspend(&world.olga, tom.id).await.unwrap();
        let suspended = Filter { lifecycle: vec![Lifecycle::Suspended], ..Filter::default() };
        let technicians = Filter { roles: vec![tom.role_id], ..Filter::default() };
        for filter in [suspended, technicians] {
            assert_eq!(names(&world, &world.olga, Request { filter, ..Request::default() }).await, ["tom"]);
        }
    }

    async fn usr_1_group_team_and_licence_narrow_together_and_with_words(db: TestDb) {
        let services = "helpdesk,video";
        let world = World::ordering(db, services, 3, &[]).await;
        let late = world.crewdesk.write(&world.olga, async |cx| groups::create(cx, "Late").await);
        let late = late.await.unwrap().id;
        let team = NewTeam { name: "Days".into(), ..NewTeam::default() };
        let team = world.crewdesk.write(&world.olga, async |cx| teams::create(cx, team).await);
        let team = team.await.unwrap().team.id;
        let both = NewUser { group_id: Some(late), teams: vec![team], licence: Some(Licence::Video), ..person("anna") };
        world.create(&world.olga, both, RoleKey::Technician).await.unwrap();
        let group = NewUser { group_id: Some(late), ..person("anton") };
        world.create(&world.olga, group, RoleKey::Technician).await.unwrap();
        let inside = NewUser { teams: vec![team], ..person("bert") };
        world.create(&world.olga, inside, RoleKey::Technician).await.unwrap();
        let (groups, teams) = (vec![late], vec![team]);
        let by_group = Filter { groups: groups.clone(), ..Filter::default() };
        let by_team = Filter { teams: teams.clone(), ..Filter::default() };
        let by_both = Filter { groups: groups.clone(), teams, ..Filter::default() };
        let by_licence = Filter { licences: vec![Licence::Video, Licence::Callcentre], ..Filter::default() };
        let words = |text: &str| Filter { search: Search::parse(text).unwrap(), ..by_group.clone() };
        for (filter, expected) in [
            (by_group.clone(), "anna anton"),
            (by_team, "anna bert"),
            (by_both, "anna"),
            (by_licence, "anna"),
            (words("anton"), "anton"),
            (words("an"), "anna anton"),
            (words("bert"), ""),
        ] {
            let counted = world.crewdesk.read(&world.olga, async |cx| list::count(cx, &filter).await);
            let counted = counted.await.unwrap();
            let size = PageSize::new(Some(1)).unwrap();
            let mut request = Request { filter, size, ..Request::default() };
            let mut seen = Vec::new();
            loop {
                let page = world.crewdesk.read(&world.olga, async |cx| list::page(cx, &request).await);
                let page = page.await.unwrap();
                seen.extend(page.items.into_iter().map(|user| user.username));
                let Some(next) = page.next_cursor else { break };
                request.cursor = Some(next);
            }
            assert_eq!(seen.join(" "), expected);
            assert_eq!(counted, u64::try_from(seen.len()).unwrap());
        }
        assert_eq!(search(&world, "an bert", None).await.len(), 3, "short and long words without an order");
    }
}
