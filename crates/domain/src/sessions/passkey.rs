use db::Tx;
use kernel::{Error, Result, Token};

use super::open::Method;
use super::proof::{Proof, Target};
use super::refused::{note, note_by};
use super::second_step;
use super::sign_in::{Outcome, go_on};
use super::sign_ins::Verdict;
use crate::accounts::{self, tickets::SoFar};
use crate::actor::Origin;
use crate::factors::{self, Second};
use crate::product::Crewdesk;

/// Signs in with a passkey and nothing else: it is both factors (SPEC ACC-9). Nobody guesses a passkey, so wrong
/// passwords of others keep nobody out who has one. A ticket says for which sign-in it is shown, if it is the second
/// factor of one.
///
/// # Errors
/// [`kernel::Error::Unauthenticated`] with `credentials_wrong`; then as `sign_in`.
pub async fn sign_in_by_passkey(
    crewdesk: &Crewdesk,
    origin: &Origin,
    request: &Token,
    credential: &str,
    ticket: Option<&Token>,
) -> Result<Outcome> {
    let id = match factors::identify(crewdesk, request, credential).await {
        Err(error @ Error::Unauthenticated(_)) => {
            refuse(crewdesk, origin, credential, ticket).await?;
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

/// Writes down that a passkey was not right: for the sign-in that waits for it, else for whose it claims to be.
async fn refuse(
    crewdesk: &Crewdesk,
    origin: &Origin,
    credential: &str,
    ticket: Option<&Token>,
) -> Result<()> {
    if let Some(ticket) = ticket
        && let Ok((target, _)) = second_step::look(crewdesk, ticket).await
    {
        note(crewdesk, origin, &target, Verdict::WrongSecondFactor).await?;
        return Ok(());
    }
    let Some(id) = factors::claimed(crewdesk, credential).await? else { return Ok(()) };
    let target = crewdesk
        .db()
        .read(async |tx: &mut Tx| Target::of_ticket(tx, id, SoFar::default()).await)
        .await?;
    note_by(crewdesk, origin, &target, Method::Passkey, Verdict::WrongPasskey).await?;
    Ok(())
}
