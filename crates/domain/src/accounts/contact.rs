//! Changing or adding one's own address or number (SPEC USR-10): it counts once a code sent there has come back
//! (SECURITY.md S8).
//!
//! Whether somebody else has the address is told to nobody but those who read it.

use db::params;
use kernel::ids::{OrganisationId, UserId};
use kernel::{Code, Error, Result, Timestamp, Token};

use super::codes::{minutes, send_code};
use super::one_time::{self, Purpose};
use super::reach::{self, Way};
use super::table::{Account, SET_EMAIL, SET_MOBILE};
use crate::access::Action;
use crate::actor::Actor;
use crate::audit::{Event, Subject};
use crate::cx::Cx;
use crate::factors;
use crate::jobs::{self, Job, MailTemplate, Terms};
use crate::product::Crewdesk;
use crate::sessions;
use crate::settings::Key;
use crate::users::{self, User};

/// What is to be added or changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Contact {
    /// The address.
    Email(String),
    /// The mobile number.
    Mobile(String),
}

impl Contact {
    const fn field(&self) -> &'static str {
        match self {
            Self::Email(_) => "email",
            Self::Mobile(_) => "mobile",
        }
    }
    const fn purpose(&self) -> Purpose {
        match self {
            Self::Email(_) => Purpose::Email,
            Self::Mobile(_) => Purpose::Mobile,
        }
    }
    const fn setting(&self) -> Key {
        match self {
            Self::Email(_) => Key::OwnEmail,
            Self::Mobile(_) => Key::OwnMobile,
        }
    }
    /// The same in the form in which it is kept.
    fn checked(self) -> Result<Self> {
        let field = self.field();
        let wrong = |code| Error::field(field, code);
        Ok(match self {
            Self::Email(text) => Self::Email(users::fields::email(&text).map_err(wrong)?),
            Self::Mobile(text) => Self::Mobile(users::fields::mobile(text.trim()).map_err(wrong)?),
        })
    }
    /// Where the code goes.
    fn way(&self) -> Way {
        match self {
            Self::Email(to) => Way::Mail(to.clone()),
            Self::Mobile(to) => Way::Sms(to.clone()),
        }
    }
    const fn template(&self) -> MailTemplate {
        match self {
            Self::Email(_) => MailTemplate::EmailCode,
            Self::Mobile(_) => MailTemplate::MobileCode,
        }
    }
}

/// One's own address and number, and whether one may change them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The present address.
    pub email: Option<String>,
    /// The present number.
    pub mobile: Option<String>,
    /// Whether the address may be added or changed.
    pub may_email: bool,
    /// Whether the number may be added or changed.
    pub may_mobile: bool,
}

/// How one's own address and number stand.
///
/// # Errors
/// [`Error::Unauthenticated`] for a stranger.
pub async fn standing(cx: &mut Cx<'_>) -> Result<Standing> {
    cx.require(Action::SelfService)?;
    let me = users::myself(cx).await?;
    let may = async |cx: &mut Cx<'_>, key| match users::require_self_service(cx, &me, key).await {
        Ok(()) => Ok(true),
        Err(Error::Forbidden(_)) => Ok(false),
        Err(other) => Err(other),
    };
    let account = super::of_user(cx, &me).await?;
    let (email, mobile) =
        (account.email.or(me.email.clone()), account.mobile.or(me.mobile.clone()));
    Ok(Standing {
        may_email: email.is_none() || may(cx, Key::OwnEmail).await?,
        may_mobile: mobile.is_none() || may(cx, Key::OwnMobile).await?,
        email,
        mobile,
    })
}

/// Sends a code to a new address or number of one's own. The token goes back to whoever asked and must come
/// with the code. Adding what is missing is always possible, changing it by setting.
///
/// # Errors
/// [`Error::Invalid`] naming `email` or `mobile`; [`Error::Forbidden`] with `self_service_off` or
/// `fresh_sign_in_required`; [`Error::TooMany`] after too many codes in a day.
pub async fn ask(cx: &mut Cx<'_>, wanted: Contact) -> Result<Token> {
    cx.require(Action::SelfService)?;
    sessions::require_fresh(cx)?;
    let wanted = wanted.checked()?;
    let me = users::myself(cx).await?;
    let account = super::lock(cx.tx, me.account_id).await?;
    let missing = match wanted {
        Contact::Email(_) => account.email.is_none() && me.email.is_none(),
        Contact::Mobile(_) => account.mobile.is_none() && me.mobile.is_none(),
    };
    if !missing {
        users::require_self_service(cx, &me, wanted.setting()).await?;
    }
    let token = Token::generate("cdr", cx.entropy);
    let way = wanted.way();
    let (Way::Mail(detail) | Way::Sms(detail)) = &way;
    let issued = one_time::issue(cx, account.id, wanted.purpose(), token.hash(), detail).await?;
    let Some(id) = issued else {
        return Err(Error::TooMany { retry_after: kernel::Span::hours(1) });
    };
    let message = way
        .write(wanted.template(), &me.language)
        .with("code_id", &id.to_string())
        .with("minutes", &minutes(cx));
    let message = reach::whose(cx, &account, message).await?;
    send_code(cx, &way, message).await?;
    Ok(token)
}

