//! What becomes of the account when an organisation creates or changes a user (SPEC ACC-2).

use db::params;
use kernel::ids::AccountId;
use kernel::{Code, Error, Result, Timestamp};

use super::table::{Account, BY_EMAIL, COUNT_USERS, FIND, INSERT, SET_EMAIL, SET_MOBILE};
use crate::cx::Cx;
use crate::users::{self, User};

/// The account for a new user: the one with this address, if the installation knows it, else a new one.
/// Answers as well whether it was known.
pub(crate) async fn for_new_user(cx: &mut Cx<'_>, user: &User) -> Result<(AccountId, bool)> {
    if user.email.is_some() {
        let known = cx.tx.optional::<Account>(BY_EMAIL, &params![user.email_key.clone()]).await?;
        if let Some(account) = known {
            // Of several indexes that the row would violate, each engine names another.
            if users::by_email(cx, &user.email_key).await?.is_some() {
                return Err(Error::Taken("users_email".to_owned()));
            }
            return Ok((account.id, true));
        }
    }
    let key = user.email.as_ref().map(|_| user.email_key.clone());
    let id = insert(cx, user, user.email.clone().zip(key)).await?;
    Ok((id, false))
}

/// The account for a user of whom an organisation's provider tells: always a new one, since otherwise the
/// provider could open somebody else's by naming their address. It gets the address to sign in with only
/// where that is free and has been checked.
pub(crate) async fn for_provided(cx: &mut Cx<'_>, user: &User, checked: bool) -> Result<AccountId> {
    let known = match user.email {
        Some(_) => cx.tx.optional::<Account>(BY_EMAIL, &params![user.email_key.clone()]).await?,
        None => None,
    };
    let free = user.email.clone().filter(|_| checked && known.is_none());
    let address = free.map(|email| (email, user.email_key.clone()));
    insert(cx, user, address).await
}

async fn insert(
    cx: &mut Cx<'_>,
    user: &User,
    address: Option<(String, String)>,
) -> Result<AccountId> {
    let id: AccountId = cx.id();
    let (email, key) = address.unzip();
    let values = params![id, email, key, user.language.clone(), cx.now, user.mobile.clone()];
    cx.tx.execute(INSERT, &values).await?;
    Ok(id)
}

/// Whether the account behind a user is no person's own yet and belongs to this organisation alone.
pub(crate) async fn is_nobodys_own(cx: &mut Cx<'_>, user: &User) -> Result<bool> {
    let account = super::lock(cx.tx, user.account_id).await?;
    let (users,) = cx.tx.one::<(i64,)>(COUNT_USERS, &params![user.account_id]).await?;
    Ok(!account.own_credential && users == 1)
}

/// Lets the sign-in address follow a user's changed one, as long as the account is nobody's own yet.
///
/// # Errors
/// [`Error::Conflict`] where the person has an own credential or is a user elsewhere, and where the
/// address is another account's.
pub(crate) async fn follow_email(cx: &mut Cx<'_>, user: &User) -> Result<()> {
    let account = cx.tx.one::<Account>(FIND, &params![user.account_id]).await?;
    let (users,) = cx.tx.one::<(i64,)>(COUNT_USERS, &params![user.account_id]).await?;
    if account.own_credential || users > 1 {
        return Err(Error::conflict(Code::EmailOwnedByPerson));
    }
    let key = user.email.as_ref().map(|_| user.email_key.clone());
    let values = params![user.account_id, user.email.clone(), key, cx.now, None::<Timestamp>];
    cx.tx.execute(SET_EMAIL, &values).await?;
    Ok(())
}

/// Lets the number that codes go to follow a user's changed one, as long as the account is nobody's own yet.
/// After that the number in the record is only where the organisation reaches the person, and the person
/// alone changes where codes go (SECURITY.md decision 2).
pub(crate) async fn follow_mobile(cx: &mut Cx<'_>, user: &User) -> Result<()> {
    let account = cx.tx.one::<Account>(FIND, &params![user.account_id]).await?;
    let (users,) = cx.tx.one::<(i64,)>(COUNT_USERS, &params![user.account_id]).await?;
    if !account.own_credential && users == 1 {
        let values = params![user.account_id, user.mobile.clone(), cx.now];
        cx.tx.execute(SET_MOBILE, &values).await?;
    }
    Ok(())
}
