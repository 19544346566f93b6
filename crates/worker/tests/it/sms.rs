//! Codes by text message reach people once, however the gateway behaves (SPEC ACC-3; SECURITY.md R4, S6).

use std::collections::BTreeSet;
use std::time::Duration;

use domain::accounts::codes;
use domain::jobs::{self, Standing};
use domain::users::{self, NewUser, Profile};
use kernel::{Clock, Secret, Span, Timestamp};
use testkit::sms::GateFault;

use crate::office::Office;

fn number(n: usize) -> String {
    format!("+420601{n:06}")
}

/// People who have only a mobile.
async fn people(office: &Office, count: usize) {
    for n in 0..count {
        let profile = Profile {
            username: format!("mo{n}"),
            mobile: Some(number(n)),
            language: Some("cs".into()),
            ..Profile::default()
        };
        let new = NewUser { profile, ..NewUser::default() };
        let actor = Office::actor();
        let made = office
            .crewdesk
            .write_in(office.organisation, &actor, async |cx| users::create(cx, new).await);
        made.await.unwrap();
    }
}

async fn ask(office: &Office, n: usize) -> kernel::Token {
    codes::request(&office.crewdesk, &Office::actor().origin, &number(n)).await.unwrap()
}

db::on_both! {
    async fn acc_3_a_code_by_sms_sets_the_first_password(db: TestDb) {
        let office = Office::new(db).await;
        people(&office, 1).await;
        let worker = office.work();
        let request = ask(&office, 0).await;
        ask(&office, 7).await;
        office.drained(Duration::from_secs(20)).await;
        worker.end().await;
        let handed = office.gate.handed();
        assert_eq!(handed.len(), 1, "nothing goes to a number nobody has");
        assert_eq!(handed[0].query("to").unwrap(), number(0));
        let text = handed[0].query("text").unwrap();
        assert!(text.contains("je váš kód"), "in the reader's language: {text}");
        let code: String = text.chars().take(6).collect();
        let password = Secret::new("a long walk by the sea");
        let origin = Office::actor().origin;
        codes::complete(&office.crewdesk, &origin, &request, &code, &password).await.unwrap();
    }

    async fn r4_nothing_is_lost_or_doubled_while_the_gateway_is_away(db: TestDb) {
        let mut office = Office::new(db).await;
        people(&office, 20).await;
        office.gate.go_down().await;
        let worker = office.work();
        for n in 0..20 {
            ask(&office, n).await;
        }
        tokio::time::sleep(Duration::from_secs(3)).await;
        office.gate.come_back().await;
        office.drained(Duration::from_secs(60)).await;
        worker.end().await;
        let numbers: Vec<_> = office.gate.handed().iter().filter_map(|one| one.query("to")).collect();
        assert_eq!(numbers.len(), 20);
        assert_eq!(numbers.into_iter().collect::<BTreeSet<_>>().len(), 20);
    }

    async fn r4_a_message_taken_in_silence_comes_again_with_its_id_and_its_code(db: TestDb) {
        let office = Office::new(db).await;
        people(&office, 1).await;
        office.gate.fail(GateFault::Silent);
        let worker = office.work();
        ask(&office, 0).await;
        while office.gate.handed().is_empty() {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        office.gate.fail(GateFault::None);
        office.drained(Duration::from_secs(20)).await;
        worker.end().await;
        let handed = office.gate.handed();
        assert!(handed.len() >= 2, "it was sent again");
        assert!(handed.iter().all(|one| one == &handed[0]), "the same message under the same id");
    }

    async fn s6_an_expired_code_is_never_sent_late(db: TestDb) {
        let clock = Clock::manual(Timestamp::from_micros(1_790_000_000_000_000));
        let mut office = Office::with_clock(db, clock).await;
        people(&office, 1).await;
        office.gate.go_down().await;
        ask(&office, 0).await;
        office.crewdesk.clock().advance(Span::minutes(10));
        office.gate.come_back().await;
        let worker = office.work();
        office.drained(Duration::from_secs(10)).await;
        worker.end().await;
        assert!(office.gate.handed().is_empty());
        let standing = jobs::standing(&office.crewdesk).await.unwrap();
        assert_eq!(standing, Standing { dropped: 1, ..Standing::default() });
    }
}
