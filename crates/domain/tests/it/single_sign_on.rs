//! Somebody else says who a person is (SPEC ACC-7; SECURITY.md decision 2).

use std::collections::HashMap;
use std::sync::Mutex;

use domain::access::RoleKey;
use domain::accounts::{Identity, credential};
use domain::identity_providers::{
    self, Arrival, Back, NewProvider, Provider, ProviderPatch, Rule, Wish,
};
use domain::organisations::{self, SignInWish};
use domain::ports::{
    Answer, Ask, BoxFuture, Claims, Discovered, IdentityFault, IdentityProvider, LogoutNotice,
    Registration,
};
use domain::sessions::{self, Outcome, SignIn};
use domain::settings::{self, SettingValue};
use domain::users::{self, Lifecycle};
use domain::{Actor, invitations, roles};
use kernel::{Code, Error, Patch, Result, Secret, Span, Token};
use serde_json::{Value, json};

use crate::world::{World, code, found, origin, person, sign_in};

pub(crate) const ISSUER: &str = "https://id.example";
const PASSWORD: &str = "seven blue kettles on a hill";

/// A provider in this process. It knows what it was asked and gives the claims that a code stands for.
#[derive(Debug, Default)]
pub(crate) struct Desk {
    asked: Mutex<Vec<Ask>>,
    people: Mutex<HashMap<String, Value>>,
}

impl Desk {
    pub(crate) fn says(&self, code: &str, claims: Value) {
        self.people.lock().unwrap().insert(code.to_owned(), claims);
    }
}

impl IdentityProvider for Desk {
    fn begin<'a>(
        &'a self,
        _: &'a Registration,
        ask: &'a Ask,
    ) -> BoxFuture<'a, Result<String, IdentityFault>> {
        self.asked.lock().unwrap().push(ask.clone());
        Box::pin(std::future::ready(Ok(format!("{ISSUER}/enter"))))
    }

    fn finish<'a>(
        &'a self,
        at: &'a Registration,
        answer: &'a Answer,
    ) -> BoxFuture<'a, Result<Claims, IdentityFault>> {
        let known = self.people.lock().unwrap().get(answer.code.expose()).cloned();
        let asked = self.asked.lock().unwrap();
        let same =
            asked.iter().any(|ask| ask.nonce == answer.nonce && ask.verifier == answer.verifier);
        assert!(same, "nonce and verifier are those of the one who was sent");
        assert_eq!(at.client_secret.as_ref().map(Secret::expose), Some("hush"));
        let claims = known.ok_or_else(|| IdentityFault::Refused("no such code".to_owned()));
        Box::pin(std::future::ready(claims.map(|values| Claims {
            subject: values["sub"].as_str().unwrap().to_owned(),
            values: values.as_object().unwrap().clone(),
        })))
    }

    fn logout<'a>(
        &'a self,
        _: &'a Registration,
        notice: &'a Secret,
    ) -> BoxFuture<'a, Result<LogoutNotice, IdentityFault>> {
        let values: Value = serde_json::from_str(notice.expose()).unwrap();
        let text = |name: &str| values[name].as_str().map(str::to_owned);
        let at = kernel::Timestamp::from_micros(0);
        let notice = LogoutNotice {
            subject: text("sub"),
            session: text("sid"),
            id: text("jti").unwrap(),
            at,
        };
        Box::pin(std::future::ready(Ok(notice)))
    }

    fn leave<'a>(
        &'a self,
        _: &'a Registration,
        back: &'a str,
    ) -> BoxFuture<'a, Result<Option<String>, IdentityFault>> {
        let way = match self.people.lock().unwrap().get("leave") {
            Some(Value::Null) => Err(IdentityFault::Away("it is away".to_owned())),
            Some(_) => Ok(Some(format!("{ISSUER}/out?back={back}"))),
            None => Ok(None),
        };
        Box::pin(std::future::ready(way))
    }

    fn look<'a>(&'a self, _: &'a Registration) -> BoxFuture<'a, Result<Discovered, IdentityFault>> {
        Box::pin(std::future::ready(Err(IdentityFault::Away("it sleeps".to_owned()))))
    }
}

pub(crate) fn wanted(name: &str) -> NewProvider {
    NewProvider {
        name: name.to_owned(),
        is_on: true,
        issuer: ISSUER.to_owned(),
        client_id: "desk".to_owned(),
        client_secret: Some(Secret::new("hush")),
        domains: vec!["Example.org".to_owned()],
        creates_users: true,
        ..NewProvider::default()
    }
}

