//! Codes by mail and text message as a second factor (SPEC ACC-5, ADR 0016; SECURITY.md S4, S6).

use domain::accounts::Purpose;
use domain::accounts::contact::{self, Contact};
use domain::factors::{self, Demand, Kind, Second};
use domain::jobs::{Job, MailTemplate};
use domain::sessions::{self, Outcome, SignedIn, sign_ins};
use domain::settings::{Owner, SettingValue};
use domain::users::User;
use domain::{Actor, Crewdesk};
use futures::future::join_all;
use kernel::{PageSize, Result, Secret, Span, Token};

use crate::factors::{enrol, knock, signed_in, step, ticket, told, with_password};
use crate::factors_required::{required, set};
use crate::reach::{ask, complete, newest_code};
use crate::world::{World, code, origin};

async fn allow(world: &World, word: &str) {
    let word = SettingValue::Word(word.to_owned());
    set(world, Owner::Organisation, &[("factor_codes", word)]).await.unwrap();
}

async fn begin(world: &World, actor: &Actor, kind: Kind) -> Result<Token> {
    // Messages are told apart by when they were put down.
    world.clock.advance(Span::seconds(1));
    world.crewdesk.write(actor, async |cx| factors::begin_codes(cx, kind).await).await
}

/// What the newest message holds.
async fn digits(world: &World) -> String {
    newest_code(world).await.unwrap().1.expose().to_owned()
}

/// Adds codes to an account; answers the recovery codes that come with the first factor.
async fn add(world: &World, actor: &Actor, kind: Kind) -> Vec<Secret> {
    let request = begin(world, actor, kind).await.unwrap();
    let typed = digits(world).await;
    let made = factors::confirm_codes(&world.crewdesk, actor, &request, &typed).await.unwrap();
    made.map_or_else(Vec::new, |codes| codes.0)
}

/// Tom, to whom codes may be mailed.
async fn tom(world: &World) -> (User, Actor, Vec<Secret>) {
    allow(world, "mail").await;
    let (tom, actor) = with_password(world, "tom").await;
    let codes = add(world, &actor, Kind::MailCode).await;
    (tom, actor, codes)
}

async fn send(crewdesk: &Crewdesk, ticket: &Token, method: Second) -> Result<()> {
    sessions::send_code(crewdesk, &origin(), ticket, method).await
}

/// Asks for a code by mail and answers it.
async fn mailed(world: &World, ticket: &Token) -> String {
    world.clock.advance(Span::seconds(1));
    send(&world.crewdesk, ticket, Second::MailCode).await.unwrap();
    digits(world).await
}

async fn comes_in(world: &World) -> SignedIn {
    let (ticket, _) = ticket(world, "tom").await;
    let typed = mailed(world, &ticket).await;
    signed_in(step(world, &ticket, &typed).await.unwrap())
}

