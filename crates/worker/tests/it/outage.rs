//! A mail server that goes away loses and doubles nothing (SECURITY.md R4).

use std::time::{Duration, Instant};

use testkit::smtp::{Fault, by_message_id};

use crate::office::Office;

db::on_both! {
    async fn nothing_is_lost_or_doubled_by_an_outage(db: TestDb) {
        let mut office = Office::new(db).await;
        office.sink.go_down().await;
        let worker = office.work();
        office.invite(100).await;
        tokio::time::sleep(Duration::from_secs(4)).await;
        assert!(office.sink.mails().is_empty());
        office.sink.come_back().await;
        let back = Instant::now();
        office.drained(Duration::from_secs(60)).await;
        eprintln!("100 mails drained {:?} after the server's return", back.elapsed());
        worker.end().await;
        let mails = by_message_id(&office.sink.mails());
        assert_eq!(mails.len(), 100);
        assert!(mails.values().all(|count| *count == 1));
    }

    async fn r4_mails_that_wait_for_their_server_cost_no_more_than_a_few(db: TestDb) {
        let mut office = Office::new(db).await;
        office.sink.go_down().await;
        office.invite(300).await;
        let worker = office.work();
        tokio::time::sleep(Duration::from_secs(1)).await;
        let before = office.crewdesk.db().statements();
        tokio::time::sleep(Duration::from_secs(4)).await;
        let asked = office.crewdesk.db().statements() - before;
        assert!(asked < 100, "{asked} statements for mails that can't go out");
        office.sink.come_back().await;
        office.drained(Duration::from_secs(60)).await;
        worker.end().await;
        assert_eq!(by_message_id(&office.sink.mails()).len(), 300);
    }

    async fn a_mail_that_was_taken_in_silence_comes_again_as_the_same_mail(db: TestDb) {
        let office = Office::new(db).await;
        office.sink.fail(Fault::SilentAfterMail);
        let worker = office.work();
        office.invite(1).await;
        while office.sink.mails().is_empty() {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        office.sink.fail(Fault::None);
        office.drained(Duration::from_secs(20)).await;
        worker.end().await;
        let mails = office.sink.mails();
        assert_eq!(mails.len(), 2);
        assert_eq!(by_message_id(&mails).len(), 1);
        assert_eq!(body(&mails[0].message), body(&mails[1].message), "the same link in both");
    }

    async fn a_busy_server_gets_every_mail_in_the_end(db: TestDb) {
        let office = Office::new(db).await;
        office.sink.fail(Fault::Busy);
        let worker = office.work();
        office.invite(20).await;
        tokio::time::sleep(Duration::from_millis(1500)).await;
        office.sink.fail(Fault::None);
        office.drained(Duration::from_secs(30)).await;
        worker.end().await;
        assert_eq!(by_message_id(&office.sink.mails()).len(), 20);
    }

    async fn two_workers_do_each_job_once(db: TestDb) {
        let office = Office::new(db).await;
        office.invite(500).await;
        let began = Instant::now();
        let (one, two) = (office.work(), office.work());
        office.drained(Duration::from_secs(60)).await;
        eprintln!("500 mails by two workers in {:?}", began.elapsed());
        one.end().await;
        two.end().await;
        let mails = by_message_id(&office.sink.mails());
        assert_eq!(mails.len(), 500);
        assert!(mails.values().all(|count| *count == 1));
    }
}

/// A message without its boundary, which is drawn anew each time, and its date.
fn body(message: &str) -> String {
    let boundary = message.split("boundary=\"").nth(1).and_then(|rest| rest.split('"').next());
    let whole = message.replace(boundary.unwrap(), "");
    whole.lines().filter(|line| !line.starts_with("Date:")).collect()
}
