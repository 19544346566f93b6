//! Second factors that an organisation asks for (SPEC ACC-5).

use std::collections::BTreeMap;

use domain::access::RoleKey;
use domain::factors::{self, Demand};
use domain::sessions::{self, Outcome, SignedIn};
use domain::settings::{self, Owner, SettingValue};
use domain::users::User;
use domain::{Actor, roles, users};
use kernel::{Result, Span};

use crate::factors::{enrol, knock, with_password};
use crate::world::{World, code};

pub(crate) async fn comes_in(world: &World, name: &str) -> SignedIn {
    match knock(&world.crewdesk, name, None).await.unwrap() {
        Outcome::SignedIn(signed_in) => signed_in,
        other => panic!("{other:?}"),
    }
}

pub(crate) async fn set(
    world: &World,
    owner: Owner,
    values: &[(&str, SettingValue)],
) -> Result<()> {
    let wanted: BTreeMap<_, _> =
        values.iter().map(|(key, value)| ((*key).to_owned(), Some(value.clone()))).collect();
    let olga = world.sign_in_olga().await;
    let verb =
        world.crewdesk.write(&olga, async |cx| settings::change(cx, owner, None, wanted).await);
    verb.await.map(|_| ())
}

/// What the settings can ask for.
pub(crate) fn required(days: i64) -> [(&'static str, SettingValue); 2] {
    [
        ("two_factor_required", SettingValue::Flag(true)),
        ("two_factor_grace_days", SettingValue::Number(days)),
    ]
}

async fn looks(world: &World, actor: &Actor, user: &User) -> Result<()> {
    let id = user.id;
    world.crewdesk.read(actor, async |cx| users::get(cx, id).await).await.map(|_| ())
}

db::on_both! {
    async fn acc_5_what_is_asked_for_may_be_put_off_for_the_days_of_grace(db: TestDb) {
        let world = World::new(db).await;
        let (tom, _) = with_password(&world, "tom").await;
        assert_eq!(comes_in(&world, "tom").await.second_factor, Demand::Nothing);
        set(&world, Owner::Organisation, &required(3)).await.unwrap();
        let until = world.clock.now().plus(Span::days(3));
        let first = comes_in(&world, "tom").await;
        assert_eq!(first.second_factor, Demand::Until(until));
        let here = world.actor(&first.token).await;
        looks(&world, &here, &tom).await.unwrap();
        let standing = world.crewdesk.read(&here, async |cx| factors::standing(cx).await).await.unwrap();
        assert_eq!((standing.is_required, standing.due_at), (true, Some(until)));
        world.clock.advance(Span::days(2));
        assert_eq!(comes_in(&world, "tom").await.second_factor, Demand::Until(until), "it does not begin anew");
        world.clock.advance(Span::days(1));
        assert_eq!(comes_in(&world, "tom").await.second_factor, Demand::Now);
    }

    async fn acc_5_afterwards_nothing_can_be_reached_but_adding_one(db: TestDb) {
        let world = World::new(db).await;
        let (tom, _) = with_password(&world, "tom").await;
        set(&world, Owner::Organisation, &required(0)).await.unwrap();
        let signed_in = comes_in(&world, "tom").await;
        assert_eq!(signed_in.second_factor, Demand::Now);
        let here = world.actor(&signed_in.token).await;
        assert_eq!(code(looks(&world, &here, &tom).await), "second_factor_missing");
        let sessions = world.crewdesk.read(&here, async |cx| sessions::list_own(cx).await).await;
        assert_eq!(code(sessions), "second_factor_missing");
        let organisation = world.organisation;
        let elsewhere = sessions::switch(&world.crewdesk, &here, organisation).await;
        assert_eq!(code(elsewhere), "second_factor_missing");
        let grants = &here.principal().unwrap().grants;
        assert_eq!(grants.held().count(), 1, "whoever asks what they hold finds no more");
        let (app, codes) = enrol(&world, &here).await;
        assert_eq!(codes.len(), factors::CODES);
        let here = world.actor(&signed_in.token).await;
        looks(&world, &here, &tom).await.unwrap();
        let id = app.id;
        let removed = world.crewdesk.write(&here, async |cx| factors::remove(cx, id).await).await;
        assert_eq!(code(removed), "second_factor_kept", "what is required can't be switched off");
    }

    async fn acc_5_it_is_asked_for_by_role_group_and_user(db: TestDb) {
        let world = World::new(db).await;
        let (tom, _) = with_password(&world, "tom").await;
        let (_, _) = with_password(&world, "eva").await;
        set(&world, Owner::Organisation, &required(0)[1..]).await.unwrap();
        set(&world, Owner::User(tom.id), &required(0)[..1]).await.unwrap();
        assert_eq!(comes_in(&world, "tom").await.second_factor, Demand::Now);
        assert_eq!(comes_in(&world, "eva").await.second_factor, Demand::Nothing);
        let olga = world.sign_in_olga().await;
        let asked = world.crewdesk.write(&olga, async |cx| {
            let role = roles::built_in(cx, RoleKey::Technician).await?;
            roles::ask_for_second_factor(cx, role.id, Some(role.version), true).await
        });
        assert!(asked.await.unwrap().second_factor);
        assert_eq!(comes_in(&world, "eva").await.second_factor, Demand::Now);
        let (_, supervisor) = world.hire("sven", RoleKey::Supervisor).await;
        let refused = world.crewdesk.write(&supervisor, async |cx| {
            let role = roles::built_in(cx, RoleKey::Technician).await?;
            roles::ask_for_second_factor(cx, role.id, None, false).await
        });
        assert_eq!(code(refused.await), "forbidden");
        let group = tom.group_id;
        set(&world, Owner::Group(group), &required(0)[..1]).await.unwrap();
        let lowered = [("two_factor_required", SettingValue::Flag(false))];
        assert_eq!(code(set(&world, Owner::User(tom.id), &lowered).await), "setting_lowered");
    }

    async fn acc_5_it_is_not_asked_of_somebody_whom_nothing_could_reach(db: TestDb) {
        let world = World::new(db).await;
        let mut wall = crate::world::person("wall");
        wall.profile.email = None;
        wall.user_type = domain::users::UserType::Wallboard;
        let wall = world.create(&world.olga, wall, RoleKey::Viewer).await.unwrap();
        let asked = set(&world, Owner::User(wall.id), &required(0)[..1]).await;
        assert_eq!(code(asked), "no_channel");
    }
}
