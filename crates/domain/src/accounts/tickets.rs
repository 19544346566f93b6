//! Tickets: a right password that waits for what is asked next.

use db::{Tx, params};
use kernel::ids::{AccountId, CodeId, OrganisationId};
use kernel::{Code, Error, Result, Span, Timestamp, Token};
use serde::{Deserialize, Serialize};

use super::table::{INSERT_CODE, KEEP_TICKET, LOOK_AT_TICKET, REDEEM_TICKET};
use crate::cx::Cx;
use crate::factors::Second;

/// How long one may think about it.
const LIFE: Span = Span::minutes(5);

kernel::vocabulary! {
    /// What is asked next.
    Next {
        /// In which organisation.
        Organisation = "organisation_choice",
        /// For the second factor.
        SecondFactor = "second_factor",
        /// By which identity provider, which is connected by it.
        Provider = "identity_connection",
    }
}

/// What a ticket remembers of the sign-in so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(crate) struct SoFar {
    /// The organisation that was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<OrganisationId>,
    /// What was shown as the second factor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub second: Option<Second>,
    /// Whether the device is to be trusted from now on.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub trust: bool,
}

/// Hands out a ticket.
pub(crate) async fn issue(
    cx: &mut Cx<'_>,
    account: AccountId,
    next: Next,
    so_far: SoFar,
) -> Result<Token> {
    let ticket = Token::generate("cdc", cx.entropy);
    let id: CodeId = cx.id();
    let expires_at = cx.now.plus(LIFE);
    let so_far = serde_json::to_string(&so_far).map_err(Error::internal)?;
    let values = params![id, account, next, ticket.hash(), "", so_far, 1, cx.now, expires_at];
    cx.tx.execute(INSERT_CODE, &values).await?;
    Ok(ticket)
}

/// Whose a living ticket is, without using it up.
pub(crate) async fn look(
    tx: &mut Tx,
    ticket: &Token,
    next: Next,
    now: Timestamp,
) -> Result<(AccountId, SoFar)> {
    let values = params![ticket.hash(), next, now];
    read(tx.optional::<(AccountId, String)>(LOOK_AT_TICKET, &values).await?)
}

/// Uses a ticket up.
pub(crate) async fn redeem(
    tx: &mut Tx,
    ticket: &Token,
    next: Next,
    now: Timestamp,
) -> Result<(AccountId, SoFar)> {
    let values = params![ticket.hash(), next, now];
    read(tx.optional::<(AccountId, String)>(REDEEM_TICKET, &values).await?)
}

/// Lets a ticket live as long as the code that was sent for it.
pub(crate) async fn keep(tx: &mut Tx, ticket: &Token, next: Next, until: Timestamp) -> Result<()> {
    tx.execute(KEEP_TICKET, &params![ticket.hash(), next, until]).await?;
    Ok(())
}

fn read(row: Option<(AccountId, String)>) -> Result<(AccountId, SoFar)> {
    let (account, text) = row.ok_or(Error::Unauthenticated(Code::Unauthenticated))?;
    Ok((account, serde_json::from_str(&text).map_err(Error::internal)?))
}
