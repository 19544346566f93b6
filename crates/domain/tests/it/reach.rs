//! How people are reached and let in (SPEC ACC-3, ACC-4, ACC-6, ORG-4, USR-10).

use std::sync::Arc;

use db::{Tx, params};
use domain::access::RoleKey;
use domain::accounts::contact::{self, Contact};
use domain::accounts::{Purpose, codes, credential};
use domain::jobs::{Job, Mail, MailTemplate};
use domain::organisations::{self, SignInWish};
use domain::ports::{BoxFuture, Breaches};
use domain::sessions::{self, Outcome, SignIn, SignedIn};
use domain::settings::{Owner, SettingValue};
use domain::users::User;
use domain::{Actor, Crewdesk, Origin, Policy, notices};
use kernel::{Entropy, Error, Result, Secret, Span, Token};

use crate::doors::{GOOD, accept, invite};
use crate::settings::wanted;
use crate::world::{World, code, found, origin, person, sign_in};

const OTHER: &str = "an entirely new phrase";
const NUMBER: &str = "+420601123456";

/// Knows one breached password, or fails to answer.
#[derive(Debug)]
struct Known(std::result::Result<&'static str, &'static str>);

impl Breaches for Known {
    fn hold<'a>(
        &'a self,
        password: &'a Secret,
    ) -> BoxFuture<'a, std::result::Result<bool, String>> {
        let known = self.0.map(|known| known == password.expose()).map_err(str::to_owned);
        Box::pin(async { known })
    }
}

/// Mo has a mobile and no address.
async fn mo(world: &World) -> User {
    let mut mo = person("mo");
    mo.profile.email = None;
    mo.profile.mobile = Some("00420 601 123 456".into());
    world.create(&world.olga, mo, RoleKey::Technician).await.unwrap()
}

/// Ivy has accepted an invitation and signed in.
async fn ivy(world: &World) -> (SignedIn, Actor) {
    let (_, token) = invite(world, "ivy@example.org").await;
    let signed_in = accept(world, &token, GOOD).await.unwrap();
    (signed_in.clone(), acting(world, &signed_in).await)
}

async fn acting(world: &World, signed_in: &SignedIn) -> Actor {
    Actor::user(world.crewdesk.authenticate(&signed_in.token).await.unwrap(), origin())
}

impl World {
    /// Every message so far, newest first.
    async fn messages(&self) -> Vec<(Job, Mail)> {
        let jobs = self.waiting().await.into_iter();
        let message = |job: Job| match job.clone() {
            Job::Mail(mail) | Job::Sms(mail) => Some((job, mail)),
            _ => None,
        };
        jobs.filter_map(message).collect()
    }

    async fn waiting(&self) -> Vec<Job> {
        let stored: Result<Vec<(String,)>> =
            self.crewdesk.db().read(async |tx: &mut Tx| Ok(tx.all(JOBS, &params![]).await?)).await;
        stored.unwrap().iter().map(|(payload,)| serde_json::from_str(payload).unwrap()).collect()
    }

    /// Does the worker's part of the newest request for a code.
    async fn fulfil(&self) {
        let newest = self.waiting().await.into_iter().find_map(|job| match job {
            Job::SendCode(request) => Some(request),
            _ => None,
        });
        let worker = Actor::system("worker", origin());
        codes::send(&self.crewdesk, &worker, &newest.unwrap()).await.unwrap();
    }

    /// The newest message of a kind.
    pub(crate) async fn message(&self, template: MailTemplate) -> Option<(Job, Mail)> {
        self.messages().await.into_iter().find(|(_, mail)| mail.template == template)
    }
}

const JOBS: &str = "SELECT payload FROM jobs ORDER BY created_at DESC, id DESC";

