//! Tickets: a right password that waits for the choice of an organisation.

use db::params;
use kernel::ids::{AccountId, CodeId};
use kernel::{Code, Error, Result, Span, Token};

use super::table::{INSERT_CODE, REDEEM_TICKET};
use crate::cx::Cx;

/// How long one may think about it.
const LIFE: Span = Span::minutes(5);
/// What it is for.
const PURPOSE: &str = "organisation_choice";

/// Hands out a ticket.
pub(crate) async fn issue(cx: &mut Cx<'_>, account: AccountId) -> Result<Token> {
    let ticket = Token::generate("cdc", cx.entropy);
    let id: CodeId = cx.id();
    let expires_at = cx.now.plus(LIFE);
    let values = params![id, account, PURPOSE, ticket.hash(), "", "", 1, cx.now, expires_at];
    cx.tx.execute(INSERT_CODE, &values).await?;
    Ok(ticket)
}

/// Uses a ticket up.
pub(crate) async fn redeem(cx: &mut Cx<'_>, ticket: &Token) -> Result<AccountId> {
    let values = params![ticket.hash(), PURPOSE, cx.now];
    let row = cx.tx.optional::<(AccountId,)>(REDEEM_TICKET, &values).await?;
    row.map(|(account,)| account).ok_or(Error::Unauthenticated(Code::CredentialsWrong))
}
