//! Second factors (SPEC ACC-5; SECURITY.md S4, S5, S8).

use domain::access::RoleKey;
use domain::accounts::{Identity, credential};
use domain::factors::{self, Enrolment, Second};
use domain::jobs::MailTemplate;
use domain::sessions::{self, Outcome, Shown, SignIn, SignedIn};
use domain::users::User;
use domain::{Actor, Crewdesk};
use futures::future::join_all;
use kernel::{Error, Result, Secret, Span, Timestamp, Token};
use totp_rs::{Builder, Secret as AppSecret};

use crate::doors::GOOD;
use crate::world::{World, code, found, origin, sign_in};

/// How many try the same at once.
const RACERS: usize = 40;

/// What an authenticator app shows at a moment.
pub(crate) fn shown(enrolment: &Enrolment, at: Timestamp) -> String {
    let secret = AppSecret::try_from_base32(enrolment.secret.expose()).unwrap();
    let app = Builder::new().with_secret(secret).build().unwrap();
    app.generate(u64::try_from(at.micros() / 1_000_000).unwrap()).to_string()
}

/// Somebody with a password and, once they have enrolled, an app.
pub(crate) struct Holder {
    pub(crate) user: User,
    pub(crate) actor: Actor,
    pub(crate) app: Enrolment,
    pub(crate) codes: Vec<Secret>,
}

pub(crate) async fn with_password(world: &World, name: &str) -> (User, Actor) {
    let (user, actor) = world.hire(name, RoleKey::Technician).await;
    let password = credential::prepare(&world.crewdesk, &Secret::new(GOOD), &[]).await.unwrap();
    let operator = Actor::system("test", origin());
    let given = world.crewdesk.write_in(user.organisation_id, &operator, async |cx| {
        credential::set_by_operator(cx, &user, &password).await
    });
    given.await.unwrap();
    (user, actor)
}

pub(crate) async fn enrol(world: &World, actor: &Actor) -> (Enrolment, Vec<Secret>) {
    let app = world.crewdesk.write(actor, async |cx| factors::begin(cx, "Telephone").await);
    let app = app.await.unwrap();
    let typed = shown(&app, world.clock.now());
    let id = app.id;
    let codes = world.crewdesk.write(actor, async |cx| factors::confirm(cx, id, &typed).await);
    (app, codes.await.unwrap().map_or_else(Vec::new, |codes| codes.0))
}

pub(crate) async fn holder(world: &World, name: &str) -> Holder {
    let (user, actor) = with_password(world, name).await;
    let (app, codes) = enrol(world, &actor).await;
    world.clock.advance(Span::minutes(2));
    Holder { user, actor, app, codes }
}

/// Signs them in for the first time, with password and app.
async fn comes_in(world: &World, holder: &Holder) {
    let typed = shown(&holder.app, world.clock.now());
    signed_in(knock(&world.crewdesk, &holder.user.username, Some(&typed)).await.unwrap());
}

pub(crate) async fn knock(crewdesk: &Crewdesk, name: &str, with: Option<&str>) -> Result<Outcome> {
    let attempt = SignIn {
        identity: Identity::from_text(&format!("{name}@example.org")),
        password: Secret::new(GOOD),
        organisation_id: None,
        code: with.map(Secret::new),
        device: None,
    };
    sessions::sign_in(crewdesk, &origin(), attempt).await
}

pub(crate) async fn ticket(world: &World, name: &str) -> (Token, Vec<Second>) {
    match knock(&world.crewdesk, name, None).await.unwrap() {
        Outcome::SecondFactor { ticket, methods, .. } => (ticket, methods),
        other => panic!("{other:?}"),
    }
}

pub(crate) async fn step(world: &World, ticket: &Token, typed: &str) -> Result<Outcome> {
    sessions::second_step(&world.crewdesk, &origin(), ticket, &Secret::new(typed), false).await
}

