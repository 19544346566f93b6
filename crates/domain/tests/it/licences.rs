//! What licences ask for, what they may become and how many there are (SPEC LIC-1 to LIC-4).

use domain::access::RoleKey;
use domain::exchanges::{self, NewExchange};
use domain::invitations::{self, Invitee};
use domain::licences::{self, Offer};
use domain::users::{self, Licence, LicenceChange, NewUser, User, UserPatch};
use domain::{helpdesks, organisations};
use kernel::ids::UserId;
use kernel::{Error, Patch, Result};

use crate::world::{World, person};

/// An office with an exchange and a helpdesk, which has ordered both.
async fn office(db: db::testdb::TestDb, licences: &[(Licence, i64)]) -> World {
    let world = World::ordering(db, "pbx,helpdesk", 10, licences).await;
    add_exchange(&world, "Prague", "200", "299").await;
    add_helpdesk(&world, "Care").await;
    world
}

async fn add_exchange(world: &World, name: &str, first: &str, last: &str) {
    let new = NewExchange {
        name: name.into(),
        first_extension: first.into(),
        last_extension: last.into(),
    };
    let verb = world.crewdesk.write(&world.olga, async |cx| exchanges::create(cx, &new).await);
    verb.await.unwrap();
}

async fn add_helpdesk(world: &World, name: &str) {
    let verb = world.crewdesk.write(&world.olga, async |cx| helpdesks::create(cx, name).await);
    verb.await.unwrap();
}

fn licensed(name: &str, licence: Licence, extension: Option<&str>) -> NewUser {
    let mut new = NewUser { licence: Some(licence), ..person(name) };
    new.profile.extension = extension.map(str::to_owned);
    new
}

async fn hire(world: &World, new: NewUser) -> Result<User> {
    world.create(&world.olga, new, RoleKey::Technician).await
}

async fn license(world: &World, id: UserId, change: impl Into<LicenceChange>) -> Result<User> {
    let change = change.into();
    let verb = world
        .crewdesk
        .write(&world.olga, async |cx| users::change_licence(cx, id, None, change).await);
    verb.await
}

async fn offers(world: &World) -> Vec<Offer> {
    world.crewdesk.read(&world.olga, async |cx| licences::offers(cx).await).await.unwrap()
}

fn named<T: std::fmt::Debug>(answer: Result<T>) -> String {
    match answer.unwrap_err() {
        Error::Invalid(fields) => {
            let named = fields.iter().map(|field| format!("{}={}", field.pointer, field.code));
            named.collect::<Vec<_>>().join(" ")
        }
        other => other.code().to_string(),
    }
}

