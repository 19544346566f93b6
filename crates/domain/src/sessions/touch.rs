use db::params;
use kernel::{Result, Span};

use super::limits;
use super::table::TOUCH;
use crate::access::Principal;
use crate::actor::{Actor, Origin, Surface};
use crate::product::Crewdesk;
use crate::{settings, users};

/// Use is noted at most this often, so that reading does not write.
const NOTED: Span = Span::minutes(1);

/// Notes that a session is used and puts off its end by idleness, by what the settings say now. Surfaces
/// call it with every request; it reads and writes at most once a minute for each session.
///
/// # Errors
/// Faults of the database.
pub async fn touch(crewdesk: &Crewdesk, principal: &Principal) -> Result<()> {
    let now = crewdesk.clock().now();
    if now.since(principal.last_seen_at) < NOTED {
        return Ok(());
    }
    let worker = Actor::system("sessions", Origin::local(Surface::Job, ""));
    let (organisation, user) = (principal.organisation_id, principal.user_id);
    let idle = crewdesk.read_in(organisation, &worker, async |cx| {
        let Some(user) = users::load(cx, user).await? else { return Ok(None) };
        Ok(Some(limits::idle(&settings::of_user(cx, &user).await?)))
    });
    let Some(idle) = idle.await? else { return Ok(()) };
    let values = params![principal.session_id, now, now.plus(idle)];
    crewdesk
        .db()
        .write(async |tx: &mut db::Tx| {
            tx.execute(TOUCH, &values).await?;
            Ok(())
        })
        .await
}
