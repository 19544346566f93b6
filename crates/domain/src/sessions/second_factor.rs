//! The second factor of a sign-in (SPEC ACC-5): asked for once the first is right, and never before.

use db::{Tx, params};
use kernel::{Code, Error, Result, Secret, Token};

use super::proof::{Proof, Target};
use super::refused::note;
use super::sign_ins::Verdict;
use super::table::GIVEN;
use super::tries;
use crate::accounts::tickets::{self, Next, SoFar};
use crate::accounts::{Account, Purpose, sent};
use crate::actor::{Actor, Origin, Surface};
use crate::cx::Cx;
use crate::factors::{self, Allowed, Second};
use crate::product::Crewdesk;
use crate::settings::{self, Key};
use crate::users;

/// What somebody is asked who signs in.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Asked {
    /// What may be shown as the second factor; nothing where none is asked for.
    pub methods: Vec<Second>,
    /// For how many days the device may be trusted; 0 for not at all.
    pub trust_days: i64,
}

/// What an account is asked for. Codes count where one organisation or another lets them that this sign-in may lead to,
/// and a device may be trusted for as long as all of them let it.
pub(super) async fn asked(
    crewdesk: &Crewdesk,
    target: &Target,
    account: &Account,
) -> Result<Asked> {
    let id = account.id;
    if !crewdesk.db().read(async |tx: &mut Tx| factors::any(tx, id).await).await? {
        return Ok(Asked::default());
    }
    let system = Actor::system("sessions", Origin::local(Surface::Job, ""));
    let (mut allowed, mut days) = (Allowed::default(), None::<i64>);
    for there in target.may_lead_to() {
        let (organisation, user) = (there.organisation_id, there.user_id);
        let here = crewdesk.read_in(organisation, &system, async |cx| {
            let user = users::load(cx, user).await?.ok_or(Error::NotFound)?;
            let values = settings::of_user(cx, &user).await?;
            Ok((Allowed::of(&values), values.number(Key::TrustedDeviceDays)))
        });
        let (codes, trust) = here.await?;
        allowed = allowed.or(codes);
        days = Some(days.map_or(trust, |days| days.min(trust)));
    }
    let read = crewdesk.db().read(async |tx: &mut Tx| factors::methods(tx, account, allowed).await);
    Ok(Asked { methods: read.await?, trust_days: days.unwrap_or_default() })
}

/// Whether the device that somebody comes with stands for the second factor.
pub(super) async fn is_trusted(
    crewdesk: &Crewdesk,
    proof: &Proof,
    device: Option<&Token>,
    days: i64,
) -> Result<bool> {
    let Some(device) = device else { return Ok(false) };
    let (id, now) = (proof.account.id, crewdesk.clock().now());
    let noted = crewdesk
        .db()
        .write_on_the_way(async |tx: &mut Tx| factors::trusts(tx, id, device, days, now).await);
    noted.await
}

/// Looks at what was typed and uses it up, together with the ticket if there is one. The caller has counted the
/// try, in a transaction that is committed whatever comes of it (SECURITY.md S5).
pub(super) async fn prove(
    crewdesk: &Crewdesk,
    origin: &Origin,
    proof: &Proof,
    typed: &Secret,
    ticket: Option<&Token>,
) -> Result<Second> {
    let id = proof.account.id;
    let looked = crewdesk.db().write_on_the_way(async |tx: &mut Tx| {
        let now = crewdesk.clock().now();
        let found = factors::accept(tx, crewdesk.sealer(), id, typed.expose(), now).await?;
        if let (Some(_), Some(ticket)) = (found, ticket) {
            tickets::redeem(tx, ticket, Next::SecondFactor, now).await?;
        }
        Ok::<_, Error>(found)
    });
    if let Some(second) = looked.await? {
        return Ok(second);
    }
    if let Some(ticket) = ticket
        && let Some(second) = prove_sent(crewdesk, &proof.account, typed, ticket).await?
    {
        return Ok(second);
    }
    let locked = note(crewdesk, origin, &proof.target, Verdict::WrongSecondFactor).await?;
    Err(Error::Unauthenticated(if locked { Code::AccountLocked } else { Code::CodeWrong }))
}

/// The same for a code that was sent for this ticket.
async fn prove_sent(
    crewdesk: &Crewdesk,
    account: &Account,
    typed: &Secret,
    ticket: &Token,
) -> Result<Option<Second>> {
    let (id, now) = (account.id, crewdesk.clock().now());
    let to = (Purpose::SignIn, ticket.hash());
    let proven = sent::prove_bound(crewdesk, id, to, typed.expose()).await?;
    let Some((code, kind)) = proven else { return Ok(None) };
    let taken = crewdesk.db().write(async |tx: &mut Tx| {
        if !sent::take(tx, code, now).await? {
            return Ok(None);
        }
        tickets::redeem(tx, ticket, Next::SecondFactor, now).await?;
        factors::accept_sent(tx, id, kind, now).await
    });
    taken.await
}

/// The ticket that stands for the right password while the person looks for the second factor. The counted try
/// is taken back, but not those before it.
pub(super) async fn ask(crewdesk: &Crewdesk, origin: &Origin, proof: &Proof) -> Result<Token> {
    let actor = Actor::anonymous(origin.clone());
    let ticket = crewdesk.write_in(Crewdesk::INSTALLATION, &actor, async |cx| {
        proof.still_right(cx).await?;
        tries::give_back(cx, proof.account.id.as_uuid()).await?;
        let so_far = SoFar { organisation: proof.target.organisation, ..SoFar::default() };
        tickets::issue(cx, proof.account.id, Next::SecondFactor, so_far).await
    });
    ticket.await
}

/// Notes that the actor's session has shown a second factor just now.
pub(crate) async fn given(cx: &mut Cx<'_>, second: Second) -> Result<()> {
    let session = cx.principal()?.session_id;
    match cx.tx.execute(GIVEN, &params![session, second]).await? {
        0 => Err(Error::NotFound),
        _ => Ok(()),
    }
}
