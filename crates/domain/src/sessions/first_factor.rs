//! The password, compared (SPEC ACC-4; SECURITY.md S5, S9).

use kernel::ids::OrganisationId;
use kernel::{Code, Error, Result, Span};
use tokio::sync::SemaphorePermit;

use super::open::Method;
use super::proof::{Proof, Target};
use super::refused::note;
use super::sign_in::SignIn;
use super::sign_ins::Verdict;
use super::tries::{self, Admission};
use crate::accounts::{self, Account, Identity};
use crate::actor::Origin;
use crate::product::Crewdesk;

/// A right first factor. Its place is kept until the session is open, which forgets the counted try.
pub(super) struct FirstFactor<'a> {
    pub proof: Proof,
    _place: SemaphorePermit<'a>,
}

/// Counts the try, then compares the password; answers only if it was right.
pub(super) async fn prove_password<'a>(
    crewdesk: &'a Crewdesk,
    origin: &Origin,
    attempt: &SignIn,
) -> Result<FirstFactor<'a>> {
    let SignIn { identity, password, organisation_id, code: _, device: _ } = attempt;
    let place = crewdesk.hasher().admit().await?;
    let (target, admission) = begin(crewdesk, identity, *organisation_id).await?;
    match admission {
        Admission::Admitted => {}
        Admission::Busy => return Err(Error::TooMany { retry_after: Span::seconds(1) }),
        Admission::Locked => {
            note(crewdesk, origin, &target, Verdict::Locked).await?;
            return Err(Error::Unauthenticated(Code::AccountLocked));
        }
    }
    let now = crewdesk.clock().now();
    let stored = target.account.as_ref().and_then(|account| accounts::in_force(account, now));
    let right = crewdesk.hasher().verify(password, stored).await?;
    match &target.account {
        Some(account) if right => {
            let account = account.clone();
            let method = Method::Password;
            let proof = Proof { target, account, second: None, trust: false, method };
            Ok(FirstFactor { proof, _place: place })
        }
        _ => {
            let locked = note(crewdesk, origin, &target, Verdict::WrongPassword).await?;
            let code = if locked { Code::AccountLocked } else { Code::CredentialsWrong };
            Err(Error::Unauthenticated(code))
        }
    }
}

async fn begin(
    crewdesk: &Crewdesk,
    identity: &Identity,
    organisation: Option<OrganisationId>,
) -> Result<(Target, Admission)> {
    let now = crewdesk.clock().now();
    crewdesk
        .db()
        .write_on_the_way(async |tx| {
            let (account, of_username) = accounts::by_identity(tx, identity).await?.unzip();
            let known = account.as_ref().map(|account: &Account| account.id);
            let subject = known.map_or_else(|| identity.subject(), |id| id.as_uuid());
            let admission = tries::count(tx, subject, now, crewdesk.policy()).await?;
            let memberships = match known {
                Some(id) => accounts::memberships(tx, id).await?,
                None => Vec::new(),
            };
            let organisation = of_username.flatten().or(organisation);
            Ok((Target { account, memberships, organisation, subject }, admission))
        })
        .await
}
