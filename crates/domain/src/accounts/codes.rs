//! A forgotten or first password by a one-time code in a mail or text message (SPEC ACC-3; SECURITY.md S6, S9).
//!
//! The answer to a request is always the same and the work is done by a job, so that neither bytes nor
//! time tell whether an account exists.

use db::params;
use kernel::ids::{AccountId, UserId};
use kernel::{Code, Error, Result, Secret, Token, TokenHash};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::credential::{self, NewPassword};
pub use super::one_time::code;
use super::one_time::{self, Purpose};
use super::reach::{self, Way, whose};
use super::table::{Account, BY_MOBILE};
use super::{Identity, by_identity, demands, home};
use crate::access::Action;
use crate::actor::{Actor, Origin};
use crate::audit::{Event, Subject};
use crate::cx::Cx;
use crate::factors::Kind;
use crate::jobs::{self, Job, Mail, MailKey, MailTemplate, Terms};
use crate::product::Crewdesk;
use crate::users::{self, User};
use crate::{factors, organisations, sessions};

/// What somebody asked for, until the worker looks whether there is such an account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CodeRequest {
    /// What they sign in with.
    pub identity: String,
    /// Hash of the request's token.
    pub request: TokenHash,
    /// Who asked for it in the person's stead; the mail then brings the request's token as well, since no
    /// browser of the person's has it.
    #[serde(default)]
    pub started_by: Option<StartedBy>,
}

/// An administrator who lets somebody choose a new password.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StartedBy {
    /// From this the request's token is derived.
    pub id: Uuid,
    /// Their name, for the mail.
    pub name: String,
}

/// Lets a user choose a new password: they get a mail with a code and a link to the page for it
/// (SECURITY.md decision 2). Whoever starts it never sees either.
///
/// # Errors
/// [`Error::Conflict`] with `email_or_mobile_required` for a user with neither address nor number; as for
/// every verb on a person.
pub async fn start_for(cx: &mut Cx<'_>, id: UserId) -> Result<User> {
    let user = users::find(cx, id, Action::UsersResetAccess).await?.user;
    let account = super::of_user(cx, &user).await?;
    if Way::of(&account).is_none() {
        return Err(Error::conflict(Code::EmailOrMobileRequired));
    }
    let identity = match account.email {
        Some(email) => email,
        None => format!("{}/{}", organisations::current(cx).await?.handle, user.username),
    };
    let name = cx.principal()?.display_name.clone();
    let started_by = StartedBy { id: cx.id(), name };
    let request = link(cx.mail_key, started_by.id).hash();
    let job = Job::SendCode(CodeRequest { identity, request, started_by: Some(started_by) });
    let terms = Terms { expires_at: Some(cx.now.plus(cx.policy.code_life)), ..Terms::default() };
    jobs::enqueue(cx, &job, terms).await?;
    let subject = Subject::new("user", user.id.as_uuid(), &user.display_name);
    cx.record(Event::new("user.reset_started", subject)).await?;
    Ok(user)
}

/// The request's token where it goes out in the mail.
pub(crate) fn link(key: &MailKey, id: Uuid) -> Token {
    key.token("cdr", id, 1)
}

/// Asks for a code. The token goes back to whoever asked and must come with the code.
///
/// # Errors
/// Faults of the database.
pub async fn request(crewdesk: &Crewdesk, origin: &Origin, identity: &str) -> Result<Token> {
    let token = Token::generate("cdr", crewdesk.entropy());
    let identity = identity.trim().chars().take(300).collect();
    let job = Job::SendCode(CodeRequest { identity, request: token.hash(), started_by: None });
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
    let verb = crewdesk.write_in(Crewdesk::INSTALLATION, actor, async |cx| {
        let Some((account, way)) = find(cx, &request.identity).await? else { return Ok(()) };
        let issued =
            one_time::issue(cx, account.id, Purpose::Password, request.request, way.name()).await?;
        let Some(id) = issued else { return Ok(()) };
        let mut message = way
            .write(MailTemplate::Code, &account.language)
            .with("code_id", &id.to_string())
            .with("minutes", &minutes(cx));
        if let Some(by) = &request.started_by {
            message = message.with("by", &by.name).with("link_id", &by.id.to_string());
        }
        let message = whose(cx, &account, message).await?;
        send_code(cx, &way, message).await
    });
    verb.await
}