pub(crate) fn signed_in(outcome: Outcome) -> SignedIn {
    match outcome {
        Outcome::SignedIn(signed_in) => signed_in,
        other => panic!("{other:?}"),
    }
}

pub(crate) async fn left(world: &World, actor: &Actor) -> i64 {
    let standing = world.crewdesk.read(actor, async |cx| factors::standing(cx).await);
    standing.await.unwrap().codes_left
}

pub(crate) async fn told(world: &World, name: &str) -> Vec<MailTemplate> {
    let mails = world.mails_to(&format!("{name}@example.org")).await;
    mails.iter().map(|mail| mail.template).collect()
}

db::on_both! {
    async fn acc_5_an_app_is_asked_for_once_its_first_code_came_back(db: TestDb) {
        let world = World::new(db).await;
        let (_, actor) = with_password(&world, "tom").await;
        let app = world.crewdesk.write(&actor, async |cx| factors::begin(cx, "Telephone").await).await.unwrap();
        signed_in(knock(&world.crewdesk, "tom", None).await.unwrap());
        let id = app.id;
        let wrong = world.crewdesk.write(&actor, async |cx| factors::confirm(cx, id, "000000").await);
        assert_eq!(code(wrong.await), "code_wrong");
        let again = world.crewdesk.read(&actor, async |cx| factors::again(cx, id).await).await.unwrap();
        assert_eq!(again.secret.expose(), app.secret.expose());
        let typed = shown(&app, world.clock.now());
        let codes = world.crewdesk.write(&actor, async |cx| factors::confirm(cx, id, &typed).await).await.unwrap();
        assert_eq!(codes.unwrap().0.len(), factors::CODES);
        let (_, methods) = ticket(&world, "tom").await;
        assert_eq!(methods, [Second::Totp, Second::RecoveryCode]);
        assert_eq!(told(&world, "tom").await.last(), Some(&MailTemplate::FactorAdded));
        let (_, more) = enrol(&world, &actor).await;
        assert!(more.is_empty(), "a further factor brings no codes");
    }

    async fn acc_5_nothing_is_asked_for_before_the_password_was_right(db: TestDb) {
        let world = World::new(db).await;
        let tom = holder(&world, "tom").await;
        let typed = shown(&tom.app, world.clock.now());
        let attempt = |password: &str| SignIn {
            identity: Identity::from_text("tom@example.org"),
            password: Secret::new(password),
            organisation_id: None,
            code: Some(Secret::new(typed.as_str())),
            device: None,
        };
        let wrong = sessions::sign_in(&world.crewdesk, &origin(), attempt("not the password at all")).await;
        assert_eq!(code(wrong), "credentials_wrong");
        let right = sessions::sign_in(&world.crewdesk, &origin(), attempt(GOOD)).await.unwrap();
        let here = world.actor(&signed_in(right).token).await;
        assert_eq!(here.user_id(), Some(tom.user.id));
        let again = knock(&world.crewdesk, "tom", Some(&typed)).await;
        assert_eq!(code(again), "code_wrong", "each code counts once");
    }

    async fn acc_5_the_second_step_goes_on_where_the_password_left_off(db: TestDb) {
        let world = World::new(db).await;
        let tom = holder(&world, "tom").await;
        let (first, _) = ticket(&world, "tom").await;
        assert_eq!(code(step(&world, &first, "123456").await), "code_wrong");
        let typed = shown(&tom.app, world.clock.now());
        signed_in(step(&world, &first, &typed).await.unwrap());
        world.clock.advance(Span::minutes(1));
        let typed = shown(&tom.app, world.clock.now());
        assert_eq!(code(step(&world, &first, &typed).await), "unauthenticated", "a ticket is used once");
        let (late, _) = ticket(&world, "tom").await;
        world.clock.advance(Span::minutes(6));
        let typed = shown(&tom.app, world.clock.now());
        assert_eq!(code(step(&world, &late, &typed).await), "unauthenticated", "and lives some minutes");
    }

    async fn acc_5_a_changed_password_makes_a_ticket_void(db: TestDb) {
        let world = World::new(db).await;
        let tom = holder(&world, "tom").await;
        let (ticket, _) = ticket(&world, "tom").await;
        let (old, new) = (Secret::new(GOOD), Secret::new("another fine kettle of fish"));
        credential::change_own(&world.crewdesk, &tom.actor, Some(&old), &new).await.unwrap();
        let typed = shown(&tom.app, world.clock.now());
        assert_eq!(code(step(&world, &ticket, &typed).await), "unauthenticated");
    }

    async fn s5_codes_are_counted_together_with_passwords(db: TestDb) {
        let world = World::new(db).await;
        let tom = holder(&world, "tom").await;
        let mut answers = Vec::new();
        for _ in 0..11 {
            // Beginning anew gives no further tries.
            match knock(&world.crewdesk, "tom", None).await {
                Ok(Outcome::SecondFactor { ticket, .. }) => {
                    answers.push(code(step(&world, &ticket, "000000").await));
                }
                other => answers.push(code(other)),
            }
        }
        assert_eq!(answers[..9], ["code_wrong"; 9]);
        assert_eq!(answers[9..], ["account_locked"; 2]);
        let typed = shown(&tom.app, world.clock.now());
        assert_eq!(code(knock(&world.crewdesk, "tom", Some(&typed)).await), "account_locked");
    }

    async fn s5_who_only_looks_for_the_telephone_is_not_locked_out(db: TestDb) {
        let world = World::new(db).await;
        let tom = holder(&world, "tom").await;
        for _ in 0..30 {
            ticket(&world, "tom").await;
        }
        let typed = shown(&tom.app, world.clock.now());
        signed_in(knock(&world.crewdesk, "tom", Some(&typed)).await.unwrap());
    }

    async fn s5_of_two_hundred_wrong_codes_at_once_no_more_than_the_limit_is_looked_at(db: TestDb) {
        let world = World::new(db).await;
        holder(&world, "tom").await;
        let (ticket, _) = ticket(&world, "tom").await;
        let all = join_all((0..200).map(|_| step(&world, &ticket, "000000"))).await;
        let looked_at = all.into_iter().filter(|answer| {
            matches!(answer, Err(Error::Unauthenticated(kernel::Code::CodeWrong)))
        });
        let looked_at = looked_at.count();
        // The one that reaches the limit is told that it locks.
        assert!(looked_at <= 10, "{looked_at}");
    }

    async fn s4_one_code_of_an_app_lets_one_in(db: TestDb) {
        let world = World::new(db).await;
        let tom = holder(&world, "tom").await;
        for round in 0..5 {
            let mut tickets = Vec::new();
            for _ in 0..RACERS {
                tickets.push(ticket(&world, "tom").await.0);
            }
            let typed = shown(&tom.app, world.clock.now());
            let all = join_all(tickets.iter().map(|one| step(&world, one, &typed))).await;
            let won = all.iter().filter(|answer| answer.is_ok()).count();
            assert_eq!(won, 1, "round {round}: {:?}", all.into_iter().map(code_of).collect::<Vec<_>>());
            world.clock.advance(Span::minutes(1));
            unlock(&world, &tom).await;
        }
    }

    async fn s4_one_recovery_code_lets_one_in(db: TestDb) {
        let world = World::new(db).await;
        let tom = holder(&world, "tom").await;
        for (round, recovery) in tom.codes.iter().take(5).enumerate() {
            let mut tickets = Vec::new();
            for _ in 0..RACERS {
                tickets.push(ticket(&world, "tom").await.0);
            }
            let all = join_all(tickets.iter().map(|one| step(&world, one, recovery.expose()))).await;
            let won = all.iter().filter(|answer| answer.is_ok()).count();
            assert_eq!(won, 1, "round {round}: {:?}", all.into_iter().map(code_of).collect::<Vec<_>>());
            unlock(&world, &tom).await;
        }
        assert_eq!(left(&world, &tom.actor).await, 5);
    }

    async fn acc_5_a_recovery_code_is_told_and_counts_once(db: TestDb) {
        let world = World::new(db).await;
        let tom = holder(&world, "tom").await;
        let recovery = tom.codes[0].expose().to_uppercase();
        signed_in(knock(&world.crewdesk, "tom", Some(&recovery)).await.unwrap());
        assert_eq!(code(knock(&world.crewdesk, "tom", Some(&recovery)).await), "code_wrong");
        assert_eq!(left(&world, &tom.actor).await, 9);
        let mails = world.mails_to("tom@example.org").await;
        let mail = mails.iter().find(|mail| mail.template == MailTemplate::RecoveryCodeUsed).unwrap();
        assert_eq!(mail.params["left"], "9");
        // New ones make the rest void.
        let tom_again = sign_in(&world.crewdesk, &tom.user).await;
        let new = world.crewdesk.write(&tom_again, async |cx| factors::new_codes(cx).await).await.unwrap();
        assert_eq!(code(knock(&world.crewdesk, "tom", Some(tom.codes[1].expose())).await), "code_wrong");
        signed_in(knock(&world.crewdesk, "tom", Some(new.0[1].expose())).await.unwrap());
    }

    async fn s8_factors_are_changed_only_after_a_fresh_sign_in(db: TestDb) {
        let world = World::new(db).await;
        let tom = holder(&world, "tom").await;
        world.clock.advance(Span::minutes(20));
        let (actor, id) = (&tom.actor, tom.app.id);
        let crewdesk = &world.crewdesk;
        let begun = crewdesk.write(actor, async |cx| factors::begin(cx, "Another").await).await;
        assert_eq!(code(begun), "fresh_sign_in_required");
        let codes = crewdesk.write(actor, async |cx| factors::new_codes(cx).await).await;
        assert_eq!(code(codes), "fresh_sign_in_required");
        let removed = crewdesk.write(actor, async |cx| factors::remove(cx, id).await).await;
        assert_eq!(code(removed), "fresh_sign_in_required");
        let fresh = sign_in(crewdesk, &tom.user).await;
        crewdesk.write(&fresh, async |cx| factors::remove(cx, id).await).await.unwrap();
        assert_eq!(told(&world, "tom").await.last(), Some(&MailTemplate::FactorRemoved));
        assert_eq!(left(&world, &fresh).await, 0);
        signed_in(knock(crewdesk, "tom", None).await.unwrap());
    }

    async fn acc_5_proving_again_takes_the_second_factor_as_well(db: TestDb) {
        let world = World::new(db).await;
        let tom = holder(&world, "tom").await;
        let password = Secret::new(GOOD);
        let with = |code| Shown::Password { password: &password, code };
        let without = sessions::renew(&world.crewdesk, &tom.actor, with(None)).await;
        assert_eq!(code(without), "required");
        let typed = Secret::new(shown(&tom.app, world.clock.now()));
        sessions::renew(&world.crewdesk, &tom.actor, with(Some(&typed))).await.unwrap();
    }

    async fn acc_5_an_administrator_takes_factors_away_and_the_person_is_told(db: TestDb) {
        let world = World::new(db).await;
        let tom = holder(&world, "tom").await;
        let id = tom.user.id;
        let olga = world.sign_in_olga().await;
        comes_in(&world, &tom).await;
        let seen = world.crewdesk.read(&olga, async |cx| factors::of_user(cx, id).await).await.unwrap();
        assert_eq!((seen.factors.len(), seen.codes_left), (1, 10));
        let own = world.crewdesk.write(&tom.actor, async |cx| factors::reset(cx, id).await).await;
        assert_eq!(code(own), "forbidden");
        world.crewdesk.write(&olga, async |cx| factors::reset(cx, id).await).await.unwrap();
        let gone = world.crewdesk.read(&tom.actor, async |cx| factors::standing(cx).await).await;
        assert!(gone.is_ok(), "a read goes by the principal it has");
        let write = world.crewdesk.write(&tom.actor, async |cx| factors::begin(cx, "x").await).await;
        assert_eq!(code(write), "unauthenticated", "sessions have ended");
        assert_eq!(told(&world, "tom").await.last(), Some(&MailTemplate::FactorsReset));
        signed_in(knock(&world.crewdesk, "tom", None).await.unwrap());
        let twice = world.crewdesk.write(&olga, async |cx| factors::reset(cx, id).await).await;
        assert_eq!(code(twice), "no_second_factor");
        let me = olga.user_id().unwrap();
        let myself = world.crewdesk.write(&olga, async |cx| factors::reset(cx, me).await).await;
        assert_eq!(code(myself), "not_yourself");
    }

    async fn acc_5_no_organisation_takes_the_factors_of_an_account_that_others_share(db: TestDb) {
        let world = World::new(db).await;
        let tom = holder(&world, "tom").await;
        comes_in(&world, &tom).await;
        let (_, fred) = found(&world.crewdesk, "Fabrikam", "fred").await;
        let fred = sign_in(&world.crewdesk, &fred).await;
        let invitee = domain::invitations::Invitee { email: "tom@example.org".into(), ..Default::default() };
        let there = world.crewdesk.write(&fred, async |cx| {
            domain::invitations::invite(cx, vec![invitee]).await
        });
        let there = there.await.unwrap().remove(0).user_id;
        // Nor does the other one learn that the account was there before (SECURITY.md S9).
        let seen = world.crewdesk.read(&fred, async |cx| factors::of_user(cx, there).await).await.unwrap();
        assert_eq!((seen.factors.len(), seen.codes_left, seen.has_password), (0, 0, None));
        let reset = world.crewdesk.write(&fred, async |cx| factors::reset(cx, there).await).await;
        assert_eq!(code(reset), "no_second_factor");
        let id = tom.user.id;
        let olga = world.sign_in_olga().await;
        let reset = world.crewdesk.write(&olga, async |cx| factors::reset(cx, id).await).await;
        assert_eq!(code(reset), "factors_owned_by_person");
    }

    async fn adr_12_the_database_holds_no_secret_of_an_app(db: TestDb) {
        let world = World::new(db).await;
        let tom = holder(&world, "tom").await;
        let stored = world.crewdesk.db().read(async |tx: &mut db::Tx| -> Result<Vec<(Vec<u8>,)>> {
            Ok(tx.all("SELECT sealed FROM factors", &[]).await?)
        });
        let bytes = AppSecret::try_from_base32(tom.app.secret.expose()).unwrap();
        for (sealed,) in stored.await.unwrap() {
            assert!(!sealed.windows(20).any(|part| part == bytes.as_bytes()));
        }
        let checked = domain::verify::all(&world.crewdesk).await.unwrap();
        let broken: Vec<_> = checked.iter()
            .filter(|one| one.count > 0 && one.invariant.starts_with("Recovery")).collect();
        assert!(broken.is_empty(), "{broken:?}");
    }
}

fn code_of(answer: Result<Outcome>) -> String {
    answer.map_or_else(|error| error.to_string(), |_| "in".to_owned())
}

/// Forgets what the losers of a race were counted for.
async fn unlock(world: &World, holder: &Holder) {
    let account = holder.user.account_id;
    let done = world.crewdesk.db().write(async |tx: &mut db::Tx| -> Result<u64> {
        Ok(tx
            .execute("DELETE FROM sign_in_tries WHERE subject = $1", &db::params![account])
            .await?)
    });
    done.await.unwrap();
}
