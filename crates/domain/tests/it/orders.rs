//! What the installation's operator does with an organisation's order (SPEC ORG-1, ORG-3).

use std::collections::BTreeMap;

use domain::access::RoleKey;
use domain::audit::list::{self, Filter};
use domain::organisations::{self, Order, OrderPatch, Service, Tier};
use domain::users::{Licence, NewUser, User};
use domain::{Actor, Crewdesk, Origin, Surface, verify};
use kernel::{Error, PageSize, Patch, Result, Span};

use crate::world::{World, code, person};

fn operator() -> Actor {
    Actor::system("operator", Origin::local(Surface::CommandLine, "test"))
}

async fn order(world: &World, patch: OrderPatch) -> Result<Order> {
    let operator = operator();
    let verb = world.crewdesk.write_in(world.organisation, &operator, async |cx| {
        organisations::order(cx, None, patch).await
    });
    verb.await
}

fn quantities(all: &[(Licence, Option<i64>)]) -> OrderPatch {
    OrderPatch {
        licences: all.iter().copied().collect::<BTreeMap<_, _>>(),
        ..OrderPatch::default()
    }
}

async fn hire(world: &World, name: &str, licence: Licence) -> Result<User> {
    let new = NewUser { licence: Some(licence), ..person(name) };
    world.create(&world.olga, new, RoleKey::Technician).await
}

/// Code and detail of a conflict.
fn refusal(answer: Result<Order>) -> String {
    let Error::Conflict { code, detail } = answer.unwrap_err() else { panic!("no conflict") };
    format!("{code}: {}", detail.unwrap_or_default())
}

async fn sound(world: &World) {
    let checked = verify::all(&world.crewdesk).await.unwrap();
    let wrong: Vec<_> = checked
        .iter()
        .filter(|check| check.count > 0 && check.invariant.contains("icence"))
        .collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}