/// Puts a message with a code into the outbox; it is never sent late (SECURITY.md R4).
pub(super) async fn send_code(cx: &mut Cx<'_>, way: &Way, message: Mail) -> Result<()> {
    let until = cx.now.plus(cx.policy.code_life);
    let terms = Terms { expires_at: Some(until), ..Terms::default() };
    jobs::enqueue(cx, &way.job(message), terms).await
}

/// The account behind what somebody typed, and where its code goes. A number that several people share
/// tells nothing about whose it is: they say organisation and username.
async fn find(cx: &mut Cx<'_>, text: &str) -> Result<Option<(Account, Way)>> {
    if let Ok(number) = users::fields::mobile(text) {
        let owners = cx.tx.few::<Account>(BY_MOBILE, &params![number.clone()]).await?;
        let only = <[Account; 1]>::try_from(owners).ok();
        return Ok(only.map(|[account]| (account, Way::Sms(number))));
    }
    let found = by_identity(cx.tx, &Identity::from_text(text)).await?;
    Ok(found.and_then(|(account, _)| {
        let way = Way::of(&account)?;
        Some((account, way))
    }))
}

/// How many minutes a code lives, for the mail.
pub(super) fn minutes(cx: &Cx<'_>) -> String {
    cx.policy.code_life.whole_seconds_up().div_ceil(60).to_string()
}

/// Sets a new password with a code: unlocks the account and ends all its sessions everywhere. API tokens
/// stay (see `sessions`).
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
    let tried = one_time::prove(crewdesk, Purpose::Password, request, typed).await?;
    let account = tried.account_id;
    let password = match prepare(crewdesk, account, password).await {
        Ok(password) => password,
        Err(error) => {
            one_time::give_back(crewdesk, tried.id).await?;
            return Err(error);
        }
    };
    let actor = Actor::anonymous(origin.clone());
    let home = home(crewdesk, account).await?;
    let organisation = home.as_ref().map_or(Crewdesk::INSTALLATION, |home| home.organisation_id);
    let verb = crewdesk.write_in(organisation, &actor, async |cx| {
        one_time::spend(cx, tried.id).await?;
        let user = match &home {
            Some(home) => users::load(cx, home.user_id).await?,
            None => None,
        };
        let subject = match &user {
            Some(user) => {
                credential::fits(cx, user, &password).await?;
                cx.proven(user);
                Subject::new("user", user.id.as_uuid(), &user.display_name)
            }
            None => Subject { kind: "account", id: Some(account.as_uuid()), name: String::new() },
        };
        credential::choose(cx, account, &password, None, MailTemplate::RecoveryUsed).await?;
        // Who reads a number need not read the address.
        let by_sms = tried.detail == Way::Sms(String::new()).name();
        let way = if by_sms { Kind::SmsCode } else { Kind::MailCode };
        credential::chosen_by(cx, account, way).await?;
        if !by_sms {
            if !super::lock(cx.tx, account).await?.is_the_persons() {
                factors::begin_anew(cx, account).await?;
            }
            credential::verified(cx, account).await?;
        }
        if let Some(user) = &user {
            reach::tell_inside(cx, user, MailTemplate::RecoveryUsed, &[]).await?;
        }
        sessions::unlock(cx, account.as_uuid()).await?;
        cx.record(Event::new("user.password_reset", subject)).await
    });
    let answer = verb.await;
    if matches!(answer, Err(Error::Invalid(_))) {
        one_time::give_back(crewdesk, tried.id).await?;
    }
    answer
}

/// The new password, unless it breaks a rule or is the present one.
async fn prepare(
    crewdesk: &Crewdesk,
    account: AccountId,
    password: &Secret,
) -> Result<NewPassword> {
    let demands = demands::of_account(crewdesk, account).await?;
    credential::prepare_for(crewdesk, password, &demands).await
}