/// Makes the new address or number count. The former one is told.
///
/// # Errors
/// [`Error::Invalid`] naming `code`: wrong, used, expired, another's and void alike; [`Error::Conflict`] with
/// `email_taken` or `email_of_other_account`.
pub async fn confirm(
    crewdesk: &Crewdesk,
    actor: &Actor,
    purpose: Purpose,
    request: &Token,
    typed: &str,
) -> Result<User> {
    let me = actor.principal().ok_or(Error::Unauthenticated(Code::Unauthenticated))?;
    let (account, mine) = (me.account_id, me.user_id);
    let tried = one_time::prove(crewdesk, purpose, request, typed).await?;
    if tried.account_id != account {
        return Err(Error::field("code", Code::CodeWrong));
    }
    let verb = crewdesk.write(actor, async |cx| {
        cx.require(Action::SelfService)?;
        one_time::spend(cx, tried.id).await?;
        let user = users::load(cx, mine).await?.ok_or(Error::NotFound)?;
        let account = super::lock(cx.tx, account).await?;
        match purpose {
            Purpose::Email => change_email(cx, &user, &account, &tried.detail).await,
            Purpose::Mobile => change_mobile(cx, &user, &account, &tried.detail).await,
            _ => Err(Error::field("code", Code::CodeWrong)),
        }
    });
    verb.await
}

async fn change_email(cx: &mut Cx<'_>, user: &User, account: &Account, to: &str) -> Result<User> {
    let values = params![account.id, to, kernel::fold(to), cx.now, Some(cx.now)];
    cx.tx.execute(SET_EMAIL, &values).await?;
    factors::follow_contact(cx, account.id, &Way::Mail(to.to_owned())).await?;
    let after = users::set_email(cx, user, to).await?;
    record(cx, user, &after).await?;
    // The former address learns of it; where there was none, the number does.
    reach::tell(cx, account, MailTemplate::EmailChanged, &[]).await?;
    reach::tell_inside(cx, user, MailTemplate::EmailChanged, &[]).await?;
    for other in super::memberships(cx.tx, account.id).await? {
        if other.organisation_id != cx.organisation_id {
            let (organisation_id, user_id) = (other.organisation_id, other.user_id);
            let job = Job::FollowEmail { organisation_id, user_id };
            jobs::enqueue(cx, &job, Terms::default()).await?;
        }
    }
    Ok(after)
}

async fn change_mobile(cx: &mut Cx<'_>, user: &User, account: &Account, to: &str) -> Result<User> {
    cx.tx.execute(SET_MOBILE, &params![account.id, to, cx.now]).await?;
    factors::follow_contact(cx, account.id, &Way::Sms(to.to_owned())).await?;
    let after = users::set_mobile(cx, user, to).await?;
    record(cx, user, &after).await?;
    reach::tell(cx, account, MailTemplate::MobileChanged, &[]).await?;
    reach::tell_inside(cx, user, MailTemplate::MobileChanged, &[]).await?;
    Ok(after)
}

async fn record(cx: &mut Cx<'_>, before: &User, after: &User) -> Result<()> {
    let subject = Subject::new("user", after.id.as_uuid(), &after.display_name);
    cx.record(Event::new("user.contact_confirmed", subject).change(before, after)).await
}

/// Lets the record in another organisation follow the address of its person: the work of
/// [`Job::FollowEmail`]. Where somebody else there has the address, the record stays as it is.
///
/// # Errors
/// Faults of the database.
pub async fn follow(
    crewdesk: &Crewdesk,
    actor: &Actor,
    organisation: OrganisationId,
    user: UserId,
) -> Result<()> {
    let verb = crewdesk.write_in(organisation, actor, async |cx| {
        let Some(user) = users::load(cx, user).await? else { return Ok(()) };
        let account = super::of_user(cx, &user).await?;
        let Some(to) = account.email.filter(|_| account.verified_at > None::<Timestamp>) else {
            return Ok(());
        };
        if user.email.as_deref() == Some(to.as_str()) {
            return Ok(());
        }
        let after = users::set_email(cx, &user, &to).await?;
        record(cx, &user, &after).await
    });
    match verb.await {
        Err(Error::Conflict { .. } | Error::Invalid(_)) => Ok(()),
        other => other,
    }
}
