use std::time::Duration;

use domain::{
    Actor, Crewdesk, Origin, Surface, accounts, audit, idempotency, identity_providers, jobs,
    organisations, sessions, users,
};
use kernel::Result;

/// How often.
const EVERY: Duration = Duration::from_secs(60);
/// A sweep that has more to do than this leaves the rest to the next.
const ROUNDS: usize = 1000;

/// Writes down what time has ended and forgets what is old. Two nodes may do it at once: each step is a
/// transaction that finds less to do after the other.
pub(crate) async fn every_minute(crewdesk: Crewdesk) {
    let mut ticks = tokio::time::interval(EVERY);
    ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        let actor = Actor::system("worker", Origin::local(Surface::Job, "sweep"));
        tell("sessions", sessions(&crewdesk, &actor).await);
        tell("sign-ins", sessions::sign_ins::forget(&crewdesk).await);
        tell("audit", audit::forget(&crewdesk, &actor).await);
        tell("jobs", jobs::forget(&crewdesk).await);
        tell("idempotency", idempotency::forget(&crewdesk).await);
        tell("organisations", organisations::forget_sign_ups(&crewdesk).await);
        tell("users", users::tidy_search(&crewdesk).await);
        tell("identity_providers", identity_providers::forget(&crewdesk).await);
        tell("accounts", accounts::forget(&crewdesk).await);
        crewdesk.hasher().rest();
    }
}

async fn sessions(crewdesk: &Crewdesk, actor: &Actor) -> Result<()> {
    for _ in 0..ROUNDS {
        if sessions::expire(crewdesk, actor).await? == 0 {
            break;
        }
    }
    Ok(())
}

fn tell(room: &str, swept: Result<()>) {
    if let Err(error) = swept {
        tracing::warn!(room, %error, "the sweep will be tried again");
    }
}
