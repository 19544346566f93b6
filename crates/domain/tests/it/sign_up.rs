//! A visitor registers a trial organisation (SPEC ORG-1).

use domain::access::{Action, RoleKey};
use domain::accounts::Identity;
use domain::invitations::Standing;
use domain::organisations::{self, Confirmed, SignUp};
use domain::sessions::{self, Outcome, SignIn};
use domain::{Origin, Surface, users};
use kernel::{Code, Error, Secret, Span, Token};

use crate::world::World;

const PASSWORD: &str = "seven blue kettles on a hill";

fn visitor() -> Origin {
    Origin::local(Surface::Page, "sign-up")
}

fn wish(email: &str) -> SignUp {
    SignUp {
        organisation: "Northwind".into(),
        first_name: "Nora".into(),
        last_name: "Nord".into(),
        email: email.into(),
        password: Secret::new(PASSWORD),
        language: "nb".into(),
        time_zone: Some("Europe/Oslo".into()),
    }
}

/// Registers and opens the mail.
async fn link(world: &World, email: &str) -> Token {
    organisations::sign_up(&world.crewdesk, &visitor(), wish(email)).await.unwrap();
    let mails = world.mails_to(email).await;
    Token::from_request(mails.last().unwrap().params.get("token").unwrap()).unwrap()
}

async fn confirm(world: &World, link: &Token, password: &str) -> kernel::Result<Confirmed> {
    let password = Secret::new(password);
    organisations::confirm_sign_up(&world.crewdesk, &visitor(), link, &password).await
}

async fn enter(world: &World, email: &str) -> Token {
    let identity = Identity::Email(email.into());
    let attempt = SignIn {
        identity,
        password: Secret::new(PASSWORD),
        organisation_id: None,
        code: None,
        device: None,
    };
    match sessions::sign_in(&world.crewdesk, &visitor(), attempt).await.unwrap() {
        Outcome::SignedIn(signed_in) => signed_in.token,
        other => panic!("{other:?}"),
    }
}

db::on_both! {
    async fn who_follows_the_link_owns_a_trial(db: TestDb) {
        let world = World::new(db).await;
        let link = link(&world, "nora@example.org").await;
        let look = organisations::look_at_sign_up(&world.crewdesk, &link).await.unwrap();
        assert_eq!((look.standing, look.organisation.as_str()), (Standing::Open, "Northwind"));
        let Confirmed::SignedIn(signed_in) = confirm(&world, &link, PASSWORD).await.unwrap() else {
            panic!("a new account is signed in");
        };
        let nora = world.actor(&signed_in.token).await;
        let me = nora.principal().unwrap();
        assert_eq!((me.role_key.as_str(), me.is_owner()), (RoleKey::Administrator.as_str(), true));
        assert_eq!(me.organisation.team_name, None, "the team is activated next (ORG-2)");
        assert_eq!(me.organisation.trial_ends_at, Some(world.clock.now().plus(Span::days(30))));
        assert!(matches!(confirm(&world, &link, PASSWORD).await, Err(Error::Conflict { code: Code::LinkUsed, .. })));
    }

    async fn a_trial_that_is_over_is_read_only(db: TestDb) {
        let world = World::new(db).await;
        let link = link(&world, "nora@example.org").await;
        confirm(&world, &link, PASSWORD).await.unwrap();
        world.clock.advance(Span::days(31));
        let nora = world.actor(&enter(&world, "nora@example.org").await).await;
        let me = nora.principal().unwrap().user_id;
        assert!(world.crewdesk.read(&nora, async |cx| users::get(cx, me).await).await.is_ok());
        let refused = domain::access::require(nora.principal().unwrap(), Action::UsersCreate);
        assert!(matches!(refused, Err(Error::Forbidden(Code::TrialEnded))));
    }

    async fn ten_wrong_passwords_end_a_link(db: TestDb) {
        let world = World::new(db).await;
        let link = link(&world, "nora@example.org").await;
        for _ in 0..10 {
            assert!(matches!(confirm(&world, &link, "another password altogether").await, Err(Error::Invalid(_))));
        }
        assert!(matches!(confirm(&world, &link, PASSWORD).await, Err(Error::Conflict { code: Code::LinkExpired, .. })));
    }

    async fn of_many_at_once_one_founds(db: TestDb) {
        let world = World::new(db).await;
        let link = link(&world, "nora@example.org").await;
        let (one, two, three) = tokio::join!(
            confirm(&world, &link, PASSWORD), confirm(&world, &link, PASSWORD), confirm(&world, &link, PASSWORD)
        );
        assert_eq!([one, two, three].iter().filter(|answer| answer.is_ok()).count(), 1);
    }

    async fn an_address_with_an_account_gets_the_same_answer_and_keeps_its_password(db: TestDb) {
        let world = World::new(db).await;
        let first = link(&world, "nora@example.org").await;
        confirm(&world, &first, PASSWORD).await.unwrap();
        let second = link(&world, "nora@example.org").await;
        assert!(matches!(confirm(&world, &second, PASSWORD).await.unwrap(), Confirmed::SignInFirst));
    }

    async fn every_fault_of_the_form_is_told_at_once(db: TestDb) {
        let world = World::new(db).await;
        let wrong = SignUp { organisation: " ".into(), email: "nobody".into(), language: "tlh".into(), ..wish("") };
        let Err(Error::Invalid(fields)) = organisations::sign_up(&world.crewdesk, &visitor(), wrong).await else {
            panic!("it is refused");
        };
        let pointers: Vec<&str> = fields.iter().map(|field| field.pointer.as_str()).collect();
        assert_eq!(pointers, ["organisation", "email", "language"]);
    }
}
