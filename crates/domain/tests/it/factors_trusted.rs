//! Devices on which a second factor is not asked for again for some days (SPEC ACC-5, ADR 0016; SECURITY.md S8).

use domain::accounts::{Identity, credential};
use domain::factors::{self, Second, TrustedDevice};
use domain::sessions::{self, Outcome, Shown, SignIn, SignedIn, sign_ins};
use domain::settings::{Owner, SettingValue};
use domain::{Actor, users};
use kernel::{PageSize, Result, Secret, Span, Token};

use crate::doors::GOOD;
use crate::factors::{Holder, holder, shown, ticket};
use crate::factors_required::set;
use crate::world::{World, code, origin, sign_in};

async fn days(world: &World, owner: Owner, days: i64) -> Result<()> {
    set(world, owner, &[("trusted_device_days", SettingValue::Number(days))]).await
}

async fn knock(world: &World, name: &str, device: &Token) -> Result<Outcome> {
    let attempt = SignIn {
        identity: Identity::from_text(&format!("{name}@example.org")),
        password: Secret::new(GOOD),
        organisation_id: None,
        code: None,
        device: Some(device.clone()),
    };
    sessions::sign_in(&world.crewdesk, &origin(), attempt).await
}

async fn is_let_in(world: &World, name: &str, device: &Token) -> bool {
    matches!(knock(world, name, device).await.unwrap(), Outcome::SignedIn(_))
}

/// Signs in with the second factor, and has the device trusted.
async fn trusting(world: &World, holder: &Holder) -> SignedIn {
    world.clock.advance(Span::minutes(1));
    let (ticket, _) = ticket(world, "tom").await;
    let typed = Secret::new(shown(&holder.app, world.clock.now()));
    match sessions::second_step(&world.crewdesk, &origin(), &ticket, &typed, true).await.unwrap() {
        Outcome::SignedIn(signed_in) => signed_in,
        other => panic!("{other:?}"),
    }
}

/// Tom with an app and a device that is trusted for thirty days.
async fn tom(world: &World) -> (Holder, TrustedDevice, Actor) {
    days(world, Owner::Organisation, 30).await.unwrap();
    let tom = holder(world, "tom").await;
    let signed_in = trusting(world, &tom).await;
    let actor = world.actor(&signed_in.token).await;
    (tom, signed_in.device.unwrap(), actor)
}

