//! What a provider may give, and how people go out and identities are taken back (SPEC ACC-7, LIC-4).

use domain::access::RoleKey;
use domain::identity_providers::{self, NewProvider, Provider, Rule};
use domain::jobs::MailTemplate;
use domain::{Actor, helpdesks, sessions, users};
use kernel::{Code, Error, Result, Span};
use serde_json::{Value, json};

use crate::single_sign_on::{Desk, ISSUER, comes, set_up, wanted};
use crate::world::{World, code};

db::on_both! {
    async fn acc_7_a_licence_that_asks_for_more_than_a_provider_tells_is_refused_when_it_is_saved(db: TestDb) {
        let (callcentre, helpdesk) = (users::Licence::Callcentre, users::Licence::Helpdesk);
        let world = World::ordering(db, "pbx,helpdesk", 9, &[(callcentre, 5), (helpdesk, 4)]).await;
        let save = async |licence, rule| {
            let rule = Rule { claim: "groups".into(), value: "desk".into(), role_id: None, group_id: None, licence: rule };
            let rules = if rule.licence.is_some() { vec![rule] } else { Vec::new() };
            let new = NewProvider { licence, rules, ..wanted(&format!("{licence:?}")) };
            world.crewdesk.write(&world.olga, async |cx| identity_providers::create(cx, new).await).await
        };
        let wrong = |saved: Result<Provider>| match saved {
            Err(Error::Invalid(wrong)) => wrong.into_iter().map(|one| (one.pointer, one.code)).collect(),
            other => panic!("{other:?}"),
        };
        let both: Vec<_> = wrong(save(Some(callcentre), Some(callcentre)).await);
        let needs = Code::LicenceNeedsPlace;
        assert_eq!(both, [("licence".to_owned(), needs), ("rules/0/licence".to_owned(), needs)]);
        let none: Vec<_> = wrong(save(Some(helpdesk), None).await);
        assert_eq!(none, [("licence".to_owned(), needs)], "no helpdesk is there yet");
        let desk = |name: &'static str| world.crewdesk.write(&world.olga, async move |cx| {
            helpdesks::create(cx, name).await
        });
        desk("Front").await.unwrap();
        let provider = save(Some(helpdesk), None).await.unwrap();
        let anna = comes(&world, &Desk::default(), &provider, json!({"sub": "1", "email": "anna@example.org"})).await;
        let anna = world.get(&world.olga, anna.unwrap().user_id().unwrap()).await.unwrap();
        assert!(anna.helpdesk_id.is_some(), "the only one there is");
        desk("Back").await.unwrap();
        let rule: Vec<_> = wrong(save(None, Some(helpdesk)).await);
        assert_eq!(rule, [("rules/0/licence".to_owned(), needs)], "nobody says which of two");
    }

    async fn acc_7_who_signs_out_is_out_here_and_led_to_the_provider_that_let_them_in(db: TestDb) {
        let world = World::new(db).await;
        let desk = Desk::default();
        let provider = set_up(&world, wanted("A")).await;
        let out = async |actor: &Actor| {
            identity_providers::sign_out(&world.crewdesk, Some(&desk), actor, "https://crew.example").await.unwrap()
        };
        let come = async || comes(&world, &desk, &provider, json!({"sub": "1", "email": "anna@example.org"})).await.unwrap();
        assert_eq!(out(&come().await).await, None, "this provider names no such place");
        desk.says("leave", Value::Null);
        assert_eq!(out(&come().await).await, None, "one that is away keeps nobody");
        desk.says("leave", json!(true));
        let anna = come().await;
        let there = out(&anna).await;
        assert_eq!(there.as_deref(), Some("https://id.example/out?back=https://crew.example"));
        let alive = world.crewdesk.read(&anna, async |cx| sessions::list_own(cx).await).await;
        assert!(alive.unwrap().iter().all(|one| !one.is_current), "the session is gone");
        let olga = world.sign_in_olga().await;
        assert_eq!(out(&olga).await, None, "no provider let her in");
    }

    async fn acc_7_an_administrator_disconnects_somebodys_identity_and_they_are_told(db: TestDb) {
        let world = World::new(db).await;
        let desk = Desk::default();
        let provider = set_up(&world, wanted("A")).await;
        let claims = json!({"sub": "7", "email": "anna@example.org", "email_verified": true});
        let anna = comes(&world, &desk, &provider, claims).await.unwrap();
        let id = anna.user_id().unwrap();
        let seen = async |by: &Actor| world.crewdesk.read(by, async |cx| identity_providers::links(cx, id).await).await;
        let links = seen(&world.olga).await.unwrap();
        assert_eq!((links[0].issuer.as_str(), links[0].subject.as_str()), (ISSUER, "7"));
        let (_, vera) = world.hire("vera", RoleKey::Viewer).await;
        let (_, sven) = world.hire("sven", RoleKey::Supervisor).await;
        let link = links[0].id;
        let take = async |by: &Actor| {
            world.crewdesk.write(by, async |cx| identity_providers::unlink(cx, id, link).await).await
        };
        for other in [&vera, &sven] {
            assert_eq!((code(seen(other).await), code(take(other).await)), ("not_found", "not_found"));
        }
        world.clock.advance(Span::minutes(30));
        assert_eq!(code(take(&world.olga).await), "fresh_sign_in_required");
        let olga = world.sign_in_olga().await;
        take(&olga).await.unwrap();
        assert_eq!(code(take(&olga).await), "not_found", "once");
        let alive = world.crewdesk.write(&anna, async |cx| cx.principal().map(|_| ())).await;
        assert!(alive.is_err(), "her session by the provider has ended");
        let mails = world.mails_to("anna@example.org").await;
        let told = mails.iter().find(|mail| mail.template == MailTemplate::IdentityUnlinked).unwrap();
        assert!(told.params["by"].contains("olga"), "{told:?}");
    }
}
