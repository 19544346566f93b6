//! Taking somebody's factors away, because they have lost what they had.

use db::{Tx, params};
use kernel::ids::{AccountId, UserId};
use kernel::{Code, Error, Result};
use serde_json::json;

use super::distrust_all;
use super::own::{Standing, standing_of, subject};
use super::recovery;
use super::table::{REMOVE_ALL, REMOVE_CODES};
use crate::access::Action;
use crate::accounts::{self, reach};
use crate::audit::Event;
use crate::cx::Cx;
use crate::jobs::MailTemplate;
use crate::sessions;
use crate::users::{self, User};

/// How a user's second factors stand.
///
/// # Errors
/// As for every verb on a person.
pub async fn of_user(cx: &mut Cx<'_>, id: UserId) -> Result<Standing> {
    let user = users::find(cx, id, Action::UsersResetFactors).await?.user;
    standing_of(cx, &user).await
}

/// Takes all factors and recovery codes of a user away and ends their sessions; they are told. They sign in with
/// the password alone, or choose one by a code where they have none, and where a second factor is required, they add
/// one then.
///
/// # Errors
/// [`Error::Conflict`] with `no_second_factor`, and with `factors_owned_by_person` where the account is a user of
/// other organisations as well (SECURITY.md decision 2), and with `no_channel` where no code could reach whoever has no
/// password; [`Error::Forbidden`] with `not_yourself` or
/// `fresh_sign_in_required`; as for every verb on a person.
pub async fn reset(cx: &mut Cx<'_>, id: UserId) -> Result<User> {
    let found = users::find(cx, id, Action::UsersResetFactors).await?;
    if found.relation.is_self {
        return Err(Error::Forbidden(Code::NotYourself));
    }
    if !cx.actor().is_system() {
        sessions::require_fresh(cx)?;
    }
    let user = found.user;
    users::guard_sight(cx, &user, user.group_id).await?;
    let account = accounts::lock(cx.tx, user.account_id).await?;
    let kinds: Vec<_> = standing_of(cx, &user).await?.factors.iter().map(|one| one.kind).collect();
    // First of all, so that the other answers are about people who have signed in here (SECURITY.md S9).
    if kinds.is_empty() {
        return Err(Error::conflict(Code::NoSecondFactor));
    }
    if !cx.actor().is_system() && !accounts::is_alone(cx, &account).await? {
        return Err(Error::conflict(Code::FactorsOwnedByPerson));
    }
    // Whoever has no password comes back by a code.
    if account.password_hash.is_none() && reach::Way::of(&account).is_none() {
        return Err(Error::conflict(Code::NoChannel));
    }
    clear(cx.tx, account.id).await?;
    sessions::end_of_account(cx, account.id, None).await?;
    let by = cx.actor().principal().map(|me| me.display_name.clone()).unwrap_or_default();
    let facts = [("by", by.as_str())];
    reach::tell(cx, &account, MailTemplate::FactorsReset, &facts).await?;
    reach::tell_inside(cx, &user, MailTemplate::FactorsReset, &facts).await?;
    cx.record(Event::new("user.factors_reset", subject(&user)).with(json!({"kinds": kinds})))
        .await?;
    Ok(user)
}

/// Takes away what an account had before it was certainly its person's: whoever chose a password for an address
/// that is not theirs may have added factors as well.
pub(crate) async fn begin_anew(cx: &mut Cx<'_>, account: AccountId) -> Result<()> {
    clear(cx.tx, account).await
}

/// How many recovery codes are left.
pub(crate) async fn left(tx: &mut Tx, account: AccountId) -> Result<i64> {
    recovery::left(tx, account).await
}

async fn clear(tx: &mut Tx, account: AccountId) -> Result<()> {
    tx.execute(REMOVE_ALL, &params![account]).await?;
    tx.execute(REMOVE_CODES, &params![account]).await?;
    distrust_all(tx, account).await
}