db::on_both! {
    async fn org_3_an_order_is_changed_and_told(db: TestDb) {
        let world = World::new(db).await;
        let patch = OrderPatch {
            services: Some(vec![Service::Helpdesk, Service::Pbx, Service::Pbx]),
            tier: Some(Tier::Enterprise),
            operators: Some(9),
            ..quantities(&[(Licence::Callcentre, Some(7)), (Licence::HelpdeskMini, Some(3))])
        };
        let after = order(&world, patch.clone()).await.unwrap();
        let organisation = &after.organisation;
        assert_eq!((organisation.services.as_str(), organisation.tier.as_str()), ("pbx,helpdesk", "enterprise"));
        assert_eq!((organisation.seats, organisation.operators), (10, 9), "seats are the sum of the kinds");
        assert_eq!(after.licences.len(), 2);
        // The same again changes nothing and tells nothing.
        let again = order(&world, patch).await.unwrap();
        assert_eq!(again.organisation.version, organisation.version);
        let filter = Filter { action: Some("organisation.order_changed".into()), ..Filter::default() };
        let read = world.crewdesk.read(&world.olga, async |cx| {
            list::page(cx, &filter, PageSize::default(), None).await
        });
        let told = read.await.unwrap().items;
        assert_eq!(told.len(), 1);
        assert_eq!((told[0].actor_name.as_str(), told[0].surface.as_str()), ("operator", "command_line"));
        assert!(told[0].after.contains("callcentre") && told[0].before.contains("profi"), "{}", told[0].after);
    }

    async fn org_3_nobody_loses_a_seat_by_an_order(db: TestDb) {
        let world = World::ordering(db, "", 10, &[(Licence::Video, 5), (Licence::Helpdesk, 5)]).await;
        for name in ["ada", "bob"] {
            hire(&world, name, Licence::Video).await.unwrap();
        }
        hire(&world, "eve", Licence::Helpdesk).await.unwrap();
        assert_eq!(refusal(order(&world, quantities(&[(Licence::Video, Some(1))])).await), "order_below_use: In use: 2 video.");
        assert_eq!(refusal(order(&world, quantities(&[(Licence::Video, None)])).await), "order_below_use: In use: 2 video.");
        let seats = OrderPatch { seats: Some(2), ..OrderPatch::default() };
        assert_eq!(refusal(order(&world, seats).await), "order_below_use: In use: 3 licences in all.");
        let all = [(Licence::Video, Some(2)), (Licence::Helpdesk, Some(1))];
        assert_eq!(order(&world, quantities(&all)).await.unwrap().organisation.seats, 3);
        assert_eq!(code(hire(&world, "joe", Licence::Video).await), "no_seat_free");
        sound(&world).await;
    }

    async fn org_3_a_trial_becomes_an_order_with_what_is_held(db: TestDb) {
        let world = World::new(db).await;
        hire(&world, "ada", Licence::Omnichannel).await.unwrap();
        let short = order(&world, quantities(&[(Licence::Video, Some(2))])).await;
        assert_eq!(refusal(short), "order_below_use: In use: 1 omnichannel.");
        let enough = quantities(&[(Licence::Video, Some(2)), (Licence::Omnichannel, Some(1))]);
        order(&world, enough).await.unwrap();
        sound(&world).await;
        assert_eq!(code(hire(&world, "bob", Licence::Omnichannel).await), "no_seat_free");
        assert_eq!(code(hire(&world, "bob", Licence::Helpdesk).await), "licence_not_ordered");
        hire(&world, "bob", Licence::Video).await.unwrap();
        order(&world, quantities(&[(Licence::Video, None), (Licence::Omnichannel, None)])).await.unwrap();
        hire(&world, "eve", Licence::Helpdesk).await.unwrap();
        sound(&world).await;
    }

    async fn org_3_a_service_in_use_is_not_withdrawn(db: TestDb) {
        let world = World::ordering(db, "video,helpdesk", 10, &[]).await;
        let ada = hire(&world, "ada", Licence::Video).await.unwrap();
        world.suspend(&world.olga, ada.id).await.unwrap();
        let only = |services: &[Service]| OrderPatch { services: Some(services.to_vec()), ..OrderPatch::default() };
        let says = "service_in_use: Users with licences that build on it: 1 video.";
        assert_eq!(refusal(order(&world, only(&[Service::Helpdesk])).await), says);
        assert_eq!(refusal(order(&world, only(&[])).await), says);
        order(&world, only(&[Service::Video])).await.unwrap();
        world.remove(&world.olga, ada.id, None).await.unwrap();
        order(&world, only(&[Service::Pbx])).await.unwrap();
    }

    async fn org_1_the_operator_ends_and_prolongs_a_trial(db: TestDb) {
        let world = World::new(db).await;
        let over = world.clock.now().minus(Span::days(1));
        let ends = |at| OrderPatch { trial_ends_at: at, ..OrderPatch::default() };
        order(&world, ends(Patch::Value(over))).await.unwrap();
        assert_eq!(code(hire(&world, "ada", Licence::Video).await), "trial_ended");
        order(&world, ends(Patch::Null)).await.unwrap();
        hire(&world, "ada", Licence::Video).await.unwrap();
    }

    async fn org_3_wrong_quantities_are_named(db: TestDb) {
        let world = World::new(db).await;
        let patch = OrderPatch { seats: Some(-1), operators: Some(-2), ..quantities(&[(Licence::Video, Some(-3))]) };
        let Error::Invalid(fields) = order(&world, patch).await.unwrap_err() else { panic!() };
        let named: Vec<_> = fields.iter().map(|field| field.pointer.as_str()).collect();
        assert_eq!(named, ["licences/video", "seats", "operators"]);
    }

    async fn org_3_the_operator_sees_all_organisations_and_nobody_else_does(db: TestDb) {
        let world = World::ordering(db, "", 10, &[(Licence::Video, 5)]).await;
        world.clock.advance(Span::millis(1));
        crate::world::found(&world.crewdesk, "Fabrikam", "felix").await;
        let page = async |size, after| {
            let size = PageSize::new(Some(size)).unwrap();
            let operator = operator();
            let read = world.crewdesk.read_in(Crewdesk::INSTALLATION, &operator, async |cx| {
                organisations::orders(cx, size, after).await
            });
            read.await.unwrap()
        };
        let first = page(1, None).await;
        assert_eq!((first.items[0].organisation.name.as_str(), first.items[0].licences.len()), ("Contoso", 1));
        let rest = page(50, first.next_cursor.map(|cursor| cursor.unpack().unwrap())).await;
        assert_eq!((rest.items[0].organisation.name.as_str(), rest.items.len()), ("Fabrikam", 1));
        let read = world.crewdesk.read(&world.olga, async |cx| organisations::ordered(cx).await).await;
        assert_eq!(code(read), "forbidden");
        let patch = quantities(&[(Licence::Video, Some(500))]);
        let verb = world.crewdesk.write(&world.olga, async |cx| organisations::order(cx, None, patch).await).await;
        assert_eq!(code(verb), "forbidden");
        let nowhere = Crewdesk::INSTALLATION;
        let read = world.crewdesk.read_in(nowhere, &operator(), async |cx| organisations::ordered(cx).await).await;
        assert_eq!(code(read), "not_found");
    }
}
