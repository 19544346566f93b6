//! The second step of a sign-in: what is asked for once the password was right (SPEC ACC-5).

use db::Tx;
use kernel::{Code, Error, Result, Secret, Span, Token};

use super::open::Method;
use super::proof::{Proof, Target};
use super::refused::note;
use super::second_factor::{self, Asked};
use super::sign_in::{Outcome, go_on};
use super::sign_ins::Verdict;
use super::tries::{self, Admission};
use crate::accounts::tickets::{self, Next};
use crate::accounts::{self, Account, Purpose, sent};
use crate::actor::{Actor, Origin};
use crate::factors::{self, Second};
use crate::product::Crewdesk;

/// What somebody is asked for who holds this ticket.
///
/// # Errors
/// [`Error::Unauthenticated`] for a ticket that is used, too old or none.
pub async fn asked_for(crewdesk: &Crewdesk, ticket: &Token) -> Result<Asked> {
    let (target, account) = look(crewdesk, ticket).await?;
    second_factor::asked(crewdesk, &target, &account).await
}

/// Whom a living ticket is for, and where it may lead.
async fn look(crewdesk: &Crewdesk, ticket: &Token) -> Result<(Target, Account)> {
    let now = crewdesk.clock().now();
    let looked = crewdesk.db().read(async |tx: &mut Tx| {
        let (id, so_far) = tickets::look(tx, ticket, Next::SecondFactor, now).await?;
        Ok::<_, Error>((Target::of_ticket(tx, id, so_far).await?, accounts::seen(tx, id).await?))
    });
    looked.await
}

/// Sends the code that may be shown, to the account's own address or number; a former one is void. The ticket then
/// lives as long as the code.
///
/// # Errors
/// [`Error::Unauthenticated`] for a ticket that is used, too old or none; [`Error::Conflict`] with
/// `no_second_factor` for what may not be shown; [`Error::TooMany`] after too many codes in a day.
pub async fn send_code(
    crewdesk: &Crewdesk,
    origin: &Origin,
    ticket: &Token,
    method: Second,
) -> Result<()> {
    let none = || Error::conflict(Code::NoSecondFactor);
    let kind = method.sent().ok_or_else(none)?;
    if !asked_for(crewdesk, ticket).await?.methods.contains(&method) {
        return Err(none());
    }
    let actor = Actor::anonymous(origin.clone());
    let verb = crewdesk.write_in(Crewdesk::INSTALLATION, &actor, async |cx| {
        let (id, _) = tickets::look(cx.tx, ticket, Next::SecondFactor, cx.now).await?;
        let account = accounts::lock(cx.tx, id).await?;
        let way = factors::way(&account, kind).ok_or_else(none)?;
        let bound = sent::bound(&ticket.hash(), kind);
        let request = Token::generate("cdr", cx.entropy).hash();
        sent::send(cx, &account, &way, Purpose::SignIn, request, &bound).await?;
        let until = cx.now.plus(cx.policy.code_life);
        tickets::keep(cx.tx, ticket, Next::SecondFactor, until).await
    });
    verb.await
}

/// Goes on with a sign-in whose password was right; `trust` asks not to be asked on this device for some days. Tries are counted together with those of the password, so that
/// beginning anew gives no further ones (SECURITY.md S5).
///
/// # Errors
/// [`Error::Unauthenticated`] with `unauthenticated` for a ticket that is used, too old or none, with `code_wrong`
/// and with `account_locked`; then as `sign_in`.
pub async fn second_step(
    crewdesk: &Crewdesk,
    origin: &Origin,
    ticket: &Token,
    typed: &Secret,
    trust: bool,
) -> Result<Outcome> {
    let mut proof = begin(crewdesk, origin, ticket).await?;
    let second = second_factor::prove(crewdesk, origin, &proof, typed, Some(ticket)).await?;
    proof.second = Some(second);
    proof.trust = trust;
    go_on(crewdesk, origin, &proof).await
}

/// The same by a passkey, whose tries are counted like those of every other second factor. It is no sign-in of its own
/// here: somebody else's is wrong.
pub(super) async fn second_step_by_passkey(
    crewdesk: &Crewdesk,
    origin: &Origin,
    ticket: &Token,
    request: &Token,
    credential: &str,
) -> Result<Outcome> {
    let mut proof = begin(crewdesk, origin, ticket).await?;
    match factors::identify(crewdesk, request, credential).await {
        Ok(account) if account == proof.account.id => {}
        Ok(_) | Err(Error::Unauthenticated(_)) => {
            let locked = note(crewdesk, origin, &proof.target, Verdict::WrongSecondFactor).await?;
            let code = if locked { Code::AccountLocked } else { Code::PasskeyRefused };
            return Err(Error::Unauthenticated(code));
        }
        Err(other) => return Err(other),
    }
    let redeemed = crewdesk.db().write_on_the_way(async |tx: &mut Tx| {
        let now = crewdesk.clock().now();
        tickets::redeem(tx, ticket, Next::SecondFactor, now).await
    });
    redeemed.await?;
    proof.second = Some(Second::Passkey);
    go_on(crewdesk, origin, &proof).await
}

/// Counts the try, if the ticket is good, and refuses it where no more are allowed.
async fn begin(crewdesk: &Crewdesk, origin: &Origin, ticket: &Token) -> Result<Proof> {
    let (proof, admission) = count(crewdesk, ticket).await?;
    match admission {
        Admission::Admitted => Ok(proof),
        Admission::Busy => Err(Error::TooMany { retry_after: Span::seconds(1) }),
        Admission::Locked => {
            note(crewdesk, origin, &proof.target, Verdict::Locked).await?;
            Err(Error::Unauthenticated(Code::AccountLocked))
        }
    }
}

async fn count(crewdesk: &Crewdesk, ticket: &Token) -> Result<(Proof, Admission)> {
    crewdesk
        .db()
        .write_on_the_way(async |tx: &mut Tx| {
            let now = crewdesk.clock().now();
            let (id, so_far) = tickets::look(tx, ticket, Next::SecondFactor, now).await?;
            let admission = tries::count(tx, id.as_uuid(), now, crewdesk.policy()).await?;
            // Not locked: whoever opens a session locks the account before the tries, and this the other way round.
            let account = accounts::seen(tx, id).await?;
            let target = Target::of_ticket(tx, id, so_far).await?;
            let method = Method::Password;
            Ok((Proof { target, account, second: None, trust: false, method }, admission))
        })
        .await
}
