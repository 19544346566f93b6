//! One-time codes as such (SECURITY.md S6): six digits in a mail that prove who reads an address. What a
//! code is good for stands in `codes`, `contact` and `sent`.
//!
//! A code is bound to an account, a purpose and the request's token, which only the browser that asked
//! holds. Its digits come into being when the mail is written; the database keeps their slow hash.

use db::{Tx, params};
use kernel::ids::{AccountId, CodeId};
use kernel::{Code, Error, Result, Secret, Span, Timestamp, Token, TokenHash};

use super::table::{
    CODES_SINCE, INSERT_CODE, LIVING_CODE, PUT_CODE_HASH, SPEND_CODE, TRY_CODE, Tried, UNTRY_CODE,
    VOID_CODES,
};
use crate::cx::Cx;
use crate::product::Crewdesk;

kernel::vocabulary! {
    /// What a code is good for.
    Purpose {
        /// A new password.
        Password = "password",
        /// Another address.
        Email = "email",
        /// Another number.
        Mobile = "mobile",
        /// Codes by mail or text message as a further factor.
        Factor = "factor",
        /// The second factor of a sign-in.
        SignIn = "sign_in",
        /// The second factor of whoever is signed in and shows once more that it is them.
        Renewal = "renewal",
    }
}

/// Makes a code, and former ones for the same purpose void; none where too many were made today.
pub(super) async fn issue(
    cx: &mut Cx<'_>,
    account: AccountId,
    purpose: Purpose,
    request: TokenHash,
    detail: &str,
) -> Result<Option<CodeId>> {
    let since = cx.now.minus(Span::days(1));
    if cx.tx.one::<(i64,)>(CODES_SINCE, &params![account, since]).await?.0 >= cx.policy.codes_a_day
    {
        return Ok(None);
    }
    cx.tx.execute(VOID_CODES, &params![account, purpose, cx.now]).await?;
    let id: CodeId = cx.id();
    let until = cx.now.plus(cx.policy.code_life);
    let tries = cx.policy.code_tries;
    let values = params![id, account, purpose, request, "", detail, tries, cx.now, until];
    cx.tx.execute(INSERT_CODE, &values).await?;
    Ok(Some(id))
}

/// Makes every code and ticket of an account void, whatever it is for: the password has changed.
pub(crate) async fn void_all(cx: &mut Cx<'_>, account: AccountId) -> Result<()> {
    cx.tx.execute(super::table::VOID_ALL_CODES, &params![account, cx.now]).await?;
    Ok(())
}

/// The digits, for the mail that is being written; none where the code is no longer wanted. The same
/// mail written twice holds the same digits (SECURITY.md R4).
///
/// # Errors
/// Faults of the database; [`Error::TooMany`] where too many hashes wait.
pub async fn code(crewdesk: &Crewdesk, id: CodeId) -> Result<Option<Secret>> {
    let values = params![id, crewdesk.clock().now()];
    let living = crewdesk.db().read(async |tx: &mut Tx| -> Result<Option<(Purpose, String)>> {
        Ok(tx.optional(LIVING_CODE, &values).await?)
    });
    let Some((purpose, stored)) = living.await? else { return Ok(None) };
    let digits = crewdesk.mail_key().code(purpose.as_str(), id.as_uuid());
    if !stored.is_empty() && crewdesk.hasher().verify(&digits, Some(&stored)).await? {
        return Ok(Some(digits));
    }
    let hash = crewdesk.hasher().hash(&digits, crewdesk.entropy()).await?;
    let values = params![id, hash];
    let stored = crewdesk.db().write(async |tx: &mut Tx| -> Result<u64> {
        Ok(tx.execute(PUT_CODE_HASH, &values).await?)
    });
    Ok((stored.await? > 0).then_some(digits))
}

/// Compares typed digits. The try is counted and committed before that (S5); a request that led to no
/// account takes as long (S9).
///
/// # Errors
/// [`Error::Invalid`] naming `code`: wrong, used, expired and void alike.
pub(crate) async fn prove(
    crewdesk: &Crewdesk,
    purpose: Purpose,
    request: &Token,
    typed: &str,
) -> Result<Tried> {
    let values = params![request.hash(), purpose, crewdesk.clock().now()];
    let tried = crewdesk
        .db()
        .write(async |tx: &mut Tx| -> Result<Option<Tried>> {
            Ok(tx.optional(TRY_CODE, &values).await?)
        })
        .await?;
    let right = is_right(crewdesk, tried.as_ref(), typed).await?;
    tried.filter(|_| right).ok_or_else(wrong)
}

/// Whether these are the digits; where there is no code, it takes as long to say no.
pub(super) async fn is_right(
    crewdesk: &Crewdesk,
    tried: Option<&Tried>,
    typed: &str,
) -> Result<bool> {
    let stored = tried.map(|tried| tried.code_hash.as_str()).filter(|hash| !hash.is_empty());
    let typed: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
    crewdesk.hasher().verify(&Secret::new(typed), stored).await
}

/// Takes a counted try back: the digits were right, but what came with them can't be accepted.
pub(super) async fn give_back(crewdesk: &Crewdesk, id: CodeId) -> Result<()> {
    crewdesk
        .db()
        .write(async |tx: &mut Tx| -> Result<()> {
            tx.execute(UNTRY_CODE, &params![id]).await?;
            Ok(())
        })
        .await
}

/// Uses a code up. Of several at once one wins.
///
/// # Errors
/// As [`prove`].
pub(crate) async fn spend(cx: &mut Cx<'_>, id: CodeId) -> Result<()> {
    match take(cx.tx, id, cx.now).await? {
        true => Ok(()),
        false => Err(wrong()),
    }
}

/// The same outside an organisation; false where another was first.
pub(crate) async fn take(tx: &mut Tx, id: CodeId, now: Timestamp) -> Result<bool> {
    Ok(tx.execute(SPEND_CODE, &params![id, now]).await? > 0)
}

fn wrong() -> Error {
    Error::field("code", Code::CodeWrong)
}