pub(crate) async fn set_up(world: &World, new: NewProvider) -> Provider {
    let verb =
        world.crewdesk.write(&world.olga, async |cx| identity_providers::create(cx, new).await);
    verb.await.unwrap()
}

/// Sends somebody there; answers what their browser keeps and what comes back.
pub(crate) async fn sent(
    world: &World,
    desk: &Desk,
    provider: &Provider,
    ticket: Option<Token>,
) -> (Token, Token) {
    let wish = Wish {
        provider: provider.id,
        redirect: "https://crew.example/back".to_owned(),
        next: "/users".to_owned(),
        hint: None,
        ticket,
    };
    let begun = identity_providers::begin(&world.crewdesk, desk, &origin(), wish).await.unwrap();
    let state = desk.asked.lock().unwrap().last().unwrap().state.expose().to_owned();
    (begun.browser, Token::from_request(&state).unwrap())
}

fn back(browser: &Token, state: &Token, code: &str) -> Back {
    Back {
        state: state.clone(),
        browser: browser.clone(),
        code: Some(Secret::new(code)),
        issuer: None,
        redirect: "https://crew.example/back".to_owned(),
    }
}

/// Goes there and comes back with these claims.
pub(crate) async fn comes(
    world: &World,
    desk: &Desk,
    provider: &Provider,
    claims: Value,
) -> Result<Actor> {
    let (browser, state) = sent(world, desk, provider, None).await;
    desk.says("c", claims);
    let came = back(&browser, &state, "c");
    match identity_providers::finish(&world.crewdesk, desk, &origin(), came).await? {
        Arrival::SignedIn { signed_in, .. } => Ok(world.actor(&signed_in.token).await),
        Arrival::Linked { .. } => panic!("nobody was signed in"),
    }
}

async fn with_password(world: &World, user: &users::User) {
    let password = credential::prepare(&world.crewdesk, &Secret::new(PASSWORD), &[]).await.unwrap();
    let operator = Actor::system("test", origin());
    let verb = world.crewdesk.write_in(user.organisation_id, &operator, async |cx| {
        credential::set_by_operator(cx, user, &password).await
    });
    verb.await.unwrap();
}

async fn knock(world: &World, username: &str) -> Result<Outcome> {
    let identity = Identity::Email(format!("{username}@example.org"));
    let attempt = SignIn {
        identity,
        password: Secret::new(PASSWORD),
        organisation_id: None,
        code: None,
        device: None,
    };
    sessions::sign_in(&world.crewdesk, &origin(), attempt).await
}

