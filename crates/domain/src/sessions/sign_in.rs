//! Signing in with a password (SPEC ACC-4, ACC-9; SECURITY.md S5, S9).
//!
//! 1. `first_factor`: one transaction counts the try and commits, for accounts and for names nobody has
//!    alike; it need not wait for the disk, since step 4 does before anything is told (ADR 0021). Then the
//!    password is compared outside any transaction, where there is none with a decoy.
//! 2. `second_factor`: where the account has one, it is asked for before anything else is told. What comes with
//!    it goes on in `second_step`; its tries are counted together with those of the password.
//! 3. `next_step`: a pure function says where that leads.
//! 4. Another transaction, under the organisation's lock, opens the session, or `refused` writes down the
//!    failure.
//!
//! Unknown, wrong and locked are told alike whether or not an account exists: after as many wrong tries
//! as are allowed, `account_locked` is answered for any name, whatever the password. A locked account is
//! unlocked by a one-time code (`accounts::codes`); sessions that live already stay untouched. Only after
//! a right password does an answer say more.

use kernel::ids::OrganisationId;
use kernel::{Code, Error, Result, Secret, Token};

use super::choose::by_which;
use super::first_factor::prove_password;
use super::next_step::{Step, decide, may_enter};
use super::open::{SignedIn, open};
use super::proof::Proof;
use super::refused::note;
use super::second_factor::{self, Asked};
use super::sign_ins::Verdict;
use super::tries;
use crate::accounts::tickets::{self, Next, SoFar};
use crate::accounts::{Identity, Membership};
use crate::actor::{Actor, Origin};
use crate::cx::Cx;
use crate::factors::{self, Second};
use crate::identity_providers::Offer;
use crate::invitations;
use crate::product::Crewdesk;
use crate::users::{self, Lifecycle, User};

/// A try to sign in.
#[derive(Debug, Clone)]
pub struct SignIn {
    /// Who it claims to be.
    pub identity: Identity,
    /// The password.
    pub password: Secret,
    /// The organisation, where the account may have several.
    pub organisation_id: Option<OrganisationId>,
    /// The second factor, from those who know that it will be asked for.
    pub code: Option<Secret>,
    /// What a device keeps that is trusted.
    pub device: Option<Token>,
}

/// What a right password leads to.
#[derive(Debug, Clone)]
pub enum Outcome {
    /// Signed in.
    SignedIn(SignedIn),
    /// The account has a second factor: ask for it, then call `second_step` with the ticket.
    SecondFactor {
        /// Stands for the right password; it lives for some minutes and is used once.
        ticket: Token,
        /// What may be shown.
        methods: Vec<Second>,
        /// For how many days the device may be trusted; 0 for not at all.
        trust_days: i64,
    },
    /// The account is in several organisations: ask which, then call `choose` with the ticket.
    Choose {
        /// Stands for what was proven; it lives for some minutes and is used once.
        ticket: Token,
        /// Where the account may sign in.
        organisations: Vec<Membership>,
    },
    /// The organisation lets people in by an identity provider alone: send them there with the ticket, which
    /// connects their account (see `identity_providers::begin`).
    Provider {
        /// Stands for the right password; it lives for some minutes and is used once.
        ticket: Token,
        /// By which they may come in.
        offers: Vec<Offer>,
    },
}

/// Signs in.
///
/// # Errors
/// [`Error::Unauthenticated`] with `credentials_wrong` or `account_locked`; after a right password with
/// `code_wrong`, and [`Error::Forbidden`] saying why the user may not sign in; [`Error::TooMany`] where too many
/// wait.
pub async fn sign_in(crewdesk: &Crewdesk, origin: &Origin, attempt: SignIn) -> Result<Outcome> {
    let mut first = prove_password(crewdesk, origin, &attempt).await?;
    let proof = &first.proof;
    let Asked { methods, trust_days } =
        second_factor::asked(crewdesk, &proof.target, &proof.account).await?;
    if methods.is_empty() {
        return go_on(crewdesk, origin, proof).await;
    }
    let device = attempt.device.as_ref();
    if second_factor::is_trusted(crewdesk, proof, device, trust_days).await? {
        first.proof.second = Some(Second::TrustedDevice);
    } else {
        let Some(code) = &attempt.code else {
            let ticket = second_factor::ask(crewdesk, origin, proof).await?;
            return Ok(Outcome::SecondFactor { ticket, methods, trust_days });
        };
        let second = second_factor::prove(crewdesk, origin, &first.proof, code, None).await?;
        first.proof.second = Some(second);
    }
    go_on(crewdesk, origin, &first.proof).await
}