db::on_both! {
    async fn acc_5_codes_are_added_where_the_organisation_lets_them_count(db: TestDb) {
        let world = World::new(db).await;
        let (tom, actor) = with_password(&world, "tom").await;
        assert_eq!(code(begin(&world, &actor, Kind::MailCode).await), "codes_not_allowed", "none at first");
        allow(&world, "mail").await;
        let both = [("factor_codes", SettingValue::Word("both".into()))];
        assert_eq!(code(set(&world, Owner::User(tom.id), &both).await), "setting_lowered");
        assert_eq!(code(set(&world, Owner::Group(tom.group_id), &both).await), "setting_lowered");
        assert_eq!(code(begin(&world, &actor, Kind::SmsCode).await), "codes_not_allowed");
        assert_eq!(code(begin(&world, &actor, Kind::Totp).await), "codes_not_allowed");
        let request = begin(&world, &actor, Kind::MailCode).await.unwrap();
        let wrong = factors::confirm_codes(&world.crewdesk, &actor, &request, "000000").await;
        assert_eq!(code(wrong), "code_wrong");
        let (mail, typed) = newest_code(&world).await.unwrap();
        assert_eq!((mail.template, mail.to.as_str()), (MailTemplate::SecondFactorCode, "tom@example.org"));
        let (_, eve) = with_password(&world, "eve").await;
        let other = factors::confirm_codes(&world.crewdesk, &eve, &request, typed.expose()).await;
        assert_eq!(code(other), "code_wrong", "it is bound to the account");
        let codes = factors::confirm_codes(&world.crewdesk, &actor, &request, typed.expose()).await.unwrap();
        assert_eq!(codes.unwrap().0.len(), factors::CODES);
        assert_eq!(code(begin(&world, &actor, Kind::MailCode).await), "factor_exists");
        let standing = world.crewdesk.read(&actor, async |cx| factors::standing(cx).await).await.unwrap();
        assert_eq!(standing.factors[0].name, "t…@example.org");
        assert!(told(&world, "tom").await.contains(&MailTemplate::FactorAdded));
        world.clock.advance(Span::minutes(20));
        assert_eq!(code(begin(&world, &actor, Kind::SmsCode).await), "fresh_sign_in_required");
    }

    async fn acc_5_a_code_by_text_message_goes_to_the_number_of_the_account(db: TestDb) {
        let world = World::new(db).await;
        allow(&world, "both").await;
        let (_, actor) = with_password(&world, "tom").await;
        assert_eq!(code(begin(&world, &actor, Kind::SmsCode).await), "channel_missing");
        let mobile = Contact::Mobile("+420601123456".into());
        let request = world.crewdesk.write(&actor, async |cx| contact::ask(cx, mobile).await).await.unwrap();
        let typed = digits(&world).await;
        contact::confirm(&world.crewdesk, &actor, Purpose::Mobile, &request, &typed).await.unwrap();
        add(&world, &actor, Kind::SmsCode).await;
        let (ticket, methods) = ticket(&world, "tom").await;
        assert_eq!(methods, [Second::SmsCode, Second::RecoveryCode]);
        world.clock.advance(Span::seconds(1));
        send(&world.crewdesk, &ticket, Second::SmsCode).await.unwrap();
        let (job, mail) = world.message(MailTemplate::SecondFactorCode).await.unwrap();
        assert!(matches!(job, Job::Sms(_)) && mail.to == "+420601123456");
        signed_in(step(&world, &ticket, &digits(&world).await).await.unwrap());
    }

    async fn s6_a_sent_code_is_good_for_its_sign_in_and_once(db: TestDb) {
        let world = World::new(db).await;
        let (user, _, _) = tom(&world).await;
        let (first, methods) = ticket(&world, "tom").await;
        assert_eq!(methods, [Second::MailCode, Second::RecoveryCode]);
        assert_eq!(code(step(&world, &first, "123456").await), "code_wrong", "before any was sent");
        let typed = mailed(&world, &first).await;
        let (other, _) = ticket(&world, "tom").await;
        assert_eq!(code(step(&world, &other, &typed).await), "code_wrong", "it is bound to its sign-in");
        let newer = mailed(&world, &first).await;
        assert_eq!(code(step(&world, &first, &typed).await), "code_wrong", "a former one is void");
        // The ticket lives as long as the code.
        world.clock.advance(Span::minutes(9));
        signed_in(step(&world, &first, &newer).await.unwrap());
        assert_eq!(code(step(&world, &first, &newer).await), "unauthenticated");
        let olga = world.sign_in_olga().await;
        let id = user.id;
        let page = world.crewdesk.read(&olga, async |cx| {
            sign_ins::page(cx, id, PageSize::default(), None).await
        });
        let rows = page.await.unwrap().items;
        assert_eq!(rows[0].second_factor, Some(Second::MailCode));
        let (late, _) = ticket(&world, "tom").await;
        let typed = mailed(&world, &late).await;
        world.clock.advance(Span::minutes(11));
        assert_eq!(code(step(&world, &late, &typed).await), "unauthenticated", "and lives ten minutes");
    }

    async fn s6_four_wrong_tries_void_a_sent_code_and_ten_a_day_are_sent(db: TestDb) {
        let world = World::new(db).await;
        tom(&world).await;
        let (first, _) = ticket(&world, "tom").await;
        let typed = mailed(&world, &first).await;
        let wrong = if typed == "000000" { "000001" } else { "000000" };
        for _ in 0..4 {
            assert_eq!(code(step(&world, &first, wrong).await), "code_wrong");
        }
        assert_eq!(code(step(&world, &first, &typed).await), "code_wrong");
        // One was sent when it was added, one just now.
        for _ in 0..8 {
            mailed(&world, &first).await;
        }
        assert_eq!(code(send(&world.crewdesk, &first, Second::MailCode).await), "too_many_requests");
    }

    async fn s4_one_sent_code_lets_one_in(db: TestDb) {
        let world = World::new(db).await;
        tom(&world).await;
        let (ticket, _) = ticket(&world, "tom").await;
        let typed = mailed(&world, &ticket).await;
        let all = join_all((0..4).map(|_| step(&world, &ticket, &typed))).await;
        assert_eq!(all.iter().filter(|answer| answer.is_ok()).count(), 1);
    }

    async fn acc_5_whoever_reset_the_password_by_mail_shows_no_code_by_mail(db: TestDb) {
        let world = World::new(db).await;
        let (_, _, codes) = tom(&world).await;
        let request = ask(&world, "tom@example.org").await;
        let (_, typed) = newest_code(&world).await.unwrap();
        complete(&world, &request, &typed, crate::doors::GOOD).await.unwrap_err();
        let other = "quite another set of kettles";
        complete(&world, &request, &typed, other).await.unwrap();
        let with = async || {
            let attempt = domain::sessions::SignIn {
                identity: domain::accounts::Identity::from_text("tom@example.org"),
                password: Secret::new(other),
                organisation_id: None,
                code: None,
                device: None,
            };
            match sessions::sign_in(&world.crewdesk, &origin(), attempt).await.unwrap() {
                Outcome::SecondFactor { ticket, methods, .. } => (ticket, methods),
                other => panic!("{other:?}"),
            }
        };
        let (ticket, methods) = with().await;
        assert_eq!(methods, [Second::RecoveryCode], "a mailbox is not two factors");
        assert_eq!(code(send(&world.crewdesk, &ticket, Second::MailCode).await), "no_second_factor");
        world.clock.advance(Span::days(2));
        let (ticket, methods) = with().await;
        assert_eq!(methods, [Second::RecoveryCode], "however much later");
        signed_in(step(&world, &ticket, codes[0].expose()).await.unwrap());
        let (ticket, methods) = with().await;
        assert_eq!(methods, [Second::MailCode, Second::RecoveryCode]);
        let typed = mailed(&world, &ticket).await;
        signed_in(step(&world, &ticket, &typed).await.unwrap());
    }

    async fn acc_5_where_codes_stop_to_count_another_factor_is_added(db: TestDb) {
        let world = World::new(db).await;
        let (user, _, _) = tom(&world).await;
        set(&world, Owner::Organisation, &required(0)).await.unwrap();
        let signed_in = comes_in(&world).await;
        assert_eq!(signed_in.second_factor, Demand::Nothing);
        let here = world.actor(&signed_in.token).await;
        let standing = world.crewdesk.read(&here, async |cx| factors::standing(cx).await).await.unwrap();
        let mail = standing.factors[0].id;
        let removed = world.crewdesk.write(&here, async |cx| factors::remove(cx, mail).await).await;
        assert_eq!(code(removed), "second_factor_kept");
        // Somebody else's setting: only this user may have no codes.
        let none = [("factor_codes", SettingValue::Word("none".into()))];
        set(&world, Owner::User(user.id), &none).await.unwrap();
        let (_, methods) = ticket(&world, "tom").await;
        assert_eq!(methods, [Second::MailCode, Second::RecoveryCode], "still more than the password");
        let signed_in = comes_in(&world).await;
        assert_eq!(signed_in.second_factor, Demand::Now);
        let here = world.actor(&signed_in.token).await;
        enrol(&world, &here).await;
        let (ticket, methods) = ticket(&world, "tom").await;
        assert_eq!(methods, [Second::Totp, Second::RecoveryCode]);
        assert_eq!(code(send(&world.crewdesk, &ticket, Second::MailCode).await), "no_second_factor");
        let here = world.actor(&signed_in.token).await;
        world.crewdesk.write(&here, async |cx| factors::remove(cx, mail).await).await.unwrap();
    }

    async fn acc_5_an_administrator_takes_codes_away_like_any_factor(db: TestDb) {
        let world = World::new(db).await;
        let (user, _, _) = tom(&world).await;
        comes_in(&world).await;
        let (ticket, _) = ticket(&world, "tom").await;
        let typed = mailed(&world, &ticket).await;
        let olga = world.sign_in_olga().await;
        let id = user.id;
        world.crewdesk.write(&olga, async |cx| factors::reset(cx, id).await).await.unwrap();
        assert_ne!(code_of(step(&world, &ticket, &typed).await), "in", "what was on the way is void");
        signed_in(knock(&world.crewdesk, "tom", None).await.unwrap());
    }
}

fn code_of(answer: Result<Outcome>) -> String {
    answer.map_or_else(|error| error.to_string(), |_| "in".to_owned())
}