db::on_both! {
    async fn acc_7_somebody_new_comes_in_as_rules_on_claims_say(db: TestDb) {
        let world = World::new(db).await;
        let (desk, mut new) = (Desk::default(), wanted("Contoso accounts"));
        let supervisor = world.crewdesk.read(&world.olga, async |cx| roles::built_in(cx, RoleKey::Supervisor).await);
        let supervisor = supervisor.await.unwrap().id;
        let rule = |value: &str, role_id| Rule {
            claim: "groups".into(), value: value.into(), role_id, group_id: None, licence: None,
        };
        new.rules = vec![rule("leads", Some(supervisor))];
        let provider = set_up(&world, new).await;
        let claims = json!({"sub": "1", "email": "anna@example.org", "email_verified": true,
            "given_name": "Anna", "family_name": "Alm", "locale": "cs-CZ", "groups": ["people", "leads"]});
        let anna = comes(&world, &desk, &provider, claims.clone()).await.unwrap();
        let me = anna.principal().unwrap();
        assert_eq!((me.role_key.as_str(), me.display_name.as_str(), me.language.as_str()),
            ("supervisor", "Anna Alm", "cs"));
        let again = comes(&world, &desk, &provider, claims).await.unwrap();
        assert_eq!(again.user_id(), anna.user_id(), "the same subject is the same user");
        let ben = json!({"sub": "2", "email": "ben@example.org", "preferred_username": "anna"});
        let ben = comes(&world, &desk, &provider, ben).await.unwrap();
        let user = world.get(&world.olga, ben.user_id().unwrap()).await.unwrap();
        assert_eq!(user.username, "anna2");
        assert_eq!(ben.principal().unwrap().role_key, "technician");
        let nameless = comes(&world, &desk, &provider, json!({"sub": "3"})).await;
        assert_eq!(code(nameless), "claims_missing");
    }

    async fn acc_7_no_seat_no_adding_and_no_trial_stand_against_somebody_new(db: TestDb) {
        let world = World::new(db).await;
        let desk = Desk::default();
        let provider = set_up(&world, NewProvider { creates_users: false, ..wanted("A") }).await;
        let claims = |n: usize| json!({"sub": n.to_string(), "email": format!("p{n}@example.org")});
        assert_eq!(code(comes(&world, &desk, &provider, claims(1)).await), "not_a_user");
        let on = ProviderPatch { creates_users: Patch::Value(true), is_on: Patch::Value(false), ..ProviderPatch::default() };
        let changed = world.crewdesk.write(&world.olga, async |cx| {
            identity_providers::update(cx, provider.id, None, on).await
        });
        changed.await.unwrap();
        let wish = Wish { provider: provider.id, redirect: String::new(), next: String::new(), hint: None, ticket: None };
        let off = identity_providers::begin(&world.crewdesk, &desk, &origin(), wish).await;
        assert_eq!(code(off.map(|_| ())), "not_found");
        let three = users::Licence::ALL.first().copied();
        let seats = set_up(&world, NewProvider { licence: three, ..wanted("B") }).await;
        for n in 1..=3 {
            comes(&world, &desk, &seats, claims(n)).await.unwrap();
        }
        assert_eq!(code(comes(&world, &desk, &seats, claims(4)).await), "no_seat_free");
        assert_eq!(code(comes(&world, &desk, &seats, claims(4)).await), "no_seat_free", "nothing was left behind");
    }

    async fn acc_7_what_is_brought_back_counts_once_in_the_browser_that_began(db: TestDb) {
        let world = World::new(db).await;
        let desk = Desk::default();
        let provider = set_up(&world, wanted("A")).await;
        desk.says("c", json!({"sub": "1", "email": "anna@example.org"}));
        let (browser, state) = sent(&world, &desk, &provider, None).await;
        let finish = async |back: Back| {
            identity_providers::finish(&world.crewdesk, &desk, &origin(), back).await.map(|_| ())
        };
        let other = Token::generate("cdb", world.crewdesk.entropy());
        assert_eq!(code(finish(back(&other, &state, "c")).await), "sign_in_expired");
        let elsewhere = Back { issuer: Some("https://other.example".into()), ..back(&browser, &state, "c") };
        assert_eq!(code(finish(elsewhere).await), "provider_untrusted");
        assert_eq!(code(finish(back(&browser, &state, "c")).await), "sign_in_expired", "used up");
        let (browser, state) = sent(&world, &desk, &provider, None).await;
        world.clock.advance(Span::minutes(16));
        assert_eq!(code(finish(back(&browser, &state, "c")).await), "sign_in_expired");
        let (browser, state) = sent(&world, &desk, &provider, None).await;
        finish(back(&browser, &state, "c")).await.unwrap();
    }

    async fn acc_7_an_organisation_takes_over_no_account_by_its_provider(db: TestDb) {
        let world = World::new(db).await;
        let desk = Desk::default();
        let provider = set_up(&world, NewProvider { trusts_addresses: true, ..wanted("A") }).await;
        // Nick owns another organisation, with a password of his own.
        let (elsewhere, nick) = found(&world.crewdesk, "Fabrikam", "nick").await;
        with_password(&world, &nick).await;
        let claims = json!({"sub": "9", "email": "nick@example.org", "email_verified": true});
        let false_nick = comes(&world, &desk, &provider, claims).await.unwrap();
        assert_ne!(false_nick.principal().unwrap().account_id, nick.account_id);
        let there = sessions::switch(&world.crewdesk, &false_nick, elsewhere).await;
        assert_eq!(code(there.map(|_| ())), "signed_in_by_provider");
        // Petra has a password of her own and is of this organisation: the provider's word is not enough.
        let petra = world.create(&world.olga, person("petra"), RoleKey::Technician).await.unwrap();
        with_password(&world, &petra).await;
        let claims = json!({"sub": "10", "email": "petra@example.org", "email_verified": true});
        assert_eq!(code(comes(&world, &desk, &provider, claims).await), "link_first");
    }

    async fn acc_7_who_has_no_credential_yet_is_known_by_a_checked_address(db: TestDb) {
        let world = World::new(db).await;
        let desk = Desk::default();
        let provider = set_up(&world, wanted("A")).await;
        let eva = world.create(&world.olga, person("eva"), RoleKey::Technician).await.unwrap();
        let claims = |checked: bool| json!({"sub": "7", "email": "EVA@example.org", "email_verified": checked});
        assert_eq!(code(comes(&world, &desk, &provider, claims(false)).await), "link_first");
        let actor = comes(&world, &desk, &provider, claims(true)).await.unwrap();
        assert_eq!(actor.user_id(), Some(eva.id));
        let invited = invitations::Invitee { email: "ivo@example.org".into(), ..invitee() };
        let invited = world.crewdesk.write(&world.olga, async |cx| invitations::invite(cx, vec![invited]).await);
        invited.await.unwrap();
        let ivo = json!({"sub": "8", "email": "ivo@example.org", "email_verified": true});
        let ivo = comes(&world, &desk, &provider, ivo).await.unwrap();
        let user = world.get(&world.olga, ivo.user_id().unwrap()).await.unwrap();
        assert_eq!(user.lifecycle, Lifecycle::Active, "the invitation is accepted by it");
        world.suspend(&world.olga, user.id).await.unwrap();
        let ivo = json!({"sub": "8", "email": "other@example.org"});
        assert_eq!(code(comes(&world, &desk, &provider, ivo).await), "user_suspended");
    }

    async fn acc_7_single_sign_on_only_shuts_every_other_way_but_the_owners(db: TestDb) {
        let world = World::new(db).await;
        let desk = Desk::default();
        let provider = set_up(&world, wanted("A")).await;
        let ada = world.create(&world.olga, person("ada"), RoleKey::Administrator).await.unwrap();
        with_password(&world, &ada).await;
        let ada_here = sign_in(&world.crewdesk, &ada).await;
        let only = async |by: &Actor, only: bool| {
            let wish = SignInWish { single_sign_on_only: Some(only), ..SignInWish::default() };
            world.crewdesk.write(by, async |cx| organisations::change_sign_in(cx, None, wish).await).await
        };
        assert_eq!(code(only(&ada_here, true).await), "no_provider", "nobody knows yet that it works");
        // Ada connects her account, signed in a moment ago.
        let wish = Wish { provider: provider.id, redirect: String::new(), next: "/me".into(), hint: None, ticket: None };
        let begun = identity_providers::begin_link(&world.crewdesk, &desk, &ada_here, wish).await.unwrap();
        let state = desk.asked.lock().unwrap().last().unwrap().state.expose().to_owned();
        desk.says("a", json!({"sub": "ada", "email": "ada@example.org"}));
        let came = back(&begun.browser, &Token::from_request(&state).unwrap(), "a");
        let linked = identity_providers::finish(&world.crewdesk, &desk, &origin(), came).await.unwrap();
        assert!(matches!(linked, Arrival::Linked { next } if next == "/me"));
        only(&ada_here, true).await.unwrap();
        let petra = world.create(&world.olga, person("petra"), RoleKey::Technician).await.unwrap();
        with_password(&world, &petra).await;
        let Outcome::Provider { ticket, offers } = knock(&world, "petra").await.unwrap() else { panic!() };
        assert_eq!(offers.len(), 1);
        // The right password connects her account on the way.
        let (browser, state) = sent(&world, &desk, &provider, Some(ticket)).await;
        desk.says("p", json!({"sub": "petra", "email": "whatever@example.org"}));
        let came = back(&browser, &state, "p");
        let came = identity_providers::finish(&world.crewdesk, &desk, &origin(), came).await.unwrap();
        let Arrival::SignedIn { signed_in, .. } = came else { panic!() };
        assert_eq!(signed_in.user_id, petra.id);
        let off = ProviderPatch { is_on: Patch::Value(false), ..ProviderPatch::default() };
        let off = world.crewdesk.write(&world.olga, async |cx| {
            identity_providers::update(cx, provider.id, None, off).await
        });
        assert_eq!(code(off.await), "last_provider");
        let olga = world.get(&world.olga, world.olga.user_id().unwrap()).await.unwrap();
        with_password(&world, &olga).await;
        assert!(matches!(knock(&world, "olga").await, Ok(Outcome::SignedIn(_))), "the owner always gets in");
    }

    async fn acc_7_a_session_by_a_provider_changes_nothing_of_the_account(db: TestDb) {
        let world = World::new(db).await;
        let desk = Desk::default();
        let provider = set_up(&world, wanted("A")).await;
        let claims = json!({"sub": "1", "sid": "s1", "email": "anna@example.org", "email_verified": true});
        let anna = comes(&world, &desk, &provider, claims.clone()).await.unwrap();
        let fresh = world.crewdesk.read(&anna, async |cx| sessions::require_fresh(cx));
        assert_eq!(code(fresh.await), "signed_in_by_provider");
        let other = comes(&world, &desk, &provider, json!({"sub": "1", "sid": "s2", "email": "anna@example.org"})).await;
        let other = other.unwrap();
        let hear = async |notice: Value| {
            let notice = Secret::new(notice.to_string());
            identity_providers::heard_sign_out(&world.crewdesk, &desk, &origin(), provider.id, &notice).await
        };
        assert_eq!(hear(json!({"sid": "s1", "jti": "a"})).await.unwrap(), 1);
        assert_eq!(code(hear(json!({"sid": "s2", "jti": "a"})).await), "provider_untrusted", "heard before");
        let alive = async |actor: &Actor| world.crewdesk.write(actor, async |cx| cx.principal().map(|_| ())).await;
        assert!(matches!(alive(&anna).await, Err(Error::Unauthenticated(_))));
        assert!(alive(&other).await.is_ok());
        assert_eq!(hear(json!({"sub": "1", "jti": "b"})).await.unwrap(), 1);
        assert!(alive(&other).await.is_err());
    }

    async fn acc_7_a_second_factor_counts_where_the_provider_says_so(db: TestDb) {
        let world = World::new(db).await;
        let desk = Desk::default();
        let provider = set_up(&world, NewProvider { second_factors: vec!["mfa otp".to_owned()], ..wanted("A") }).await;
        let values = [
            ("two_factor_required".to_owned(), Some(SettingValue::Flag(true))),
            ("two_factor_grace_days".to_owned(), Some(SettingValue::Number(0))),
        ];
        let values = values.into();
        let owner = settings::Owner::Organisation;
        let required = world.crewdesk.write(&world.olga, async |cx| settings::change(cx, owner, None, values).await);
        required.await.unwrap();
        let claims = |amr: Value| json!({"sub": "1", "email": "anna@example.org", "amr": amr});
        assert_eq!(code(comes(&world, &desk, &provider, claims(json!(["pwd"]))).await), "second_factor_at_provider");
        assert!(comes(&world, &desk, &provider, claims(json!(["pwd", "otp"]))).await.is_ok());
        let by_class = json!({"sub": "1", "email": "anna@example.org", "acr": "mfa"});
        assert!(comes(&world, &desk, &provider, by_class).await.is_ok());
    }

    async fn acc_7_the_secret_goes_nowhere_else_and_nobody_gives_more_than_they_hold(db: TestDb) {
        let world = World::new(db).await;
        let provider = set_up(&world, wanted("A")).await;
        let moved = ProviderPatch { issuer: Patch::Value("https://evil.example".into()), ..ProviderPatch::default() };
        let moved = world.crewdesk.write(&world.olga, async |cx| {
            identity_providers::update(cx, provider.id, None, moved).await
        });
        assert_eq!(code(moved.await), "secret_anew");
        let (_, sven) = world.hire("sven", RoleKey::Supervisor).await;
        let tried = world.crewdesk.write(&sven, async |cx| identity_providers::create(cx, wanted("B")).await);
        assert_eq!(code(tried.await), "forbidden");
        let (_, nick) = found(&world.crewdesk, "Fabrikam", "nick").await;
        let nick = sign_in(&world.crewdesk, &nick).await;
        let foreign = world.crewdesk.read(&nick, async |cx| identity_providers::get(cx, provider.id).await);
        assert_eq!(code(foreign.await), "not_found");
        let wrong = NewProvider {
            issuer: "id.example".into(),
            domains: vec!["nowhere".into()],
            rules: vec![Rule { claim: String::new(), value: "x".into(), role_id: None, group_id: None, licence: None }],
            ..wanted("")
        };
        let wrong = world.crewdesk.write(&world.olga, async |cx| identity_providers::create(cx, wrong).await);
        let Err(Error::Invalid(fields)) = wrong.await else { panic!() };
        let named: Vec<_> = fields.iter().map(|field| (field.pointer.as_str(), field.code)).collect();
        assert!(named.contains(&("issuer", Code::IssuerInvalid)) && named.contains(&("rules/0/role_id", Code::RuleEmpty)), "{named:?}");
        let offered = identity_providers::offered_to(&world.crewdesk, "who@EXAMPLE.org").await.unwrap();
        assert_eq!(offered.iter().map(|one| one.id).collect::<Vec<_>>(), [provider.id]);
        assert!(identity_providers::offered_to(&world.crewdesk, "who@elsewhere.org").await.unwrap().is_empty());
    }
}

fn invitee() -> invitations::Invitee {
    invitations::Invitee {
        first_name: "Ivo".into(),
        last_name: "Ing".into(),
        ..invitations::Invitee::default()
    }
}
