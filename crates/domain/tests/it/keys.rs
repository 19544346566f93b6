//! Another key for the installation (ADR 0012; OWASP ASVS 11.1.1).

use db::{Tx, params};
use domain::identity_providers::{self, Provider};
use domain::resealing::{self, Standing};
use domain::sessions::Outcome;
use domain::{Crewdesk, Policy};
use kernel::{Result, Secret, Span};

use crate::factors::{Holder, holder, knock, shown};
use crate::single_sign_on::{Desk, sent, set_up, wanted};
use crate::world::{World, code};

/// The same installation with this key, and with these before.
fn keyed(world: &World, key: &str, former: &[&str]) -> Crewdesk {
    let former_secrets = former.iter().map(|key| Secret::new(*key)).collect();
    let secret = Some(Secret::new(key));
    let policy = Policy { secret, former_secrets, ..world.crewdesk.policy().clone() };
    let (db, entropy) = (world.crewdesk.db().clone(), world.crewdesk.entropy().clone());
    Crewdesk::new(db, world.clock.clone(), entropy, policy)
}

/// Tom with an app, and a provider that has a secret, both under the key "one".
async fn under_one(world: &mut World) -> (Holder, Provider) {
    world.crewdesk = keyed(world, "one", &[]);
    let tom = holder(world, "tom").await;
    (tom, set_up(world, wanted("A")).await)
}

/// Signs Tom in by what his app shows.
async fn by_app(world: &World, tom: &Holder) -> Result<Outcome> {
    world.clock.advance(Span::minutes(1));
    knock(&world.crewdesk, "tom", Some(&shown(&tom.app, world.clock.now()))).await
}

async fn standing(world: &World) -> (i64, i64, i64) {
    let Standing { present, former, unknown } = resealing::standing(&world.crewdesk).await.unwrap();
    (present, former, unknown)
}

async fn rows(world: &World, action: &'static str) -> i64 {
    const ROWS: &str = "SELECT COUNT(*) FROM audit WHERE action = $1";
    let read = async |tx: &mut Tx| -> Result<(i64,)> { Ok(tx.one(ROWS, &params![action]).await?) };
    world.crewdesk.db().read(read).await.unwrap().0
}

db::on_both! {
    async fn a_key_is_replaced_and_all_it_has_sealed_opens_with_the_new_one(db: TestDb) {
        let mut world = World::new(db).await;
        let (tom, provider) = under_one(&mut world).await;
        let desk = Desk::default();
        assert_eq!(standing(&world).await, (2, 0, 0));
        world.crewdesk = keyed(&world, "two", &["one"]);
        assert_eq!(standing(&world).await, (0, 2, 0));
        assert!(matches!(by_app(&world, &tom).await, Ok(Outcome::SignedIn(_))), "the former key still opens");
        sent(&world, &desk, &provider, None).await;
        assert_eq!(resealing::reseal(&world.crewdesk).await.unwrap(), 2);
        assert_eq!(resealing::reseal(&world.crewdesk).await.unwrap(), 0, "once is enough");
        world.crewdesk = keyed(&world, "two", &[]);
        assert_eq!(standing(&world).await, (2, 0, 0));
        assert!(matches!(by_app(&world, &tom).await, Ok(Outcome::SignedIn(_))), "without the former key");
        sent(&world, &desk, &provider, None).await;
        world.crewdesk = keyed(&world, "one", &[]);
        assert_eq!(standing(&world).await, (0, 0, 2), "the former key opens nothing any more");
        assert_eq!(code(by_app(&world, &tom).await), "internal");
    }

    async fn what_no_key_opens_is_given_up_and_still_lets_nobody_in(db: TestDb) {
        let mut world = World::new(db).await;
        let (tom, provider) = under_one(&mut world).await;
        world.crewdesk = keyed(&world, "two", &[]);
        assert_eq!(resealing::reseal(&world.crewdesk).await.unwrap(), 0);
        assert_eq!(standing(&world).await, (0, 0, 2), "nothing is given up unasked");
        assert_eq!(resealing::give_up(&world.crewdesk).await.unwrap(), 2);
        assert_eq!((standing(&world).await, rows(&world, "secrets.given_up").await), ((0, 0, 0), 1));
        assert_eq!(resealing::give_up(&world.crewdesk).await.unwrap(), 0);
        assert_eq!(rows(&world, "secrets.given_up").await, 1);
        let asked = knock(&world.crewdesk, "tom", None).await;
        assert!(matches!(asked, Ok(Outcome::SecondFactor { .. })), "the second factor is asked for as before");
        assert_eq!(code(by_app(&world, &tom).await), "code_wrong");
        let recovery = knock(&world.crewdesk, "tom", Some(tom.codes[0].expose())).await;
        assert!(matches!(recovery, Ok(Outcome::SignedIn(_))));
        let id = provider.id;
        let provider = world.crewdesk.read(&world.olga, async |cx| identity_providers::get(cx, id).await);
        assert!(!provider.await.unwrap().has_secret);
    }
}
