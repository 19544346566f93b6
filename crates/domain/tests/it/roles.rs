//! Custom roles, grants beside them, and why somebody can do something (SPEC ROL-2, ROL-3, ROL-5, ROL-6).

use std::collections::BTreeMap;

use domain::Actor;
use domain::access::{Action, RoleKey};
use domain::roles::{self, Role, RolePatch, WantedGrants};
use domain::users::{self, Extra, User};
use kernel::ids::RoleId;
use kernel::{Code, Patch, Result};

use crate::world::{World, code, sign_in};

fn grants(all: &[(&str, &[&str])]) -> WantedGrants {
    let owned = |scopes: &[&str]| scopes.iter().map(|one| (*one).to_owned()).collect();
    all.iter().map(|(name, scopes)| ((*name).to_owned(), owned(scopes))).collect::<BTreeMap<_, _>>()
}

impl World {
    async fn built_in(&self, key: RoleKey) -> RoleId {
        let read = self.crewdesk.read(&self.olga, async |cx| roles::built_in(cx, key).await);
        read.await.unwrap().id
    }

    async fn copy(
        &self,
        by: &Actor,
        name: &str,
        of: RoleKey,
        wanted: WantedGrants,
    ) -> Result<Role> {
        let model = self.built_in(of).await;
        let verb =
            self.crewdesk.write(by, async |cx| roles::create(cx, name, model, Some(&wanted)).await);
        verb.await
    }

    async fn give(&self, by: &Actor, user: &User, role: &Role) -> Result<User> {
        let verb = self
            .crewdesk
            .write(by, async |cx| users::assign_role(cx, user.id, None, role.id).await);
        verb.await
    }

    async fn rewrite(&self, by: &Actor, role: &Role, wanted: WantedGrants) -> Result<Role> {
        let patch = RolePatch { grants: Patch::Value(wanted), ..RolePatch::default() };
        let verb =
            self.crewdesk.write(by, async |cx| roles::update(cx, role.id, None, patch).await);
        verb.await
    }

    async fn support(&self, user: &User, on: bool) -> Result<User> {
        let wanted = Extra { device_management: false, support_management: on };
        let verb = self
            .crewdesk
            .write(&self.olga, async |cx| users::assign_grants(cx, user.id, None, wanted).await);
        verb.await
    }
}

