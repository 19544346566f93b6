//! Signing in with a password (SPEC ACC-4, ACC-9; SECURITY.md S5, S9).
//!
//! 1. `first_factor`: one transaction counts the try and commits, for accounts and for names nobody has
//!    alike; then the password is compared outside any transaction, where there is none with a decoy.
//! 2. `next_step`: a pure function says where that leads.
//! 3. Another transaction, under the organisation's lock, opens the session, or `refused` writes down the
//!    failure.
//!
//! Unknown, wrong and locked are told alike whether or not an account exists: after as many wrong tries
//! as are allowed, `account_locked` is answered for any name, whatever the password. A locked account is
//! unlocked by a one-time code (`accounts::codes`); sessions that live already stay untouched. Only after
//! a right password does an answer say more.

use kernel::ids::OrganisationId;
use kernel::{Code, Error, Result, Secret, Token};

use super::first_factor::prove_password;
use super::next_step::{Step, decide, may_enter};
use super::open::{Method, SignedIn, open};
use super::refused::note;
use super::sign_ins::Verdict;
use super::tries;
use crate::accounts::{self, Account, Identity, Membership, tickets};
use crate::actor::{Actor, Origin};
use crate::cx::Cx;
use crate::invitations;
use crate::product::Crewdesk;
use crate::users::{self, Lifecycle};

/// A try to sign in.
#[derive(Debug, Clone)]
pub struct SignIn {
    /// Who it claims to be.
    pub identity: Identity,
    /// The password.
    pub password: Secret,
    /// The organisation, where the account may have several.
    pub organisation_id: Option<OrganisationId>,
}

/// What a right password leads to.
#[derive(Debug, Clone)]
pub enum Outcome {
    /// Signed in.
    SignedIn(SignedIn),
    /// The account is in several organisations: ask which, then call `choose` with the ticket.
    Choose {
        /// Stands for the right password; it lives for some minutes and is used once.
        ticket: Token,
        /// Where the account may sign in.
        organisations: Vec<Membership>,
    },
}

/// Signs in.
///
/// # Errors
/// [`Error::Unauthenticated`] with `credentials_wrong` or `account_locked`; after a right password
/// [`Error::Forbidden`] saying why the user may not sign in; [`Error::TooMany`] where too many wait.
pub async fn sign_in(crewdesk: &Crewdesk, origin: &Origin, attempt: SignIn) -> Result<Outcome> {
    let first = prove_password(crewdesk, origin, attempt).await?;
    match decide(&first.known()) {
        Step::Open(membership) => {
            let actor = Actor::anonymous(origin.clone());
            let signed_in = crewdesk.write_in(membership.organisation_id, &actor, async |cx| {
                enter(cx, &membership, &first.account, Method::Password).await
            });
            let entered = signed_in.await;
            if matches!(entered, Err(Error::Forbidden(Code::AddressNotAllowed))) {
                note(crewdesk, origin, &first.target, Verdict::NotAllowed).await?;
            }
            Ok(Outcome::SignedIn(entered?))
        }
        Step::Choose(organisations) => {
            let ticket = ask_where(crewdesk, origin, &first.account).await?;
            Ok(Outcome::Choose { ticket, organisations })
        }
        Step::Refuse(code) => {
            note(crewdesk, origin, &first.target, Verdict::NotAllowed).await?;
            Err(Error::Forbidden(code))
        }
    }
}

/// The ticket that stands for the proof while the person chooses.
async fn ask_where(crewdesk: &Crewdesk, origin: &Origin, account: &Account) -> Result<Token> {
    let actor = Actor::anonymous(origin.clone());
    let ticket = crewdesk.write_in(Crewdesk::INSTALLATION, &actor, async |cx| {
        same_password(cx, account).await?;
        tries::unlock(cx, account.id.as_uuid()).await?;
        tickets::issue(cx, account.id).await
    });
    ticket.await
}

/// Opens the session, if everything is still as it was when the password was compared.
pub(super) async fn enter(
    cx: &mut Cx<'_>,
    membership: &Membership,
    account: &Account,
    method: Method,
) -> Result<SignedIn> {
    let account = same_password(cx, account).await?;
    let gone = Error::Forbidden(Code::NoOrganisation);
    let user = users::load(cx, membership.user_id).await?.ok_or(gone)?;
    may_enter(user.lifecycle).map_err(Error::Forbidden)?;
    let user = match user.lifecycle {
        Lifecycle::Invited => invitations::accept_by_sign_in(cx, &account, user).await?,
        _ => user,
    };
    tries::unlock(cx, account.id.as_uuid()).await?;
    open(cx, &user, &account, method).await
}

/// A password changed meanwhile opens nothing any more (SECURITY.md S3).
async fn same_password(cx: &mut Cx<'_>, compared: &Account) -> Result<Account> {
    let account = accounts::lock(cx.tx, compared.id).await?;
    if account.password_hash == compared.password_hash {
        return Ok(account);
    }
    Err(Error::Unauthenticated(Code::CredentialsWrong))
}
