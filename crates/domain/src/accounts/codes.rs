//! A forgotten or first password by a one-time code in a mail (SPEC ACC-3; SECURITY.md S6, S9).
//!
//! The answer to a request is always the same and the work is done by a job, so that neither bytes nor
//! time tell whether an account exists. The code is derived from the installation's key and stored
//! nowhere.

use db::params;
use kernel::ids::{AccountId, CodeId};
use kernel::{Code, Error, Result, Secret, Span, Token, TokenHash};
use serde::{Deserialize, Serialize};

use super::credential::{self, NewPassword};
use super::table::{CODES_SINCE, INSERT_CODE, SPEND_CODE, TRY_CODE, VOID_CODES};
use super::{Account, Identity, by_identity, lock};
use crate::actor::{Actor, Origin};
use crate::audit::{Event, Subject};
use crate::cx::Cx;
use crate::jobs::{self, Job, Mail, MailTemplate, Terms};
use crate::product::Crewdesk;
use crate::sessions;

const PURPOSE: &str = "password";

/// What somebody asked for, until the worker looks whether there is such an account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CodeRequest {
    /// What they sign in with.
    pub identity: String,
    /// Hash of the request's token.
    pub request: TokenHash,
}

/// Asks for a code. The token goes back to whoever asked and must come with the code.
///
/// # Errors
/// Faults of the database.
pub async fn request(crewdesk: &Crewdesk, origin: &Origin, identity: &str) -> Result<Token> {
    let token = Token::generate("cdr", crewdesk.entropy());
    let identity = identity.trim().chars().take(300).collect();
    let job = Job::SendCode(CodeRequest { identity, request: token.hash() });
    let actor = Actor::anonymous(origin.clone());
    let life = crewdesk.policy().code_life;
    let verb = crewdesk.write_in(Crewdesk::INSTALLATION, &actor, async |cx| {
        let terms = Terms { expires_at: Some(cx.now.plus(life)), ..Terms::default() };
        jobs::enqueue(cx, &job, terms).await
    });
    verb.await?;
    Ok(token)
}

/// Does what was asked for, if there is such an account and not too many codes went out today: the work
/// of [`Job::SendCode`]. Former codes are void.
///
/// # Errors
/// Faults of the database.
pub async fn send(crewdesk: &Crewdesk, actor: &Actor, request: &CodeRequest) -> Result<()> {
    let identity = Identity::from_text(&request.identity);
    let verb = crewdesk.write_in(Crewdesk::INSTALLATION, actor, async |cx| {
        let Some((account, _)) = by_identity(cx.tx, &identity).await? else { return Ok(()) };
        let Some(to) = account.email.clone() else { return Ok(()) };
        let since = cx.now.minus(Span::days(1));
        let (sent,) =
            cx.tx.one::<(i64,)>(CODES_SINCE, &params![account.id, PURPOSE, since]).await?;
        if sent >= cx.policy.codes_a_day {
            return Ok(());
        }
        let (id, until) = issue(cx, &account, request.request).await?;
        let mail = Mail::new(MailTemplate::Code, to, &account.language)
            .with("code_id", &id.to_string())
            .with("minutes", &cx.policy.code_life.whole_seconds_up().div_ceil(60).to_string());
        let terms = Terms { expires_at: Some(until), ..Terms::default() };
        jobs::enqueue(cx, &Job::Mail(mail), terms).await
    });
    verb.await
}

async fn issue(
    cx: &mut Cx<'_>,
    account: &Account,
    request: TokenHash,
) -> Result<(CodeId, kernel::Timestamp)> {
    cx.tx.execute(VOID_CODES, &params![account.id, PURPOSE, cx.now]).await?;
    let id: CodeId = cx.id();
    let until = cx.now.plus(cx.policy.code_life);
    let values =
        params![id, account.id, PURPOSE, request, "", "", cx.policy.code_tries, cx.now, until];
    cx.tx.execute(INSERT_CODE, &values).await?;
    Ok((id, until))
}

/// The code of a request, for the mail that carries it.
pub fn code(crewdesk: &Crewdesk, id: CodeId) -> Secret {
    crewdesk.mail_key().code(PURPOSE, id.as_uuid())
}

/// Sets a new password with a code: unlocks the account and ends all its sessions everywhere.
///
/// # Errors
/// [`Error::Invalid`] naming `code` (wrong, used, expired or void alike) or `password`.
pub async fn complete(
    crewdesk: &Crewdesk,
    origin: &Origin,
    request: &Token,
    typed: &str,
    password: &Secret,
) -> Result<()> {
    let wrong = || Error::field("code", Code::CodeWrong);
    let (id, account) = count_try(crewdesk, request).await?.ok_or_else(wrong)?;
    let right = code(crewdesk, id);
    if !bool::from(subtle::ConstantTimeEq::ct_eq(
        right.expose().as_bytes(),
        typed.trim().as_bytes(),
    )) {
        return Err(wrong());
    }
    let password = prepare(crewdesk, account, password).await;
    let password = match password {
        Ok(password) => password,
        Err(error) => {
            // The code was right: a password that breaks a rule must not use up its tries.
            give_back_try(crewdesk, id).await?;
            return Err(error);
        }
    };
    let actor = Actor::anonymous(origin.clone());
    let verb = crewdesk.write_in(Crewdesk::INSTALLATION, &actor, async |cx| {
        if cx.tx.execute(SPEND_CODE, &params![id, cx.now]).await? == 0 {
            return Err(wrong());
        }
        credential::choose(cx, account, &password, None).await?;
        sessions::unlock(cx, account.as_uuid()).await?;
        let subject = Subject { kind: "account", id: Some(account.as_uuid()), name: String::new() };
        cx.record(Event::new("account.password_reset", subject)).await
    });
    verb.await
}

async fn prepare(
    crewdesk: &Crewdesk,
    account: AccountId,
    password: &Secret,
) -> Result<NewPassword> {
    let email = crewdesk
        .db()
        .write(async |tx: &mut db::Tx| -> Result<Option<String>> {
            Ok(lock(tx, account).await?.email)
        })
        .await?;
    credential::prepare(crewdesk, password, &email.into_iter().collect::<Vec<_>>()).await
}

/// Counts a try before the code is looked at, and commits that (S5).
async fn count_try(crewdesk: &Crewdesk, request: &Token) -> Result<Option<(CodeId, AccountId)>> {
    let values = params![request.hash(), PURPOSE, crewdesk.clock().now()];
    crewdesk
        .db()
        .write(async |tx: &mut db::Tx| -> Result<_> {
            Ok(tx.optional::<(CodeId, AccountId)>(TRY_CODE, &values).await?)
        })
        .await
}

async fn give_back_try(crewdesk: &Crewdesk, id: CodeId) -> Result<()> {
    crewdesk
        .db()
        .write(async |tx: &mut db::Tx| -> Result<()> {
            tx.execute(super::table::UNTRY_CODE, &params![id]).await?;
            Ok(())
        })
        .await
}
