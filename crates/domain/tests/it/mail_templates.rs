//! Mails in an organisation's own words (SPEC ORG-4; SECURITY.md S13).

use std::collections::BTreeMap;

use domain::access::RoleKey;
use domain::jobs::{Mail, MailTemplate};
use domain::mail_templates::{self, Kind, Wish};
use domain::{Actor, factors, users};
use kernel::{Code, Error, Result, Span};

use crate::factors::holder;
use crate::world::{World, code, found, person, sign_in};

fn wish(subject: &str, body: &str) -> Wish {
    Wish { subject: subject.into(), body: body.into() }
}

async fn put(world: &World, by: &Actor, kind: Kind, wish: Wish) -> Result<mail_templates::OwnText> {
    let verb =
        world.crewdesk.write(by, async |cx| mail_templates::put(cx, kind, "en", None, wish).await);
    verb.await
}

/// The first fault of a refusal: field, code, detail.
fn fault<T: std::fmt::Debug>(answer: Result<T>) -> (String, Code, String) {
    let Err(Error::Invalid(fields)) = answer else { panic!("{answer:?}") };
    (fields[0].pointer.clone(), fields[0].code, fields[0].detail.clone().unwrap_or_default())
}

db::on_both! {
    async fn org_4_words_of_ones_own_are_checked_used_and_taken_back(db: TestDb) {
        let world = World::new(db).await;
        let olga = &world.olga;
        let words = wish("{{ organisation }} is waiting", "Hello {{ name }},\n\n{{ link }}");
        let missing = put(&world, olga, Kind::Invitation, wish("Come", "Hello {{ name }}")).await;
        let (field, why, what) = fault(missing);
        assert_eq!((field.as_str(), why, what.as_str()), ("body", Code::PlaceholderMissing, "{{ link }}"));
        let hidden = put(&world, olga, Kind::Invitation, wish("Come", "{% if not name %}{{ link }}{% endif %}")).await;
        assert_eq!(fault(hidden).1, Code::PlaceholderMissing, "no condition hides it");
        let wrong = put(&world, olga, Kind::Invitation, wish("Come", "{{ link }}\n\n{{ password }}")).await;
        let (_, why, what) = fault(wrong);
        assert_eq!(why, Code::TemplateWrong);
        assert!(what.starts_with("Line 3"), "{what}");
        let lines = put(&world, olga, Kind::Code, wish("Come\r\nBcc: all@example.org", "{{ code }}")).await;
        assert_eq!(fault(lines).0, "subject");
        put(&world, olga, Kind::Invitation, words).await.unwrap();

        let (_, eva) = world.hire("eva", RoleKey::Technician).await;
        assert_eq!(code(put(&world, &eva, Kind::Code, wish("x", "{{ code }}")).await), "forbidden");

        let mail = Mail::new(MailTemplate::Invitation, "ivo@example.org", "en")
            .with("name", "Ivo")
            .with("organisation_id", &world.organisation.to_string());
        let told = [("link".to_owned(), "https://x/y".to_owned())].into();
        let written = mail_templates::words_for(&world.crewdesk, &mail, told).await.unwrap().unwrap();
        assert_eq!((written.subject.as_str(), written.body.as_str()), ("Contoso is waiting", "Hello Ivo,\n\nhttps://x/y"));
        let other = Mail { language: "cs".into(), ..mail.clone() };
        assert!(mail_templates::words_for(&world.crewdesk, &other, BTreeMap::new()).await.unwrap().is_none(), "built in");
        let reset = world.crewdesk.write(olga, async |cx| mail_templates::reset(cx, Kind::Invitation, "en").await);
        reset.await.unwrap();
        assert!(mail_templates::words_for(&world.crewdesk, &mail, BTreeMap::new()).await.unwrap().is_none());
    }

    async fn org_4_mails_that_go_out_know_whose_they_are(db: TestDb) {
        let world = World::new(db).await;
        let (fabrikam, nick) = found(&world.crewdesk, "Fabrikam", "nick").await;
        let nick = sign_in(&world.crewdesk, &nick).await;
        let words = wish("Out", "{{ name }} is out of {{ organisation }}: {{ reason }}");
        put(&world, &nick, Kind::Suspended, words).await.unwrap();
        let (eva, _) = world.hire("eva", RoleKey::Technician).await;
        world.crewdesk.write(&world.olga, async |cx| users::suspend(cx, eva.id, None).await).await.unwrap();
        let mails = world.mails_to("eva@example.org").await;
        let mail = mails.iter().find(|mail| mail.template == MailTemplate::Suspended).unwrap();
        assert_eq!(mail.params["organisation_id"], world.organisation.to_string());
        let own = mail_templates::words_for(&world.crewdesk, mail, BTreeMap::new()).await.unwrap();
        assert!(own.is_none(), "{fabrikam}'s words are not Contoso's");
    }

    async fn org_4_whatever_goes_to_somebody_of_one_organisation_goes_out_in_its_words(db: TestDb) {
        let world = World::new(db).await;
        let put_plain = async |kind: Kind| {
            let names = kind.placeholders().iter().map(|(name, _)| format!("{{{{ {name} }}}}"));
            let body: Vec<String> = names.collect();
            put(&world, &world.olga, kind, wish("{{ organisation }}", &body.join(" "))).await.unwrap();
        };
        for kind in Kind::ALL {
            put_plain(*kind).await;
            let obligatory = kind.obligatory().iter().all(|name| kind.placeholders().iter().any(|(one, _)| one == name));
            assert!(obligatory, "{kind}: what must be named may be named");
        }
        let tom = holder(&world, "tom").await;
        let mails = world.mails_to("tom@example.org").await;
        let added = mails.iter().find(|mail| mail.template == MailTemplate::FactorAdded).unwrap();
        let written = mail_templates::words_for(&world.crewdesk, added, BTreeMap::new()).await.unwrap().unwrap();
        assert!(written.subject == "Contoso" && written.body.starts_with("Telephone Contoso"), "{written:?}");
        // A user of two organisations is told in nobody's words.
        let (fabrikam, nick) = found(&world.crewdesk, "Fabrikam", "nick").await;
        let nick = sign_in(&world.crewdesk, &nick).await;
        let added = world.crewdesk.write(&nick, async |cx| users::create(cx, person("tom")).await);
        added.await.unwrap();
        world.clock.advance(Span::minutes(1));
        let codes = world.crewdesk.write(&tom.actor, async |cx| factors::new_codes(cx).await);
        codes.await.unwrap();
        let mails = world.mails_to("tom@example.org").await;
        let new = mails.iter().find(|mail| mail.template == MailTemplate::RecoveryCodesNew).unwrap();
        let own = mail_templates::words_for(&world.crewdesk, new, BTreeMap::new()).await.unwrap();
        assert!(own.is_none(), "{fabrikam}");
    }
}
