//! Invitations, passwords, signing in (SPEC section 5).

use domain::access::RoleKey;
use domain::accounts::{Identity, codes, credential};
use domain::invitations::{Invitee, State};
use domain::sessions::{self, Outcome, SignIn, SignedIn};
use domain::users::{self, Lifecycle, Presence, User};
use domain::{invitations, roles};
use kernel::ids::InvitationId;
use kernel::{Result, Secret, Span, Token};

use crate::world::{World, code, found, origin, person, sign_in};

pub(crate) const GOOD: &str = "seven blue kettles on a hill";

pub(crate) async fn invite(world: &World, email: &str) -> (invitations::Invitation, Token) {
    let people =
        vec![Invitee { first_name: "Ivy".into(), email: email.into(), ..Invitee::default() }];
    let made = world.crewdesk.write(&world.olga, async |cx| invitations::invite(cx, people).await);
    let invitation = made.await.unwrap().remove(0);
    let token = link(world, invitation.id, invitation.sends).await;
    (invitation, token)
}

async fn link(world: &World, id: InvitationId, sends: i64) -> Token {
    invitations::link(&world.crewdesk, id, sends).await.unwrap().unwrap()
}

pub(crate) async fn accept(world: &World, token: &Token, password: &str) -> Result<SignedIn> {
    invitations::accept(&world.crewdesk, &origin(), token, &Secret::new(password)).await
}

pub(crate) async fn knock(world: &World, identity: &str, password: &str) -> Result<Outcome> {
    let attempt = SignIn {
        identity: Identity::from_text(identity),
        password: Secret::new(password),
        organisation_id: None,
        code: None,
        device: None,
    };
    sessions::sign_in(&world.crewdesk, &origin(), attempt).await
}

async fn give_password(world: &World, user: &User, password: &str) -> Result<User> {
    let password = credential::prepare(&world.crewdesk, &Secret::new(password), &[]).await?;
    let id = user.id;
    world
        .crewdesk
        .write(&world.olga, async |cx| credential::give_first(cx, id, &password).await)
        .await
}

