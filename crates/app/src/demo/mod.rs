//! The sample organisation of the demo: 400 people, three levels of supervision, every state, a month
//! of history. All of it goes through the same verbs as pages and programs, with a clock of its own.

mod comings;
mod crews;
mod names;
mod photos;
mod work;

use anyhow::{Context as _, Result};
use db::Db;
use domain::access::RoleKey;
use domain::accounts::credential::{self, NewPassword};
use domain::accounts::password::HashCost;
use domain::exchanges::NewExchange;
use domain::invitations::{self, Invitee};
use domain::organisations::{self, NewOrganisation};
use domain::sessions::tokens::{self, NewToken};
use domain::users::{self, Licence, NewUser, Profile, User, photo};
use domain::{Actor, Crewdesk, Origin, Policy, Surface, exchanges, helpdesks, roles};
use kernel::ids::{GroupId, OrganisationId, UserId};
use kernel::{Clock, Entropy, Secret, Span};

use crate::command::explain;

/// Sign-ins of the demo; their password is [`PASSWORD`].
pub(crate) const SIGN_INS: &[(&str, &str)] = &[
    ("olga@demo.example", "Administrator and owner"),
    ("sven@demo.example", "Supervisor"),
    ("tina@demo.example", "Technician"),
];
/// The password of all of them.
pub(crate) const PASSWORD: &str = "seven blue kettles on a hill";

/// People in all: 400, and those who have been removed.
const PEOPLE: usize = 409;
/// The days in which people were hired.
const DAYS: i64 = 30;
/// How long ago the organisation began: hiring, then five days of invitations, and all of it past.
const AGE: Span = Span::days(DAYS + 4);
/// How many sign in at a time while invitations go out.
const SHIFT: usize = 12;
/// A hash for a crowd whose password everybody reads above: it need not be slow.
const QUICK: HashCost = HashCost { memory: 1024, passes: 1 };

/// Fills an empty database.
pub(crate) struct Sample {
    crewdesk: Crewdesk,
    clock: Clock,
    entropy: Entropy,
    organisation: OrganisationId,
    /// The installation, which gives passwords and ends sessions.
    system: Actor,
    /// Olga, who does everything else.
    actor: Actor,
    /// The same product with the installation's own hash, for the sign-ins that are told.
    strong: Crewdesk,
    /// The groups that new users are put into.
    groups: Vec<GroupId>,
}

impl Sample {
    /// Loads the sample as if it had grown over the last month.
    pub(crate) async fn load(db: &Db, policy: Policy) -> Result<()> {
        let clock = Clock::manual(Clock::system().now().minus(AGE));
        let entropy = Entropy::seeded(2026);
        let quick = Policy { hash_cost: QUICK, ..policy.clone() };
        let strong = Crewdesk::new(db.clone(), clock.clone(), Entropy::system(), policy);
        let crewdesk = Crewdesk::new(db.clone(), clock.clone(), Entropy::system(), quick);
        let origin = Origin::local(Surface::CommandLine, "demo");
        let owner = named("olga", "Olga", "Nordhaug");
        let made = crewdesk.found(origin.clone(), async |cx| {
            let new = NewOrganisation {
                name: "Nordlys Support".into(),
                team_name: Some("Nordlys".into()),
                language: "en".into(),
                time_zone: "Europe/Oslo".into(),
                trial_ends_at: None,
                tier: "profi".into(),
                services: "pbx,helpdesk".into(),
                seats: 380,
                licences: vec![(Licence::Helpdesk, 260), (Licence::Omnichannel, 120)],
                operators: 50,
                administrator: owner,
            };
            let (organisation, olga) = organisations::create(cx, new).await?;
            let expires_at = cx.now.plus(AGE);
            let token = NewToken { name: "Personnel records".into(), scopes: None, expires_at };
            let (_, token) = tokens::create_for(cx, &olga, token).await?;
            Ok((organisation, olga, token))
        });
        let (organisation, olga, token) = made.await.map_err(explain)?;
        let by_token = Origin { surface: Surface::Api, ..origin.clone() };
        let actor = Actor::user(crewdesk.authenticate(&token).await.map_err(explain)?, by_token);
        let system = Actor::system("demo", origin);
        let organisation = organisation.id;
        let groups = Vec::new();
        let mut sample =
            Self { crewdesk, clock, entropy, organisation, system, actor, strong, groups };
        sample.groups = sample.make_groups().await?;
        sample.workplaces().await?;
        sample.people(olga.id).await
    }

    /// One exchange and one helpdesk, which everybody who needs one then gets.
    async fn workplaces(&self) -> Result<()> {
        let exchange = NewExchange {
            name: "Oslo".into(),
            first_extension: "1000".into(),
            last_extension: "1999".into(),
        };
        self.run(async |cx| exchanges::create(cx, &exchange).await.map(drop)).await?;
        self.run(async |cx| helpdesks::create(cx, "Kundestøtte").await.map(drop)).await
    }

