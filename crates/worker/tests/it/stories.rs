//! What people get, and how a worker ends.

use std::time::Duration;

use db::Tx;
use domain::accounts;
use domain::jobs::{self, Standing};
use domain::users::{self, Presence};
use kernel::{Clock, Secret, Span, Timestamp};
use testkit::smtp::Fault;

use crate::office::Office;

/// The text between two marks.
fn between<'t>(text: &'t str, start: &str, end: char) -> &'t str {
    text.split(start).nth(1).unwrap().split(end).next().unwrap()
}

/// Undoes quoted-printable as far as links need it.
fn unfolded(message: &str) -> String {
    message.replace("=\r\n", "").replace("=3D", "=")
}

db::on_both! {
    async fn an_invitation_leads_in_and_a_forgotten_password_is_renewed(db: TestDb) {
        let office = Office::new(db).await;
        let crewdesk = &office.crewdesk;
        let worker = office.work();
        office.invite(1).await;
        office.drained(Duration::from_secs(10)).await;
        let mail = unfolded(&office.sink.mails()[0].message);
        let token = between(&mail, "https://desk.example.org/invitations/", '\r');
        let token = kernel::Token::from_request(token).unwrap();
        let origin = Office::actor().origin;
        let password = Secret::new("a long walk by the sea");
        domain::invitations::accept(crewdesk, &origin, &token, &password).await.unwrap();

        let request = accounts::codes::request(crewdesk, &origin, "eva0@example.org").await.unwrap();
        accounts::codes::request(crewdesk, &origin, "nobody@example.org").await.unwrap();
        office.drained(Duration::from_secs(10)).await;
        worker.end().await;
        let mails = office.sink.mails();
        let mail = mails.iter().find(|mail| mail.header("Subject") == Some("Your code for a new password"));
        let code = between(&mail.unwrap().message, "\r\n    ", '\r').to_owned();
        assert!(mails.iter().all(|mail| mail.to == ["eva0@example.org"]));
        let other = Secret::new("seven yellow umbrellas");
        accounts::codes::complete(crewdesk, &origin, &request, &code, &other).await.unwrap();
    }

    async fn what_is_no_news_of_a_job_does_not_wake_the_worker(db: TestDb) {
        let office = Office::new(db).await;
        let working = office.work();
        office.invite(1).await;
        office.drained(Duration::from_secs(20)).await;
        let told = async || {
            let before = office.crewdesk.db().statements();
            for n in 0..50 {
                let message = format!("no job {n}");
                let tell = office.crewdesk.db().write(async |tx: &mut Tx| tx.notify(message));
                tell.await.unwrap();
            }
            tokio::time::sleep(Duration::from_millis(200)).await;
            office.crewdesk.db().statements() - before
        };
        let beside = told().await;
        working.end().await;
        let alone = told().await;
        // Once in five seconds the worker looks by itself.
        assert!(beside < alone + 20, "{beside} statements beside a worker, {alone} without");
    }

    async fn a_code_that_has_expired_is_not_sent_late(db: TestDb) {
        let clock = Clock::manual(Timestamp::from_micros(1_790_000_000_000_000));
        let mut office = Office::with_clock(db, clock).await;
        let origin = Office::actor().origin;
        office.sink.go_down().await;
        accounts::codes::request(&office.crewdesk, &origin, "olga@example.org").await.unwrap();
        office.crewdesk.clock().advance(Span::minutes(10));
        office.sink.come_back().await;
        let worker = office.work();
        office.drained(Duration::from_secs(10)).await;
        worker.end().await;
        assert!(office.sink.mails().is_empty());
        let standing = jobs::standing(&office.crewdesk).await.unwrap();
        assert_eq!(standing, Standing { dropped: 1, ..Standing::default() });
    }

    async fn an_address_that_does_not_exist_fails_with_its_reason(db: TestDb) {
        let office = Office::new(db).await;
        office.sink.fail(Fault::NoSuchMailbox);
        let worker = office.work();
        office.invite(1).await;
        office.drained(Duration::from_secs(10)).await;
        worker.end().await;
        assert_eq!(jobs::standing(&office.crewdesk).await.unwrap().failed, 1);
    }

    async fn a_worker_that_is_killed_leaves_its_mail_to_the_next(db: TestDb) {
        let clock = Clock::manual(Timestamp::from_micros(1_790_000_000_000_000));
        let office = Office::with_clock(db, clock).await;
        office.sink.fail(Fault::Mute);
        let first = office.work();
        office.invite(3).await;
        while office.sink.connections() == 0 {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        first.kill().await;
        office.sink.fail(Fault::None);
        let second = office.work();
        tokio::time::sleep(Duration::from_millis(300)).await;
        let early = office.sink.mails().len();
        office.crewdesk.clock().advance(Span::seconds(61));
        office.drained(Duration::from_secs(20)).await;
        second.end().await;
        assert!(early < 3, "the dead worker's leases held for a while");
        assert_eq!(office.sink.mails().len(), 3);
    }

    async fn the_end_waits_for_a_mail_at_work_and_no_longer_than_allowed(db: TestDb) {
        let office = Office::new(db).await;
        office.sink.fail(Fault::Mute);
        let worker = office.work_for(Duration::from_millis(300));
        office.invite(1).await;
        while office.sink.connections() == 0 {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        let began = std::time::Instant::now();
        worker.end().await;
        assert!((250..3000).contains(&began.elapsed().as_millis()), "{:?}", began.elapsed());
    }

    async fn a_session_that_has_expired_shows_its_user_as_logged_out(db: TestDb) {
        let clock = Clock::manual(Timestamp::from_micros(1_790_000_000_000_000));
        let office = Office::with_clock(db, clock).await;
        let crewdesk = &office.crewdesk;
        let worker = office.work();
        office.invite(1).await;
        office.drained(Duration::from_secs(10)).await;
        worker.end().await;
        let mail = unfolded(&office.sink.mails()[0].message);
        let token = between(&mail, "https://desk.example.org/invitations/", '\r');
        let token = kernel::Token::from_request(token).unwrap();
        let password = Secret::new("a long walk by the sea");
        let origin = Office::actor().origin;
        let eva = domain::invitations::accept(crewdesk, &origin, &token, &password).await.unwrap();
        let presence = async || {
            let actor = Office::actor();
            let query = crewdesk.read_in(office.organisation, &actor, async |cx| {
                users::get(cx, eva.user_id).await
            });
            query.await.unwrap().user.presence
        };
        assert_eq!(presence().await, Presence::LoggedIn);
        crewdesk.clock().advance(Span::hours(25));
        let worker = office.work();
        for _ in 0..200 {
            if presence().await == Presence::LoggedOut {
                break;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        worker.end().await;
        assert_eq!(presence().await, Presence::LoggedOut);
    }
}