/// The newest code, with where it went.
pub(crate) async fn newest_code(world: &World) -> Option<(Mail, Secret)> {
    let all = world.messages().await;
    let (_, mail) = all.into_iter().find(|(_, mail)| mail.params.contains_key("code_id"))?;
    let id: uuid::Uuid = mail.params["code_id"].parse().unwrap();
    let code = codes::code(&world.crewdesk, id.into()).await.unwrap()?;
    Some((mail, code))
}

pub(crate) async fn ask(world: &World, text: &str) -> Token {
    world.clock.advance(Span::seconds(1));
    let request = codes::request(&world.crewdesk, &origin(), text).await.unwrap();
    world.fulfil().await;
    request
}

pub(crate) async fn complete(
    world: &World,
    request: &Token,
    code: &Secret,
    password: &str,
) -> Result<()> {
    let password = Secret::new(password);
    codes::complete(&world.crewdesk, &origin(), request, code.expose(), &password).await
}

async fn enter(
    world: &World,
    identity: &str,
    password: &str,
    from: &str,
    with: &str,
) -> Result<SignedIn> {
    let attempt = SignIn {
        identity: domain::accounts::Identity::from_text(identity),
        password: Secret::new(password),
        organisation_id: None,
        code: None,
        device: None,
    };
    let origin = Origin { address: from.into(), client: with.into(), ..origin() };
    match sessions::sign_in(&world.crewdesk, &origin, attempt).await? {
        Outcome::SignedIn(signed_in) => Ok(signed_in),
        other => panic!("{other:?}"),
    }
}

async fn allow(world: &World, by: &Actor, networks: &[&str], shuts_me_out: bool) -> Result<()> {
    let networks = networks.iter().map(|text| (*text).to_owned()).collect();
    let wish =
        SignInWish { allowed_networks: Some(networks), shuts_me_out, ..SignInWish::default() };
    let verb =
        world.crewdesk.write(by, async |cx| organisations::change_sign_in(cx, None, wish).await);
    verb.await.map(|_| ())
}

