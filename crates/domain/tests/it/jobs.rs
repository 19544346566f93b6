//! The outbox: every job is done once by whoever holds it, again after a crash, and never too late.

use std::collections::HashSet;

use domain::Crewdesk;
use domain::jobs::{self, Job, Mail, MailTemplate, Outcome, Terms};
use kernel::Span;

use crate::world::World;

fn mail(n: usize) -> Job {
    Job::Mail(Mail::new(MailTemplate::Locked, format!("p{n}@example.org"), "en"))
}

async fn put(crewdesk: &Crewdesk, jobs: Vec<(Job, Terms)>) {
    let actor = domain::Actor::system("test", crate::world::origin());
    crewdesk
        .write_in(Crewdesk::INSTALLATION, &actor, async |cx| {
            for (job, terms) in jobs {
                jobs::enqueue(cx, &job, terms).await?;
            }
            Ok(())
        })
        .await
        .unwrap();
}

async fn states(crewdesk: &Crewdesk) -> (i64, i64, i64, i64) {
    let standing = jobs::standing(crewdesk).await.unwrap();
    (standing.due, standing.done, standing.dropped, standing.failed)
}

db::on_both! {
    async fn a_job_is_held_by_one_worker_and_settled_once(db: TestDb) {
        let world = World::new(db).await;
        let crewdesk = &world.crewdesk;
        put(crewdesk, vec![(mail(1), Terms::default())]).await;
        let held = jobs::claim(crewdesk, 10, &[]).await.unwrap().pop().unwrap();
        assert_eq!(held.job.as_ref().unwrap(), &mail(1));
        assert!(jobs::claim(crewdesk, 10, &[]).await.unwrap().is_empty());
        assert!(held.settle(crewdesk, &Outcome::Done).await.unwrap());
        assert!(!held.settle(crewdesk, &Outcome::Done).await.unwrap());
        assert_eq!(states(crewdesk).await, (0, 1, 0, 0));
    }

    async fn kinds_that_rest_are_left_alone(db: TestDb) {
        let world = World::new(db).await;
        let crewdesk = &world.crewdesk;
        put(crewdesk, vec![(mail(1), Terms::default())]).await;
        assert!(jobs::claim(crewdesk, 10, &["mail"]).await.unwrap().is_empty());
        assert_eq!(jobs::next_due(crewdesk, &["mail"]).await.unwrap(), None);
        assert!(jobs::next_due(crewdesk, &["sms"]).await.unwrap().is_some());
        assert_eq!(jobs::claim(crewdesk, 10, &["sms"]).await.unwrap().len(), 1);
    }

    async fn a_worker_that_dies_loses_its_job_to_another(db: TestDb) {
        let world = World::new(db).await;
        let crewdesk = &world.crewdesk;
        put(crewdesk, vec![(mail(1), Terms::default())]).await;
        let dead = jobs::claim(crewdesk, 1, &[]).await.unwrap().pop().unwrap();
        crewdesk.clock().advance(Span::seconds(50));
        assert!(dead.keep(crewdesk).await.unwrap());
        crewdesk.clock().advance(Span::seconds(50));
        assert!(jobs::claim(crewdesk, 1, &[]).await.unwrap().is_empty());
        crewdesk.clock().advance(Span::seconds(20));
        let next = jobs::claim(crewdesk, 1, &[]).await.unwrap().pop().unwrap();
        assert_eq!((next.id, next.attempts), (dead.id, 2));
        assert!(!dead.keep(crewdesk).await.unwrap());
        assert!(!dead.settle(crewdesk, &Outcome::Never("late".into())).await.unwrap());
        assert!(next.settle(crewdesk, &Outcome::Done).await.unwrap());
        assert_eq!(states(crewdesk).await, (0, 1, 0, 0));
    }

    async fn a_failure_waits_longer_each_time_and_ends_with_its_reason(db: TestDb) {
        let world = World::new(db).await;
        let crewdesk = &world.crewdesk;
        put(crewdesk, vec![(mail(1), Terms::default()), (mail(2), Terms::default())]).await;
        let mut held = jobs::claim(crewdesk, 2, &[]).await.unwrap();
        let never = Outcome::Never("no such mailbox\0".into());
        held.pop().unwrap().settle(crewdesk, &never).await.unwrap();
        let later = Outcome::Later("busy".into());
        held.pop().unwrap().settle(crewdesk, &later).await.unwrap();
        assert!(jobs::claim(crewdesk, 1, &[]).await.unwrap().is_empty());
        let due = jobs::next_due(crewdesk, &[]).await.unwrap().unwrap();
        assert!(due.since(crewdesk.clock().now()) <= Span::seconds(3));
        for _ in 0..12 {
            crewdesk.clock().advance(Span::hours(7));
            for again in jobs::claim(crewdesk, 1, &[]).await.unwrap() {
                again.settle(crewdesk, &later).await.unwrap();
            }
        }
        assert_eq!(states(crewdesk).await, (0, 0, 0, 2));
        crewdesk.clock().advance(Span::days(91));
        jobs::forget(crewdesk).await.unwrap();
        assert_eq!(states(crewdesk).await, (0, 0, 0, 0));
    }

    async fn what_has_expired_is_dropped_and_what_is_early_waits(db: TestDb) {
        let world = World::new(db).await;
        let crewdesk = &world.crewdesk;
        let now = crewdesk.clock().now();
        let code = Terms { expires_at: Some(now.plus(Span::minutes(10))), ..Terms::default() };
        let tomorrow = Terms { run_at: Some(now.plus(Span::days(1))), ..Terms::default() };
        put(crewdesk, vec![(mail(1), code), (mail(2), tomorrow)]).await;
        crewdesk.clock().advance(Span::minutes(10));
        assert!(jobs::claim(crewdesk, 9, &[]).await.unwrap().is_empty());
        assert_eq!(states(crewdesk).await, (1, 0, 1, 0));
        crewdesk.clock().advance(Span::days(1));
        assert_eq!(jobs::claim(crewdesk, 9, &[]).await.unwrap().len(), 1);
    }

    async fn a_key_keeps_a_second_job_out_until_the_first_is_settled(db: TestDb) {
        let world = World::new(db).await;
        let crewdesk = &world.crewdesk;
        let once = || Terms { unique_key: Some("sweep".into()), ..Terms::default() };
        put(crewdesk, vec![(mail(1), once()), (mail(2), once())]).await;
        let held = jobs::claim(crewdesk, 9, &[]).await.unwrap();
        assert_eq!(held.len(), 1);
        held[0].settle(crewdesk, &Outcome::Done).await.unwrap();
        put(crewdesk, vec![(mail(3), once())]).await;
        assert_eq!(jobs::claim(crewdesk, 9, &[]).await.unwrap().len(), 1);
    }

    async fn many_workers_share_the_work(db: TestDb) {
        let world = World::new(db).await;
        put(&world.crewdesk, (0..300).map(|n| (mail(n), Terms::default())).collect()).await;
        let workers: Vec<_> = (0..6).map(|_| {
            let crewdesk = world.crewdesk.clone();
            tokio::spawn(async move {
                let mut done = Vec::new();
                loop {
                    let held = jobs::claim(&crewdesk, 7, &[]).await.unwrap();
                    if held.is_empty() {
                        return done;
                    }
                    for job in held {
                        assert!(job.settle(&crewdesk, &Outcome::Done).await.unwrap());
                        done.push(job.id);
                    }
                }
            })
        }).collect();
        let mut done = Vec::new();
        for worker in workers {
            done.extend(worker.await.unwrap());
        }
        assert_eq!((done.len(), done.iter().collect::<HashSet<_>>().len()), (300, 300));
        assert_eq!(states(&world.crewdesk).await, (0, 300, 0, 0));
    }

    async fn a_refused_change_leaves_no_job_and_wakes_nobody(db: TestDb) {
        let world = World::new(db).await;
        let mut news = world.crewdesk.db().notifications();
        let refused: kernel::Result<()> = world.crewdesk
            .write(&world.olga, async |cx| {
                jobs::enqueue(cx, &mail(1), Terms::default()).await?;
                Err(kernel::Error::NotFound)
            })
            .await;
        assert!(refused.is_err());
        assert_eq!(states(&world.crewdesk).await, (0, 0, 0, 0));
        put(&world.crewdesk, (0..50).map(|n| (mail(n), Terms::default())).collect()).await;
        // What the founding of the organisation told may still be on its way.
        let wake = db::Notification::Message(jobs::WAKE.into());
        let heard = async { while news.recv().await.unwrap() != wake {} };
        tokio::time::timeout(std::time::Duration::from_secs(5), heard).await.unwrap();
        assert!(news.try_recv().is_err(), "told once for all fifty");
    }
}