db::on_both! {
    async fn acc_1_an_invitation_is_used_by_completing_it_once(db: TestDb) {
        let world = World::new(db).await;
        let (invitation, token) = invite(&world, "ivy@example.org").await;
        let look = invitations::look(&world.crewdesk, &origin(), &token).await.unwrap();
        assert_eq!(look.standing, invitations::Standing::Open);
        assert_eq!(code(accept(&world, &token, "short").await), "password_too_short");
        let signed_in = accept(&world, &token, GOOD).await.unwrap();
        assert!(world.crewdesk.authenticate(&signed_in.token).await.is_ok());
        let user = world.get(&world.olga, invitation.user_id).await.unwrap();
        assert_eq!((user.lifecycle, user.presence), (Lifecycle::Active, Presence::LoggedIn));
        assert_eq!(code(accept(&world, &token, GOOD).await), "link_used");
        assert!(matches!(knock(&world, "IVY@example.org", GOOD).await, Ok(Outcome::SignedIn(_))));
    }

    async fn acc_1_a_new_link_makes_the_old_void_and_an_expired_one_can_be_renewed(db: TestDb) {
        let world = World::new(db).await;
        let (invitation, first) = invite(&world, "ivy@example.org").await;
        let id = invitation.id;
        let again = world.crewdesk.write(&world.olga, async |cx| invitations::resend(cx, id).await);
        let again = again.await.unwrap();
        assert_eq!(code(accept(&world, &first, GOOD).await), "not_found");
        let second = link(&world, id, again.sends).await;
        world.clock.advance(Span::days(8));
        assert_eq!(code(accept(&world, &second, GOOD).await), "link_expired");
        invitations::ask_again(&world.crewdesk, &origin(), &second).await.unwrap();
        let third = link(&world, id, again.sends + 1).await;
        assert!(accept(&world, &third, GOOD).await.is_ok());
    }

    async fn usr_9_a_cancelled_invitation_lets_nobody_in(db: TestDb) {
        let world = World::new(db).await;
        let (invitation, token) = invite(&world, "ivy@example.org").await;
        let id = invitation.id;
        let cancel = world.crewdesk.write(&world.olga, async |cx| invitations::cancel(cx, id).await);
        assert_eq!(cancel.await.unwrap().state, State::Cancelled);
        assert_eq!(code(accept(&world, &token, GOOD).await), "link_used");
        let user = world.get(&world.olga, invitation.user_id).await.unwrap();
        assert_eq!(user.lifecycle, Lifecycle::Deactivated);
    }

    async fn acc_1_several_are_invited_together_or_not_at_all(db: TestDb) {
        let world = World::new(db).await;
        let person = |email: &str| Invitee { email: email.into(), ..Invitee::default() };
        let people = vec![person("a@example.org"), person("nonsense"), person("A@example.org")];
        let made = world.crewdesk.write(&world.olga, async |cx| invitations::invite(cx, people).await);
        let kernel::Error::Invalid(fields) = made.await.unwrap_err() else { panic!() };
        let named: Vec<_> = fields.iter().map(|f| (f.pointer.as_str(), f.code.as_str())).collect();
        assert_eq!(named, [("people/1/email", "email_invalid"), ("people/2/email", "already_invited")]);
    }

    async fn acc_2_who_has_a_sign_in_gets_a_notice_and_is_in_with_the_next_sign_in(db: TestDb) {
        let world = World::new(db).await;
        let (_, token) = invite(&world, "ivy@example.org").await;
        accept(&world, &token, GOOD).await.unwrap();
        let (elsewhere, fred) = found(&world.crewdesk, "Fabrikam", "fred").await;
        let fred = sign_in(&world.crewdesk, &fred).await;
        let people = vec![Invitee { email: "ivy@example.org".into(), ..Invitee::default() }];
        let made = world.crewdesk.write(&fred, async |cx| invitations::invite(cx, people).await);
        let invited = made.await.unwrap().remove(0);
        assert_eq!(invited.kind, invitations::Kind::Membership);
        let attempt = SignIn {
            identity: Identity::from_text("ivy@example.org"),
            password: Secret::new(GOOD),
            organisation_id: Some(elsewhere),
            code: None,
            device: None,
        };
        let entered = sessions::sign_in(&world.crewdesk, &origin(), attempt).await.unwrap();
        let Outcome::SignedIn(signed_in) = entered else { panic!() };
        assert_eq!(signed_in.user_id, invited.user_id);
    }

    async fn s5_a_name_locks_after_wrong_tries_whether_it_exists_or_not(db: TestDb) {
        let world = World::new(db).await;
        let (tom, _) = world.hire("tom", RoleKey::Technician).await;
        give_password(&world, &tom, GOOD).await.unwrap();
        for name in ["tom@example.org", "nobody@example.org"] {
            let mut answers = Vec::new();
            for _ in 0..11 {
                answers.push(code(knock(&world, name, "not the password at all").await));
            }
            assert_eq!(answers[8], "credentials_wrong", "{name}");
            assert_eq!(answers[10], "account_locked", "{name}");
        }
        assert_eq!(code(knock(&world, "tom@example.org", GOOD).await), "account_locked");
    }

    async fn acc_9_a_username_signs_in_with_the_organisations_handle(db: TestDb) {
        let world = World::new(db).await;
        let mut mobile = person("mo");
        mobile.profile.email = None;
        mobile.profile.mobile = Some("00420601123456".into());
        let user = world.create(&world.olga, mobile, RoleKey::Technician).await.unwrap();
        give_password(&world, &user, GOOD).await.unwrap();
        let entered = knock(&world, "contoso/MO", GOOD).await.unwrap();
        let Outcome::SignedIn(signed_in) = entered else { panic!() };
        assert!(signed_in.must_change_password);
        assert_eq!(code(give_password(&world, &user, "another fine password here").await), "credential_exists");
    }

    async fn acc_4_a_first_password_that_nobody_used_ends_after_a_week(db: TestDb) {
        let world = World::new(db).await;
        let (tom, _) = world.hire("tom", RoleKey::Technician).await;
        give_password(&world, &tom, GOOD).await.unwrap();
        world.crewdesk.clock().advance(Span::days(6));
        assert!(matches!(knock(&world, "tom@example.org", GOOD).await, Ok(Outcome::SignedIn(_))));
        world.crewdesk.clock().advance(Span::days(1));
        assert_eq!(code(knock(&world, "tom@example.org", GOOD).await), "credentials_wrong");
        let again = credential::prepare(&world.crewdesk, &Secret::new("another fine password here"), &[]).await.unwrap();
        let olga = world.sign_in_olga().await;
        let given = world.crewdesk.write(&olga, async |cx| credential::give_first(cx, tom.id, &again).await);
        given.await.unwrap();
        assert!(knock(&world, "tom@example.org", "another fine password here").await.is_ok());
    }

    async fn usr_7_a_suspended_user_is_told_so_after_the_right_password(db: TestDb) {
        let world = World::new(db).await;
        let (tom, _) = world.hire("tom", RoleKey::Technician).await;
        give_password(&world, &tom, GOOD).await.unwrap();
        world.suspend(&world.olga, tom.id).await.unwrap();
        assert_eq!(code(knock(&world, "tom@example.org", GOOD).await), "user_suspended");
        assert_eq!(code(knock(&world, "tom@example.org", "something else entirely").await), "credentials_wrong");
    }

    async fn acc_6_a_changed_password_ends_the_other_sessions(db: TestDb) {
        let world = World::new(db).await;
        let (_, token) = invite(&world, "ivy@example.org").await;
        let first = accept(&world, &token, GOOD).await.unwrap();
        let Ok(Outcome::SignedIn(second)) = knock(&world, "ivy@example.org", GOOD).await else { panic!() };
        let actor = domain::Actor::user(world.crewdesk.authenticate(&second.token).await.unwrap(), origin());
        let change = async |old: &str, new: &str| {
            credential::change_own(&world.crewdesk, &actor, Some(&Secret::new(old)), &Secret::new(new)).await
        };
        assert_eq!(code(change("wrong wrong wrong", "an entirely new phrase").await), "credentials_wrong");
        assert_eq!(code(change(GOOD, GOOD).await), "password_reused");
        change(GOOD, "an entirely new phrase").await.unwrap();
        assert!(world.crewdesk.authenticate(&second.token).await.is_ok());
        assert_eq!(code(world.crewdesk.authenticate(&first.token).await), "unauthenticated");
    }

    async fn s8_a_session_ends_idle_and_after_a_day(db: TestDb) {
        let world = World::new(db).await;
        let (_, token) = invite(&world, "ivy@example.org").await;
        let signed_in = accept(&world, &token, GOOD).await.unwrap();
        world.clock.advance(Span::minutes(59));
        let principal = world.crewdesk.authenticate(&signed_in.token).await.unwrap();
        sessions::touch(&world.crewdesk, &principal).await.unwrap();
        world.clock.advance(Span::minutes(59));
        assert!(world.crewdesk.authenticate(&signed_in.token).await.is_ok());
        world.clock.advance(Span::minutes(2));
        assert_eq!(code(world.crewdesk.authenticate(&signed_in.token).await), "unauthenticated");
    }

    async fn s3_a_bearer_who_was_just_looked_at_is_looked_at_anew_after_each_change(db: TestDb) {
        let world = World::new(db).await;
        let (_, token) = invite(&world, "ivy@example.org").await;
        let SignedIn { token: session, user_id, .. } = accept(&world, &token, GOOD).await.unwrap();
        let looked = async || world.crewdesk.authenticate(&session).await;
        let first = looked().await.unwrap();
        assert_eq!(looked().await.unwrap(), first);
        let change = world.crewdesk.write(&world.olga, async |cx| {
            let viewer = roles::built_in(cx, RoleKey::Viewer).await?.id;
            users::assign_role(cx, user_id, None, viewer).await
        });
        change.await.unwrap();
        assert_eq!(looked().await.unwrap().role_key, "viewer");
        world.suspend(&world.olga, user_id).await.unwrap();
        assert_eq!(code(looked().await), "unauthenticated");
    }

    async fn acc_3_a_code_sets_a_new_password_once(db: TestDb) {
        let world = World::new(db).await;
        let (_, token) = invite(&world, "ivy@example.org").await;
        let before = accept(&world, &token, GOOD).await.unwrap();
        let request = codes::request(&world.crewdesk, &origin(), "ivy@example.org").await.unwrap();
        let id = world.fulfil_code(&request, "ivy@example.org").await;
        let right = codes::code(&world.crewdesk, id).await.unwrap().unwrap();
        let complete = async |code: &str, password: &str| {
            codes::complete(&world.crewdesk, &origin(), &request, code, &Secret::new(password)).await
        };
        assert_eq!(code(complete("000000x", GOOD).await), "code_wrong");
        assert_eq!(code(complete(right.expose(), "short").await), "password_too_short");
        complete(right.expose(), "an entirely new phrase").await.unwrap();
        assert_eq!(code(complete(right.expose(), "an entirely new phrase").await), "code_wrong");
        assert_eq!(code(world.crewdesk.authenticate(&before.token).await), "unauthenticated");
        assert!(matches!(knock(&world, "ivy@example.org", "an entirely new phrase").await, Ok(Outcome::SignedIn(_))));
    }

    async fn s6_four_wrong_tries_void_a_code(db: TestDb) {
        let world = World::new(db).await;
        let (_, token) = invite(&world, "ivy@example.org").await;
        accept(&world, &token, GOOD).await.unwrap();
        let request = codes::request(&world.crewdesk, &origin(), "ivy@example.org").await.unwrap();
        let id = world.fulfil_code(&request, "ivy@example.org").await;
        let right = codes::code(&world.crewdesk, id).await.unwrap().unwrap();
        for typed in ["1", "2", "3", "4", right.expose()] {
            let answer = codes::complete(&world.crewdesk, &origin(), &request, typed, &Secret::new(GOOD)).await;
            assert_eq!(code(answer), "code_wrong");
        }
    }
}