db::on_both! {
    async fn acc_3_who_has_only_a_mobile_gets_the_code_there(db: TestDb) {
        let world = World::new(db).await;
        mo(&world).await;
        for text in ["00420 601-123-456", "contoso/mo"] {
            let request = ask(&world, text).await;
            let (job, mail) = world.message(MailTemplate::Code).await.unwrap();
            assert!(matches!(job, Job::Sms(_)), "{text}");
            assert_eq!((mail.template, mail.to.as_str()), (MailTemplate::Code, NUMBER));
            let (_, right) = newest_code(&world).await.unwrap();
            assert_eq!(code(complete(&world, &request, &Secret::new("000000x"), GOOD).await), "code_wrong");
            let password = format!("{GOOD} {}", text.len());
            complete(&world, &request, &right, &password).await.unwrap();
            assert!(enter(&world, "contoso/mo", &password, "", "").await.is_ok(), "{text}");
        }
        let (_, mail) = world.message(MailTemplate::RecoveryUsed).await.unwrap();
        assert!(!format!("{:?}", mail.params).contains("code"), "a notice holds no secret");
    }

    async fn acc_3_a_number_that_two_share_tells_nothing(db: TestDb) {
        let world = World::new(db).await;
        mo(&world).await;
        let mut twin = person("twin");
        twin.profile.email = None;
        twin.profile.mobile = Some(NUMBER.into());
        world.create(&world.olga, twin, RoleKey::Technician).await.unwrap();
        ask(&world, NUMBER).await;
        assert!(world.messages().await.is_empty());
        ask(&world, "contoso/twin").await;
        assert_eq!(world.messages().await.len(), 1);
    }

    async fn s6_a_code_by_sms_proves_no_address_and_an_organisation_moves_no_number(db: TestDb) {
        let world = World::new(db).await;
        let user = mo(&world).await;
        let request = ask(&world, NUMBER).await;
        let (_, right) = newest_code(&world).await.unwrap();
        complete(&world, &request, &right, GOOD).await.unwrap();
        // An administrator's other number is not where the codes of somebody's own account go.
        let other = domain::users::UserPatch {
            mobile: kernel::Patch::Value("+420601999999".into()),
            ..domain::users::UserPatch::default()
        };
        let (id, olga) = (user.id, &world.olga);
        let changed = world.crewdesk.write(olga, async |cx| domain::users::update(cx, id, None, other).await);
        assert_eq!(changed.await.unwrap().mobile.as_deref(), Some("+420601999999"));
        ask(&world, "contoso/mo").await;
        assert_eq!(newest_code(&world).await.unwrap().0.to, NUMBER);
        // A code sent to a number says nothing about an address that an organisation writes down later.
        let address = domain::users::UserPatch {
            email: kernel::Patch::Value("mo@example.org".into()),
            ..domain::users::UserPatch::default()
        };
        let changed = world.crewdesk.write(olga, async |cx| domain::users::update(cx, id, None, address).await);
        assert_eq!(code(changed.await), "email_owned_by_person");
    }

    async fn acc_4_an_administrator_starts_a_reset_by_sms(db: TestDb) {
        let world = World::new(db).await;
        let user = mo(&world).await;
        let id = user.id;
        world.crewdesk.write(&world.olga, async |cx| codes::start_for(cx, id).await).await.unwrap();
        world.fulfil().await;
        let (job, mail) = world.message(MailTemplate::Code).await.unwrap();
        assert!(matches!(job, Job::Sms(_)) && mail.params.contains_key("link_id"), "{mail:?}");
    }

    async fn usr_10_a_missing_number_is_added_once_its_code_has_come_back(db: TestDb) {
        let world = World::new(db).await;
        let (_, ivy) = ivy(&world).await;
        let wanted = || Contact::Mobile("00420 601 123 456".into());
        let request = world.crewdesk.write(&ivy, async |cx| contact::ask(cx, wanted()).await).await.unwrap();
        let (mail, right) = newest_code(&world).await.unwrap();
        assert_eq!((mail.template, mail.to.as_str()), (MailTemplate::MobileCode, NUMBER));
        let confirm = async |actor: &Actor, code: &str| {
            contact::confirm(&world.crewdesk, actor, Purpose::Mobile, &request, code).await
        };
        assert_eq!(code(confirm(&ivy, "x").await), "code_wrong");
        assert_eq!(code(confirm(&world.olga, right.expose()).await), "code_wrong", "another's code");
        let user = confirm(&ivy, right.expose()).await.unwrap();
        assert_eq!(user.mobile.as_deref(), Some(NUMBER));
        assert_eq!(code(confirm(&ivy, right.expose()).await), "code_wrong", "used");
        // To change it takes the setting.
        let again = world.crewdesk.write(&ivy, async |cx| contact::ask(cx, wanted()).await).await;
        assert_eq!(code(again), "self_service_off");
        let (_, notice) = world.message(MailTemplate::MobileChanged).await.unwrap();
        assert_eq!(notice.to, "ivy@example.org");
    }

    async fn s8_another_address_counts_after_its_code_and_the_former_one_is_told(db: TestDb) {
        let world = World::new(db).await;
        let (_, ivy) = ivy(&world).await;
        let me = ivy.principal().unwrap().user_id;
        let to = |email: &str| Contact::Email(email.to_owned());
        let ask = async |contact: Contact| {
            world.crewdesk.write(&ivy, async |cx| contact::ask(cx, contact).await).await
        };
        assert_eq!(code(ask(to("eve@example.org")).await), "self_service_off");
        let on = wanted(&[("self_service_email", Some(SettingValue::Flag(true)))]);
        world.set(&world.olga, Owner::User(me), on).await.unwrap();
        assert_eq!(code(ask(to("nonsense")).await), "email_invalid");
        let request = ask(to("eve@example.org")).await.unwrap();
        let (mail, right) = newest_code(&world).await.unwrap();
        assert_eq!(mail.to, "eve@example.org");
        assert!(enter(&world, "ivy@example.org", GOOD, "", "").await.is_ok(), "the former one counts still");
        let confirm = contact::confirm(&world.crewdesk, &ivy, Purpose::Email, &request, right.expose());
        assert_eq!(confirm.await.unwrap().email.as_deref(), Some("eve@example.org"));
        assert_eq!(code(enter(&world, "ivy@example.org", GOOD, "", "").await), "credentials_wrong");
        assert!(enter(&world, "eve@example.org", GOOD, "", "").await.is_ok());
        let (_, notice) = world.message(MailTemplate::EmailChanged).await.unwrap();
        assert_eq!(notice.to, "ivy@example.org", "the former address");
        world.clock.advance(Span::minutes(11));
        assert_eq!(code(ask(to("more@example.org")).await), "fresh_sign_in_required");
    }

    async fn s9_somebody_elses_address_is_told_to_its_reader_alone(db: TestDb) {
        let world = World::new(db).await;
        let (_, fred) = found(&world.crewdesk, "Fabrikam", "fred").await;
        let (_, ivy) = ivy(&world).await;
        let me = ivy.principal().unwrap().user_id;
        let on = wanted(&[("self_service_email", Some(SettingValue::Flag(true)))]);
        world.set(&world.olga, Owner::User(me), on).await.unwrap();
        let taken = fred.email.unwrap();
        let wish = Contact::Email(taken.clone());
        let request = world.crewdesk.write(&ivy, async |cx| contact::ask(cx, wish).await).await.unwrap();
        let (mail, right) = newest_code(&world).await.unwrap();
        assert_eq!(mail.to, taken);
        let confirm = contact::confirm(&world.crewdesk, &ivy, Purpose::Email, &request, right.expose());
        assert_eq!(code(confirm.await), "email_of_other_account");
        assert_eq!(world.get(&world.olga, me).await.unwrap().email.as_deref(), Some("ivy@example.org"));
    }

    async fn acc_2_the_address_follows_into_the_other_organisation(db: TestDb) {
        let world = World::new(db).await;
        let (_, ivy) = ivy(&world).await;
        let (elsewhere, fred) = found(&world.crewdesk, "Fabrikam", "fred").await;
        let fred = sign_in(&world.crewdesk, &fred).await;
        let mut twin = person("ivy");
        twin.profile.email = Some("ivy@example.org".into());
        let there = world.crewdesk.write(&fred, async |cx| domain::users::create(cx, twin).await).await.unwrap();
        let me = ivy.principal().unwrap().user_id;
        let on = wanted(&[("self_service_email", Some(SettingValue::Flag(true)))]);
        world.set(&world.olga, Owner::User(me), on).await.unwrap();
        let wish = Contact::Email("eve@example.org".into());
        let request = world.crewdesk.write(&ivy, async |cx| contact::ask(cx, wish).await).await.unwrap();
        let (_, right) = newest_code(&world).await.unwrap();
        contact::confirm(&world.crewdesk, &ivy, Purpose::Email, &request, right.expose()).await.unwrap();
        let worker = Actor::system("test", origin());
        contact::follow(&world.crewdesk, &worker, elsewhere, there.id).await.unwrap();
        assert_eq!(world.get(&fred, there.id).await.unwrap().email.as_deref(), Some("eve@example.org"));
    }

    async fn acc_4_a_password_of_a_known_breach_is_refused_for_its_reason(db: TestDb) {
        let world = World::new(db).await;
        let (_, ivy) = ivy(&world).await;
        let (old, new) = (Secret::new(GOOD), Secret::new(OTHER));
        let with = async |known: Known| {
            let policy = Policy { breaches: Some(Arc::new(known)), ..world.crewdesk.policy().clone() };
            let crewdesk = Crewdesk::new(world.crewdesk.db().clone(), world.clock.clone(), Entropy::seeded(7), policy);
            credential::change_own(&crewdesk, &ivy, Some(&old), &new).await
        };
        assert_eq!(code(with(Known(Ok(OTHER))).await), "password_breached");
        with(Known(Err("away"))).await.unwrap();
    }

    async fn acc_4_former_passwords_and_refused_words_are_refused_each_for_its_reason(db: TestDb) {
        let world = World::new(db).await;
        let (_, ivy) = ivy(&world).await;
        let rules = wanted(&[("password_reuse", Some(SettingValue::Number(2)))]);
        world.set(&world.olga, Owner::Organisation, rules).await.unwrap();
        let wish = SignInWish { refused_words: Some(vec!["Umbrella".into()]), ..SignInWish::default() };
        let olga = &world.olga;
        world.crewdesk.write(olga, async |cx| organisations::change_sign_in(cx, None, wish).await).await.unwrap();
        let change = async |old: &str, new: &str| {
            world.clock.advance(Span::seconds(1));
            let (old, new) = (Secret::new(old), Secret::new(new));
            credential::change_own(&world.crewdesk, &ivy, Some(&old), &new).await
        };
        assert_eq!(code(change(GOOD, "seven yellow umbrellas").await), "password_word_refused");
        assert_eq!(code(change(GOOD, "ivy ivy@example contoso").await), "password_of_names");
        change(GOOD, OTHER).await.unwrap();
        assert_eq!(code(change(OTHER, GOOD).await), "password_used_before");
        change(OTHER, "a long walk by the sea").await.unwrap();
        change("a long walk by the sea", "green apples in winter").await.unwrap();
        assert_eq!(code(change("green apples in winter", OTHER).await), "password_used_before");
        change("green apples in winter", GOOD).await.unwrap();
    }

    async fn acc_4_an_old_password_leads_to_another_one_and_locks_nobody_out(db: TestDb) {
        let world = World::new(db).await;
        ivy(&world).await;
        let rules = wanted(&[("password_days", Some(SettingValue::Number(90)))]);
        world.set(&world.sign_in_olga().await, Owner::Organisation, rules).await.unwrap();
        world.clock.advance(Span::days(89));
        let fresh = enter(&world, "ivy@example.org", GOOD, "", "").await.unwrap();
        assert!(!fresh.must_change_password);
        world.clock.advance(Span::days(1));
        let old = enter(&world, "ivy@example.org", GOOD, "", "").await.unwrap();
        assert!(old.must_change_password);
        let actor = acting(&world, &old).await;
        let look = world.crewdesk.read(&actor, async |cx| organisations::get(cx).await);
        assert_eq!(code(look.await.map(|_| ())), "password_change_required");
        let (old, new) = (Secret::new(GOOD), Secret::new(OTHER));
        credential::change_own(&world.crewdesk, &actor, Some(&old), &new).await.unwrap();
        let signed_in = enter(&world, "ivy@example.org", OTHER, "", "").await.unwrap();
        assert!(!signed_in.must_change_password);
    }

    async fn acc_4_an_age_above_can_only_be_shortened_below(db: TestDb) {
        let world = World::new(db).await;
        let (tom, _) = world.hire("tom", RoleKey::Technician).await;
        let set = async |owner, days| {
            let rules = wanted(&[("password_days", Some(SettingValue::Number(days)))]);
            world.set(&world.olga, owner, rules).await
        };
        set(Owner::User(tom.id), 400).await.unwrap();
        set(Owner::Organisation, 90).await.unwrap();
        assert_eq!(code(set(Owner::User(tom.id), 0).await), "setting_lowered");
        assert_eq!(code(set(Owner::User(tom.id), 91).await), "setting_lowered");
        set(Owner::User(tom.id), 30).await.unwrap();
    }

    async fn org_4_who_comes_from_elsewhere_is_refused_at_the_next_request(db: TestDb) {
        let world = World::new(db).await;
        ivy(&world).await;
        let inside = enter(&world, "ivy@example.org", GOOD, "192.0.2.7", "").await.unwrap();
        assert!(world.crewdesk.admit(&inside.token, "198.51.100.1").await.is_ok());
        let olga = Actor { origin: Origin { address: "192.0.2.9".into(), ..origin() }, ..world.olga.clone() };
        allow(&world, &olga, &["192.0.2.0/24", "2001:db8::/32"], false).await.unwrap();
        assert_eq!(code(world.crewdesk.admit(&inside.token, "198.51.100.1").await), "address_not_allowed");
        assert!(world.crewdesk.admit(&inside.token, "192.0.2.200").await.is_ok());
        for _ in 0..12 {
            let refused = enter(&world, "ivy@example.org", GOOD, "198.51.100.1", "").await;
            assert_eq!(code(refused), "address_not_allowed", "and no lock by it");
        }
        assert_eq!(code(enter(&world, "ivy@example.org", "not it at all", "198.51.100.1", "").await), "credentials_wrong");
        assert!(enter(&world, "ivy@example.org", GOOD, "2001:db8::7", "").await.is_ok());
    }

    async fn org_4_nobody_shuts_themselves_out_unawares_and_the_operator_lets_all_in(db: TestDb) {
        let world = World::new(db).await;
        let olga = Actor { origin: Origin { address: "192.0.2.9".into(), ..origin() }, ..world.olga.clone() };
        assert_eq!(code(allow(&world, &olga, &["198.51.100.0/24"], false).await), "own_network_missing");
        let Err(Error::Invalid(wrong)) = allow(&world, &olga, &["home", "10.0.0.0/8", "::/129"], false).await else { panic!() };
        let named: Vec<_> = wrong.iter().map(|one| (one.pointer.as_str(), one.code.as_str())).collect();
        assert_eq!(named, [("allowed_networks/0", "network_invalid"), ("allowed_networks/2", "network_invalid")]);
        let (_, tom) = world.hire("tom", RoleKey::Supervisor).await;
        assert_eq!(code(allow(&world, &tom, &[], false).await), "forbidden");
        allow(&world, &olga, &["198.51.100.0/24"], true).await.unwrap();
        let token = enter(&world, "olga@example.org", GOOD, "192.0.2.9", "").await;
        assert_eq!(code(token), "credentials_wrong", "Olga has no password in this story");
        let operator = Actor::system("operator", origin());
        let wish = SignInWish { allowed_networks: Some(Vec::new()), ..SignInWish::default() };
        let all = world.crewdesk.write_in(world.organisation, &operator, async |cx| {
            organisations::change_sign_in(cx, None, wish).await
        });
        assert!(all.await.unwrap().allowed_networks.texts().is_empty());
    }

    async fn acc_6_a_new_device_is_told_once(db: TestDb) {
        let world = World::new(db).await;
        ivy(&world).await;
        let told = async || {
            let all = world.messages().await;
            all.into_iter().filter(|(_, mail)| mail.template == MailTemplate::NewDevice).count()
        };
        assert_eq!(told().await, 0, "the first is how she came in");
        let firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0";
        let newer = "Mozilla/5.0 (X11; Linux x86_64; rv:141.0) Firefox/141.0";
        for (from, with, expected) in [
            ("192.0.2.7", firefox, 1),
            ("192.0.2.7", firefox, 1),
            ("192.0.2.99", newer, 1),
            ("203.0.113.7", newer, 2),
            ("192.0.2.7", "curl/8.5.0", 3),
        ] {
            enter(&world, "ivy@example.org", GOOD, from, with).await.unwrap();
            assert_eq!(told().await, expected, "{from} {with}");
        }
        let last = enter(&world, "ivy@example.org", GOOD, "192.0.2.7", firefox).await.unwrap();
        let ivy = acting(&world, &last).await;
        let inside = world.crewdesk.read(&ivy, async |cx| notices::unread(cx).await).await.unwrap();
        assert_eq!(inside.iter().filter(|notice| notice.kind == "new_device").count(), 3);
    }
}