    async fn people(&self, olga: UserId) -> Result<()> {
        let sven = self.hire(named("sven", "Sven", "Lie"), RoleKey::Supervisor, Some(olga)).await?;
        let tina = self
            .hire(named("tina", "Tina", "Růžičková"), RoleKey::Technician, Some(sven.id))
            .await?;
        let password = prepared(&self.strong).await?;
        for id in [olga, sven.id, tina.id] {
            self.give_password(id, &password).await?;
        }
        let (password, mut crowd) = (prepared(&self.crewdesk).await?, Vec::new());
        let mut heads = vec![sven.id];
        let mut leads = Vec::new();
        let (mut leaders, mut members) = (Vec::new(), Vec::new());
        for number in 3..PEOPLE - 20 {
            self.clock
                .advance(Span::minutes(DAYS * 24 * 60 / i64::try_from(PEOPLE).unwrap_or(400)));
            let (role, above) = match number {
                3..=6 => (RoleKey::Supervisor, Some(olga)),
                7..=30 => (RoleKey::Supervisor, Some(*names::pick(&self.entropy, &heads))),
                31..=45 => (RoleKey::TeamLeader, Some(*names::pick(&self.entropy, &leads))),
                46..=52 => (RoleKey::Viewer, Some(olga)),
                _ => (RoleKey::Technician, Some(*names::pick(&self.entropy, &leads))),
            };
            let user = self.hire(self.somebody(number), role, above).await?;
            match number {
                3..=6 => heads.push(user.id),
                7..=30 => leads.push(user.id),
                31..=45 => {
                    leaders.push(user.id);
                    self.fate(&user, number).await?;
                }
                _ => {
                    if number % 12 != 7 {
                        members.push(user.id);
                    }
                    self.fate(&user, number).await?;
                }
            }
            self.come(&crowd, number).await?;
            if !matches!(number % 37, 5 | 11 | 23) && number % 5 != 1 {
                self.give_password(user.id, &password).await?;
                crowd.extend(user.email);
            }
        }
        self.crews(&leaders, &members).await?;
        self.work(&members).await?;
        self.invite(&crowd).await?;
        self.come_on(&crowd).await?;
        self.mistype(&crowd).await
    }

    /// Some are suspended or leave, a few come back; some have a photo.
    async fn fate(&self, user: &User, number: usize) -> Result<()> {
        let id = user.id;
        if number.is_multiple_of(3) {
            let file = photos::draw(&self.entropy)?;
            let photo = photo::read(&file).map_err(explain)?;
            self.run(async |cx| photo::put(cx, id, photo).await.map(drop)).await?;
        }
        let reason = Some("On leave".to_owned());
        match number % 37 {
            5 => self.run(async |cx| users::suspend(cx, id, reason).await.map(drop)).await,
            11 => self.run(async |cx| users::deactivate(cx, id, None).await.map(drop)).await,
            17 => {
                self.run(async |cx| users::suspend(cx, id, reason).await.map(drop)).await?;
                self.clock.advance(Span::minutes(5));
                self.run(async |cx| users::activate(cx, id).await.map(drop)).await
            }
            23 => self.run(async |cx| users::remove(cx, id, None, false).await).await,
            _ => Ok(()),
        }
    }

    /// Twenty wait for an answer to their invitation; meanwhile others come and go.
    async fn invite(&self, crowd: &[String]) -> Result<()> {
        for number in PEOPLE - 20..PEOPLE {
            for _ in 0..SHIFT {
                self.clock.advance(Span::minutes(20));
                self.sign_in(names::pick::<String>(&self.entropy, crowd)).await?;
            }
            self.clock.advance(Span::hours(2));
            self.expire().await?;
            let name = names::draw(&self.entropy, number);
            let person = Invitee {
                email: format!("{}@demo.example", name.username),
                first_name: name.first,
                last_name: name.last,
                language: Some(name.language.to_owned()),
                ..Invitee::default()
            };
            self.run(async |cx| invitations::invite(cx, vec![person]).await.map(drop)).await?;
        }
        Ok(())
    }

    fn somebody(&self, number: usize) -> NewUser {
        let name = names::draw(&self.entropy, number);
        let licence = match number % 4 {
            0 => Some(Licence::Omnichannel),
            3 => None,
            _ => Some(Licence::Helpdesk),
        };
        let profile = Profile {
            email: Some(format!("{}@demo.example", name.username)),
            username: name.username,
            first_name: name.first,
            last_name: name.last,
            language: Some(name.language.to_owned()),
            mobile: (number % 3 != 1).then(|| format!("+4790{:06}", 100_000 + 37 * number)),
            numeric_id: Some((1000 + number).to_string()),
            extension: number.is_multiple_of(4).then(|| (1000 + number / 4).to_string()),
            ..Profile::default()
        };
        let group_id = self.groups.get(number % 5).copied();
        NewUser { profile, licence, group_id, ..NewUser::default() }
    }

    async fn hire(&self, new: NewUser, role: RoleKey, above: Option<UserId>) -> Result<User> {
        let made = self.crewdesk.write_in(self.organisation, &self.actor, async |cx| {
            let role_id = Some(roles::built_in(cx, role).await?.id);
            users::create(cx, NewUser { role_id, reports_to: above, ..new }).await
        });
        made.await.map_err(explain)
    }

    async fn give_password(&self, id: UserId, password: &NewPassword) -> Result<()> {
        let given = self.crewdesk.write_in(self.organisation, &self.system, async |cx| {
            let user = users::get(cx, id).await?.user;
            credential::set_by_operator(cx, &user, password).await
        });
        given.await.map_err(explain).context("the sample could not be loaded")
    }

    async fn run(
        &self,
        verb: impl AsyncFnOnce(&mut domain::Cx<'_>) -> kernel::Result<()>,
    ) -> Result<()> {
        let done = self.crewdesk.write_in(self.organisation, &self.actor, verb).await;
        done.map_err(explain).context("the sample could not be loaded")
    }
}

async fn prepared(crewdesk: &Crewdesk) -> Result<NewPassword> {
    credential::prepare(crewdesk, &Secret::new(PASSWORD), &[]).await.map_err(explain)
}

fn named(username: &str, first: &str, last: &str) -> NewUser {
    let profile = Profile {
        username: username.into(),
        first_name: first.into(),
        last_name: last.into(),
        email: Some(format!("{username}@demo.example")),
        ..Profile::default()
    };
    NewUser { profile, ..NewUser::default() }
}
