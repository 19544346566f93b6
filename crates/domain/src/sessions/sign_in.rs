//! Signing in with a password (SPEC ACC-4, ACC-9; SECURITY.md S5, S9).
//!
//! 1. One transaction counts the try and commits, for accounts and for names nobody has alike.
//! 2. The password is compared outside any transaction; where there is none, with a decoy.
//! 3. Another transaction, under the organisation's lock, opens the session or writes down the failure.
//!
//! Unknown, wrong and locked are told alike whether or not an account exists: after as many wrong tries
//! as are allowed, `account_locked` is answered for any name, whatever the password. A locked account is
//! unlocked by a one-time code (`accounts::codes`); sessions that live already stay untouched. Only after
//! a right password does an answer say more.

use kernel::ids::OrganisationId;
use kernel::{Code, Error, Result, Secret, Span, Token};
use serde_json::json;
use tokio::sync::SemaphorePermit;
use uuid::Uuid;

use super::open::{Method, SignedIn, open};
use super::sign_ins::{self, Verdict};
use super::tries::{self, Admission};
use crate::accounts::{self, Account, Identity, Membership, tickets};
use crate::actor::{Actor, Origin};
use crate::audit::{Event, Subject};
use crate::cx::Cx;
use crate::invitations;
use crate::jobs::MailTemplate;
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

/// What a name that somebody signs in with led to.
struct Target {
    account: Option<Account>,
    memberships: Vec<Membership>,
    organisation: Option<OrganisationId>,
    subject: Uuid,
}

/// A right password. Its place is kept until the session is open, which forgets the counted try.
pub(crate) struct Proof<'a> {
    target: Target,
    pub(crate) account: Account,
    _place: SemaphorePermit<'a>,
}

impl Target {
    /// Whose affair a failure is: the organisation asked for, or the only one.
    fn home(&self) -> Option<&Membership> {
        let wanted = self.organisation;
        match self.memberships.as_slice() {
            [only] if wanted.is_none_or(|id| id == only.organisation_id) => Some(only),
            several => several.iter().find(|m| Some(m.organisation_id) == wanted),
        }
    }
}

/// Signs in.
///
/// # Errors
/// [`Error::Unauthenticated`] with `credentials_wrong` or `account_locked`; after a right password
/// [`Error::Forbidden`] saying why the user may not sign in; [`Error::TooMany`] where too many wait.
pub async fn sign_in(crewdesk: &Crewdesk, origin: &Origin, attempt: SignIn) -> Result<Outcome> {
    let SignIn { identity, password, organisation_id } = attempt;
    let Proof { target, account, _place } =
        prove_password(crewdesk, origin, &identity, &password, organisation_id).await?;
    let memberships = open_to(&account, &target.memberships);
    match pick(&memberships, target.organisation) {
        Pick::One(membership) => {
            let actor = Actor::anonymous(origin.clone());
            let signed_in = crewdesk.write_in(membership.organisation_id, &actor, async |cx| {
                enter(cx, &membership, &account, Method::Password).await
            });
            let entered = signed_in.await;
            if matches!(entered, Err(Error::Forbidden(Code::AddressNotAllowed))) {
                note(crewdesk, origin, &target, Verdict::NotAllowed).await?;
            }
            Ok(Outcome::SignedIn(entered?))
        }
        Pick::Several(organisations) => {
            let actor = Actor::anonymous(origin.clone());
            let ticket = crewdesk.write_in(Crewdesk::INSTALLATION, &actor, async |cx| {
                same_password(cx, &account).await?;
                tries::unlock(cx, account.id.as_uuid()).await?;
                tickets::issue(cx, account.id).await
            });
            Ok(Outcome::Choose { ticket: ticket.await?, organisations })
        }
        Pick::Refused(code) => {
            note(crewdesk, origin, &target, Verdict::NotAllowed).await?;
            Err(Error::Forbidden(code))
        }
    }
}

