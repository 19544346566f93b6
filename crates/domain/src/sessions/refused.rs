use kernel::Result;
use serde_json::json;

use super::open::Method;
use super::proof::Target;
use super::sign_ins::{self, Verdict};
use super::tries;
use crate::accounts::{self, Account, Membership};
use crate::actor::{Actor, Origin};
use crate::audit::{Event, Subject};
use crate::cx::Cx;
use crate::jobs::MailTemplate;
use crate::product::Crewdesk;
use crate::users;

/// Writes down a sign-in that did not happen, in a transaction that commits although it is refused.
/// Answers whether the name is locked now.
pub(super) async fn note(
    crewdesk: &Crewdesk,
    origin: &Origin,
    target: &Target,
    verdict: Verdict,
) -> Result<bool> {
    note_by(crewdesk, origin, target, Method::Password, verdict).await
}

/// The same for another way than the password.
pub(super) async fn note_by(
    crewdesk: &Crewdesk,
    origin: &Origin,
    target: &Target,
    method: Method,
    verdict: Verdict,
) -> Result<bool> {
    let home = target.home().cloned();
    let organisation = home.as_ref().map_or(Crewdesk::INSTALLATION, |home| home.organisation_id);
    let actor = Actor::anonymous(origin.clone());
    crewdesk
        .write_in(organisation, &actor, async |cx| {
            let subject = subject_of(cx, home.as_ref(), target.account.as_ref()).await?;
            if let Some(account) = &target.account {
                let user = home.as_ref().map(|home| home.user_id);
                sign_ins::log(cx, account.id, user, (method, None), verdict).await?;
            }
            let facts = json!({"method": method, "result": verdict});
            cx.record(Event::new("session.refused", subject.clone()).with(facts)).await?;
            // Nobody guesses a passkey.
            if verdict == Verdict::WrongPasskey {
                return Ok(false);
            }
            if verdict == Verdict::NotAllowed {
                tries::unlock(cx, target.subject).await?;
                return Ok(false);
            }
            let locked = tries::lock_if_reached(cx, target.subject).await?;
            if let (true, Some(account)) = (locked, &target.account) {
                cx.record(Event::new("account.locked", subject)).await?;
                tell_locked(cx, account).await?;
            }
            Ok(locked)
        })
        .await
}

/// The user where there is one, else the account; never the name that was typed, which may well be a
/// password in the wrong field.
async fn subject_of(
    cx: &mut Cx<'_>,
    home: Option<&Membership>,
    account: Option<&Account>,
) -> Result<Subject> {
    if let Some(home) = home
        && let Some(user) = users::load(cx, home.user_id).await?
    {
        return Ok(Subject::new("user", user.id.as_uuid(), user.display_name));
    }
    Ok(Subject {
        kind: "account",
        id: account.map(|account| account.id.as_uuid()),
        name: String::new(),
    })
}

async fn tell_locked(cx: &mut Cx<'_>, account: &Account) -> Result<()> {
    accounts::reach::tell(cx, account, MailTemplate::Locked, &[]).await
}
