use db::Tx;
use kernel::{Result, Token};

use super::open::Method;
use super::proof::{Proof, Target};
use super::sign_in::{Outcome, go_on};
use crate::accounts;
use crate::actor::Origin;
use crate::factors::{self, Second};
use crate::product::Crewdesk;

/// Signs in with a passkey and nothing else: it is both factors (SPEC ACC-9). Nobody guesses a passkey, so wrong
/// passwords of others keep nobody out who has one.
///
/// # Errors
/// [`kernel::Error::Unauthenticated`] with `credentials_wrong`; then as `sign_in`.
pub async fn sign_in_by_passkey(
    crewdesk: &Crewdesk,
    origin: &Origin,
    request: &Token,
    credential: &str,
) -> Result<Outcome> {
    let id = factors::identify(crewdesk, request, credential).await?;
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