db::on_both! {
    async fn lic_4_what_a_licence_needs_is_asked_for(db: TestDb) {
        let world = World::ordering(db, "pbx,helpdesk", 10, &[]).await;
        let all = hire(&world, licensed("ada", Licence::Omnichannel, None)).await;
        assert_eq!(
            named(all),
            "extension=extension_required exchange_id=exchange_not_recorded helpdesk_id=helpdesk_not_recorded"
        );
        add_exchange(&world, "Prague", "200", "299").await;
        add_helpdesk(&world, "Care").await;
        let all = hire(&world, licensed("ada", Licence::Omnichannel, None)).await;
        assert_eq!(named(all), "extension=extension_required");
        let ada = hire(&world, licensed("ada", Licence::Omnichannel, Some("201"))).await.unwrap();
        assert!(ada.exchange_id.is_some() && ada.helpdesk_id.is_some(), "there is one of each");
        add_helpdesk(&world, "Sales").await;
        let two = hire(&world, licensed("bob", Licence::Helpdesk, None)).await;
        assert_eq!(named(two), "helpdesk_id=helpdesk_required");
    }

    async fn lic_4_what_a_licence_needs_can_not_be_taken_from_it(db: TestDb) {
        let world = office(db, &[]).await;
        let ada = hire(&world, licensed("ada", Licence::Callcentre, Some("201"))).await.unwrap();
        let clear = UserPatch { extension: Patch::Null, ..UserPatch::default() };
        let verb = async |patch: UserPatch| {
            world.crewdesk.write(&world.olga, async |cx| users::update(cx, ada.id, None, patch).await).await
        };
        assert_eq!(named(verb(clear.clone()).await), "extension=extension_required");
        license(&world, ada.id, None::<Licence>).await.unwrap();
        assert_eq!(verb(clear).await.unwrap().extension, None);
        assert_eq!(named(license(&world, ada.id, Some(Licence::Callcentre)).await), "extension=extension_required");
        let change = LicenceChange {
            licence: Some(Licence::Callcentre),
            extension: Patch::Value("202".into()),
            ..LicenceChange::default()
        };
        assert_eq!(license(&world, ada.id, change).await.unwrap().extension.as_deref(), Some("202"));
    }

    async fn lic_3_upgrades_only_and_the_seat_goes_along(db: TestDb) {
        let world = office(db, &[(Licence::CallcentreMini, 1), (Licence::Callcentre, 1), (Licence::Omnichannel, 1)]).await;
        let ada = hire(&world, licensed("ada", Licence::CallcentreMini, Some("201"))).await.unwrap();
        license(&world, ada.id, Some(Licence::Callcentre)).await.unwrap();
        let down = license(&world, ada.id, Some(Licence::CallcentreMini)).await.unwrap_err();
        let Error::Conflict { code, detail } = down else { panic!("{down}") };
        assert_eq!(code.as_str(), "licence_upgrade_only");
        assert_eq!(detail.as_deref(), Some("callcentre can become: omnichannel."));
        let used: Vec<_> = offers(&world).await.iter().map(|offer| (offer.licence, offer.used)).collect();
        assert_eq!(used, [(Licence::CallcentreMini, 0), (Licence::Callcentre, 1), (Licence::Omnichannel, 0)]);
        let up = license(&world, ada.id, Some(Licence::Omnichannel)).await.unwrap();
        assert!(up.helpdesk_id.is_some(), "the only helpdesk is taken by itself");
        // Taken away, another may be given.
        license(&world, ada.id, None::<Licence>).await.unwrap();
        license(&world, ada.id, Some(Licence::CallcentreMini)).await.unwrap();
    }

    async fn lic_3_video_becomes_nothing_else(db: TestDb) {
        let world = World::ordering(db, "video,helpdesk", 10, &[]).await;
        add_helpdesk(&world, "Care").await;
        let ada = hire(&world, licensed("ada", Licence::Video, None)).await.unwrap();
        let Error::Conflict { code, detail } = license(&world, ada.id, Some(Licence::Helpdesk)).await.unwrap_err() else { panic!() };
        assert_eq!(code.as_str(), "licence_upgrade_only");
        assert_eq!(detail.as_deref(), Some("video can become no other licence."));
    }

    async fn lic_2_what_was_not_ordered_is_not_given(db: TestDb) {
        let world = World::ordering(db, "helpdesk", 10, &[]).await;
        add_helpdesk(&world, "Care").await;
        assert_eq!(named(hire(&world, licensed("ada", Licence::Video, None)).await), "licence_not_ordered");
        hire(&world, licensed("ada", Licence::HelpdeskMini, None)).await.unwrap();
        let offered: Vec<_> = offers(&world).await.iter().map(|offer| (offer.licence, offer.used, offer.free)).collect();
        assert_eq!(offered, [(Licence::HelpdeskMini, 1, 9), (Licence::Helpdesk, 0, 9)]);
    }

    async fn lic_2_names_show_the_tier(db: TestDb) {
        let world = office(db, &[(Licence::OmnichannelMini, 2)]).await;
        let organisation = world.crewdesk.read(&world.olga, async |cx| organisations::get(cx).await).await.unwrap();
        let names: Vec<_> = offers(&world).await.iter().map(|offer| offer.name(&organisation)).collect();
        assert_eq!(names, ["Omnichannel Mini PROFI"]);
    }

    async fn org_1_a_trial_without_services_tries_everything(db: TestDb) {
        let world = World::new(db).await;
        assert_eq!(offers(&world).await.len(), Licence::ALL.len());
        let ada = hire(&world, licensed("ada", Licence::Omnichannel, None)).await.unwrap();
        assert_eq!((ada.exchange_id, ada.helpdesk_id), (None, None));
        let free: Vec<_> = offers(&world).await.iter().map(|offer| offer.free).collect();
        assert_eq!(free, [2; 7]);
    }

    async fn usr_3_unknown_references_are_told_with_the_rest(db: TestDb) {
        let world = office(db, &[]).await;
        let mut new = licensed("a b", Licence::Callcentre, None);
        new.group_id = Some(kernel::ids::GroupId::from_uuid(world.organisation.as_uuid()));
        new.role_id = Some(kernel::ids::RoleId::from_uuid(world.organisation.as_uuid()));
        new.reports_to = Some(UserId::from_uuid(world.organisation.as_uuid()));
        let made = world.crewdesk.write(&world.olga, async |cx| users::create(cx, new).await).await;
        assert_eq!(
            named(made),
            "email=email_invalid username=username_invalid extension=extension_required \
             reports_to=supervisor_unknown role_id=role_unknown group_id=group_unknown"
        );
    }

    async fn acc_1_an_invitation_brings_what_the_licence_needs(db: TestDb) {
        let world = office(db, &[]).await;
        let invitee = |extension: Option<&str>| Invitee {
            email: "ina@example.org".into(),
            licence: Some(Licence::OmnichannelMini),
            extension: extension.map(str::to_owned),
            ..Invitee::default()
        };
        let invite = async |one: Invitee| {
            world.crewdesk.write(&world.olga, async |cx| invitations::invite(cx, vec![one]).await).await
        };
        assert_eq!(named(invite(invitee(None)).await), "people/0/extension=extension_required");
        invite(invitee(Some("201"))).await.unwrap();
        assert_eq!(named(hire(&world, licensed("bob", Licence::Callcentre, Some("201"))).await), "extension_taken");
    }
}