/// Counts the try, then compares the password; answers only if it was right.
pub(crate) async fn prove_password<'a>(
    crewdesk: &'a Crewdesk,
    origin: &Origin,
    identity: &Identity,
    password: &Secret,
    organisation: Option<OrganisationId>,
) -> Result<Proof<'a>> {
    let place = crewdesk.hasher().admit().await?;
    let (target, admission) = begin(crewdesk, identity, organisation).await?;
    match admission {
        Admission::Admitted => {}
        Admission::Busy => return Err(Error::TooMany { retry_after: Span::seconds(1) }),
        Admission::Locked => {
            note(crewdesk, origin, &target, Verdict::Locked).await?;
            return Err(Error::Unauthenticated(Code::AccountLocked));
        }
    }
    let stored = target.account.as_ref().and_then(|account| account.password_hash.as_deref());
    let right = crewdesk.hasher().verify(password, stored).await?;
    match &target.account {
        Some(account) if right => {
            let account = account.clone();
            Ok(Proof { target, account, _place: place })
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
        .write(async |tx| {
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

/// Writes down a sign-in that did not happen, in a transaction that commits although it is refused.
/// Answers whether the name is locked now.
async fn note(
    crewdesk: &Crewdesk,
    origin: &Origin,
    target: &Target,
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
                sign_ins::log(cx, account.id, user, Method::Password, verdict).await?;
            }
            let facts = json!({"method": Method::Password, "result": verdict});
            cx.record(Event::new("session.refused", subject.clone()).with(facts)).await?;
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

/// An invitation is for whoever reads the address; a password opens it only where that is certain.
fn open_to(account: &Account, memberships: &[Membership]) -> Vec<Membership> {
    let certain = account.is_the_persons();
    let open = memberships.iter().filter(|m| certain || m.lifecycle != Lifecycle::Invited);
    open.cloned().collect()
}

/// Where a right password leads.
#[derive(Debug, PartialEq, Eq)]
enum Pick {
    One(Membership),
    Several(Vec<Membership>),
    Refused(Code),
}

fn pick(memberships: &[Membership], wanted: Option<OrganisationId>) -> Pick {
    if let Some(found) = memberships.iter().find(|m| Some(m.organisation_id) == wanted) {
        return match may_enter(found.lifecycle) {
            Ok(()) => Pick::One(found.clone()),
            Err(code) => Pick::Refused(code),
        };
    }
    let those = |lifecycle| -> Vec<Membership> {
        memberships.iter().filter(|m| m.lifecycle == lifecycle).cloned().collect()
    };
    // An invitation is accepted by the first sign-in, but does not stand in the way of another one.
    let mut open = those(Lifecycle::Active);
    if open.is_empty() {
        open = those(Lifecycle::Invited);
    }
    match (open.pop(), open.is_empty()) {
        (Some(only), true) => Pick::One(only),
        (Some(last), false) => {
            open.push(last);
            Pick::Several(open)
        }
        (None, _) if memberships.iter().any(|m| m.lifecycle == Lifecycle::Suspended) => {
            Pick::Refused(Code::UserSuspended)
        }
        (None, _) if memberships.is_empty() => Pick::Refused(Code::NoOrganisation),
        (None, _) => Pick::Refused(Code::UserDeactivated),
    }
}

const fn may_enter(lifecycle: Lifecycle) -> Result<(), Code> {
    match lifecycle {
        Lifecycle::Active | Lifecycle::Invited => Ok(()),
        Lifecycle::Suspended => Err(Code::UserSuspended),
        Lifecycle::Deactivated => Err(Code::UserDeactivated),
    }
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

#[cfg(test)]
mod tests {
    use kernel::Code;
    use kernel::ids::{OrganisationId, UserId};
    use uuid::Uuid;

    use super::{Membership, Pick, pick};
    use crate::users::Lifecycle::{self, Active, Deactivated, Invited, Suspended};

    fn membership(n: u128, lifecycle: Lifecycle) -> Membership {
        Membership {
            organisation_id: OrganisationId::from_uuid(Uuid::from_u128(n)),
            organisation: format!("Organisation {n}"),
            user_id: UserId::from_uuid(Uuid::from_u128(100 + n)),
            lifecycle,
        }
    }

    #[test]
    fn an_active_membership_goes_before_an_invitation() {
        let both = [membership(1, Invited), membership(2, Active)];
        assert_eq!(pick(&both, None), Pick::One(both[1].clone()));
        assert_eq!(pick(&both, Some(both[0].organisation_id)), Pick::One(both[0].clone()));
        assert_eq!(pick(&both[..1], None), Pick::One(both[0].clone()));
    }

    #[test]
    fn several_are_asked_about() {
        let three = [membership(1, Active), membership(2, Active), membership(3, Suspended)];
        assert_eq!(pick(&three, None), Pick::Several(three[..2].to_vec()));
    }

    #[test]
    fn who_may_not_sign_in_is_told_why() {
        let out = [membership(1, Suspended), membership(2, Deactivated)];
        assert_eq!(pick(&out, None), Pick::Refused(Code::UserSuspended));
        assert_eq!(pick(&out[1..], None), Pick::Refused(Code::UserDeactivated));
        assert_eq!(pick(&[], None), Pick::Refused(Code::NoOrganisation));
    }
}
