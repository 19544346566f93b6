use db::Tx;
use kernel::{Error, Result, Token};

use super::open::Method;
use super::proof::{Proof, Target};
use super::refused::note_by;
use super::second_step::second_step_by_passkey;
use super::sign_in::{Outcome, go_on};
use super::sign_ins::Verdict;
use crate::accounts::{self, tickets::SoFar};
use crate::actor::Origin;
use crate::factors::{self, Second};
use crate::product::Crewdesk;

/// Signs in with a passkey and nothing else: it is both factors (SPEC ACC-9). Nobody guesses a passkey, so wrong
/// passwords of others keep nobody out who has one. Where a ticket says for which sign-in it is shown, it is the second
/// step of that one.
///
/// # Errors
/// [`kernel::Error::Unauthenticated`] with `credentials_wrong`, with a ticket `passkey_refused` and as `second_step`;
/// then as `sign_in`.
pub async fn sign_in_by_passkey(
    crewdesk: &Crewdesk,
    origin: &Origin,
    request: &Token,
    credential: &str,
    ticket: Option<&Token>,
) -> Result<Outcome> {
    if let Some(ticket) = ticket {
        return second_step_by_passkey(crewdesk, origin, ticket, request, credential).await;
    }
    let id = match factors::identify(crewdesk, request, credential).await {
        Err(error @ Error::Unauthenticated(_)) => {
            refuse(crewdesk, origin, credential).await?;
            return Err(error);
        }
        other => other?,
    };
    let proof = crewdesk.db().read(async |tx: &mut Tx| -> Result<Proof> {
        let account = accounts::seen(tx, id).await?;
        let target = Target {
            account: Some(account.clone()),
            memberships: accounts::memberships(tx, id).await?,
            organisation: None,
            subject: id.as_uuid(),
        };
        let (second, method) = (Some(Second::Passkey), Method::Passkey);
        Ok(Proof { target, account, second, trust: false, method })
    });
    go_on(crewdesk, origin, &proof.await?).await
}

/// Writes down that a passkey was not right, for whose it claims to be.
async fn refuse(crewdesk: &Crewdesk, origin: &Origin, credential: &str) -> Result<()> {
    let Some(id) = factors::claimed(crewdesk, credential).await? else { return Ok(()) };
    let target = crewdesk
        .db()
        .read(async |tx: &mut Tx| Target::of_ticket(tx, id, SoFar::default()).await)
        .await?;
    note_by(crewdesk, origin, &target, Method::Passkey, Verdict::WrongPasskey).await?;
    Ok(())
}
