use db::params;
use kernel::ids::{OrganisationId, SessionId, UserId};
use kernel::{Result, Timestamp, Token};
use serde_json::json;

use super::limits::Limits;
use super::sign_ins::{self, Verdict};
use super::table::INSERT;
use crate::access::SessionKind;
use crate::accounts::{self, Account, reach};
use crate::audit::{Event, Subject};
use crate::cx::Cx;
use crate::factors::{self, Demand, Second, TrustedDevice};
use crate::identity_providers;
use crate::jobs::MailTemplate;
use crate::organisations;
use crate::users::{self, User};

kernel::vocabulary! {
    /// How somebody proved who they are.
    Method {
        /// By a password.
        Password = "password",
        /// By a passkey.
        Passkey = "passkey",
        /// By the link of an invitation.
        Invitation = "invitation",
        /// By the link that ends a registration.
        SignUp = "sign_up",
        /// By a session in another organisation.
        Switch = "switch",
        /// By an identity provider.
        SingleSignOn = "single_sign_on",
    }
}

/// A new session, as it is told to its holder.
#[derive(Debug, Clone)]
pub struct SignedIn {
    /// The secret; it is shown this once.
    pub token: Token,
    /// The session.
    pub session_id: SessionId,
    /// The user.
    pub user_id: UserId,
    /// The organisation.
    pub organisation_id: OrganisationId,
    /// When it ends at the latest; unused, it ends before.
    pub expires_at: Timestamp,
    /// Whether a password given by somebody else must be replaced first.
    pub must_change_password: bool,
    /// Whether a second factor is missing that the organisation asks for.
    pub second_factor: Demand,
    /// The device that is trusted from now on, if that was asked for and may be.
    pub device: Option<TrustedDevice>,
}

/// Opens a session in the organisation of `cx` for a user who has proven who they are, and records it. Whoever
/// comes from a network that the organisation does not allow gets none.
pub(crate) async fn open(
    cx: &mut Cx<'_>,
    user: &User,
    account: &Account,
    method: Method,
    second: Option<Second>,
) -> Result<SignedIn> {
    let never = Timestamp::from_micros(i64::MAX);
    open_until(cx, user, account, (method, second), (cx.now, never)).await
}

/// What follows from what somebody has shown.
pub(super) struct Admitted {
    /// The account as it is afterwards.
    pub account: Account,
    /// What binds the session.
    pub limits: Limits,
    /// What is asked for beside it.
    pub demand: Demand,
}

/// Whether somebody who has shown this may be in the organisation of `cx`, and what follows.
pub(super) async fn admit(
    cx: &mut Cx<'_>,
    user: &User,
    account: &Account,
    (method, second): (Method, Option<Second>),
) -> Result<Admitted> {
    organisations::guard_network(cx).await?;
    identity_providers::guard_method(cx, user, method).await?;
    let limits = Limits::of(cx, user).await?;
    let account = match method {
        Method::Password => accounts::expire_old(cx, account, limits.password_days).await?,
        _ => account.clone(),
    };
    if method != Method::Switch {
        tell_of_code(cx, user, &account, second).await?;
    }
    // Something else than what the password came by (ADR 0016).
    if account.reset_by.is_some() && second.is_some_and(|second| second.sent() != account.reset_by)
    {
        accounts::forget_reset(cx, account.id).await?;
    }
    let demand = factors::demand(cx, user, &limits.settings, second).await?;
    Ok(Admitted { account, limits, demand })
}

/// The same with the times of the proof and of the end of what it was proven by.
pub(super) async fn open_until(
    cx: &mut Cx<'_>,
    user: &User,
    account: &Account,
    (method, second): (Method, Option<Second>),
    (authenticated_at, latest): (Timestamp, Timestamp),
) -> Result<SignedIn> {
    let admitted = admit(cx, user, account, (method, second)).await?;
    let Admitted { account, limits, demand } = &admitted;
    limits.make_place(cx, user).await?;
    if method != Method::Switch {
        accounts::notice_device(cx, user, account).await?;
    }
    let demand = *demand;
    let expires_at = latest.min(limits.ends_at);
    let token = Token::generate("cds", cx.entropy);
    let session_id: SessionId = cx.id();
    let origin = cx.actor().origin.clone();
    let values = params![
        session_id,
        token.hash(),
        SessionKind::Session,
        account.id,
        user.id,
        cx.organisation_id,
        "",
        None::<String>,
        origin.address,
        origin.client.clone(),
        authenticated_at,
        cx.now,
        expires_at.min(cx.now.plus(limits.idle)),
        expires_at,
        second,
        demand.is_now(),
    ];
    cx.tx.execute(INSERT, &values).await?;
    users::set_signed_in(cx.tx, user, cx.now).await?;
    sign_ins::log(cx, account.id, Some(user.id), (method, second), Verdict::Success).await?;
    cx.proven(user);
    let subject = Subject::new("user", user.id.as_uuid(), &user.display_name);
    let facts = json!({"session_id": session_id, "method": method, "second_factor": second, "client": origin.client});
    cx.record(Event::new("session.started", subject).with(facts)).await?;
    Ok(SignedIn {
        token,
        session_id,
        user_id: user.id,
        organisation_id: cx.organisation_id,
        expires_at,
        must_change_password: account.must_change_password,
        second_factor: demand,
        device: None,
    })
}

/// Tells the person that a recovery code was used, and how many are left.
async fn tell_of_code(
    cx: &mut Cx<'_>,
    user: &User,
    account: &Account,
    second: Option<Second>,
) -> Result<()> {
    if second != Some(Second::RecoveryCode) {
        return Ok(());
    }
    let left = factors::left(cx.tx, account.id).await?.to_string();
    let facts = [("left", left.as_str())];
    reach::tell(cx, account, MailTemplate::RecoveryCodeUsed, &facts).await?;
    reach::tell_inside(cx, user, MailTemplate::RecoveryCodeUsed, &facts).await
}
