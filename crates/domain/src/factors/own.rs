use db::params;
use kernel::ids::{AccountId, FactorId};
use kernel::{Code, Error, Result, Timestamp};
use serde_json::json;

use super::recovery::{self, RecoveryCodes};
use super::table::{FactorRow, LIST, REMOVE, REMOVE_CODES};
use super::{Allowed, Kind, distrust_all, required};
use crate::access::Action;
use crate::accounts::{self, reach};
use crate::audit::{Event, Subject};
use crate::cx::Cx;
use crate::jobs::MailTemplate;
use crate::sessions;
use crate::settings;
use crate::users::{self, User};

/// How somebody's second factors stand. Of whoever has never signed in here nothing is told that belongs to the account,
/// which may be an older one (SECURITY.md S9).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// What they have.
    pub factors: Vec<FactorRow>,
    /// How many recovery codes are left.
    pub codes_left: i64,
    /// Whether this organisation asks for a second factor.
    pub is_required: bool,
    /// Until when somebody who has none that counts may put it off.
    pub due_at: Option<Timestamp>,
    /// Which codes by mail and text message count.
    pub allowed: Allowed,
    /// Whether they have a password. Nor is that told to whoever came in by a provider.
    pub has_password: Option<bool>,
}

impl Standing {
    /// Whether they have this kind.
    pub fn has(&self, kind: Kind) -> bool {
        self.factors.iter().any(|one| one.kind == kind)
    }
    /// Whether anything they have counts, leaving one out.
    fn counts_without(&self, out: Option<FactorId>) -> bool {
        let rest = self.factors.iter().filter(|one| Some(one.id) != out);
        rest.into_iter().any(|one| self.allowed.takes(one.kind))
    }
}

/// How a user's second factors stand, for callers who may see that.
pub(super) async fn standing_of(cx: &mut Cx<'_>, user: &User) -> Result<Standing> {
    let is_known = cx.actor().user_id() == Some(user.id) || user.signed_in_at().is_some();
    let (factors, codes_left) =
        if is_known { owned(cx, user.account_id).await? } else { (Vec::new(), 0) };
    let values = settings::of_user(cx, user).await?;
    let (is_required, due_at) = required::is_required(cx, user, &values).await?;
    let allowed = Allowed::of(&values);
    let has_password = has_password(cx, user).await?;
    let standing = Standing { factors, codes_left, is_required, due_at, allowed, has_password };
    let due_at = due_at.filter(|_| !standing.counts_without(None));
    Ok(Standing { due_at, ..standing })
}

async fn owned(cx: &mut Cx<'_>, account: AccountId) -> Result<(Vec<FactorRow>, i64)> {
    let factors = cx.tx.few::<FactorRow>(LIST, &params![account]).await?;
    Ok((factors, recovery::left(cx.tx, account).await?))
}

async fn has_password(cx: &mut Cx<'_>, user: &User) -> Result<Option<bool>> {
    if cx.principal()?.user_id == user.id {
        return accounts::has_password(cx).await;
    }
    if user.signed_in_at().is_none() {
        return Ok(None);
    }
    Ok(Some(accounts::of_user(cx, user).await?.password_hash.is_some()))
}

/// How one's own second factors stand.
///
/// # Errors
/// [`Error::Unauthenticated`] for a stranger.
pub async fn standing(cx: &mut Cx<'_>) -> Result<Standing> {
    cx.require(Action::FactorsOwn)?;
    let me = users::myself(cx).await?;
    standing_of(cx, &me).await
}

/// Takes one of one's own factors away. With the last one go the recovery codes.
///
/// # Errors
/// [`Error::Conflict`] with `second_factor_kept` for the last one that counts where the organisation asks for one, and
/// with `passkey_kept` for the last passkey of whoever has no password; [`Error::NotFound`]; [`Error::Forbidden`] with `fresh_sign_in_required`.
pub async fn remove(cx: &mut Cx<'_>, id: FactorId) -> Result<()> {
    cx.require(Action::FactorsOwn)?;
    sessions::require_fresh(cx)?;
    let me = users::myself(cx).await?;
    let account = accounts::lock(cx.tx, me.account_id).await?;
    let standing = standing_of(cx, &me).await?;
    let gone = standing.factors.iter().find(|factor| factor.id == id).ok_or(Error::NotFound)?;
    let needed = standing.is_required && standing.allowed.takes(gone.kind);
    if needed && !standing.counts_without(Some(id)) {
        return Err(Error::conflict(Code::SecondFactorKept));
    }
    let others = standing.factors.iter().filter(|one| one.id != id);
    let no_other_passkey = !others.into_iter().any(|one| one.kind == Kind::Passkey);
    if account.password_hash.is_none() && gone.kind == Kind::Passkey && no_other_passkey {
        return Err(Error::conflict(Code::PasskeyKept));
    }
    if standing.factors.len() == 1 {
        cx.tx.execute(REMOVE_CODES, &params![account.id]).await?;
    }
    cx.tx.execute(REMOVE, &params![account.id, id]).await?;
    distrust_all(cx.tx, account.id).await?;
    let facts = [("factor", gone.name.as_str())];
    reach::tell(cx, &account, MailTemplate::FactorRemoved, &facts).await?;
    reach::tell_inside(cx, &me, MailTemplate::FactorRemoved, &facts).await?;
    let facts = json!({"factor_id": id, "kind": gone.kind, "name": gone.name});
    cx.record(Event::new("factor.removed", subject(&me)).with(facts)).await
}

/// Makes ten new recovery codes, shown this once; the former ones are void.
///
/// # Errors
/// [`Error::Conflict`] with `no_second_factor` for whoever has none; [`Error::Forbidden`] with
/// `fresh_sign_in_required`.
pub async fn new_codes(cx: &mut Cx<'_>) -> Result<RecoveryCodes> {
    cx.require(Action::FactorsOwn)?;
    sessions::require_fresh(cx)?;
    let me = users::myself(cx).await?;
    let account = accounts::lock(cx.tx, me.account_id).await?;
    if standing_of(cx, &me).await?.factors.is_empty() {
        return Err(Error::conflict(Code::NoSecondFactor));
    }
    let codes = recovery::make(cx, account.id).await?;
    reach::tell(cx, &account, MailTemplate::RecoveryCodesNew, &[]).await?;
    reach::tell_inside(cx, &me, MailTemplate::RecoveryCodesNew, &[]).await?;
    cx.record(Event::new("factor.codes_renewed", subject(&me))).await?;
    Ok(codes)
}

pub(super) fn subject(user: &User) -> Subject {
    Subject::new("user", user.id.as_uuid(), &user.display_name)
}