db::on_both! {
    async fn acc_5_no_device_is_trusted_before_the_organisation_says_so(db: TestDb) {
        let world = World::new(db).await;
        let tom = holder(&world, "tom").await;
        assert!(trusting(&world, &tom).await.device.is_none());
        assert_eq!(code(days(&world, Owner::User(tom.user.id), 5).await), "setting_lowered");
        days(&world, Owner::Organisation, 30).await.unwrap();
        assert_eq!(code(days(&world, Owner::Organisation, 91).await), "setting_out_of_range");
        days(&world, Owner::Group(tom.user.group_id), 5).await.unwrap();
        let device = trusting(&world, &tom).await.device.unwrap();
        assert_eq!(device.expires_at, world.clock.now().plus(Span::days(5)));
    }

    async fn acc_5_a_trusted_device_stands_for_the_second_factor_for_its_days(db: TestDb) {
        let world = World::new(db).await;
        let (tom, device, actor) = tom(&world).await;
        world.clock.advance(Span::days(1));
        assert!(is_let_in(&world, "tom", &device.token).await);
        let id = tom.user.id;
        let olga = world.sign_in_olga().await;
        let rows = world.crewdesk.read(&olga, async |cx| {
            sign_ins::page(cx, id, PageSize::default(), None).await
        });
        assert_eq!(rows.await.unwrap().items[0].second_factor, Some(Second::TrustedDevice));
        let actor = Actor::user(actor.principal().unwrap().clone(), origin());
        let listed = world.crewdesk.read(&actor, async |cx| factors::trusted_devices(cx).await);
        assert_eq!(listed.await.unwrap()[0].last_used_at, Some(world.clock.now()));
        world.clock.advance(Span::days(29));
        assert!(!is_let_in(&world, "tom", &device.token).await, "the clock ends it");
    }

    async fn acc_5_fewer_days_count_for_devices_that_are_trusted_already(db: TestDb) {
        let world = World::new(db).await;
        let (_, device, _) = tom(&world).await;
        world.clock.advance(Span::days(8));
        days(&world, Owner::Organisation, 7).await.unwrap();
        assert!(!is_let_in(&world, "tom", &device.token).await);
        days(&world, Owner::Organisation, 9).await.unwrap();
        assert!(is_let_in(&world, "tom", &device.token).await);
        days(&world, Owner::Organisation, 0).await.unwrap();
        assert!(!is_let_in(&world, "tom", &device.token).await);
    }

    async fn s8_a_trusted_device_is_no_proof_to_change_credentials_by(db: TestDb) {
        let world = World::new(db).await;
        let (_, device, _) = tom(&world).await;
        let Outcome::SignedIn(here) = knock(&world, "tom", &device.token).await.unwrap() else { panic!("in") };
        let actor = world.actor(&here.token).await;
        let codes = world.crewdesk.write(&actor, async |cx| factors::new_codes(cx).await).await;
        assert_eq!(code(codes), "fresh_sign_in_required", "a moment ago, and still not fresh");
        let password = Secret::new(GOOD);
        let shown = Shown::Password { password: &password, code: None };
        let again = sessions::renew(&world.crewdesk, &actor, shown).await;
        assert_eq!(code(again), "required", "the second factor is asked for");
    }

    async fn acc_5_another_accounts_device_is_none(db: TestDb) {
        let world = World::new(db).await;
        let (_, device, _) = tom(&world).await;
        holder(&world, "eve").await;
        assert!(!is_let_in(&world, "eve", &device.token).await);
        let forged = Token::generate("cdt", world.crewdesk.entropy());
        assert!(!is_let_in(&world, "tom", &forged).await);
        assert!(is_let_in(&world, "tom", &device.token).await);
    }

    async fn acc_5_a_stolen_device_is_trusted_no_more_once_its_person_says_so(db: TestDb) {
        let world = World::new(db).await;
        let (_, device, actor) = tom(&world).await;
        let listed = world.crewdesk.read(&actor, async |cx| factors::trusted_devices(cx).await);
        let id = listed.await.unwrap()[0].id;
        let eve = holder(&world, "eve").await.actor;
        let other = world.crewdesk.write(&eve, async |cx| factors::distrust(cx, id).await).await;
        assert_eq!(code(other), "not_found");
        world.crewdesk.write(&actor, async |cx| factors::distrust(cx, id).await).await.unwrap();
        assert!(!is_let_in(&world, "tom", &device.token).await);
    }

    async fn acc_5_trust_ends_with_password_factors_sessions_and_suspension(db: TestDb) {
        let world = World::new(db).await;
        let (holder, device, actor) = tom(&world).await;
        let crewdesk = &world.crewdesk;
        crewdesk.write(&actor, async |cx| sessions::revoke_others(cx).await).await.unwrap();
        assert!(!is_let_in(&world, "tom", &device.token).await, "signed out everywhere");
        let (id, olga) = (holder.user.id, world.sign_in_olga().await);
        let device = trusting(&world, &holder).await.device.unwrap();
        crewdesk.write(&olga, async |cx| sessions::revoke_all(cx, id).await).await.unwrap();
        assert!(!is_let_in(&world, "tom", &device.token).await, "by an administrator");
        let device = trusting(&world, &holder).await.device.unwrap();
        crewdesk.write(&olga, async |cx| users::suspend(cx, id, None).await).await.unwrap();
        crewdesk.write(&olga, async |cx| users::activate(cx, id).await).await.unwrap();
        assert!(!is_let_in(&world, "tom", &device.token).await, "suspended meanwhile");
        let device = trusting(&world, &holder).await.device.unwrap();
        let actor = sign_in(crewdesk, &holder.user).await;
        let (old, new) = (Secret::new(GOOD), Secret::new("another fine kettle of fish"));
        credential::change_own(crewdesk, &actor, Some(&old), &new).await.unwrap();
        let back = credential::prepare(crewdesk, &old, &[]).await.unwrap();
        let operator = Actor::system("test", origin());
        let organisation = world.organisation;
        let set = crewdesk.write_in(organisation, &operator, async |cx| {
            credential::set_by_operator(cx, &holder.user, &back).await
        });
        set.await.unwrap();
        assert!(!is_let_in(&world, "tom", &device.token).await, "another password");
        let device = trusting(&world, &holder).await.device.unwrap();
        let actor = sign_in(crewdesk, &holder.user).await;
        crate::factors::enrol(&world, &actor).await;
        assert!(!is_let_in(&world, "tom", &device.token).await, "another factor");
    }
}
