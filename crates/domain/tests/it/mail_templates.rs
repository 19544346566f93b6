//! Mails in an organisation's own words (SPEC ORG-4; SECURITY.md S13).

use domain::access::RoleKey;
use domain::jobs::{Mail, MailTemplate};
use domain::mail_templates::{self, Kind, Wish};
use domain::{Actor, users};
use kernel::{Code, Error, Result};

use crate::world::{World, code, found, sign_in};

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
        let written = mail_templates::words_for(&world.crewdesk, &mail, Some("https://x/y")).await.unwrap().unwrap();
        assert_eq!((written.subject.as_str(), written.body.as_str()), ("Contoso is waiting", "Hello Ivo,\n\nhttps://x/y"));
        let other = Mail { language: "cs".into(), ..mail.clone() };
        assert!(mail_templates::words_for(&world.crewdesk, &other, None).await.unwrap().is_none(), "built in");
        let reset = world.crewdesk.write(olga, async |cx| mail_templates::reset(cx, Kind::Invitation, "en").await);
        reset.await.unwrap();
        assert!(mail_templates::words_for(&world.crewdesk, &mail, None).await.unwrap().is_none());
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
        let own = mail_templates::words_for(&world.crewdesk, mail, None).await.unwrap();
        assert!(own.is_none(), "{fabrikam}'s words are not Contoso's");
    }
}
