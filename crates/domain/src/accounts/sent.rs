//! Codes that go to the account's own address or number and are a second factor when they come back (SPEC ACC-5;
//! SECURITY.md S6): the same machinery as for a new password, each bound to what it was asked for.

use std::fmt;

use db::{Tx, params};
use kernel::ids::{AccountId, CodeId};
use kernel::{Error, Result, Span, TokenHash};

use super::codes::{minutes, send_code};
use super::one_time::{self, Purpose};
pub(crate) use super::one_time::{prove, spend, take};
use super::reach::{Way, whose};
use super::table::{Account, TRY_SENT_CODE, Tried};
use crate::cx::Cx;
use crate::factors::Kind;
use crate::jobs::MailTemplate;
use crate::product::Crewdesk;

/// Sends a code, and makes former ones for the same purpose void.
///
/// # Errors
/// [`Error::TooMany`] after too many codes in a day.
pub(crate) async fn send(
    cx: &mut Cx<'_>,
    account: &Account,
    way: &Way,
    purpose: Purpose,
    request: TokenHash,
    detail: &str,
) -> Result<()> {
    let issued = one_time::issue(cx, account.id, purpose, request, detail).await?;
    let id = issued.ok_or(Error::TooMany { retry_after: Span::hours(1) })?;
    let message = way
        .write(MailTemplate::SecondFactorCode, &account.language)
        .with("code_id", &id.to_string())
        .with("minutes", &minutes(cx));
    let message = whose(cx, account, message).await?;
    send_code(cx, way, message).await
}

/// What a code is bound to: the ticket that stands for the right password, or the session; and its way.
pub(crate) fn bound(to: &impl fmt::Display, kind: Kind) -> String {
    format!("{kind}:{to}")
}

/// Compares typed digits with the code that was sent for this ticket or session, if one was. The try is counted and
/// committed before that.
pub(crate) async fn prove_bound(
    crewdesk: &Crewdesk,
    account: AccountId,
    (purpose, to): (Purpose, impl fmt::Display),
    typed: &str,
) -> Result<Option<(CodeId, Kind)>> {
    let details = [Kind::MailCode, Kind::SmsCode].map(|kind| (kind, bound(&to, kind)));
    let [(_, mail), (_, sms)] = details.clone();
    let now = crewdesk.clock().now();
    let values = params![account, purpose, mail, sms, now];
    let tried = crewdesk
        .db()
        .write(async |tx: &mut Tx| -> Result<Option<Tried>> {
            Ok(tx.optional(TRY_SENT_CODE, &values).await?)
        })
        .await?;
    let Some(tried) = tried else { return Ok(None) };
    let kind = details.iter().find(|(_, detail)| *detail == tried.detail).map(|(kind, _)| *kind);
    let right = one_time::is_right(crewdesk, Some(&tried), typed).await?;
    Ok(kind.filter(|_| right).map(|kind| (tried.id, kind)))
}