db::on_both! {
    async fn rol_2_a_custom_role_is_written_and_holds_at_the_next_request(db: TestDb) {
        let world = World::new(db).await;
        let (tom, own) = world.hire("tom", RoleKey::Technician).await;
        let (una, _) = world.hire("una", RoleKey::Technician).await;
        let wanted = grants(&[("users.view", &["organisation"]), ("users.suspend", &["organisation"])]);
        let desk = world.copy(&world.olga, "Desk", RoleKey::Supervisor, wanted).await.unwrap();
        world.give(&world.olga, &tom, &desk).await.unwrap();
        world.suspend(&own, una.id).await.unwrap();
        let preview = world.crewdesk.read(&world.olga, async |cx| {
            roles::preview(cx, desk.id, &grants(&[("users.view", &["reports"])])).await
        });
        let preview = preview.await.unwrap();
        assert_eq!(preview.users, 1);
        assert_eq!(preview.lost, [
            (Action::UsersView, vec!["organisation"]),
            (Action::UsersSuspend, vec!["organisation"]),
        ]);
        world.rewrite(&world.olga, &desk, grants(&[("users.view", &["reports"])])).await.unwrap();
        assert_eq!(code(world.get(&own, una.id).await), "not_found", "at the next request");
    }

    async fn rol_2_a_role_in_use_is_replaced_or_stays(db: TestDb) {
        let world = World::new(db).await;
        let (tom, _) = world.hire("tom", RoleKey::Technician).await;
        let desk = world.copy(&world.olga, "Desk", RoleKey::Technician, grants(&[])).await.unwrap();
        world.give(&world.olga, &tom, &desk).await.unwrap();
        let technician = world.built_in(RoleKey::Technician).await;
        let delete = async |id, other| {
            world.crewdesk.write(&world.olga, async |cx| roles::delete(cx, id, other).await).await
        };
        assert_eq!(code(delete(desk.id, None).await), "role_in_use");
        assert_eq!(code(delete(desk.id, Some(desk.id)).await), "role_unknown");
        assert_eq!(code(delete(technician, None).await), "role_built_in");
        delete(desk.id, Some(technician)).await.unwrap();
        assert_eq!(world.get(&world.olga, tom.id).await.unwrap().role_id, technician);
    }

    async fn rol_3_nobody_writes_a_role_above_what_they_hold(db: TestDb) {
        let world = World::new(db).await;
        let (rita, _) = world.hire("rita", RoleKey::Technician).await;
        let wanted = grants(&[("users.view", &["organisation"]), ("roles.view", &["organisation"]),
            ("roles.manage", &["organisation"]), ("users.assign_role", &["organisation"])]);
        let writer = world.copy(&world.olga, "Writer", RoleKey::Supervisor, wanted).await.unwrap();
        let rita = world.give(&world.olga, &rita, &writer).await.unwrap();
        let rita_acts = sign_in(&world.crewdesk, &rita).await;
        let more = grants(&[("users.remove", &["organisation"])]);
        let answer = world.copy(&rita_acts, "More", RoleKey::Technician, more.clone()).await;
        assert_eq!(code(answer), "grants_more_than_held");
        let answer = world.rewrite(&rita_acts, &writer, more).await;
        assert_eq!(code(answer), "grants_more_than_held");
        let answer = world.copy(&rita_acts, "Higher", RoleKey::Administrator, grants(&[])).await;
        assert_eq!(code(answer), "above_own_rank");
        let less = grants(&[("users.view", &["own"])]);
        world.copy(&rita_acts, "Less", RoleKey::Technician, less).await.unwrap();
    }

    async fn rol_2_unknown_permissions_and_scopes_are_named(db: TestDb) {
        let world = World::new(db).await;
        let wanted = grants(&[("users.fly", &["own"]), ("audit.view", &["own"])]);
        let answer = world.copy(&world.olga, "Odd", RoleKey::Technician, wanted).await.unwrap_err();
        let kernel::Error::Invalid(fields) = answer else { panic!("{answer}") };
        let named: Vec<_> =
            fields.iter().map(|f| format!("{}={}", f.pointer, f.code)).collect();
        assert_eq!(named, [
            "grants/audit.view/0=reach_unknown",
            "grants/users.fly=permission_unknown",
        ]);
    }

    async fn rol_6_operators_are_at_most_those_of_the_plan(db: TestDb) {
        let world = World::new(db).await;
        let mut people = Vec::new();
        for name in ["tom", "una", "vic", "wim", "xen", "yva"] {
            people.push(world.hire(name, RoleKey::Technician).await.0);
        }
        for user in &people[..5] {
            world.support(user, true).await.unwrap();
        }
        assert_eq!(code(world.support(&people[5], true).await), "no_operator_free");
        world.suspend(&world.olga, people[0].id).await.unwrap();
        world.support(&people[5], true).await.unwrap();
        let back = world.crewdesk
            .write(&world.olga, async |cx| users::activate(cx, people[0].id).await)
            .await;
        assert_eq!(code(back), "no_operator_free", "checked again on the way back");
        let one = world.get(&world.olga, people[1].id).await.unwrap();
        world.support(&one, false).await.unwrap();
        world.crewdesk
            .write(&world.olga, async |cx| users::activate(cx, people[0].id).await)
            .await
            .unwrap();
    }

    async fn rol_5_an_explanation_says_what_decides(db: TestDb) {
        let world = World::new(db).await;
        let (sue, _) = world.hire("sue", RoleKey::Supervisor).await;
        let (tom, _) = world.hire("tom", RoleKey::Technician).await;
        let (una, _) = world.hire("una", RoleKey::Technician).await;
        world.report(&world.olga, tom.id, Some(sue.id)).await.unwrap();
        let ask = async |action, target| {
            let read = world.crewdesk.read(&world.olga, async |cx| {
                roles::explain(cx, sue.id, action, target).await
            });
            read.await.unwrap()
        };
        let can = ask(Action::UsersSuspend, Some(tom.id)).await;
        assert_eq!(can.refusal, None);
        assert!(can.target.is_some_and(|(_, relation)| relation.reports));
        let not = ask(Action::UsersSuspend, Some(una.id)).await;
        assert_eq!(not.refusal, Some(Code::NotFound), "sue does not see una");
        let never = ask(Action::UsersRemove, Some(tom.id)).await;
        assert_eq!((never.refusal, never.held.names().len()), (Some(Code::Forbidden), 0));
        world.suspend(&world.olga, sue.id).await.unwrap();
        assert_eq!(ask(Action::UsersSuspend, Some(tom.id)).await.refusal, Some(Code::UserSuspended));
    }
}