/// What follows once everything is proven that is asked for.
pub(super) async fn go_on(crewdesk: &Crewdesk, origin: &Origin, proof: &Proof) -> Result<Outcome> {
    match decide(&proof.known()) {
        Step::Open(membership) => {
            let actor = Actor::anonymous(origin.clone());
            let signed_in = crewdesk.write_in(membership.organisation_id, &actor, async |cx| {
                enter(cx, &membership, proof).await
            });
            let entered = signed_in.await;
            if matches!(entered, Err(Error::Forbidden(Code::AddressNotAllowed))) {
                note(crewdesk, origin, &proof.target, Verdict::NotAllowed).await?;
            }
            if matches!(entered, Err(Error::Forbidden(Code::SingleSignOnOnly))) {
                note(crewdesk, origin, &proof.target, Verdict::NotAllowed).await?;
                return ask_by_which(crewdesk, origin, &membership, proof).await;
            }
            Ok(Outcome::SignedIn(entered?))
        }
        Step::Choose(organisations) => {
            let ticket = ask_where(crewdesk, origin, proof).await?;
            Ok(Outcome::Choose { ticket, organisations })
        }
        Step::Refuse(code) => {
            note(crewdesk, origin, &proof.target, Verdict::NotAllowed).await?;
            Err(Error::Forbidden(code))
        }
    }
}

/// The ticket that stands for the proof while the person chooses.
async fn ask_where(crewdesk: &Crewdesk, origin: &Origin, proof: &Proof) -> Result<Token> {
    let actor = Actor::anonymous(origin.clone());
    let ticket = crewdesk.write_in(Crewdesk::INSTALLATION, &actor, async |cx| {
        let account = proof.still_right(cx).await?;
        tries::unlock(cx, account.id.as_uuid()).await?;
        let so_far = SoFar { organisation: None, second: proof.second, trust: proof.trust };
        tickets::issue(cx, account.id, Next::Organisation, so_far).await
    });
    ticket.await
}

/// The ticket with which somebody goes on to a provider of the organisation.
async fn ask_by_which(
    crewdesk: &Crewdesk,
    origin: &Origin,
    there: &Membership,
    proof: &Proof,
) -> Result<Outcome> {
    let actor = Actor::anonymous(origin.clone());
    let asked = crewdesk.write_in(there.organisation_id, &actor, async |cx| {
        let account = proof.still_right(cx).await?;
        by_which(cx, account.id).await
    });
    asked.await
}

/// Opens the session, if everything is still as it was when it was proven.
pub(super) async fn enter(
    cx: &mut Cx<'_>,
    membership: &Membership,
    proof: &Proof,
) -> Result<SignedIn> {
    let account = proof.still_right(cx).await?;
    if proof.second.is_none() && factors::any(cx.tx, account.id).await? {
        // Added a moment ago.
        return Err(Error::Unauthenticated(Code::CredentialsWrong));
    }
    let gone = Error::Forbidden(Code::NoOrganisation);
    let user = users::load(cx, membership.user_id).await?.ok_or(gone)?;
    may_enter(user.lifecycle).map_err(Error::Forbidden)?;
    let user = match user.lifecycle {
        Lifecycle::Invited => invitations::accept_by_sign_in(cx, &account, user).await?,
        _ => user,
    };
    tries::unlock(cx, account.id.as_uuid()).await?;
    let opened = open(cx, &user, &account, proof.method, proof.second).await?;
    trusting(cx, &user, opened, proof.trust).await
}

/// The same session, with the device trusted where that was asked for.
pub(super) async fn trusting(
    cx: &mut Cx<'_>,
    user: &User,
    opened: SignedIn,
    trust: bool,
) -> Result<SignedIn> {
    let device = if trust { factors::trust(cx, user).await? } else { None };
    Ok(SignedIn { device, ..opened })
}
