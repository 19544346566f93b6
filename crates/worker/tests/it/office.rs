//! An organisation, a mail server and a worker.

use std::sync::Arc;
use std::time::Duration;

use adapters::sms_http::{Gateway, SmsHttp, Written};
use adapters::smtp::{Sender, Smtp};
use db::testdb::TestDb;
use domain::accounts::password::HashCost;
use domain::invitations::{self, Invitee};
use domain::jobs;
use domain::organisations::{self, NewOrganisation};
use domain::users::{NewUser, Profile};
use domain::{Actor, Crewdesk, Origin, Policy, Surface};
use kernel::ids::OrganisationId;
use kernel::{Clock, Entropy};
use testkit::sms::Gate;
use testkit::smtp::Sink;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use worker::{Senders, WorkerConfig};

pub(crate) struct Office {
    pub(crate) crewdesk: Crewdesk,
    pub(crate) organisation: OrganisationId,
    pub(crate) sink: Sink,
    pub(crate) gate: Gate,
    _db: TestDb,
}

impl Office {
    pub(crate) async fn new(db: TestDb) -> Self {
        Self::with_clock(db, Clock::system()).await
    }

    pub(crate) async fn with_clock(db: TestDb, clock: Clock) -> Self {
        let hash_cost = HashCost { memory: 8, passes: 1 };
        let policy = Policy { hash_cost, ..Policy::default() };
        let crewdesk = Crewdesk::new((*db).clone(), clock, Entropy::system(), policy);
        let organisation = found(&crewdesk).await;
        Self {
            crewdesk,
            organisation,
            sink: Sink::start().await,
            gate: Gate::start().await,
            _db: db,
        }
    }

    /// A worker that hands its mails to the sink, until it is told to end.
    pub(crate) fn work(&self) -> Running {
        self.work_for(Duration::from_secs(9))
    }

    pub(crate) fn work_for(&self, farewell: Duration) -> Running {
        let url = format!("smtp://{}", self.sink.address());
        let sender = Sender::new("Crewdesk <desk@example.org>", "desk.example.org").unwrap();
        let mailer = Arc::new(Smtp::new(url.parse().unwrap(), sender));
        let template = self.gate.template();
        let written = Written { url: &template, ..Written::default() };
        let sms = Arc::new(SmsHttp::new(Gateway::read(&written).unwrap()).unwrap());
        let senders = Senders { mailer, sms };
        let config = WorkerConfig {
            public_url: "https://desk.example.org".into(),
            farewell,
            ..WorkerConfig::default()
        };
        let (stop, stopped) = oneshot::channel::<()>();
        let shutdown = async move {
            let _ = stopped.await;
        };
        let task = tokio::spawn(worker::run(self.crewdesk.clone(), senders, config, shutdown));
        Running { stop, task }
    }

    pub(crate) fn actor() -> Actor {
        Actor::system("test", Origin::local(Surface::Job, "test"))
    }

    /// Invites this many people, in one transaction for each hundred.
    pub(crate) async fn invite(&self, count: usize) {
        let people: Vec<Invitee> = (0..count)
            .map(|n| Invitee {
                first_name: "Eva".into(),
                last_name: format!("Number {n}"),
                email: format!("eva{n}@example.org"),
                ..Invitee::default()
            })
            .collect();
        for hundred in people.chunks(100) {
            let hundred = hundred.to_vec();
            self.crewdesk
                .write_in(self.organisation, &Self::actor(), async |cx| {
                    invitations::invite(cx, hundred).await
                })
                .await
                .unwrap();
        }
    }

    /// Waits until no job is due.
    pub(crate) async fn drained(&self, within: Duration) {
        let waited = tokio::time::timeout(within, async {
            while jobs::standing(&self.crewdesk).await.unwrap().due > 0 {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        });
        waited.await.unwrap_or_else(|_| panic!("jobs are still due after {within:?}"));
    }
}

pub(crate) struct Running {
    stop: oneshot::Sender<()>,
    task: JoinHandle<()>,
}

impl Running {
    pub(crate) async fn end(self) {
        let _ = self.stop.send(());
        self.task.await.unwrap();
    }

    /// As kill -9 ends it.
    pub(crate) async fn kill(self) {
        self.task.abort();
        let _ = self.task.await;
    }
}

async fn found(crewdesk: &Crewdesk) -> OrganisationId {
    let profile = Profile {
        username: "olga".into(),
        first_name: "Olga".into(),
        last_name: "Nováková".into(),
        email: Some("olga@example.org".into()),
        ..Profile::default()
    };
    let new = NewOrganisation {
        name: "Contoso".into(),
        team_name: Some("Contoso".into()),
        language: "en".into(),
        time_zone: "Europe/Prague".into(),
        trial_ends_at: None,
        tier: "profi".into(),
        services: "pbx".into(),
        seats: 5000,
        licences: Vec::new(),
        operators: 5,
        administrator: NewUser { profile, ..NewUser::default() },
    };
    let origin = Origin::local(Surface::CommandLine, "test");
    let made = crewdesk.found(origin, async |cx| organisations::create(cx, new).await).await;
    made.unwrap().0.id
}
